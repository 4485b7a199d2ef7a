"""What must be on the page of a model, measured in ems before any size of type is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from virkningskjede.diagnostics import shorten
from virkningskjede.drawing.columns import StageColumn
from virkningskjede.drawing.looks import look_of_arrow
from virkningskjede.drawing.marks import Marks
from virkningskjede.drawing.overlay import MARK_HEIGHT, Meanings, PictureMark, mark_width
from virkningskjede.drawing.scene import Scene
from virkningskjede.drawing.wrapping import LINE, longest_word, wrap
from virkningskjede.model import Link, Node

LONGEST_LABEL = 300
"""A label is cut, with an ellipsis, after this many characters: one page has no room for more in a box."""

MARK_OVERLAP = 0.25
"""How far a mark reaches into the box it sits on, in ems: not so far as to cover text."""

_MARKS_BETWEEN_BOXES = 0.6
"""How much of a mark the box and the room above it hold anyway, in ems."""

PAD_X, PAD_Y = 0.45, 0.32
"""Between a box's text and its border, in ems."""

_NARROWEST, _WIDEST, _LONG_WORD, _STEP = 6.5, 17.0, 13.0, 0.75

StyledArrow = tuple[str, str, str]
"""Source, target and look; arrows of one look to one node share their way through a column."""


@dataclass(frozen=True, slots=True)
class BoxWidth:
    """A width that a column's boxes could have, and how tall they then are with their marks, in ems."""

    width: float
    heights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Stack:
    """A column of the picture with its boxes.

    Attributes:
        column: the column.
        widths: the widths that its boxes could have.
        chained: the ids of its boxes, sorted by how long a chain within the column leads to them.
        lanes: how many ways other arrows need through it.
        ways: how many arrows run between it and the next column, or within it.
        arcs: whether arrows run within it.
    """

    column: StageColumn
    widths: tuple[BoxWidth, ...]
    chained: tuple[str, ...]
    lanes: int
    ways: int
    arcs: bool


@dataclass(frozen=True, slots=True)
class Content:
    """What must be on the page: boxes in columns, their text and marks, the arrows, and what the legend says."""

    stacks: tuple[Stack, ...]
    labels: Mapping[str, str]
    marks: Marks
    meanings: Meanings
    arrows: tuple[StyledArrow, ...]

    def height(self, name: str, box: float) -> float:
        """How tall a box of this width is, in ems."""
        return len(wrap(self.labels[name], box - 2 * PAD_X)) * LINE + 2 * PAD_Y

    def headroom(self, name: str, box: float) -> float:
        """What a box of this width needs above it for its marks, beyond the room between boxes, in ems."""
        rows = len(mark_rows(self.marks.on.get(name, ()), box))
        return rows * MARK_HEIGHT - _MARKS_BETWEEN_BOXES if rows else 0.0


def mark_rows(marks: Sequence[PictureMark], box: float) -> list[list[PictureMark]]:
    """The marks of a box in rows no wider than the box."""
    rows: list[list[PictureMark]] = []
    used = box
    for mark in marks:
        used += mark_width(mark) + 0.15
        if used > box - 0.3 or not rows:
            rows.append([])
            used = mark_width(mark)
        rows[-1].append(mark)
    return rows


def content(scene: Scene, columns: tuple[StageColumn, ...], marks: Marks, meanings: Meanings) -> Content:
    """What the page of a picture must hold."""
    model = scene.model
    column_of = {node.id: number for number, column in enumerate(columns) for node in column.nodes}
    arrows = tuple((link.source, link.to, _style(link, scene)) for link in model.links() if link.to in column_of)
    labels = {name: shorten(node.label, LONGEST_LABEL) for name, node in model.nodes.items()}
    bare = Content((), labels, marks, meanings, arrows)
    lanes: set[tuple[str, str, int]] = set()
    ways = [0] * len(columns)
    arcs = [False] * len(columns)
    for source, target, style in arrows:
        first, last = sorted((column_of[source], column_of[target]))
        lanes.update((target, style, number) for number in range(first + 1, last))
        arcs[first] = arcs[first] or first == last
        for number in range(first, max(last, first + 1)):
            ways[number] += 1
    stacks = tuple(
        Stack(
            column=column,
            widths=tuple(_box_widths(bare, column)),
            chained=_by_depth(column.nodes),
            lanes=sum(passed == number for _, _, passed in lanes),
            ways=ways[number],
            arcs=arcs[number],
        )
        for number, column in enumerate(columns)
    )
    return Content(stacks, labels, marks, meanings, arrows)


def _style(link: Link, scene: Scene) -> str:
    """What arrows have in common that can be drawn over each other. Dashes would fill each other's gaps."""
    look = look_of_arrow(link, scene)
    return f"{look} {link.source}" if look.line == "dashed" else f"{look}"


def _box_widths(content: Content, column: StageColumn) -> Iterator[BoxWidth]:
    texts = (column.heading, *(content.labels[node.id] for node in column.nodes))
    box = max(_NARROWEST, min(_LONG_WORD, max(map(longest_word, texts)) + 2 * PAD_X))
    while box <= _WIDEST:
        yield BoxWidth(box, {node.id: content.height(node.id, box) + content.headroom(node.id, box) for node in column.nodes})
        box += _STEP


def _by_depth(nodes: Sequence[Node]) -> tuple[str, ...]:
    within = {node.id: [link.to for link in node.leads_to if not link.feedback] for node in nodes}
    waiting = dict.fromkeys(within, 0)
    for targets in within.values():
        for target in targets:
            if target in waiting:
                waiting[target] += 1
    depth = dict.fromkeys(within, 0)
    ready = [name for name, count in waiting.items() if not count]
    for name in ready:
        for target in within[name]:
            if target in waiting:
                depth[target] = max(depth[target], depth[name] + 1)
                waiting[target] -= 1
                if not waiting[target]:
                    ready.append(target)
    return tuple(sorted(within, key=depth.__getitem__))
