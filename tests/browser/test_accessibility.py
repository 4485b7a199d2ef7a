"""What axe-core finds: nothing serious and nothing critical, on a page of each kind, at a desk and on a phone, light and dark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .reading import KINDS, NARROW, WIDE, Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

EVERYTHING: Mapping[str, Any] = {"resultTypes": ["violations"], "preload": False}
COLOURS: Mapping[str, Any] = {**EVERYTHING, "runOnly": ["color-contrast", "link-in-text-block"]}
"""The dark pages are the light ones in other colours, so only what depends on colours is asked again."""


def grave(page: Page, options: Mapping[str, Any]) -> Sequence[str]:
    """The violations that matter, each with the first place it was found at."""
    from axe_playwright_python.sync_playwright import Axe

    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("async (options) => (await axe.run(options)).violations", dict(options))
    return [f"{each['id']}: {each['nodes'][0]['target']}" for each in found if each["impact"] in ("serious", "critical")]


def violations(page: Page) -> Mapping[tuple[int, str], Sequence[str]]:
    """The violations by width and scheme."""
    found = {}
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        found[width, "light"] = grave(page, EVERYTHING)
        page.emulate_media(color_scheme="dark")
        found[width, "dark"] = grave(page, COLOURS)
    return {where: told for where, told in found.items() if told}


@pytest.mark.parametrize("name", [name for name in KINDS if name != "vocabulary.html"])
def test_axe_finds_nothing_grave(name: str, site: Path, look: Open) -> None:
    assert violations(look(site / name)) == {}


@pytest.mark.parametrize("name", ["vocabulary.html", "model-ask.html"])
def test_nor_in_hostile_text(name: str, hostile_site: Path, look: Open) -> None:
    """The real codebook is the same article 137 times, and takes axe half a minute."""
    assert violations(look(hostile_site / name)) == {}


@pytest.mark.parametrize("name", ["index.html", "criteria-samhandling.html"])
def test_nor_in_english(name: str, english_site: Path, look: Open) -> None:
    assert violations(look(english_site / name)) == {}


def test_nor_when_the_panel_and_the_results_are_shown(site: Path, look: Open) -> None:
    page = look(site / "model-stovner.html")
    page.locator("svg a").first.focus()
    assert page.locator(".panel").is_visible()
    assert grave(page, EVERYTHING) == []
    page = look(f"{(site / 'search.html').as_uri()}?q=samlokalisering")
    assert page.locator(".results li").count() > 3
    assert grave(page, EVERYTHING) == []


def test_axe_would_find_something(look: Open) -> None:
    page = look("about:blank")
    page.set_content("<html><body><img src='data:,'><p style='color:#ccc;background:#fff'>Grått på hvitt</p></body></html>")
    assert {each.partition(":")[0] for each in grave(page, EVERYTHING)} >= {"color-contrast", "html-has-lang", "image-alt"}
