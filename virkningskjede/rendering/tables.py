"""The one table renderer: a table as text, Markdown, CSV or HTML."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Mapping, Sequence

from virkningskjede.catalogue import Lang, visible
from virkningskjede.report.document import Spot, Table
from virkningskjede.values import EMPTY

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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


def html_table(
    table: Table, *, links: Mapping[Spot, str] = EMPTY, hints: Mapping[Spot, str] = EMPTY, kinds: Mapping[Spot, str] = EMPTY
) -> str:
    """The table as HTML that keeps its lines and headings when it is pasted into a word processor.

    Args:
        table: the table.
        links: for some cells, where they lead: an anchor on the same page, or ``PAGE#ANCHOR``. Row -1 is the headers.
        hints: for some cells, what a browser shows when the reader rests on it.
        kinds: for some cells, a class by which a style sheet can mark them.
    """
    lines = ['<table style="border-collapse:collapse">']
    if table.title:
        lines.append(f"<caption>{html_text(table.title)}</caption>")
    heads = (_html_head(header, links.get((-1, place))) for place, header in enumerate(table.headers))
    lines.append(f"<thead><tr>{''.join(heads)}</tr></thead>")
    lines.append("<tbody>")
    for number, row in enumerate(table.rows):
        cells = [f'<th scope="row" {_CELL}>{_linked(row[0], links.get((number, 0)))}</th>']
        spots = (((number, place), text) for place, text in enumerate(row) if place)
        cells += [_html_cell(text, links.get(spot), hints.get(spot), kinds.get(spot)) for spot, text in spots]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    lines.append("</tbody></table>")
    lines.extend(f"<p>{html_text(note)}</p>" for note in table.notes)
    return "\n".join(lines) + "\n"


_CELL = 'style="border:1px solid #888;padding:3px 6px;text-align:left;vertical-align:top"'


def _html_head(text: str, link: str | None) -> str:
    """A header; an empty one heads nothing, and is a cell like others."""
    return f'<th scope="col" {_CELL}>{_linked(text, link)}</th>' if text else f"<td {_CELL}></td>"


def _html_cell(text: str, link: str | None, hint: str | None, kind: str | None) -> str:
    title = f' title="{html.escape(visible(hint))}"' if hint else ""
    marked = f' class="{html.escape(kind)}"' if kind else ""
    return f"<td {_CELL}{marked}{title}>{_linked(text, link)}</td>"


def _linked(text: str, link: str | None) -> str:
    if not link or not text:
        return html_text(text)
    return f'<a href="{html.escape(link if "#" in link else f"#{link}")}">{html_text(text)}</a>'


def html_page(title: str, body: str, lang: Lang) -> str:
    """HTML as a page of its own, that a browser opens in the right letters and from which a word processor takes the tables.

    Args:
        title: what the page is called; text.
        body: what stands on it; HTML.
        lang: the language of the page.
    """
    head = f'<!doctype html>\n<html lang="{lang}">\n<head><meta charset="utf-8"><title>{html.escape(visible(title))}</title></head>\n'
    return f"{head}<body>\n{body}</body>\n</html>\n"


def html_text(text: str) -> str:
    """Text in which nothing acts as HTML, with its lines kept."""
    return html.escape(visible(text)).replace("\n", "<br>")
