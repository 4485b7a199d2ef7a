"""Family VK4: can every statement be found again in its source?"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from itertools import accumulate, pairwise

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.model import Evidence
from virkningskjede.model.values import Arrow
from virkningskjede.project import backwards
from virkningskjede.rules.subject import Place, Subject

MOST_SENTENCES = 4
"""A longer run of sentences on one thing no longer says which of them it rests on."""


def no_place(subject: Subject) -> Iterator[Diagnostic]:
    """VK401: a node without a place. A sketch that names no source at all is not asked for places."""
    if subject.model.source is None and not subject.cited:
        return
    for node in subject.model.nodes.values():
        if not node.at:
            yield diagnostic("VK401", (node.stage, node.id), on="key", id=node.id)


def cited_and_set_aside(subject: Subject) -> Iterator[Diagnostic]:
    """VK402: a sentence that something rests on, and that is set aside all the same. Other readings (``or``) do not count."""
    by_section: dict[tuple[str | None, str], list[Place]] = {}
    for each in subject.cited:
        if each.locator.size > 0 and not _in_another_reading(each.path):
            by_section.setdefault((each.locator.source, each.locator.section), []).append(each)
    reaching = {section: _Reach(places) for section, places in by_section.items()}
    for path, locator, on in subject.set_aside:
        reach = reaching.get((locator.source, locator.section)) if locator.size > 0 else None
        found = reach.into(locator.first, locator.last) if reach else None
        if found is not None:
            sentence = f"{locator.section}:{max(locator.first, found.locator.first)}"
            yield diagnostic("VK402", path, on=on, sentence=sentence, by=_name(found))


def _in_another_reading(path: Path) -> bool:
    return any(step == "or" and isinstance(after, int) for step, after in pairwise(path))


class _Reach:
    """The runs of one section, ready to be asked which of them has a sentence in common with another run."""

    def __init__(self, places: list[Place]) -> None:
        ordered = sorted(places, key=lambda each: each.locator.first)
        self.starts = [each.locator.first for each in ordered]
        self.farthest = list(accumulate(ordered, _farther))

    def into(self, first: int, last: int) -> Place | None:
        """A run that has a sentence between these two."""
        before = bisect.bisect(self.starts, last)
        place = self.farthest[before - 1] if before else None
        return place if place and place.locator.last >= first else None


def _farther(one: Place, other: Place) -> Place:
    return one if one.locator.last >= other.locator.last else other


def _name(place: Place) -> str:
    """The entry, arrow or part of the model that a place is written on."""
    if place.path[2:3] == ("leads_to",):
        return Arrow(str(place.path[1]), str(place.path[3]))
    return str(place.path[1] if len(place.path) > 3 else place.path[0])


def wide_range(subject: Subject) -> Iterator[Diagnostic]:
    """VK403: a long run of sentences on one thing."""
    for path, locator, on in subject.cited:
        if locator.size > MOST_SENTENCES:
            run = f"{locator.first}-{locator.last}"
            yield diagnostic("VK403", path, on=on, run=run, size=locator.size, limit=MOST_SENTENCES)


def no_source(subject: Subject) -> Iterator[Diagnostic]:
    """VK404: places without a source, said once, at the first of them."""
    lacking = [each for each in (*subject.cited, *subject.set_aside) if each.locator.source is None]
    if lacking:
        path, locator, on = lacking[0]
        yield diagnostic("VK404", path, on=on, at=str(locator), count=len(lacking))


def backwards_range(subject: Subject) -> Iterator[Diagnostic]:
    """VK405: a run of sentences whose last comes before its first."""
    for path, locator, on in (*subject.cited, *subject.set_aside):
        yield from backwards(path, locator, on)


def no_reference(subject: Subject) -> Iterator[Diagnostic]:
    """VK406: evidence that names no work."""
    for path, part in subject.parts:
        if isinstance(part, Evidence) and not part.refs:
            yield diagnostic("VK406", (*path, "finding"))
