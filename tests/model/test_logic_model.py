"""The logic model: frozen, hashable, equal when it says the same, and typed through and through."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import networkx as nx
import pytest
from pydantic import BaseModel

from virkningskjede.diagnostics import InvalidModel, path_text
from virkningskjede.errors import UsageError
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
            with pytest.raises(AttributeError, match="cannot be changed"):
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


def test_what_is_public_is_validated_or_says_what_to_use_instead() -> None:
    kurs = small().activities["kurs"]
    with pytest.raises(InvalidModel) as caught:
        small().model_copy(update={"actvities": {}})
    assert [(wrong.code, wrong.path) for wrong in caught.value.diagnostics] == [("VK101", ("actvities",))]
    assert small().model_copy(update={"activities": {}}).nodes.keys() == {"penger", "mestring"}
    calls: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: LogicModel.model_construct(id="a b"), r"LogicModel\(\.\.\.\)"),
        (lambda: kurs.copy(update={"id": 3}), "model_copy"),
        (kurs.model_dump, "virkningskjede.dump"),
        (small().model_dump_json, "virkningskjede.dump"),
        (Activity.model_json_schema, "virkningskjede.schema.schema"),
    )
    for call, instead in calls:
        with pytest.raises(UsageError, match=f"use {instead}$"):
            call()


def test_every_value_of_a_real_model_is_a_value_when_a_field_is_given_again(portfolio: Portfolio) -> None:
    for value in every_value(portfolio["nesodden"]):
        if isinstance(value, Frozen) and value.model_fields_set:
            name = min(value.model_fields_set)
            assert value.model_copy(update={name: getattr(value, name)}) == value


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        (Activity, {"label": "A"}, [("VK102", "", "id")]),
        (Activity, {"id": "a b", "label": "A"}, [("VK107", "id", None)]),
        (Activity, {"id": "a", "labl": "A"}, [("VK101", "labl", "labl")]),
        (Activity, {"id": "a", "label": "A", "leads_to": [{"to": "b"}, {"to": "b c"}]}, [("VK107", "leads_to.b c.to", None)]),
        (Outcome, {"id": "a", "label": "A", "level": "usr"}, [("VK106", "level", None)]),
        (Link, {"source": "a b", "to": "b"}, [("VK107", "source", None)]),
        (LogicModel, {}, [("VK102", "", "id")]),
        (LogicModel, {"id": "m", "activities": {"a": Activity(id="b", label="B")}}, [("VK107", "activities", None)]),
        (
            LogicModel,
            {"id": 3, "inputs": {"a": {"label": ["A"]}, "b": {}}},
            [("VK103", "id", None), ("VK103", "inputs.a.label", None), ("VK102", "inputs.b", "label")],
        ),
    ],
)
def test_what_makes_no_value_has_the_diagnostics_of_a_file(
    kind: type[Frozen], values: dict[str, Any], expected: list[tuple[str, str, str | None]]
) -> None:
    for make in (partial(kind, **values), partial(kind.model_validate, values)):
        with pytest.raises(InvalidModel) as caught:
            make()
        told = caught.value.diagnostics
        assert sorted((wrong.code, path_text(wrong.path), dict(wrong.params).get("key")) for wrong in told) == sorted(expected)
        assert all(wrong.message("nb") and wrong.tip("en") for wrong in told)
        assert caught.value.__cause__ is None


@pytest.mark.parametrize(("given", "kind"), [(3, "int"), (None, "nothing"), ("kurs", "text"), ([], "a list")])
def test_what_is_no_mapping_makes_no_model(given: object, kind: str) -> None:
    with pytest.raises(InvalidModel) as caught:
        LogicModel.model_validate(given)
    (wrong,) = caught.value.diagnostics
    assert (wrong.code, wrong.message("en")) == ("VK103", f"Expected keys with values here, but found {kind}")


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
    with pytest.raises(InvalidModel) as caught:
        Input.model_validate({"id": "a", "label": "A", "or": [{"level": "user"}]})
    assert [wrong.code for wrong in caught.value.diagnostics] == ["VK115"]


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
    with pytest.raises(InvalidModel):
        LogicModel(id="m", activities={"annet": Activity(id="kurs", label="Kurs")})


def test_order_of_keys_is_not_part_of_what_a_model_says() -> None:
    one = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A"}, "b": {"label": "B"}}})
    other = LogicModel.model_validate({"inputs": {"b": {"label": "B"}, "a": {"label": "A"}}, "id": "m"})
    assert one == other
    assert hash(one) == hash(other)
