"""Many models side by side: marks for a terminal, a table in words for a report, a listing for a spreadsheet, and JSON."""

from __future__ import annotations

from typing import Any

from virkningskjede.catalogue import Lang, word
from virkningskjede.comparison import Cell, Matrix
from virkningskjede.model import LogicModel
from virkningskjede.rendering.comparisons.counting import counted, counts
from virkningskjede.rendering.comparisons.explaining import explanation
from virkningskjede.rendering.comparisons.marks import Layout, in_terminal, mark, styles
from virkningskjede.rendering.comparisons.saying import about_counts, by_template, interval, kind_of, only_maybe, said_of, shown
from virkningskjede.rendering.grounds import places
from virkningskjede.rendering.names import names_of, template_name
from virkningskjede.rendering.tables import Table, comma_separated, html_table
from virkningskjede.rendering.tables import html_page as page
from virkningskjede.rendering.tables import markdown as markdown_table

__all__ = [
    "Layout",
    "counts",
    "csv",
    "explanation",
    "html",
    "html_page",
    "in_terminal",
    "listing",
    "mark",
    "markdown",
    "styles",
    "table",
    "to_json",
]


def table(matrix: Matrix, *, lang: Lang = "nb", detail: bool = False) -> Table:
    """The matrix in words, for a report: a row for each column of the comparison, a column for each model.

    Args:
        matrix: the models under the columns.
        lang: the language.
        detail: each cell also says where in the source.
    """
    models = by_template(matrix.models)
    names = names_of(models)
    rows = []
    for column, asked in matrix.comparison.columns.items():
        cells = [_in_words(matrix.cells.get((model.id, column)), model, lang, detail=detail) for model in models]
        rows.append((asked.label.in_(lang), *cells, interval(matrix.count(column))))
    unsure = any(not each.sure and kind_of(each) != "template" for each in matrix.cells.values())
    notes = [word("legend.at", lang)] if detail else []
    maybe = any(only_maybe(each) for each in matrix.cells.values())
    notes += [word("legend.empty", lang), *([word("legend.unsure.words", lang)] if unsure else [])]
    notes += [*([word("legend.maybe.words", lang)] if maybe else []), *about_counts(matrix, lang)]
    grouped = len({model.follows for model in models}) > 1
    heads = (
        f"{names[model.id]}\n({template_name(model.follows, matrix.project)})" if grouped and model.follows else names[model.id]
        for model in models
    )
    return Table(("", *heads, word("compare.count", lang)), tuple(rows), matrix.comparison.title.in_(lang), tuple(notes))


def _in_words(cell: Cell | None, model: LogicModel, lang: Lang, *, detail: bool) -> str:
    if cell is None:
        return ""
    said = said_of(cell, lang)
    return f"{said}\n{places(cell.at, model.source)}" if detail and cell.at else said


def markdown(matrix: Matrix, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The table in words, in Markdown, and the counts below it."""
    return "\n".join(map(markdown_table, (table(matrix, lang=lang, detail=detail), *_counts(matrix, lang))))


def _counts(matrix: Matrix, lang: Lang) -> tuple[Table, ...]:
    """The counts, where there is more than one model to count."""
    return (counts(matrix, lang=lang),) if len(matrix.models) > 1 else ()


def html(matrix: Matrix, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The table in words, in HTML, for notebooks."""
    return html_table(table(matrix, lang=lang, detail=detail))


def html_page(matrix: Matrix, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The same with the counts, as a page of its own that a browser opens in the right letters, for a word processor to take them from."""
    tables = (table(matrix, lang=lang, detail=detail), *_counts(matrix, lang))
    return page(matrix.comparison.title.in_(lang), "".join(map(html_table, tables)), lang)


def listing(matrix: Matrix, *, lang: Lang = "nb") -> Table:
    """Every model and column on a row of its own, silent ones too: what a spreadsheet can sort and filter."""
    keys = ("model", "column", "status", "sure", "entries", "at")
    rows = []
    for model in by_template(matrix.models):
        for column in matrix.columns:
            cell = matrix.cells.get((model.id, column))
            told = (said_of(cell, lang), cell.sure, ", ".join(cell.nodes), ", ".join(cell.at)) if cell else _silent(lang)
            said, sure, nodes, at = told
            rows.append((model.id, column, said, word("compare.yes" if sure else "compare.no", lang), nodes, at))
    return Table(tuple(word(f"compare.{key}", lang) for key in keys), tuple(rows))


def _silent(lang: Lang) -> tuple[str, bool, str, str]:
    return word("compare.silent", lang), True, "", ""


def csv(matrix: Matrix, *, lang: Lang = "nb") -> str:
    """The listing as CSV."""
    return comma_separated(listing(matrix, lang=lang))


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
            "shown": [shown(stated, lang) for stated in cell.shown],
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
