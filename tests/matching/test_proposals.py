"""Entries that look alike by name: shown, never applied."""

from __future__ import annotations

import time
from typing import Any

import pytest

from virkningskjede.analysis.diff import diff
from virkningskjede.matching import match, proposals
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio


def model(model_id: str, **labels: str) -> LogicModel:
    activities = {name: {"label": label, "term": f"t-{model_id}"} for name, label in labels.items()}
    return LogicModel.model_validate({"id": model_id, "activities": activities})


def proposed_pairs(a: LogicModel, b: LogicModel) -> list[tuple[str, str, float]]:
    return [(proposal.a[1], proposal.b[1], round(proposal.likeness, 2)) for proposal in proposals(a, b, match(a, b))]


def test_the_likest_first_and_one_to_one() -> None:
    a = model("a", x="Faste møter med fastlegen", y="Møter med fastlegen", z="Kurs i mestring")
    b = model("b", p="Møter med fastlegene", q="Faste møter med fastlegen", r="Svømming")
    assert proposed_pairs(a, b) == [("x", "q", 1.0), ("y", "p", 0.92)]
    assert proposed_pairs(b, a) == [("q", "x", 1.0), ("p", "y", 0.92)]


@pytest.mark.parametrize(("one", "other", "proposed"), [("abcdef", "abcdefghi", True), ("abcdef", "abcdefghijk", False), ("", "", False)])
def test_names_must_share_half_of_their_runs_of_letters(one: str, other: str, proposed: bool) -> None:
    a, b = model("a", x=one or "?"), model("b", y=other or "!")
    assert bool(proposed_pairs(a, b)) is proposed


def test_a_proposal_is_never_applied() -> None:
    a, b = model("a", x="Faste møter"), model("b", x="Faste møter")
    result = diff(a, b)
    assert [(proposal.a, proposal.b) for proposal in result.proposals] == [(("activities", "x"), ("activities", "x"))]
    assert not result.comparable
    assert [(change.kind, change.path) for change in result.changes] == [("removed", "activities.x"), ("added", "activities.x")]


def test_only_within_one_section_and_not_what_has_a_partner() -> None:
    data: dict[str, Any] = {"label": "Faste møter"}
    a = LogicModel.model_validate({"id": "a", "activities": {"x": data}, "inputs": {"felles": {"label": "Penger"}}})
    b = LogicModel.model_validate({"id": "b", "outputs": {"y": data}, "inputs": {"felles": {"label": "Penger"}}})
    assert proposed_pairs(a, b) == []


def test_pilots_of_the_corpus(portfolio: Portfolio) -> None:
    result = diff(portfolio["bjerke"], portfolio["ha"], portfolio.project.vocabulary)
    assert (("outcomes", "tidlig-oversikt"), ("outcomes", "tidlig-oversikt")) in [(proposal.a, proposal.b) for proposal in result.proposals]


def test_a_thousand_names_are_not_held_each_against_each() -> None:
    words = ("kurs", "møte", "samtale", "plan", "brev")
    a = model("a", **{f"n{i}": f"{words[i % 5]} {i * 7919:x}" for i in range(3000)})
    b = model("b", **{f"m{i}": f"{words[i % 5]} {i * 7919 + 1:x}" for i in range(3000)})
    matching = match(a, b)
    started = time.process_time()
    proposals(a, b, matching)
    assert time.process_time() - started < 5
