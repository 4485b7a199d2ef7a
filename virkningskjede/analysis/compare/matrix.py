"""Many models held side by side: who does what, and how sure that is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virkningskjede.analysis.compare.cell import Cell, cell_of
from virkningskjede.arguments import checked
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, word_or
from virkningskjede.i18n.language import chosen
from virkningskjede.model import LogicModel, Models, models_of
from virkningskjede.model.codebook import Comparison, CountedUnit
from virkningskjede.model.values import EMPTY, PROGRESS, Count, FrozenMap, Status
from virkningskjede.project import ALONE, Project
from virkningskjede.query import QueryContext
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.report.grid import by_template
from virkningskjede.report.names import names_of

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.compare.report import MatrixReport


@dataclass(frozen=True, slots=True, repr=False)
class Matrix(Reported):
    """Models against the columns of a comparison.

    Attributes:
        comparison: the columns.
        models: the models, in the order they were given.
        cells: by model and column; none where the model does not describe what the column asks for.
        project: what the models share.
    """

    comparison: Comparison
    models: tuple[LogicModel, ...]
    cells: Mapping[tuple[str, str], Cell]
    project: Project = ALONE

    def __repr__(self) -> str:
        return f"Matrix({self.comparison.id}: {len(self.models)} models, {len(self.columns)} columns, {len(self.cells)} cells)"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns' ids."""
        return tuple(self.comparison.columns)

    @checked
    def cell(self, model: str, column: str) -> Cell | None:
        """What a model says of a column; None when it is silent.

        Raises:
            UsageError: there is no such model or column.
        """
        _known(model, [known_model.id for known_model in self.models])
        _known(column, self.columns)
        return self.cells.get((model, column))

    @property
    def units(self) -> Mapping[str, CountedUnit]:
        """The units of the vocabulary."""
        return self.project.vocabulary.units if self.project.vocabulary is not None else EMPTY

    @checked
    def count(self, column: str, models: Collection[str] | None = None, *, status: Status | None = None) -> Count:
        """How many models fill a column, as an interval.

        Args:
            column: the column's id.
            models: ids of the models to count; all when None.
            status: count only cells that have come just so far.
        """
        filled = self._filled(column, models)
        if status is not None:
            filled = [cell for cell in filled if status in cell.statuses]
        surely = [cell for cell in filled if cell.sure and (status is None or len(cell.statuses) == 1)]
        return Count(len(surely), len(filled))

    @checked
    def by_status(self, column: str, models: Collection[str] | None = None) -> dict[Status | None, Count]:
        """How many models have come just so far, for each status that comes into it, the least first; None is told without a status.

        Args:
            column: the column's id.
            models: ids of the models to count; all when None.
        """
        filled = self._filled(column, models)
        counts = {
            status: Count(sum(cell.sure and cell.statuses == (status,) for cell in filled), sum(status in cell.statuses for cell in filled))
            for status in (None, *PROGRESS)
        }
        return {status: count for status, count in counts.items() if count.possibly}

    def _filled(self, column: str, models: Collection[str] | None) -> list[Cell]:
        """The cells that a column has, in some reading."""
        _known(column, self.columns)
        cells = (self.cells.get((model.id, column)) for model in self.models if models is None or model.id in models)
        return [cell for cell in cells if cell is not None and "yes" in cell.possible]

    def to_frame(self, lang: Lang | None = None) -> pd.DataFrame:
        """One row for each model and column (needs pandas): model, column, described, said, sure, status, nodes, at.

        ``described`` says whether there is a cell; ``said`` is ``yes``, ``no`` or None as coded; ``nodes`` and ``at`` hold tuples.
        ``model_label``, ``column_label`` and ``status_label`` say what these are called. Models and columns stand in the order of the
        table, statuses in that in which they come about: all are ordered categoricals, so that a table that is pivoted keeps it.
        """
        lang = chosen(lang)
        keys = ("said", "sure", "status", "nodes", "at")
        rows: list[tuple[object, ...]] = []
        models = by_template(self.models)
        for model in models:
            for column in self.columns:
                cell = self.cells.get((model.id, column))
                values = [getattr(cell, key) for key in keys] if cell else [None, True, None, (), ()]
                rows.append((model.id, column, cell is not None, *values))
        labels: dict[str, Mapping[str, str]] = {
            "model": names_of(models),
            "column": {name: column.label.in_(lang) for name, column in self.comparison.columns.items()},
            "status": {status: word_or(f"status.{status}", status, lang) for status in PROGRESS},
        }
        ordered = {"model": [model.id for model in models], "column": self.columns, "status": PROGRESS}
        return tidy(rows, ("model", "column", "described", *keys), labels=labels, ordered=ordered)

    def report(self, *, explain: bool = False) -> MatrixReport:
        """What it has to say.

        Args:
            explain: whether what each cell rests on is told too, and where.

        >>> from virkningskjede.analysis.compare import load_comparison
        >>> from virkningskjede.project import corpus, load
        >>> pilots = load(corpus() / "pilots")
        >>> matrix = compare(pilots["ha"], load_comparison("tiltak", pilots.project), pilots.project)
        >>> print(matrix.report(explain=True).to_markdown(lang="en").splitlines()[4])
        | Co-location | planned<br>2.2.1:7 | 1 |
        """
        from virkningskjede.analysis.compare.report import MatrixReport  # the contract's exception: a result is read where it stands

        return MatrixReport(self, explain)


def _known(name: str, known: Collection[str]) -> None:
    if name not in known:
        raise UsageError(f"there is no {name!r}; there are: {', '.join(known)}")


def compare(models: Models, comparison: Comparison, project: Project = ALONE) -> Matrix:
    """Hold models side by side under the columns of a comparison.

    A term fills the columns that count it or a broader one. Of several entries in one cell the furthest status is told; what was
    dropped makes no cell. Silence is never a no: a model without a cell does not describe it.

    Args:
        models: one model, several, or a portfolio.
        comparison: the columns; see `load_comparison`.
        project: the vocabulary, which says what is broader, and the templates that models follow.

    Raises:
        UsageError: two models have the same id.

    >>> from virkningskjede.analysis.compare import load_comparison
    >>> from virkningskjede.project import corpus, load
    >>> pilots = load(corpus() / "pilots")
    >>> matrix = compare(pilots, load_comparison("tiltak", pilots.project), pilots.project)
    >>> matrix.cell("ha", "samlokalisering").status, matrix.cell("ha", "samlokalisering").at
    ('planned', ('statusrapport#2.2.1:7',))
    """
    several = models_of(models)
    cells: dict[tuple[str, str], Cell] = {}
    for model in several:
        context = QueryContext.of(model, project)
        for name, column in comparison.columns.items():
            cell = cell_of(column, comparison, context)
            if cell is not None:
                cells[model.id, name] = cell
    return Matrix(comparison, several, FrozenMap(cells), project)
