"""Small multiples as files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from virkningskjede.drawing import plates
from virkningskjede.drawing.endings import HeatmapEnding
from virkningskjede.drawing.panels.drawing import dot
from virkningskjede.drawing.panels.figure import Figure
from virkningskjede.report.finish import OF_A_FILE, Finish


def picture(figure: Figure, path: Path, *, finish: Finish = OF_A_FILE) -> None:
    """Draw small multiples to a file; its ending decides how: svg, png, pdf or dot. The file is written as a whole or not at all.

    Raises:
        UsageError: the ending is none of the four, or the file cannot be written.
        DrawingError: it could not be drawn.
    """
    plates.write(path, figure.lang, "panels.formats", partial(data, figure, finish=finish))


def data(figure: Figure, ending: HeatmapEnding, *, finish: Finish = OF_A_FILE) -> bytes:
    """Small multiples as the content of a file.

    Raises:
        DrawingError: they could not be drawn.
    """
    return plates.drawn(figure, ending, dot(figure), lambda svg: captioned(svg, figure), finish)


def captioned(svg: bytes, figure: Figure) -> bytes:
    """What Graphviz drew of small multiples, with what each panel and mark says."""
    captions = {f"r{number}": panel.caption for number, panel in enumerate(figure.panels)}
    captions |= {f"r{number}m{place}": mark.caption for number, panel in enumerate(figure.panels) for place, mark in enumerate(panel.marks)}
    return plates.with_captions(svg, figure, "panels", lambda name: captions.get(name, ""))
