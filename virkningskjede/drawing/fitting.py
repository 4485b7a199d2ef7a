"""The largest type at which a model has room on one A4 landscape page.

All is reckoned in ems of the boxes' text, so that a label wraps alike at every size of type; what changes with the size is how many
ems the page has. Each column takes the width at which it needs least of the page, and is split in several when it is too tall.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from virkningskjede.drawing.content import PAD_X, BoxWidth, Content, Stack
from virkningskjede.drawing.legend import Legend, legend
from virkningskjede.drawing.placing import BOX_GAP, needed
from virkningskjede.drawing.wrapping import LINE, wrap

A4 = (841.89, 595.28)
"""Width and height of the page, in points."""

MARGIN = 20.0
"""Between the edge of the page and what is drawn, in points."""

LARGEST, COMFORTABLE = 12.0, 9.0
"""The size of the text in boxes where there is room for more, and the one above which no column is split to make it larger, in points."""

GUTTER = 2.6
"""The least room between two columns of boxes, in ems; busy ones get more."""

ARC_MARGIN = 2.0
"""The room at the edge of the page for arrows that bulge out of the first or the last column, in ems."""

TITLE, AFTER_TITLE, AFTER_HEADING, BEFORE_LEGEND = 2.0, 0.6, 0.9, 1.1
"""The height of the title, and the room between the bands of the page, in ems."""

_HEADING_PAD, _HEADING_LINES = 0.7, 2
_BOXES_GROW, _WIDEST = 0.4, 17.0
_PER_WAY, _MOST_FOR_WAYS = 0.1, 1.6
_SHRINK = 0.985


@dataclass(frozen=True, slots=True)
class SplitColumn:
    """One column of the picture as one or more columns of boxes, all of one width in ems."""

    width: float
    names: tuple[tuple[str, ...], ...]

    @property
    def across(self) -> float:
        """How wide it is in all."""
        return len(self.names) * (self.width + GUTTER) - GUTTER


@dataclass(frozen=True, slots=True)
class PageFit:
    """A size of type at which everything has room, and how.

    Attributes:
        size: the size of the boxes' text in print, in points.
        down: the height that is left for boxes, in ems.
        heading: the height of the headings, in ems.
        splits: the columns.
        gutters: the room between each column and the next, in ems.
        legend: what stands below.
        spare: the width that is left for arrows, beyond the least room between columns, in ems.
    """

    size: float
    down: float
    heading: float
    splits: tuple[SplitColumn, ...]
    gutters: tuple[float, ...]
    legend: Legend
    spare: float


def largest_fit(content: Content, largest: float = LARGEST) -> PageFit:
    """The largest type, up to this size in points, at which the content has room."""
    if (fit := fit_at(content, largest)) is not None:
        return fit
    too_large, step = 0, 1
    while (fit := fit_at(content, largest * _SHRINK**step)) is None:
        too_large, step = step, step * 2
    while step - too_large > 1:
        middle = (too_large + step) // 2
        tried = fit_at(content, largest * _SHRINK**middle)
        too_large, step, fit = (middle, step, fit) if tried is None else (too_large, middle, tried)
    return fit


def fit_at(content: Content, size: float) -> PageFit | None:
    """How the content fits at this size of type; None when it does not."""
    across, down = ((side - 2 * MARGIN) / size for side in A4)
    below = legend(content.meanings, across)
    down -= TITLE + AFTER_TITLE + AFTER_HEADING + (below.height + BEFORE_LEGEND if below.entries else 0.0)
    gutters = tuple(GUTTER + min(_MOST_FOR_WAYS, _PER_WAY * stack.ways) for stack in content.stacks[:-1])
    across -= sum(gutters) + ARC_MARGIN * sum(edge_arcs(content))
    heading = LINE + _HEADING_PAD
    while True:
        splits = [_narrowest_split(stack, down - heading, splitting=size <= COMFORTABLE) for stack in content.stacks]
        chosen = [split for split in splits if split is not None]
        spare = across - sum(split.across for split in chosen)
        if len(chosen) < len(splits) or spare < 0:
            return None
        widened, spare = _widened(chosen, spare)
        headings = (_heading(stack, split) for stack, split in zip(content.stacks, widened, strict=True))
        tallest = max(map(len, headings), default=1) * LINE + _HEADING_PAD
        if tallest <= heading:
            return PageFit(size, down - heading, heading, tuple(widened), gutters, below, spare)
        heading = tallest


def edge_arcs(content: Content) -> tuple[bool, bool]:
    """Whether arrows bulge out to the left of the first column, and to the right of the last."""
    stacks = content.stacks
    return bool(stacks) and stacks[0].arcs, len(stacks) > 1 and stacks[-1].arcs


def _narrowest_split(stack: Stack, room: float, *, splitting: bool) -> SplitColumn | None:
    splits = (_split(stack, box_width, room, splitting=splitting) for box_width in stack.widths)
    wide_enough = (split for split in splits if split is not None and len(_heading(stack, split)) <= _HEADING_LINES)
    return min(wide_enough, key=lambda split: split.across, default=None)


def _heading(stack: Stack, split: SplitColumn) -> tuple[str, ...]:
    return wrap(stack.column.heading, split.across - 2 * PAD_X)


def _split(stack: Stack, box_width: BoxWidth, room: float, *, splitting: bool) -> SplitColumn | None:
    heights = box_width.heights
    if needed(list(heights.values()), stack.lanes) <= room:
        return SplitColumn(box_width.width, (tuple(heights),))
    if not splitting:
        return None
    parts: list[list[str]] = []
    filled = room
    for name in stack.chained:
        filled += BOX_GAP + heights[name]
        if filled > room:
            filled = needed([heights[name]], stack.lanes)
            parts.append([])
            if filled > room:
                return None
        parts[-1].append(name)
    return SplitColumn(box_width.width, tuple(map(tuple, parts)))


def _widened(splits: Sequence[SplitColumn], spare: float) -> tuple[list[SplitColumn], float]:
    """The columns with their share of the spare room, and what is left for the arrows between them."""
    count = sum(len(split.names) for split in splits)
    share = min(spare * _BOXES_GROW / count, max(0.0, _WIDEST - max(split.width for split in splits))) if count else 0.0
    return [SplitColumn(split.width + share, split.names) for split in splits], spare - share * count
