"""Text with one row a line, divided by semicolon, comma, tab or stroke: csv, and what is pasted from Word."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from virkningskjede.report.write_csv import FORMULA
from virkningskjede.tables.sheet import Rows, Sheet
from virkningskjede.yamlfile.encodings import probable_codec

DIVIDERS = (";", "\t", ",", "|")
"""What can divide the cells; the first where several do equally well."""

SAMPLE = 64 * 1024
"""So much of a text is looked at to see what divides it."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
LONGEST_CELL = 1_000_000


def text_of(data: bytes) -> str:
    """Bytes as text: by the mark they begin with; else UTF-8, if they are; else what they were probably saved in.

    >>> text_of("blåbær".encode("utf-16")), text_of("blåbær".encode("cp1252")), text_of("blå".encode("utf-16-le"))
    ('blåbær', 'blåbær', 'blå')
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    zeros = data[:2000].count(0)
    if zeros and zeros * 3 > len(data[:2000]):
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(probable_codec(data), "replace")


def delimited(text: str, file: str) -> Sheet:
    """The table in a text. Rows are numbered as a spreadsheet numbers them: a cell of several lines is one row.

    >>> delimited("sep=,\\na,b\\n1,\\"x\\n y\\"", "t.csv").rows
    (('a', 'b'), ('1', 'x\\n y'))
    """
    divider, body = None, text.replace("\0", "")
    first, _, rest = body.partition("\n")
    if first.strip().casefold().startswith("sep=") and first.strip()[4:]:
        divider, body = first.strip()[4], rest
    elif first.strip().casefold() == "sep=":  # a tab, which stripping took
        divider, body = "\t", rest
    written = _rows(body, divider or _divider(body))
    # A formula that was saved as such has no value; what a spreadsheet is only kept from taking for one, begins with an apostrophe.
    blank = {(number, column): cell for number, row in enumerate(written) for column, cell in enumerate(row) if _is_formula(cell)}
    rows = tuple(tuple("" if (n, c) in blank else _cell(cell) for c, cell in enumerate(row)) for n, row in enumerate(written))
    return Sheet(file, rows, blank=blank)


def _rows(text: str, divider: str) -> Rows:
    """The rows, quoted where every quotation mark that begins a cell ends one; else as they stand, a row a line."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        return _parsed(text, divider)
    except csv.Error:
        return tuple(tuple(cell.strip() for cell in line.split(divider)) for line in text.splitlines())


_FORMULA = re.compile(r"=\+?(?:(?:'[^']+'|\w+)!)?\$?[A-Z]{1,3}\$?\d{1,7}|=[A-ZÆØÅ][A-ZÆØÅ.]*\(.*\)", re.DOTALL)


def _is_formula(cell: str) -> bool:
    return cell[:1] == "=" and _FORMULA.fullmatch(cell) is not None


def _parsed(text: str, divider: str) -> Rows:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=divider, strict=True)
    return tuple(tuple(cell.strip() for cell in row) for row in reader)


def _cell(text: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return text[1:] if text[:1] == "'" and text.lstrip("'").startswith(FORMULA) else text


def _divider(text: str) -> str:
    """What divides the cells: that by which most rows have the same number of them."""
    sample = text[:SAMPLE]

    def evenness(divider: str) -> tuple[float, int]:
        # The rows of a title and a note have fewer cells than those of the table, and a text may have a comma in it.
        try:
            rows = _parsed(sample, divider)
        except csv.Error:
            rows = tuple(tuple(line.split(divider)) for line in sample.splitlines())
        sizes = Counter(len(row) for row in rows if any(row))
        size, rows_of_that_size = max(sizes.items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(1, 0))
        return (rows_of_that_size / max(1, sizes.total()) if size > 1 else 0.0, size)

    return max(DIVIDERS, key=evenness)
