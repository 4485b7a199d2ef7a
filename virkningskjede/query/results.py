"""What a model says of results: what was measured last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from virkningskjede.model import Result
from virkningskjede.model.results import with_unit
from virkningskjede.model.values import Bounds, Date, Fit, Sentence
from virkningskjede.query.answer import Answer, FieldFit, Ground, Witness, finish, one_element, strongest
from virkningskjede.query.condition import Condition
from virkningskjede.query.context import QueryContext
from virkningskjede.query.doses import hold_bounds
from virkningskjede.query.questions import ResultQuestion

_UNDATED = Date(1, 1, 1)
"""Where a result without a date comes in: before those that have one, which are known to be later than something."""


def ask_result(condition: Condition, question: ResultQuestion, context: QueryContext) -> Answer:
    """The answer to ``result``.

    Whether something has been measured, any result says. Whether the number lies within bounds, the results of the latest date say: of
    several the least counts, and one without a number says nothing beside one with. Of a year and one of its months neither is known to
    be the later: both count, and the answer is unsure where they differ. Silence when nothing was measured.
    """
    if question.value is None:
        return strongest(condition, _measured(question.indicator, context))
    return _latest(condition, list(_numbers(question.indicator, question.value, context)))


class Latest(NamedTuple):
    """A result that may be one of the latest.

    Attributes:
        id: its id.
        at: its sentences.
        readings: the result with its unit, as coded and then otherwise; None where it is not there, or is not of the latest date.
        doubts: the results whose readings leave it open, if it is.
    """

    id: str
    at: tuple[Sentence, ...]
    readings: tuple[Result | None, ...]
    doubts: tuple[Ground, ...]


def latest(indicator: str, context: QueryContext) -> Iterator[Latest]:
    """The results of an indicator's latest date, which are those that count; without one that gives no number beside one that does.

    The results are taken to be independent of each other where they are in doubt.
    """
    entries = [
        (entry, [reading if reading is not None and reading.indicator == indicator else None for reading in entry.readings()])
        for entry in context.model.results.values()
    ]
    unsure = tuple(Ground(entry.id, context.sentences_of(entry), None, "or") for entry, readings in entries if len(set(readings)) > 1)
    unsure += tuple(
        Ground(entry.id, context.sentences_of(entry), None, "date")
        for entry, (coded, *_) in entries
        if coded is not None and any(other is not None and _unordered(_time(coded), _time(other)) for _, (other, *_) in entries)
    )
    for entry, own in entries:
        others = [readings for other, readings in entries if other is not entry]
        coded, *rest = (_among_latest(reading, others, coded=place == 0) for place, reading in enumerate(own))
        options = tuple(dict.fromkeys(option for alternatives in (coded, *rest) for option in alternatives))
        results = tuple(with_unit(option, context.model, context.vocabulary) if option is not None else None for option in options)
        if any(result is not None for result in results):
            yield Latest(entry.id, context.sentences_of(entry), results, unsure if len(results) > 1 else ())


def _among_latest(reading: Result | None, others: Sequence[Sequence[Result | None]], *, coded: bool) -> Iterator[Result | None]:
    """A result in one reading where it can be one of the latest, and None where it need not be; as they are coded first."""
    if reading is None:
        yield None
        return
    can_count = all(None in readings or any(not _outdoes(other, reading) for other in readings) for readings in others)
    can_be_outdone = any(_can_outdo(other, reading) for readings in others for other in readings)
    outdone_as_coded = any(_outdoes(readings[0], reading) for readings in others)
    options = ((reading, can_count), (None, can_be_outdone))
    for option, possible in reversed(options) if coded and outdone_as_coded else options:
        if possible:
            yield option


def _outdoes(other: Result | None, reading: Result) -> bool:
    """Whether one result says that another does not count: it is later, or of the same date and the only one with a number."""
    if other is None:
        return False
    late, later = _time(reading), _time(other)
    return late.before(later) or (later == late and reading.interval() is None and other.interval() is not None)


def _can_outdo(other: Result | None, reading: Result) -> bool:
    """The same, or whether it may: a year may be later than one of its months."""
    return other is not None and (_outdoes(other, reading) or _unordered(_time(reading), _time(other)))


def _time(result: Result) -> Date:
    """The date by which a result comes before others or after them: of a time from one date to another, the last."""
    return result.date.end if result.date is not None else _UNDATED


def _unordered(one: Date, other: Date) -> bool:
    """Whether it cannot be told which of two dates is the later. What is written alike is one date."""
    return one != other and one.overlaps(other)


def _measured(indicator: str, context: QueryContext) -> Iterator[Witness]:
    for entry in context.model.results.values():
        fits = [FieldFit("yes") if reading is not None and reading.indicator == indicator else None for reading in entry.readings()]
        yield from one_element(entry.id, context.sentences_of(entry), fits)


class _Number(NamedTuple):
    """What one result says in one reading, and of when."""

    date: Date
    fit: FieldFit


_HEIGHTS: Mapping[Fit, int] = {"no": 0, "partly": 1, "yes": 2, "silent": 3}
"""The order in which the least counts. Silence is last: what gives no number takes nothing from what does."""

_NOT_THERE = len(_HEIGHTS)


class _Result(NamedTuple):
    """A result: what it says as coded, then in its other readings; None where it is not there."""

    ground: Ground
    readings: tuple[_Number | None, ...]


def _numbers(indicator: str, wanted: Bounds, context: QueryContext) -> Iterator[_Result]:
    for entry in context.model.results.values():
        readings = tuple(
            _Number(_time(reading), hold_bounds(wanted, with_unit(reading, context.model, context.vocabulary)))
            if reading is not None and reading.indicator == indicator
            else None
            for reading in entry.readings()
        )
        if any(readings):
            yield _Result(Ground(entry.id, context.sentences_of(entry)), readings)


def _latest(condition: Condition, results: Sequence[_Result]) -> Answer:
    coded = [(result.ground, number) for result in results if (number := result.readings[0]) is not None]
    there = [(ground, number) for ground, number in coded if not any(number.date.before(other.date) for _, other in coded)]
    least = min((number.fit.value for _, number in there), key=_HEIGHTS.__getitem__, default=None)
    grounds = [replace(ground, limit=number.fit.limit) for ground, number in there if number.fit.value == least]
    doubts = [replace(result.ground, doubt="or") for result in results if len(set(result.readings)) > 1]
    doubts += [replace(ground, doubt="date") for ground, number in coded if any(_unordered(number.date, other.date) for _, other in coded)]
    return finish(condition, least, _possible(results), grounds, doubts)


def _possible(results: Sequence[_Result]) -> Iterator[Fit]:
    """Everything that the latest results can come to, whichever date is the latest."""
    if all(None in result.readings for result in results):
        yield "silent"
    for date in {number.date for result in results for number in result.readings if number is not None}:
        options = [[number for number in result.readings if number is None or not date.before(number.date)] for result in results]
        heights = [
            {_HEIGHTS[number.fit.value] if number and number.date == date else _NOT_THERE for number in numbers} for numbers in options
        ]
        if all(heights):  # otherwise one of them is surely later
            most = min(map(max, heights))
            yield from (fit for fit, height in _HEIGHTS.items() if height <= most and any(height in possible for possible in heights))
