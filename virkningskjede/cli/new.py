"""``virkningskjede new``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import write
from virkningskjede.cli.run import Run
from virkningskjede.i18n import Lang, visible
from virkningskjede.project import MODEL_FOLDERS, is_folder, is_yaml, models_named, settings_at, yaml_files
from virkningskjede.project.files import REFERENCES, VOCABULARY
from virkningskjede.yamlfile import lies_below

if TYPE_CHECKING:
    from virkningskjede.diagnostics import Diagnostic

MODELS = {"yaml": ("yaml", "yml")}
"""What a model can be written as."""

LAYOUTS = ("nodes", "wide", "logframe", "framework", "arrows")
"""The layouts that a table can be said to have; they stand here too, so that the help of the command need not load what reads tables."""


@parsing.command("new", help="help.new")
@parsing.argument("name", metavar="ID")
@parsing.option("--from", "table", type=options.PATH, help="help.option.from")
@parsing.option("--sheet", help="help.option.sheet")
@parsing.option("--layout", type=click.Choice(LAYOUTS), help="help.option.layout")
@parsing.option("--kind", type=click.Choice(list(MODEL_FOLDERS)), help="help.option.kind.new")
@parsing.option("--follows", help="help.option.follows")
@parsing.option("--source", help="help.option.source.new")
@options.answering(MODELS, to="help.option.output.new")
def command(
    run: Run,
    name: str,
    table: Path | None,
    sheet: str | None,
    layout: str | None,
    kind: str | None,
    follows: str | None,
    source: str | None,
) -> None:
    """Make a model. A file that exists is never written over."""
    from virkningskjede import diagnosis, scaffold
    from virkningskjede.errors import UsageError
    from virkningskjede.i18n import word
    from virkningskjede.project import corpus, dump, find_root, open_project, shown
    from virkningskjede.validation import validate_models, validate_paths

    if name in (VOCABULARY, REFERENCES):
        raise UsageError(word("error.reserved", run.lang, name=name))
    if run.root == corpus():
        raise UsageError(word("error.new.corpus", run.lang))
    root = run.root or find_root(Path.cwd())
    notes: tuple[Diagnostic, ...] = ()
    if table is None:
        for option, value in (("--sheet", sheet), ("--layout", layout)):
            if value is not None:
                raise UsageError(word("error.new.from", run.lang, option=option))
        model = scaffold.empty(scaffold.Head(name, kind or _usual_kind(root), follows, source, run.lang))  # type: ignore[arg-type]
    else:
        from virkningskjede import tables

        given = {"id": name, "kind": kind, "follows": follows, "source": source}
        made = tables.from_sheets(
            tables.sheets_of(table),
            {key: value for key, value in given.items() if value is not None},
            {"kind": _usual_kind(root), "lang": run.lang},
            sheet=sheet,
            layout=layout,
            vocabulary=open_project(root).vocabulary,
        )
        model, notes = made.model, made.notes
    text = dump(model)
    if str(run.output) == "-":
        run.write(text)
        _tell(notes, run.lang)
        diagnostics = validate_models([model], open_project(root)).diagnostics
        click.echo(diagnosis.text([problem for problem in diagnostics if problem.severity != "info"], {}, run.lang), nl=False, err=True)
        if any(diagnostic.severity == "error" for diagnostic in diagnostics):
            raise click.exceptions.Exit(1)
        return
    path = run.output or (root / MODEL_FOLDERS[model.kind] if root is not None else Path()) / f"{name}.yaml"
    existing = path if os.path.lexists(path) else None if run.output is not None else _of_this_id(name, root)
    if existing is not None:
        raise UsageError(word("error.exists", run.lang, path=shown(existing)))
    if run.output is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    if root is not None and lies_below(path, root):
        text = scaffold.modeline(path, root, "model") + text
        _write_schema(root, run.lang)
    write(path, text.encode("utf-8"), run.lang)
    click.echo(word("done.written", run.lang, path=shown(path)), err=True)
    _tell(notes, run.lang)
    result = validate_paths([path], root=run.root, settled=True)
    click.echo(diagnosis.WRITERS["text"].write(result.report(), run.lang, every=False), nl=False)
    if not result.ok:
        raise click.exceptions.Exit(1)


def _write_schema(root: Path, lang: Lang) -> None:
    """Put the schema of models into the project, where it is not: it is what the new model's first line names."""
    from virkningskjede import scaffold
    from virkningskjede.i18n import word
    from virkningskjede.project import shown

    path = root / scaffold.SCHEMAS / "model.json"
    if not os.path.lexists(path):
        path.parent.mkdir(exist_ok=True)
        write(path, scaffold.shipped_schema("model", lang), lang)
        click.echo(word("done.written", lang, path=shown(path)), err=True)


def _tell(notes: Iterable[Diagnostic], lang: Lang) -> None:
    """Say what there is to say of how a table was read."""
    from virkningskjede.diagnostics import line

    for note in notes:
        click.echo(visible(line(note, lang)), err=True)


def _usual_kind(root: Path | None) -> str:
    """The kind that the models of a project are of, where nobody says one: programmes only where there are no pilots."""
    folders = {kind: root / MODEL_FOLDERS[kind] for kind in ("pilot", "programme")} if root is not None else {}
    return next((kind for kind, folder in folders.items() if is_folder(folder) and any(yaml_files(folder))), "pilot")


def _of_this_id(name: str, root: Path | None) -> Path | None:
    """The file that holds a model of this id already: in the project, or beside you where there is none."""
    files = yaml_files(root, settings_at(root).excluded) if root is not None else sorted(filter(is_yaml, Path().iterdir()))
    return next(iter(models_named(name, files)), None)
