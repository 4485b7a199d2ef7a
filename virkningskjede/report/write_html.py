"""Documents as HTML, in which nothing from the models acts: a piece for a notebook or a site, and a page of its own."""

from __future__ import annotations

import base64
import html as escaping
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from virkningskjede.errors import VirkningskjedeError
from virkningskjede.i18n import Lang, visible
from virkningskjede.report import paper
from virkningskjede.report.document import Block, Document, Heading, Item, Items, Notes, Paragraph, Passage, Picture, Readable, Table

_CELL = f"border:1px solid {paper.LINE};padding:3px 6px;text-align:left;vertical-align:top"
"""How a cell looks where there is no style sheet: its lines are kept when the table is pasted into a word processor."""

_LOOKS = """\
body, h1, h2, h3, h4 { font-family: %s, sans-serif; }
body { font-size: %dpt; }
thead { display: table-header-group; }
tr { page-break-inside: avoid; }
@page { size: %s; mso-page-orientation: %s; margin: %dmm; }
"""
"""How a page of its own looks on the screen, on paper, and in a word processor that opens it."""


def write(report: Readable, lang: Lang) -> str:
    """What a report says, as the whole of a file."""
    return page(report.illustrated(lang))


def html(document: Document) -> str:
    """A document as a piece of HTML.

    >>> html(Document("", (Heading("A & B", 1), Paragraph("It is short.", "Note"))))
    '<h1>A &amp; B</h1>\\n<p><b>Note:</b> It is short.</p>\\n'
    """
    return of_blocks(document.blocks, Setting(lang=document.lang))


def page(document: Document) -> str:
    """A document as a page of its own, that a browser opens in the right letters and from which a word processor takes the tables."""
    lying = any(sheet.lying for of in _tables(document.blocks) for sheet in paper.sheets(paper.coded(of, document.lang)))
    size, orientation = ("A4 landscape", "landscape") if lying else ("A4", "portrait")
    looks = _LOOKS % (paper.FONT, paper.BODY, size, orientation, paper.MARGIN)
    head = f'<head><meta charset="utf-8"><title>{_one_line(document.title)}</title>\n<style>\n{looks}</style></head>'
    body = ("" if document.titled else of_blocks([Heading(document.title, 1)])) + html(document)
    return f'<!doctype html>\n<html lang="{document.lang}">\n{head}\n<body>\n{body}</body>\n</html>\n'


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    """The tables among some blocks, those in passages too."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Passage):
            yield from _tables(block.blocks)


@dataclass(frozen=True, slots=True)
class Setting:
    """How blocks are set: for paper, or on a page of a site.

    Attributes:
        framed: each table stands in a frame that scrolls sideways and that the keyboard reaches; its notes are marked as such, and its
            colours and sizes are for a style sheet to say. A table that is not framed says them itself, as a word processor needs them.
        down: so many levels further down than they say the headings stand.
        name: what a frame is called where its table has no title and stands under no heading.
        lang: the language of what is said of a table.
        scrolls: whether a table that is wider than its place scrolls sideways there, and is as on paper otherwise.
    """

    framed: bool = False
    down: int = 0
    name: str = ""
    lang: Lang = "nb"
    scrolls: bool = False


ALONE = Setting()


def of_blocks(blocks: Iterable[Block], setting: Setting = ALONE) -> str:
    """Some blocks as HTML, set as that says."""
    pieces = []
    for block in blocks:
        pieces.append("".join(_parts(block, setting)))
        if isinstance(block, Heading | Passage):
            # What the keyboard reaches has a name for those who hear the page: the nearest heading above it.
            setting = replace(setting, name=block.text if isinstance(block, Heading) else block.title)
    return "".join(pieces)


def _parts(block: Block, setting: Setting) -> Iterator[str]:
    if isinstance(block, Heading):
        level = min(6, block.level + setting.down)
        yield f"<h{level}{_named(block.anchor)}>{_one_line(block.text)}</h{level}>\n"
    elif isinstance(block, Paragraph):
        yield f"<p{_named(block.anchor)}>{_labelled(block)}</p>\n"
    elif isinstance(block, Items):
        yield _items(block.items)
    elif isinstance(block, Passage):
        yield from _passage(block, setting)
    elif isinstance(block, Notes):
        yield _notes(block.lines, setting)
    elif isinstance(block, Picture):
        yield _picture(block, setting.lang)
    elif setting.framed:
        yield from _framed(block, setting.name)
    elif setting.scrolls:
        yield f'<div style="overflow-x:auto">{_on_paper(block, setting.lang, least=LEAST)}</div>\n'
    else:
        yield _on_paper(block, setting.lang)


def _picture(picture: Picture, lang: Lang) -> str:
    """A picture that is a part of the page, and acts in no way. As PNG it can be pasted into a word processor."""
    title = f"<figcaption><b>{_one_line(picture.title)}</b></figcaption>" if picture.title else ""
    try:
        source = base64.b64encode(picture.png()).decode("ascii")
    except VirkningskjedeError as why:
        return f"<p>{_one_line(why.in_(lang))}</p>\n"
    alternative = escaping.escape(" ".join(visible(picture.alternative).split()))
    return (
        f'<figure style="margin:1em 0">{title}<img src="data:image/png;base64,{source}" alt="{alternative}" style="width:100%"></figure>\n'
    )


def _named(anchor: str) -> str:
    return f' id="{escaping.escape(anchor)}"' if anchor else ""


def _labelled(block: Paragraph | Item) -> str:
    """A text after its label in bold; a label alone has nothing to stand before."""
    text = _one_line(block.text)
    if not block.label:
        return text
    return f"<b>{_one_line(block.label)}:</b> {text}" if text else f"<b>{_one_line(block.label)}</b>"


def _items(items: Sequence[Item]) -> str:
    points = (f"<li>{_labelled(item)}{f'{chr(10)}{_items(item.items)}' if item.items else ''}</li>\n" for item in items)
    return f"<ul>\n{''.join(points)}</ul>\n"


def _passage(passage: Passage, setting: Setting) -> Iterator[str]:
    head = Heading(passage.title, passage.level, passage.anchor) if passage.level < 4 else Paragraph("", passage.title, passage.anchor)
    yield from _parts(head, setting)
    yield of_blocks(passage.blocks, replace(setting, name=passage.title))


def _framed(of: Table, name: str) -> Iterator[str]:
    called = of.title or name or " ".join(filter(None, of.headers))
    label = f' role="region" aria-label="{_one_line(called)}"' if called else ""
    yield f'<div class="scroll" tabindex="0"{label}>{_table(of, _OF_A_SITE).rstrip()}</div>\n'
    yield _notes(of.notes, Setting(framed=True))


LEAST = 5
"""So many letters wide are the columns of a table at least that scrolls in a narrow place."""


def _on_paper(of: Table, lang: Lang, least: int = 0) -> str:
    """A table that keeps its lines, headings, sizes and colours when it is pasted into a word processor."""
    short = paper.coded(of, lang)
    sheet = paper.sheets(short)[0]
    wide = sheet.lying or of.spacing == "apart"
    shares = [100 * width / sum(sheet.widths) for width in sheet.widths] if wide and len(sheet.widths) == len(of.headers) else []
    columns = "".join(f'<col width="{share:.1f}%">' for share in shares)  # what word processors read
    font = f"font-family:{paper.FONT},sans-serif;font-size:{sheet.size}pt"
    width = ";width:100%" if wide else ""
    width += f";min-width:{least * len(of.headers)}em" if least and wide else ""
    looks = _Looks(f"{width};{font}", f"{_CELL};{font}", f";background:{paper.HEADER};color:{paper.INK}", columns, filled=True)
    return _table(short, looks) + _notes(short.notes)


@dataclass(frozen=True, slots=True)
class _Looks:
    """What a table says of its own looks.

    Attributes:
        table: the table, beyond that its borders are one.
        cell: each cell.
        header: each header, beyond that.
        columns: how wide the columns are, as elements; empty for what their texts need.
        filled: whether cells have colours by what they hold.
    """

    table: str
    cell: str
    header: str
    columns: str
    filled: bool


_OF_A_SITE = _Looks("", _CELL, "", "", filled=False)
"""What a style sheet says the rest of."""


def _notes(notes: Iterable[str], setting: Setting = ALONE) -> str:
    marked = ' class="note"' if setting.framed else ""
    return "".join(f"<p{marked}>{text(note)}</p>\n" for note in notes)


def _table(of: Table, looks: _Looks) -> str:
    """The rows under their headers."""
    whole = ' width="100%"' if looks.columns else ""
    lines = [f'<table{whole} style="border-collapse:collapse{looks.table}">']
    if of.title:
        lines.append(f"<caption>{text(of.title)}</caption>")
    if looks.columns:
        lines.append(f"<colgroup>{looks.columns}</colgroup>")
    headers = "".join(_header(header, of.links.get((-1, place)), looks) for place, header in enumerate(of.headers))
    lines.append(f"<thead><tr>{headers}</tr></thead>")
    lines.append("<tbody>")
    for number, row in enumerate(of.rows):
        cells = [f'<th scope="row" style="{looks.cell}">{_linked(row[0], of.links.get((number, 0)))}</th>']
        cells += [_cell(of, number, place, row[place], looks) for place in range(1, len(row))]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    lines.append("</tbody></table>")
    return "\n".join(lines) + "\n"


def _header(label: str, link: str | None, looks: _Looks) -> str:
    """A header; an empty one heads nothing, and is a cell like others."""
    style = f'style="{looks.cell}{looks.header}"'
    return f'<th scope="col" {style}>{_linked(label, link)}</th>' if label else f"<td {style}></td>"


def _cell(of: Table, number: int, place: int, content: str, looks: _Looks) -> str:
    spot = number, place
    hint, kind = of.hints.get(spot), of.kinds.get(spot)
    title = f' title="{escaping.escape(visible(hint))}"' if hint else ""
    marked = f' class="{escaping.escape(kind)}"' if kind else ""
    fill = paper.fill_of(kind) if kind and looks.filled else None
    coloured = f";background:{fill};color:{paper.INK}" if fill else ""
    return f'<td style="{looks.cell}{coloured}"{marked}{title}>{_linked(content, of.links.get(spot))}</td>'


def _linked(content: str, link: str | None) -> str:
    if not link or not content:
        return text(content)
    return f'<a href="{escaping.escape(link if "#" in link else f"#{link}")}">{text(content)}</a>'


def text(content: str) -> str:
    """Text in which nothing acts as HTML, with its lines kept."""
    return escaping.escape(visible(content)).replace("\n", "<br>")


def _one_line(content: str) -> str:
    return escaping.escape(visible(" ".join(content.split())))
