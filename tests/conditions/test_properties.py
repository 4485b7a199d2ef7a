"""Laws of conditions, on models and conditions that nobody thought of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.conditions import Condition, Subject, evaluate
from virkningskjede.conditions.answer import order
from virkningskjede.loading import surroundings
from virkningskjede.model import LogicModel

KNOWN = surroundings(Path(__file__).parent / "root")
TERMS = ("mote", "fast-mote", "kurs", "plan")
ACTORS = ("nav", "veileder", "rph", "lege")
STATUSES = ("needed", "considered", "planned", "started", "in_use", "completed", "dropped")

some_actors = st.lists(st.sampled_from(ACTORS), max_size=2, unique=True)
reading = st.fixed_dictionaries({}, optional={"term": st.sampled_from(TERMS), "status": st.sampled_from(STATUSES), "who": some_actors})
patches = st.lists(reading | st.just("absent"), max_size=2)


@st.composite
def entry(draw: st.DrawFn, name: str, targets: tuple[str, ...]) -> dict[str, Any]:
    links = draw(st.lists(st.sampled_from(targets), max_size=2, unique=True)) if targets else []
    return {
        "label": name,
        **draw(reading),
        "who": {"do": draw(some_actors), "maybe": draw(some_actors)},
        "dose": draw(st.sampled_from([{}, {"sessions": {"value": 3, "unit": "time"}}, {"sessions": {"min": 1, "max": 9, "unit": "time"}}])),
        "leads_to": [{"to": to, **({"or": ["absent"]} if draw(st.booleans()) else {})} for to in links],
        "or": draw(patches),
    }


@st.composite
def pieces(draw: st.DrawFn, least: int = 0) -> dict[str, Any]:
    names = ("a", "b", "c", "d")[: draw(st.integers(least, 4))]
    return {
        "id": "m",
        "activities": {name: draw(entry(name, names[place + 1 :])) for place, name in enumerate(names)},
        "ambiguities": {"u": {"or": draw(reading)}} if draw(st.booleans()) else {},
    }


node_question = st.fixed_dictionaries(
    {"term": st.sampled_from(TERMS)},
    optional={
        "who": st.lists(st.sampled_from(ACTORS), min_size=1, max_size=2, unique=True),
        "status": st.sampled_from(("considered", "planned", "started")),
        "dose": st.just({"sessions": {"min": 2, "unit": "time"}}),
    },
)
leaf = st.fixed_dictionaries({"node": node_question}) | st.fixed_dictionaries(
    {"arrow": st.fixed_dictionaries({"from": node_question, "to": node_question, "path": st.booleans()})}
)


def grown(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Conditions put together without ``not`` and ``all``."""
    return st.fixed_dictionaries({"any": st.lists(inner, min_size=1, max_size=2)})


rising = st.recursive(leaf, grown, max_leaves=3)
everything = st.recursive(
    leaf,
    lambda inner: (
        grown(inner)
        | st.fixed_dictionaries({"all": st.lists(inner, min_size=1, max_size=2)})
        | st.fixed_dictionaries({"not": inner})
        | st.lists(inner, min_size=2, max_size=3).map(lambda of: {"at_least": {"n": 2, "of": of}})
    ),
    max_leaves=4,
)


def asked(piece: dict[str, Any], question: dict[str, Any]) -> Any:
    return evaluate(Condition.model_validate(question), Subject.of(LogicModel.model_validate(piece), KNOWN))


@given(pieces(), everything)
def test_the_coded_answer_is_possible_and_rests_on_something(piece: dict[str, Any], question: dict[str, Any]) -> None:
    answer = asked(piece, question)
    assert answer.coded in answer.possible
    assert bool(answer.grounds) == (answer.coded != "silent")
    assert bool(answer.doubts) == (len(answer.possible) > 1)


@given(everything)
def test_a_model_that_says_nothing_is_silent(question: dict[str, Any]) -> None:
    answer = asked({"id": "m"}, question)
    assert (answer.coded, answer.possible) == ("silent", {"silent"})


@given(pieces(), rising)
def test_an_unrelated_node_changes_nothing(piece: dict[str, Any], question: dict[str, Any]) -> None:
    more = {**piece, "activities": {**piece["activities"], "z": {"label": "z", "term": "terapi", "who": ["nav"], "leads_to": ["y"]}}}
    more["outcomes"] = {"y": {"label": "y", "level": "user", "term": "tillit"}}
    before, after = asked(piece, question), asked(more, question)
    assert (after.coded, after.possible, after.grounds, after.doubts) == (before.coded, before.possible, before.grounds, before.doubts)


@given(pieces(least=1), rising, st.data())
def test_what_is_considered_never_says_less_when_it_is_planned(
    piece: dict[str, Any], question: dict[str, Any], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(piece["activities"])))

    def said_when(status: str) -> int:
        changed = {**piece, "activities": {**piece["activities"], name: {**piece["activities"][name], "status": status}}}
        return order(asked(changed, question).coded)

    assert said_when("planned") >= said_when("considered")


@given(pieces(), leaf)
@settings(max_examples=150)
def test_every_reading_that_a_coder_could_make_is_among_the_possible(piece: dict[str, Any], question: dict[str, Any]) -> None:
    """Whatever the unsure codes turn out to be, the answer was foreseen."""
    possible = asked(piece, question).possible
    for variant in variants(piece):
        assert asked(variant, question).coded in possible


def variants(piece: dict[str, Any]) -> list[dict[str, Any]]:
    """The model in every combination of its readings, with nothing left unsure."""
    found: list[dict[str, Any]] = [{"id": "m", "activities": {}}]
    for name, each in piece["activities"].items():
        plain = {key: value for key, value in each.items() if key != "or"}
        options = [plain, *(None if patch == "absent" else {**plain, **patch} for patch in each["or"])]
        found = [
            with_links(model, name, option, links) for model in found for option in options for links in link_choices(each["leads_to"])
        ]
    for ambiguity in piece["ambiguities"].values():
        found += [{**model, "activities": {**model["activities"], "u": {"label": "u", **ambiguity["or"]}}} for model in found]
    return found


def link_choices(links: list[dict[str, Any]]) -> list[list[str]]:
    choices: list[list[str]] = [[]]
    for link in links:
        kept = [[*choice, link["to"]] for choice in choices]
        choices = kept + choices if "or" in link else kept
    return choices


def with_links(model: dict[str, Any], name: str, option: dict[str, Any] | None, links: list[str]) -> dict[str, Any]:
    if option is None:
        return model
    return {**model, "activities": {**model["activities"], name: {**option, "leads_to": links}}}
