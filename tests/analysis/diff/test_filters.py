"""Choosing among changes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

from virkningskjede.analysis.diff import Change, diff
from virkningskjede.analysis.diff.filters import at_least, below, of_element, of_kind
from virkningskjede.model import LogicModel

OLD = LogicModel.model_validate(
    {
        "id": "m",
        "activities": {
            "kurs": {"label": "Kurs", "status": "planned", "who": {"do": ["nav"]}, "leads_to": ["ro"]},
            "app": {"label": "App", "note": "Uklart"},
        },
        "outcomes": {"ro": {"label": "Ro", "level": "user"}, "jobb": {"label": "Jobb", "level": "user"}},
    }
)
NEW = LogicModel.model_validate(
    {
        "id": "m",
        "activities": {
            "kurs": {"label": "Kurset", "status": "in_use", "who": {"do": ["lege"]}, "leads_to": ["jobb"]},
            "brev": {"label": "Brev"},
        },
        "outcomes": {"ro": {"label": "Ro", "level": "user"}, "jobb": {"label": "Jobb", "level": "society"}},
    }
)
CHANGES = diff(OLD, NEW).changes


def paths(changes: tuple[Change, ...]) -> list[str]:
    return [change.path for change in changes]


def test_by_weight() -> None:
    assert at_least("cosmetic", CHANGES) == CHANGES
    assert [change.path for change in CHANGES if change not in at_least("content", CHANGES)] == ["activities.kurs.label"]
    assert paths(at_least("logic", CHANGES)) == [
        "activities.app",
        "activities.brev",
        "activities.kurs.leads_to.ro",
        "outcomes.jobb.level",
    ]


def test_by_kind_and_element() -> None:
    assert paths(of_kind(["progressed", "retargeted"], CHANGES)) == ["activities.kurs.leads_to.ro", "activities.kurs.status"]
    assert paths(of_element(["link"], CHANGES)) == ["activities.kurs.leads_to.ro"]
    assert paths(of_element(["node"], CHANGES)) == ["activities.app", "activities.brev"]


def test_by_path_in_either_model() -> None:
    assert paths(below(["outcomes"], CHANGES)) == ["outcomes.jobb.level"]
    assert paths(below(["activities.kurs.leads_to.jobb"], CHANGES)) == ["activities.kurs.leads_to.ro"]
    assert paths(below(["status", "who"], CHANGES)) == ["activities.kurs.status", "activities.kurs.who.do"]
    assert below(["activities.kur"], CHANGES) == ()
    assert below([], CHANGES) == ()


def test_filters_can_follow_one_another_in_any_order() -> None:
    steps: tuple[Callable[[tuple[Change, ...]], tuple[Change, ...]], ...] = (
        lambda changes: at_least("content", changes),
        lambda changes: of_element(["field"], changes),
        lambda changes: below(["activities"], changes),
    )
    result = set()
    for order in permutations(steps):
        left = CHANGES
        for step in order:
            left = step(left)
        result.add(tuple(paths(left)))
    assert result == {("activities.kurs.status", "activities.kurs.who.do")}


def test_a_diff_of_some_changes_is_the_same_diff_otherwise() -> None:
    whole = diff(OLD, NEW)
    some = whole.only(of_kind(["progressed"], whole.changes))
    assert paths(some.changes) == ["activities.kurs.status"]
    assert (some.models, some.matching, some.comparable) == (whole.models, whole.matching, True)
    assert some.summary["changes"] == 1
