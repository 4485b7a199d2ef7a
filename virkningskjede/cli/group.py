"""``virkningskjede group``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from virkningskjede.catalogue import Lang
from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run
from virkningskjede.values import PROGRESS, Status

if TYPE_CHECKING:
    from rich.console import Console

    from virkningskjede.grouping import Grouping


@click.command("group", help=said("help.group"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--by", default="terms", metavar="NAME", help=said("help.option.by"))
@click.option("--progress", type=click.Choice(PROGRESS[1:]), default="in_use", help=said("help.option.progress"))
@click.option("--samples", type=click.IntRange(min=0), default=10_000, help=said("help.option.samples"))
@click.option("--seed", type=int, default=1, help=said("help.option.seed"))
@options.answering("text", "json", "md", "csv", "html", to="help.option.output.picture")
def command(run: Run, paths: tuple[str, ...], by: str, progress: Status, samples: int, seed: int) -> None:
    """Ask which models belong together."""
    from virkningskjede.cli.models import many
    from virkningskjede.comparison import load_comparison
    from virkningskjede.grouping import WAYS, group
    from virkningskjede.rendering import groups

    run = run.of(*paths)
    portfolio = many(paths, run)
    shared = portfolio.project
    asked = by if by in WAYS else load_comparison(by, shared, WAYS)
    found = group(portfolio, asked, shared, progress=progress, samples=0 if run.drawing else samples, seed=seed)
    if run.drawing:
        from virkningskjede.rendering.heatmaps import grid_of_grouping, picture

        run.answer_drawn(lambda path: picture(grid_of_grouping(found, lang=run.lang), path))
    elif run.form == "json":
        run.answer_json(groups.to_json(found, lang=run.lang))
    elif run.form == "csv":
        run.answer(groups.csv(found, lang=run.lang))
    elif run.form == "text":
        run.answer_shown(lambda console: _show(console, found, run.lang))
    else:
        written = groups.markdown if run.form == "md" else groups.html_page
        run.answer(written(found, lang=run.lang))


def _show(console: Console, found: Grouping, lang: Lang) -> None:
    from virkningskjede.rendering import groups, terminal

    for table in groups.tables(found, lang=lang, width=console.width):
        terminal.print_table(console, table)
        console.print()
