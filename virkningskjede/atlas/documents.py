"""Documents on a page of the atlas: each table scrolls in a frame of its own, and the headings are listed above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from virkningskjede.report import Block, Document, Heading, Table
from virkningskjede.report.write_html import Setting, of_blocks


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as a page of the atlas shows it.

    Attributes:
        heading: what it is called.
        body: what stands below, in which each second heading has an anchor.
        outline: these anchors, and the headings.
    """

    heading: str
    body: Markup
    outline: tuple[tuple[str, str], ...]


def on_page(document: Document) -> Shown:
    """A document that is the whole of a page. Its title is the page's, and does not stand below it once more."""
    blocks = document.blocks
    title = document.title
    if blocks and isinstance(blocks[0], Heading) and blocks[0].level == 1:
        title, blocks = blocks[0].text, blocks[1:]
    outline: list[tuple[str, str]] = []
    below: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            outline.append((f"part_{len(outline) + 1}", block.text))
            below.append(replace(block, anchor=outline[-1][0]))
        else:
            below.append(block)
    return Shown(title, part(below), tuple(outline))


def part(blocks: Iterable[Block], *, down: int = 0, name: str = "") -> Markup:
    """Blocks as a part of a page.

    Args:
        blocks: the blocks.
        down: so many levels further down the headings stand.
        name: what the frame of a table is called that has no title and stands under no heading.
    """
    return Markup(of_blocks(blocks, Setting(framed=True, down=down, name=name)))


def table(of: Table, name: str = "") -> Markup:
    """One table as a part of a page."""
    return part([of], name=name)
