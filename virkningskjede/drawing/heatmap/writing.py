"""Heat maps as files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from virkningskjede.drawing import plates
from virkningskjede.drawing.endings import HeatmapEnding
from virkningskjede.drawing.heatmap.drawing import PLATE, dot
from virkningskjede.drawing.heatmap.grid import Grid
from virkningskjede.report.finish import OF_A_FILE, Finish


def picture(grid: Grid, path: Path, *, finish: Finish = OF_A_FILE) -> None:
    """Draw a heat map to a file; its ending decides how: svg, png, pdf or dot. The file is written as a whole or not at all.

    Raises:
        UsageError: the ending is none of the four, or the file cannot be written.
        DrawingError: it could not be drawn.
    """
    plates.write(path, grid.lang, "heatmap.formats", partial(data, grid, finish=finish))


def data(grid: Grid, ending: HeatmapEnding, *, finish: Finish = OF_A_FILE) -> bytes:
    """A heat map as the content of a file.

    Raises:
        DrawingError: it could not be drawn.
    """
    return plates.drawn(grid, ending, dot(grid), lambda svg: captioned(svg, grid), finish)


def captioned(svg: bytes, grid: Grid) -> bytes:
    """What Graphviz drew of a heat map, with what each cell says."""
    cells = {f"r{row}c{column}": square.caption for row, squares in enumerate(grid.squares) for column, square in enumerate(squares)}
    return plates.with_captions(svg, grid, "heatmap", lambda name: cells.get(name.removesuffix(PLATE), ""))
