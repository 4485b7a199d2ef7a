"""Results as workbooks for Excel: the tables as they are read, every row by itself, and a sheet that explains them."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from decimal import Decimal
from fractions import Fraction
from typing import Any

from virkningskjede.i18n import Lang, rounded, word
from virkningskjede.report import office, paper
from virkningskjede.report.document import Block, Document, Notes, Paragraph, Readable, Table, Value
from virkningskjede.report.write_csv import FORMULA

LONGEST_NAME = 31
"""Letters that the name of a sheet may have."""

LONGEST_CELL = 32_767
"""Letters that a cell may hold."""

NARROWEST, WIDEST = 6, 48
"""How wide a column may be, in letters."""

WIDTH_OF_A_PAGE = 220
"""So many letters stand beside each other on an A4 page that lies, in the smallest print that is still read."""

EXPLANATION = 110
"""How wide the text is that explains a workbook, in letters."""

EXACT = 2**53
"""Excel holds no greater whole number exactly; it stands as text."""

POINTS_A_LINE, HIGHEST = 13, 400
"""How high a line of a row is, and how high a row may be, in points."""

DECIMALS = 4
"""Decimals that a number is shown with at most; the cell holds all of it."""

_NO_NAME = re.compile(r"[\[\]:*?/\\]")


def write(report: Readable, lang: Lang) -> bytes:
    """What a report says, as the whole of a file."""
    return excel_file(report.document(lang), report.listing(lang))


def excel_file(document: Document, listing: Table) -> bytes:
    """A document and its rows as a file for Excel (.xlsx); the same give the same bytes.

    Args:
        document: its tables stand on a sheet each, with the colours of their cells; those inside a passage do not.
        listing: every row by itself.
    """
    workbook = workbook_of(document, listing)
    out = io.BytesIO()
    workbook.save(out)
    return office.timeless(out.getvalue())


def workbook_of(document: Document, listing: Table) -> Any:
    """A document and its rows as a workbook of openpyxl, for those who want to add to it."""
    workbook = office.required("openpyxl").Workbook()
    workbook.remove(workbook.active)
    lang = document.lang
    names, looks = _SheetNames(), _Looks()
    sheets = [(names.of(table.title or table.subject or document.title), table) for table in document.tables()]
    sheets.append((names.of(word("office.rows", lang)), listing))
    for name, table in sheets:
        _fill(workbook.create_sheet(name), table, looks)
    explained = names.of(word("office.explanation", lang))
    _fill_explanation(workbook.create_sheet(explained), document, [name for name, _ in sheets])
    about = workbook.properties
    about.title, about.creator = office.text(" ".join(document.title.split()))[:255], ""
    return workbook


class _SheetNames:
    """The names of sheets in one workbook: short enough, without signs that are not allowed, and all different."""

    def __init__(self) -> None:
        self.taken = {"history"}  # which Excel keeps for itself

    def of(self, title: str) -> str:
        """The name of a sheet with this title."""
        cleaned = _NO_NAME.sub(" ", office.text(" ".join(title.split())))
        start = " ".join(cleaned.split()).strip("'") or "1"
        for number in range(1, len(self.taken) + 2):
            tail = f" ({number})" if number > 1 else ""
            name = f"{_shortened(start, LONGEST_NAME - len(tail))}{tail}"
            if name.casefold() not in self.taken:
                break
        self.taken.add(name.casefold())
        return name


def _shortened(text: str, length: int) -> str:
    """A text that ends in dots where it is too long, counted as Excel counts."""
    if _units(text) <= length:
        return text
    kept = text.encode("utf-16-le")[: 2 * (length - 1)].decode("utf-16-le", "ignore")  # never half a sign
    return f"{kept.rstrip()}…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class _Looks:
    """The looks of cells, each worked out once for a workbook: a program has many cells and few looks."""

    def __init__(self) -> None:
        self._made: dict[tuple[bool, str | None, bool, str], Any] = {}

    def on(self, cell: Any, *, header: bool, fill: str | None, wrapped: bool, number_format: str) -> None:
        """Give a cell its looks."""
        key = header, fill, wrapped, number_format
        if key in self._made:
            cell._style = copy(self._made[key])
            return
        styles = office.required("openpyxl.styles")
        line = styles.Side(style="thin", color="D0D0D0")
        cell.font = styles.Font(name=paper.FONT, size=paper.BODY, bold=header)
        cell.alignment = styles.Alignment(wrap_text=wrapped, vertical="top")
        cell.border = styles.Border(left=line, right=line, top=line, bottom=line)
        cell.number_format = number_format
        if fill:
            cell.fill = styles.PatternFill("solid", fgColor=fill[1:].upper())
        self._made[key] = copy(cell._style)


def _fill(sheet: Any, table: Table, looks: _Looks) -> None:
    """A table with its headers in the first row, which stays in sight, and a filter above each column."""
    letter = office.required("openpyxl.utils").get_column_letter
    decimals = _decimals(table)
    for number, row in enumerate((table.headers, *table.rows), -1):
        for place, content in enumerate(row):
            cell = sheet.cell(number + 2, place + 1)
            value = table.values.get((number, place))
            if isinstance(value, int) and abs(value) > EXACT:
                value = None
            fill = paper.HEADER if number < 0 else paper.fill_of(table.kinds.get((number, place), ""))
            number_format = "General" if value is None else _number_format(value, decimals.get(place, 0))
            looks.on(cell, header=number < 0, fill=fill, wrapped=value is None, number_format=number_format)
            if value is None:
                _write_text(cell, content)
            else:
                cell.value = value
                cell.number_format = number_format  # a day is given a format of its own with its value
    widths = [
        min(max(max(len(line) for cell in column for line in cell.split("\n")) + 2, NARROWEST), WIDEST)
        for column in zip(table.headers, *table.rows, strict=True)
    ]
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[letter(place)].width = width
    for number, row in enumerate((table.headers, *table.rows), 1):
        _heighten(sheet, number, max(_lines(content, width) for content, width in zip(row, widths, strict=True)))
    last = f"{letter(max(1, len(table.headers)))}{len(table.rows) + 1}"
    sheet.freeze_panes = "B2" if table.kinds or table.codes else "A2"
    sheet.auto_filter.ref = f"A1:{last}"
    _for_print(sheet, sum(widths))
    sheet.print_title_rows = "1:1"
    if sheet.page_setup.fitToWidth > 1:
        sheet.print_title_cols = "A:A"


def _heighten(sheet: Any, row: int, lines: int) -> None:
    """Make room for so many lines; not every program does so by itself."""
    if lines > 1:
        sheet.row_dimensions[row].height = min(lines * POINTS_A_LINE, HIGHEST)


def _lines(content: str, width: int) -> int:
    """How many lines a text takes in a column that is so wide, about."""
    return sum(max(1, -(-len(line) // max(1, width - 1))) for line in content.split("\n"))


def _for_print(sheet: Any, width: int = 0) -> None:
    """A4 that lies, as wide as the sheet, or as a part of it where that would be too small to read, and as long as it must be."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = max(1, -(-width // WIDTH_OF_A_PAGE)), 0
    sheet.sheet_properties.pageSetUpPr = office.required("openpyxl.worksheet.properties").PageSetupProperties(fitToPage=True)


def _write_text(cell: Any, content: str) -> None:
    """Text that stays text: what would be a formula says what it says."""
    text = _shortened(office.text(content), LONGEST_CELL)
    cell.value = text or None
    if text:
        cell.data_type = "s"
        if text.startswith(FORMULA):
            cell.quotePrefix = True


def _decimals(table: Table) -> dict[int, int]:
    """How many decimals the numbers of each column are shown with."""
    most: dict[int, int] = {}
    for (_, place), value in table.values.items():
        if isinstance(value, float | Decimal):
            digits = str(rounded(Fraction(value), DECIMALS)).rstrip("0").partition(".")[2]
            most[place] = max(most.get(place, 0), len(digits))
    return most


def _number_format(value: Value, decimals: int) -> str:
    if isinstance(value, datetime.date):
        return "yyyy-mm-dd"
    return f"0.{'0' * decimals}" if decimals else "0"


def _fill_explanation(sheet: Any, document: Document, names: Sequence[str]) -> None:
    """What the workbook holds, and what must be known to read it rightly."""
    styles = office.required("openpyxl.styles")
    lang = document.lang
    lines = [
        (document.title, paper.BODY + 4, True),
        *((line, paper.BODY, False) for line in _running(document.blocks)),
        (word("office.sheets", lang), paper.BODY + 1, True),
    ]
    *tables, rows = names
    for name, table in zip(tables, document.tables(), strict=True):
        lines += [(name, paper.BODY, True), *((note, paper.BODY, False) for note in table.notes)]
    lines += [(rows, paper.BODY, True), (word("office.rows.note", lang), paper.BODY, False)]
    for number, (text, size, bold) in enumerate(lines, 1):
        cell = sheet.cell(number, 1)
        _write_text(cell, text)
        cell.font, cell.alignment = styles.Font(name=paper.FONT, size=size, bold=bold), styles.Alignment(wrap_text=True, vertical="top")
        _heighten(sheet, number, _lines(text, EXPLANATION))
    sheet.column_dimensions["A"].width = EXPLANATION
    _for_print(sheet)


def _running(blocks: Iterable[Block]) -> Iterator[str]:
    """The paragraphs and notes that stand outside tables and passages."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield ": ".join(filter(None, (block.label, block.text)))
        elif isinstance(block, Notes):
            yield from block.lines
