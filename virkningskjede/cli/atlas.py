"""``virkningskjede atlas``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.run import begun

if TYPE_CHECKING:
    from virkningskjede.atlas import Progress as OnProgress
    from virkningskjede.i18n import Lang


@parsing.command("atlas", help="help.atlas")
@parsing.argument("paths", nargs=-1, required=True, metavar="PATH...")
@parsing.option("-o", "--output", type=options.PATH, required=True, help="help.option.output.atlas")
@parsing.option("--title", metavar="TEXT", help="help.option.title")
@parsing.option("--open", "opened", is_flag=True, help="help.option.open")
@options.root
@options.lang
def command(paths: tuple[str, ...], output: Path, title: str | None, opened: bool, root: str | None, lang: str | None) -> None:
    """Make the web site for readers."""
    from virkningskjede.atlas import write_atlas
    from virkningskjede.cli.models import many
    from virkningskjede.errors import UsageError
    from virkningskjede.i18n import Word, word

    if str(output) == "-":
        raise UsageError(Word("error.site_is_folder", (("option", "-o"),)))
    run = begun(root, lang).of(*paths)
    language = run.lang
    portfolio = many(paths, run)
    warnings: list[str] = []
    with _bar(language) as progress:
        front = write_atlas(portfolio, output, lang=language, title=title, progress=progress, warn=warnings.append)
    for warning in warnings:
        click.echo(warning, err=True)
    click.echo(word("done.written", language, path=front), err=True)
    if opened:
        click.launch(front.absolute().as_uri())


@contextmanager
def _bar(lang: Lang) -> Iterator[OnProgress]:
    """A bar that tells how far it has come, on a terminal; elsewhere nothing is told."""
    if not sys.stderr.isatty():
        yield lambda stage, done, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from virkningskjede.i18n import word

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {phase: bar.add_task(word(f"atlas.{phase}", lang), total=None) for phase in ("asking", "drawing", "writing")}
        yield lambda phase, done, of: bar.update(tasks[phase], completed=done, total=of)
