"""How much is count of a model: work is counted here, and not timed."""

from __future__ import annotations

from collections import Counter

import pytest

from virkningskjede.model import LogicModel
from virkningskjede.query import Condition, QueryContext, evaluate
from virkningskjede.query.answer import FieldFit
from virkningskjede.query.facts import Facts, Pointed
from virkningskjede.query.nodes import _NodeTest

MODEL = LogicModel(
    id="m",
    activities={name: {"label": name, "term": "kurs" if name == "a" else "samtale", "leads_to": ["mestring"]} for name in "abcdefgh"},
    outcomes={"mestring": {"label": "Mestring", "term": "mestring", "level": "user"}},
)


def arrow(to: str) -> dict[str, object]:
    return {"arrow": {"from": {"term": "kurs"}, "to": {"term": to}}}


def test_only_the_nodes_that_a_question_is_about_are_count_and_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    count: Counter[str] = Counter()
    fits = _NodeTest._fits

    def counting(test: _NodeTest, facts: Facts | None, place: int) -> tuple[tuple[FieldFit | None, ...], Pointed]:
        if facts is not None:
            count[facts.term[0]] += 1
        return fits(test, facts, place)

    monkeypatch.setattr(_NodeTest, "_fits", counting)
    condition = Condition.model_validate({"all": [arrow("mestring"), arrow("arbeid"), {"node": {"term": "kurs"}}]})
    assert evaluate(condition, QueryContext(MODEL)).coded == "silent"
    assert count == {"kurs": 1, "mestring": 1}
