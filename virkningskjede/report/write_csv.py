"""Listings as CSV (RFC 4180), for spreadsheets and programs."""

from __future__ import annotations

import csv
import io

from virkningskjede.i18n import Lang, visible
from virkningskjede.report.document import Readable, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What begins a formula in some spreadsheet; the wide signs too."""


def write(report: Readable, lang: Lang) -> str:
    """What a report says, as the whole of a file."""
    return comma_separated(report.listing(lang))


def comma_separated(table: Table) -> str:
    """A listing as CSV: headers, then a line for each row. A cell that would act as a formula is quoted with an apostrophe.

    >>> comma_separated(Table(("a", "b"), (("1", "=2"),)))
    "a,b\\r\\n1,'=2\\r\\n"
    """
    out = io.StringIO()
    writer = csv.writer(out)
    for row in (table.headers, *table.rows):
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in map(visible, row)])
    return out.getvalue()
