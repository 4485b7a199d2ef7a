"""``virkningskjede agreement``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.output import answer, as_json, captured
from virkningskjede.cli.run import language_of, settings_here

if TYPE_CHECKING:
    from rich.console import Console

    from virkningskjede.catalogue import Lang
    from virkningskjede.coders import Agreement


@click.command("agreement", help=said("help.agreement"))
@click.argument("folder_a")
@click.argument("folder_b")
@click.option("--all-terms", is_flag=True, help=said("help.option.all_terms"))
@click.option("--by-term", is_flag=True, help=said("help.option.by_term"))
@options.formats("text", "json", "md", "csv", "html")
@options.output
@options.root
@options.lang
def command(
    folder_a: str,
    folder_b: str,
    all_terms: bool,
    by_term: bool,
    as_format: str,
    output: Path | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Hold two codings of the same models against each other."""
    from virkningskjede.cli.models import many
    from virkningskjede.coders import agreement
    from virkningskjede.rendering import coding

    settings = settings_here()
    language = language_of(lang, settings)
    a, b = (many((folder,), root or settings.root, language) for folder in (folder_a, folder_b))
    found = agreement(a, b, a.surroundings, b.surroundings, all_terms=all_terms, names=(folder_a, folder_b))
    if as_format == "text":
        captured(lambda console: _show(console, found, language, by_term=by_term), output, language)
    elif as_format == "json":
        answer(as_json(coding.to_json(found)), output, language)
    else:
        written = {"md": coding.markdown, "csv": coding.csv, "html": coding.page}[as_format]
        answer(written(found, lang=language), output, language)


def _show(console: Console, found: Agreement, lang: Lang, *, by_term: bool) -> None:
    from virkningskjede.rendering import coding, terminal

    for table in (coding.overview(found, lang=lang), *([coding.by_term(found, lang=lang)] if by_term else [])):
        terminal.print_table(console, table)
        console.print()
    console.out(coding.text(found, lang=lang, width=console.width), end="", highlight=False)
