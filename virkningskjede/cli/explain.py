"""``virkningskjede explain``."""

from __future__ import annotations

from pathlib import Path

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import answer, format_of
from virkningskjede.cli.run import language_of

PAGES = {"text": ("txt", "md", "markdown")}
"""What a page of the manual can be written as: it is text, set as Markdown."""


@parsing.command("explain", help="help.explain")
@parsing.argument("code", metavar="[CODE]", required=False)
@options.output
@options.lang
def command(code: str | None, output: Path | None, lang: str | None) -> None:
    """Print the manual page of a code, or the codes that there are."""
    from virkningskjede.rules import manual

    language = language_of(lang)
    format_of(output, None, PAGES, language)
    answer(manual.answer(code, language), output, language)
