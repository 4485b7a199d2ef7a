"""One page of the atlas, before it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class SearchEntry(NamedTuple):
    """Something that the search finds.

    Attributes:
        kind: what kind of thing, as the reader sees it.
        title: what it is called.
        about: what else one might look for it by.
        href: where it stands.
    """

    kind: str
    title: str
    about: str
    href: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        file: its name.
        title: what it is called, as text.
        template: the name of its template.
        values: what the template shows.
        entries: what the search finds on it.
        menu: what the menu calls it; empty where the menu does not lead to it.
    """

    file: str
    title: str
    template: str
    values: Mapping[str, Any]
    entries: tuple[SearchEntry, ...] = field(default=())
    menu: str = ""
