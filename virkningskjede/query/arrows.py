"""Whether one thing leads to another: by an arrow, or by a chain of them.

A chain is as strong as the weaker of its two ends; of several, the strongest counts. What lies between is not asked about, but for one
thing: what was dropped or never took part leads nowhere, so a chain through it gives no, as one from or to it does.

What is unsure is bounded, not enumerated: once with every unsure element and arrow at its least, once at its greatest. The possible
answers are those that lie between and that some pair of ends can give. Time and memory are linear in nodes and arrows.

One thing has no least and no greatest: a sign. Whichever it is, another chain may have the sign that is asked for. So where a chain is
asked for by its sign, the readings of arrows whose sign is unsure are gone through one by one while they are few, and are bounded like
the rest beyond that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from math import prod
from typing import NamedTuple

from virkningskjede.model import Evidence, Link
from virkningskjede.model.joint import JointStep
from virkningskjede.model.values import CONFIDENCES, Arrow, Sign, sentences, sign_along
from virkningskjede.query.answer import FITS, Answer, ElementFit, Ground, Witness, finish, least, order
from virkningskjede.query.condition import Condition
from virkningskjede.query.context import QueryContext
from virkningskjede.query.nodes import witnesses
from virkningskjede.query.questions import ArrowQuestion, NodeQuestion

_ANYTHING = NodeQuestion()

_MANY = 64
"""So many ways to read the signs of a model's arrows are gone through, and no more."""


class Edge(NamedTuple):
    """An arrow in one reading, whether a chain may end with it, and its sign where that is asked for."""

    source: str
    to: str
    ends: bool
    sign: Sign | None = None


Reached = tuple[str, Sign | None]
"""A node, and the sign of the chain that leads there."""


_Readings = Sequence[Edge | None]
"""An arrow in each of its readings; None where it does not count."""


class StrongestChain(NamedTuple):
    """The strongest chain: how strong it is, and the ids along it."""

    fit: ElementFit
    ids: tuple[str, ...] = ()

    def arrows(self) -> Iterator[tuple[str, str]]:
        """The two ends of each arrow of the chain."""
        return zip(self.ids, self.ids[1:], strict=False)


def ask_arrow(condition: Condition, question: ArrowQuestion, context: QueryContext) -> Answer:
    """The answer to ``arrow``: the strongest of the arrows or chains that come into it; silence when none does."""
    return _Walk(question, context).answer(condition)


class _Walk:
    """One question asked of one model's arrows."""

    def __init__(self, question: ArrowQuestion, context: QueryContext) -> None:
        self.question = question
        self.context = context
        self.only_stated = question.stated or context.stated
        self.starts = self._ends(question.from_)
        self.ends = self._ends(question.to)
        self.standing = context.standing

    @cached_property
    def arrows(self) -> Sequence[tuple[Link, _Readings]]:
        """The arrows that are walked, each in all its readings."""
        return [(link, [self._edge(reading) for reading in readings]) for link, readings in self.context.steps]

    def answer(self, condition: Condition) -> Answer:
        """What the model says as it is coded, at the least, and at the most."""
        if not self.starts or not self.ends:
            return finish(condition, None, (None,), (), ())  # no chain has both its ends, however the arrows are read
        as_coded = (readings[0] for _, readings in self.arrows if readings[0] is not None)
        coded = self._strongest(as_coded, _coded(self.starts), _coded(self.ends), self.standing.carries)
        pairs: set[ElementFit] = {least(start, end) for start in _possible_fits(self.starts) for end in _possible_fits(self.ends)} | {None}
        pairs |= {"no"} if self.standing.may_be_gone else set()
        possible: set[ElementFit] = set()
        chains = []
        for arrows in self._with_sure_signs():
            low = self._strongest(self._at_least(arrows), _lowest(self.starts), _lowest(self.ends), self.standing.surely_carries)
            any_reading = (edge for readings in arrows for edge in readings if edge is not None)
            high = self._strongest(any_reading, _highest(self.starts), _highest(self.ends), self.standing.may_carry)
            possible |= {fit for fit in pairs if order(low.fit) <= order(fit) <= order(high.fit)}
            chains += [high]
        return finish(condition, coded.fit, possible, self._grounds(coded), self._doubts((coded, *chains)))

    def _with_sure_signs(self) -> Iterator[Sequence[_Readings]]:
        """The readings of the arrows, once for each way to read those whose sign decides; once where none does, or too many."""
        arrows = [readings for _, readings in self.arrows]
        if not self.question.path or self.question.sign in (None, "any"):
            return iter([arrows])
        # What leads nowhere in some reading stays unsure: with fewer arrows there is never more, and bounds are enough for that.
        ways = [{edge.sign for edge in readings if edge is not None} for readings in arrows]
        if prod(len(signs) for signs in ways if signs) > _MANY:
            return iter([arrows])
        return (
            [[edge for edge in readings if edge is None or edge.sign == sign] for readings, sign in zip(arrows, signs, strict=True)]
            for signs in product(*(signs or [None] for signs in ways))
        )

    def _at_least(self, arrows: Iterable[_Readings]) -> Iterator[Edge]:
        """The arrows that are there in every reading, each with what all its readings say of it."""
        absent = self.standing.may_be_absent
        for readings in arrows:
            edges = [edge for edge in readings if edge is not None and absent.isdisjoint(edge[:2])]
            if edges and len(edges) == len(readings) and len({edge.sign for edge in edges}) == 1:
                yield edges[0]._replace(ends=all(edge.ends for edge in edges))

    def _ends(self, question: NodeQuestion | None) -> dict[str, Witness]:
        nodes = self.context.model.nodes
        return {
            witness.ground.element: witness for witness in witnesses(question or _ANYTHING, self.context) if witness.ground.element in nodes
        }

    def _edge(self, link: Link | None) -> Edge | None:
        """The arrow in one reading, if it counts at all: one that has a sign does not, unless a sign is asked for."""
        if link is None or link.to not in self.context.model.nodes or (self.only_stated and not link.stated):
            return None
        if self.question.sign is None and link.sign is not None:
            return None
        wanted = self.question.evidence or self.question.certainty
        sign = None if self.question.sign == "any" else link.sign
        return Edge(link.source, link.to, wanted is None or any(map(self._is_found, link.evidence)), sign)

    def _is_found(self, evidence: Evidence) -> bool:
        """Whether research has found what is asked for, and as certainly."""
        finding, certainty = self.question.evidence, self.question.certainty
        if finding is not None and evidence.finding != finding:
            return False
        overall = evidence.certainty.overall if evidence.certainty else None
        return certainty is None or (overall is not None and CONFIDENCES.index(overall) >= CONFIDENCES.index(certainty))

    def _strongest(
        self, edges: Iterable[Edge], starts: Mapping[str, ElementFit], ends: Mapping[str, ElementFit], carries: Collection[str]
    ) -> StrongestChain:
        """The strongest chain; only one that gives no leads through what does not carry on."""
        following: dict[str, list[Edge]] = {}
        for edge in edges:
            following.setdefault(edge.source, []).append(edge)
        greatest = min(max(map(order, starts.values()), default=0), max(map(order, ends.values()), default=0))
        for level in reversed(FITS):
            if order(level) > greatest:  # no chain is stronger than the stronger of its starts, and of its ends
                continue
            arrived: dict[Reached, Reached | None] = {(name, None): None for name, fit in starts.items() if order(fit) >= order(level)}
            pending = list(arrived)
            for reached in pending:  # it grows while it is walked, when a chain will do
                for edge in following.get(reached[0], ()):
                    step = (edge.to, sign_along((reached[1], edge.sign)))
                    if edge.ends and order(ends.get(edge.to)) >= order(level) and self.question.sign in (None, "any", step[1] or "plus"):
                        return StrongestChain(level, (*_way(arrived, reached), edge.to))
                    if self.question.path and step not in arrived and (level == "no" or edge.to in carries):
                        arrived[step] = reached
                        pending.append(step)
        return StrongestChain(None)

    def _grounds(self, chain: StrongestChain) -> Iterator[Ground]:
        for arrow in chain.arrows():
            outer = [self.starts[arrow[0]]] if arrow[0] == chain.ids[0] else []
            outer += [self.ends[arrow[1]]] if arrow[1] == chain.ids[-1] else []
            limit = next((witness.ground.limit for witness in outer if witness.ground.limit is not None), None)
            gone = [name for name in arrow if name in chain.ids[1:-1] and name not in self.standing.carries]
            if limit is None and gone:
                limit = "not_part" if self.context.model.nodes[gone[0]].status == "not_part" else "dropped"
            source, target = (self.context.model.nodes[name] for name in arrow)
            link = self._followed(arrow)
            # What the coder inferred has no place of its own: it rests on what is said of the two nodes.
            at = sentences(link.at or (*source.at, *target.at), self.context.model.source)
            yield Ground(Arrow(*arrow), at, limit, joint=isinstance(link, JointStep))

    def _followed(self, arrow: tuple[str, str]) -> Link:
        """The arrow between two nodes that a chain follows, or the step where there is no arrow that counts."""
        between = [(link, readings) for link, readings in self.arrows if any(edge is not None and edge[:2] == arrow for edge in readings)]
        return next((link for link, readings in between if readings[0] and readings[0][:2] == arrow), between[0][0])

    def _doubts(self, chains: Iterable[StrongestChain]) -> Iterator[Ground]:
        """What is unsure along each chain."""
        for chain in dict.fromkeys(chains):
            along = set(chain.arrows())
            for link, readings in self.arrows:
                if len(set(readings)) > 1 and any(edge is not None and edge[:2] in along for edge in readings):
                    yield Ground(link.arrow, sentences(link.at, self.context.model.source), None, "or", isinstance(link, JointStep))
            for name in chain.ids:
                ends = [witness for witness in (self.starts.get(name), self.ends.get(name)) if witness is not None and witness.doubts]
                if ends:
                    yield from ends[0].doubts
                elif name in self.standing.may_be_absent or name in self.standing.may_carry - self.standing.surely_carries:
                    yield Ground(name, self.context.sentences_of(self.context.model.nodes[name]), None, "or")


def _coded(ends: Mapping[str, Witness]) -> dict[str, ElementFit]:
    return {name: witness.fit for name, witness in ends.items()}


def _lowest(ends: Mapping[str, Witness]) -> dict[str, ElementFit]:
    return {name: min(witness.possible, key=order) for name, witness in ends.items()}


def _highest(ends: Mapping[str, Witness]) -> dict[str, ElementFit]:
    return {name: max(witness.possible, key=order) for name, witness in ends.items()}


def _possible_fits(ends: Mapping[str, Witness]) -> set[ElementFit]:
    return {fit for witness in ends.values() for fit in witness.possible}


def _way(arrived: Mapping[Reached, Reached | None], last: Reached) -> tuple[str, ...]:
    """The ids from a start to this node."""
    way = [last]
    while (before := arrived[way[-1]]) is not None:
        way.append(before)
    return tuple(name for name, _ in reversed(way))
