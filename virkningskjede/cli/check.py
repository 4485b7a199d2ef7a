"""``virkningskjede check``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run

if TYPE_CHECKING:
    from rich.console import Console

    from virkningskjede.catalogue import Lang
    from virkningskjede.criteria import Check, Concordance

VERDICTS = ("met", "partly", "not_met", "not_stated")


@click.command("check", help=said("help.check"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.several("--criteria", "help.option.criteria")
@click.option("--against", metavar="NAME", help=said("help.option.against.check"))
@click.option("--explain", is_flag=True, help=said("help.option.explain"))
@options.several("--fail-on", "help.option.fail_on.check")
@options.answering("text", "json", "md", "csv", "html")
def command(
    run: Run,
    paths: tuple[str, ...],
    criteria: tuple[str, ...],
    against: str | None,
    explain: bool,
    fail_on: tuple[str, ...],
) -> None:
    """Hold models against criteria sets."""
    from virkningskjede.catalogue import Word, word
    from virkningskjede.cli.models import many
    from virkningskjede.criteria import available_sets, check, load_assessments, load_set
    from virkningskjede.errors import UsageError

    run.only(fail_on, VERDICTS)
    run = run.of(*paths)
    portfolio = many(paths, run)
    shared = portfolio.project
    reported = load_assessments(against, shared) if against is not None else None
    fitting = () if criteria else available_sets(shared)
    names = criteria or tuple(name for name in fitting if reported is None or name in reported.sets)
    if not names and shared.root is None:
        raise UsageError(Word("error.no_project"))
    if not names:
        # The project asks nothing of its models: no results, and nothing is wrong.
        click.echo(word("check.no_sets", run.lang), err=run.form != "text")
        if run.form == "text":
            return
    result = check(portfolio, [load_set(name, shared) for name in names], shared)
    if reported is None:
        _verdicts(result, run, explain=explain)
    else:
        _concordance(result, result.against(reported), run, explain=explain)
    if any(each.verdict in fail_on for each in result.results):
        sys.exit(1)


def _verdicts(result: Check, run: Run, *, explain: bool) -> None:
    from virkningskjede.rendering import verdicts

    if run.drawing:
        from virkningskjede.rendering.heatmaps import grid_of_check, picture

        run.answer_drawn(lambda path: picture(grid_of_check(result, lang=run.lang), path))
    elif run.form == "text" and explain:
        run.answer(verdicts.explanation(result, lang=run.lang))
    elif run.form == "text":
        run.answer_shown(lambda console: _matrix(console, result, run.lang))
    elif run.form == "json":
        run.answer_json(verdicts.to_json(result, lang=run.lang))
    elif run.form == "csv":
        run.answer(verdicts.csv(result, lang=run.lang))
    else:
        written = verdicts.markdown if run.form == "md" else verdicts.html_page
        run.answer(written(result, lang=run.lang, detail=explain))


def _matrix(console: Console, result: Check, lang: Lang) -> None:
    from virkningskjede.rendering import terminal, verdicts

    layout = verdicts.in_terminal(result, lang=lang, width=console.width)
    if layout.above:
        console.out(layout.above, highlight=False)
    for table in layout.tables:
        terminal.print_table(console, table, verdicts.styles(lang), close=layout.close)
        console.print()
    console.out(layout.below, highlight=False)


def _concordance(result: Check, held: Concordance, run: Run, *, explain: bool) -> None:
    from virkningskjede.rendering import verdicts

    if run.form == "text":
        run.answer_shown(lambda console: _beside(console, held, run.lang, every=explain))
    elif run.form == "json":
        run.answer_json({**verdicts.to_json(result, lang=run.lang), "against": verdicts.concordance_json(held, lang=run.lang)})
    elif run.form == "csv":
        run.answer(verdicts.concordance_csv(held, lang=run.lang))
    else:
        written = verdicts.concordance_markdown if run.form == "md" else verdicts.concordance_page
        run.answer(written(held, lang=run.lang, every=explain))


def _beside(console: Console, held: Concordance, lang: Lang, *, every: bool) -> None:
    from virkningskjede.rendering import terminal, verdicts

    terminal.print_table(console, verdicts.counts_table(held, lang=lang))
    console.print()
    console.out(verdicts.concordance_text(held, lang=lang, width=console.width, every=every), highlight=False)
