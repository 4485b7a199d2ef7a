"""``virkningskjede show``."""

from __future__ import annotations

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.run import Run
from virkningskjede.i18n import visible


@parsing.command("show", help="help.show")
@parsing.argument("model")
@options.answering()
def command(run: Run, model: str) -> None:
    """Show one model."""
    from virkningskjede.analysis.show import ModelReport
    from virkningskjede.cli.models import one

    run = run.of(model)
    logic_model, shared = one(model, run)
    report = ModelReport(logic_model, shared.vocabulary)
    run.answer(report)
    if run.form in ("csv", "xlsx") and (gone := report.lost(run.lang)):
        click.echo(visible(gone), err=True)
