"""Amounts: how much, how often, how long, as exact bounds with units, and whether one amount meets another.

Nothing is rounded. Months, quarters, half-years and years are exact among themselves, and so are half-days, days and weeks. Between the
two stands the calendar: four months in a row have 120 to 123 days, so that they are over 16 weeks, and neither surely more nor surely
less than 122 days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal, NamedTuple, Self, TypeVar, get_args

from pydantic import BeforeValidator, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError, PydanticKnownError

from virkningskjede.i18n import Word
from virkningskjede.model.values.currencies import CURRENCIES, KRONE
from virkningskjede.model.values.dates import Date
from virkningskjede.model.values.fields import Names, Offers
from virkningskjede.model.values.frozen import Frozen, copy_with
from virkningskjede.model.values.locators import At
from virkningskjede.model.values.months import days_of_months
from virkningskjede.model.values.numbers import Number
from virkningskjede.model.values.text import ID_PATTERN, Id, Prose

OwnUnit = Literal[
    "minute", "hour", "day", "half_day", "time", "week", "month", "quarter", "half_year", "year", "percent", "fte", "piece", "person", "NOK"
]
"""Every unit that the format has words of its own for."""

OWN_UNITS: tuple[OwnUnit, ...] = get_args(OwnUnit)


def _unit(value: object) -> object:
    if isinstance(value, str) and (value in OWN_UNITS or value in CURRENCIES or re.fullmatch(ID_PATTERN, value)):
        return value
    raise PydanticKnownError("literal_error", {"expected": ", ".join(OWN_UNITS)})


Unit = Annotated[str, BeforeValidator(_unit), Names("unit"), Offers(OWN_UNITS)]
"""What something is counted in: one of the format's own units, a currency, or the id of a unit of the vocabulary."""

Dimension = Literal["frequency", "intensity", "session", "sessions", "total", "period", "deadline", "position", "count", "money"]
"""What an amount of a dose measures."""

DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)

UNITS: Mapping[str, tuple[OwnUnit, ...]] = MappingProxyType(
    {
        "frequency": ("time", "day", "half_day"),
        "intensity": ("minute", "hour"),
        "session": ("minute", "hour"),
        "sessions": ("time",),
        "total": ("hour",),
        "period": ("day", "week", "month", "quarter", "half_year", "year"),
        "deadline": ("hour", "day", "week", "month", "quarter", "half_year", "year"),
        "position": ("percent", "fte"),
        "count": ("piece", "person"),
        "money": ("NOK",),
    }
)
"""The units that each dimension allows.

For money stands the currency that is meant where none is given, and any other will do. Things can be counted in any unit of the
vocabulary, too.
"""

PER: tuple[OwnUnit, ...] = ("day", "week", "month", "quarter", "half_year", "year")
"""What a rate can be counted by."""

RATES: frozenset[Dimension] = frozenset(["frequency", "intensity"])
"""The dimensions that say so much in so long, and need a ``per``: how often, and how many hours of it."""


def takes(dimension: str, unit: Unit) -> bool:
    """Whether a unit is one that a dimension can be given in.

    >>> takes("money", "EUR"), takes("count", "EUR"), takes("count", "school"), takes("period", "school")
    (True, False, True, False)
    """
    if dimension == "money":
        return unit in CURRENCIES
    of_the_vocabulary = unit not in OWN_UNITS and unit not in CURRENCIES
    return unit in UNITS[dimension] or (dimension == "count" and of_the_vocabulary)


def offered(dimension: str, units: tuple[str, ...] = ()) -> Word | str:
    """The units that something can be given in, in words: those of a dimension, or others.

    >>> offered("session"), offered("age", ("year",))
    ('minute, hour', 'year')
    """
    known = ", ".join(units or UNITS[dimension])
    return Word(f"unit.known.{dimension}", (("known", known),)) if dimension in ("money", "count") else known


APPROXIMATELY = Fraction(1, 10)
"""How far from its number an approximate amount may lie, as a share of it."""

Fit = Literal["no", "silent", "partly", "yes"]
"""What a text says about a question, in order: against it, nothing, something, all of it."""

_SIZES: Mapping[str | None, tuple[str, Fraction]] = MappingProxyType(
    {
        "minute": ("minutes", Fraction(1)),
        "hour": ("minutes", Fraction(60)),
        "half_day": ("days", Fraction(1, 2)),
        "day": ("days", Fraction(1)),
        "week": ("days", Fraction(7)),
        "month": ("months", Fraction(1)),
        "quarter": ("months", Fraction(3)),
        "half_year": ("months", Fraction(6)),
        "year": ("months", Fraction(12)),
        "percent": ("percent", Fraction(1)),
        "fte": ("percent", Fraction(100)),
    }
)
"""What each unit is counted in, and how many of that one of it is. A unit that is not here is counted in itself: a time has no length."""

_CALENDAR = frozenset(["days", "months"])
"""What the calendar stands between: how many days there are in so many months depends on which months they are."""


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

    def times(self, factor: Fraction) -> Interval:
        """The interval in a unit of which one of ours is so many. The factor is above 0."""
        return self._replace(low=None if self.low is None else self.low * factor, high=None if self.high is None else self.high * factor)


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
    exclusive); ``approx``; ``words`` (the source's own, when it gives no number); ``varies``; ``same_as`` (the id of something else
    that has a number; for a dose a node's).
    """

    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    above: Number | None = None
    below: Number | None = None
    approx: Number | None = None
    words: Prose | None = None
    varies: Literal["need"] | None = None
    same_as: Annotated[Id | None, Names("numbered")] = None
    unit: Unit | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        lower, upper = (self.min, self.above), (self.max, self.below)
        forms = [self.value, self.approx, self.words, self.varies, self.same_as]
        used = [form for form in forms if form is not None]
        bounded = any(bound is not None for bound in (*lower, *upper))
        if len(used) + bounded > 1 or None not in lower or None not in upper or (not used and not bounded and not self._nested()):
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
    """An amount of a dose: bounds with a unit, and for a rate what it is counted ``per``.

    ``planned`` and ``reached`` stand instead of the number where the source gives both.
    """

    leading: ClassVar[tuple[str, ...]] = ("planned", "reached")

    per: OwnUnit | None = None
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


MOMENT_PATTERN = "^(?:[a-z0-9-]+|sick_leave)$"

MOMENTS = ("sick_leave", "start")
"""What time can be counted from that is no entry of the model: the user's first day of sick leave, and first day in the programme."""

Moment = Annotated[str, StringConstraints(pattern=MOMENT_PATTERN)]
"""A node's id, or one of `MOMENTS`."""


class Deadline(Bounds):
    """When something is to have been done: so long after something else, or by a day of the calendar.

    ``max`` is at the latest, ``value`` at that point. How long it lasts is another thing: a ``period``.

    Attributes:
        after: what the time is counted from.
        date: the day by which it is to have been done, instead of a number.
    """

    after: Annotated[Moment | None, Names("node"), Offers(MOMENTS)] = None
    date: Date | None = None

    @model_validator(mode="after")
    def _by_one_clock(self) -> Self:
        given = [name for name in Deadline.model_fields if name != "unit" and getattr(self, name) is not None]
        if self.date is not None and given != ["date"]:
            raise PydanticCustomError("VK111", "one form", {"found": ", ".join(given)})
        return self

    def _nested(self) -> bool:
        return self.date is not None


class Dose(Frozen):
    """How much of something: at most one amount for each dimension, with a place of its own where the source gives one."""

    by_part: ClassVar[bool] = True

    frequency: Amount | None = None
    intensity: Amount | None = None
    session: Amount | None = None
    sessions: Amount | None = None
    total: Amount | None = None
    period: Amount | None = None
    deadline: Deadline | None = None
    position: Amount | None = None
    count: Amount | None = None
    money: Amount | None = None
    at: At = ()

    @field_validator("money")
    @classmethod
    def _in_kroner(cls, money: Amount | None) -> Amount | None:
        """An amount of money in kroner, where it says no currency."""
        if money is None or money.unit is not None:
            return money
        counted = [bounds for bounds in (money, money.planned, money.reached) if bounds is not None and Bounds.interval(bounds) is not None]
        return copy_with(money, {"unit": KRONE}) if any(bounds.unit is None for bounds in counted) else money

    def amounts(self) -> Iterator[tuple[Dimension, Amount | Deadline]]:
        """The dimensions that are given, in the format's order."""
        for dimension in DIMENSIONS:
            amount: Amount | Deadline | None = getattr(self, dimension)
            if amount is not None:
                yield dimension, amount


B = TypeVar("B", bound=Bounds)


class Measure(NamedTuple):
    """What a number counts: a unit, for a rate what it is counted per, and for a deadline what it is counted from.

    Attributes:
        unit: the unit; None where none is given.
        per: for a rate, in how long.
        after: for a deadline, what it is counted from; None where that is not said or not asked.
    """

    unit: Unit | None = None
    per: Unit | None = None
    after: Moment | None = None

    @classmethod
    def of(cls, bounds: Bounds) -> Measure:
        """The measure of an amount. ``planned`` and ``reached`` that give no unit have that of their amount."""
        if isinstance(bounds, Amount):
            return cls(bounds.stated().unit or bounds.unit, bounds.per)
        return cls(bounds.unit, None, bounds.after if isinstance(bounds, Deadline) else None)

    def apart(self, other: Measure) -> bool:
        """Whether both say what they are counted from, and it is not the same: then they are nowhere on one scale."""
        return None not in (self.after, other.after) and self.after != other.after

    def factor(self, other: Measure) -> Fraction | None:
        """How many of the other one of this is; None where that is not one exact number.

        >>> Measure("year").factor(Measure("month")), Measure("time", "year").factor(Measure("time", "month"))
        (Fraction(12, 1), Fraction(1, 12))
        >>> Measure("month").factor(Measure("week")) is Measure("time", "week").factor(Measure("day", "week")) is None
        True
        """
        if self.apart(other):
            return None
        (unit, size), (unit_b, size_b) = _size(self.unit), _size(other.unit)
        (per, length), (per_b, length_b) = _size(self.per), _size(other.per)
        return size / size_b * length_b / length if (unit, per) == (unit_b, per_b) else None


class Measured(NamedTuple):
    """Numbers, and what they count."""

    interval: Interval
    measure: Measure


def fits(stated: Bounds | Measured | Interval | None, required: Bounds) -> Fit:
    """Whether an amount lies within what is required.

    Stated inside required is yes, apart is no, overlap is partly, and nothing stated is silent. So are units that cannot be compared:
    persons against pieces, times against days, a number without a unit against one with.

    Args:
        stated: what the model says; a bare interval is taken to be in the unit of ``required``.
        required: what is asked for.

    >>> fits(Bounds(value=4, unit="month"), Bounds(above=16, unit="week")), fits(Bounds(value=4, unit="month"), Bounds(min=122, unit="day"))
    ('yes', 'partly')
    """
    wanted, theirs = required.interval(), Measure.of(required)
    if isinstance(stated, Bounds):
        have, ours = stated.interval(), Measure.of(stated)
    elif isinstance(stated, Measured):
        have, ours = stated
    else:
        have, ours = stated, theirs
    reaches = _side_by_side(have, ours, wanted, theirs) if have is not None and wanted is not None else None
    if reaches is None:
        return "silent"
    mine, yours = reaches
    if mine.widest.inside(yours.narrowest):
        return "yes"
    return "no" if mine.widest.apart(yours.widest) else "partly"


def same(one: Bounds, other: Bounds) -> Fit:
    """Whether two amounts are the same: yes, no, partly where it cannot be told, and silent where they cannot be compared.

    It cannot be told where an amount is only about so much, or where the calendar may make it so.

    >>> same(Bounds(max=12, unit="month"), Bounds(max=1, unit="year")), same(Bounds(value=4, unit="month"), Bounds(value=121, unit="day"))
    ('yes', 'partly')
    """
    have, wanted = one.interval(), other.interval()
    reaches = _side_by_side(have, Measure.of(one), wanted, Measure.of(other)) if have is not None and wanted is not None else None
    if reaches is None:
        return "silent"
    mine, yours = reaches
    if mine == yours and mine.narrowest == mine.widest:
        return "yes"
    if one.approx is not None or other.approx is not None:
        return "no" if mine.widest.apart(yours.widest) else "partly"
    return "partly" if mine.meets(yours) else "no"


def on_one_scale(*amounts: Bounds) -> tuple[Interval, ...] | None:
    """Amounts as numbers of one unit, each as wide as it can be; None where one has no number, or they have no unit in common.

    It is the unit of the last, and where the calendar stands between them days.

    >>> on_one_scale(Bounds(value=1, unit="year"), Bounds(value=6, unit="month"))[0][:2]
    (Fraction(12, 1), Fraction(12, 1))
    >>> [tuple(map(int, ends[:2])) for ends in on_one_scale(Bounds(value=3, unit="month"), Bounds(value=8, unit="week"))]
    [(89, 92), (56, 56)]
    """
    intervals = [(amount.interval(), Measure.of(amount)) for amount in amounts]
    given = [(interval, measure) for interval, measure in intervals if interval is not None]
    if len(given) < len(intervals):
        return None
    last = given[-1][1]
    factors = [measure.factor(last) for _, measure in given]
    exact = [interval.times(factor) for (interval, _), factor in zip(given, factors, strict=True) if factor is not None]
    if len(exact) == len(given):
        return tuple(exact)
    if any(_side_by_side(*pair, *given[-1]) is None for pair in given):
        return None
    return tuple(_by_the_day(*pair).widest for pair in given)


def in_measure_of(wanted: B, stated: Bounds) -> B:
    """Bounds that are asked for, in the measure of the amount that they are held against, where they give none of their own.

    >>> in_measure_of(Bounds(min=18), Bounds(value=20, unit="year")).unit
    'year'
    """
    unit, per, _ = Measure.of(stated)
    if wanted.unit is not None or unit is None:
        return wanted
    measure: dict[str, Unit | None] = {"unit": unit}
    if isinstance(wanted, Amount) and wanted.per is None:
        measure["per"] = per
    return copy_with(wanted, measure)


_Bound = tuple[Fraction, Fraction] | None
"""The least and the most that a bound can come to in another unit; None for a bound that is open to infinity."""


class _Reach(NamedTuple):
    """An interval in another unit, each bound from its least to its most."""

    low: _Bound
    high: _Bound
    low_open: bool
    high_open: bool

    @property
    def widest(self) -> Interval:
        """From the least that it can begin with to the most that it can end with."""
        return Interval(self.low and self.low[0], self.high and self.high[1], self.low_open, self.high_open)

    @property
    def narrowest(self) -> Interval:
        """From the most that it can begin with to the least that it can end with: what lies in it however long the months are."""
        return Interval(self.low and self.low[1], self.high and self.high[0], self.low_open, self.high_open)

    def meets(self, other: _Reach) -> bool:
        """Whether both bounds can be the other's."""
        open_alike = (self.low_open, self.high_open) == (other.low_open, other.high_open)
        return open_alike and _can_be(self.low, other.low) and _can_be(self.high, other.high)


def _can_be(one: _Bound, other: _Bound) -> bool:
    if one is None or other is None:
        return one is other
    return one[0] <= other[1] and other[0] <= one[1]


def _side_by_side(have: Interval, ours: Measure, wanted: Interval, theirs: Measure) -> tuple[_Reach, _Reach] | None:
    """Two intervals in a unit that they have in common; None where they have none."""
    factor = ours.factor(theirs)
    if factor is not None:
        return _exact(have.times(factor)), _exact(wanted)
    if ours.apart(theirs):
        return None
    (unit, per), (unit_b, per_b) = ((_size(measure.unit)[0], _size(measure.per)[0]) for measure in (ours, theirs))
    lengths = ours.per is None and theirs.per is None and {unit, unit_b} == _CALENDAR
    rates = unit == unit_b and {per, per_b} == _CALENDAR
    return (_by_the_day(have, ours), _by_the_day(wanted, theirs)) if lengths or rates else None


def _size(unit: str | None) -> tuple[str, Fraction]:
    return _SIZES.get(unit, (unit or "", Fraction(1)))


def _exact(interval: Interval) -> _Reach:
    low, high = (None if bound is None else (bound, bound) for bound in interval[:2])
    return _Reach(low, high, interval.low_open, interval.high_open)


def _by_the_day(interval: Interval, measure: Measure) -> _Reach:
    """An interval in days, or for a rate in so many a day."""
    low, high = (None if bound is None else _days(bound, measure) for bound in interval[:2])
    return _Reach(low, high, interval.low_open, interval.high_open)


def _days(number: Fraction, measure: Measure) -> tuple[Fraction, Fraction]:
    kind, size = _size(measure.unit)
    if measure.per is None:
        return days_of_months(number * size) if kind == "months" else (number * size, number * size)
    period, length = _size(measure.per)
    fewest, most = days_of_months(length) if period == "months" else (length, length)
    rates = number * size / most, number * size / fewest
    return min(rates), max(rates)
