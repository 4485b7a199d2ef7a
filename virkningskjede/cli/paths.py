"""``virkningskjede paths``."""

from __future__ import annotations

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run

LISTED = 20
"""Chains that are listed for a reader, unless another number is asked for; more are for programs."""


@click.command("paths", help=said("help.paths"))
@click.argument("model")
@click.option("--from", "start", metavar="X", help=said("help.option.from.paths"))
@click.option("--to", "end", metavar="Y", help=said("help.option.to.paths"))
@click.option("--stated", is_flag=True, help=said("help.option.stated"))
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help=said("help.option.limit"))
@options.answering("text", "json", "md", "csv", "html")
def command(run: Run, model: str, start: str | None, end: str | None, stated: bool, limit: int | None) -> None:
    """Show the chains between two ends."""
    from virkningskjede.cli.models import one
    from virkningskjede.rendering import traces
    from virkningskjede.tracing import MAX_PATHS, paths

    run = run.of(model)
    found, shared = one(model, run)
    most = limit if limit is not None else MAX_PATHS if run.form in ("json", "csv") else LISTED
    result = paths(found, start, end, vocabulary=shared.vocabulary, limit=most, stated=stated)
    if run.form == "json":
        run.answer_json(traces.to_json(result))
    elif run.form == "text":
        run.answer_wrapped(lambda width: traces.text(result, lang=run.lang, width=width))
    else:
        written = {"md": traces.markdown, "csv": traces.csv, "html": traces.page}[run.form]
        run.answer(written(result, lang=run.lang))
