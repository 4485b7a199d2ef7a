"""How many days there are in so many months, held against the dates of the calendar themselves."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.model.values.months import days_of_months

FIRST = 1600
"""A year after which the calendar comes round again, so that any 400 years from here have every stretch there is."""


def later(date: datetime.date, months: int) -> datetime.date:
    years, month = divmod(date.month - 1 + months, 12)
    return date.replace(year=date.year + years, month=month + 1)


FIRSTS = [datetime.date(year, month, 1) for year in range(FIRST, FIRST + 400) for month in range(1, 13)]


def lengths(months: int) -> set[int]:
    """Every length of so many months that begin on the first, by the dates."""
    return {(later(start, months) - start).days for start in FIRSTS}


@pytest.mark.parametrize(
    ("months", "fewest", "most"),
    [(1, 28, 31), (2, 59, 62), (3, 89, 92), (4, 120, 123), (6, 181, 184), (12, 365, 366), (48, 1460, 1461), (96, 2921, 2922)],
)
def test_months_in_a_row(months: int, fewest: int, most: int) -> None:
    assert days_of_months(Fraction(months)) == (Fraction(fewest), Fraction(most))


@given(st.integers(0, 500))
def test_every_number_of_months_has_the_lengths_of_the_calendar(months: int) -> None:
    days = lengths(months)
    assert days_of_months(Fraction(months)) == (Fraction(min(days)), Fraction(max(days)))


@given(st.integers(1, 60), st.integers(1, 28), st.integers(FIRST, FIRST + 399), st.integers(1, 12))
def test_from_any_day_of_a_month(months: int, day: int, year: int, month: int) -> None:
    start = datetime.date(year, month, day)
    fewest, most = days_of_months(Fraction(months))
    assert fewest <= (later(start, months) - start).days <= most


@given(st.fractions(0, 40, max_denominator=12), st.fractions(0, 1, max_denominator=12), st.integers(0, 4799))
def test_a_part_of_a_month_is_so_much_of_the_month_that_it_falls_in(count: Fraction, into: Fraction, first: int) -> None:
    """Wherever in a month a stretch begins, it is no shorter and no longer."""

    def day(at: Fraction) -> Fraction:
        whole, part = divmod(at, 1)
        start = later(datetime.date(FIRST, 1, 1), whole)
        return start.toordinal() + part * (later(start, 1) - start).days

    fewest, most = days_of_months(count)
    assert fewest <= day(first + into + count) - day(first + into) <= most


@given(st.fractions(0, 5000, max_denominator=10), st.fractions(0, 5000, max_denominator=10))
def test_more_months_have_more_days(one: Fraction, other: Fraction) -> None:
    few, many = sorted((one, other))
    assert days_of_months(few)[0] <= days_of_months(many)[0]
    assert days_of_months(few)[1] <= days_of_months(many)[1]


def test_over_whole_turns_of_the_calendar_nothing_is_unsure() -> None:
    assert days_of_months(Fraction(4800)) == (Fraction(146097), Fraction(146097))
    assert days_of_months(Fraction(48001)) == (Fraction(1460970 + 28), Fraction(1460970 + 31))
    assert days_of_months(Fraction(-2)) == (Fraction(-62), Fraction(-59))
