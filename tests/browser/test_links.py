"""Every link of the atlas leads to something, as the files stand on the disk and as the browser follows them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from virkningskjede.project import Portfolio

from .reading import Open

pytestmark = pytest.mark.browser

NAMES = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
"""Attributes that name ids on the same page."""


class Anchors(HTMLParser):
    """The ids of a page, and what it leads to and names."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.named: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src", "action", "xlink:href"):
                self.links.append(value or "")
            elif name in NAMES:
                self.named += (value or "").split()


def read(site: Path) -> dict[str, Anchors]:
    found: dict[str, Anchors] = {}
    for path in sorted(site.rglob("*.html")):
        found[path.name] = Anchors()
        found[path.name].feed(path.read_text("utf-8"))
    return found


def broken(site: Path, pages: dict[str, Anchors]) -> Iterator[str]:
    """Links that lead nowhere; links out of the site must be to the web."""
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                if parts.scheme not in ("http", "https") or not parts.hostname:
                    yield f"{name}: {link}"
            elif not leads(site, pages, name, link):
                yield f"{name}: {link}"


def leads(site: Path, pages: dict[str, Anchors], name: str, link: str) -> bool:
    parts = urlsplit(link)
    file = unquote(parts.path) or name
    return (site / file).is_file() and (not parts.fragment or unquote(parts.fragment) in pages[file].ids)


@pytest.fixture(scope="module", params=["site", "english_site", "hostile_site"])
def crawled(request: pytest.FixtureRequest) -> tuple[Path, dict[str, Anchors]]:
    site: Path = request.getfixturevalue(request.param)
    return site, read(site)


def test_every_link_and_every_anchor_resolves(crawled: tuple[Path, dict[str, Anchors]]) -> None:
    site, pages = crawled
    assert sum(len(page.links) for page in pages.values()) > 300
    assert sorted(broken(site, pages)) == []


def test_no_id_stands_twice_and_every_id_that_is_named_is_there(crawled: tuple[Path, dict[str, Anchors]]) -> None:
    _, pages = crawled
    assert [name for name, page in pages.items() if len(page.ids) != len(set(page.ids))] == []
    assert {name: missing for name, page in pages.items() if (missing := sorted(set(page.named) - set(page.ids)))} == {}


def test_everything_that_the_search_knows_is_there(crawled: tuple[Path, dict[str, Anchors]]) -> None:
    site, pages = crawled
    text = (site / "assets" / "search.js").read_text("ascii")
    entries = json.loads(text.removeprefix("window.atlasIndex = ").rstrip().removesuffix(";"))
    assert len(entries) > 50
    assert [href for *_, href in entries if not leads(site, pages, "search.html", href)] == []


def test_every_page_is_reached_from_the_front_page(crawled: tuple[Path, dict[str, Anchors]]) -> None:
    _, pages = crawled
    reached, pending = {"index.html"}, ["index.html"]
    while pending:
        for link in pages[pending.pop()].links:
            file = urlsplit(link).path
            if file in pages and file not in reached:
                reached.add(file)
                pending.append(file)
    assert sorted(set(pages) - reached) == []


def test_a_tick_of_the_measure_table_leads_to_the_text_about_its_node(site: Path, look: Open, portfolio: Portfolio) -> None:
    page = look(site / "index.html")
    tick = page.locator("td.in_use a").first
    file, _, anchor = (tick.get_attribute("href") or "").partition("#")
    tick.click()
    page.wait_for_url(f"**/{file}#{anchor}")
    label = portfolio[file.removeprefix("model-").removesuffix(".html")].nodes[anchor.removeprefix("entry-")].label
    heading = page.locator(f"[id='{anchor}'] h4")
    assert heading.text_content() == label
    assert heading.evaluate("(each) => each.getBoundingClientRect().top < innerHeight")


@pytest.mark.parametrize("script", [True, False])
def test_a_place_leads_to_its_sentence_even_where_that_is_folded_away(site: Path, look: Open, script: bool) -> None:
    page = look(site / "model-nesodden.html", script=script)
    place = page.locator("#part_chain ~ * .facts a[href^='sources.html#sentence'], .stage .facts a[href^='sources.html#sentence']").first
    anchor = (place.get_attribute("href") or "").partition("#")[2]
    place.click()
    page.wait_for_url(f"**/sources.html#{anchor}")
    sentence = page.locator(f"[id='{unquote(anchor)}']")
    sentence.wait_for(state="visible")
    assert sentence.evaluate("(each) => { const box = each.getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight }")


def test_two_models_that_are_chosen_are_compared_in_either_order(site: Path, look: Open) -> None:
    page = look(site / "compare.html")
    first, second = page.locator(".choose select").all()
    button = page.locator(".choose button")
    first.select_option("stovner")
    second.select_option("stovner")
    assert button.is_disabled()
    second.select_option("nesodden")
    button.click()
    page.wait_for_url("**/compare-nesodden.stovner.html")
    assert "Nesodden" in (page.locator("h1").text_content() or "")
