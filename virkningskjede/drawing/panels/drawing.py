"""Small multiples as DOT, with every position worked out, ready for Graphviz to draw.

The panel of row 2 is the node ``r2``, its third mark ``r2m3``; what else stands on the sheet has names that begin with ``_``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import graphviz

from virkningskjede.drawing import palette
from virkningskjede.drawing.dot import boxes, on_paper, text
from virkningskjede.drawing.fitting import A4
from virkningskjede.drawing.heatmap.shades import luminance, mixed
from virkningskjede.drawing.panels.figure import Figure, PanelMark
from virkningskjede.drawing.panels.laying import MARGIN, ROOM, SIZE, SMALL, SWATCH, THICK, TITLE, Layout, Rectangle, Row, laid
from virkningskjede.drawing.wrapping import LINE, width, wrap

_THIN = 0.06
_FRAME = "#c8c8c8"
_BAND = "#d3e4f3"
_FULL = "#14487d"
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


class _Sheet:
    """Writes the parts of a sheet. Positions come in ems from the top left of what is drawn; DOT counts in points from the bottom left."""

    def __init__(self, figure: Figure, layout: Layout) -> None:
        self.figure, self.layout = figure, layout
        self.high = layout.height * SIZE + 2 * MARGIN
        wide = A4[0]
        self.graph = graphviz.Graph(
            name="panels",
            graph_attr={"layout": "nop2", **on_paper(",".join(map(_number, (wide, self.high, 1.0, wide / 2, self.high / 2))))},
            node_attr=boxes(_number(SIZE), _number(SIZE * _THIN)),
            edge_attr={"color": palette.SECOND_INK},
        )
        self.node("_page", (wide / 2, self.high / 2), (wide, self.high), "", {"style": "invis"})

    def node(self, name: str, middle: tuple[float, float], size: tuple[float, float], label: str, look: Mapping[str, str]) -> None:
        """A node with its middle and size in points."""
        place = {"pos": f"{_number(middle[0])},{_number(middle[1])}", "width": _number(size[0] / 72, 4), "height": _number(size[1] / 72, 4)}
        self.graph.node(name, label, _attributes={**place, **look})

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place in points, from one in ems."""
        return MARGIN + x * SIZE, self.high - MARGIN - y * SIZE

    def box(self, name: str, place: Rectangle, label: str, look: Mapping[str, str]) -> None:
        """A box, in ems."""
        middle = self.point(place.x + place.width / 2, place.y + place.height / 2)
        self.node(name, middle, (place.width * SIZE, place.height * SIZE), label, look)

    def words(self, name: str, place: Rectangle, lines: Sequence[str], end: str = "\\l", size: float = 1.0) -> None:
        """Text alone: ``\\\\l`` from the left, ``\\\\n`` in the middle, ``\\\\r`` from the right."""
        self.box(name, place, text(lines, end), {"shape": "plaintext", "fontsize": _number(size * SIZE)})

    def line(self, name: str, start: tuple[float, float], end: tuple[float, float], look: Mapping[str, str]) -> None:
        """A straight line between two places."""
        points = [self.point(*start), self.point(*end)]
        for which, point in zip(("from", "to"), points, strict=True):
            self.node(f"{name}_{which}", point, (0.0, 0.0), "", {"shape": "point", "style": "invis"})
        course = " ".join(f"{_number(x)},{_number(y)}" for x, y in (points[0], points[0], points[1], points[1]))
        self.graph.edge(f"{name}_from", f"{name}_to", pos=course, _attributes=dict(look))

    def title(self) -> None:
        """The title."""
        size = min(TITLE, max(1.0, ROOM / max(1.0, width(self.figure.title))))
        self.words("_title", Rectangle(0, 0, ROOM, TITLE * LINE), [wrap(self.figure.title, ROOM / size)[0]], size=size)

    def row(self, number: int, row: Row) -> None:
        """A row: its title, its panel, and the words beside it."""
        frame, layout = row.frame, self.layout
        if row.panel.heading:
            heading = Rectangle(0, row.top, ROOM, LINE)
            look = {"style": "filled", "fillcolor": palette.HEADING, "color": palette.HEADING, "fontcolor": palette.PAPER}
            self.box(f"_heading_{number}", heading, text([wrap(row.panel.heading, ROOM - 1.0)[0]]), look)
        self.words(f"_name_{number}", Rectangle(0, frame.y, layout.names, frame.height), row.names)
        for place, (share, label) in enumerate(row.panel.scale):
            y = frame.y + (1 - share) * frame.height
            at = Rectangle(layout.names, y - LINE / 2, layout.scale - 0.3, LINE)
            self.words(f"_scale_{number}_{place}", at, [wrap(label, (layout.scale - 0.3) / SMALL)[0]], "\\r", SMALL)
        for share, _ in self.figure.ticks:
            x = layout.along(share)
            self.line(f"_guide_{number}_{_number(share, 4)}", (x, frame.y), (x, frame.y + frame.height), _look_of_line(_FRAME, _THIN))
        self.box(f"r{number}", frame, "", {"style": "solid", "color": _FRAME, "fillcolor": "none"})
        placed = enumerate(zip(row.panel.marks, row.marks, strict=True))
        for place, (mark, at) in sorted(placed, key=lambda one: one[1][0].shape in _LINES):  # no result may hide the target beside it
            self.mark(f"r{number}m{place}", mark, at)
        for place, spot in enumerate(row.labels):
            plate = {"style": "filled", "fillcolor": palette.PAPER, "penwidth": "0"}  # so that no line goes through the text
            self.box(f"_label_{number}_{place}", spot.place, text([spot.text]), {**plate, **_SMALL})
        facts = Rectangle(frame.x + frame.width + 0.6, frame.y, ROOM - frame.x - frame.width - 0.6, frame.height)
        self.words(f"_facts_{number}", facts, row.facts, size=SMALL)

    def mark(self, name: str, mark: PanelMark, place: Rectangle) -> None:
        """One mark."""
        if mark.shape in _LINES:
            thick = THICK if mark.shape == "due" else 2 * _THIN
            flat = Rectangle(
                place.x, place.y + (place.height - thick) / 2, place.width, thick
            )  # a box, for lines are drawn behind all boxes
            self.box(name, flat, "", {"style": "filled", "fillcolor": palette.SECOND_INK, "penwidth": "0"})
        elif mark.shape == "band":
            self.box(name, place, "", {"style": "filled", "fillcolor": _BAND, "color": palette.SECOND_INK})
        elif mark.shape == "bar":
            fill = mixed(_FULL, mark.shade)
            ink = palette.PAPER if luminance(fill) < 0.179 else "#000000"
            label = mark.text if width(mark.text) * SMALL + 0.4 <= place.width else ""
            self.box(name, place, text([label]), {**_SMALL, "style": "filled", "fillcolor": fill, "fontcolor": ink})
        else:
            point = mark.x[0] == mark.x[1] and mark.y[0] == mark.y[1]
            fill = palette.PAPER if mark.shape == "baseline" else palette.INK if point else _WIDE
            look = {"style": "filled", "fillcolor": fill, "penwidth": _number(SIZE * 2 * _THIN), "shape": "ellipse" if point else "box"}
            self.box(name, place, "", look)

    def axis(self) -> None:
        """What stands along the axis."""
        layout = self.layout
        wide = layout.wide / max(1, len(self.figure.ticks))
        for number, (share, label) in enumerate(self.figure.ticks):
            at = Rectangle(layout.along(share) - wide / 2, layout.axis, wide, LINE * SMALL)
            self.words(f"_tick_{number}", at, [label], "\\n", SMALL)

    def below(self) -> None:
        """The legend and the notes."""
        layout = self.layout
        for number, ((mark, meaning), (x, y)) in enumerate(zip(self.figure.legend, layout.legend, strict=True)):
            self.mark(f"_legend_{number}", mark, _sample(mark, x, y))
            self.words(f"_meaning_{number}", Rectangle(x + SWATCH + 0.4, y, width(meaning) * SMALL + 1.0, 1.4), [meaning], size=SMALL)
        for number, line in enumerate(layout.notes):
            self.words(f"_note_{number}", Rectangle(0, layout.below + number * LINE * SMALL, ROOM, LINE * SMALL), [line], size=SMALL)


def _sample(mark: PanelMark, x: float, y: float) -> Rectangle:
    """Where the sample of a mark stands in the legend."""
    if mark.shape in _LINES:
        return Rectangle(x, y + 0.7, SWATCH, 0.0)
    if mark.shape in ("band", "bar"):
        return Rectangle(x, y + 0.2, SWATCH, 1.0)
    wide = 0.6 if mark.x[0] == mark.x[1] else SWATCH - 0.6
    return Rectangle(x + (SWATCH - wide) / 2, y + 0.4, wide, 0.6)


def _look_of_line(ink: str, thick: float) -> dict[str, str]:
    return {"color": ink, "penwidth": _number(SIZE * thick)}


def _number(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}"
