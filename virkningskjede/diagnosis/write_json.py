"""Diagnostics as plain values, for programs; and for another validation, which can tell by them what is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from virkningskjede.diagnosis.known import fingerprints, places
from virkningskjede.diagnostics import Diagnostic, Location, path_text
from virkningskjede.i18n import Lang
from virkningskjede.yamlfile import YamlFile


def to_json(files: Sequence[str], diagnostics: Iterable[Diagnostic], yaml_files: Mapping[str, YamlFile], lang: Lang) -> dict[str, Any]:
    """The value that ``validate --format json`` prints: files, and diagnostics with places. Lines and columns start at 1."""
    return {"files": list(files), "diagnostics": [_record(diagnostic, yaml_files, lang) for diagnostic in diagnostics]}


def _record(diagnostic: Diagnostic, yaml_files: Mapping[str, YamlFile], lang: Lang) -> dict[str, Any]:
    place = diagnostic.place
    counted = len(places(diagnostic)) > 1
    about = {(part.file, part.path): part for part in diagnostic.parts}
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message(lang),
        "file": diagnostic.file,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end_line": place.end_line if place else None,
        "end_column": place.end_column if place else None,
        "path": path_text(diagnostic.path),
        "tip": diagnostic.tip(lang),
        "fingerprints": _prints(diagnostic, diagnostic.location, yaml_files),
        # The other places of one cause, and what holds of most of a model, are found again each by itself; other places only say what
        # this one is held against.
        "related": [
            {
                **_place(there),
                "fingerprints": _prints(about.get((there.file, there.path), diagnostic), there, yaml_files) if counted or about else [],
            }
            for there in diagnostic.related
        ],
    }


def _prints(diagnostic: Diagnostic, there: Location, yaml_files: Mapping[str, YamlFile]) -> list[str]:
    prints = fingerprints(diagnostic, there, yaml_files)
    return [prints.by_id, prints.by_name]


def _place(there: Location) -> dict[str, Any]:
    return {
        "file": there.file,
        "line": there.place.line if there.place else None,
        "column": there.place.column if there.place else None,
        "path": path_text(there.path),
    }
