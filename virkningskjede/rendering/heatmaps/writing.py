"""Heat maps as files."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Literal

from virkningskjede.catalogue import visible, word
from virkningskjede.diagnostics import shorten
from virkningskjede.errors import UsageError
from virkningskjede.loading import write_bytes
from virkningskjede.rendering.heatmaps.drawing import PLATE, dot
from virkningskjede.rendering.heatmaps.grid import Grid
from virkningskjede.rendering.pictures.draw import draw
from virkningskjede.rendering.pictures.endings import FORMATS, Format

Ending = Literal[Format, "dot"]
"""What a heat map can be written as."""

ENDINGS: tuple[Ending, ...] = (*FORMATS, "dot")

_GROUP = re.compile(r'<!-- [^<>]* -->\n<g id="(?:node|edge)\d+" class="(?:node|edge)">\n<title>([^<]*)</title>\n')
_GRAPH = re.compile(r"<title>heatmap</title>\n")
_NOT_XML = re.compile("[\ufffe\uffff]")


def picture(grid: Grid, path: Path) -> None:
    """Draw a heat map to a file; its ending decides how: svg, png, pdf or dot. The file is written as a whole or not at all.

    Raises:
        UsageError: the ending is none of the four, or the file cannot be written.
        DrawingError: it could not be drawn.
    """
    named = path.suffix.lower().removeprefix(".")
    ending = next((each for each in ENDINGS if each == named), None)
    if ending is None:
        raise UsageError(word("heatmap.formats", grid.lang, name=shorten(path.name)))
    try:
        write_bytes(path, data(grid, ending))
    except OSError as error:
        raise UsageError(word("error.cannot_write", grid.lang, path=path, reason=error.strerror or error)) from error


def data(grid: Grid, ending: Ending) -> bytes:
    """A heat map as the content of a file.

    Raises:
        DrawingError: it could not be drawn.
    """
    if ending == "dot":
        return dot(grid).encode("utf-8")
    drawn = draw(dot(grid), ending, lang=grid.lang)
    return told(drawn, grid) if ending == "svg" else drawn


def told(svg: bytes, grid: Grid) -> bytes:
    """What Graphviz drew of a heat map, as an SVG that says what it shows: to a pointer that rests on a cell, and to a screen reader.

    Every letter is text. There is no script, no style sheet and no reference to anything outside the file.
    """
    whole = svg.decode("utf-8")
    root = whole[whole.index("<svg") :]
    opening = root.index(">") + 1
    cells = {f"r{row}c{column}": square.told for row, squares in enumerate(grid.squares) for column, square in enumerate(squares)}

    def group(match: re.Match[str]) -> str:
        said = cells.get(match[1].removesuffix(PLATE), "")
        return f"<g>\n<title>{_text(said)}</title>\n" if said else "<g>\n"

    head = root[:opening].replace("<svg", f'<svg role="img" lang="{grid.lang}"', 1)
    body = _GROUP.sub(group, _GRAPH.sub("", root[opening:], count=1))
    named = f"<title>{_text(grid.title)}</title>\n<desc>{_text(grid.told)}</desc>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{named}{body}'.encode()


def _text(said: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", visible(said)))
