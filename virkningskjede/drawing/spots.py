"""Where marks sit on arrows: on the arrow, off the boxes and off each other, and as far from other arrows as can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from virkningskjede.drawing.overlay import MARK_HEIGHT, Anchor, PictureMark, mark_width
from virkningskjede.drawing.routes import Route
from virkningskjede.drawing.sheet import Rectangle, Sheet

_ON_SOMETHING = 100
"""How much worse it is to cover a box or another mark than to touch another arrow."""

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

    def cost(self, place: Rectangle, ends: tuple[str, str]) -> int:
        tiles = list(self.tiles(place))
        covered = any(place.overlaps(shape) for tile in tiles for shape in self.solid.get(tile, ()))
        touched: set[tuple[str, str]] = set().union(*(self.arrows.get(tile, ()) for tile in tiles))
        return covered * _ON_SOMETHING + len(touched - {ends})


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
    for ends, route in routes.items():
        marks = tuple(on.get(ends, ()))
        if not marks:
            continue
        high = MARK_HEIGHT * sheet.em
        wide = max(map(mark_width, marks)) * sheet.em
        clear = _CLEARANCE * sheet.em
        tries = [Rectangle(x, y, wide + clear, high * len(marks) + clear) for x, y in route.along()]
        best = min(tries, key=lambda place: sheet_map.cost(place, ends))
        sheet_map.add(best)
        for number, mark in enumerate(marks):
            yield ends, mark, Rectangle(best.x, best.y + high * (number - (len(marks) - 1) / 2), mark_width(mark) * sheet.em, high)
