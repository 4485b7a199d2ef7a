"""Diagnostics as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.diagnosis.report import ValidationReport
from virkningskjede.diagnosis.text import inert, see_also, sentence, where
from virkningskjede.diagnosis.uris import relative
from virkningskjede.diagnostics import GRAVITY, Diagnostic
from virkningskjede.i18n import Lang, word

MOST = 10
"""So many of a kind does GitHub show of one step; it says nothing of the others."""


def write(report: ValidationReport, lang: Lang, *, every: bool = False) -> str:
    """Errors and warnings, or everything: the gravest first, of each kind those that GitHub shows; how many more; and a last line.

    What is shared comes first among the errors, as it does in the report: what others rest on is mended before they are.
    """
    lines: list[str] = []
    more = 0
    for severity in GRAVITY if every else GRAVITY[:-1]:
        of_kind = [diagnostic for diagnostic in report.diagnostics if diagnostic.severity == severity]
        lines += (_annotation(diagnostic, lang) for diagnostic in of_kind[:MOST])
        more += max(0, len(of_kind) - MOST)
    rest = f"{word('findings.more', lang, count=more)}\n" if more else ""
    return "".join(lines) + inert(rest) + report.closing(lang)


def _annotation(diagnostic: Diagnostic, lang: Lang) -> str:
    kind = "notice" if diagnostic.severity == "info" else diagnostic.severity
    place = diagnostic.place
    span = {"line": place.line, "endLine": place.end_line, "col": place.column, "endColumn": place.end_column} if place else {}
    properties = {"file": relative(diagnostic.file or ""), **span, "title": diagnostic.code}
    pairs = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{kind} {pairs}::{_data(' '.join(_sentences(diagnostic, lang)))}\n"


def _sentences(diagnostic: Diagnostic, lang: Lang) -> Iterator[str]:
    """Where, what is wrong, what to do, and where else: the log of a run does not show the line that an annotation is beside."""
    yield f"{where(diagnostic.location)}: {sentence(diagnostic, lang)}"
    yield diagnostic.tip(lang)
    if also := see_also(diagnostic, lang):
        yield f"{also}."


def _data(text: str) -> str:
    """Text in which nothing is a command of its own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("##[", "## [")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
