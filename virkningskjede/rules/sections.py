"""Which pilot each section of a report is about: the one that has most of its places there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from virkningskjede.model.values import Locator, locators

Home = tuple[str | None, str]
"""A source and a section of it."""


def own_sections(pilots: Iterable[Mapping[str, Any]]) -> Mapping[Home, str]:
    """The sections that are about one pilot, each with the id of that.

    Args:
        pilots: pilots as their files write them. They need not be well made: what cannot be read has no place.

    >>> pilots = {"a": "1.1:2,4", "b": "1.2:3"}
    >>> own_sections([{"id": name, "source": "r", "inputs": {"i": {"at": at}}} for name, at in pilots.items()])
    {('r', '1.1'): 'a', ('r', '1.2'): 'b'}
    """
    homes: dict[Home, list[str]] = {}
    for values in pilots:
        name, source = values.get("id"), values.get("source")
        home = own_section(locators(_places(values), source if isinstance(source, str) else None)) if isinstance(name, str) else None
        if home is not None:
            homes.setdefault(home, []).append(str(name))
    return {home: names[0] for home, names in homes.items() if len(names) == 1}


def own_section(runs: Iterable[Locator]) -> Home | None:
    """The section where more than half of some places are; None where there is none."""
    counts = Counter((run.source, run.section) for run in runs)
    (home, most), *_ = counts.most_common(1) or [((None, ""), 0)]
    return home if 2 * most > counts.total() else None


def _places(content: object) -> Iterator[str]:
    """Every text of places in what a file holds."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key == "at":
                yield from (text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str))
            else:
                yield from _places(value)
    elif isinstance(content, list):
        for value in content:
            yield from _places(value)
