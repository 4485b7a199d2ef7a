"""No row of any table is hidden: frames scroll sideways only, and the names of what the keyboard reaches are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .reading import NARROW, Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

HIDDEN = """() => {
    for (const each of document.querySelectorAll("details")) each.open = true;
    const cut = (row) => {
        const place = row.getBoundingClientRect();
        for (let above = row.parentElement; above !== document.documentElement; above = above.parentElement) {
            const frame = above.getBoundingClientRect();
            const seen = getComputedStyle(above).overflowY === "visible";
            if (!seen && (place.bottom > frame.bottom + 1 || place.top < frame.top - 1)) return true;
        }
        return place.height === 0;
    };
    return [...document.querySelectorAll("tr")].filter(cut).map((row) => row.textContent.trim().slice(0, 40));
}"""
"""The rows that stand outside a frame that they cannot leave."""

SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""A page has been drawn once since it was read, and its script has been told the size of each frame."""


def hidden(page: Page, folder: Path) -> Mapping[str, Sequence[str]]:
    found = {}
    for path in sorted(folder.glob("*.html")):
        page.goto(path.as_uri())
        if rows := page.evaluate(HIDDEN):
            found[path.name] = rows
    return found


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720)])
def test_no_row_of_any_table_is_hidden(width: int, height: int, site: Path, look: Open) -> None:
    page = look(site / "index.html")
    page.set_viewport_size({"width": width, "height": height})
    assert hidden(page, site) == {}


def test_nor_on_paper_nor_without_script(site: Path, look: Open) -> None:
    page = look(site / "index.html", script=False)
    page.emulate_media(media="print")
    assert hidden(page, site) == {}


def test_a_row_that_is_cut_would_be_found(look: Open) -> None:
    page = look("about:blank")
    row = "<tr><td>rad</td></tr>"
    page.set_content(
        f"<html><body><div style='overflow:auto;max-height:60px'><table>{row * 9}</table></div><table>{row}</table></body></html>"
    )
    assert 5 < len(page.evaluate(HIDDEN)) < 9


@pytest.mark.parametrize("width", [1440, NARROW])
def test_what_the_keyboard_scrolls_has_a_name_and_scrolls(width: int, site: Path, look: Open) -> None:
    page = look(site / "index.html", width=width)
    for name in ("index.html", "compare-ha.ringsaker.html", "sources.html", "criteria.html", "consensus.html"):
        page.goto((site / name).as_uri())
        page.evaluate(SETTLED)
        frames = page.evaluate(
            """() => [...document.querySelectorAll("[tabindex='0']")].map((each) =>
                [each.getAttribute("aria-label"), each.scrollWidth > each.clientWidth || each.matches(".view")])"""
        )
        assert all(label and scrolls for label, scrolls in frames), (name, frames)


def test_the_header_of_a_table_that_needs_no_frame_follows_the_page(site: Path, look: Open) -> None:
    page = look(site / "sources.html")
    page.wait_for_selector(".scroll.fits")
    row = page.locator(".fits tbody tr").last
    row.evaluate("(each) => each.scrollIntoView({block: 'end'})")
    header, top = row.evaluate(
        """(each) => {
            const table = each.closest("table");
            return [table.tHead.rows[0].cells[0], table].map((part) => part.getBoundingClientRect().top);
        }"""
    )
    assert top < -100
    assert header == pytest.approx(0, abs=1)
