"""Where everything in small multiples stands on the sheet. Lengths are in ems.

The sheet is as wide as an A4 page that lies, and as long as it must be: with many rows it is longer than a page, and no smaller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from virkningskjede.drawing.fitting import A4
from virkningskjede.drawing.panels.figure import Figure, Panel, PanelMark
from virkningskjede.drawing.wrapping import LINE, width, wrap

SIZE = 9.0
"""The size of type, in points."""

MARGIN = 30.0
"""Between the edge of the sheet and what is drawn, in points."""

ROOM = (A4[0] - 2 * MARGIN) / SIZE
"""How wide all of it is."""

TITLE, SMALL = 1.4, 0.88
"""The size of the title; and of what stands at marks, on the axis, in the legend and in the notes."""

PAD = 0.6
"""Around text."""

THICK = 0.22
"""How thick a thick line is."""

SWATCH = 2.6
"""The width of a sample in the legend."""

DOT = 0.6
"""The width of a dot, and the least width and height of what stands for more than a point."""

_NAMES, _FACTS, _WIDEST_SCALE, _LOWEST = 17.0, 23.0, 12.0, 6.2

_INSET = 0.8
"""Between the frame of a panel and its marks."""


class Rectangle(NamedTuple):
    """A place by its left, its top, its width and its height."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Rectangle) -> bool:
        """Whether the two have room in common."""
        apart = self.x + self.width <= other.x or other.x + other.width <= self.x
        return not (apart or self.y + self.height <= other.y or other.y + other.height <= self.y)


class LabelPlace(NamedTuple):
    """What stands at a mark, and where."""

    text: str
    place: Rectangle


@dataclass(frozen=True, slots=True)
class Row:
    """Where one row stands.

    Attributes:
        panel: what it shows.
        top: of the heading, where there is one; else of the frame.
        frame: the frame of the panel.
        names: the title in lines.
        facts: the facts in lines.
        marks: the place of each mark, in step with those of the panel.
        labels: what stands at the marks.
    """

    panel: Panel
    top: float
    frame: Rectangle
    names: tuple[str, ...]
    facts: tuple[str, ...]
    marks: tuple[Rectangle, ...]
    labels: tuple[LabelPlace, ...]

    @property
    def bottom(self) -> float:
        """Where the row ends."""
        return self.frame.y + self.frame.height


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands.

    Attributes:
        rows: the rows.
        names: the width of the titles.
        scale: the width of what stands to the left of the panels.
        axis: where the axis stands.
        legend: for each entry of the legend, where it begins.
        notes: the notes in lines.
        below: where the notes begin.
        height: of it all.
    """

    rows: tuple[Row, ...]
    names: float
    scale: float
    axis: float
    legend: tuple[tuple[float, float], ...]
    notes: tuple[str, ...]
    below: float
    height: float

    @property
    def left(self) -> float:
        """Where the panels begin."""
        return self.names + self.scale

    @property
    def wide(self) -> float:
        """How wide the panels are."""
        return ROOM - self.left - _FACTS - PAD

    def along(self, share: float) -> float:
        """A place along the axis."""
        return self.left + _INSET + share * (self.wide - 2 * _INSET)


def laid(figure: Figure) -> Layout:
    """Lay small multiples out, row by row, from the top.

    >>> layout = laid(Figure("Progress", (Panel("Visited"), Panel("Households that sort their waste and have done so for a year"))))
    >>> [len(row.names) for row in layout.rows], layout.rows[1].frame.y > layout.rows[0].bottom
    ([1, 2], True)
    """
    scale = min(_WIDEST_SCALE, max((width(text) * SMALL for panel in figure.panels for _, text in panel.scale), default=0.0))
    bare = Layout((), _NAMES, scale + PAD if scale else 0.0, 0.0, (), (), 0.0, 0.0)
    y = TITLE * LINE + 1.0
    rows: list[Row] = []
    for panel in figure.panels:
        row = _row(panel, y, bare)
        rows.append(row)
        y = row.bottom + PAD
    axis = y
    y += LINE * SMALL + PAD if figure.ticks else 0.0
    legend = tuple(_legend([text for _, text in figure.legend], y + PAD))
    below = (legend[-1][1] + 1.7 if legend else y) + PAD
    notes = tuple(line for note in figure.notes for line in wrap(note, ROOM / SMALL))
    return Layout(tuple(rows), bare.names, bare.scale, axis, legend, notes, below, below + len(notes) * LINE * SMALL)


def _row(panel: Panel, top: float, layout: Layout) -> Row:
    names = wrap(panel.title, layout.names - PAD)
    facts = tuple(line for fact in panel.facts for line in wrap(fact, (_FACTS - PAD) / SMALL))
    begins = top + (LINE + PAD if panel.heading else 0.0)
    high = max(_LOWEST, len(names) * LINE + PAD, len(facts) * LINE * SMALL + PAD)
    frame = Rectangle(layout.left, begins, layout.wide, high)
    marks = tuple(_place(mark, frame, layout) for mark in panel.marks)
    return Row(panel, top, frame, names, facts, marks, tuple(_labels(panel.marks, marks, frame)))


def _place(mark: PanelMark, frame: Rectangle, layout: Layout) -> Rectangle:
    """Where a mark stands: as wide and as high as what it says, and never smaller than a dot."""
    left, right = (layout.along(share) for share in mark.x)
    bottom, top = (frame.y + frame.height - _INSET - share * (frame.height - 2 * _INSET) for share in mark.y)
    if mark.shape in ("target", "due", "band", "bar"):
        return Rectangle(left, top, right - left, bottom - top)
    wide, high = max(DOT, right - left), max(DOT, bottom - top)
    return Rectangle((left + right - wide) / 2, (top + bottom - high) / 2, wide, high)


def _labels(marks: Iterable[PanelMark], places: tuple[Rectangle, ...], frame: Rectangle) -> Iterator[LabelPlace]:
    """What stands at marks: above, below or beside them, where there is room."""
    taken = [_thick(place) if mark.shape == "due" else place for mark, place in zip(marks, places, strict=True) if mark.shape in _SOLID]
    for mark, place in zip(marks, places, strict=True):
        if mark.text and mark.shape != "bar":
            wide, high = width(mark.text) * SMALL + 0.2, LINE * SMALL
            spots = [_within(spot, frame) for spot in _spots(place, wide, high)]
            free = (spot for spot in spots if not any(spot.meets(other) for other in taken))
            spot = next(free, spots[0])
            taken.append(spot)
            yield LabelPlace(mark.text, spot)


_SOLID = ("result", "baseline", "due")
"""What nothing may stand on. Thin lines go on behind what stands at marks."""


def _thick(place: Rectangle) -> Rectangle:
    """Where a thick line is to be seen."""
    return Rectangle(place.x, place.y - THICK / 2, place.width, place.height + THICK)


def _spots(place: Rectangle, wide: float, high: float) -> Iterator[Rectangle]:
    """Where the text at a mark could stand, the best first."""
    middle, right = place.x + (place.width - wide) / 2, place.x + place.width + 0.2
    above, below = place.y - high - 0.2, place.y + place.height + 0.2
    beside = place.y + (place.height - high) / 2
    left = place.x - wide - 0.2
    for x in (middle, right, left):
        yield from (Rectangle(x, y, wide, high) for y in ((above, below) if x == middle else (beside, above, below)))


def _within(spot: Rectangle, frame: Rectangle) -> Rectangle:
    """The same, moved into the frame."""
    x = min(max(spot.x, frame.x), frame.x + frame.width - spot.width)
    y = min(max(spot.y, frame.y), frame.y + frame.height - spot.height)
    return Rectangle(x, y, spot.width, spot.height)


def _legend(texts: Iterable[str], top: float) -> Iterator[tuple[float, float]]:
    """Where each entry of the legend begins."""
    x, y = 0.0, top
    for text in texts:
        wide = SWATCH + 0.6 + width(text) * SMALL + 1.6
        if x and x + wide > ROOM:
            x, y = 0.0, y + 1.7
        yield x, y
        x += wide
