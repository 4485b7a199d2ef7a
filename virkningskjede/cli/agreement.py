"""``virkningskjede agreement``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run

if TYPE_CHECKING:
    from rich.console import Console

    from virkningskjede.catalogue import Lang
    from virkningskjede.coders import Agreement


@click.command("agreement", help=said("help.agreement"))
@click.argument("folder_a")
@click.argument("folder_b")
@click.option("--all-terms", is_flag=True, help=said("help.option.all_terms"))
@click.option("--by-term", is_flag=True, help=said("help.option.by_term"))
@options.answering("text", "json", "md", "csv", "html")
def command(run: Run, folder_a: str, folder_b: str, all_terms: bool, by_term: bool) -> None:
    """Hold two codings of the same models against each other."""
    from virkningskjede.cli.models import many
    from virkningskjede.coders import agreement
    from virkningskjede.rendering import coding

    run = run.of(folder_a, folder_b)
    a, b = (many((folder,), run) for folder in (folder_a, folder_b))
    found = agreement(a, b, a.project, b.project, all_terms=all_terms, names=(folder_a, folder_b))
    if run.form == "text":
        run.answer_shown(lambda console: _show(console, found, run.lang, by_term=by_term))
    elif run.form == "json":
        run.answer_json(coding.to_json(found))
    else:
        written = {"md": coding.markdown, "csv": coding.csv, "html": coding.page}[run.form]
        run.answer(written(found, lang=run.lang))


def _show(console: Console, found: Agreement, lang: Lang, *, by_term: bool) -> None:
    from virkningskjede.rendering import coding, terminal

    for table in (coding.overview(found, lang=lang), *([coding.by_term(found, lang=lang)] if by_term else [])):
        terminal.print_table(console, table)
        console.print()
    console.out(coding.text(found, lang=lang, width=console.width), end="", highlight=False)
