"""The order of boxes in their columns, so that few arrows cross.

The method is that of K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system structures" (IEEE
Transactions on Systems, Man, and Cybernetics 11, 1981): an arrow that passes a column gets a lane through it, each item is moved to
the mean place of its neighbours, column by column, and neighbours are swapped while that helps.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import NamedTuple

SWEEPS = 12
"""How many times the columns are gone through, each way in turn."""

MOST_LANES = 1_500
"""More lanes than this are not laid: nobody could follow them, and they would take long to untangle."""

MOST_FOR_ALL_STRATEGIES = 400
"""With more items than this only the first strategy is tried."""

ARC_COST = 0.4
"""What an arrow within a column costs for each item it passes, where a crossing costs 1."""


class Lane(NamedTuple):
    """A way through a column for the arrows of one style to one node."""

    target: str
    style: str
    column: int


ColumnItem = str | Lane
"""A node's id or a lane."""

Sides = tuple[dict[ColumnItem, list[ColumnItem]], dict[ColumnItem, list[ColumnItem]], dict[ColumnItem, list[ColumnItem]]]
"""Each item's neighbours in the column to its left, in that to its right, and in its own."""


@dataclass(frozen=True, slots=True)
class Layers:
    """Columns of items and the courses of arrows through them.

    Attributes:
        columns: the items of each column, from the top.
        courses: each arrow's items, from its source to its target; an arrow within a column has only the two.
    """

    columns: tuple[tuple[ColumnItem, ...], ...]
    courses: Mapping[tuple[str, str], tuple[ColumnItem, ...]]

    def neighbours(self) -> Sides:
        """Each item's neighbours in the column to its left, in that to its right, and in its own."""
        column_of = {item: number for number, column in enumerate(self.columns) for item in column}
        sides: tuple[dict[ColumnItem, list[ColumnItem]], ...] = tuple({item: [] for item in column_of} for _ in range(3))
        joins = dict.fromkeys((a, b) for course in self.courses.values() for a, b in pairwise(course))
        for a, b in joins:
            step = column_of[b] - column_of[a]
            forth, back = (2, 2) if step == 0 else (1, 0) if step > 0 else (0, 1)
            sides[forth][a].append(b)
            sides[back][b].append(a)
        return sides[0], sides[1], sides[2]


def layered(columns: Sequence[Sequence[str]], arrows: Iterable[tuple[str, str, str]]) -> Layers:
    """Lay arrows through columns of nodes.

    Args:
        columns: ids of nodes.
        arrows: source, target and style; arrows of one style to one node share their lanes.

    Returns:
        The layers. Where more than `MOST_LANES` would be needed there are none: the arrows run straight.
    """
    column_of = {name: number for number, column in enumerate(columns) for name in column}
    courses: dict[tuple[str, str], tuple[ColumnItem, ...]] = {}
    lanes: dict[Lane, None] = {}
    for source, target, style in arrows:
        start, end = column_of[source], column_of[target]
        passed = range(start + 1, end) if start <= end else range(start - 1, end, -1)
        course = [Lane(target, style, number) for number in passed] if len(lanes) <= MOST_LANES else []
        lanes.update(dict.fromkeys(course))
        courses[source, target] = (source, *course, target)
    if len(lanes) > MOST_LANES:
        return Layers(tuple(map(tuple, columns)), {ends: ends for ends in courses})
    items: list[list[ColumnItem]] = [list(column) for column in columns]
    for lane in lanes:
        items[lane.column].append(lane)
    return Layers(tuple(map(tuple, items)), courses)


class Strategy(NamedTuple):
    """One way to go through the columns; which is best differs from model to model, so all are tried.

    Attributes:
        swapping: whether neighbours are swapped after each sweep, and not only when an order is judged.
        leftwards: whether the first sweep goes to the left.
        both_sides: whether an item is drawn to all its neighbours, and not only to those in the column before.
    """

    swapping: bool
    leftwards: bool
    both_sides: bool


STRATEGIES = tuple(Strategy(*choice) for choice in product((False, True), repeat=3))


def untangled(layers: Layers) -> Layers:
    """The same layers in an order with few crossings. Items that no arrow touches go to the bottom, in the order they had."""
    sides = layers.neighbours()
    touched = [[item for item in column if any(side[item] for side in sides)] for column in layers.columns]
    strategies = STRATEGIES if sum(map(len, touched)) <= MOST_FOR_ALL_STRATEGIES else STRATEGIES[:1]
    seen: set[tuple[tuple[ColumnItem, ...], ...]] = set()
    orders = (order for strategy in strategies for order in _attempts(touched, sides, strategy, seen))
    best = min(orders, key=lambda order: _tangle(order, sides))
    moved = {item for column in best for item in column}
    untouched = [[item for item in column if item not in moved] for column in layers.columns]
    return Layers(tuple((*column, *left) for column, left in zip(best, untouched, strict=True)), layers.courses)


def _attempts(
    columns: list[list[ColumnItem]], sides: Sides, strategy: Strategy, seen: set[tuple[tuple[ColumnItem, ...], ...]]
) -> Iterator[list[list[ColumnItem]]]:
    """The order after each sweep, unless the sweeps have come to it before."""
    before, after, beside = sides
    around = {item: [*before[item], *after[item], *beside[item]] for item in before} if strategy.both_sides else None
    order = [list(column) for column in columns]
    shares = {item: share for column in order for item, share in _shares(column)}
    for sweep in range(SWEEPS):
        rightwards = (sweep % 2 == 0) != strategy.leftwards
        for column in order if rightwards else reversed(order):
            _by_neighbours(column, shares, around or (before if rightwards else after))
            shares.update(_shares(column))
        if strategy.swapping:
            _swap(order, sides, rounds=2)
            shares = {item: share for column in order for item, share in _shares(column)}
        come_to = tuple(map(tuple, order))
        if come_to not in seen:
            seen.add(come_to)
            judged = [list(column) for column in order]
            _swap(judged, sides, rounds=SWEEPS)
            yield judged


def _shares(column: Sequence[ColumnItem]) -> Iterator[tuple[ColumnItem, float]]:
    """Each item with how far down its column it stands, as a share of the column."""
    return ((item, (place + 0.5) / len(column)) for place, item in enumerate(column))


def _by_neighbours(column: list[ColumnItem], shares: Mapping[ColumnItem, float], sides: Mapping[ColumnItem, list[ColumnItem]]) -> None:
    """Sort the column by the mean place of each item's neighbours on one side; items without any keep their place."""

    def mean_place(item: ColumnItem) -> float:
        near = sides[item]
        return sum(shares[neighbour] for neighbour in near) / len(near) if near else shares[item]

    column.sort(key=mean_place)


def _swap(order: list[list[ColumnItem]], sides: Sides, *, rounds: int) -> None:
    """Swap neighbours in each column while that lowers the cost."""
    before, after, beside = sides
    places = {item: place for column in order for place, item in enumerate(column)}
    for _ in range(rounds):
        better = False
        for column in order:
            # Places in other columns stay as they are while one column is gone through.
            left, right = ({item: sorted([places[neighbour] for neighbour in side[item]]) for item in column} for side in (before, after))
            for upper in range(len(column) - 1):
                a, b = column[upper], column[upper + 1]
                gain = _gain(left[a], left[b]) + _gain(right[a], right[b])
                if beside[a] or beside[b]:
                    gain += ARC_COST * _shortened(a, b, beside, places)
                if gain > 0:
                    column[upper], column[upper + 1] = b, a
                    places[a], places[b] = upper + 1, upper
                    better = True
        if not better:
            return


def _gain(of_upper: list[int], of_lower: list[int]) -> float:
    """How many crossings go away when the upper item changes places with the lower. Both lists are sorted."""
    if not of_upper or not of_lower:
        return 0.0
    gain = 0.0
    for place in of_upper:
        gain += bisect_left(of_lower, place) + bisect_right(of_lower, place) - len(of_lower)
    return gain


def _shortened(a: ColumnItem, b: ColumnItem, beside: Mapping[ColumnItem, list[ColumnItem]], places: Mapping[ColumnItem, int]) -> int:
    """How much shorter the arrows within the column get when ``a`` moves down one place and ``b`` up."""
    down = sum(1 if places[neighbour] > places[a] else -1 for neighbour in beside[a] if neighbour != b)
    up = sum(1 if places[neighbour] < places[b] else -1 for neighbour in beside[b] if neighbour != a)
    return down + up


def _tangle(order: list[list[ColumnItem]], sides: Sides) -> float:
    """What an order costs: its crossings, and the length of arrows within columns."""
    _, after, beside = sides
    places = {item: place for column in order for place, item in enumerate(column)}
    cost = 0.0
    for column in order:
        seen: list[int] = []
        for item in column:
            ends = sorted(places[neighbour] for neighbour in after[item])
            cost += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
            for end in ends:
                insort(seen, end)
            cost += ARC_COST * sum(abs(places[neighbour] - places[item]) - 1 for neighbour in beside[item]) / 2
    return cost
