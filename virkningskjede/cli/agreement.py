"""``virkningskjede agreement``."""

from __future__ import annotations

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run


@click.command("agreement", help=said("help.agreement"))
@click.argument("folder_a")
@click.argument("folder_b")
@click.option("--all-terms", is_flag=True, help=said("help.option.all_terms"))
@click.option("--by-term", is_flag=True, help=said("help.option.by_term"))
@options.answering()
def command(run: Run, folder_a: str, folder_b: str, all_terms: bool, by_term: bool) -> None:
    """Hold two codings of the same models against each other."""
    from virkningskjede.cli.models import many
    from virkningskjede.coders import agreement
    from virkningskjede.rendering.coding import AgreementReport

    run = run.of(folder_a, folder_b)
    a, b = (many((folder,), run) for folder in (folder_a, folder_b))
    run.answer(AgreementReport(agreement(a, b, a.project, b.project, all_terms=all_terms, names=(folder_a, folder_b)), by_term))
