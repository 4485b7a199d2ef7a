"""Tables in files of Excel and Word. What is in them is hostile: they are measured before they are unpacked, and nothing in them is run or
fetched.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import ModuleType
from typing import Any

from virkningskjede.report.office import required
from virkningskjede.tables.problems import Unreadable
from virkningskjede.tables.sheet import MOST_COLUMNS, MOST_MERGED, Cell, Sheet, column_of

MOST_UNPACKED = 128 * 1024 * 1024
"""What a file may hold when it is unpacked, in bytes, by what it says itself; more than it says is never unpacked."""

MOST_PARTS = 5_000
"""So many files can be packed in one."""

MOST_ROWS = 100_000


def needed(name: str) -> ModuleType:
    """A library that files are read with; see `virkningskjede.report.office.required`."""
    return required(name, "table.needs_extra")


def unpacked(data: bytes) -> zipfile.ZipFile:
    """A file that is packed, when it is no larger than it may be, and no part of it defines words of its own.

    Raises:
        Unreadable: it cannot be unpacked, is too large, or has a part with definitions in it, which no program for tables writes.
    """
    defused = needed("defusedxml.ElementTree")
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
        parts = packed.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Unreadable("too_large")
        for part in parts:
            with packed.open(part) as stream:
                if not part.is_dir() and stream.read(64).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] == b"<":
                    stream.seek(0)
                    next(
                        iter(defused.iterparse(stream, forbid_dtd=True, events=("start",))), None
                    )  # definitions stand before what is first
    except Unreadable:
        raise
    except Exception as problem:
        raise Unreadable("defines" if type(problem).__module__.startswith("defusedxml") else "damaged") from None
    return packed


def workbook(data: bytes, file: str) -> tuple[Sheet, ...]:
    """The sheets of an Excel file that have anything in them, with the values that Excel worked out last.

    Raises:
        Unreadable: it cannot be read, or is too large.
        UsageError: the library is not installed.
    """
    openpyxl = needed("openpyxl")
    packed = unpacked(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = tuple(_of_excel(sheet, packed, file) for sheet in book.worksheets)
        if any(b"<f" in packed.read(part) for part in packed.infolist() if part.filename.startswith("xl/worksheets/sheet")):
            formulas = _formulas(openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False))
            sheets = tuple(replace(sheet, blank=_blank(sheet, formulas.get(sheet.name, {}))) for sheet in sheets)
    except (Unreadable, MemoryError):
        raise
    except Exception:
        raise Unreadable("damaged") from None
    finally:
        packed.close()
    return sheets


def _of_excel(sheet: Any, packed: zipfile.ZipFile, file: str) -> Sheet:
    # The part of a sheet has no public name where it is read row by row; what is hidden and merged is not said of it then.
    xml = packed.read(sheet._worksheet_path)
    rows, merged, concealed = tuple(_rows(sheet)), _merged(xml), sheet.sheet_state != "visible"
    return Sheet(file, rows, sheet.title, hidden=_hidden(xml), hidden_columns=_hidden_columns(xml), concealed=concealed, merged=merged)


def _rows(sheet: Any) -> Iterator[tuple[str, ...]]:
    sheet.reset_dimensions()  # what a file says of its own size is not to be trusted
    blank = read = 0
    for row in sheet.iter_rows():
        cells = [_cell(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise Unreadable("too_large")
        if not cells:
            blank += 1
            continue
        read += blank + 1
        if read > MOST_ROWS:
            raise Unreadable("too_large")
        yield from ((),) * blank
        blank = 0
        yield tuple(cells)


_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')


def _merged(xml: bytes) -> dict[Cell, Cell]:
    """The cells that are a part of another."""
    cells: dict[Cell, Cell] = {}
    for merge in _MERGED.finditer(xml):
        left, right = (column_of(name.decode()) for name in merge.group(1, 3))
        top, bottom = (int(number) - 1 for number in merge.group(2, 4))
        if (bottom - top + 1) * (right - left + 1) + len(cells) > MOST_MERGED:
            raise Unreadable("too_large")
        cells |= {(r, c): (top, left) for r in range(top, bottom + 1) for c in range(left, right + 1) if (r, c) != (top, left)}
    return cells


_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_ROW = re.compile(rb"<(?:\w+:)?row\s([^>]*)>")
_COLUMNS = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_YES = (b"1", b"true")


def _hidden(xml: bytes) -> frozenset[int]:
    """The rows that are hidden, by hand or by a filter."""
    of_rows = (dict(_ATTRIBUTE.findall(row[1])) for row in _ROW.finditer(xml))
    return frozenset(int(row[b"r"]) - 1 for row in of_rows if row.get(b"hidden") in _YES and row.get(b"r", b"").isdigit())


def _hidden_columns(xml: bytes) -> frozenset[int]:
    """The columns that are hidden, as far as a table can reach."""
    columns: set[int] = set()
    for span in (dict(_ATTRIBUTE.findall(column[1])) for column in _COLUMNS.finditer(xml)):
        first, last = span.get(b"min", b""), span.get(b"max", b"")
        if span.get(b"hidden") in _YES and first.isdigit() and last.isdigit():
            columns.update(range(int(first) - 1, min(int(last), MOST_COLUMNS)))
    return frozenset(columns)


def _cell(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return str(value.date()) if value.time() == datetime.time() else str(value)
    if isinstance(value, int | float):
        text = _number(value)
        if "%" in str(getattr(cell, "number_format", "")):
            return f"{_number(round(value * 100, 10))} %"
        return text
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").strip()


def _number(value: float) -> str:
    """A number without the decimals that a computer adds: in Excel 0.1 + 0.2 is 0.3. Three decimals are never taken for a thousand."""
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    text = f"{value:.15g}"
    whole, _, decimals = text.partition(".")
    return f"{text}0" if len(decimals) == 3 and len(whole.lstrip("-")) <= 3 else text


def _formulas(book: Any) -> dict[str, dict[Cell, str]]:
    """The formulas of each sheet."""
    formulas: dict[str, dict[Cell, str]] = {}
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        of_sheet = formulas.setdefault(sheet.title, {})
        for row, values in enumerate(sheet.iter_rows()):
            of_sheet |= {(row, n): str(cell.value) for n, cell in enumerate(values) if getattr(cell, "data_type", "") == "f"}
    return formulas


def _blank(sheet: Sheet, formulas: Mapping[Cell, str]) -> dict[Cell, str]:
    """The formulas that nobody has worked out: a program that is no spreadsheet wrote them."""
    return {cell: formula for cell, formula in formulas.items() if cell[0] < len(sheet.rows) and not sheet.text(*cell)}


def document(data: bytes, file: str) -> tuple[Sheet, ...]:
    """The tables of a Word file, numbered from 1, also those inside the cells of others. A cell that is merged with the one above or before
    it is empty.

    Raises:
        Unreadable: it cannot be read, or is too large.
        UsageError: the library is not installed.
    """
    docx = needed("docx")
    unpacked(data).close()
    try:
        written = docx.Document(io.BytesIO(data))
        tables = [needed("docx.table").Table(table, written) for table in _tables(written.element.body)]
        return tuple(_of_word(table, file, str(number)) for number, table in enumerate(tables, 1))
    except Unreadable:
        raise
    except Exception:
        raise Unreadable("damaged") from None


def _tables(element: Any) -> Iterator[Any]:
    """Every table, in the order in which they begin: one in a cell of another, in a box or in a control is a table too. What a program
    writes a second time, for older ones, is passed over.
    """
    for child in element:
        if child.tag == f"{_W}tbl":
            yield child
        if child.tag not in (f"{_W}del", _FALLBACK):
            yield from _tables(child)


def _of_word(table: Any, file: str, name: str) -> Sheet:
    first: dict[Any, Cell] = {}
    merged: dict[Cell, Cell] = {}
    listed = _listed(table.part.document.styles)
    rows = []
    for number, row in enumerate(table.rows):
        if number > MOST_ROWS:
            raise Unreadable("too_large")
        cells = [""] * row.grid_cols_before
        for cell in row.cells:
            owner = first.setdefault(cell._tc, (number, len(cells)))
            if owner != (number, len(cells)):
                merged[number, len(cells)] = owner
            gone = owner != (number, len(cells)) or row._tr.find(f"{_W}trPr/{_W}del") is not None
            cells.append("" if gone else _text(cell, listed))
        rows.append(tuple(cells))
    return Sheet(file, tuple(rows), name, "table", merged=merged)


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({*(f"{_W}{name}" for name in ("del", "moveFrom", "tbl", "drawing", "pict", "object", "pPr", "rPr", "sdtPr"))})
"""What no text of a cell stands in: what is deleted, a table in the cell, pictures, and how the text looks."""

_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def _listed(styles: Any) -> frozenset[str]:
    """The styles of paragraphs that are lists, by their own numbering or by that of the style they are based on."""
    return frozenset(style.style_id for style in styles if style.type == 1 and any(_numbered(one.element) for one in _based_on(style)))


def _based_on(style: Any) -> Iterator[Any]:
    seen: set[str] = set()
    while style is not None and style.style_id not in seen:
        seen.add(style.style_id)
        yield style
        style = style.base_style


def _numbered(element: Any) -> bool:
    """Whether a paragraph or a style has numbering; the number 0 takes it away."""
    number = element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    return number is not None and number.get(f"{_W}val") != "0"


def _text(cell: Any, listed: frozenset[str]) -> str:
    """The text of a cell as it is when all changes in it are accepted, a paragraph a line; the parts of a list begin with a bullet."""
    paragraphs = []
    for paragraph in _within(cell._tc, f"{_W}p"):
        text = "".join(_written(paragraph)).strip()
        style, own = paragraph.find(f"{_W}pPr/{_W}pStyle"), paragraph.find(f"{_W}pPr/{_W}numPr")
        in_list = _numbered(paragraph) if own is not None else style is not None and style.get(f"{_W}val") in listed
        paragraphs.append((in_list and bool(text), text))
    # A list of one part is no list; it may be a cell with a style for its bullet.
    several = sum(in_list for in_list, _ in paragraphs) > 1
    return "\n".join(f"• {text}" if several and in_list else text for in_list, text in paragraphs).strip()


def _within(element: Any, tag: str) -> Iterator[Any]:
    """The elements of a kind in another one, in whatever controls and changes they stand, but for those that are gone."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _GONE:
            yield from _within(child, tag)


def _written(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _GONE:
            yield from _written(child)
