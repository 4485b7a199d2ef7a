"""A browser, and the sites that it reads: all the models in Bokmål, some of them in English, and a hostile root in both."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from virkningskjede.atlas import write_atlas
from virkningskjede.project import Portfolio, load_portfolio

from .hostile import write_root
from .reading import WIDE, Open, Scheme, Watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

INSTALLED = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the one that the system has, else the one that Playwright has brought."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, INSTALLED)), None)
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(portfolio: Portfolio, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The atlas of the real models, in Bokmål."""
    return write_atlas(portfolio, tmp_path_factory.mktemp("atlas") / "nb").parent


@pytest.fixture(scope="session")
def english_site(portfolio: Portfolio, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The atlas of three of the real models, in English."""
    some = {name: portfolio[name] for name in ("nesodden", "stovner", "modell-1")}
    return write_atlas(Portfolio(some, portfolio.project), tmp_path_factory.mktemp("atlas") / "en", lang="en").parent


@pytest.fixture(scope="session")
def hostile_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root whose every text tries to be something else than text."""
    return write_root(tmp_path_factory.mktemp("hostile") / "models")


@pytest.fixture(scope="session")
def hostile_site(hostile_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its atlas."""
    return write_atlas(load_portfolio(hostile_root), tmp_path_factory.mktemp("atlas") / "hostile").parent


@pytest.fixture
def look(browser: Browser) -> Iterator[Open]:
    """Open pages without a network. When the test is over, nothing may have gone wrong on any of them."""
    watch = Watch()
    with ExitStack() as contexts:

        def opened(where: Path | str, *, width: int = WIDE, scheme: Scheme = "light", script: bool = True) -> Page:
            size: Any = {"width": width, "height": 900}
            context = browser.new_context(viewport=size, color_scheme=scheme, java_script_enabled=script, offline=True)
            contexts.callback(context.close)
            watch.over(context)
            page = context.new_page()
            page.goto(where if isinstance(where, str) else where.as_uri())
            return page

        yield opened
    assert watch.troubles == []
