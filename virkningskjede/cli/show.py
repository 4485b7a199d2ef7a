"""``virkningskjede show``."""

from __future__ import annotations

from virkningskjede.cli import options, parsing
from virkningskjede.cli.run import Run


@parsing.command("show", help="help.show")
@parsing.argument("model")
@options.answering()
def command(run: Run, model: str) -> None:
    """Show one model."""
    from virkningskjede.analysis.show import ModelReport
    from virkningskjede.cli.models import one

    run = run.of(model)
    logic_model, shared = one(model, run)
    run.answer(ModelReport(logic_model, shared.vocabulary))
