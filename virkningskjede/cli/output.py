"""Where answers go: standard output; a file, written as a whole or not at all; or into a pipe or a device."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from virkningskjede.catalogue import Lang, word
from virkningskjede.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console


def answer(text: str, output: Path | None, lang: Lang) -> None:
    """Write an answer to standard output, or to the file that was asked for."""
    if output is None or str(output) == "-":
        sys.stdout.write(text)
        return
    write(output, text.encode("utf-8"), lang)


def write(output: Path, data: bytes, lang: Lang) -> None:
    """Write a file, or into what is none.

    Raises:
        UsageError: it cannot be written; a file that stood there stands there still.
    """
    from virkningskjede.loading import write_bytes

    try:
        write_bytes(output, data)
    except OSError as error:
        raise UsageError(word("error.cannot_write", lang, path=output, reason=error.strerror or error)) from error


def as_json(value: Any) -> str:
    """A value as JSON for people and programs: indented, in the order it was made, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_scalar) + "\n"


def _scalar(value: object) -> object:
    """Numbers as numbers, everything else that JSON does not know (dates) as text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def terminal(output: Path | None = None) -> Console:
    """A console on standard output: 80 columns and no colour unless it is a terminal."""
    from rich.console import Console

    plain = not sys.stdout.isatty() or output is not None
    return Console(width=80 if plain else None, highlight=False, markup=False, emoji=False, soft_wrap=False)


def captured(show: Callable[[Console], None], output: Path | None, lang: Lang) -> None:
    """Let something print itself: to a terminal as it is, and elsewhere as plain text without the spaces that fill its lines."""
    console = terminal(output)
    if console.is_terminal and output is None:
        show(console)
        return
    with console.capture() as kept:
        show(console)
    answer("".join(f"{line.rstrip()}\n" for line in kept.get().splitlines()), output, lang)
