"""``virkningskjede new``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import write
from virkningskjede.cli.run import Run
from virkningskjede.project import MODEL_FOLDERS, is_folder, is_yaml, models_named, settings_at, yaml_files
from virkningskjede.project.files import REFERENCES, VOCABULARY

MODELS = {"yaml": ("yaml", "yml")}
"""What a model can be written as."""


@parsing.command("new", help="help.new")
@parsing.argument("name", metavar="ID")
@parsing.option("--from", "table", type=options.PATH, help="help.option.from")
@parsing.option("--kind", type=click.Choice(list(MODEL_FOLDERS)), help="help.option.kind.new")
@parsing.option("--follows", help="help.option.follows")
@parsing.option("--source", help="help.option.source.new")
@options.answering(MODELS, to="help.option.output.new")
def command(run: Run, name: str, table: Path | None, kind: str | None, follows: str | None, source: str | None) -> None:
    """Make a model. A file that exists is never written over."""
    from virkningskjede import scaffold
    from virkningskjede.errors import UsageError
    from virkningskjede.i18n import word
    from virkningskjede.project import corpus, dump, find_root, shown
    from virkningskjede.rules import report as findings
    from virkningskjede.validation import validate_paths

    if name in (VOCABULARY, REFERENCES):
        raise UsageError(word("error.reserved", run.lang, name=name))
    if run.root == corpus():
        raise UsageError(word("error.new.corpus", run.lang))
    root = run.root or find_root(Path.cwd())
    kind = kind or _usual_kind(root)
    head = scaffold.Head(name, kind, follows, source, run.lang)  # type: ignore[arg-type]
    model = scaffold.empty(head) if table is None else scaffold.from_table(table, head)
    text = dump(model)
    if str(run.output) == "-":
        run.write(text)
        return
    path = run.output or (root / MODEL_FOLDERS[kind] if root is not None else Path()) / f"{name}.yaml"
    existing = path if os.path.lexists(path) else None if run.output is not None else _of_this_id(name, root)
    if existing is not None:
        raise UsageError(word("error.exists", run.lang, path=shown(existing)))
    if run.output is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    write(path, text.encode("utf-8"), run.lang)
    click.echo(word("done.written", run.lang, path=shown(path)), err=True)
    result = validate_paths([path], root=run.root, settled=True)
    click.echo(findings.text(result.diagnostics, result.yaml_files, run.lang) + findings.closing(1, result.diagnostics, run.lang), nl=False)
    if not result.ok:
        raise click.exceptions.Exit(1)


def _usual_kind(root: Path | None) -> str:
    """The kind that the models of a project are of, where nobody says one: programmes only where there are no pilots."""
    folders = {kind: root / MODEL_FOLDERS[kind] for kind in ("pilot", "programme")} if root is not None else {}
    return next((kind for kind, folder in folders.items() if is_folder(folder) and any(yaml_files(folder))), "pilot")


def _of_this_id(name: str, root: Path | None) -> Path | None:
    """The file that holds a model of this id already: in the project, or beside you where there is none."""
    files = yaml_files(root, settings_at(root).excluded) if root is not None else sorted(filter(is_yaml, Path().iterdir()))
    return next(iter(models_named(name, files)), None)
