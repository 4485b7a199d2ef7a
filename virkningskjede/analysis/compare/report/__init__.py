"""Many models side by side: marks for a terminal, a table in words for a report, a listing for a spreadsheet, and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from virkningskjede.analysis.compare import Cell, Matrix
from virkningskjede.analysis.compare.report.counting import counted, counts
from virkningskjede.analysis.compare.report.explanation import explanation
from virkningskjede.analysis.compare.report.marks import in_marks, mark
from virkningskjede.analysis.compare.report.wording import about_counts, kind_of, only_maybe, phrase_of, shown
from virkningskjede.i18n import Lang, word
from virkningskjede.model import LogicModel
from virkningskjede.report import Block, Document, Report, Spot, Table, Value
from virkningskjede.report.finish import OF_A_FILE, Finish
from virkningskjede.report.grid import by_template, interval
from virkningskjede.report.names import codes_of, labels_of, names_of, template_name
from virkningskjede.report.places import places

__all__ = ["MatrixReport", "counts", "mark", "table", "to_json"]


@dataclass(frozen=True)
class MatrixReport(Report):
    """What a comparison has to say.

    Attributes:
        matrix: the models under the columns.
        explain: whether what each cell rests on is told, and where: below the tables, and on a page in the cells as well.
    """

    matrix: Matrix
    explain: bool = False
    draws: ClassVar[bool] = True

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """The cells, in words on a page and as marks in a terminal, and the counts where there is more than one model to count."""
        return Document(self.matrix.comparison.title.in_(lang), tuple(self._blocks(lang, width)), lang)

    def _blocks(self, lang: Lang, width: int | None) -> Iterator[Block]:
        matrix, terminal = self.matrix, width is not None
        if width is None:
            yield table(matrix, lang=lang, detail=self.explain)
        else:
            yield from in_marks(matrix, lang=lang, width=width)
        if len(matrix.models) > 1:
            yield counts(matrix, lang=lang, short=terminal)
        if self.explain:
            yield from explanation(matrix, lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """Every model and column on a row of its own, silent ones too."""
        keys = ("model", "model.label", "column", "column.label", "status", "sure", "entries", "entries.label", "at")
        labels = {name: column.label.in_(lang) for name, column in self.matrix.comparison.columns.items()}
        names = names_of(self.matrix.models)
        rows = []
        for model in by_template(self.matrix.models):
            entries = labels_of(model, lang)
            for column in self.matrix.columns:
                cell = self.matrix.cells.get((model.id, column))
                parts = (
                    (phrase_of(cell, lang, self.matrix.units), cell.sure, ", ".join(cell.nodes), ", ".join(cell.at))
                    if cell
                    else _silent(lang)
                )
                phrase, sure, nodes, at = parts
                sure_or_not = word("compare.yes" if sure else "compare.no", lang)
                called = "; ".join(entries.get(name, "") for name in cell.nodes if name in entries) if cell else ""
                rows.append((model.id, names[model.id], column, labels[column], phrase, sure_or_not, nodes, called, at))
        return Table(tuple(word(f"compare.{key}", lang) for key in keys), tuple(rows))

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``compare --format json`` prints."""
        return to_json(self.matrix, lang=lang)

    def draw(self, path: Path, lang: Lang = "nb", finish: Finish = OF_A_FILE) -> None:
        """The heat map."""
        from virkningskjede.analysis.compare.heatmap import grid_of_matrix
        from virkningskjede.drawing.heatmap import picture

        picture(grid_of_matrix(self.matrix, lang=lang), path, finish=finish)


def table(matrix: Matrix, *, lang: Lang = "nb", detail: bool = False) -> Table:
    """The matrix in words, for a report: a row for each column of the comparison, a column for each model.

    Args:
        matrix: the models under the columns.
        lang: the language.
        detail: each cell also says where in the source.
    """
    models = by_template(matrix.models)
    names = names_of(models)
    rows: list[tuple[str, ...]] = []
    kinds: dict[Spot, str] = {}
    values: dict[Spot, Value] = {}
    for name, column in matrix.comparison.columns.items():
        kinds.update({(len(rows), place): _kind(matrix.cells.get((model.id, name))) for place, model in enumerate(models, 1)})
        count = matrix.count(name)
        if count.surely == count.possibly:
            values[len(rows), len(models) + 1] = count.surely
        cells = [_in_words(matrix, model, name, lang, detail=detail) for model in models]
        rows.append((column.label.in_(lang), *cells, interval(count)))
    unsure = any(not cell.sure and kind_of(cell) != "template" for cell in matrix.cells.values())
    notes = [word("legend.at", lang)] if detail else []
    maybe = any(only_maybe(cell) for cell in matrix.cells.values())
    notes += [word("legend.empty", lang), *([word("legend.unsure.words", lang)] if unsure else [])]
    notes += [*([word("legend.maybe.words", lang)] if maybe else []), *about_counts(matrix, lang)]
    grouped = len({model.follows for model in models}) > 1
    codes = codes_of(names, names)
    heads = (
        f"{names[model.id]}\n({template_name(model.follows, matrix.project)})" if grouped and model.follows else names[model.id]
        for model in models
    )
    headers = ("", *heads, word("compare.count", lang))
    title = matrix.comparison.title.in_(lang)
    return Table(headers, tuple(rows), title, tuple(notes), kinds=kinds, codes=codes, values=values)


def _kind(cell: Cell | None) -> str:
    """What a cell holds, in a word or two by which it can be coloured."""
    return kind_of(cell) if cell is None or cell.sure else f"{kind_of(cell)} unsure"


def _in_words(matrix: Matrix, model: LogicModel, column: str, lang: Lang, *, detail: bool) -> str:
    cell = matrix.cells.get((model.id, column))
    if cell is None:
        return ""
    phrase = phrase_of(cell, lang, matrix.units)
    return f"{phrase}\n{places(cell.at, model.source)}" if detail and cell.at else phrase


def _silent(lang: Lang) -> tuple[str, bool, str, str]:
    return word("compare.silent", lang), True, "", ""


def to_json(matrix: Matrix, *, lang: Lang = "nb") -> dict[str, Any]:
    """The value that ``compare --format json`` prints. Only ``titles``, ``labels`` and ``shown`` depend on the language.

    No cell means that the model does not describe it. ``said`` is ``yes``, ``no`` (the text denies it) or null: then only another
    reading, or the template, fills the cell. ``doubts`` says why a cell is not sure, ``statuses`` how far it may have come. Counts are
    the least and the most, of all and by template, and by how far they have come (``none``: told without a status).
    """
    cells: dict[str, dict[str, Any]] = {model.id: {} for model in matrix.models}
    for (model, column), cell in matrix.cells.items():
        cells[model][column] = {
            "status": cell.status,
            "nodes": list(cell.nodes),
            "at": list(cell.at),
            "sure": cell.sure,
            "said": cell.said,
            "doubts": list(cell.doubts),
            "statuses": list(cell.statuses),
            "terms": list(cell.terms),
            "shown": [shown(stated, lang, matrix.units) for stated in cell.shown],
        }
    return {
        "comparison": matrix.comparison.id,
        "models": [model.id for model in matrix.models],
        "columns": list(matrix.columns),
        "cells": cells,
        **counted(matrix),
        "titles": {model.id: model.name for model in matrix.models},
        "labels": {name: column.label.in_(lang) for name, column in matrix.comparison.columns.items()},
    }
