"""``virkningskjede gaps``."""

from __future__ import annotations

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run


@click.command("gaps", help=said("help.gaps"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.several("--kind", "help.option.kind.gaps")
@click.option("--much", type=click.FloatRange(0, 100), metavar="PERCENT", help=said("help.option.much"))
@options.answering()
def command(run: Run, paths: tuple[str, ...], kind: tuple[str, ...], much: float | None) -> None:
    """Look models over for gaps."""
    from virkningskjede.cli.models import many
    from virkningskjede.rendering.gaps import GapsReport
    from virkningskjede.tracing import KINDS, MUCH, gaps

    run.only(kind, KINDS)
    run = run.of(*paths)
    run.answer(GapsReport(gaps(many(paths, run), kind, much=MUCH if much is None else much / 100)))
