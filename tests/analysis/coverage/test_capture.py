"""Sentences that promise more than what rests on them has room for."""

from __future__ import annotations

from typing import Any

import pytest

from virkningskjede.analysis.coverage import coverage, hardly_captured, read_copy, signs
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Segments
from virkningskjede.project import Project


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nav skal møte RPH.", ("skal",)),
        ("Det er 30 brukere.", ("numeral",)),
        ("Tre leger er med.", ("numeral",)),
        ("Dersom det trengs, kan bruker ringe.", ("kan", "dersom")),
        ("De lærer ved å spørre.", ("ved å",)),
        ("Det er ikke avklart.", ("ikke",)),
        ("Kanskje tenkte de ved åpningen på skallet, ikkje.", ()),
    ],
)
def test_signs(text: str, expected: tuple[str, ...]) -> None:
    assert signs(text) == expected


def places(model: LogicModel, text: str, shared: Project, segments: Segments) -> list[tuple[str, int]]:
    copy = read_copy(text, segments)
    return [(captured.section.section, captured.sentence.number) for captured in hardly_captured(coverage(model, shared), copy)]


@pytest.mark.parametrize(
    ("sections", "hardly"),
    [
        ({"activities": {"a": {"label": "A", "at": "1.1:1"}}}, True),
        ({"activities": {"a": {"label": "A", "at": "1.1:1", "note": "Viktig", "who": ["nav"]}}}, True),
        ({"activities": {"a": {"label": "A", "at": "1.1:1", "status": "planned"}}}, False),
        ({"activities": {"a": {"label": "A", "at": "1.1:1", "when": ["need"]}}}, False),
        ({"activities": {"a": {"label": "A", "at": "1.1:1", "dose": {"frequency": {"words": "ofte"}}}}}, False),
        ({"activities": {"a": {"label": "A", "at": "1.1:3", "leads_to": [{"to": "b", "at": "1.1:1"}]}, "b": {"label": "B"}}}, False),
        ({"activities": {"a": {"label": "A", "at": "1.1:1", "leads_to": ["b"]}, "b": {"label": "B"}}}, True),
        ({"outcomes": {"a": {"label": "A", "level": "user", "at": "1.1:1", "cause": "whole"}}}, False),
        ({"target_group": {"a": {"denies": {"traits": ["x"]}, "at": "1.1:1"}}}, False),
        ({"target_group": {"a": {"age": {"below": 30, "unit": "year"}, "at": "1.1:1"}}}, False),
        ({"target_group": {"a": {"traits": ["x"], "at": "1.1:1"}}}, True),
        ({"open_questions": {"a": {"label": "A", "at": "1.1:1"}}}, False),
        ({"assumptions": {"a": {"label": "A", "at": "1.1:1"}}}, True),
    ],
)
def test_what_captures_a_sentence(sections: dict[str, Any], hardly: bool, numbered: str, shared: Project, segments: Segments) -> None:
    model = LogicModel(id="m", source="bok", **sections)
    assert (("1.1", 1) in places(model, numbered, shared, segments)) is hardly


def test_only_cited_sentences_that_agree_with_the_segments(numbered: str, shared: Project, segments: Segments) -> None:
    model = LogicModel(
        id="m", source="bok", inputs={"a": {"label": "A", "at": "1:1"}, "b": {"label": "B", "at": "1.1:2-3"}}, set_aside={"1.1:4": "method"}
    )
    assert places(model, numbered, shared, segments) == [("1", 1), ("1.1", 2)]
    assert places(model, numbered.replace("to kaféer", "20 kaféer"), shared, segments) == [("1.1", 2)]
    assert places(model, "", shared, segments) == []
