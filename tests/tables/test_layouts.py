"""Layouts are recognised by their headings, in whatever order, in either language, and among others."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.cli import new
from virkningskjede.tables import LAYOUTS
from virkningskjede.tables.layouts import recognised
from virkningskjede.tables.lexicon import ROLE_WORDS, STEPS, Role, Step
from virkningskjede.tables.names import key
from virkningskjede.tables.sheet import Sheet
from virkningskjede.tables.words import meanings, step

HEADINGS = {
    "nodes": (("Steg", "Tekst", "Fører til"), ("Stage", "Label", "Leads to")),
    "wide": (
        ("Innsatsfaktorer", "Aktiviteter", "Virkninger på kort sikt", "Mål"),
        ("Inputs", "Activities", "Short-term outcomes", "Impact"),
    ),
    "logframe": (
        ("Målhierarki", "Indikatorer", "Verifikasjonskilde", "Forutsetninger"),
        ("Narrative summary", "Objectively verifiable indicators", "Means of verification", "Assumptions"),
    ),
    "framework": (("Indikator", "Utgangspunkt 2020", "2023", "2024", "Mål 2026"), ("Indicator", "Baseline (2020)", "2023", "Target 2026")),
    "arrows": (("Fra", "Til", "Fra trinn", "Til trinn"), ("From", "To", "From stage", "To stage")),
}
UNKNOWN = ("Farge", "Budsjett", "Kommentar fra styret", "Colour", "")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", [0, 1])
def test_a_layout_is_known_by_its_headings(layout: str, language: int) -> None:
    known = recognised(Sheet("t.csv", (HEADINGS[layout][language], ("x",) * 5)))
    assert known is not None
    assert (known.name, known.top, known.unread) == (layout, 1, ())


@given(
    layout=st.sampled_from(LAYOUTS),
    language=st.sampled_from([0, 1]),
    more=st.lists(st.sampled_from(UNKNOWN), max_size=4),
    above=st.lists(st.sampled_from(["", "En tittel", "Sist endret i mai"]), max_size=3),
    data=st.data(),
)
def test_columns_may_be_swapped_added_empty_and_written_otherwise(
    layout: str, language: int, more: list[str], above: list[str], data: st.DataObject
) -> None:
    headings = data.draw(st.permutations([*HEADINGS[layout][language], *more]))
    written = [
        data.draw(st.sampled_from([text, text.upper(), f" {text}: ", text.lower(), f"**{text}**"])) if text else "" for text in headings
    ]
    sheet = Sheet("t.csv", (*((text,) for text in above), tuple(written), tuple("x" for _ in written)))
    known = recognised(sheet)
    assert known is not None
    assert known.name == layout
    assert known.top == len(above) + 1
    assert {headings[column] for column in known.unread} == {text for text in more if text}


@pytest.mark.parametrize(("one", "norwegian", "english"), STEPS)
def test_each_word_for_a_stage_stands_for_one(one: Step, norwegian: str, english: str) -> None:
    for word in f"{norwegian}, {english}".split(", "):
        assert step(word) == one, word
        assert step(f"{word.upper()}:") == one, word


def test_each_word_for_a_column_is_known_as_that() -> None:
    assert {role for role, *_ in ROLE_WORDS} == set(get_args(Role))
    for role, norwegian, english in ROLE_WORDS:
        for word in f"{norwegian}, {english}".split(", "):
            assert role in meanings(word), word


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Short-Term Outcomes (0–12 mo)", Step("outcomes", horizon="short")),
        ("Virkning på lang sikt", Step("outcomes", horizon="long")),
        ("Intermediate outcome 2", Step("outcomes", horizon="medium")),
        ("Ultimate Outcome", Step("outcomes", horizon="long")),
        ("Outputs / Deliverables", Step("outputs")),
        ("Impakt", None),
        ("end", None),
        ("Outcome indicators", None),
    ],
)
def test_a_heading_that_is_not_known_is_not_taken_for_another(text: str, known: Step | None) -> None:
    assert step(text) == known


def test_headings_in_two_rows_are_read_together() -> None:
    table = (
        ("Inputs", "Outputs", "", "Outcomes -- Impact", "", ""),
        ("", "Activities", "Participation", "Short", "Medium", "Long"),
        ("Money", "Courses", "Parents", "Skill", "Use", "Health"),
    )
    known = recognised(Sheet("t.csv", table))
    assert known is not None
    assert known.top == 2
    outcomes = [Step("outcomes", horizon=horizon) for horizon in ("short", "medium", "long")]
    assert list(known.steps.values()) == [Step("inputs"), Step("activities"), Step("target_group"), *outcomes]


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    ("above", "below", "columns", "dates"),
    [
        (
            ("Indicator", "Target", "Target", "Actual", "Actual"),
            ("", "2024", "2026", "2024", "2025"),
            {"target": (1, 2), "result": (3, 4)},
            {1: "2024", 2: "2026", 3: "2024", 4: "2025"},
        ),
        (
            ("Indicator", "2024", "2024", "2025", "2025"),
            ("", "Target", "Actual", "Target", "Actual"),
            {"target": (1, 3), "result": (2, 4)},
            {1: "2024", 2: "2024", 3: "2025", 4: "2025"},
        ),
        (("Inputs", "Outcomes", "Outcomes", "Outcomes"), ("", "Short-term", "Medium-term", "Long-term"), {}, {}),
    ],
)
def test_both_rows_say_what_is_below_a_heading_that_reaches_over_several(
    merged: bool, above: tuple[str, ...], below: tuple[str, ...], columns: dict[str, tuple[int, ...]], dates: dict[int, str]
) -> None:
    owners = {(0, column): (0, above.index(text)) for column, text in enumerate(above) if above.index(text) != column} if merged else {}
    upper = tuple("" if (0, column) in owners else text for column, text in enumerate(above))
    known = recognised(Sheet("t.csv", (upper, below, ("Share", "10", "20", "30", "40")[: len(above)]), merged=owners))
    assert known is not None
    assert known.top == 2
    assert known.columns == ({"indicator": (0,), **columns} if columns else {})
    assert known.dates == dates
    assert [step.horizon for step in known.steps.values()] == ([] if columns else [None, "short", "medium", "long"])


def test_numbers_below_a_heading_that_is_repeated_are_no_headings() -> None:
    known = recognised(Sheet("t.csv", (("Indicator", "Target", "Target"), ("", "20", "30"), ("Share", "10", "20"))))
    assert known is not None
    assert known.top == 1


@pytest.mark.parametrize("table", [(("a", "b"), ("c", "d")), (("Farge", "Steg"), ("rød", "Aktivitet")), ((),), (("Virkninger",), ("Ro",))])
def test_what_has_too_few_known_headings_is_no_layout(table: tuple[tuple[str, ...], ...]) -> None:
    assert recognised(Sheet("t.csv", table)) is None


def test_a_heading_is_looked_up_however_it_is_written() -> None:
    assert key(" Leads_to: ") == key("LEADS TO") == "leads to"


def test_the_command_offers_the_layouts_that_there_are() -> None:
    assert new.LAYOUTS == LAYOUTS
