"""``virkningskjede consensus``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from virkningskjede.catalogue import Lang
from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run

if TYPE_CHECKING:
    from rich.console import Console

    from virkningskjede.merging import Consensus, Contrast


@click.command("consensus", help=said("help.consensus"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--min", "least", type=click.IntRange(min=0), default=0, metavar="N", help=said("help.option.min"))
@click.option("--fold", is_flag=True, help=said("help.option.fold"))
@click.option("--against", metavar="TEMPLATE", help=said("help.option.against"))
@click.option("--explain", is_flag=True, help=said("help.option.explain.consensus"))
@options.answering("text", "json", "md", "csv", "html")
def command(run: Run, paths: tuple[str, ...], least: int, fold: bool, against: str | None, explain: bool) -> None:
    """Put many models together in one chain."""
    from virkningskjede.cli.models import many, one
    from virkningskjede.merging import consensus
    from virkningskjede.rendering import merged

    run = run.of(*paths)
    portfolio = many(paths, run)
    chain = consensus(portfolio, portfolio.project, min=least, fold=fold)
    contrast = chain.against(one(against, run)[0]) if against else None
    what = contrast or chain
    if run.drawing:
        run.answer_drawn(lambda path: _draw(chain, path, run.lang))
    elif run.form == "json":
        run.answer_json(merged.to_json(chain, contrast, lang=run.lang))
    elif run.form == "csv":
        run.answer(merged.csv(what, lang=run.lang))
    elif run.form == "md":
        run.answer(merged.markdown(what, lang=run.lang, detail=explain))
    elif run.form == "html":
        run.answer(merged.html_page(what, lang=run.lang, detail=explain))
    else:
        run.answer_shown(lambda console: _show(console, what, run.lang, explain=explain))


def _draw(chain: Consensus, output: Path, lang: Lang) -> None:
    from virkningskjede.rendering.pictures.agreed import agreed
    from virkningskjede.rendering.pictures.picture import picture

    picture(agreed(chain, lang=lang), output)


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
