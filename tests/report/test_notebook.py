"""What a notebook's cell shows of a result."""

from __future__ import annotations

import base64
import re
import struct
import zlib
from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede.errors import MOST_LINES, DrawingError, UsageError
from virkningskjede.model.values import FrozenMap
from virkningskjede.project import Portfolio
from virkningskjede.report import Document, Heading, Items, Paragraph, Passage, Table
from virkningskjede.report.notebook import HEAVIEST, LETTERS, LONGEST, NO_PICTURE, Shown, cell, drawing


def rows(count: int) -> Table:
    return Table(("a", "b"), tuple((str(number), "x") for number in range(count)))


def test_headings_stand_below_those_of_the_notebook_and_tables_scroll() -> None:
    shown = cell(Document("T", (Heading("T", 1), Passage("P", (rows(2),)))))
    assert re.findall(r"<(h\d)>", shown) == ["h3", "h5"]
    assert shown.count('<div style="overflow-x:auto"><table') == 1
    assert "<details>" not in shown and "<img" not in shown


def test_what_passes_the_limit_is_folded_with_all_that_comes_after() -> None:
    short = Document("T", (Paragraph("Først."), rows(LONGEST - 3), Paragraph("Sist.")))
    assert "<details>" not in cell(short)
    long = Document("T", (Paragraph("Først."), rows(LONGEST), Items.of(["én", "to"])))
    seen, folded = cell(long).split("<details>")
    assert "Først." in seen and seen.count("<tr>") == 1 + LONGEST - 2
    assert folded.startswith("<summary>Resten: omtrent 5 linjer</summary>")
    assert folded.count("<tr>") == 1 + 2 and "<li>to</li>" in folded


def test_long_texts_take_more_lines_and_little_of_a_table_is_not_shown() -> None:
    text = Paragraph("å" * LETTERS * (LONGEST - 3))
    seen, folded = cell(Document("T", (text, rows(9)))).split("<details>")
    assert "<table" not in seen and folded.count("<tr>") == 10
    passage = Passage("P", (rows(2 * LONGEST),))
    seen, folded = cell(Document("T", (passage,))).split("<details>")
    assert seen.startswith("<h5>P</h5>") and seen.count("<tr>") == LONGEST - 1
    assert "<h5>" not in folded and folded.count("<tr>") == 1 + LONGEST + 2


def test_a_picture_is_an_image_that_acts_in_no_way_and_is_no_wider_than_the_cell(portfolio: Portfolio) -> None:
    check = vk.check(portfolio.where(follows="modell-2"), "oslo-economics-2020")
    shown = check._repr_html_()
    (source,) = re.findall(r'<img src="data:image/svg\+xml;base64,([^"]+)" alt="[^"]+" style="max-width:100%;height:auto">', shown)
    picture = base64.b64decode(source)
    assert picture.startswith(b"<?xml") and b"<svg" in picture
    assert drawing(vk.validate(portfolio).report(), "nb") == NO_PICTURE


def test_a_picture_in_a_cell_has_no_white_page_below_it(portfolio: Portfolio) -> None:
    shown = vk.compare(portfolio.where(kind="pilot"), "tiltak")._repr_mimebundle_()
    assert list(shown) == ["text/plain", "text/html", "image/svg+xml", "image/png"]
    assert shown["text/plain"].startswith("Matrix(")
    picture, png = shown["image/svg+xml"].encode(), base64.b64decode(shown["image/png"])
    (height, box) = re.findall(rb'height="(\d+)pt"\s+viewBox="0.00 0.00 842.00 (\d+).00"', picture)[0]
    lowest = max(float(y) for y in re.findall(rb'<text [^>]*y="([-\d.]+)"', picture)) + 595.28
    assert height == box and 10 < int(height) - lowest < 20
    assert len(png) < HEAVIEST
    wide, high = struct.unpack(">II", png[16:24])
    assert (wide, high) == (round(842 * 96 / 72), pytest.approx(int(height) * 96 / 72, abs=1))
    assert len(zlib.decompress(png[png.index(b"IDAT") + 4 : -12])) == high * (1 + 3 * wide)  # as many rows as it says, of RGB


def drawn(height: int) -> Shown:
    return Shown(b'<svg width="842pt" height="%dpt">' % height)


def test_what_is_seen_after_a_picture_is_the_less_the_higher_it_is_and_a_long_picture_is_folded() -> None:
    document = Document("T", (rows(30),))
    assert "<details>" not in cell(document) + cell(document, drawn(100))
    seen, folded = cell(document, drawn(400)).split("<details>")
    assert ("<img" in seen, seen.count("<tr>"), folded.count("<tr>")) == (True, 1 + 19, 1 + 11)
    long = cell(document, drawn(2000))
    assert long.startswith("<details><summary>Figuren, som er lang</summary>\n<figure") and long.count("<tr>") == 31
    assert long.count("<details>") == 1


def test_why_a_picture_is_not_drawn_is_told(portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn(*of: object) -> None:
        raise DrawingError("for stort")

    matrix = vk.compare(portfolio.where(kind="pilot"), "tiltak")
    monkeypatch.setattr(type(matrix.report()), "draw", drawn)
    shown = matrix._repr_mimebundle_()
    assert list(shown) == ["text/plain", "text/html"]
    assert shown["text/html"].startswith("<p>Figuren er ikke tegnet her: for stort</p>") and "<table" in shown["text/html"]


def test_a_portfolio_shows_its_models(portfolio: Portfolio) -> None:
    shown = portfolio.where(kind="pilot")._repr_html_()
    assert shown.count("<tr>") == 10
    assert "Bydel Stovner" in shown and "stovner" in shown
    assert portfolio._ipython_key_completions_() == list(portfolio)
    sections = portfolio["ha"].activities
    assert isinstance(sections, FrozenMap) and sections._ipython_key_completions_() == list(sections)


def test_a_mistake_is_told_with_the_readers_own_line(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: x\n" + "".join(f"a{number}: 1\n" for number in range(30)))
    with pytest.raises(vk.InvalidModel) as caught:
        vk.load(tmp_path / "x.yaml")
    lines = caught.value._render_traceback_()
    assert lines[0].endswith('vk.load(tmp_path / "x.yaml")')
    assert lines[1].startswith("InvalidModel: ")
    assert (len(lines), lines[-1]) == (MOST_LINES + 2, "… 10")
    assert UsageError("nei")._render_traceback_() == ["UsageError: nei"]


def test_language_is_what_was_asked_for_and_a_call_goes_before_it(portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch) -> None:
    gaps = vk.gaps(portfolio["ha"])
    nb, en = gaps.to_text(lang="nb"), gaps.to_text(lang="en")
    assert (gaps.to_text(), str(_wrong())) == (nb, _wrong().in_("en"))
    monkeypatch.setenv("VIRKNINGSKJEDE_LANG", "en")
    assert (gaps.to_text(), gaps.to_text(lang="nb")) == (en, nb)
    try:
        vk.set_language("nb")
        assert (gaps.to_text(), str(_wrong())) == (nb, _wrong().in_("nb"))
        assert "figcaption>" in portfolio["ha"]._repr_html_()
        for wrong in ("nn", 3, ["en"]):
            with pytest.raises(UsageError, match="nb, en"):
                vk.set_language(wrong)  # type: ignore[arg-type]
    finally:
        vk.set_language(None)
    monkeypatch.setenv("VIRKNINGSKJEDE_LANG", "de")
    assert gaps.to_text() == nb


def _wrong() -> UsageError:
    with pytest.raises(UsageError) as caught:
        vk.load("finnes/ikke.yaml")
    return caught.value


def test_what_a_result_is_stands_on_a_short_line_and_can_be_a_key(portfolio: Portfolio) -> None:
    pilots = portfolio.where(kind="pilot")
    ha = pilots["ha"]
    results = (
        *(vk.check(pilots), vk.compare(pilots, "tiltak"), vk.consensus(pilots), vk.group(pilots, "tiltak", samples=0)),
        *(vk.diff(ha, pilots["stovner"]), vk.gaps(ha), vk.paths(ha), vk.progress(pilots), vk.waves(pilots), vk.coverage(pilots)),
        *(vk.agreement(ha, ha), vk.validate(ha), vk.similarity(pilots, "tiltak")),
        *(vk.consequences(pilots, pilots), *vk.claims(portfolio, "statusrapport").results),
        *(portfolio, ha, *ha.nodes.values(), *vk.check(pilots).results, *vk.diff(ha, pilots["stovner"]).changes, *vk.gaps(ha).gaps),
    )
    assert max(len(repr(result)) for result in results) <= 300
    assert not any("\n" in repr(result) for result in results)
    assert len({hash(result) for result in results}) > 100
