"""The one table of the formats that a validation is written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from virkningskjede.diagnosis.report import ValidationReport
from virkningskjede.i18n import Lang


@dataclass(frozen=True, slots=True)
class Writer:
    """One format.

    Attributes:
        endings: how the names of such files end; none where no ending tells.
        module: the module beside this one that writes it, with a function ``write(report, lang, every=False)``. It is imported when it
            is asked for: most runs need one.
        whole: whether it always holds every note, whatever else is asked for.
    """

    endings: tuple[str, ...]
    module: str
    whole: bool = False

    def write(self, report: ValidationReport, lang: Lang, *, every: bool) -> str:
        """The whole of an answer; notes one by one only if every one is asked for, where the format leaves that open."""
        written: str = import_module(f"virkningskjede.diagnosis.{self.module}").write(report, lang, every=every)
        return written


WRITERS: Mapping[str, Writer] = {
    "text": Writer(("txt",), "write_text"),
    "concise": Writer((), "write_concise"),
    "md": Writer(("md", "markdown"), "write_markdown"),
    "json": Writer(("json",), "write_plain", whole=True),
    "github": Writer((), "write_github"),
    "gitlab": Writer((), "write_gitlab"),
    "sarif": Writer(("sarif",), "write_sarif"),
}
"""Name -> format. A new one is a writer in a file of its own and a line here."""
