"""What is drawn of boxes, words and lines, each at a place of its own: heat maps and small multiples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import graphviz

from virkningskjede.drawing.dot import text
from virkningskjede.model.values import EMPTY


class Sketch:
    """Puts parts on a sheet. Positions come in ems from the top left of what is drawn; DOT counts in points from the bottom left.

    Attributes:
        graph: the sheet, as DOT.
        size: an em, in points.
        high: how high the sheet is, in points.
        margin: between the edge of the sheet and what is drawn, in points.
    """

    def __init__(self, graph: graphviz.Graph, size: float, high: float, margin: float) -> None:
        self.graph, self.size, self.high, self.margin = graph, size, high, margin

    def node(self, name: str, middle: tuple[float, float], size: tuple[float, float], label: str, look: Mapping[str, str]) -> None:
        """A node with its middle and size in points."""
        place = {"pos": f"{in_dot(middle[0])},{in_dot(middle[1])}", "width": in_dot(size[0] / 72, 4), "height": in_dot(size[1] / 72, 4)}
        self.graph.node(name, label, _attributes={**place, **look})

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place in points, from one in ems."""
        return self.margin + x * self.size, self.high - self.margin - y * self.size

    def box(self, name: str, x: float, y: float, wide: float, high: float, label: str, look: Mapping[str, str]) -> None:
        """A box by its upper left corner and its size, in ems."""
        self.node(name, self.point(x + wide / 2, y + high / 2), (wide * self.size, high * self.size), label, look)

    def words(
        self, name: str, x: float, y: float, wide: float, high: float, lines: Sequence[str], end: str = "\\l", size: float = 1.0
    ) -> None:
        """Text alone: ``\\\\l`` from the left, ``\\\\n`` in the middle, ``\\\\r`` from the right."""
        self.box(name, x, y, wide, high, text(lines, end), {"shape": "plaintext", "fontsize": in_dot(size * self.size)})

    def line(self, name: str, start: tuple[float, float], end: tuple[float, float], look: Mapping[str, str] = EMPTY) -> None:
        """A straight line between two places."""
        points = [self.point(*start), self.point(*end)]
        for which, point in zip(("from", "to"), points, strict=True):
            self.node(f"{name}_{which}", point, (0.0, 0.0), "", {"shape": "point", "style": "invis"})
        course = " ".join(f"{in_dot(x)},{in_dot(y)}" for x, y in (points[0], points[0], points[1], points[1]))
        self.graph.edge(f"{name}_from", f"{name}_to", pos=course, _attributes=dict(look))


def in_dot(value: float, digits: int = 2) -> str:
    """A number as DOT has it.

    >>> in_dot(2), in_dot(0.12345, 4)
    ('2.00', '0.1235')
    """
    return f"{value:.{digits}f}"
