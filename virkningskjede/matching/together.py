"""Entries with the same id that are so alike that they need not be weighed against all others that are coded like them.

This changes no choice; it saves the work where most of two models is the same. Two entries that are alike in all that matching looks at
are partners in some best choice: were they not, their partners could be each other's, and no less alike (in `score` each part is one
less a distance), while the two would be as alike as can be.
"""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.matching.items import Codes, SectionLevel, place_of, terms_of
from virkningskjede.model import Context, Entry, Node
from virkningskjede.model.fields import LIMITING


def always_together(section: str, x: Entry, y: Entry) -> bool:
    """Whether two entries of a section with the same id are each other's partners, whatever else there is."""
    terms = terms_of(x)
    if place_of(section, x) != place_of(section, y) or terms != terms_of(y):
        return False
    if not terms:
        return True  # such entries are known by their ids alone
    if getattr(x, "term", None) != getattr(y, "term", None):
        return False  # in another order, and the first term counts most
    if getattr(x, "label", None) != getattr(y, "label", None):
        return False
    if isinstance(x, Node) and isinstance(y, Node):
        kinds = [entry.kind if isinstance(entry, Context) else None for entry in (x, y)]
        return (x.who, x.when, x.dose) == (y.who, y.when, y.dose) and kinds[0] == kinds[1]
    return True


def other_codings(section: str, entry: Entry) -> Iterator[tuple[SectionLevel, Codes] | None]:
    """How else an entry could be coded, and where it would stand then; None for its absence."""
    for patch in entry.or_:
        changed = patch.model_fields_set
        if patch.absent:
            yield None
        elif not LIMITING.isdisjoint(changed):
            reading = entry.read_as(patch)
            yield (place_of(section, reading), terms_of(reading)) if reading is not None else None
        elif "term" in changed or "level" in changed:
            place = (section, patch.level or "") if "level" in changed else place_of(section, entry)
            yield place, frozenset(patch.term) if "term" in changed else terms_of(entry)
