"""Models that are changed in Python: validated, of the same project, and the one that is changed stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.diagnostics import InvalidModel
from virkningskjede.editing.references import references_in
from virkningskjede.errors import UsageError
from virkningskjede.model import Activity, Link, LogicModel
from virkningskjede.model.values import OWN
from virkningskjede.project import Portfolio, broken_names, dump, load_model, project_of

MODEL = load_model(
    text="""
virkningskjede: 1
kind: pilot
id: m
context:
  ko: {label: Kø, kind: problem}
inputs:
  penger: {label: Penger, leads_to: [kurs]}
activities:
  kurs:
    label: Kurs
    term: kurs
    addresses: [ko]
    indicators: [antall]
    leads_to: [{to: mestring, assumes: [frivillig], because: Øvelse}]
    or: {addresses: [], note: Uklart}
  tur: {label: Tur, after: kurs, dose: {deadline: {max: 2, unit: week, after: kurs}}, leads_to: [mestring]}
outcomes:
  mestring: {label: Mestring, level: user, cause: {together: [kurs, tur]}}
assumptions:
  frivillig: {label: De vil, about: kurs}
barriers:
  lite-tid: {label: Lite tid, hinders: [kurs -> mestring, kurs, whole]}
indicators:
  antall: {label: Antall}
results:
  i-fjor: {indicator: antall, value: 3}
  i-aar: {indicator: antall, same_as: i-fjor}
"""
)


def ids_referred_to(model: LogicModel) -> set[str]:
    return {name for reference in references_in(model) if reference.what in OWN for name in reference.ids}


def test_every_reference_follows_a_new_id() -> None:
    changed = MODEL.renamed("kurs", "gruppe")
    assert "kurs" not in ids_referred_to(changed) and list(changed.activities) == ["gruppe", "tur"]
    assert changed.activities["gruppe"].term == ("kurs",)  # what it is coded as is no reference to it
    assert changed.barriers["lite-tid"].hinders == ("gruppe -> mestring", "gruppe", "whole")
    assert [link.arrow for link in changed.links()] == ["penger -> gruppe", "gruppe -> mestring", "tur -> mestring"]
    assert dump(changed) == dump(MODEL).replace("kurs", "gruppe").replace("term: gruppe", "term: kurs")


@pytest.mark.parametrize("name", [entry.id for _, entry in MODEL.entries()])
def test_a_new_id_and_the_old_one_again_is_the_same_model(name: str) -> None:
    there = MODEL.renamed(name, "x")
    assert there != MODEL and name not in ids_referred_to(there)
    back = there.renamed("x", name)
    assert (back, dump(back)) == (MODEL, dump(MODEL))


@given(st.data())
@settings(max_examples=15)
def test_names_stay_right_whatever_is_done_to_a_real_model(portfolio: Portfolio, data: st.DataObject) -> None:
    model = before = portfolio["nesodden"]
    text = dump(model)
    for number in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from([entry.id for _, entry in model.entries()]))
        change = data.draw(st.sampled_from(["renamed", "without", "moved", "merged"]))
        if change == "renamed":
            model = model.renamed(name, f"ny-{number}")
        elif change == "without":
            try:
                model = model.without(name, dropping=True)
            except InvalidModel as problem:
                assert problem.diagnostics
        elif change == "moved":
            section = next(section for section, entry in model.entries() if entry.id == name)
            model = model.moved(name, section, data.draw(st.integers(0, 3)))
        else:
            section = next(section for section, entry in model.entries() if entry.id == name)
            try:
                model = model.merged([data.draw(st.sampled_from(list(getattr(model, section))))], name, keeping=True)
            except InvalidModel as problem:
                assert problem.diagnostics
        assert list(broken_names(model)) == []
        assert hash(model) == hash(load_model(text=dump(model)))
    assert dump(before) == text
    assert project_of(model) is project_of(before)


def test_an_entry_is_added_or_takes_the_place_of_its_own_id() -> None:
    three = (
        MODEL.with_node("activities", Activity(id="samtale", label="Samtale", who={"do": ["nav"]}, leads_to=[Link(to="mestring")])),
        MODEL.with_node("activities", {"id": "samtale", "label": "Samtale", "who": ["nav"], "leads_to": "mestring"}),
        MODEL.with_node("activities", id="samtale", label="Samtale", who=["nav"], leads_to=["mestring"]),
    )
    assert three[0] == three[1] == three[2]
    assert list(three[0].activities) == ["kurs", "tur", "samtale"]
    other = three[0].with_node("activities", id="kurs", label="Annet kurs", indicators=["antall"], leads_to="mestring")
    assert list(other.activities) == ["kurs", "tur", "samtale"] and other.activities["kurs"].label == "Annet kurs"
    assert MODEL.with_entry("barriers", id="vei", label="Lang vei", hinders="tur").barriers["vei"].hinders == ("tur",)


def test_an_arrow_is_added_or_takes_the_place_of_its_own() -> None:
    four = (
        MODEL.with_link("penger", "tur", because="Buss"),
        MODEL.with_link("penger", {"to": "tur", "because": "Buss"}),
        MODEL.with_link("penger -> tur", because="Buss"),
        MODEL.with_link(Link(source="penger", to="tur", because="Buss")),
    )
    assert four[0] == four[1] == four[2] == four[3]
    assert [link.to for link in four[0].inputs["penger"].leads_to] == ["kurs", "tur"]
    again = four[0].with_link("penger", "kurs", sign="minus")
    assert [(link.to, link.sign) for link in again.inputs["penger"].leads_to] == [("kurs", "minus"), ("tur", None)]


def test_fields_get_other_values_and_none_takes_one_away() -> None:
    changed = MODEL.with_fields("tur", after=None, label="Lang tur").with_fields("kurs -> mestring", because="Trening", assumes=None)
    changed = changed.with_fields(title="Modellen").with_fields("penger -> kurs", at="1:2")
    assert (changed.title, changed.activities["tur"].label, changed.activities["tur"].after) == ("Modellen", "Lang tur", ())
    assert [(link.because, link.at, link.assumes) for link in changed.links()][:2] == [(None, ("1:2",), ()), ("Trening", (), ())]


def test_arrows_go_with_a_node_and_the_rest_is_listed_or_dropped() -> None:
    assert [link.arrow for link in MODEL.with_fields("mestring", cause=None).without("tur").links()] == [
        "penger -> kurs",
        "kurs -> mestring",
    ]
    with pytest.raises(UsageError) as refused:
        MODEL.without("kurs")
    assert refused.value.in_("en") == (
        "`kurs` is referred to elsewhere: activities.tur.after.0, activities.tur.dose.deadline.after, "
        "outcomes.mestring.cause.together.0, assumptions.frivillig.about.0, barriers.lite-tid.hinders.0, barriers.lite-tid.hinders.1. "
        "Change these first, or drop them too with dropping=True"
    )
    less = MODEL.without("kurs", dropping=True)
    assert (less.barriers["lite-tid"].hinders, less.activities["tur"].after, list(less.inputs["penger"].leads_to)) == (("whole",), (), [])
    assert MODEL.without("kurs -> mestring", dropping=True).barriers["lite-tid"].hinders == ("kurs", "whole")
    with pytest.raises(InvalidModel, match="VK111"):
        MODEL.without("i-fjor", dropping=True)  # what is as much as it, is nothing then


def test_an_entry_is_moved() -> None:
    assert list(MODEL.moved("tur", "activities", 0).activities) == ["tur", "kurs"]
    moved = MODEL.moved("tur", "outcomes", 0, level="user")
    assert (list(moved.outcomes), list(moved.activities)) == (["tur", "mestring"], ["kurs"])
    with pytest.raises(InvalidModel, match="VK102"):
        MODEL.moved("tur", "outcomes")


def test_two_are_made_one() -> None:
    one = MODEL.merged("tur", "kurs")
    assert list(one.activities) == ["kurs"] and [link.arrow for link in one.links()] == ["penger -> kurs", "kurs -> mestring"]
    assert one.activities["kurs"].after == () and one.activities["kurs"].dose is not None
    cause = one.outcomes["mestring"].cause
    assert cause is not None and cause.together == ("kurs",)
    clashing = MODEL.with_fields("kurs", status="in_use").with_fields("tur", status="planned")
    with pytest.raises(UsageError, match=r"tur\.status"):
        clashing.merged("tur", "kurs")
    assert clashing.merged("tur", "kurs", keeping=True).activities["kurs"].status == "in_use"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda: MODEL.renamed("kurz", "x"), "m has nothing that is called `kurz`; did you mean `kurs`?"),
        (lambda: MODEL.renamed("kurs", "tur"), "`tur` is there already, in activities; choose another id"),
        (lambda: MODEL.without("kurs -> mestrin"), "m has nothing that is called `kurs -> mestrin`; did you mean `kurs -> mestring`?"),
        (lambda: MODEL.with_node("barriers", id="x", label="X"), "`barriers` is not one of the choices: "),
        (lambda: MODEL.with_node("activities", id="penger", label="X"), "`penger` is there already, in inputs; choose another id"),
        (lambda: MODEL.with_node("activities", label="X"), "what is added must have an `id`"),
        (lambda: MODEL.with_node("outputs", MODEL.activities["kurs"]), "Activity does not belong in outputs"),
        (lambda: MODEL.with_node("outputs", "kurs"), "'kurs' is nothing that can be added"),  # type: ignore[arg-type]
        (lambda: MODEL.with_link("kors", "tur"), "m has nothing that is called `kors`; did you mean `kurs`?"),
        (lambda: MODEL.merged("penger", "kurs"), "`penger` is not in activities, where `kurs` is; move it there first"),
        (lambda: MODEL.moved("kurs", "utfall"), "`utfall` is not one of the choices: "),
        (lambda: MODEL.moved("kurs", "activities", "1"), "`position` of moved is to be a whole number, and '1' is not"),  # type: ignore[arg-type]
        (lambda: MODEL.without(MODEL.activities["kurs"]), "`id` of without is to be a text, and Activity is not"),  # type: ignore[arg-type]
        (lambda: MODEL.without("kurs", dropping="no"), "`dropping` of without is to be True or False, and 'no' is not"),  # type: ignore[arg-type]
        (lambda: MODEL.with_fields(["kurs"], status="in_use"), "`id` of with_fields is to be a text, and list is not"),  # type: ignore[arg-type]
        (lambda: MODEL.with_link(None, "tur"), "`source` of with_link is to be a text or "),  # type: ignore[arg-type]
        (lambda: MODEL.renamed("kurs", ["x"]), "`new` of renamed is to be a text, and list is not"),  # type: ignore[arg-type]
        (lambda: MODEL.merged(["tur", 3], "kurs"), "`ids` of merged is to be a text or several in a list"),  # type: ignore[list-item]
        (lambda: MODEL.merged("tur", ""), "`into` of merged is empty"),
    ],
)
def test_what_cannot_be_done_is_answered(change: Callable[[], object], sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        change()
    assert refused.value.in_("en").startswith(sentence)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda: MODEL.with_link("kurs", "mestrng"), "VK301"),
        (lambda: MODEL.with_node("activities", id="Kurs", label="X"), "VK107"),
        (lambda: MODEL.with_node("activities", id="x", lable="X"), "VK101"),
        (lambda: MODEL.with_fields("kurs", status="ferdig"), "VK106"),
        (lambda: MODEL.with_fields("kurs", label=None), "VK102"),
        (lambda: MODEL.renamed("kurs", "To ord"), "VK107"),
    ],
)
def test_what_makes_no_model_is_refused_as_in_a_file(change: Callable[[], object], code: str) -> None:
    with pytest.raises(InvalidModel) as refused:
        change()
    assert code in {diagnostic.code for diagnostic in refused.value.diagnostics}


def test_a_portfolio_gets_and_loses_models(portfolio: Portfolio) -> None:
    changed = portfolio.with_model(portfolio["ha"].with_fields(title="Hå igjen"))
    assert (list(changed), changed["ha"].title, portfolio["ha"].title == "Hå igjen") == (list(portfolio), "Hå igjen", False)
    more = changed.with_model(LogicModel(id="ny"))
    assert list(more) == [*portfolio, "ny"] and project_of(more["ny"]) is portfolio.project
    assert dict(more.without("ny").without(["ha"])) == {name: model for name, model in portfolio.items() if name != "ha"}
    with pytest.raises(UsageError, match="did you mean `ha`"):
        portfolio.without("haa")
    with pytest.raises(UsageError, match="two projects"):
        portfolio.with_model(load_model(Path(__file__).parents[2] / "examples/mitt-prosjekt/pilots/leksekafe.yaml"))
