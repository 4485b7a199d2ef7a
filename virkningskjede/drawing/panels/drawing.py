"""Small multiples as DOT, with every position worked out, ready for Graphviz to draw.

The panel of row 2 is the node ``r2``, its third mark ``r2m3``; what else stands on the sheet has names that begin with ``_``.
"""

from __future__ import annotations

import graphviz

from virkningskjede.drawing import palette
from virkningskjede.drawing.dot import boxes, on_paper, text
from virkningskjede.drawing.fitting import A4
from virkningskjede.drawing.heatmap.shades import shade
from virkningskjede.drawing.panels.figure import Figure, PanelMark
from virkningskjede.drawing.panels.laying import MARGIN, ROOM, SIZE, SMALL, SWATCH, THICK, TITLE, Layout, Rectangle, Row, laid
from virkningskjede.drawing.sketch import Sketch, in_dot
from virkningskjede.drawing.wrapping import LINE, width, wrap

_THIN = 0.06
_FRAME = "#c8c8c8"
_BAND = "#d3e4f3"
_WIDE = "#bdbdbd"
"""A result that is wider than a dot: light enough for the line of a target to be seen across it."""

_LINES = ("target", "due")
"""What is drawn last."""

_SMALL = {"fontsize": f"{SMALL * SIZE:.2f}"}


def dot(figure: Figure) -> str:
    """Small multiples, as DOT. The same figure always gives the same text. Positions are in points."""
    sheet = _Sheet(figure, laid(figure))
    sheet.title()
    for number, row in enumerate(sheet.layout.rows):
        sheet.row(number, row)
    sheet.axis()
    sheet.below()
    return str(sheet.graph.source)


class _Sheet(Sketch):
    """Writes the parts of a sheet."""

    def __init__(self, figure: Figure, layout: Layout) -> None:
        self.figure, self.layout = figure, layout
        wide, high = A4[0], layout.height * SIZE + 2 * MARGIN
        graph = graphviz.Graph(
            name="panels",
            graph_attr={"layout": "nop2", **on_paper(",".join(map(in_dot, (wide, high, 1.0, wide / 2, high / 2))))},
            node_attr=boxes(in_dot(SIZE), in_dot(SIZE * _THIN)),
            edge_attr={"color": palette.SECOND_INK},
        )
        super().__init__(graph, SIZE, high, MARGIN)
        self.node("_page", (wide / 2, high / 2), (wide, high), "", {"style": "invis"})

    def title(self) -> None:
        """The title."""
        size = min(TITLE, max(1.0, ROOM / max(1.0, width(self.figure.title))))
        self.words("_title", 0, 0, ROOM, TITLE * LINE, [wrap(self.figure.title, ROOM / size)[0]], size=size)

    def row(self, number: int, row: Row) -> None:
        """A row: its title, its panel, and the words beside it."""
        frame, layout = row.frame, self.layout
        if row.panel.heading:
            look = {"style": "filled", "fillcolor": palette.HEADING, "color": palette.HEADING, "fontcolor": palette.PAPER}
            self.box(f"_heading_{number}", 0, row.top, ROOM, LINE, text([wrap(row.panel.heading, ROOM - 1.0)[0]]), look)
        self.words(f"_name_{number}", 0, frame.y, layout.names, frame.height, row.names)
        for place, (share, label) in enumerate(row.panel.scale):
            y = frame.y + (1 - share) * frame.height
            wide = layout.scale - 0.3
            self.words(f"_scale_{number}_{place}", layout.names, y - LINE / 2, wide, LINE, [wrap(label, wide / SMALL)[0]], "\\r", SMALL)
        for share, _ in self.figure.ticks:
            x = layout.along(share)
            self.line(f"_guide_{number}_{in_dot(share, 4)}", (x, frame.y), (x, frame.y + frame.height), _look_of_line(_FRAME, _THIN))
        self.box(f"r{number}", *frame, "", {"style": "solid", "color": _FRAME, "fillcolor": "none"})
        placed = enumerate(zip(row.panel.marks, row.marks, strict=True))
        for place, (mark, at) in sorted(placed, key=lambda one: one[1][0].shape in _LINES):  # no result may hide the target beside it
            self.mark(f"r{number}m{place}", mark, at)
        for place, spot in enumerate(row.labels):
            plate = {"style": "filled", "fillcolor": palette.PAPER, "penwidth": "0"}  # so that no line goes through the text
            self.box(f"_label_{number}_{place}", *spot.place, text([spot.text]), {**plate, **_SMALL})
        beside = frame.x + frame.width + 0.6
        self.words(f"_facts_{number}", beside, frame.y, ROOM - beside, frame.height, row.facts, size=SMALL)

    def mark(self, name: str, mark: PanelMark, place: Rectangle) -> None:
        """One mark."""
        if mark.shape in _LINES:
            thick = THICK if mark.shape == "due" else 2 * _THIN
            flat = Rectangle(
                place.x, place.y + (place.height - thick) / 2, place.width, thick
            )  # a box, for lines are drawn behind all boxes
            self.box(name, *flat, "", {"style": "filled", "fillcolor": palette.SECOND_INK, "penwidth": "0"})
        elif mark.shape == "band":
            self.box(name, *place, "", {"style": "filled", "fillcolor": _BAND, "color": palette.SECOND_INK})
        elif mark.shape == "bar":
            bar = shade(str(mark.shade))
            label = mark.text if width(mark.text) * SMALL + 0.4 <= place.width else ""
            self.box(name, *place, text([label]), {**_SMALL, "style": "filled", "fillcolor": bar.fill, "fontcolor": bar.text})
        else:
            point = mark.x[0] == mark.x[1] and mark.y[0] == mark.y[1]
            fill = palette.PAPER if mark.shape == "baseline" else palette.INK if point else _WIDE
            look = {"style": "filled", "fillcolor": fill, "penwidth": in_dot(SIZE * 2 * _THIN), "shape": "ellipse" if point else "box"}
            self.box(name, *place, "", look)

    def axis(self) -> None:
        """What stands along the axis."""
        layout = self.layout
        wide = layout.wide / max(1, len(self.figure.ticks))
        for number, (share, label) in enumerate(self.figure.ticks):
            self.words(f"_tick_{number}", layout.along(share) - wide / 2, layout.axis, wide, LINE * SMALL, [label], "\\n", SMALL)

    def below(self) -> None:
        """The legend and the notes."""
        layout = self.layout
        for number, ((mark, meaning), (x, y)) in enumerate(zip(self.figure.legend, layout.legend, strict=True)):
            self.mark(f"_legend_{number}", mark, _sample(mark, x, y))
            self.words(f"_meaning_{number}", x + SWATCH + 0.4, y, width(meaning) * SMALL + 1.0, 1.4, [meaning], size=SMALL)
        for number, line in enumerate(layout.notes):
            self.words(f"_note_{number}", 0, layout.below + number * LINE * SMALL, ROOM, LINE * SMALL, [line], size=SMALL)


def _sample(mark: PanelMark, x: float, y: float) -> Rectangle:
    """Where the sample of a mark stands in the legend."""
    if mark.shape in _LINES:
        return Rectangle(x, y + 0.7, SWATCH, 0.0)
    if mark.shape in ("band", "bar"):
        return Rectangle(x, y + 0.2, SWATCH, 1.0)
    wide = 0.6 if mark.x[0] == mark.x[1] else SWATCH - 0.6
    return Rectangle(x + (SWATCH - wide) / 2, y + 0.4, wide, 0.6)


def _look_of_line(ink: str, thick: float) -> dict[str, str]:
    return {"color": ink, "penwidth": in_dot(SIZE * thick)}
