"""Diagnostics as SARIF 2.1.0 (OASIS), which code scanning and editors read."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from virkningskjede.diagnosis.known import fingerprints
from virkningskjede.diagnosis.report import ValidationReport
from virkningskjede.diagnosis.uris import uri
from virkningskjede.diagnostics import Diagnostic, Location, Place, elsewhere, path_text
from virkningskjede.i18n import MESSAGES, Lang, Severity
from virkningskjede.report.write_json import as_json
from virkningskjede.rules.manual import page, title

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
"""The name by which programs know what the file is; nothing is fetched from it."""

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
LANGUAGES: dict[Lang, str] = {"nb": "nb-NO", "en": "en-GB"}


def write(report: ValidationReport, lang: Lang, *, every: bool = False) -> str:
    """One run: the rules that found something, with their manual pages as help, and a result for each diagnostic."""
    shown = report.shown(every=every)
    codes = sorted({diagnostic.code for diagnostic in shown})
    driver = {
        "name": "virkningskjede",
        **_version(),
        "rules": [_rule(code, lang) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": LANGUAGES[lang],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "."}}},
        "artifacts": [{"location": _artifact(name)} for name in report.files],
        "results": [_result(diagnostic, codes.index(diagnostic.code), report, lang) for diagnostic in shown],
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


ROOT = "%SRCROOT%"
"""What names of files are counted from: the top of the sources, whatever folder those lie in on another machine."""


def _version() -> dict[str, str]:
    """The version that is installed; nothing where the package runs from a folder that nobody has installed."""
    try:
        return {"version": version("virkningskjede")}
    except PackageNotFoundError:
        return {}


def _rule(code: str, lang: Lang) -> dict[str, Any]:
    about = page(code, lang)
    return {
        "id": code,
        "shortDescription": {"text": title(code, lang)},
        "help": {"text": about, "markdown": about},
        "defaultConfiguration": {"level": LEVELS[MESSAGES[code].severity]},
    }


def _result(diagnostic: Diagnostic, index: int, report: ValidationReport, lang: Lang) -> dict[str, Any]:
    prints = fingerprints(diagnostic, diagnostic.location, report.yaml_files)
    message = f"{diagnostic.message(lang)}{elsewhere(diagnostic, lang)}\n{diagnostic.tip(lang)}"
    result = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": message},
        "locations": list(_locations([diagnostic.location])),
        "partialFingerprints": {"idAndElement/v1": prints.by_id, "nameAndElement/v1": prints.by_name},
    }
    related = [{"id": number, **there} for number, there in enumerate(_locations(diagnostic.related))]
    return {**result, "relatedLocations": related} if related else result


def _locations(places: Iterable[Location]) -> list[dict[str, Any]]:
    return [_location(there) for there in places]


def _location(there: Location) -> dict[str, Any]:
    """A place in a file, and what stands there by its path."""
    physical = (
        {"artifactLocation": _artifact(there.file), **({"region": _region(there.place)} if there.place else {})} if there.file else None
    )
    logical = {"fullyQualifiedName": path_text(there.path)} if there.path else None
    return {
        **({"physicalLocation": physical} if physical else {}),
        **({"logicalLocations": [logical]} if logical else {}),
    }


def _artifact(name: str) -> dict[str, Any]:
    address = uri(name)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": ROOT}


def _region(place: Place) -> dict[str, int]:
    return {"startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}
