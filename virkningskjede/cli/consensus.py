"""``virkningskjede consensus``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from virkningskjede.catalogue import Lang, word
from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.output import answer, as_json, captured
from virkningskjede.cli.run import language_of, settings_here

if TYPE_CHECKING:
    from rich.console import Console

    from virkningskjede.merging import Consensus, Contrast


@click.command("consensus", help=said("help.consensus"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--min", "least", type=click.IntRange(min=0), default=0, metavar="N", help=said("help.option.min"))
@click.option("--fold", is_flag=True, help=said("help.option.fold"))
@click.option("--against", metavar="TEMPLATE", help=said("help.option.against"))
@click.option("--explain", is_flag=True, help=said("help.option.explain.consensus"))
@options.formats("text", "json", "md", "csv", "html")
@options.output
@options.root
@options.lang
def command(
    paths: tuple[str, ...],
    least: int,
    fold: bool,
    against: str | None,
    explain: bool,
    as_format: str,
    output: Path | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Put many models together in one chain."""
    from virkningskjede.cli.models import many, one
    from virkningskjede.merging import consensus
    from virkningskjede.rendering import merged
    from virkningskjede.rendering.pictures.endings import is_picture

    settings = settings_here()
    language = language_of(lang, settings)
    portfolio = many(paths, root or settings.root, language)
    chain = consensus(portfolio, portfolio.surroundings, min=least, fold=fold)
    contrast = chain.against(one(against, root or settings.root, language)[0]) if against else None
    what = contrast or chain
    if output is not None and is_picture(output):
        _draw(chain, output, language)
    elif as_format == "json":
        answer(as_json(merged.to_json(chain, contrast, lang=language)), output, language)
    elif as_format == "csv":
        answer(merged.csv(what, lang=language), output, language)
    elif as_format == "md":
        answer(merged.markdown(what, lang=language, detail=explain), output, language)
    elif as_format == "html":
        answer(merged.html_page(what, lang=language, detail=explain), output, language)
    else:
        captured(lambda console: _show(console, what, language, explain=explain), output, language)


def _draw(chain: Consensus, output: Path, lang: Lang) -> None:
    from virkningskjede.rendering.pictures.agreed import agreed
    from virkningskjede.rendering.pictures.picture import picture

    picture(agreed(chain, lang=lang), output)
    click.echo(word("done.written", lang, path=output), err=True)


def _show(console: Console, what: Consensus | Contrast, lang: Lang, *, explain: bool) -> None:
    from rich.text import Text

    from virkningskjede.catalogue import visible
    from virkningskjede.rendering import merged, terminal

    title, *sums = merged.heading(what, lang)
    console.print(Text(visible(title), style="bold"))
    for each in sums:
        console.print(Text(visible(each)))
    console.print()
    layout = merged.in_terminal(what, lang=lang, width=console.width)
    for table in layout.tables:
        terminal.print_table(console, table, merged.styles(lang), close=layout.close)
        console.print()
    console.out(layout.below, highlight=False)
    if explain:
        console.out(merged.explanation(what, lang=lang, width=console.width), highlight=False)
