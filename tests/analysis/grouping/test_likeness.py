"""Laws of likeness, and the real pilots."""

from __future__ import annotations

import math
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.analysis.compare import load_comparison
from virkningskjede.analysis.grouping import WAYS, WEIGHTS, jaccard, similarity
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel
from virkningskjede.model.values import Status
from virkningskjede.project import Portfolio

from .conftest import model

TERMS = st.lists(st.sampled_from("pqrst"), max_size=5, unique=True)
STATUSES: list[Status | None] = [None, "considered", "needed", "planned", "started", "in_use", "completed", "dropped"]


@st.composite
def portfolios(draw: st.DrawFn) -> list[LogicModel]:
    result = []
    for number in range(draw(st.integers(2, 5))):
        nodes = {
            f"n{place}": {"label": "N", "term": draw(TERMS), "status": draw(st.sampled_from(STATUSES)), "leads_to": [f"n{place + 1}"]}
            for place in range(draw(st.integers(0, 3)))
        }
        aims = {f"n{len(nodes)}": {"label": "O", "level": "user", "term": draw(TERMS)}}
        result.append(LogicModel.model_validate({"id": f"m{number}", "activities": nodes, "outcomes": aims}))
    return result


@given(portfolios(), st.sampled_from(sorted(WAYS)), st.randoms())
def test_the_laws(models: list[LogicModel], by: str, random: object) -> None:
    likeness = similarity(models, by)
    names = [one_model.id for one_model in models]
    for a, b in combinations_with_replacement(names, 2):
        value = likeness.value(a, b)
        assert likeness.value(b, a) == value
        assert value is None if {a, b} & likeness.empty else value is not None and 0 <= value <= 1 and (a != b or value == 1)
    random.shuffle(models)  # type: ignore[attr-defined]
    turned = similarity(models, by)
    assert turned.values == likeness.values


@given(portfolios(), st.sampled_from(sorted(WAYS)))
def test_a_copy_is_the_same(models: list[LogicModel], by: str) -> None:
    copy = models[0].model_copy(update={"id": "copy"})
    likeness = similarity([*models, copy], by)
    assert likeness.value("copy", models[0].id) == (None if "copy" in likeness.empty else 1)


def test_the_formulas() -> None:
    assert similarity([model("a", "p", "q"), model("b", "q", "r")], "terms").value("a", "b") == 1 / 3
    assert jaccard(set(), set()) is None
    assert jaccard({("x",)}, set()) == 0
    one = model(
        "a", activities={"p": {"label": "P", "term": "p", "status": "in_use"}, "q": {"label": "Q", "term": "q", "status": "planned"}}
    )
    other = model("b", activities={"p": {"label": "P", "term": "p", "status": "planned"}})
    # The lesser weights over the greater: (2 + 0) / (4 + 2).
    assert similarity([one, other], "status").value("a", "b") == 2 / 6


def test_what_has_nothing_is_neither_like_nor_unlike() -> None:
    likeness = similarity([model("a", "p"), model("b"), model("c", "p"), model("d")], "terms")
    assert likeness.empty == {"b", "d"}
    assert [likeness.value("b", other) for other in "abcd"] == [None] * 4
    assert likeness.value("a", "c") == 1
    frame = likeness.to_frame()
    assert math.isnan(frame.loc["b", "d"]) and math.isnan(frame.loc["a", "b"]) and frame.loc["a", "a"] == 1


def test_the_further_a_thing_has_come_the_more_it_weighs() -> None:
    weights = [WEIGHTS[status] for status in ("dropped", "considered", "planned", "started", "in_use")]
    assert weights == sorted(set(weights))
    assert (WEIGHTS["needed"], WEIGHTS["completed"], WEIGHTS[None]) == (WEIGHTS["planned"], WEIGHTS["in_use"], WEIGHTS["considered"])


def test_the_pilots(pilots: Portfolio) -> None:
    likeness = similarity(pilots, load_comparison("tiltak", pilots.project), pilots.project)
    assert likeness.value("bjerke", "fredrikstad") == 4 / 6
    assert likeness.value("bjerke", "lillestrom") == 1 / 7
    assert repr(likeness) == "Similarity(tiltak: 9 models)"
    frame = likeness.to_frame()
    assert list(frame.index) == list(frame.columns) == list(pilots)
    assert frame.loc["tromso", "nesodden"] == frame.loc["nesodden", "tromso"] == 4 / 6


def test_misuse(pilots: Portfolio) -> None:
    with pytest.raises(UsageError, match="`termer` is not one of the choices"):
        similarity(pilots, "termer")
    with pytest.raises(UsageError, match="same id"):
        similarity([pilots["ha"], pilots["ha"]], "terms")
    with pytest.raises(UsageError, match="no model oslo here"):
        similarity(pilots, "terms").value("ha", "oslo")
