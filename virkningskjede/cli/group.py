"""``virkningskjede group``."""

from __future__ import annotations

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import FOR_READERS, OF_HEATMAPS
from virkningskjede.cli.run import Run
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.model.values import PROGRESS, Status

SAMPLED = (*FOR_READERS, "json")
"""The formats that tell what is left in other readings; a listing and a picture have the models as they are coded."""


@parsing.command("group", help="help.group")
@parsing.argument("paths", nargs=-1, required=True, metavar="PATH...")
@parsing.option("--by", default="terms", metavar="NAME", help="help.option.by")
@parsing.option("--progress", type=click.Choice(PROGRESS[1:]), default="in_use", help="help.option.progress")
@parsing.option("--samples", type=click.IntRange(min=0), help="help.option.samples")
@parsing.option("--seed", type=int, help="help.option.seed")
@options.answering(pictures=OF_HEATMAPS, to="help.option.output.heatmap")
def command(run: Run, paths: tuple[str, ...], by: str, progress: Status, samples: int | None, seed: int | None) -> None:
    """Ask which models belong together."""
    from virkningskjede.analysis.compare import load_comparison
    from virkningskjede.analysis.grouping import SEED, WAYS, group
    from virkningskjede.analysis.grouping.report import GroupingReport
    from virkningskjede.cli.models import many

    run = run.of(*paths)
    if samples:  # to ask for none where none are told is in order
        run.only_in(SAMPLED, "--samples")
    if seed is not None:
        run.only_in(SAMPLED, "--seed")
        if samples == 0:
            raise UsageError(Word("error.with", (("option", "--seed"), ("other", "--samples 0"))))
    portfolio = many(paths, run)
    shared = portfolio.project
    basis = by if by in WAYS else load_comparison(by, shared, WAYS)
    drawn = 0 if run.form not in SAMPLED else samples
    run.answer(GroupingReport(group(portfolio, basis, shared, progress=progress, samples=drawn, seed=SEED if seed is None else seed)))
