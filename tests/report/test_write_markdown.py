"""Documents as Markdown: what stands after what."""

from __future__ import annotations

import pytest

from virkningskjede.report import Document, Item, Items, Paragraph, Passage, Table
from virkningskjede.report.write_markdown import markdown, of_blocks


def test_what_follows_a_list_stands_after_it() -> None:
    blocks = (Paragraph("a"), Items.of(["b", "c"]), Paragraph("d"), Items.of(["e"]), Paragraph("f"))
    written = "a\n\n- b\n- c\n\nd\n\n- e\n\nf\n"
    assert markdown(Document("", blocks)) == written
    assert markdown(Document("", (Passage("t", blocks),))) == f"### t\n\n{written}"
    inner = Passage("u", blocks, level=4)
    assert markdown(Document("", (Passage("t", (inner, Items.of(["g"]))),))) == f"### t\n\n**u**\n\n{written}\n- g\n"


def test_points_below_a_point_stand_further_in() -> None:
    points = Items((Item("a", "x", (Item("b", items=(Item("c"),)), Item("d"))), Item("e")))
    assert markdown(Document("", (points, Paragraph("f")))) == "- **x:** a\n  - b\n    - c\n  - d\n- e\n\nf\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [("- a", "\\- a"), ("+ a", "\\+ a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("-a", "-a"), ("1.5 a", "1.5 a"), ("-", "\\-")],
)
def test_a_text_that_looks_like_a_point_is_none(text: str, written: str) -> None:
    assert of_blocks([Paragraph(text)]) == f"{written}\n"
    assert of_blocks([Items.of([text])]) == f"- {written}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("se https://a.no/b", "se https\\://a.no/b"),
        ("HTTP://a.no", "HTTP\\://a.no"),
        ("ftp://a.no", "ftp\\://a.no"),
        ("_https://a.no", "\\_https\\://a.no"),
        ("(www.a.no)", "(www\\.a.no)"),
        ("@navn og (@org/lag)", "@&#8203;navn og (@&#8203;org/lag)"),
        ("post@a.no", "post@&#8203;a.no"),
        ("ha@2024", "ha@2024"),
        ("a @ b, awww.", "a @ b, awww."),
        ("http: ja", "http: ja"),
    ],
)
def test_addresses_and_names_are_text_and_no_links(text: str, written: str) -> None:
    assert of_blocks([Paragraph(text)]) == f"{written}\n"
    assert of_blocks([Table((text,), ())]).splitlines()[0] == f"| {written} |"
