"""What is said of tables: diagnostics that name the file, the sheet and the cell."""

from __future__ import annotations

from dataclasses import replace

from virkningskjede.diagnostics import Diagnostic, Place, diagnostic
from virkningskjede.i18n import Word
from virkningskjede.tables.sheet import Sheet


class Unreadable(Exception):
    """A file is no table that can be read. ``reason`` is the last part of a word of the catalogue, such as ``table.unreadable.damaged``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def problem(code: str, sheet: Sheet, row: int | None = None, column: int | None = None, /, **params: object) -> Diagnostic:
    """A diagnostic about a table, a row or a cell, counted from 0.

    >>> from virkningskjede.diagnostics import line
    >>> line(problem("VK039", Sheet("t.csv", ((),)), what="Farge"), "en")
    't.csv: note VK039 Not read: Farge'
    """
    # The place puts messages in order; what people read is the cell.
    at = None if row is None else Place(row + 1, (column or 0) + 1, row + 1, (column or 0) + 2)
    return replace(diagnostic(code, (), on="value", related=(), **params), place=at, cell=sheet.place(row, column))


def unreadable(file: str, reason: str) -> Diagnostic:
    """That a file is no table that can be read, and what to do."""
    about = diagnostic("VK031", reason=Word(f"table.unreadable.{reason}"))
    return replace(about, advice=Word(f"table.unreadable.{reason}.tip"), cell=Sheet(file, ()).place())
