"""What separates groups: how large a share of each holds each thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from virkningskjede.analysis.grouping.holdings import Holding, Item
from virkningskjede.analysis.grouping.splits import Groups
from virkningskjede.model.values import Count


@dataclass(frozen=True, slots=True)
class Separation:
    """How many models of each group hold something, as intervals.

    Attributes:
        item: what they hold: its kind, and its id.
        coded: how many of each group as coded.
        counts: how many of each group surely, and at the most.
        difference: the greatest share of a group less the smallest, as coded.
        least: how far apart the shares of these two groups are at the least; negative when unsure codes can turn it about.
        most: and at the most.
    """

    item: Item
    coded: Mapping[str, int]
    counts: Mapping[str, Count]
    difference: float
    least: float
    most: float


class _Held(NamedTuple):
    """What one model holds: surely, as coded, and in some reading."""

    sure: frozenset[Item]
    coded: frozenset[Item]
    possible: frozenset[Item]


def separations(groups: Groups, held: Mapping[str, Holding]) -> tuple[Separation, ...]:
    """What the models hold, in the order of how much it separates two groups: by the difference as coded, then at the least.

    What weighs by status counts once.
    """
    known = {name: _Held(*map(_once, (each.sure, each.coded, each.possible))) for name, each in held.items()}
    items = frozenset().union(*(each.possible for each in known.values()))
    found = [_separation(item, groups, known) for item in items]
    return tuple(sorted(found, key=lambda each: (-each.difference, -each.least, -each.most, each.item)))


def _once(items: frozenset[Item]) -> frozenset[Item]:
    return frozenset(item[:2] if item[0] == "term" else item for item in items)


def _separation(item: Item, groups: Groups, held: Mapping[str, _Held]) -> Separation:
    coded = {name: sum(item in held[each].coded for each in members) for name, members in groups.items()}
    counts = {
        name: Count(sum(item in held[each].sure for each in members), sum(item in held[each].possible for each in members))
        for name, members in groups.items()
    }
    sizes = {name: len(members) for name, members in groups.items()}
    shares = {name: coded[name] / sizes[name] for name in groups}
    high = max(shares, key=shares.__getitem__)
    low = min((name for name in shares if name != high), key=shares.__getitem__)
    return Separation(
        item,
        coded,
        counts,
        shares[high] - shares[low],
        counts[high].surely / sizes[high] - counts[low].possibly / sizes[low],
        counts[high].possibly / sizes[high] - counts[low].surely / sizes[low],
    )
