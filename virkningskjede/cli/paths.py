"""``virkningskjede paths``."""

from __future__ import annotations

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run


@click.command("paths", help=said("help.paths"))
@click.argument("model")
@click.option("--from", "start", metavar="X", help=said("help.option.from.paths"))
@click.option("--to", "end", metavar="Y", help=said("help.option.to.paths"))
@click.option("--stated", is_flag=True, help=said("help.option.stated"))
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help=said("help.option.limit"))
@options.answering()
def command(run: Run, model: str, start: str | None, end: str | None, stated: bool, limit: int | None) -> None:
    """Show the chains between two ends."""
    from virkningskjede.cli.models import one
    from virkningskjede.rendering.traces import PathsReport
    from virkningskjede.tracing import MAX_PATHS, paths

    run = run.of(model)
    found, shared = one(model, run)
    most = MAX_PATHS if limit is None else limit
    run.answer(PathsReport(paths(found, start, end, vocabulary=shared.vocabulary, limit=most, stated=stated), limit))
