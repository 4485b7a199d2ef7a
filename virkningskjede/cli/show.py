"""``virkningskjede show``."""

from __future__ import annotations

from pathlib import Path

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.output import answer, as_json, captured
from virkningskjede.cli.run import language_of, settings_here


@click.command("show", help=said("help.show"))
@click.argument("model")
@options.formats("text", "json")
@options.output
@options.root
@options.lang
def command(model: str, as_format: str, output: Path | None, root: Path | None, lang: str | None) -> None:
    """Show one model."""
    from virkningskjede.cli.models import one
    from virkningskjede.loading import plain
    from virkningskjede.rendering import terminal

    settings = settings_here()
    language = language_of(lang, settings)
    found, shared = one(model, root or settings.root, language)
    if as_format == "json":
        answer(as_json(plain(found)), output, language)
    else:
        captured(lambda console: terminal.show(console, found, shared.vocabulary, language), output, language)
