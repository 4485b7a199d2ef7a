"""What heat maps and small multiples have in common when they become files: Graphviz draws them, and they say what they show."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from virkningskjede.diagnostics import shorten
from virkningskjede.drawing.draw import draw
from virkningskjede.drawing.endings import OF_HEATMAPS, HeatmapEnding, ending_among
from virkningskjede.drawing.stamping import entitled
from virkningskjede.drawing.svg import GROUP, svg_text, titled
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, word
from virkningskjede.project import write_file
from virkningskjede.report.finish import Finish


class Plate(Protocol):
    """A picture that is not of a model: what it is called, what it shows in a few sentences, and its language."""

    @property
    def title(self) -> str:
        """What stands above it."""

    @property
    def summary(self) -> str:
        """What it shows, for a screen reader."""

    @property
    def lang(self) -> Lang:
        """The language of its text."""


def write(path: Path, lang: Lang, formats: str, content: Callable[[HeatmapEnding], bytes]) -> None:
    """Put a picture in a file, as its ending says. The file is written as a whole or not at all.

    Args:
        path: the file.
        lang: the language of what is said when it cannot be.
        formats: the word that tells which endings there are.
        content: the picture, for an ending.

    Raises:
        UsageError: the ending is none of those, or the file cannot be written.
        DrawingError: it could not be drawn.
    """
    ending = ending_among(path, OF_HEATMAPS)
    if ending is None:
        raise UsageError(word(formats, lang, name=shorten(path.name)))
    write_file(path, content(ending), lang)


def drawn(plate: Plate, ending: HeatmapEnding, dot: str, captioned: Callable[[bytes], bytes], finish: Finish) -> bytes:
    """A picture as the content of a file.

    Args:
        plate: what it is called, and its language.
        ending: what it is to be.
        dot: how Graphviz is to draw it.
        captioned: makes what Graphviz drew as SVG say what it shows.
        finish: how well it is made.

    Raises:
        DrawingError: it could not be drawn.
    """
    if ending == "dot":
        return dot.encode("utf-8")
    content = draw(dot, ending, dpi=finish.dpi, timeout=finish.timeout, lang=plate.lang)
    if ending == "pdf":
        return entitled(content, plate.title, plate.lang)
    return captioned(content) if ending == "svg" else content


def with_captions(svg: bytes, plate: Plate, graph: str, caption: Callable[[str], str]) -> bytes:
    """What Graphviz drew, as an SVG that says what it shows: to a pointer that rests on a part of it, and to a screen reader.

    Every letter is text. There is no script, no style sheet and no reference to anything outside the file.

    Args:
        svg: what it drew.
        plate: what the picture is called, and shows.
        graph: what the graph is called in DOT, which is told to nobody.
        caption: what is told of a part, by its name in DOT; empty for what is not told of.
    """

    def group(match: re.Match[str]) -> str:
        text = caption(match[2])
        return f"<g>\n<title>{svg_text(text)}</title>\n" if text else "<g>\n"

    def described(content: str) -> str:
        return GROUP.sub(group, content.replace(f"<title>{graph}</title>\n", "", 1))

    return titled(svg, 'role="img"', plate.title, plate.summary, plate.lang, described)
