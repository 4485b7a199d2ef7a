"""A heat map as DOT: one A4 page with every position worked out, ready for Graphviz to draw.

The cell in row 2 and column 3 is the node ``r2c3``; what else stands on the page has names that begin with ``_``.
"""

from __future__ import annotations

import graphviz

from virkningskjede.drawing import palette
from virkningskjede.drawing.dot import boxes, on_paper, text
from virkningskjede.drawing.fitting import A4
from virkningskjede.drawing.heatmap.grid import Grid, SideColumn, Square
from virkningskjede.drawing.heatmap.laying import AXIS, HEAD, MARGIN, NOTE, PAD, TITLE, TREE, Plan, planned
from virkningskjede.drawing.heatmap.shades import STRIPES, shade, stripes
from virkningskjede.drawing.sketch import Sketch, in_dot
from virkningskjede.drawing.wrapping import LINE, width, wrap
from virkningskjede.report.amounts import decimal

PLATE = "_plate"
"""What the name of the plate under a hatched cell's text ends in."""

_THIN, _THICK = 0.05, 0.12
_DARK = "#333333"


def dot(grid: Grid) -> str:
    """A heat map, as DOT. The same grid always gives the same text. Positions are in points."""
    page = _HeatmapPage(*planned(grid))
    page.title()
    page.headings()
    page.rows()
    if grid.tree is not None:
        page.tree()
    page.below()
    return str(page.graph.source)


class _HeatmapPage(Sketch):
    """Writes the parts of a page."""

    def __init__(self, grid: Grid, plan: Plan) -> None:
        self.grid = grid
        self.plan = plan
        self.left = plan.left(grid)
        self.top = TITLE * LINE + 1.0 + plan.span(grid) + plan.heading
        wide, high = plan.page
        paper = A4 if wide > high else (A4[1], A4[0])
        graph = graphviz.Graph(
            name="heatmap",
            graph_attr={
                "layout": "nop2",
                **on_paper(",".join(map(in_dot, (*paper, 1 / plan.scale, wide / 2, high / 2)))),
            },
            node_attr=boxes(in_dot(plan.size), in_dot(plan.size * _THIN)),
            edge_attr={"color": palette.INK, "penwidth": in_dot(plan.size * _THICK)},
        )
        super().__init__(graph, plan.size, high, MARGIN)
        self.node("_page", (wide / 2, high / 2), (wide, high), "", {"style": "invis"})

    def title(self) -> None:
        """The title."""
        room = (self.plan.page[0] - 2 * MARGIN) / self.plan.size
        size = min(TITLE, max(1.0, TITLE * room / max(1.0, len(self.grid.title) * TITLE * 0.6)))
        self.words("_title", 0, 0, room, TITLE * LINE, [wrap(self.grid.title, room / size)[0]], "\\l", size)

    def headings(self) -> None:
        """What stands above the columns, and above the text beside them."""
        x, y = self.left, self.top - self.plan.heading
        for number, (label, count) in enumerate(self.grid.spans):
            wide = count * self.plan.cell
            look = {"style": "filled", "fillcolor": _DARK, "color": palette.PAPER, "fontcolor": palette.PAPER}
            self.box(f"_span_{number}", x, y - self.plan.span(self.grid), wide, self.plan.span(self.grid), text([label]), look)
            x += wide
        for number, lines in enumerate(self.plan.headings):
            x = self.left + number * self.plan.cell
            self.words(f"_column_{number}", x, y, self.plan.cell, self.plan.heading, lines, "\\n", HEAD)
        for kind, start, sides, widths in self._sides():
            for number, (side, wide) in enumerate(zip(sides, widths, strict=True)):
                lines = wrap(side.heading, wide - PAD / 2)
                self.words(f"_{kind}_{number}", start + sum(widths[:number]), y, wide, self.plan.heading, lines, "\\n", HEAD)

    def _sides(self) -> tuple[tuple[str, float, tuple[SideColumn, ...], tuple[float, ...]], ...]:
        after = self.left + len(self.grid.columns) * self.plan.cell
        start = self.left - sum(self.plan.before)
        return ("before", start, self.grid.before, self.plan.before), ("after", after, self.grid.after, self.plan.after)

    def rows(self) -> None:
        """The rows: their names, the cells, and the text beside them."""
        y = self.top
        for row, (name, high) in enumerate(zip(self.grid.rows, self.plan.rows, strict=True)):
            start = TREE if self.grid.tree is not None else 0.0
            inside = start + (PAD / 2 if self.grid.tree is not None else 0.0)
            self.words(f"_row_{row}", inside, y, self.plan.names, high, wrap(name, self.plan.names - PAD), "\\l")
            for column, square in enumerate(self.grid.squares[row]):
                self.square(f"r{row}c{column}", self.left + column * self.plan.cell, y, self.plan.cell, high, square)
            for kind, x, sides, widths in self._sides():
                for number, (side, wide) in enumerate(zip(sides, widths, strict=True)):
                    self.side(f"_{kind}_{number}_{row}", x + sum(widths[:number]), y, wide, high, side, side.texts[row])
            y += high

    def side(self, name: str, x: float, y: float, wide: float, high: float, side: SideColumn, content: str) -> None:
        """One text beside the cells."""
        if content in side.dark:
            look = {"style": "filled", "fillcolor": _DARK, "color": palette.PAPER, "fontcolor": palette.PAPER}
            self.box(name, x + PAD / 4, y, wide - PAD / 2, high, text([content]), look)
        else:
            self.words(name, x, y, wide, high, [content], "\\n")

    def square(self, name: str, x: float, y: float, wide: float, high: float, square: Square) -> None:
        """One cell. Where it is hatched, its text stands on a plate."""
        look = shade(square.shade)
        lines = wrap(square.text, wide - PAD)
        border = {"color": look.border, **({"penwidth": in_dot(self.plan.size * 2 * _THICK)} if square.shade == "no" else {})}
        if square.sure:
            fill = {"style": "filled", "fillcolor": look.fill, "fontcolor": look.text}
            self.box(name, x, y, wide, high, text(lines), {**border, **fill})
            return
        hatch, plate = stripes(look.fill)
        colours = ":".join((*(hatch, palette.PAPER) * max(STRIPES, round(wide * STRIPES / 4)), hatch))
        self.box(name, x, y, wide, high, "", {"style": "striped", "fillcolor": colours, "penwidth": "0"})
        under = min(wide - PAD / 2, max(map(width, lines)) + PAD / 2)
        tall = min(high - PAD / 4, len(lines) * LINE + PAD / 4)
        look_of_plate = {"style": "filled", "fillcolor": plate, "penwidth": "0"}
        self.box(f"{name}{PLATE}", x + (wide - under) / 2, y + (high - tall) / 2, under, tall, text(lines), look_of_plate)
        self.box(f"{name}_frame", x, y, wide, high, "", {**border, "style": "solid", "fillcolor": "none"})

    def tree(self) -> None:
        """The tree: the further to the right two branches join, the more alike their models are."""
        assert self.grid.tree is not None
        ends: dict[tuple[str, ...], tuple[float, float]] = {}
        y = self.top
        for leaf, high in zip(self.grid.leaves, self.plan.rows, strict=True):
            ends[(leaf,)] = (TREE, y + high / 2)
            y += high
        for number, join in enumerate(self.grid.tree.joins):
            x = TREE * min(1.0, max(0.0, join.similarity))
            (upper, above), (lower, below) = ends[join.left], ends[join.right]
            for part, course in enumerate((((upper, above), (x, above)), ((x, above), (x, below)), ((x, below), (lower, below)))):
                self.line(f"_join_{number}_{part}", *course)
            ends[join.left + join.right] = (x, (above + below) / 2)
        root, middle = ends[self.grid.tree.leaves]
        self.line("_root", (max(0.0, root - 0.8), middle), (root, middle))
        self.scale(y)

    def scale(self, y: float) -> None:
        """The scale below the tree."""
        self.line("_scale", (0, y + 0.4), (TREE, y + 0.4))
        for number in range(5):
            x = TREE * number / 4
            self.line(f"_tick_{number}", (x, y + 0.4), (x, y + 0.7))
            share = decimal(number / 4, self.grid.lang, 2 if number % 2 else 1)
            self.words(f"_tick_said_{number}", x - 1.25, y + 0.8, 2.5, AXIS - 1.0, [share], "\\n", 0.8)

    def below(self) -> None:
        """The legend and the notes."""
        y = self.top + sum(self.plan.rows) + (AXIS if self.grid.tree is not None else 0.0) + 1.0
        for row in self.plan.legend:
            for number, x in row:
                square, meaning = self.grid.legend[number]
                self.square(f"_legend_{number}", x, y, self.plan.swatch, 1.4, square)
                self.words(f"_meaning_{number}", x + self.plan.swatch + 0.5, y, len(meaning) + 1.0, 1.4, [meaning], "\\l", NOTE)
            y += 1.7
        y += 0.8 if self.plan.legend else 0.0
        room = (self.plan.page[0] - 2 * MARGIN) / self.plan.size
        for number, line in enumerate(self.plan.notes):
            self.words(f"_note_{number}", 0, y, room, LINE * NOTE, [line], "\\l", NOTE)
            y += LINE * NOTE
