"""A table with one row for each arrow."""

from __future__ import annotations

from virkningskjede.tables import words
from virkningskjede.tables.draft import Cell, Draft
from virkningskjede.tables.layouts import Layout
from virkningskjede.tables.names import one_line
from virkningskjede.tables.rows import Rows


def read(layout: Layout, draft: Draft) -> None:
    """Read every arrow, and the nodes at its ends, at the stages that the table gives them."""
    if not {"from_stage", "to_stage"} <= layout.columns.keys():
        draft.report("VK037", (layout.top - 1, layout.columns["from"][0]))
        return
    rows = Rows(layout, draft)
    for row in layout.body():
        ends = [_end(row, end, layout, draft) for end in ("from", "to")]
        (start, start_cell), (target, target_cell) = ends
        if start and target:
            draft.read |= {start_cell, target_cell}
            draft.arrow((start, start_cell), (target, target_cell), rows.link_values(row))


def _end(row: int, end: str, layout: Layout, draft: Draft) -> tuple[str, Cell]:
    """A node at one end of an arrow: its name, and where it stands."""
    cells = layout.sheet.rows[row]

    def cell(role: str) -> tuple[str, Cell]:
        column = layout.columns[role][0]
        return (cells[column] if column < len(cells) else ""), (row, column)

    name, place = cell(end)
    stage, stage_place = cell(f"{end}_stage")
    label = one_line(name)
    if not label:
        return "", place
    step = words.step(stage)
    if step is None:
        draft.unknown_stage(stage, stage_place) if stage else draft.no_stage(label, place)
        return "", place
    draft.add(step, label, place)
    draft.read.add(stage_place)
    return label, place
