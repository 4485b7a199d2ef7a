"""What pictures can be written as."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeVar, get_args

from virkningskjede.diagnostics import shorten
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, word
from virkningskjede.report.formats import GRAPH_FORMATS, GraphFormat

E = TypeVar("E", bound=str)

PictureFormat = Literal["svg", "png", "pdf"]
"""What can be drawn."""

Ending = Literal[PictureFormat, "dot", "mmd", GraphFormat]
"""What can be written: a drawing, its text as DOT or Mermaid, or the graph without a drawing."""

HeatmapEnding = Literal[PictureFormat, "dot"]
"""What a heat map can be written as: it is a graph to nobody but Graphviz."""

PICTURE_FORMATS: tuple[PictureFormat, ...] = get_args(PictureFormat)
OF_HEATMAPS: tuple[HeatmapEnding, ...] = (*PICTURE_FORMATS, "dot")
ENDINGS: tuple[Ending, ...] = (*PICTURE_FORMATS, "dot", "mmd", *GRAPH_FORMATS)
ON_PAPER: tuple[HeatmapEnding, ...] = OF_HEATMAPS
"""What has a size on paper."""


def is_graph(path: Path) -> bool:
    """Whether a file's name says that it is a graph without a drawing."""
    return ending_among(path, GRAPH_FORMATS) is not None


def is_picture(path: Path | None) -> bool:
    """Whether a file's name says that it is a picture."""
    return path is not None and ending_among(path, ENDINGS) is not None


def ending_of(path: Path, lang: Lang) -> Ending:
    """What a file's name says that it holds.

    Raises:
        UsageError: it ends in none of them.
    """
    ending = ending_among(path, ENDINGS)
    if ending is None:
        raise UsageError(word("picture.formats", lang, name=shorten(path.name)))
    return ending


def ending_among(path: Path, endings: tuple[E, ...]) -> E | None:
    """The one of these endings that a file's name has, in large or small letters; None when it has none of them."""
    suffix = path.suffix.lower().removeprefix(".")
    return next((ending for ending in endings if ending == suffix), None)
