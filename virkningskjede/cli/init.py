"""``virkningskjede init``."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.run import language_of

if TYPE_CHECKING:
    from virkningskjede.i18n import Lang
    from virkningskjede.scaffold import CI

CIS = ("github", "gitlab")
"""Whose job can be written; they stand here too, so that the help of the command need not load what makes models."""


@parsing.command("init", help="help.init")
@parsing.argument("folder", type=options.PATH, default=".", metavar="[FOLDER]")
@parsing.option("--ci", type=click.Choice(CIS), help="help.option.ci")
@options.lang
def command(folder: Path, ci: CI | None, lang: str | None) -> None:
    """Make a project of one's own, and say what to try next; or have one that there is checked."""
    from virkningskjede import scaffold
    from virkningskjede.i18n import word
    from virkningskjede.project import project_around, shown

    chosen = language_of(lang)
    if ci is None or project_around(folder) is None:
        with _written(folder, chosen):
            files = scaffold.begin(folder, chosen)
        for path in files:
            click.echo(word("done.written", chosen, path=shown(path)), err=True)
        click.echo(word("init.made", chosen))
        language_option = ["--lang", chosen] if chosen != language_of(None) else []
        for arguments in next_commands(folder, files):
            click.echo(f"    {pasted(['virkningskjede', *arguments, *language_option])}")
    if ci is not None:
        _add_job(folder, ci, chosen)


def _add_job(folder: Path, ci: CI, lang: Lang) -> None:
    """Write the job that checks a project; where there is a file of its name, say what is to stand in it."""
    from virkningskjede import __version__, scaffold
    from virkningskjede.i18n import word
    from virkningskjede.project import shown

    program = f"virkningskjede=={__version__}"
    with _written(folder, lang):
        written, standing = scaffold.at_the_top(folder, scaffold.job(ci, program, lang))
    for path in written:
        click.echo(word("done.written", lang, path=shown(path)), err=True)
        click.echo(word("init.ci", lang, path=shown(path), program=program))
    for path, data in standing.items():
        click.echo(word("init.ci.standing", lang, path=shown(path)))
        click.echo(data.decode())


@contextmanager
def _written(folder: Path, lang: Lang) -> Iterator[None]:
    """Where files are written: what cannot be is named. An answer that cannot be printed is another matter."""
    from virkningskjede.errors import UsageError
    from virkningskjede.i18n import unwritten

    try:
        yield
    except OSError as error:
        raise UsageError(unwritten(error.filename or folder, error, lang)) from error


def next_commands(folder: Path, files: Sequence[Path]) -> tuple[list[str], ...]:
    """Three commands to try on a new project: draw its sketch, validate it, and make its site."""
    sketch = next(path for path in files if path.parent.name == "programmes")
    return (
        ["render", argument(sketch), "-o", argument(folder / f"{sketch.stem}.svg")],
        ["validate", argument(folder)],
        ["atlas", argument(folder), "-o", argument(folder / "site"), "--open"],
    )


def argument(path: Path) -> str:
    """A path as an argument of a command: one that begins with a hyphen would be taken for an option, or with ``corpus:`` for what is
    installed.

    >>> argument(Path("-x/a.yaml")).replace(os.sep, "/")
    './-x/a.yaml'
    """
    return f".{os.sep}{path}" if str(path).startswith(("-", "corpus:")) else str(path)


def pasted(arguments: Sequence[str]) -> str:
    """A command as it can be pasted into the terminal of this system.

    >>> pasted(["virkningskjede", "validate", "my models"]).replace('"', "'")
    "virkningskjede validate 'my models'"
    """
    return subprocess.list2cmdline(arguments) if os.name == "nt" else shlex.join(arguments)
