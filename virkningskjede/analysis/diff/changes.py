"""A diff and its changes, as frozen values."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args

from virkningskjede.analysis.diff.adherence import Adherence, adherence
from virkningskjede.arguments import checked
from virkningskjede.i18n import Lang, Word
from virkningskjede.i18n.language import chosen
from virkningskjede.matching import Kin, Matching, Proposal, kin, proposals
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.plain import plain
from virkningskjede.model.values import STAGES, Weight
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.diff.report import DiffReport

ChangeKind = Literal["added", "removed", "changed", "retargeted", "refined", "progressed"]
"""What happened from the first to the second.

``retargeted``: one arrow that kept the node at its one end and got another at the other. ``refined``: a term became narrower, an
amount tighter within its old bounds, or words became a number. ``progressed``: a status came further.
"""

ChangeElement = Literal["node", "link", "field"]
"""What it happened to: an entry of any section, an arrow, or one field of either or of the model itself."""

WEIGHTS: tuple[Weight, ...] = get_args(Weight)
"""How much a change can matter, the gravest first."""


def as_text(value: object) -> str | None:
    """A value of a model as a text: a text as it is, anything else as JSON; None for no value."""
    data = plain(value)
    return data if data is None or isinstance(data, str) else json.dumps(data, ensure_ascii=False, default=str)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        kind: what happened.
        element: what it happened to.
        path_a: where in the first model, such as ``activities.kurs.leads_to.mestring`` or ``activities.kurs.dose.frequency``; None
            for what only the second has.
        path_b: where in the second; None for what only the first has.
        before: the first model's typed value; for a retargeted arrow the id at the end that moved. None for no value.
        after: the second model's.
        weight: how much it matters.
        reason: why it is this kind of change, as a phrase of the catalogue.
        among: the diff that it was first told in, which knows what things are called; it is no part of what the change is.
    """

    kind: ChangeKind
    element: ChangeElement
    path_a: str | None
    path_b: str | None
    before: object
    after: object
    weight: Weight
    reason: Word
    among: Diff | None = field(default=None, repr=False, compare=False)

    def __repr__(self) -> str:
        return f"Change({self.kind} {self.element} {self.path}, {self.weight})"

    @property
    def path(self) -> str:
        """Where in the first model; in the second, for what the first does not have."""
        return self.path_a or self.path_b or ""

    def why(self, lang: Lang | None = None) -> str:
        """The reason in a language."""
        lang = chosen(lang)
        return self.reason.in_(lang)

    def sentence(self, lang: Lang | None = None) -> str:
        """It in a sentence, as ``virkningskjede diff`` prints it. What came or went says its arrows too.

        >>> from virkningskjede.analysis.diff import diff
        >>> old = LogicModel.model_validate({"id": "m", "activities": {"kurs": {"label": "Course", "status": "planned"}}})
        >>> new = LogicModel.model_validate({"id": "m", "activities": {"kurs": {"label": "Course", "status": "in_use"}}})
        >>> [change.sentence("en") for change in diff(old, new).changes]
        ['“Course”: status has come from planned to in use']
        """
        lang = chosen(lang)
        from virkningskjede.analysis.diff.report import sentence_of  # the contract's exception: a result is read where it stands

        return sentence_of(self, lang)


@dataclass(frozen=True)
class Diff(Reported):
    """What differs between two models (or two versions of one, when they have the same id).

    Attributes:
        models: the two.
        comparable: False when nothing in the one chain matches anything in the other. Then the changes list everything.
        changes: in the order of sections, then of ids and fields. It does not depend on the order of the files.
        matching: which entries were held to be the same, and why.
        vocabulary: the codebook it was made with.
    """

    models: tuple[LogicModel, LogicModel] = field(repr=False)
    comparable: bool
    changes: tuple[Change, ...]
    matching: Matching = field(repr=False)
    vocabulary: Vocabulary | None = field(default=None, repr=False)

    def __repr__(self) -> str:
        return (
            f"Diff({self.a} and {self.b}: {len(self.changes)} changes)"
            if self.comparable
            else f"Diff({self.a} and {self.b}: not comparable)"
        )

    @property
    def a(self) -> str:
        """The id of the first model."""
        return self.models[0].id

    @property
    def b(self) -> str:
        """The id of the second model."""
        return self.models[1].id

    @property
    def same_model(self) -> bool:
        """Whether they are versions of one model."""
        return self.a == self.b

    @property
    def summary(self) -> Mapping[str, int]:
        """How many changes in all, of each kind and of each weight; and how many nodes of the chains match or stand alone."""
        kinds = Counter(change.kind for change in self.changes)
        weights = Counter(change.weight for change in self.changes)
        return {
            "changes": len(self.changes),
            **{kind: kinds[kind] for kind in get_args(ChangeKind)},
            **{weight: weights[weight] for weight in WEIGHTS},
            "matched": len(self.matching.in_chain),
            "only_a": sum(section in STAGES for section, _ in self.matching.only_a),
            "only_b": sum(section in STAGES for section, _ in self.matching.only_b),
        }

    @cached_property
    def akin(self) -> tuple[Kin, Kin]:
        """For some of what is in the first only, and in the second only: what it is coded like that is in a pair with another."""
        return kin(*self.models, self.matching, self.vocabulary)

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """Entries without a partner that look alike by their labels. They count nowhere; somebody must code them alike first."""
        akin_a, akin_b = self.akin
        return tuple(
            proposal for proposal in proposals(*self.models, self.matching) if proposal.a not in akin_a and proposal.b not in akin_b
        )

    @cached_property
    def adherence(self) -> Adherence | None:
        """What the one model says of what the other, its template, asks for; None when neither follows the other."""
        return adherence(*self.models, self.vocabulary)

    @checked
    def only(self, changes: Iterable[Change]) -> Diff:
        """The same diff with these changes alone, such as `virkningskjede.analysis.diff.filters` choose."""
        return replace(self, changes=tuple(changes))

    def sentences(self, lang: Lang | None = None) -> tuple[str, ...]:
        """Each change in a sentence, as ``virkningskjede diff`` prints them.

        >>> old, new = (LogicModel.model_validate({"id": "m", "activities": {"kurs": {"label": label}}}) for label in ("Kurs", "Et kurs"))
        >>> from virkningskjede.analysis.diff import diff
        >>> diff(old, new).sentences("en")
        ('“Kurs” is now called “Et kurs”',)
        """
        lang = chosen(lang)
        from virkningskjede.analysis.diff.report import sentences_of  # the contract's exception: a result is read where it stands

        return sentences_of(self, lang)

    def to_frame(self, lang: Lang | None = None) -> pd.DataFrame:
        """One row for each change, with its sentence. Needs the extra ``pandas``.

        ``before`` and ``after`` are texts: a value that is none is written as JSON. ``kind`` and ``element`` are the words of the JSON, and
        ``weight`` an ordered categorical, the least first.

        >>> list(Diff((LogicModel(id="m"), LogicModel(id="m")), True, (), Matching((), (), ())).to_frame().columns)
        ['kind', 'element', 'path', 'path_b', 'sentence', 'before', 'after', 'weight', 'reason']
        """

        lang = chosen(lang)
        rows = [
            (
                change.kind,
                change.element,
                change.path,
                change.path_b,
                sentence,
                as_text(change.before),
                as_text(change.after),
                change.weight,
                change.why(lang),
            )
            for change, sentence in zip(self.changes, self.sentences(lang), strict=True)
        ]
        columns = ("kind", "element", "path", "path_b", "sentence", "before", "after", "weight", "reason")
        return tidy(rows, columns, ordered={"weight": tuple(reversed(WEIGHTS))})

    def report(self, *, listed: bool = False) -> DiffReport:
        """What it has to say: a report of two models, or the changes one by one where they are versions or that is asked for.

        >>> Diff((LogicModel(id="m"), LogicModel(id="m")), True, (), Matching((), (), ())).to_markdown(lang="en")
        '# m: changes\\n\\nNo differences.\\n'
        """
        from virkningskjede.analysis.diff.report import DiffReport  # the contract's exception: a result is read where it stands

        return DiffReport(self, listed)
