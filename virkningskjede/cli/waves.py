"""``virkningskjede waves``."""

from __future__ import annotations

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import OF_HEATMAPS
from virkningskjede.cli.run import Run


@parsing.command("waves", help="help.waves")
@parsing.argument("paths", nargs=-1, required=True, metavar="PATH...")
@parsing.option("--people", metavar="unknown|different|same", default="unknown", help="help.option.people")
@options.answering(pictures=OF_HEATMAPS, to="help.option.output.figure.waves")
def command(run: Run, paths: tuple[str, ...], people: str) -> None:
    """Hold the distributions of each wave against those of the one before it."""
    from virkningskjede.analysis.waves import PEOPLE, waves
    from virkningskjede.cli.models import many

    run.only((people,), PEOPLE)
    (chosen,) = (choice for choice in PEOPLE if choice == people)
    run = run.of(*paths)
    portfolio = many(paths, run)
    run.answer(waves(portfolio, portfolio.project.vocabulary, people=chosen).report())
