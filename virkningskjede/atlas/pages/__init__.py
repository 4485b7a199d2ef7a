"""The pages of the atlas, in one registry. A group that has nothing to show gives no page, and is then not in the menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from virkningskjede.atlas.drawings import Pictures
from virkningskjede.atlas.material import Material
from virkningskjede.atlas.pages import claims, comparisons, criteria, front, models, sources, vocabulary
from virkningskjede.atlas.pages.page import Page, SearchEntry

__all__ = ["PAGES", "Page", "SearchEntry"]

PAGES: Mapping[str, Callable[[Material, Pictures], Iterator[Page]]] = {
    "front": front.pages,
    "models": models.pages,
    "compare": comparisons.pages,
    "criteria": criteria.pages,
    "claims": claims.pages,
    "sources": sources.pages,
    "vocabulary": vocabulary.pages,
}
"""Group -> what gives its pages, in the order of the menu."""
