"""Draws DOT with the Graphviz that comes with pygraphviz, in the process that calls it: one that may crash, see `work_child`.

It imports pygraphviz and nothing else, so it needs no program on the path.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

_LETTERS = "ilm\u0378"
"""Letters of different widths in nearly every font, and a character that no font has."""


POINTS = 72
"""Points to an inch."""


class NoFonts(Exception):
    """The machine has no fonts: what would be drawn is a row of empty squares for each text."""


def drawn(dot: str, picture_format: str, dpi: int) -> bytes:
    """A graph as a picture. Whatever Graphviz says against it goes to standard error.

    Args:
        dot: the graph.
        picture_format: ``svg``, ``png`` or ``pdf``.
        dpi: dots per inch of a bitmap.

    Raises:
        NoFonts: there are no fonts to draw a bitmap or a PDF with.
    """
    import pygraphviz

    if picture_format != "svg" and _lacks_fonts(pygraphviz.AGraph):
        raise NoFonts
    graph = pygraphviz.AGraph(string=dot)
    try:
        args = ""
        if picture_format == "png":
            args = f"-Gdpi={dpi}"
            _whole_dots(graph, dpi)
        data: bytes = graph.draw(format=picture_format, prog=graph.graph_attr.get("layout") or "dot", args=args)
        return data
    finally:
        graph.close()


def _whole_dots(graph: Any, dpi: int) -> None:
    """Make a page a whole number of dots wide and high: half a dot at its edge would be half transparent."""
    viewport = str(graph.graph_attr.get("viewport") or "")
    if not viewport:
        return
    width, height, *rest = viewport.split(",")
    sides = (round(float(side) * dpi / POINTS) * POINTS / dpi for side in (width, height))
    graph.graph_attr["viewport"] = ",".join((*(f"{side:.6f}" for side in sides), *rest))


@cache
def _lacks_fonts(new_graph: Callable[..., Any]) -> bool:
    """Whether all letters come out equally wide, as they do when each is drawn as an empty square."""
    probe = "".join(f'{number} [label="{letter * 20}" width=0 margin=0];' for number, letter in enumerate(_LETTERS))
    lines = new_graph(string=f"digraph {{ {probe} }}").draw(format="plain", prog="dot").decode("utf-8").splitlines()
    widths = {line.split()[4] for line in lines if line.startswith("node")}
    return len(widths) == 1
