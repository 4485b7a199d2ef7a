"""The models that a command names: files, versions of files, folders, ids, and installed ones."""

from __future__ import annotations

from collections.abc import Iterable

import click

from virkningskjede.cli.run import Run
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word, word
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio, Project, load_origin, load_side


def one(name: str, run: Run) -> tuple[LogicModel, Project]:
    """The model of a name, and its project.

    Raises:
        UsageError: there is no such model.
        InvalidModel: the file does not make a model.
    """
    place = run.places.of(name)
    return load_origin(place, run.places), run.places.project(place).sound()


def many(names: Iterable[str], run: Run) -> Portfolio:
    """The models of the names on one side of a command.

    Raises:
        UsageError: there are no models, or no such name; they are of two projects, or two have the same id.
        InvalidModel: some files do not make models; what is wrong with all of them.
    """
    portfolio = load_side(names, run.places)
    if not portfolio:
        raise UsageError(Word("error.no_models", (("path", ", ".join(names)),)))
    if portfolio.lost_terms:
        click.echo(word("terms.lost", run.lang, names=", ".join(portfolio.lost_terms)), err=True)
    return portfolio
