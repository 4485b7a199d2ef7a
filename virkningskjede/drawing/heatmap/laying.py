"""Where everything in a heat map stands on the page. Lengths are in ems until the size of type is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from virkningskjede.drawing.fitting import A4
from virkningskjede.drawing.heatmap.grid import Grid, SideColumn
from virkningskjede.drawing.wrapping import LINE, balanced, longest_word, width, wrap

MARGIN = 30.0
"""Between the edge of the page and what is drawn, in points."""

TITLE = 1.4
"""The size of the title, in ems."""

NOTE = 0.88
"""The size of the legend and the notes, in ems."""

PAD = 0.5
"""Around text in a cell, in ems, in all."""

HEAD = 0.85
"""The size of the columns' headings, in ems."""

TREE, AXIS = 9.0, 2.2
"""The width of the tree, and the height of the scale below it, in ems."""

SWATCH = 2.8
"""The width of a cell in the legend, in ems."""

_SIZES = [size / 4 for size in range(42, 27, -1)]
"""The sizes of type that are tried, in points: from 10.5 down to 7."""

_PAGES = (A4, (A4[1], A4[0]))
"""A page that lies, and one that stands."""

_WIDEST, _NARROWEST, _LONGEST_NAME, _LOWEST = 9.0, 2.4, 17.0, 1.9


@dataclass(frozen=True, slots=True)
class Plan:
    """The lengths of a page, in ems.

    Attributes:
        size: the size of type, in points.
        page: the width and height of the sheet, in points. It is A4, or larger in the same shape: then it is scaled down in print.
        names: the width of the rows' names.
        before: the widths of the columns of text before the cells.
        after: and after them.
        cell: the width of a cell.
        headings: each column's heading in lines.
        rows: the height of each row.
        swatch: the width of a sample in the legend, in which its word stands unbroken.
        legend: the rows of the legend: for each, what stands in it and where it begins.
        notes: the notes in lines.
    """

    size: float
    page: tuple[float, float]
    names: float
    before: tuple[float, ...]
    after: tuple[float, ...]
    cell: float
    headings: tuple[tuple[str, ...], ...]
    rows: tuple[float, ...]
    swatch: float
    legend: tuple[tuple[tuple[int, float], ...], ...]
    notes: tuple[str, ...]

    @property
    def heading(self) -> float:
        """The height of the headings."""
        return max((len(lines) for lines in self.headings), default=1) * LINE * HEAD + PAD

    def height(self, grid: Grid) -> float:
        """The height of it all."""
        below = (len(self.legend) * 1.7 + 0.8 if self.legend else 0.0) + len(self.notes) * LINE * NOTE
        tree = AXIS if grid.tree is not None else 0.0
        return TITLE * LINE + 1.0 + self.span(grid) + self.heading + sum(self.rows) + tree + 1.0 + below

    @staticmethod
    def span(grid: Grid) -> float:
        """The height of what stands above the headings."""
        return LINE + PAD if grid.spans else 0.0

    def left(self, grid: Grid) -> float:
        """The width of what stands to the left of the cells."""
        return (TREE if grid.tree is not None else 0.0) + self.names + sum(self.before)

    @property
    def scale(self) -> float:
        """How much larger the sheet is than the page that it is printed on."""
        return max(self.page) / max(A4)


def planned(grid: Grid) -> tuple[Grid, Plan]:
    """Lay a heat map out in the largest type at which everything has room, on a page that stands or lies.

    Where the columns are too narrow for their headings in any type, they are numbered, and the numbers are explained below. What is
    too much even so is drawn on a larger sheet, which is scaled down in print.
    """
    shown = grid
    for shown in (grid, numbered(grid)):
        for size in _SIZES:
            for page in _PAGES:
                plan = _plan(shown, size, page)
                if plan is not None and plan.height(shown) * size <= page[1] - 2 * MARGIN:
                    return shown, plan
    scale = 1.0
    while True:
        scale *= 1.1
        for wide, high in _PAGES:
            plan = _plan(shown, _SIZES[-1], (wide * scale, high * scale))
            if plan is not None and plan.height(shown) * plan.size <= high * scale - 2 * MARGIN:
                return shown, plan


def numbered(grid: Grid) -> Grid:
    """The heat map with numbers above its columns, and what they stand for in a note."""
    numbers = tuple(str(number) for number in range(1, len(grid.columns) + 1))
    key = " · ".join(f"{number} {heading}" for number, heading in zip(numbers, grid.columns, strict=True))
    return replace(grid, columns=numbers, notes=(key, *grid.notes))


def _plan(grid: Grid, size: float, page: tuple[float, float]) -> Plan | None:
    """The lengths in type of a size on a page; None when the cells are too narrow for a word."""
    room = (page[0] - 2 * MARGIN) / size
    names = min(_LONGEST_NAME, max(map(width, grid.rows), default=0.0)) + PAD
    before, after = (tuple(map(_side, sides)) for sides in (grid.before, grid.after))
    left = (TREE if grid.tree is not None else 0.0) + names + sum(before)
    cell = min(_WIDEST, (room - left - sum(after)) / max(1, len(grid.columns)))
    texts = [square.text for row in grid.squares for square in row]
    longest = max((*map(longest_word, texts), *(longest_word(heading) * HEAD for heading in grid.columns)), default=0.0)
    # A single word that is wider than the widest cell is broken: no size of type would help.
    if cell < max(_NARROWEST, min(_WIDEST, longest + PAD)):
        return None
    swatch = max(SWATCH, *(width(square.text) + PAD for square, _ in grid.legend), 0.0)
    return Plan(
        size,
        page,
        names,
        before,
        after,
        cell,
        tuple(balanced(heading, (cell - PAD) / HEAD) for heading in grid.columns),
        tuple(_row(name, squares, names, cell) for name, squares in zip(grid.rows, _texts(grid), strict=True)),
        swatch,
        tuple(_legend([text for _, text in grid.legend], room, swatch)),
        tuple(line for note in grid.notes for line in wrap(note, room / NOTE)),
    )


def _side(side: SideColumn) -> float:
    return max(map(width, (*side.texts, *side.heading.split()))) + 2 * PAD


def _texts(grid: Grid) -> Iterator[list[str]]:
    for row in grid.squares:
        yield [square.text for square in row]


def _row(name: str, texts: Sequence[str], names: float, cell: float) -> float:
    lines = max(len(wrap(name, names - PAD)), *(len(wrap(text, cell - PAD)) for text in texts), 1)
    return max(_LOWEST, lines * LINE + PAD)


def _legend(texts: Sequence[str], room: float, swatch: float) -> Iterator[tuple[tuple[int, float], ...]]:
    """The legend in rows: the number of each entry, and where it begins."""
    row: list[tuple[int, float]] = []
    used = 0.0
    for number, text in enumerate(texts):
        wide = swatch + 0.6 + width(text) * NOTE + 1.6
        if row and used + wide > room:
            yield tuple(row)
            row, used = [], 0.0
        row.append((number, used))
        used += wide
    if row:
        yield tuple(row)
