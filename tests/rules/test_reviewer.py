"""What a reviewer would stop at, beyond the one case on each page of the manual: where the line goes."""

from __future__ import annotations

from typing import Any

import pytest

from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import Sentence
from virkningskjede.project import Project
from virkningskjede.rules import RuleContext, check

VOCABULARY = Vocabulary.model_validate(
    {
        "terms": {
            "kurs": {"label": {"nb": "Kurs", "en": "Course"}, "stage": "activities"},
            "nettkurs": {"label": {"nb": "Nettkurs", "en": "Online course"}, "stage": "activities", "broader": "kurs"},
        },
        "traits": {
            "ung": {"label": {"nb": "Ung", "en": "Young"}, "group": "age"},
            "elev": {"label": {"nb": "Elev", "en": "Pupil"}, "group": "age", "broader": "ung"},
            "gammel": {"label": {"nb": "Gammel", "en": "Old"}, "group": "age"},
        },
    }
)


def paths(code: str, **sections: Any) -> list[str]:
    """Where a rule strikes in a model."""
    judged = LogicModel.model_validate({"id": "m", **sections})
    return [".".join(map(str, breach.path)) for breach in check(RuleContext(judged, Project(vocabulary=VOCABULARY)), select=[code])]


def outcome(label: str = "Ro", level: str = "user", **more: Any) -> dict[str, Any]:
    return {"label": label, "level": level, **more}


def activity(label: str = "Kurs", *to: Any, **more: Any) -> dict[str, Any]:
    return {"label": label, "leads_to": list(to), **more}


@pytest.mark.parametrize(
    ("status", "more", "expected"),
    [
        ("planned", {"value": 6}, ["activities.a.status"]),
        ("needed", {"min": 1}, ["activities.a.status"]),
        ("planned", {"value": 0}, []),
        ("planned", {"words": "mange"}, []),
        ("started", {"value": 6}, []),
    ],
)
def test_nothing_is_reached_before_it_is_begun(status: str, more: dict[str, Any], expected: list[str]) -> None:
    sections = {"indicators": {"i": {"label": "Kurs", "unit": "time"}}, "results": {"r": {"indicator": "i", "at": "1:1", **more}}}
    assert paths("VK170", activities={"a": activity(status=status, indicators=["i"])}, **sections) == expected


def test_an_amount_that_is_reached_and_a_reading_with_another_status() -> None:
    reached = activity(status="considered", dose={"count": {"unit": "person", "planned": {"value": 3}, "reached": {"value": 2}}})
    assert paths("VK170", activities={"a": reached}) == ["activities.a.status"]
    assert paths("VK170", activities={"a": {**reached, "or": [{"status": "in_use"}]}}) == []


@pytest.mark.parametrize(
    ("level", "arrow", "expected"),
    [
        ("service", "o", 1),
        ("partner", {"to": "o", "because": "Det trengs"}, 1),
        ("service", {"to": "o", "at": "1:1"}, 0),
        ("service", {"to": "o", "note": "Sagt et annet sted"}, 0),
        ("user", "o", 0),  # which is VK209
    ],
)
def test_from_an_input_to_the_services(level: str, arrow: Any, expected: int) -> None:
    found = paths("VK228", inputs={"i": {"label": "Penger", "leads_to": [arrow]}}, outcomes={"o": outcome(level=level)})
    assert found == ["inputs.i.leads_to.o"] * expected


@pytest.mark.parametrize(("more", "expected"), [({}, 1), ({"because": "De lærer"}, 1), ({"at": "1:1"}, 0), ({"note": "Se 1:1"}, 0)])
def test_feedback_is_stated_or_noted(more: dict[str, Any], expected: int) -> None:
    back = outcome(leads_to=[{"to": "a", "feedback": True, **more}])
    assert len(paths("VK229", activities={"a": activity("Kurs", "o")}, outcomes={"o": back})) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("2025-06", "2025-03", 1), ("2025-06", "2025", 0), ("2025", "2024", 1), ("2025-03", "2025-03", 0)],
)
def test_deadlines_come_in_the_order_of_what_they_are_of(first: str, second: str, expected: int) -> None:
    due = [{"dose": {"deadline": {"date": date}}} for date in (first, second)]
    by_arrow = {"a": activity("En", "b", **due[0]), "b": activity("To", **due[1])}
    by_after = {"a": activity("En", **due[0]), "b": activity("To", **due[1], after=["a"])}
    assert [len(paths("VK230", activities=activities)) for activities in (by_arrow, by_after)] == [expected, expected]


@pytest.mark.parametrize(
    ("finding", "kind", "expected"),
    [
        ({"best_for": ["gammel"]}, "pilot", 1),
        ({"also_for": ["gammel"]}, "programme", 1),
        ({"best_for": ["gammel"]}, "template", 0),
        ({"best_for": ["elev"]}, "pilot", 0),
        ({"best_for": ["gammel"], "also_for": ["ung"]}, "pilot", 0),
        ({"best_for": ["gammel"], "note": "Også her"}, "pilot", 0),
        ({}, "pilot", 0),
    ],
)
def test_research_on_others_than_the_target_group(finding: dict[str, Any], kind: str, expected: int) -> None:
    arrow = {"to": "o", "evidence": [{"finding": "supports", "refs": ["x"], **finding}]}
    group = {"unge": {"label": "Unge", "traits": ["ung"]}}
    sections: dict[str, Any] = {"target_group": group, "activities": {"a": activity("Kurs", arrow)}, "outcomes": {"o": outcome()}}
    assert len(paths("VK237", kind=kind, **sections)) == expected


def test_one_phrase_from_one_node_or_to_one_is_no_stock_phrase() -> None:
    arrows = [{"to": name, "because": "Det virker."} for name in ("o", "p", "q")]
    outcomes = {name: outcome(name) for name in ("o", "p", "q")}
    assert paths("VK238", activities={"a": activity("En", *arrows)}, outcomes=outcomes) == []
    assert paths("VK238", activities={f"a{n}": activity(str(n), arrows[0]) for n in range(3)}, outcomes=outcomes) == []
    several = {"a": activity("En", *arrows[:2]), "b": activity("To", {**arrows[2], "because": "det  virker"})}
    assert paths("VK238", activities=several, outcomes=outcomes) == ["activities.a.leads_to.o.because"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [({}, 1), ({"level": "society"}, 0), ({"term": "nettkurs"}, 0), ({"label": "Noe annet"}, 1)],
)
def test_one_outcome_twice(more: dict[str, Any], expected: int) -> None:
    outcomes = {"o": outcome("Ro", term="kurs"), "p": {**outcome("Fred", term="kurs"), **more}}
    assert len(paths("VK239", activities={"a": activity("En", "o", "p")}, outcomes=outcomes)) == expected
    apart = {"a": activity("En", "o"), "b": activity("To", "p")}
    assert paths("VK239", activities=apart, outcomes=outcomes) == []


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ({"value": 40, "n": 30, "unit": "person"}, 1),
        ({"value": 30, "n": 30, "unit": "person"}, 0),
        ({"value": 40, "n": 30, "unit": "percent"}, 0),
    ],
)
def test_more_than_were_asked(result: dict[str, Any], expected: int) -> None:
    assert len(paths("VK557", results={"r": {"label": "Svar", **result}})) == expected


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        ({"sessions": (10, "time"), "session": (90, "minute"), "total": (15, "hour")}, []),
        ({"sessions": (10, "time"), "session": (90, "minute"), "total": (20, "hour")}, ["total"]),
        ({"frequency": (2, "time", "month"), "period": (1, "quarter"), "sessions": (6, "time")}, []),
        ({"frequency": (2, "time", "month"), "period": (1, "quarter"), "sessions": (12, "time")}, ["sessions"]),
        ({"frequency": (2, "time", "week"), "period": (1, "quarter"), "sessions": (99, "time")}, []),  # the calendar stands between
        ({"intensity": (3, "hour", "week"), "period": (14, "day"), "total": (7, "hour")}, ["total"]),
        ({"frequency": (1, "day", "week"), "period": (4, "week"), "sessions": (30, "time")}, []),  # a day is no number of times
    ],
)
def test_amounts_of_one_dose_agree(dose: dict[str, tuple[int, ...]], expected: list[str]) -> None:
    amounts = {name: dict(zip(("value", "unit", "per"), amount, strict=False)) for name, amount in dose.items()}
    assert paths("VK558", activities={"a": activity(dose=amounts)}) == [f"activities.a.dose.{name}" for name in expected]


@pytest.mark.parametrize(
    ("made", "done", "expected"),
    [
        ("Kurset er holdt", "Kurs for ansatte", 1),
        ("Course completed", "Course for staff", 1),
        ("Opplærte ansatte", "Kurs for ansatte", 0),
        ("Kurspermer", "Kurs", 1),  # words are known again in compounds
        ("Veileder", "Skrive en veileder", 1),
    ],
)
def test_an_output_that_restates(made: str, done: str, expected: int) -> None:
    assert len(paths("VK607", activities={"a": activity(done, "p")}, outputs={"p": {"label": made}})) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Holde kurs", True),
        ("Ukentlige møter", True),
        ("Develop a guide", True),
        ("Joint meetings", True),
        ("Møtene er nyttige", False),
        ("Deltakerne mestrer hverdagen", False),
        ("Planlagte besøk blir færre", False),
    ],
)
def test_outcomes_called_as_something_done(label: str, expected: bool) -> None:
    assert bool(paths("VK608", outcomes={"o": outcome(label)})) == expected


def test_who_does_and_who_receives_is_known_from_the_rest_of_the_model() -> None:
    usual = {"a": activity("En", who={"do": ["leder"], "for": ["bruker"]}), "b": activity("To", who={"do": ["leder"], "for": ["bruker"]})}
    turned = activity("Tre", who={"do": ["bruker"], "for": ["leder"]})
    assert paths("VK609", activities={**usual, "c": turned}) == ["activities.c.who"]
    assert paths("VK609", activities={"a": usual["a"], "c": turned}) == ["activities.a.who", "activities.c.who"]  # one of the two
    assert paths("VK609", activities={**usual, "c": activity("Tre", who={"do": ["bruker", "leder"], "for": ["leder"]})}) == []
    assert paths("VK609", activities={**usual, "c": activity("Tre", who={"do": ["bruker"]})}) == []


@pytest.mark.parametrize(
    ("lang", "label", "term", "expected"),
    [
        ("nb", "Nettkurs for alle", "kurs", 1),
        ("en", "Online courses", "kurs", 0),  # the words of the broader one are there too
        ("nb", "Nettkurs for alle", "nettkurs", 0),
        ("nb", "Kurs og nettkurs", "kurs", 0),
    ],
)
def test_the_narrowest_term_that_the_label_has_words_for(lang: str, label: str, term: str, expected: int) -> None:
    assert len(paths("VK610", lang=lang, activities={"a": activity(label, term=term)})) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Flere i jobb og færre uføre", 1),
        ("More jobs and less crime", 1),
        ("Bedre og tryggere tjenester", 0),
        ("Bedre helse og økonomi", 0),
    ],
)
def test_two_changes_in_one(label: str, expected: int) -> None:
    assert len(paths("VK611", outcomes={"o": outcome(label)})) == expected


def test_entries_beside_the_chain_are_told_apart_by_their_labels_too() -> None:
    beside = {"barriers": {"b": {"label": "Lite tid"}}, "assumptions": {"t": {"label": "lite  tid"}}, "enablers": {"e": {"label": "Ro"}}}
    assert paths("VK602", **beside) == ["barriers.b.label"]
    assert paths("VK602", barriers={"b": {"label": "Ro"}}, enablers={"e": {"label": "Ro"}}) == []  # which is VK233


def test_what_came_in_words_or_in_answers_of_a_unit_needs_none() -> None:
    indicator = {"i": {"label": "Respons"}}
    assert paths("VK164", indicators=indicator) == ["indicators.i"]
    assert paths("VK164", indicators=indicator, results={"r": {"indicator": "i", "words": "god respons"}}) == []
    answers = {"indicator": "i", "distribution": {"ja": 4, "nei": 2}}
    assert paths("VK164", indicators=indicator, results={"r": answers}) == []


TEXT = {
    1: "Kommunen skal holde kurs slik at deltakerne mestrer hverdagen.",
    2: "Deltakerne får bedre råd ved å snakke med en veileder to ganger i uken i 2024.",
    3: "Kommunen har holdt kurs før, og vil gjøre det igjen.",
    4: "Det er planlagt en kveld for naboene.",
}


def of_text(code: str, **sections: Any) -> list[str]:
    model = LogicModel.model_validate({"id": "m", "source": "r", **sections})
    text = {Sentence.of("r", "1", number): sentence for number, sentence in TEXT.items()}
    return [".".join(map(str, breach.path)) for breach in check(RuleContext(model, text=text), select=[code])]


@pytest.mark.parametrize(
    ("label", "effect", "place", "more", "expected"),
    [
        ("Kurs", "Mestrer hverdagen", 1, {}, 1),
        ("Kurs", "Mestrer hverdagen", 1, {"at": "1:1"}, 0),
        ("Kurs", "Mestrer hverdagen", 1, {"note": "Målet er et annet"}, 0),
        ("Kurs", "Mestrer hverdagen", 1, {"or": ["absent"]}, 0),
        ("Mestrer hverdagen", "Kurs", 1, {}, 0),  # the other way
        ("Snakke med veileder", "Bedre råd", 2, {}, 1),  # by means of
        ("Kurs", "Mestrer hverdagen", 3, {}, 0),
    ],
)
def test_an_arrow_that_a_sentence_of_both_nodes_states(label: str, effect: str, place: int, more: dict[str, Any], expected: int) -> None:
    at = f"1:{place}"
    found = of_text("VK416", activities={"a": activity(label, {"to": "o", **more}, at=at)}, outcomes={"o": outcome(effect, at=at)})
    assert found == ["activities.a.leads_to.o"] * expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, 1),
        ({"dose": {"frequency": {"value": 2, "unit": "time", "per": "week"}}}, 0),
        ({"note": "To ganger"}, 0),
        ({"label": "To møter"}, 0),
    ],
)
def test_a_number_that_nothing_has(more: dict[str, Any], expected: int) -> None:
    assert of_text("VK417", activities={"a": {**activity("Samtale", at="1:2"), **more}}) == ["activities.a.at.0"] * expected


def test_how_often_is_to_stand_on_what_rests_on_the_sentence() -> None:
    twice = {"dose": {"frequency": {"value": 2, "unit": "time", "per": "week"}}}
    elsewhere = {"a": activity("Samtale", at="1:2"), "b": activity("Kurs", at="1:1", **twice)}
    assert of_text("VK417", activities=elsewhere) == ["activities.a.at.0"]
    assert of_text("VK417", activities={**elsewhere, "c": activity("Råd", at="1:2", **twice)}) == []


@pytest.mark.parametrize(("sentence", "reason", "expected"), [(4, "background", 1), (1, "other_project", 0), (3, "background", 0)])
def test_what_is_to_be_done_is_no_background(sentence: int, reason: str, expected: int) -> None:
    assert len(of_text("VK418", set_aside={f"1:{sentence}": reason})) == expected
