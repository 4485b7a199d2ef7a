"""``virkningskjede diff``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.output import answer, as_json
from virkningskjede.cli.run import language_of, settings_here


@click.command("diff", help=said("help.diff"))
@click.argument("a")
@click.argument("b")
@click.option("--exit-zero", is_flag=True, help=said("help.option.exit_zero"))
@options.formats("text", "json", "md")
@options.output
@options.root
@options.lang
def command(a: str, b: str, exit_zero: bool, as_format: str, output: Path | None, root: Path | None, lang: str | None) -> None:
    """Compare two models."""
    from virkningskjede.cli.models import one
    from virkningskjede.differences import diff
    from virkningskjede.rendering import changes

    settings = settings_here()
    language = language_of(lang, settings)
    first, shared = one(a, root or settings.root, language)
    second, _ = one(b, root or settings.root, language)
    result = diff(first, second, shared.vocabulary)
    if as_format == "json":
        answer(as_json(changes.to_json(result, lang=language)), output, language)
    elif as_format == "md":
        answer(changes.markdown(result, lang=language), output, language)
    else:
        answer(changes.text(result, lang=language), output, language)
    if result.changes and not exit_zero:
        sys.exit(1)
