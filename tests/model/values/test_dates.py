"""Dates as precise as their sources: what can be said of two of them, and how they are told."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from virkningskjede.api import load_model
from virkningskjede.diagnostics import InvalidModel
from virkningskjede.model import LogicModel
from virkningskjede.model.plain import plain
from virkningskjede.model.values import Date
from virkningskjede.report import amounts

POINTS = st.dates().map(str).flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))
DATES = st.one_of(POINTS, st.lists(POINTS, min_size=2, max_size=2).map(sorted).map("/".join)).map(Date.of)


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("2024", "2024-10", "overlaps"),
        ("2024-10", "2024-10-31", "overlaps"),
        ("2024-10", "2024", "within"),
        ("2024-02-29", "2024-02", "within"),
        ("2023", "2024-01-01", "before"),
        ("2024-09-30", "2024-10", "before"),
        ("2024-10", "2024", "overlaps"),
        ("2023-08/2024-06", "2024", "overlaps"),
        ("2023-08/2024-06", "2024-07", "before"),
        ("2023-11", "2023-08/2024-06", "within"),
        ("2022", "2022/2023", "within"),
    ],
)
def test_what_is_said_of_two(one: str, other: str, says: str) -> None:
    first, second = Date.of(one), Date.of(other)
    assert {"before": first.before, "within": first.within, "overlaps": first.overlaps}[says](second)
    assert not second.before(first)


@given(DATES, DATES)
def test_of_two_one_is_the_earlier_or_they_overlap(one: Date, other: Date) -> None:
    assert [one.before(other), other.before(one), one.overlaps(other)].count(True) == 1
    assert one.overlaps(other) == bool(one.first <= other.last and other.first <= one.last)
    assert not one.within(other) or one.overlaps(other)


@given(DATES)
def test_it_is_dumped_as_it_was_written(date: Date) -> None:
    assert Date.of(str(date)) == date == pickle.loads(pickle.dumps(date))
    assert LogicModel.model_validate(plain(LogicModel(id="m", as_of=date))).as_of == date


def test_it_has_no_order_of_its_own() -> None:
    with pytest.raises(TypeError):
        assert Date.of("2024") < Date.of("2024-10")  # type: ignore[operator]


def test_a_year_is_told_as_a_year() -> None:
    told = {
        text: (amounts.date(Date.of(text), "nb"), amounts.date(Date.of(text), "en"))
        for text in ("2024", "2024-10", "2024-10-29", "2023-08/2024-06")
    }
    assert told == {
        "2024": ("2024", "2024"),
        "2024-10": ("oktober 2024", "October 2024"),
        "2024-10-29": ("29.10.2024", "2024-10-29"),
        "2023-08/2024-06": ("august 2023 til juni 2024", "August 2023 to June 2024"),
    }


def test_its_schema_is_text() -> None:
    schema = TypeAdapter(Date).json_schema()
    assert schema["type"] == "string"


def test_a_year_from_a_program_is_what_a_file_says_without_quotes() -> None:
    """In YAML ``date: 2025`` stands without quotes, so a dictionary in Python may have a whole number."""
    of_program = LogicModel.model_validate({"id": "m", "as_of": 2025, "results": {"r": {"value": 4, "date": 2024, "wave": 2}}})
    of_file = load_model(text="virkningskjede: 1\nkind: pilot\nid: m\nas_of: 2025\nresults: {r: {value: 4, date: 2024, wave: 2}}\n")
    assert of_program == of_file
    assert of_program.as_of == Date(2025)
    for wrong in (True, 2025.0, -1, 20250):
        with pytest.raises(InvalidModel):
            LogicModel.model_validate({"id": "m", "as_of": wrong})
