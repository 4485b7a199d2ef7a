"""What stands below a table: its sources, footnotes and totals, which are told and not read."""

from __future__ import annotations

import re

from virkningskjede.tables import words
from virkningskjede.tables.draft import Draft
from virkningskjede.tables.layouts import Layout
from virkningskjede.tables.names import one_line

_NAMED = re.compile(
    r"\s*(?:kilder?|kjelder?|datakilder?|sources?|notes?|merknad(?:er)?|merk|fotnoter?|fotnotar|footnotes?)\s*:", re.IGNORECASE
)
_MARKED = re.compile(r"\s*(?:\(\d{1,2}\)\s|\*{1,3}(?!\*)[^*]*$|[¹²³†‡])")


def begin(layout: Layout, draft: Draft, *, marked: bool) -> int:
    """The first row of what stands below a table, a row after its last where nothing does; what it is, is told.

    Args:
        layout: the table.
        draft: where it is told.
        marked: whether a number in brackets, an asterisk or the like before a text makes it a footnote. In a cell with several lines it
            may be a bullet.
    """
    rows = layout.sheet.rows
    below = len(rows)
    while below > layout.top:
        texts = [cell for cell in rows[below - 1] if cell.strip()]
        if len(texts) > 1 or (texts and not _is_below(texts[0], marked)):
            break
        below -= 1
    for number, row in enumerate(rows[below:], below):
        for column, text in enumerate(row):
            if text.strip():
                draft.skip(one_line(text))
                draft.read.add((number, column))
    return below


def _is_below(text: str, marked: bool) -> bool:
    return _NAMED.match(text) is not None or words.is_whole(text) or (marked and _MARKED.match(text) is not None)
