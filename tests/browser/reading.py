"""How the tests read: an opened page, with everything that went wrong on it noted down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request

WIDE, NARROW = 1440, 390
"""The widths in pixels that pages are looked at: a desk and a phone."""

Scheme = Literal["light", "dark"]

KINDS = (
    "index.html",
    "model-stovner.html",
    "compare.html",
    "compare-nesodden.stovner.html",
    "table-tiltak.html",
    "grouping.html",
    "consensus.html",
    "against-modell-1.html",
    "criteria.html",
    "criteria-samhandling.html",
    "assessments-statusrapport.html",
    "claims-dps-nav.html",
    "vocabulary.html",
    "sources.html",
    "search.html",
)
"""A page of each kind that the atlas of the real models has."""


class Open(Protocol):
    """Opens a page of a site, or any file."""

    def __call__(self, where: Path | str, *, width: int = WIDE, scheme: Scheme = "light", script: bool = True) -> Page:
        """Open it in a window of its own."""


@dataclass
class Watch:
    """What went wrong in a window: said on the console, asked of the network, or shown to the reader in a box."""

    troubles: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Note everything that happens in the windows of a context."""
        context.on("console", self._said)
        context.on("weberror", lambda error: self.troubles.append(f"error: {error.error}"))
        context.on("dialog", self._asked)
        context.on("request", self._fetched)
        context.on("requestfailed", self._failed)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            self.troubles.append(f"{message.type}: {message.text}")

    def _asked(self, dialog: Dialog) -> None:
        self.troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _fetched(self, request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "about:")):
            self.troubles.append(f"network: {request.url}")

    def _failed(self, request: Request) -> None:
        # Pictures further down are fetched when the page is idle; leaving it before that is no failure of theirs.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"{request.failure}: {request.url}")


def texts(page: Page, selector: str) -> Sequence[str]:
    """The text of every element of a kind, with white space made single spaces."""
    return [" ".join(text.split()) for text in page.locator(selector).all_text_contents()]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    found: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found
