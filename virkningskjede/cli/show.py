"""``virkningskjede show``."""

from __future__ import annotations

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run


@click.command("show", help=said("help.show"))
@click.argument("model")
@options.answering()
def command(run: Run, model: str) -> None:
    """Show one model."""
    from virkningskjede.cli.models import one
    from virkningskjede.rendering.models import ModelReport

    run = run.of(model)
    found, shared = one(model, run)
    run.answer(ModelReport(found, shared.vocabulary))
