"""A table as cells of text, whatever it stood in, and where each cell is for the one who looks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Literal

from virkningskjede.diagnostics import shorten
from virkningskjede.i18n import Word

Kind = Literal["cells", "table", "frame", "graph"]
"""What names a cell: a letter and a number, a row and a column, the heading of its column, or what is in the first cell of its row."""

MOST_COLUMNS = 500
"""A table has no more columns than this."""

MOST_MERGED = 200_000
"""So many cells of a table can be parts of merged ones."""

Rows = tuple[tuple[str, ...], ...]

Cell = tuple[int, int]
"""A row and a column, counted from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table.

    Attributes:
        file: the name of the file, as it was given; empty for what never was in one.
        rows: the text of the cells, row by row; a row may be short. A cell that is only a part of a merged one is empty.
        name: the name of the sheet, or the number of the table in its file; empty where the file is one table.
        kind: what names a cell.
        first: the number of the first row, for the one who looks for it.
        blank: the cells with formulas that have no value, with the formulas.
        hidden: the rows that are hidden, counted from 0.
        hidden_columns: the columns that are hidden.
        concealed: whether the whole sheet is hidden.
        merged: the cells that are only a part of a merged one, with the cell whose text it has.
        same: the cells that stood for the one above them, and have its text here.
        passed: the cells beside headings that stand again further down, which say nothing that is read.
        sideways: whether its rows are columns in the file, and its columns rows.
    """

    file: str
    rows: Rows
    name: str = ""
    kind: Kind = "cells"
    first: int = 1
    blank: Mapping[Cell, str] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    concealed: bool = False
    merged: Mapping[Cell, Cell] = field(default_factory=dict)
    same: tuple[Cell, ...] = ()
    passed: Mapping[Cell, str] = field(default_factory=dict)
    sideways: bool = False

    def text(self, row: int, column: int) -> str:
        """What stands in a cell; empty where the table ends before it."""
        return self.rows[row][column] if 0 <= row < len(self.rows) and column < len(self.rows[row]) else ""

    def on_its_side(self) -> Sheet:
        """The same table with its rows as columns. Its cells are still called what they are called in the file.

        >>> turned = Sheet("t.xlsx", (("Nivå", "Formål"), ("Tekst", "Lese"))).on_its_side()
        >>> turned.rows, turned.place(0, 1).in_("nb")
        ((('Nivå', 'Tekst'), ('Formål', 'Lese')), 't.xlsx, celle A2')
        """
        width = max(map(len, self.rows), default=0)
        padded = [(*row, *[""] * (width - len(row))) for row in self.rows]
        return replace(
            self,
            rows=tuple(zip(*padded, strict=True)),
            blank={cell[::-1]: formula for cell, formula in self.blank.items()},
            hidden=self.hidden_columns,
            hidden_columns=self.hidden,
            merged={cell[::-1]: owner[::-1] for cell, owner in self.merged.items()},
            same=tuple(cell[::-1] for cell in self.same),
            sideways=not self.sideways,
        )

    def spot(self, row: int, column: int) -> str:
        """A cell in few words: what a spreadsheet calls it, or its row and column in a table."""
        row, column = (column, row) if self.sideways else (row, column)
        number = row + self.first
        return {"cells": f"{letters(column)}{number}", "table": f"{number}:{column + 1}"}.get(self.kind, str(number))

    def place(self, row: int | None = None, column: int | None = None) -> Word:
        """Where a cell, a row or the whole of the table is, in words. Rows and columns are counted from 0.

        >>> sheet = Sheet("t.xlsx", (("Steg", "Tekst"), ("Aktivitet", "Kurs")), "Ark1")
        >>> sheet.place(1, 1).in_("nb"), sheet.place().in_("en")
        ('t.xlsx, ark «Ark1», celle B2', 't.xlsx, sheet “Ark1”')
        """
        at = self._at(row, column)
        where = [Word("table.file", (("file", shorten(self.file, 400)),))] if self.file else []
        where += [Word("table.table" if self.kind == "table" else "table.sheet", (("name", shorten(self.name)),))] if self.name else []
        where += [at] if at is not None else []
        joined = where[0] if where else Word("table.whole")
        for part in where[1:]:
            joined = Word("table.within", (("outer", joined), ("inner", part)))
        return joined

    def _at(self, row: int | None, column: int | None) -> Word | None:
        if row is None:
            return None
        heading = self.text(row, 0) if self.sideways else self.text(0, column or 0)
        if self.sideways and column is not None:
            row, column = column, row
        number = str(row + self.first)
        if self.kind == "graph":
            name = self.rows[row][0] if self.rows[row] else ""
            return Word("table.node", (("name", shorten(name)),))
        if column is None:
            return Word("table.row", (("row", number),))
        if self.kind == "frame":
            return Word("table.row.heading", (("row", number), ("heading", shorten(heading))))
        if self.kind == "table":
            return Word("table.row.column", (("row", number), ("column", str(column + 1))))
        return Word("table.cell", (("cell", f"{letters(column)}{number}"),))


def letters(column: int) -> str:
    """What a spreadsheet calls a column, counted from 0.

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    name = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        name = chr(ord("A") + letter) + name
        column -= 1
    return name


def column_of(name: str) -> int:
    """Which column, counted from 0, a spreadsheet calls so.

    >>> column_of("A"), column_of("AAA")
    (0, 702)
    """
    return reduce(lambda number, letter: number * 26 + ord(letter) - ord("A") + 1, name, 0) - 1
