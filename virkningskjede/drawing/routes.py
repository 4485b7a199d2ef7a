"""The curves that arrows follow: level out of a box, through the gaps of the columns between, and level into the next box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from virkningskjede.drawing.layers import ColumnItem, Lane, Layers
from virkningskjede.drawing.sheet import Rectangle, Sheet, arrows_between

Point = tuple[float, float]

HEAD = 0.62
"""The length of an arrowhead, in ems."""

_BULGE, _BULGE_MORE, _WIDEST_BULGE = 1.5, 0.09, 3.4


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow's way in points from the left and top: cubic Bézier curves (3n + 1 points) and, beyond the last, the arrow's tip."""

    points: tuple[Point, ...]
    tip: Point

    def along(self) -> Iterator[Point]:
        """Points on the way, closely spaced, from the middle of each curve outwards."""
        for share in _SHARES:
            for first in range(0, len(self.points) - 1, 3):
                yield _on_curve(self.points[first : first + 4], share)


_SHARES = tuple(0.5 + side * step / 32 for step in range(15) for side in (1, -1) if step or side > 0)


def _on_curve(points: Sequence[Point], share: float) -> Point:
    """The point at this share of a cubic Bézier curve."""
    remainder = 1 - share
    weights = (remainder**3, 3 * remainder * remainder * share, 3 * remainder * share * share, share**3)
    return (sum(w * x for w, (x, _) in zip(weights, points, strict=True)), sum(w * y for w, (_, y) in zip(weights, points, strict=True)))


def routes(sheet: Sheet) -> Mapping[tuple[str, str], Route]:
    """The way of each arrow, by the ids of its two nodes."""
    column_of = {item: number for number, column in enumerate(sheet.layers.columns) for item in column}
    sides = _arc_sides(sheet.layers)
    ports = _ports(sheet, {item: sides[number] for item, number in column_of.items()})
    by_ends: dict[tuple[str, str], Route] = {}
    for ends, course in sheet.layers.courses.items():
        points: list[Point] = []
        tip = (0.0, 0.0)
        for a, b in pairwise(course):
            step = column_of[b] - column_of[a]
            out = step or sides[column_of[a]]
            into = -step or sides[column_of[b]]
            start = _edge(sheet.places[a], ports[a, b], out)
            tip = _edge(sheet.places[b], ports[b, a], into)
            end = tip if isinstance(b, Lane) else (tip[0] + into * HEAD * sheet.em, tip[1])
            points += _straight(points[-1], start)[1:] if points else [start]
            points += (_bend(start, end) if step else _arc(start, end, out, sheet.em))[1:]
        by_ends[ends] = Route(tuple(points), tip)
    return by_ends


Direction = Literal[-1, 1]
"""Left or right."""


def _arc_sides(layers: Layers) -> list[Direction]:
    """On which side of each column its inner arrows bulge out: outwards from the first and the last, else where fewer arrows run."""
    _, _, beside = layers.neighbours()
    busy = [0, *arrows_between(layers), 0]
    sides: list[Direction] = []
    for number, column in enumerate(layers.columns):
        side: Direction = -1 if number == 0 or (number < len(layers.columns) - 1 and busy[number] < busy[number + 1]) else 1
        busy[number + (side > 0)] += sum(len(beside[item]) for item in column)
        sides.append(side)
    return sides


def _edge(place: Rectangle, y: float, side: int) -> Point:
    return (place.right if side > 0 else place.left, y)


def _ports(sheet: Sheet, arcs: Mapping[ColumnItem, Direction]) -> dict[tuple[ColumnItem, ColumnItem], float]:
    """How far down an arrow between two items meets the first of them: spread over a box's side in the order of the other ends."""
    before, after, beside = sheet.layers.neighbours()
    ports: dict[tuple[ColumnItem, ColumnItem], float] = {}
    for item, place in sheet.places.items():
        left, right = before[item], after[item]
        if arcs[item] < 0:
            left = [*left, *beside[item]]
        else:
            right = [*right, *beside[item]]
        for others in (left, right):
            ordered = sorted(dict.fromkeys(others), key=lambda other: sheet.places[other].y)
            for number, other in enumerate(ordered, start=1):
                ports[item, other] = place.top + place.height * number / (len(ordered) + 1)
    return ports


def _straight(start: Point, end: Point) -> Sequence[Point]:
    third = (end[0] - start[0]) / 3
    return (start, (start[0] + third, start[1]), (end[0] - third, end[1]), end)


def _bend(start: Point, end: Point) -> Sequence[Point]:
    middle = (start[0] + end[0]) / 2
    return (start, (middle, start[1]), (middle, end[1]), end)


def _arc(start: Point, end: Point, side: int, em: float) -> Sequence[Point]:
    """Out of one side of a box and back into the same side of another in its column; longer arcs bulge more."""
    bulge = start[0] + side * min(_WIDEST_BULGE * em, _BULGE * em + _BULGE_MORE * abs(end[1] - start[1]))
    return (start, (bulge, start[1]), (bulge, end[1]), end)
