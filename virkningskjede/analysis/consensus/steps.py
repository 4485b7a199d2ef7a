"""One model by terms: at which steps its nodes stand, and between which of them its arrows run, in every reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, get_args

from virkningskjede.model import Link, LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.joint import joint_readings
from virkningskjede.model.values import NOT_THERE, STAGES, Level, Sentence, Stage, Status, sentences
from virkningskjede.query import CodedElement, Facts, QueryContext

LEVELS: tuple[Level, ...] = get_args(Level)
"""Where outcomes show, in order."""


class Step(NamedTuple):
    """A term where it stands: what models have in common, or not.

    The same term at two stages is two steps: trust between services as a problem is not trust as an outcome.

    Attributes:
        term: the term's id.
        stage: the stage of the chain.
        level: for outcomes, where the change shows; None for all else.
    """

    term: str
    stage: Stage
    level: Level | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Where it comes in the chain: by stage and level."""
        return STAGES.index(self.stage), LEVELS.index(self.level) if self.level else 0

    @property
    def order(self) -> tuple[int, int, str]:
        """What puts steps in an order of their own, whatever models they come from."""
        return *self.place, self.term


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry of a model, and the steps that it stands at.

    Attributes:
        id: the entry's id.
        at: its sentences, each with its source.
        readings: its steps as coded, then in every other reading; none where it has no term, None where it is not there at all
            (absent, dropped, never part, or an effect that nobody wishes).
        statuses: how far it has come in each reading.
    """

    id: str
    at: tuple[Sentence, ...]
    readings: tuple[frozenset[Step] | None, ...]
    statuses: tuple[Status | None, ...]

    @property
    def status(self) -> Status | None:
        """How far it has come as it is coded, or in the first reading in which it is there at all."""
        return next((status for status, steps in zip(self.statuses, self.readings, strict=True) if steps is not None), None)

    @property
    def coded(self) -> frozenset[Step]:
        """Its steps as it is coded."""
        return self.readings[0] or frozenset()

    @property
    def sure(self) -> frozenset[Step]:
        """The steps at which it stands in every reading."""
        return frozenset[Step].intersection(*(steps or frozenset() for steps in self.readings))

    @property
    def possible(self) -> frozenset[Step]:
        """The steps at which it stands in some reading."""
        return frozenset[Step]().union(*(steps or frozenset() for steps in self.readings))


class Hop(NamedTuple):
    """An arrow in one reading: where it leads, and the sentences that state it; none where the coder inferred it."""

    to: str
    at: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ArrowReadings:
    """An arrow of a model: the node it leaves, and where it leads as coded, then in every other reading; None is its absence."""

    source: str
    readings: tuple[Hop | None, ...]


@dataclass(frozen=True)
class TermChain:
    """One model by terms.

    Attributes:
        model: the model.
        entries: its nodes, and what could be seen as one (``ambiguities``), by id.
        arrows: its arrows.
        joint: the steps to what several nodes lead to together, which are no arrows.
    """

    model: LogicModel
    entries: Mapping[str, Placed]
    arrows: tuple[ArrowReadings, ...]
    joint: tuple[ArrowReadings, ...] = ()

    @classmethod
    def of(cls, model: LogicModel, vocabulary: Vocabulary | None, *, fold: bool = False) -> TermChain:
        """Read a model.

        Args:
            model: the model.
            vocabulary: the codebook.
            fold: count a narrower term as the broadest that it is a kind of.
        """
        roll = _rolled(vocabulary) if fold and vocabulary is not None else _alone
        placed = (_placed(element, roll) for element in QueryContext(model, vocabulary).elements)
        arrows = tuple(_arrow(link, link.readings(), model) for link in model.links())
        joint = tuple(_arrow(step, readings, model) for step, readings in joint_readings(model))
        return cls(model, {entry.id: entry for entry in placed if entry is not None}, arrows, joint)

    @cached_property
    def dropped(self) -> tuple[str, ...]:
        """The nodes that were dropped, and count in no other reading."""
        return tuple(name for name in self._unplaced if self.entries[name].statuses[0] == "dropped")

    @cached_property
    def not_part(self) -> tuple[str, ...]:
        """The nodes that never took part, and count in no other reading."""
        return tuple(name for name in self._unplaced if self.entries[name].statuses[0] == "not_part")

    @cached_property
    def unwanted(self) -> tuple[str, ...]:
        """The effects that nobody wishes, and that no other reading takes for an aim."""
        gone = {*self.dropped, *self.not_part}
        return tuple(name for name in self._unplaced if getattr(self.model.nodes[name], "unwanted", False) and name not in gone)

    @cached_property
    def untermed(self) -> tuple[str, ...]:
        """The nodes that have a term in no reading: they cannot be told to be the same as anything."""
        return tuple(name for name in self._unplaced if self.entries[name].readings[0] is not None)

    @property
    def _unplaced(self) -> Iterator[str]:
        return (name for name in self.model.nodes if not self.entries[name].possible)


def _alone(term: str) -> frozenset[str]:
    return frozenset([term])


def _rolled(vocabulary: Vocabulary) -> Callable[[str], frozenset[str]]:
    def roll(term: str) -> frozenset[str]:
        wider = vocabulary.wider_term(term)
        return frozenset(broader for broader in wider if not vocabulary.wider_term(broader)) or frozenset([term])

    return roll


def _placed(element: CodedElement, roll: Callable[[str], frozenset[str]]) -> Placed | None:
    """An element of the chain; None for what stands beside it."""
    if all(facts is None or not set(facts.stages) & set(STAGES) for facts in element.readings):
        return None
    return Placed(
        element.id,
        element.at,
        tuple(
            None if facts is None or facts.status in NOT_THERE or facts.unwanted else frozenset(_steps(facts, roll))
            for facts in element.readings
        ),
        tuple(facts.status if facts else None for facts in element.readings),
    )


def _steps(facts: Facts, roll: Callable[[str], frozenset[str]]) -> Iterator[Step]:
    for stage in (candidate for candidate in STAGES if candidate in facts.stages):
        # What could be seen as an outcome, though nobody says where it would show, could show anywhere.
        levels = (None,) if stage != "outcomes" else (facts.level,) if facts.level else LEVELS
        for term in facts.term:
            yield from (Step(broadest, stage, level) for broadest in roll(term) for level in levels)


def _arrow(link: Link, readings: Iterable[Link | None], model: LogicModel) -> ArrowReadings:
    return ArrowReadings(link.source, tuple(None if reading is None else _hop(reading, model) for reading in readings))


def _hop(link: Link, model: LogicModel) -> Hop | None:
    """The arrow as it is; None when it leads nowhere, back to where it comes from, or gives less of what it leads to."""
    leads = link.to in model.nodes and link.to != link.source and link.sign is None
    return Hop(link.to, sentences(link.at, model.source)) if leads else None
