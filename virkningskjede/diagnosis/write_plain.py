"""Everything that was found as plain values, for programs."""

from __future__ import annotations

from virkningskjede.diagnosis.report import ValidationReport
from virkningskjede.i18n import Lang
from virkningskjede.report.write_json import as_json


def write(report: ValidationReport, lang: Lang, *, every: bool = True) -> str:
    """The whole of it, notes too."""
    return as_json(report.plain(lang))
