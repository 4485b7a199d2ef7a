"""The tree of models: the most alike are joined first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from virkningskjede.catalogue import Word
from virkningskjede.errors import UsageError

if TYPE_CHECKING:
    from types import ModuleType

EXTRA = "virkningskjede[grouping]"
"""What installs the libraries that this needs."""


@dataclass(frozen=True, slots=True)
class Join:
    """Two branches that become one.

    Attributes:
        left: the ids under the upper branch, in the order of the tree.
        right: the ids under the lower one.
        similarity: the mean similarity of a model of the one and a model of the other.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Tree:
    """How models join into larger and larger clusters.

    Attributes:
        leaves: the ids in the order in which the tree can be drawn with no branches crossing.
        joins: the joins, the most alike first; one fewer than the models.
        faithful: how well the tree shows the similarities: the correlation of the similarity of every two models with that at which
            they join, at most 1; None when it is not defined.
    """

    leaves: tuple[str, ...]
    joins: tuple[Join, ...]
    faithful: float | None

    @property
    def two(self) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """The two clusters that join last; None for a single model."""
        return (self.joins[-1].left, self.joins[-1].right) if self.joins else None


def tree(names: Sequence[str], values: Mapping[tuple[str, str], float]) -> Tree:
    """Join models by average linkage: always the two clusters whose models are the most alike on average (needs scipy).

    Average linkage (UPGMA) asks only for similarities, where Ward's method asks for distances in a space; it weighs all the pairs of two
    clusters, where single and complete linkage hang on one. R. R. Sokal & C. D. Michener: A statistical method for evaluating
    systematic relationships. University of Kansas Science Bulletin 38 (1958), 1409–1438. How faithful the tree is, is the cophenetic
    correlation: R. R. Sokal & F. J. Rohlf: The comparison of dendrograms by objective methods. Taxon 11 (1962), 33–40.

    Args:
        names: the ids of the models; their order does not matter.
        values: the similarity of every two models, by their ids in alphabetical order.

    Raises:
        UsageError: scipy is not installed.
    """
    names = sorted(names)
    if len(names) < 2:
        return Tree(tuple(names), (), None)
    hierarchy = scipy_hierarchy()
    distances = [1.0 - values[pair] for pair in combinations(names, 2)]
    linked = hierarchy.linkage(distances, "average", optimal_ordering=True)  # neighbours are as alike as the tree allows
    under: list[tuple[str, ...]] = [(name,) for name in names]
    joins = []
    for one, other, distance, _ in linked.tolist():
        left, right = under[int(one)], under[int(other)]
        joins.append(Join(left, right, 1.0 - distance))
        under.append(left + right)
    shown = hierarchy.cophenet(linked).tolist()
    return Tree(under[-1], tuple(joins), _correlation(distances, shown))


def scipy_hierarchy() -> ModuleType:
    """The library that finds clusters.

    Raises:
        UsageError: it is not installed; the message says how to install it.
    """
    try:
        from scipy.cluster import hierarchy
    except ImportError:
        raise UsageError(Word("group.needs_extra", (("extra", EXTRA),))) from None
    module: ModuleType = hierarchy
    return module


def _correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Pearson's correlation; None when one of them does not vary."""
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    off = [(x - mean_x, y - mean_y) for x, y in zip(xs, ys, strict=True)]
    square_x, square_y = sum(x * x for x, _ in off), sum(y * y for _, y in off)
    if min(square_x, square_y) < 1e-12:
        return None
    found: float = sum(x * y for x, y in off) / (square_x * square_y) ** 0.5
    return found
