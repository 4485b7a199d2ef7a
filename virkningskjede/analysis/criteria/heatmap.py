"""The heat map of a check: a row for each criterion, a column for each model."""

from __future__ import annotations

from virkningskjede.analysis.criteria import JUDGEMENTS, Check, CriteriaSet, Verdict
from virkningskjede.analysis.criteria.report.cells import cell, short
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.drawing.heatmap.grid import Grid, SideColumn, Square
from virkningskjede.i18n import Lang, word
from virkningskjede.report.grid import by_template, spans
from virkningskjede.report.names import names_of

_NO_VERDICT = Square("–", "itself")
"""Where a set does not speak of a model."""


def grid_of_check(check: Check, *, lang: Lang = "nb") -> Grid:
    """The heat map of the verdicts of models against criteria sets.

    Models that follow the same template stand together, under its name. The more the text says for a criterion, the darker the cell; a
    text that speaks against it has a cell with a border, and a silent one a dot.

    Args:
        check: the verdicts.
        lang: the language of what the library says.
    """
    models = by_template(check.models)
    names = names_of(models)
    grounds = Grounds(check, lang)
    verdicts = {(verdict.criteria, verdict.criterion, verdict.model): verdict for verdict in check.results}
    rows = [(criteria, name) for criteria in check.sets for name in criteria.criteria]

    def square(criteria: CriteriaSet, name: str, model: str) -> Square:
        verdict = verdicts.get((criteria.id, name, model))
        if verdict is None:
            return _NO_VERDICT
        label = criteria.criteria[name].label.in_(lang)
        sentence = word("heatmap.cell", lang, model=names[model], column=label, said=_in_words(verdict, grounds))
        return Square(short(verdict.verdict, verdict.sure, lang), verdict.verdict, verdict.sure, sentence)

    squares = tuple(tuple(square(criteria, name, model.id) for model in models) for criteria, name in rows)
    return Grid(
        title=check.sets[0].title.in_(lang) if len(check.sets) == 1 else word("check.title", lang),
        summary="\n".join(cell.caption for line in squares for cell in line if cell.caption),
        rows=tuple(criteria.criteria[name].label.in_(lang) for criteria, name in rows),
        columns=tuple(names.values()),
        squares=squares,
        spans=spans(models, check.project),
        before=(_sets(check, lang),) if len(check.sets) > 1 else (),
        legend=_legend(check, lang),
        notes=(word("heatmap.silence", lang),) if any(verdict.verdict == "not_stated" for verdict in check.results) else (),
        lang=lang,
    )


def _in_words(verdict: Verdict, grounds: Grounds) -> str:
    phrase = cell(verdict.verdict, verdict.possible, grounds.lang).replace("\n", " ")
    return f"{phrase}; {grounds.rests_on(verdict)}" if verdict.grounds else phrase


def _sets(check: Check, lang: Lang) -> SideColumn:
    """The title of each set, beside its first criterion."""
    texts = [criteria.title.in_(lang) if not place else "" for criteria in check.sets for place in range(len(criteria.criteria))]
    return SideColumn("", tuple(texts))


def _legend(check: Check, lang: Lang) -> tuple[tuple[Square, str], ...]:
    """What the cells mean: only those that are there."""
    there = {verdict.verdict for verdict in check.results}
    entries = [
        (Square(short(judgement, True, lang), judgement), word(f"verdict.{judgement}", lang))
        for judgement in reversed(JUDGEMENTS)
        if judgement in there
    ]
    doubted = next((verdict for verdict in check.results if not verdict.sure), None)
    if doubted is not None:
        entries.append((Square(short(doubted.verdict, False, lang), doubted.verdict, False), word("heatmap.unsure.verdict", lang)))
    return tuple(entries)
