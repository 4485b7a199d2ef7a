"""Documents for Word: real headings, lists and tables, in Arial, on pages that lie where a table is wide."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from virkningskjede.errors import UsageError, VirkningskjedeError
from virkningskjede.i18n import Lang, Word, word
from virkningskjede.report import office, paper
from virkningskjede.report.document import Block, Document, Heading, Item, Items, Notes, Paragraph, Passage, Picture, Readable, Table

DEEPEST_LIST = 3
"""Levels of lists that the template has styles for."""

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_HEADINGS: Mapping[int, int] = {1: 16, 2: 13, 3: 11}
"""The sizes of headings, in points; what stands below them is a line in bold."""

_PIECES_THAT_LIE_ALONG = 12

ROOM_FOR_TITLE = 12
"""Above a picture on a page of its own, in millimetres."""

LEAST_SCALE = 0.5
"""A picture that must be made smaller than this, of what it is drawn as, cannot be read on a page."""


def write(report: Readable, lang: Lang) -> bytes:
    """What a report says, as the whole of a file."""
    return word_file(report.illustrated(lang))


def word_file(document: Document) -> bytes:
    """A document as a file for Word (.docx); the same document gives the same bytes."""
    docx = office.required("docx")
    file = docx.Document()
    _styled(file, document)
    _filled(file, document)
    out = io.BytesIO()
    file.save(out)
    return office.timeless(out.getvalue())


# The body


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of the body: its XML, and how the page must lie for it.

    Attributes:
        xml: one or more paragraphs and tables.
        lying: whether the page must lie; None where it need not stand either.
        leads: whether it belongs to what comes after it, as a heading does.
        alone: whether what stands before it stands on pages of its own, however little that is.
    """

    xml: str
    lying: bool | None = None
    leads: bool = False
    alone: bool = False


Placed = Callable[[Picture], tuple[str, bool]]
"""Puts a picture into a file, and gives the XML that refers to it and whether it is wider than it is high."""


class _Body:
    """The pieces of one document. Places that links lead to are known before the first of them is written."""

    def __init__(self, document: Document, placed: Placed | None) -> None:
        self.lang: Lang = document.lang
        self.placed = placed
        self.anchors = {anchor: f"s{number}" for number, anchor in enumerate(dict.fromkeys(_anchors(document.blocks)), 1)}

    def pieces(self, blocks: Iterable[Block]) -> Iterator[_Piece]:
        above = ""
        for block in blocks:
            if isinstance(block, Table) and block.title == above:
                block = replace(block, title="")  # noqa: PLW2901 (the heading has just said it)
            above = block.text if isinstance(block, Heading) else ""
            if isinstance(block, Heading):
                yield self._heading(block)
            elif isinstance(block, Paragraph):
                yield _Piece(_paragraph(self._anchored(_labelled(block.label, block.text), block.anchor)))
            elif isinstance(block, Items):
                yield _Piece("".join(_items(block.items, 1)))
            elif isinstance(block, Notes):
                yield _Piece("".join(map(_note, block.lines)))
            elif isinstance(block, Passage):
                yield self._heading(Heading(block.title, block.level, block.anchor))
                yield from self.pieces(block.blocks)
            elif isinstance(block, Picture):
                yield from self._picture(block)
            else:
                yield from self._table(block)

    def _picture(self, picture: Picture) -> Iterator[_Piece]:
        if self.placed is None:
            return
        title = _paragraph(_run(picture.title, bold=True), '<w:pStyle w:val="Caption"/>') if picture.title else ""
        try:
            drawing, wide = self.placed(picture)
        except VirkningskjedeError as why:
            yield _Piece(title + _paragraph(_run(why.in_(self.lang))))
        else:
            yield _Piece(title + _paragraph(f"<w:r>{drawing}</w:r>", '<w:spacing w:before="0" w:after="0"/>'), lying=wide, alone=True)

    def _heading(self, heading: Heading) -> _Piece:
        """A heading; below the third level a line in bold, which belongs to what follows as well."""
        if heading.level not in _HEADINGS:
            return _Piece(_paragraph(self._anchored(_run(heading.text, bold=True), heading.anchor), "<w:keepNext/>"), leads=True)
        content = self._anchored(_run(heading.text), heading.anchor)
        return _Piece(_paragraph(content, f'<w:pStyle w:val="Heading{heading.level}"/>'), leads=True)

    def _anchored(self, runs: str, anchor: str) -> str:
        name = self.anchors.get(anchor)
        if name is None:
            return runs
        number = name[1:]
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'

    def _table(self, table: Table) -> Iterator[_Piece]:
        for sheet in paper.sheets(paper.coded(table, self.lang)):
            of = sheet.table
            title = _paragraph(_run(of.title, bold=True), '<w:pStyle w:val="Caption"/>') if of.title else ""
            notes = "".join(map(_note, of.notes))
            yield _Piece(title + self._grid(sheet) + (notes or _paragraph("", '<w:spacing w:before="0" w:after="60"/>')), sheet.lying)

    def _grid(self, sheet: paper.Sheet) -> str:
        of = sheet.table
        borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{paper.LINE[1:]}"/>' for side in _SIDES)
        margin = _twips(paper.PADDING)
        margins = "".join(
            f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in (("top", 20), ("left", margin), ("bottom", 20), ("right", margin))
        )
        described = quoteattr(_one_line(of.title or " ".join(filter(None, of.headers))))
        properties = (
            f'<w:tblPr><w:tblW w:w="{_twips(sum(sheet.widths))}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
            f'<w:tblLook w:val="00A0" w:firstRow="1" w:firstColumn="1"/><w:tblCaption w:val={described}/></w:tblPr>'
        )
        grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in sheet.widths)
        rows = [self._row(sheet, -1, of.headers), *(self._row(sheet, number, row) for number, row in enumerate(of.rows))]
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def _row(self, sheet: paper.Sheet, number: int, row: Sequence[str]) -> str:
        head = "<w:tblHeader/>" if number < 0 else ""
        cells = "".join(self._cell(sheet, number, place, content) for place, content in enumerate(row))
        return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"

    def _cell(self, sheet: paper.Sheet, number: int, place: int, content: str) -> str:
        of = sheet.table
        fill = paper.HEADER if number < 0 else paper.fill_of(of.kinds.get((number, place), ""))
        shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill[1:]}"/>' if fill else ""
        bold = number < 0 or (place == 0 and of.spacing != "apart")
        runs = _run(content, bold=bold, size=sheet.size, lines=True)
        link = self.anchors.get(of.links.get((number, place), "").removeprefix("#"))
        runs = f'<w:hyperlink w:anchor="{link}">{runs}</w:hyperlink>' if link else runs
        # A range stands in line with the numbers of its column, as its header does.
        aligned = '<w:jc w:val="right"/>' if place in sheet.numbers else ""
        kept = "<w:keepNext/>" if number < 0 else ""
        width = _twips(sheet.widths[place])
        body = _paragraph(runs, f'{kept}<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>{aligned}')
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}</w:tcPr>{body}</w:tc>'


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph | Passage) and block.anchor:
            yield block.anchor
        if isinstance(block, Passage):
            yield from _anchors(block.blocks)


def _items(items: Sequence[Item], level: int) -> Iterator[str]:
    style = "ListBullet" if level == 1 else f"ListBullet{min(level, DEEPEST_LIST)}"
    for item in items:
        yield _paragraph(_labelled(item.label, item.text), f'<w:pStyle w:val="{style}"/>')
        yield from _items(item.items, level + 1)


def _labelled(label: str, content: str) -> str:
    """A text after its label in bold; a label alone has nothing to stand before."""
    if not label:
        return _run(content)
    return _run(f"{label}: ", bold=True) + _run(content) if content else _run(label, bold=True)


def _note(line: str) -> str:
    return _paragraph(_run(line, size=paper.SMALL), '<w:spacing w:before="40" w:after="40"/>')


def _paragraph(runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def _run(content: str, *, bold: bool = False, size: int = 0, lines: bool = False) -> str:
    """A run of text, on one line unless lines are to be kept."""
    if not content:
        return ""
    kept = office.text(content).split("\n") if lines else [_one_line(content)]
    if content.endswith(" ") and not lines:
        kept = [f"{kept[0]} "]
    sized = f'<w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/>' if size else ""
    properties = f"{'<w:b/>' if bold else ''}{sized}"
    texts = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in kept)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{texts}</w:r>"


def _one_line(content: str) -> str:
    return office.text(" ".join(content.split()))


def _twips(millimetres: float) -> int:
    return round(millimetres / 25.4 * 1440)


# The pages


def _pages(pieces: Sequence[_Piece]) -> Iterator[tuple[bool, list[_Piece]]]:
    """The pieces by the pages that they stand on: whether these lie.

    What leads to a table that lies, and a little that stands between two of them, lies along with them.
    """
    lying = [bool(piece.lying) for piece in pieces]
    start = 0
    for number, piece in enumerate(pieces):
        if not piece.lying:
            continue
        if piece.alone:
            start = number + 1
            continue
        between = range(start, number)
        if len(between) <= _PIECES_THAT_LIE_ALONG:
            for place in between:
                lying[place] = True
        else:
            place = number - 1
            while place >= start and pieces[place].leads:
                lying[place] = True
                place -= 1
        start = number + 1
    rest = range(start, len(pieces))
    if start and all(pieces[place].lying is None for place in rest) and len(rest) <= _PIECES_THAT_LIE_ALONG:
        for place in rest:
            lying[place] = True
    page: list[_Piece] = []
    for number, piece in enumerate(pieces):
        if page and lying[number] != lying[number - 1]:
            yield lying[number - 1], page
            page = []
        page.append(piece)
    yield bool(lying and lying[-1]), page


def _section(lying: bool, footer: str) -> str:
    width, height = (paper.LONG_SIDE, paper.SHORT_SIDE) if lying else (paper.SHORT_SIDE, paper.LONG_SIDE)
    margin, edge = _twips(paper.MARGIN), _twips(paper.MARGIN / 2)
    turned = ' w:orient="landscape"' if lying else ""
    return (
        f'<w:sectPr>{footer}<w:pgSz w:w="{_twips(width)}" w:h="{_twips(height)}"{turned}/>'
        f'<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}"'
        f' w:header="{edge}" w:footer="{edge}" w:gutter="0"/>'
        "</w:sectPr>"
    )


def body_of(document: Document, footer: str = "", placed: Placed | None = None) -> str:
    """What a document says, as the body of a file in XML; with the reference to its footer, and what puts its pictures into the file."""
    repeated = document.blocks[:1] == (Paragraph(document.title),)  # the heading says it
    blocks = document.blocks if document.titled else (Heading(document.title, 1), *document.blocks[repeated:])
    pages = list(_pages(tuple(_Body(document, placed).pieces(blocks))))
    parts = []
    for number, (lying, page) in enumerate(pages):
        parts += [piece.xml for piece in page]
        section = _section(lying, footer if not number else "")
        last = number == len(pages) - 1
        parts.append(section if last else _paragraph("", f'<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{section}'))
    return f"<w:body {_NAMES}>{''.join(parts)}</w:body>"


def _filled(file: Any, document: Document) -> None:
    """Put what the document says into the file."""
    body = office.required("docx.oxml").parse_xml(body_of(document, _footer(file, document), partial(_placed, file)))
    old = file.element.body
    for child in list(old):
        old.remove(child)
    for child in list(body):
        old.append(child)


def _placed(file: Any, picture: Picture) -> tuple[str, bool]:
    """A picture in the file, as large as there is room for on a page of its own, and its text for those who do not see it."""
    length, tree = office.required("docx.shared").Mm, office.required("lxml.etree")
    inline = file.part.new_pic_inline(io.BytesIO(picture.png()))
    wide = inline.extent.cx > inline.extent.cy  # as it is drawn
    across, down = (paper.LYING, paper.UPRIGHT) if wide else (paper.UPRIGHT, paper.LYING)
    scale = min(length(across) / inline.extent.cx, length(down - ROOM_FOR_TITLE) / inline.extent.cy)
    if scale < LEAST_SCALE:
        raise UsageError(Word("report.picture.large"))
    inline = _scaled(inline, scale)
    described = inline.docPr
    described.set("descr", _one_line(picture.alternative))
    described.set("name", _one_line(picture.title or picture.alternative)[:100])
    return f"<w:drawing>{tree.tostring(inline, encoding='unicode')}</w:drawing>", wide


def _scaled(inline: Any, scale: float) -> Any:
    shape = inline.graphic.graphicData.pic.spPr
    for side in ("cx", "cy"):
        size = round(getattr(inline.extent, side) * scale)
        setattr(inline.extent, side, size)
        setattr(shape, side, size)
    return inline


def _footer(file: Any, document: Document) -> str:
    """The title and the number of the page at the foot of each; gives the reference to it."""
    docx = office.required("docx.oxml")
    footer = file.sections[0].footer
    footer.is_linked_to_previous = False
    number = word("office.page", document.lang)
    size = f'<w:rPr><w:sz w:val="{2 * paper.SMALL}"/></w:rPr>'
    field = f'<w:fldSimple w:instr="PAGE"><w:r>{size}<w:t>1</w:t></w:r></w:fldSimple>'
    title = _run(f"{document.title} · {number} ", size=paper.SMALL)
    paragraph = docx.parse_xml(_paragraph(title + field, '<w:jc w:val="right"/>').replace("<w:p>", f"<w:p {_NAMES}>", 1))
    element = footer._element
    for child in list(element):
        element.remove(child)
    element.append(paragraph)
    reference = file.sections[0]._sectPr.footerReference_lst[0]
    return f'<w:footerReference w:type="default" r:id="{reference.rId}"/>'


# The looks


def _styled(file: Any, document: Document) -> None:
    """Arial, the language, headings in the colour of the text, and what the file says of itself."""
    shared = office.required("docx.shared")
    qualified = office.required("docx.oxml.ns").qn
    language = office.LANGUAGES[document.lang]
    styles = file.styles
    for fonts in styles.element.iter(qualified("w:rFonts")):
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qualified(f"w:{script}"), paper.FONT)
    for named in styles.element.iter(qualified("w:lang")):
        named.set(qualified("w:val"), language)
    for named in file.settings.element.iter(qualified("w:themeFontLang")):
        named.set(qualified("w:val"), language)
    normal = styles["Normal"]
    normal.font.name, normal.font.size = paper.FONT, shared.Pt(paper.BODY)
    normal.paragraph_format.space_after = shared.Pt(6)
    ink = shared.RGBColor.from_string(paper.INK[1:].upper())
    for level, size in _HEADINGS.items():
        style = styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold, style.font.italic = paper.FONT, shared.Pt(size), True, False
        style.font.color.rgb = ink
        style.paragraph_format.space_before, style.paragraph_format.space_after = shared.Pt(14 if level > 1 else 0), shared.Pt(4)
        style.paragraph_format.keep_with_next = True
    caption = styles["Caption"]
    caption.font.size, caption.font.bold, caption.font.color.rgb = shared.Pt(paper.BODY), True, ink
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = shared.Pt(10), shared.Pt(3)
    caption.paragraph_format.keep_with_next = True
    about = file.core_properties
    about.title, about.language = _one_line(document.title)[:255], language
    about.author, about.comments, about.last_modified_by, about.revision = "", "", "", 1
