"""Heat maps as files."""

from __future__ import annotations

import re
from pathlib import Path

from virkningskjede.diagnostics import shorten
from virkningskjede.drawing.draw import draw
from virkningskjede.drawing.endings import OF_HEATMAPS, HeatmapEnding, ending_among
from virkningskjede.drawing.heatmap.drawing import PLATE, dot
from virkningskjede.drawing.heatmap.grid import Grid
from virkningskjede.drawing.stamping import entitled
from virkningskjede.drawing.svg import GROUP, svg_text, titled
from virkningskjede.errors import UsageError
from virkningskjede.i18n import unwritten, word
from virkningskjede.project import write_bytes

_GRAPH = re.compile(r"<title>heatmap</title>\n")


def picture(grid: Grid, path: Path) -> None:
    """Draw a heat map to a file; its ending decides how: svg, png, pdf or dot. The file is written as a whole or not at all.

    Raises:
        UsageError: the ending is none of the four, or the file cannot be written.
        DrawingError: it could not be drawn.
    """
    ending = ending_among(path, OF_HEATMAPS)
    if ending is None:
        raise UsageError(word("heatmap.formats", grid.lang, name=shorten(path.name)))
    try:
        write_bytes(path, data(grid, ending))
    except OSError as error:
        raise UsageError(unwritten(path, error, grid.lang)) from error


def data(grid: Grid, ending: HeatmapEnding) -> bytes:
    """A heat map as the content of a file.

    Raises:
        DrawingError: it could not be drawn.
    """
    if ending == "dot":
        return dot(grid).encode("utf-8")
    drawn = draw(dot(grid), ending, lang=grid.lang)
    if ending == "pdf":
        return entitled(drawn, grid.title, grid.lang)
    return captioned(drawn, grid) if ending == "svg" else drawn


def captioned(svg: bytes, grid: Grid) -> bytes:
    """What Graphviz drew of a heat map, as an SVG that says what it shows: to a pointer that rests on a cell, and to a screen reader.

    Every letter is text. There is no script, no style sheet and no reference to anything outside the file.
    """
    cells = {f"r{row}c{column}": square.caption for row, squares in enumerate(grid.squares) for column, square in enumerate(squares)}

    def group(match: re.Match[str]) -> str:
        caption = cells.get(match[2].removesuffix(PLATE), "")
        return f"<g>\n<title>{svg_text(caption)}</title>\n" if caption else "<g>\n"

    return titled(svg, 'role="img"', grid.title, grid.summary, grid.lang, lambda drawn: GROUP.sub(group, _GRAPH.sub("", drawn, count=1)))
