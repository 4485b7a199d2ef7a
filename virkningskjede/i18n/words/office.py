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
        "report.picture": Text("Som bilde", "As a picture"),
        "report.picture.large": Text(
            "Bildet er for stort for en side. Lagre det som en egen fil, med et navn som slutter på .svg eller .pdf.",
            "The picture is too large for a page. Save it as a file of its own, with a name that ends in .svg or .pdf.",
        ),
        "report.picture.model": Text(
            "Virkningskjeden til {name} som bilde: {counts}. Ledd og koblinger står også i teksten over.",
            "The chain of {name} as a picture: {counts}. Nodes and arrows also stand in the text above.",
        ),
        "report.picture.diff": Text(
            "{a} og {b} i ett bilde. Det som skiller dem, står også i teksten over.",
            "{a} and {b} in one picture. What differs between them also stands in the text above.",
        ),
        "report.picture.consensus": Text(
            "Den samlede kjeden som bilde: en kobling er tykkere jo flere modeller som har den. Tallene står også i tabellene over.",
            "The common chain as a picture: an arrow is the thicker the more models have it. The numbers also stand in the tables above.",
        ),
        "report.picture.progress": Text(
            "Resultatene mellom utgangspunkt og mål, én rad for hver indikator. Tallene står også i tabellene over.",
            "The results between baseline and target, a row for each indicator. The numbers also stand in the tables above.",
        ),
        "report.picture.waves": Text(
            "Målingene runde for runde, én rad for hver sammenligning. Tallene står også i tabellene over.",
            "The measurements wave by wave, a row for each comparison. The numbers also stand in the tables above.",
        ),
        "report.picture.grouping": Text(
            "Likheten mellom modellene som varmekart, med treet ved siden av. Tallene står også i tabellene over.",
            "The likeness of the models as a heat map, with the tree beside it. The numbers also stand in the tables above.",
        ),
        "error.binary": Text(
            "{format} er en fil, ikke tekst; si hvilken med -o FIL.{ending}",
            "{format} is a file, not text; say which with -o FILE.{ending}",
        ),
        "paper.key": Text("Kolonnene: {names}.", "The columns: {names}."),
    }
)
"""The words by key."""
