"""Verdicts as tables: many models beside each other, or all that is asked of one."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from virkningskjede.catalogue import Lang, visible, word
from virkningskjede.criteria import Check, CriteriaSet, Verdict
from virkningskjede.model import LogicModel
from virkningskjede.rendering.comparisons.marks import column_widths, spread
from virkningskjede.rendering.grounds import Grounds
from virkningskjede.rendering.names import abbreviated, key, names_of
from virkningskjede.rendering.tables import Spot, Table
from virkningskjede.rendering.verdicts.cells import cell, mark

WIDEST_NAME = 16
"""Columns after which a model's name goes on to another line in a terminal."""

CRITERION = 28
"""Columns that the criteria's names need in a terminal, where they are folded."""

GAP = 3
"""Columns between two columns of a table in a terminal."""

FEW = 2
"""Grounds that a terminal names; the others are counted."""


class Sheet(NamedTuple):
    """The table of one set, and which verdict each of its cells shows."""

    criteria: CriteriaSet
    table: Table
    verdicts: Mapping[Spot, Verdict]


class Layout(NamedTuple):
    """Tables for a terminal, what is to be said above and below them, and whether their columns stand close."""

    tables: tuple[Table, ...]
    below: str
    above: str = ""
    close: bool = False


def tables(check: Check, *, lang: Lang = "nb", detail: bool = False) -> tuple[Table, ...]:
    """The verdicts as tables for a report, one for each set; below the last stands what the words mean.

    Many models stand beside each other, a row for each criterion. One model alone gets a column with what each verdict rests on.

    Args:
        check: the verdicts.
        lang: the language.
        detail: with many models too, each cell names what the verdict rests on, and where.
    """
    return tuple(sheet.table for sheet in sheets(check, lang=lang, detail=detail))


def sheets(check: Check, *, lang: Lang = "nb", detail: bool = False) -> tuple[Sheet, ...]:
    """The `tables`, each with the verdicts of its cells."""
    grounds = Grounds(check, lang)
    if len(check.models) == 1:
        found = [_of_one(check, criteria, grounds) for criteria in check.sets]
    else:
        found = [_of_many(check, criteria, grounds, detail=detail) for criteria in check.sets]
    found = [sheet for sheet in found if sheet.verdicts]
    if found:
        found[-1] = found[-1]._replace(table=replace(found[-1].table, notes=legend(check, lang)))
    return tuple(found)


def _of_many(check: Check, criteria: CriteriaSet, grounds: Grounds, *, detail: bool) -> Sheet:
    models = _models(check, criteria)
    columns = {model.id: place for place, model in enumerate(models, 1)}
    names = names_of(check.models)
    verdicts = _placed(check, criteria, columns)
    rows = [[label, *("" for _ in models)] for label in _labels(criteria, grounds.lang)]
    for (row, column), verdict in verdicts.items():
        said = cell(verdict.verdict, verdict.possible, grounds.lang)
        rows[row][column] = f"{said}\n{grounds.rests_on(verdict)}" if detail and verdict.grounds else said
    headers = (word("check.criterion", grounds.lang), *(names[model.id] for model in models))
    return Sheet(criteria, Table(headers, tuple(map(tuple, rows)), criteria.title.in_(grounds.lang)), verdicts)


def _of_one(check: Check, criteria: CriteriaSet, grounds: Grounds) -> Sheet:
    lang = grounds.lang
    verdicts = _placed(check, criteria, {model.id: 1 for model in _models(check, criteria)})
    labels = _labels(criteria, lang)
    rows = [
        (labels[row], cell(verdict.verdict, verdict.possible, lang), grounds.rests_on(verdict) if verdict.grounds else "")
        for (row, _), verdict in sorted(verdicts.items(), key=lambda placed: placed[0])
    ]
    headers = (word("check.criterion", lang), word("check.verdict", lang), word("check.nodes", lang))
    return Sheet(criteria, Table(headers, tuple(rows), criteria.title.in_(lang)), verdicts)


def _models(check: Check, criteria: CriteriaSet) -> tuple[LogicModel, ...]:
    return tuple(model for model in check.models if criteria.applies_to(model))


def _labels(criteria: CriteriaSet, lang: Lang) -> list[str]:
    return [criterion.label.in_(lang) for criterion in criteria.criteria.values()]


def _placed(check: Check, criteria: CriteriaSet, columns: Mapping[str, int]) -> dict[Spot, Verdict]:
    """The verdicts of a set, each in the row of its criterion and the column of its model."""
    rows = {name: row for row, name in enumerate(criteria.criteria)}
    return {(rows[each.criterion], columns[each.model]): each for each in check.results if each.criteria == criteria.id}


def head(model: LogicModel, lang: Lang) -> str:
    """What a model is called, and its source."""
    source = f", {word('check.source', lang, source=model.source)}" if model.source else ""
    return f"{model.name} ({model.id}){source}"


def legend(check: Check, lang: Lang) -> tuple[str, ...]:
    """What the verdicts mean, and what a question mark means where there is one."""
    unsure = any(not each.sure for each in check.results)
    return (word("verdict.legend", lang), *([word("verdict.legend.unsure", lang)] if unsure else []))


def in_terminal(check: Check, *, lang: Lang = "nb", width: int = 80) -> Layout:
    """The verdicts as tables that fit a terminal.

    One model gets what its verdicts rest on. Many models are named in full with verdicts in words where there is room for all of them in
    every set; otherwise by short names and marks that are explained below, over several tables where even that is too wide.
    """
    if not check.results:
        return Layout((), _text([word("check.nothing", lang)], width))
    if len(check.models) == 1:
        return Layout(_narrow(check, lang, width), _text(legend(check, lang), width), _text([head(check.models[0], lang)], width))
    found = [_wrapped_headers(sheet.table) for sheet in sheets(check, lang=lang)]
    if all(_width(table) <= width for table in found):
        return Layout(tuple(replace(table, notes=()) for table in found), _text(legend(check, lang), width))
    full = names_of(check.models)
    short = abbreviated(full)
    close = [_marked(check, sheet, short, lang, width) for sheet in sheets(check, lang=lang)]
    unsure = [word("verdict.legend.unsure.marks", lang)] if any(not each.sure for each in check.results) else []
    below = _text((key(full, short), word("verdict.legend.marks", lang), *unsure), width)
    return Layout(tuple(part for table in close for part in spread(table, width)), below, close=True)


def _narrow(check: Check, lang: Lang, width: int) -> tuple[Table, ...]:
    """The tables of one model, with columns of the same width in all of them."""
    grounds = Grounds(check, lang)
    found = sheets(check, lang=lang)
    longest = max(len(row[0]) for sheet in found for row in sheet.table.rows)
    criterion = min(longest, max(CRITERION, width // 3))
    verdicts = max(len(line) for sheet in found for row in sheet.table.rows for line in row[1].split("\n"))
    rest = max(CRITERION, width - criterion - verdicts - 2 * GAP - 1)
    narrow = []
    for sheet in found:
        rests = [_few(sheet.verdicts[row, 1], grounds) for row in range(len(sheet.table.rows))]
        rows = tuple(
            (_folded(label, criterion), said, _folded(ground, rest))
            for (label, said, _), ground in zip(sheet.table.rows, rests, strict=True)
        )
        first, second, third = sheet.table.headers
        narrow.append(Table((first.ljust(criterion), second.ljust(verdicts), third), rows, sheet.table.title))
    return tuple(narrow)


def _few(verdict: Verdict, grounds: Grounds) -> str:
    """The first of what a verdict rests on, and how many more there are."""
    more = len(verdict.grounds) - FEW
    if more < 2:
        return grounds.rests_on(verdict)
    return word("check.more", grounds.lang, grounds=grounds.rests_on(replace(verdict, grounds=verdict.grounds[:FEW])), count=more)


def _folded(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))


def _wrapped_headers(table: Table) -> Table:
    first, *names = table.headers
    headers = (first, *("\n".join(textwrap.wrap(name, WIDEST_NAME, break_long_words=False)) for name in names))
    return replace(table, headers=headers)


def _width(table: Table) -> int:
    """Columns that the table needs when the criteria's names are folded."""
    return CRITERION + sum(GAP + each for each in column_widths(table)[1:])


def _marked(check: Check, sheet: Sheet, names: Mapping[str, str], lang: Lang, width: int) -> Table:
    """The verdicts as marks, set one space apart; the criteria's names are folded where that makes room for every model."""
    headers = (word("check.criterion", lang), *(names[model.id] for model in _models(check, sheet.criteria)))
    rows = [list(row) for row in sheet.table.rows]
    for (row, column), verdict in sheet.verdicts.items():
        rows[row][column] = mark(verdict, lang)
    marked = Table(headers, tuple(map(tuple, rows)), sheet.table.title)
    room = max(CRITERION, width - sum(1 + each for each in column_widths(marked)[1:]))
    return replace(marked, rows=tuple((_folded(label, room), *marks) for label, *marks in marked.rows))


def _text(notes: Sequence[str], width: int) -> str:
    return visible("\n".join(line for note in notes for line in textwrap.wrap(note, width))) + "\n"
