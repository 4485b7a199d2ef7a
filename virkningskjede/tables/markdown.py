"""Tables in Markdown, as GitHub writes them, and in HTML that stands among it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from virkningskjede.tables.sheet import Sheet

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def markdown(text: str, file: str) -> tuple[Sheet, ...]:
    """The tables of a text, numbered from 1, without what marks bold, links and the like.

    >>> markdown("| A | B |\\n|---|---|\\n| **1** | x<br>y |", "t.md")[0].rows
    (('A', 'B'), ('1', 'x\\ny'))
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    tables: list[tuple[tuple[str, ...], ...]] = []
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    for token in tokens:
        if token.type == "html_block":
            tables += _of_html(token.content)
        elif token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            cells = []
        elif token.type == "inline" and token.level == 4:  # table, thead or tbody, tr, th or td
            cells.append("".join(_plain(token.children or ())).strip())
        elif token.type == "tr_close":
            rows.append(tuple(cells))
        elif token.type == "table_close":
            tables.append(tuple(rows))
    return tuple(Sheet(file, table, str(number), "table") for number, table in enumerate(tables, 1))


def _plain(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "html_inline":
            yield "\n" if _BREAK.fullmatch(token.content) else ""
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"
        else:
            yield token.content


def html(text: str, file: str) -> tuple[Sheet, ...]:
    """The tables of a page, numbered from 1."""
    return tuple(Sheet(file, table, str(number), "table") for number, table in enumerate(_of_html(text), 1))


def _of_html(text: str) -> list[tuple[tuple[str, ...], ...]]:
    reader = _Tables()
    reader.feed(text)
    reader.close()
    return reader.tables


class _Tables(HTMLParser):
    """The tables of a piece of HTML. A table inside another is part of its cell."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[tuple[tuple[str, ...], ...]] = []
        self._rows: list[tuple[str, ...]] = []
        self._cells: list[str] = []
        self._cell: list[str] | None = None
        self._span = 1
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._rows = []
        elif self._depth == 1 and tag == "tr":
            self._cells = []
        elif self._depth == 1 and tag in ("td", "th"):
            self._cell = []
            wide = dict(attrs).get("colspan") or ""
            self._span = min(int(wide), 100) if wide.isdecimal() else 1
        elif self._cell is not None and tag in ("br", "p", "li", "div"):
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
            if self._depth == 0:
                self.tables.append(tuple(self._rows))
        elif self._depth == 1 and tag in ("td", "th") and self._cell is not None:
            lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
            self._cells += ["\n".join(filter(None, lines)), *[""] * (self._span - 1)]
            self._cell = None
        elif self._depth == 1 and tag == "tr":
            self._rows.append(tuple(self._cells))

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            # A line break in the source is a space on the page.
            self._cell.append(data.replace("\n", " "))
