"""What separates groups: how large a share of each holds each thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from virkningskjede.analysis.grouping.holdings import Holding, HoldingItem
from virkningskjede.analysis.grouping.splits import Groups
from virkningskjede.model.values import Count, FrozenMap


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

    item: HoldingItem
    coded: Mapping[str, int]
    counts: Mapping[str, Count]
    difference: float
    least: float
    most: float


class _Contents(NamedTuple):
    """What one model holds: surely, as coded, and in some reading."""

    sure: frozenset[HoldingItem]
    coded: frozenset[HoldingItem]
    possible: frozenset[HoldingItem]


def separations(groups: Groups, holdings: Mapping[str, Holding]) -> tuple[Separation, ...]:
    """What the models hold, in the order of how much it separates two groups: by the difference as coded, then at the least.

    What weighs by status counts once.
    """
    contents = {name: _Contents(*map(_once, (holding.sure, holding.coded, holding.possible))) for name, holding in holdings.items()}
    items = frozenset().union(*(content.possible for content in contents.values()))
    unordered = [_separation(item, groups, contents) for item in items]
    return tuple(sorted(unordered, key=lambda separation: (-separation.difference, -separation.least, -separation.most, separation.item)))


def _once(items: frozenset[HoldingItem]) -> frozenset[HoldingItem]:
    return frozenset(item[:2] if item[0] == "term" else item for item in items)


def _separation(item: HoldingItem, groups: Groups, contents: Mapping[str, _Contents]) -> Separation:
    coded = {name: sum(item in contents[member].coded for member in members) for name, members in groups.items()}
    counts = {
        name: Count(sum(item in contents[member].sure for member in members), sum(item in contents[member].possible for member in members))
        for name, members in groups.items()
    }
    sizes = {name: len(members) for name, members in groups.items()}
    shares = {name: coded[name] / sizes[name] for name in groups}
    high = max(shares, key=shares.__getitem__)
    low = min((name for name in shares if name != high), key=shares.__getitem__)
    return Separation(
        item,
        FrozenMap(coded),
        FrozenMap(counts),
        shares[high] - shares[low],
        counts[high].surely / sizes[high] - counts[low].possibly / sizes[low],
        counts[high].possibly / sizes[high] - counts[low].surely / sizes[low],
    )
