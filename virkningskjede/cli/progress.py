"""``virkningskjede progress``."""

from __future__ import annotations

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import OF_HEATMAPS
from virkningskjede.cli.run import Run


@parsing.command("progress", help="help.progress")
@parsing.argument("paths", nargs=-1, required=True, metavar="PATH...")
@parsing.option("--date", metavar="DATE", help="help.option.date.progress")
@parsing.option("--wave", metavar="NAME", help="help.option.wave")
@parsing.option("--all", "every", is_flag=True, help="help.option.all.progress")
@options.answering(pictures=OF_HEATMAPS, to="help.option.output.figure")
def command(run: Run, paths: tuple[str, ...], date: str | None, wave: str | None, every: bool) -> None:
    """Tell how far indicators have come."""
    from virkningskjede.analysis.progress import progress
    from virkningskjede.cli.models import many

    run = run.of(*paths)
    portfolio = many(paths, run)
    # A figure is of all results, by date: there is room for them.
    run.answer(progress(portfolio, portfolio.project, date=date, wave=wave, every=every or run.drawing).report())
