"""``virkningskjede paths``."""

from __future__ import annotations

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.run import Run
from virkningskjede.errors import UsageError


@parsing.command("paths", help="help.paths")
@parsing.argument("models", nargs=-1, required=True, metavar="PATH...")
@parsing.option("--from", "start", metavar="X", help="help.option.from.paths")
@parsing.option("--to", "end", metavar="Y", help="help.option.to.paths")
@parsing.option("--stated", is_flag=True, help="help.option.stated")
@parsing.option("--signed", is_flag=True, help="help.option.signed")
@parsing.option("--limit", type=click.IntRange(min=0), metavar="N", help="help.option.limit")
@options.answering()
def command(run: Run, models: tuple[str, ...], start: str | None, end: str | None, stated: bool, signed: bool, limit: int | None) -> None:
    """Show the chains between two ends."""
    from virkningskjede.analysis.paths import MAX_PATHS, paths, portfolio_paths
    from virkningskjede.analysis.paths.report import PathsReport
    from virkningskjede.cli.models import many, one
    from virkningskjede.project import is_folder

    if start is None and end is None:
        models, start, end = _with_ends(models, run)
    run = run.of(*models)
    most = MAX_PATHS if limit is None else limit
    if len(models) > 1 or is_folder(run.places.of(models[0]).path):
        several = many(models, run)
        of_each = portfolio_paths(several, start, end, vocabulary=several.project.vocabulary, limit=most, stated=stated, signed=signed)
        run.answer(of_each.report(most=limit))
        return
    logic_model, shared = one(models[0], run)
    chains = paths(logic_model, start, end, vocabulary=shared.vocabulary, limit=most, stated=stated, signed=signed)
    run.answer(PathsReport(chains, limit))


def _with_ends(names: tuple[str, ...], run: Run) -> tuple[tuple[str, ...], str | None, str | None]:
    """The models, and where chains begin and end where that is written after them: ``paths FOLDER A B``.

    The two last names are ends when neither of them is that of a model or a folder.
    """
    *models, start, end = names if len(names) > 2 else (*names, "", "")
    if len(names) > 2 and not any(_is_there(name, run) for name in (start, end)):
        return tuple(models), start, end
    return names, None, None


def _is_there(name: str, run: Run) -> bool:
    try:
        run.places.of(name)
    except UsageError:
        return False
    return True
