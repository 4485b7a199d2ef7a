"""Entries with the same id that are so alike that they need not be weighed against all others that are coded like them.

This changes no choice; it saves the work where most of two models is the same. What has the same id and the same terms is ahead of
everything else by what an id counts for in `score`; only where the rest of it differs by as much could another be preferred.
"""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.matching.likeness import likeness, pieces
from virkningskjede.matching.subjects import CIRCUMSTANCES, ID, LABEL, Place, Terms, place_of, terms_of
from virkningskjede.model import Context, Entry, Node


def always_together(section: str, x: Entry, y: Entry) -> bool:
    """Whether two entries of a section with the same id are each other's partners, whatever else there is."""
    terms = terms_of(x)
    if place_of(section, x) != place_of(section, y) or terms != terms_of(y):
        return False
    if not terms:
        return True  # such entries are known by their ids alone
    if getattr(x, "term", None) != getattr(y, "term", None):
        return False  # in another order, and the first term counts most
    label, other = getattr(x, "label", None), getattr(y, "label", None)
    lost = 0.0 if label == other else LABEL * (1 - likeness(pieces(label), pieces(other)))
    if isinstance(x, Node) and isinstance(y, Node):
        kinds = [each.kind if isinstance(each, Context) else None for each in (x, y)]
        if x.who != y.who or kinds[0] != kinds[1]:
            return False
        lost += 0.0 if (x.when, x.dose) == (y.when, y.dose) else CIRCUMSTANCES
    return lost < ID


def other_codings(section: str, entry: Entry) -> Iterator[tuple[Place, Terms] | None]:
    """How else an entry could be coded, and where it would stand then; None for its absence."""
    for patch in entry.or_:
        given = patch.model_fields_set
        if patch.absent:
            yield None
        elif not _LIMITS.isdisjoint(given):
            reading = entry.read_as(patch)
            yield (place_of(section, reading), terms_of(reading)) if reading is not None else None
        elif "term" in given or "level" in given:
            place = (section, patch.level or "") if "level" in given else place_of(section, entry)
            yield place, frozenset(patch.term) if "term" in given else terms_of(entry)


_LIMITS = frozenset({"traits", "age", "sick_leave", "denies"})
"""What codes a limit of the target group, where other entries have terms."""
