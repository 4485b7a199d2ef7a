"""``virkningskjede consensus``."""

from __future__ import annotations

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import FOR_READERS, OF_PICTURES
from virkningskjede.cli.run import Run


@parsing.command("consensus", help="help.consensus")
@parsing.argument("paths", nargs=-1, required=True, metavar="PATH...")
@parsing.option("--min", "least", type=click.IntRange(min=0), default=0, metavar="N", help="help.option.min")
@parsing.option("--fold", is_flag=True, help="help.option.fold")
@parsing.option("--against", metavar="TEMPLATE", help="help.option.against")
@parsing.option("--explain", is_flag=True, help="help.option.explain.consensus")
@options.answering(pictures=OF_PICTURES, to="help.option.output.picture")
def command(run: Run, paths: tuple[str, ...], least: int, fold: bool, against: str | None, explain: bool) -> None:
    """Put many models together in one chain."""
    from virkningskjede.analysis.consensus import consensus
    from virkningskjede.analysis.consensus.report import ConsensusReport, ContrastReport
    from virkningskjede.cli.models import many, one

    run = run.of(*paths)
    if explain:
        run.only_in(FOR_READERS, "--explain")
    portfolio = many(paths, run)
    chain = consensus(portfolio, portfolio.project, min=least, fold=fold)
    if against is None:
        run.answer(ConsensusReport(chain, explain))
    else:
        run.answer(ContrastReport(chain.against(one(against, run)[0]), explain))
