"""What a condition is asked of: one model, with the vocabulary, template and tables that its words refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from virkningskjede.conditions.answer import Doubt
from virkningskjede.loading import Surroundings
from virkningskjede.model import Ambiguity, Aside, Entry, LogicModel, Node, Outcome, Patch, Who
from virkningskjede.values import EMPTY, STAGES, Dose, Level, Status, When, sentences
from virkningskjede.vocabulary import Comparison, Vocabulary

BESIDE = ("barriers", "enablers", "open_questions")
"""The sections beside the chain whose entries have terms that can be asked for."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one element says of itself in one reading. ``stages`` has several only for an ambiguity that could stand at several."""

    stages: tuple[str, ...]
    term: tuple[str, ...] = ()
    who: Who | None = None
    when: tuple[When, ...] = ()
    status: Status | None = None
    level: Level | None = None
    dose: Dose | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """Something in the model with a term: its facts as coded, then in every other reading; None is its absence."""

    id: str
    at: tuple[str, ...]
    readings: tuple[Facts | None, ...]
    doubt: Doubt | None = None


@dataclass(frozen=True)
class Subject:
    """One model that conditions are asked of.

    Attributes:
        model: the model.
        vocabulary: the codebook; without one a term is filled by itself alone.
        template: the model that it follows, if that is at hand.
        comparisons: tables, for conditions on their columns.
    """

    model: LogicModel
    vocabulary: Vocabulary | None = None
    template: LogicModel | None = None
    comparisons: Mapping[str, Comparison] = EMPTY

    @classmethod
    def of(cls, model: LogicModel, shared: Surroundings) -> Subject:
        """The model in its surroundings, with the template that it says it follows."""
        template = shared.templates.get(model.follows) if model.follows else None
        return cls(model, shared.vocabulary, template, shared.comparisons)

    def fills(self, term: str, wanted: str, *, exact: bool = False) -> bool:
        """Whether a term is the wanted one or, unless ``exact``, a kind of it."""
        return term == wanted or (not exact and self.vocabulary is not None and self.vocabulary.fills(term, wanted))

    def fills_trait(self, trait: str, wanted: str) -> bool:
        """Whether a trait is the wanted one or a kind of it."""
        return trait == wanted or (self.vocabulary is not None and self.vocabulary.fills_trait(trait, wanted))

    def fills_actor(self, actor: str, wanted: str) -> bool:
        """Whether an actor is the wanted one or a kind of it."""
        return actor == wanted or (self.vocabulary is not None and self.vocabulary.fills_actor(actor, wanted))

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """The nodes of the chain, what hinders and helps, the open questions, and what could be seen as a node (``ambiguities``)."""
        return tuple(self._elements())

    def _elements(self) -> Iterator[Element]:
        for node in self.model.nodes.values():
            yield self._element(node, node.stage)
        for section in BESIDE:
            entries: Mapping[str, Aside] = getattr(self.model, section)
            for entry in entries.values():
                yield self._element(entry, section)
        for ambiguity in self.model.ambiguities.values():
            readings = (None, *(self._imagined(ambiguity, patch) for patch in ambiguity.or_))
            yield Element(ambiguity.id, self.sentences_of(ambiguity), readings, "ambiguity")

    def _element(self, entry: Node | Aside, section: str) -> Element:
        readings = tuple(_facts(reading, section) for reading in entry.readings())
        return Element(entry.id, self.sentences_of(entry), readings, "or" if entry.or_ else None)

    def _imagined(self, ambiguity: Ambiguity, patch: Patch) -> Facts | None:
        if patch.absent:
            return None
        stages: tuple[str, ...] = (ambiguity.stage,) if ambiguity.stage else ()
        if not stages and self.vocabulary is not None:
            stages = tuple(stage for term in patch.term if term in self.vocabulary.terms for stage in self.vocabulary.terms[term].stage)
        return Facts(stages or STAGES, patch.term, patch.who, patch.when, patch.status, patch.level, patch.dose)

    def sentences_of(self, entry: Entry) -> tuple[str, ...]:
        """The sentences that an entry rests on, each with its source."""
        return sentences(entry.at, self.model.source)


def _facts(entry: Node | Aside | None, section: str) -> Facts | None:
    if entry is None:
        return None
    if isinstance(entry, Aside):
        return Facts((section,), entry.term)
    level = entry.level if isinstance(entry, Outcome) else None
    return Facts((section,), entry.term, entry.who, entry.when, entry.status, level, entry.dose)
