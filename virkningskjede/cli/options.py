"""The options that every command has, in one place."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from virkningskjede.cli import parsing
from virkningskjede.cli.output import OF_RESULTS, Endings
from virkningskjede.cli.run import NO_FORMATS, begun
from virkningskjede.errors import UsageError
from virkningskjede.i18n import LANGS, Word

C = TypeVar("C", bound=Callable[..., Any])

# What is written need not be readable (``-o >(sort)``), and of what is read and is not, the library says so.
PATH = click.Path(path_type=Path, readable=False)


def lang(command: C) -> C:
    """``--lang``."""
    return parsing.option("--lang", type=click.Choice(LANGS), default=None, help="help.option.lang")(command)


def root(command: C) -> C:
    """``--root``."""
    return parsing.option("--root", metavar="FOLDER", help="help.option.root")(command)


def output(command: C) -> C:
    """``-o``."""
    return parsing.option("-o", "--output", type=PATH, help="help.option.output")(command)


def answering(
    formats: Endings = OF_RESULTS, *, pictures: Endings = NO_FORMATS, to: str = "help.option.output", required: bool = False
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """``--format`` with these choices, if there are several, ``-o``, ``--root`` and ``--lang``, given to the command as one `Run`.

    Stands next to the command, whose first parameter is the run.

    Args:
        formats: what the answer can be written as; the first is the default.
        pictures: what it can be drawn as too, when the ending of ``-o`` says so.
        to: the key that explains ``-o``.
        required: whether ``-o`` must be given.
    """
    every = {**formats, **pictures}

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def started(output: Path | None, root: str | None, lang: str | None, as_format: str | None = None, **own: Any) -> None:
            command(begun(root, lang, as_format, output, every), **own)

        wanted = parsing.option("-o", "--output", type=PATH, required=required, help=to)(root(lang(started)))
        if len(formats) < 2:
            return wanted
        return parsing.option("--format", "as_format", type=click.Choice(list(formats)), help="help.option.format")(wanted)

    return decorate


def codes(_: click.Context, option: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of comma-separated values that may be given several times.

    Raises:
        UsageError: one is given that names nothing: to take it for none given would be to answer something else than was asked.
    """
    parts = [[part.strip() for part in text.split(",") if part.strip()] for text in value]
    if [] in parts:
        raise UsageError(Word("error.nothing_named", (("option", option.opts[0]),)))
    return tuple(part for named in parts for part in named)


def several(name: str, key: str) -> Callable[[C], C]:
    """An option with comma-separated values."""
    return parsing.option(name, multiple=True, callback=codes, help=key)
