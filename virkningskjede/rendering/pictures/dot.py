"""A model as DOT: one A4 landscape page, with every position worked out, ready for Graphviz to draw.

The graph says ``layout=nop2``: Graphviz keeps the positions, so the page looks alike wherever it is drawn and cannot make the layout
engines crash. The model's own nodes and arrows are named by their ids; what else stands on the page has names that begin with ``_``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import graphviz

from virkningskjede.catalogue import Lang, visible, word
from virkningskjede.diagnostics import shorten
from virkningskjede.model import Link, LogicModel, Node, Outcome
from virkningskjede.rendering.pictures import palette
from virkningskjede.rendering.pictures.columns import Column, columns
from virkningskjede.rendering.pictures.content import MARK_OVERLAP, PAD_X, content, mark_rows
from virkningskjede.rendering.pictures.fitting import A4, BEFORE_LEGEND, TITLE
from virkningskjede.rendering.pictures.legend import COLUMN_GAP, INTENDED, SAMPLE, SIZE, Entry, Sample, meanings
from virkningskjede.rendering.pictures.marks import MARK_HEIGHT, MARK_SIZE, Anchor, Mark, mark_width, marks
from virkningskjede.rendering.pictures.routes import HEAD, Point, Route, routes
from virkningskjede.rendering.pictures.sheet import Place, Sheet, arranged
from virkningskjede.rendering.pictures.spots import spots
from virkningskjede.rendering.pictures.wrapping import FONTS, LINE, width, wrap
from virkningskjede.vocabulary import References, Vocabulary

_NOT_XML = re.compile("[\ufffe\uffff]")
_TITLE_SIZE, _SOURCE_SIZE, _LONGEST_SOURCE = 1.5, 0.9, 80
_BORDER, _REQUIRED, _STATED, _INFERRED, _RULE = 0.09, 0.24, 0.16, 0.07, 0.05
_LINES: Mapping[str, Mapping[str, str]] = {
    "firm": {"style": "solid"},
    "intended": {"style": "dashed"},
    "dropped": {"style": "dotted", "color": palette.FADED, "fontcolor": palette.FADED},
}
_MARK_STYLE: Mapping[str, Mapping[str, str]] = {
    "barrier": {"shape": "box", "style": "filled", "fillcolor": palette.INK, "fontcolor": palette.PAPER, "color": palette.PAPER},
    "enabler": {"shape": "box", "style": "filled", "fillcolor": palette.PAPER},
    "assumption": {"shape": "ellipse", "style": "filled", "fillcolor": palette.PAPER},
    "evidence": {"shape": "box", "style": "filled,rounded", "fillcolor": palette.PAPER},
    "doubt": {"shape": "circle", "style": "filled", "fillcolor": palette.PAPER},
}


def dot(model: LogicModel, *, lang: Lang = "nb", vocabulary: Vocabulary | None = None, references: References | None = None) -> str:
    """The picture of a model, as DOT. The same model always gives the same text.

    Args:
        model: the model.
        lang: the language of headings and legend; the model's own texts stay as they are.
        vocabulary: names the terms that evidence goes through.
        references: names the source and the works that evidence rests on; without them their keys are shown.

    Returns:
        DOT for one A4 landscape page. Positions are in points.

    >>> model = LogicModel(id="m", inputs={"penger": {"label": "Penger", "leads_to": ["kurs"]}}, outputs={"kurs": {"label": "Kurs"}})
    >>> "penger -> kurs [" in dot(model)
    True
    """
    hung = marks(model, lang, vocabulary, references)
    sheet = arranged(content(model, columns(model, lang), hung, meanings(model, hung, lang)))
    page = _Page(sheet, model.name)
    page.title(model.name, _source(model, lang, references))
    for column, place in sheet.headings:
        page.heading(column, place)
        page.column(column, model, hung.on)
    ways = routes(sheet)
    for link in model.links():
        if link.ends in ways:
            page.arrow(link, ways[link.ends])
    for number, (_, mark, place) in enumerate(spots(sheet, ways, hung.on), start=1):
        page.mark(f"_on_arrow_{number}", place, mark)
    page.legend()
    return str(page.graph.source)


def _source(model: LogicModel, lang: Lang, references: References | None) -> str:
    said = []
    if model.source is not None:
        known = references.references.get(model.source) if references is not None else None
        said.append(word("picture.source", lang, source=known.short() if known is not None else model.source))
    if model.as_of is not None:
        date = f"{model.as_of.day}.{model.as_of.month}.{model.as_of.year}" if lang == "nb" else model.as_of.isoformat()
        said.append(word("picture.as_of", lang, date=date))
    return shorten(" · ".join(said), _LONGEST_SOURCE)


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

    def __init__(self, sheet: Sheet, name: str) -> None:
        self.sheet = sheet
        self.em = sheet.em
        self.graph = graphviz.Digraph(
            name=_graph_name(name),
            graph_attr={
                "layout": "nop2",
                "newrank": "true",
                "rankdir": "LR",
                "viewport": ",".join(map(_number, (*A4, A4[0] / sheet.width, sheet.width / 2, sheet.height / 2))),
                "margin": "0",
                "pad": "0",
                "notranslate": "true",
                "outputorder": "edgesfirst",
                "bgcolor": palette.PAPER,
            },
            node_attr={
                "shape": "box",
                "fixedsize": "shape",
                "margin": "0",
                "fontname": FONTS,
                "fontsize": _number(self.em),
                "color": palette.INK,
                "fontcolor": palette.INK,
                "penwidth": _number(self.em * _BORDER),
            },
            edge_attr={"arrowsize": _number(HEAD * self.em / 10)},
        )
        self.box("_page", Place(sheet.width / 2, sheet.height / 2, sheet.width, sheet.height), "", {"style": "invis"})

    def box(self, name: str, place: Place, label: str, look: Mapping[str, str]) -> None:
        self.graph.node(name, label, _attributes=self._set(place, look))

    def _set(self, place: Place, look: Mapping[str, str]) -> dict[str, str]:
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
        left = Place(self.sheet.width / 2, y, self.sheet.width - 2 * self.sheet.margin, TITLE * self.em)
        self.box("_title", left, text([shown], "\\l"), {"shape": "plaintext", "fontsize": _number(size * self.em)})
        if source:
            self.box("_source", left, text([source], "\\r"), {"shape": "plaintext", "fontsize": _number(_SOURCE_SIZE * self.em)})

    def heading(self, column: Column, place: Place) -> None:
        lines = wrap(column.heading, place.width / self.em - 2 * PAD_X)
        look = {"style": "filled", "fillcolor": palette.HEADING, "color": palette.HEADING, "fontcolor": palette.PAPER}
        self.box(f"_heading_{column.key}", place, text(lines), look)

    def column(self, column: Column, model: LogicModel, on: Mapping[Anchor, tuple[Mark, ...]]) -> None:
        with self.graph.subgraph() as group:
            group.attr(rank="same")
            for node in column.nodes:
                look = {**_box_look(node, self.em), "fillcolor": palette.FILLS[column.key]}
                group.node(node.id, text(self.sheet.lines[node.id]), _attributes=self._set(self.sheet.places[node.id], look))
        for node in column.nodes:
            self.box_marks(node.id, on.get(node.id, ()))

    def box_marks(self, name: str, held: Sequence[Mark]) -> None:
        place = self.sheet.places[name]
        high = MARK_HEIGHT * self.em
        for row, marks_of_row in enumerate(mark_rows(held, place.width / self.em)):
            right = place.right - 0.2 * self.em
            y = place.top + MARK_OVERLAP * self.em - (row + 0.5) * high
            for number, mark in enumerate(reversed(marks_of_row)):
                wide = mark_width(mark) * self.em
                self.mark(f"_on_{name}_{row}_{number}", Place(right - wide / 2, y, wide, high), mark)
                right -= wide + 0.15 * self.em

    def mark(self, name: str, place: Place, mark: Mark) -> None:
        self.box(name, place, text([mark.sign]), {**_MARK_STYLE[mark.kind], "fontsize": _number(MARK_SIZE * self.em)})

    def arrow(self, link: Link, route: Route) -> None:
        self.graph.edge(link.source, link.to, _attributes=self.way(route, _arrow_look(link.stated, link.feedback, self.em)))

    def way(self, route: Route, look: Mapping[str, str]) -> dict[str, str]:
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

    def entry(self, number: int, entry: Entry, top: float) -> None:
        legend = self.sheet.fit.legend
        em, left, y = self.em, self.sheet.margin + entry.x * self.em, top + entry.y * self.em
        middle = y + LINE * SIZE * em / 2
        if isinstance(entry.sign, Mark):
            wide = mark_width(entry.sign) * em
            self.mark(f"_legend_{number}", Place(left + wide / 2, middle, wide, MARK_HEIGHT * em), entry.sign)
        else:
            self.sample(f"_legend_{number}", entry.sign, left, middle)
        height = len(entry.lines) * LINE * SIZE * em
        wide = (legend.measure + COLUMN_GAP / 2) * em
        place = Place(left + legend.indent * em + wide / 2, y + height / 2, wide, height)
        self.box(f"_meaning_{number}", place, text(entry.lines, "\\l"), {"shape": "plaintext", "fontsize": _number(SIZE * em)})

    def sample(self, name: str, sample: Sample, left: float, y: float) -> None:
        long = SAMPLE * self.em
        if sample in ("stated", "inferred", "feedback"):
            end = (left + long - HEAD * self.em, y)
            route = Route(_line((left, y), end), (left + long, y))
            self.line(name, route, _arrow_look(sample == "stated", sample == "feedback", self.em))
        else:
            place = Place(left + long / 2, y, long, 0.95 * self.em)
            self.box(name, place, "", _sample_look(sample, self.em))

    def line(self, name: str, route: Route, look: Mapping[str, str]) -> None:
        for end, at in (("from", route.points[0]), ("to", route.tip)):
            self.box(f"{name}_{end}", Place(*at, 0.0, 0.0), "", {"shape": "point", "style": "invis"})
        self.graph.edge(f"{name}_from", f"{name}_to", _attributes=self.way(route, look))


def _graph_name(name: str) -> str:
    """The name of the graph, which becomes the picture's title in SVG. DOT has no escape for a backslash in a name."""
    shown: str = graphviz.nohtml(_NOT_XML.sub("\ufffd", shorten(name)).replace("\\", "/"))
    return shown


def _line(start: Point, end: Point) -> tuple[Point, ...]:
    third = (end[0] - start[0]) / 3
    return (start, (start[0] + third, start[1]), (end[0] - third, end[1]), end)


def _box_look(node: Node, em: float) -> dict[str, str]:
    """How a node's box is drawn: its line tells the status, its corners an aim of the whole, its weight what is required."""
    look = _LINES["intended" if node.status in INTENDED else "dropped" if node.status == "dropped" else "firm"]
    corners = ",rounded" if isinstance(node, Outcome) and node.cause == "whole" else ""
    weight = {"penwidth": _number(em * _REQUIRED)} if node.required else {}
    return {**look, "style": f"filled,{look['style']}{corners}", **weight}


def _sample_look(sample: Sample, em: float) -> dict[str, str]:
    """How the legend shows a kind of box."""
    if sample == "whole":
        return {"style": "filled,solid,rounded", "fillcolor": palette.PAPER}
    if sample == "required":
        return {"style": "filled,solid", "fillcolor": palette.PAPER, "penwidth": _number(em * _REQUIRED)}
    look = _LINES[sample]
    return {**look, "style": f"filled,{look['style']}", "fillcolor": palette.PAPER}


def _arrow_look(stated: bool, feedback: bool, em: float) -> dict[str, str]:
    """How an arrow is drawn: thick when the source states it, dashed when it goes back."""
    return {
        "color": palette.STATED if stated else palette.INFERRED,
        "penwidth": _number(em * (_STATED if stated else _INFERRED)),
        **({"style": "dashed"} if feedback else {}),
    }


def _number(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")
