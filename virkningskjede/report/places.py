"""Places in sources as a reader looks them up."""

from __future__ import annotations

from collections.abc import Container, Iterable

from virkningskjede.model.values import locators


def places(sentences: Iterable[str], source: str | None) -> str:
    """Sentences as a reader looks them up: in order, as runs, each section named once, and only other sources than the model's own.

    >>> places(["r#2.1:7", "r#2.1:3", "r#2.1:4", "s#1:1"], "r")
    '2.1:3-4,7, s#1:1'
    """
    found: dict[tuple[str | None, str], set[int]] = {}
    for place in locators(tuple(sentences)):
        found.setdefault((place.source, place.section), set()).update(range(place.first, place.last + 1))
    said = []
    for (where, section), numbers in found.items():
        runs = [(first, _end_of_run(first, numbers)) for first in sorted(numbers) if first - 1 not in numbers]
        listed = ",".join(f"{first}" if first == last else f"{first}-{last}" for first, last in runs)
        said.append(f"{'' if where in (None, source) else f'{where}#'}{section}:{listed}")
    return ", ".join(said)


def _end_of_run(first: int, numbers: Container[int]) -> int:
    last = first
    while last + 1 in numbers:
        last += 1
    return last
