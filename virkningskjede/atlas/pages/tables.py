"""Models under the columns of a comparison, on a page: every cell leads to what it rests on."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from virkningskjede.analysis.compare import Cell, CellGround, Matrix
from virkningskjede.analysis.compare import report as comparisons
from virkningskjede.analysis.compare.report.wording import kind_of
from virkningskjede.atlas import addresses
from virkningskjede.atlas.documents import table as framed
from virkningskjede.atlas.material import Material
from virkningskjede.model import LogicModel
from virkningskjede.report import Spot
from virkningskjede.report.grid import by_template
from virkningskjede.report.places import places


def of_matrix(matrix: Matrix, material: Material) -> Markup:
    """A comparison as a table whose cells lead to the nodes that they rest on."""
    links: dict[Spot, str] = {}
    hints: dict[Spot, str] = {}
    kinds: dict[Spot, str] = {}
    for column, model in enumerate(by_template(matrix.models), start=1):
        links[-1, column] = f"{addresses.model_page(model.id)}#page_content"
        for row, name in enumerate(matrix.columns):
            cell = matrix.cells.get((model.id, name))
            kinds[row, column] = f"cell {kind_of(cell)}" + ("" if cell is None or cell.sure else " unsure")
            if cell is not None:
                hints[row, column] = _hint(cell, model, material)
                ground = cell.deciding[0]
                home = _home(ground, model)
                if home in material.portfolio:
                    links[row, column] = addresses.of_element(home, ground.entry)
    return framed(replace(comparisons.table(matrix, lang=material.lang), links=links, hints=hints, kinds=kinds))


def _home(ground: CellGround, model: LogicModel) -> str:
    """The model that has the entry."""
    return model.follows if ground.doubt == "template" and model.follows else model.id


def _hint(cell: Cell, model: LogicModel, material: Material) -> str:
    """What the cell rests on, and where."""
    lines = []
    for ground in cell.deciding:
        home = material.portfolio.get(_home(ground, model), model)
        entry = next((candidate for _, candidate in home.entries() if candidate.id == ground.entry), None)
        label = getattr(entry, "label", None) or ground.entry
        lines.append(f"{label} ({places(ground.at, home.source)})" if ground.at else label)
    return "\n".join(lines)
