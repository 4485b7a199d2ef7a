"""The chains between two ends in many models."""

from __future__ import annotations

import pytest

import virkningskjede as vk
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio

from ...reading import TEXTS, written


def model(name: str, *targets: str) -> LogicModel:
    outcomes = {to: {"label": to.title(), "level": "user", "term": f"term-{to}"} for to in ("ro", "mot")}
    kurs = {"label": "Kurs", "term": "kurs", "leads_to": list(targets)}
    return LogicModel.model_validate({"id": name, "title": name.title(), "activities": {"kurs": kurs}, "outcomes": outcomes})


EMPTY = LogicModel.model_validate({"id": "tom", "inputs": {"i": {"label": "I"}}})
FOUND = vk.paths([model("ask", "ro", "mot"), model("bjork", "mot"), EMPTY], "kurs", "term-ro")


def test_each_model_has_its_chains_or_none() -> None:
    assert [(chains.model.id, chains.count, chains.paths) for chains in FOUND.models] == [
        ("ask", 1, (("kurs", "ro"),)),
        ("bjork", 0, ()),
        ("tom", 0, ()),
    ]
    assert FOUND.of("tom").start.nodes == ()


def test_it_says_how_many_and_why_there_are_none() -> None:
    assert FOUND.to_text(lang="en", width=70) == (
        "Chains from “Kurs” to the term “term-ro” in 3 models\n"
        "====================================================\n\n"
        "Model   Chains\n"
        "--------------\n"
        "Ask     1\n"
        "Bjork   0\n"
        "tom     0\n\n"
        "Ask\n"
        "---\n\n"
        "One chain.\n\n"
        "1. Kurs\n"
        "  → Ro (inferred without a reason)\n\n"
        "Bjork\n"
        "-----\n\n"
        "No chain in the description leads there.\n\n"
        "tom\n"
        "---\n\n"
        "No node of the model has the term “kurs”.\n\n"
        "No node of the model has the term “term-ro”.\n"
    )


@pytest.mark.parametrize("form", [form for form in TEXTS if form not in ("csv", "json")])
def test_every_format_tells_of_every_model(form: str) -> None:
    text = written(form, FOUND.report(), "nb")
    assert all(name in text for name in ("Ask", "Bjork", "tom", "Ingen kjede i beskrivelsen leder dit."))


def test_rows_json_and_frame() -> None:
    assert [row[:4] for row in FOUND.report().listing("en").rows] == [("ask", "Ask", "1", "kurs")]
    assert [(chains["model"], chains["count"]) for chains in FOUND.report().plain()["models"]] == [("ask", 1), ("bjork", 0), ("tom", 0)]
    assert FOUND.to_frame()[["model", "source", "to"]].to_numpy().tolist() == [["ask", "kurs", "ro"]]


def test_a_name_that_no_model_has_is_answered() -> None:
    with pytest.raises(vk.UsageError, match="ask"):
        vk.paths([model("ask"), model("bjork")], "finnes-ikke")


def test_many_say_what_each_says_alone(portfolio: Portfolio) -> None:
    pilots = portfolio.where(kind="pilot")
    ends = ("samlokalisering", "user")
    together = vk.paths(pilots, *ends)
    assert {chains.model.id: chains.count for chains in together.models} == {name: vk.paths(pilots[name], *ends).count for name in pilots}
