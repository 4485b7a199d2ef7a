"""Tables and documents as parts of a page."""

from __future__ import annotations

from markupsafe import Markup

from virkningskjede.atlas.documents import on_page, part, table
from virkningskjede.report import Block, Document, Heading, Item, Items, Paragraph, Passage, Table

from .conftest import HtmlPage


def page_of(written: str) -> HtmlPage:
    page = HtmlPage()
    page.feed(written)
    return page


SMALL = Table(("", "Hva", "Hvor & når"), (("a", "b", "c"),))


def test_a_table_has_a_frame_links_hints_and_kinds() -> None:
    written = table(
        Table(
            ("", "A & B"),
            (("<r>", "x"),),
            "T <b>",
            ("note <i>",),
            links={(-1, 1): "a.html#p", (0, 0): "here", (0, 1): "b.html#q"},
            hints={(0, 1): 'said "so"'},
            kinds={(0, 1): "cell met"},
        )
    )
    page = page_of(written)
    assert [tag["href"] for tag in page.of("a")] == ["a.html#p", "#here", "b.html#q"]
    assert [(tag.get("class"), tag.get("title")) for tag in page.of("td")] == [(None, None), ("cell met", 'said "so"')]
    assert page.of("div") == [{"class": "scroll", "tabindex": "0", "role": "region", "aria-label": "T <b>"}]
    assert [tag.get("class") for tag in page.of("p")] == ["note"]
    assert page.text == "T <b> A & B <r> x note <i>"
    assert isinstance(written, Markup)


def test_every_table_gets_a_frame_and_text_that_looks_like_one_gets_none() -> None:
    written = part([Paragraph("<table>"), SMALL, Paragraph("</table>"), SMALL], name='a "name"')
    assert written.count("<div") == written.count("</table></div>") == 2
    assert page_of(written).of("div")[0]["aria-label"] == 'a "name"'


def test_what_the_keyboard_reaches_has_a_name() -> None:
    titled = Table(SMALL.headers, SMALL.rows, "Et <b>bord</b>")
    blocks: list[Block] = [SMALL, Heading("To <i>ord</i>"), SMALL, titled, SMALL, Passage("Tre", (SMALL,)), SMALL]
    names = [frame["aria-label"] for frame in page_of(part(blocks)).of("div")]
    assert names == ["Hva Hvor & når", "To <i>ord</i>", "Et <b>bord</b>", "To <i>ord</i>", "Tre", "Tre"]


def test_a_document_is_a_page_with_a_list_of_its_parts() -> None:
    blocks = (Heading("T & U", 1), Paragraph("l"), Heading("One <b>x"), Heading("sub", 3), Heading("One <b>x"), Items((Item("a"),)))
    shown = on_page(Document("other", blocks))
    assert (shown.heading, shown.outline) == ("T & U", (("part_1", "One <b>x"), ("part_2", "One <b>x")))
    assert shown.body == (
        '<p>l</p>\n<h2 id="part_1">One &lt;b&gt;x</h2>\n<h3>sub</h3>\n<h2 id="part_2">One &lt;b&gt;x</h2>\n<ul>\n<li>a</li>\n</ul>\n'
    )
    untitled = on_page(Document("other", (Heading("Two"),)))
    assert (untitled.heading, untitled.outline) == ("other", (("part_1", "Two"),))


def test_headings_move_down() -> None:
    blocks: list[Block] = [Heading("a", 1), Heading("c", 3, "b"), Passage("d", (Paragraph("e"),), level=5), Heading("f", 5)]
    assert part(blocks, down=2) == '<h3>a</h3>\n<h5 id="b">c</h5>\n<p><b>d</b></p>\n<p>e</p>\n<h6>f</h6>\n'
