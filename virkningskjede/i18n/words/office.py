"""Words of files for office suites: tables on paper, pages and sheets."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

OFFICE: Mapping[str, Text] = MappingProxyType(
    {
        "office.needs_extra": Text(
            "Word, Excel og en pdf av flere modeller krever et tillegg; installer det med: python3 -m pip install '{extra}'",
            "Word, Excel and a pdf of several models need an extra; install it with: python3 -m pip install '{extra}'",
        ),
        "office.page": Text("side", "page"),
        "office.rows": Text("Alle rader", "All rows"),
        "office.rows.note": Text(
            "Hver rad for seg, til å sortere, filtrere og regne med.", "Each row by itself, to sort, filter and calculate with."
        ),
        "office.sheets": Text("Arkene", "The sheets"),
        "office.explanation": Text("Forklaring", "Explanation"),
        "error.binary": Text(
            "{format} er en fil, ikke tekst; si hvilken med -o FIL.{ending}",
            "{format} is a file, not text; say which with -o FILE.{ending}",
        ),
        "paper.key": Text("Kolonnene: {names}.", "The columns: {names}."),
    }
)
"""The words by key."""
