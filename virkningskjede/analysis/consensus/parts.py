"""What a common chain is made of: its nodes and arrows, and which models have them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from virkningskjede.analysis.consensus.steps import Step
from virkningskjede.model.values import Count, Sentence, Status

Way = Literal["stated", "inferred"]
"""How a model makes an arrow: its source says that the one leads to the other, or the coder inferred it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A model that has a node of the common chain, or could have.

    Attributes:
        model: the model's id.
        coded: whether it has it as it is coded; otherwise only in another reading.
        sure: whether it has it in every reading.
        nodes: the ids of its nodes that are it; where none is coded so, of those that could be.
        at: the sentences that these rest on, each with its source.
        status: how far the furthest of them has come; what is ``needed`` counts as planned; None where no status is stated.
    """

    model: str
    coded: bool
    sure: bool
    nodes: tuple[str, ...]
    at: tuple[Sentence, ...]
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Maker:
    """A model that makes an arrow of the common chain, or could.

    Attributes:
        model: the model's id.
        coded: whether it makes it as it is coded; otherwise only in another reading.
        sure: whether it makes it in every reading.
        way: whether its source states the arrow or the coder inferred it; of several arrows one that is stated is enough.
        ways: every way in which it could make it.
        links: the ids of the ends of its arrows that are it; where none is coded so, of those that could be.
        at: the sentences that state it; where none does, those that its two ends rest on.
    """

    model: str
    coded: bool
    sure: bool
    way: Way
    ways: frozenset[Way]
    links: tuple[tuple[str, str], ...]
    at: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class CommonNode:
    """A node of the common chain: a term where it stands.

    Attributes:
        id: its id in the common chain: the term's, with the stage where the term stands at several.
        step: the term, its stage, and for outcomes its level.
        holders: the models that have it, or could have, by id.
    """

    id: str
    step: Step
    holders: tuple[Holder, ...]

    @property
    def count(self) -> Count:
        """How many models have it."""
        return count(holder.sure for holder in self.holders)

    @property
    def models(self) -> tuple[str, ...]:
        """The ids of the models that have it as they are coded."""
        return tuple(holder.model for holder in self.holders if holder.coded)


@dataclass(frozen=True, slots=True)
class CommonLink:
    """An arrow of the common chain.

    Attributes:
        source: the id of the node it leaves.
        to: the id of the node it enters.
        makers: the models that make it, or could, by id.
    """

    source: str
    to: str
    makers: tuple[Maker, ...]

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of the two nodes, source first."""
        return self.source, self.to

    @property
    def count(self) -> Count:
        """How many models make it, stated or inferred."""
        return count(maker.sure for maker in self.makers)

    @property
    def stated(self) -> Count:
        """For how many models the source states it."""
        return self._made("stated")

    @property
    def inferred(self) -> Count:
        """How many models make it only because the coder inferred it."""
        return self._made("inferred")

    @property
    def models(self) -> tuple[str, ...]:
        """The ids of the models that make it as they are coded."""
        return tuple(maker.model for maker in self.makers if maker.coded)

    def _made(self, way: Way) -> Count:
        return count(maker.sure and maker.ways == {way} for maker in self.makers if way in maker.ways)


def count(sure: Iterable[bool]) -> Count:
    """How many there are: those that are sure, and all of them."""
    certain = list(sure)
    return Count(sum(certain), len(certain))
