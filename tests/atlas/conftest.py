"""Two pilots and their template as a site, and the readings of its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from virkningskjede.atlas import atlas
from virkningskjede.project import Portfolio

Site = Mapping[str, bytes]


@dataclass
class HtmlPage(HTMLParser):
    """What a browser would find on a page: its elements with their attributes, in order, and its text."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def read(site: Site) -> dict[str, HtmlPage]:
    """Every page of a site."""
    result = {}
    for name, content in site.items():
        if name.endswith(".html"):
            result[name] = HtmlPage()
            result[name].feed(content.decode("utf-8"))
    return result


@pytest.fixture(scope="session")
def few(portfolio: Portfolio) -> Portfolio:
    return Portfolio({name: portfolio[name] for name in ("tromso", "nesodden", "modell-1")}, portfolio.project)


@pytest.fixture(scope="session")
def site(few: Portfolio) -> Site:
    return atlas(few, title="Prøven")


@pytest.fixture(scope="session")
def pages(site: Site) -> dict[str, HtmlPage]:
    return read(site)
