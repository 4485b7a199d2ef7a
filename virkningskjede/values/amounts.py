"""Amounts: how much, how often, how long, as exact bounds with units, and whether one amount meets another.

Nothing is rounded. A month is 28 to 31 days, so that four months against "over 16 weeks" is *partly*, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, NamedTuple, Self, get_args

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from virkningskjede.values.frozen import Frozen
from virkningskjede.values.locators import At
from virkningskjede.values.numbers import Number
from virkningskjede.values.text import Id, Prose

Unit = Literal[
    "minute", "hour", "day", "half_day", "time", "week", "month", "quarter", "half_year", "year", "percent", "fte", "piece", "person", "NOK"
]
"""Every unit of the format."""

Dimension = Literal["frequency", "session", "sessions", "total", "period", "position", "count", "money"]
"""What an amount of a dose measures."""

DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)

UNITS: Mapping[Dimension, tuple[Unit, ...]] = MappingProxyType(
    {
        "frequency": ("time", "day", "half_day"),
        "session": ("minute", "hour"),
        "sessions": ("time",),
        "total": ("hour",),
        "period": ("day", "week", "month", "quarter", "half_year", "year"),
        "position": ("percent", "fte"),
        "count": ("piece", "person"),
        "money": ("NOK",),
    }
)
"""The units that each dimension allows."""

PER: tuple[Unit, ...] = ("day", "week", "month", "quarter", "half_year", "year")
"""What a frequency can be counted by."""

APPROXIMATELY = Fraction(1, 10)
"""How far from its number an approximate amount may lie, as a share of it."""

Reading = Literal["no", "silent", "partly", "yes"]
"""What a text says about a question, in order: against it, nothing, something, all of it."""

_DAYS: Mapping[str, tuple[int, int]] = {
    "day": (1, 1),
    "week": (7, 7),
    "month": (28, 31),
    "quarter": (90, 92),
    "half_year": (181, 184),
    "year": (365, 366),
}
_SIZES: Mapping[str, tuple[int, int]] = {"minute": (1, 1), "hour": (60, 60), "percent": (1, 1), "fte": (100, 100)}


class Interval(NamedTuple):
    """The numbers between two bounds; a bound that is None is open to infinity."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def inside(self, other: Interval) -> bool:
        """Whether every number here also lies in the other."""
        return _reaches(other.low, other.low_open, self.low, self.low_open) and _reaches(
            None if other.high is None else -other.high, other.high_open, None if self.high is None else -self.high, self.high_open
        )

    def apart(self, other: Interval) -> bool:
        """Whether no number lies in both."""
        return _below(self, other) or _below(other, self)

    def scaled(self, low: Fraction, high: Fraction) -> Interval:
        """The interval in a unit of which one of ours is between ``low`` and ``high``."""
        return Interval(
            None if self.low is None else self.low * (low if self.low >= 0 else high),
            None if self.high is None else self.high * (high if self.high >= 0 else low),
            self.low_open,
            self.high_open,
        )


def _reaches(outer: Fraction | None, outer_open: bool, inner: Fraction | None, inner_open: bool) -> bool:
    if outer is None:
        return True
    if inner is None:
        return False
    return inner > outer or (inner == outer and (inner_open or not outer_open))


def _below(a: Interval, b: Interval) -> bool:
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


class Bounds(Frozen):
    """A number as precisely as the source gives it.

    One form at a time: ``value``; a lower and/or an upper bound (``min`` and ``max`` inclusive, ``above`` and ``below``
    exclusive); ``approx``; ``words`` (the source's own, when it gives no number); ``varies``; ``same_as`` (a node's id).
    """

    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    above: Number | None = None
    below: Number | None = None
    approx: Number | None = None
    words: Prose | None = None
    varies: Literal["need"] | None = None
    same_as: Id | None = None
    unit: Unit | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        lower, upper = (self.min, self.above), (self.max, self.below)
        forms = [self.value, self.approx, self.words, self.varies, self.same_as]
        given = [form for form in forms if form is not None]
        bounded = any(bound is not None for bound in (*lower, *upper))
        if len(given) + bounded > 1 or None not in lower or None not in upper or (not given and not bounded and not self._nested()):
            keys = [name for name in Bounds.model_fields if name != "unit" and getattr(self, name) is not None]
            raise PydanticCustomError("VK111", "one form", {"found": ", ".join(keys) or "–"})
        return self

    def _nested(self) -> bool:
        return False

    def interval(self) -> Interval | None:
        """The bounds as numbers in their own unit; None when the source gives words only.

        >>> Bounds(above=16, unit="week").interval()
        Interval(low=Fraction(16, 1), high=None, low_open=True, high_open=False)
        """
        if self.value is not None:
            exact = Fraction(self.value)
            return Interval(exact, exact)
        if self.approx is not None:
            about = Fraction(self.approx)
            margin = abs(about) * APPROXIMATELY
            return Interval(about - margin, about + margin)
        low = self.above if self.above is not None else self.min
        high = self.below if self.below is not None else self.max
        if low is None and high is None:
            return None
        return Interval(
            None if low is None else Fraction(low), None if high is None else Fraction(high), self.above is not None, self.below is not None
        )


class Amount(Bounds):
    """An amount of a dose: bounds with a unit, and for a frequency what it is counted ``per``.

    ``planned`` and ``reached`` stand instead of the number where the source gives both.
    """

    per: Unit | None = None
    planned: Bounds | None = None
    reached: Bounds | None = None

    def _nested(self) -> bool:
        return self.planned is not None or self.reached is not None

    def stated(self) -> Bounds:
        """What is held against a requirement: the number itself, else what was reached, else what is planned."""
        nested = self.reached or self.planned
        return self if nested is None or super().interval() is not None else nested

    def interval(self) -> Interval | None:
        """The bounds as numbers in their own unit; see `Bounds.interval`."""
        stated = self.stated()
        return super().interval() if stated is self else stated.interval()


class Dose(Frozen):
    """How much of something: at most one amount for each dimension, with a place of its own where the source gives one."""

    frequency: Amount | None = None
    session: Amount | None = None
    sessions: Amount | None = None
    total: Amount | None = None
    period: Amount | None = None
    position: Amount | None = None
    count: Amount | None = None
    money: Amount | None = None
    at: At = ()

    def amounts(self) -> Iterator[tuple[Dimension, Amount]]:
        """The dimensions that are given, in the format's order."""
        for dimension in DIMENSIONS:
            amount: Amount | None = getattr(self, dimension)
            if amount is not None:
                yield dimension, amount


def fits(stated: Bounds | Interval | None, required: Bounds) -> Reading:
    """Whether an amount lies within what is required.

    Stated inside required is yes, apart is no, overlap is partly, and nothing stated is silent. Units that cannot be compared
    (persons against pieces) are silent too.

    Args:
        stated: what the model says; an interval is taken to be in the unit of ``required``.
        required: what is asked for.

    >>> fits(Bounds(value=4, unit="month"), Bounds(above=16, unit="week"))
    'partly'
    """
    wanted = required.interval()
    have = stated if isinstance(stated, Interval) or stated is None else stated.interval()
    if have is None or wanted is None:
        return "silent"
    if isinstance(stated, Bounds):
        ours, theirs = _factor(stated), _factor(required)
        if ours is None or theirs is None or ours[2] != theirs[2]:
            return "silent"
        if _measure(stated) == _measure(required):  # three months are exactly three months, however long
            ours = theirs = (Fraction(1), Fraction(1), ours[2])
        have = have.scaled(ours[0], ours[1])
        strict, loose = _uncertain(wanted, theirs[0], theirs[1])
    else:
        strict = loose = wanted
    if have.inside(strict):
        return "yes"
    return "no" if have.apart(loose) else "partly"


def _uncertain(wanted: Interval, low: Fraction, high: Fraction) -> tuple[Interval, Interval]:
    def times(bound: Fraction | None, factor: Fraction) -> Fraction | None:
        return None if bound is None else bound * factor

    strict = Interval(times(wanted.low, high), times(wanted.high, low), wanted.low_open, wanted.high_open)
    return strict, wanted.scaled(low, high)


def _measure(bounds: Bounds) -> tuple[Unit | None, Unit | None]:
    unit = (bounds.stated() if isinstance(bounds, Amount) else bounds).unit or bounds.unit
    return unit, bounds.per if isinstance(bounds, Amount) else None


def _factor(bounds: Bounds) -> tuple[Fraction, Fraction, str] | None:
    """How many of the base unit one of this amount's is, least and most, and what the base unit measures."""
    unit, per = _measure(bounds)
    if per is not None:
        if per not in _DAYS:
            return None
        low, high = _DAYS[per]
        return Fraction(1, high), Fraction(1, low), "occasions a day"
    if unit in _DAYS and unit is not None:
        return Fraction(_DAYS[unit][0]), Fraction(_DAYS[unit][1]), "days"
    if unit in _SIZES and unit is not None:
        size = Fraction(_SIZES[unit][0])
        return size, size, "minutes" if unit in ("minute", "hour") else "percent"
    return Fraction(1), Fraction(1), unit or ""
