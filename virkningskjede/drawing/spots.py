"""Where marks sit on arrows: on the arrow, off the boxes and off each other, and as far from other arrows as can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from virkningskjede.drawing.overlay import MARK_HEIGHT, Anchor, PictureMark, mark_width
from virkningskjede.drawing.routes import Route
from virkningskjede.drawing.sheet import Rectangle, Sheet

_OFF_MIDDLE = (0, -0.25, 0.25, -0.5, 0.5)
"""Which part of the marks lies on the arrow, as a share of their height from the middle: the next where those before cover something."""

_CLEARANCE = 0.2

Tile = tuple[int, int]


@dataclass(slots=True)
class _Map:
    """What is where on the sheet, in square tiles, so that only what is near is looked at."""

    tile: float
    solid: dict[Tile, list[Rectangle]] = field(default_factory=dict)
    arrows: dict[Tile, set[tuple[str, str]]] = field(default_factory=dict)

    def tiles(self, place: Rectangle) -> Iterator[Tile]:
        for x in range(int(place.left // self.tile), int(place.right // self.tile) + 1):
            for y in range(int(place.top // self.tile), int(place.bottom // self.tile) + 1):
                yield x, y

    def add(self, place: Rectangle) -> None:
        for tile in self.tiles(place):
            self.solid.setdefault(tile, []).append(place)

    def cost(self, place: Rectangle, ends: tuple[str, str], off: float) -> tuple[bool, float, int]:
        """How bad a place is: worst is to cover a box or another mark, then to lie off the arrow, then to touch other arrows."""
        touched: set[tuple[str, str]] = set().union(*(self.arrows.get(tile, ()) for tile in self.tiles(place)))
        return self.covers(place), abs(off), len(touched - {ends})

    def covers(self, place: Rectangle) -> bool:
        return any(place.overlaps(shape) for tile in self.tiles(place) for shape in self.solid.get(tile, ()))


def spots(
    sheet: Sheet, routes: Mapping[tuple[str, str], Route], on: Mapping[Anchor, Iterable[PictureMark]]
) -> Iterator[tuple[tuple[str, str], PictureMark, Rectangle]]:
    """Each mark on an arrow with its place. Several on one arrow stand above each other.

    Args:
        sheet: the page with its boxes.
        routes: the arrows' curves.
        on: the marks on nodes and arrows.
    """
    if not any(ends in on for ends in routes):
        return
    sheet_map = _Map(sheet.em)
    for name in sheet.lines:
        sheet_map.add(sheet.places[name])
    for ends, route in routes.items():
        for x, y in route.along():
            sheet_map.arrows.setdefault((int(x // sheet_map.tile), int(y // sheet_map.tile)), set()).add(ends)
    high, clear = MARK_HEIGHT * sheet.em, _CLEARANCE * sheet.em
    tries: dict[tuple[str, str], list[tuple[Rectangle, float]]] = {}
    for ends, route in routes.items():
        if marks := tuple(on.get(ends, ())):
            wide, tall = max(map(mark_width, marks)) * sheet.em, high * len(marks)
            tries[ends] = [(Rectangle(x, y + off * tall, wide + clear, tall + clear), off) for off in _OFF_MIDDLE for x, y in route.along()]
    room = {ends: sum(not sheet_map.covers(place) for place, _ in places) for ends, places in tries.items()}
    best: dict[tuple[str, str], Rectangle] = {}
    for ends in sorted(tries, key=lambda arrow: room[arrow]):  # those with little room choose first
        best[ends], _ = min(tries[ends], key=lambda tried: sheet_map.cost(tried[0], ends, tried[1]))
        sheet_map.add(best[ends])
    for ends in tries:
        place, marks = best[ends], tuple(on[ends])
        for number, mark in enumerate(marks):
            yield ends, mark, Rectangle(place.x, place.y + high * (number - (len(marks) - 1) / 2), mark_width(mark) * sheet.em, high)
