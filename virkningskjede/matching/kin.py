"""What an entry without a partner would have been paired with, had that not been taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from virkningskjede.matching.items import Codebook, Codes, EntryKey, SectionLevel, place_of, related, terms_of
from virkningskjede.matching.likeness import likeness
from virkningskjede.matching.pairs import Matching
from virkningskjede.model import Entry, LogicModel
from virkningskjede.model.codebook import Vocabulary

Kin = Mapping[EntryKey, EntryKey]
"""For some entries of one model without a partner, the entry of the other that is coded most like it and is in a pair with another."""

_AlikeEntries = tuple[SectionLevel, Codes]
"""Entries that stand at one place and are coded alike. They are kin of the same entries, so one of them speaks for all."""


def kin(a: LogicModel, b: LogicModel, matching: Matching, vocabulary: Vocabulary | None = None) -> tuple[Kin, Kin]:
    """The nearest kin of what is in the first model only, and of what is in the second only; none between versions of one model.

    >>> from virkningskjede.matching import match
    >>> one = LogicModel(id="one", inputs={"penger": {"label": "Penger", "term": "tilskudd"}})
    >>> other = LogicModel(id="other", inputs={name: {"label": name, "term": "tilskudd"} for name in ("midler", "penger")})
    >>> kin(one, other, match(one, other))
    ({}, {('inputs', 'midler'): ('inputs', 'penger')})
    """
    if a.id == b.id:
        return {}, {}
    codebook = Codebook(vocabulary)
    paired_a = [(pair.section, pair.a) for pair in matching.pairs]
    paired_b = [(pair.section_b, pair.b) for pair in matching.pairs]
    return _nearest(a, matching.only_a, b, paired_b, codebook), _nearest(b, matching.only_b, a, paired_a, codebook)


def _nearest(model: LogicModel, alone: Sequence[EntryKey], other: LogicModel, paired: Sequence[EntryKey], codebook: Codebook) -> Kin:
    groups: dict[_AlikeEntries, EntryKey] = {}
    for key in paired:
        group = _group(other, key)
        groups[group] = min(groups.get(group, key), key)
    by_term: dict[tuple[SectionLevel, str], list[_AlikeEntries]] = {}
    for place, terms in groups:
        for term in _with_wider(terms, place, codebook):
            by_term.setdefault((place, term), []).append((place, terms))
    nearest: dict[EntryKey, EntryKey] = {}
    for key in alone:
        place, terms = _group(model, key)
        near: list[tuple[int, float, EntryKey]] = []
        for group in {group for term in _with_wider(terms, place, codebook) for group in by_term.get((place, term), ())}:
            relation = related(terms, group[1], place[0], codebook)
            if relation is not None:
                near.append((relation.rank, -likeness(terms, group[1]), groups[group]))
        if near:
            nearest[key] = min(near)[2]
    return nearest


def _group(model: LogicModel, key: EntryKey) -> _AlikeEntries:
    entry: Entry = getattr(model, key[0])[key[1]]
    return place_of(key[0], entry), terms_of(entry)


def _with_wider(terms: Codes, place: SectionLevel, codebook: Codebook) -> Iterator[str]:
    yield from terms.union(*(codebook.wider_term(term, place[0]) for term in terms))
