"""``virkningskjede paths``."""

from __future__ import annotations

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.run import Run


@parsing.command("paths", help="help.paths")
@parsing.argument("model")
@parsing.option("--from", "start", metavar="X", help="help.option.from.paths")
@parsing.option("--to", "end", metavar="Y", help="help.option.to.paths")
@parsing.option("--stated", is_flag=True, help="help.option.stated")
@parsing.option("--signed", is_flag=True, help="help.option.signed")
@parsing.option("--limit", type=click.IntRange(min=0), metavar="N", help="help.option.limit")
@options.answering()
def command(run: Run, model: str, start: str | None, end: str | None, stated: bool, signed: bool, limit: int | None) -> None:
    """Show the chains between two ends."""
    from virkningskjede.analysis.paths import MAX_PATHS, paths
    from virkningskjede.analysis.paths.report import PathsReport
    from virkningskjede.cli.models import one

    run = run.of(model)
    logic_model, shared = one(model, run)
    most = MAX_PATHS if limit is None else limit
    chains = paths(logic_model, start, end, vocabulary=shared.vocabulary, limit=most, stated=stated, signed=signed)
    run.answer(PathsReport(chains, limit))
