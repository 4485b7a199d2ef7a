"""The one table renderer: a table as text, Markdown, CSV or HTML."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass

from virkningskjede.catalogue import visible

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under headers. The first column names the row.

    Attributes:
        headers: one for each column.
        rows: cells, as many in each row as there are headers; a cell may have several lines.
        title: what stands above; empty for none.
        notes: lines that stand below.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    notes: tuple[str, ...] = ()


def markdown(table: Table) -> str:
    """The table in GitHub's Markdown.

    >>> print(markdown(Table(("a", "b"), (("1", "x | y"),))), end="")
    | a | b |
    | --- | --- |
    | 1 | x \\| y |
    """
    lines = [f"**{_markdown_cell(table.title)}**", ""] if table.title else []
    lines.append(_markdown_row([_markdown_cell(header) for header in table.headers]))
    lines.append(_markdown_row(["---"] * len(table.headers)))
    lines.extend(_markdown_row([_markdown_cell(cell) for cell in row]) for row in table.rows)
    if table.notes:
        lines += ["", *(f"{_markdown_cell(note)}  " for note in table.notes)]
    return "\n".join(lines) + "\n"


def _markdown_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def markdown_text(text: str) -> str:
    """Text in which nothing acts as Markdown or HTML.

    >>> markdown_text("*a* <b>")
    '\\\\*a\\\\* &lt;b&gt;'
    """
    escaped = html.escape(visible(text), quote=False)
    for mark in "\\`*_[]|~#":
        escaped = escaped.replace(mark, "\\" + mark)
    return escaped


def _markdown_cell(text: str) -> str:
    return markdown_text(text).replace("\n", "<br>")


def comma_separated(table: Table) -> str:
    """The table as CSV (RFC 4180) for spreadsheets: a cell that would act as a formula is quoted with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in (table.headers, *table.rows):
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in map(visible, row)])
    return out.getvalue()


def html_table(table: Table) -> str:
    """The table as HTML that keeps its lines and headings when it is pasted into a word processor."""
    cell = 'style="border:1px solid #888;padding:3px 6px;text-align:left;vertical-align:top"'
    lines = ['<table style="border-collapse:collapse">']
    if table.title:
        lines.append(f"<caption>{_html(table.title)}</caption>")
    lines.append("<thead><tr>" + "".join(f'<th scope="col" {cell}>{_html(header)}</th>' for header in table.headers) + "</tr></thead>")
    lines.append("<tbody>")
    for row in table.rows:
        first = f'<th scope="row" {cell}>{_html(row[0])}</th>'
        lines.append(f"<tr>{first}{''.join(f'<td {cell}>{_html(each)}</td>' for each in row[1:])}</tr>")
    lines.append("</tbody></table>")
    lines.extend(f"<p>{_html(note)}</p>" for note in table.notes)
    return "\n".join(lines) + "\n"


def _html(text: str) -> str:
    return html.escape(visible(text)).replace("\n", "<br>")
