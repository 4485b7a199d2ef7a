"""Every page: nothing goes wrong on it, it fits a phone, and it says what language it is in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from virkningskjede.project import Portfolio

from .reading import KINDS, NARROW, Open, overflow, texts

pytestmark = pytest.mark.browser


def test_the_pages_of_each_kind_are_all_the_kinds_there_are(site: Path) -> None:
    kinds = {re.split(r"[-.]", name)[0] for name in KINDS}
    assert {re.split(r"[-.]", path.name)[0] for path in site.glob("*.html")} == kinds


@pytest.mark.parametrize("which", ["site", "english_site"])
def test_no_page_has_an_error_a_failed_request_or_a_sideways_scroll(which: str, request: pytest.FixtureRequest, look: Open) -> None:
    site: Path = request.getfixturevalue(which)
    page = look(site / "index.html", width=NARROW)
    wide: dict[str, int] = {}
    for path in sorted(site.glob("*.html")):
        page.goto(path.as_uri())
        if overflow(page) > 0:
            wide[path.name] = overflow(page)
    assert wide == {}


@pytest.mark.parametrize("name", KINDS)
def test_no_page_is_wider_than_a_tablet_or_a_desk(name: str, site: Path, look: Open) -> None:
    page = look(site / name, width=768)
    assert overflow(page) <= 0
    page.set_viewport_size({"width": 1440, "height": 900})
    assert overflow(page) <= 0


@pytest.mark.parametrize("name", ["index.html", "compare.html"])
def test_every_picture_is_shown(name: str, site: Path, look: Open) -> None:
    page = look(site / name)
    unseen = page.evaluate("""async () => {
        const found = [...document.images];
        for (const image of found) image.loading = "eager";
        await Promise.all(found.map((image) => image.decode().catch(() => null)));
        return found.filter((image) => !image.naturalWidth).map((image) => image.src);
    }""")
    assert unseen == []


def test_the_right_side_of_a_picture_can_be_reached_on_a_phone(site: Path, look: Open) -> None:
    """The picture is wider than the screen, so its frame must scroll."""
    page = look(site / "model-stovner.html", width=NARROW)
    view = page.locator(".plate .view").first
    hidden = view.evaluate("(each) => each.scrollWidth - each.clientWidth")
    assert hidden > 100
    assert view.evaluate("(each) => getComputedStyle(each).overflowX") == "auto"
    view.scroll_into_view_if_needed()
    box = view.bounding_box()
    assert box is not None
    for _ in range(4):
        page.mouse.move(box["x"] + 250, box["y"] + 100)
        page.mouse.down()
        page.mouse.move(box["x"] + 20, box["y"] + 100, steps=4)
        page.mouse.up()
    assert view.evaluate("(each) => each.scrollLeft") == hidden


LANGUAGE_OF = """(text) => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        if (walk.currentNode.textContent.trim() === text) return walk.currentNode.parentElement.closest("[lang]").lang;
    }
    return null;
}"""


def test_the_language_of_every_text_is_told(site: Path, english_site: Path, look: Open, portfolio: Portfolio) -> None:
    label = portfolio["nesodden"].nodes["jobbspesialist"].label
    for folder, lang, other in ((site, "nb", "en"), (english_site, "en", "nb")):
        page = look(folder / "model-nesodden.html")
        assert page.locator("html").get_attribute("lang") == lang
        assert page.evaluate(LANGUAGE_OF, label) == "nb"
        assert page.locator("main svg").first.get_attribute("lang") in ("nb", lang)
        page = look(folder / "vocabulary.html")
        assert page.locator("html").get_attribute("lang") == lang
        assert portfolio.project.vocabulary is not None
        terms = portfolio.project.vocabulary.terms.values()
        assert page.locator("article.term").count() == len(terms)
        two_names = sum(term.label.in_("nb") != term.label.in_("en") for term in terms)
        assert page.locator(f"article.term h2 + p span[lang={other}]").count() == two_names > 100


def test_an_english_reader_gets_english(english_site: Path, look: Open) -> None:
    page = look(english_site / "model-nesodden.html")
    assert texts(page, "header nav a")[0] != "Forside"
    assert set(texts(page, ".how")) == {"in the source", "inferred"}
