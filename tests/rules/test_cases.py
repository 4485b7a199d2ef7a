"""The manual's own examples: each failing file gives its code at the places it says, each passing one does not."""

from __future__ import annotations

import importlib.resources
import re
from dataclasses import replace
from pathlib import Path

import pytest

from virkningskjede.analysis.claims import read_claims
from virkningskjede.analysis.criteria import read_assessments, read_set
from virkningskjede.diagnostics import Diagnostic, diagnostic
from virkningskjede.i18n import LANGS, MESSAGES
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import Sentence
from virkningskjede.project import ALONE, MODEL_KINDS, Project, build, header, kind_of, open_project, read_model, wrong_kind
from virkningskjede.rules import RuleContext, check, check_vocabulary
from virkningskjede.yamlfile import MAX_BYTES, MAX_DIAGNOSTICS, MAX_ENTRIES, parse, read

MANUAL = Path(str(importlib.resources.files("virkningskjede"))) / "manual"

WITHOUT_CASES = frozenset({"VK001", "VK003", "VK012", "VK015", "VK016", "VK143", "VK144", "VK145", "VK187", "VK313", "VK407"})
"""Codes of bytes, sizes, missing files, several files and drafts: a small YAML file cannot show them; tested below, or in drafting."""

WITHOUT_ROOT = frozenset({"VK314"})
"""Codes whose failing case is read as a model that has no root."""

OF_TABLES = frozenset(f"VK{number:03}" for number in range(31, 42))
"""Codes of tables that are read in: a YAML file cannot show them; each is tested in tests/tables."""

MISNAMED = frozenset({"VK127"})
"""Codes whose failing case is a criteria set in a file of another name."""

SHARED = open_project(MANUAL / "root")

CASES = sorted(set(MESSAGES) - WITHOUT_CASES - OF_TABLES)

_PLACE = re.compile(r"(\d+):(\d+)")


_SENTENCE = re.compile(r"^# \[(\S+):(\d+)\] (.+)$", re.MULTILINE)


def sentences_of(path: Path) -> dict[Sentence, str]:
    """The sentences of its source that a case carries in its comments, for the rules that read them."""
    found = _SENTENCE.findall(path.read_text("utf-8"))
    return {Sentence.of("prosjektrapport", section, int(number)): text for section, number, text in found}


def findings(path: Path, shared: Project = SHARED) -> list[Diagnostic]:
    """Everything that is said of one file."""
    yaml_file = parse(path.read_bytes(), "kriterier.yaml")
    kind = kind_of(yaml_file)
    if kind == "criteria":
        named = (
            yaml_file
            if path.parent.name in MISNAMED and path.stem == "fail"
            else replace(yaml_file, name=f"{(yaml_file.values or {})['id']}.yaml")
        )
        return [*yaml_file.diagnostics, *named.locate(read_set(named, shared)[1])]
    if kind == "assessments":
        named = replace(yaml_file, name=f"{(yaml_file.values or {})['id']}.yaml")
        return [*yaml_file.diagnostics, *named.locate(read_assessments(named, shared)[1])]
    if kind == "claims":
        named = replace(yaml_file, name=f"{(yaml_file.values or {})['id']}.yaml")
        return [*yaml_file.diagnostics, *named.locate(read_claims(named, shared)[1])]
    if kind == "vocabulary":
        vocabulary, wrong = build(Vocabulary, yaml_file.values or {})
        broken = [*header(yaml_file), *wrong, *(check_vocabulary(vocabulary) if vocabulary else ())]
        return [*yaml_file.diagnostics, *yaml_file.locate(broken)]
    if kind is not None and kind not in MODEL_KINDS:
        return [*yaml_file.diagnostics, *yaml_file.locate([wrong_kind(yaml_file, MODEL_KINDS)])]
    file = read_model(yaml_file)
    wrong = list(check(RuleContext(file.model, shared, text=sentences_of(path)))) if file.model else []
    return [*file.diagnostics, *yaml_file.locate(wrong)]


def places(diagnostics: list[Diagnostic], code: str) -> list[tuple[int, int]]:
    return sorted(
        (diagnostic.place.line, diagnostic.place.column) for diagnostic in diagnostics if diagnostic.code == code and diagnostic.place
    )


def test_shared_files_of_the_manual_are_well_made() -> None:
    assert SHARED.diagnostics == ()
    assert SHARED.vocabulary is not None
    assert check_vocabulary(SHARED.vocabulary) == ()
    assert [
        diagnostic.code
        for template in SHARED.templates.values()
        for diagnostic in check(RuleContext(template, SHARED))
        if diagnostic.severity != "info"
    ] == []


@pytest.mark.parametrize("code", CASES)
def test_failing_case(code: str) -> None:
    path = MANUAL / code / "fail.yaml"
    first = path.read_text("utf-8").partition("\n")[0]
    expected = sorted((int(line), int(column)) for line, column in _PLACE.findall(first))
    diagnostics = findings(path, ALONE if code in WITHOUT_ROOT else SHARED)
    assert first.startswith("# expect: ")
    assert expected
    assert places(diagnostics, code) == expected, [(diagnostic.code, diagnostic.place) for diagnostic in diagnostics]


@pytest.mark.parametrize("code", CASES)
def test_passing_case(code: str) -> None:
    diagnostics = findings(MANUAL / code / "pass.yaml")
    assert [diagnostic.message("en") for diagnostic in diagnostics if diagnostic.severity != "info" or diagnostic.code == code] == []


@pytest.mark.parametrize("code", CASES)
def test_every_message_can_be_said(code: str) -> None:
    for breach in findings(MANUAL / code / "fail.yaml", ALONE if code in WITHOUT_ROOT else SHARED):
        for lang in LANGS:
            assert "{" not in breach.message(lang) or "{" in str(breach.params)
            assert breach.tip(lang)


def test_what_a_small_file_cannot_show(tmp_path: Path) -> None:
    broken = parse("id: m\ntitle: blåbær".encode("latin-1"), "x")
    assert [
        (diagnostic.code, diagnostic.place and (diagnostic.place.line, diagnostic.place.column)) for diagnostic in broken.diagnostics
    ] == [("VK001", (2, 10))]
    assert [diagnostic.code for diagnostic in parse(b" " * (MAX_BYTES + 1), "x").diagnostics] == ["VK003"]
    assert [diagnostic.code for diagnostic in read(tmp_path / "none.yaml", "none.yaml").diagnostics] == ["VK012"]
    assert [diagnostic.code for diagnostic in parse(b"\n" * (MAX_ENTRIES + 1), "x").diagnostics] == ["VK016"]
    many = parse(b"", "x").locate([diagnostic("VK803", ("id",))] * (MAX_DIAGNOSTICS + 3))
    assert [diagnostic.code for diagnostic in many[MAX_DIAGNOSTICS:]] == ["VK015"]
    assert dict(many[-1].params)["count"] == "3"
