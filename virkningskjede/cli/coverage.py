"""``virkningskjede coverage``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import FOR_READERS
from virkningskjede.cli.run import Run
from virkningskjede.cli.texts import texts_named
from virkningskjede.errors import UsageError
from virkningskjede.i18n import word
from virkningskjede.i18n.likely import no_choice

if TYPE_CHECKING:
    from virkningskjede.analysis.coverage import Coverage

FAILURES = ("uncited", "differs")


@parsing.command("coverage", help="help.coverage")
@parsing.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.several("--source", "help.option.source.coverage")
@options.several("--section", "help.option.section")
@parsing.option("--uncited", is_flag=True, help="help.option.uncited")
@parsing.option("--explain", is_flag=True, help="help.option.explain.coverage")
@parsing.option("--text", "texts", multiple=True, metavar="SOURCE=FILE", help="help.option.text")
@parsing.option("--fail-under", type=click.FloatRange(0, 100), metavar="PERCENT", help="help.option.fail_under")
@options.several("--fail-on", "help.option.fail_on.coverage")
@options.answering()
def command(
    run: Run,
    paths: tuple[str, ...],
    source: tuple[str, ...],
    section: tuple[str, ...],
    uncited: bool,
    explain: bool,
    texts: tuple[str, ...],
    fail_under: float | None,
    fail_on: tuple[str, ...],
) -> None:
    """Account for the sentences of the sources."""
    from virkningskjede.analysis.coverage import coverage
    from virkningskjede.analysis.coverage.report import CoverageReport
    from virkningskjede.cli.models import many

    run.only(fail_on, FAILURES)
    if explain:
        run.only_in(FOR_READERS, "--explain")
    if "differs" in fail_on and not texts:
        raise UsageError(word("error.without", run.lang, option="--fail-on differs", needed="--text"))
    run = run.of(*paths)
    portfolio = many(paths, run)
    shared = portfolio.project
    whole = coverage(portfolio, shared, texts_named(texts))
    copies = whole.copies
    narrowed = _narrowed(whole, source, section, run)
    run.answer(CoverageReport(narrowed, uncited, explain))
    left = "uncited" in fail_on and narrowed.count("uncited") > 0
    wrong = "differs" in fail_on and any(copy.differing or copy.missing or copy.beyond for copy in copies.values())
    if left or wrong or (fail_under is not None and narrowed.percent < fail_under):
        sys.exit(1)


def _narrowed(whole: Coverage, sources: tuple[str, ...], sections: tuple[str, ...], run: Run) -> Coverage:
    run.only(sources, whole.sources)
    of_sources = whole.narrowed(sources)
    for pattern in sections:
        try:
            of_sources.narrowed(sections=[pattern])
        except UsageError:
            names = dict.fromkeys(section.section for section in of_sources.sections)
            raise UsageError(no_choice(pattern, names).in_(run.lang)) from None
    return of_sources.narrowed(sections=sections)
