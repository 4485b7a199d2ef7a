"""Listings as CSV (RFC 4180), which is data: UTF-8, divided by commas, numbers with a point, days as 2024-10-29."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from virkningskjede.i18n import Lang, visible
from virkningskjede.report.document import Readable, Table, Value

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What begins a formula in some spreadsheet; the wide signs too."""


def write(report: Readable, lang: Lang) -> str:
    """What a report says, as the whole of a file."""
    return comma_separated(report.listing(lang))


def comma_separated(table: Table) -> str:
    """A listing as CSV: headers, then a line for each row. A text that would act as a formula is quoted with an apostrophe.

    >>> comma_separated(Table(("a", "b", "c"), (("-0,5", "=2", "-1"),), values={(0, 0): -0.5}))
    "a,b,c\\r\\n-0.5,'=2,'-1\\r\\n"
    """
    out = io.StringIO()
    writer = csv.writer(out)
    for number, row in enumerate((table.headers, *table.rows), -1):
        writer.writerow([_cell(content, table.values.get((number, place))) for place, content in enumerate(row)])
    return out.getvalue()


def _cell(content: str, value: Value | None) -> str:
    if value is not None:
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    text = visible(content)
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text  # an apostrophe of its own stays when one is taken off
