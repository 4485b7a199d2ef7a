"""What a model has of another one's nodes, and how it gets from one to the next: by an arrow, or by a longer chain."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from itertools import pairwise
from typing import NamedTuple

from virkningskjede.analysis.consensus.steps import ArrowReadings, Step, TermChain
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import Sentence

NodePath = tuple[str, ...]
"""The ids of the nodes along a chain; empty for none."""

Following = dict[str, dict[str, None]]
"""Where the arrows from each node lead."""


class NodeSets(NamedTuple):
    """Ids of nodes: as the model is coded, in every reading, and in some."""

    coded: frozenset[str]
    sure: frozenset[str]
    possible: frozenset[str]

    def with_(self, other: NodeSets) -> NodeSets:
        """These and the others."""
        return NodeSets(self.coded | other.coded, self.sure | other.sure, self.possible | other.possible)


class NodePaths(NamedTuple):
    """A shortest chain: as the model is coded, in every reading, and in some."""

    coded: NodePath = ()
    sure: NodePath = ()
    possible: NodePath = ()

    def or_(self, other: NodePaths) -> NodePaths:
        """These; where there is none, the others."""
        return NodePaths(self.coded or other.coded, self.sure or other.sure, self.possible or other.possible)


class Terrain:
    """A model in which the steps of another one are looked for. A narrower term fills a broader one, never the other way.

    That several nodes lead somewhere together is as good as an arrow from each, as in `diff`.
    """

    def __init__(self, chain: TermChain, vocabulary: Vocabulary | None) -> None:
        self.chain = chain
        self._filled = {entry.id: tuple(upwards(steps, vocabulary) for steps in entry.readings) for entry in chain.entries.values()}
        self._having: dict[str, dict[str, None]] = {}
        for name, readings in self._filled.items():
            for step in (step for steps in readings for step in steps):
                self._having.setdefault(step.term, {})[name] = None
        arrows = (*chain.joint, *chain.arrows)  # where there is both an arrow and this, the arrow's own sentences are given
        self._following = _following(chain, arrows)
        self._stated = {(arrow.source, hop.to): hop.at for arrow in arrows for hop in arrow.readings[::-1] if hop is not None}
        drawn = {(arrow.source, hop.to) for arrow in chain.arrows for hop in arrow.readings if hop is not None}
        self._joint = self._stated.keys() - drawn

    def at(self, steps: frozenset[Step]) -> NodeSets:
        """The nodes that stand at one of these steps."""
        return self._read(steps, lambda filled: not filled.isdisjoint(steps))

    def elsewhere(self, steps: frozenset[Step]) -> NodeSets:
        """The nodes that have one of the terms, but stand at another stage or level."""
        terms = {step.term for step in steps}
        return self._read(steps, lambda filled: filled.isdisjoint(steps) and any(step.term in terms for step in filled))

    def _read(self, steps: frozenset[Step], fits: Callable[[frozenset[Step]], bool]) -> NodeSets:
        near = {name for step in steps for name in self._having.get(step.term, ())}
        by_name = {name: [fits(filled) for filled in self._filled[name]] for name in near}
        return NodeSets(
            frozenset(name for name, readings in by_name.items() if readings[0]),
            frozenset(name for name, readings in by_name.items() if all(readings)),
            frozenset(name for name, readings in by_name.items() if any(readings)),
        )

    def arrow(self, starts: NodeSets, ends: NodeSets) -> NodePaths:
        """An arrow from one of the nodes to one of the others."""
        return NodePaths(*(_arrow(following, start, end) for following, start, end in zip(self._following, starts, ends, strict=True)))

    def around(self, starts: NodeSets, ends: NodeSets) -> NodePaths:
        """A chain of at least two arrows, none of which leads from a start straight to an end.

        What only may be an end can be passed on the way to another, since it need not be one; likewise what only may be a start.
        """
        coded, sure, possible = self._following
        return NodePaths(
            _around(coded, (starts.coded, starts.coded), (ends.coded, ends.coded)),
            _around(sure, (starts.sure, starts.sure), (ends.sure, ends.sure)),
            _around(possible, (starts.possible, starts.sure), (ends.possible, ends.sure)),
        )

    def joint(self, path: NodePath) -> bool:
        """Whether a step of a chain is no arrow, but that several nodes lead there together."""
        return not self._joint.isdisjoint(pairwise(path))

    def places(self, path: NodePath) -> tuple[Sentence, ...]:
        """The sentences that each arrow of a chain rests on: its own, or where the coder inferred it those of its two nodes."""
        entries = self.chain.entries
        arrows = (self._stated[source, to] or (*entries[source].at, *entries[to].at) for source, to in pairwise(path))
        return tuple(dict.fromkeys(sentence for at in arrows for sentence in at))


def upwards(steps: frozenset[Step] | None, vocabulary: Vocabulary | None) -> frozenset[Step]:
    """The steps, and the broader ones at the same place."""
    if not steps or vocabulary is None:
        return steps or frozenset()
    return frozenset(step._replace(term=term) for step in steps for term in (step.term, *vocabulary.wider_term(step.term)))


def _following(chain: TermChain, arrows: Iterable[ArrowReadings]) -> tuple[Following, Following, Following]:
    """The arrows as coded, those that stand in every reading, and those that stand in some."""
    coded: Following = {}
    sure: Following = {}
    possible: Following = {}
    for arrow in arrows:
        for place, hop in enumerate(arrow.readings):
            if hop is None:
                continue
            ends = [chain.entries[name].readings for name in (arrow.source, hop.to)]
            if place == 0 and all(readings[0] is not None for readings in ends):
                coded.setdefault(arrow.source, {})[hop.to] = None
            if all(reading and reading.to == hop.to for reading in arrow.readings) and not any(None in readings for readings in ends):
                sure.setdefault(arrow.source, {})[hop.to] = None
            if all(any(steps is not None for steps in readings) for readings in ends):
                possible.setdefault(arrow.source, {})[hop.to] = None
    return coded, sure, possible


def _arrow(following: Following, starts: frozenset[str], ends: frozenset[str]) -> NodePath:
    return next(_straight(following, starts, ends), ())


def _straight(following: Following, starts: frozenset[str], ends: frozenset[str]) -> Iterator[NodePath]:
    for source in sorted(starts):
        yield from ((source, to) for to in following.get(source, ()) if to in ends and to != source)


def _around(following: Following, starts: tuple[Set[str], Set[str]], ends: tuple[Set[str], Set[str]]) -> NodePath:
    """The shortest way round from a start to an end; of both, all of them and those that cannot be passed."""
    (all_starts, sure_starts), (all_ends, sure_ends) = starts, ends
    # What need not be a start can be passed on the way from any other, and what is an end too is no end of a way of its own, though it may
    # be the end of another's; so each of these is set out from by itself.
    alone = (all_starts - sure_starts) | (all_starts & all_ends)
    groups = [sure_starts - alone, *([name] for name in sorted(alone))]
    paths = (_path_round(following, group, sure_starts, all_ends, sure_ends) for group in groups)
    return min(filter(None, paths), key=len, default=())


def _path_round(following: Following, group: Collection[str], sure_starts: Set[str], ends: Set[str], sure_ends: Set[str]) -> NodePath:
    before: dict[str, str | None] = dict.fromkeys(sorted(group))
    pending = list(before)
    for name in pending:  # it grows while it is walked
        for to in following.get(name, ()):
            if to in ends and name not in group:
                path = _back(before, name)
                if to not in path:  # a circle is no way from one thing to another
                    return (*path, to)
            if to not in before and to not in sure_starts and to not in sure_ends:
                before[to] = name
                pending.append(to)
    return ()


def _back(before: Mapping[str, str | None], name: str) -> NodePath:
    path = [name]
    while (earlier := before[path[-1]]) is not None:
        path.append(earlier)
    return tuple(reversed(path))
