"""The one table of formats, which commands, the endings of files and the methods of results all use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Literal, get_args

from virkningskjede.i18n import Lang
from virkningskjede.report.document import Readable

GraphFormat = Literal["graphml", "gexf"]
"""What a model's chain can be written as for programs that analyse graphs, which are the endings of such files too."""

GRAPH_FORMATS: tuple[GraphFormat, ...] = get_args(GraphFormat)


@dataclass(frozen=True, slots=True)
class Format:
    """One format that every result can be written in.

    Attributes:
        endings: how the names of such files end; the first is the usual one.
        writer: the module beside this one that writes it. It has a function ``write(report, lang)``, which gives the whole of a file as
            text (UTF-8) or bytes, and is imported when it is asked for: some need libraries that are slow to import, or extras.
        whole: whether it always holds everything, whatever else is asked for.
        binary: whether it is nothing that a terminal shows.
    """

    endings: tuple[str, ...]
    writer: str
    whole: bool = False
    binary: bool = False

    def write(self, report: Readable, lang: Lang) -> str | bytes:
        """The whole of a file that holds what a report says, in a language."""
        written: str | bytes = import_module(f"virkningskjede.report.{self.writer}").write(report, lang)
        return written


FORMATS: Mapping[str, Format] = {
    "text": Format(("txt",), "write_text"),
    "json": Format(("json",), "write_json", whole=True),
    "md": Format(("md", "markdown"), "write_markdown"),
    "csv": Format(("csv",), "write_csv", whole=True),
    "html": Format(("html", "htm"), "write_html"),
    "docx": Format(("docx",), "write_word", binary=True),
    "xlsx": Format(("xlsx",), "write_excel", whole=True, binary=True),
}
"""Name -> format. A new one is a writer in a file of its own and a line here."""
