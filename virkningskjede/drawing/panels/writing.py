"""Small multiples as files."""

from __future__ import annotations

import re
from pathlib import Path

from virkningskjede.diagnostics import shorten
from virkningskjede.drawing.draw import draw
from virkningskjede.drawing.endings import OF_HEATMAPS, HeatmapEnding, ending_among
from virkningskjede.drawing.panels.drawing import dot
from virkningskjede.drawing.panels.figure import Figure
from virkningskjede.drawing.svg import GROUP, svg_text, titled
from virkningskjede.errors import UsageError
from virkningskjede.i18n import unwritten, word
from virkningskjede.project import write_bytes

_GRAPH = re.compile(r"<title>panels</title>\n")


def picture(figure: Figure, path: Path) -> None:
    """Draw small multiples to a file; its ending decides how: svg, png, pdf or dot. The file is written as a whole or not at all.

    Raises:
        UsageError: the ending is none of the four, or the file cannot be written.
        DrawingError: it could not be drawn.
    """
    ending = ending_among(path, OF_HEATMAPS)
    if ending is None:
        raise UsageError(word("panels.formats", figure.lang, name=shorten(path.name)))
    try:
        write_bytes(path, data(figure, ending))
    except OSError as error:
        raise UsageError(unwritten(path, error, figure.lang)) from error


def data(figure: Figure, ending: HeatmapEnding) -> bytes:
    """Small multiples as the content of a file.

    Raises:
        DrawingError: they could not be drawn.
    """
    if ending == "dot":
        return dot(figure).encode("utf-8")
    drawn = draw(dot(figure), ending, lang=figure.lang)
    return captioned(drawn, figure) if ending == "svg" else drawn


def captioned(svg: bytes, figure: Figure) -> bytes:
    """What Graphviz drew, as an SVG that says what it shows: to a pointer that rests on a panel or a mark, and to a screen reader.

    Every letter is text. There is no script, no style sheet and no reference to anything outside the file.
    """
    captions = {f"r{number}": panel.caption for number, panel in enumerate(figure.panels)}
    for number, panel in enumerate(figure.panels):
        for place, mark in enumerate(panel.marks):
            captions[f"r{number}m{place}"] = mark.caption

    def group(match: re.Match[str]) -> str:
        caption = captions.get(match[2].replace("&#45;", "-"), "")
        return f"<g>\n<title>{svg_text(caption)}</title>\n" if caption else "<g>\n"

    def described(drawn: str) -> str:
        return GROUP.sub(group, _GRAPH.sub("", drawn, count=1))

    return titled(svg, 'role="img"', figure.title, figure.summary, figure.lang, described)
