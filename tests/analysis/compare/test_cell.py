"""What fills a column, how sure that is, and how far it has come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from virkningskjede.analysis.compare import Cell, Count, compare
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Comparison
from virkningskjede.project import Project

KURS = {"counts": ["kurs"], "debatable": ["turgruppe"]}
STAGES = ["activities", "outputs", "outcomes", "open_questions"]


def table(column: dict[str, Any], stages: list[str]) -> Comparison:
    text = {"nb": "x", "en": "x"}
    return Comparison.model_validate({"id": "t", "title": text, "stages": stages, "columns": {"c": {"label": text, **column}}})


def cell(column: dict[str, Any], shared: Project, stages: list[str] | None = None, **model: Any) -> Cell | None:
    return compare(LogicModel(id="m", source="s", **model), table(column, stages or STAGES), shared).cell("m", "c")


def summary(filled: Cell | None) -> tuple[Any, ...] | None:
    return None if filled is None else (filled.said, filled.sure, filled.status, filled.nodes, filled.doubts)


def activities(**nodes: dict[str, Any]) -> dict[str, Any]:
    return {"activities": {name: {"label": "A", **fields} for name, fields in nodes.items()}}


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ({"a": {"term": "kurs", "status": "planned"}}, ("yes", True, "planned", ("a",), ())),
        ({"a": {"term": "kurs", "status": "not_part"}}, None),
        ({"a": {"term": "nettkurs"}}, ("yes", True, None, ("a",), ())),
        ({"a": {"term": "mote"}}, None),
        ({"a": {}}, None),
        ({"a": {"term": ["mote", "kurs"]}}, ("yes", True, None, ("a",), ())),
        ({"a": {"term": ["kurs", "nettkurs"]}}, ("yes", True, None, ("a",), ())),
        ({"a": {"term": "turgruppe", "status": "in_use"}}, (None, False, "in_use", ("a",), ("debatable",))),
        ({"a": {"term": ["turgruppe", "kurs"]}}, ("yes", True, None, ("a",), ())),
        ({"a": {"term": "kurs", "or": ["absent"]}}, ("yes", False, None, ("a",), ("or",))),
        ({"a": {"term": "kurs", "or": [{"term": "nettkurs"}]}}, ("yes", True, None, ("a",), ())),
        ({"a": {"term": "kurs", "or": [{"term": "turgruppe"}]}}, ("yes", False, None, ("a",), ("debatable",))),
        ({"a": {"term": "kurs", "or": [{"status": "considered"}]}}, ("yes", True, None, ("a",), ())),
        ({"a": {"term": "kurs", "or": [{"status": "dropped"}]}}, ("yes", False, None, ("a",), ("or",))),
        ({"a": {"term": "mote", "or": [{"term": "kurs", "status": "started"}]}}, (None, False, "started", ("a",), ("or",))),
        ({"a": {"term": "kurs", "status": "dropped"}}, None),
        (
            {"a": {"term": "kurs", "status": "dropped"}, "b": {"term": "kurs", "status": "considered"}},
            ("yes", True, "considered", ("b",), ()),
        ),
        ({"a": {"term": "kurs", "or": ["absent"]}, "b": {"term": "kurs"}}, ("yes", True, None, ("a", "b"), ())),
        ({"a": {"term": "kurs", "or": ["absent"]}, "b": {"term": "nettkurs", "or": ["absent"]}}, ("yes", False, None, ("a", "b"), ("or",))),
        (
            {"a": {"term": "turgruppe", "status": "in_use"}, "b": {"term": "kurs", "status": "planned"}},
            ("yes", True, "planned", ("b",), ()),
        ),
    ],
)
def test_terms(nodes: dict[str, dict[str, Any]], expected: tuple[Any, ...] | None, shared: Project) -> None:
    assert summary(cell(KURS, shared, **activities(**nodes))) == expected


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (["considered", "planned"], "planned"),
        (["planned", "considered"], "planned"),
        (["needed"], "planned"),
        (["needed", "considered"], "planned"),
        (["in_use", "started", None], "in_use"),
        (["completed", "in_use"], "completed"),
        (["completed", "dropped"], "completed"),
        ([None, "considered"], "considered"),
        ([None], None),
    ],
)
def test_the_furthest_status_counts(statuses: list[str | None], expected: str | None, shared: Project) -> None:
    nodes = {f"n{place}": {"term": "kurs", **({"status": status} if status else {})} for place, status in enumerate(statuses)}
    filled = cell(KURS, shared, **activities(**nodes))
    assert filled is not None
    assert filled.status == expected


def test_an_aim_fills_only_a_table_of_aims(shared: Project) -> None:
    aim: dict[str, Any] = {"outcomes": {"a": {"label": "A", "level": "user", "term": "turgruppe"}}}
    column = {"counts": ["turgruppe"]}
    assert cell(column, shared, ["activities", "outcomes"], **aim) is None
    assert summary(cell(column, shared, ["outcomes"], **aim)) == ("yes", True, None, ("a",), ())
    assert summary(cell({**column, "stages": ["outcomes"]}, shared, ["activities"], **aim)) == ("yes", True, None, ("a",), ())


def test_only_the_stages_of_the_table_or_of_the_column(shared: Project) -> None:
    made: dict[str, Any] = {"outputs": {"a": {"label": "A", "term": "kurs"}}}
    assert cell(KURS, shared, ["activities"], **made) is None
    assert cell({**KURS, "stages": ["output"]}, shared, ["activities"], **made) is not None
    assert cell({**KURS, "stages": ["activity"]}, shared, ["outputs"], **made) is None


def test_an_open_question_fills_a_cell_without_a_status(shared: Project) -> None:
    questions: dict[str, Any] = {"open_questions": {"q": {"label": "Om kurset", "term": "kurs", "at": "1:2"}}}
    filled = cell(KURS, shared, **questions)
    assert summary(filled) == ("yes", True, None, ("q",), ())
    assert filled is not None
    assert filled.at == ("s#1:2",)


def test_what_is_coded_absent_could_fill_a_cell(shared: Project) -> None:
    vague: dict[str, Any] = {"ambiguities": {"v": {"or": {"term": "kurs", "status": "considered"}, "at": "1:2"}}}
    assert summary(cell(KURS, shared, **vague)) == (None, False, "considered", ("v",), ("ambiguity",))


def test_places_are_one_sentence_each_and_come_with_their_source(shared: Project) -> None:
    filled = cell(KURS, shared, **activities(a={"term": "kurs", "at": ["1:2-3", "annen#4:1"]}, b={"term": "kurs", "at": "1:3"}))
    assert filled is not None
    assert filled.at == ("s#1:2", "s#1:3", "annen#4:1")
    assert filled.terms == ("kurs",)


@pytest.mark.parametrize(
    ("column", "who", "expected"),
    [
        ({"actors": ["nav"]}, ["veileder"], ("yes", True)),
        ({"actors": ["veileder"]}, ["nav"], None),
        ({"actors": ["nav"]}, {"lead": ["nav"]}, ("yes", True)),
        ({"actors": ["nav"]}, {"for": ["nav"]}, None),
        ({"actors": ["nav"], "role": "for"}, {"for": ["nav"], "do": ["lege"]}, ("yes", True)),
        ({"actors": ["nav"], "role": "lead"}, {"do": ["nav"]}, None),
        ({"actors": ["nav"]}, {"do": ["lege"], "maybe": ["nav"]}, (None, False)),
        ({"actors": ["nav"], "role": "for"}, {"maybe": ["nav"]}, None),
        ({"actors": ["nav", "lege"]}, ["lege"], ("yes", True)),
        ({"actors": ["nav"], "counts": ["kurs"]}, ["nav"], ("yes", True)),
        ({"actors": ["nav"], "counts": ["mote"]}, ["nav"], None),
    ],
)
def test_actors(column: dict[str, Any], who: Any, expected: tuple[Any, ...] | None, shared: Project) -> None:
    filled = cell(column, shared, **activities(a={"term": "kurs", "who": who}))
    assert (filled and (filled.said, filled.sure)) == expected


def test_all_that_a_column_gives_must_hold_of_one_entry(shared: Project) -> None:
    column = {"counts": ["kurs"], "actors": ["lege"]}
    assert cell(column, shared, **activities(a={"term": "kurs"}, b={"term": "mote", "who": ["lege"]})) is None


def test_a_column_that_asks_for_nothing_is_filled_by_nothing(shared: Project) -> None:
    assert cell({}, shared, **activities(a={"term": "kurs"})) is None


def test_what_nobody_wishes_fills_only_a_column_that_asks_for_it(shared: Project) -> None:
    model = {"outcomes": {"x": {"label": "X", "level": "user", "term": "kurs", "unwanted": True}}}
    asked = {"counts": ["kurs"], "unwanted": True}
    assert cell({"counts": ["kurs"]}, shared, ["outcomes"], **model) is None
    assert summary(cell(asked, shared, ["outcomes"], **model)) == ("yes", True, None, ("x",), ())


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ({"modes": ["telephone", "digital"]}, "yes"),
        ({"modes": ["face_to_face"]}, None),
        ({"places": ["bibliotek"], "modes": ["digital"]}, "yes"),
        ({"places": ["skole"]}, None),
    ],
)
def test_a_column_of_where_and_how_people_meet(column: dict[str, Any], said: str | None, shared: Project) -> None:
    filled = cell(column, shared, **activities(a={"place": "bibliotek", "mode": ["digital", "group"]}, b={"place": "Skolen"}))
    assert (filled and filled.said) == said


@pytest.mark.parametrize(
    ("role", "actor", "expected"),
    [("refer", "lege", "yes"), ("receive", "lege", None), (None, "lege", "yes"), ("receive", "nav", "yes"), ("decide", "nav", None)],
)
def test_recruitment(role: str | None, actor: str, expected: str | None, shared: Project) -> None:
    part: dict[str, Any] = {"recruitment": {"refer": ["lege"], "receive": ["veileder"], "at": "1:1"}}
    filled = cell({"actors": [actor], "role": role}, shared, ["recruitment"], **part)
    assert (filled and filled.said) == expected
    assert filled is None or (filled.nodes, filled.at) == (("recruitment",), ("s#1:1",))


def test_a_column_can_show_what_is_stated(shared: Project) -> None:
    part: dict[str, Any] = {
        "dose": {"period": {"max": 12, "unit": "week"}, "at": "2:1"},
        "recruitment": {"refer": ["lege"], "consent": "written"},
        "target_group": {"alder": {"age": {"below": 30, "unit": "year"}}},
        **activities(
            a={"term": "kurs", "dose": {"frequency": {"same_as": "b"}, "at": "2:2"}, "at": "1:1"},
            b={"term": "mote", "dose": {"frequency": {"value": 2, "unit": "time", "per": "week"}}},
            c={"term": "kurs"},
        ),
    }
    whole = cell({"shows": "dose"}, shared, ["whole"], **part)
    consent = cell({"shows": "consent"}, shared, ["recruitment"], **part)
    age = cell({"shows": "age"}, shared, ["target_group"], **part)
    course = cell({"counts": ["kurs"], "shows": "dose"}, shared, ["activities"], **part)
    assert whole is not None and consent is not None and age is not None and course is not None
    assert (whole.nodes, whole.at) == (("whole",), ("s#2:1",))
    assert consent.shown == ("written",)
    assert [amount.below for amount in age.shown] == [30]  # type: ignore[union-attr]
    assert (course.nodes, course.at) == (("a",), ("s#1:1", "s#2:2"))
    assert course.shown[0].frequency.value == 2  # type: ignore[union-attr]
    assert cell({"shows": "sick_leave"}, shared, ["target_group"], **part) is None


def test_doses_that_point_at_each_other_are_no_endless_walk(shared: Project) -> None:
    round_about = {"frequency": {"same_as": "b"}}, {"frequency": {"same_as": "a"}}
    filled = cell(
        {"counts": ["kurs"], "shows": "dose"},
        shared,
        **activities(a={"term": "kurs", "dose": round_about[0]}, b={"term": "mote", "dose": round_about[1]}),
    )
    assert filled is not None


LIMITS: dict[str, dict[str, Any]] = {
    "yes": {"traits": ["nylig-sykmeldt"]},
    "no": {"denies": {"traits": ["sykmeldt"]}},
    "narrow-no": {"denies": {"traits": ["nylig-sykmeldt"]}},
    "perhaps": {"traits": ["sykmeldt"], "or": ["absent"]},
}


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (["yes"], ("yes", True)),
        (["no"], ("no", True)),
        (["narrow-no"], None),
        (["perhaps"], ("yes", False)),
        (["yes", "no"], ("yes", True)),
        (["perhaps", "no"], ("yes", False)),
        ([], None),
    ],
)
def test_traits_and_what_is_denied(limits: list[str], expected: tuple[Any, ...] | None, shared: Project) -> None:
    group: dict[str, Any] = {"target_group": {name: LIMITS[name] for name in limits}}
    filled = cell({"traits": ["sykmeldt"]}, shared, ["target_group"], **group)
    assert (filled and (filled.said, filled.sure)) == expected


def test_only_what_is_in_doubt_is_told_as_a_doubt(shared: Project) -> None:
    """One limit that denies surely, and one that another coder could leave out."""
    group: dict[str, Any] = {"target_group": {name: LIMITS[name] for name in ("no", "perhaps")}}
    filled = cell({"traits": ["sykmeldt"]}, shared, ["target_group"], **group)
    assert filled is not None
    assert (filled.possible, filled.doubts) == (frozenset({"yes", "no"}), ("or",))


def test_what_is_denied_is_not_counted(shared: Project) -> None:
    models = [LogicModel(id=name, target_group={"t": fields}) for name, fields in LIMITS.items()]
    matrix = compare(models, table({"traits": ["sykmeldt"]}, ["target_group"]), shared)
    assert matrix.count("c") == Count(1, 2)
    assert matrix.count("c", ["no"]) == Count(0, 0)


@pytest.mark.parametrize(
    ("own", "theirs", "expected"),
    [
        (None, "yes", (None, False, ("t",), ("template",))),
        (None, "no", (None, False, ("t",), ("template",))),
        (None, None, None),
        ("yes", "no", ("yes", True, ("yes",), ())),
        ("no", "yes", ("no", True, ("no",), ())),
        ("perhaps", "yes", ("yes", False, ("perhaps",), ("or", "template"))),
    ],
)
def test_where_a_pilot_is_silent_its_template_may_speak(
    own: str | None, theirs: str | None, expected: tuple[Any, ...] | None, shared: Project
) -> None:
    template = LogicModel(id="mal", kind="template", target_group={"t": LIMITS[theirs]} if theirs else {})
    around = replace(shared, templates={"mal": template})
    model = LogicModel(id="m", follows="mal", target_group={own: LIMITS[own]} if own else {})
    filled = compare(model, table({"traits": ["sykmeldt"]}, ["target_group"]), around).cell("m", "c")
    assert (filled and (filled.said, filled.sure, filled.nodes, filled.doubts)) == expected


def test_a_template_does_not_lend_its_activities(shared: Project) -> None:
    template = LogicModel(id="mal", kind="template", **activities(a={"term": "kurs"}))
    around = replace(shared, templates={"mal": template})
    assert compare(LogicModel(id="m", follows="mal"), table(KURS, STAGES), around).cell("m", "c") is None


def test_without_a_codebook_a_term_fills_itself_alone() -> None:
    model = LogicModel(id="m", **activities(a={"term": "nettkurs"}, b={"term": "kurs"}))
    filled = compare(model, table(KURS, STAGES)).cell("m", "c")
    assert filled is not None
    assert filled.nodes == ("b",)
