"""What a result says, before it is written in any format: headings, paragraphs, lists and tables.

No block holds anything that is already HTML or Markdown: each text is a text, and each writer sees to it that nothing in it acts.
"""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, Protocol

from virkningskjede.i18n import Lang
from virkningskjede.model.values import EMPTY

Spot = tuple[int, int]
"""A cell of a table: its row, from 0 below the headers (-1), and its column."""

Value = int | float | Decimal | datetime.date
"""What a cell of a table can be other than text."""

Spacing = Literal["close", "normal", "apart"]
"""How a table is set as plain text: columns one space apart, for marks; three apart; or rows apart as well, for running text."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 is the title. An anchor is a place that links on the same page can lead to."""

    text: str
    level: int = 2
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, with what kind of text it is in front where that has a name (``Why``)."""

    text: str
    label: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list, with the points below it."""

    text: str
    label: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]

    @classmethod
    def of(cls, lines: Iterable[str]) -> Items:
        """A list of plain lines."""
        return cls(tuple(Item(line) for line in lines))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under headers. The first column names the row.

    Attributes:
        headers: one for each column.
        rows: cells, as many in each row as there are headers; a cell may have several lines.
        title: what stands above; empty for none.
        notes: lines that stand below.
        links: for some cells, where they lead: an anchor of the same document, or ``PAGE#ANCHOR``.
        hints: for some cells, what a reader sees who rests on it.
        kinds: for some cells, words for what they hold (``met``, ``planned unsure``), by which they can be coloured.
        spacing: how it is set as plain text.
        codes: for some columns, what they are called where many must have room beside each other.
        values: for some cells, the number or the day that their text says, for programs and spreadsheets.
        subject: what it is about, where no title says so: the name of its sheet in a workbook.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    links: Mapping[Spot, str] = EMPTY
    hints: Mapping[Spot, str] = EMPTY
    kinds: Mapping[Spot, str] = EMPTY
    spacing: Spacing = "normal"
    codes: Mapping[int, str] = EMPTY
    values: Mapping[Spot, Value] = EMPTY
    subject: str = ""

    def part(self, first: int, stop: int) -> Table:
        """Some of its rows under the same headers. Its title stands above the first of them, and its notes below the last.

        >>> table = Table(("a",), (("1",), ("2",), ("3",)), "T", ("n",), kinds={(1, 0): "met"})
        >>> table.part(1, 3) == Table(("a",), (("2",), ("3",)), notes=("n",), kinds={(0, 0): "met"})
        True
        """

        def kept(of: Mapping[Spot, Any]) -> dict[Spot, Any]:
            return {(row - first if row >= 0 else row, place): of[row, place] for row, place in of if row < 0 or first <= row < stop}

        title, notes = self.title if first == 0 else "", self.notes if stop >= len(self.rows) else ()
        return replace(
            self,
            rows=self.rows[first:stop],
            title=title,
            notes=notes,
            links=kept(self.links),
            hints=kept(self.hints),
            kinds=kept(self.kinds),
            values=kept(self.values),
        )

    @classmethod
    def of(cls, headers: Iterable[str], rows: Iterable[Sequence[str | Value | None]]) -> Table:
        """A listing, in which cells can be numbers and days beside text, and nothing where there is None.

        >>> table = Table.of(("model", "nodes"), [("ha", 46)])
        >>> table.rows, dict(table.values)
        ((('ha', '46'),), {(0, 1): 46})
        """
        cells = [tuple(row) for row in rows]
        values = {
            (number, place): cell
            for number, row in enumerate(cells)
            for place, cell in enumerate(row)
            if cell is not None and not isinstance(cell, str)
        }
        texts = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in cells)
        return cls(tuple(headers), texts, values=values)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage on one of many things, such as a claim: what it is, and the account of it, set close together.

    On a page it is a heading with what follows; a passage inside another begins with a line in bold.
    """

    title: str
    blocks: tuple[Block, ...]
    anchor: str = ""
    level: int = 3


@dataclass(frozen=True, slots=True)
class Notes:
    """Lines that say what the tables above them mean, as the notes of one table do where there are several."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of what the document is about. It is drawn when it is written, and only by writers that have a place for it: plain text,
    Markdown, CSV and workbooks leave it out, and nothing is said in it alone.

    Attributes:
        draw: draws it to a file, whose ending says how.
        alternative: what it shows, for those who do not see it.
        title: what stands above it.
    """

    draw: Callable[[Path], None] = field(compare=False)
    alternative: str
    title: str = ""

    def png(self) -> bytes:
        """It as the content of a PNG.

        Raises:
            DrawingError: it could not be drawn.
        """
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "picture.png"
            self.draw(path)
            return path.read_bytes()


Block = Heading | Paragraph | Items | Table | Notes | Passage | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """What a result says in one language.

    Attributes:
        title: what it is called, as a page of its own.
        blocks: what stands in it, in order. The title does not stand there unless a heading says it.
        lang: the language.
    """

    title: str
    blocks: tuple[Block, ...]
    lang: Lang = "nb"

    @property
    def titled(self) -> bool:
        """Whether a heading says its title."""
        return any(isinstance(block, Heading) and block.level == 1 for block in self.blocks)

    def tables(self) -> Iterator[Table]:
        """The tables, in order."""
        yield from (block for block in self.blocks if isinstance(block, Table))


class Readable(Protocol):
    """What a writer takes: something that can be said as a document, as rows, and as plain values."""

    def document(self, lang: Lang = ..., width: int | None = ...) -> Document:
        """It for a page, or for a terminal of so many columns."""

    def illustrated(self, lang: Lang = ...) -> Document:
        """It for a page, with its picture where it has one."""

    def listing(self, lang: Lang = ...) -> Table:
        """It as rows."""

    def plain(self, lang: Lang = ...) -> Any:
        """It as plain values."""
