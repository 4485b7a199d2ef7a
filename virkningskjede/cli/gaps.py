"""``virkningskjede gaps``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from virkningskjede.catalogue import Lang
from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run

if TYPE_CHECKING:
    from rich.console import Console

    from virkningskjede.tracing import Gaps


@click.command("gaps", help=said("help.gaps"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.several("--kind", "help.option.kind.gaps")
@click.option("--much", type=click.FloatRange(0, 100), metavar="PERCENT", help=said("help.option.much"))
@options.answering("text", "json", "md", "csv", "html")
def command(run: Run, paths: tuple[str, ...], kind: tuple[str, ...], much: float | None) -> None:
    """Look models over for gaps."""
    from virkningskjede.cli.models import many
    from virkningskjede.rendering import gaps as written
    from virkningskjede.tracing import KINDS, MUCH, gaps

    run.only(kind, KINDS)
    run = run.of(*paths)
    found = gaps(many(paths, run), kind, much=MUCH if much is None else much / 100)
    if run.form == "text":
        run.answer_shown(lambda console: _show(console, found, run.lang))
    elif run.form == "json":
        run.answer_json(written.to_json(found, lang=run.lang))
    else:
        write = {"md": written.markdown, "csv": written.csv, "html": written.page}[run.form]
        run.answer(write(found, lang=run.lang))


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
