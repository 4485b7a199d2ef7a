"""What a condition is asked of: one model, with the vocabulary, template and tables that its words refer to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from virkningskjede.model import Entry, Link, LogicModel
from virkningskjede.model.codebook import Comparison, Vocabulary
from virkningskjede.model.joint import joint_readings
from virkningskjede.model.values import EMPTY, NOT_THERE, Frozen, Sentence, sentences
from virkningskjede.project import Project
from virkningskjede.query.answer import Witness
from virkningskjede.query.edges import Counting, Edges
from virkningskjede.query.facts import CodedElement, elements_of, limits_of, parts_without_id
from virkningskjede.query.index import ReadingIndex
from virkningskjede.query.inheritance import inherited_limits
from virkningskjede.query.withheld import withhold


class Standing(NamedTuple):
    """Which elements of a model are there, by id.

    Attributes:
        may_be_absent: those that some reading does not have.
        carries: those that a chain goes on through, as they are coded: what was dropped or never took part leads nowhere.
        surely_carries: those through which it does in every reading.
        may_carry: those through which it does in some reading.
        may_be_gone: whether one was dropped or never took part, in some reading.
    """

    may_be_absent: frozenset[str]
    carries: frozenset[str]
    surely_carries: frozenset[str]
    may_carry: frozenset[str]
    may_be_gone: bool


@dataclass(frozen=True)
class QueryContext:
    """One model that conditions are asked of.

    Attributes:
        model: the model, less what rests on ``without`` alone.
        vocabulary: the codebook; without one a term is filled by itself alone.
        template: the model that it follows, if that is at hand; less what rests on ``without`` alone.
        comparisons: tables, for conditions on their columns.
        without: sections of sources that prove nothing here, each as ``source#section``. What rests on them alone does not exist for
            any question; what rests on other sentences too keeps only those, so that grounds never name a withheld sentence; what names
            no sentence stays. A section has its subsections in it.
        stated: whether only arrows that the source itself states count, whatever a question says.

    >>> from virkningskjede.query import Condition, evaluate
    >>> model = LogicModel(id="m", source="r", activities={"a": {"label": "A", "term": "kurs", "at": ["4.1.2:8", "2.2:5"]}})
    >>> condition = Condition.model_validate({"node": {"term": "kurs"}})
    >>> evaluate(condition, QueryContext(model, without=frozenset({"r#4.1.2"}))).grounds[0].at
    ('r#2.2:5',)
    >>> evaluate(condition, QueryContext(model, without=frozenset({"r#4.1.2", "r#2.2"}))).coded
    'silent'
    """

    model: LogicModel
    vocabulary: Vocabulary | None = None
    template: LogicModel | None = None
    comparisons: Mapping[str, Comparison] = EMPTY
    without: frozenset[str] = frozenset()
    stated: bool = False

    def __post_init__(self) -> None:
        """Take away what is withheld, once, so that no question can see it."""
        for name in ("model", "template"):
            whole: LogicModel | None = getattr(self, name)
            if whole is not None:
                object.__setattr__(self, name, withhold(whole, self.without))

    @classmethod
    def of(cls, model: LogicModel, shared: Project, without: frozenset[str] = frozenset(), *, stated: bool = False) -> QueryContext:
        """The model in its project, with the template that it says it follows; ``without`` and ``stated`` as in the attributes."""
        template = shared.templates.get(model.follows) if model.follows else None
        return cls(model, shared.vocabulary, template, shared.comparisons, without, stated)

    def fills(self, term: str, wanted: str, *, exact: bool = False) -> bool:
        """Whether a term is the wanted one or, unless ``exact``, a kind of it."""
        return term == wanted or (not exact and self.vocabulary is not None and self.vocabulary.fills(term, wanted))

    def fills_trait(self, trait: str, wanted: str) -> bool:
        """Whether a trait is the wanted one or a kind of it."""
        return trait == wanted or (self.vocabulary is not None and self.vocabulary.fills_trait(trait, wanted))

    def fills_actor(self, actor: str, wanted: str) -> bool:
        """Whether an actor is the wanted one or a kind of it."""
        return actor == wanted or (self.vocabulary is not None and self.vocabulary.fills_actor(actor, wanted))

    def fills_place(self, place: str, wanted: str) -> bool:
        """Whether a place is the wanted one or a kind of it."""
        return place == wanted or (self.vocabulary is not None and self.vocabulary.fills_place(place, wanted))

    @cached_property
    def elements(self) -> tuple[CodedElement, ...]:
        """The nodes of the chain, what hinders and helps, the open questions, and what could be seen as a node (``ambiguities``)."""
        return tuple(elements_of(self.model, self.vocabulary))

    @cached_property
    def by_id(self) -> Mapping[str, CodedElement]:
        """The same by id."""
        return {element.id: element for element in self.elements}

    @cached_property
    def index(self) -> ReadingIndex:
        """The readings of ``entries``, by what they say."""
        return ReadingIndex(self.entries, self.vocabulary)

    @cached_property
    def witnesses(self) -> dict[Frozen, tuple[Witness, ...]]:
        """What the elements have to say to the questions about nodes that have been asked of this model, by question."""
        return {}

    @cached_property
    def inherited_index(self) -> ReadingIndex:
        """The readings of ``inherited``, by what they say."""
        return ReadingIndex(self.inherited, self.vocabulary)

    @cached_property
    def limits(self) -> tuple[CodedElement, ...]:
        """The limits of the target group."""
        return tuple(limits_of(self.model))

    @cached_property
    def inherited(self) -> tuple[CodedElement, ...]:
        """The limits of the template's target group, which the model may mean where it is silent."""
        return tuple(inherited_limits(self.template, self.limits, self.vocabulary)) if self.template is not None else ()

    @cached_property
    def standing(self) -> Standing:
        """Which elements are there, and carry a chain on."""
        flags = {
            element.id: [facts is not None and facts.status not in NOT_THERE for facts in element.readings] for element in self.elements
        }
        return Standing(
            frozenset(element.id for element in self.elements if None in element.readings),
            frozenset(name for name, readings in flags.items() if readings[0]),
            frozenset(name for name, readings in flags.items() if all(readings)),
            frozenset(name for name, readings in flags.items() if any(readings)),
            any(facts is not None and facts.status in NOT_THERE for element in self.elements for facts in element.readings),
        )

    @cached_property
    def steps(self) -> tuple[tuple[Link, tuple[Link | None, ...]], ...]:
        """The arrows, and the steps to what several measures lead to together, each with what it is in every reading."""
        return (*((link, link.readings()) for link in self.model.links()), *joint_readings(self.model))

    def edges(self, counting: Counting) -> Edges:
        """The arrows that count, read once for each way of counting them."""
        if counting not in self._edges:
            self._edges[counting] = Edges(self.steps, self.model.nodes.keys(), self.standing.may_be_absent, counting)
        return self._edges[counting]

    @cached_property
    def _edges(self) -> dict[Counting, Edges]:
        return {}

    @cached_property
    def entries(self) -> tuple[CodedElement, ...]:
        """All that can fill a column: the elements, the limits of the target group, the recruitment and the whole."""
        return (*self.elements, *self.limits, *parts_without_id(self.model))

    def sentences_of(self, entry: Entry) -> tuple[Sentence, ...]:
        """The sentences that an entry rests on, each with its source."""
        return sentences(entry.at, self.model.source)
