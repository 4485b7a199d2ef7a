"""Where marks sit on arrows: on the arrow, off the boxes and off each other, and as far from other arrows as can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from virkningskjede.drawing.overlay import MARK_HEIGHT, Anchor, Mark, mark_width
from virkningskjede.drawing.routes import Route
from virkningskjede.drawing.sheet import Place, Sheet

_ON_SOMETHING = 100
"""How much worse it is to cover a box or another mark than to touch another arrow."""

_CLEARANCE = 0.2

Cell = tuple[int, int]


@dataclass(slots=True)
class _Map:
    """What is where on the sheet, in square cells, so that only what is near is looked at."""

    cell: float
    solid: dict[Cell, list[Place]] = field(default_factory=dict)
    arrows: dict[Cell, set[tuple[str, str]]] = field(default_factory=dict)

    def cells(self, place: Place) -> Iterator[Cell]:
        for x in range(int(place.left // self.cell), int(place.right // self.cell) + 1):
            for y in range(int(place.top // self.cell), int(place.bottom // self.cell) + 1):
                yield x, y

    def add(self, place: Place) -> None:
        for cell in self.cells(place):
            self.solid.setdefault(cell, []).append(place)

    def cost(self, place: Place, ends: tuple[str, str]) -> int:
        cells = list(self.cells(place))
        covered = any(place.overlaps(other) for cell in cells for other in self.solid.get(cell, ()))
        touched: set[tuple[str, str]] = set().union(*(self.arrows.get(cell, ()) for cell in cells))
        return covered * _ON_SOMETHING + len(touched - {ends})


def spots(
    sheet: Sheet, ways: Mapping[tuple[str, str], Route], on: Mapping[Anchor, Iterable[Mark]]
) -> Iterator[tuple[tuple[str, str], Mark, Place]]:
    """Each mark on an arrow with its place. Several on one arrow stand above each other.

    Args:
        sheet: the page with its boxes.
        ways: the arrows' curves.
        on: the marks on nodes and arrows.
    """
    if not any(ends in on for ends in ways):
        return
    held = _Map(sheet.em)
    for name in sheet.lines:
        held.add(sheet.places[name])
    for ends, way in ways.items():
        for x, y in way.along():
            held.arrows.setdefault((int(x // held.cell), int(y // held.cell)), set()).add(ends)
    for ends, way in ways.items():
        marks = tuple(on.get(ends, ()))
        if not marks:
            continue
        high = MARK_HEIGHT * sheet.em
        wide = max(map(mark_width, marks)) * sheet.em
        clear = _CLEARANCE * sheet.em
        tries = [Place(x, y, wide + clear, high * len(marks) + clear) for x, y in way.along()]
        best = min(tries, key=lambda place: held.cost(place, ends))
        held.add(best)
        for number, mark in enumerate(marks):
            yield ends, mark, Place(best.x, best.y + high * (number - (len(marks) - 1) / 2), mark_width(mark) * sheet.em, high)
