"""``virkningskjede gaps``."""

from __future__ import annotations

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.run import Run
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word

MEASURED = {"carrying"}
"""The kinds of gaps that ``--much`` decides."""


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
    if much is not None and kind and not MEASURED & set(kind):
        raise UsageError(Word("error.without", (("option", "--much"), ("needed", f"--kind {' / '.join(sorted(MEASURED))}"))))
    run = run.of(*paths)
    run.answer(GapsReport(gaps(many(paths, run), kind, much=MUCH if much is None else much / 100)))
