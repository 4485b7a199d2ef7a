"""One document in every format: whole texts, and what holds whatever the texts of a model are."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.report import Block, Document, Heading, Item, Items, Notes, Paragraph, Passage, Table
from virkningskjede.report.write_csv import comma_separated
from virkningskjede.report.write_html import html, page
from virkningskjede.report.write_json import as_json
from virkningskjede.report.write_markdown import markdown
from virkningskjede.report.write_text import plain, styled

MARKS = Table(
    ("", "Bje", "Hå"), (("Samlokalisering", "P", "·"), ("Møter", "B?", "P")), "Tiltak", ("P planlagt",), kinds={(0, 1): "planned"}
)
RUNNING = Table(("Hva", "By"), (("Kurs", "– ett\n– to som er lengre"), ("Møte", "")), notes=("* usikkert",), spacing="apart")
DOCUMENT = Document(
    "Prøve",
    (
        Heading("Prøve", 1),
        Paragraph("Første avsnitt."),
        Paragraph("det er slik", "Grunn"),
        Heading("Del"),
        Items((Item("a", items=(Item("b"), Item("c", "Hvem"))), Item("d"))),
        Passage(
            "Påstand (1:2)",
            (Paragraph("alle tre", "Sier"), Items((Item("Bjerke"),)), Passage("Lest slik", (Paragraph("ja"),), level=4)),
            "p1",
        ),
        MARKS,
        RUNNING,
    ),
)


def test_as_plain_text() -> None:
    assert (
        plain(DOCUMENT, 28)
        == """\
Prøve
=====

Første avsnitt.

Grunn: det er slik

Del
---

- a
  - b
  - Hvem: c
- d

Påstand (1:2)
  Sier: alle tre
  - Bjerke
  Lest slik
    ja

Tiltak
                  Bje   Hå
--------------------------
Samlokalisering   P     ·
Møter             B?    P
P planlagt

Hva       By
--------  ------------------
Kurs      – ett
          – to som er lengre

Møte

* usikkert
"""
    )


def test_as_markdown() -> None:
    assert (
        markdown(DOCUMENT)
        == """\
# Prøve

Første avsnitt.

**Grunn:** det er slik

## Del

- a
  - b
  - **Hvem:** c
- d

### Påstand (1:2)

**Sier:** alle tre

- Bjerke

**Lest slik**

ja

**Tiltak**

|  | Bje | Hå |
| --- | --- | --- |
| Samlokalisering | P | · |
| Møter | B? | P |

P planlagt  

| Hva | By |
| --- | --- |
| Kurs | – ett<br>– to som er lengre |
| Møte |  |

\\* usikkert  
"""  # noqa: W291 (two spaces end a line of Markdown)
    )


def test_as_html() -> None:
    cell = "border:1px solid #888888;padding:3px 6px;text-align:left;vertical-align:top;font-family:Arial,sans-serif;font-size:9pt"
    written = html(DOCUMENT).replace(f"{cell};background:#f5f4f0;color:#1c2430", "head").replace(cell, "cell")
    written = written.replace(' style="head"', "").replace(' style="cell"', "")
    assert (
        written
        == """\
<h1>Prøve</h1>
<p>Første avsnitt.</p>
<p><b>Grunn:</b> det er slik</p>
<h2>Del</h2>
<ul>
<li>a
<ul>
<li>b</li>
<li><b>Hvem:</b> c</li>
</ul>
</li>
<li>d</li>
</ul>
<h3 id="p1">Påstand (1:2)</h3>
<p><b>Sier:</b> alle tre</p>
<ul>
<li>Bjerke</li>
</ul>
<p><b>Lest slik</b></p>
<p>ja</p>
<table style="border-collapse:collapse;font-family:Arial,sans-serif;font-size:9pt">
<caption>Tiltak</caption>
<thead><tr><td></td><th scope="col">Bje</th><th scope="col">Hå</th></tr></thead>
<tbody>
<tr><th scope="row">Samlokalisering</th><td style="cell;background:#fbf0cf;color:#1c2430" class="planned">P</td><td>·</td></tr>
<tr><th scope="row">Møter</th><td>B?</td><td>P</td></tr>
</tbody></table>
<p>P planlagt</p>
<table width="100%" style="border-collapse:collapse;width:100%;font-family:Arial,sans-serif;font-size:9pt">
<colgroup><col width="7.0%"><col width="93.0%"></colgroup>
<thead><tr><th scope="col">Hva</th><th scope="col">By</th></tr></thead>
<tbody>
<tr><th scope="row">Kurs</th><td>– ett<br>– to som er lengre</td></tr>
<tr><th scope="row">Møte</th><td></td></tr>
</tbody></table>
<p>* usikkert</p>
"""
    )
    whole = page(DOCUMENT)
    assert whole.startswith('<!doctype html>\n<html lang="nb">\n<head><meta charset="utf-8"><title>Prøve</title>\n<style>\n')
    assert "</style></head>\n<body>\n<h1>" in whole and "size: A4; mso-page-orientation: portrait;" in whole
    assert whole == whole[: whole.index("<h1>")] + html(DOCUMENT) + "</body>\n</html>\n"
    assert "\n<h1>A &amp; B</h1>\n<p>c</p>\n</body>" in page(Document("A & B", (Paragraph("c"),)))


def test_links_hints_and_kinds_of_cells() -> None:
    table = Table(("", "a"), (("r", "x\ny"),), links={(-1, 1): "p.html#q", (0, 0): "s"}, hints={(0, 1): 'say "so"'}, kinds={(0, 1): "met"})
    written = html(Document("", (table,)))
    assert re.findall(r'href="([^"]*)"', written) == ["p.html#q", "#s"]
    assert ' class="met" title="say &quot;so&quot;">x<br>y</td>' in written and "background:#dcecdf" in written


def test_a_terminal_gets_the_same_text_with_headings_in_bold_and_cells_in_colours() -> None:
    text = styled(DOCUMENT, 28)
    assert text.plain == plain(DOCUMENT, 28)
    marked = {(text.plain[span.start : span.end], str(span.style)) for span in text.spans}
    assert {("Prøve", "bold"), ("Tiltak", "bold"), ("Bje", "bold"), ("P", "cyan")} <= marked
    assert len([span for span in text.spans if str(span.style) == "cyan"]) == 1


def test_what_does_not_fit_is_taken_from_the_widest_column() -> None:
    table = Table(("a", "b"), (("kort", "en lang tekst som må brytes"),))
    assert plain(Document("", (table,)), 20) == "a      b\n--------------------\nkort   en lang tekst\n       som må brytes\n"


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("＝1", "'＝1"), ("-", "'-"), ('a"b', '"a""b"'), ("a,b", '"a,b"'), ("\x1b[31m", "�[31m"), ("Å", "Å")],
)
def test_a_cell_of_a_listing_acts_as_no_formula_and_steers_no_terminal(cell: str, written: str) -> None:
    assert comma_separated(Table(("h",), ((cell,),))) == f"h\r\n{written}\r\n"


def test_json_keeps_letters_order_and_numbers() -> None:
    assert as_json({"b": "å", "a": [1.5]}) == '{\n  "b": "å",\n  "a": [\n    1.5\n  ]\n}\n'


texts = st.text(max_size=30)
cells = st.lists(st.lists(texts, min_size=2, max_size=2).map(tuple), min_size=1, max_size=3).map(tuple)
tables = st.builds(Table, headers=st.tuples(texts, texts), rows=cells, title=texts, notes=st.lists(texts, max_size=2).map(tuple))
items = st.builds(Item, text=texts, label=texts, items=st.lists(st.builds(Item, text=texts), max_size=2).map(tuple))
leaves = st.one_of(
    st.builds(Heading, text=texts, level=st.integers(1, 4)),
    st.builds(Paragraph, text=texts, label=texts),
    st.builds(Items, items=st.lists(items, min_size=1, max_size=3).map(tuple)),
    tables,
)
blocks: st.SearchStrategy[Block] = st.one_of(leaves, st.builds(Passage, title=texts, blocks=st.lists(leaves, max_size=2).map(tuple)))
documents = st.builds(Document, title=texts, blocks=st.lists(blocks, max_size=4).map(tuple))


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)
        if tag not in ("br", "meta", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


OURS = {"h1", "h2", "h3", "h4", "p", "b", "ul", "li", "table", "caption", "thead", "tbody", "tr", "th", "td", "br", "colgroup", "col"}


@given(documents)
def test_no_text_acts_in_html(document: Document) -> None:
    reader = Elements()
    reader.feed(html(document))
    reader.close()
    assert not reader.open and reader.seen <= OURS


@given(documents)
def test_no_text_acts_in_markdown(document: Document) -> None:
    written = markdown(document)
    assert "<" not in written.replace("<br>", "")
    for line in written.splitlines():
        # What begins a line is ours: a heading, a point, a row, a label in bold, or text in which every mark is escaped.
        inside = re.sub(r"^(#{1,4} | *- |\| )", "", line)
        assert not re.search(r"(?<!\\)[`_\[\]~]", inside)


@given(documents, st.integers(30, 100))
def test_plain_text_steers_no_terminal(document: Document, width: int) -> None:
    written = plain(document, width)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", written)
    assert styled(document, width).plain == written


@given(st.lists(leaves.filter(lambda block: not isinstance(block, Table)), max_size=4), st.integers(30, 100))
def test_running_text_keeps_within_its_columns(blocks: list[Block], width: int) -> None:
    assert all(len(line) <= width for line in plain(Document("", (*blocks, Passage("x" * 90, tuple(blocks)))), width).splitlines())


@given(tables)
def test_a_listing_is_read_back(table: Table) -> None:
    rows = list(csv.reader(io.StringIO(comma_separated(table), newline="")))
    assert len(rows) == 1 + len(table.rows) and all(len(row) == 2 for row in rows)


def test_notes_below_several_tables_are_as_those_of_one() -> None:
    notes = ("a *b* som er langt nok til to linjer", "c <d>")
    document, of_table = Document("", (Notes(notes),)), Document("", (Table(("x",), (("y",),), notes=notes),))
    assert plain(document, 24) == "a *b* som er langt nok\n  til to linjer\nc <d>\n"
    assert markdown(document) == "a \\*b\\* som er langt nok til to linjer  \nc &lt;d&gt;  \n"
    assert html(document) == "<p>a *b* som er langt nok til to linjer</p>\n<p>c &lt;d&gt;</p>\n"
    for written in (lambda each: plain(each, 24), markdown, html):
        assert written(of_table).endswith(written(document))
