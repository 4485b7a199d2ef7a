"""Entries of two versions that got a new id and a new label at once, known again by what stayed: their place and what they hang with.

An id and a label are what an entry is called, not what it is. Where the source has it in the same sentences, it is coded as the same, and
the same leads to it, comes of it and refers to it, it is the same entry under another name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from virkningskjede.matching.items import MatchItem
from virkningskjede.model import Entry, LogicModel, Node
from virkningskjede.model.fields import names_in
from virkningskjede.model.values import OWN, ends_of, sentences

Ties = frozenset[tuple[tuple[str, str], int]]
"""What an entry hangs together with: how and with whom, and how many times."""


class VersionSide(NamedTuple):
    """One of the two versions, as far as it is known what is what.

    Attributes:
        model: the version.
        items: what in it has no partner yet.
        edited: what has one that does not say word for word the same. Nothing else can refer to an entry whose id is new.
        renamed: the ids whose partner has another, with that id.
    """

    model: LogicModel
    items: Sequence[MatchItem]
    edited: Sequence[Entry]
    renamed: Mapping[str, str]


def renamings(older: VersionSide, newer: VersionSide) -> Iterator[tuple[MatchItem, MatchItem]]:
    """The pairs that nothing but the name parts. Where several could be meant, none is."""
    gone, new = (_by_code(side) for side in (older, newer))
    common = gone.keys() & new.keys()
    ours, theirs = (_alone(items, among=common, hanging=_hanging(side)) for items, side in ((gone, older), (new, newer)))
    yield from ((item, theirs[key]) for key, item in ours.items() if key in theirs)


def _by_code(side: VersionSide) -> Mapping[Hashable, list[MatchItem]]:
    """The items that have a place in the source, by where they stand, what they are coded as, and that place."""
    by_code: dict[Hashable, list[MatchItem]] = {}
    for item in side.items:
        if item.entry.at:
            by_code.setdefault((item.place, item.terms, frozenset(sentences(item.entry.at, side.model.source))), []).append(item)
    return by_code


def _alone(
    items: Mapping[Hashable, Iterable[MatchItem]], *, among: Iterable[Hashable], hanging: Callable[[str], Ties]
) -> Mapping[Hashable, MatchItem]:
    """The items that are the only ones of their code that hang together with the same; never one that hangs with nothing."""
    alike: dict[Hashable, list[MatchItem]] = {}
    for code in among:
        for item in items[code]:
            ties = hanging(item.id)
            if ties:
                alike.setdefault((code, ties), []).append(item)
    return {key: several[0] for key, several in alike.items() if len(several) == 1}


def _hanging(side: VersionSide) -> Callable[[str], Ties]:
    """What each entry leads to, comes of, refers to and is referred to by. What has no partner itself has no name here."""
    nameless = {item.id for item in side.items}

    def name(reference: str) -> str:
        return "" if reference in nameless else side.renamed.get(reference, reference)

    ties: dict[str, list[tuple[str, str]]] = {}
    for one, how, others in _references((*side.edited, *(item.entry for item in side.items))):
        for other in others:
            ties.setdefault(one, []).append((how, name(other)))
            ties.setdefault(other, []).append((f"{how} of", name(one)))
    return lambda entry: frozenset(Counter(ties.get(entry, ())).items())


def _references(entries: Iterable[Entry]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Which entry refers to which, and by what: a field, or an arrow."""
    for entry in entries:
        yield from ((entry.id, field.name, ends_of(reference)) for field, reference in names_in(entry, *OWN))
        if isinstance(entry, Node):
            yield from ((entry.id, "leads_to", (link.to, *link.assumes)) for link in entry.leads_to)
