"""A wide table: a column for each stage, and in each cell what belongs there, a line each."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.tables import words
from virkningskjede.tables.draft import Draft
from virkningskjede.tables.layouts import Layout
from virkningskjede.tables.lexicon import Step
from virkningskjede.tables.names import lines
from virkningskjede.tables.sheet import Cell


def read(layout: Layout, draft: Draft) -> None:
    """Read every cell. What stands on one row need not belong together, so that no arrow is made of it."""
    sections = {step.section for step in layout.steps.values()} - {"outcomes"}
    for step, text, cell in _cells(layout, draft):
        for label in lines(text):
            naming = words.named_under(step, label)
            own = None if naming is None else words.step(naming.word)
            if naming is None or own is None or own.section in sections:  # what has a column of its own stands there
                draft.add(step, label, cell)
            else:
                draft.add(own, naming.rest, cell, number=naming.number)


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
            for column, text in enumerate(("" if named is None else named.rest, *row[1:])):
                draft.read.add((number, column))
                if stage is not None and any(map(str.isalnum, text)):
                    yield stage, text, (number, column)
        return
    body = tuple(layout.body())
    for column, step in layout.steps.items():
        for number in body:
            row = rows[number]
            if column < len(row) and row[column]:
                draft.read.add((number, column))
                yield step, row[column], (number, column)
