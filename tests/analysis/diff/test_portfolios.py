"""Two portfolios held against each other: what came, what went, and what has changed in the rest."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import virkningskjede as vk
from virkningskjede.analysis.diff import diff_portfolios, filters
from virkningskjede.model import LogicModel
from virkningskjede.model.values import copy_with
from virkningskjede.project import Portfolio

from ...reading import TEXTS, written


def model(name: str, status: str = "planned", **more: Any) -> LogicModel:
    kurs = {"label": "Kurs", "status": status, "leads_to": [{"to": "ro"}]}
    tree = {"activities": {"kurs": kurs}, "outcomes": {"ro": {"label": "Mer ro", "level": "user"}}}
    return LogicModel.model_validate({"id": name, "title": f"{name.title()} – pilot", "kind": "pilot", **tree, **more})


BEFORE = [model("ask"), model("bjork"), model("gran")]
AFTER = [model("ask", "in_use"), model("bjork"), model("selje")]
RESULT = diff_portfolios(BEFORE, AFTER, names=("models@v1", "models"))


def test_every_model_has_a_fate() -> None:
    assert dict(RESULT.fates) == {"ask": "changed", "bjork": "same", "selje": "added", "gran": "removed"}
    assert dict(RESULT.summary) == {
        "added": 1,
        "removed": 1,
        "changed": 1,
        "same": 1,
        "changes": 1,
        "logic": 0,
        "content": 1,
        "cosmetic": 0,
    }
    assert RESULT.differs
    assert repr(RESULT) == "PortfolioDiff(models@v1 -> models: 1 changed, 1 same, 1 added, 1 removed)"
    assert not diff_portfolios(BEFORE, BEFORE).differs


def test_it_says_what_came_what_went_and_what_has_changed() -> None:
    assert RESULT.to_text(lang="en") == (
        "Changes in the models from models@v1 to models\n"
        "==============================================\n\n"
        "Models – new: 1, no longer there: 1, changed: 1, as before: 1.\n\n"
        "New models\n"
        "----------\n\n"
        "- Selje – pilot (pilot; 2 nodes, 1 arrow)\n\n"
        "Models that are no longer there\n"
        "-------------------------------\n\n"
        "- Gran – pilot (pilot; 2 nodes, 1 arrow)\n\n"
        "Ask – pilot\n"
        "-----------\n\n"
        "1 change: 1 in the content.\n\n"
        "Content\n\n"
        "- “Kurs”: status has come from planned to in use\n\n"
        "As before: Bjork – pilot.\n"
    )
    assert diff_portfolios(BEFORE, BEFORE).to_text(lang="nb").endswith("\n\nIngen forskjeller (3 modeller).\n")


@pytest.mark.parametrize("form", [form for form in TEXTS if form != "json"])
def test_every_format_tells_of_every_model(form: str) -> None:
    text = written(form, RESULT.report(), "nb")
    assert all(name in text for name in ("Selje", "Gran", "Ask"))
    assert "status har kommet fra planlagt til i bruk" in text


def test_the_keys_of_json_and_of_a_frame() -> None:
    data = RESULT.report().plain("en")
    assert {key: [each["model"] for each in data[key]] for key in ("added", "removed", "changed", "same")} == {
        "added": ["selje"],
        "removed": ["gran"],
        "changed": ["ask"],
        "same": ["bjork"],
    }
    (change,) = data["changed"][0]["changes"]
    assert (change["path"], change["sentence"]) == ("activities.kurs.status", "“Kurs”: status has come from planned to in use")
    assert (data["a"], data["b"], data["summary"]) == ("models@v1", "models", dict(RESULT.summary))
    frame = RESULT.to_frame("en")
    assert frame[["model", "fate"]].to_numpy().tolist() == [["selje", "added"], ["gran", "removed"], ["ask", "changed"]]
    assert list(diff_portfolios([], []).to_frame().columns) == list(frame.columns)


def test_a_frame_speaks_the_language_that_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIRKNINGSKJEDE_LANG", "en")
    assert list(RESULT.to_frame()["sentence"])[-1] == "“Kurs”: status has come from planned to in use"


def test_only_some_changes() -> None:
    logic = RESULT.only(lambda changes: filters.at_least("logic", changes))
    assert [each.b for each in logic.changed] == []
    assert logic.differs  # what came and went is told whatever is asked for
    assert "Without such changes: Ask – pilot, Bjork – pilot." in logic.to_text(lang="en")


def test_a_label_of_a_side_is_no_part_of_an_id() -> None:
    before, after = ([copy_with(each, {"id": f"{each.id}@{label}"}) for each in BEFORE] for label in ("2024", "2025"))
    assert dict(diff_portfolios(before, after).fates) == {"ask": "same", "bjork": "same", "gran": "same"}


NAMES = st.lists(st.sampled_from(["ask", "bjork", "gran", "selje"]), unique=True)


@given(NAMES, NAMES)
def test_the_order_of_models_decides_nothing_and_turned_about_it_is_the_mirror(ours: list[str], theirs: list[str]) -> None:
    a, b = [model(name) for name in ours], [model(name, "in_use") for name in theirs]
    there, back = diff_portfolios(a, b), diff_portfolios(b[::-1], a[::-1])
    assert (there.added, there.removed) == (back.removed, back.added)
    assert [each.b for each in there.changed] == sorted({*ours} & {*theirs}) == [each.b for each in back.changed]


def test_the_corpus_is_as_it_is(portfolio: Portfolio) -> None:
    assert not vk.diff(portfolio, portfolio).differs
    pilots, templates = portfolio.where(kind="pilot"), portfolio.where(kind="template")
    turned = vk.diff(pilots, templates)
    assert ({each.id for each in turned.removed}, {each.id for each in turned.added}) == (set(pilots), set(templates))
