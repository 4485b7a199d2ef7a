"""``virkningskjede schema``."""

from __future__ import annotations

from pathlib import Path

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import answer, format_of, is_stdout, write
from virkningskjede.cli.run import language_of

SCHEMAS = {"json": ("json",)}
"""What a schema can be written as."""


def _kinds(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """What a shell completes."""
    from virkningskjede.schema import OF

    return [kind for kind in OF if kind.startswith(incomplete)]


@parsing.command("schema", help="help.schema")
@parsing.argument("kind", metavar="[KIND]", required=False, shell_complete=_kinds)
@parsing.option("-o", "--output", type=options.PATH, help="help.option.output.schema")
@options.lang
def command(kind: str | None, output: Path | None, lang: str | None) -> None:
    """Print the JSON Schema of a kind of file, or write those of all kinds into a folder."""
    from virkningskjede.errors import UsageError
    from virkningskjede.i18n import Word, word
    from virkningskjede.i18n.likely import no_choice
    from virkningskjede.project import is_folder, shown
    from virkningskjede.schema import KINDS, OF, text

    language = language_of(lang)
    if kind is not None:
        if kind not in OF:
            raise UsageError(no_choice(kind, OF))
        if output is not None and is_folder(output):
            output = output / f"{OF[kind]}.json"
        format_of(output, None, SCHEMAS, language)
        answer(text(OF[kind], language), output, language)
        return
    if output is None or is_stdout(output):
        raise UsageError(Word("error.schema.which", (("known", ", ".join(OF)),)))
    output.mkdir(parents=True, exist_ok=True)
    for name in KINDS:
        path = output / f"{name}.json"
        write(path, text(name, language).encode("utf-8"), language)
        click.echo(word("done.written", language, path=shown(path)), err=True)
