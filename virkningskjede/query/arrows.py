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

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal, NamedTuple

from virkningskjede.model import Link
from virkningskjede.model.joint import JointStep
from virkningskjede.model.values import Arrow, Sign, sentences, sign_along
from virkningskjede.query.answer import FITS, Answer, ElementFit, Ground, Witness, finish, least, order, silence
from virkningskjede.query.condition import Condition
from virkningskjede.query.context import QueryContext
from virkningskjede.query.edges import Counting, Edges, Following
from virkningskjede.query.nodes import witnesses
from virkningskjede.query.questions import ArrowQuestion, NodeQuestion

_ANYTHING = NodeQuestion()

Reached = tuple[str, Sign | None]
"""A node, and the sign of the chain that leads there."""


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
        self.starts = self._ends(question.from_)
        self.ends = self._ends(question.to)
        self.standing = context.standing

    @cached_property
    def edges(self) -> Edges:
        """The arrows that are walked, each in all its readings."""
        question = self.question
        signs: Literal["none", "any", "each"] = "none" if question.sign is None else "any" if question.sign == "any" else "each"
        return self.context.edges(Counting(question.stated or self.context.stated, signs, question.evidence, question.certainty))

    def answer(self, condition: Condition) -> Answer:
        """What the model says as it is coded, at the least, and at the most."""
        if not self.starts or not self.ends:
            return silence(condition)  # no chain has both its ends, however the arrows are read
        by_sign = self.question.path and self.question.sign not in (None, "any")
        ways = self.edges.by_sign if by_sign else (self.edges.bounds,)
        highs = [self._strongest(way.maybe, _highest(self.starts), _highest(self.ends), self.standing.may_carry) for way in ways]
        if all(high.fit is None for high in highs):
            return silence(condition)  # what is not there at the most is not there at all
        coded = self._strongest(self.edges.coded, _coded(self.starts), _coded(self.ends), self.standing.carries)
        lows = [self._strongest(way.surely, _lowest(self.starts), _lowest(self.ends), self.standing.surely_carries) for way in ways]
        pairs: set[ElementFit] = {least(start, end) for start in _possible_fits(self.starts) for end in _possible_fits(self.ends)} | {None}
        pairs |= {"no"} if self.standing.may_be_gone else set()
        possible = {fit for low, high in zip(lows, highs, strict=True) for fit in pairs if order(low.fit) <= order(fit) <= order(high.fit)}
        return finish(condition, coded.fit, possible, self._grounds(coded), self._doubts((coded, *highs)))

    def _ends(self, question: NodeQuestion | None) -> dict[str, Witness]:
        nodes = self.context.model.nodes
        return {
            witness.ground.element: witness for witness in witnesses(question or _ANYTHING, self.context) if witness.ground.element in nodes
        }

    def _strongest(
        self, following: Following, starts: Mapping[str, ElementFit], ends: Mapping[str, ElementFit], carries: Collection[str]
    ) -> StrongestChain:
        """The strongest chain; only one that gives no leads through what does not carry on."""
        greatest = min(max(map(order, starts.values()), default=0), max(map(order, ends.values()), default=0))
        fits = {*starts.values(), *ends.values()}
        through_all = self.question.path and len(carries) < len(self.context.elements)
        for level in reversed(FITS):
            # No chain is stronger than the stronger of its starts, and of its ends; and where none of these is at a level, and no more
            # carries on than above it, there is no other chain than above it.
            if order(level) > greatest or (level not in fits and not (level == "no" and through_all)):
                continue
            targets = {name for name, fit in ends.items() if order(fit) >= order(level)}
            arrived: dict[Reached, Reached | None] = {(name, None): None for name, fit in starts.items() if order(fit) >= order(level)}
            pending = list(arrived)
            for reached in pending:  # it grows while it is walked, when a chain will do
                for edge in following.get(reached[0], ()):
                    step = (edge.to, sign_along((reached[1], edge.sign)) if edge.sign or reached[1] else None)
                    if edge.to in targets and edge.ends and self.question.sign in (None, "any", step[1] or "plus"):
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
        between = [
            (link, readings) for link, readings in self.edges.arrows if any(edge is not None and edge[:2] == arrow for edge in readings)
        ]
        return next((link for link, readings in between if readings[0] and readings[0][:2] == arrow), between[0][0])

    def _doubts(self, chains: Iterable[StrongestChain]) -> Iterator[Ground]:
        """What is unsure along each chain."""
        for chain in dict.fromkeys(chains):
            along = set(chain.arrows())
            for link, readings in self.edges.arrows:
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
