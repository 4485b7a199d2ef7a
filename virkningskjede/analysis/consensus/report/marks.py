"""Blocks as marks that fit a terminal."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from virkningskjede.analysis.consensus.report.blocks import ChainBlock, ChainCell, ChainRow
from virkningskjede.analysis.consensus.report.wording import legend_of_counts, legend_of_marks
from virkningskjede.i18n import Lang, word
from virkningskjede.model import LogicModel
from virkningskjede.report import Notes, Table
from virkningskjede.report.columns import columns, padded, wrapped
from virkningskjede.report.grid import by_template, interval, spread
from virkningskjede.report.names import abbreviated, key, names_of

LEAST = 24
"""Columns that labels get in a terminal, however many models there are."""


def in_marks(blocks: Sequence[ChainBlock], models: Sequence[LogicModel], *, lang: Lang, width: int) -> Iterator[Table | Notes]:
    """The blocks as tables for a terminal: a row for each node and arrow, a column for each model, named by three letters.

    Many models are spread over several tables. What the letters and marks mean stands below.
    """
    full = names_of(by_template(models))
    short = abbreviated(full)
    for block in blocks:
        for table in _tables(block, short, lang, width):
            yield from _fitted(table, width)
    yield Notes((key(full, short), *legend_of_marks(blocks, lang), *legend_of_counts(blocks, lang)))


def _tables(block: ChainBlock, names: Mapping[str, str], lang: Lang, width: int) -> Iterator[Table]:
    """A table for each stage, the first with the block's title above; without columns where no model has any of it."""
    marks = {row.id: _marks(row, names, lang) for row in block.rows}
    heads = () if block.empty else (*names.values(), *(_head(name, lang) for name in block.counted))
    needed = sum(1 + max(map(columns, column)) for column in zip(heads, *marks.values(), strict=not block.empty))
    room = max(width - needed, LEAST)
    labels = {row.id: [line for text in (row.label, row.note) if text for line in _folded(text, room)] for row in block.rows}
    widest = max(columns(line) for lines in labels.values() for line in lines)
    title = block.title
    if not heads and not block.of_nodes:
        yield Table((title,), tuple(("\n".join(lines),) for lines in labels.values()))
        return
    for place, rows in itertools.groupby(block.rows, key=lambda row: row.place):
        there = list(rows)
        cells = tuple(("\n".join(labels[row.id]), *(marks[row.id] if heads else ())) for row in there)
        kinds = {(number, column): _kind(row.cells.get(model)) for number, row in enumerate(there) for column, model in enumerate(names, 1)}
        yield Table((padded(place, 0 if block.empty else widest), *heads), cells, title, kinds=kinds if heads else {})
        title = ""


def _fitted(table: Table, width: int) -> Iterator[Table]:
    yield from spread(table, width) if table.headers[1:] else (table,)


def _head(name: str, lang: Lang) -> str:
    return word("head.count" if name == "count" else f"mark.{name}", lang)


def _marks(row: ChainRow, names: Mapping[str, str], lang: Lang) -> tuple[str, ...]:
    return (*(mark(row.cells.get(model), lang) for model in names), *(interval(count) for count in row.counts))


def mark(cell: ChainCell | None, lang: Lang) -> str:
    """What a model has as a mark: a letter for how, and a question mark for what is unsure.

    >>> mark(None, "nb")
    '·'
    """
    if cell is None:
        return word("mark.silent", lang)
    if not cell.coded:
        return word("mark.perhaps", lang)
    letter = word(f"mark.{cell.kind}", lang)
    return letter if cell.sure else word("merged.unsure", lang, said=letter)


def _kind(cell: ChainCell | None) -> str:
    """What decides the colour of a mark."""
    return "silent" if cell is None else cell.kind if cell.coded else "perhaps"


def _folded(text: str, width: int) -> list[str]:
    return wrapped(text, width, rest="  ") or [""]
