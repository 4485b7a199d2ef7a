"""Amounts: exact bounds, and whether one amount meets another."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from virkningskjede.values import UNITS, Amount, Bounds, Dose, Interval, Reading, fits


def amount(**fields: object) -> Amount:
    return Amount.model_validate(fields)


@pytest.mark.parametrize(
    ("stated", "required", "reading"),
    [
        # Ringsaker's follow-up of at most 12 weeks, Kristiansand's two hours, and what the literature asks for.
        ({"max": 12, "unit": "week"}, {"above": 16, "unit": "week"}, "no"),
        ({"value": 2, "unit": "hour"}, {"above": 90, "unit": "minute"}, "yes"),
        ({"value": 90, "unit": "minute"}, {"above": 90, "unit": "minute"}, "no"),
        ({"value": 90, "unit": "minute"}, {"min": 90, "unit": "minute"}, "yes"),
        ({"min": 60, "max": 120, "unit": "minute"}, {"above": 90, "unit": "minute"}, "partly"),
        ({"value": 4, "unit": "month"}, {"above": 16, "unit": "week"}, "partly"),
        ({"value": 5, "unit": "month"}, {"above": 16, "unit": "week"}, "yes"),
        ({"value": 3, "unit": "month"}, {"above": 16, "unit": "week"}, "no"),
        ({"value": 3, "unit": "month"}, {"max": 3, "unit": "month"}, "yes"),
        ({"value": 16, "unit": "week"}, {"min": 4, "unit": "month"}, "partly"),
        ({"value": 1, "unit": "time", "per": "year"}, {"min": 1, "unit": "time", "per": "year"}, "yes"),
        ({"value": 2, "unit": "day", "per": "week"}, {"min": 1, "unit": "time", "per": "week"}, "yes"),
        ({"value": 1, "unit": "time", "per": "month"}, {"min": 1, "unit": "time", "per": "week"}, "no"),
        ({"value": 50, "unit": "percent"}, {"min": 1, "unit": "fte"}, "no"),
        ({"value": 1, "unit": "fte"}, {"min": 100, "unit": "percent"}, "yes"),
        ({"value": 3, "unit": "piece"}, {"min": 3, "unit": "person"}, "silent"),
        ({"words": "jevnlig"}, {"min": 1, "unit": "time", "per": "week"}, "silent"),
        ({"varies": "need"}, {"min": 1, "unit": "hour"}, "silent"),
        ({"approx": 20, "unit": "person"}, {"min": 10, "unit": "person"}, "yes"),
        ({"approx": 20, "unit": "person"}, {"min": 20, "unit": "person"}, "partly"),
        ({"planned": {"value": 10}, "reached": {"value": 8}, "unit": "person"}, {"max": 8, "unit": "person"}, "yes"),
        ({"below": 30, "unit": "year"}, {"max": 30, "unit": "year"}, "yes"),
        ({"below": 30, "unit": "year"}, {"min": 30, "unit": "year"}, "no"),
        ({"max": 30, "unit": "year"}, {"below": 30, "unit": "year"}, "partly"),
    ],
)
def test_stated_against_required(stated: dict[str, object], required: dict[str, object], reading: Reading) -> None:
    assert fits(amount(**stated), amount(**required)) == reading


def test_nothing_stated_is_silent() -> None:
    assert fits(None, Bounds(min=Decimal(1))) == "silent"


def test_an_interval_is_in_the_unit_of_what_is_required() -> None:
    assert fits(Interval(Fraction(0), Fraction(12)), amount(above=16, unit="week")) == "no"


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"unit": "week"},
        {"value": 1, "min": 1},
        {"min": 1, "above": 1},
        {"max": 1, "below": 1},
        {"words": "x", "varies": "need"},
        {"approx": 1, "max": 2},
    ],
)
def test_one_form_at_a_time(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as caught:
        amount(**fields)
    assert [each["type"] for each in caught.value.errors()] == ["VK111"]


def test_a_dose_gives_its_amounts_in_the_formats_order() -> None:
    dose = Dose(period=amount(max=12, unit="week"), frequency=amount(value=2, unit="day", per="week"))
    assert [dimension for dimension, _ in dose.amounts()] == ["frequency", "period"]


NUMBERS = st.decimals(min_value=-1000, max_value=1000, places=2)
BOUNDS = st.one_of(
    NUMBERS.map(lambda n: Bounds(value=n)),
    st.tuples(NUMBERS, NUMBERS).map(lambda p: Bounds(min=min(p), max=max(p))),
    NUMBERS.map(lambda n: Bounds(above=n)),
    NUMBERS.map(lambda n: Bounds(below=n)),
    NUMBERS.map(lambda n: Bounds(min=n)),
)


@given(BOUNDS, BOUNDS)
def test_yes_and_no_exclude_each_other(stated: Bounds, required: Bounds) -> None:
    have, wanted = stated.interval(), required.interval()
    assert have is not None
    assert wanted is not None
    reading = fits(stated, required)
    assert (reading == "yes") == have.inside(wanted)
    assert (reading == "no") == have.apart(wanted)


@given(NUMBERS, BOUNDS)
def test_a_single_number_is_never_partly(value: Decimal, required: Bounds) -> None:
    assert fits(Bounds(value=value), required) in {"yes", "no"}


@given(st.integers(1, 500), st.sampled_from(UNITS["period"]), st.integers(1, 500), st.sampled_from(UNITS["period"]))
def test_calendar_units_are_never_more_certain_than_days(count: int, unit: str, limit: int, other: str) -> None:
    reading = fits(amount(value=count, unit=unit), amount(min=limit, unit=other))
    longest = {"day": 1, "week": 7, "month": 31, "quarter": 92, "half_year": 184, "year": 366}
    shortest = {"day": 1, "week": 7, "month": 28, "quarter": 90, "half_year": 181, "year": 365}
    if unit == other:
        assert reading == ("yes" if count >= limit else "no")
    elif reading == "yes":
        assert count * shortest[unit] >= limit * longest[other]
    elif reading == "no":
        assert count * longest[unit] < limit * shortest[other]
