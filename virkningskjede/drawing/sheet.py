"""Where everything stands on the page, in points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from virkningskjede.drawing.columns import StageColumn
from virkningskjede.drawing.content import PAD_X, Content
from virkningskjede.drawing.fitting import (
    A4,
    AFTER_HEADING,
    AFTER_TITLE,
    ARC_MARGIN,
    BEFORE_LEGEND,
    GUTTER,
    MARGIN,
    TITLE,
    PageFit,
    edge_arcs,
    largest_fit,
)
from virkningskjede.drawing.layers import ColumnItem, Lane, Layers, layered, untangled
from virkningskjede.drawing.placing import needed, placed
from virkningskjede.drawing.wrapping import balanced

SMALLEST = 4.0
"""The size of the boxes' text on the sheet, in points. A model that needs smaller gets a larger sheet, which is scaled down in print."""

_FILLED = 0.95
"""A sheet that is filled to less than this share of its height is cut off beneath what is on it."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle on the sheet: its middle, from the left and the top, and its size, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width / 2

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.y - self.height / 2

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height / 2

    def overlaps(self, other: Rectangle) -> bool:
        """Whether the two share more than an edge."""
        return abs(self.x - other.x) < (self.width + other.width) / 2 and abs(self.y - other.y) < (self.height + other.height) / 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page on which everything has a place.

    Attributes:
        width: of the sheet, in points.
        height: of the sheet, in points.
        em: the size of the boxes' text, in points.
        fit: the sizes in ems.
        layers: the columns of boxes and lanes, and the arrows' courses through them.
        places: of each box, and of each lane through its column.
        lines: each box's label in lines.
        headings: of each column.
    """

    width: float
    height: float
    em: float
    fit: PageFit
    layers: Layers
    places: Mapping[ColumnItem, Rectangle]
    lines: Mapping[str, tuple[str, ...]]
    headings: tuple[tuple[StageColumn, Rectangle], ...]

    @property
    def margin(self) -> float:
        """Between the edge of the sheet and what is drawn, in points."""
        return MARGIN * self.width / A4[0]


def arranged(content: Content) -> Sheet:
    """Lay the content out in the largest type at which everything has room."""
    fit = largest_fit(content)
    while True:
        layers = layered([names for split in fit.splits for names in split.names], content.arrows)
        crowding = _crowding(content, fit, layers)
        if crowding <= 1:
            return _sheet(content, fit, untangled(layers))
        fit = largest_fit(content, fit.size / min(1.5, max(1.01, crowding**0.5)))


def _crowding(content: Content, fit: PageFit, layers: Layers) -> float:
    """The height that the fullest column needs as a share of the room; split columns can need more lanes than were reckoned with."""
    most = 0.0
    for column, box in zip(layers.columns, _widths(fit), strict=True):
        heights = [content.height(item, box) + content.headroom(item, box) for item in column if not isinstance(item, Lane)]
        most = max(most, needed(heights, len(column) - len(heights)))
    return most / fit.down


def _widths(fit: PageFit) -> list[float]:
    return [split.width for split in fit.splits for _ in split.names]


def _sheet(content: Content, fit: PageFit, layers: Layers) -> Sheet:
    scale = max(1.0, SMALLEST / fit.size)
    em = fit.size * scale
    widths, lefts = _widths(fit), _lefts(content, fit, layers)
    heights: dict[ColumnItem, float] = {}
    above: dict[ColumnItem, float] = {}
    for column, box in zip(layers.columns, widths, strict=True):
        for item in column:
            if not isinstance(item, Lane):
                heights[item], above[item] = content.height(item, box), content.headroom(item, box)
    middles = placed(layers, {item: heights[item] + above[item] for item in heights}, fit.down)
    top = MARGIN * scale + (TITLE + AFTER_TITLE + fit.heading + AFTER_HEADING) * em
    places: dict[ColumnItem, Rectangle] = {}
    for column, box, left in zip(layers.columns, widths, lefts, strict=False):
        x = MARGIN * scale + (left + box / 2) * em
        for item in column:
            y = top + (middles[item] + above.get(item, 0.0) / 2) * em
            places[item] = Rectangle(x, y, box * em, heights.get(item, 0.0) * em)
    boxes = {item: place for item, place in places.items() if not isinstance(item, Lane)}
    columns = [stack.column for stack in content.stacks]
    used = max((place.bottom for place in places.values()), default=top) + MARGIN * scale
    used += (fit.legend.height + BEFORE_LEGEND) * em if fit.legend.entries else 0.0
    return Sheet(
        width=A4[0] * scale,
        height=used if used < _FILLED * A4[1] * scale else A4[1] * scale,
        em=em,
        fit=fit,
        layers=layers,
        places=places,
        lines={name: balanced(content.labels[name], place.width / em - 2 * PAD_X) for name, place in boxes.items()},
        headings=_headings(columns, boxes, MARGIN * scale + (TITLE + AFTER_TITLE + fit.heading / 2) * em, fit.heading * em),
    )


def _lefts(content: Content, fit: PageFit, layers: Layers) -> list[float]:
    """The left edge of each column of boxes, in ems: spare room goes to where most arrows run."""
    gutters = [GUTTER] * len(layers.columns)
    last = -1
    for split, gutter in zip(fit.splits, fit.gutters, strict=False):
        last += len(split.names)
        gutters[last] = gutter
    busy = [1.0 + count for count in arrows_between(layers)]
    lefts = [ARC_MARGIN if edge_arcs(content)[0] else 0.0]
    for box, gutter, arrows in zip(_widths(fit), gutters, busy, strict=False):
        lefts.append(lefts[-1] + box + gutter + fit.spare * arrows / sum(busy))
    return lefts


def arrows_between(layers: Layers) -> list[int]:
    """How many ways there are between each column and the next."""
    _, after, _ = layers.neighbours()
    return [sum(len(after[item]) for item in column) for column in layers.columns[:-1]]


def _headings(
    columns: Sequence[StageColumn], boxes: Mapping[str, Rectangle], y: float, height: float
) -> tuple[tuple[StageColumn, Rectangle], ...]:
    headings = []
    for column in columns:
        places = [boxes[node.id] for node in column.nodes]
        left, right = min(place.left for place in places), max(place.right for place in places)
        headings.append((column, Rectangle((left + right) / 2, y, right - left, height)))
    return tuple(headings)
