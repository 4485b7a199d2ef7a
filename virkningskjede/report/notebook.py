"""What a notebook's cell shows of a result: as a page does, but no wider than the cell, and what is long is folded."""

from __future__ import annotations

import base64
import html as escaping
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from virkningskjede.i18n import Lang, word
from virkningskjede.report.cropping import cropped
from virkningskjede.report.document import Block, Document, Items, Passage, Table
from virkningskjede.report.write_html import Setting, of_blocks

LONGEST = 40
"""So many lines of a result are seen before the rest is folded."""

DEEPER = 2
"""How many levels headings stand below those of the notebook itself, in which a result is one thing of many."""


def cell(document: Document, picture: bytes | None = None) -> str:
    """A document for a cell, after its picture where there is one (SVG).

    A table that is too wide scrolls by itself. From the block on that passes the limit, everything is folded.
    """
    setting = Setting(lang=document.lang, down=DEEPER, scrolls=True)
    lines, seen = 0, len(document.blocks)
    for number, block in enumerate(document.blocks):
        lines += _lines(block)
        if lines > LONGEST:
            seen = number
            break
    folded = document.blocks[seen:]
    parts = [
        figure(document.title, picture, caption=not document.titled) if picture is not None else "",
        of_blocks(document.blocks[:seen], setting),
    ]
    if folded:
        summary = word("notebook.rest", document.lang, count=_sum(folded))
        parts.append(f"<details><summary>{escaping.escape(summary)}</summary>\n{of_blocks(folded, setting)}</details>\n")
    return "".join(parts)


def figure(name: str, svg: bytes | None = None, *, caption: bool = True) -> str:
    """A picture with its name, as text below it too unless that stands elsewhere.

    As the source of an image it acts in no way, and a notebook shows it whether or not it trusts what it has been sent.
    """
    below = f"<figcaption>{escaping.escape(name)}</figcaption>" if caption else ""
    if svg is None:
        return f'<figure style="margin:0">{below}</figure>\n'
    source = f"data:image/svg+xml;base64,{base64.b64encode(svg).decode('ascii')}"
    image = f'<img src="{source}" alt="{escaping.escape(name)}" style="max-width:100%;height:auto">'
    return f'<figure style="margin:0">{image}{below}</figure>\n'


class Drawable(Protocol):
    """What may have a picture."""

    @property
    def draws(self) -> bool:
        """Whether it has one."""

    def draw(self, path: Path, lang: Lang = ...) -> None:
        """Draw it to a file."""


def drawing(report: Drawable, lang: Lang) -> bytes | None:
    """The picture of a result as SVG, without the white below it; None where there is none, or it cannot be drawn here."""
    if not report.draws:
        return None
    with suppress(Exception), tempfile.TemporaryDirectory() as folder:  # a cell shows its tables whatever goes wrong with its picture
        path = Path(folder) / "picture.svg"
        report.draw(path, lang)
        return cropped(path.read_bytes())
    return None


def _lines(block: Block) -> int:
    """About how many lines a block takes."""
    if isinstance(block, Table):
        return len(block.rows) + 1 + len(block.notes)
    if isinstance(block, Items):
        return sum(1 + len(item.items) for item in block.items)
    if isinstance(block, Passage):
        return 1 + _sum(block.blocks)
    return 1


def _sum(blocks: Sequence[Block]) -> int:
    return sum(map(_lines, blocks))
