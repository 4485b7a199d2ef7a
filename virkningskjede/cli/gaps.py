"""``virkningskjede gaps``."""

from __future__ import annotations

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.run import Run


@parsing.command("gaps", help="help.gaps")
@parsing.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.several("--kind", "help.option.kind.gaps")
@parsing.option("--much", type=click.FloatRange(0, 100), metavar="PERCENT", help="help.option.much")
@options.answering()
def command(run: Run, paths: tuple[str, ...], kind: tuple[str, ...], much: float | None) -> None:
    """Look models over for gaps."""
    from virkningskjede.analysis.paths import KINDS, MUCH, gaps
    from virkningskjede.analysis.paths.gap_report import GapsReport
    from virkningskjede.cli.models import many

    run.only(kind, KINDS)
    run = run.of(*paths)
    run.answer(GapsReport(gaps(many(paths, run), kind, much=MUCH if much is None else much / 100)))
