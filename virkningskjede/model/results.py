"""What a result was measured by, in what unit, and which of several is the later."""

from __future__ import annotations

from virkningskjede.model.codebook import SharedIndicator, Vocabulary
from virkningskjede.model.entries import Direction, Indicator, Result
from virkningskjede.model.logic_model import LogicModel
from virkningskjede.model.values import CURRENCIES, EMPTY, OWN_UNITS, Bounds, Date, Unit, copy_with, on_one_scale

_UNDATED = Date(1, 1, 1)
"""Where a result without a date comes in: before those that have one, which are known to be later than something."""


def indicator_named(name: str, model: LogicModel, vocabulary: Vocabulary | None) -> Indicator | SharedIndicator | None:
    """An indicator by its id: the model's own, or one that several models share."""
    return model.indicators.get(name) or (vocabulary.indicators.get(name) if vocabulary is not None else None)


def indicator_of(result: Result, model: LogicModel, vocabulary: Vocabulary | None) -> Indicator | SharedIndicator | None:
    """What a result was measured by."""
    return indicator_named(result.indicator, model, vocabulary) if result.indicator is not None else None


def unit_in(amount: Bounds, indicator: Indicator | SharedIndicator | None, vocabulary: Vocabulary | None) -> Unit | None:
    """The unit of a number of an indicator: its own, or that of the indicator where that is one of the format's, a currency or of the
    vocabulary. An indicator's unit in words of its own is no unit that numbers are turned into, also where the number repeats it.

    >>> unit_in(Bounds(value=4), Indicator.model_validate({"@id": "i", "label": "Days", "unit": "day"}), None)
    'day'
    >>> unit_in(Bounds(value=4, unit="kg"), Indicator.model_validate({"@id": "i", "label": "Waste", "unit": "kg"}), None)
    """
    named = indicator.unit if indicator is not None else None
    counted = vocabulary.units if vocabulary is not None else EMPTY
    own = amount.unit if amount.unit != named else None
    return own or (named if named in OWN_UNITS or named in CURRENCIES or named in counted else None)


def way(start: Bounds, end: Bounds) -> Direction | None:
    """Which way it is from one number to another; None where they overlap, or cannot be held against each other.

    >>> way(Bounds(value=40), Bounds(min=80)), way(Bounds(value=40), Bounds(max=5)), way(Bounds(value=40), Bounds(min=30))
    ('up', 'down', None)
    """
    ends = on_one_scale(start, end)
    if ends is None or not ends[0].apart(ends[1]):
        return None
    here, there = ends
    return "up" if here.high is not None and there.low is not None and here.high <= there.low else "down"


def unit_of(result: Result, model: LogicModel, vocabulary: Vocabulary | None) -> Unit | None:
    """The unit of a result: its own, or that of its indicator where that is one of the format's, a currency or of the vocabulary.

    >>> model = LogicModel.model_validate({"id": "m", "indicators": {"i": {"label": "Days", "unit": "day"}},
    ...                                    "results": {"r": {"indicator": "i", "value": 4}}})
    >>> unit_of(model.results["r"], model, None)
    'day'
    """
    return unit_in(result, indicator_of(result, model, vocabulary), vocabulary)


def with_unit(result: Result, model: LogicModel, vocabulary: Vocabulary | None) -> Result:
    """A result with the unit that it is in."""
    return copy_with(result, {"unit": unit_of(result, model, vocabulary)})


def time_of(result: Result) -> Date:
    """The date by which a result comes before others or after them: of a time from one date to another, the last."""
    return result.date.end if result.date is not None else _UNDATED


def outdoes(other: Result, result: Result) -> bool:
    """Whether one result says that another does not count: it is later, or of the same date and the only one with a number.

    >>> model = LogicModel.model_validate({"id": "m", "results": {"r": {"value": 4, "date": "2024"}, "s": {"value": 5, "date": "2025"}}})
    >>> outdoes(model.results["s"], model.results["r"]), outdoes(model.results["r"], model.results["s"])
    (True, False)
    """
    late, later = time_of(result), time_of(other)
    return late.before(later) or (later == late and result.interval() is None and other.interval() is not None)


def unordered(one: Date, other: Date) -> bool:
    """Whether it cannot be told which of two dates is the later: a year, and one of its months. What is written alike is one date."""
    return one != other and one.overlaps(other)
