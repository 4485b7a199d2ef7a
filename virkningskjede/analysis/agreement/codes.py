"""What one coder wrote: which terms a model has, which arrows between terms, and how else the coder says it could be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from virkningskjede.model import Barrier, Enabler, Link, LogicModel, Node, Outcome
from virkningskjede.model.fields import Choice, choices_in
from virkningskjede.model.values import EMPTY, NOT_THERE, TERM_STAGES, Arrow, FrozenMap, Level, Sentence, Status, rank, sentences

TermPlace = tuple[str, Level | None]
"""Where a term stands: a section of the model, and for outcomes the level."""

PLACE = "@place"
"""What the place of a term is called among the fields that are chosen."""

_APART = frozenset({"status", "level"})
"""What is compared in a way of its own: how far things have come has an order, and the level is a part of the place."""

Aspects = Mapping[str, frozenset[TermPlace | Choice]]
"""What one element says of itself in one reading: its place, and what is chosen of the format's words, field by field."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """What the elements of one cell say in one field, taken together.

    Attributes:
        coded: as coded.
        sure: what those say that say the same in every reading.
        possible: what they say in some reading.
    """

    coded: frozenset[TermPlace | Choice] = frozenset()
    sure: frozenset[TermPlace | Choice] = frozenset()
    possible: frozenset[TermPlace | Choice] = frozenset()

    def readable_as(self, other: Aspect) -> bool:
        """Whether the two could say the same in another reading that one of them has given."""
        return self.sure <= other.possible and other.sure <= self.possible


NOTHING = Aspect()
"""A field in which nothing is chosen."""


@dataclass(frozen=True, slots=True)
class Code:
    """What one coder wrote in one cell: of one term, or of an arrow between two terms, in one model.

    Attributes:
        said: whether it is there, as coded. What was dropped is not, as everywhere else.
        possible: what it could come to in the coder's other readings (``or``, ``ambiguities``), the coded one included.
        status: for a term: the furthest that something coded with it has come; ``dropped`` where all of it was; None when no status is
            stated.
        elements: what is coded so, ids or arrows as ``a -> b``; where nothing is, what could be.
        at: the sentences that this rests on, each with its source.
        aspects: what is coded so says of itself, field by field: where it stands (`PLACE`), and what is chosen of the format's words.
    """

    said: bool = False
    possible: frozenset[bool] = frozenset({False})
    status: Status | None = None
    elements: tuple[str, ...] = ()
    at: tuple[Sentence, ...] = ()
    aspects: Mapping[str, Aspect] = EMPTY

    @property
    def dropped(self) -> bool:
        """Whether all that is coded so was dropped."""
        return self.status == "dropped"

    @property
    def places(self) -> frozenset[TermPlace]:
        """For a term: where it stands, as coded."""
        return self.aspects.get(PLACE, NOTHING).coded  # type: ignore[return-value]


ABSENT = Code()
"""What is written of something that the coder does not mention."""


class _Coded(NamedTuple):
    """What one element gives, of terms or of arrows.

    Attributes:
        element: its id, or ``a -> b``.
        at: the sentences that it rests on.
        readings: the items that it has in each reading, the coded one first; what was dropped has none.
        status: for a node, how far it has come as coded.
        dropped: the items that it would have had as coded, had it not been dropped.
        aspects: what it says of itself in each reading, in step with ``readings``; nothing for what is coded absent.
    """

    element: str
    at: tuple[Sentence, ...]
    readings: Sequence[frozenset[str]]
    status: Status | None = None
    dropped: frozenset[str] = frozenset()
    aspects: Sequence[Aspects] = ()

    @property
    def possible(self) -> frozenset[str]:
        """The items that it has in some reading, or had before it was dropped."""
        return self.dropped.union(*self.readings)

    def sure(self, item: str) -> bool:
        """Whether it has the item in every reading."""
        return all(item in reading for reading in self.readings)

    def aspects_of(self, item: str) -> Iterator[Aspects]:
        """What it says of itself in those readings in which it has the item."""
        yield from (aspects for aspects, items in zip(self.aspects, self.readings, strict=False) if item in items)


def terms_of(model: LogicModel) -> Mapping[str, Code]:
    """The terms of the chain, of what hinders and of what helps, by term. Open questions are not among them: what is asked is not coded.

    >>> model = LogicModel(id="m", activities={"a": {"label": "A", "term": "kurs", "status": "planned", "or": [{"term": "veiledning"}]}})
    >>> {term: (code.said, sorted(code.possible), code.status) for term, code in terms_of(model).items()}
    {'kurs': (True, [False, True], 'planned'), 'veiledning': (False, [False, True], None)}
    """
    return _codes(_term_readings(model))


def arrows_of(model: LogicModel) -> Mapping[str, Code]:
    """The arrows between terms, by ``term -> term``: an arrow stands for one from each term of its one end to each of its other."""
    return _codes(_arrow_readings(model))


def _term_readings(model: LogicModel) -> Iterator[_Coded]:
    for section in TERM_STAGES:
        entries: Mapping[str, Node | Barrier | Enabler] = getattr(model, section)
        for entry in entries.values():
            readings = entry.readings()
            status = entry.status if isinstance(entry, Node) else None
            dropped = frozenset(entry.term) if status == "dropped" else frozenset[str]()
            aspects = [_aspects_of_entry(section, reading) for reading in readings]
            yield _Coded(entry.id, sentences(entry.at, model.source), [*map(_terms, readings)], status, dropped, aspects)
    for ambiguity in model.ambiguities.values():
        # What the coder left out, but another could see: nothing as coded, and no place to compare.
        patches = [frozenset[str]() if patch.absent or patch.status in NOT_THERE else frozenset(patch.term) for patch in ambiguity.or_]
        yield _Coded(ambiguity.id, sentences(ambiguity.at, model.source), [frozenset(), *patches])


def _aspects_of_entry(section: str, reading: Node | Barrier | Enabler | None) -> Aspects:
    if reading is None:
        return EMPTY
    place = (section, reading.level if isinstance(reading, Outcome) else None)
    return {PLACE: frozenset({place}), **dict(_chosen(reading))}


def _chosen(value: Node | Barrier | Enabler | Link) -> Iterator[tuple[str, frozenset[Choice]]]:
    return ((name, chosen) for name, chosen in choices_in(value) if name not in _APART)


def _terms(reading: Node | Barrier | Enabler | None) -> frozenset[str]:
    """The terms that an entry has in one reading: none where it is absent or not there."""
    if reading is None or (isinstance(reading, Node) and reading.status in NOT_THERE):
        return frozenset()
    return frozenset(reading.term)


def _arrow_readings(model: LogicModel) -> Iterator[_Coded]:
    terms = {name: [*map(_terms, node.readings())] for name, node in model.nodes.items()}
    for link in model.links():
        readings: list[frozenset[str]] = []
        aspects: list[Aspects] = []
        for reading in link.readings():
            if reading is None or reading.to not in terms:
                readings.append(frozenset())
                aspects.append(EMPTY)
            else:
                pairs = list(product(terms[link.source], terms[reading.to]))
                readings += [frozenset(Arrow(a, b) for a, b in product(ours, theirs)) for ours, theirs in pairs]
                aspects += [dict(_chosen(reading))] * len(pairs)
        at = link.at or (*model.nodes[link.source].at, *(model.nodes[link.to].at if link.to in model.nodes else ()))
        yield _Coded(link.arrow, sentences(at, model.source), readings, aspects=aspects)


def _codes(elements: Iterable[_Coded]) -> Mapping[str, Code]:
    by_item: dict[str, list[_Coded]] = {}
    for element in elements:
        for item in element.possible:
            by_item.setdefault(item, []).append(element)
    return {item: _code(item, by_item[item]) for item in sorted(by_item)}


def _code(item: str, elements: Collection[_Coded]) -> Code:
    coded = [element for element in elements if item in element.readings[0]]
    dropped = [element for element in elements if item in element.dropped]
    sure = [element for element in coded if element.sure(item)]
    could = any(item in reading for element in elements for reading in element.readings)
    stated = [element.status for element in coded if rank(element.status) is not None]
    status = max(stated, key=lambda status: rank(status) or 0, default=None)
    shown = coded or dropped or elements
    return Code(
        bool(coded),
        frozenset({True}) if sure else frozenset({True, False}) if could else frozenset({False}),
        "dropped" if dropped and not coded else status,
        tuple(dict.fromkeys(element.element for element in shown)),
        tuple(dict.fromkeys(place for element in shown for place in element.at)),
        FrozenMap({field: _aspect(field, item, coded, sure, elements) for field in _fields(elements)}),
    )


def _fields(elements: Iterable[_Coded]) -> Iterable[str]:
    return dict.fromkeys(field for element in elements for aspects in element.aspects for field in aspects)


def _aspect(field: str, item: str, coded: Iterable[_Coded], sure: Iterable[_Coded], elements: Iterable[_Coded]) -> Aspect:
    of_sure = ({aspects.get(field, frozenset()) for aspects in element.aspects} for element in sure)
    return Aspect(
        frozenset(value for element in coded for value in element.aspects[0].get(field, ())),
        frozenset(value for values in of_sure if len(values) == 1 for value in next(iter(values))),
        frozenset(value for element in elements for aspects in element.aspects_of(item) for value in aspects.get(field, ())),
    )
