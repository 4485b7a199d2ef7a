"""What is asked of the vocabulary itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from virkningskjede.diagnostics import Diagnostic, diagnostic
from virkningskjede.i18n import LANGS, Lang
from virkningskjede.model import parts_of
from virkningskjede.model.codebook import CodebookEntry, Vocabulary
from virkningskjede.model.values import OWN_UNITS, Frozen, naming
from virkningskjede.project import NOTHING, Lost, unknown


def check_vocabulary(vocabulary: Vocabulary, lost: Lost = NOTHING) -> tuple[Diagnostic, ...]:
    """What is wrong with the codebook.

    Of every ``broader``: unknown names (VK321), and circles (VK322). Of terms: two that cannot be told
    apart (VK186). Of units: those that are called as one of the format's own (VK352).

    Args:
        vocabulary: the codebook.
        lost: what its file says that it lacks.

    >>> check_vocabulary(Vocabulary())
    ()
    """
    diagnostics = (
        diagnostic
        for section, entries in vocabulary.hierarchies().items()
        for diagnostic in (*_unknown(section, entries, lost), *_circle(section, entries))
    )
    taken = (diagnostic("VK352", ("units", name), on="key", name=name) for name in vocabulary.units if name in OWN_UNITS)
    return tuple(lost.judged((*diagnostics, *_alike(vocabulary), *taken)))


def _alike(vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """VK186: a term that is called the same as an earlier one, in some language, and can stand in the same place."""
    first: dict[tuple[Lang, str, str], str] = {}
    for name, term in vocabulary.terms.items():
        labels = ((lang, getattr(term.label, lang)) for lang in LANGS)
        places = [(lang, label.casefold(), stage) for lang, label in labels if label is not None for stage in term.stage]
        earlier = next((first[place] for place in places if place in first), None)
        if earlier is not None:
            yield diagnostic("VK186", ("terms", name, "label"), name=name, other=earlier)
        for place in places:
            first.setdefault(place, name)


def terms_in(file: Frozen) -> Iterator[str]:
    """The terms that a file names, one time after another."""
    for _, part in parts_of(file):
        for field in naming(type(part), "term"):
            content: str | tuple[str, ...] | None = getattr(part, field.name)
            yield from (content,) if isinstance(content, str) else content or ()


def unused_terms(vocabulary: Vocabulary, named: Collection[str]) -> Iterator[Diagnostic]:
    """VK187: a term that nothing names, and of which no other term is a kind.

    Args:
        vocabulary: the codebook.
        named: what every file that can name terms does name.
    """
    used = {name for term in vocabulary.terms.values() for name in term.broader}
    for name in vocabulary.terms:
        if name not in used and name not in named:
            yield diagnostic("VK187", ("terms", name), on="key", name=name)


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
