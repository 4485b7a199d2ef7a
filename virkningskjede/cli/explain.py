"""``virkningskjede explain``."""

from __future__ import annotations

from pathlib import Path

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import answer, format_of
from virkningskjede.cli.run import language_of

PAGES = {"text": ("txt", "md", "markdown")}
"""What a page of the manual can be written as: it is text, set as Markdown."""


@parsing.command("explain", help="help.explain")
@parsing.argument("code")
@options.output
@options.lang
def command(code: str, output: Path | None, lang: str | None) -> None:
    """Print the manual page of a code."""
    from virkningskjede.rules.manual import page

    language = language_of(lang)
    format_of(output, None, PAGES, language)
    answer(page(code.upper(), language), output, language)
