"""``virkningskjede paths``."""

from __future__ import annotations

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.run import Run


@parsing.command("paths", help="help.paths")
@parsing.argument("models", nargs=-1, required=True, metavar="PATH...")
@parsing.option("--from", "start", metavar="X", help="help.option.from.paths")
@parsing.option("--to", "end", metavar="Y", help="help.option.to.paths")
@parsing.option("--stated", is_flag=True, help="help.option.stated")
@parsing.option("--signed", is_flag=True, help="help.option.signed")
@parsing.option("--limit", type=click.IntRange(min=0), metavar="N", help="help.option.limit")
@options.answering()
def command(run: Run, models: tuple[str, ...], start: str | None, end: str | None, stated: bool, signed: bool, limit: int | None) -> None:
    """Show the chains between two ends."""
    from virkningskjede.analysis.paths import MAX_PATHS, paths, portfolio_paths
    from virkningskjede.analysis.paths.report import PathsReport
    from virkningskjede.cli.models import many, one
    from virkningskjede.project import is_folder

    run = run.of(*models)
    most = MAX_PATHS if limit is None else limit
    if len(models) > 1 or is_folder(run.places.of(models[0]).path):
        several = many(models, run)
        of_each = portfolio_paths(several, start, end, vocabulary=several.project.vocabulary, limit=most, stated=stated, signed=signed)
        run.answer(of_each.report(most=limit))
        return
    logic_model, shared = one(models[0], run)
    chains = paths(logic_model, start, end, vocabulary=shared.vocabulary, limit=most, stated=stated, signed=signed)
    run.answer(PathsReport(chains, limit))
