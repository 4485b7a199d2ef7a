"""``virkningskjede diff``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, get_args

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import OF_PICTURES
from virkningskjede.cli.run import Run
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, Word, word
from virkningskjede.i18n.likely import no_choice

if TYPE_CHECKING:
    from virkningskjede.analysis.diff import Diff
    from virkningskjede.project import Project

WEIGHT = click.Choice(("cosmetic", "content", "logic"))


@parsing.command("diff", help="help.diff")
@parsing.argument("models", nargs=-1, required=True, metavar="A B")
@parsing.option("--weight", type=WEIGHT, help="help.option.weight")
@options.several("--only", "help.option.only")
@parsing.option("--exit-zero", is_flag=True, help="help.option.exit_zero")
@parsing.option("--git", "by_git", is_flag=True, help="help.option.git")
@parsing.option("--textconv", is_flag=True, help="help.option.textconv")
@options.answering(pictures=OF_PICTURES, to="help.option.output.picture")
def command(
    run: Run, models: tuple[str, ...], weight: str | None, only: tuple[str, ...], exit_zero: bool, by_git: bool, textconv: bool
) -> None:
    """Compare two models."""
    from virkningskjede.analysis.diff.report import DiffReport

    if by_git or textconv:
        from virkningskjede.cli import git_driver

        refused = [name for name, value in (("--weight", weight), ("--only", only), ("--exit-zero", exit_zero)) if value]
        if refused:
            raise UsageError(Word("error.with", (("option", refused[0]), ("other", "--git" if by_git else "--textconv"))))
        driven = git_driver.compared if by_git else git_driver.converted
        run.write(driven(models, run.root, run.lang, run.form))
        return
    if len(models) != 2:
        raise UsageError(word("error.two", run.lang, count=len(models)))
    run = run.of(*models)
    result, shared = _compared(models, run)
    shown = _chosen(result, weight, only, run.lang)
    run.answer(DiffReport(shown, listed=shown is not result, references=shared.references))
    if shown.changes and not exit_zero:
        sys.exit(1)


def _compared(models: tuple[str, ...], run: Run) -> tuple[Diff, Project]:
    from virkningskjede.analysis.diff import diff
    from virkningskjede.analysis.history import between
    from virkningskjede.cli.models import one
    from virkningskjede.project import joined_vocabulary, lost_terms, same_place, unlabelled

    (first, of_first), (second, of_second) = (one(name, run) for name in models)
    lost = lost_terms([first, second], of_first, of_second)
    if lost:
        click.echo(word("terms.lost", run.lang, names=", ".join(lost)), err=True)
    first, second = unlabelled(first, second)
    versions = same_place(*(run.places.of(name).today for name in models))
    return (between if versions else diff)(first, second, joined_vocabulary(of_first, of_second)), of_second


def _chosen(result: Diff, weight: str | None, only: tuple[str, ...], lang: Lang) -> Diff:
    """The changes that were asked for; the diff itself when all were.

    Raises:
        UsageError: a name is no kind, element, section or field.
    """
    from virkningskjede.analysis.diff import ChangeElement, ChangeKind, filters
    from virkningskjede.i18n import WORDS
    from virkningskjede.model import SECTIONS

    if weight is None and not only:
        return result
    kinds, elements = (tuple(choice for choice in only if choice in get_args(choices)) for choices in (ChangeKind, ChangeElement))
    paths = tuple(choice for choice in only if choice not in (*kinds, *elements))
    fields = {key.removeprefix("change.field.") for key in WORDS if key.startswith("change.field.")}
    for path in paths:
        if path.partition(".")[0] not in {*SECTIONS, *fields, "leads_to", "recruitment"}:
            raise UsageError(no_choice(path, (*get_args(ChangeKind), *get_args(ChangeElement), *SECTIONS)).in_(lang))
    changes = filters.at_least(weight, result.changes) if weight else result.changes  # type: ignore[arg-type]
    changes = filters.of_kind(kinds, changes) if kinds else changes  # type: ignore[arg-type]
    changes = filters.of_element(elements, changes) if elements else changes  # type: ignore[arg-type]
    return result.only(filters.below(paths, changes) if paths else changes)
