"""``virkningskjede group``."""

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
@options.formats("text", "json", "md", "csv", "html")
@click.option("-o", "--output", type=options.PATH, help=said("help.option.output.picture"))
@options.root
@options.lang
def command(
    paths: tuple[str, ...],
    by: str,
    progress: Status,
    samples: int,
    seed: int,
    as_format: str,
    output: Path | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Ask which models belong together."""
    from virkningskjede.cli.models import many
    from virkningskjede.comparison import available_comparisons, load_comparison
    from virkningskjede.grouping import WAYS, group
    from virkningskjede.loading import is_file
    from virkningskjede.rendering import groups
    from virkningskjede.rendering.pictures.endings import is_picture

    settings = settings_here()
    language = language_of(lang, settings)
    portfolio = many(paths, root or settings.root, language)
    shared = portfolio.surroundings
    known = (*WAYS, *available_comparisons(shared))
    if by not in known and not is_file(by):
        raise UsageError(word("error.choice", language, value=by, known=", ".join(known)))
    drawn = output is not None and is_picture(output)
    asked = by if by in WAYS else load_comparison(by, shared)
    found = group(portfolio, asked, shared, progress=progress, samples=0 if drawn else samples, seed=seed)
    if output is not None and drawn:
        from virkningskjede.rendering.heatmaps import grid_of_grouping, picture

        picture(grid_of_grouping(found, lang=language), output)
        click.echo(word("done.written", language, path=output), err=True)
    elif as_format == "json":
        answer(as_json(groups.to_json(found, lang=language)), output, language)
    elif as_format == "csv":
        answer(groups.csv(found, lang=language), output, language)
    elif as_format == "text":
        captured(lambda console: _show(console, found, language), output, language)
    else:
        written = groups.markdown if as_format == "md" else groups.html_page
        answer(written(found, lang=language), output, language)


def _show(console: Console, found: Grouping, lang: Lang) -> None:
    from virkningskjede.rendering import groups, terminal

    for table in groups.tables(found, lang=lang, width=console.width):
        terminal.print_table(console, table)
        console.print()
