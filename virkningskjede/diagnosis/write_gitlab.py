"""Diagnostics as GitLab's report of code quality, which a merge request shows: the format of its ``codequality`` artifact."""

from __future__ import annotations

from typing import Any

from virkningskjede.diagnosis.known import fingerprints
from virkningskjede.diagnosis.report import ValidationReport
from virkningskjede.diagnosis.uris import relative
from virkningskjede.diagnostics import Diagnostic, elsewhere, repeats
from virkningskjede.i18n import Lang, Severity
from virkningskjede.report.write_json import as_json

SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def write(report: ValidationReport, lang: Lang, *, every: bool = False) -> str:
    """An entry for each diagnostic; GitLab itself compares them with those of the target branch, by their fingerprints."""
    shown = report.shown(every=every)
    prints = [fingerprints(diagnostic, diagnostic.location, report.yaml_files).by_id for diagnostic in shown]
    unique = [f"{print_of_one}-{number}" for print_of_one, number in zip(prints, repeats(prints), strict=True)]
    return as_json([_entry(diagnostic, print_of_one, lang) for diagnostic, print_of_one in zip(shown, unique, strict=True)])


def _entry(diagnostic: Diagnostic, print_of_one: str, lang: Lang) -> dict[str, Any]:
    return {
        "description": f"{diagnostic.message(lang)}{elsewhere(diagnostic, lang)} — {diagnostic.tip(lang)}",
        "check_name": diagnostic.code,
        "fingerprint": print_of_one,
        "severity": SEVERITIES[diagnostic.severity],
        "location": {"path": relative(diagnostic.file or ""), "lines": {"begin": diagnostic.place.line if diagnostic.place else 1}},
    }
