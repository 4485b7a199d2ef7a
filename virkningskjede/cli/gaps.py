"""``virkningskjede gaps``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from virkningskjede.catalogue import Lang, word
from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.output import answer, as_json, captured
from virkningskjede.cli.run import language_of, settings_here
from virkningskjede.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from virkningskjede.tracing import Gaps


@click.command("gaps", help=said("help.gaps"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.several("--kind", "help.option.kind.gaps")
@click.option("--much", type=click.FloatRange(0, 100), metavar="PERCENT", help=said("help.option.much"))
@options.formats("text", "json", "md", "csv", "html")
@options.output
@options.root
@options.lang
def command(
    paths: tuple[str, ...],
    kind: tuple[str, ...],
    much: float | None,
    as_format: str,
    output: Path | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Look models over for gaps."""
    from virkningskjede.cli.models import many
    from virkningskjede.rendering import gaps as written
    from virkningskjede.tracing import KINDS, MUCH, gaps

    settings = settings_here()
    language = language_of(lang, settings)
    for each in kind:
        if each not in KINDS:
            raise UsageError(word("error.choice", language, value=each, known=", ".join(KINDS)))
    found = gaps(many(paths, root or settings.root, language), kind, much=MUCH if much is None else much / 100)
    if as_format == "text":
        captured(lambda console: _show(console, found, language), output, language)
    elif as_format == "json":
        answer(as_json(written.to_json(found, lang=language)), output, language)
    else:
        write = {"md": written.markdown, "csv": written.csv, "html": written.page}[as_format]
        answer(write(found, lang=language), output, language)


def _show(console: Console, found: Gaps, lang: Lang) -> None:
    from virkningskjede.rendering import gaps as written
    from virkningskjede.rendering import terminal

    if len(found.models) > 1:
        tables, below = written.in_terminal(found, lang=lang, width=console.width)
        for table in tables:
            terminal.print_table(console, table, close=True)
            console.print()
        console.out(below, highlight=False)
    console.out(written.text(found, lang=lang, width=console.width), end="", highlight=False)
