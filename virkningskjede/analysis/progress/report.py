"""What progress has to say: a table for each model, with an indicator and a result on each row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, ClassVar

from virkningskjede.analysis.progress.progress import IndicatorProgress, Progress, date_of
from virkningskjede.analysis.progress.share import Share, exact
from virkningskjede.i18n import Lang, percent, rounded, word, word_or
from virkningskjede.model import DatedBounds, LogicModel
from virkningskjede.model.codebook import SharedIndicator
from virkningskjede.model.plain import plain
from virkningskjede.model.results import indicator_named
from virkningskjede.model.values import Bounds, copy_with, sentences
from virkningskjede.report import Block, Document, Heading, Notes, Paragraph, Report, Table, Value, amounts
from virkningskjede.report.finish import OF_A_FILE, Finish
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import names_of, titles_of
from virkningskjede.report.places import places

MOST_DIGITS = 40
"""A number with more decimals than this does not end."""

COLUMNS = (
    *("model", "model.label", "indicator", "label", "baseline", "target", "value"),
    *(f"{amount}.{part}" for amount in ("baseline", "target", "value") for part in ("kind", "number", "upper")),
    *("unit", "baseline.date", "target.date", "date", "wave", "n", "among", "share.percent", "share.none", "met", "sure", "at"),
)
"""The columns of a listing."""


@dataclass(frozen=True)
class ProgressReport(Report):
    """What progress has to say.

    Attributes:
        progress: how far the indicators have come.
    """

    progress: Progress

    draws: ClassVar[bool] = True

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """A table for each model; on a page with the places that its numbers rest on."""
        return Document(title(self.progress, lang), tuple(_blocks(self.progress, lang, on_page=width is None)), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each indicator and result."""
        names = names_of(self.progress.models)
        rows: list[tuple[str | Value | None, ...]] = []
        for row in self.progress.indicators:
            wording = RowText(row, self.progress, lang)
            name = row.indicator or f"{row.element}.{row.dimension}"
            amounts_of_row = (row.baseline, row.target, row.value)
            texts = map(wording.amount, amounts_of_row)
            share = exact(row.share) if row.share is not None else None
            dates = (*map(date_of, (row.baseline, row.target)), row.date)
            circumstances = (*(str(date) if date is not None else None for date in dates), row.wave, row.n, row.among)
            ends = (
                wording.share if share is None else _decimal(100 * share),
                wording.no_share,
                wording.met,
                word("compare.yes" if row.sure else "compare.no", lang),
            )
            numbers = (*(part for amount in amounts_of_row for part in _parts(amount, lang)), wording.unit)
            rows.append((row.model, names[row.model], name, wording.label, *texts, *numbers, *circumstances, *ends, ", ".join(row.at)))
        return Table.of((word(f"progress.{key}", lang) for key in COLUMNS), rows)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``progress --format json`` prints. Only ``label`` depends on the language.

        ``share`` is a number; an object with ``min`` and ``max`` where the source gives bounds; null where it is not defined, and then
        ``no_share`` says why.
        """
        return {
            "models": [model.id for model in self.progress.models],
            "indicators": [_json(row, self.progress, lang) for row in self.progress.indicators],
        }

    def shows(self, lang: Lang = "nb") -> str:
        """What the picture shows, in words."""
        return word("report.picture.progress", lang) if self.progress.indicators else ""

    def draw(self, path: Path, lang: Lang = "nb", finish: Finish = OF_A_FILE) -> None:
        """A row for each indicator, with baseline, targets and results by date."""
        from virkningskjede.analysis.progress.figure import figure_of_progress
        from virkningskjede.drawing.panels import picture

        picture(figure_of_progress(self.progress, lang=lang), path, finish=finish)


def _parts(amount: Bounds | None, lang: Lang) -> tuple[Value | str | None, ...]:
    """An amount as cells: what kind of number it is (``at least``; nothing where it is exact), the number, and of a range the upper one."""
    if amount is None:
        return None, None, None
    if amount.approx is not None:
        return word("progress.kind.approx", lang), _as_written(Fraction(amount.approx)), None
    interval = amount.interval()
    if interval is None:
        return None, None, None
    low, high = (_as_written(end) if end is not None else None for end in (interval.low, interval.high))
    if low is None:
        return word("progress.kind.below" if interval.high_open else "progress.kind.max", lang), high, None
    if low == high:
        return None, low, None
    if high is not None and not interval.low_open:
        return word("progress.kind.range", lang), low, high
    return word("progress.kind.above" if interval.low_open else "progress.kind.min", lang), low, high


def _as_written(number: Fraction) -> Value:
    """A number with all its decimals, as it stands in the file.

    >>> _as_written(Fraction("1.23456789")), _as_written(Fraction(3)), _as_written(Fraction(1, 3))
    (Decimal('1.23456789'), 3, Decimal('0.3333'))
    """
    if number.denominator == 1:
        return int(number)
    return rounded(number, next((digits for digits in range(1, MOST_DIGITS) if 10**digits % number.denominator == 0), 4))


def _decimal(number: Fraction) -> Value:
    return int(number) if number.denominator == 1 else rounded(number, 4)


def title(progress: Progress, lang: Lang) -> str:
    """What a page of it is called: as it was when, or in which round, where that was asked for."""
    heading = word("progress.title", lang)
    details = [amounts.date(progress.date, lang)] if progress.date is not None else []
    details += [word("result.wave", lang, wave=progress.wave)] if progress.wave is not None else []
    return f"{heading} ({', '.join(details)})" if details else heading


def _blocks(progress: Progress, lang: Lang, *, on_page: bool) -> Iterator[Block]:
    yield Heading(title(progress, lang), 1)
    titles = titles_of(progress.models)
    for model in progress.models:
        if len(progress.models) > 1:
            yield Heading(titles[model.id])
        rows = [RowText(row, progress, lang) for row in progress.of(model.id)]
        if rows:
            yield _table(rows, model, titles[model.id], lang, on_page=on_page)
        else:
            yield Paragraph(word("progress.none", lang))
    if progress.indicators:
        keys = ("share", "target") if any(row.share is not None for row in progress.indicators) else ("target",)
        notes = [word(f"progress.note.{key}", lang) for key in keys]
        notes += [word("progress.note.sure", lang)] if not all(row.sure for row in progress.indicators) else []
        yield Notes(tuple(notes))


def _table(rows: list[RowText], model: LogicModel, name: str, lang: Lang, *, on_page: bool) -> Table:
    """The rows of one model. A column in which nothing stands is left out, but for what was measured."""
    columns = {
        "label": [row.heading for row in rows],
        "baseline": [row.dated(row.row.baseline) for row in rows],
        "target": [row.dated(row.row.target) for row in rows],
        "value": [row.measured for row in rows],
        "share": [row.way for row in rows],
        "at": [places(row.row.at, model.source) if on_page else "" for row in rows],
    }
    filled = {key: cells for key, cells in columns.items() if any(cells) or key == "value"}
    return Table(
        tuple(word(f"progress.{key}", lang) for key in filled), tuple(zip(*filled.values(), strict=True)), spacing="apart", subject=name
    )


class RowText:
    """One row in words."""

    def __init__(self, row: IndicatorProgress, progress: Progress, lang: Lang) -> None:
        self.row, self.lang = row, lang
        self.model = progress.by_id[row.model]
        self.wording = ModelText((self.model,), progress.vocabulary, lang)
        self.indicator = indicator_named(row.indicator, self.model, progress.vocabulary) if row.indicator is not None else None

    @property
    def label(self) -> str:
        """What the indicator is called; of a dose, the node, and what is measured of it."""
        if self.row.element is not None:
            whole = self.row.element == "whole"
            name = word("change.whole", self.lang) if whole else self.wording.label(0, self.row.element)
            return f"{name}: {self.wording.field(self.row.dimension or '')}"
        if self.indicator is None:
            return self.row.indicator or ""
        return self.indicator.label.in_(self.lang) if isinstance(self.indicator, SharedIndicator) else self.indicator.label

    @property
    def heading(self) -> str:
        """The same, and among whom."""
        if self.row.among is None:
            return self.label
        among = word("result.among", self.lang, trait=self.wording.named(self.wording.vocabulary.traits, self.row.among))
        return f"{self.label}\n{among}"

    def amount(self, amount: Bounds | None) -> str:
        """A number with its unit: one of the format's, or what the indicator calls it."""
        if amount is None:
            return ""
        undated = copy_with(amount, {"date": None, "at": ()}) if isinstance(amount, DatedBounds) else amount
        text = self.wording.value(0, "value", undated)
        own = self.indicator.unit if self.indicator is not None and amount.unit is None and amount.interval() is not None else None
        return f"{text} {own}" if own else text

    def dated(self, amount: Bounds | None) -> str:
        """A number with its date."""
        text = self.amount(amount)
        date = date_of(amount)
        return f"{text} ({amounts.date(date, self.lang)})" if date is not None else text

    @property
    def unit(self) -> str:
        """What the unit of its numbers is called: one of the format's, or what the indicator calls it."""
        own = next(
            (amount.unit for amount in (self.row.value, self.row.target, self.row.baseline) if amount is not None and amount.unit), None
        )
        unit = own or (self.indicator.unit if self.indicator is not None else None)
        return amounts.unit_name(unit, self.lang, self.wording.vocabulary.units) if unit is not None else ""

    @property
    def measured(self) -> str:
        """What was measured, when, in which round and of how many; or that it was not."""
        if self.row.value is None and self.row.result is None:
            return word("progress.unmeasured", self.lang)
        row = self.row
        details = [amounts.date(row.date, self.lang)] if row.date is not None else []
        details += [word("result.wave", self.lang, wave=row.wave)] if row.wave is not None else []
        details += [word("result.n", self.lang, n=row.n)] if row.n is not None else []
        text = self.amount(row.value) or word("progress.no_number", self.lang)
        doubt = "" if row.sure else " ?"
        return f"{text}{doubt} ({'; '.join(details)})" if details else f"{text}{doubt}"

    @property
    def share(self) -> str:
        """How much of the way it has come, in percent."""
        return _percent(self.row.share, self.lang) if self.row.share is not None else ""

    @property
    def no_share(self) -> str:
        """Why there is no share; nothing where there is one."""
        reason = self.row.no_share
        return word(f"progress.share.{reason}", self.lang) if reason is not None else ""

    @property
    def met(self) -> str:
        """Whether the target is reached; nothing where it cannot be told."""
        if self.row.met == "yes" and self.row.met_before:
            return word("progress.met.before", self.lang)
        return word_or(f"progress.met.{self.row.met}", self.row.met, self.lang) if self.row.met != "silent" else ""

    @property
    def way(self) -> str:
        """The share, or why there is none of what was measured against a target; and whether the target is reached."""
        wanting = self.row.value is not None and self.row.target is not None and self.row.element is None
        return "\n".join(filter(None, (self.share or (self.no_share if wanting else ""), self.met)))


def _percent(share: Share, lang: Lang) -> str:
    number = exact(share)
    if number is not None:
        return _signed(number, lang)
    ends = [_signed(end, lang) if end is not None else None for end in share[:2]]
    if ends[0] is None or ends[1] is None:
        key, end = ("amount.max", ends[1]) if ends[0] is None else ("amount.min", ends[0])
        return word(key, lang, amount=end)
    return word("progress.between", lang, low=ends[0], high=ends[1])


def _signed(share: Fraction, lang: Lang) -> str:
    """A share in percent; one that has gone the wrong way has a minus."""
    return word("progress.percent", lang, sign="−" if share < 0 else "", number=percent(abs(share)).in_(lang))


def _json(row: IndicatorProgress, progress: Progress, lang: Lang) -> dict[str, Any]:
    text = RowText(row, progress, lang)
    source = text.model.source
    return {
        "model": row.model,
        "indicator": row.indicator,
        "element": row.element,
        "dimension": row.dimension,
        "label": text.label,
        "direction": row.direction,
        "baseline": _plain(row.baseline, source),
        "target": _plain(row.target, source),
        "value": _plain(row.value, source),
        "date": str(row.date) if row.date is not None else None,
        "wave": row.wave,
        "n": row.n,
        "among": row.among,
        "share": _plain_share(row.share),
        "no_share": row.no_share,
        "met": row.met,
        "sure": row.sure,
        "result": row.result,
        "at": list(row.at),
    }


def _plain(amount: Bounds | None, source: str | None) -> Any:
    """An amount with the keys of the format; the places one by one, each with its source."""
    if amount is None:
        return None
    content = plain(amount)
    at = sentences(amount.at, source) if isinstance(amount, DatedBounds) else ()
    return {**content, "at": list(at)} if isinstance(content, dict) and at else content


def _plain_share(share: Share | None) -> Any:
    if share is None:
        return None
    number = exact(share)
    if number is not None:
        return float(number)
    return {name: float(end) for name, end in zip(("min", "max"), share[:2], strict=True) if end is not None}
