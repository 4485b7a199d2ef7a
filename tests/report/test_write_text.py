"""Documents as plain text: tables that must give way."""

from __future__ import annotations

from virkningskjede.report import Document, Table
from virkningskjede.report.write_text import plain


def test_space_between_many_columns_gives_way_before_they_are_too_wide() -> None:
    table = Table(("Of whom", "Not compared", "The same"), (("Together", "17", "4"),))
    assert plain(Document("", (table,)), 36).splitlines() == [
        "Of whom    Not compared   The same",
        "----------------------------------",
        "Together   17             4",
    ]
    assert plain(Document("", (table,)), 30).splitlines() == [
        "Of whom    Not        The same",
        "           compared",
        "------------------------------",
        "Together   17         4",
    ]
    assert plain(Document("", (table,)), 26).splitlines() == [
        "Of whom  Not      The same",
        "         compared",
        "--------------------------",
        "Together 17       4",
    ]
