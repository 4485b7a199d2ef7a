"""The pairs of two models."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from operator import attrgetter
from typing import NamedTuple

from virkningskjede.matching.assignment import Candidate, meetings, partners
from virkningskjede.matching.items import (
    Codebook,
    Codes,
    EntryKey,
    MatchItem,
    PairReason,
    Relation,
    SectionLevel,
    content,
    item_of,
    place_of,
    related,
    score,
    terms_of,
)
from virkningskjede.matching.likeness import SAME_NAME, likeness
from virkningskjede.matching.renaming import VersionSide, renamings
from virkningskjede.matching.together import always_together, other_codings
from virkningskjede.model import SECTIONS, Entry, LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.fields import SECTION_KINDS
from virkningskjede.model.values import STAGES, copy_with


class Pair(NamedTuple):
    """Two entries that are held to be the same thing.

    Attributes:
        section: where the first one stands; also the second, except where it stands at another stage.
        a: the id in the first model.
        b: the id in the second.
        how: ``id``; ``term`` for equal or shared terms; ``narrower`` when the second has a narrower term, ``broader`` when it has a
            broader one; ``label`` for an entry without terms that got a new id between two versions; ``place`` for one that got a new
            id and a new label at once, and stayed where it was: in the source, and among the others. The limits of a target group have
            traits where nodes have terms, and results have indicators.
        terms: what they share or how they are related, as pairs: a term of the first and a term of the second.
        section_b: where the second one stands.
        sure: False when some other reading (``or``) of one of them would undo the pair.
        alike: True when the one says word for word what the other says.
    """

    section: str
    a: str
    b: str
    how: PairReason
    terms: tuple[tuple[str, str], ...] = ()
    section_b: str = ""
    sure: bool = True
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Matching:
    """The entries of two models, in pairs and left over, in the order of the sections and then of ids.

    Attributes:
        pairs: what is in both.
        only_a: section and id of what is in the first model only.
        only_b: section and id of what is in the second only.
    """

    pairs: tuple[Pair, ...]
    only_a: tuple[EntryKey, ...]
    only_b: tuple[EntryKey, ...]

    @property
    def in_chain(self) -> tuple[Pair, ...]:
        """The pairs of nodes, without what stands beside the chain."""
        return tuple(pair for pair in self.pairs if pair.section in STAGES and pair.section_b in STAGES)


EntriesBySection = Mapping[str, Mapping[str, Entry]]
"""The entries of a model by section and id."""


def match(a: LogicModel, b: LogicModel, vocabulary: Vocabulary | None = None) -> Matching:
    """Find the pairs of two models; they are versions of one when they have the same id.

    ``match(b, a)`` is the mirror of ``match(a, b)``. The work grows linearly with the size of the models.

    Args:
        a: the first model.
        b: the second.
        vocabulary: the codebook that says which terms are narrower than which; without one only equal terms match.

    >>> one = LogicModel(id="one", inputs={"penger": {"label": "Penger", "term": "tilskudd"}})
    >>> other = LogicModel(id="other", inputs={"midler": {"label": "Midler", "term": "tilskudd"}})
    >>> [(pair.a, pair.b, pair.how, pair.terms) for pair in match(one, other).pairs]
    [('penger', 'midler', 'term', (('tilskudd', 'tilskudd'),))]
    """
    codebook = Codebook(vocabulary)
    ours, theirs = _entries(a), _entries(b)
    versions = a.id == b.id
    pairs = _same_ids(ours, theirs) if versions else _settled(ours, theirs, codebook)
    paired = theirs if versions else {section: {pair.a for pair in several} for section, several in pairs.items()}
    rest_a = _rest(ours, paired, codebook)
    rest_b = _rest(theirs, ours if versions else paired, codebook)
    chosen = _recognised((a, b), (rest_a, rest_b), pairs) if versions else _chosen(_candidates(rest_a, rest_b, codebook))
    for candidate in chosen:
        section = candidate.x.key[0]
        pairs[section].append(candidate.pair(sure=versions or _surely(section, candidate.x.entry, candidate.y.entry, codebook)))
    rest_a, rest_b = _left((rest_a, rest_b), chosen)
    if not versions and a.kind == b.kind:
        moved = _at_another_stage(rest_a, rest_b)
        for candidate in moved:
            pairs[candidate.x.key[0]].append(candidate.pair(sure=_stay_alike(candidate.x.entry, candidate.y.entry)))
        rest_a, rest_b = _left((rest_a, rest_b), moved)
    every = tuple(pair for section in SECTIONS for pair in sorted(pairs[section], key=attrgetter("a")))
    return Matching(every, tuple(candidate.key for candidate in rest_a), tuple(candidate.key for candidate in rest_b))


def _entries(model: LogicModel) -> EntriesBySection:
    # As plain dictionaries: all that follows looks things up in them, entry by entry.
    return {section: dict(getattr(model, section).items()) for section in SECTIONS}


PairsBySection = dict[str, list[Pair]]
"""Pairs by the section of the first."""


def _same_ids(ours: EntriesBySection, theirs: EntriesBySection) -> PairsBySection:
    """Versions: what has the same id in the same section."""
    pairs: PairsBySection = {}
    for section in SECTIONS:
        right = theirs[section]
        # Entries of one section are of one type, so what they hold says whether they are equal.
        pairs[section] = [
            Pair(section, name, name, "id", (), section, True, x.__dict__ == right[name].__dict__)
            for name, x in ours[section].items()
            if name in right
        ]
    return pairs


Coding = tuple[str, ...] | frozenset[str]
"""What an entry is coded as, as it stands or as a set."""


def _settled(ours: EntriesBySection, theirs: EntriesBySection, codebook: Codebook) -> PairsBySection:
    """Different models: what has the same id and is so alike that nothing else could be the partner of either."""
    pairs: PairsBySection = {}
    for section in SECTIONS:
        right = theirs[section]
        pairs[section] = here = []
        coding: Callable[[Entry], Coding] = attrgetter("term") if SECTION_KINDS[section].has_terms else terms_of
        shared: dict[Coding, tuple[tuple[str, str], ...]] = {}
        for name, x in ours[section].items():
            if name not in right:
                continue
            y = right[name]
            alike = x.__dict__ == y.__dict__
            if alike or always_together(section, x, y):
                coded = coding(x)
                if coded not in shared:
                    shared[coded] = tuple((term, term) for term in sorted(coded))
                sure = not (x.or_ or y.or_) or _surely(section, x, y, codebook)
                here.append(Pair(section, name, name, "term" if coded else "id", shared[coded], section, sure, alike))
    return pairs


def _rest(entries: EntriesBySection, paired: Mapping[str, Collection[str]], codebook: Codebook) -> list[MatchItem]:
    """What is in no pair by its id, in the order of sections and ids."""
    left = ((section, name) for section in SECTIONS for name in sorted(entries[section].keys() - paired[section]))
    return [item_of(section, entries[section][name], codebook) for section, name in left]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Two items that could be a pair, and how they are related."""

    x: MatchItem
    y: MatchItem
    relation: Relation

    def pair(self, *, sure: bool) -> Pair:
        """The two as a pair."""
        return Pair(self.x.key[0], self.x.id, self.y.id, self.relation.how, self.relation.terms, self.y.key[0], sure)


def _chosen(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    by_keys = {(candidate.x.key, candidate.y.key): candidate for candidate in candidates}
    contents: dict[tuple[int, EntryKey], str] = {}

    def tie(x: MatchItem, y: MatchItem) -> tuple[object, ...]:
        # The same for the mirrored pair. Only between those of which the models say the same do the ids decide.
        for side, item in enumerate((x, y)):
            if (side, item.key) not in contents:
                contents[side, item.key] = content(item)
        return (*sorted((contents[0, x.key], contents[1, y.key])), x.id != y.id, *sorted((x.key, y.key)))

    best = partners(
        Candidate(keys[0], keys[1], candidate.relation.rank, score(candidate.x, candidate.y), tie(candidate.x, candidate.y))
        for keys, candidate in by_keys.items()
    )
    return [by_keys[candidate.x, candidate.y] for candidate in best]  # type: ignore[index]


def _candidates(ours: Sequence[MatchItem], theirs: Sequence[MatchItem], codebook: Codebook) -> list[_Candidate]:
    def own(item: MatchItem) -> Iterator[Hashable]:
        yield from ((item.place, term) for term in item.terms)

    def wide(item: MatchItem) -> Iterator[Hashable]:
        for term in item.terms:
            yield from ((item.place, wider) for wider in codebook.wider_term(term, item.key[0]))

    met: dict[tuple[EntryKey, EntryKey], tuple[MatchItem, MatchItem]] = {}
    for our_keys, their_keys in ((own, own), (own, wide), (wide, own)):
        met |= {(x.key, y.key): (x, y) for x, y in meetings(ours, theirs, our_keys, their_keys, _name)}
    return [_Candidate(x, y, relation) for x, y in met.values() if (relation := related(x.terms, y.terms, x.key[0], codebook))]


def _at_another_stage(gone: Sequence[MatchItem], new: Sequence[MatchItem]) -> list[_Candidate]:
    """Nodes that are coded with the same terms and called nearly the same, but stand at another stage: one thing that has moved.

    The term alone is not enough: trust between services can be a problem in the one model and an outcome in the other.
    """

    def terms(item: MatchItem) -> Iterator[Hashable]:
        if item.terms and item.key[0] in STAGES:
            yield item.terms

    met = meetings(gone, new, terms, terms, _name)
    return _chosen(_Candidate(x, y, _renaming(x)) for x, y in met if x.key[0] != y.key[0] and _same_name(x, y))


def _stay_alike(x: Entry, y: Entry) -> bool:
    """Whether two nodes have the same terms however either of them is read."""
    readings = [*x.readings(), *y.readings()]
    return None not in readings and len({terms_of(reading) for reading in readings if reading is not None}) == 1


def _surely(section: str, x: Entry, y: Entry, codebook: Codebook) -> bool:
    """Whether they stay a pair however either of them is read, and both at once."""
    ours, theirs = ([(place_of(section, entry), terms_of(entry)), *other_codings(section, entry)] for entry in (x, y))
    readings = dict.fromkeys(product(ours, theirs))  # another reading may leave the coding as it is
    return all(_fits(one, other, section, codebook) for one, other in readings)


def _fits(one: tuple[SectionLevel, Codes] | None, other: tuple[SectionLevel, Codes] | None, section: str, codebook: Codebook) -> bool:
    """Whether two codings do not part the entries that have them."""
    if one is None or other is None or one[0] != other[0]:
        return False
    return one[1] == other[1] or related(one[1], other[1], section, codebook) is not None


def _recognised(
    versions: tuple[LogicModel, LogicModel], left: tuple[list[MatchItem], list[MatchItem]], by_id: PairsBySection
) -> list[_Candidate]:
    """Versions: by id wherever an entry was moved to; then by terms and label for those that got a new id; then those renamed outright."""
    gone, new = left
    moved = _chosen(_Candidate(x, y, Relation(0, "id")) for x, y in meetings(gone, new, _id, _id, _name))
    gone, new = _left((gone, new), moved)
    alike = ((x, y) for x, y in meetings(gone, new, _content, _content, _name) if _same_name(x, y))
    known = [*moved, *_chosen(_Candidate(x, y, _renaming(x)) for x, y in alike)]
    gone, new = _left((gone, new), known)
    known += _at_another_stage(gone, new)
    gone, new = _left((gone, new), known)
    edited = [(pair.section, pair.a) for section in by_id.values() for pair in section if not pair.alike] if gone and new else []
    entries = [[getattr(model, section)[name] for section, name in edited] for model in versions]
    entries[0] += [candidate.x.entry for candidate in known]
    entries[1] += [candidate.y.entry for candidate in known]
    older = VersionSide(versions[0], gone, entries[0], {candidate.x.id: candidate.y.id for candidate in known})
    newer = VersionSide(versions[1], new, entries[1], {})
    return [*known, *(_Candidate(x, y, Relation(0, "place")) for x, y in renamings(older, newer))]


def _id(item: MatchItem) -> tuple[Hashable, ...]:
    return (item.id,)


def _name(item: MatchItem) -> tuple[str, ...]:
    return item.name


def _content(item: MatchItem) -> tuple[Hashable, ...]:
    """What must be equal for an entry with a new id to be known again: its terms; its label without them; all of it without either."""
    return ((item.place, item.terms or item.label or copy_with(item.entry, {"id": "-"})),)


def _same_name(x: MatchItem, y: MatchItem) -> bool:
    return likeness(x.label, y.label) >= SAME_NAME if x.label or y.label else True


def _renaming(x: MatchItem) -> Relation:
    return Relation(0, "term", tuple((term, term) for term in sorted(x.terms))) if x.terms else Relation(0, "label")


def _left(sides: tuple[list[MatchItem], list[MatchItem]], chosen: Sequence[_Candidate]) -> tuple[list[MatchItem], list[MatchItem]]:
    """What is in no pair yet."""
    if not chosen:
        return sides
    paired = {candidate.x.key for candidate in chosen}, {candidate.y.key for candidate in chosen}
    ours, theirs = ([item for item in items if item.key not in keys] for items, keys in zip(sides, paired, strict=True))
    return ours, theirs
