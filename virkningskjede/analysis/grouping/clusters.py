"""The tree of models: the most alike are joined first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from statistics import correlation
from typing import TYPE_CHECKING, Any, NamedTuple

from virkningskjede.drawing.heatmap.grid import Join, Tree
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word

if TYPE_CHECKING:
    from types import ModuleType

EXTRA = "virkningskjede[grouping]"
"""What installs the libraries that this needs."""


def tree(names: Sequence[str], values: Mapping[tuple[str, str], float]) -> Tree:
    """Join models by average linkage: always the clusters whose models are the most alike on average (needs scipy).

    Average linkage (UPGMA) asks only for similarities, where Ward's method asks for distances in a space; it weighs all the pairs of two
    clusters, where single and complete linkage hang on one. R. R. Sokal & C. D. Michener: A statistical method for evaluating
    systematic relationships. University of Kansas Science Bulletin 38 (1958), 1409–1438. How faithful the tree is, is the cophenetic
    correlation: R. R. Sokal & F. J. Rohlf: The comparison of dendrograms by objective methods. Taxon 11 (1962), 33–40.

    Clusters that are equally near join at once, so that the tree does not hang on what the models are called: A. Fernández & S. Gómez:
    Solving non-uniqueness in agglomerative hierarchical clustering using multidendrograms. Journal of Classification 25 (2008), 43–65.

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
    similarities = [values[pair] for pair in combinations(names, 2)]
    merged = merges(similarities, len(names))
    distances = [1.0 - value for value in similarities]
    linked = hierarchy.optimal_leaf_ordering(_linkage(merged, len(names)), distances)  # neighbours are as alike as the tree allows
    under: list[tuple[str, ...]] = [(name,) for name in names]
    joins = []
    for one, other, distance, _ in linked.tolist():
        left, right = under[int(one)], under[int(other)]
        joins.append(Join(left, right, 1.0 - distance))
        under.append(left + right)
    leaves = under[-1]
    ties = tuple(_in_order(merge, names, leaves) for merge in merged if len(merge.branches) > 2)
    return Tree(leaves, tuple(joins), _correlation(distances, hierarchy.cophenet(linked).tolist()), ties)


class Merge(NamedTuple):
    """Branches that become one: two, or more where they are equally near. Each branch is the numbers of its leaves."""

    branches: tuple[tuple[int, ...], ...]
    similarity: float


SAME = 1e-9
"""Means that differ by less than this are equal: they are sums of fractions, and no two fractions of so small numbers are so near."""


def merges(similarities: Sequence[float], count: int) -> list[Merge]:
    """Average linkage of so many things by the similarity of every two, with all that is equally near joined at once.

    >>> merges([0.5, 0.5, 0.1], 3)
    [Merge(branches=((0,), (1,), (2,)), similarity=0.5)]
    """
    branches: list[tuple[int, ...]] = [(leaf,) for leaf in range(count)]
    sums: dict[int, dict[int, float]] = {place: {} for place in range(count)}
    for (one, other), value in zip(combinations(range(count), 2), similarities, strict=True):
        sums[one][other] = sums[other][one] = value
    means = {place: dict(row) for place, row in sums.items()}
    nearest = {place: max(row.values(), default=-1.0) for place, row in means.items()}  # so that not every pair is held up each time
    merged: list[Merge] = []
    while len(sums) > 1:
        best = max(nearest.values())
        near = [place for place, mean in nearest.items() if mean > best - SAME]
        pairs = [(one, other) for one in near for other, mean in means[one].items() if one < other and mean > best - SAME]
        for group in _connected(pairs):
            merged.append(Merge(tuple(branches[place] for place in group), best))
            new = len(branches)
            branches.append(tuple(sorted(leaf for place in group for leaf in branches[place])))
            rows = [sums.pop(place) for place in group]
            for place in group:
                del means[place], nearest[place]
            size = len(branches[new])
            rest = {other: sum([row[other] for row in rows]) for other in sums}
            to = {other: total / (len(branches[other]) * size) for other, total in rest.items()}
            for other, mean in to.items():
                own = means[other]
                gone = max([own.pop(place) for place in group])
                for place in group:
                    del sums[other][place]
                sums[other][new] = rest[other]
                own[new] = mean
                nearest[other] = max(own.values()) if gone == nearest[other] else max(nearest[other], mean)
            sums[new], means[new], nearest[new] = rest, to, max(to.values(), default=-1.0)
    return merged


def _connected(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups that pairs hang together in."""
    group: dict[int, list[int]] = {}
    for one, other in pairs:
        left, right = group.setdefault(one, [one]), group.setdefault(other, [other])
        if left is not right:
            left += right
            group.update(dict.fromkeys(right, left))
    return [sorted(members) for members in {id(members): members for members in group.values()}.values()]


def _linkage(merged: Iterable[Merge], count: int) -> Any:
    """The same as the matrix of scipy: two branches a row, so that more than two take several rows at the same distance."""
    import numpy as np  # comes with scipy

    number: dict[tuple[int, ...], int] = {(leaf,): leaf for leaf in range(count)}
    rows: list[tuple[float, ...]] = []
    for merge in merged:
        whole, *rest = merge.branches
        for branch in rest:
            joined = tuple(sorted(whole + branch))
            rows.append((number[whole], number[branch], 1.0 - merge.similarity, len(joined)))
            number[joined] = count + len(rows) - 1
            whole = joined
    return np.array(rows, dtype=float)


def _in_order(merge: Merge, names: Sequence[str], leaves: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The branches of a merge by name, in the order of the tree."""
    place = {leaf: position for position, leaf in enumerate(leaves)}
    branches = (tuple(sorted((names[leaf] for leaf in branch), key=place.__getitem__)) for branch in merge.branches)
    return tuple(sorted(branches, key=lambda branch: place[branch[0]]))


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
    """Pearson's correlation; None when one of them does not vary, but for what sums of fractions are off by."""
    return correlation(xs, ys) if all(max(numbers) - min(numbers) > SAME for numbers in (xs, ys)) else None
