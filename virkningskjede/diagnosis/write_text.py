"""Diagnostics in a terminal or a log: each beside its line, notes summed up, and how many there are."""

from __future__ import annotations

from virkningskjede.diagnosis.report import ValidationReport
from virkningskjede.diagnosis.text import text
from virkningskjede.i18n import Lang


def write(report: ValidationReport, lang: Lang, *, every: bool = False) -> str:
    """Each with what to do, and a last line."""
    return text(report.diagnostics, report.yaml_files, lang, every=every) + report.closing(lang)
