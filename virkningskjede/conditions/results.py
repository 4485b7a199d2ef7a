"""What a model says of results: what was measured last."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from virkningskjede.conditions.answer import Answer, Ground, Mark, Witness, finish, one_element, strongest
from virkningskjede.conditions.condition import Condition
from virkningskjede.conditions.doses import hold_bounds
from virkningskjede.conditions.questions import ResultQuestion
from virkningskjede.conditions.subject import Subject
from virkningskjede.model import Indicator, LogicModel, Result
from virkningskjede.values import UNITS, Bounds, Reading, Unit
from virkningskjede.vocabulary import SharedIndicator, Vocabulary

_KNOWN: Mapping[str, Unit] = {unit: unit for units in UNITS.values() for unit in units}

_UNDATED = datetime.date.min
"""Where a result without a date comes in: before those that have one, which are known to be later than something."""


def ask_result(condition: Condition, question: ResultQuestion, subject: Subject) -> Answer:
    """The answer to ``result``.

    Whether something has been measured, any result says. Whether the number lies within bounds, the results of the latest date say: of
    several the least counts, and one without a number says nothing beside one with. Silence when nothing was measured.
    """
    if question.value is None:
        return strongest(condition, _measured(question.indicator, subject))
    return _latest(condition, list(_numbers(question.indicator, question.value, subject)))


def indicator_of(result: Result, model: LogicModel, vocabulary: Vocabulary | None) -> Indicator | SharedIndicator | None:
    """What a result was measured by: an indicator of the model itself, or one that several models share."""
    if result.indicator is None:
        return None
    return model.indicators.get(result.indicator) or (vocabulary.indicators.get(result.indicator) if vocabulary is not None else None)


def unit_of(result: Result, model: LogicModel, vocabulary: Vocabulary | None) -> Unit | None:
    """The unit of a result: its own, or that of its indicator where that is one of the format's.

    >>> model = LogicModel.model_validate({"id": "m", "indicators": {"i": {"label": "Days", "unit": "day"}},
    ...                                    "results": {"r": {"indicator": "i", "value": 4}}})
    >>> unit_of(model.results["r"], model, None)
    'day'
    """
    indicator = indicator_of(result, model, vocabulary)
    return result.unit or (_KNOWN.get(indicator.unit) if indicator is not None and indicator.unit is not None else None)


def with_unit(result: Result, model: LogicModel, vocabulary: Vocabulary | None) -> Result:
    """A result with the unit that it is in."""
    return result.model_copy(update={"unit": unit_of(result, model, vocabulary)})


def _measured(indicator: str, subject: Subject) -> Iterator[Witness]:
    for entry in subject.model.results.values():
        readings = [Mark("yes") if each is not None and each.indicator == indicator else None for each in entry.readings()]
        yield from one_element(entry.id, subject.sentences_of(entry), readings)


class _Number(NamedTuple):
    """What one result says in one reading, and of when."""

    date: datetime.date
    mark: Mark


_HEIGHTS: Mapping[Reading, int] = {"no": 0, "partly": 1, "yes": 2, "silent": 3}
"""The order in which the least counts. Silence is last: what gives no number takes nothing from what does."""

_NOT_THERE = len(_HEIGHTS)


class _Result(NamedTuple):
    """A result: what it says as coded, then in its other readings; None where it is not there."""

    ground: Ground
    readings: tuple[_Number | None, ...]


def _numbers(indicator: str, asked: Bounds, subject: Subject) -> Iterator[_Result]:
    for entry in subject.model.results.values():
        readings = tuple(
            _Number(each.date or _UNDATED, hold_bounds(asked, with_unit(each, subject.model, subject.vocabulary)))
            if each is not None and each.indicator == indicator
            else None
            for each in entry.readings()
        )
        if any(readings):
            yield _Result(Ground(entry.id, subject.sentences_of(entry)), readings)


def _latest(condition: Condition, results: Sequence[_Result]) -> Answer:
    coded = [(each.ground, number) for each in results if (number := each.readings[0]) is not None]
    latest = max((number.date for _, number in coded), default=None)
    there = [(ground, number.mark) for ground, number in coded if number.date == latest]
    least = min((mark.said for _, mark in there), key=_HEIGHTS.__getitem__, default=None)
    grounds = [replace(ground, limit=mark.limit) for ground, mark in there if mark.said == least]
    doubts = [replace(each.ground, doubt="or") for each in results if len(set(each.readings)) > 1]
    return finish(condition, least, _possible(results), grounds, doubts)


def _possible(results: Sequence[_Result]) -> Iterator[Reading]:
    """Everything that the latest results can come to, whichever date is the latest."""
    if all(None in each.readings for each in results):
        yield "silent"
    for date in {number.date for each in results for number in each.readings if number is not None}:
        options = [[number for number in each.readings if number is None or number.date <= date] for each in results]
        heights = [{_HEIGHTS[number.mark.said] if number and number.date == date else _NOT_THERE for number in each} for each in options]
        if all(heights):  # otherwise one of them is surely later
            most = min(map(max, heights))
            yield from (reading for reading, height in _HEIGHTS.items() if height <= most and any(height in each for each in heights))
