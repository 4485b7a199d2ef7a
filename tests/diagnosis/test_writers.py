"""What a validation is written as for programs: which of it, under which names, and that nothing in it acts."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.diagnosis import WRITERS, ValidationReport
from virkningskjede.diagnosis.uris import uri
from virkningskjede.diagnosis.write_github import MOST
from virkningskjede.diagnostics import GRAVITY, Diagnostic, Location, Place, diagnostic
from virkningskjede.i18n import LANGS, MESSAGES
from virkningskjede.validation import validate_paths

TEXT = """\
virkningskjede: 1
kind: pilot
id: kor
target_group: {alle: {label: Alle}}
activities:
  oving: {label: Øving, statu: planned, leads_to: [glede, ro]}
  konsert: {label: Konsert, leads_to: [ro]}
outcomes:
  glede: {label: Glede, level: usr}
"""


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ValidationReport:
    """Of a file with four kinds of findings, one of which shows in two places."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sang og kor").mkdir()
    (tmp_path / "sang og kor" / "kor.yaml").write_text(TEXT, "utf-8")
    return validate_paths(["sang og kor/kor.yaml"]).report()


def of_sarif(report: ValidationReport, *, every: bool = False) -> dict[str, Any]:
    (run,) = json.loads(WRITERS["sarif"].write(report, "en", every=every))["runs"]
    assert isinstance(run, dict)
    return run


def test_sarif_has_places_rules_and_what_findings_are_known_again_by(report: ValidationReport) -> None:
    run = of_sarif(report)
    assert run["columnKind"] == "unicodeCodePoints"
    artifact = {"uri": "sang%20og%20kor/kor.yaml", "uriBaseId": "%SRCROOT%"}
    assert run["artifacts"] == [{"location": artifact}]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted({result["ruleId"] for result in run["results"]}) == ["VK101", "VK106", "VK301"]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert all(rule["help"]["markdown"].startswith("# ") for rule in run["tool"]["driver"]["rules"])
    unknown = next(result for result in run["results"] if result["ruleId"] == "VK301")
    assert unknown["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": artifact,
                "region": {"startLine": 6, "startColumn": 59, "endLine": 6, "endColumn": 61},
            },
            "logicalLocations": [{"fullyQualifiedName": "activities.oving.leads_to.ro"}],
        }
    ]
    (other,) = unknown["relatedLocations"]
    assert other["physicalLocation"]["region"]["startLine"] == 7
    assert [result["level"] for result in run["results"]] == ["error"] * 3
    assert {result["level"] for result in of_sarif(report, every=True)["results"]} == {"error", "note"}


def test_gitlab_has_an_entry_for_each_with_a_fingerprint_of_its_own(report: ValidationReport) -> None:
    entries = json.loads(WRITERS["gitlab"].write(report, "nb", every=True))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == len(report.diagnostics)
    assert {entry["location"]["path"] for entry in entries} == {"sang og kor/kor.yaml"}
    assert {entry["severity"] for entry in entries} == {"major", "info"}


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("lang", LANGS)
def test_notes_are_told_one_by_one_only_where_every_one_is_asked_for(report: ValidationReport, form: str, lang: Any) -> None:
    notes = {finding.code for finding in report.diagnostics if finding.severity == "info"}
    assert notes
    few, many = (WRITERS[form].write(report, lang, every=every) for every in (False, True))
    message = next(finding for finding in report.diagnostics if finding.severity == "info").message(lang)
    quoted = message.replace("`", "\\`") if form == "md" else message
    assert quoted in many
    assert (quoted in few) == WRITERS[form].whole


_NAMES = re.compile(r"\{(\w+)")


def finding(code: str, line: int) -> Diagnostic:
    params = tuple((name, "x") for name in _NAMES.findall(MESSAGES[code].says.en + MESSAGES[code].tip.en))
    made = replace(diagnostic(code, ("activities", f"a{line}")), params=params)
    return made.with_place("f.yaml", Place(line, 1, line, 2))


def test_github_shows_ten_of_a_kind_and_says_how_many_more_there_are() -> None:
    by_severity = {severity: next(code for code in sorted(MESSAGES) if MESSAGES[code].severity == severity) for severity in GRAVITY}
    many = tuple(finding(by_severity[severity], line) for line in range(1, 16) for severity in GRAVITY)
    lines = WRITERS["github"].write(ValidationReport(("f.yaml",), many), "en", every=False).splitlines()
    assert [line.partition(" ")[0] for line in lines[:-2]] == ["::error"] * MOST + ["::warning"] * MOST
    assert lines[-2:] == ["10 more are not shown here.", "1 file: 15 errors, 15 warnings, 15 notes"]


@given(st.text(), st.sampled_from(sorted(set(WRITERS) - {"json", "gitlab", "sarif"})))
def test_no_line_of_a_file_commands_the_runner_that_shows_it(name: str, form: str) -> None:
    made = diagnostic("VK101", (name,), key=name, likely="", known=name)
    report = ValidationReport((name,), (Diagnostic(**{**_fields(made), "file": name or None, "related": (Location(file=name),)}),))
    lines = WRITERS[form].write(report, "nb", every=True).splitlines()
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert len(commands) == (form == "github")
    assert not any("##[" in line for line in lines)


def _fields(made: Diagnostic) -> dict[str, Any]:
    return {name: getattr(made, name) for name in ("code", "severity", "path", "params")}


def test_the_name_of_a_file_may_be_no_text() -> None:
    assert uri(os.fsdecode(b"piloter/h\xe5.yaml")) == "piloter/h%E5.yaml"


def test_advice_that_several_have_stands_once_below() -> None:
    several = tuple(replace(diagnostic("VK801"), file=f"{name}.yaml") for name in "abc")
    alone = diagnostic("VK101", key="x", known="y", likely="")
    table, *_ = ValidationReport((), (*several, alone)).document("en").tables()
    assert [row[-1] for row in table.rows] == ["", "", "", alone.tip("en")]
    assert table.notes == (f"Advice VK801: {several[0].tip('en')}",)
    table, *_ = ValidationReport((), several).document("en").tables()
    assert (table.headers, len(table.notes)) == (("Place", "Severity", "Code", "Message"), 1)
