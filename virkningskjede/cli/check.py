"""``virkningskjede check``."""

from __future__ import annotations

import sys
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
    from virkningskjede.criteria import Check, Concordance

VERDICTS = ("met", "partly", "not_met", "not_stated")


@click.command("check", help=said("help.check"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.several("--criteria", "help.option.criteria")
@click.option("--against", metavar="NAME", help=said("help.option.against.check"))
@click.option("--explain", is_flag=True, help=said("help.option.explain"))
@options.several("--fail-on", "help.option.fail_on.check")
@options.formats("text", "json", "md", "csv", "html")
@options.output
@options.root
@options.lang
def command(
    paths: tuple[str, ...],
    criteria: tuple[str, ...],
    against: str | None,
    explain: bool,
    fail_on: tuple[str, ...],
    as_format: str,
    output: Path | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Hold models against criteria sets."""
    from virkningskjede.catalogue import word
    from virkningskjede.cli.models import many
    from virkningskjede.criteria import available_sets, check, load_assessments, load_set
    from virkningskjede.errors import UsageError

    settings = settings_here()
    language = language_of(lang, settings)
    for each in fail_on:
        if each not in VERDICTS:
            raise UsageError(word("error.choice", language, value=each, known=", ".join(VERDICTS)))
    portfolio = many(paths, root or settings.root, language)
    shared = portfolio.surroundings
    reported = load_assessments(against, shared) if against is not None else None
    fitting = () if criteria else available_sets(shared)
    names = criteria or tuple(name for name in fitting if reported is None or name in reported.sets)
    if not names:
        raise UsageError(word("error.no_fitting_set", language))
    result = check(portfolio, [load_set(name, shared) for name in names], shared)
    if reported is None:
        _verdicts(result, as_format, output, language, explain=explain)
    else:
        _concordance(result, result.against(reported), as_format, output, language, explain=explain)
    if any(each.verdict in fail_on for each in result.results):
        sys.exit(1)


def _verdicts(result: Check, as_format: str, output: Path | None, lang: Lang, *, explain: bool) -> None:
    from virkningskjede.rendering import verdicts

    if as_format == "text" and explain:
        answer(verdicts.explanation(result, lang=lang), output, lang)
    elif as_format == "text":
        captured(lambda console: _matrix(console, result, lang), output, lang)
    elif as_format == "json":
        answer(as_json(verdicts.to_json(result, lang=lang)), output, lang)
    elif as_format == "csv":
        answer(verdicts.csv(result, lang=lang), output, lang)
    else:
        written = verdicts.markdown if as_format == "md" else verdicts.html_page
        answer(written(result, lang=lang, detail=explain), output, lang)


def _matrix(console: Console, result: Check, lang: Lang) -> None:
    from virkningskjede.rendering import terminal, verdicts

    layout = verdicts.in_terminal(result, lang=lang, width=console.width)
    if layout.above:
        console.out(layout.above, highlight=False)
    for table in layout.tables:
        terminal.print_table(console, table, verdicts.styles(lang), close=layout.close)
        console.print()
    console.out(layout.below, highlight=False)


def _concordance(result: Check, held: Concordance, as_format: str, output: Path | None, lang: Lang, *, explain: bool) -> None:
    from virkningskjede.rendering import verdicts

    if as_format == "text":
        captured(lambda console: _beside(console, held, lang, every=explain), output, lang)
    elif as_format == "json":
        told = {**verdicts.to_json(result, lang=lang), "against": verdicts.concordance_json(held, lang=lang)}
        answer(as_json(told), output, lang)
    elif as_format == "csv":
        answer(verdicts.concordance_csv(held, lang=lang), output, lang)
    else:
        written = verdicts.concordance_markdown if as_format == "md" else verdicts.concordance_page
        answer(written(held, lang=lang, every=explain), output, lang)


def _beside(console: Console, held: Concordance, lang: Lang, *, every: bool) -> None:
    from virkningskjede.rendering import terminal, verdicts

    terminal.print_table(console, verdicts.counts_table(held, lang=lang))
    console.print()
    console.out(verdicts.concordance_text(held, lang=lang, width=console.width, every=every), highlight=False)
