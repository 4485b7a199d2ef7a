"""``virkningskjede diff``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import OF_PICTURES
from virkningskjede.cli.run import Run
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, Word, word
from virkningskjede.i18n.likely import no_choice

if TYPE_CHECKING:
    from virkningskjede.analysis.diff import Change, Diff, PortfolioDiff
    from virkningskjede.project import Project

WEIGHT = click.Choice(("cosmetic", "content", "logic"))


@parsing.command("diff", help="help.diff")
@parsing.argument("models", nargs=-1, required=True, metavar="A B")
@parsing.option("--weight", type=WEIGHT, help="help.option.weight")
@options.several("--only", "help.option.only")
@parsing.option("--consequences", is_flag=True, help="help.option.consequences")
@parsing.option("--pictures", type=options.PATH, metavar="FOLDER", help="help.option.pictures")
@parsing.option("--exit-zero", is_flag=True, help="help.option.exit_zero")
@parsing.option("--git", "by_git", is_flag=True, help="help.option.git")
@parsing.option("--textconv", is_flag=True, help="help.option.textconv")
@options.answering(pictures=OF_PICTURES, to="help.option.output.picture")
def command(
    run: Run,
    models: tuple[str, ...],
    weight: str | None,
    only: tuple[str, ...],
    consequences: bool,
    pictures: Path | None,
    exit_zero: bool,
    by_git: bool,
    textconv: bool,
) -> None:
    """Compare two models."""
    from virkningskjede.analysis.diff.report import DiffReport
    from virkningskjede.project import is_folder

    of_folders = (("--consequences", consequences), ("--pictures", pictures))
    if by_git or textconv:
        from virkningskjede.cli import git_driver

        given = (("--weight", weight), ("--only", only), ("--exit-zero", exit_zero), *of_folders)
        refused = [name for name, value in given if value]
        if refused:
            raise UsageError(Word("error.with", (("option", refused[0]), ("other", "--git" if by_git else "--textconv"))))
        driven = git_driver.compared if by_git else git_driver.converted
        run.write(driven(models, run.root, run.lang, run.form))
        return
    if len(models) != 2:
        raise UsageError(word("error.two", run.lang, count=len(models)))
    run = run.of(*models)
    if folders := [name for name in models if is_folder(run.places.of(name).path)]:
        _answer_of_folders(models, folders, run, weight, only, consequences=consequences, pictures=pictures, exit_zero=exit_zero)
        return
    for option, value in of_folders:
        if value:
            raise UsageError(Word("error.only_folders", (("option", option),)))
    result, shared = _compared(models, run)
    shown = _chosen(result, weight, only, run.lang)
    run.answer(DiffReport(shown, listed=shown is not result, references=shared.references))
    if shown.changes and not exit_zero:
        sys.exit(1)


def _compared(models: tuple[str, ...], run: Run) -> tuple[Diff, Project]:
    from virkningskjede.analysis.diff import between, diff
    from virkningskjede.cli.models import one
    from virkningskjede.project import joined_vocabulary, lost_terms, same_place, unlabelled

    (first, of_first), (second, of_second) = (one(name, run) for name in models)
    lost = lost_terms([first, second], of_first, of_second)
    if lost:
        click.echo(word("terms.lost", run.lang, names=", ".join(lost)), err=True)
    first, second = unlabelled(first, second)
    versions = same_place(*(run.places.of(name).today for name in models))
    return (between if versions else diff)(first, second, joined_vocabulary(of_first, of_second)), of_second


def _answer_of_folders(
    names: tuple[str, ...],
    folders: Sequence[str],
    run: Run,
    weight: str | None,
    only: tuple[str, ...],
    *,
    consequences: bool,
    pictures: Path | None,
    exit_zero: bool,
) -> None:
    """Every model of two folders, and what the change does where that is asked.

    Raises:
        UsageError: only one of the two is a folder, or neither has a model.
    """
    from virkningskjede.analysis.diff import diff_portfolios
    from virkningskjede.project import joined_vocabulary, load_side, lost_terms

    if len(folders) < len(names):
        (file,) = set(names) - set(folders)
        raise UsageError(Word("error.folder.one", (("folder", folders[0]), ("file", file))))
    a, b = (load_side((name,), run.places) for name in names)
    if not a and not b:
        raise UsageError(Word("error.no_models", (("path", ", ".join(names)),)))
    lost = lost_terms([*a.values(), *b.values()], a.project, b.project)
    if lost:
        click.echo(word("terms.lost", run.lang, names=", ".join(lost)), err=True)
    whole = diff_portfolios(a, b, joined_vocabulary(a.project, b.project), names=(names[0], names[1]))
    choose = _choice(weight, only, run.lang)
    shown = whole.only(choose) if choose is not None else whole
    if pictures is not None:
        _draw(shown, pictures, run, b.project)
    if consequences:
        from virkningskjede.analysis.consequences import consequences as follow

        followed = follow(shown, a, b)
        run.answer(followed.report())
        differs = followed.differs
    else:
        run.answer(shown.report())
        differs = shown.differs
    if differs and not exit_zero:
        sys.exit(1)


def _draw(shown: PortfolioDiff, folder: Path, run: Run, project: Project) -> None:
    """A picture of each model that has changed, with what is new and what is gone, in a folder that is made."""
    from virkningskjede.analysis.diff.report import DiffReport
    from virkningskjede.i18n import unwritten

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(unwritten(folder, error, run.lang)) from error
    for of_model in shown.changed:
        path = folder / f"{of_model.b}.svg"
        DiffReport(of_model, references=project.references).draw(path, run.lang)
        click.echo(word("done.written", run.lang, path=path), err=True)


def _chosen(result: Diff, weight: str | None, only: tuple[str, ...], lang: Lang) -> Diff:
    """The changes that were asked for; the diff itself when all were.

    Raises:
        UsageError: a name is no kind, element, section or field.
    """
    choose = _choice(weight, only, lang)
    return result.only(choose(result.changes)) if choose is not None else result


def _choice(weight: str | None, only: tuple[str, ...], lang: Lang) -> Callable[[tuple[Change, ...]], tuple[Change, ...]] | None:
    """What chooses the changes that were asked for; None when all were.

    Raises:
        UsageError: a name is no kind, element, section or field.
    """
    from virkningskjede.analysis.diff import ChangeElement, ChangeKind, filters
    from virkningskjede.i18n import WORDS
    from virkningskjede.model import SECTIONS

    if weight is None and not only:
        return None
    kinds, elements = (tuple(choice for choice in only if choice in get_args(choices)) for choices in (ChangeKind, ChangeElement))
    paths = tuple(choice for choice in only if choice not in (*kinds, *elements))
    fields = {key.removeprefix("change.field.") for key in WORDS if key.startswith("change.field.")}
    for path in paths:
        if path.partition(".")[0] not in {*SECTIONS, *fields, "leads_to", "recruitment"}:
            raise UsageError(no_choice(path, (*get_args(ChangeKind), *get_args(ChangeElement), *SECTIONS)).in_(lang))

    def choose(changes: tuple[Change, ...]) -> tuple[Change, ...]:
        changes = filters.at_least(weight, changes) if weight else changes  # type: ignore[arg-type]
        changes = filters.of_kind(kinds, changes) if kinds else changes  # type: ignore[arg-type]
        changes = filters.of_element(elements, changes) if elements else changes  # type: ignore[arg-type]
        return filters.below(paths, changes) if paths else changes

    return choose
