"""How far the indicators of models have come."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from virkningskjede.analysis.progress.share import NoShare, Share, Way, direction_of, share_of, target_fit, target_on, why_no_share
from virkningskjede.arguments import checked
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, Word
from virkningskjede.i18n.language import chosen
from virkningskjede.i18n.likely import likely
from virkningskjede.model import DatedBounds, Direction, Indicator, LogicModel, Models, Result, models_of
from virkningskjede.model.codebook import SharedIndicator, Vocabulary
from virkningskjede.model.results import indicator_named, outdoes, time_of, unit_in, unordered
from virkningskjede.model.values import Amount, At, Bounds, Date, Dimension, Dose, Fit, Sentence, copy_with, fields_of, sentences
from virkningskjede.project import ALONE, Project
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.report.names import names_of

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.progress.report import ProgressReport


@dataclass(frozen=True, slots=True)
class IndicatorProgress:
    """How far one indicator has come by one result; or what was planned and reached of a dose, which has no indicator.

    Attributes:
        model: the model's id.
        indicator: the indicator's id; None for a dose.
        element: of a dose, the node that it is of; ``whole`` for the programme as a whole.
        dimension: of a dose, what is measured.
        baseline: the number before anything is done, in its unit.
        target: the target in force on the date; of a dose, what is planned.
        result: the result's id; None where nothing was measured.
        value: what was measured; of a dose, what was reached.
        date: when.
        wave: in which round.
        n: of how many.
        among: among which of the group, where it was not all.
        sure: False where the result can be read otherwise, or may not be the latest.
        direction: which way it is to go, where that is known.
        at: the sentences that the numbers rest on.
    """

    model: str
    indicator: str | None = None
    element: str | None = None
    dimension: Dimension | None = None
    baseline: Bounds | None = None
    target: Bounds | None = None
    result: str | None = None
    value: Bounds | None = None
    date: Date | None = None
    wave: str | None = None
    n: int | None = None
    among: str | None = None
    sure: bool = True
    direction: Direction | None = None
    at: tuple[Sentence, ...] = ()

    @property
    def way(self) -> Way:
        """From where, to where."""
        return Way(self.baseline, self.target, self.direction)

    @property
    def share(self) -> Share | None:
        """How much of the way from baseline to target it has come; None where that is not defined."""
        return share_of(self.value, self.way)

    @property
    def no_share(self) -> NoShare | None:
        """Why there is no share; None where there is one."""
        return why_no_share(self.value, self.way)

    @property
    def met_before(self) -> bool:
        """Whether the target was reached at the baseline already, as where there was to be no more than so much."""
        return target_fit(self.baseline, self.way) == "yes"

    @property
    def met(self) -> Fit:
        """Whether the target is reached; silent where that cannot be told."""
        return target_fit(self.value, self.way)


@dataclass(frozen=True)
class Progress(Reported):
    """How far the indicators of some models have come.

    Attributes:
        models: the models.
        indicators: a row for each indicator and each result of it that counts.
        vocabulary: the codebook.
        date: the date that was asked for.
        wave: the round that was asked for.
    """

    models: tuple[LogicModel, ...]
    indicators: tuple[IndicatorProgress, ...]
    vocabulary: Vocabulary | None = None
    date: Date | None = None
    wave: str | None = None

    def __repr__(self) -> str:
        return f"Progress({len(self.models)} models, {len(self.indicators)} indicators)"

    @cached_property
    def by_id(self) -> dict[str, LogicModel]:
        """The models by id."""
        return {model.id: model for model in self.models}

    @checked
    def of(self, model: str, indicator: str | None = None) -> tuple[IndicatorProgress, ...]:
        """The rows of one model, and of one of its indicators."""
        return tuple(row for row in self.indicators if row.model == model and indicator in (None, row.indicator))

    def report(self) -> ProgressReport:
        """What it has to say."""
        from virkningskjede.analysis.progress.report import ProgressReport  # the contract's exception: a result is read where it stands

        return ProgressReport(self)

    def to_frame(self, lang: Lang | None = None) -> pd.DataFrame:
        """A row for each indicator and result (needs pandas), with bounds as two numbers: the least and the most, alike where there is
        one number, and empty where there is none. ``model_label`` says what the models are called.
        """
        lang = chosen(lang)
        columns = list(_cells(IndicatorProgress("")))
        rows = [list(_cells(row).values()) for row in self.indicators]
        numbers = [column for column in columns if column.endswith(("_min", "_max"))]
        return tidy(rows, columns, labels={"model": names_of(self.models)}, numbers=numbers, counts=("n",))


def _cells(row: IndicatorProgress) -> dict[str, Any]:
    """A row of a frame, by column."""
    amounts = {"baseline": row.baseline, "target": row.target, "value": row.value}
    ranges = {name: amount.interval() if amount is not None else None for name, amount in amounts.items()}
    cells: dict[str, Any] = {"model": row.model, "indicator": row.indicator, "element": row.element, "dimension": row.dimension}
    cells["unit"] = next((amount.unit for amount in amounts.values() if amount is not None and amount.unit is not None), None)
    for name, interval in {**ranges, "share": row.share}.items():
        ends = (interval.low, interval.high) if interval is not None else (None, None)
        cells |= {f"{name}_{end}": float(number) if number is not None else None for end, number in zip(("min", "max"), ends, strict=True)}
    dates = {"date": row.date, "baseline_date": date_of(row.baseline), "target_date": date_of(row.target)}
    cells |= {name: str(date) if date is not None else None for name, date in dates.items()}
    return cells | {name: getattr(row, name) for name in ("wave", "n", "among", "met", "no_share", "sure", "result", "at")}


def progress(
    models: Models, project: Project = ALONE, *, date: Date | str | None = None, wave: str | None = None, every: bool = False
) -> Progress:
    """How far each indicator has come, by the latest result: of the latest date all of them, and of each part of the group by itself.

    Args:
        models: the models.
        project: what they share: the codebook has indicators of its own.
        date: as it was on this date: what came after it does not count, and the target is the one in force on it.
        wave: only this round of measuring.
        every: every result, and not only the latest.

    Raises:
        UsageError: there is no such date, or no result is of that wave.
    """
    of = models_of(models)
    vocabulary = project.vocabulary
    try:
        when = Date.of(date) if isinstance(date, str) else date
    except ValueError:
        raise UsageError(Word("error.date", (("value", str(date)),))) from None
    waves = dict.fromkeys(result.wave for model in of for result in model.results.values() if result.wave is not None)
    if wave is not None and wave not in waves:
        known = Word("error.waves", (("known", ", ".join(waves)), ("likely", likely(wave, waves)))) if waves else Word("error.waves.none")
        raise UsageError(Word("error.no_wave", (("wave", wave), ("known", known))))
    rows = [row for model in of for row in (*_of_indicators(model, vocabulary, when, wave, every=every), *_of_doses(model, when, wave))]
    return Progress(of, tuple(rows), vocabulary, when, wave)


def _of_indicators(
    model: LogicModel, vocabulary: Vocabulary | None, date: Date | None, wave: str | None, *, every: bool
) -> Iterator[IndicatorProgress]:
    used = (*(name for node in model.nodes.values() for name in node.indicators), *(result.indicator for result in model.results.values()))
    for name in dict.fromkeys((*model.indicators, *(name for name in used if name is not None))):
        own = [result for result in model.results.values() if result.indicator == name and _counts(result, date, wave)]
        counted = [result for result in own if every or not any(_outdoes(other, result) for other in own)]
        for result in sorted(counted, key=_order):
            sure = not result.or_ and (every or not any(_may_be_later(other, result) for other in own))
            yield _row(model, name, vocabulary, result, date, sure=sure)
        if not counted:
            yield _row(model, name, vocabulary, None, date, sure=True)


def _counts(result: Result, date: Date | None, wave: str | None) -> bool:
    early_enough = date is None or result.date is None or result.date.last <= date.last
    return early_enough and wave in (None, result.wave)


def _order(result: Result) -> tuple[datetime.date, datetime.date]:
    """By date; what has none before what has, as conditions take it."""
    when = result.date
    return (when.end.first, when.last) if when is not None else (datetime.date.min, datetime.date.min)


def _outdoes(other: Result, result: Result) -> bool:
    """Whether a result does not count because of another of the same part of the group."""
    return other.among == result.among and outdoes(other, result)


def _may_be_later(other: Result, result: Result) -> bool:
    """Whether it cannot be told which of two results of the same part of the group is the later."""
    return other.among == result.among and unordered(time_of(other), time_of(result))


def _row(
    model: LogicModel, name: str, vocabulary: Vocabulary | None, result: Result | None, date: Date | None, *, sure: bool
) -> IndicatorProgress:
    indicator = indicator_named(name, model, vocabulary)
    baseline = target = None
    if isinstance(indicator, Indicator) and (result is None or result.among is None):  # both are of the whole group
        baseline = _in_unit(indicator.baseline, indicator, vocabulary)
        when = date or (result.date if result is not None else None)
        in_force = target_on(indicator.targets, when.end if when is not None else None)
        target = _in_unit(
            in_force if when is not None or result is not None else next(reversed(indicator.targets), None), indicator, vocabulary
        )
    wanted = indicator.direction if indicator is not None else None
    places = [part.at for part in (baseline, target, result) if part is not None]
    row = IndicatorProgress(
        model.id,
        name,
        baseline=baseline,
        target=target,
        direction=direction_of(baseline, target, wanted),
        at=tuple(dict.fromkeys(sentence for place in places for sentence in sentences(place, model.source))),
    )
    if result is None:
        return row
    return replace(
        row,
        result=result.id,
        value=_number(result, indicator, vocabulary),
        date=result.date,
        wave=result.wave,
        n=result.n,
        among=result.among,
        sure=sure,
    )


def _in_unit(
    amount: DatedBounds | None, indicator: Indicator | SharedIndicator | None, vocabulary: Vocabulary | None
) -> DatedBounds | None:
    return copy_with(amount, {"unit": unit_in(amount, indicator, vocabulary)}) if amount is not None else None


def _number(result: Result, indicator: Indicator | SharedIndicator | None, vocabulary: Vocabulary | None) -> Bounds | None:
    """The number of a result, without what else the result says; None where it has only a distribution."""
    given = _given(result)
    if not given.keys() - {"unit"}:
        return None
    return Bounds.model_validate({**given, "unit": unit_in(result, indicator, vocabulary)})


def _of_doses(model: LogicModel, date: Date | None, wave: str | None) -> Iterator[IndicatorProgress]:
    """What was planned and reached of doses. They are of no date and no round, and left out where one is asked for."""
    if date is not None or wave is not None:
        return
    doses: list[tuple[str, Dose | None, At]] = [
        ("whole", model.dose, ()),
        *((node.id, node.dose, node.at) for node in model.nodes.values()),
    ]
    for name, dose, at in doses:
        for dimension, amount in dose.amounts() if dose is not None else ():
            if not isinstance(amount, Amount):
                continue  # a deadline is a time, and nothing that is reached by degrees
            planned, reached = (_part(part, amount) for part in (amount.planned, amount.reached))
            if planned is not None or reached is not None:
                places = sentences(dose.at if dose is not None and dose.at else at, model.source)
                yield IndicatorProgress(
                    model.id,
                    element=name,
                    dimension=dimension,
                    target=planned,
                    value=reached,
                    direction=direction_of(None, planned, None),
                    at=tuple(places),
                )


def _part(part: Bounds | None, amount: Amount) -> Bounds | None:
    """What was planned or reached, with the unit of its amount where it has none, and in how long."""
    if part is None:
        return None
    return Amount.model_validate({"unit": amount.unit, **_given(part), "per": amount.per})


def _given(bounds: Bounds) -> dict[str, Any]:
    """What is said of a number, by field."""
    return {field.name: content for field in fields_of(Bounds) if (content := getattr(bounds, field.name)) is not None}


def date_of(amount: Bounds | None) -> Date | None:
    """The date of a baseline or a target, where it has one."""
    return amount.date if isinstance(amount, DatedBounds) else None
