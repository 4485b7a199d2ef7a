"""Headings, paragraphs, lists and tables, as plain text, Markdown or HTML."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from virkningskjede.catalogue import visible
from virkningskjede.rendering import tables
from virkningskjede.rendering.tables import Table

GAP = 2
"""Columns of space between the columns of a table in plain text."""

BULLET = "– "
"""What begins each of several things in one cell."""

NARROWEST = 8
"""A column of a table in plain text is at least this wide, however narrow the page."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 is the title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list of lines."""

    lines: tuple[str, ...]


Block = Heading | Paragraph | Items | Table


def as_text(blocks: Iterable[Block], width: int) -> str:
    """The blocks as plain text, wrapped to so many columns."""
    return "\n".join("\n".join(_text_lines(block, width)) + "\n" for block in blocks)


def _text_lines(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Heading):
        title = _clean(block.text)
        yield from _wrap(title, width)
        if block.level < 3:
            yield ("=" if block.level == 1 else "-") * min(len(title), width)
    elif isinstance(block, Paragraph):
        yield from _wrap(block.text, width)
    elif isinstance(block, Items):
        for line in block.lines:
            yield from _wrap(line, width, "- ", "  ")
    else:
        yield from _grid(block, width)


def _wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(_clean(text), width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _clean(text: str) -> str:
    return visible(" ".join(text.split()))


def _grid(table: Table, width: int) -> Iterator[str]:
    widths = _widths((table.headers, *table.rows), width)
    yield from _grid_row(table.headers, widths)
    yield (" " * GAP).join("-" * each for each in widths)
    high = [_grid_row(row, widths) for row in table.rows]
    spaced = any(len(lines) > 1 for lines in high)
    for position, lines in enumerate(high):
        if spaced and position:
            yield ""
        yield from lines
    for note in table.notes:
        yield ""
        yield from _wrap(note, width)


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Each column as wide as it needs; what does not fit is taken from the widest."""
    longest = (max(len(line) for cell in column for line in cell.split("\n")) for column in zip(*rows, strict=True))
    widths = [min(max(NARROWEST, each), width) for each in longest]
    while sum(widths) + GAP * (len(widths) - 1) > width and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _grid_row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [_cell(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, columns))
    filled = [[*column, *[""] * (height - len(column))] for column in columns]
    lines = ((" " * GAP).join(part.ljust(width) for part, width in zip(line, widths, strict=True)) for line in zip(*filled, strict=True))
    return [line.rstrip() for line in lines]


def _cell(text: str, width: int) -> list[str]:
    """The lines of a cell. What a line is wrapped to stands further in when the line begins with a dash or spaces."""
    lines: list[str] = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip(" ")))
        hanging = indent + " " * len(BULLET) if indent or line.startswith(BULLET) else ""
        lines += _wrap(line, width, indent, hanging) or [""]
    return lines


def as_markdown(blocks: Iterable[Block]) -> str:
    """The blocks as GitHub's Markdown, in which nothing from the models acts."""
    return "\n".join(_markdown(block) for block in blocks)


def _markdown(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_markdown_line(block.text)}\n"
    if isinstance(block, Paragraph):
        return f"{_markdown_line(block.text)}\n"
    if isinstance(block, Items):
        return "".join(f"- {_markdown_line(line)}\n" for line in block.lines)
    return tables.markdown(block)


def _markdown_line(text: str) -> str:
    return tables.markdown_text(" ".join(text.split()))


def as_html(blocks: Iterable[Block]) -> str:
    """The blocks as HTML, in which nothing from the models acts."""
    return "".join(_html(block) for block in blocks)


def _html(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{_escape(block.text)}</h{block.level}>\n"
    if isinstance(block, Paragraph):
        return f"<p>{_escape(block.text)}</p>\n"
    if isinstance(block, Items):
        return "<ul>\n" + "".join(f"<li>{_escape(line)}</li>\n" for line in block.lines) + "</ul>\n"
    return tables.html_table(block)


def _escape(text: str) -> str:
    return html.escape(_clean(text))
