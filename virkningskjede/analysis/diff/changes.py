"""A diff and its changes, as frozen values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args

from virkningskjede.analysis.diff.adherence import Adherence, adherence
from virkningskjede.i18n import Lang, Word
from virkningskjede.matching import Kin, Matching, Proposal, kin, proposals
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.plain import plain
from virkningskjede.model.values import STAGES, Weight
from virkningskjede.report import Reported

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
    """

    kind: ChangeKind
    element: ChangeElement
    path_a: str | None
    path_b: str | None
    before: object
    after: object
    weight: Weight
    reason: Word

    @property
    def path(self) -> str:
        """Where in the first model; in the second, for what the first does not have."""
        return self.path_a or self.path_b or ""

    def why(self, lang: Lang = "nb") -> str:
        """The reason in a language."""
        return self.reason.in_(lang)


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

    def only(self, changes: Iterable[Change]) -> Diff:
        """The same diff with these changes alone, such as `virkningskjede.analysis.diff.filters` choose."""
        return replace(self, changes=tuple(changes))

    def to_frame(self, lang: Lang = "nb") -> pd.DataFrame:
        """One row for each change, with the columns of the JSON. Needs the extra ``pandas``.

        >>> list(Diff((LogicModel(id="m"), LogicModel(id="m")), True, (), Matching((), (), ())).to_frame().columns)
        ['kind', 'element', 'path', 'path_b', 'before', 'after', 'weight', 'reason']
        """
        import pandas as pd

        rows = [
            (
                change.kind,
                change.element,
                change.path,
                change.path_b,
                plain(change.before),
                plain(change.after),
                change.weight,
                change.why(lang),
            )
            for change in self.changes
        ]
        return pd.DataFrame(rows, columns=["kind", "element", "path", "path_b", "before", "after", "weight", "reason"])

    def report(self, *, listed: bool = False) -> DiffReport:
        """What it has to say: a report of two models, or the changes one by one where they are versions or that is asked for.

        >>> Diff((LogicModel(id="m"), LogicModel(id="m")), True, (), Matching((), (), ())).to_markdown(lang="en")
        '# m: changes\\n\\nNo differences.\\n'
        """
        from virkningskjede.analysis.diff.report import DiffReport  # the contract's exception: a result is read where it stands

        return DiffReport(self, listed)
