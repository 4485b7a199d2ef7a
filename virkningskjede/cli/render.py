"""``virkningskjede render``."""

from __future__ import annotations

from pathlib import Path

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import language_of, settings_here


@click.command("render", help=said("help.render"))
@click.argument("model")
@click.option("-o", "--output", type=options.PATH, required=True, help=said("help.option.output"))
@options.root
@options.lang
def command(model: str, output: Path, root: Path | None, lang: str | None) -> None:
    """Draw one model."""
    from virkningskjede.catalogue import word
    from virkningskjede.cli.models import one
    from virkningskjede.rendering.pictures.picture import picture

    settings = settings_here()
    language = language_of(lang, settings)
    found, shared = one(model, root or settings.root, language)
    picture(found, output, lang=language, vocabulary=shared.vocabulary, references=shared.references)
    click.echo(word("done.written", language, path=output), err=True)
