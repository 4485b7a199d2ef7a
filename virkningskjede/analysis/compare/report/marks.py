"""The matrix as marks that fit a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from virkningskjede.analysis.compare import Cell, Matrix
from virkningskjede.analysis.compare.report.wording import about_counts, kind_of, only_maybe, phrase_of
from virkningskjede.i18n import Lang, word, word_or
from virkningskjede.model import LogicModel
from virkningskjede.model.values import PROGRESS
from virkningskjede.report import Block, Items, Notes, Spot, Table
from virkningskjede.report.grid import by_template, column_widths, interval, spread
from virkningskjede.report.names import abbreviated, key, names_of, template_name


def in_marks(matrix: Matrix, *, lang: Lang = "nb", width: int = 80) -> Iterator[Block]:
    """The matrix as marks that fit a terminal: a row for each column of the comparison, a column for each model.

    The models are named in full where there is room, otherwise by three letters that are explained below; many models are spread over
    several tables. What a column shows, such as an amount, stands below the marks, and then what the marks mean.
    """
    models = by_template(matrix.models)
    full = names_of(models)
    marks = _marks(matrix, models, full, lang)
    explained: Iterable[str] = ()
    if sum(column_widths(marks)) + 3 * len(models) + 3 <= width:
        yield marks
    else:
        short = abbreviated(full)
        yield from spread(_marks(matrix, models, short, lang), width)
        explained = _key(models, full, short, matrix)
    shown = _shown(matrix, models, full, lang)
    if shown:
        yield Items.of(shown)
    yield Notes((*explained, *_legend(matrix, lang)))


def _marks(matrix: Matrix, models: Sequence[LogicModel], names: Mapping[str, str], lang: Lang) -> Table:
    """The marks of all the models, and how many there are in each row."""
    rows: list[tuple[str, ...]] = []
    kinds: dict[Spot, str] = {}
    for name, column in matrix.comparison.columns.items():
        cells = [matrix.cells.get((model.id, name)) for model in models]
        kinds.update({(len(rows), place): kind_of(cell) for place, cell in enumerate(cells, 1)})
        rows.append((column.label.in_(lang), *(mark(cell, lang) for cell in cells), interval(matrix.count(name))))
    headers = ("", *(names[model.id] for model in models), word("compare.count", lang))
    return Table(headers, tuple(rows), matrix.comparison.title.in_(lang), kinds=kinds)


def _shown(matrix: Matrix, models: Sequence[LogicModel], names: Mapping[str, str], lang: Lang) -> list[str]:
    """For each column that shows something: what it shows of each model."""
    lines = []
    for name, column in matrix.comparison.columns.items():
        cells = [(names[model.id], matrix.cells[model.id, name]) for model in models if (model.id, name) in matrix.cells]
        phrases = "; ".join(f"{model} {phrase_of(cell, lang, matrix.units)}" for model, cell in cells if cell.shown)
        lines += [f"{column.label.in_(lang)}: {phrases}"] if phrases else []
    return lines


def _legend(matrix: Matrix, lang: Lang) -> Iterator[str]:
    """What the marks mean: only those that are there."""
    there = {kind_of(matrix.cells.get((model.id, name))) for model in matrix.models for name in matrix.columns}
    explained: dict[str, str] = {
        **{status: word_or(f"status.{status}", status, lang) for status in PROGRESS},
        **{kind: word(f"legend.{kind}", lang) for kind in ("told", "no", "template", "silent")},
    }
    yield ", ".join(f"{word(f'mark.{kind}', lang)} {meaning}" for kind, meaning in explained.items() if kind in there)
    if any(not cell.sure and kind_of(cell) != "template" for cell in matrix.cells.values()):
        yield word("legend.unsure", lang)
    if any(only_maybe(cell) for cell in matrix.cells.values()):
        yield word("legend.maybe", lang)
    yield from about_counts(matrix, lang)


def mark(cell: Cell | None, lang: Lang) -> str:
    """A cell as a mark: a letter for how far it has come, and a question mark for what is unsure.

    >>> mark(None, "nb")
    '·'
    """
    kind = kind_of(cell)
    letter = word(f"mark.{kind}", lang)
    return letter if cell is None or cell.sure or cell.said is None else word("compare.unsure", lang, said=letter)


def _key(models: Sequence[LogicModel], full: Mapping[str, str], short: Mapping[str, str], matrix: Matrix) -> Iterator[str]:
    """What the short names stand for: a line for each template that is followed."""
    for follows in dict.fromkeys(model.follows for model in models):
        names = key({model.id: full[model.id] for model in models if model.follows == follows}, short)
        yield f"{template_name(follows, matrix.project)}: {names}" if follows else names
