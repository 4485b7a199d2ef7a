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
@options.output
@options.root
@options.lang
def command(
    name: str, table: Path | None, kind: str, follows: str | None, output: Path | None, root: Path | None, lang: str | None
) -> None:
    """Make a model. A file that exists is never written over."""
    from virkningskjede import scaffold
    from virkningskjede.catalogue import word
    from virkningskjede.errors import UsageError
    from virkningskjede.loading import dump, find_root
    from virkningskjede.rendering import findings
    from virkningskjede.validation import validate_paths

    settings = settings_here()
    language = language_of(lang, settings)
    make = scaffold.empty(name, kind=kind, follows=follows, lang=language) if table is None else None  # type: ignore[arg-type]
    model = make or scaffold.from_table(table, name, kind=kind, follows=follows, lang=language)  # type: ignore[arg-type]
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
    click.echo(word("done.written", language, path=path), err=True)
    result = validate_paths([path], root=root or settings.root)
    click.echo(findings.text(result.diagnostics, result.documents, language) + findings.closing(1, result.diagnostics, language), nl=False)
