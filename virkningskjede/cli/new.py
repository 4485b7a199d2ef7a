"""``virkningskjede new``."""

from __future__ import annotations

from pathlib import Path

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.output import answer, write
from virkningskjede.cli.run import language_of, settings_here

FOLDERS = {"pilot": "pilots", "template": "templates", "programme": "programmes"}


@click.command("new", help=said("help.new"))
@click.argument("name", metavar="ID")
@click.option("--from", "table", type=options.PATH, help=said("help.option.from"))
@click.option("--kind", type=click.Choice(list(FOLDERS)), default="pilot", help=said("help.option.kind"))
@click.option("--follows", help=said("help.option.follows"))
@click.option("--source", help=said("help.option.source"))
@options.output
@options.root
@options.lang
def command(
    name: str,
    table: Path | None,
    kind: str,
    follows: str | None,
    source: str | None,
    output: Path | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Make a model. A file that exists is never written over."""
    from virkningskjede import scaffold
    from virkningskjede.catalogue import word
    from virkningskjede.errors import UsageError
    from virkningskjede.loading import dump, find_root, shown
    from virkningskjede.rendering import findings
    from virkningskjede.validation import validate_paths

    settings = settings_here()
    language = language_of(lang, settings)
    head = scaffold.Head(name, kind, follows, source, language)  # type: ignore[arg-type]
    model = scaffold.empty(head) if table is None else scaffold.from_table(table, head)
    text = dump(model)
    if output is not None and str(output) == "-":
        answer(text, None, language)
        return
    top = root or settings.root or find_root(Path.cwd())
    path = output or ((top / FOLDERS[kind]) if top else Path()) / f"{name}.yaml"
    if path.exists():
        raise UsageError(word("error.exists", language, path=path))
    if output is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    write(path, text.encode("utf-8"), language)
    click.echo(word("done.written", language, path=shown(path)), err=True)
    result = validate_paths([path], root=root or settings.root)
    click.echo(findings.text(result.diagnostics, result.documents, language) + findings.closing(1, result.diagnostics, language), nl=False)
