"""``virkningskjede claims``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run

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
@options.answering("text", "json", "md", "csv", "html")
def command(
    run: Run, name: str | None, draft: Path | None, update: bool, models: tuple[str, ...], fail_on: tuple[str, ...], explain: bool
) -> None:
    """Hold a report's claims against models."""
    from virkningskjede.catalogue import word
    from virkningskjede.errors import UsageError
    from virkningskjede.rendering import claims
    from virkningskjede.statements import load_claims
    from virkningskjede.statements import run as held

    if (name is None) == (draft is None) or (update and draft is None):
        raise UsageError(word("error.draft.neither", run.lang))
    if draft is not None:
        from virkningskjede.cli.draft import answered

        answered(run, draft, _portfolio(str(draft), models, run.root, run.lang), update=update, fail_on=fail_on, explain=explain)
        return
    assert name is not None, "one of the two is given"
    run.only(fail_on, FAILURES)
    portfolio = _portfolio(name, models, run.root, run.lang)
    result = held(portfolio, load_claims(name, portfolio.project, portfolio), portfolio.project)
    if run.form == "text":
        run.answer_wrapped(lambda width: claims.text(result, lang=run.lang, width=width, every=explain))
    elif run.form == "json":
        run.answer_json(claims.to_json(result, lang=run.lang))
    elif run.form == "csv":
        run.answer(claims.csv(result, lang=run.lang))
    else:
        written = claims.markdown if run.form == "md" else claims.html_whole
        run.answer(written(result, lang=run.lang, every=explain))
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
