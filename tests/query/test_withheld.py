"""What rests on withheld sections alone does not exist for any question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from virkningskjede.model import LogicModel, parts_of
from virkningskjede.model.values import sentences
from virkningskjede.project import corpus, load_portfolio, open_project
from virkningskjede.query import Condition, QueryContext, evaluate
from virkningskjede.query.withheld import withhold

KNOWN = open_project(Path(__file__).parent / "root")

PIECE: dict[str, Any] = {
    "id": "m",
    "source": "r",
    "follows": "mal",
    "dose": {"period": {"max": 12, "unit": "week"}, "at": "4.1.2:1"},
    "target_group": {"t": {"traits": ["motivert"], "at": "4.1.2:2"}},
    "recruitment": {"refer": ["lege"], "at": "4.1.2:3"},
    "activities": {
        "a": {
            "label": "A",
            "term": "mote",
            "at": ["4.1.2:4", "2:5"],
            "dose": {"sessions": {"value": 3, "unit": "time"}, "at": "4.1.2:5"},
            "leads_to": [
                {"to": "b", "at": "4.1.2:6"},
                {"to": "c", "evidence": [{"finding": "supports", "at": "4.1.2:6"}, {"finding": "mixed", "at": "3:1"}]},
            ],
        },
        "b": {"label": "B", "term": "kurs", "at": "4.1.2:7", "or": ["absent"]},
        "c": {"label": "C", "term": "plan", "or": [{"term": "kurs", "at": "4.1.2:8"}]},
    },
    "open_questions": {"q": {"label": "Q", "about": ["a"], "at": "4.1.2:9"}},
    "results": {"n": {"indicator": "antall", "value": 3, "at": "4.1.2:10"}},
}
TEMPLATE = {"id": "mal", "source": "r", "target_group": {"s": {"traits": ["motivert"], "at": "4.1.2:11"}}}

MODEL, MAL = LogicModel.model_validate(PIECE), LogicModel.model_validate(TEMPLATE)


@pytest.mark.parametrize(
    ("question", "with_all", "with_less"),
    [
        ({"node": {"term": "mote"}}, "yes", "yes"),
        ({"node": {"term": "mote", "dose": {"sessions": {"min": 2, "unit": "time"}}}}, "yes", "silent"),
        ({"node": {"term": "kurs"}}, "yes", "silent"),
        ({"node": {"term": "plan"}}, "yes", "yes"),
        ({"arrow": {"from": {"term": "mote"}, "to": {"term": "kurs"}}}, "yes", "silent"),
        ({"arrow": {"from": {"term": "mote"}, "evidence": "supports"}}, "yes", "silent"),
        ({"arrow": {"from": {"term": "mote"}, "evidence": "mixed"}}, "yes", "yes"),
        ({"target": {"traits": "motivert"}}, "yes", "silent"),
        ({"recruitment": {"refer": "lege"}}, "yes", "silent"),
        ({"whole": {"dose": {"period": {"max": 12, "unit": "week"}}}}, "yes", "silent"),
        ({"open": {"about": {"term": "mote"}}}, "yes", "silent"),
        ({"result": {"indicator": "antall"}}, "yes", "silent"),
    ],
)
def test_each_kind_of_question(question: dict[str, Any], with_all: str, with_less: str) -> None:
    condition = Condition.model_validate(question)
    assert evaluate(condition, QueryContext(MODEL, KNOWN.vocabulary, MAL)).coded == with_all
    less = evaluate(condition, QueryContext(MODEL, KNOWN.vocabulary, MAL, without=frozenset({"r#4.1.2"})))
    assert less.coded == with_less
    assert less.possible == {with_less}
    assert all("4.1.2" not in place for ground in less.grounds for place in ground.at)


@pytest.mark.parametrize(
    ("section", "left"),
    [("r#4", ["a", "c"]), ("r#4.1", ["a", "c"]), ("r#4.1.2", ["a", "c"]), ("r#4.1.20", ["a", "b", "c"]), ("s#4.1.2", ["a", "b", "c"])],
)
def test_a_section_has_its_subsections_in_it(section: str, left: list[str]) -> None:
    assert list(withhold(MODEL, {section}).nodes) == left


@pytest.mark.parametrize(
    ("named", "left"),
    [
        ("r#4.1.2:7", ["a", "c"]),
        ("r#4.1.2:6-8", ["a", "c"]),
        ("r#4.1.2:4,7", ["a", "c"]),
        ("r#4.1:7", ["a", "b", "c"]),
        ("s#4.1.2:7", ["a", "b", "c"]),
    ],
)
def test_sentences_are_withheld_one_by_one(named: str, left: list[str]) -> None:
    assert list(withhold(MODEL, {named}).nodes) == left


def test_what_loses_nothing_is_the_same_value() -> None:
    assert withhold(MODEL, ()) is MODEL
    assert withhold(MODEL, {"r#9"}) is MODEL


def places(model: LogicModel) -> set[str]:
    return {place for _, part in parts_of(model) for place in sentences(getattr(part, "at", ()), model.source)}


@pytest.mark.parametrize("model", load_portfolio(corpus() / "pilots").values(), ids=lambda model: model.id)
def test_no_place_in_a_withheld_section_is_left_in_a_pilot(model: LogicModel) -> None:
    sections = {place.rpartition(":")[0] for place in places(model)}
    for section in sections:
        left = withhold(model, {section})
        outside = {place for place in places(model) if not f"{place.rpartition(':')[0]}.".startswith(f"{section}.")}
        assert places(left) <= outside
        assert bool(left.nodes) == bool(outside)
        assert withhold(left, {section}) is left
