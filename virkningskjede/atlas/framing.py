"""Tables and other HTML from `virkningskjede.rendering`, framed for a page: a wide table scrolls in a frame of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape

from markupsafe import Markup

from virkningskjede.rendering.tables import Spot, Table, html_table, html_text
from virkningskjede.values import EMPTY

_OPENING = re.compile(
    r"<h[1-6]\b[^>]*>(?P<heading>.*?)</h[1-6]>"
    r"|<table\b[^>]*>(?=(?:\n<caption>(?P<caption>.*?)</caption>)?\s*(?:<thead>(?P<headers>.*?)</thead>)?)",
    re.DOTALL,
)
_FIRST = re.compile(r"<h1>(.*?)</h1>\n?")
_SECOND = re.compile(r"<h2>(.*?)</h2>")
_HEADING = re.compile(r"<(/?)h([1-6])\b")


def table(
    what: Table, *, links: Mapping[Spot, str] = EMPTY, hints: Mapping[Spot, str] = EMPTY, kinds: Mapping[Spot, str] = EMPTY, name: str = ""
) -> Markup:
    """A table in its frame, with its notes below.

    Args:
        what: the table.
        links: see `html_table`.
        hints: likewise.
        kinds: likewise.
        name: what the frame is called where the table has no title.
    """
    written = html_table(replace(what, notes=()), links=links, hints=hints, kinds=kinds)
    notes = "".join(f'<p class="note">{html_text(note)}</p>\n' for note in what.notes)
    return framed(written, name) + Markup(notes)


def framed(written: str, name: str = "") -> Markup:
    """HTML in which each table has a frame that scrolls sideways, and that the keyboard reaches.

    What the keyboard reaches has a name for those who hear the page: the table's title, the heading above it, or the headers of its
    columns.

    Args:
        written: what a renderer of the library wrote. Every text in it is escaped, so that no text looks like a table.
        name: what a frame is called where its table has no title and stands under no heading.
    """
    above = escape(name)

    def opening(match: re.Match[str]) -> str:
        nonlocal above
        if match["heading"] is not None:
            above = _plain(match["heading"])
            return match[0]
        called = _plain(match["caption"] or "") or above or _plain(match["headers"] or "")
        label = f' role="region" aria-label="{called}"' if called else ""
        return f'<div class="scroll" tabindex="0"{label}>{match[0]}'

    return Markup(_OPENING.sub(opening, written).replace("</table>", "</table></div>"))


def _plain(written: str) -> str:
    """HTML as text for an attribute."""
    return " ".join(re.sub("<[^>]*>", " ", written).split())


@dataclass(frozen=True, slots=True)
class Report:
    """What a renderer wrote as a page of its own, taken apart.

    Attributes:
        heading: what it is called; empty where it has no first heading.
        body: the rest, in which each second heading has an anchor.
        outline: these anchors, and the headings as text.
    """

    heading: Markup
    body: Markup
    outline: tuple[tuple[str, str], ...]


def report(written: str) -> Report:
    """Take apart what a renderer wrote."""
    found: list[tuple[str, str]] = []

    def anchored(match: re.Match[str]) -> str:
        found.append((f"part_{len(found) + 1}", Markup(match[1]).striptags()))
        return f'<h2 id="{found[-1][0]}">{match[1]}</h2>'

    first = _FIRST.search(written)
    body = _SECOND.sub(anchored, _FIRST.sub("", framed(written), count=1))
    return Report(Markup(first[1] if first else ""), Markup(body), tuple(found))


def demoted(written: str, levels: int) -> Markup:
    """HTML from a renderer whose headings stand so many levels further down, for a part of a page."""
    return Markup(_HEADING.sub(lambda match: f"<{match[1]}h{min(6, int(match[2]) + levels)}", written))
