"""What has moved between waves, in words and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from virkningskjede.analysis.waves import COLUMNS, WaveComparison, Waves
from virkningskjede.i18n import Lang, percent, rounded_share, word
from virkningskjede.model import LogicModel, Result
from virkningskjede.report import Block, Document, Heading, Notes, Paragraph, Report, Table, Value, results
from virkningskjede.report.amounts import date, within_one
from virkningskjede.report.names import named, titles_of


@dataclass(frozen=True)
class WavesReport(Report):
    """What has moved between waves.

    Attributes:
        waves: the comparisons.
    """

    waves: Waves

    draws: ClassVar[bool] = True

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """A table for each comparison, of how many gave each answer, and what it comes to."""
        title = word("waves.title", lang)
        return Document(title, (Heading(title, 1), *_blocks(self.waves, lang)), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each comparison."""
        return Table.of((word(f"waves.column.{key}", lang) for key in COLUMNS), map(_row, self.waves.comparisons))

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``waves --format json`` prints."""
        return {"people": self.waves.people, "comparisons": [_comparison(one) for one in self.waves.comparisons]}

    def draw(self, path: Path, lang: Lang = "nb") -> None:
        """A row for each comparison, with a bar for each of its waves."""
        from virkningskjede.analysis.waves.figure import figure_of_waves
        from virkningskjede.drawing.panels import picture

        picture(figure_of_waves(self.waves, lang=lang), path)


def _blocks(waves: Waves, lang: Lang) -> Iterator[Block]:
    if not waves.comparisons:
        yield Paragraph(word("waves.none", lang))
        return
    titles = titles_of(waves.models)
    for model in waves.models:
        own = [one for one in waves.comparisons if one.model == model.id]
        if own:
            yield Heading(titles[model.id])
        for comparison in own:
            if comparison.why_not != "no_counts":  # what is no count of people has no shares of them
                yield _table(comparison, model, waves, lang)
            yield Paragraph(outcome(comparison, lang))
    yield Notes(tuple(notes(waves, lang)))


def _table(comparison: WaveComparison, model: LogicModel, waves: Waves, lang: Lang) -> Table:
    """How many gave each answer in the two waves, and their share."""
    earlier, later = (model.results[answers.result] for answers in (comparison.earlier, comparison.later))
    headers = (word("waves.answer", lang), *(wave(result, lang) for result in (earlier, later)))
    rows = tuple(
        (answer, *(_count(answers.counts.get(answer, 0), answers.n, lang) for answers in (comparison.earlier, comparison.later)))
        for answer in comparison.answers
    )
    sums = (word("waves.sum", lang), str(comparison.earlier.n), str(comparison.later.n))
    return Table(headers, (*rows, sums), name(comparison, model, waves, lang))


def name(comparison: WaveComparison, model: LogicModel, waves: Waves, lang: Lang) -> str:
    """What was measured, and among whom."""
    title = results.name(model.results[comparison.earlier.result], model, waves.vocabulary, lang)
    if comparison.among is None:
        return title
    traits = waves.vocabulary.traits if waves.vocabulary is not None else {}
    return f"{title} ({word('result.among', lang, trait=named(comparison.among, traits, lang))})"


def wave(result: Result, lang: Lang) -> str:
    """What a wave is called: its own name, or its day; where the file gives neither, the label of the result."""
    dated = date(result.date, lang) if result.date is not None else ""
    named = result.wave or dated or result.label or result.id
    return f"{named}{word('waves.unsure', lang)}" if result.or_ else named


def _count(count: int, everyone: int, lang: Lang) -> str:
    return word("waves.count", lang, count=count, percent=percent(count / everyone).in_(lang)) if everyone else str(count)


def outcome(comparison: WaveComparison, lang: Lang) -> str:
    """What the comparison comes to, or why there is none."""
    if comparison.why_not is not None or comparison.effect is None or comparison.interval is None:
        return word(f"waves.why_not.{comparison.why_not}", lang)
    effect, low, high = (within_one(value, lang) for value in (comparison.effect, *comparison.interval))
    sentence = word("waves.effect", lang, effect=effect, low=low, high=high)
    if comparison.p is None:
        return sentence
    p = f"< {within_one(0.001, lang, 3)}" if comparison.p < 0.001 else f"= {within_one(comparison.p, lang, 3)}"
    p = word("waves.p" if comparison.exact else "waves.p.normal", lang, p=p)
    return f"{sentence} {p}"


def notes(waves: Waves, lang: Lang) -> Iterator[str]:
    """What the figures mean, and why some of them are not there."""
    compared = [one for one in waves.comparisons if one.effect is not None]
    if compared:
        yield word("waves.note.effect", lang)
        yield word(f"waves.people.{waves.people}", lang)
    if waves.people == "different" and len(compared) > 1:
        yield word("waves.note.several", lang, count=len(compared))
    if not all(answers.sure for one in waves.comparisons for answers in (one.earlier, one.later)):
        yield word("waves.note.unsure", lang)


def _row(one: WaveComparison) -> tuple[str | Value | None, ...]:
    numbers = (one.effect, *(one.interval or (None, None)), one.p)
    figures = (None if number is None else rounded_share(number) for number in numbers)
    exact = "" if one.p is None else str(one.exact).lower()
    return (one.model, one.indicator, one.earlier.result, one.later.result, one.earlier.n, one.later.n, *figures, exact, one.why_not or "")


def _comparison(one: WaveComparison) -> dict[str, Any]:
    effect, low, high, p = (
        None if number is None else float(rounded_share(number)) for number in (one.effect, *(one.interval or (None, None)), one.p)
    )
    return {
        "model": one.model,
        "indicator": one.indicator,
        "among": one.among,
        "answers": list(one.answers),
        **{
            key: {
                "result": answers.result,
                "n": answers.n,
                "counts": [answers.counts.get(answer, 0) for answer in one.answers],
                "sure": answers.sure,
            }
            for key, answers in (("earlier", one.earlier), ("later", one.later))
        },
        "effect": effect,
        "interval": None if low is None or high is None else [low, high],
        "p": p,
        "exact": one.exact if p is not None else None,
        "why_not": one.why_not,
    }
