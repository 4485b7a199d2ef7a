"""Whether one thing leads to another: by an arrow, or by a chain of them.

A chain is as strong as the weaker of its two ends; of several, the strongest counts. What lies between is not asked about, but for one
thing: what was dropped leads nowhere, so a chain through it gives no, as one from or to it does.

What is unsure is bounded, not enumerated: once with every unsure element and arrow at its least, once at its greatest. The possible
answers are those that lie between and that some pair of ends can give. Time and memory are linear in nodes and arrows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from virkningskjede.model import Link
from virkningskjede.model.values import Arrow, sentences
from virkningskjede.query.answer import READINGS, Answer, Ground, Said, Witness, finish, least, order
from virkningskjede.query.condition import Condition
from virkningskjede.query.nodes import witnesses
from virkningskjede.query.questions import ArrowQuestion, NodeQuestion
from virkningskjede.query.subject import Subject

_ANYTHING = NodeQuestion()


class Edge(NamedTuple):
    """An arrow in one reading, and whether a chain may end with it."""

    source: str
    to: str
    ends: bool


class Found(NamedTuple):
    """The strongest chain: how strong it is, and the ids along it."""

    said: Said
    chain: tuple[str, ...] = ()

    def arrows(self) -> Iterator[tuple[str, str]]:
        """The two ends of each arrow of the chain."""
        return zip(self.chain, self.chain[1:], strict=False)


def ask_arrow(condition: Condition, question: ArrowQuestion, subject: Subject) -> Answer:
    """The answer to ``arrow``: the strongest of the arrows or chains that come into it; silence when none does."""
    return _Walk(question, subject).answer(condition)


class _Walk:
    """One question asked of one model's arrows."""

    def __init__(self, question: ArrowQuestion, subject: Subject) -> None:
        self.question = question
        self.subject = subject
        self.starts = self._ends(question.from_)
        self.ends = self._ends(question.to)
        self.arrows = [(link, [self._edges(reading) for reading in _readings(link)]) for link in subject.model.links()]
        self.may_be_absent = frozenset(element.id for element in subject.elements if None in element.readings)
        standing = {each.id: [facts is not None and facts.status != "dropped" for facts in each.readings] for each in subject.elements}
        self.carries = frozenset(name for name, readings in standing.items() if readings[0])
        self.surely_carries = frozenset(name for name, readings in standing.items() if all(readings))
        self.may_carry = frozenset(name for name, readings in standing.items() if any(readings))
        self.may_be_dropped = any(facts is not None and facts.status == "dropped" for each in subject.elements for facts in each.readings)

    def answer(self, condition: Condition) -> Answer:
        """What the model says as it is coded, at the least, and at the most."""
        as_coded = (edge for _, readings in self.arrows for edge in readings[0])
        coded = self._strongest(as_coded, _coded(self.starts), _coded(self.ends), self.carries)
        sure = (edge for _, readings in self.arrows for edge in set.intersection(*readings) if self.may_be_absent.isdisjoint(edge[:2]))
        low = self._strongest(sure, _lowest(self.starts), _lowest(self.ends), self.surely_carries)
        any_reading = (edge for _, readings in self.arrows for edge in set.union(*readings))
        high = self._strongest(any_reading, _highest(self.starts), _highest(self.ends), self.may_carry)
        pairs: set[Said] = {least(start, end) for start in _all_said(self.starts) for end in _all_said(self.ends)} | {None}
        pairs |= {"no"} if self.may_be_dropped else set()
        possible = [said for said in pairs if order(low.said) <= order(said) <= order(high.said)]
        return finish(condition, coded.said, possible, self._grounds(coded), (*self._doubts(coded), *self._doubts(high)))

    def _ends(self, question: NodeQuestion | None) -> dict[str, Witness]:
        nodes = self.subject.model.nodes
        return {each.ground.element: each for each in witnesses(question or _ANYTHING, self.subject) if each.ground.element in nodes}

    def _edges(self, link: Link | None) -> set[Edge]:
        """The arrow in one reading, if it counts at all."""
        if link is None or link.to not in self.subject.model.nodes or (self.question.stated and not link.stated):
            return set()
        wanted = self.question.evidence
        return {Edge(link.source, link.to, wanted is None or any(each.finding == wanted for each in link.evidence))}

    def _strongest(self, edges: Iterable[Edge], starts: Mapping[str, Said], ends: Mapping[str, Said], carries: Collection[str]) -> Found:
        """The strongest chain; only one that gives no leads through what does not carry on."""
        following: dict[str, list[Edge]] = {}
        for edge in edges:
            following.setdefault(edge.source, []).append(edge)
        for level in reversed(READINGS):
            arrived: dict[str, str | None] = {name: None for name, said in starts.items() if order(said) >= order(level)}
            pending = list(arrived)
            for name in pending:  # it grows while it is walked, when a chain will do
                for edge in following.get(name, ()):
                    if edge.ends and order(ends.get(edge.to)) >= order(level):
                        return Found(level, (*_way(arrived, name), edge.to))
                    if self.question.path and edge.to not in arrived and (level == "no" or edge.to in carries):
                        arrived[edge.to] = name
                        pending.append(edge.to)
        return Found(None)

    def _grounds(self, found: Found) -> Iterator[Ground]:
        for arrow in found.arrows():
            outer = [self.starts[arrow[0]]] if arrow[0] == found.chain[0] else []
            outer += [self.ends[arrow[1]]] if arrow[1] == found.chain[-1] else []
            limit = next((each.ground.limit for each in outer if each.ground.limit is not None), None)
            if limit is None and not self.carries.issuperset(name for name in arrow if name in found.chain[1:-1]):
                limit = "dropped"
            source, target = (self.subject.model.nodes[name] for name in arrow)
            link = next(each for each in source.leads_to if each.to == target.id)
            # What the coder inferred has no place of its own: it rests on what is said of the two nodes.
            at = sentences(link.at or (*source.at, *target.at), self.subject.model.source)
            yield Ground(Arrow(*arrow), at, limit)

    def _doubts(self, found: Found) -> Iterator[Ground]:
        """What is unsure along the chain."""
        along = set(found.arrows())
        for link, readings in self.arrows:
            if any(edge != readings[0] for edge in readings) and any(edge[:2] in along for reading in readings for edge in reading):
                yield Ground(link.arrow, sentences(link.at, self.subject.model.source), None, "or")
        for name in found.chain:
            ends = [each for each in (self.starts.get(name), self.ends.get(name)) if each is not None and each.doubts]
            if ends:
                yield from ends[0].doubts
            elif name in self.may_be_absent or name in self.may_carry - self.surely_carries:
                yield Ground(name, self.subject.sentences_of(self.subject.model.nodes[name]), None, "or")


def _readings(link: Link) -> Iterator[Link | None]:
    yield link
    for patch in link.or_:
        yield None if patch.absent else link.model_copy(update=patch.changes)


def _coded(ends: Mapping[str, Witness]) -> dict[str, Said]:
    return {name: each.said for name, each in ends.items()}


def _lowest(ends: Mapping[str, Witness]) -> dict[str, Said]:
    return {name: min(each.possible, key=order) for name, each in ends.items()}


def _highest(ends: Mapping[str, Witness]) -> dict[str, Said]:
    return {name: max(each.possible, key=order) for name, each in ends.items()}


def _all_said(ends: Mapping[str, Witness]) -> set[Said]:
    return {said for each in ends.values() for said in each.possible}


def _way(arrived: Mapping[str, str | None], name: str) -> tuple[str, ...]:
    """The ids from a start to this node."""
    way = [name]
    while (before := arrived[way[-1]]) is not None:
        way.append(before)
    return tuple(reversed(way))
