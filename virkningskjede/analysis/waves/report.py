"""What has moved between waves, in words and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from virkningskjede.analysis.waves import WaveComparison, Waves
from virkningskjede.i18n import Lang, percent, rounded_share, word
from virkningskjede.i18n.rounding import percent_digits
from virkningskjede.model import LogicModel, Result
from virkningskjede.report import Block, Document, Heading, Notes, Paragraph, Report, Table, Value, results
from virkningskjede.report.amounts import date, within_one
from virkningskjede.report.finish import OF_A_FILE, Finish
from virkningskjede.report.names import named, names_of, titles_of

LISTED = (
    *("model", "model.label", "indicator", "indicator.label", "among", "among.label", "earlier", "earlier.label", "later", "later.label"),
    *("n_earlier", "n_later", "effect", "low", "high", "p", "exact", "why_not"),
)
"""The columns of a listing."""


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
        names = names_of(self.waves.models)
        rows = [_row(one, names, self.waves, lang) for one in self.waves.comparisons]
        return Table.of((word(f"waves.column.{key}", lang) for key in LISTED), rows)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``waves --format json`` prints."""
        return {"people": self.waves.people, "comparisons": [_comparison(one) for one in self.waves.comparisons]}

    def shows(self, lang: Lang = "nb") -> str:
        """What the picture shows, in words."""
        return word("report.picture.waves", lang) if self.waves.comparisons else ""

    def draw(self, path: Path, lang: Lang = "nb", finish: Finish = OF_A_FILE) -> None:
        """A row for each comparison, with a bar for each of its waves."""
        from virkningskjede.analysis.waves.figure import figure_of_waves
        from virkningskjede.drawing.panels import picture

        picture(figure_of_waves(self.waves, lang=lang), path, finish=finish)


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
    both = ((comparison.earlier, wave(earlier, lang)), (comparison.later, wave(later, lang)))
    headers = (word("waves.answer", lang), *(header for _, title in both for header in (title, word("waves.percent", lang, wave=title))))
    rows: list[tuple[str, ...]] = []
    values: dict[tuple[int, int], Value] = {}
    for number, answer in enumerate(comparison.answers):
        cells = [answer]
        for answers, _ in both:
            count = answers.counts.get(answer, 0)
            values[number, len(cells)] = count
            if answers.n:
                values[number, len(cells) + 1] = _percent(count / answers.n)
            cells += [str(count), percent(count / answers.n).in_(lang) if answers.n else ""]
        rows.append(tuple(cells))
    values |= {(len(rows), 1): comparison.earlier.n, (len(rows), 3): comparison.later.n}
    rows.append((word("waves.sum", lang), str(comparison.earlier.n), "", str(comparison.later.n), ""))
    return Table(headers, tuple(rows), name(comparison, model, waves, lang), values=values)


def _percent(share: float) -> Value:
    """A share in percent as a number, with the decimals that its text has."""
    digits = percent_digits(share)
    value = 100 * rounded_share(share, digits + 2)  # which is never all or nothing where it is not
    return float(value) if digits else int(value)


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
    if any(one.p is not None and not one.exact for one in compared):
        yield word("waves.note.normal", lang)
    if waves.people == "different" and len(compared) > 1:
        yield word("waves.note.several", lang, count=len(compared))
    if not all(answers.sure for one in waves.comparisons for answers in (one.earlier, one.later)):
        yield word("waves.note.unsure", lang)


def _row(one: WaveComparison, names: Mapping[str, str], waves: Waves, lang: Lang) -> tuple[str | Value | None, ...]:
    model = next(model for model in waves.models if model.id == one.model)
    earlier, later = (model.results[answers.result] for answers in (one.earlier, one.later))
    numbers = (one.effect, *(one.interval or (None, None)), one.p)
    figures = (None if number is None else rounded_share(number) for number in numbers)
    traits = waves.vocabulary.traits if waves.vocabulary is not None else {}
    return (
        *(one.model, names[one.model], one.indicator, results.name(earlier, model, waves.vocabulary, lang)),
        *(one.among, None if one.among is None else named(one.among, traits, lang)),
        *(one.earlier.result, wave(earlier, lang), one.later.result, wave(later, lang), one.earlier.n, one.later.n),
        *figures,
        None if one.p is None else word("compare.yes" if one.exact else "compare.no", lang),
        None if one.why_not is None else word(f"waves.why_not.{one.why_not}", lang),
    )


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
