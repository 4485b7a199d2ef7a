"""How far down the page each box of a column stands: as near its neighbours as the others allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from virkningskjede.drawing.layers import ColumnItem, Lane, Layers

SWEEPS = 16
"""How many times the columns are gone through, each way in turn."""

BOX_GAP, LANE_GAP, WIDEST_GAP = 0.7, 0.5, 1.5
"""Between two boxes, beside a lane, and between two boxes where there is room, in ems."""

_TO_BOX, _TO_LANE, _WITHIN, _TO_EVEN, _NOWHERE = 1.0, 6.0, 0.3, 0.1, 1e-4
"""How strongly something pulls: a box, a lane, a box in the same column, an even spread, and the top on what no arrow touches."""


class Pull(NamedTuple):
    """Where an item should stand, and how much that weighs."""

    target: float
    weight: float


def needed(heights: Sequence[float], lanes: int, gap: float = BOX_GAP) -> float:
    """The height that boxes and lanes need in one column, in ems."""
    return sum(heights) + gap * max(0, len(heights) - 1) + LANE_GAP * lanes


def placed(layers: Layers, heights: Mapping[ColumnItem, float], room: float) -> dict[ColumnItem, float]:
    """The middle of each item, in ems from the top of the columns; nothing overlaps, and no box leaves the room if all fit in it.

    Args:
        layers: the columns in order.
        heights: the height of each box.
        room: the height of the columns; a small model takes less of it, from the top.
    """
    sides = layers.neighbours()
    room = min(room, max((_comfortable(column, heights) for column in layers.columns), default=0.0))
    gaps = [_gap(column, heights, room) for column in layers.columns]
    middles: dict[ColumnItem, float] = {}
    for column, gap in zip(layers.columns, gaps, strict=True):
        middles.update(_evenly(column, heights, gap, room))
    even = dict(middles)
    numbers = range(len(layers.columns))
    for sweep in range(SWEEPS):
        for number in numbers if sweep % 2 == 0 else reversed(numbers):
            column = layers.columns[number]
            pulls = [_pull(item, sides, middles, even) for item in column]
            middles.update(zip(column, _settled(column, pulls, heights, gaps[number], room), strict=True))
    return middles


def _comfortable(column: Sequence[ColumnItem], heights: Mapping[ColumnItem, float]) -> float:
    """The height that a column takes with all the room between boxes that it can use."""
    boxes = [heights[item] for item in column if not isinstance(item, Lane)]
    return needed(boxes, len(column) - len(boxes), WIDEST_GAP)


def _gap(column: Sequence[ColumnItem], heights: Mapping[ColumnItem, float], room: float) -> float:
    boxes = [heights[item] for item in column if not isinstance(item, Lane)]
    spare = room - needed(boxes, len(column) - len(boxes))
    return min(WIDEST_GAP, BOX_GAP + max(0.0, spare) / max(1, len(boxes)))


def _distances(column: Sequence[ColumnItem], heights: Mapping[ColumnItem, float], gap: float) -> list[float]:
    """From the middle of each item to that of the next."""
    return [
        (heights.get(a, 0.0) + heights.get(b, 0.0)) / 2 + (LANE_GAP if isinstance(a, Lane) or isinstance(b, Lane) else gap)
        for a, b in pairwise(column)
    ]


def _evenly(column: Sequence[ColumnItem], heights: Mapping[ColumnItem, float], gap: float, room: float) -> dict[ColumnItem, float]:
    if not column:
        return {}
    distances = _distances(column, heights, gap)
    ends = heights.get(column[0], 0.0) / 2, heights.get(column[-1], 0.0) / 2
    share = max(0.0, room - sum(distances) - sum(ends)) / len(column)
    middles = [ends[0] + share / 2]
    for distance in distances:
        middles.append(middles[-1] + distance + share)
    return dict(zip(column, middles, strict=True))


def _pull(
    item: ColumnItem,
    sides: Sequence[Mapping[ColumnItem, list[ColumnItem]]],
    middles: Mapping[ColumnItem, float],
    even: Mapping[ColumnItem, float],
) -> Pull:
    before, after, beside = (side[item] for side in sides)
    if not before and not after and not beside:
        return Pull(0.0, _NOWHERE)
    pulls = [(middles[near], _TO_LANE if isinstance(item, Lane) and isinstance(near, Lane) else _TO_BOX) for near in (*before, *after)]
    pulls += [(middles[near], _WITHIN) for near in beside]
    pulls.append((even[item], _TO_EVEN))
    weight = sum(strength for _, strength in pulls)
    return Pull(sum(middle * strength for middle, strength in pulls) / weight, weight)


def _settled(
    column: Sequence[ColumnItem], pulls: Sequence[Pull], heights: Mapping[ColumnItem, float], gap: float, room: float
) -> list[float]:
    """The middles nearest to what is wanted (least weighted squares) that keep the order and the distances.

    Pool adjacent violators (R. E. Barlow et al., Statistical Inference under Order Restrictions, 1972).
    """
    if not column:
        return []
    offsets = [0.0]
    for distance in _distances(column, heights, gap):
        offsets.append(offsets[-1] + distance)
    pools: list[tuple[float, float, int]] = []
    for pull, offset in zip(pulls, offsets, strict=True):
        pool = (pull.target - offset, pull.weight, 1)
        while pools and pools[-1][0] >= pool[0]:
            value, weight, size = pools.pop()
            total = weight + pool[1]
            pool = ((value * weight + pool[0] * pool[1]) / total, total, size + pool[2])
        pools.append(pool)
    lowest = heights.get(column[0], 0.0) / 2
    highest = max(lowest, room - heights.get(column[-1], 0.0) / 2 - offsets[-1])
    settled = [min(max(value, lowest), highest) for value, _, size in pools for _ in range(size)]
    return [value + offset for value, offset in zip(settled, offsets, strict=True)]
