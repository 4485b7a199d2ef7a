"""Tables over models: in what order they stand, how their counts are written, and how many fit beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from virkningskjede.model import LogicModel
from virkningskjede.model.values import Count
from virkningskjede.project import Project
from virkningskjede.report.columns import columns
from virkningskjede.report.document import Table
from virkningskjede.report.names import template_name


def interval(count: Count) -> str:
    """How many: one number, or the least and the most."""
    return f"{count.surely}" if count.surely == count.possibly else f"{count.surely}–{count.possibly}"


def by_template(models: Sequence[LogicModel]) -> tuple[LogicModel, ...]:
    """Models that follow the same template stand together; otherwise in the order given."""
    follows = list(dict.fromkeys(model.follows for model in models))
    return tuple(sorted(models, key=lambda model: follows.index(model.follows)))


def column_widths(table: Table) -> list[int]:
    """How wide each column is."""
    cells_of = zip(table.headers, *table.rows, strict=True)
    return [max(columns(line) for cell in cells for line in cell.split("\n")) for cells in cells_of]


def spread(table: Table, width: int) -> Iterator[Table]:
    """The table's columns, close together, over as many tables as the width needs. The first column stands in each of them.

    The title stands above the first of them; where the notes belong, the caller knows.
    """
    label, *widths = column_widths(table)
    first = last = 1
    while last < len(table.headers):
        used = label
        while last < len(table.headers) and (used + 1 + widths[last - 1] <= width or last == first):
            used += 1 + widths[last - 1]
            last += 1
        rows = tuple((row[0], *row[first:last]) for row in table.rows)
        kinds = {(row, column - first + 1): kind for (row, column), kind in table.kinds.items() if first <= column < last}
        title = table.title if first == 1 else ""
        yield Table((table.headers[0], *table.headers[first:last]), rows, title, kinds=kinds, spacing="close")
        first = last


def spans(models: Sequence[LogicModel], project: Project) -> tuple[tuple[str, int], ...]:
    """What the models that stand together follow, and how many they are; nothing where no model follows a template."""
    if not any(model.follows for model in models):
        return ()
    groups = groupby(models, key=lambda model: model.follows)
    return tuple((template_name(follows, project) if follows else "", len(list(members))) for follows, members in groups)
