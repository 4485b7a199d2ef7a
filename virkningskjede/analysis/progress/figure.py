"""Progress as a figure: a row for each indicator, with its baseline, its targets and what was measured, by date.

Nothing is drawn between measurements. What is known to the month or the year is as wide as that month or year; what is known as bounds is
as high as they are.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from virkningskjede.analysis.progress.progress import IndicatorProgress, Progress, date_of
from virkningskjede.analysis.progress.report import RowText, title
from virkningskjede.drawing.panels import Figure, Panel, PanelMark, Shape
from virkningskjede.i18n import Lang, word
from virkningskjede.model import Indicator
from virkningskjede.model.results import unit_in
from virkningskjede.model.values import Bounds, Date, Interval, Measure, copy_with
from virkningskjede.report import amounts
from virkningskjede.report.names import titles_of

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between what is named along the axis."""

_MOST_TICKS = 8

_UNDATED = 0.12
"""How much of the panel is kept for what has no date, where there is any."""

_LOW, _HIGH = 0.14, 0.86
"""Where in the panel the least and the greatest number stand."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """The time that all rows share: from the first day to the last that anything in them can be of.

    Attributes:
        first: the first day; None where nothing has a date.
        last: the last.
        begins: where on the axis the time begins: after what has no date.
    """

    first: datetime.date | None
    last: datetime.date | None
    begins: float

    def at(self, day: datetime.date, *, ends: bool = False) -> float:
        """Where a day begins, or ends, from 0 to 1."""
        if self.first is None or self.last is None:
            return self.begins
        days = (self.last - self.first).days + 1
        return self.begins + (1 - self.begins) * ((day - self.first).days + ends) / days

    def of(self, date: Date | None) -> tuple[float, float]:
        """What a date can be of; a day is a point, in the middle of itself; without a date before the time begins."""
        if date is None or self.first is None:
            return (self.begins / 3, self.begins / 3) if self.begins else (0.5, 0.5)
        if date.first == date.last:
            middle = (self.at(date.first) + self.at(date.last, ends=True)) / 2
            return middle, middle
        return self.at(date.first), self.at(date.last, ends=True)

    def ticks(self, lang: Lang) -> Iterator[tuple[float, str]]:
        """The first of some months or years, each with its name."""
        if self.first is None or self.last is None:
            return
        start, end = self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month - 1
        step = next((step for step in _STEPS if (end - start) // step < _MOST_TICKS), _STEPS[-1])
        for month in range(-(-start // step) * step, end + 1, step):
            year, of_year = divmod(month, 12)
            date = Date(year) if step % 12 == 0 else Date(year, of_year + 1)
            if date.first >= self.first:
                yield self.at(date.first), amounts.date(date, lang)


@dataclass(frozen=True)
class _Row:
    """One row: the results of one indicator in one part of the group, or a dose."""

    progress: Progress
    rows: tuple[IndicatorProgress, ...]
    lang: Lang

    @cached_property
    def texts(self) -> tuple[RowText, ...]:
        return tuple(RowText(row, self.progress, self.lang) for row in self.rows)

    @cached_property
    def first(self) -> IndicatorProgress:
        return self.rows[0]

    @cached_property
    def targets(self) -> tuple[Bounds, ...]:
        """All targets in the order of their dates, and not only the one in force; of a dose, what is planned."""
        indicator = self.texts[0].indicator
        if self.first.indicator is None:
            return () if self.first.target is None else (self.first.target,)
        if not isinstance(indicator, Indicator) or self.first.among is not None:
            return ()  # they are of the whole group
        unit = {target: unit_in(target, indicator, self.progress.vocabulary) for target in indicator.targets}
        return tuple(copy_with(target, {"unit": unit[target]}) for target in indicator.targets)

    @cached_property
    def measure(self) -> Measure | None:
        """What the row is measured in: that of its targets, else of its baseline, else of its results."""
        every = (*self.targets, self.first.baseline, *(row.value for row in self.rows))
        return next((Measure.of(amount) for amount in every if amount is not None and amount.interval() is not None), None)

    def interval(self, amount: Bounds | None) -> Interval | None:
        """A number in what the row is measured in; None where it has none, or one that cannot be turned into that."""
        interval = amount.interval() if amount is not None else None
        if amount is None or interval is None or self.measure is None:
            return None
        factor = Measure.of(amount).factor(self.measure)
        return interval.times(factor) if factor is not None else None

    def dates(self) -> Iterator[Date | None]:
        """The dates of what is drawn; None for what is drawn and has none."""
        targets = ((target, date_of(target)) for target in self.targets)
        yield from (date for target, date in targets if date is not None and self.interval(target) is not None)
        if self.interval(self.first.baseline) is not None:
            yield date_of(self.first.baseline)
        yield from (row.date for row in self.rows if self.interval(row.value) is not None)

    # In words

    def facts(self) -> tuple[str, ...]:
        """What stands beside the panel: where it begins, where it is to come to, and how far it has come by the last result."""
        return tuple(self._facts(self.texts[-1:]))

    def caption(self) -> str:
        """All that the row says, with every result."""
        return "\n".join((f"{self.title}:", *self._facts(self.texts)))

    def _facts(self, results: Iterable[RowText]) -> Iterator[str]:
        first, last = self.texts[0], self.texts[-1]
        if self.first.baseline is not None:
            yield self._line("baseline", first.dated(self.first.baseline))
        if self.targets:
            yield self._line("target", "; ".join(map(first.dated, self.targets)))
        yield from (self._line("value", text.measured) for text in results)
        if last.share:
            yield self._line("share", last.share)
        if last.met:
            yield last.met[:1].upper() + last.met[1:]

    @property
    def title(self) -> str:
        """What was measured, and among whom."""
        return self.texts[0].heading.replace("\n", ", ")

    def _line(self, key: str, text: str) -> str:
        return f"{word(f'progress.{key}', self.lang)}: {text}"

    # Drawn

    def marks(self, axis: _Axis) -> tuple[PanelMark, ...]:
        """What is in the panel: the targets behind, then the baseline and the results."""
        ends = [end for interval in self._intervals() for end in (interval.low, interval.high) if end is not None]
        if not ends:
            return ()
        height = _Height(min(ends), max(ends))
        return (*self._targets(axis, height), *self._baseline(axis, height), *self._results(axis, height))

    def _intervals(self) -> Iterator[Interval]:
        amounts_of = (*self.targets, self.first.baseline, *(row.value for row in self.rows))
        yield from (interval for amount in amounts_of if (interval := self.interval(amount)) is not None)

    def _targets(self, axis: _Axis, height: _Height) -> Iterator[PanelMark]:
        """Each target from the one before it to its own date, and the last one on from there, as they are in force."""
        begins = axis.begins
        drawn = [(target, interval) for target in self.targets if (interval := self.interval(target)) is not None]
        for number, (target, interval) in enumerate(drawn, start=1):
            date = date_of(target)
            last = number == len(drawn)
            due = axis.of(date) if date is not None else (1.0, 1.0)
            ends = 1.0 if last or date is None else due[1]
            caption = self._line("target", self.texts[0].dated(target))
            y = height.of(interval, open_ends=False)
            shown = _number(target, self.lang)
            # Where it is due its number stands; without a date there is no such place, and the number stands at the line.
            yield PanelMark("band" if y[0] != y[1] else "target", (begins, ends), y, shown if date is None else "", caption)
            if date is not None:
                heights = [sum(y) / 2] if target.approx is not None or y[0] == y[1] else [y[1], y[0]]
                texts = [shown, ""]
                yield from (PanelMark("due", _wide_enough(due), (at, at), text, caption) for at, text in zip(heights, texts, strict=False))
            begins = ends if not last else begins
            if date is None:
                return

    def _baseline(self, axis: _Axis, height: _Height) -> Iterator[PanelMark]:
        baseline = self.first.baseline
        interval = self.interval(baseline)
        if baseline is not None and interval is not None:
            date = date_of(baseline)
            caption = self._line("baseline", self.texts[0].dated(baseline))
            yield PanelMark("baseline", axis.of(date), height.of(interval), _number(baseline, self.lang), caption)

    def _results(self, axis: _Axis, height: _Height) -> Iterator[PanelMark]:
        for row, text in zip(self.rows, self.texts, strict=True):
            interval = self.interval(row.value)
            if row.value is not None and interval is not None:
                label = _number(row.value, self.lang) + ("" if row.sure else " ?") + (f" · {row.wave}" if row.wave else "")
                yield PanelMark("result", axis.of(row.date), height.of(interval), label, self._line("value", text.measured))


@dataclass(frozen=True, slots=True)
class _Height:
    """The scale of one panel: from the least number in it to the greatest."""

    least: Fraction
    most: Fraction

    def at(self, number: Fraction) -> float:
        """Where a number stands."""
        if self.least == self.most:
            return 0.5
        return _LOW + (_HIGH - _LOW) * float((number - self.least) / (self.most - self.least))

    def of(self, interval: Interval, *, open_ends: bool = True) -> tuple[float, float]:
        """From where to where a number stands. What has no least, or no most, goes to the edge of the panel; a target that has none is
        there at its other end.
        """
        low = None if interval.low is None else self.at(interval.low)
        high = None if interval.high is None else self.at(interval.high)
        if not open_ends:
            (low, high) = (high if low is None else low, low if high is None else high)
        return 0.0 if low is None else low, 1.0 if high is None else high


def figure_of_progress(progress: Progress, *, lang: Lang = "nb") -> Figure:
    """How far indicators have come, as a figure: of every result that is in it.

    Args:
        progress: how far they have come; with ``every`` of all results.
        lang: the language of what the library says.

    >>> from virkningskjede.analysis.progress import progress
    >>> from virkningskjede.model import LogicModel
    >>> model = LogicModel.model_validate({"id": "m", "indicators": {"i": {"label": "Sorterer", "baseline": {"value": 40, "date": "2023"},
    ...     "targets": {"min": 80, "date": "2026"}}}, "results": {"r": {"indicator": "i", "value": 60, "date": "2024-12-31"}}})
    >>> (panel,) = figure_of_progress(progress(model), lang="en").panels
    >>> [(mark.shape, mark.text) for mark in panel.marks]
    [('target', ''), ('due', 'at least 80'), ('baseline', '40'), ('result', '60')]
    >>> panel.facts[-2:]
    ('Share of the way: 50%', 'Target not reached')
    """
    names = titles_of(progress.models)
    by_model = {model.id: tuple(_rows(progress, model.id, lang)) for model in progress.models}
    every = [row for rows in by_model.values() for row in rows]
    axis = _axis([date for row in every for date in row.dates()])
    panels = tuple(
        Panel(
            row.title,
            row.facts(),
            row.marks(axis),
            heading=names[model] if len(by_model) > 1 and not number else "",
            caption=f"{names[model]}. {row.caption()}" if len(by_model) > 1 else row.caption(),
        )
        for model, rows in by_model.items()
        for number, row in enumerate(rows)
    )
    of_one = f"{progress.models[0].name}: " if len(progress.models) == 1 else ""
    heading = title(progress, lang)
    return Figure(
        f"{of_one}{heading[:1].lower() + heading[1:] if of_one else heading}",
        panels,
        tuple(axis.ticks(lang)),
        tuple(_legend(panels, lang)),
        tuple(_notes(every, axis, lang)),
        lang,
    )


def _rows(progress: Progress, model: str, lang: Lang) -> Iterator[_Row]:
    groups: dict[tuple[str | None, ...], list[IndicatorProgress]] = {}
    for row in progress.of(model):
        groups.setdefault((row.indicator, row.element, row.dimension, row.among), []).append(row)
    yield from (_Row(progress, tuple(rows), lang) for rows in groups.values())


def _axis(dates: Sequence[Date | None]) -> _Axis:
    days = [day for date in dates if date is not None for day in (date.first, date.last)]
    if not days:
        return _Axis(None, None, 0.0)
    first, last = min(days), max(days)
    if (last - first).days < 28:  # a lone day stands in its year
        first, last = first.replace(month=1, day=1), last.replace(month=12, day=31)
    return _Axis(first, last, _UNDATED if None in dates else 0.0)


def _wide_enough(x: tuple[float, float]) -> tuple[float, float]:
    """The end of a target, wide enough to be seen on both sides of a result of the same day."""
    return (x[0] - 0.02, x[1] + 0.02) if x[0] == x[1] else x


def _number(amount: Bounds, lang: Lang) -> str:
    """A number without its unit, its date and what it is per, as it stands at a mark."""
    bare = {name: getattr(amount, name) for name in Bounds.model_fields if name != "unit"}
    return amounts.bounds(Bounds.model_validate({name: number for name, number in bare.items() if number is not None}), lang)


_SAMPLES: Mapping[str, tuple[Shape, tuple[float, float]]] = {
    "result": ("result", (0.5, 0.5)),
    "result.wide": ("result", (0.0, 1.0)),
    "baseline": ("baseline", (0.5, 0.5)),
    "target": ("target", (0.0, 1.0)),
    "band": ("band", (0.0, 1.0)),
    "due": ("due", (0.0, 1.0)),
}
"""The marks of the legend."""


def _legend(panels: Iterable[Panel], lang: Lang) -> Iterator[tuple[PanelMark, str]]:
    """The marks that are used."""
    marks = [mark for panel in panels for mark in panel.marks]
    used: set[str] = {mark.shape for mark in marks}
    if any(mark.shape in ("result", "baseline") and (mark.x[0] != mark.x[1] or mark.y[0] != mark.y[1]) for mark in marks):
        used.add("result.wide")
    for name, (shape, x) in _SAMPLES.items():
        if name in used:
            yield PanelMark(shape, x, (0.5, 0.5)), word(f"progress.legend.{name}", lang)


def _notes(rows: Sequence[_Row], axis: _Axis, lang: Lang) -> Iterator[str]:
    if not rows:
        yield word("progress.none", lang)
        return
    results = [(group, row) for group in rows for row in group.rows]
    yield word("progress.note.figure", lang)
    if axis.begins:
        yield word("progress.note.undated", lang)
    if any(row.value is not None and row.value.interval() is not None and group.interval(row.value) is None for group, row in results):
        yield word("progress.note.other_unit", lang)
    keys = ("share", "target") if any(row.share is not None for _, row in results) else ("target",)
    yield from (word(f"progress.note.{key}", lang) for key in keys)
    if not all(row.sure for _, row in results):
        yield word("progress.note.sure", lang)
