"""``virkningskjede compare``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from virkningskjede.catalogue import Lang, Word
from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run
from virkningskjede.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from virkningskjede.comparison import Matrix


@click.command("compare", help=said("help.compare"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--columns", metavar="NAME", help=said("help.option.columns"))
@click.option("--explain", is_flag=True, help=said("help.option.explain.compare"))
@options.answering("text", "json", "md", "csv", "html", to="help.option.output.picture")
def command(run: Run, paths: tuple[str, ...], columns: str | None, explain: bool) -> None:
    """Hold many models side by side."""
    from virkningskjede.cli.models import many
    from virkningskjede.comparison import available_comparisons, compare, load_comparison
    from virkningskjede.loading import listed
    from virkningskjede.rendering import comparisons

    run = run.of(*paths)
    portfolio = many(paths, run)
    shared = portfolio.project
    if columns is None:
        raise UsageError(Word("error.columns_needed", (("known", listed(available_comparisons(shared))),)))
    matrix = compare(portfolio, load_comparison(columns, shared), shared)
    if run.drawing:
        from virkningskjede.rendering.heatmaps import grid_of_matrix, picture

        run.answer_drawn(lambda path: picture(grid_of_matrix(matrix, lang=run.lang), path))
    elif run.form == "json":
        run.answer_json(comparisons.to_json(matrix, lang=run.lang))
    elif run.form == "csv":
        run.answer(comparisons.csv(matrix, lang=run.lang))
    elif run.form == "md":
        run.answer(comparisons.markdown(matrix, lang=run.lang, detail=explain))
    elif run.form == "html":
        run.answer(comparisons.html_page(matrix, lang=run.lang, detail=explain))
    else:
        run.answer_shown(lambda console: _show(console, matrix, run.lang, explain=explain))


def _show(console: Console, matrix: Matrix, lang: Lang, *, explain: bool) -> None:
    from virkningskjede.rendering import comparisons, terminal

    layout = comparisons.in_terminal(matrix, lang=lang, width=console.width)
    for table in layout.tables:
        terminal.print_table(console, table, comparisons.styles(lang), close=layout.close)
        console.print()
    console.out(layout.below, highlight=False)
    if len(matrix.models) > 1:
        terminal.print_table(console, comparisons.counts(matrix, lang=lang, short=True))
        console.print()
    if explain:
        console.out(comparisons.explanation(matrix, lang=lang, width=console.width), highlight=False)
