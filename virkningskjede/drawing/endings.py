"""What pictures can be written as."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeVar, get_args

from virkningskjede.diagnostics import shorten
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, word

E = TypeVar("E", bound=str)

Format = Literal["svg", "png", "pdf"]
"""What can be drawn."""

Ending = Literal[Format, "dot", "mmd"]
"""What can be written: a drawing, or its text as DOT or Mermaid."""

FORMATS: tuple[Format, ...] = get_args(Format)
OF_HEATMAPS: tuple[Literal[Format, "dot"], ...] = (*FORMATS, "dot")
"""What a heat map can be written as: it is a graph to nobody but Graphviz."""

ENDINGS: tuple[Ending, ...] = (*FORMATS, "dot", "mmd")


def is_picture(path: Path | None) -> bool:
    """Whether a file's name says that it is a picture."""
    return path is not None and ending_among(path, ENDINGS) is not None


def ending_of(path: Path, lang: Lang) -> Ending:
    """What a file's name says that it holds.

    Raises:
        UsageError: it ends in none of the five.
    """
    known = ending_among(path, ENDINGS)
    if known is None:
        raise UsageError(word("picture.formats", lang, name=shorten(path.name)))
    return known


def ending_among(path: Path, endings: tuple[E, ...]) -> E | None:
    """The one of these endings that a file's name has, in large or small letters; None when it has none of them."""
    named = path.suffix.lower().removeprefix(".")
    return next((each for each in endings if each == named), None)
