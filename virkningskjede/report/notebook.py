"""What a notebook's cell shows of a result: as a page does, but no wider than the cell, and what is long is folded."""

from __future__ import annotations

import base64
import html as escaping
import math
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from virkningskjede.errors import VirkningskjedeError
from virkningskjede.i18n import Lang, visible, word
from virkningskjede.report.cropping import cropped, size_of, topmost
from virkningskjede.report.document import Block, Document, Items, Paragraph, Passage, Table
from virkningskjede.report.finish import OF_A_FILE, Finish
from virkningskjede.report.write_html import Setting, of_blocks

Mimebundle = dict[str, str]
"""What a notebook can show of something, by media type."""

LONGEST = 40
"""So many lines of a result are seen before the rest is folded."""

LETTERS = 120
"""So many letters a line of a cell has, about."""

FEWEST = 5
"""A table that has to be parted has so many rows before the fold; where there is no room for them all of it is folded."""

TALLEST = 1.5
"""A picture that is so many times as high as it is wide is folded: it would be pages to scroll past."""

DEEPER = 2
"""How many levels headings stand below those of the notebook itself, in which a result is one thing of many."""

SECONDS = 10.0
"""How long a cell may wait for each of its pictures."""

RESOLUTIONS = (96, 60)
"""How fine the PNG is that stands in for the drawing: as fine as a screen that is not enlarged; coarser where that is too much to keep."""

HEAVIEST = 300_000
"""A PNG of more bytes than this is left out: a notebook keeps what its cells show."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell has of a picture.

    Attributes:
        svg: the drawing; None where there is none.
        png: it for what shows no SVG; None where it is too heavy to keep, or there is none.
        why: why there is no drawing where there should be one.
    """

    svg: bytes | None = None
    png: bytes | None = None
    why: str = ""

    @property
    def by_type(self) -> Mimebundle:
        """Its pictures by media type."""
        shown = {"image/svg+xml": self.svg.decode("utf-8")} if self.svg is not None else {}
        return shown | ({"image/png": base64.b64encode(self.png).decode("ascii")} if self.png is not None else {})


NO_PICTURE = Shown()


class Drawable(Protocol):
    """What may have a picture."""

    @property
    def draws(self) -> bool:
        """Whether it has one."""

    def document(self, lang: Lang = ..., width: int | None = ...) -> Document:
        """What it says."""

    def draw(self, path: Path, lang: Lang = ..., finish: Finish = ...) -> None:
        """Draw it to a file."""


def bundle(report: Drawable, lang: Lang, name: str) -> Mimebundle:
    """A result for a notebook: its name as text, what it says as HTML, and where it has a picture that as SVG and as PNG too, for what
    shows no HTML.
    """
    picture = drawing(report, lang)
    return {"text/plain": visible(name), "text/html": cell(report.document(lang), picture), **picture.by_type}


def cell(document: Document, picture: Shown = NO_PICTURE) -> str:
    """A document for a cell, after its picture where there is one.

    A table that is too wide scrolls by itself. What is beyond the limit is folded, and a long picture by itself.
    """
    setting = Setting(lang=document.lang, down=DEEPER, scrolls=True)
    above, room = "", LONGEST
    if picture.svg is not None:
        share = _height(picture.svg)
        above = figure(document.title, picture.svg, caption=not document.titled)
        if share > TALLEST:
            above = _fold(word("notebook.long_picture", document.lang), above)
        else:
            room -= min(LONGEST // 2, math.ceil(share * LONGEST))
    elif picture.why:
        above = of_blocks([Paragraph(word("notebook.no_picture", document.lang, why=picture.why))], setting)
    seen, folded = _parted(document.blocks, room)
    rest = _fold(word("notebook.rest", document.lang, count=_sum(folded)), of_blocks(folded, setting)) if folded else ""
    return f"{above}{of_blocks(seen, setting)}{rest}"


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


def drawing(report: Drawable, lang: Lang) -> Shown:
    """The picture of a result, without the white below it; or why it cannot be drawn here, for a cell shows its tables all the same."""
    if not report.draws:
        return NO_PICTURE

    def drawn(ending: str, finish: Finish) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"picture.{ending}"
            report.draw(path, lang, finish)
            return path.read_bytes()

    try:
        whole = drawn("svg", replace(OF_A_FILE, timeout=SECONDS))
    except VirkningskjedeError as error:
        return Shown(why=error.in_(lang))
    except Exception as error:  # a cell shows its tables whatever goes wrong with its picture
        return Shown(why=f"{type(error).__name__}: {error}")
    svg = cropped(whole)
    (_, before), (_, after) = size_of(whole), size_of(svg)
    return Shown(svg, light(lambda finish: topmost(drawn("png", finish), after / before if before else 1.0)))


def light(drawn: Callable[[Finish], bytes]) -> bytes | None:
    """A PNG that is light enough to keep; None where none is, or it cannot be drawn."""
    with suppress(Exception):  # the drawing is there already
        for dpi in RESOLUTIONS:
            png = drawn(Finish(dpi, SECONDS))
            if len(png) <= HEAVIEST:
                return png
    return None


def _height(svg: bytes) -> float:
    """How many times its width a picture is high; 0 where it does not say."""
    width, height = size_of(svg)
    return height / width if width else 0.0


def _fold(summary: str, content: str) -> str:
    return f"<details><summary>{escaping.escape(summary)}</summary>\n{content}</details>\n"


def _parted(blocks: Sequence[Block], room: float) -> tuple[list[Block], list[Block]]:
    """Blocks for so many lines, and what is beyond them: whole blocks, and what is left of the one that goes beyond."""
    for number, block in enumerate(blocks):
        lines = _lines(block)
        if lines > room:
            first, rest = _parts(block, room)
            return [*blocks[:number], *first], [*rest, *blocks[number + 1 :]]
        room -= lines
    return list(blocks), []


def _parts(block: Block, room: float) -> tuple[list[Block], list[Block]]:
    if isinstance(block, Table):
        stop, used = 0, 1
        while stop < len(block.rows) and used + _row(block.rows[stop]) <= room:
            used += _row(block.rows[stop])
            stop += 1
        if FEWEST <= stop < len(block.rows):
            return [block.part(0, stop)], [block.part(stop, len(block.rows))]
    elif isinstance(block, Items) and room >= FEWEST:
        stop = sum(1 for number in range(1, len(block.items)) if _lines(Items(block.items[:number])) <= room)
        return [Items(block.items[:stop])], [Items(block.items[stop:])]
    elif isinstance(block, Passage):
        seen, folded = _parted(block.blocks, room - 1)
        if seen:
            return [replace(block, blocks=tuple(seen))], folded
    return [], [block]


def _lines(block: Block) -> int:
    """About how many lines a block takes."""
    if isinstance(block, Table):
        return 1 + sum(map(_row, block.rows)) + sum(map(_text, block.notes))
    if isinstance(block, Items):
        return sum(_text(item.text) + len(item.items) for item in block.items)
    if isinstance(block, Passage):
        return 1 + _sum(block.blocks)
    return _text(block.text) if isinstance(block, Paragraph) else 1


def _row(cells: Iterable[str]) -> int:
    """About how many lines a row of a table takes: as many as its highest cell, or as all its letters fill."""
    cells = tuple(cells)
    return max(_text("".join(cells).replace("\n", "")), *(cell.count("\n") + 1 for cell in cells))


def _text(text: str) -> int:
    return max(1, math.ceil(len(text) / LETTERS))


def _sum(blocks: Sequence[Block]) -> int:
    return sum(map(_lines, blocks))
