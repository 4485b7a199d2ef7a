"""The heat map of a table over models: a row for each column of the comparison, a column for each model, as in the table itself."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.analysis.compare import Cell, Matrix
from virkningskjede.analysis.compare.report.counting import templates
from virkningskjede.analysis.compare.report.marks import mark
from virkningskjede.analysis.compare.report.wording import about_counts, kind_of, phrase_of
from virkningskjede.drawing.heatmap.grid import Grid, SideColumn, Square
from virkningskjede.i18n import Lang, word, word_or
from virkningskjede.model import LogicModel
from virkningskjede.model.values import PROGRESS
from virkningskjede.report.grid import by_template, interval, spans
from virkningskjede.report.names import names_of, template_name
from virkningskjede.report.places import places


def grid_of_matrix(matrix: Matrix, *, lang: Lang = "nb") -> Grid:
    """The heat map of models under the columns of a comparison.

    Models that follow the same template stand together, under its name. What a column shows, such as an amount, is in the cells.

    Args:
        matrix: the models under the columns.
        lang: the language of what the library says.
    """
    models = by_template(matrix.models)
    names = names_of(models)
    labels = {name: column.label.in_(lang) for name, column in matrix.comparison.columns.items()}
    squares = {(model.id, name): square(matrix, model, name, names[model.id], lang) for model in models for name in labels}
    return Grid(
        title=matrix.comparison.title.in_(lang),
        summary=description(matrix, lang),
        rows=tuple(labels.values()),
        columns=tuple(names.values()),
        squares=tuple(tuple(squares[model.id, name] for model in models) for name in labels),
        spans=spans(models, matrix.project),
        after=tuple(_counts(matrix, lang)),
        legend=legend(matrix, lang),
        notes=notes(matrix, lang),
        lang=lang,
    )


def _counts(matrix: Matrix, lang: Lang) -> Iterator[SideColumn]:
    """How many models fill each column: of all, and of those that follow each template."""
    followed = templates(matrix)
    yield SideColumn(word("compare.count", lang), tuple(interval(matrix.count(name)) for name in matrix.columns))
    for follows, members in followed.items() if len(followed) > 1 else ():
        heading = template_name(follows, matrix.project) if follows else word("compare.counts.no_template", lang)
        yield SideColumn(heading, tuple(interval(matrix.count(name, members)) for name in matrix.columns))


def square(matrix: Matrix, model: LogicModel, column: str, name: str, lang: Lang) -> Square:
    """One cell: its mark, or what the column shows."""
    cell = matrix.cells.get((model.id, column))
    label = matrix.comparison.columns[column].label.in_(lang)
    sure = cell is None or (cell.sure and cell.said is not None)
    shown = phrase_of(cell, lang, matrix.units) if cell is not None and cell.shown else mark(cell, lang)
    return Square(
        shown, kind_of(cell), sure, word("heatmap.cell", lang, model=name, column=label, said=_in_words(matrix, model, cell, lang))
    )


def _in_words(matrix: Matrix, model: LogicModel, cell: Cell | None, lang: Lang) -> str:
    if cell is None:
        return word("compare.silent", lang)
    phrase = phrase_of(cell, lang, matrix.units)
    return f"{phrase} ({places(cell.at, model.source)})" if cell.at else phrase


def description(matrix: Matrix, lang: Lang) -> str:
    """What each model fills, for a screen reader."""
    models = by_template(matrix.models)
    names = names_of(models)
    lines = []
    for model in models:
        cells = [(column, matrix.cells.get((model.id, name))) for name, column in matrix.comparison.columns.items()]
        phrases = "; ".join(
            f"{column.label.in_(lang)}: {phrase_of(cell, lang, matrix.units)}" for column, cell in cells if cell is not None
        )
        lines.append(f"{names[model.id]}: {phrases or word('compare.silent', lang)}.")
    return "\n".join(lines)


def legend(matrix: Matrix, lang: Lang) -> tuple[tuple[Square, str], ...]:
    """What the cells mean: only those that are there."""
    cells = [matrix.cells.get((model.id, name)) for model in matrix.models for name in matrix.columns]
    kinds = {kind_of(cell) for cell in cells}
    explained: dict[str, str] = {
        **{status: word_or(f"status.{status}", status, lang) for status in PROGRESS},
        **{kind: word(f"legend.{kind}", lang) for kind in ("told", "no")},
        "perhaps": word("heatmap.perhaps", lang),
        **{kind: word(f"legend.{kind}", lang) for kind in ("template", "silent")},
    }
    entries = [
        (Square(word(f"mark.{kind}", lang), kind, kind not in ("perhaps", "template")), meaning)
        for kind, meaning in explained.items()
        if kind in kinds
    ]
    doubted = next((cell for cell in cells if cell is not None and cell.said is not None and not cell.sure), None)
    if doubted is not None:
        entries.append((Square(mark(doubted, lang), kind_of(doubted), False), word("heatmap.unsure", lang)))
    return tuple(entries)


def notes(matrix: Matrix, lang: Lang) -> tuple[str, ...]:
    """What must be known to read it rightly."""
    return (*about_counts(matrix, lang), word("heatmap.silence", lang))
