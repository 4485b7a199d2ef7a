"""Blocks as marks that fit a terminal, and what every row rests on."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from virkningskjede.catalogue import Lang, visible, word
from virkningskjede.model import LogicModel
from virkningskjede.rendering.comparisons.marks import STYLES, Layout, spread
from virkningskjede.rendering.comparisons.saying import by_template, interval
from virkningskjede.rendering.grounds import places
from virkningskjede.rendering.merged.blocks import Block, Cell, Row
from virkningskjede.rendering.merged.saying import WORDS, legend_of_counts, legend_of_marks, named
from virkningskjede.rendering.names import abbreviated, key, names_of
from virkningskjede.rendering.tables import Table

LEAST = 24
"""Columns that labels get in a terminal, however many models there are."""


def layout(blocks: Sequence[Block], models: Sequence[LogicModel], *, lang: Lang, width: int) -> Layout:
    """The blocks as tables for a terminal: a row for each node and arrow, a column for each model, named by three letters.

    Many models are spread over several tables. What the letters and marks mean stands below.
    """
    models = by_template(models)
    full = names_of(models)
    short = abbreviated(full)
    tables = [part for block in blocks for table in _tables(block, short, lang, width) for part in _fitted(table, width)]
    below = (key(full, short), *legend_of_marks(blocks, lang), *legend_of_counts(blocks, lang))
    return Layout(tuple(tables), True, visible("\n".join(line for text in below for line in _folded(text, width))) + "\n")


def _tables(block: Block, names: Mapping[str, str], lang: Lang, width: int) -> Iterator[Table]:
    """A table for each stage, the first with the block's title above; without columns where no model has any of it."""
    marks = {row.id: _marks(row, names, lang) for row in block.rows}
    heads = () if block.empty else (*names.values(), *(_head(name, lang) for name in block.counted))
    needed = sum(1 + max(map(len, column)) for column in zip(heads, *marks.values(), strict=not block.empty))
    room = max(width - needed, LEAST)
    labels = {row.id: [line for text in (row.label, row.note) if text for line in _folded(text, room)] for row in block.rows}
    widest = max(len(line) for lines in labels.values() for line in lines)
    title = block.title
    if not heads and not block.of_nodes:
        yield Table((title,), tuple(("\n".join(lines),) for lines in labels.values()))
        return
    for place, rows in itertools.groupby(block.rows, key=lambda row: row.place):
        told = (("\n".join(labels[row.id]), *(marks[row.id] if heads else ())) for row in rows)
        yield Table((place.ljust(0 if block.empty else widest), *heads), tuple(told), title)
        title = ""


def _fitted(table: Table, width: int) -> Iterator[Table]:
    yield from spread(table, width) if table.headers[1:] else (table,)


def _head(name: str, lang: Lang) -> str:
    return word("head.count" if name == "count" else f"mark.{name}", lang)


def _marks(row: Row, names: Mapping[str, str], lang: Lang) -> tuple[str, ...]:
    return (*(mark(row.cells.get(model), lang) for model in names), *(interval(each) for each in row.counts))


def mark(cell: Cell | None, lang: Lang) -> str:
    """What a model has as a mark: a letter for how, and a question mark for what is unsure.

    >>> mark(None, "nb")
    '·'
    """
    if cell is None:
        return word("mark.silent", lang)
    if not cell.coded:
        return word("mark.perhaps", lang)
    said = word(f"mark.{cell.kind}", lang)
    return said if cell.sure else word("merged.unsure", lang, said=said)


def styles(lang: Lang = "nb") -> Mapping[str, str]:
    """A style for each mark, beside the letter."""
    found = {}
    for kind, style in {**STYLES, "stated": "bold", "path": "yellow", "elsewhere": "cyan"}.items():
        said = word(f"mark.{kind}", lang)
        found[said] = found[word("merged.unsure", lang, said=said)] = style
    return found


def explanation(blocks: Sequence[Block], models: Sequence[LogicModel], *, lang: Lang, width: int) -> str:
    """What every row rests on in each model, with its places in the source."""
    names = names_of(models)
    sources = {model.id: model.source for model in models}
    lines: list[str] = []
    for block in blocks:
        lines.append(block.title)
        for row in block.rows:
            counted = ", ".join(
                f"{word(f'head.{name}', lang).lower()} {interval(each)}" for name, each in zip(block.counted, row.counts, strict=True)
            )
            lines += textwrap.wrap(f"{row.label} ({counted})", width, initial_indent="  ", subsequent_indent="    ")
            lines += textwrap.wrap(row.note, width, initial_indent="    ", subsequent_indent="    ")
            for model, cell in row.cells.items():
                said = f"{named(names[model], cell, lang)}: {word(WORDS[cell.kind], lang)}; {', '.join(cell.entries)}"
                said += f"; {places(cell.at, sources[model])}" if cell.at else ""
                lines += textwrap.wrap(said, width, initial_indent="    - ", subsequent_indent="      ", break_on_hyphens=False)
        lines.append("")
    return visible("\n".join(lines))


def _folded(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent="  ", break_on_hyphens=False) or [""]
