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
    from virkningskjede.criteria import Check

VERDICTS = ("met", "partly", "not_met", "not_stated")


@click.command("check", help=said("help.check"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.several("--criteria", "help.option.criteria")
@click.option("--explain", is_flag=True, help=said("help.option.explain"))
@options.several("--fail-on", "help.option.fail_on.check")
@options.formats("text", "json", "md", "csv", "html")
@options.output
@options.root
@options.lang
def command(
    paths: tuple[str, ...],
    criteria: tuple[str, ...],
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
    from virkningskjede.criteria import available_sets, check, load_set
    from virkningskjede.errors import UsageError
    from virkningskjede.rendering import verdicts

    settings = settings_here()
    language = language_of(lang, settings)
    for each in fail_on:
        if each not in VERDICTS:
            raise UsageError(word("error.choice", language, value=each, known=", ".join(VERDICTS)))
    portfolio = many(paths, root or settings.root, language)
    shared = portfolio.surroundings
    names = criteria or available_sets(shared)
    if not names:
        raise UsageError(word("error.no_fitting_set", language))
    result = check(portfolio, [load_set(name, shared) for name in names], shared)
    if as_format == "text" and explain:
        answer(verdicts.explanation(result, lang=language), output, language)
    elif as_format == "text":
        captured(lambda console: _matrix(console, result, language), output, language)
    elif as_format == "json":
        answer(as_json(verdicts.to_json(result, lang=language)), output, language)
    elif as_format == "csv":
        answer(verdicts.csv(result, lang=language), output, language)
    else:
        written = verdicts.markdown if as_format == "md" else verdicts.html
        answer(written(result, lang=language, detail=explain), output, language)
    if any(each.verdict in fail_on for each in result.results):
        sys.exit(1)


def _matrix(console: Console, result: Check, lang: Lang) -> None:
    from virkningskjede.rendering import terminal, verdicts

    for table in verdicts.tables(result, lang=lang, width=console.width):
        terminal.print_table(console, table, verdicts.styles(lang))
        console.print()
