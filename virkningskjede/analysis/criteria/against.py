"""Our verdicts beside a report's own: where the two agree, where they do not, and what cannot be compared.

A disagreement is a finding, whoever is right. Where the report has talked with people, it may know what a programme's own description does
not say; where it sums up in a sentence, it may say more than the description does. So nothing here changes a verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from virkningskjede.analysis.criteria.assessments import Assessment, Assessments
from virkningskjede.analysis.criteria.criteria_set import JUDGEMENTS, Judgement
from virkningskjede.analysis.criteria.verdict import Verdict
from virkningskjede.i18n import Lang
from virkningskjede.i18n.language import chosen
from virkningskjede.model.values import Sentence, sentences
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.report.names import names_of

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.criteria.check import Check
    from virkningskjede.analysis.criteria.report import ConcordanceReport

Standing = Literal["agrees", "otherwise", "differs", "not_compared"]
"""How a judgement of the report stands to our verdict: the same; the same in another reading of unsure codes, ours or those of the
report's sentence; another; or there is no verdict to hold it against."""

STANDINGS: tuple[Standing, ...] = ("agrees", "otherwise", "differs", "not_compared")

Obstacle = Literal["no_set", "no_model", "not_for", "no_criterion", "needs_people"]
"""Why there is no verdict: the set or the model was not checked, the set does not speak of the model, or lacks the criterion;
or no text can decide the criterion, so that the report, which may have talked with people, is alone with its answer."""


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What a report says of one model by one criterion, beside our verdict.

    Attributes:
        name: the id of the assessment.
        assessment: the assessment.
        model: the one of its models.
        at: the sentences of the report, each with its source.
        ours: our verdict, or None.
        standing: how the two stand to each other.
        obstacle: why they cannot be compared, when they cannot.
    """

    name: str
    assessment: Assessment = field(repr=False)
    model: str
    at: tuple[Sentence, ...]
    ours: Verdict | None
    standing: Standing
    obstacle: Obstacle | None = None

    @property
    def theirs(self) -> Judgement:
        """What the report says."""
        return self.assessment.verdict

    @property
    def silent(self) -> bool:
        """Whether they differ because the model's own description says nothing."""
        return self.standing == "differs" and self.ours is not None and self.ours.verdict == "not_stated"

    @property
    def shared(self) -> tuple[Sentence, ...]:
        """Sentences that both rest on."""
        return tuple(sentence for sentence in self.at if self.ours is not None and sentence in self.ours.at)

    @property
    def circular(self) -> bool:
        """Whether they agree, and our verdict rests on nothing but sentences of the judgement: the model was coded from what the report
        thought, and agreement proves nothing.
        """
        agreed = self.standing in ("agrees", "otherwise")
        return agreed and self.ours is not None and bool(self.ours.at) and set(self.ours.at) <= set(self.at)


@dataclass(frozen=True, slots=True)
class Concordance(Reported):
    """A report's own verdicts beside ours.

    Attributes:
        results: one for each assessment and model, in the order of the file.
        assessments: the report's verdicts.
        check: ours.
    """

    results: tuple[Appraisal, ...]
    assessments: Assessments = field(repr=False)
    check: Check = field(repr=False)

    def __repr__(self) -> str:
        return f"Concordance({self.assessments.source}: {len(self.results)} assessments)"

    @property
    def compared(self) -> tuple[Appraisal, ...]:
        """Those that there is a verdict of ours for."""
        return tuple(appraisal for appraisal in self.results if appraisal.standing != "not_compared")

    def of(self, standing: Standing) -> tuple[Appraisal, ...]:
        """Those that stand like this."""
        return tuple(appraisal for appraisal in self.results if appraisal.standing == standing)

    def of_one_model(self) -> Concordance:
        """Only what the report says of a model by itself: what it says of many in one breath is more loosely meant."""
        return self._with(tuple(appraisal for appraisal in self.results if len(appraisal.assessment.model) == 1))

    def of_several_models(self) -> Concordance:
        """Only what the report says of several models in one breath."""
        return self._with(tuple(appraisal for appraisal in self.results if len(appraisal.assessment.model) > 1))

    def _with(self, results: tuple[Appraisal, ...]) -> Concordance:
        return Concordance(results, self.assessments, self.check)

    def to_frame(self, lang: Lang | None = None) -> pd.DataFrame:
        """One row for each assessment and model (needs pandas).

        Columns: assessment, criteria, criterion, model, theirs, theirs_possible, theirs_at, standing, ours, possible, decided_by, nodes,
        at, obstacle. What we have no verdict for has nothing in ours, and empty tuples. ``criterion_label`` and ``model_label`` say what
        these are called; verdicts are ordered categoricals.
        """
        lang = chosen(lang)
        names = (
            *("assessment", "criteria", "criterion", "model", "theirs", "theirs_possible", "theirs_at", "standing"),
            *("ours", "possible", "decided_by", "nodes", "at", "obstacle"),
        )
        sets = {criteria.id: criteria for criteria in self.check.sets}
        judged = [(appraisal.assessment.criteria, appraisal.assessment.criterion) for appraisal in self.results]
        criteria = [
            sets[name].criteria[criterion].label.in_(lang) if name in sets and criterion in sets[name].criteria else criterion
            for name, criterion in judged
        ]
        labels: dict[str, Mapping[str, str] | Sequence[str]] = {"criterion": criteria, "model": names_of(self.check.models)}
        ordered = dict.fromkeys(("theirs", "ours"), JUDGEMENTS)
        return tidy([_row(appraisal) for appraisal in self.results], names, labels=labels, ordered=ordered)

    def report(self, *, explain: bool = False) -> ConcordanceReport:
        """How many agree, and each disagreement; where everything is to be explained, what agrees too."""
        from virkningskjede.analysis.criteria.report import ConcordanceReport  # the contract's exception: a result is read where it stands

        return ConcordanceReport(self, explain)


def _row(appraisal: Appraisal) -> tuple[object, ...]:
    assessment, ours = appraisal.assessment, appraisal.ours
    of_ours = (ours.verdict, tuple(sorted(ours.possible)), ours.decided_by, ours.nodes, ours.at) if ours else (None, (), None, (), ())
    theirs = (assessment.verdict, tuple(sorted(assessment.possible)), appraisal.at)
    return (
        appraisal.name,
        assessment.criteria,
        assessment.criterion,
        appraisal.model,
        *theirs,
        appraisal.standing,
        *of_ours,
        appraisal.obstacle,
    )


def hold_against(check: Check, assessments: Assessments) -> Concordance:
    """Lay the verdicts of a check beside those of a report."""
    ours = {(verdict.criteria, verdict.criterion, verdict.model): verdict for verdict in check.results}
    results = []
    for name, assessment in assessments.assessments.items():
        at = sentences(assessment.at, assessments.source)
        for model in assessment.model:
            verdict = ours.get((assessment.criteria, assessment.criterion, model))
            needs_people = verdict is not None and verdict.verdict == "not_decidable"
            verdict = None if needs_people else verdict
            obstacle = None if verdict else "needs_people" if needs_people else _obstacle(assessment, model, check)
            results.append(Appraisal(name, assessment, model, at, verdict, _standing(assessment, verdict), obstacle))
    return Concordance(tuple(results), assessments, check)


def _standing(assessment: Assessment, ours: Verdict | None) -> Standing:
    if ours is None:
        return "not_compared"
    if assessment.verdict == ours.verdict:
        return "agrees"
    return "otherwise" if assessment.possible & ours.possible else "differs"


def _obstacle(assessment: Assessment, model: str, check: Check) -> Obstacle:
    criteria = next((criteria_set for criteria_set in check.sets if criteria_set.id == assessment.criteria), None)
    if criteria is None:
        return "no_set"
    if model not in {checked.id for checked in check.models}:
        return "no_model"
    return "no_criterion" if assessment.criterion not in criteria.criteria else "not_for"
