"""Diagnostics of a line each, for a log and for editors: ``file:line:column: severity CODE message``."""

from __future__ import annotations

from virkningskjede.diagnosis.report import ValidationReport
from virkningskjede.diagnosis.text import head, inert
from virkningskjede.i18n import Lang


def write(report: ValidationReport, lang: Lang, *, every: bool = False) -> str:
    """Errors and warnings, or everything, each with the other places of its cause; and a last line."""
    lines = (head(diagnostic, lang, places=True) for diagnostic in report.shown(every=every))
    return inert("".join(lines)) + report.closing(lang)
