"""What a notebook's cell shows of a result."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede.errors import MOST_LINES, UsageError
from virkningskjede.model.values import FrozenMap
from virkningskjede.project import Portfolio
from virkningskjede.report import Document, Heading, Items, Paragraph, Passage, Table
from virkningskjede.report.notebook import LONGEST, cell, drawing


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
    assert "Først." in seen and "<table" not in seen
    assert folded.startswith(f"<summary>Resten: omtrent {LONGEST + 3} linjer</summary>")
    assert "<table" in folded and "<li>to</li>" in folded


def test_a_picture_is_an_image_that_acts_in_no_way_and_is_no_wider_than_the_cell(portfolio: Portfolio) -> None:
    check = vk.check(portfolio.where(follows="modell-2"), "oslo-economics-2020")
    shown = check._repr_html_()
    (source,) = re.findall(r'<img src="data:image/svg\+xml;base64,([^"]+)" alt="[^"]+" style="max-width:100%;height:auto">', shown)
    picture = base64.b64decode(source)
    assert picture == drawing(check.report(), "nb")
    assert picture.startswith(b"<?xml") and b"<svg" in picture
    assert drawing(vk.validate(portfolio).report(), "nb") is None


def test_a_picture_in_a_cell_has_no_white_page_below_it(portfolio: Portfolio) -> None:
    picture = drawing(vk.compare(portfolio.where(kind="pilot"), "tiltak").report(), "nb") or b""
    (height, box) = re.findall(rb'height="(\d+)pt"\s+viewBox="0.00 0.00 842.00 (\d+).00"', picture)[0]
    lowest = max(float(y) for y in re.findall(rb'<text [^>]*y="([-\d.]+)"', picture)) + 595.28
    assert height == box and 10 < int(height) - lowest < 20


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
