"""``virkningskjede compare``."""

from __future__ import annotations

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import FOR_READERS, OF_HEATMAPS
from virkningskjede.cli.run import Run
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word


@parsing.command("compare", help="help.compare")
@parsing.argument("paths", nargs=-1, required=True, metavar="PATH...")
@parsing.option("--columns", metavar="NAME", help="help.option.columns")
@parsing.option("--explain", is_flag=True, help="help.option.explain.compare")
@options.answering(pictures=OF_HEATMAPS, to="help.option.output.heatmap")
def command(run: Run, paths: tuple[str, ...], columns: str | None, explain: bool) -> None:
    """Hold many models side by side."""
    from virkningskjede.analysis.compare import available_comparisons, compare, load_comparison
    from virkningskjede.analysis.compare.report import MatrixReport
    from virkningskjede.cli.models import many
    from virkningskjede.project import listed

    run = run.of(*paths)
    if explain:
        run.only_in(FOR_READERS, "--explain")
    portfolio = many(paths, run)
    shared = portfolio.project
    if columns is None:
        known = available_comparisons(shared)
        raise UsageError(Word("error.columns_needed", (("known", listed(known)),)) if known else Word("error.no_tables"))
    matrix = compare(portfolio, load_comparison(columns, shared), shared)
    run.answer(MatrixReport(matrix, explain))
