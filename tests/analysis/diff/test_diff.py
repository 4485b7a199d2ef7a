"""What is a change, of what kind, and how grave."""

from __future__ import annotations

import json
from typing import Any

import pytest

from virkningskjede.analysis.diff import Diff, diff
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import Amount, Bounds
from virkningskjede.project import Portfolio

WORDS = Vocabulary.model_validate(
    {
        "terms": {
            "moter": {"label": {"nb": "Møter", "en": "Meetings"}, "stage": "activities"},
            "faste-moter": {"label": {"nb": "Faste møter", "en": "Regular meetings"}, "stage": "activities", "broader": "moter"},
            "samtale": {"label": {"nb": "Samtale", "en": "Talk"}, "stage": "activities"},
            "lang-samtale": {"label": {"nb": "Lang samtale", "en": "Long talk"}, "stage": "activities", "broader": "samtale"},
        },
        "actors": {
            "nav": {"label": {"nb": "Nav", "en": "Nav"}},
            "veileder": {"label": {"nb": "Veileder", "en": "Adviser"}, "broader": "nav"},
        },
        "places": {
            "bibliotek": {"label": {"nb": "Bibliotek", "en": "Library"}},
            "filial": {"label": {"nb": "Filial", "en": "Branch"}, "broader": "bibliotek"},
        },
        "traits": {
            "sykmeldt": {"label": {"nb": "Sykmeldt", "en": "On sick leave"}},
            "nylig": {"label": {"nb": "Nylig sykmeldt", "en": "Recently on sick leave"}, "broader": "sykmeldt"},
        },
    }
)


def changes(result: Diff) -> list[tuple[str, str, str, str, str]]:
    return [
        (change.kind, change.element, change.path, change.weight, change.reason.key.removeprefix("change.reason."))
        for change in result.changes
    ]


def versions(before: dict[str, Any], after: dict[str, Any]) -> Diff:
    return diff(LogicModel.model_validate({"id": "m", **before}), LogicModel.model_validate({"id": "m", **after}), WORDS)


def activity(**fields: Any) -> dict[str, Any]:
    return {"activities": {"x": {"label": "X", **fields}}}


WEEKLY = {"value": 1, "unit": "time", "per": "week"}


@pytest.mark.parametrize(
    ("field", "before", "after", "expected"),
    [
        ("status", "planned", "in_use", ("progressed", "status", "content", "further")),
        ("status", "in_use", "planned", ("changed", "status", "content", "back")),
        ("status", "needed", "planned", ("changed", "status", "content", "differs")),
        ("status", "not_part", "planned", ("changed", "status", "content", "differs")),
        ("status", "planned", "dropped", ("changed", "status", "content", "differs")),
        ("status", None, "planned", ("added", "status", "content", "added")),
        ("status", "planned", None, ("removed", "status", "content", "removed")),
        ("term", "moter", "faste-moter", ("refined", "term", "logic", "narrower")),
        ("term", "faste-moter", "moter", ("changed", "term", "logic", "differs")),
        ("term", ["moter"], ["moter", "faste-moter"], ("changed", "term", "logic", "differs")),
        ("term", ["moter", "samtale"], ["faste-moter", "lang-samtale"], ("refined", "term", "logic", "narrower")),
        ("term", ["moter", "samtale"], ["faste-moter"], ("changed", "term", "logic", "differs")),
        ("place", "bibliotek", "filial", ("refined", "place", "content", "narrower")),
        ("place", "bibliotek", "Kafeen på torget", ("changed", "place", "content", "differs")),
        ("mode", None, "digital", ("added", "mode", "content", "added")),
        ("who", {"do": ["nav"]}, {"do": ["veileder"]}, ("refined", "who.do", "content", "narrower")),
        ("who", {"do": ["nav"]}, {"do": ["nav", "lege"]}, ("changed", "who.do", "content", "differs")),
        ("who", {"do": ["nav"]}, {"do": ["nav"], "for": ["bruker"]}, ("added", "who.for", "content", "added")),
        ("dose", {"frequency": {"words": "ofte"}}, {"frequency": WEEKLY}, ("refined", "dose.frequency", "content", "number")),
        ("dose", {"frequency": {**WEEKLY, "value": 2}}, {"frequency": WEEKLY}, ("changed", "dose.frequency", "content", "differs")),
        (
            "dose",
            {"period": {"max": 12, "unit": "week"}},
            {"period": {"max": 8, "unit": "week"}},
            ("refined", "dose.period", "content", "tighter"),
        ),
        (
            "dose",
            {"period": {"max": 8, "unit": "week"}},
            {"period": {"max": 12, "unit": "week"}},
            ("changed", "dose.period", "content", "differs"),
        ),
        (
            "dose",
            {"count": {"value": 2, "unit": "piece"}},
            {"count": {"value": 2, "unit": "person"}},
            ("changed", "dose.count", "content", "differs"),
        ),
        ("dose", {"at": "1:1"}, {"at": "1:2"}, ("changed", "dose.at", "cosmetic", "wording")),
        ("later", {"status": "planned"}, {"status": "in_use"}, ("changed", "later.status", "content", "differs")),
        ("when", ["need"], ["need", "wish"], ("changed", "when", "content", "differs")),
        ("content", "Samtaler", "Råd", ("changed", "content", "content", "differs")),
        ("label", "Y", "Z", ("changed", "label", "cosmetic", "wording")),
        ("note", None, "Uklart", ("added", "note", "cosmetic", "added")),
        ("at", "1:1", "1:2", ("changed", "at", "cosmetic", "wording")),
        ("or", None, [{"status": "considered"}], ("added", "or", "content", "doubt")),
        ("or", [{"status": "considered"}], None, ("removed", "or", "content", "kept")),
        ("accept", None, {"VK204": "Greit"}, ("added", "accept.VK204", "cosmetic", "added")),
    ],
)
def test_a_field_of_a_node(field: str, before: Any, after: Any, expected: tuple[str, str, str, str]) -> None:
    old = activity(**({} if before is None else {field: before}))
    new = activity(**({} if after is None else {field: after}))
    kind, name, weight, reason = expected
    assert changes(versions(old, new)) == [(kind, "field", f"activities.x.{name}", weight, reason)]


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        ("at", "1:1,2", "1:1-2"),
        ("at", ["1:1", "2:4"], "2:4,1:1"),
        ("when", ["need", "wish"], ["wish", "need"]),
        ("who", ["nav"], {"do": ["nav"]}),
        ("dose", {"count": {"value": "2", "unit": "piece"}}, {"count": {"value": "2.0", "unit": "piece"}}),
    ],
)
def test_two_ways_of_writing_the_same(field: str, before: Any, after: Any) -> None:
    assert versions(activity(**{field: before}), activity(**{field: after})).changes == ()


CHAIN: dict[str, Any] = {
    "activities": {"x": {"label": "X", "leads_to": [{"to": "u", "because": "De møtes"}]}, "y": {"label": "Y"}},
    "outcomes": {"u": {"label": "U", "level": "user"}, "v": {"label": "V", "level": "user"}},
}


def chain(**links: list[Any]) -> dict[str, Any]:
    return {**CHAIN, "activities": {name: {"label": name.upper(), "leads_to": links.get(name, [])} for name in ("x", "y")}}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"because": "De lærer"}, ("added", "because", "content")),
        ({}, {"assumes": ["a"]}, ("added", "assumes", "logic")),
        ({}, {"feedback": True}, ("added", "feedback", "logic")),
        ({}, {"evidence": [{"refs": ["xu-2024"], "finding": "mixed"}]}, ("added", "evidence", "content")),
        ({}, {"at": "1:1"}, ("changed", "stated", "content")),
        ({"at": "1:1"}, {"at": "1:2"}, ("changed", "at", "cosmetic")),
        ({}, {"or": ["absent"]}, ("added", "or", "content")),
    ],
)
def test_a_field_of_an_arrow(before: dict[str, Any], after: dict[str, Any], expected: tuple[str, str, str]) -> None:
    result = versions(chain(x=[{"to": "u", **before}]), chain(x=[{"to": "u", **after}]))
    assert [(change.kind, change.path, change.weight) for change in result.changes] == [
        (expected[0], f"activities.x.leads_to.u.{expected[1]}", expected[2])
    ]


def test_a_reading_that_became_the_coding_settles_the_doubt() -> None:
    old = activity(status="planned", **{"or": [{"status": "in_use"}]})
    reasons = {
        name: [change[-1] for change in changes(versions(old, activity(status=name))) if change[2].endswith(".or")]
        for name in ("planned", "in_use")
    }
    assert reasons == {"planned": ["kept"], "in_use": ["settled"]}


def test_research_that_was_added_or_taken_away_says_so() -> None:
    one, two = {"refs": ["xu-2024"], "finding": "mixed"}, {"refs": ["reme-2015"], "finding": "supports"}

    def rows_between(before: list[Any], after: list[Any]) -> list[tuple[str, str]]:
        result = versions(chain(x=[{"to": "u", "evidence": before}]), chain(x=[{"to": "u", "evidence": after}]))
        return [(change[0], change[-1]) for change in changes(result)]

    assert rows_between([], [one]) == [("added", "evidence")]
    assert rows_between([one], [one, two]) == [("changed", "evidence")]
    assert rows_between([one, two], [two]) == [("changed", "unproved")]
    assert rows_between([one], [two]) == [("changed", "differs")]


def test_arrows_that_came_and_went() -> None:
    result = versions(chain(x=["u"]), chain(y=["v"]))
    assert changes(result) == [
        ("removed", "link", "activities.x.leads_to.u", "logic", "removed"),
        ("added", "link", "activities.y.leads_to.v", "logic", "added"),
    ]


def test_a_retargeted_arrow_is_one_change_and_so_is_one_with_another_source() -> None:
    moved = versions(chain(x=["u"]), chain(x=["v"])).changes
    assert [(change.kind, change.path_a, change.path_b, change.before, change.after, change.reason.key) for change in moved] == [
        ("retargeted", "activities.x.leads_to.u", "activities.x.leads_to.v", "u", "v", "change.reason.target")
    ]
    moved = versions(chain(x=["u"]), chain(y=["u"])).changes
    assert [(change.kind, change.path_a, change.path_b, change.before, change.after, change.reason.key) for change in moved] == [
        ("retargeted", "activities.x.leads_to.u", "activities.y.leads_to.u", "x", "y", "change.reason.source")
    ]


def test_a_retargeted_arrow_is_known_by_its_mechanism() -> None:
    outcomes = {name: {"label": name.upper(), "level": "user"} for name in ("u", "v", "w", "z")}
    before = {
        "outcomes": outcomes,
        "activities": {"x": {"label": "X", "leads_to": [{"to": "u", "because": "De møtes"}, {"to": "v", "because": "De lærer"}]}},
    }
    after = {
        "outcomes": outcomes,
        "activities": {"x": {"label": "X", "leads_to": [{"to": "w", "because": "De lærer"}, {"to": "z", "because": "De møtes"}]}},
    }
    assert [(change.kind, change.before, change.after) for change in versions(before, after).changes] == [
        ("retargeted", "u", "z"),
        ("retargeted", "v", "w"),
    ]


def test_an_arrow_that_was_moved_and_edited_is_told_as_both() -> None:
    result = versions(chain(x=[{"to": "u", "because": "De møtes"}]), chain(x=[{"to": "v", "because": "De møtes ofte", "at": "1:1"}]))
    assert changes(result) == [
        ("retargeted", "link", "activities.x.leads_to.u", "logic", "target"),
        ("changed", "field", "activities.x.leads_to.u.because", "content", "differs"),
        ("changed", "field", "activities.x.leads_to.u.stated", "content", "differs"),
    ]


def test_a_target_that_was_replaced_takes_its_arrow_with_it() -> None:
    before = {"activities": {"x": {"label": "X", "leads_to": ["u"]}}, "outcomes": {"u": {"label": "Ro", "level": "user"}}}
    after = {"activities": {"x": {"label": "X", "leads_to": ["v"]}}, "outcomes": {"v": {"label": "Arbeid", "level": "user"}}}
    assert changes(versions(before, after)) == [
        ("retargeted", "link", "activities.x.leads_to.u", "logic", "target"),
        ("removed", "node", "outcomes.u", "logic", "removed"),
        ("added", "node", "outcomes.v", "logic", "added"),
    ]


def test_a_new_source_beside_an_old_one_that_went_is_no_moved_arrow() -> None:
    before = {"activities": {"x": {"label": "Kurs", "leads_to": ["u"]}}, "outcomes": {"u": {"label": "U", "level": "user"}}}
    after = {"activities": {"y": {"label": "Svømming", "leads_to": ["u"]}}, "outcomes": {"u": {"label": "U", "level": "user"}}}
    assert {change.kind for change in versions(before, after).changes} == {"added", "removed"}


def test_a_new_id_changes_nothing_that_refers_to_it() -> None:
    def model(name: str) -> dict[str, Any]:
        return {
            "activities": {
                name: {"label": "Kurs for brukere", "leads_to": ["u"]},
                "y": {"label": "Y", "after": [name], "dose": {"period": {"same_as": name}}, "or": [{"after": [name]}]},
            },
            "outcomes": {"u": {"label": "U", "level": "user"}},
            "barriers": {"b": {"label": "B", "hinders": [f"{name} -> u", name]}},
        }

    result = versions(model("kurs"), model("brukerkurs"))
    assert [(change.path_a, change.path_b, change.before, change.after, change.weight) for change in result.changes] == [
        ("activities.kurs.id", "activities.brukerkurs.id", "kurs", "brukerkurs", "cosmetic")
    ]


def meetings(name: str, label: str, other: str = "plan", **fields: Any) -> dict[str, Any]:
    """A version in which a meeting, and what it leads to, have these names; the meeting with a place in the source and arrows."""
    return {
        "inputs": {"penger": {"label": "Tilskudd", "leads_to": [name]}},
        "activities": {
            "kurs": {"label": "Kurs", "leads_to": [name, other]},
            name: {"label": label, "at": "s#1:4", "leads_to": [other], **fields},
        },
        "outputs": {other: {"label": other.title(), "at": "s#1:9"}},
        "barriers": {"tid": {"label": "Lite tid", "hinders": [name, f"{name} -> {other}"]}},
    }


def test_a_new_id_and_a_new_label_at_once_are_one_change() -> None:
    old, new = meetings("mote", "Møte hver uke"), meetings("samling", "Felles drøfting")
    for before, after in ((old, new), (new, old)):
        result = versions(before, after)
        (name, mine), (other, yours) = (list(version["activities"].items())[1] for version in (before, after))
        assert [(change.path_a, change.path_b, change.before, change.after, change.weight) for change in result.changes] == [
            (f"activities.{name}.label", f"activities.{other}.label", mine["label"], yours["label"], "cosmetic")
        ]
    assert "“Møte hver uke” is now called “Felles drøfting” (id: mote → samling)" in versions(old, new).to_text(lang="en")


def test_two_that_hang_together_can_be_renamed_at_once() -> None:
    result = versions(meetings("mote", "Møte hver uke"), meetings("samling", "Felles drøfting", "avtale"))
    assert [(change.path_a, change.path_b) for change in result.changes] == [
        ("activities.mote.label", "activities.samling.label"),
        ("outputs.plan.label", "outputs.avtale.label"),
    ]


@pytest.mark.parametrize(
    "fields",
    [{"at": "s#1:5"}, {"at": []}, {"term": "kurs"}, {"leads_to": []}, {"leads_to": ["plan", "kurs"]}],
)
def test_what_has_another_name_and_more_that_is_other_is_not_the_same(fields: dict[str, Any]) -> None:
    result = versions(meetings("mote", "Møte hver uke"), meetings("samling", "Felles drøfting", **fields))
    assert {"activities.mote", "activities.samling"} <= {change.path for change in result.changes if change.element == "node"}


def test_of_several_that_could_be_the_renamed_one_none_is() -> None:
    before = {"activities": {"a": {"label": "Kurs", "at": "s#1:4", "leads_to": ["u"]}}, "outputs": {"u": {"label": "U"}}}
    twins = {name: {"label": label, "at": "s#1:4", "leads_to": ["u"]} for name, label in (("b", "Møter"), ("c", "Turer"))}
    result = versions(before, {**before, "activities": twins})
    assert [change.kind for change in result.changes if change.element == "node"] == ["removed", "added", "added"]


def test_an_entry_that_moved_is_one_change() -> None:
    result = versions({"activities": {"x": {"label": "Brosjyre"}}}, {"outputs": {"x": {"label": "Brosjyre"}}})
    assert [(change.kind, change.path_a, change.path_b, change.before, change.after, change.weight) for change in result.changes] == [
        ("changed", "activities.x.stage", "outputs.x.stage", "activities", "outputs", "logic")
    ]


def test_what_stands_beside_the_chain() -> None:
    before = {
        "follows": "modell-1",
        "as_of": "2024-01-01",
        "source": "rapport",
        "dose": {"period": {"max": 12, "unit": "week"}},
        "target_group": {"alder": {"age": {"min": 18, "max": 55, "unit": "year"}}, "syke": {"traits": {"any": ["sykmeldt"]}}},
        "recruitment": {"refer": ["nav"], "consent": "asked"},
        "barriers": {"tid": {"label": "Tid"}},
        "results": {"r": {"indicator": "antall", "value": 3, "unit": "person"}},
        "set_aside": {"1:1": "heading"},
    }
    after = {
        "follows": "modell-2",
        "as_of": "2024-06-01",
        "source": "rapport",
        "dose": {"period": {"max": 8, "unit": "week"}},
        "target_group": {"alder": {"age": {"min": 20, "max": 30, "unit": "year"}}, "syke": {"traits": {"all": ["nylig"]}}},
        "recruitment": {"refer": ["veileder"], "consent": "written"},
        "open_questions": {"hvem": {"label": "Hvem betaler?"}},
        "results": {"r": {"indicator": "antall", "value": 4, "unit": "person"}},
        "set_aside": {"1:2": "heading"},
    }
    assert changes(versions(before, after)) == [
        ("changed", "field", "as_of", "content", "differs"),
        ("refined", "field", "dose.period", "content", "tighter"),
        ("changed", "field", "follows", "logic", "differs"),
        ("changed", "field", "recruitment.consent", "content", "differs"),
        ("refined", "field", "recruitment.refer", "content", "narrower"),
        ("removed", "field", "set_aside.1:1", "cosmetic", "removed"),
        ("added", "field", "set_aside.1:2", "cosmetic", "added"),
        ("refined", "field", "target_group.alder.age", "content", "tighter"),
        ("refined", "field", "target_group.syke.traits", "content", "narrower"),
        ("removed", "node", "barriers.tid", "logic", "removed"),
        ("added", "node", "open_questions.hvem", "content", "added"),
        ("changed", "field", "results.r.value", "content", "differs"),
    ]


def test_any_of_one_trait_is_the_same_as_all_of_it() -> None:
    result = versions({"target_group": {"s": {"traits": {"any": ["nylig"]}}}}, {"target_group": {"s": {"traits": ["nylig"]}}})
    assert result.changes == ()


def test_an_outcome() -> None:
    before = {"outcomes": {"u": {"label": "U", "level": "user", "cause": "whole", "indicators": ["fravaer"]}}}
    after = {"outcomes": {"u": {"label": "U", "level": "society", "indicators": ["dager"]}}}
    assert changes(versions(before, after)) == [
        ("removed", "field", "outcomes.u.cause", "logic", "removed"),
        ("changed", "field", "outcomes.u.indicators", "content", "differs"),
        ("changed", "field", "outcomes.u.level", "logic", "differs"),
    ]


def two(**fields: Any) -> LogicModel:
    node = {"label": "Møter", "term": "moter", "status": "planned", **fields}
    return LogicModel.model_validate({"id": "b", "title": "B", "activities": {"moter": node}})


A = LogicModel.model_validate(
    {"id": "a", "title": "A", "activities": {"mote": {"label": "Møte", "term": "moter", "status": "planned", "at": "1:1"}}}
)


def test_between_models_places_notes_and_doubts_are_no_differences() -> None:
    result = diff(A, two(at="9:9", note="Uklart", accept={"VK204": "Greit"}, **{"or": [{"status": "considered"}]}), WORDS)
    assert [(change.kind, change.path_a, change.path_b, change.weight) for change in result.changes] == [
        ("changed", "title", "title", "cosmetic"),
        ("changed", "activities.mote.id", "activities.moter.id", "cosmetic"),
        ("changed", "activities.mote.label", "activities.moter.label", "cosmetic"),
    ]


def test_between_models_a_path_names_the_first_and_path_b_the_second() -> None:
    result = diff(A, two(term="faste-moter", status="in_use"), WORDS)
    graver = [change for change in result.changes if change.weight != "cosmetic"]
    assert [(change.kind, change.path, change.path_b) for change in graver] == [
        ("progressed", "activities.mote.status", "activities.moter.status"),
        ("refined", "activities.mote.term", "activities.moter.term"),
    ]


def test_between_models_an_arrow_is_moved_only_among_what_both_have() -> None:
    def pilot(model_id: str, own: str, target: str) -> LogicModel:
        outcomes = {name: {"label": name, "level": "user", "term": name} for name in ("ro", "arbeid", own)}
        activities = {"m": {"label": "M", "term": "moter", "leads_to": [target, own]}}
        return LogicModel.model_validate({"id": model_id, "activities": activities, "outcomes": outcomes})

    result = diff(pilot("a", "helse", "ro"), pilot("b", "bolig", "arbeid"), WORDS)
    assert [(change.kind, change.element, change.path) for change in result.changes] == [
        ("added", "link", "activities.m.leads_to.bolig"),
        ("removed", "link", "activities.m.leads_to.helse"),
        ("retargeted", "link", "activities.m.leads_to.ro"),
        ("added", "node", "outcomes.bolig"),
        ("removed", "node", "outcomes.helse"),
    ]


def test_comparable() -> None:
    stranger = LogicModel.model_validate({"id": "c", "activities": {"x": {"label": "X", "term": "kurs"}}})
    assert not diff(A, stranger, WORDS).comparable
    assert diff(A, two(), WORDS).comparable
    sketch = LogicModel(id="a")
    assert diff(sketch, A).comparable
    assert not diff(A, LogicModel.model_validate({"id": "a", "activities": {"x": {"label": "Noe annet", "term": "kurs"}}})).comparable


def test_the_summary_counts() -> None:
    assert dict(versions(chain(x=["u"]), chain(x=["v"], y=["u"])).summary) == {
        "changes": 2,
        "added": 1,
        "removed": 0,
        "changed": 0,
        "retargeted": 1,
        "refined": 0,
        "progressed": 0,
        "logic": 2,
        "content": 0,
        "cosmetic": 0,
        "matched": 4,
        "only_a": 0,
        "only_b": 0,
    }


def test_the_frame_has_a_row_for_each_change() -> None:
    frame = versions(activity(dose={"frequency": {"words": "ofte"}}), activity(dose={"frequency": WEEKLY})).to_frame("en")
    assert frame.to_dict("records") == [
        {
            "kind": "refined",
            "element": "field",
            "weight": "content",
            "reason": "words became a number",
            "path": "activities.x.dose.frequency",
            "path_b": "activities.x.dose.frequency",
            "sentence": "“X”: how often made more precise, from “ofte” to 1 time a week",
            "before": '{"words": "ofte"}',
            "after": json.dumps(WEEKLY),
        }
    ]


def test_a_diff_can_be_hashed_and_shown_in_a_notebook() -> None:
    result = versions(activity(), activity(status="planned"))
    assert hash(result.changes) == hash(versions(activity(), activity(status="planned")).changes)
    assert "<li>«X»: status lagt til: planlagt</li>" in result._repr_html_()


def test_half_days_are_not_more_precise_than_days(portfolio: Portfolio) -> None:
    result = diff(portfolio["tromso"], portfolio["nesodden"], portfolio.project.vocabulary)
    (often,) = [change for change in result.changes if change.path_b == "activities.kontordager-rph.dose.frequency"]
    assert (often.kind, often.before, often.after) == (
        "changed",
        Amount(min=2, max=3, unit="day", per="week"),
        Amount(value=2, unit="half_day", per="week"),
    )


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ({"min": 2, "max": 3, "unit": "day", "per": "week"}, {"value": 4, "unit": "half_day", "per": "week"}, "refined"),
        ({"min": 2, "max": 3, "unit": "day", "per": "week"}, {"value": 2, "unit": "half_day", "per": "week"}, "changed"),
        ({"min": 1, "unit": "time", "per": "week"}, {"value": 2, "unit": "day", "per": "week"}, "changed"),
        ({"min": 1, "unit": "time", "per": "month"}, {"value": 24, "unit": "time", "per": "year"}, "refined"),
        ({"value": 1, "unit": "time", "per": "month"}, {"value": 12, "unit": "time", "per": "year"}, "changed"),
    ],
)
def test_an_amount_is_refined_only_where_it_can_be_compared(old: dict[str, object], new: dict[str, object], kind: str) -> None:
    (change,) = versions(activity(dose={"frequency": old}), activity(dose={"frequency": new})).changes
    assert change.kind == kind


def test_money_in_another_currency_is_no_more_precise() -> None:
    def spent(**money: object) -> dict[str, Any]:
        return activity(dose={"money": money})

    (narrower,) = versions(spent(max=5000), spent(value=4000, unit="NOK")).changes
    (other,) = versions(spent(max=5000), spent(value=400, unit="EUR")).changes
    assert (narrower.kind, other.kind, other.weight) == ("refined", "changed", "content")
    assert not versions(spent(max=5000), spent(max=5000, unit="NOK")).changes


def test_a_result_of_nothing_is_a_result() -> None:
    def measured(**fields: object) -> LogicModel:
        return LogicModel.model_validate({"id": "m", "results": {"r": {"label": "Brukere", **fields}}})

    before, after = measured(value=0, unit="person", n=0), measured(value=31, unit="person", n=31)
    assert [(change.kind, change.path, change.before, change.after) for change in diff(before, after).changes] == [
        ("changed", "results.r.n", 0, 31),
        ("changed", "results.r.value", Bounds(value=0, unit="person"), Bounds(value=31, unit="person")),
    ]
    bounded, below = measured(min=0, max=10), measured(max=10)
    assert [(change.kind, change.path, change.before, change.after) for change in diff(bounded, below).changes] == [
        ("changed", "results.r.value", Bounds(min=0, max=10), Bounds(max=10))
    ]


def test_two_pilots_of_the_corpus(portfolio: Portfolio) -> None:
    result = diff(portfolio["ha"], portfolio["nesodden"], portfolio.project.vocabulary)
    assert result.comparable
    assert {(change.kind, change.path, change.path_b) for change in result.changes} >= {
        ("changed", "follows", "follows"),
        ("added", "recruitment.consent", "recruitment.consent"),
        ("refined", "inputs.nav-veileder.term", "inputs.jobbspesialist.term"),
        ("progressed", "activities.til-stede.status", "activities.kontordager-rph.status"),
        ("changed", "activities.til-stede.dose.frequency", "activities.kontordager-rph.dose.frequency"),
        ("removed", "outputs.flyer", None),
        ("removed", "outputs.flyer.leads_to.melder-seg", None),
        ("retargeted", "activities.til-stede.leads_to.kjennskap", "activities.kontordager-rph.leads_to.tidlig-avklaring"),
        ("added", "results.antall", "results.antall"),
    }


def test_no_pilot_of_the_corpus_differs_from_itself(portfolio: Portfolio) -> None:
    for model in portfolio.values():
        assert diff(model, model, portfolio.project.vocabulary).changes == ()
