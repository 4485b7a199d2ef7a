"""What a reader does: searches, filters, zooms, points, uses the keyboard, prints, copies; and reads with JavaScript off."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from virkningskjede.model import Link, LogicModel
from virkningskjede.project import Portfolio

from .reading import KINDS, NARROW, Open, texts

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser


# Searching and filtering


def searched(look: Open, site: Path, wanted: str) -> Page:
    """The results of a search made from the front page, as a reader makes it."""
    page = look(site / "index.html")
    page.get_by_role("searchbox", name="Søk").fill(wanted)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    return page


def follow(page: Page, title: str, address: str) -> Locator:
    """Follow the first result of a title and an address, and see what it leads to."""
    result = page.locator(f".results a[href*='{address}']", has_text=title).first
    anchor = (result.get_attribute("href") or "").partition("#")[2]
    result.click()
    page.wait_for_url(f"**/*{address}*")
    return page.locator(f"[id='{anchor}']") if anchor else page.locator("h1")


def test_the_search_finds_a_pilot(look: Open, site: Path) -> None:
    page = searched(look, site, "stovner")
    assert texts(page, ".results a")[0].startswith("Bydel Stovner")
    assert "Bydel Stovner" in (follow(page, "Bydel Stovner", "model-stovner.html").text_content() or "")


def test_the_search_finds_a_term_and_those_who_use_it(look: Open, site: Path, portfolio: Portfolio) -> None:
    page = searched(look, site, "SAMLOKALISERING")
    assert follow(page, "Samlokalisering", "vocabulary.html#term-samlokalisering").locator("h2").text_content() == "Samlokalisering"
    page = searched(look, site, "samlokalisering")
    node = portfolio["nesodden"].nodes["kontordager-rph"]
    assert "samlokalisering" in node.term
    assert follow(page, node.label, "model-nesodden.html").locator("h4").text_content() == node.label


def test_the_search_finds_a_label_by_some_of_its_words(look: Open, site: Path, portfolio: Portfolio) -> None:
    label = portfolio["nesodden"].nodes["ukentlige-moter"].label
    page = searched(look, site, " ".join(reversed(label.split()[-2:])))
    assert follow(page, label, "model-nesodden.html").locator("h4").text_content() == label


def test_the_search_says_when_it_finds_nothing_and_starts_again(look: Open, site: Path) -> None:
    page = searched(look, site, "<b>finnesikke</b>")
    assert (page.locator(".results li").count(), page.locator("#search_results b").count()) == (0, 0)
    assert page.locator("#search_results").inner_text() == page.locator("#search_results").get_attribute("data-none")
    page.locator("#search_field").fill("nesodden")
    assert page.locator(".results li").count() > 10


@pytest.mark.parametrize(
    ("name", "children", "wanted"), [("index.html", ".card", "rusproblemer"), ("vocabulary.html", ".term", "Terapeut")]
)
def test_a_filter_shows_only_what_has_the_word(look: Open, site: Path, name: str, children: str, wanted: str) -> None:
    page = look(site / name)
    every = page.locator(f"[data-filterable] > {children}")
    field = page.locator(".filter input").first
    assert field.get_attribute("type") == "search"
    having = [text for text in every.all_text_contents() if wanted.casefold() in text.casefold()]
    assert 0 < len(having) < every.count()
    field.fill(f" {wanted} ")
    listed = page.locator("[data-filterable]").first
    shown = [each for each in listed.locator(children).all() if each.is_visible()]
    first = [text for text in listed.locator(children).all_text_contents() if wanted.casefold() in text.casefold()]
    assert [each.text_content() for each in shown] == first
    assert (page.locator(".filter output").first.text_content() or "").startswith(f"{len(first)} ")
    field.fill("")
    assert all(each.is_visible() for each in listed.locator(children).all())


# The picture


def seen(page: Page) -> tuple[float, ...]:
    """What part of the picture is shown: x, y, width, height."""
    box = page.locator(".plate svg").first.get_attribute("viewBox") or ""
    return tuple(float(part) for part in box.split())


def test_the_picture_is_zoomed_moved_and_shown_whole_again(look: Open, site: Path) -> None:
    page = look(site / "model-stovner.html")
    whole = seen(page)
    closer, further, reset = page.locator(".plate .tools button").all()
    closer.click()
    closer.click()
    near = seen(page)
    assert near[2] == pytest.approx(whole[2] * 0.7**2, rel=0.01)
    view = page.locator(".plate .view").first
    view.scroll_into_view_if_needed()
    box = view.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 150)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 - 80, box["y"] + 120, steps=5)
    page.mouse.up()
    moved = seen(page)
    assert moved[0] > near[0]
    assert moved[2:] == near[2:]
    further.click()
    assert seen(page)[2] > near[2]
    reset.click()
    assert seen(page) == whole
    further.click()
    assert seen(page) == whole


def well_founded(model: LogicModel) -> Link:
    """An arrow with a mechanism, an assumption or evidence, and a place."""
    return next(link for link in model.links() if link.because and link.evidence)


def test_an_arrow_that_has_the_focus_tells_its_mechanism_its_evidence_and_where_it_stands(
    look: Open, site: Path, portfolio: Portfolio
) -> None:
    model = portfolio["felles"]
    link = well_founded(model)
    page = look(site / "model-felles.html")
    arrow = page.locator(f".plate a[data-about='arrow-{link.source}.{link.to}']")
    ends = [model.nodes[link.source].label, model.nodes[link.to].label]
    assert arrow.get_attribute("aria-label") == " → ".join(ends)
    assert page.locator(".panel").is_hidden()
    arrow.focus()
    told = " ".join(page.locator(".panel").inner_text().split())
    assert str(link.because) in told
    assert "setning" in told
    assert page.locator(".panel a[href^='sources.html#work-']").count() >= len(link.evidence[0].refs) > 0
    assert page.locator(".panel a[href^='sources.html#sentence-']").count() > 0
    lit = {each.get_attribute("data-about") for each in page.locator(".plate a.lit").all()}
    assert lit == {f"arrow-{link.source}.{link.to}", f"entry-{link.source}", f"entry-{link.to}"}
    page.keyboard.press("Escape")
    assert page.locator(".panel").is_hidden()


def test_a_node_that_is_pointed_at_tells_what_is_known_of_it(look: Open, site: Path, portfolio: Portfolio) -> None:
    node = portfolio["nesodden"].nodes["kontordager-rph"]
    page = look(site / "model-nesodden.html")
    page.locator(f".plate a[data-about='entry-{node.id}']").hover()
    panel = page.locator(".panel")
    assert panel.locator("h4").first.text_content() == node.label
    assert "2.1.4" in panel.inner_text()
    assert panel.locator("[id]").count() == 0
    panel.get_by_role("button").press("Enter")  # a click would leave the pointer on whatever lies under the panel, which is told of then
    assert panel.is_hidden()


def test_every_box_and_arrow_of_the_picture_leads_to_the_text_about_it(look: Open, site: Path, portfolio: Portfolio) -> None:
    model = portfolio["stovner"]
    page = look(site / "model-stovner.html", script=False)
    found = {each.get_attribute("data-about") for each in page.locator(".plate a[data-about]").all()}
    assert found == {f"entry-{name}" for name in model.nodes} | {f"arrow-{link.source}.{link.to}" for link in model.links()}


# The keyboard


def active(page: Page) -> str:
    """What has the focus: the name of its element, and what it is called."""
    told: str = page.evaluate(
        """() => {
            const e = document.activeElement;
            const where = ["header", ".tools", ".view", ".contents", "main"].find((each) => e.closest(each)) || "";
            return `${where} ${e.tagName.toLowerCase()} ${e.getAttribute("aria-label") || e.textContent.trim() || e.name || ""}`;
        }"""
    )
    return " ".join(told.split())


def test_tab_goes_from_the_skip_link_through_the_menu_to_the_picture(look: Open, site: Path) -> None:
    page = look(site / "model-stovner.html")
    walked = []
    for _ in range(60):
        page.keyboard.press("Tab")
        walked.append(active(page))
        if walked[-1].startswith(".view a"):
            break
    assert walked[0].startswith("a ")
    menu = [text for text in walked if text.startswith("header a")]
    assert menu[1:] == [f"header a {text}" for text in texts(page, "header nav a")]
    order = [text.split(" ")[0] for text in walked[1:]]
    assert [each for at, each in enumerate(order) if at == 0 or order[at - 1] != each] == ["header", "main", ".contents", ".tools", ".view"]
    assert page.locator(".panel").is_visible()


def test_the_skip_link_is_seen_when_it_has_the_focus_and_leads_past_the_menu(look: Open, site: Path) -> None:
    page = look(site / "index.html")
    page.keyboard.press("Tab")
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "page_content"
    page.keyboard.press("Tab")
    assert active(page).startswith("main")


def test_what_has_the_focus_is_seen(look: Open, site: Path) -> None:
    page = look(site / "index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page = look(site / "model-stovner.html")
    page.locator(".plate .view").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(
        "[...document.activeElement.querySelectorAll('path, polygon')].some((e) => parseFloat(getComputedStyle(e).strokeWidth) >= 2.5)"
    )


# Without JavaScript


@pytest.mark.parametrize("name", KINDS)
def test_the_page_says_the_same_with_javascript_off(look: Open, site: Path, name: str) -> None:
    with_script, without = look(site / name), look(site / name, script=False)
    for selector in ("h1", "h2", "table td", "main a[href]:not(svg *)", "main li", "figure svg text"):
        if name != "search.html":
            kept = ":not(.panel *):not(.results *)"
            assert texts(without, f"{selector}{kept}") == texts(with_script, f"{selector}{kept}"), selector
    assert without.locator("header nav a").count() == 6
    assert without.locator("main a[href]").count() > 0
    assert without.locator(".tools, .filter, .choose, .panel").count() == 0


def test_without_javascript_the_search_says_so_and_lists_every_page(look: Open, site: Path) -> None:
    page = look(site / "search.html", script=False)
    assert page.locator("noscript").inner_text().strip()
    listed = {each.get_attribute("href") for each in page.locator(".columns a").all()}
    assert {path.name for path in site.glob("*.html") if not path.name.startswith(("compare-", "search"))} <= listed


def test_without_javascript_a_picture_wider_than_the_screen_scrolls(look: Open, site: Path) -> None:
    page = look(site / "model-stovner.html", script=False, width=NARROW)
    view = page.locator(".plate .view").first
    assert view.evaluate("(each) => [each.scrollWidth > each.clientWidth, getComputedStyle(each).overflowX]") == [True, "auto"]


# Printing and copying


@pytest.mark.parametrize("name", ["index.html", "model-nesodden.html", "table-tiltak.html"])
def test_a_page_prints(look: Open, site: Path, name: str) -> None:
    page = look(site / name)
    page.emulate_media(media="print")
    assert page.locator("header.site").is_hidden()
    if page.locator(".tools").count():
        assert page.locator(".tools").first.is_hidden()
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    assert printed.startswith(b"%PDF-")
    pages = len(re.findall(rb"/Type\s*/Page\b", printed))
    assert 1 <= pages <= 40
    assert len(printed) > 10_000
    sizes = {tuple(float(each) for each in box.split()) for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", printed)}
    assert [(round(box[2]), round(box[3])) for box in sizes] == [(595, 842)]


def test_nothing_printed_is_wider_than_the_paper(look: Open, site: Path) -> None:
    within = 673  # pixels: A4 less its margins
    page = look(site / "index.html", width=within)
    page.emulate_media(media="print")
    for name in KINDS:
        page.goto((site / name).as_uri())
        beyond = page.evaluate(
            """(width) => [...document.querySelectorAll("main *")]
                .filter((e) => !e.closest("svg") && e.getBoundingClientRect().right > width + 1)
                .map((e) => e.tagName + "." + e.className)""",
            within,
        )
        assert beyond == [], name


CELLS = """(table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim().replace(/\\s+/g, " ")))"""


@pytest.mark.parametrize("name", ["index.html", "criteria-samhandling.html", "compare-nesodden.stovner.html"])
def test_a_table_that_is_copied_pastes_as_the_same_cells(look: Open, site: Path, name: str) -> None:
    """Copied and pasted by the keyboard, into something that takes HTML as Word does."""
    page = look(site / name)
    page.evaluate(
        """() => {
            const place = document.createElement("div");
            place.contentEditable = "true";
            place.id = "pasted";
            document.body.append(place);
            getSelection().selectAllChildren(document.querySelector("main table").parentElement);
        }"""
    )
    page.keyboard.press("Control+C")
    page.locator("#pasted").click(position={"x": 1, "y": 1}, force=True)
    page.keyboard.press("Control+V")
    copied = page.locator("main table").first.evaluate(CELLS)
    assert len(copied) > 3
    assert page.locator("#pasted table").first.evaluate(CELLS) == copied
    assert page.locator("#pasted td").first.evaluate("(cell) => getComputedStyle(cell).borderTopStyle") == "solid"
