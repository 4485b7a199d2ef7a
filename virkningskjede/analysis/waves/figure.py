"""Waves as a figure: a row for each comparison, with a bar for each of the two waves, divided as the answers are."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from virkningskjede.analysis.waves.comparing import Answers, WaveComparison, Waves
from virkningskjede.analysis.waves.report import name, notes, outcome, wave
from virkningskjede.drawing.panels import Figure, Panel, PanelMark
from virkningskjede.i18n import Lang, percent, word
from virkningskjede.model import LogicModel
from virkningskjede.report.names import titles_of

_BARS = ((0.58, 0.94), (0.06, 0.42))
"""Where the bars of the two waves stand in a panel, the earlier above."""

_LIGHTEST = 0.08


def figure_of_waves(waves: Waves, *, lang: Lang = "nb") -> Figure:
    """What has moved between waves, as a figure.

    Args:
        waves: the comparisons.
        lang: the language of what the library says.

    >>> from virkningskjede.analysis.waves import waves
    >>> given = {"var": {"lite": 3, "mye": 1}, "host": {"lite": 1, "mye": 3}}
    >>> results = {wave: {"indicator": "trivsel", "wave": wave, "distribution": counts} for wave, counts in given.items()}
    >>> (panel,) = figure_of_waves(waves(LogicModel.model_validate({"id": "m", "results": results})), lang="en").panels
    >>> [(mark.text, mark.x) for mark in panel.marks]
    [('lite 75 %', (0.0, 0.75)), ('mye 25 %', (0.75, 1.0)), ('lite 25 %', (0.0, 0.25)), ('mye 75 %', (0.25, 1.0))]
    """
    titles = titles_of(waves.models)
    panels: list[Panel] = []
    for model in waves.models:
        own = [one for one in waves.comparisons if one.model == model.id]
        for number, one in enumerate(own):
            panels.append(_panel(one, model, waves, titles[model.id] if len(titles) > 1 and not number else "", lang))
    of_one = f"{waves.models[0].name}: " if len(waves.models) == 1 else ""
    heading = word("waves.title", lang)
    ticks = tuple((share / 4, word("waves.tick", lang, percent=25 * share)) for share in range(5)) if panels else ()
    lines = (word("waves.note.figure", lang), *notes(waves, lang)) if panels else (word("waves.none", lang),)
    return Figure(f"{of_one}{heading[:1].lower() + heading[1:] if of_one else heading}", tuple(panels), ticks, (), lines, lang)


def _panel(one: WaveComparison, model: LogicModel, waves: Waves, heading: str, lang: Lang) -> Panel:
    both = (one.earlier, one.later)
    title = name(one, model, waves, lang)
    scale = tuple(
        (sum(bar) / 2, f"{wave(model.results[answers.result], lang)} ({word('result.n', lang, n=answers.n)})")
        for answers, bar in zip(both, _BARS, strict=True)
    )
    drawn = one.why_not != "no_counts"  # of what is no count of people it cannot be told how large a part it is
    counts = "; ".join(f"{answer} {one.earlier.counts.get(answer, 0)}→{one.later.counts.get(answer, 0)}" for answer in one.answers)
    facts = (counts, outcome(one, lang)) if drawn else (outcome(one, lang),)
    marks = tuple(mark for answers, bar in zip(both, _BARS, strict=True) for mark in _bar(one, answers, bar, lang)) if drawn else ()
    names = " / ".join(label for _, label in scale)
    caption = "\n".join((f"{model.name}: {title}" if heading else title, names, *facts))
    return Panel(title, facts, marks, scale if drawn else (), heading, caption)


def _bar(one: WaveComparison, answers: Answers, height: tuple[float, float], lang: Lang) -> Iterator[PanelMark]:
    """The bar of one wave: a part for each answer that somebody gave, the lowest first and lightest."""
    begins = Fraction(0)
    for place, answer in enumerate(one.answers):
        count = answers.counts.get(answer, 0)
        if count:
            ends = begins + Fraction(count, answers.n)
            label = word("waves.part", lang, answer=answer, percent=percent(Fraction(count, answers.n)).in_(lang))
            shade = _LIGHTEST + (1 - _LIGHTEST) * place / max(1, len(one.answers) - 1)
            yield PanelMark("bar", (float(begins), float(ends)), height, label, f"{label} ({count} / {answers.n})", shade)
            begins = ends
