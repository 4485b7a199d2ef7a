"""A model as DOT: one A4 landscape page, with every position worked out, ready for Graphviz to draw.

The graph says ``layout=nop2``: Graphviz keeps the positions, so the page looks alike wherever it is drawn and cannot make the layout
engines crash. The model's own nodes and arrows are named by their ids; what else stands on the page has names that begin with ``_``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

import graphviz

from virkningskjede.diagnostics import shorten
from virkningskjede.drawing import palette
from virkningskjede.drawing.columns import StageColumn, columns
from virkningskjede.drawing.content import MARK_OVERLAP, PAD_X, content, mark_rows
from virkningskjede.drawing.fitting import A4, BEFORE_LEGEND, TITLE
from virkningskjede.drawing.legend import COLUMN_GAP, SAMPLE, SIZE, LegendEntry, meanings
from virkningskjede.drawing.looks import BORDER, look_of_arrow, look_of_box
from virkningskjede.drawing.marks import marks
from virkningskjede.drawing.overlay import MARK_HEIGHT, MARK_SIZE, Anchor, Look, MarkKind, OverlayKind, PictureMark, Swatch, mark_width
from virkningskjede.drawing.routes import HEAD, Point, Route, routes
from virkningskjede.drawing.scene import Scene
from virkningskjede.drawing.sheet import Rectangle, Sheet, arranged
from virkningskjede.drawing.spots import spots
from virkningskjede.drawing.wrapping import FONTS, LINE, width, wrap
from virkningskjede.i18n import visible, word
from virkningskjede.model import Link
from virkningskjede.report import amounts

_NOT_XML = re.compile("[\ufffe\uffff]")
_TITLE_SIZE, _SOURCE_SIZE, _LONGEST_SOURCE = 1.5, 0.9, 80
_RULE = 0.05

_SEEN = 0.24
"""How much is seen of a box that stands behind another, in ems."""

Paper = Literal["a4", "a3"]

PAPERS: Mapping[Paper, float] = {"a4": A4[0], "a3": A4[0] * 2**0.5}
"""The width of a landscape page, in points."""

_BLACK = {"shape": "box", "style": "filled", "fillcolor": palette.INK, "fontcolor": palette.PAPER, "color": palette.PAPER}
_WHITE = {"shape": "box", "style": "filled", "fillcolor": palette.PAPER}
_ROUND = {"shape": "ellipse", "style": "filled", "fillcolor": palette.PAPER}
MARK_STYLE: Mapping[MarkKind | OverlayKind, Mapping[str, str]] = {
    "barrier": _BLACK,
    "enabler": _WHITE,
    "assumption": _ROUND,
    "evidence": {**_WHITE, "style": "filled,rounded"},
    "sign": {**_BLACK, "shape": "circle"},
    "unwanted": {**_BLACK, "style": "filled,rounded"},
    "together": {**_BLACK, "shape": "ellipse"},
    "doubt": {**_ROUND, "shape": "circle"},
    "first": _WHITE,
    "second": _BLACK,
    "changed": _ROUND,
    "moved": {**_WHITE, "style": "filled,rounded"},
    "count": _ROUND,
    "verdict": {**_WHITE, "style": "filled,rounded"},
    "mechanism": {**_WHITE, "style": "filled,rounded"},
    "seam": _WHITE,
}
"""How each kind of mark is drawn: a kind that is not here is drawn as a round one."""


def dot(scene: Scene, *, paper: Paper = "a4") -> str:
    """A picture, as DOT. The same scene always gives the same text.

    Args:
        scene: what the picture is of.
        paper: ``a4``, or ``a3`` for the same picture enlarged.

    Returns:
        DOT for one landscape page. Positions are in points.

    >>> from virkningskjede.model import LogicModel
    >>> model = LogicModel(id="m", inputs={"penger": {"label": "Penger", "leads_to": ["kurs"]}}, outputs={"kurs": {"label": "Kurs"}})
    >>> "penger -> kurs [" in dot(Scene(model))
    True
    """
    all_marks = marks(scene)
    sheet = arranged(content(scene, columns(scene.model, scene.lang), all_marks, meanings(scene, all_marks)))
    page = _Page(sheet, scene.title, PAPERS[paper])
    page.title(scene.title, _source(scene))
    for column, place in sheet.headings:
        page.heading(column, place)
        page.column(column, scene, all_marks.on)
    route_of = routes(sheet)
    for link in scene.model.links():
        if link.ends in route_of:
            page.arrow(link, route_of[link.ends], look_of_arrow(link, scene))
    for number, (_, mark, place) in enumerate(spots(sheet, route_of, all_marks.on), start=1):
        page.mark(f"_on_arrow_{number}", place, mark)
    page.legend()
    return str(page.graph.source)


def _source(scene: Scene) -> str:
    model, lang = scene.model, scene.lang
    parts = []
    if model.source is not None:
        parts.append(word("picture.source", lang, source=scene.work(model.source)))
    if model.as_of is not None:
        parts.append(word("picture.as_of", lang, date=amounts.date(model.as_of, lang)))
    return shorten(" · ".join(parts), _LONGEST_SOURCE)


def text(lines: Sequence[str], end: str = "\\n") -> str:
    """Lines of any text as a DOT label that shows them as they are: nothing in them acts as an escape, an entity or markup.

    Args:
        lines: the text.
        end: how each line is set: ``\\\\n`` centred, ``\\\\l`` from the left, ``\\\\r`` from the right.
    """
    escaped = (graphviz.escape(_NOT_XML.sub("\ufffd", visible(line)).replace("&", "&amp;")) for line in lines)
    joined = end.join(escaped) + (end if end != "\\n" else "")
    shown: str = graphviz.nohtml(joined)
    return shown


class _Page:
    """Writes the parts of a sheet. Positions come from the top left, as they are read; DOT counts from the bottom left."""

    def __init__(self, sheet: Sheet, name: str, paper: float) -> None:
        scale = paper / sheet.width
        self.sheet = sheet
        self.em = sheet.em
        self.graph = graphviz.Digraph(
            name=_graph_name(name),
            graph_attr={
                "layout": "nop2",
                "newrank": "true",
                "rankdir": "LR",
                **on_paper(",".join(map(_number, (paper, sheet.height * scale, scale, sheet.width / 2, sheet.height / 2)))),
            },
            node_attr=boxes(_number(self.em), _number(self.em * BORDER)),
            edge_attr={"arrowsize": _number(HEAD * self.em / 10)},
        )
        self.box("_page", Rectangle(sheet.width / 2, sheet.height / 2, sheet.width, sheet.height), "", {"style": "invis"})

    def box(self, name: str, place: Rectangle, label: str, look: Mapping[str, str]) -> None:
        self.graph.node(name, label, _attributes=self._set(place, look))

    def _set(self, place: Rectangle, look: Mapping[str, str]) -> dict[str, str]:
        return {
            "pos": self.point((place.x, place.y)),
            "width": _number(place.width / 72, 4),
            "height": _number(place.height / 72, 4),
            **look,
        }

    def point(self, point: Point) -> str:
        return f"{_number(point[0])},{_number(self.sheet.height - point[1])}"

    def title(self, name: str, source: str) -> None:
        room = (self.sheet.width - 2 * self.sheet.margin) / self.em
        y = self.sheet.margin + TITLE * self.em / 2
        beside = width(source) * _SOURCE_SIZE + 1
        size = min(_TITLE_SIZE, max(1.0, (room - beside) / max(1.0, width(name))))
        line = wrap(name, (room - beside) / size)
        shown = line[0] if len(line) == 1 else shorten(name, max(1, len(line[0]) - 1))
        left = Rectangle(self.sheet.width / 2, y, self.sheet.width - 2 * self.sheet.margin, TITLE * self.em)
        self.box("_title", left, text([shown], "\\l"), {"shape": "plaintext", "fontsize": _number(size * self.em)})
        if source:
            self.box("_source", left, text([source], "\\r"), {"shape": "plaintext", "fontsize": _number(_SOURCE_SIZE * self.em)})

    def heading(self, column: StageColumn, place: Rectangle) -> None:
        lines = wrap(column.heading, place.width / self.em - 2 * PAD_X)
        look = {"style": "filled", "fillcolor": palette.HEADING, "color": palette.HEADING, "fontcolor": palette.PAPER}
        self.box(f"_heading_{column.key}", place, text(lines), look)

    def column(self, column: StageColumn, scene: Scene, on: Mapping[Anchor, tuple[PictureMark, ...]]) -> None:
        with self.graph.subgraph() as group:
            group.attr(rank="same")
            for node in column.nodes:
                look = look_of_box(node, scene)
                self.behind(f"_behind_{node.id}", self.sheet.places[node.id], look)
                group.node(node.id, text(self.sheet.lines[node.id]), _attributes=self._set(self.sheet.places[node.id], self.outline(look)))
        for node in column.nodes:
            self.box_marks(node.id, on.get(node.id, ()))

    def behind(self, name: str, place: Rectangle, look: Look) -> None:
        """What a box of a mixed line stands before: another with a solid one, seen below it. Arrows come to a box from its sides."""
        if look.line == "mixed":
            seen = _SEEN * self.em
            below = Rectangle(place.x, place.y + seen, place.width - 2 * seen, place.height)
            self.box(name, below, "", self.outline(replace(look, line="solid")))

    def box_marks(self, name: str, on_box: Sequence[PictureMark]) -> None:
        place = self.sheet.places[name]
        high = MARK_HEIGHT * self.em
        for row, marks_of_row in enumerate(mark_rows(on_box, place.width / self.em)):
            right = place.right - 0.2 * self.em
            y = place.top + MARK_OVERLAP * self.em - (row + 0.5) * high
            for number, mark in enumerate(reversed(marks_of_row)):
                wide = mark_width(mark) * self.em
                self.mark(f"_on_{name}_{row}_{number}", Rectangle(right - wide / 2, y, wide, high), mark)
                right -= wide + 0.15 * self.em

    def mark(self, name: str, place: Rectangle, mark: PictureMark) -> None:
        self.box(name, place, text([mark.sign]), {**MARK_STYLE.get(mark.kind, _ROUND), "fontsize": _number(MARK_SIZE * self.em)})

    def outline(self, look: Look) -> dict[str, str]:
        """How a box is drawn, in DOT. What is as in the graph's defaults is left out."""
        line = "dashed" if look.line == "mixed" else look.line
        style = f"filled,{line}{',rounded' if look.rounded else ''}"
        inks = {"color": look.ink, "fontcolor": look.text}
        inked = {name: ink for name, ink in inks.items() if ink is not None and ink != palette.INK}
        weight = {"penwidth": _number(self.em * look.thickness)} if look.thickness and look.thickness != BORDER else {}
        return {"style": style, "fillcolor": look.fill or palette.PAPER, **inked, **weight}

    def stroke(self, look: Look) -> dict[str, str]:
        """How an arrow is drawn, in DOT."""
        style = {"style": look.line} if look.line and look.line != "solid" else {}
        return {"color": look.ink or palette.INK, "penwidth": _number(self.em * (look.thickness or 0.0)), **style}

    def arrow(self, link: Link, route: Route, look: Look) -> None:
        self.graph.edge(link.source, link.to, _attributes=self.edge_attributes(route, self.stroke(look)))

    def edge_attributes(self, route: Route, look: Mapping[str, str]) -> dict[str, str]:
        return {"pos": " ".join([f"e,{self.point(route.tip)}", *map(self.point, route.points)]), **look}

    def legend(self) -> None:
        entries = self.sheet.fit.legend.entries
        top = self.sheet.height - self.sheet.margin - self.sheet.fit.legend.height * self.em
        if entries:
            y = top - BEFORE_LEGEND / 2 * self.em
            right = (self.sheet.width - self.sheet.margin, y)
            rule = Route(_line((self.sheet.margin, y), right), right)
            self.line("_rule", rule, {"color": palette.INFERRED, "penwidth": _number(self.em * _RULE), "arrowhead": "none"})
        for number, entry in enumerate(entries):
            self.entry(number, entry, top)

    def entry(self, number: int, entry: LegendEntry, top: float) -> None:
        legend = self.sheet.fit.legend
        em, left, y = self.em, self.sheet.margin + entry.x * self.em, top + entry.y * self.em
        middle = y + LINE * SIZE * em / 2
        if isinstance(entry.sign, PictureMark):
            wide = mark_width(entry.sign) * em
            self.mark(f"_legend_{number}", Rectangle(left + wide / 2, middle, wide, MARK_HEIGHT * em), entry.sign)
        else:
            self.swatch(f"_legend_{number}", entry.sign, left, middle)
        height = len(entry.lines) * LINE * SIZE * em
        wide = (legend.measure + COLUMN_GAP / 2) * em
        place = Rectangle(left + legend.indent * em + wide / 2, y + height / 2, wide, height)
        self.box(f"_meaning_{number}", place, text(entry.lines, "\\l"), {"shape": "plaintext", "fontsize": _number(SIZE * em)})

    def swatch(self, name: str, swatch: Swatch, left: float, y: float) -> None:
        long = SAMPLE * self.em
        if swatch.shape == "arrow":
            end = (left + long - HEAD * self.em, y)
            route = Route(_line((left, y), end), (left + long, y))
            self.line(name, route, self.stroke(swatch.look))
        else:
            seen = _SEEN * self.em if swatch.look.line == "mixed" else 0.0
            place = Rectangle(left + long / 2, y - seen / 2, long, 0.95 * self.em - seen)
            size = {"fontsize": _number(MARK_SIZE * self.em)} if swatch.sign else {}
            self.behind(f"{name}_behind", place, swatch.look)
            self.box(name, place, text([swatch.sign]), {**self.outline(swatch.look), **size})

    def line(self, name: str, route: Route, look: Mapping[str, str]) -> None:
        for end, at in (("from", route.points[0]), ("to", route.tip)):
            self.box(f"{name}_{end}", Rectangle(*at, 0.0, 0.0), "", {"shape": "point", "style": "invis"})
        self.graph.edge(f"{name}_from", f"{name}_to", _attributes=self.edge_attributes(route, look))


def _graph_name(name: str) -> str:
    """The name of the graph, which becomes the picture's title in SVG. DOT has no escape for a backslash in a name."""
    shown: str = graphviz.nohtml(_NOT_XML.sub("\ufffd", shorten(name)).replace("\\", "/"))
    return shown


def _line(start: Point, end: Point) -> tuple[Point, ...]:
    third = (end[0] - start[0]) / 3
    return (start, (start[0] + third, start[1]), (end[0] - third, end[1]), end)


def on_paper(viewport: str) -> dict[str, str]:
    """How a graph lies on its sheet, whatever it shows; the viewport as Graphviz has it: size, scale and middle."""
    return {
        "viewport": viewport,
        "margin": "0",
        "pad": "0",
        "notranslate": "true",
        "outputorder": "edgesfirst",
        "bgcolor": palette.PAPER,
    }


def boxes(size: str, line: str) -> dict[str, str]:
    """How a box looks that says nothing else: the size of its text, and how thick its line is."""
    return {
        "shape": "box",
        "fixedsize": "shape",
        "margin": "0",
        "fontname": FONTS,
        "fontsize": size,
        "color": palette.INK,
        "fontcolor": palette.INK,
        "penwidth": line,
    }


def _number(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")
