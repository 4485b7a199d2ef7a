"""What a file of any format says, as text: tests that walk the formats ask the same of all of them."""

from __future__ import annotations

import io
from collections.abc import Iterator

from virkningskjede.i18n import Lang
from virkningskjede.report.document import Readable
from virkningskjede.report.formats import FORMATS

TEXTS = tuple(name for name, form in FORMATS.items() if not form.binary)
"""The formats that are text."""


def written(form: str, report: Readable, lang: Lang) -> str:
    """What a report says in a format: its text, or the text in its file."""
    return as_text(form, FORMATS[form].write(report, lang))


def as_text(form: str, data: str | bytes) -> str:
    """The text of a file: as it is; of Word a line for each paragraph and row, of Excel for each row, with tabs between the cells."""
    if isinstance(data, str):
        return data
    return "\n".join({"docx": _word, "xlsx": _excel}[form](data)) + "\n"


def _word(data: bytes) -> Iterator[str]:
    import docx
    from docx.table import Table

    for part in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(part, Table):
            yield from ("\t".join(cell.text for cell in row.cells) for row in part.rows)
        else:
            yield part.text


def _excel(data: bytes) -> Iterator[str]:
    import openpyxl

    for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        yield sheet.title
        for row in sheet.iter_rows(values_only=True):
            yield "\t".join("" if cell is None else str(cell) for cell in row)
