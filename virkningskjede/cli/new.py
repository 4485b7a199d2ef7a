"""``virkningskjede new``."""

from __future__ import annotations

from pathlib import Path

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.output import write
from virkningskjede.cli.run import Run
from virkningskjede.loading import MODEL_FOLDERS


@click.command("new", help=said("help.new"))
@click.argument("name", metavar="ID")
@click.option("--from", "table", type=options.PATH, help=said("help.option.from"))
@click.option("--kind", type=click.Choice(list(MODEL_FOLDERS)), default="pilot", help=said("help.option.kind.new"))
@click.option("--follows", help=said("help.option.follows"))
@click.option("--source", help=said("help.option.source.new"))
@options.answering()
def command(run: Run, name: str, table: Path | None, kind: str, follows: str | None, source: str | None) -> None:
    """Make a model. A file that exists is never written over."""
    from virkningskjede import scaffold
    from virkningskjede.catalogue import word
    from virkningskjede.errors import UsageError
    from virkningskjede.loading import dump, find_root, shown
    from virkningskjede.rendering import findings
    from virkningskjede.validation import validate_paths

    head = scaffold.Head(name, kind, follows, source, run.lang)  # type: ignore[arg-type]
    model = scaffold.empty(head) if table is None else scaffold.from_table(table, head)
    text = dump(model)
    if str(run.output) == "-":
        run.answer(text)
        return
    top = run.root or find_root(Path.cwd())
    path = run.output or ((top / MODEL_FOLDERS[kind]) if top else Path()) / f"{name}.yaml"
    if path.exists():
        raise UsageError(word("error.exists", run.lang, path=path))
    if run.output is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    write(path, text.encode("utf-8"), run.lang)
    click.echo(word("done.written", run.lang, path=shown(path)), err=True)
    result = validate_paths([path], root=run.root)
    click.echo(findings.text(result.diagnostics, result.documents, run.lang) + findings.closing(1, result.diagnostics, run.lang), nl=False)
