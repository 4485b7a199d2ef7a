"""Files for Word and Excel: what a reader of them sees, what a program reads in them, and that nothing in them acts or tells the time."""

from __future__ import annotations

import base64
import datetime
import io
import re
import struct
import sys
import zipfile
import zlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from hypothesis import given, settings

import virkningskjede as vk
from virkningskjede.errors import DrawingError
from virkningskjede.i18n import LANGS
from virkningskjede.project import Portfolio
from virkningskjede.report import Block, Document, Heading, Item, Items, Notes, Paragraph, Passage, Picture, Table, Value, paper
from virkningskjede.report.write_excel import EXACT, LONGEST_CELL, excel_file
from virkningskjede.report.write_html import page
from virkningskjede.report.write_markdown import markdown
from virkningskjede.report.write_text import plain
from virkningskjede.report.write_word import word_file

from .test_writers import documents, tables

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "＝1")
HOSTILE = '\x00\x0b\x1b[31m\ufffe\ud800 <w:t> & "x" \''


def read(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def workbook(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def wide(columns: int = 9) -> Table:
    heads = [f"Pilot nummer {number}\n(Modell 1)" for number in range(columns)]
    codes = {place: f"P{place}" for place in range(1, columns + 1)}
    rows = (("Samlokalisering", *["gjennomført"] * columns), ("Møter", *["planlagt?"] * columns))
    kinds = {(0, place): "completed" for place in range(1, columns + 1)}
    return Table(("", *heads), rows, "Tiltak", ("Et notat.",), kinds=kinds, codes=codes)


# Word


def test_headings_lists_and_tables_are_real() -> None:
    document = Document(
        "Prøve",
        (
            Heading("Prøve", 1),
            Paragraph("det er slik", "Grunn"),
            Heading("Del"),
            Items((Item("a", items=(Item("b", "Hvem"),)),)),
            Passage("Påstand", (Paragraph("ja"), Passage("Lest slik", (Paragraph("nei"),), level=4)), level=3),
            Table(("Hva", "Antall"), (("Kurs", "2"),), "Tabell", ("Note.",), values={(0, 1): 2}),
            Notes(("Under alt.",)),
        ),
    )
    file = read(word_file(document))
    styled = [(paragraph.style.name, paragraph.text) for paragraph in file.paragraphs if paragraph.text]
    assert styled == [
        *[("Heading 1", "Prøve"), ("Normal", "Grunn: det er slik"), ("Heading 2", "Del")],
        *[("List Bullet", "a"), ("List Bullet 2", "Hvem: b"), ("Heading 3", "Påstand"), ("Normal", "ja"), ("Normal", "Lest slik")],
        *[("Normal", "nei"), ("Caption", "Tabell"), ("Normal", "Note."), ("Normal", "Under alt.")],
    ]
    (table,) = file.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Hva", "Antall"], ["Kurs", "2"]]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None, "the header is repeated on each page"
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Tabell", "what is read aloud of it"
    assert table.cell(1, 1).paragraphs[0].alignment == 2, "numbers stand to the right"


@pytest.mark.parametrize(("lang", "tag"), [("nb", "nb-NO"), ("en", "en-GB")])
def test_the_letters_and_the_language(lang: Any, tag: str) -> None:
    file = read(word_file(Document("Tittel", (Paragraph("a"),), lang)))
    assert (file.core_properties.title, file.core_properties.language) == ("Tittel", tag)
    defaults = file.styles.element.find(qn("w:docDefaults"))
    assert [language.get(qn("w:val")) for language in defaults.iter(qn("w:lang"))] == [tag]
    fonts = {value for fonts in file.styles.element.iter(qn("w:rFonts")) for value in fonts.attrib.values()}
    assert fonts == {"Arial"} and file.styles["Normal"].font.size.pt == 10
    assert file.paragraphs[0].style.name == "Heading 1", "a page of its own has a title"


def test_nine_pilots_fit_a_page_that_lies_under_short_codes_that_are_spelt_out() -> None:
    blocks: tuple[Block, ...] = (Paragraph("Før."), wide(), Heading("Etter"), *[Paragraph("Løpende tekst.")] * 20)
    file = read(word_file(Document("Prøve", blocks)))
    assert [section.orientation for section in file.sections] == [WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    (table,) = file.tables
    assert [cell.text for cell in table.rows[0].cells] == ["", *(f"P{place}" for place in range(1, 10))]
    section = file.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert sum(column.width for column in table.columns) <= room
    assert {run.font.size.pt for row in table.rows for cell in row.cells for p in cell.paragraphs for run in p.runs} == {paper.SMALL}
    text = [paragraph.text for paragraph in file.paragraphs]
    assert text[text.index("Et notat.") - 1].startswith("Kolonnene: P1 Pilot nummer 0 (Modell 1); P2 Pilot nummer 1 (Modell 1); ")
    fill = table.cell(1, 1)._tc.tcPr.find(qn("w:shd"))
    assert fill.get(qn("w:fill")) == paper.FILLS["completed"][1:]


def test_what_no_page_is_wide_enough_for_is_spread_over_several_tables() -> None:
    file = read(word_file(Document("Prøve", (wide(40),))))
    assert len(file.tables) > 1
    heads = [cell.text for table in file.tables for cell in table.rows[0].cells[1:]]
    assert heads == [f"P{place}" for place in range(1, 41)]
    assert {table.rows[1].cells[0].text for table in file.tables} == {"Samlokalisering"}


def a_png(width: int, height: int) -> bytes:
    """A PNG of one colour, drawn at 100 dots to the inch."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header, dots = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0), struct.pack(">IIB", 3937, 3937, 1)
    lines = zlib.compress((b"\0" + b"\0" * -(-width // 8)) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"pHYs", dots) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def drawn(width: int, height: int) -> Picture:
    def draw(path: Path) -> None:
        path.write_bytes(a_png(width, height))

    return Picture(draw, 'Kjeden "i ett" <bilde>', "Som bilde")


@pytest.mark.parametrize(("size", "lying", "shown"), [((1000, 500), True, (257, 128.5)), ((500, 800), False, (153.1, 245))])
def test_a_picture_stands_on_a_page_of_its_own_with_its_text(size: tuple[int, int], lying: bool, shown: tuple[float, float]) -> None:
    document = Document("Prøve", (Paragraph("a"), drawn(*size)))
    assert word_file(document) == word_file(document)
    file = read(word_file(document))
    (inline,) = file.element.body.iter(qn("wp:inline"))
    assert inline.docPr.get("descr") == 'Kjeden "i ett" <bilde>'
    assert (inline.extent.cx.mm, inline.extent.cy.mm) == pytest.approx(shown, abs=0.1)
    assert [section.orientation == WD_ORIENT.LANDSCAPE for section in file.sections] == ([False, True] if lying else [False])
    assert [paragraph.text for paragraph in file.paragraphs if paragraph.text] == ["Prøve", "a", "Som bilde"]


def test_a_picture_that_cannot_be_read_on_a_page_or_drawn_is_told_of() -> None:
    def fails(_: Path) -> None:
        raise DrawingError("Ingen tegner her")

    document = Document("Prøve", (drawn(400, 3000), Picture(fails, "Kjeden")))
    texts = [paragraph.text for paragraph in read(word_file(document)).paragraphs if paragraph.text]
    assert texts == [
        "Prøve",
        "Som bilde",
        "Bildet er for stort for en side. Lagre det som en egen fil, med et navn som slutter på .svg eller .pdf.",
        "Ingen tegner her",
    ]
    assert "<p>Ingen tegner her</p>" in page(document)


def test_a_picture_is_a_part_of_a_page_and_no_part_of_text() -> None:
    document = Document("Prøve", (Paragraph("a"), drawn(100, 50)))
    assert 'alt="Kjeden &quot;i ett&quot; &lt;bilde&gt;" style="width:100%"' in page(document)
    assert base64.b64encode(a_png(100, 50)).decode("ascii") in page(document)
    assert plain(document) == "a\n"
    assert markdown(document) == "a\n"


def test_a_model_in_word_holds_its_picture(portfolio: Portfolio, tmp_path: Path) -> None:
    file = docx.Document(str(portfolio["ha"].to_word(tmp_path / "ha.docx")))
    (inline,) = file.element.body.iter(qn("wp:inline"))
    assert inline.docPr.get("descr") == (
        "Virkningskjeden til Hå – «Arbeidsløftet» som bilde: 53 ledd, 40 koblinger (23 står i kilden, 17 er tolket). "
        "Ledd og koblinger står også i teksten over."
    )
    assert file.sections[-1].orientation == WD_ORIENT.LANDSCAPE


def test_ranges_stand_in_line_with_the_numbers_of_their_column() -> None:
    table = Table(("", "Antall"), (("a", "7"), ("b", "3–6")), values={(0, 1): 7})
    file = read(word_file(Document("Prøve", (table,))))
    assert [cell.paragraphs[0].alignment for cell in file.tables[0].column_cells(1)] == [WD_ALIGN_PARAGRAPH.RIGHT] * 3
    assert [cell.paragraphs[0].alignment for cell in file.tables[0].column_cells(0)] == [None] * 3


def test_links_lead_to_places_in_the_same_document_and_nowhere_else() -> None:
    table = Table(("", "a"), (("r", "x"), ("s", "y")), links={(0, 1): "#p 1", (1, 1): "annen.html#p"})
    file = read(word_file(Document("T", (table, Paragraph("Grunn", anchor="p 1")))))
    (link,) = file.element.body.iter(qn("w:hyperlink"))
    (place,) = file.element.body.iter(qn("w:bookmarkStart"))
    assert link.get(qn("w:anchor")) == place.get(qn("w:name")) == "s1"
    assert not [rel for rel in file.part.rels.values() if rel.is_external]


@given(documents)
@settings(max_examples=25)
def test_any_document_can_be_opened(document: Document) -> None:
    read(word_file(document))


def test_what_xml_refuses_and_what_is_very_long_is_written_all_the_same() -> None:
    long = "ord " * 20_000 + "x" * 5_000
    table = Table((HOSTILE, "b"), ((HOSTILE, long),), HOSTILE, (HOSTILE,))
    document = Document(HOSTILE * 50, (Heading(HOSTILE, 1), Paragraph(long, HOSTILE), table))
    file = read(word_file(document))
    shown = '���[31m�� <w:t> & "x" \''
    assert file.paragraphs[0].text == shown.replace("���", "� �", 1)
    assert [cell.text for cell in file.tables[0].rows[1].cells] == [shown, long]
    book = workbook(excel_file(document, table))
    assert len(book.worksheets[0].cell(2, 2).value) == LONGEST_CELL
    assert max(len(sheet.title) for sheet in book.worksheets) <= 31


# Excel


def test_numbers_and_days_are_such_and_formulas_are_text() -> None:
    day = datetime.date(2024, 10, 29)
    rows: list[list[str | Value | None]] = [["a", 2, Decimal("0.25"), day, None]]
    rows += [[formula, 1, 0.5, day, "2024"] for formula in FORMULAS]
    listing = Table.of(("=navn", "antall", "andel", "dag", "når"), rows)
    sheet = workbook(excel_file(Document("T", ()), listing)).worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["a", 2, 0.25, datetime.datetime(2024, 10, 29), None]
    assert [cell.number_format for cell in sheet[2]][1:4] == ["0", "0.00", "yyyy-mm-dd"]
    assert [sheet.cell(row, 1).value for row in range(1, len(FORMULAS) + 3)] == ["=navn", "a", *FORMULAS]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)} == {"s"}
    assert all(sheet.cell(row, 1).quotePrefix for row in range(3, len(FORMULAS) + 3)), "still text after it is edited"


def test_a_workbook_has_the_tables_every_row_and_what_explains_them() -> None:
    document = Document("Prøve", (Paragraph("Slik er det."), wide(3), wide(3)))
    book = workbook(excel_file(document, Table(("id",), (("a",),))))
    assert book.sheetnames == ["Tiltak", "Tiltak (2)", "Alle rader", "Forklaring"]
    sheet = book["Tiltak"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("B2", "A1:D3", "$1:$1")
    assert sheet["B2"].fill.fgColor.rgb == f"00{paper.FILLS['completed'][1:].upper()}"
    assert sheet["B1"].value == "Pilot nummer 0\n(Modell 1)", "names in full, where there is room"
    assert (book["Alle rader"].freeze_panes, book["Alle rader"].page_setup.orientation) == ("A2", "landscape")
    explained = [cell.value for cell in book["Forklaring"]["A"]]
    assert explained[:4] == ["Prøve", "Slik er det.", "Arkene", "Tiltak"] and "Et notat." in explained


def test_a_sheet_that_is_too_wide_for_a_page_is_printed_on_several_with_its_names_on_each() -> None:
    listing = Table(tuple(f"kolonne {n}" for n in range(20)), (("x" * 40,) * 20,))
    setup = workbook(excel_file(Document("T", ()), listing)).worksheets[0]
    assert (setup.page_setup.fitToWidth, setup.page_setup.fitToHeight, setup.print_title_cols) == (4, 0, "$A:$A")
    narrow = workbook(excel_file(Document("T", ()), Table(("id",), (("a",),)))).worksheets[0]
    assert (narrow.page_setup.fitToWidth, narrow.print_title_cols) == (1, None)


def test_a_whole_number_that_excel_cannot_hold_stands_as_text() -> None:
    sheet = workbook(excel_file(Document("T", ()), Table.of(("n",), [[EXACT], [EXACT + 1]]))).worksheets[0]
    assert [cell.value for cell in sheet["A"]] == ["n", EXACT, str(EXACT + 1)]


def test_names_of_sheets_are_such_as_excel_takes() -> None:
    titles = ("History", "a/b:c*?[d]\\e", "'x'", "", "t" * 40, "T" * 40)
    document = Document("D", tuple(Table(("a",), (("b",),), title) for title in titles))
    names = workbook(excel_file(document, Table(("a",), ()))).sheetnames
    assert names[:4] == ["History (2)", "a b c d e", "x", "D"]
    assert len({name.casefold() for name in names}) == len(names) and all(len(name) <= 31 for name in names)


@given(documents, tables)
@settings(max_examples=25)
def test_any_result_can_be_opened(document: Document, listing: Table) -> None:
    book = workbook(excel_file(document, listing))
    assert {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


# Both


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_same_result_gives_the_same_file_whatever_the_time(form: str, portfolio: Portfolio, tmp_path: Path) -> None:
    matrix = vk.compare(portfolio.where(kind="pilot"), "tiltak")
    write = matrix.to_word if form == "docx" else matrix.to_excel
    one, two = (write(tmp_path / f"{name}.{form}", lang="en").read_bytes() for name in "ab")
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]*Z", core)) == {"2000-01-01T00:00:00Z"}


def test_every_result_is_written(portfolio: Portfolio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Picture, "png", lambda _: a_png(100, 50))  # how each is drawn is asked elsewhere
    pilots, ha = portfolio.where(kind="pilot"), portfolio["ha"]
    results: tuple[Any, ...] = (
        *(ha, vk.validate(pilots), vk.check(pilots, "oslo-economics-2020"), vk.compare(pilots, "tiltak"), vk.consensus(pilots, min=3)),
        *(vk.similarity(pilots), vk.paths(ha), vk.gaps(pilots), vk.coverage(ha), vk.agreement(ha, ha), vk.progress(pilots)),
        *(vk.waves(pilots), vk.diff(ha, portfolio["tromso"]), vk.diff(ha, ha)),
    )
    for number, result in enumerate(results):
        for lang in LANGS:
            words = read(result.to_word(tmp_path / f"{number}{lang}.docx", lang=lang).read_bytes())
            assert words.core_properties.title
            book = workbook(result.to_excel(tmp_path / f"{number}{lang}.xlsx", lang=lang).read_bytes())
            assert book.sheetnames[-1] == {"nb": "Forklaring", "en": "Explanation"}[lang]


def test_without_the_extra_one_sentence_says_what_to_install(portfolio: Portfolio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    for write, name in ((portfolio["ha"].to_word, "x.docx"), (portfolio["ha"].to_excel, "x.xlsx")):
        with pytest.raises(vk.UsageError, match=r"need an extra; install it with: python3 -m pip install 'virkningskjede\[office\]'"):
            write(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_title_that_a_document_begins_with_is_said_once(portfolio: Portfolio, tmp_path: Path) -> None:
    path = vk.check(portfolio["ha"], "oslo-economics-2020").to_word(tmp_path / "x.docx")
    written = read(path.read_bytes())
    said = [paragraph.text for paragraph in written.paragraphs]
    assert said.count("Hå – «Arbeidsløftet», kilde: Statusrapport, Oxford Research (2024)") == 1


def test_a_name_that_ends_in_something_else_is_refused(portfolio: Portfolio, tmp_path: Path) -> None:
    ha = portfolio["ha"]
    for write, name, known in ((ha.to_word, "x.pdf", ".docx"), (ha.to_excel, "x.docx", ".xlsx"), (ha.to_csv, "x", ".csv")):
        with pytest.raises(vk.UsageError, match=f"^The name “{name}” must end in {known}$"):
            write(tmp_path / name)
    assert list(tmp_path.iterdir()) == []
    assert ha.to_csv(tmp_path / "x.CSV").is_file()


def test_a_file_that_cannot_be_written_is_told_of(portfolio: Portfolio, tmp_path: Path) -> None:
    with pytest.raises(vk.UsageError, match=r"mangler[/\\]x\.docx"):
        portfolio["ha"].to_word(tmp_path / "mangler" / "x.docx")


def test_the_fills_are_those_of_the_web_site() -> None:
    import virkningskjede.atlas

    css = (Path(virkningskjede.atlas.__file__).parent / "static" / "atlas.css").read_text("utf-8")
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", css.partition("@media")[0]))
    rules = re.findall(r"^(td[^{]*)\{ background: var\(--([\w-]+)\)", css, re.M)
    for kind, fill in paper.FILLS.items():
        (name,) = [name for selectors, name in rules if f"td.{kind}" in re.split(r",\s*|\s", selectors)]
        assert colours[name] == fill
