"""Places in sources that there are not: the same is said of them wherever they are written."""

from __future__ import annotations

from typing import Any

import pytest

from virkningskjede.analysis.claims import read_claims
from virkningskjede.analysis.criteria import read_assessments
from virkningskjede.diagnostics import Diagnostic
from virkningskjede.model import LogicModel
from virkningskjede.model.values import LocatorText
from virkningskjede.project import Project, corpus, open_project, unknown, unknown_places, unknown_source
from virkningskjede.rules import RuleContext, check
from virkningskjede.yamlfile import parse

CODES = ("VK308", "VK309", "VK310", "VK405")

PLACES = [
    ("2.2.4:1", []),
    ("2.2.4:41", []),
    ("2.2.4:42", ["VK310"]),
    ("2.2.4:0", ["VK310"]),
    ("2.2.4:40-42", ["VK310"]),
    ("2.2.4:5-3", ["VK405"]),
    ("9.9:1", ["VK309"]),
    ("9.9:1, 2.2.4:99", ["VK309", "VK310"]),
    ("dps-nav#typer:1", []),
    ("dps-nav#2.2.4:1", ["VK309"]),
    ("ukjent#1:1", ["VK308"]),
    ("xu-2024#1:1", []),
]
"""Texts of places in the status report, and what is wrong with them. A work that is not divided into sentences can be cited anyhow."""


@pytest.fixture(scope="module")
def shared() -> Project:
    return open_project(corpus())


def codes(diagnostics: Any) -> list[str]:
    return sorted(diagnostic.code for diagnostic in diagnostics if diagnostic.code in CODES)


def of_model(text: str, shared: Project) -> list[Diagnostic]:
    model = LogicModel(id="m", source="statusrapport", inputs={"a": {"label": "A", "at": text}})
    return list(check(RuleContext(model, shared)))


def of_model_set_aside(text: str, shared: Project) -> list[Diagnostic]:
    return list(check(RuleContext(LogicModel(id="m", source="statusrapport", set_aside={text: "heading"}), shared)))


def of_assessments(text: str, shared: Project) -> list[Diagnostic]:
    assessment = f'a: {{at: "{text}", criteria: oslo-economics-2020, criterion: ledelsesforankret, model: ha, verdict: met}}'
    return _of_assessments(f"assessments: {{{assessment}}}", shared)


def of_assessments_set_aside(text: str, shared: Project) -> list[Diagnostic]:
    return _of_assessments(f'assessments: {{}}\nset_aside: {{"{text}": heading}}', shared)


def _of_assessments(body: str, shared: Project) -> list[Diagnostic]:
    head = "virkningskjede: 1\nkind: assessments\nid: f\ntitle: {nb: x, en: x}\nsource: statusrapport\n"
    return read_assessments(parse(f"{head}{body}\n".encode(), "f.yaml"), shared)[1]


def of_claims(text: str, shared: Project) -> list[Diagnostic]:
    reading = "{count: {over: {kind: pilot}, where: {node: {term: kurs}}, is: all}}"
    return _of_claims(f'claims: {{a: {{at: "{text}", statement: {{nb: x, en: x}}, silence: "no", reading: {reading}}}}}', shared)


def of_claims_unchecked(text: str, shared: Project) -> list[Diagnostic]:
    return _of_claims(f'unchecked: {{"{text}": {{reason: vague, statement: {{nb: x, en: x}}}}}}', shared)


def _of_claims(body: str, shared: Project) -> list[Diagnostic]:
    head = "virkningskjede: 1\nkind: claims\nid: f\ntitle: {nb: x, en: x}\nsource: statusrapport\n"
    return read_claims(parse(f"{head}{body}\n".encode(), "f.yaml"), shared)[1]


@pytest.mark.parametrize(("text", "expected"), PLACES)
@pytest.mark.parametrize(
    "of",
    [of_model, of_model_set_aside, of_assessments, of_assessments_set_aside, of_claims, of_claims_unchecked],
    ids=lambda of: of.__name__,
)
def test_the_same_is_said_wherever_a_place_is_written(of: Any, text: str, expected: list[str], shared: Project) -> None:
    assert codes(of(text, shared)) == expected


def test_what_is_the_key_of_its_place_is_told_of_as_a_key(shared: Project) -> None:
    for of, on in ((of_model_set_aside, "key"), (of_assessments_set_aside, "key"), (of_claims_unchecked, "key"), (of_claims, "value")):
        assert {diagnostic.on for diagnostic in of("9.9:1", shared) if diagnostic.code == "VK309"} == {on}


def test_nothing_is_said_without_anything_to_look_in() -> None:
    assert list(unknown_places(("at",), LocatorText("9:9, ukjent#1:1"), "r", Project())) == []
    assert list(unknown_source(("source",), "r", Project())) == []


def test_the_likely_name_is_told(shared: Project) -> None:
    (diagnostic,) = unknown_source(("source",), "statusraport", shared)
    assert diagnostic.message("en") == "The source `statusraport` is not in references.yaml; did you mean `statusrapport`?"
    assert list(unknown_source(("source",), None, shared)) == []


def test_a_name_is_told_of_at_each_of_its_places() -> None:
    named = [(("a",), "kors"), (("b",), "kurs"), (("c",), "kors")]
    diagnostics = list(unknown("VK302", named, {"kurs": 1}, on="key"))
    assert [(diagnostic.path, diagnostic.on) for diagnostic in diagnostics] == [(("a",), "key"), (("c",), "key")]
    assert len({diagnostic.params for diagnostic in diagnostics}) == 1
