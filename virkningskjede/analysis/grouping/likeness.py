"""How alike models are, two by two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from virkningskjede.analysis.grouping.holdings import Holding, HoldingItem
from virkningskjede.analysis.grouping.ways import WAYS, holding
from virkningskjede.arguments import checked
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.i18n.likely import no_choice
from virkningskjede.model import LogicModel, Models, models_of
from virkningskjede.model.codebook import Comparison
from virkningskjede.model.values import FrozenMap
from virkningskjede.project import ALONE, Project
from virkningskjede.query import QueryContext
from virkningskjede.report import Reported

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.grouping.report import SimilarityReport


@dataclass(frozen=True, slots=True, repr=False)
class Similarity(Reported):
    """How alike models are, two by two, from 0 (nothing in common) to 1 (the same).

    A model that has nothing of what is asked for is neither like nor unlike any other: silence is not an answer.

    Attributes:
        by: what they are held to have in common: ``terms``, ``arrows``, ``status`` or a comparison.
        models: the models, in the order they were given.
        values: the similarity of every two different models, by their ids in alphabetical order; None where one of them has nothing.
        empty: ids of the models that have nothing of what is asked for.
    """

    by: str | Comparison
    models: tuple[LogicModel, ...]
    values: Mapping[tuple[str, str], float | None]
    empty: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        return f"Similarity({self.name}: {len(self.models)} models)"

    @property
    def name(self) -> str:
        """What they are held to have in common, as it was asked for."""
        return self.by.id if isinstance(self.by, Comparison) else self.by

    @checked
    def value(self, a: str, b: str) -> float | None:
        """How alike two models are; 1 for a model and itself, and None where there is nothing to compare.

        Raises:
            UsageError: there is no such model.
        """
        ids = [model.id for model in self.models]
        for name in (a, b):
            if name not in ids:
                raise UsageError(Word("group.no_model", (("name", name), ("known", ", ".join(ids)))))
        if a in self.empty or b in self.empty:
            return None
        return 1.0 if a == b else self.values[min(a, b), max(a, b)]

    def rows(self) -> Iterator[tuple[str, tuple[float | None, ...]]]:
        """Each model with its similarity to every model, itself included, in order."""
        names = [model.id for model in self.models]
        for name in names:
            yield name, tuple(self.value(name, other) for other in names)

    def to_frame(self) -> pd.DataFrame:
        """The matrix (needs pandas): a row and a column for each model, by id; NaN where there is nothing to compare."""
        import pandas as pd

        names = [model.id for model in self.models]
        return pd.DataFrame([list(values) for _, values in self.rows()], index=names, columns=names, dtype=float)

    def report(self) -> SimilarityReport:
        """What it has to say."""
        from virkningskjede.analysis.grouping.report import SimilarityReport  # the contract's exception: a result is read where it stands

        return SimilarityReport(self)


def jaccard(a: AbstractSet[HoldingItem], b: AbstractSet[HoldingItem]) -> float | None:
    """What two sets share of all that is in either; None when both are empty, since then there is nothing to compare.

    P. Jaccard: Étude comparative de la distribution florale dans une portion des Alpes et des Jura. Bulletin de la Société Vaudoise
    des Sciences Naturelles 37 (1901), 547–579.

    >>> jaccard({("term", "kurs"), ("term", "moter")}, {("term", "moter")})
    0.5
    """
    either = len(a | b)
    return len(a & b) / either if either else None


def similarity(models: Models, by: str | Comparison, project: Project = ALONE) -> Similarity:
    """How alike models are, two by two: the share of what either holds that both hold, as coded.

    Args:
        models: one model, several, or a portfolio.
        by: ``terms``: the terms of the chain's nodes, each with every broader one, aims apart from measures. ``arrows``: these, and
            for each arrow every pair of a term that it leaves and one that it enters. ``status``: the terms of inputs, activities and
            outputs, which weigh 1 when considered or told without a status, 2 when planned or needed, 3 when started, 4 when in use or
            completed; the share is the sum of the lesser weights over the sum of the greater. A comparison: the columns that they fill.
        project: the vocabulary, which says what is broader.

    The weighted share is M. Ružička's: Anwendung mathematisch-statistischer Methoden in der Geobotanik. Biológia (Bratislava) 13
    (1958), 647–661. What two models are both silent on makes them no more alike: silence is not an answer. Nor is a model that is silent
    on all of it unlike the others: it has no similarity to any.

    Raises:
        UsageError: there is no such way, or two models have the same id.

    >>> one, other = (LogicModel(id=name, inputs={"a": {"label": "A", "term": terms}}) for name, terms in (("x", "p"), ("y", ["p", "q"])))
    >>> similarity([one, other], "terms").value("y", "x")
    0.5
    """
    several = models_of(models)
    return alike(several, by, holdings(several, by, project))


def holdings(models: Iterable[LogicModel], by: str | Comparison, project: Project) -> dict[str, Holding]:
    """What each model holds, by its id in alphabetical order.

    Raises:
        UsageError: there is no such way.
    """
    if not isinstance(by, Comparison) and by not in WAYS:
        raise UsageError(no_choice(by, WAYS))
    return {model.id: holding(QueryContext.of(model, project), by) for model in sorted(models, key=lambda model: model.id)}


def alike(models: tuple[LogicModel, ...], by: str | Comparison, holding_of: Mapping[str, Holding]) -> Similarity:
    """How alike models are by what they hold, as coded."""
    coded = {name: own.coded for name, own in holding_of.items()}
    empty = frozenset(name for name, items in coded.items() if not items)
    values = {(a, b): None if a in empty or b in empty else jaccard(coded[a], coded[b]) for a, b in combinations(sorted(coded), 2)}
    return Similarity(by, models, FrozenMap(values), empty)
