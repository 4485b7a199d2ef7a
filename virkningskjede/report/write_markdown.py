"""Documents as GitHub's Markdown, in which nothing from the models acts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from virkningskjede.i18n import Lang, visible
from virkningskjede.report.document import Block, Document, Heading, Item, Items, Notes, Paragraph, Passage, Readable, Table

_POINT = re.compile(r"^(\d*)([-+.)])(?=\s|$)")
"""What would begin a list: a hyphen, a plus, or a number with a full stop or a bracket."""

_URL = re.compile(r"(?<![a-z])(https?|ftp)(?=://)|(?<![a-z])(www)(?=\.)", re.IGNORECASE)
"""What GitHub would make a link of, with what follows."""

_ADDRESS = re.compile(r"(?<!\w)@(?=\w)|@(?=[\w-]+\.\w)")
"""The sign that makes GitHub tell somebody that they were mentioned, or makes an address of e-mail a link."""


def write(report: Readable, lang: Lang) -> str:
    """What a report says, as the whole of a file."""
    return markdown(report.document(lang))


def markdown(document: Document) -> str:
    """A document as Markdown.

    >>> print(markdown(Document("", (Heading("A *chain*", 1), Paragraph("It is short.", "Note")))), end="")
    # A \\*chain\\*
    <BLANKLINE>
    **Note:** It is short.
    """
    return of_blocks(document.blocks)


def of_blocks(blocks: Iterable[Block]) -> str:
    """Some blocks as Markdown."""
    return "\n".join(part for block in blocks for part in _parts(block))


def _parts(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_one_line(block.text)}\n"
    elif isinstance(block, Paragraph):
        yield f"{_labelled(block)}\n"
    elif isinstance(block, Items):
        yield "".join(_items(block.items))
    elif isinstance(block, Passage):
        yield from _parts(Heading(block.title, block.level) if block.level < 4 else Paragraph("", block.title))
        for part in block.blocks:
            yield from _parts(part)
    elif isinstance(block, Notes):
        yield "".join(f"{line}\n" for line in _notes(block.lines))
    elif isinstance(block, Table):
        yield table(block)


def _labelled(block: Paragraph | Item) -> str:
    """A text after its label in bold; a label alone has nothing to stand before."""
    text = _one_line(block.text)
    if not block.label:
        return _POINT.sub(r"\1\\\2", text, count=1)
    label = _one_line(block.label)
    return f"**{label}:** {text}" if text else f"**{label}**"


def _items(items: Sequence[Item], indent: str = "") -> Iterator[str]:
    for item in items:
        yield f"{indent}- {_labelled(item)}\n"
        yield from _items(item.items, f"{indent}  ")


def table(of: Table) -> str:
    """A table.

    >>> print(table(Table(("a", "b"), (("1", "x | y"),))), end="")
    | a | b |
    | --- | --- |
    | 1 | x \\| y |
    """
    lines = [f"**{_cell(of.title)}**", ""] if of.title else []
    lines.append(_row([_cell(header) for header in of.headers]))
    lines.append(_row(["---"] * len(of.headers)))
    lines.extend(_row([_cell(cell) for cell in row]) for row in of.rows)
    if of.notes:
        lines += ["", *_notes(of.notes)]
    return "\n".join(lines) + "\n"


def _notes(notes: Iterable[str]) -> Iterator[str]:
    """Each on a line of its own, which two spaces at its end break after."""
    return (f"{_cell(note)}  " for note in notes)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def escaped(text: str) -> str:
    """Text in which nothing acts as Markdown or HTML; nor is a web address or ``@name`` in it a link.

    >>> escaped("*a* <b>"), escaped("https://a.no")
    ('\\\\*a\\\\* &lt;b&gt;', 'https\\\\://a.no')
    """
    shown = html.escape(visible(text), quote=False)
    for mark in "\\`*_[]|~#":
        shown = shown.replace(mark, "\\" + mark)
    shown = _URL.sub(r"\g<0>\\", shown)
    # GitHub looks for names in the text that it shows, where an escaped sign is as any other: something must stand between.
    return _ADDRESS.sub("@&#8203;", shown)


def _cell(text: str) -> str:
    return escaped(text).replace("\n", "<br>")


def _one_line(text: str) -> str:
    return escaped(" ".join(text.split()))
