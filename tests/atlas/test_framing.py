"""Tables and reports from the renderers as parts of a page."""

from __future__ import annotations

from markupsafe import Markup

from virkningskjede.atlas.framing import demoted, framed, report, table
from virkningskjede.rendering.tables import Table

from .conftest import Reading


def reading(written: str) -> Reading:
    found = Reading()
    found.feed(written)
    return found


def test_a_table_has_a_frame_links_hints_and_kinds() -> None:
    written = table(
        Table(("", "A & B"), (("<r>", "x"),), "T <b>", ("note <i>",)),
        links={(-1, 1): "a.html#p", (0, 0): "here", (0, 1): "b.html#q"},
        hints={(0, 1): 'said "so"'},
        kinds={(0, 1): "cell met"},
    )
    found = reading(written)
    assert [each["href"] for each in found.of("a")] == ["a.html#p", "#here", "b.html#q"]
    assert [(each.get("class"), each.get("title")) for each in found.of("td")] == [(None, None), ("cell met", 'said "so"')]
    assert found.of("div") == [{"class": "scroll", "tabindex": "0", "role": "region", "aria-label": "T <b>"}]
    assert found.text == "T <b> A & B <r> x note <i>"
    assert isinstance(written, Markup)


def test_every_table_gets_a_frame_and_text_that_looks_like_one_gets_none() -> None:
    written = framed("<table><tr><td>&lt;table&gt;</td></tr></table><p>x</p><table></table>", 'a "name"')
    assert written.count("<div") == written.count("</table></div>") == 2
    assert reading(written).of("div")[0]["aria-label"] == 'a "name"'


def test_what_the_keyboard_reaches_has_a_name() -> None:
    table = "<table>\n<thead><tr><td></td><th>Hva</th><th>Hvor &amp; når</th></tr></thead></table>"
    titled = table.replace("<table>", "<table>\n<caption>Et <b>bord</b></caption>")
    names = [each["aria-label"] for each in reading(framed(f"{table}<h2 id='x'>To <i>ord</i></h2>{table}{titled}{table}")).of("div")]
    assert names == ["Hva Hvor & når", "To ord", "Et bord", "To ord"]


def test_a_report_is_taken_apart() -> None:
    found = report("<h1>T &amp; U</h1>\n<p>l</p><h2>One <b>x</b></h2><h3>sub</h3><h2>Two</h2>")
    assert (found.heading, found.outline) == ("T &amp; U", (("part_1", "One x"), ("part_2", "Two")))
    assert found.body == '<p>l</p><h2 id="part_1">One <b>x</b></h2><h3>sub</h3><h2 id="part_2">Two</h2>'


def test_headings_move_down() -> None:
    assert demoted('<h1>a</h1><h3 id="b">c</h3><h5>d</h5><hr>', 2) == '<h3>a</h3><h5 id="b">c</h5><h6>d</h6><hr>'
