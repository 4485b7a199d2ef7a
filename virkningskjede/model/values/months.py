"""How many days so many months in a row have, by the Gregorian calendar."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from operator import sub

_CYCLE = 4800
"""After so many months (400 years) the Gregorian calendar comes round again."""

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The days of each month in a year that is no leap year."""


def days_of_months(count: Fraction) -> tuple[Fraction, Fraction]:
    """The fewest and the most days that so many months in a row have, wherever in the calendar they begin.

    A part of a month is so much of the month that it falls in: half a month is 14 to 15½ days, a month and a half 43½ to 46½. The
    shortest and the longest stretch begin or end where a month does, so that only those are looked at.

    >>> [tuple(map(int, days_of_months(Fraction(n)))) for n in (1, 2, 3, 4, 6, 12)]
    [(28, 31), (59, 62), (89, 92), (120, 123), (181, 184), (365, 366)]
    """
    if count < 0:
        fewest, most = days_of_months(-count)
        return -most, -fewest
    cycles, rest = divmod(count, _CYCLE)
    fewest, most = _within_a_cycle(rest)
    whole = cycles * _before()[_CYCLE]
    return whole + fewest, whole + most


@lru_cache(maxsize=1)
def _before() -> tuple[int, ...]:
    """The days before each month, counted from a first one, over two cycles."""
    lengths = [days + (days == 28 and isleap(2000 + year)) for year in range(_CYCLE // 12) for days in _DAYS]
    return tuple(accumulate((*lengths, *lengths), initial=0))


@lru_cache(maxsize=1024)
def _within_a_cycle(count: Fraction) -> tuple[Fraction, Fraction]:
    lengths = set(_lengths(*divmod(count, 1)))
    return Fraction(min(lengths), count.denominator), Fraction(max(lengths), count.denominator)


def _lengths(whole: int, part: Fraction) -> Iterator[int]:
    """Every length of so many whole months with a part of the month after them, or of the one before them; in parts of a day."""
    before = _before()
    months = tuple(map(sub, before[1:], before))
    runs = tuple(map(sub, before[whole:], before[: _CYCLE + 1]))
    for days, month in {*zip(runs[:-1], months[whole:], strict=False), *zip(runs[1:], months, strict=False)}:
        yield part.denominator * days + part.numerator * month
