"""Which entries of two models are held to be the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.matching import Matching, Pair, kin, match, meetings
from virkningskjede.matching.assignment import MOST_MEETINGS, MOST_WEIGHED, Candidate, assign, partners
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import Portfolio


def word(*broader: str, stage: str = "activities") -> dict[str, Any]:
    return {"label": {"nb": "x", "en": "x"}, "stage": stage, "broader": broader}


WORDS = Vocabulary.model_validate(
    {
        "terms": {"moter": word(), "faste-moter": word("moter"), "ukemoter": word("faste-moter"), "kurs": word(), "app": word()},
        "traits": {
            name: {"label": {"nb": "x", "en": "x"}, "broader": broader} for name, broader in (("sykmeldt", []), ("nylig", ["sykmeldt"]))
        },
        "actors": {
            name: {"label": {"nb": "x", "en": "x"}, "broader": broader} for name, broader in (("nav", []), ("jobbspesialist", ["nav"]))
        },
    }
)


def activities(model_id: str, **nodes: dict[str, Any]) -> LogicModel:
    named = {name.replace("_", "-"): {"label": name, **node} for name, node in nodes.items()}
    return LogicModel.model_validate({"id": model_id, "activities": named})


def pairs(matching: Matching) -> list[tuple[str, str, str]]:
    return [(pair.a, pair.b, pair.how) for pair in matching.pairs]


def test_two_pilots_of_the_corpus(portfolio: Portfolio) -> None:
    matching = match(portfolio["ha"], portfolio["nesodden"], portfolio.project.vocabulary)
    assert {(pair.section, pair.a, pair.b, pair.how, pair.sure) for pair in matching.pairs} >= {
        ("inputs", "nav-veileder", "jobbspesialist", "narrower", True),
        ("inputs", "tilskudd", "tilskudd", "term", True),
        ("activities", "inntaksmoter", "ukentlige-moter", "term", True),
        ("activities", "med-til-legen", "felles-samtale", "term", True),
        ("activities", "oppdatere-fastlegen", "kontakte-fastlegen", "narrower", True),
        ("activities", "til-stede", "kontordager-rph", "term", True),
        ("outcomes", "samarbeidskultur", "mindre-silo", "term", True),
        ("outcomes", "tidlig-oversikt", "tidlig-avklaring", "term", True),
    }
    _, akin_b = kin(portfolio["ha"], portfolio["nesodden"], matching, portfolio.project.vocabulary)
    assert akin_b["activities", "inntak"] == ("activities", "inntaksmoter")  # coded likewise, but its like is taken


def test_the_firmest_relation_is_taken_first() -> None:
    a = activities("a", uke={"term": "faste-moter"})
    b = activities(
        "b", alle={"term": "moter"}, delt={"term": ["faste-moter", "kurs"]}, lik={"term": "faste-moter"}, smal={"term": "ukemoter"}
    )
    assert match(a, b, WORDS).pairs == (Pair("activities", "uke", "lik", "term", (("faste-moter", "faste-moter"),), "activities"),)
    assert kin(a, b, match(a, b, WORDS), WORDS) == ({}, {("activities", name): ("activities", "uke") for name in ("alle", "delt", "smal")})


@pytest.mark.parametrize(
    ("other", "how", "terms"),
    [
        (["faste-moter", "kurs"], "term", (("faste-moter", "faste-moter"),)),
        ("moter", "broader", (("faste-moter", "moter"),)),
        ("ukemoter", "narrower", (("faste-moter", "ukemoter"),)),
    ],
)
def test_related_terms(other: str | list[str], how: str, terms: tuple[tuple[str, str], ...]) -> None:
    matching = match(activities("a", x={"term": "faste-moter"}), activities("b", y={"term": other}), WORDS)
    assert [(pair.how, pair.terms) for pair in matching.pairs] == [(how, terms)]


@pytest.mark.parametrize(
    ("reading", "sure"), [("absent", False), ({"term": []}, False), ({"term": "moter"}, True), ({"status": "considered"}, True)]
)
def test_a_pair_that_another_reading_would_part_is_not_sure(reading: Any, sure: bool) -> None:
    a, b = activities("a", x={"term": "faste-moter", "or": [reading]}), activities("b", y={"term": "faste-moter"})
    assert [pair.sure for pair in match(a, b, WORDS).pairs] == [sure]
    assert [pair.sure for pair in match(b, a, WORDS).pairs] == [sure]


@pytest.mark.parametrize(
    ("reading", "sure"), [({"level": "society"}, False), ({"level": "user"}, True), ({"level": None}, False), ({"term": "moter"}, True)]
)
def test_another_level_parts_what_the_same_term_has_joined(reading: Any, sure: bool) -> None:
    x = {"label": "X", "level": "user", "term": "faste-moter"}
    a, b = (LogicModel.model_validate({"id": name, "outcomes": {"x": node}}) for name, node in (("a", {**x, "or": [reading]}), ("b", x)))
    assert [pair.sure for pair in match(a, b, WORDS).pairs] == [pair.sure for pair in match(b, a, WORDS).pairs] == [sure]


def test_all_terms_alike_count_for_more_than_names() -> None:
    words = Vocabulary.model_validate({"terms": {"tb": word(), "tc": word("tb")}})
    a = activities("a", p={"term": ["tb", "tc"]}, q={"term": "tb"})
    b = activities("b", q={"term": ["tb", "tc"]}, p={"term": "tc"})
    assert pairs(match(a, b, words)) == [("p", "q", "term"), ("q", "p", "narrower")]


def test_a_term_in_common_counts_for_more_than_a_narrower_one_under_the_same_name() -> None:
    a = activities("a", x={"term": ["faste-moter", "app"], "label": "Ukentlig samling"})
    b = activities("b", delt={"term": "app", "label": "Nettside"}, smal={"term": "ukemoter", "label": "Ukentlig samling"})
    assert pairs(match(a, b, WORDS)) == [("x", "delt", "term")]
    assert pairs(match(b, a, WORDS)) == [("delt", "x", "term")]


def test_without_a_vocabulary_only_equal_terms_match() -> None:
    a, b = activities("a", x={"term": "moter"}, y={"term": "kurs"}), activities("b", x={"term": "faste-moter"}, z={"term": "kurs"})
    assert pairs(match(a, b)) == [("y", "z", "term")]


def test_never_against_differing_terms_nor_by_id_when_one_has_a_term() -> None:
    a = activities("a", x={"term": "kurs"}, y={}, z={"term": "app"})
    b = activities("b", x={"term": "app"}, y={"term": "kurs"}, z={})
    assert pairs(match(a, b, WORDS)) == [("x", "y", "term"), ("z", "x", "term")]
    assert pairs(match(activities("a", x={"term": "kurs"}), activities("b", x={"term": "app"}), WORDS)) == []
    assert pairs(match(activities("a", x={"term": "kurs"}), activities("b", x={}), WORDS)) == []
    assert pairs(match(activities("a", x={}), activities("b", x={}), WORDS)) == [("x", "x", "id")]


def test_only_within_one_stage_and_one_level() -> None:
    a = LogicModel.model_validate(
        {
            "id": "a",
            "activities": {"x": {"label": "X", "term": "kurs"}},
            "outcomes": {"u": {"label": "U", "level": "user", "term": "mestring"}},
        }
    )
    b = LogicModel.model_validate(
        {
            "id": "b",
            "outputs": {"x": {"label": "Y", "term": "kurs"}},
            "outcomes": {
                "s": {"label": "S", "level": "service", "term": "mestring"},
                "v": {"label": "V", "level": "user", "term": "mestring"},
            },
        }
    )
    assert pairs(match(a, b)) == [("u", "v", "term")]


@pytest.mark.parametrize(
    ("more", "paired"),
    [
        ({}, True),
        ({"label": "Mestringsplan for alle"}, True),
        ({"label": "Noe annet"}, False),
        ({"term": ["plan", "kurs"]}, False),
        ({"term": []}, False),
    ],
)
@pytest.mark.parametrize("name", ["b", "a"])  # another model, and another version in which the id is new
def test_what_has_the_same_terms_and_name_at_another_stage_has_moved(more: dict[str, Any], paired: bool, name: str) -> None:
    plan = {"label": "Mestringsplan for brukere", "term": "plan"}
    a = LogicModel.model_validate({"id": "a", "outputs": {"x": plan}})
    b = LogicModel.model_validate({"id": name, "outcomes": {"y": {**plan, "level": "user", **more}}})
    there, back = match(a, b).pairs, match(b, a).pairs
    assert [(pair.section, pair.a, pair.b, pair.section_b, pair.sure) for pair in there] == (
        [("outputs", "x", "y", "outcomes", True)] if paired else []
    )
    assert [(pair.section_b, pair.b, pair.a, pair.section) for pair in back] == [
        (pair.section, pair.a, pair.b, pair.section_b) for pair in there
    ]


def test_at_another_stage_only_what_has_no_partner_and_models_of_one_kind() -> None:
    plan = {"label": "Plan", "term": "plan"}
    a = LogicModel.model_validate({"id": "a", "outputs": {"x": plan}})
    both = {"id": "b", "outputs": {"z": {"label": "Noe", "term": "plan"}}, "activities": {"x": plan}}
    assert [(pair.section_b, pair.b) for pair in match(a, LogicModel.model_validate(both)).pairs] == [("outputs", "z")]
    assert match(a, LogicModel.model_validate({"id": "b", "kind": "template", "activities": {"x": plan}})).pairs == ()
    (pair,) = match(a, LogicModel.model_validate({"id": "b", "activities": {"x": {**plan, "or": [{"term": "kurs"}]}}})).pairs
    assert not pair.sure


def test_what_decides_between_equals_is_likeness_and_not_the_order_of_the_file() -> None:
    a = activities("a", tirsdag={"term": "moter", "label": "Møte med fastlegen", "who": ["nav", "fastlege"]})
    candidates: dict[str, dict[str, Any]] = {
        "en": {"term": "moter", "label": "Lunsj"},
        "to": {"term": "moter", "label": "Fastlegemøte", "who": ["jobbspesialist", "fastlege"]},
        "tre": {"term": "moter", "label": "Samling", "who": ["arbeidsgiver"]},
    }
    for order in (candidates, dict(reversed(candidates.items()))):
        assert pairs(match(a, activities("b", **order), WORDS)) == [("tirsdag", "to", "term")]


def test_the_target_group_matches_by_traits_and_limits() -> None:
    def pilot(model_id: str, **limits: dict[str, Any]) -> LogicModel:
        return LogicModel.model_validate({"id": model_id, "target_group": limits})

    a = pilot(
        "a", unge={"age": {"below": 30, "unit": "year"}}, syke={"traits": {"any": ["sykmeldt"]}}, ikke={"denies": {"traits": ["rus"]}}
    )
    b = pilot("b", alder={"age": {"max": 55, "unit": "year"}}, nye={"traits": {"all": ["nylig"]}}, rus={"traits": {"all": ["rus"]}})
    assert pairs(match(a, b, WORDS)) == [("syke", "nye", "narrower"), ("unge", "alder", "term")]


def test_the_nearest_kin_of_a_group_of_people_is_found_by_wider_traits() -> None:
    def pilot(model_id: str, **traits: str) -> LogicModel:
        return LogicModel.model_validate(
            {"id": model_id, "target_group": {name: {"traits": {"all": [one]}} for name, one in traits.items()}}
        )

    a, b = pilot("a", nye="nylig", syke="sykmeldt"), pilot("b", folk="sykmeldt")
    matching = match(a, b, WORDS)
    assert pairs(matching) == [("syke", "folk", "term")]
    assert kin(a, b, matching, WORDS) == ({("target_group", "nye"): ("target_group", "folk")}, {})


def test_what_stands_beside_the_chain_matches_too() -> None:
    def pilot(model_id: str, **names: str) -> LogicModel:
        return LogicModel.model_validate(
            {
                "id": model_id,
                "barriers": {names["barrier"]: {"label": "Tid", "term": "ressurser"}},
                "assumptions": {"tillit": {"label": "Tillit"}},
                "results": {names["result"]: {"indicator": "antall", "value": 3, "unit": "person"}},
            }
        )

    matching = match(pilot("a", barrier="travel", result="r"), pilot("b", barrier="tid", result="s"))
    assert pairs(matching) == [("tillit", "tillit", "id"), ("travel", "tid", "term"), ("r", "s", "term")]


def test_versions_match_by_id_whatever_their_terms() -> None:
    assert pairs(match(activities("m", x={"term": "kurs"}), activities("m", x={"term": "app"}))) == [("x", "x", "id")]


def test_an_entry_that_moved_between_sections_is_the_same() -> None:
    old = LogicModel.model_validate({"id": "m", "activities": {"x": {"label": "Brosjyre"}}})
    new = LogicModel.model_validate({"id": "m", "outputs": {"x": {"label": "Brosjyre"}}})
    assert match(old, new).pairs == (Pair("activities", "x", "x", "id", (), "outputs"),)


@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        ({"term": "kurs", "label": "Kurs i mestring"}, {"term": "kurs", "label": "Kurs i mestring"}, "term"),
        ({"term": "kurs", "label": "Kurs i mestring"}, {"term": "kurs", "label": "Kurs i mestring av stress"}, "term"),
        ({"label": "Kurs i mestring"}, {"label": "Kurs i mestring"}, "label"),
        ({"term": "kurs", "label": "Kurs i mestring"}, {"term": "kurs", "label": "Svømming"}, None),
        ({"term": "kurs", "label": "Kurs i mestring"}, {"term": "app", "label": "Kurs i mestring"}, None),
        ({"label": "Kurs i mestring"}, {"term": "kurs", "label": "Kurs i mestring"}, None),
    ],
)
def test_a_new_id_is_known_again_by_the_same_terms_and_nearly_the_same_label(
    old: dict[str, Any], new: dict[str, Any], how: str | None
) -> None:
    matching = match(activities("m", gammel=old), activities("m", ny=new))
    assert pairs(matching) == ([("gammel", "ny", how)] if how else [])


def test_one_pair_does_not_cost_two() -> None:
    """Greedy would give both terms of the one to the first, and leave the narrower one alone."""
    words = Vocabulary.model_validate({"terms": {"tb": word(), "tb1": word("tb"), "tc": word()}})
    a = activities("a", x={"term": ["tb", "tc"]}, y={"term": "tb1"})
    b = activities("b", p={"term": "tb"}, q={"term": "tc"})
    assert pairs(match(a, b, words)) == [("x", "q", "term"), ("y", "p", "broader")]
    assert pairs(match(b, a, words)) == [("p", "y", "narrower"), ("q", "x", "term")]


@pytest.mark.parametrize(
    ("mine", "yours", "sure"),
    [
        ({"term": ["kurs", "app"], "or": [{"term": "app"}]}, {"term": ["kurs", "app"], "or": [{"term": "kurs"}]}, False),
        ({"term": ["kurs", "app"], "or": [{"term": "app"}]}, {"term": ["kurs", "app"], "or": [{"term": "app"}]}, True),
        ({"term": ["kurs", "app"], "or": [{"status": "planned"}]}, {"term": ["kurs", "app"], "or": [{"term": "kurs"}]}, True),
    ],
)
@pytest.mark.parametrize("ids", ["xx", "xy"])
def test_both_can_be_read_otherwise_at_once(mine: dict[str, Any], yours: dict[str, Any], sure: bool, ids: str) -> None:
    a, b = activities("a", **{ids[0]: mine}), activities("b", **{ids[1]: yours})
    assert [pair.sure for pair in match(a, b).pairs] == [pair.sure for pair in match(b, a).pairs] == [sure]


def test_versions_are_sure_by_their_ids_whatever_else_they_could_be() -> None:
    old, new = (activities("m", a={"label": label, "term": "kurs", "or": ["absent"]}) for label in "AB")
    assert [(pair.how, pair.sure) for pair in match(old, new).pairs] == [("id", True)]


NODES = st.lists(
    st.fixed_dictionaries(
        {
            "term": st.lists(st.sampled_from(sorted(WORDS.terms)), min_size=1, max_size=2, unique=True),
            "label": st.sampled_from(["Kurs", "Kurs i mestring", "Møte"]),
            "who": st.sampled_from([["nav"], ["jobbspesialist"]]),
        }
    ),
    max_size=4,
)


def named(model_id: str, nodes: list[dict[str, Any]], ids: Sequence[str]) -> LogicModel:
    return LogicModel.model_validate({"id": model_id, "activities": dict(zip(ids, nodes, strict=False))})


def contents(matching: Matching, a: LogicModel, b: LogicModel) -> list[tuple[str, str]]:
    """The pairs by what they say, without their ids."""
    bare = {"id": "x"}
    return sorted(
        (repr(a.activities[pair.a].model_copy(update=bare)), repr(b.activities[pair.b].model_copy(update=bare))) for pair in matching.pairs
    )


@given(NODES, NODES, st.permutations("pqrstuvw"))
def test_where_terms_are_ids_decide_nothing(ours: list[dict[str, Any]], theirs: list[dict[str, Any]], ids: list[str]) -> None:
    a, b, other = named("a", ours, "pqrs"), named("b", theirs, "pqrs"), named("b", theirs, ids)
    assert contents(match(a, b, WORDS), a, b) == contents(match(a, other, WORDS), a, other)


def worth(chosen: Iterable[Candidate]) -> tuple[int, int, int, int]:
    """How good a choice is: the firmest pairs, all pairs, those that are next firmest, and how alike they are."""
    pairs = list(chosen)
    ranks = [pair.rank for pair in pairs]
    return ranks.count(0), len(pairs), ranks.count(1), sum(round(pair.score * 1_000_000) for pair in pairs)


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 3), st.integers(0, 3)), st.tuples(st.integers(0, 2), st.sampled_from([0.0, 0.5, 1.5, 9.0])), max_size=9
    )
)
def test_the_choice_of_partners_is_as_good_as_can_be(edges: dict[tuple[int, int], tuple[int, float]]) -> None:
    candidates = [Candidate(x, y, rank, score, (x, y)) for (x, y), (rank, score) in edges.items()]
    chosen = partners(candidates)
    assert len({pair.x for pair in chosen}) == len({pair.y for pair in chosen}) == len(chosen)
    every = (some for size in range(5) for some in combinations(candidates, size))
    one_to_one = [some for some in every if len({pair.x for pair in some}) == len({pair.y for pair in some}) == len(some)]
    best = max(map(worth, one_to_one))
    assert worth(chosen) == best
    # Of several that are as good, the one whose pairs come first.
    order = sorted(candidates, key=lambda pair: (pair.rank, -pair.score, pair.tie))
    equals = (some for some in one_to_one if worth(some) == best)
    assert sorted(map(order.index, chosen)) == min(sorted(map(order.index, some)) for some in equals)


def test_what_is_assigned_is_one_to_one_and_the_tie_decides_between_equals() -> None:
    both_taken, best = ("x", "p", (2.0,), ("a",)), ("x", "q", (0.0,), ("z",))
    one_taken, other_taken = ("x", "r", (0.2,), ("a",)), ("y", "q", (0.5,), ("a",))
    later, sooner = ("z", "p", (1.0,), ("c",)), ("y", "p", (1.0,), ("b",))
    assert assign([later, sooner, both_taken, other_taken, one_taken, best]) == [("x", "q"), ("y", "p")]


def test_very_many_that_hang_together_are_chosen_one_by_one() -> None:
    many = [Candidate(x, y, 0, float(x == y), (x, y)) for x in range(40) for y in range(40)]
    assert len(many) > MOST_WEIGHED
    assert sorted((pair.x, pair.y) for pair in partners(many)) == [(number, number) for number in range(40)]


def test_beyond_most_meetings_what_has_the_same_name_meets_and_the_rest_in_order() -> None:
    ours = [f"a{number:02}" for number in range(40)]
    theirs = [f"a{number:02}" for number in range(20)] + [f"b{number:02}" for number in range(20)]
    met = list(meetings(ours, theirs, lambda _: ("k",), lambda _: ("k",), lambda name: (name,)))
    known, rest = [(name, name) for name in ours[:20]], list(zip(ours[20:], theirs[20:], strict=True))
    assert sorted(met) == known + rest


def test_a_thousand_of_one_kind_are_matched_without_weighing_each_against_each() -> None:
    many = MOST_MEETINGS
    a = activities("a", **{f"n{number}": {"term": "kurs", "label": f"Kurs {number:04}"} for number in range(many)})
    b = activities("b", **{f"n{number + 1}": {"term": "kurs", "label": f"Kurs {number:04}"} for number in reversed(range(many))})
    matching = match(a, b)
    assert len(matching.pairs) == many
    assert {(pair.b, pair.a) for pair in matching.pairs} == {(pair.a, pair.b) for pair in match(b, a).pairs}


def test_circular_terms_do_not_hang() -> None:
    circle = Vocabulary.model_validate({"terms": {"a": word("b"), "b": word("a")}})
    matching = match(activities("x", p={"term": "a"}), activities("y", q={"term": "b"}), circle)
    assert [(pair.how, pair.terms) for pair in matching.pairs] == [("term", (("a", "b"),))]
