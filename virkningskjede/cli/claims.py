"""``virkningskjede claims``."""

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
    from virkningskjede.catalogue import Lang
    from virkningskjede.loading import Portfolio

FAILURES = ("contradicted", "undecidable", "none")


@click.command("claims", help=said("help.claims"))
@click.argument("name", metavar="[FILE|NAME]", required=False)
@click.option("--draft", type=options.PATH, metavar="FILE.md", help=said("help.option.draft"))
@click.option("--update", is_flag=True, help=said("help.option.update"))
@click.option("--models", multiple=True, metavar="PATH", help=said("help.option.models"))
@options.several("--fail-on", "help.option.fail_on.claims")
@click.option("--explain", is_flag=True, help=said("help.option.explain.claims"))
@options.formats("text", "json", "md", "csv", "html")
@options.output
@options.root
@options.lang
def command(
    name: str | None,
    draft: Path | None,
    update: bool,
    models: tuple[str, ...],
    fail_on: tuple[str, ...],
    explain: bool,
    as_format: str,
    output: Path | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Hold a report's claims against models."""
    from virkningskjede.catalogue import word
    from virkningskjede.errors import UsageError
    from virkningskjede.rendering import claims
    from virkningskjede.statements import load_claims, run

    settings = settings_here()
    language = language_of(lang, settings)
    if (name is None) == (draft is None) or (update and draft is None):
        raise UsageError(word("error.draft.neither", language))
    if draft is not None:
        from virkningskjede.cli.draft import run as run_draft

        portfolio = _portfolio(str(draft), models, root or settings.root, language)
        run_draft(draft, portfolio, update=update, fail_on=fail_on, explain=explain, as_format=as_format, output=output, lang=language)
        return
    assert name is not None, "one of the two is given"
    for each in fail_on:
        if each not in FAILURES:
            raise UsageError(word("error.choice", language, value=each, known=", ".join(FAILURES)))
    portfolio = _portfolio(name, models, root or settings.root, language)
    result = run(portfolio, load_claims(name, portfolio.surroundings, portfolio), portfolio.surroundings)
    if as_format == "text":
        captured(
            lambda console: console.out(claims.text(result, lang=language, width=console.width, every=explain), end="", highlight=False),
            output,
            language,
        )
    elif as_format == "json":
        answer(as_json(claims.to_json(result, lang=language)), output, language)
    elif as_format == "csv":
        answer(claims.csv(result, lang=language), output, language)
    else:
        written = claims.markdown if as_format == "md" else claims.html_whole
        answer(written(result, lang=language, every=explain), output, language)
    if any(each.verdict in (fail_on or ("contradicted",)) for each in result.results):
        sys.exit(1)


def _portfolio(name: str, models: tuple[str, ...], root: Path | None, lang: Lang) -> Portfolio:
    """The models that were asked for; otherwise all under the root of the claims, or of the working folder."""
    from virkningskjede.cli.models import many
    from virkningskjede.loading import MODEL_FOLDERS, corpus, find_root

    if models:
        return many(models, root, lang)
    beside = find_root(Path(name)) if Path(name).is_file() else None
    there = root or beside or find_root(Path.cwd()) or corpus()
    return many(tuple(str(there / folder) for folder in MODEL_FOLDERS.values() if (there / folder).is_dir()), there, lang)
