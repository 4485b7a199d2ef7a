"""What a model says of results: what was measured last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from virkningskjede.model import Result
from virkningskjede.model.results import outdoes, time_of, unordered, with_unit
from virkningskjede.model.values import Bounds, Date, Fit, Sentence
from virkningskjede.query.answer import Answer, Doubt, FieldFit, Ground, Witness, finish, one_element, strongest
from virkningskjede.query.condition import Condition
from virkningskjede.query.context import QueryContext
from virkningskjede.query.doses import hold_bounds
from virkningskjede.query.questions import ResultQuestion


def ask_result(condition: Condition, question: ResultQuestion, context: QueryContext) -> Answer:
    """The answer to ``result``.

    Whether something has been measured, any result says. Whether the number lies within bounds, the results of the latest date say: of
    several the least counts, and one without a number says nothing beside one with. Of a year and one of its months neither is known to
    be the later: both count, and the answer is unsure where they differ. With ``which: any`` one of them is enough, whenever it is of.
    Silence when nothing was measured.
    """
    candidates = list(_candidates(question, context))
    if question.value is None or question.which == "any":
        return strongest(condition, _witnesses(candidates, question.value, context))
    return _latest(condition, list(_numbers(candidates, question.value, context)))


class _Candidate(NamedTuple):
    """A result that a question is about.

    Attributes:
        id: its id.
        at: its sentences.
        readings: the result as coded, then as it may be; None where it is not there, or not what is asked for.
        doubt: why it may be otherwise.
    """

    id: str
    at: tuple[Sentence, ...]
    readings: tuple[Result | None, ...]
    doubt: Doubt

    @property
    def ground(self) -> Ground:
        """The result, as what an answer rests on."""
        return Ground(self.id, self.at)

    @property
    def doubts(self) -> tuple[Ground, ...]:
        """The same as what leaves an answer open, if it does."""
        return (Ground(self.id, self.at, None, self.doubt),) if len(set(self.readings)) > 1 else ()


def _candidates(question: ResultQuestion, context: QueryContext) -> Iterator[_Candidate]:
    for entry in context.model.results.values():
        options: list[Result | None] = []
        overlaps = False
        for reading in entry.readings():
            asked_for = reading is not None and _is_asked_for(reading, question)
            when = reading.date if asked_for and reading is not None else None
            within = question.date is None or (when is not None and when.within(question.date))
            options.append(reading if asked_for and within else None)
            if not within and when is not None and question.date is not None and when.overlaps(question.date):
                overlaps = True  # a year, of which a month is asked
                options.append(reading)
        if any(option is not None for option in options):
            yield _Candidate(entry.id, context.sentences_of(entry), tuple(options), "date" if overlaps else "or")


def _is_asked_for(result: Result, question: ResultQuestion) -> bool:
    """Whether a result is of the indicator, the group and the round that are asked for, whenever it is of."""
    right_wave = question.wave is None or question.wave == result.wave
    return result.indicator == question.indicator and result.among == question.among and right_wave


def _witnesses(candidates: Iterable[_Candidate], wanted: Bounds | None, context: QueryContext) -> Iterator[Witness]:
    """What each result says, whenever it is of: that something was measured, or whether the number lies within bounds."""
    for candidate in candidates:
        fits = [_fit(reading, wanted, context) if reading is not None else None for reading in candidate.readings]
        yield from one_element(candidate.id, candidate.at, fits, candidate.doubt)


def _fit(result: Result, wanted: Bounds | None, context: QueryContext) -> FieldFit:
    return FieldFit("yes") if wanted is None else hold_bounds(wanted, with_unit(result, context.model, context.vocabulary))


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

    The results are taken to be independent of each other where they are in doubt. Those among some of the group do not count.
    """
    candidates = list(_candidates(ResultQuestion(indicator=indicator), context))
    unsure = tuple(doubt for candidate in candidates for doubt in candidate.doubts)
    coded = [candidate for candidate in candidates if candidate.readings[0] is not None]
    times = {candidate.id: time_of(reading) for candidate in coded if (reading := candidate.readings[0]) is not None}
    unsure += tuple(
        Ground(candidate.id, candidate.at, None, "date")
        for candidate in coded
        if any(unordered(times[candidate.id], time) for time in times.values())
    )
    for candidate in candidates:
        others = [other.readings for other in candidates if other is not candidate]
        first, *rest = (_among_latest(reading, others, coded=place == 0) for place, reading in enumerate(candidate.readings))
        options = tuple(dict.fromkeys(option for alternatives in (first, *rest) for option in alternatives))
        results = tuple(with_unit(option, context.model, context.vocabulary) if option is not None else None for option in options)
        if any(result is not None for result in results):
            yield Latest(candidate.id, candidate.at, results, unsure if len(results) > 1 else ())


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
    return other is not None and outdoes(other, reading)


def _can_outdo(other: Result | None, reading: Result) -> bool:
    """The same, or whether it may: a year may be later than one of its months."""
    return other is not None and (outdoes(other, reading) or unordered(time_of(reading), time_of(other)))


class _Number(NamedTuple):
    """What one result says in one reading, and of when."""

    date: Date
    fit: FieldFit


_HEIGHTS: Mapping[Fit, int] = {"no": 0, "partly": 1, "yes": 2, "silent": 3}
"""The order in which the least counts. Silence is last: what gives no number takes nothing from what does."""

_NOT_THERE = len(_HEIGHTS)


class _Result(NamedTuple):
    """A result: what it says as coded, then in its other readings; None where it is not there."""

    candidate: _Candidate
    readings: tuple[_Number | None, ...]


def _numbers(candidates: Iterable[_Candidate], wanted: Bounds, context: QueryContext) -> Iterator[_Result]:
    for candidate in candidates:
        readings = (
            _Number(time_of(reading), _fit(reading, wanted, context)) if reading is not None else None for reading in candidate.readings
        )
        yield _Result(candidate, tuple(readings))


def _latest(condition: Condition, results: Sequence[_Result]) -> Answer:
    coded = [(result.candidate.ground, number) for result in results if (number := result.readings[0]) is not None]
    there = [(ground, number) for ground, number in coded if not any(number.date.before(other.date) for _, other in coded)]
    least = min((number.fit.value for _, number in there), key=_HEIGHTS.__getitem__, default=None)
    grounds = [replace(ground, limit=number.fit.limit) for ground, number in there if number.fit.value == least]
    doubts = [doubt for result in results if len(set(result.readings)) > 1 for doubt in result.candidate.doubts]
    doubts += [replace(ground, doubt="date") for ground, number in coded if any(unordered(number.date, other.date) for _, other in coded)]
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
