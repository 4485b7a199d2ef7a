"""``virkningskjede consensus``."""

from __future__ import annotations

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.output import FOR_READERS
from virkningskjede.cli.run import Run


@click.command("consensus", help=said("help.consensus"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--min", "least", type=click.IntRange(min=0), default=0, metavar="N", help=said("help.option.min"))
@click.option("--fold", is_flag=True, help=said("help.option.fold"))
@click.option("--against", metavar="TEMPLATE", help=said("help.option.against"))
@click.option("--explain", is_flag=True, help=said("help.option.explain.consensus"))
@options.answering(draws=True, to="help.option.output.picture")
def command(run: Run, paths: tuple[str, ...], least: int, fold: bool, against: str | None, explain: bool) -> None:
    """Put many models together in one chain."""
    from virkningskjede.cli.models import many, one
    from virkningskjede.merging import consensus
    from virkningskjede.rendering.merged import ConsensusReport, ContrastReport

    run = run.of(*paths)
    if explain:
        run.only_in(FOR_READERS, "--explain")
    portfolio = many(paths, run)
    chain = consensus(portfolio, portfolio.project, min=least, fold=fold)
    if against is None:
        run.answer(ConsensusReport(chain, explain))
    else:
        run.answer(ContrastReport(chain.against(one(against, run)[0]), explain))
