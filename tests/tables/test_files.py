"""Cells out of files: what divides them, what they are written in, and files that are made to do harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import networkx as nx
import openpyxl
import pandas as pd
import pytest
from docx.oxml import OxmlElement

from virkningskjede.diagnostics import InvalidModel, line
from virkningskjede.errors import UsageError
from virkningskjede.tables.files import sheets_in, sheets_of

TABLE = (("Steg", "Tekst", "Fører til"), ("Aktivitet", "Kurs på øya, for alle", "Ro"), ("Brukereffekt", "Ro", ""))


@pytest.mark.parametrize("divider", [";", ",", "\t"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("before", ["", "sep=", "title"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_text_is_read_whatever_divides_it_and_whatever_it_is_saved_in(
    divider: str, codec: str, before: str, newline: str, tmp_path: Path
) -> None:
    rows = [divider.join(f'"{cell}"' if divider in cell else cell for cell in row) for row in TABLE]
    first = {"": [], "sep=": [f"sep={divider}"], "title": ["Kurs på øya" + divider * 2]}[before]
    path = tmp_path / "t.csv"
    path.write_bytes(newline.join([*first, *rows, ""]).encode(codec))
    (sheet,) = sheets_in(path)
    title = (("Kurs på øya", "", ""),) if before == "title" else ()
    assert sheet.rows == (*title, *TABLE)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a;b\n1;"x\ny"\n', (("a", "b"), ("1", "x\ny"))),
        ('a\tb\n1\t"Bli kjent"-samtale\n', (("a", "b"), ("1", '"Bli kjent"-samtale'))),
        ('a;b\n1;"x\n2;y\n', (("a", "b"), ("1", '"x'), ("2", "y"))),
        ("a;b\n'=1;'n\n", (("a", "b"), ("=1", "'n"))),
    ],
)
def test_quotation_marks_and_apostrophes(text: str, rows: tuple[tuple[str, ...], ...], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(text, "utf-8", newline="")
    assert sheets_in(tmp_path / "t.csv")[0].rows == rows


def book(path: Path, **sheets: list[list[object]]) -> Path:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


def test_a_workbook_gives_its_sheets_with_numbers_as_people_see_them(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", Ark1=[["a", None, "b"], [1, 0.30000000000000004, "x "], [None], [1.125, True, "=1+1"]], Tomt=[])
    workbook = openpyxl.load_workbook(path)
    workbook["Ark1"]["A2"] = 0.53
    workbook["Ark1"]["A2"].number_format = "0 %"
    workbook.save(path)
    (sheet,) = sheets_in(path)
    assert sheet.name == "Ark1"
    assert sheet.rows == (("a", "", "b"), ("53 %", "0.3", "x"), (), ("1.1250", "true"))
    assert sheet.blank == {(3, 2): "=1+1"}
    assert sheet.place(1, 2).in_("nb").endswith("t.xlsx, ark «Ark1», celle C2")


def test_a_word_file_gives_its_tables_with_merged_cells_once(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(3, 2)
    for row, column, text in ((0, 0, "Steg"), (0, 1, "Tekst"), (1, 0, "Aktivitet"), (1, 1, "Kurs"), (2, 1, "Møte")):
        table.cell(row, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    document.save(str(tmp_path / "t.docx"))
    (sheet,) = sheets_in(tmp_path / "t.docx")
    assert sheet.rows == (("Steg", "Tekst"), ("Aktivitet", "Kurs"), ("", "Møte"))
    assert sheet.merged == {(2, 0): (1, 0)}
    assert sheet.place(2, 1).in_("en").endswith("t.docx, table 1, row 3, column 2")


def test_merged_cells_of_a_workbook_are_known(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", Ark1=[["a", None, "b"], [1, 2, 3]], Ark2=[["c"]])
    workbook = openpyxl.load_workbook(path)
    workbook["Ark1"].merge_cells("A1:B1")
    workbook["Ark1"].merge_cells("AA10:AA11")
    workbook.save(path)
    first, second = sheets_in(path)
    assert (first.merged, second.merged) == ({(0, 1): (0, 0), (10, 26): (9, 26)}, {})


def test_markdown_and_html_give_their_tables(tmp_path: Path) -> None:
    table = "<table><tr><th colspan=2>C</th></tr><tr><td>\n1</td><td>2</td></tr></table>"
    text = f"# T\n\n| A | B |\n| --- | --- |\n| **1** \\| x | y<br>z |\n\n{table}\n"
    (tmp_path / "t.md").write_text(text, "utf-8")
    assert [(sheet.name, sheet.rows) for sheet in sheets_in(tmp_path / "t.md")] == [
        ("1", (("A", "B"), ("1 | x", "y\nz"))),
        ("2", (("C", ""), ("1", "2"))),
    ]


def test_the_parts_of_a_list_in_a_cell_begin_with_bullets(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(1, 3)
    for column, style in enumerate(("List Bullet", "List Number", "List Bullet")):
        for text in ("Kurs", "Møte")[: 2 - column // 2]:
            table.cell(0, column).add_paragraph(text, style)
    document.save(str(tmp_path / "t.docx"))
    assert sheets_in(tmp_path / "t.docx")[0].rows == (("• Kurs\n• Møte", "• Kurs\n• Møte", "Kurs"),)
    (tmp_path / "t.html").write_text("<table><tr><td><ul><li>Kurs<li><p>Møte</p></ul><td><ul><li>Kurs</ul></table>", "utf-8")
    assert sheets_in(tmp_path / "t.html")[0].rows == (("• Kurs\n• Møte", "Kurs"),)
    (tmp_path / "t.md").write_text("| A | B |\n| - | - |\n| <ul><li>Kurs</li><li>Møte</li></ul> | - Kurs |\n", "utf-8")
    assert sheets_in(tmp_path / "t.md")[0].rows == (("A", "B"), ("• Kurs\n• Møte", "- Kurs"))


def test_a_word_file_is_read_with_its_changes_accepted(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, column, parts in ((0, 0, ("", "Kurs", " i norsk")), (0, 1, ("Leksehjelp", "", "")), (1, 0, ("Møte", "", ""))):
        paragraph = table.cell(row, column).paragraphs[0]
        for text, change in zip(parts, ("", "ins", "del"), strict=True):
            run = paragraph.add_run(text)._r
            if change:
                marked = OxmlElement(f"w:{change}")
                run.addprevious(marked)
                marked.append(run)
    table.rows[1]._tr.get_or_add_trPr().append(OxmlElement("w:del"))
    document.save(str(tmp_path / "t.docx"))
    assert sheets_in(tmp_path / "t.docx")[0].rows == (("Kurs", "Leksehjelp"), ("", ""))


def test_a_graph_gives_a_row_for_each_node_and_arrow(tmp_path: Path) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("n0", stage="activity", label="Kurs", status="planned")
    graph.add_node("n1", stage="outcome", label="Ro")
    graph.add_edge("n0", "n1", because="Tid")
    nx.write_graphml(graph, tmp_path / "t.graphml")
    rows = (
        ("id", "stage", "label", "to (id)", "status", "because"),
        ("n0", "activity", "Kurs", "", "planned", ""),
        ("n1", "outcome", "Ro", "", "", ""),
        ("n0", "arrow", "", "n1", "", "Tid"),
    )
    assert sheets_in(tmp_path / "t.graphml")[0].rows == rows
    assert sheets_of(graph)[0].rows == rows
    assert sheets_of(graph)[0].place(1).in_("nb") == "ledd n0"


def test_a_frame_gives_its_rows() -> None:
    (sheet,) = sheets_of(pd.DataFrame({"Steg": ["Aktivitet", None], "Tekst": ["Kurs", "Møte"], "Antall": [1.0, float("nan")]}))
    assert sheet.rows == (("Steg", "Tekst", "Antall"), ("Aktivitet", "Kurs", "1"), ("", "Møte", ""))
    assert sheet.place(2, 1).in_("nb") == "rad 1, kolonnen «Tekst»"


def repacked(path: Path, name: str, before: bytes, after: bytes) -> Path:
    """The file with something else in one of its parts."""
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w") as packed:
        for part in source.namelist():
            data = source.read(part)
            packed.writestr(part, data.replace(before, after, 1) if part == name else data)
    return path


DEFINED = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'


def hostile(path: Path) -> Path:
    """A file that is made to do harm, or is none of what its name says."""
    if path.name == "bomb.xlsx":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("xl/worksheets/sheet1.xml", b"0" * 129 * 1024 * 1024)
    elif path.name == "entity.xlsx":
        repacked(book(path, Ark=[["Steg"]]), "xl/worksheets/sheet1.xml", b"<worksheet", DEFINED + b"<worksheet")
    elif path.name == "external.docx":
        docx.Document().save(str(path))
        repacked(path, "word/document.xml", b"<w:document", DEFINED + b"<w:document")
    elif path.name == "merged.xlsx":
        merged = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        repacked(book(path, Ark=[["Steg"]]), "xl/worksheets/sheet1.xml", b"</sheetData>", merged)
    elif path.name == "spans.html":
        path.write_text(f"<table><tr>{'<td rowspan=99999 colspan=99999>x' * 9}</table>", "utf-8")
    elif path.name == "entity.graphml":
        path.write_bytes(b'<?xml version="1.0"?>' + DEFINED + b"<graphml/>")
    elif path.name == "many.docx":
        with zipfile.ZipFile(path, "w") as packed:
            for number in range(5001):
                packed.writestr(str(number), b"")
    else:
        path.write_bytes(
            {"locked.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "png.csv": b"\x89PNG\r\n\0abc", "empty.csv": b" \n"}.get(
                path.name, b"PK\x03\x04x"
            )
        )
    return path


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("bomb.xlsx", "it is larger than a table can be here"),
        ("merged.xlsx", "it is larger than a table can be here"),
        ("spans.html", "it is larger than a table can be here"),
        ("many.docx", "it is larger than a table can be here"),
        ("entity.xlsx", "it defines words of its own (DTD), which can hide anything"),
        ("external.docx", "it defines words of its own (DTD), which can hide anything"),
        ("entity.graphml", "it defines words of its own (DTD), which can hide anything"),
        ("locked.xlsx", "it is locked with a password, or made in an old Office"),
        ("damaged.xlsx", "it is damaged, or is something else than its name says"),
        ("damaged.docx", "it is damaged, or is something else than its name says"),
        ("excel.csv", "it is packed, as files from Office are"),
        ("png.csv", "it is not text"),
        ("empty.csv", "it is empty"),
        ("t.xls", "it is from an old Excel"),
        ("t.ods", "such files are not read"),
        ("t.yaml", "it is YAML, and no table"),
        ("t.json", "its name does not say that it is a table"),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_sentence(name: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidModel) as stop:
        sheets_in(hostile(tmp_path / name))
    (problem,) = stop.value.diagnostics
    assert line(problem, "en").endswith(f"{name}: error VK031 The table cannot be read: {why}")
    assert problem.tip("nb").endswith(".")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidModel, match="VK012"):
        sheets_in(tmp_path / "t.csv")


def test_what_is_no_table_at_all() -> None:
    with pytest.raises(UsageError, match="a list is no table: give a file, a data frame or a directed graph"):
        sheets_of([])
    with pytest.raises(InvalidModel, match="the arrows of the graph have no direction"):
        sheets_of(nx.Graph())


def test_nothing_beyond_the_limit_of_rows_is_kept(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a;b\n" * 100_001, "utf-8")
    with pytest.raises(InvalidModel, match="larger than a table can be here"):
        sheets_in(tmp_path / "t.csv")
