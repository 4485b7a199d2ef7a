"""What pictures can be written as."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from virkningskjede.catalogue import Lang, word
from virkningskjede.diagnostics import shorten
from virkningskjede.errors import UsageError

Format = Literal["svg", "png", "pdf"]
"""What can be drawn."""

Ending = Literal[Format, "dot", "mmd"]
"""What can be written: a drawing, or its text as DOT or Mermaid."""

FORMATS: tuple[Format, ...] = get_args(Format)
ENDINGS: tuple[Ending, ...] = (*FORMATS, "dot", "mmd")


def is_picture(path: Path | None) -> bool:
    """Whether a file's name says that it is a picture."""
    return path is not None and _ending(path) in ENDINGS


def ending_of(path: Path, lang: Lang) -> Ending:
    """What a file's name says that it holds.

    Raises:
        UsageError: it ends in none of the five.
    """
    named = _ending(path)
    known = next((each for each in ENDINGS if each == named), None)
    if known is None:
        raise UsageError(word("picture.formats", lang, name=shorten(path.name)))
    return known


def _ending(path: Path) -> str:
    return path.suffix.lower().removeprefix(".")
