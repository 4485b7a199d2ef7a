"""Verdicts as tables: many models beside each other, or all that is asked of one."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from virkningskjede.analysis.criteria import Check, CriteriaSet, Verdict
from virkningskjede.analysis.criteria.report.cells import anchor, cell, kind, mark
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.i18n import Lang, numeral, word
from virkningskjede.model import LogicModel
from virkningskjede.model.values import EMPTY
from virkningskjede.report import Block, Notes, Paragraph, Spot, Table
from virkningskjede.report.columns import columns, padded, wrapped
from virkningskjede.report.grid import by_template, column_widths, spread
from virkningskjede.report.names import abbreviated, codes_of, key, names_of, work_named
from virkningskjede.report.write_text import GAPS

WIDEST_NAME = 16
"""Columns after which a model's name goes on to another line in a terminal."""

CRITERION = 28
"""Columns that the criteria's names need in a terminal, where they are folded."""

FEW = 2
"""Grounds that a terminal names; the others are counted."""

MANY = 3
"""So many models have the same answer before it is said of all of them at once."""


class SetTable(NamedTuple):
    """The table of one set, which criterion each of its rows is of, and which verdict each of its cells shows.

    What is the same for all of many models has no row; `same` says it, a sentence for each answer, and the table has that as notes.
    """

    criteria: CriteriaSet
    table: Table
    rows: tuple[str, ...]
    verdicts: Mapping[Spot, Verdict]
    same: tuple[str, ...] = ()


def tables(check: Check, *, lang: Lang = "nb", linked: bool = False) -> tuple[Table, ...]:
    """The verdicts as tables for a report, one for each set; below the last stands what the words mean.

    Many models stand beside each other, a row for each criterion that tells them apart; what is the same for all of them is said once
    below. One model alone gets a column with what each verdict rests on. A reader
    who rests on a verdict sees its grounds.

    Args:
        check: the verdicts.
        lang: the language.
        linked: each verdict leads to its `anchor`.
    """
    grounds = Grounds(check, lang)
    annotated = []
    for set_table in set_tables(check, lang=lang):
        hints = {spot: grounds.sentences(verdict) for spot, verdict in set_table.verdicts.items()}
        links = {spot: anchor(verdict) for spot, verdict in set_table.verdicts.items()} if linked else EMPTY
        annotated.append(replace(set_table.table, hints=hints, links=links))
    return tuple(annotated)


def set_tables(check: Check, *, lang: Lang = "nb") -> tuple[SetTable, ...]:
    """The tables, each with the verdicts of its cells."""
    grounds = Grounds(check, lang)
    of_set = _of_one if len(check.models) == 1 else _of_many
    filled = [of_set(check, criteria, grounds) for criteria in check.sets if any(v.criteria == criteria.id for v in check.results)]
    if filled:
        filled[-1] = filled[-1]._replace(table=replace(filled[-1].table, notes=(*filled[-1].same, *legend(check, lang))))
    return tuple(filled)


def _of_many(check: Check, criteria: CriteriaSet, grounds: Grounds) -> SetTable:
    lang = grounds.lang
    models = _models(check, criteria)
    names = names_of(check.models)
    alike = _alike(check, criteria, models)
    kept = tuple(name for name in criteria.criteria if name not in alike)
    verdicts = _placed(check, criteria, kept, {model.id: place for place, model in enumerate(models, 1)})
    rows = [[criteria.criteria[name].label.in_(lang), *("" for _ in models)] for name in kept]
    for (row, column), verdict in verdicts.items():
        rows[row][column] = cell(verdict.verdict, verdict.possible, lang)
    headers = (word("check.criterion", lang), *(names[model.id] for model in models))
    same = tuple(_same(alike, criteria, len(models), lang))
    codes = codes_of(names, (model.id for model in models))
    table = Table(headers, tuple(map(tuple, rows)), criteria.title.in_(lang), notes=same, kinds=_kinds(verdicts), codes=codes)
    return SetTable(criteria, table, kept, verdicts, same)


def _alike(check: Check, criteria: CriteriaSet, models: Sequence[LogicModel]) -> dict[str, Verdict]:
    """The criteria of a set that all of many models answer alike, each with the verdict of one of them."""
    if len(models) < MANY:
        return {}
    answers: dict[str, list[Verdict]] = {}
    for verdict in check.results:
        if verdict.criteria == criteria.id:
            answers.setdefault(verdict.criterion, []).append(verdict)
    return {name: those[0] for name, those in answers.items() if len({(verdict.verdict, verdict.possible) for verdict in those}) == 1}


def _same(alike: Mapping[str, Verdict], criteria: CriteriaSet, count: int, lang: Lang) -> Iterator[str]:
    """A sentence for each answer that all the models give: what it is, and to which criteria."""
    of_answer: dict[str, list[str]] = {}
    for name, verdict in alike.items():
        answer = cell(verdict.verdict, verdict.possible, lang).replace("\n", " ")
        of_answer.setdefault(answer, []).append(criteria.criteria[name].label.in_(lang))
    for answer, labels in of_answer.items():
        yield word("check.same", lang, models=numeral(count, lang), verdict=answer, criteria="; ".join(labels))


def _of_one(check: Check, criteria: CriteriaSet, grounds: Grounds) -> SetTable:
    lang = grounds.lang
    names = tuple(criteria.criteria)
    verdicts = _placed(check, criteria, names, {model.id: 1 for model in _models(check, criteria)})
    rows = [
        (
            criteria.criteria[names[row]].label.in_(lang),
            cell(verdict.verdict, verdict.possible, lang),
            grounds.rests_on(verdict) if verdict.grounds else "",
        )
        for (row, _), verdict in sorted(verdicts.items(), key=lambda placed: placed[0])
    ]
    headers = (word("check.criterion", lang), word("check.verdict", lang), word("check.nodes", lang))
    return SetTable(criteria, Table(headers, tuple(rows), criteria.title.in_(lang), kinds=_kinds(verdicts)), names, verdicts)


def _kinds(verdicts: Mapping[Spot, Verdict]) -> dict[Spot, str]:
    """What the cells hold, by which each verdict has its colour."""
    return {spot: kind(verdict) for spot, verdict in verdicts.items()}


def _models(check: Check, criteria: CriteriaSet) -> tuple[LogicModel, ...]:
    return by_template([model for model in check.models if criteria.applies_to(model)])


def _placed(check: Check, criteria: CriteriaSet, names: Sequence[str], columns: Mapping[str, int]) -> dict[Spot, Verdict]:
    """The verdicts of a set on some of its criteria, each in the row of its criterion and the column of its model."""
    rows = {name: row for row, name in enumerate(names)}
    return {
        (rows[verdict.criterion], columns[verdict.model]): verdict
        for verdict in check.results
        if verdict.criteria == criteria.id and verdict.criterion in rows
    }


def head(model: LogicModel, check: Check, lang: Lang, title: str | None = None) -> str:
    """What a model is called, by its own title when none is given, and its source."""
    name = work_named(model.source, check.project.references) if model.source else ""
    source = f", {word('check.source', lang, source=name)}" if name else ""
    return f"{title or model.name}{source}"


def legend(check: Check, lang: Lang) -> tuple[str, ...]:
    """What the verdicts mean, and what a question mark means where there is one."""
    unsure = any(not verdict.sure for verdict in check.results)
    return (
        word("verdict.legend", lang),
        *([word("verdict.legend.not_decidable", lang)] if needs_people(check) else []),
        *([word("verdict.legend.unsure", lang)] if unsure else []),
    )


def needs_people(check: Check) -> bool:
    """Whether there is a verdict that no text could give."""
    return any(verdict.verdict == "not_decidable" for verdict in check.results)


def in_terminal(check: Check, lang: Lang, width: int) -> Iterator[Block]:
    """The verdicts as tables that fit a terminal.

    One model gets what its verdicts rest on. Many models are named in full with verdicts in words where there is room for all of them in
    every set; otherwise by short names and marks that are explained below, over several tables where even that is too wide.
    """
    coloured = [_without_notes(set_table) for set_table in set_tables(check, lang=lang)]
    in_words = [_wrapped_headers(set_table.table) for set_table in coloured]
    if len(check.models) == 1:
        yield Paragraph(head(check.models[0], check, lang))
        yield from _narrow(coloured, Grounds(check, lang), width)
        yield Notes(legend(check, lang))
    elif all(_room(table, width) >= CRITERION for table in in_words):
        yield from (_fitted(table, width) for table in in_words)
        yield Notes(legend(check, lang))
    else:
        full = names_of(check.models)
        short = abbreviated(full)
        for set_table in coloured:
            *before, last = spread(_fitted(_marked(check, set_table, short, lang), width), width)
            yield from (*before, replace(last, notes=set_table.same))
        unsure = [word("verdict.legend.unsure.marks", lang)] if any(not verdict.sure for verdict in check.results) else []
        asking = [word("verdict.legend.not_decidable.marks", lang)] if needs_people(check) else []
        yield Notes((key(full, short), word("verdict.legend.marks", lang), *asking, *unsure))


def _without_notes(set_table: SetTable) -> SetTable:
    """A sheet for a terminal: what the words mean is said below, and what is the same for all is said here."""
    return set_table._replace(table=replace(set_table.table, notes=set_table.same))


def _narrow(filled: list[SetTable], grounds: Grounds, width: int) -> Iterator[Table]:
    """The tables of one model, with columns of the same width in all of them."""
    longest = max(columns(row[0]) for set_table in filled for row in set_table.table.rows)
    criterion = min(longest, max(CRITERION, width // 3))
    verdicts = max(columns(line) for set_table in filled for row in set_table.table.rows for line in row[1].split("\n"))
    rest = max(CRITERION, width - criterion - verdicts - 2 * GAPS["normal"] - 1)
    for set_table in filled:
        rests = [_few(set_table.verdicts[row, 1], grounds) for row in range(len(set_table.table.rows))]
        rows = tuple(
            (_folded(label, criterion), verdict, _folded(ground, rest))
            for (label, verdict, _), ground in zip(set_table.table.rows, rests, strict=True)
        )
        first, second, third = set_table.table.headers
        yield replace(set_table.table, headers=(padded(first, criterion), padded(second, verdicts), third), rows=rows)


def _few(verdict: Verdict, grounds: Grounds) -> str:
    """The first of what a verdict rests on, and how many more there are."""
    more = len(verdict.grounds) - FEW
    if more < 2:
        return grounds.rests_on(verdict)
    return word("check.more", grounds.lang, grounds=grounds.rests_on(replace(verdict, grounds=verdict.grounds[:FEW])), count=more)


def _folded(text: str, width: int) -> str:
    return "\n".join(wrapped(text, width))


def _wrapped_headers(table: Table) -> Table:
    first, *names = table.headers
    headers = (first, *("\n".join(textwrap.wrap(name, WIDEST_NAME, break_long_words=False)) for name in names))
    return replace(table, headers=headers)


def _room(table: Table, width: int) -> int:
    """Columns that are left for the criteria's names."""
    return width - sum(GAPS[table.spacing] + column for column in column_widths(table)[1:])


def _fitted(table: Table, width: int) -> Table:
    """A table whose criteria's names are folded where that makes room for every model."""
    room = max(CRITERION, _room(table, width))
    return replace(table, rows=tuple((_folded(label, room), *verdicts) for label, *verdicts in table.rows))


def _marked(check: Check, set_table: SetTable, names: Mapping[str, str], lang: Lang) -> Table:
    """The verdicts as marks, set one space apart."""
    headers = (word("check.criterion", lang), *(names[model.id] for model in _models(check, set_table.criteria)))
    rows = [list(row) for row in set_table.table.rows]
    for (row, column), verdict in set_table.verdicts.items():
        rows[row][column] = mark(verdict, lang)
    return replace(set_table.table, headers=headers, rows=tuple(map(tuple, rows)), spacing="close")
