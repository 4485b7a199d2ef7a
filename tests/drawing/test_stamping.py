"""Pictures that say what they are: a PNG its size on paper, a PDF its title and language, and many PDFs as one."""

from __future__ import annotations

import io
import struct
import sys
import zlib
from pathlib import Path

import pypdf
import pytest

import virkningskjede as vk
from virkningskjede.drawing.draw import draw
from virkningskjede.drawing.stamping import bound, entitled, sized
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio

MODEL = LogicModel.model_validate({"id": "m", "title": "Å ære (en) \\ prøve", "inputs": {"a": {"label": "Penger"}}})


def chunks(png: bytes) -> dict[bytes, bytes]:
    """The chunks of a PNG by name, each with the right sum."""
    place = 8
    parts: dict[bytes, bytes] = {}
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        name, content = png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        assert struct.pack(">I", zlib.crc32(name + content)) == png[place + 8 + length : place + 12 + length]
        parts.setdefault(name, content)
        place += 12 + length
    return parts


@pytest.mark.parametrize("dpi", [72, 96, 150, 200, 317])
def test_a_png_says_its_size_and_has_nothing_that_is_seen_through(tmp_path: Path, dpi: int) -> None:
    parts = chunks(vk.render(MODEL, tmp_path / "m.png", dpi=dpi).read_bytes())
    across, down, unit = struct.unpack(">IIB", parts[b"pHYs"])
    assert across == down == round(dpi / 0.0254) and unit == 1
    kind = parts[b"IHDR"][9]
    assert kind == 2 and b"tRNS" not in parts, "red, green and blue, without a fourth for how much shines through"


@pytest.mark.parametrize(("lang", "tag"), [("nb", "nb-NO"), ("en", "en-GB")])
def test_a_pdf_has_a_title_and_a_language(tmp_path: Path, lang: str, tag: str) -> None:
    path = vk.render(MODEL, tmp_path / "m.pdf", lang=lang)  # type: ignore[arg-type]
    reader = pypdf.PdfReader(path, strict=True)
    assert reader.metadata is not None and reader.metadata.title == "Å ære (en) \\ prøve"
    catalogue = reader.trailer["/Root"]
    assert (catalogue["/Lang"], catalogue["/ViewerPreferences"]["/DisplayDocTitle"]) == (tag, True)  # type: ignore[index]
    assert len(reader.pages) == 1 and "Penger" in reader.pages[0].extract_text()


def test_a_heat_map_has_a_title_too(portfolio: Portfolio, tmp_path: Path) -> None:
    reader = pypdf.PdfReader(vk.render(vk.compare(portfolio.where(kind="pilot"), "tiltak"), tmp_path / "t.pdf"), strict=True)
    assert reader.metadata is not None and reader.metadata.title == "Tiltak i pilotene"


def test_a_figure_has_a_title_too(tmp_path: Path) -> None:
    indicator = {"label": "Lest", "targets": [{"value": 3, "date": "2025"}]}
    model = vk.LogicModel.model_validate(
        {"id": "m", "indicators": {"i": indicator}, "results": {"r": {"indicator": "i", "value": 2, "date": "2024"}}}
    )
    reader = pypdf.PdfReader(vk.render(vk.progress(model, every=True), tmp_path / "t.pdf"), strict=True)
    assert reader.metadata is not None and reader.metadata.title == "m: måloppnåelse"
    assert reader.trailer["/Root"]["/Lang"] == "nb-NO"  # type: ignore[index]


def test_a_pdf_that_is_built_otherwise_is_left_as_it_is() -> None:
    assert entitled(b"%PDF-1.7 annet %%EOF", "T", "nb") == b"%PDF-1.7 annet %%EOF"


def test_a_size_that_no_chunk_holds_is_not_asked_for() -> None:
    assert len(sized(bytes(33), 1200)) == 33 + 21


def test_many_models_become_one_pdf_with_a_page_and_a_bookmark_each(portfolio: Portfolio, tmp_path: Path) -> None:
    three = portfolio.select(["ha", "bjerke", "lillestrom"])
    one, two = (vk.render(three, tmp_path / f"{name}.pdf").read_bytes() for name in "ab")
    assert one == two
    reader = pypdf.PdfReader(io.BytesIO(one), strict=True)
    assert reader.metadata is not None and reader.metadata.title == "3 virkningskjeder"
    names = [mark.title for mark in reader.outline]  # type: ignore[union-attr]
    assert names == [three[name].name for name in ("ha", "lillestrom", "bjerke")], "those of one template stand together"
    assert [len(page.extract_text()) > 100 for page in reader.pages] == [True] * 3
    assert reader.trailer["/Root"]["/Lang"] == "nb-NO"  # type: ignore[index]


def test_many_models_become_no_other_single_file(portfolio: Portfolio, tmp_path: Path) -> None:
    with pytest.raises(vk.UsageError, match="is no folder"):
        vk.render(portfolio.select(["ha", "bjerke"]), tmp_path / "x.svg")
    assert list(tmp_path.iterdir()) == []


def test_without_the_extra_nothing_is_drawn(portfolio: Portfolio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(vk.UsageError, match=r"virkningskjede\[office\]"):
        vk.render(portfolio.select(["ha", "bjerke"]), tmp_path / "x.pdf")


def test_a_bound_file_of_no_pages_is_still_a_pdf() -> None:
    assert bound([], [], "Tom", "nb").startswith(b"%PDF")


def test_a_pdf_is_the_same_in_every_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []
    for zone in ("Asia/Tokyo", "UTC"):  # the first of which would be written with an offset, which is longer
        monkeypatch.setenv("TZ", zone)
        drawn.append(draw("digraph { a -> b }", "pdf"))
    assert drawn[0] == drawn[1]
    assert b"/CreationDate (D:20000101000000Z)" in drawn[0]
