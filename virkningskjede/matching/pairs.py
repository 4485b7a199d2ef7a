"""The pairs of two models."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from virkningskjede.matching.assignment import assign, meetings
from virkningskjede.matching.likeness import SAME_NAME, likeness
from virkningskjede.matching.subjects import Codebook, How, Key, Relation, Subject, relation_of, score, subject_of
from virkningskjede.model import SECTIONS, Entry, LogicModel
from virkningskjede.values import STAGES
from virkningskjede.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that are held to be the same thing.

    Attributes:
        section: where the first one stands; also the second, except in versions between which an entry was moved.
        a: the id in the first model.
        b: the id in the second.
        how: ``id``; ``term`` for equal or shared terms; ``narrower`` when the second has a narrower term, ``broader`` when it has a
            broader one; ``label`` for an entry without terms that got a new id between two versions. The limits of a target group
            have traits where nodes have terms, and results have indicators.
        terms: what they share or how they are related, as pairs: a term of the first and a term of the second.
        section_b: where the second one stands.
        sure: False when some other reading (``or``) of one of them would undo the pair.
    """

    section: str
    a: str
    b: str
    how: How
    terms: tuple[tuple[str, str], ...] = ()
    section_b: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Matching:
    """The entries of two models, in pairs and left over, in the order of the sections and then of ids.

    Attributes:
        pairs: what is in both.
        only_a: section and id of what is in the first model only.
        only_b: section and id of what is in the second only.
        akin_a: for some of ``only_a``, an entry of the second model that is coded likewise, but is in a pair with another.
        akin_b: the same for ``only_b``.
    """

    pairs: tuple[Pair, ...]
    only_a: tuple[Key, ...]
    only_b: tuple[Key, ...]
    akin_a: tuple[tuple[Key, Key], ...] = ()
    akin_b: tuple[tuple[Key, Key], ...] = ()

    @property
    def in_chain(self) -> tuple[Pair, ...]:
        """The pairs of nodes, without what stands beside the chain."""
        return tuple(pair for pair in self.pairs if pair.section in STAGES and pair.section_b in STAGES)


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
    ours = {(section, entry.id): subject_of(section, entry, codebook) for section, entry in a.entries()}
    theirs = {(section, entry.id): subject_of(section, entry, codebook) for section, entry in b.entries()}
    if a.id == b.id:
        return _matching(_versions(ours, theirs), ours, theirs, ())
    candidates = _candidates(ours.values(), theirs.values(), codebook)
    pairs = [each.pair(sure=_surely(each.x, each.y, codebook)) for each in _chosen(candidates)]
    return _matching(pairs, ours, theirs, candidates)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Two subjects that could be a pair, and how they are related."""

    x: Subject
    y: Subject
    relation: Relation

    def cost(self) -> tuple[float, float]:
        """How bad a pair they would be."""
        return self.relation.rank, -score(self.x, self.y)

    def pair(self, *, sure: bool = True) -> Pair:
        """The two as a pair."""
        return Pair(self.x.key[0], self.x.id, self.y.id, self.relation.how, self.relation.terms, self.y.key[0], sure)


def _chosen(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    by_keys = {(each.x.key, each.y.key): each for each in candidates}
    # What decides between equals is the same for the mirrored pair.
    found = assign((each.x, each.y, each.cost(), tuple(sorted((each.x.key, each.y.key)))) for each in by_keys.values())
    return [by_keys[x.key, y.key] for x, y in found]


def _matching(
    pairs: Sequence[Pair], ours: Mapping[Key, Subject], theirs: Mapping[Key, Subject], candidates: Iterable[_Candidate]
) -> Matching:
    only_a = ours.keys() - {(pair.section, pair.a) for pair in pairs}
    only_b = theirs.keys() - {(pair.section_b, pair.b) for pair in pairs}
    return Matching(
        tuple(sorted(pairs, key=lambda pair: _order((pair.section, pair.a)))),
        tuple(sorted(only_a, key=_order)),
        tuple(sorted(only_b, key=_order)),
        _akin((each.cost(), each.x.key, each.y.key) for each in candidates if each.x.key in only_a),
        _akin((each.cost(), each.y.key, each.x.key) for each in candidates if each.y.key in only_b),
    )


def _order(key: Key) -> tuple[int, str]:
    return SECTIONS.index(key[0]), key[1]


def _akin(related: Iterable[tuple[tuple[float, float], Key, Key]]) -> tuple[tuple[Key, Key], ...]:
    nearest: dict[Key, tuple[tuple[float, float], Key]] = {}
    for cost, left, other in related:
        nearest[left] = min(nearest.get(left, (cost, other)), (cost, other))
    return tuple((left, nearest[left][1]) for left in sorted(nearest, key=_order))


def _candidates(ours: Iterable[Subject], theirs: Iterable[Subject], codebook: Codebook) -> list[_Candidate]:
    def own(subject: Subject) -> Iterator[Hashable]:
        yield from ((subject.place, term) for term in subject.terms)
        if not subject.terms:
            yield subject.place, "", subject.id

    def wide(subject: Subject) -> Iterator[Hashable]:
        for term in subject.terms:
            yield from ((subject.place, wider) for wider in codebook.wider_term(term, subject.key[0]))

    met: dict[tuple[Key, Key], tuple[Subject, Subject]] = {}
    for our_keys, their_keys in ((own, own), (own, wide), (wide, own)):
        met |= {(x.key, y.key): (x, y) for x, y in meetings(ours, theirs, our_keys, their_keys, _name)}
    return [_Candidate(x, y, relation) for x, y in met.values() if (relation := relation_of(x, y, codebook))]


def _surely(x: Subject, y: Subject, codebook: Codebook) -> bool:
    """Whether they stay a pair in every other reading of either."""
    return all(_stays(x, reading, y, codebook) for reading in x.entry.readings()[1:]) and all(
        _stays(y, reading, x, codebook) for reading in y.entry.readings()[1:]
    )


def _stays(one: Subject, reading: Entry | None, other: Subject, codebook: Codebook) -> bool:
    return reading is not None and relation_of(subject_of(one.key[0], reading, codebook), other, codebook) is not None


def _versions(ours: Mapping[Key, Subject], theirs: Mapping[Key, Subject]) -> list[Pair]:
    """By id in the same section, then by id wherever it was moved to, then by terms and label for those that got a new id."""
    pairs = [_Candidate(x, theirs[key], Relation(0, "id")).pair() for key, x in ours.items() if key in theirs]
    gone = [x for key, x in ours.items() if key not in theirs]
    new = [y for key, y in theirs.items() if key not in ours]
    moved = _chosen(_Candidate(x, y, Relation(0, "id")) for x, y in meetings(gone, new, _id, _id, _name))
    gone, new = _without(gone, [each.x for each in moved]), _without(new, [each.y for each in moved])
    alike = ((x, y) for x, y in meetings(gone, new, _content, _content, _name) if _same_name(x, y))
    renamed = _chosen(_Candidate(x, y, _renaming(x)) for x, y in alike)
    return [*pairs, *(each.pair() for each in (*moved, *renamed))]


def _id(subject: Subject) -> tuple[Hashable, ...]:
    return (subject.id,)


def _name(subject: Subject) -> tuple[str, ...]:
    return subject.name


def _content(subject: Subject) -> tuple[Hashable, ...]:
    """What must be equal for an entry with a new id to be known again: its terms; its label without them; all of it without either."""
    return ((subject.place, subject.terms or subject.label or subject.entry.model_copy(update={"id": "-"})),)


def _same_name(x: Subject, y: Subject) -> bool:
    return likeness(x.label, y.label) >= SAME_NAME if x.label or y.label else True


def _renaming(x: Subject) -> Relation:
    return Relation(0, "term", tuple((term, term) for term in sorted(x.terms))) if x.terms else Relation(0, "label")


def _without(subjects: Iterable[Subject], taken: Sequence[Subject]) -> list[Subject]:
    keys = {each.key for each in taken}
    return [each for each in subjects if each.key not in keys]
