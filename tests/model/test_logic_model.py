"""The logic model: frozen, hashable, equal when it says the same, and typed through and through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx
import pytest
from pydantic import BaseModel, ValidationError

from virkningskjede.model import Activity, Input, Link, LogicModel, Outcome, Patch
from virkningskjede.model.values import STAGES, Frozen
from virkningskjede.project import Portfolio


def small() -> LogicModel:
    return LogicModel.model_validate(
        {
            "id": "m",
            "inputs": {"penger": {"label": "Penger", "leads_to": ["kurs"]}},
            "activities": {
                "kurs": {
                    "label": "Kurs",
                    "term": "kurs",
                    "who": ["nav"],
                    "leads_to": [{"to": "mestring", "at": "1:2", "or": ["absent"]}],
                    "or": [{"status": "considered", "note": "Kan være et forslag"}, "absent"],
                }
            },
            "outcomes": {"mestring": {"label": "Mestring", "level": "user"}},
        }
    )


def every_value(value: Any) -> list[Any]:
    values = [value]
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            values += every_value(getattr(value, name))
    elif isinstance(value, Mapping):
        for content in value.values():
            values += every_value(content)
    elif isinstance(value, tuple):
        for item in value:
            values += every_value(item)
    return values


def test_nothing_in_a_real_model_can_be_changed(portfolio: Portfolio) -> None:
    for value in every_value(portfolio["nesodden"]):
        assert not isinstance(value, list | dict | set | bytearray), value
        if isinstance(value, Frozen):
            with pytest.raises(ValidationError):
                setattr(value, next(iter(type(value).model_fields)), None)
        elif isinstance(value, Mapping):
            with pytest.raises(TypeError):
                value["x"] = 1  # type: ignore[index]
            with pytest.raises(AttributeError):
                value._items = {}  # type: ignore[attr-defined]


def test_models_can_be_hashed_and_found_again(portfolio: Portfolio) -> None:
    assert len({*portfolio.values(), *portfolio.values()}) == len(portfolio)
    for model in portfolio.values():
        assert hash(model) == hash(model.model_copy(deep=True))
        assert model == model.model_copy(deep=True)


def test_a_model_is_plain_data_to_pydantic_too(portfolio: Portfolio) -> None:
    for model in portfolio.values():
        plain = model.model_dump()
        assert [*plain["inputs"]] == [*model.inputs]
        assert all(entry == model.inputs[name].model_dump() for name, entry in plain["inputs"].items())


def test_short_forms_mean_their_long_forms() -> None:
    model = small()
    assert model.inputs["penger"].leads_to == (Link(source="penger", to="kurs"),)
    assert model.activities["kurs"].term == ("kurs",)
    assert model.activities["kurs"].who is not None
    assert model.activities["kurs"].who.takes_part == {"nav"}
    assert [link.ends for link in model.links()] == [("penger", "kurs"), ("kurs", "mestring")]
    assert [link.stated for link in model.links()] == [False, True]


def test_readings_are_what_another_coder_could_write() -> None:
    kurs = small().activities["kurs"]
    as_coded, considered, absent = kurs.readings()
    assert as_coded is kurs
    assert considered is not None
    assert considered.status == "considered"
    assert considered.model_copy(update={"status": None}) == kurs
    assert absent is None
    assert kurs.or_[0].changes == {"status": "considered"}
    assert kurs.leads_to[0].or_ == (Patch(absent=True),)


def test_a_reading_has_only_the_keys_of_its_host() -> None:
    with pytest.raises(ValidationError) as caught:
        Input.model_validate({"id": "a", "label": "A", "or": [{"level": "user"}]})
    assert [error["type"] for error in caught.value.errors()] == ["VK115"]


def test_the_graph_holds_the_typed_values_and_is_frozen() -> None:
    model = small()
    graph = model.graph
    assert list(graph) == ["penger", "kurs", "mestring"]
    assert graph.nodes["kurs"]["node"] is model.activities["kurs"]
    assert graph.nodes["kurs"]["stage"] == "activities"
    assert graph.edges["kurs", "mestring"]["link"] is model.activities["kurs"].leads_to[0]
    with pytest.raises(nx.NetworkXError):
        graph.add_node("ny")


def test_real_graphs_have_every_node_and_arrow(portfolio: Portfolio) -> None:
    for model in portfolio.values():
        graph = model.graph
        assert set(graph) == {name for stage in STAGES for name in getattr(model, stage)}
        assert set(graph.edges) == {link.ends for link in model.links()}


def test_typed_values_can_be_given_instead_of_mappings() -> None:
    given = LogicModel(
        id="m",
        activities={"kurs": Activity(id="kurs", label="Kurs", leads_to=(Link(source="kurs", to="ro"),))},
        outcomes={"ro": Outcome(id="ro", label="Ro", level="user")},
    )
    assert given.nodes["kurs"].leads_to[0].to == "ro"
    with pytest.raises(ValidationError):
        LogicModel(id="m", activities={"annet": Activity(id="kurs", label="Kurs")})


def test_order_of_keys_is_not_part_of_what_a_model_says() -> None:
    one = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A"}, "b": {"label": "B"}}})
    other = LogicModel.model_validate({"inputs": {"b": {"label": "B"}, "a": {"label": "A"}}, "id": "m"})
    assert one == other
    assert hash(one) == hash(other)
