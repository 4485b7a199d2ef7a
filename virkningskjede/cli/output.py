"""Where answers go, and in which format: standard output; a file, written as a whole or not at all; or into a pipe or a device."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from virkningskjede.diagnostics import shorten
from virkningskjede.drawing import endings
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, word
from virkningskjede.report.formats import FORMATS, GRAPH_FORMATS
from virkningskjede.report.write_text import WIDTH

if TYPE_CHECKING:
    from virkningskjede.report import Document

Endings = Mapping[str, Sequence[str]]
"""The names of formats, and how the names of files in each of them end; none where no ending tells."""

OF_RESULTS: Endings = {name: form.endings for name, form in FORMATS.items()}
"""What every result can be written as."""

LISTED = tuple(name for name in FORMATS if name != "json")
"""The formats in which a listing can be of one thing or of another."""

FOR_READERS = tuple(name for name, form in FORMATS.items() if not form.whole)
"""What people read, of which there can be more or less; what programs read always has everything."""

OF_PICTURES: Endings = {ending: (ending,) for ending in endings.ENDINGS if ending not in GRAPH_FORMATS}
"""What a picture can be drawn as."""

OF_MODELS: Endings = {ending: (ending,) for ending in endings.ENDINGS}
"""What a model can be drawn as, or written as without a drawing."""

OF_HEATMAPS: Endings = {ending: (ending,) for ending in endings.OF_HEATMAPS}
"""What a heat map can be drawn as."""


def is_stdout(output: Path | None) -> bool:
    """Whether an answer goes to standard output."""
    return output is None or str(output) == "-"


def format_of(output: Path | None, form: str | None, formats: Endings, lang: Lang) -> str:
    """The format of an answer: the ending of its file decides; without one the format that was asked for, or else the first.

    Raises:
        UsageError: the file ends otherwise than any of the formats, or than the one that was asked for.
    """
    ending = "" if output is None or is_stdout(output) else output.suffix.lower().removeprefix(".")
    if not ending:
        return form or next(iter(formats), "")
    by_ending = next((name for name, endings in formats.items() if ending in endings), None)
    shown = shorten(output.name) if output is not None else ""
    if by_ending is None:
        suffixes = ", ".join(f".{suffix}" for endings in formats.values() for suffix in endings)
        raise UsageError(word("error.ending", lang, name=shown, known=suffixes))
    if form is not None and form != by_ending and formats[form]:
        raise UsageError(word("error.ending.other", lang, name=shown, format=form))
    return form if form is not None else by_ending


def answer(data: str | bytes, output: Path | None, lang: Lang) -> None:
    """Write an answer to standard output, or to the file that was asked for. Text is UTF-8 wherever it goes."""
    if output is not None and not is_stdout(output):
        write(output, data.encode("utf-8") if isinstance(data, str) else data, lang)
    elif isinstance(data, str):
        sys.stdout.write(data)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def write(output: Path, data: bytes, lang: Lang) -> None:
    """Write a file, or into what is none.

    Raises:
        UsageError: it cannot be written; a file that stood there stands there still.
    """
    from virkningskjede.project import write_file  # commands that write nothing need none of it

    write_file(output, data, lang)


def columns() -> int:
    """How many columns a text on standard output has room for: those of a terminal, else 80."""
    if not sys.stdout.isatty():
        return WIDTH
    from rich.console import Console

    return Console().width


def show(document: Document, width: int) -> None:
    """Print a document to a terminal, in bold and colours where it has them; elsewhere as plain text."""
    from virkningskjede.report.write_text import plain, styled

    if not sys.stdout.isatty():
        sys.stdout.write(plain(document, width))
        return
    from rich.console import Console

    Console(highlight=False, markup=False, emoji=False, soft_wrap=True).print(styled(document, width), end="")
