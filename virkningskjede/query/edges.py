"""The arrows of a model as a question walks them, each in all its readings: read once a model for each way of counting them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from math import prod
from typing import Literal, NamedTuple

from virkningskjede.model import Evidence, Link
from virkningskjede.model.values import CONFIDENCES, Confidence, Finding, Sign

_MANY = 64
"""So many ways to read the signs of a model's arrows are gone through, and no more."""


class Counting(NamedTuple):
    """Which arrows count.

    Attributes:
        stated: only those that the source itself states.
        signs: those without a sign; all, with their signs; or all, as if they had none.
        evidence: only those can end a chain of which research has found this.
        certainty: and as certainly.
    """

    stated: bool
    signs: Literal["none", "each", "any"]
    evidence: Finding | None
    certainty: Confidence | None


class Edge(NamedTuple):
    """An arrow in one reading, whether a chain may end with it, and its sign where that is asked for."""

    source: str
    to: str
    ends: bool
    sign: Sign | None = None


EdgeReadings = Sequence[Edge | None]
"""An arrow in each of its readings; None where it does not count."""

Following = Mapping[str, Sequence[Edge]]
"""The arrows that leave a node, by its id."""


class Bounds(NamedTuple):
    """The arrows that are there however they are read, and those that are in some reading."""

    surely: Following
    maybe: Following


class Edges:
    """The arrows of one model that count, each in all its readings.

    Attributes:
        arrows: each with what it is in every reading.
    """

    def __init__(
        self,
        steps: Iterable[tuple[Link, Sequence[Link | None]]],
        nodes: Collection[str],
        may_be_absent: frozenset[str],
        counting: Counting,
    ) -> None:
        """Read the arrows.

        Args:
            steps: the arrows, each with its readings.
            nodes: the ids of what they can lead to.
            may_be_absent: those of them that some reading does not have.
            counting: which arrows count.
        """
        self._counting = counting
        self._nodes = nodes
        self._may_be_absent = may_be_absent
        self.arrows = [(link, [self._edge(reading) for reading in readings]) for link, readings in steps]

    @cached_property
    def coded(self) -> Following:
        """The arrows as they are coded."""
        return _following(edge for _, readings in self.arrows if (edge := readings[0]) is not None)

    @cached_property
    def bounds(self) -> Bounds:
        """The least and the most that the arrows can be."""
        return self._bounds([readings for _, readings in self.arrows])

    @cached_property
    def by_sign(self) -> Sequence[Bounds]:
        """The same once for each way to read the arrows whose sign decides; once where none does, or too many."""
        arrows = [readings for _, readings in self.arrows]
        # What leads nowhere in some reading stays unsure: with fewer arrows there is never more, and bounds are enough for that.
        ways = [{edge.sign for edge in readings if edge is not None} for readings in arrows]
        if prod(len(signs) for signs in ways if signs) > _MANY:
            return (self.bounds,)
        return [
            self._bounds(
                [[edge for edge in readings if edge is None or edge.sign == sign] for readings, sign in zip(arrows, signs, strict=True)]
            )
            for signs in product(*(signs or [None] for signs in ways))
        ]

    def _bounds(self, arrows: Sequence[EdgeReadings]) -> Bounds:
        return Bounds(_following(self._at_least(arrows)), _following(edge for readings in arrows for edge in readings if edge is not None))

    def _at_least(self, arrows: Iterable[EdgeReadings]) -> Iterator[Edge]:
        """The arrows that are there in every reading, each with what all its readings say of it."""
        for readings in arrows:
            edges = [edge for edge in readings if edge is not None and self._may_be_absent.isdisjoint(edge[:2])]
            if edges and len(edges) == len(readings) and len({edge.sign for edge in edges}) == 1:
                yield edges[0]._replace(ends=all(edge.ends for edge in edges))

    def _edge(self, link: Link | None) -> Edge | None:
        """The arrow in one reading, if it counts at all: one that has a sign does not, unless a sign is asked for."""
        stated, signs, evidence, certainty = self._counting
        if link is None or link.to not in self._nodes or (stated and not link.stated) or (signs == "none" and link.sign is not None):
            return None
        wanted = evidence or certainty
        return Edge(link.source, link.to, wanted is None or any(map(self._is_found, link.evidence)), None if signs == "any" else link.sign)

    def _is_found(self, evidence: Evidence) -> bool:
        """Whether research has found what is asked for, and as certainly."""
        finding, certainty = self._counting.evidence, self._counting.certainty
        if finding is not None and evidence.finding != finding:
            return False
        overall = evidence.certainty.overall if evidence.certainty else None
        return certainty is None or (overall is not None and CONFIDENCES.index(overall) >= CONFIDENCES.index(certainty))


def _following(edges: Iterable[Edge]) -> Following:
    following: dict[str, list[Edge]] = {}
    for edge in edges:
        following.setdefault(edge.source, []).append(edge)
    return following
