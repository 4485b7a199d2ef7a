"""What one coder wrote: which terms a model has, which arrows between terms, and how else the coder says it could be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from virkningskjede.model import Barrier, Enabler, Link, LogicModel, Node
from virkningskjede.values import Status, rank, sentences


@dataclass(frozen=True, slots=True)
class Code:
    """What one coder wrote in one cell: of one term, or of an arrow between two terms, in one model.

    Attributes:
        said: whether it is there, as coded.
        possible: what it could come to in the coder's other readings (``or``, ``ambiguities``), the coded one included.
        status: for a term: the furthest that something coded with it has come; None when no status is stated.
        elements: what is coded so, ids or arrows as ``a -> b``; where nothing is, what could be.
        at: the sentences that this rests on, each with its source.
    """

    said: bool = False
    possible: frozenset[bool] = frozenset({False})
    status: Status | None = None
    elements: tuple[str, ...] = ()
    at: tuple[str, ...] = ()


ABSENT = Code()
"""What is written of something that the coder does not mention."""


class _Reading(NamedTuple):
    """One element: the items that it has as coded, in every reading, and in some."""

    element: str
    at: tuple[str, ...]
    coded: frozenset[str]
    sure: frozenset[str]
    possible: frozenset[str]
    status: Status | None = None


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


def _term_readings(model: LogicModel) -> Iterator[_Reading]:
    entries: Iterable[Node | Barrier | Enabler] = (*model.nodes.values(), *model.barriers.values(), *model.enablers.values())
    for entry in entries:
        readings = [frozenset(each.term) if each is not None else frozenset() for each in entry.readings()]
        status = entry.status if isinstance(entry, Node) else None
        yield _reading(entry.id, sentences(entry.at, model.source), readings, status)
    for ambiguity in model.ambiguities.values():
        readings = [frozenset(), *(frozenset[str]() if patch.absent else frozenset(patch.term) for patch in ambiguity.or_)]
        yield _reading(ambiguity.id, sentences(ambiguity.at, model.source), readings, None)


def _arrow_readings(model: LogicModel) -> Iterator[_Reading]:
    terms = {
        name: [frozenset(each.term) if each is not None else frozenset[str]() for each in node.readings()]
        for name, node in model.nodes.items()
    }
    for link in model.links():
        readings: list[frozenset[str]] = []
        for to in _targets(link):
            if to is None or to not in terms:
                readings.append(frozenset())
            else:
                pairs = product(terms[link.source], terms[to])
                readings += [frozenset(f"{a} -> {b}" for a, b in product(ours, theirs)) for ours, theirs in pairs]
        at = link.at or (*model.nodes[link.source].at, *(model.nodes[link.to].at if link.to in model.nodes else ()))
        yield _reading(" -> ".join(link.ends), sentences(at, model.source), readings, None)


def _targets(link: Link) -> Iterator[str | None]:
    """Where the arrow leads in each reading; None where there is none."""
    yield link.to
    for patch in link.or_:
        yield None if patch.absent else patch.to or link.to


def _reading(element: str, at: tuple[str, ...], readings: list[frozenset[str]], status: Status | None) -> _Reading:
    return _Reading(element, at, readings[0], frozenset.intersection(*readings), frozenset[str]().union(*readings), status)


def _codes(readings: Iterable[_Reading]) -> Mapping[str, Code]:
    by_item: dict[str, list[_Reading]] = {}
    for each in readings:
        for item in each.possible:
            by_item.setdefault(item, []).append(each)
    return {item: _code(item, by_item[item]) for item in sorted(by_item)}


def _code(item: str, readings: Collection[_Reading]) -> Code:
    coded = [each for each in readings if item in each.coded]
    sure = any(item in each.sure for each in readings)
    stated = [each.status for each in coded if rank(each.status) is not None]
    shown = coded or readings
    return Code(
        bool(coded),
        frozenset({True}) if sure else frozenset({True, False}),
        max(stated, key=lambda status: rank(status) or 0, default=None),
        tuple(dict.fromkeys(each.element for each in shown)),
        tuple(dict.fromkeys(place for each in shown for place in each.at)),
    )
