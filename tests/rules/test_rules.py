"""What the manual's one passing and one failing case do not show of a rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.diagnostics import path_text
from virkningskjede.i18n import counted
from virkningskjede.i18n.likely import Guess
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import References, Segments, Vocabulary
from virkningskjede.model.values import EMPTY
from virkningskjede.project import Project
from virkningskjede.project.integrity import broken_names
from virkningskjede.project.read import read_model
from virkningskjede.rules import RuleContext, check, check_vocabulary
from virkningskjede.yamlfile import MAX_DIAGNOSTICS, parse


def model(**sections: Any) -> LogicModel:
    return LogicModel.model_validate({"id": "m", **sections}, by_alias=True)


def paths_of(judged: LogicModel, code: str, shared: Project | None = None) -> list[str]:
    """The paths of the diagnostics of one code."""
    return [path_text(diagnostic.path) for diagnostic in check(RuleContext(judged, shared or Project()), select=[code])]


def params_of(judged: LogicModel, code: str, shared: Project | None = None) -> list[dict[str, object]]:
    """The parameters of the diagnostics of one code."""
    found = check(RuleContext(judged, shared or Project()), select=[code])
    return [{name: value.settled() if isinstance(value, Guess) else value for name, value in diagnostic.params} for diagnostic in found]


def outcome(**more: Any) -> dict[str, Any]:
    return {"label": "X", "level": "user", **more}


def names(section: str, **labels: Any) -> dict[str, Any]:
    return {section: {name: {"label": {"nb": name, "en": name}, **more} for name, more in labels.items()}}


# chain


def test_a_circle_across_stages_is_told_as_an_arrow_back_and_not_twice() -> None:
    judged = model(activities={"a": {"label": "A", "leads_to": ["x"]}}, outcomes={"x": outcome(leads_to=["a"])})
    assert paths_of(judged, "VK201") == ["outcomes.x.leads_to.a"]
    assert paths_of(judged, "VK202") == []


def test_the_nodes_of_a_circle_are_named_from_where_it_is_entered() -> None:
    judged = model(
        activities={
            "a": {"label": "A", "leads_to": ["b"]},
            "b": {"label": "B", "leads_to": ["c"]},
            "c": {"label": "C", "leads_to": ["d"]},
            "d": {"label": "D", "leads_to": ["b"]},
        }
    )
    assert params_of(judged, "VK202") == [{"nodes": "b → c → d → b"}]
    assert paths_of(judged, "VK202") == ["activities.d.leads_to.b"]


def test_an_activity_is_fed_through_other_activities() -> None:
    judged = model(
        inputs={"i": {"label": "I", "leads_to": ["a"]}},
        activities={"a": {"label": "A", "leads_to": ["b"]}, "b": {"label": "B"}, "c": {"label": "C", "leads_to": ["b"]}},
    )
    assert paths_of(judged, "VK205") == ["activities.c"]


def test_a_node_without_arrows_gets_one_message_and_a_model_without_arrows_too() -> None:
    nodes = {
        "context": {"c": {"label": "C", "kind": "problem"}},
        "inputs": {"i": {"label": "I"}},
        "activities": {"a": {"label": "A"}},
        "outcomes": {"x": outcome(), "y": outcome(cause="whole")},
    }
    joined = model(**{**nodes, "outputs": {"o": {"label": "O", "leads_to": ["z"]}}, "outcomes": {**nodes["outcomes"], "z": outcome()}})
    for code, expected in {"VK207": [], "VK208": [], "VK210": ["inputs.i", "activities.a", "outcomes.x"], "VK804": []}.items():
        assert paths_of(joined, code) == expected
    for code, expected in {"VK207": [], "VK208": [], "VK210": [], "VK804": ["id"]}.items():
        assert paths_of(model(**nodes), code) == expected
    assert params_of(model(**nodes), "VK804") == [{"count": "5"}]


@pytest.mark.parametrize("status", ["dropped", "not_part"])
def test_nothing_is_missing_from_what_is_no_part_of_the_chain(status: str) -> None:
    nodes: dict[str, dict[str, Any]] = {
        "activities": {"a": {"label": "A", "leads_to": ["o", "y"]}, "b": {"label": "B"}},
        "outputs": {"o": {"label": "O"}},
        "outcomes": {"x": outcome(), "y": outcome(), "z": outcome(leads_to=["y"])},
    }
    gone = {section: {name: {**node, "status": status} for name, node in entries.items()} for section, entries in nodes.items()}
    for code, expected in {
        "VK204": ["outcomes.x", "outcomes.y", "outcomes.z"],
        "VK205": ["activities.a", "activities.b"],
        "VK206": ["activities.a", "activities.b"],
        "VK207": ["outputs.o"],
        "VK208": ["outcomes.z"],
        "VK210": ["activities.b", "outcomes.x"],
        "VK211": ["activities.a.leads_to.o", "activities.a.leads_to.y", "outcomes.z.leads_to.y"],
    }.items():
        assert paths_of(model(**nodes), code) == expected
        assert paths_of(model(**gone), code) == []
    two = {"a": {"label": "A"}, "b": {"label": "B"}, "c": {"label": "C", "status": status}}
    assert params_of(model(activities=two), "VK804") == [{"count": "2"}]
    assert paths_of(model(activities={"a": two["a"], "c": two["c"]}), "VK804") == []
    leap = {"inputs": {"i": {"label": "I", "leads_to": ["x"]}}, "outcomes": {"x": outcome()}}
    assert paths_of(model(**leap), "VK209") == ["inputs.i.leads_to.x"]
    assert paths_of(model(**{**leap, "outcomes": {"x": outcome(status=status)}}), "VK209") == []


def test_an_unwanted_outcome_that_is_addressed_is_answered() -> None:
    def judged(**activity: Any) -> LogicModel:
        more = {"x": outcome(unwanted=True), "y": outcome(unwanted=True, leads_to=["z"]), "z": outcome(), "w": outcome()}
        return model(activities={"a": {"label": "A", "leads_to": ["z"], **activity}}, outcomes=more)

    answered = judged(addresses=["x", "y", "w"])
    assert (paths_of(answered, "VK210"), paths_of(answered, "VK208")) == (["outcomes.w"], [])
    for other in (judged(), judged(addresses=["x", "y", "w"], status="dropped")):
        assert (paths_of(other, "VK210"), paths_of(other, "VK208")) == (["outcomes.x", "outcomes.w"], ["outcomes.y"])


def test_the_chain_can_stop_at_inputs_and_outputs_too_but_not_at_outcomes() -> None:
    judged = model(
        context={"c": {"label": "C", "kind": "problem"}},
        inputs={"i": {"label": "I", "leads_to": ["j", "o", "c2"]}, "j": {"label": "J"}},
        outputs={"o": {"label": "O"}, "p": {"label": "P", "leads_to": ["x"]}},
        outcomes={"x": outcome(), "c2": outcome(level="service")},
    )
    assert paths_of(judged, "VK207") == ["inputs.j", "outputs.o"]


def test_a_leap_is_to_users_or_society_only() -> None:
    levels = {level: outcome(level=level) for level in ("service", "partner", "user", "society")}
    judged = model(inputs={"i": {"label": "I", "leads_to": list(levels)}}, outcomes=levels)
    assert paths_of(judged, "VK209") == ["inputs.i.leads_to.user", "inputs.i.leads_to.society"]


def test_supply_needs_no_mechanism_and_assumptions_or_evidence_are_one() -> None:
    judged = model(
        context={"c": {"label": "C", "kind": "problem", "leads_to": ["i"]}},
        inputs={"i": {"label": "I", "leads_to": ["a"]}},
        activities={
            "a": {
                "label": "A",
                "leads_to": [
                    {"to": "x", "assumes": ["s"]},
                    {"to": "y", "evidence": [{"finding": "mixed"}]},
                    {"to": "z", "because": "B"},
                    {"to": "w", "at": "1:1"},
                ],
            }
        },
        outcomes={name: outcome() for name in "xyzw"},
        assumptions={"s": {"label": "S"}},
    )
    assert paths_of(judged, "VK211") == ["activities.a.leads_to.w"]


@pytest.mark.parametrize(("arrow", "expected"), [({"at": "1:1"}, ["outcomes.x.cause"]), ({}, []), ({"at": "1:1", "or": "absent"}, [])])
def test_only_what_the_source_surely_states_speaks_against_an_aim_of_the_whole(arrow: dict[str, Any], expected: list[str]) -> None:
    judged = model(activities={"a": {"label": "A", "leads_to": [{"to": "x", **arrow}]}}, outcomes={"x": outcome(cause="whole")})
    assert paths_of(judged, "VK213") == expected


def test_feedback_means_something_only_in_a_circle() -> None:
    judged = model(
        activities={"a": {"label": "A", "leads_to": [{"to": "x", "feedback": True}, "y"]}},
        outcomes={"x": outcome(), "y": outcome(leads_to=[{"to": "a", "feedback": True}, {"to": "z", "feedback": True}]), "z": outcome()},
    )
    assert paths_of(judged, "VK214") == ["activities.a.leads_to.x.feedback", "outcomes.y.leads_to.z.feedback"]


# names

CODEBOOK = Project(
    vocabulary=Vocabulary.model_validate(
        {
            **names("terms", kurs={"stage": "activity"}, nettkurs={"stage": "activity", "broader": "kurs"}, hinder={"stage": "barrier"}),
            **names("actors", nav={}),
            **names("traits", ung={}, gammel={}),
        }
    ),
    references=References.model_validate({"references": {"r": {"type": "report"}}}),
    segments={
        "r": Segments.model_validate(
            {
                "source": "r",
                "rule": {"nb": "r", "en": "r"},
                "hash": {"nb": "h", "en": "h"},
                "sections": {"1": {"heading": "H", "sentences": "aa bb cc"}},
            }
        )
    },
)


def test_names_are_checked_wherever_they_stand() -> None:
    judged = model(
        recruitment={"refer": ["a1"], "receive": ["nav"], "decide": ["a2"], "maybe": ["a3"]},
        target_group={"t": {"traits": {"any": ["x1"], "all": ["ung"]}, "denies": {"traits": "x2"}, "or": [{"traits": ["x3"]}]}},
        activities={
            "a": {
                "label": "A",
                "term": "t1",
                "who": {"lead": ["a4"], "do": ["a5"], "maybe": ["a6"], "for": ["a7"]},
                "later": {"who": ["a8"]},
                "or": {"term": ["t2"], "who": ["a9"]},
                "leads_to": [
                    {
                        "to": "x",
                        "evidence": [{"refs": ["r", "r1"], "finding": "mixed", "via": "t3", "best_for": ["x4"], "also_for": ["x5"]}],
                        "or": [{"evidence": [{"refs": ["r2"], "finding": "mixed"}]}],
                    }
                ],
            }
        },
        outcomes={"x": outcome()},
        barriers={"b": {"label": "B", "term": "t4"}},
        open_questions={"q": {"label": "Q", "term": "t5"}},
        ambiguities={"m2": {"or": {"term": "t6"}}},
    )
    arrow = "activities.a.leads_to.x"
    assert paths_of(judged, "VK302", CODEBOOK) == [
        "activities.a.term.0",
        "activities.a.or.0.term.0",
        f"{arrow}.evidence.0.via",
        "barriers.b.term.0",
        "open_questions.q.term.0",
        "ambiguities.m2.or.0.term.0",
    ]
    assert [params["name"] for params in params_of(judged, "VK303", CODEBOOK)] == ["a1", "a2", "a3", "a9", "a4", "a5", "a6", "a7", "a8"]
    assert [params["name"] for params in params_of(judged, "VK304", CODEBOOK)] == ["x3", "x1", "x2", "x4", "x5"]
    assert [params["name"] for params in params_of(judged, "VK306", CODEBOOK)] == ["r1", "r2"]


def test_terms_beside_the_chain_are_bound_to_stages_only_where_they_hinder_or_help() -> None:
    anywhere = {"x": {"label": "X", "term": "kurs"}}
    judged = model(
        inputs={"i": {"label": "I", "term": "kurs", "or": [{"term": "nettkurs"}]}},
        activities={"a": {"label": "A", "term": ["kurs", "nettkurs", "ukjent"]}},
        barriers={"b": {"label": "B", "term": ["hinder", "kurs"]}},
        open_questions=anywhere,
        assumptions={"y": {"label": "Y", "term": "kurs"}},
        ambiguities={"z": {"or": {"term": "kurs"}}},
    )
    assert paths_of(judged, "VK315", CODEBOOK) == ["inputs.i.term.0", "inputs.i.or.0.term.0", "barriers.b.term.1"]
    assert params_of(judged, "VK315", CODEBOOK)[2] == {"term": "kurs", "stage": "barriers", "known": "activities"}


def test_a_source_that_is_not_divided_is_not_searched_for_sections() -> None:
    judged = model(source="r", inputs={"i": {"label": "I", "at": ["1:0", "1:3-4", "2:1", "q#9:9", "1:1-3"]}}, set_aside={"3:1": "heading"})
    assert params_of(judged, "VK309", CODEBOOK) == [{"section": "2", "source": "r"}, {"section": "3", "source": "r"}]
    assert params_of(judged, "VK310", CODEBOOK) == [
        {"sentence": "0", "section": "1", "count": "3"},
        {"sentence": "4", "section": "1", "count": "3"},
    ]
    assert params_of(judged, "VK308", CODEBOOK) == [{"name": "q", "likely": ""}]


def test_a_likely_name_is_looked_for_only_where_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_for: list[str] = []
    monkeypatch.setattr("virkningskjede.i18n.likely.closest", lambda name, _names: looked_for.append(name))
    entries = "".join(f"  a{number}: {{label: A, term: kurs{number}}}\n" for number in range(300))
    read = parse(f"virkningskjede: 1\nkind: pilot\nid: m\nactivities:\n{entries}".encode(), "m.yaml")
    file = read_model(read, lambda judged, lost: check(RuleContext(judged, CODEBOOK, lost), select=["VK302"]))
    assert [diagnostic.code for diagnostic in file.diagnostics] == ["VK302"] * MAX_DIAGNOSTICS + ["VK015"]
    assert looked_for == [f"kurs{number}" for number in range(MAX_DIAGNOSTICS)]


def test_the_vocabulary_may_not_turn_round() -> None:
    vocabulary = Vocabulary.model_validate(
        {
            **names(
                "terms", a={"stage": "activity", "broader": "b"}, b={"stage": "activity", "broader": ["c", "x"]}, c={"stage": "activity"}
            ),
            **names("actors", a={"broader": "a"}),
            **names("traits", a={"broader": "b"}, b={"broader": "c"}, c={"broader": "a"}),
        }
    )
    rows = [(diagnostic.code, path_text(diagnostic.path), dict(diagnostic.params)) for diagnostic in check_vocabulary(vocabulary)]
    assert [row[:2] for row in rows] == [("VK321", "terms.b.broader.1"), ("VK322", "actors.a.broader"), ("VK322", "traits.a.broader")]
    assert [row[2].get("nodes") for row in rows] == [None, "a → a", "a → b → c → a"]


# sources


def test_a_sketch_is_not_asked_for_places() -> None:
    nodes = {"inputs": {"i": {"label": "I"}}}
    assert paths_of(model(**nodes), "VK401") == []
    assert paths_of(model(**nodes, source="s"), "VK401") == ["inputs.i"]
    assert paths_of(model(**nodes, recruitment={"refer": "nav", "at": "s#1:1"}), "VK401") == ["inputs.i"]


def test_places_of_every_kind_count_as_used_except_in_other_readings() -> None:
    judged = model(
        source="s",
        dose={"period": {"value": 1, "unit": "week"}, "at": "1:1"},
        recruitment={"refer": "nav", "at": "1:2"},
        inputs={
            "i": {
                "label": "I",
                "at": "1:3",
                "dose": {"count": {"value": 1, "unit": "piece"}, "at": "1:4"},
                "later": {"at": "1:5"},
                "or": [{"at": "1:9"}],
                "leads_to": [{"to": "x", "at": "1:6", "evidence": [{"finding": "mixed", "at": "t#1:7"}]}],
            }
        },
        outcomes={"x": outcome()},
        set_aside={**{f"1:{n}": "heading" for n in range(1, 10)}, "t#1:7": "heading"},
    )
    assert [(params["sentence"], params["by"]) for params in params_of(judged, "VK402")] == [
        ("1:1", "dose"),
        ("1:2", "recruitment"),
        ("1:3", "i"),
        ("1:4", "i"),
        ("1:5", "i"),
        ("1:6", "i -> x"),
        ("1:7", "i -> x"),
    ]


def test_ids_may_be_words_of_the_format() -> None:
    judged = model(
        source="s",
        inputs={"or": {"label": "O", "at": "1:1", "leads_to": [{"to": "evidence", "at": "1:2"}]}, "at": {"label": "L", "at": "1:3"}},
        activities={"evidence": {"label": "E", "term": "hinder"}},
        set_aside={"1:1-2": "heading", "1:3": "heading"},
    )
    assert [(params["sentence"], params["by"]) for params in params_of(judged, "VK402")] == [("1:2", "or -> evidence"), ("1:3", "at")]
    assert paths_of(judged, "VK315", CODEBOOK) == ["activities.evidence.term.0"]


RUN = st.tuples(st.integers(0, 12), st.integers(0, 12))


@given(st.lists(RUN, max_size=6), st.lists(RUN, max_size=4))
def test_used_and_set_aside_is_found_as_by_counting(used: list[tuple[int, int]], aside: list[tuple[int, int]]) -> None:
    judged = model(
        source="s",
        inputs={f"i{n}": {"label": "I", "at": f"1:{first}-{last}"} for n, (first, last) in enumerate(used)},
        set_aside={f"1:{first}-{last}": "heading" for first, last in aside},
    )
    sentences = {number for first, last in used for number in range(first, last + 1)}
    expected = [f"set_aside.1:{first}-{last}" for first, last in dict.fromkeys(aside) if sentences & set(range(first, last + 1))]
    assert paths_of(judged, "VK402") == expected


def test_a_missing_source_is_told_once() -> None:
    judged = model(inputs={"i": {"label": "I", "at": ["s#1:1", "1:2,3"]}}, set_aside={"1:4": "heading"})
    assert params_of(judged, "VK404") == [{"at": "1:2", "count": "3"}]
    assert paths_of(judged, "VK404") == ["inputs.i.at.1"]


# amounts


def doses(**dimensions: Any) -> LogicModel:
    return model(activities={"a": {"label": "A", "dose": dimensions}})


def test_amounts_are_checked_wherever_they_stand() -> None:
    wrong = {"session": {"value": 1, "unit": "week"}}
    judged = model(
        dose=wrong,
        inputs={"i": {"label": "I", "dose": wrong, "later": {"dose": wrong}, "or": [{"dose": wrong}]}},
        target_group={"t": {"age": {"min": 1, "unit": "month"}, "or": [{"sick_leave": {"max": 1, "unit": "hour"}}]}},
    )
    assert paths_of(judged, "VK501") == [
        "dose.session.unit",
        "target_group.t.age.unit",
        "target_group.t.or.0.sick_leave.unit",
        "inputs.i.or.0.dose.session.unit",
        "inputs.i.dose.session.unit",
        "inputs.i.later.dose.session.unit",
    ]


def test_hours_are_counted_by_time_as_times_are() -> None:
    judged = doses(
        intensity={"value": 10, "unit": "hour"}, frequency={"value": 2, "unit": "time"}, total={"value": 1, "unit": "hour", "per": "week"}
    )
    assert paths_of(judged, "VK504") == ["activities.a.dose.frequency", "activities.a.dose.intensity"]
    assert paths_of(judged, "VK506") == ["activities.a.dose.total.per"]
    assert paths_of(doses(intensity={"value": 1, "unit": "day", "per": "hour"}), "VK501") == [
        "activities.a.dose.intensity.unit",
        "activities.a.dose.intensity.per",
    ]


def test_planned_and_reached_have_units_of_their_own_or_share_one() -> None:
    judged = doses(
        count={"planned": {"min": 3, "max": 2}, "reached": {"value": 3, "unit": "week"}},
        sessions={"planned": {"value": 3}, "reached": {"value": 2}, "unit": "time"},
    )
    assert paths_of(judged, "VK501") == ["activities.a.dose.count.reached.unit"]
    assert paths_of(judged, "VK502") == ["activities.a.dose.count.planned"]
    assert paths_of(judged, "VK503") == ["activities.a.dose.count.planned"]


def test_three_decimals_may_be_thousands_wherever_a_number_stands() -> None:
    judged = model(
        target_group={"t": {"age": {"min": "18.000", "unit": "year"}}},
        activities={
            "a": {"label": "A", "dose": {"money": {"above": "1.450", "below": "1450.125", "unit": "NOK"}}},
            "b": {"label": "B", "dose": {"count": {"planned": {"approx": "-2.125"}, "reached": {"value": "0.125"}}}},
        },
        results={"r": {"label": "R", "value": "250.000"}, "s": {"label": "S", "distribution": {"yes": "1.450", "no": "1.45"}}},
    )
    assert paths_of(judged, "VK507") == [
        "target_group.t.age.min",
        "activities.a.dose.money.above",
        "activities.b.dose.count.planned.approx",
        "results.r.value",
        "results.s.distribution.yes",
    ]
    tips = [diagnostic.tip("en") for diagnostic in check(RuleContext(judged), select=["VK507"])]
    assert tips[0] == "Write 18000 if it is thousands, 18.0 if it is decimals."
    assert tips[2] == "Write -2125 if it is thousands, -2.1250 if it is decimals."


def test_three_decimals_can_be_accepted() -> None:
    result = {"label": "R", "value": "1.450", "accept": {"VK507": "Kilden har tre desimaler."}}
    assert paths_of(model(results={"r": result}), "VK507") == []
    assert paths_of(model(results={"r": result}), "VK901") == []


@pytest.mark.parametrize("amount", [{"words": "jevnlig"}, {"varies": "need"}, {"same_as": "a"}])
def test_what_has_no_number_needs_neither_unit_nor_per(amount: dict[str, str]) -> None:
    assert paths_of(doses(frequency=amount, session=amount), "VK50") == []


@pytest.mark.parametrize(
    ("bounds", "empty"),
    [
        ({"min": 1, "max": 1}, False),
        ({"min": 1, "below": 1}, True),
        ({"above": 1, "max": 1}, True),
        ({"above": 1, "below": 2}, False),
        ({"min": 2, "max": 1}, True),
        ({"min": 5}, False),
        ({"approx": 0}, False),
        ({"value": -3}, False),
    ],
)
def test_bounds(bounds: dict[str, int], empty: bool) -> None:
    judged = model(
        target_group={"t": {"age": bounds}},
        activities={"a": {"label": "A", "dose": {"period": bounds}}},
        results={"r": {"label": "R", **bounds}},
    )
    expected = ["target_group.t.age", "activities.a.dose.period", "results.r"]
    assert paths_of(judged, "VK502") == (expected if empty else [])


@pytest.mark.parametrize(
    ("whole", "part", "longer"),
    [
        ({"max": 12, "unit": "week"}, {"value": 3, "unit": "month"}, True),
        ({"max": 13, "unit": "week"}, {"value": 3, "unit": "month"}, False),
        ({"max": 1, "unit": "year"}, {"value": 12, "unit": "month"}, False),
        ({"max": 1, "unit": "year"}, {"value": 13, "unit": "month"}, True),
        ({"value": 12, "unit": "week"}, {"min": 8, "max": 16, "unit": "week"}, True),
        ({"max": 12, "unit": "week"}, {"min": 8, "unit": "week"}, False),
        ({"max": 12, "unit": "week"}, {"min": 13, "unit": "week"}, True),
        ({"max": 12, "unit": "week"}, {"below": 12, "unit": "week"}, False),
        ({"below": 12, "unit": "week"}, {"below": 12, "unit": "week"}, False),
        ({"below": 12, "unit": "week"}, {"value": 12, "unit": "week"}, True),
        ({"min": 12, "unit": "week"}, {"value": 2, "unit": "year"}, False),
        ({"max": 12, "unit": "week"}, {"value": 20}, False),
        ({"max": 12, "unit": "week"}, {"words": "lenge"}, False),
        ({"max": 12, "unit": "week"}, {"planned": {"value": 20, "unit": "week"}}, True),
    ],
)
def test_a_part_cannot_last_longer_than_the_whole(whole: dict[str, Any], part: dict[str, Any], longer: bool) -> None:
    nodes = {"a": {"label": "A", "dose": {"period": part}}}
    judged = model(dose={"period": whole}, inputs={"i": nodes["a"]}, activities=nodes, outputs={"o": nodes["a"]})
    assert paths_of(judged, "VK505") == (["activities.a.dose.period", "outputs.o.dose.period"] if longer else [])


# completeness and housekeeping

TEMPLATE = model(
    id="t",
    kind="template",
    target_group={"unge": {"traits": ["ung"], "required": True}},
    activities={
        "kurs": {"label": "K", "term": "kurs", "required": True},
        "hinder": {"label": "H", "term": ["hinder", "annet"], "required": True},
        "fri": {"label": "F", "term": "annet"},
    },
)


def following(**sections: Any) -> list[dict[str, object]]:
    shared = Project(vocabulary=CODEBOOK.vocabulary, templates={"t": TEMPLATE})
    return params_of(model(follows="t", **sections), "VK802", shared)


def missing(*parts: str, required: int) -> list[dict[str, object]]:
    return [{"template": "t", "count": str(len(parts)), "parts": counted("template.parts", required), "known": ", ".join(parts)}]


def test_required_parts_are_filled_by_narrower_terms_in_any_reading() -> None:
    assert following() == missing("kurs", "hinder", required=2)
    assert following(activities={"a": {"label": "A", "term": "nettkurs"}}) == missing("hinder", required=2)
    assert following(inputs={"a": {"label": "A", "or": [{"term": "kurs"}]}}) == missing("hinder", required=2)
    assert following(ambiguities={"a": {"stage": "activities", "or": {"term": ["kurs", "annet"]}}}) == []


def test_a_required_trait_is_missed_only_where_the_target_group_is_described() -> None:
    filled = {"activities": {"a": {"label": "A", "term": ["kurs", "annet"]}}}
    assert following(**filled) == []
    assert following(**filled, target_group={"g": {"traits": ["gammel"]}}) == missing("unge", required=3)
    assert following(**filled, target_group={"g": {"denies": {"traits": ["ung"]}}}) == missing("unge", required=3)


@pytest.mark.parametrize("gone", ["not_part", "dropped"])
def test_what_was_never_part_or_was_dropped_fills_no_requirement(gone: str) -> None:
    kurs = {"label": "A", "term": ["kurs", "hinder"], "status": gone}
    assert following(activities={"a": kurs}) == missing("kurs", "hinder", required=2)
    assert following(activities={"a": {**kurs, "or": [{"term": "kurs"}]}}) == missing("kurs", "hinder", required=2)
    assert following(activities={"a": {**kurs, "or": [{"status": "planned"}]}}) == []
    assert following(activities={"a": {**kurs, "status": "planned", "or": [{"status": gone}]}}) == []
    assert following(activities={"a": kurs}, ambiguities={"b": {"stage": "activities", "or": {"term": "kurs", "status": gone}}}) == missing(
        "kurs", "hinder", required=2
    )


@pytest.mark.parametrize(
    ("sections", "templates", "expected"),
    [
        ({}, {}, ["id"]),
        ({"follows": "t"}, {"t": TEMPLATE}, []),
        ({"follows": "t"}, {"t": TEMPLATE.model_copy(update={"target_group": EMPTY})}, ["id"]),
        ({"follows": "t"}, {}, []),
        ({"kind": "programme"}, {}, []),
        ({"kind": "template"}, {}, []),
    ],
)
def test_only_a_pilot_that_nobody_speaks_for_lacks_a_target_group(
    sections: dict[str, str], templates: Mapping[str, LogicModel], expected: list[str]
) -> None:
    assert paths_of(model(**sections), "VK801", Project(templates=templates)) == expected


def test_what_is_left_free_has_effect_in_templates_only() -> None:
    entries = {"inputs": {"i": {"label": "I", "term": "kurs", "free": ["dose"]}, "j": {"label": "J", "free": ["who", "when"]}}}
    assert paths_of(model(kind="template", **entries), "VK805") == ["inputs.j.free"]
    assert paths_of(model(**entries), "VK805") == ["inputs.i.free", "inputs.j.free"]


def test_required_has_effect_in_templates_only() -> None:
    entries = {
        "inputs": {"i": {"label": "I", "term": "kurs", "required": True}, "j": {"label": "J", "required": True}},
        "target_group": {"g": {"age": {"min": 1}, "required": True}, "h": {"traits": ["ung"], "required": True}},
    }
    assert paths_of(model(kind="template", **entries), "VK805") == ["target_group.g.required", "inputs.j.required"]
    assert len(paths_of(model(**entries), "VK805")) == 4


@pytest.mark.parametrize(
    ("section", "entry", "expected"),
    [
        ("inputs", {"label": "I", "or": "absent"}, []),
        ("inputs", {"label": "I", "or": [{"note": "N"}]}, ["inputs.e.or.0"]),
        ("inputs", {"label": "I", "status": "planned", "or": ["absent", {"status": "planned"}]}, ["inputs.e.or.1.status"]),
        ("inputs", {"label": "I", "status": "planned", "or": {"status": "planned", "term": "t"}}, []),
        ("inputs", {"label": "I", "term": "t", "or": {"term": ["t"]}}, ["inputs.e.or.0.term"]),
        ("inputs", {"label": "I", "leads_to": [{"to": "x", "or": [{"to": "x"}]}]}, ["inputs.e.leads_to.x.or.0.to"]),
        ("inputs", {"label": "I", "leads_to": [{"to": "x", "or": [{"to": "y"}]}]}, []),
        ("target_group", {"traits": ["ung"], "or": [{"traits": {"all": "ung"}}]}, ["target_group.e.or.0.traits"]),
        ("ambiguities", {"or": {"term": "t"}}, []),
        ("ambiguities", {"or": "absent"}, ["ambiguities.e.or.0"]),
    ],
)
def test_readings_that_change_nothing(section: str, entry: dict[str, Any], expected: list[str]) -> None:
    sections = {section: {"e": entry}, "outcomes": {"x": outcome(), "y": outcome()}}
    assert paths_of(model(**sections), "VK902") == expected


def test_labels_are_compared_without_case_and_space_and_measured_beside_the_chain_too() -> None:
    judged = model(
        inputs={"i": {"label": "Kurs  i STRASSE"}, "j": {"label": "x" * 60}},
        activities={"a": {"label": "kurs i straße"}, "b": {"label": "Kurs i Strasse"}},
        barriers={"k": {"label": "x" * 61}, "l": {"label": "Kurs i Strasse"}},
    )
    assert [(params["id"], params["other"]) for params in params_of(judged, "VK602")] == [("a", "i"), ("b", "i")]
    assert params_of(judged, "VK601") == [{"length": "61", "limit": "60"}]


@pytest.mark.parametrize(
    ("sections", "unknown"),
    [
        ({"results": {"r": {"value": 4}, "s": {"same_as": "r"}}}, None),
        ({"results": {"s": {"same_as": "i"}}, "indicators": {"i": {"label": "I"}}}, None),
        ({"indicators": {"i": {"label": "I", "targets": [{"same_as": "j"}]}, "j": {"label": "J"}}}, None),
        ({"results": {"s": {"same_as": "q"}}}, "results.s.same_as"),
        (
            {"activities": {"a": {"label": "A", "dose": {"total": {"same_as": "r"}}}}, "results": {"r": {"value": 4}}},
            "activities.a.dose.total.same_as",
        ),
    ],
)
def test_what_is_as_much_as_something_else_names_what_has_a_number(sections: dict[str, object], unknown: str | None) -> None:
    """A result is as much as another result, an indicator or a node; a dose is as much as another node's."""
    model = LogicModel.model_validate({"id": "m", **sections})
    assert [path_text(found.path) for found in broken_names(model)] == ([unknown] if unknown else [])


@pytest.mark.parametrize(
    ("sections", "empty"),
    [
        ({"barriers": {"b": {"label": "B", "risk": {}}}}, ["barriers.b.risk"]),
        ({"indicators": {"i": {"label": "I", "targets": []}}}, ["indicators.i.targets"]),
        ({"indicators": {"i": {"label": "I", "targets": [{"value": 0}], "baseline": {"value": 0}}}, "results": {"r": {"value": 0}}}, []),
        ({"inputs": {}, "recruitment": {}}, ["inputs", "recruitment"]),
        ({"target_group": {"t": {}}}, ["target_group.t"]),
        ({"target_group": {"t": {"label": "T", "traits": {"any": []}}}}, ["target_group.t.traits"]),
        ({"activities": {"a": {"label": "A", "later": {"dose": {}}, "term": []}}}, ["activities.a.term", "activities.a.later.dose"]),
        ({"activities": {"a": {"label": "A", "term": "x", "or": [{"term": [], "who": {}}]}}}, []),
        (
            {"activities": {"a": {"label": "A", "leads_to": [{"to": "a", "evidence": [{"finding": "mixed", "certainty": {}}]}]}}},
            ["activities.a.leads_to.a.evidence.0.certainty"],
        ),
        ({"outcomes": {"o": {"label": "O", "level": "user", "unwanted": False}}, "recruitment": {"note": "Ukjent"}}, []),
    ],
)
def test_what_is_empty_says_nothing(sections: dict[str, object], empty: list[str]) -> None:
    model = LogicModel.model_validate({"id": "m", **sections})
    assert [path_text(found.path) for found in check(RuleContext(model), select=["VK806"])] == empty
