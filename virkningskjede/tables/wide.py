"""A wide table: a column for each stage, and in each cell what belongs there, a line each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from virkningskjede.tables import footnotes, words
from virkningskjede.tables.draft import Draft
from virkningskjede.tables.layouts import Layout
from virkningskjede.tables.lexicon import Step
from virkningskjede.tables.names import lines, numbered, one_line
from virkningskjede.tables.sheet import Cell


def read(layout: Layout, draft: Draft) -> None:
    """Read every cell. What stands on one row need not belong together, so that no arrow is made of it."""
    sections = {step.section for step in layout.steps.values()} - {"outcomes"}
    for step, labels in _columns(layout, draft):
        texts = [label for label, _ in labels]
        for (_, cell), (number, text) in zip(labels, numbered(texts) or [("", text) for text in texts], strict=True):
            naming = words.named_under(step, text)
            own = None if naming is None else words.step(naming.word)
            if naming is None or own is None or own.section in sections:  # what has a column of its own stands there
                draft.add(step, text, cell, number=number)
            else:
                draft.add(own, naming.rest, cell, number=naming.number)


def _columns(layout: Layout, draft: Draft) -> Iterator[tuple[Step, list[tuple[str, Cell]]]]:
    """What stands in each column, line by line, with where it belongs; of a table that lies on its side, in each row."""
    for (step, _), cells in groupby(_cells(layout, draft), key=lambda one: (one[0], one[2][0 if layout.turned else 1])):
        yield step, [(label, cell) for _, text, cell in cells for label in lines(text)]


def _cells(layout: Layout, draft: Draft) -> Iterator[tuple[Step, str, Cell]]:
    """The cells with where what is in them belongs: stage by stage, from the top."""
    rows = layout.sheet.rows
    if layout.turned:
        stage: Step | None = None
        for number in range(layout.top, len(rows)):
            row = rows[number]
            first = row[0] if row and any(map(str.isalnum, row[0])) else ""
            stage = layout.steps.get(number, stage if not first else None)
            named = words.named(first)
            if first and stage is None and any(row[1:]):  # no stage that is known
                draft.skip(one_line(first))
            for column, text in enumerate(("" if named is None else named.rest, *row[1:])):
                draft.read.add((number, column))
                if stage is not None and any(map(str.isalnum, text)):
                    yield stage, text, (number, column)
        return
    below = footnotes.begin(layout, draft, marked=False)
    body = tuple(number for number in layout.body() if number < below)
    for column, step in layout.steps.items():
        for number in body:
            row = rows[number]
            if column < len(row) and row[column]:
                draft.read.add((number, column))
                yield step, row[column], (number, column)
