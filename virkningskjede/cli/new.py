"""``virkningskjede new``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.output import write
from virkningskjede.cli.run import Run
from virkningskjede.loading import MODEL_FOLDERS, yaml_files
from virkningskjede.loading.root import SUFFIXES


@click.command("new", help=said("help.new"))
@click.argument("name", metavar="ID")
@click.option("--from", "table", type=options.PATH, help=said("help.option.from"))
@click.option("--kind", type=click.Choice(list(MODEL_FOLDERS)), help=said("help.option.kind.new"))
@click.option("--follows", help=said("help.option.follows"))
@click.option("--source", help=said("help.option.source.new"))
@options.answering()
def command(run: Run, name: str, table: Path | None, kind: str | None, follows: str | None, source: str | None) -> None:
    """Make a model. A file that exists is never written over."""
    from virkningskjede import scaffold
    from virkningskjede.catalogue import word
    from virkningskjede.errors import UsageError
    from virkningskjede.loading import dump, find_root, shown
    from virkningskjede.rendering import findings
    from virkningskjede.validation import validate_paths

    top = run.root or find_root(Path.cwd())
    kind = kind or _usual_kind(top)
    head = scaffold.Head(name, kind, follows, source, run.lang)  # type: ignore[arg-type]
    model = scaffold.empty(head) if table is None else scaffold.from_table(table, head)
    text = dump(model)
    if str(run.output) == "-":
        run.answer(text)
        return
    path = run.output or ((top / MODEL_FOLDERS[kind]) if top else Path()) / f"{name}.yaml"
    taken = next(_taken(path, top if run.output is None else None), None)
    if taken is not None:
        raise UsageError(word("error.exists", run.lang, path=shown(taken)))
    if run.output is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    write(path, text.encode("utf-8"), run.lang)
    click.echo(word("done.written", run.lang, path=shown(path)), err=True)
    result = validate_paths([path], root=run.root)
    click.echo(findings.text(result.diagnostics, result.documents, run.lang) + findings.closing(1, result.diagnostics, run.lang), nl=False)
    if not result.ok:
        raise click.exceptions.Exit(1)


def _usual_kind(root: Path | None) -> str:
    """The kind that the models of a project are of, where nobody says one: programmes only where there are no pilots."""
    kinds = [kind for kind in ("pilot", "programme") if root is not None and any(yaml_files(root / MODEL_FOLDERS[kind]))]
    return kinds[0] if kinds else "pilot"


def _taken(path: Path, root: Path | None) -> Iterator[Path]:
    """Files that a new model would be written over, or whose name it would have beside them under a root."""
    folders = [path.parent, *(root / folder for folder in MODEL_FOLDERS.values())] if root is not None else []
    named = (folder / f"{path.stem}{suffix}" for folder in folders for suffix in SUFFIXES)
    return (each for each in (path, *named) if os.path.lexists(each))
