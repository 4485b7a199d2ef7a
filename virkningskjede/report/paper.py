"""Tables on a sheet of paper: which are too wide for a page that stands, how small they are set, and what their columns are called then.

The writers for word processors and spreadsheets share it. Widths are estimates in millimetres, of Arial.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from virkningskjede.i18n import Lang, visible, word
from virkningskjede.report.document import Spot, Table

FONT = "Arial"
BODY, USUAL, SMALL = 10, 9, 8
"""Points of running text, of tables, and of tables in which much must have room."""

LONG_SIDE, SHORT_SIDE, MARGIN = 297, 210, 20
"""A4, and the empty edge on each side, in millimetres."""

UPRIGHT, LYING = SHORT_SIDE - 2 * MARGIN, LONG_SIDE - 2 * MARGIN
"""How wide a table can be on a page that stands, and on one that lies."""

MANY = 6
"""A table with more columns than these lies, and its columns are called by their codes where they have any."""

PADDING = 1.0
"""Between a cell's text and its border, on each side."""

EASE = 1.2
"""So many times the width of Arial are given to what would be broken in the widest of the fonts that stand in for it."""

LONGEST_WORD = 45.0
"""A longer word is broken, so that one address does not decide what else there is room for."""

FILLS: Mapping[str, str] = {
    **dict.fromkeys(("in_use", "completed", "met"), "#dcecdf"),
    **dict.fromkeys(("started", "partly", "planned", "needed"), "#fbf0cf"),
    **dict.fromkeys(("no", "not_met"), "#f6dcd6"),
}
"""The fill of a cell by what it holds, as on the web site. No meaning rests on it: the cell says it in words."""

HEADER = "#f5f4f0"
"""The fill of headers."""

INK = "#1c2430"
"""The colour of text on a fill."""

LINE = "#888888"
"""The colour of borders."""

_NARROW, _WIDE = frozenset("iljtfrI.,:;|!'()[]-·’ \u00ad"), frozenset("mwMWÆæ@%—…")
_MILLIMETRES = 25.4 / 72


def fill_of(kind: str) -> str | None:
    """The fill of a cell by the words for what it holds; None where it has none.

    >>> fill_of("planned unsure"), fill_of("silent")
    ('#fbf0cf', None)
    """
    return next((FILLS[part] for part in kind.split() if part in FILLS), None)


def coded(table: Table, lang: Lang) -> Table:
    """A table as it stands where there is little room: with many columns, these are called by their codes, which a note spells out.

    >>> of = Table(("", "Bjerke\\n(Modell 1)", "Hå"), (), codes={1: "Bje", 2: "Hå"})
    >>> coded(of, "en").headers
    ('', 'Bjerke\\n(Modell 1)', 'Hå')
    >>> many = Table(("", *["Bjerke\\n(Modell 1)"] * 7), (), codes={1: "Bje"})
    >>> coded(many, "en").headers[1], coded(many, "en").notes
    ('Bje', ('The columns: Bje Bjerke (Modell 1).',))
    """
    if len(table.headers) <= MANY or not table.codes:
        return table
    headers = tuple(table.codes.get(place, header) for place, header in enumerate(table.headers))
    names = "; ".join(_spelt(code, table.headers[place]) for place, code in sorted(table.codes.items()))
    return replace(table, headers=headers, notes=(word("paper.key", lang, names=names), *table.notes))


def _spelt(code: str, header: str) -> str:
    """A code and what it stands for; a name that is its own code says it once."""
    name = " ".join(header.split())
    return name if header.partition("\n")[0] == code else f"{code} {name}"


@dataclass(frozen=True)
class Sheet:
    """How a table is set.

    Attributes:
        table: the table, or those of its columns that there is room for.
        lying: whether the page lies.
        size: points.
        widths: of each column, in millimetres.
    """

    table: Table
    lying: bool
    size: int
    widths: tuple[float, ...]

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The columns in which any cell is a number or a day, but for the first, which names the row."""
        return frozenset(column for _, column in self.table.values) - {0}


def sheets(table: Table) -> tuple[Sheet, ...]:
    """How a table is set: as large as it can be on a page that stands, or else on one that lies; where not even that is wide enough, its
    columns are spread over several tables, each with the first column.
    """
    usual, small = (_least(table, size) for size in (USUAL, SMALL))
    whole = [max(low, longest) for low, longest in zip(usual, _longest(table, USUAL), strict=True)]
    if sum(whole if len(table.headers) > MANY else usual) <= UPRIGHT:  # many narrow columns need no page that lies
        return (Sheet(table, False, USUAL, _widths(table, USUAL, UPRIGHT)),)
    if sum(usual) <= LYING and len(table.headers) <= MANY:
        return (Sheet(table, True, USUAL, _widths(table, USUAL, LYING)),)
    if sum(small) <= LYING:
        return (Sheet(table, True, SMALL, _widths(table, SMALL, LYING)),)
    return tuple(Sheet(part, True, SMALL, _widths(part, SMALL, LYING)) for part in _spread(table, small))


def _spread(table: Table, least: Sequence[float]) -> Iterator[Table]:
    """The table over several, each as wide as a page. The title stands above the first, the notes below the last."""
    first = 1
    while first < len(least):
        last, used = first, least[0]
        while last < len(least) and (last == first or used + least[last] <= LYING):
            used += least[last]
            last += 1
        ended = last == len(least)
        yield _columns(table, first, last, title=table.title if first == 1 else "", notes=table.notes if ended else ())
        first = last


def _columns(table: Table, first: int, last: int, *, title: str, notes: tuple[str, ...]) -> Table:
    """The first column, and those from one to another."""

    def kept(marks: Mapping[Spot, str]) -> dict[Spot, str]:
        moved = {(row, column - first + 1): mark for (row, column), mark in marks.items() if first <= column < last}
        return moved | {(row, column): mark for (row, column), mark in marks.items() if column == 0}

    rows = tuple((row[0], *row[first:last]) for row in table.rows)
    headers = (table.headers[0], *table.headers[first:last])
    return Table(headers, rows, title, notes, kept(table.links), kept(table.hints), kept(table.kinds), table.spacing)


def _widths(table: Table, size: int, room: float) -> tuple[float, ...]:
    """The width of each column: what its longest line needs where there is room for all, else what is left over in shares."""
    least = _eased(_least(table, size), room)
    most = [max(low, longest) for low, longest in zip(least, _longest(table, size), strict=True)]
    if sum(_alike(table, least)) <= room:  # rather a line that is broken than models in columns of different widths
        least, most = _alike(table, least), _alike(table, most)
    if sum(most) <= room and table.spacing != "apart":
        return tuple(_eased(most, room))
    left = max(0.0, room - sum(least))
    # A long text gets more than a short one, but not in proportion: ten times the text in ten times the width leaves none to others.
    wants = [(high - low) ** 0.7 for low, high in zip(least, most, strict=True)]
    given = [low + left * want / (sum(wants) or 1) for low, want in zip(least, wants, strict=True)]
    scale = room / sum(given) if table.spacing == "apart" or sum(given) > room else 1.0
    return tuple(width * scale for width in given)


def _eased(widths: Sequence[float], room: float) -> list[float]:
    """The widths with some to spare, as far as there is room: what a program without Arial puts in its place may be wider.

    >>> _eased([10.0, 20.0], 100.0), _eased([10.0, 20.0], 31.5), _eased([10.0], 5.0)
    ([12.0, 24.0], [10.5, 21.0], [10.0])
    """
    ease = max(1.0, min(EASE, room / (sum(widths) or 1)))
    return [width * ease for width in widths]


def _alike(table: Table, widths: Sequence[float]) -> list[float]:
    """The same widths, but of columns that stand for one of many things each, such as a model, all have that of the widest."""
    widest = max((width for place, width in enumerate(widths) if place in table.codes), default=0)
    return [widest if place in table.codes else width for place, width in enumerate(widths)]


def _least(table: Table, size: int) -> list[float]:
    """What each column needs so that no word is broken."""
    return [
        2 * PADDING + min(LONGEST_WORD, max((width_of(part, size, bold=bold) for text, bold in column for part in text.split()), default=0))
        for column in _texts(table)
    ]


def _longest(table: Table, size: int) -> list[float]:
    """What each column needs so that no line is broken."""
    return [
        2 * PADDING + max((width_of(line, size, bold=bold) for text, bold in column for line in text.split("\n")), default=0)
        for column in _texts(table)
    ]


def _texts(table: Table) -> Iterator[list[tuple[str, bool]]]:
    """The texts of each column, and whether they are bold: the header, and the names of rows."""
    for place, header in enumerate(table.headers):
        yield [(visible(header), True), *((visible(row[place]), place == 0) for row in table.rows)]


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of Arial is, about, in millimetres.

    >>> round(width_of("gjennomført", 8), 1)
    15.4
    """
    return _ems(text) * size * _MILLIMETRES * (1.08 if bold else 1)


@lru_cache(maxsize=4096)
def _ems(text: str) -> float:
    return sum(map(_em, text))


def _em(sign: str) -> float:
    if sign in _NARROW:
        return 0.3
    if sign in _WIDE:
        return 0.9
    if sign.isupper():
        return 0.7
    return 1.0 if ord(sign) > 0x2E7F else 0.56  # from there on come the wide signs of East Asia
