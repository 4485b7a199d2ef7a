"""Tables in Markdown, as GitHub writes them, and in HTML that stands among it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from virkningskjede.tables.problems import Unreadable
from virkningskjede.tables.sheet import MOST_COLUMNS, MOST_MERGED, Sheet

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ITEM = re.compile(r"<li\b", re.IGNORECASE)
_POINT = "• "
"""What begins a part of a list, as people type it."""


def markdown(text: str, file: str) -> tuple[Sheet, ...]:
    """The tables of a text, numbered from 1, without what marks bold, links and the like.

    >>> markdown("| A | B |\\n|---|---|\\n| **1** | x<br>y |", "t.md")[0].rows
    (('A', 'B'), ('1', 'x\\ny'))
    """
    tables = [
        sheet
        for number, part in enumerate(_parts(text))
        for sheet in (html(part, file) if number % 2 else [Sheet(file, rows, kind="table") for rows in _of_markdown(part)])
    ]
    return tuple(replace(sheet, name=str(number)) for number, sheet in enumerate(tables, 1))


def _parts(text: str) -> list[str]:
    """Markdown, and HTML of a table, by turns: a table reaches to where it ends, whatever blank lines are in it. Code is Markdown."""
    parts, depth, fence = [""], 0, ""
    for line in text.splitlines(keepends=True):
        marks = re.match(r" {0,3}(```+|~~~+)", line)
        if depth == 0 and marks and (not fence or marks[1].startswith(fence)):
            fence = "" if fence else marks[1]
        for piece in [line] if fence else re.split(r"(<table\b|</table\s*>)", line, flags=re.IGNORECASE):
            opens = not fence and piece[:6].casefold() == "<table"
            closes = depth and piece[:7].casefold() == "</table"
            if opens and depth == 0:
                parts.append("")
            depth += bool(opens) - bool(closes)
            parts[-1] += piece
            if closes and depth == 0:
                parts.append("")
    return parts


def _of_markdown(text: str) -> list[tuple[tuple[str, ...], ...]]:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    tables: list[tuple[tuple[str, ...], ...]] = []
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    for token in tokens:
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            cells = []
        elif token.type == "inline" and token.level == 4:  # table, thead or tbody, tr, th or td
            cells.append(_in_lines("".join(_plain(token.children or ()))))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
        elif token.type == "table_close":
            tables.append(tuple(rows))
    return tables


def _plain(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "html_inline":
            yield "\n" if _BREAK.fullmatch(token.content) else f"\n{_POINT}" if _ITEM.match(token.content) else ""
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"
        else:
            yield token.content


def _in_lines(text: str) -> str:
    """The text of a cell, a line each, with the bullets of its list where that has several parts.

    >>> _in_lines("\\n• \\n Bolig\\n\\n• Papirer "), _in_lines("\\n• Bolig")
    ('• Bolig\\n• Papirer', 'Bolig')
    """
    lines = [" ".join(line.split()) for line in re.sub(rf"(?:{_POINT.strip()}\s+)+(?=\S)", _POINT, text).split("\n")]
    lines = [line for line in lines if line not in ("", _POINT.strip())]
    several = sum(line.startswith(_POINT) for line in lines) > 1
    return "\n".join(line if several else line.removeprefix(_POINT) for line in lines)


def html(text: str, file: str) -> tuple[Sheet, ...]:
    """The tables of a page, numbered from 1.

    >>> html("<table><tr><td rowspan=2>A<td>B</tr><tr><td>C</tr></table>", "t.html")[0].rows
    (('A', 'B'), ('', 'C'))
    """
    reader = _Tables()
    reader.feed(text)
    reader.close()
    return tuple(Sheet(file, table, str(number), "table", merged=merged) for number, (table, merged) in enumerate(reader.tables, 1))


_Table = tuple[tuple[tuple[str, ...], ...], dict[tuple[int, int], tuple[int, int]]]
_LINES = frozenset({"br", "p", "li", "ul", "ol", "div", "tr", *(f"h{size}" for size in range(1, 7))})
"""What begins a new line in a cell."""

MOST_SPANNED = MOST_COLUMNS
"""A merged cell reaches over no more columns or rows than this."""


class _Tables(HTMLParser):
    """The tables of a piece of HTML. A table inside another is part of its cell. Where a merged cell reaches, the cells are empty."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[_Table] = []
        self._rows: list[list[str]] = []
        self._merged: dict[tuple[int, int], tuple[int, int]] = {}
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._rows, self._merged = [], {}
        elif self._depth == 1 and tag == "tr":
            self._end_of_cell()
            self._rows.append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_of_cell()
            self._cell = []
            spans = [dict(attrs).get(name) or "" for name in ("rowspan", "colspan")]
            down, across = (min(int(span), MOST_SPANNED) if span.isdecimal() else 1 for span in spans)
            self._span = (max(1, down), max(1, across))
        elif self._cell is not None and tag in _LINES:
            self._cell.append(f"\n{_POINT}" if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if self._depth == 1 and tag in ("td", "th", "tr", "table"):
            self._end_of_cell()
        if self._cell is not None and tag in _LINES:
            self._cell.append("\n")
        if tag == "table" and self._depth:
            self._depth -= 1
            if self._depth == 0:
                self.tables.append((tuple(map(tuple, self._rows)), self._merged))

    def _end_of_cell(self) -> None:
        if self._cell is None:
            return
        text, self._cell = _in_lines("".join(self._cell)), None
        if not self._rows:
            self._rows.append([])
        row, cells = len(self._rows) - 1, self._rows[-1]
        while (row, len(cells)) in self._merged:
            cells.append("")
        column = len(cells)
        cells += [text, *[""] * (self._span[1] - 1)]
        if len(cells) > MOST_COLUMNS or len(self._merged) > MOST_MERGED:
            raise Unreadable("too_large")
        covered = ((row + down, column + across) for down in range(self._span[0]) for across in range(self._span[1]))
        self._merged |= {cell: (row, column) for cell in covered if cell != (row, column)}

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            # A line break in the source is a space on the page.
            self._cell.append(data.replace("\n", " "))
