"""The one table of formats, which commands, the endings of files and the methods of results all use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virkningskjede.i18n import Lang
from virkningskjede.report.write_csv import comma_separated
from virkningskjede.report.write_html import page
from virkningskjede.report.write_json import as_json
from virkningskjede.report.write_markdown import markdown
from virkningskjede.report.write_text import WIDTH, plain

if TYPE_CHECKING:
    from virkningskjede.report.report import Report


@dataclass(frozen=True, slots=True)
class Format:
    """One format that every result can be written in.

    Attributes:
        endings: how the names of such files end; the first is the usual one.
        write: makes the whole of a file from a report, in a language. Text is written as UTF-8.
    """

    endings: tuple[str, ...]
    write: Callable[[Report, Lang], str | bytes]


FORMATS: Mapping[str, Format] = {
    "text": Format(("txt",), lambda report, lang: plain(report.document(lang, WIDTH), WIDTH)),
    "json": Format(("json",), lambda report, lang: as_json(report.plain(lang))),
    "md": Format(("md", "markdown"), lambda report, lang: markdown(report.document(lang))),
    "csv": Format(("csv",), lambda report, lang: comma_separated(report.listing(lang))),
    "html": Format(("html", "htm"), lambda report, lang: page(report.document(lang))),
}
"""Name -> format. A new one is a writer in a file of its own and a line here."""
