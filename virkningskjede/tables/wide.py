"""A wide table: a column for each stage, and in each cell what belongs there, a line each."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.tables.draft import Cell, Draft
from virkningskjede.tables.layouts import Layout
from virkningskjede.tables.lexicon import Step
from virkningskjede.tables.names import key, lines


def read(layout: Layout, draft: Draft) -> None:
    """Read every cell. What stands on one row need not belong together, so that no arrow is made of it."""
    for step, text, cell in _cells(layout, draft):
        for label in lines(text):
            draft.add(step, label, cell)


def _cells(layout: Layout, draft: Draft) -> Iterator[tuple[Step, str, Cell]]:
    """The cells with where what is in them belongs: stage by stage, from the top."""
    rows = layout.sheet.rows
    if layout.turned:
        stage: Step | None = None
        for number in range(layout.top, len(rows)):
            row = rows[number]
            stage = layout.steps.get(number, stage if not (row and row[0]) else None)
            for column, text in enumerate(row[1:], 1):
                draft.read.add((number, column))
                if stage is not None and text and key(text).strip("↑↓→←| "):
                    yield stage, text, (number, column)
        return
    body = tuple(layout.body())
    for column, step in layout.steps.items():
        for number in body:
            row = rows[number]
            if column < len(row) and row[column]:
                draft.read.add((number, column))
                yield step, row[column], (number, column)
