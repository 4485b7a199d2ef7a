"""A report's claims run as tests against models: does the report say what the models say?

A report's sentences about many models at once ("five pilots include", "only two stand out") are where it is easiest to go wrong and
hardest to see it. Written down as formal readings they can be computed, like the assertions of a test, and each comes out with the
sentences for and against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from virkningskjede.analysis.claims.claims_file import Claim, ClaimsFile
from virkningskjede.analysis.claims.judged import VERDICTS, ClaimEvidence, ClaimVerdict, JudgedReading, ReadingVerdict, Why
from virkningskjede.analysis.claims.judging import judge
from virkningskjede.analysis.claims.panel import Panel, Stance
from virkningskjede.arguments import checked
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang
from virkningskjede.i18n.language import chosen
from virkningskjede.i18n.likely import no_choice
from virkningskjede.model import LogicModel, Models, models_of
from virkningskjede.model.values import FrozenMap, Sentence, sentences
from virkningskjede.project import ALONE, Project
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.report.names import names_of

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.claims.report import ClaimsReport


HOLDING: tuple[ReadingVerdict, ...] = ("holds", "holds_inferred")
"""The verdicts of what is so."""


COLUMNS = (
    "claim",
    "at",
    "statement",
    "verdict",
    "reading",
    "literal",
    "reading_verdict",
    "model",
    "said",
    "side",
    "nodes",
    "places",
)
"""What is told of each model in each reading of a claim, in frames and listings."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict on one claim.

    Attributes:
        id: the claim's id.
        claim: the claim.
        at: where the report says it: each sentence with its source.
        answer: what the models say: ``holds``, ``holds_inferred``, ``contradicted`` or ``undecidable``. Of several readings it is the
            verdict of the literal one; where none is literal and they differ, ``undecidable``.
        readings: each reading by id, held against the models; the id of a lone one is empty.
    """

    id: str
    claim: Claim = field(repr=False)
    at: tuple[Sentence, ...]
    answer: ReadingVerdict
    readings: Mapping[str, JudgedReading] = field(repr=False)

    def __repr__(self) -> str:
        return f"Ruling({self.id}: {self.verdict})"

    @property
    def verdict(self) -> ClaimVerdict:
        """The models' answer; but ``reword`` where that is not a contradiction, and the claim proposes other words."""
        return "reword" if self.claim.proposal is not None and self.answer != "contradicted" else self.answer

    @property
    def why(self) -> tuple[Why, ...]:
        """Why the models cannot tell; empty where they can."""
        if self.answer != "undecidable":
            return ()
        deciding = [self.readings[name] for name in self.claim.deciding]
        reasons = tuple(dict.fromkeys(reason for judged in deciding for reason in judged.why))
        return ("readings", *reasons) if len({judged.verdict for judged in deciding}) > 1 else reasons

    @property
    def milder(self) -> tuple[str, ...]:
        """The readings in which it holds, where the literal one does not; empty where none is literal."""
        literal = self.claim.literal
        if literal is None or self.answer in HOLDING:
            return ()
        return tuple(name for name, judged in self.readings.items() if judged.verdict in HOLDING)

    @property
    def evidence(self) -> tuple[tuple[str, JudgedReading, ClaimEvidence], ...]:
        """What each model said: the reading's id, the part of it that asked, and the answer."""
        return tuple(
            (name, leaf, evidence) for name, judged in self.readings.items() for leaf in judged.leaves() for evidence in leaf.evidence
        )


@dataclass(frozen=True, slots=True, repr=False)
class Claims(Reported):
    """The claims of a report, held against models.

    Attributes:
        file: the claims as they are written, with what cannot be checked.
        results: one ruling for each claim, in the order of the file.
        models: the models that they were held against.
        project: what these share.
    """

    file: ClaimsFile
    results: tuple[Ruling, ...]
    models: tuple[LogicModel, ...] = ()
    project: Project = ALONE

    def __repr__(self) -> str:
        counted = ", ".join(f"{count} {verdict}" for verdict in VERDICTS if (count := self.count(verdict)))
        return f"Claims({self.file.id}: {counted}, {len(self.file.unchecked)} unchecked)"

    @checked
    def count(self, verdict: ClaimVerdict) -> int:
        """How many claims have this verdict."""
        return sum(ruling.verdict == verdict for ruling in self.results)

    @checked
    def claim(self, name: str) -> Ruling:
        """The ruling on one claim.

        Raises:
            UsageError: there is no such claim.
        """
        for ruling in self.results:
            if ruling.id == name:
                return ruling
        raise UsageError(no_choice(name, [ruling.id for ruling in self.results]))

    def to_frame(self, lang: Lang | None = None) -> pd.DataFrame:
        """One row for each claim, reading and model (needs pandas): claim, at, statement, verdict, reading, literal,
        reading_verdict, model, said, side, nodes, places.

        ``verdict`` is an ordered categorical from ``contradicted`` to ``holds``; ``literal`` says whether the reading is the one whose
        verdict is the claim's; ``at``, ``nodes`` and ``places`` hold tuples. A reading that asks no model anything has one row without a
        model. ``model_label`` says what the models are called.
        """
        lang = chosen(lang)
        rows = []
        for ruling in self.results:
            of_claim = [ruling.id, ruling.at, ruling.claim.statement.in_(lang), ruling.verdict]
            for name, judged in ruling.readings.items():
                of_reading = [*of_claim, name, name == ruling.claim.literal, judged.verdict]
                evidence = [entry for leaf in judged.leaves() for entry in leaf.evidence]
                rows += [[*of_reading, entry.model, entry.said, entry.side, entry.nodes, entry.at] for entry in evidence]
                rows += [[*of_reading, None, None, None, (), ()]] if not evidence else []
        return tidy(rows, COLUMNS, labels={"model": names_of(self.models)}, ordered={"verdict": VERDICTS})

    def report(self, *, explain: bool = False) -> ClaimsReport:
        """What they came to: the errata, and an account of what holds too where everything is to be explained."""
        from virkningskjede.analysis.claims.report import ClaimsReport  # the contract's exception: a result is read where it stands

        return ClaimsReport(self, explain)


def run(models: Models, file: ClaimsFile, project: Project = ALONE) -> Claims:
    """Hold a report's claims against models.

    Args:
        models: one model, several, or a portfolio.
        file: the claims; see `load_claims`.
        project: the vocabulary, templates, tables and segments that the models share.

    Raises:
        UsageError: two models have the same id, so that what they say could not be told apart.
    """
    several = models_of(models)
    panel = Panel({model.id: model for model in several}, project, file.groups, file.source)
    return Claims(file, tuple(_rule(name, claim, file, panel) for name, claim in file.claims.items()), several, project)


def _rule(name: str, claim: Claim, file: ClaimsFile, panel: Panel) -> Ruling:
    readings = {}
    for key, reading in claim.ways().items():
        silence, partly = claim.stance(key)
        readings[key] = judge(reading, panel, Stance(silence or "unknown", partly, file.withheld(claim)))
    verdicts = {readings[key].verdict for key in claim.deciding}
    answer: ReadingVerdict = verdicts.pop() if len(verdicts) == 1 else "undecidable"
    return Ruling(name, claim, sentences(claim.at, file.source), answer, FrozenMap(readings))
