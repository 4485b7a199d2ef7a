"""``virkningskjede paths``."""

from __future__ import annotations

from pathlib import Path

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.output import answer, as_json, terminal
from virkningskjede.cli.run import language_of, settings_here

LISTED = 20
"""Chains that are listed for a reader, unless another number is asked for; more are for programs."""


@click.command("paths", help=said("help.paths"))
@click.argument("model")
@click.option("--from", "start", metavar="X", help=said("help.option.from.paths"))
@click.option("--to", "end", metavar="Y", help=said("help.option.to.paths"))
@click.option("--stated", is_flag=True, help=said("help.option.stated"))
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help=said("help.option.limit"))
@options.formats("text", "json", "md", "csv", "html")
@options.output
@options.root
@options.lang
def command(
    model: str,
    start: str | None,
    end: str | None,
    stated: bool,
    limit: int | None,
    as_format: str,
    output: Path | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Show the chains between two ends."""
    from virkningskjede.cli.models import one
    from virkningskjede.rendering import traces
    from virkningskjede.tracing import MAX_PATHS, paths

    settings = settings_here()
    language = language_of(lang, settings)
    found, shared = one(model, root or settings.root, language)
    most = limit if limit is not None else MAX_PATHS if as_format in ("json", "csv") else LISTED
    result = paths(found, start, end, vocabulary=shared.vocabulary, limit=most, stated=stated)
    if as_format == "json":
        answer(as_json(traces.to_json(result)), output, language)
    elif as_format == "text":
        answer(traces.text(result, lang=language, width=terminal(output).width), output, language)
    else:
        written = {"md": traces.markdown, "csv": traces.csv, "html": traces.page}[as_format]
        answer(written(result, lang=language), output, language)
