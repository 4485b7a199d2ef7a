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

    >>> one = {"id": "a", "source": "r", "inputs": {"i": {"at": "1.1:2,4"}}}
    >>> own_sections([one, {"id": "b", "source": "r", "inputs": {"i": {"at": "1.2:3"}}}])
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
    """The section where some places are, more than twice as many as in any other; None where there is none."""
    counts = Counter((run.source, run.section) for run in runs).most_common(2)
    (home, most), second = (counts[0], counts[1][1] if len(counts) > 1 else 0) if counts else (((None, ""), 0), 0)
    return home if most > 2 * second else None


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
