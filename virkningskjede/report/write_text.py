"""Documents as plain text for a terminal or a pipe, and as the same text in bold and colours where there are any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from virkningskjede.i18n import Lang, visible
from virkningskjede.report.columns import columns, padded, wrapped
from virkningskjede.report.document import (
    Block,
    Document,
    Heading,
    Item,
    Items,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Readable,
    Spacing,
    Table,
)

if TYPE_CHECKING:
    from rich.text import Text


WIDTH = 80
"""The columns of plain text, where nothing says how many there are room for."""

GAPS: Mapping[Spacing, int] = {"close": 1, "normal": 3, "apart": 2}
"""Columns of space between the columns of a table."""

BULLET = "– "
"""What begins each of several things in one cell."""

NARROWEST = 8
"""A column of a table that must give way is still at least this wide."""

STYLES: Mapping[str, str] = {
    "met": "green",
    "partly": "yellow",
    "not_met": "red",
    "not_stated": "dim",
    "not_decidable": "dim",
    "considered": "yellow",
    "planned": "cyan",
    "started": "green",
    "in_use": "bold green",
    "completed": "bold green",
    "stated": "bold",
    "path": "yellow",
    "elsewhere": "cyan",
    "no": "red",
    "silent": "dim",
    "perhaps": "dim",
    "template": "dim",
}
"""The colour of a cell by the first word of its kind: names of rich's styles."""

BOLD = "bold"


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and which parts of it have a style: from and to which character, and which."""

    text: str
    styles: tuple[tuple[int, int, str], ...] = ()


def write(report: Readable, lang: Lang) -> str:
    """What a report says, as the whole of a file."""
    return plain(report.document(lang, WIDTH), WIDTH)


def plain(document: Document, width: int = WIDTH) -> str:
    """A document as plain text.

    >>> print(plain(Document("", (Heading("A chain", 1), Items.of(["one", "two"])))), end="")
    A chain
    =======
    <BLANKLINE>
    - one
    - two
    """
    return "".join(f"{line.text}\n" for line in lines(document.blocks, width))


def styled(document: Document, width: int = WIDTH) -> Text:
    """The same for a terminal with colours, as rich prints it."""
    from rich.text import Text

    text = Text()
    for line in lines(document.blocks, width):
        part = Text(line.text)
        for start, end, style in line.styles:
            part.stylize(style, start, end)
        text.append(part).append("\n")
    return text


def lines(blocks: Iterable[Block], width: int) -> Iterator[Line]:
    """The lines of some blocks, with an empty one between two blocks."""
    for number, block in enumerate(block for block in blocks if not isinstance(block, Picture)):
        if number:
            yield Line("")
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[Line]:
    if isinstance(block, Heading):
        yield from _heading(block, width)
    elif isinstance(block, Paragraph):
        yield from map(Line, _wrapped(_labelled(block), width))
    elif isinstance(block, Items):
        yield from _items(block.items, width)
    elif isinstance(block, Passage):
        yield from _passage(block, width)
    elif isinstance(block, Notes):
        yield from _notes(block.lines, width)
    elif isinstance(block, Table):
        yield from _table(block, width)


def _heading(heading: Heading, width: int) -> Iterator[Line]:
    title = _one_line(heading.text)
    yield from map(_bold, _wrapped(title, width))
    if heading.level < 3:
        yield Line(("=" if heading.level == 1 else "-") * min(columns(title), width))


def _bold(text: str) -> Line:
    return Line(text, ((0, len(text), BOLD),))


def _labelled(block: Paragraph | Item) -> str:
    return ": ".join(filter(None, (block.label, block.text)))


def _items(items: Sequence[Item], width: int, indent: str = "") -> Iterator[Line]:
    for item in items:
        yield from map(Line, _wrapped(_labelled(item), width, f"{indent}- ", f"{indent}  "))
        yield from _items(item.items, width, f"{indent}  ")


def _passage(passage: Passage, width: int) -> Iterator[Line]:
    """The title, and what is said of it further in, with no empty lines between."""
    inside = passage.level >= 4
    yield from map(Line if inside else _bold, _wrapped(passage.title, width, "", "  " if inside else ""))
    for block in passage.blocks:
        for line in _block(block, max(NARROWEST, width - 2)):
            yield Line(f"  {line.text}" if line.text else "", tuple((start + 2, end + 2, style) for start, end, style in line.styles))


def _table(table: Table, width: int) -> Iterator[Line]:
    if table.title:
        yield from map(_bold, _wrapped(table.title, width))
    yield from _grid(table, width)
    if table.spacing != "apart":
        yield from _notes(table.notes, width)
        return
    for note in table.notes:
        yield Line("")
        yield from map(Line, _wrapped(note, width))


def _notes(notes: Iterable[str], width: int) -> Iterator[Line]:
    for note in notes:
        yield from map(Line, _wrapped(note, width, "", "  "))


def _grid(table: Table, width: int) -> Iterator[Line]:
    gap, running = GAPS[table.spacing], table.spacing == "apart"
    least = NARROWEST if running else 1
    widths = _widths((table.headers, *table.rows), width, gap, least)
    if sum(widths) + gap * (len(widths) - 1) > width:  # many columns: space between them gives way before they do
        gap = GAPS["close"]
        widths = _widths((table.headers, *table.rows), width, gap, least)
    yield from _row(table.headers, widths, gap, [BOLD] * len(widths))
    # Running text is read down its column, marks along their row.
    yield Line((" " * gap if running else "-" * gap).join("-" * column_width for column_width in widths)[:width])
    rows = []
    for number, row in enumerate(table.rows):
        styles = [STYLES.get(table.kinds.get((number, column), "").partition(" ")[0], "") for column in range(len(row))]
        rows.append(list(_row(row, widths, gap, styles)))
    apart = running and any(len(lines_of_row) > 1 for lines_of_row in rows)
    for number, lines_of_row in enumerate(rows):
        if apart and number:
            yield Line("")
        yield from lines_of_row


def _widths(rows: Sequence[Sequence[str]], width: int, gap: int, least: int) -> list[int]:
    """Each column as wide as it needs, and not narrower than the least; what does not fit is taken from the widest."""
    longest = (max(columns(visible(line)) for cell in column for line in cell.split("\n")) for column in zip(*rows, strict=True))
    widths = [min(max(least, needed), width) for needed in longest]
    while sum(widths) + gap * (len(widths) - 1) > width and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int], gap: int, styles: Sequence[str]) -> Iterator[Line]:
    lines_of_cells = [_cell(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, lines_of_cells))):
        parts = [lines_of_cell[number] if number < len(lines_of_cell) else "" for lines_of_cell in lines_of_cells]
        filled = [padded(part, width) for part, width in zip(parts, widths, strict=True)]
        starts = accumulate((len(part) + gap for part in filled), initial=0)  # in characters, of which some take two columns
        marked = zip(parts, starts, styles, strict=False)
        text = (" " * gap).join(filled).rstrip()
        yield Line(text, tuple((start, start + len(part), style) for part, start, style in marked if part and style))


def _cell(text: str, width: int) -> list[str]:
    """The lines of a cell. What a line is wrapped to stands further in when the line begins with a dash or spaces."""
    wrapped: list[str] = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip(" ")))
        hanging = indent + " " * len(BULLET) if indent or line.startswith(BULLET) else ""
        wrapped += _wrapped(line, max(width, 1), indent, hanging) or [""]
    return wrapped


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return wrapped(_one_line(text), width, first, rest)


def _one_line(text: str) -> str:
    return visible(" ".join(text.split()))
