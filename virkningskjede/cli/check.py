"""``virkningskjede check``."""

from __future__ import annotations

import sys

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import FOR_READERS, OF_HEATMAPS
from virkningskjede.cli.run import Run

VERDICTS = ("met", "partly", "not_met", "not_stated", "not_decidable")


@parsing.command("check", help="help.check")
@parsing.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.several("--criteria", "help.option.criteria")
@parsing.option("--against", metavar="NAME", help="help.option.against.check")
@parsing.option("--explain", is_flag=True, help="help.option.explain")
@options.several("--fail-on", "help.option.fail_on.check")
@options.answering(pictures=OF_HEATMAPS, to="help.option.output.heatmap")
def command(
    run: Run,
    paths: tuple[str, ...],
    criteria: tuple[str, ...],
    against: str | None,
    explain: bool,
    fail_on: tuple[str, ...],
) -> None:
    """Hold models against criteria sets."""
    from virkningskjede.analysis.criteria import available_sets, check, load_assessments, load_set
    from virkningskjede.cli.models import many
    from virkningskjede.errors import UsageError
    from virkningskjede.i18n import Word, word

    run.only(fail_on, VERDICTS)
    run = run.of(*paths)
    if explain:
        run.only_in(FOR_READERS, "--explain")
    portfolio = many(paths, run)
    shared = portfolio.project
    reported = load_assessments(against, shared) if against is not None else None
    fitting = () if criteria else available_sets(shared)
    names = criteria or tuple(name for name in fitting if reported is None or name in reported.sets)
    if not names and shared.root is None:
        raise UsageError(Word("error.no_project"))
    if not names:
        # The project asks nothing of its models: no results, and nothing is wrong.
        sentence = word("check.no_sets", run.lang)
        if run.form == "text":
            run.write(f"{sentence}\n")
            return
        click.echo(sentence, err=True)
    result = check(portfolio, [load_set(name, shared) for name in names], shared)
    run.answer((result if reported is None else result.against(reported)).report(explain=explain))
    if any(verdict.verdict in fail_on for verdict in result.results):
        sys.exit(1)
