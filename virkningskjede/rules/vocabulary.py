"""What is asked of the vocabulary itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from virkningskjede.diagnostics import Diagnostic, diagnostic
from virkningskjede.model.codebook import CodebookEntry, Vocabulary
from virkningskjede.model.values import OWN_UNITS
from virkningskjede.project import NOTHING, Lost, unknown


def check_vocabulary(vocabulary: Vocabulary, lost: Lost = NOTHING) -> tuple[Diagnostic, ...]:
    """What is wrong with the codebook.

    Of the ``broader`` of terms, actors, traits and places: unknown names (VK321), and circles (VK322). Of units: those that are called as
    one of the format's own (VK352).

    Args:
        vocabulary: the codebook.
        lost: what its file says that it lacks.

    >>> check_vocabulary(Vocabulary())
    ()
    """
    sections: Mapping[str, Mapping[str, CodebookEntry]] = {
        "terms": vocabulary.terms,
        "actors": vocabulary.actors,
        "traits": vocabulary.traits,
        "places": vocabulary.places,
    }
    diagnostics = (
        diagnostic
        for section, entries in sections.items()
        for diagnostic in (*_unknown(section, entries, lost), *_circle(section, entries))
    )
    taken = (diagnostic("VK352", ("units", name), on="key", name=name) for name in vocabulary.units if name in OWN_UNITS)
    return tuple(lost.judged((*diagnostics, *taken)))


def _unknown(section: str, entries: Mapping[str, CodebookEntry], lost: Lost) -> Iterator[Diagnostic]:
    named = (((section, name, "broader", number), wider) for name, entry in entries.items() for number, wider in enumerate(entry.broader))
    yield from unknown("VK321", named, entries, lost=lost)


def _circle(section: str, entries: Mapping[str, CodebookEntry]) -> Iterator[Diagnostic]:
    """One circle at a time: when it is broken, the next shows."""
    try:
        TopologicalSorter({name: entry.broader for name, entry in entries.items()}).prepare()
    except CycleError as error:
        ring = error.args[1]
        yield diagnostic("VK322", (section, ring[0], "broader"), nodes=" → ".join(reversed(ring)))
