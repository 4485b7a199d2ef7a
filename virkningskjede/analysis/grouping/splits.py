"""How well a division of models into groups fits how alike they are, and how many divisions would fit as well."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import combinations, compress, starmap
from math import comb
from operator import eq

from virkningskjede.model.values import FrozenMap

MOST_SPLITS = 20_000
"""Divisions are tried one and all up to this number. Beyond it, `DRAWN` of them are drawn at random."""

DRAWN = 999

MOST_WITHOUT = 2_000
"""What hangs on single models is worked out where there are at most so many divisions."""

MOST_LEFT_OUT = 100
"""And at most so many models: each of them is left out once, and every division is tried again."""

TABLED_PAIRS = 1_000_000
"""Which pairs are within groups is tabled for divisions with at most so many pairs in all; beyond it, memory goes before time."""

ALPHA = 0.05
"""Below this share, a fit is called clear."""

Groups = Mapping[str, tuple[str, ...]]
"""The name of each group, and the ids of its models in alphabetical order."""

Split = tuple[int, ...]
"""A division of models in alphabetical order: the number of each one's group."""


@dataclass(frozen=True, slots=True)
class DivisionFit:
    """How well a division fits.

    Attributes:
        by: what divides: ``template`` or ``progress``.
        groups: the groups.
        within: the mean similarity of two models of the same group.
        between: the mean similarity of two models of different groups.
        alike: the mean similarity of two models of each group; None for a group of one.
        r: Clarke's R, from -1 to 1: the mean rank of unlikeness between groups less that within them, over half the number of pairs.
            About 0 when the division has nothing to do with likeness, 1 when any two of the same group are more alike than any two of
            different groups.
        rank: how many of the divisions into groups of these sizes have a higher R, plus one.
        splits: how many such divisions there are, or were drawn.
        p: the share of them, this one included, whose R is as high or higher.
        exact: whether they were tried one and all.
        best: the ids of the groups of the division with the highest R; the first in the alphabet of several.
        best_r: its R.
        bests: how many of the divisions have that R.
        without: for each model, p without it; those without which there are no groups to hold against each other are not here. Empty too
            where there are too many divisions to try, or too many models.
    """

    by: str
    groups: Groups
    within: float
    between: float
    alike: Mapping[str, float | None]
    r: float
    rank: int
    splits: int
    p: float
    exact: bool
    best: tuple[tuple[str, ...], ...]
    best_r: float
    bests: int = 1
    without: Mapping[str, float] = field(default_factory=dict, hash=False)

    @property
    def clear(self) -> bool:
        """Whether few other divisions fit as well."""
        return self.p < ALPHA


def testable(groups: Groups) -> bool:
    """Whether there are two models in one group and one in another."""
    return len(groups) > 1 and any(len(members) > 1 for members in groups.values())


def fit(by: str, groups: Groups, values: Mapping[tuple[str, str], float]) -> DivisionFit | None:
    """Hold a division against how alike the models are, and against every other division into groups of the same sizes.

    The statistic is the R of ANOSIM: K. R. Clarke: Non-parametric multivariate analyses of changes in community structure. Australian
    Journal of Ecology 18 (1993), 117–143. With few models no division need be drawn at random: all are tried, so the share is exact.

    Args:
        by: what divides.
        groups: the groups.
        values: the similarity of every two models.

    Returns:
        The fit; None when there is nothing to hold against each other.

    >>> found = fit("template", {"x": ("a", "b"), "y": ("c", "d")}, {("a", "b"): 0.9, ("a", "c"): 0.1, ("a", "d"): 0.2,
    ...     ("b", "c"): 0.3, ("b", "d"): 0.2, ("c", "d"): 0.8})
    >>> found.r, found.rank, found.splits, round(found.p, 3)
    (1.0, 1, 3, 0.333)
    """
    fitted = _fit(by, groups, values)
    if fitted is None or fitted.splits > MOST_WITHOUT or sum(map(len, groups.values())) > MOST_LEFT_OUT:
        return fitted
    return replace(fitted, without=dict(_without(groups, values)))


def _without(groups: Groups, values: Mapping[tuple[str, str], float]) -> Iterator[tuple[str, float]]:
    """How much hangs on single models: p without each of them."""
    for name in sorted(name for members in groups.values() for name in members):
        rest = {group: tuple(member for member in members if member != name) for group, members in groups.items()}
        fitted = _fit("", {group: members for group, members in rest.items() if members}, values)
        if fitted is not None:
            yield name, fitted.p


def _fit(by: str, groups: Groups, values: Mapping[tuple[str, str], float]) -> DivisionFit | None:
    if not testable(groups):
        return None
    names = sorted(name for members in groups.values() for name in members)
    own = split_of(groups, names)
    tried = splits(own)
    pairs = list(combinations(range(len(names)), 2))
    ranked = ranks([values[names[a], names[b]] for a, b in pairs])
    scores = rivals(own).scores(ranked)
    mine = within_rank(own, ranked)
    best, lowest = min(zip(tried, scores, strict=True), key=lambda scored: (scored[1], scored[0]))
    itself = 0 if is_exact(own) else 1  # a draw need not hold the division that is tested (B. Phipson & G. K. Smyth 2010)
    met = itself + sum(score <= mine for score in scores)
    same = [values[names[a], names[b]] for a, b in pairs if own[a] == own[b]]
    other = [values[names[a], names[b]] for a, b in pairs if own[a] != own[b]]
    return DivisionFit(
        by,
        FrozenMap(groups),
        _mean(same),
        _mean(other),
        FrozenMap({name: _alike(members, values) for name, members in groups.items()}),
        r_of(mine, len(same), len(pairs)),
        1 + sum(score < mine for score in scores),
        len(tried),
        met / (itself + len(tried)),
        not itself,
        tuple(tuple(name for name, group in zip(names, best, strict=True) if group == number) for number in range(len(groups))),
        r_of(lowest, len(same), len(pairs)),
        sum(score == lowest for score in scores),
    )


def split_of(groups: Groups, names: Sequence[str]) -> Split:
    """The groups as numbers, in the order of the models."""
    number = {name: position for position, members in enumerate(groups.values()) for name in members}
    return tuple(number[name] for name in names)


def splits(split: Split) -> tuple[Split, ...]:
    """Every division into groups of the same sizes, each once; a seeded draw of them when there are more than `MOST_SPLITS`."""
    return _every(_sizes(split)) if is_exact(split) else _drawn(_sizes(split))


def is_exact(split: Split) -> bool:
    """Whether every division into groups of these sizes is tried."""
    return _ways(_sizes(split)) <= MOST_SPLITS


def _sizes(split: Split) -> tuple[int, ...]:
    return tuple(split.count(group) for group in range(max(split) + 1))


def _ways(sizes: Sequence[int]) -> int:
    left, number = sum(sizes), 1
    for size in sizes:
        number *= comb(left, size)
        left -= size
    return number


@lru_cache(maxsize=64)
def _every(sizes: tuple[int, ...]) -> tuple[Split, ...]:
    divisions: list[Split] = [(-1,) * sum(sizes)]
    for group, size in enumerate(sizes):
        divisions = [
            tuple(group if place in chosen else number for place, number in enumerate(split))
            for split in divisions
            for chosen in map(frozenset, combinations([place for place, number in enumerate(split) if number < 0], size))
        ]
    return tuple(split for split in divisions if _in_order(split, sizes))


def _in_order(split: Split, sizes: Sequence[int]) -> bool:
    """Whether groups of one size stand in the order of their first models: to swap their names makes no other division."""
    return all(sizes[one] != sizes[other] or split.index(one) < split.index(other) for one, other in combinations(range(len(sizes)), 2))


@lru_cache(maxsize=64)
def _drawn(sizes: tuple[int, ...]) -> tuple[Split, ...]:
    draw = random.Random(0)
    every = [group for group, size in enumerate(sizes) for _ in range(size)]
    return tuple(tuple(draw.sample(every, len(every))) for _ in range(DRAWN))


def ranks(values: Sequence[float]) -> list[float]:
    """The rank of each pair by unlikeness: 1 for the most alike; equal ones share the mean of their ranks.

    >>> ranks([0.5, 0.9, 0.5, 0.1])
    [2.5, 1.0, 2.5, 4.0]
    """
    rank: dict[float, float] = {}
    before = 0
    for value, count in sorted(Counter(values).items(), reverse=True):
        rank[value] = before + (count + 1) / 2
        before += count
    return [rank[value] for value in values]


def within_rank(split: Split, ranked: Iterable[float]) -> float:
    """The sum of the ranks within groups, of all pairs in order. Halves add up exactly, so that equal divisions come out as equal."""
    return sum(compress(ranked, starmap(eq, combinations(split, 2))))  # thousands of divisions are tried, so no step is taken in Python


class Rivals:
    """Divisions of the same models, held against each other by the ranks within their groups."""

    def __init__(self, tried: Sequence[Split]) -> None:
        import numpy as np  # comes with scipy

        self.numbers = np.array(tried, dtype=np.int16)
        self.rows, self.columns = np.triu_indices(self.numbers.shape[1], 1)  # in the order of `combinations`
        small = len(tried) * len(self.rows) <= TABLED_PAIRS
        self.within = (self.numbers[:, self.rows] == self.numbers[:, self.columns]).astype(float) if small else None

    def scores(self, ranked: Sequence[float]) -> list[float]:
        """`within_rank` of each. Ranks are halves, so the sums are exact in any order."""
        import numpy as np

        if self.within is not None:
            return list((self.within @ np.array(ranked)).tolist())
        count = self.numbers.shape[1]
        square = np.zeros((count, count))
        square[self.rows, self.columns] = ranked
        scores = np.zeros(len(self.numbers))
        for group in range(int(self.numbers.max()) + 1):
            members = (self.numbers == group).astype(float)
            scores += np.einsum("ij,ij->i", members @ square, members)
        return list(scores.tolist())


def rivals(split: Split) -> Rivals:
    """The divisions of `splits`."""
    return _rivals(_sizes(split))


@lru_cache(maxsize=8)
def _rivals(sizes: tuple[int, ...]) -> Rivals:
    return Rivals(splits(tuple(group for group, size in enumerate(sizes) for _ in range(size))))


def r_of(within: float, inside: int, pairs: int) -> float:
    """Clarke's R from the sum of ranks within groups.

    Args:
        within: the sum of the ranks within groups.
        inside: the number of pairs within groups.
        pairs: the number of all pairs.
    """
    between = (pairs * (pairs + 1) / 2 - within) / (pairs - inside)
    return (between - within / inside) / (pairs / 2)


def _alike(members: Sequence[str], values: Mapping[tuple[str, str], float]) -> float | None:
    similarities = [values[pair] for pair in combinations(members, 2)]
    return _mean(similarities) if similarities else None


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
