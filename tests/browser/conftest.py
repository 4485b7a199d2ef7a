"""A browser, and the sites that it reads: all the models in Bokmål, some of them in English, and a hostile root in both."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
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

INSTALLED = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is the same Chromium without a window to draw, and reads a page in half the time."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the one that the system has, else the one that Playwright has brought."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, INSTALLED)), None)
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path)
        yield started
        started.close()


Write = Callable[[Path], object]
Once = Callable[[str, Write], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Write a folder of that name, unless another of the workers that run these tests side by side has written it."""
    from fcntl import LOCK_EX, flock  # imported here since Windows has it not, where whoever runs the other tests comes by this file

    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def written(name: str, write: Write) -> Path:
        folder = shared / name
        with (shared / f"{name}.lock").open("w") as lock:
            flock(lock, LOCK_EX)
            if not folder.exists():
                unfinished = tmp_path_factory.mktemp("atlas") / name  # so that what was given up halfway is taken for nobody's site
                write(unfinished)
                unfinished.rename(folder)
        return folder

    return written


@pytest.fixture(scope="session")
def site(portfolio: Portfolio, once: Once) -> Path:
    """The atlas of the real models, in Bokmål."""
    return once("nb", lambda folder: write_atlas(portfolio, folder))


@pytest.fixture(scope="session")
def english_site(portfolio: Portfolio, once: Once) -> Path:
    """The atlas of three of the real models, in English."""
    some = {name: portfolio[name] for name in ("nesodden", "stovner", "modell-1")}
    return once("en", lambda folder: write_atlas(Portfolio(some, portfolio.project), folder, lang="en"))


@pytest.fixture(scope="session")
def hostile_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root whose every text tries to be something else than text."""
    return write_root(tmp_path_factory.mktemp("hostile") / "models")


@pytest.fixture(scope="session")
def hostile_site(hostile_root: Path, once: Once) -> Path:
    """Its atlas."""
    return once("hostile", lambda folder: write_atlas(load_portfolio(hostile_root), folder))


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
