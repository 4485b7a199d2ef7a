"""``virkningskjede compare``."""

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

    from virkningskjede.comparison import Matrix


@click.command("compare", help=said("help.compare"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--columns", metavar="NAME", help=said("help.option.columns"))
@click.option("--explain", is_flag=True, help=said("help.option.explain.compare"))
@options.formats("text", "json", "md", "csv", "html")
@options.output
@options.root
@options.lang
def command(
    paths: tuple[str, ...],
    columns: str | None,
    explain: bool,
    as_format: str,
    output: Path | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Hold many models side by side."""
    from virkningskjede.cli.models import many
    from virkningskjede.comparison import available_comparisons, compare, is_file, load_comparison
    from virkningskjede.rendering import comparisons

    settings = settings_here()
    language = language_of(lang, settings)
    portfolio = many(paths, root or settings.root, language)
    shared = portfolio.surroundings
    known = available_comparisons(shared)
    if columns is None:
        raise UsageError(word("error.columns_needed", language, known=", ".join(known)))
    if columns not in known and not is_file(columns):
        raise UsageError(word("error.choice", language, value=columns, known=", ".join(known)))
    matrix = compare(portfolio, load_comparison(columns, shared), shared)
    if as_format == "json":
        answer(as_json(comparisons.to_json(matrix, lang=language)), output, language)
    elif as_format == "csv":
        answer(comparisons.csv(matrix, lang=language), output, language)
    elif as_format == "md":
        answer(comparisons.markdown(matrix, lang=language, detail=explain), output, language)
    elif as_format == "html":
        answer(comparisons.html_page(matrix, lang=language, detail=explain), output, language)
    else:
        captured(lambda console: _show(console, matrix, language, explain=explain), output, language)


def _show(console: Console, matrix: Matrix, lang: Lang, *, explain: bool) -> None:
    from virkningskjede.rendering import comparisons, terminal

    layout = comparisons.in_terminal(matrix, lang=lang, width=console.width)
    for table in layout.tables:
        terminal.print_table(console, table, comparisons.styles(lang), close=layout.close)
        console.print()
    console.out(layout.below, highlight=False)
    if explain:
        console.out(comparisons.explanation(matrix, lang=lang, width=console.width), highlight=False)
