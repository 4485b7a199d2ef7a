"""What one coder wrote: which terms a model has, which arrows between terms, and how else the coder says it could be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from virkningskjede.model import Barrier, Enabler, Link, LogicModel, Node, Outcome
from virkningskjede.model.values import NOT_THERE, TERM_STAGES, Arrow, Level, Sentence, Status, rank, sentences

TermPlace = tuple[str, Level | None]
"""Where a term stands: a section of the model, and for outcomes the level."""


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
        places: for a term: where it stands, as coded: `TermPlace`.
        sure_places: those of them where it stands in every reading.
        possible_places: and where it stands in some.
    """

    said: bool = False
    possible: frozenset[bool] = frozenset({False})
    status: Status | None = None
    elements: tuple[str, ...] = ()
    at: tuple[Sentence, ...] = ()
    places: frozenset[TermPlace] = frozenset()
    sure_places: frozenset[TermPlace] = frozenset()
    possible_places: frozenset[TermPlace] = frozenset()

    @property
    def dropped(self) -> bool:
        """Whether all that is coded so was dropped."""
        return self.status == "dropped"


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
        places: where it stands in each reading, in step with ``readings``; nothing for arrows.
    """

    element: str
    at: tuple[Sentence, ...]
    readings: Sequence[frozenset[str]]
    status: Status | None = None
    dropped: frozenset[str] = frozenset()
    places: Sequence[TermPlace] = ()

    @property
    def possible(self) -> frozenset[str]:
        """The items that it has in some reading, or had before it was dropped."""
        return self.dropped.union(*self.readings)

    def sure(self, item: str) -> bool:
        """Whether it has the item in every reading."""
        return all(item in reading for reading in self.readings)

    def places_of(self, item: str) -> Iterator[TermPlace]:
        """Where the item stands, reading by reading."""
        yield from (place for place, items in zip(self.places, self.readings, strict=False) if item in items)


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
            places = [(section, reading.level if isinstance(reading, Outcome) else None) for reading in readings]
            yield _Coded(entry.id, sentences(entry.at, model.source), [*map(_terms, readings)], status, dropped, places)
    for ambiguity in model.ambiguities.values():
        # What the coder left out, but another could see: nothing as coded, and no place to compare.
        patches = [frozenset[str]() if patch.absent or patch.status in NOT_THERE else frozenset(patch.term) for patch in ambiguity.or_]
        yield _Coded(ambiguity.id, sentences(ambiguity.at, model.source), [frozenset(), *patches])


def _terms(reading: Node | Barrier | Enabler | None) -> frozenset[str]:
    """The terms that an entry has in one reading: none where it is absent or not there."""
    if reading is None or (isinstance(reading, Node) and reading.status in NOT_THERE):
        return frozenset()
    return frozenset(reading.term)


def _arrow_readings(model: LogicModel) -> Iterator[_Coded]:
    terms = {name: [*map(_terms, node.readings())] for name, node in model.nodes.items()}
    for link in model.links():
        readings: list[frozenset[str]] = []
        for to in _targets(link):
            if to is None or to not in terms:
                readings.append(frozenset())
            else:
                pairs = product(terms[link.source], terms[to])
                readings += [frozenset(Arrow(a, b) for a, b in product(ours, theirs)) for ours, theirs in pairs]
        at = link.at or (*model.nodes[link.source].at, *(model.nodes[link.to].at if link.to in model.nodes else ()))
        yield _Coded(link.arrow, sentences(at, model.source), readings)


def _targets(link: Link) -> Iterator[str | None]:
    """Where the arrow leads in each reading; None where there is none."""
    yield link.to
    for patch in link.or_:
        yield None if patch.absent else patch.to or link.to


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
        frozenset(element.places[0] for element in coded if element.places),
        frozenset(element.places[0] for element in sure if element.places and len(set(element.places)) == 1),
        frozenset(place for element in elements for place in element.places_of(item)),
    )
