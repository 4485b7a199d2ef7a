"""Locators: where in a source something stands, as ``source#section:sentence``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, StringConstraints

from virkningskjede.model.values.fields import Mark, Weighs
from virkningskjede.model.values.text import one_or_many

_SOURCE = r"(?:[a-z0-9-]+#)?"
_SECTION = r"[\p{L}0-9][\p{L}0-9._-]*:"
_RANGE = r"[0-9]{1,4}(?:-[0-9]{1,4})?"
AT_PATTERN = rf"^{_SOURCE}{_SECTION}{_RANGE}(?: ?, ?{_SOURCE}(?:{_SECTION})?{_RANGE})*$"

_ITEM = re.compile(r"(?:(?P<source>[a-z0-9-]+)#)?(?:(?P<section>[^:#,\s]+):)?(?P<first>[0-9]+)(?:-(?P<last>[0-9]+))?")

_MOST = 4096
"""So many places are kept read: a model is asked where it says a thing as often as it is asked anything."""

LocatorText = Annotated[str, StringConstraints(pattern=AT_PATTERN)]
"""Places in one text: ``2.2.4:9,11-12`` or ``rapport#3:1, 4.1:2``. A bare number keeps the section before it."""


At = Annotated[tuple[LocatorText, ...], BeforeValidator(one_or_many), Mark.CODING, Weighs("cosmetic")]
"""One or more texts of places; empty when the source does not say it (the coder inferred it)."""


class Locator(NamedTuple):
    """A run of sentences in one section of one source. ``source`` is None for the model's own source."""

    source: str | None
    section: str
    first: int
    last: int

    @property
    def size(self) -> int:
        """How many sentences; zero or less when the run is written backwards."""
        return self.last - self.first + 1

    def __str__(self) -> str:
        run = f"{self.first}" if self.last == self.first else f"{self.first}-{self.last}"
        return f"{self.source}#{self.section}:{run}" if self.source else f"{self.section}:{run}"


def locators(at: tuple[str, ...], source: str | None = None) -> Iterator[Locator]:
    """The runs of sentences that an ``at`` names, in order.

    Args:
        at: texts that match the grammar.
        source: the default source.

    >>> [str(each) for each in locators(("2.2.4:9,11-12",), "rapport")]
    ['rapport#2.2.4:9', 'rapport#2.2.4:11-12']
    """
    for text in at:
        yield from _runs(text, source)


@lru_cache(maxsize=_MOST)
def _runs(text: str, source: str | None) -> tuple[Locator, ...]:
    section = ""
    named = source
    found = []
    for match in _ITEM.finditer(text):
        if match["section"]:
            section, named = match["section"], match["source"] or source
        first = int(match["first"])
        found.append(Locator(match["source"] or named, section, first, int(match["last"] or first)))
    return tuple(found)


@lru_cache(maxsize=_MOST)
def sentences(at: tuple[str, ...], source: str | None = None) -> tuple[str, ...]:
    """Each sentence that an ``at`` names, once, in order, as JSON shows it.

    >>> sentences(("2.2.4:24-25",), "statusrapport")
    ('statusrapport#2.2.4:24', 'statusrapport#2.2.4:25')
    """
    found: dict[str, None] = {}
    for place in locators(at, source):
        for number in range(place.first, place.last + 1):
            found[str(Locator(place.source, place.section, number, number))] = None
    return tuple(found)
