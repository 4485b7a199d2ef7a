"""A table with one row for each arrow."""

from __future__ import annotations

from virkningskjede.i18n import Word
from virkningskjede.i18n.likely import likely
from virkningskjede.tables import words
from virkningskjede.tables.draft import Cell, Draft
from virkningskjede.tables.layouts import Layout
from virkningskjede.tables.names import key, one_line
from virkningskjede.tables.rows import Rows


def read(layout: Layout, draft: Draft) -> None:
    """Read every arrow, and the nodes at its ends, at the stages that the table gives them."""
    if not {"from_stage", "to_stage"} <= layout.columns.keys():
        draft.report("VK037", (layout.top - 1, layout.columns["from"][0]))
        return
    rows = Rows(layout, draft)
    for row in range(layout.top, len(layout.sheet.rows)):
        ends = [_end(row, end, layout, draft) for end in ("from", "to")]
        (start, start_cell), (target, target_cell) = ends
        if start and target:
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
        known = ", ".join(words.known_steps(draft.lang))
        draft.report(
            "VK034",
            stage_place,
            value=stage,
            what=Word("table.as.stage"),
            known=known,
            likely=likely(key(stage), list(words.steps())),
        )
        return "", place
    draft.add(step, label, place)
    return label, place
