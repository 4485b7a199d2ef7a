"""Cells that say what another cell says: those that stand for the one above them, and formulas that are nothing but a reference."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from virkningskjede.tables.lexicon import SAME_AS_ABOVE
from virkningskjede.tables.sheet import Cell, Sheet, column_of

_MARK = re.compile(r"[-–—\s]*(?:[\"”“″〃«»„]|''|´´|,,){1,2}[-–—\s]*")
_WORDS = frozenset(word for words in SAME_AS_ABOVE for word in words.split(", "))
_REFERENCE = re.compile(r"=\+?(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<sheet>\w+))!)?\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d{1,7})")
LONGEST_CHAIN = 50
"""So many references are followed, from one to the next."""


def says_above(text: str) -> bool:
    """Whether a cell says no more than that it is as the one above.

    >>> [says_above(text) for text in ('"', "-”-", "Ditto", "som over.", "As above: Test", "-")]
    [True, True, True, True, False, False]
    """
    return _MARK.fullmatch(text) is not None or " ".join(text.split()).casefold().rstrip(".") in _WORDS


def filled(sheet: Sheet) -> Sheet:
    """A table in which each cell that stands for the one above it says what that says.

    >>> filled(Sheet("t.csv", (("Trinn", "Tekst"), ("Aktivitet", "Kurs"), ("″", "Bok")))).rows[2]
    ('Aktivitet', 'Bok')
    """
    above: dict[int, str] = {}
    same: list[Cell] = []
    rows = []
    for number, row in enumerate(sheet.rows):
        cells = list(row)
        for column, text in enumerate(row):
            if text and above.get(column) and says_above(text):
                cells[column] = above[column]
                same.append((number, column))
            elif text:
                above[column] = text
        rows.append(tuple(cells))
    return replace(sheet, rows=tuple(rows), same=tuple(same)) if same else sheet


def followed(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Tables in which formulas without a value have that of the cell they refer to, where they are nothing but such a reference.

    >>> followed([Sheet("t.xlsx", (("A",), ("Kurs",), ("",)), "Ark1", blank={(2, 0): "=$A$2"})])[0].rows[2]
    ('Kurs',)
    """
    if not any(sheet.blank for sheet in sheets):
        return tuple(sheets)
    by_name = {sheet.name.casefold(): sheet for sheet in sheets}
    return tuple(_with_values(sheet, by_name) for sheet in sheets)


def _with_values(sheet: Sheet, by_name: Mapping[str, Sheet]) -> Sheet:
    values = {cell: text for cell in sheet.blank if (text := _value(sheet, cell, by_name))}
    if not values:
        return sheet
    rows = [list(row) for row in sheet.rows]
    for (row, column), text in values.items():
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = text
    blank = {cell: formula for cell, formula in sheet.blank.items() if cell not in values}
    return replace(sheet, rows=tuple(map(tuple, rows)), blank=blank)


def _value(sheet: Sheet, cell: Cell, by_name: Mapping[str, Sheet]) -> str:
    for _ in range(LONGEST_CHAIN):
        reference = _REFERENCE.fullmatch(sheet.blank.get(cell, ""))
        if reference is None:
            return sheet.text(*cell) if cell not in sheet.blank else ""
        name = (reference["quoted"] or "").replace("''", "'") or reference["sheet"]
        other = by_name.get(name.casefold()) if name else sheet
        if other is None:
            return ""
        sheet, cell = other, (int(reference["row"]) - other.first, column_of(reference["column"]))
    return ""
