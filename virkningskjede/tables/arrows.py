"""A table with one row for each arrow."""

from __future__ import annotations

from virkningskjede.i18n import Word
from virkningskjede.model.fields import SECTION_KINDS
from virkningskjede.tables import words
from virkningskjede.tables.draft import Draft, Item
from virkningskjede.tables.fields import naming_fields
from virkningskjede.tables.layouts import Layout
from virkningskjede.tables.names import one_line
from virkningskjede.tables.rows import Rows
from virkningskjede.tables.sheet import Cell


def read(layout: Layout, draft: Draft) -> None:
    """Read every arrow, and the nodes at its ends, at the stages that the table gives them."""
    if not {"from_stage", "to_stage"} <= layout.columns.keys():
        draft.report("VK037", (layout.top - 1, layout.columns["from"][0]))
        return
    rows = Rows(layout, draft)
    for row in layout.body():
        ends = [_end(row, end, layout, draft) for end in ("from", "to")]
        (start, start_cell), (target, target_cell) = ends
        if start is None or target is None:
            continue
        draft.read |= {start_cell, target_cell}
        if start.step.in_chain and target.step.in_chain:
            draft.arrow((start.label, start_cell), (target.label, target_cell), rows.link_values(row))
        elif not _beside(start, target, target_cell, draft):
            draft.not_read(start_cell, f"{start.label} → {target.label}", Word("table.why.no_arrow"))


def _beside(start: Item, target: Item, cell: Cell, draft: Draft) -> bool:
    """Let what stands beside the chain name the node that its arrow leads to, as what hinders it, say; false where the arrow says nothing.

    What is assumed and what measures a node may stand at either end; that a node leads to what hinders or helps can mean many things.
    """
    beside, node = (start, target) if target.step.in_chain else (target, start)
    if not node.step.in_chain:
        return False
    if beside.step.section == "indicators":
        draft.set(node, "indicators", [beside.id], cell)
        return True
    naming = naming_fields(SECTION_KINDS[beside.step.section].entry)
    if not naming or (beside is target and len(naming) > 1):
        return False
    draft.set(beside, naming[-1], [node.id], cell)
    return True


def _end(row: int, end: str, layout: Layout, draft: Draft) -> tuple[Item | None, Cell]:
    """What stands at one end of an arrow, and where."""
    cells = layout.sheet.rows[row]

    def cell(role: str) -> tuple[str, Cell]:
        column = layout.columns[role][0]
        return (cells[column] if column < len(cells) else ""), (row, column)

    name, place = cell(end)
    stage, stage_place = cell(f"{end}_stage")
    label = one_line(name)
    if not label:
        return None, place
    step = words.step(stage)
    if step is None:
        draft.unknown_stage(stage, stage_place) if stage else draft.no_stage(label, place)
        return None, place
    draft.read.add(stage_place)
    return draft.add(step, label, place), place
