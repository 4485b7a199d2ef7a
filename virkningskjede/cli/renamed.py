"""What `rename` and `merge-terms` say of what they did, or would do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from virkningskjede.cli.failure import explain_failure
from virkningskjede.cli.run import Run
from virkningskjede.diagnostics import InvalidModel, shorten
from virkningskjede.i18n import word

if TYPE_CHECKING:
    from virkningskjede.renaming import Renaming

NOT_DONE = 1
"""The exit code where something cannot follow."""


def answered(run: Run, change: Callable[[Run], Renaming], *, dry_run: bool) -> None:
    """Change names, and say in which files.

    Raises:
        SystemExit: with 1 when files have errors, would have them, or cannot follow. Nothing is written then.
    """
    from virkningskjede.project import shown
    from virkningskjede.renaming import NotFollowed

    try:
        renaming = change(run)
    except (InvalidModel, NotFollowed) as error:
        explain_failure(error, run.lang)
        click.echo(word("rename.nothing", run.lang), err=True)
        sys.exit(NOT_DONE)
    if dry_run:
        click.echo(renaming.diff(), nl=False)
    else:
        for file in renaming.files:
            key = "rename.moved" if file.moves else "rename.changed"
            paths = {"path": shorten(shown(file.path), 400), "new": shorten(shown(file.new_path), 400)}
            click.echo(word(key, run.lang, **paths, count=file.places))
    if renaming.gone:
        click.echo(word("rename.gone", run.lang, names=", ".join(renaming.gone)), err=dry_run)
    key = "rename.none" if not renaming.files else "rename.would" if dry_run else "rename.done"
    click.echo(word(key, run.lang, places=renaming.places, files=len(renaming.files)), err=dry_run)
