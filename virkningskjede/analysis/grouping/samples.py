"""What is left of the conclusions when what the text leaves open is decided otherwise, at random, many times."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, starmap
from math import comb
from operator import eq
from typing import NamedTuple

from virkningskjede.analysis.grouping.clusters import merges, scipy_hierarchy
from virkningskjede.analysis.grouping.holdings import Choice, Holding, HoldingItem, choices_of
from virkningskjede.analysis.grouping.splits import ALPHA, DivisionFit, Split, is_exact, r_of, ranks, rivals, split_of, within_rank
from virkningskjede.model.values import FrozenMap

TABLED = 4_096
"""A model's readings are tabled up to this number, and so are samples; beyond it each draw is put together and judged anew."""

SAMPLES, LEAST = 10_000, 100
"""How many samples are drawn while that is cheap, and however many models there are."""

CHEAP = 500_000
"""So many pairs of models may be held against each other in all the samples, unless a number of samples is asked for."""


def cheap_samples(models: int) -> int:
    """How many samples of so many models are drawn when no number is asked for.

    >>> cheap_samples(9), cheap_samples(90), cheap_samples(900)
    (10000, 124, 100)
    """
    return max(LEAST, min(SAMPLES, CHEAP // max(1, comb(models, 2))))


class Spread(NamedTuple):
    """How a number spreads over the samples: the least, the 5th percentile, the median, the 95th, and the greatest."""

    least: float
    low: float
    middle: float
    high: float
    most: float


@dataclass(frozen=True, slots=True)
class Survival:
    """How a fit fares in the samples. Shares are of the samples in which there are two groups to hold against each other.

    Attributes:
        by: what divides.
        tested: in how many samples there were such groups.
        r: Clarke's R.
        p: the share of divisions that fit as well.
        rank: the rank among them.
        same_sign: the share in which R has the sign that it has as coded.
        same_rank: the share in which the rank is as coded, or better.
        clear: the share in which p is below 0.05.
        same_groups: the share in which the groups are as coded.
    """

    by: str
    tested: int
    r: Spread
    p: Spread
    rank: Spread
    same_sign: float
    same_rank: float
    clear: float
    same_groups: float


@dataclass(frozen=True, slots=True)
class Robustness:
    """What is left of the conclusions when every open choice is drawn at random, each option as likely.

    A model that has nothing of what is asked for in some sample is left out of that sample, as one that has nothing as coded is left out
    of them all: it is neither like nor unlike the others.

    Attributes:
        samples: how many times.
        seed: of the random numbers.
        choices: how many open choices there are.
        same_clusters: the share of samples in which the clusters that join last are those of the models as coded, as far as these are in
            the sample; of the samples with at least two models, and None where there are none.
        together: for every two models, the share of samples in which they are in the same of the clusters that join last; of the samples
            that have both, and None where there are none.
        fits: how each fit fares.
        ahead: the share of samples in which the first fit has a higher R than the second; None unless there are two.
        short: in how many samples some model had nothing and was left out.
        fewer: whether fewer samples than usual were drawn, because there are many models and no number was asked for.
    """

    samples: int
    seed: int
    choices: int
    same_clusters: float | None
    together: Mapping[tuple[str, str], float | None]
    fits: tuple[Survival, ...]
    ahead: float | None
    short: int = 0
    fewer: bool = False


class _Drawn(NamedTuple):
    """One fit in one sample."""

    r: float
    p: float
    rank: int
    same_groups: bool = True


@dataclass(frozen=True, slots=True)
class Population:
    """What samples are drawn from.

    Attributes:
        holdings: what each model holds.
        progress: for each model, whether it has come far enough, as a single item.
    """

    holdings: Mapping[str, Holding]
    progress: Mapping[str, Holding]


def robustness(population: Population, last: Sequence[Sequence[str]], fits: Sequence[DivisionFit], samples: int, seed: int) -> Robustness:
    """Draw every open choice at random, many times, and ask each time for the clusters and the fits.

    Args:
        population: what the models hold, in every reading.
        last: the clusters of the models as coded that join last.
        fits: the fits of the models as coded; ``progress`` is divided anew in each sample.
        samples: how many times.
        seed: of the random numbers; the same seed gives the same numbers.

    Raises:
        UsageError: scipy is not installed.
    """
    sampler = _Sampler(population)
    names = sampler.names
    scipy_hierarchy()  # numpy comes with it
    number = {name: place for place, name in enumerate(names)}
    coded = [frozenset(number[name] for name in cluster) for cluster in last]
    joined = dict.fromkeys(combinations(range(len(names)), 2), 0)
    both = dict(joined)
    kept = clustered = short = 0
    drawn: dict[str, list[_Drawn | None]] = {fit.by: [] for fit in fits}
    testers = [_Tester(fit, names) for fit in fits]
    tabled: dict[_Draw, _Judged] = {}  # few open choices come out in few ways, each of them many times
    for draw in sampler.draw(samples, seed):
        judged = tabled.get(draw) or _judged(draw, testers)
        if len(tabled) < TABLED:
            tabled[draw] = judged
        short += len(draw.there) < len(names)
        for division, drawn_fit in zip(fits, judged.fits, strict=True):
            drawn[division.by].append(drawn_fit)
        if len(draw.there) < 2:
            continue
        clusters = judged.clusters
        clustered += 1
        kept += set(clusters) == {cluster.intersection(draw.there) for cluster in coded}
        of = {model: number for number, cluster in enumerate(clusters) for model in cluster}
        for pair in combinations(draw.there, 2):
            both[pair] += 1
            joined[pair] += of[pair[0]] == of[pair[1]]
    return Robustness(
        samples,
        seed,
        len(sampler.choices),
        kept / clustered if clustered else None,
        FrozenMap({(names[a], names[b]): count / both[a, b] if both[a, b] else None for (a, b), count in joined.items()}),
        tuple(_survival(fit, drawn[fit.by]) for fit in fits),
        _ahead(*(drawn[fit.by] for fit in fits)) if len(fits) == 2 else None,
        short,
    )


class _Draw(NamedTuple):
    """One sample.

    Attributes:
        there: the numbers of the models that have anything.
        values: the similarity of every two of them.
        far: for each of them, whether it has come far enough.
    """

    there: tuple[int, ...]
    values: tuple[float, ...]
    far: tuple[bool, ...]


class _Sampler:
    """Draws what models hold, as numbers whose bits are items."""

    def __init__(self, population: Population) -> None:
        self.names = sorted(population.holdings)
        both = [*population.holdings.values(), *population.progress.values()]
        self.choices = choices_of(both)
        bits: dict[HoldingItem, int] = {}
        for holding in both:
            for item in sorted(holding.possible):
                bits.setdefault(item, 1 << len(bits))
        self.holdings = [_Bits(population.holdings[name], bits, self.choices) for name in self.names]
        self.far = [_Bits(population.progress[name], bits, self.choices) for name in self.names]

    def draw(self, samples: int, seed: int) -> Iterable[_Draw]:
        """What the models are to each other in each sample."""
        random_ = random.Random(seed).random
        options = list(self.choices.values())
        for _ in range(samples):
            decisions = [int(random_() * count) for count in options]
            drawn = [bits.of(decisions) for bits in self.holdings]
            there = tuple(place for place, items in enumerate(drawn) if items)
            values = tuple([(a & b).bit_count() / (a | b).bit_count() for a, b in combinations(filter(None, drawn), 2)])
            yield _Draw(there, values, tuple(bool(self.far[place].of(decisions)) for place in there))


class _Bits:
    """What one model holds, by the options taken for all choices in their order."""

    def __init__(self, holding: Holding, bits: Mapping[HoldingItem, int], choices: Mapping[Choice, int]) -> None:
        place = {choice: position for position, choice in enumerate(choices)}
        self.sure = _sum(holding.sure, bits)
        self.on = sorted({place[choice] for part in holding.parts for choice in part.on})
        self.parts = [
            ([place[choice] for choice in part.on], {decisions: _sum(items, bits) for decisions, items in part.gives.items()})
            for part in holding.parts
        ]
        self.table: dict[tuple[int, ...], int] = {}

    def of(self, decisions: Sequence[int]) -> int:
        key = tuple([decisions[position] for position in self.on])
        items = self.table.get(key)
        if items is None:
            items = self.sure
            for on, gives in self.parts:
                items |= gives[tuple([decisions[position] for position in on])]
            if len(self.table) < TABLED:
                self.table[key] = items
        return items


def _sum(items: Iterable[HoldingItem], bits: Mapping[HoldingItem, int]) -> int:
    return sum(bits[item] for item in items)


class _Tester:
    """Tests one division in many samples. What does not change from sample to sample is worked out once."""

    def __init__(self, coded: DivisionFit, names: Sequence[str]) -> None:
        self.by = coded.by
        self.own = split_of(coded.groups, names)
        self.rivals: dict[tuple[int, ...], _Rivals] = {}

    def test(self, ranked: Sequence[float], draw: _Draw) -> _Drawn | None:
        """The fit in one sample; None when it has no groups to hold against each other."""
        own = _numbered(self.own[place] for place in draw.there)
        split = own if self.by != "progress" else _numbered(draw.far)
        sizes = tuple(sorted(split.count(group) for group in set(split)))
        if len(sizes) < 2 or sizes[-1] < 2:
            return None
        if sizes not in self.rivals:
            self.rivals[sizes] = _Rivals(split)
        drawn = self.rivals[sizes].against(within_rank(split, ranked), ranked)
        return drawn._replace(same_groups=split == own)


class _Judged(NamedTuple):
    """What comes of one sample: how each division fits, and the clusters that join last, none where there are not two models."""

    fits: tuple[_Drawn | None, ...]
    clusters: tuple[frozenset[int], ...]


def _judged(draw: _Draw, testers: Iterable[_Tester]) -> _Judged:
    ranked = ranks(draw.values)
    fits = tuple(tester.test(ranked, draw) for tester in testers)
    if len(draw.there) < 2:
        return _Judged(fits, ())
    last = merges(draw.values, len(draw.there))[-1]
    return _Judged(fits, tuple(frozenset(draw.there[leaf] for leaf in branch) for branch in last.branches))


def _numbered(groups: Iterable[int]) -> Split:
    """A division with its groups numbered as they come, so that equal ones are the same."""
    number: dict[int, int] = {}
    return tuple(number.setdefault(group, len(number)) for group in groups)


class _Rivals:
    """The divisions into groups of the same sizes."""

    def __init__(self, split: Split) -> None:
        self.itself = 0 if is_exact(split) else 1
        self.inside = sum(starmap(eq, combinations(split, 2)))
        self.pairs = comb(len(split), 2)
        self.others = rivals(split)

    def against(self, mine: float, ranked: Sequence[float]) -> _Drawn:
        """A division whose ranks within groups add up to this, among the others."""
        scores = self.others.scores(ranked)
        met = self.itself + sum(score <= mine for score in scores)
        return _Drawn(r_of(mine, self.inside, self.pairs), met / (self.itself + len(scores)), 1 + sum(score < mine for score in scores))


def _survival(coded: DivisionFit, drawn: Sequence[_Drawn | None]) -> Survival:
    tested = [draw for draw in drawn if draw is not None]

    def share(holds: Iterable[bool]) -> float:
        return sum(holds) / len(tested) if tested else 0.0

    return Survival(
        coded.by,
        len(tested),
        _spread([draw.r for draw in tested]),
        _spread([draw.p for draw in tested]),
        _spread([float(draw.rank) for draw in tested]),
        share((draw.r > 0) == (coded.r > 0) for draw in tested),
        share(draw.rank <= coded.rank for draw in tested),
        share(draw.p < ALPHA for draw in tested),
        share(draw.same_groups for draw in tested),
    )


def _ahead(one: Sequence[_Drawn | None], other: Sequence[_Drawn | None]) -> float | None:
    both = [a.r > b.r for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    return sum(both) / len(both) if both else None


def _spread(values: Sequence[float]) -> Spread:
    """The percentiles, each a value that came up: the first that at least so large a share of the values do not exceed."""
    order = sorted(values)
    if not order:
        return Spread(0.0, 0.0, 0.0, 0.0, 0.0)
    return Spread(*(order[max(0, -(-len(order) * percent // 100) - 1)] for percent in (0, 5, 50, 95, 100)))
