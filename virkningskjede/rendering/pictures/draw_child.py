"""Draws one picture: DOT on standard input, the picture on standard output. A process of its own, because Graphviz can crash.

Run by `virkningskjede.rendering.pictures.draw` as ``python -m virkningskjede.rendering.pictures.draw_child FORMAT``. It imports
pygraphviz and nothing else, so it draws with the Graphviz that came with it and needs no program on the path.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

PNG_DPI = 200
"""Dots per inch of a bitmap: sharp in print, and an A4 page is still under a megabyte."""


NO_FONTS = 3
"""The exit code that says that the machine has no fonts: what would be drawn is a row of empty squares for each text."""

_LETTERS = "ilm\u0378"
"""Letters of different widths in nearly every font, and a character that no font has."""


def main(picture_format: str) -> int:
    """Read DOT, write the picture. Whatever Graphviz says against it goes to standard error."""
    import pygraphviz

    if picture_format != "svg" and _lacks_fonts(pygraphviz.AGraph):
        return NO_FONTS
    graph = pygraphviz.AGraph(string=sys.stdin.buffer.read().decode("utf-8"))
    args = f"-Gdpi={PNG_DPI}" if picture_format == "png" else ""
    sys.stdout.buffer.write(graph.draw(format=picture_format, prog=graph.graph_attr.get("layout") or "dot", args=args))
    sys.stdout.buffer.flush()
    return 0


def _lacks_fonts(new_graph: Callable[..., Any]) -> bool:
    """Whether all letters come out equally wide, as they do when each is drawn as an empty square."""
    probe = "".join(f'{number} [label="{letter * 20}" width=0 margin=0];' for number, letter in enumerate(_LETTERS))
    drawn = new_graph(string=f"digraph {{ {probe} }}").draw(format="plain", prog="dot").decode("utf-8")
    widths = {line.split()[4] for line in drawn.splitlines() if line.startswith("node")}
    return len(widths) == 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
