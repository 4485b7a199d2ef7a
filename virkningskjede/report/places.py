"""Places in sources as a reader looks them up."""

from __future__ import annotations

from collections.abc import Container, Iterable

from virkningskjede.model.values import LocatorText, locators


def places(at: Iterable[LocatorText], source: str | None) -> str:
    """Sentences as a reader looks them up: in order, as runs, each section named once, and only other sources than the model's own.

    >>> from virkningskjede.model.values import Sentence
    >>> places([Sentence.of("r", "2.1", 7), Sentence.of("r", "2.1", 3), Sentence.of("r", "2.1", 4), Sentence.of("s", "1", 1)], "r")
    '2.1:3-4,7, s#1:1'
    """
    sections: dict[tuple[str | None, str], set[int]] = {}
    for locator in locators(at):
        sections.setdefault((locator.source, locator.section), set()).update(range(locator.first, locator.last + 1))
    parts = []
    for (where, section), numbers in sections.items():
        prefix = "" if where in (None, source) else f"{where}#"
        parts.append(f"{prefix}{section}:{runs(numbers)}")
    return ", ".join(parts)


def runs(numbers: Iterable[int]) -> str:
    """Numbers of sentences as runs.

    >>> runs([1, 2, 3, 5])
    '1-3,5'
    """
    sentences = frozenset(numbers)
    ends = [(first, _end_of_run(first, sentences)) for first in sorted(sentences) if first - 1 not in sentences]
    return ",".join(f"{first}" if first == last else f"{first}-{last}" for first, last in ends)


def _end_of_run(first: int, numbers: Container[int]) -> int:
    last = first
    while last + 1 in numbers:
        last += 1
    return last
