"""Amounts: exact bounds, and whether one amount meets another."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Set
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.diagnostics import InvalidModel
from virkningskjede.model.values import PER, UNITS, Amount, Bounds, Dose, Fit, Interval, fits, in_measure_of, same


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
        ({"value": 4, "unit": "month"}, {"above": 16, "unit": "week"}, "yes"),
        ({"value": 4, "unit": "month"}, {"min": 122, "unit": "day"}, "partly"),
        ({"value": 5, "unit": "month"}, {"above": 16, "unit": "week"}, "yes"),
        ({"value": 3, "unit": "month"}, {"above": 16, "unit": "week"}, "no"),
        ({"value": 3, "unit": "month"}, {"max": 3, "unit": "month"}, "yes"),
        ({"value": 16, "unit": "week"}, {"min": 4, "unit": "month"}, "no"),
        ({"value": 18, "unit": "week"}, {"min": 4, "unit": "month"}, "yes"),
        ({"value": 121, "unit": "day"}, {"max": 4, "unit": "month"}, "partly"),
        # Months among themselves, and days among themselves, are exact.
        ({"max": 12, "unit": "month"}, {"max": 1, "unit": "year"}, "yes"),
        ({"max": 13, "unit": "month"}, {"max": 1, "unit": "year"}, "partly"),
        ({"value": 13, "unit": "month"}, {"max": 1, "unit": "year"}, "no"),
        ({"value": 1, "unit": "year"}, {"min": 4, "unit": "quarter"}, "yes"),
        ({"value": 7, "unit": "month"}, {"max": 1, "unit": "half_year"}, "no"),
        ({"value": 3, "unit": "quarter"}, {"min": 9, "max": 9, "unit": "month"}, "yes"),
        ({"value": Decimal("0.5"), "unit": "year"}, {"value": 6, "unit": "month"}, "yes"),
        ({"value": 8, "unit": "week"}, {"max": 56, "unit": "day"}, "yes"),
        ({"value": 57, "unit": "day"}, {"max": 8, "unit": "week"}, "no"),
        ({"value": 1, "unit": "year"}, {"min": 52, "unit": "week"}, "yes"),
        ({"value": 1, "unit": "year"}, {"max": 52, "unit": "week"}, "no"),
        ({"value": 1, "unit": "year"}, {"max": 365, "unit": "day"}, "partly"),
        ({"value": 52, "unit": "week"}, {"min": 1, "unit": "year"}, "no"),
        ({"value": 2, "unit": "month"}, {"above": 8, "unit": "week"}, "yes"),
        ({"value": 1, "unit": "month"}, {"max": 30, "unit": "day"}, "partly"),
        ({"value": 1, "unit": "month"}, {"min": 4, "unit": "week"}, "yes"),
        ({"value": 1, "unit": "month"}, {"above": 4, "unit": "week"}, "partly"),
        ({"value": Decimal("1.5"), "unit": "month"}, {"above": 6, "unit": "week"}, "yes"),
        ({"value": 1, "unit": "time", "per": "year"}, {"min": 1, "unit": "time", "per": "year"}, "yes"),
        # A half-day, a day and a time are three things.
        ({"value": 2, "unit": "day", "per": "week"}, {"min": 1, "unit": "time", "per": "week"}, "silent"),
        ({"value": 2, "unit": "time", "per": "week"}, {"min": 1, "unit": "day", "per": "week"}, "silent"),
        ({"value": 2, "unit": "time", "per": "week"}, {"min": 1, "unit": "half_day", "per": "week"}, "silent"),
        ({"value": 2, "unit": "half_day", "per": "week"}, {"value": 1, "unit": "day", "per": "week"}, "yes"),
        ({"value": 2, "unit": "half_day", "per": "week"}, {"min": 2, "unit": "day", "per": "week"}, "no"),
        ({"value": 2, "unit": "day", "per": "week"}, {"min": 4, "unit": "half_day", "per": "week"}, "yes"),
        ({"min": 1, "max": 3, "unit": "day", "per": "week"}, {"min": 4, "unit": "half_day", "per": "week"}, "partly"),
        # How often, by families.
        ({"value": 12, "unit": "time", "per": "year"}, {"value": 1, "unit": "time", "per": "month"}, "yes"),
        ({"value": 12, "unit": "time", "per": "year"}, {"min": 4, "unit": "time", "per": "quarter"}, "no"),
        ({"value": 2, "unit": "time", "per": "half_year"}, {"value": 4, "unit": "time", "per": "year"}, "yes"),
        ({"value": 7, "unit": "time", "per": "week"}, {"value": 1, "unit": "time", "per": "day"}, "yes"),
        ({"value": 4, "unit": "time", "per": "month"}, {"min": 1, "unit": "time", "per": "week"}, "partly"),
        ({"value": 5, "unit": "time", "per": "month"}, {"min": 1, "unit": "time", "per": "week"}, "yes"),
        ({"value": 4, "unit": "time", "per": "month"}, {"min": 14, "unit": "time", "per": "quarter"}, "no"),
        ({"value": 52, "unit": "time", "per": "year"}, {"min": 1, "unit": "time", "per": "week"}, "no"),
        ({"value": 53, "unit": "time", "per": "year"}, {"min": 1, "unit": "time", "per": "week"}, "yes"),
        ({"value": 1, "unit": "day", "per": "month"}, {"min": 1, "unit": "half_day", "per": "week"}, "no"),
        ({"value": 4, "unit": "time"}, {"min": 4, "unit": "time", "per": "week"}, "silent"),
        ({"value": 4}, {"min": 4, "unit": "week"}, "silent"),
        ({"value": 4}, {"min": 4}, "yes"),
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
def test_stated_against_required(stated: dict[str, object], required: dict[str, object], reading: Fit) -> None:
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
    with pytest.raises(InvalidModel) as caught:
        amount(**fields)
    assert [wrong.code for wrong in caught.value.diagnostics] == ["VK111"]


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


COUNTS = st.integers(0, 60) | st.decimals(min_value=0, max_value=60, places=1)
LENGTHS = COUNTS.flatmap(lambda n: st.sampled_from([*UNITS["period"], "half_day"]).map(lambda unit: amount(value=n, unit=unit)))
OFTEN = st.tuples(COUNTS, st.sampled_from(["time", "day", "half_day"]), st.sampled_from(PER))
FREQUENCIES = OFTEN.map(lambda drawn: amount(value=drawn[0], unit=drawn[1], per=drawn[2]))
MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
DAYS = {"half_day": Fraction(1, 2), "day": Fraction(1), "week": Fraction(7)}
CALENDAR = tuple(accumulate((monthrange(2000 + month // 12, month % 12 + 1)[1] for month in range(3 * 4800)), initial=0))
"""The days before each month, from a year after which the calendar comes round again."""


@cache
def long(number: Fraction, unit: str) -> frozenset[Fraction]:
    """Every number of days that so many of a unit can be, stretch by stretch through the calendar."""
    if unit in DAYS:
        return frozenset({number * DAYS[unit]})
    whole, part = divmod(number * MONTHS[unit], 1)

    def day(month: int, share: Fraction) -> Fraction:
        return CALENDAR[month] + share * (CALENDAR[month + 1] - CALENDAR[month])

    after = (day(start + whole, part) - day(start, Fraction(0)) for start in range(4800))
    before = (day(start + whole + 1, Fraction(0)) - day(start, 1 - part) for start in range(4800))
    return frozenset({*after, *before})


def rates(often: Amount) -> set[Fraction]:
    assert often.value is not None
    assert often.per is not None
    return {Fraction(often.value) / days for days in long(Fraction(1), often.per)}


def by_hand(stated: Set[Fraction], least: Set[Fraction]) -> Fit:
    """Whether every number there can be is at least every one that is asked for, or none is, or it depends."""
    answers = {one >= other for one in (min(stated), max(stated)) for other in (min(least), max(least))}
    return "partly" if len(answers) > 1 else "yes" if answers == {True} else "no"


@settings(max_examples=60)
@given(LENGTHS, LENGTHS)
def test_lengths_are_those_of_the_calendar(stated: Amount, least: Amount) -> None:
    assert stated.value is not None
    assert least.value is not None
    required = amount(min=least.value, unit=least.unit)
    one_family = (stated.unit in DAYS) == (least.unit in DAYS)
    if one_family:
        sizes = DAYS if stated.unit in DAYS else MONTHS
        more = Fraction(stated.value) * sizes[str(stated.unit)] >= Fraction(least.value) * sizes[str(least.unit)]
        assert fits(stated, required) == ("yes" if more else "no")
    else:
        assert fits(stated, required) == by_hand(*(long(Fraction(bounds.value or 0), str(bounds.unit)) for bounds in (stated, least)))


@settings(max_examples=60)
@given(FREQUENCIES, FREQUENCIES)
def test_frequencies_are_those_of_the_calendar(stated: Amount, least: Amount) -> None:
    assert stated.value is not None
    assert least.value is not None
    required = amount(min=least.value, unit=least.unit, per=least.per)
    if (stated.unit == "time") != (least.unit == "time"):
        assert fits(stated, required) == "silent"
        return
    size = {"time": Fraction(1), "day": Fraction(1), "half_day": Fraction(1, 2)}
    ours, theirs = size[str(stated.unit)], size[str(least.unit)]
    if (stated.per in DAYS) == (least.per in DAYS):
        lengths = DAYS if stated.per in DAYS else MONTHS
        more = Fraction(stated.value) * ours / lengths[str(stated.per)] >= Fraction(least.value) * theirs / lengths[str(least.per)]
        assert fits(stated, required) == ("yes" if more else "no")
    else:
        assert fits(stated, required) == by_hand({rate * ours for rate in rates(stated)}, {rate * theirs for rate in rates(least)})


OTHERS = [amount(value=3, unit="piece"), amount(value=3), amount(approx=10, unit="week"), amount(words="x")]
ANY = LENGTHS | FREQUENCIES | st.sampled_from(OTHERS)


@given(ANY, ANY)
def test_whether_two_amounts_are_the_same_has_no_order(one: Amount, other: Amount) -> None:
    assert same(one, other) == same(other, one)
    assert (same(one, other) == "silent") == (fits(one, other) == "silent")
    assert one.approx is not None or same(one, other) != "yes" or fits(one, other) == fits(other, one) == "yes"
    assert same(one, one) in ("yes", "silent")


@pytest.mark.parametrize(
    ("one", "other", "reading"),
    [
        ({"max": 12, "unit": "month"}, {"max": 1, "unit": "year"}, "yes"),
        ({"max": 12, "unit": "month"}, {"max": 52, "unit": "week"}, "no"),
        ({"max": 12, "unit": "month"}, {"max": 365, "unit": "day"}, "partly"),
        ({"max": 12, "unit": "month"}, {"below": 365, "unit": "day"}, "no"),
        ({"min": 1, "max": 2, "unit": "year"}, {"min": 12, "max": 23, "unit": "month"}, "no"),
        ({"min": 1, "unit": "year"}, {"max": 12, "unit": "month"}, "no"),
        ({"value": 4, "unit": "month"}, {"value": 17, "unit": "week"}, "no"),
        ({"approx": 20, "unit": "person"}, {"value": 21, "unit": "person"}, "partly"),
        ({"approx": 20, "unit": "person"}, {"value": 30, "unit": "person"}, "no"),
        ({"value": 2, "unit": "half_day", "per": "week"}, {"value": 1, "unit": "day", "per": "week"}, "yes"),
        ({"value": 2, "unit": "time", "per": "week"}, {"value": 2, "unit": "day", "per": "week"}, "silent"),
        ({"value": 18}, {"value": 18, "unit": "year"}, "silent"),
    ],
)
def test_the_same_amount(one: dict[str, object], other: dict[str, object], reading: Fit) -> None:
    assert same(amount(**one), amount(**other)) == reading


def test_what_is_asked_without_a_unit_is_in_the_unit_of_what_it_is_held_against() -> None:
    often = amount(value=2, unit="half_day", per="week")
    assert in_measure_of(amount(value=2), often) == often
    assert in_measure_of(amount(value=2, unit="time"), often) == amount(value=2, unit="time")
    assert in_measure_of(Bounds(min=18), amount(planned={"value": 20, "unit": "year"})) == Bounds(min=18, unit="year")
    assert in_measure_of(Bounds(min=18), amount(value=20)) == Bounds(min=18)
