"""``virkningskjede history``."""

from __future__ import annotations

from pathlib import Path

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.diff import WEIGHT
from virkningskjede.cli.run import Run
from virkningskjede.errors import UsageError
from virkningskjede.i18n import word


@parsing.command("history", help="help.history")
@parsing.argument("path", metavar="PATH")
@parsing.option("--since", metavar="DATE|REV", help="help.option.since")
@parsing.option("--together", is_flag=True, help="help.option.together")
@parsing.option("--weight", type=WEIGHT, help="help.option.weight")
@options.answering()
def command(run: Run, path: str, since: str | None, together: bool, weight: str | None) -> None:
    """Tell how one model has changed."""
    from virkningskjede.analysis.diff.filters import at_least
    from virkningskjede.analysis.diff.report import DiffReport
    from virkningskjede.analysis.history import history
    from virkningskjede.analysis.history import report as histories
    from virkningskjede.project import find_root, is_folder, is_yaml, open_project

    if is_folder(Path(path)):
        raise UsageError(word("error.folder", run.lang, path=path))
    # A file that is gone today may have a history.
    place = None if is_yaml(path) else run.places.of(path)
    if place is not None and place.checkout is not None:
        raise UsageError(word("error.history.revision", run.lang, path=path))
    file = place.path if place is not None else Path(path)
    run = run.of(str(file)) if file.exists() else run
    file_history = history(file, open_project(run.root or find_root(file)).vocabulary, since=since)
    if together and file_history.together is not None:
        whole = file_history.together
        filtered = whole.only(at_least(weight or "cosmetic", whole.changes))  # type: ignore[arg-type]
        if file_history.begins is not None:  # the one list has no place for it in every form
            click.echo(histories.beginning(file_history.begins, run.lang), err=True)
        run.answer(DiffReport(filtered, listed=True))
    else:
        run.answer(histories.HistoryReport(file_history, weight))  # type: ignore[arg-type]
