"""``virkningskjede agreement``."""

from __future__ import annotations

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import LISTED
from virkningskjede.cli.run import Run


@parsing.command("agreement", help="help.agreement")
@parsing.argument("folder_a")
@parsing.argument("folder_b")
@parsing.option("--all-terms", is_flag=True, help="help.option.all_terms")
@parsing.option("--by-term", is_flag=True, help="help.option.by_term")
@options.answering()
def command(run: Run, folder_a: str, folder_b: str, all_terms: bool, by_term: bool) -> None:
    """Hold two codings of the same models against each other."""
    from virkningskjede.analysis.agreement import agreement
    from virkningskjede.analysis.agreement.report import AgreementReport
    from virkningskjede.cli.models import many

    if by_term:
        run.only_in(LISTED, "--by-term")
    run = run.of(folder_a, folder_b)
    a, b = (many((folder,), run) for folder in (folder_a, folder_b))
    run.answer(AgreementReport(agreement(a, b, a.project, b.project, all_terms=all_terms, names=(folder_a, folder_b)), by_term))
