"""``virkningskjede show``."""

from __future__ import annotations

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run


@click.command("show", help=said("help.show"))
@click.argument("model")
@options.answering("text", "json")
def command(run: Run, model: str) -> None:
    """Show one model."""
    from virkningskjede.cli.models import one
    from virkningskjede.model.plain import written
    from virkningskjede.rendering import terminal

    run = run.of(model)
    found, shared = one(model, run)
    if run.form == "json":
        run.answer_json(written(found))
    else:
        run.answer_shown(lambda console: terminal.show(console, found, shared.vocabulary, run.lang))
