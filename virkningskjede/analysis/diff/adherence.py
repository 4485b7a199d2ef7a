"""A model held against the template that it follows: what is asked for and there, what is not mentioned, what is otherwise, what is more.

In studies of implementation, *adherence* is how far a programme has the content and the dose that its design prescribes (C. Carroll
and others, "A conceptual framework for implementation fidelity", *Implementation Science* 2:40, 2007). What is held against the
design here is a description; what a text does not mention may be there all the same, so silence is never a no.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from virkningskjede.matching import EntryKey
from virkningskjede.model import Link, LogicModel, Node, OpenQuestion, Outcome, TargetLimit
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.fields import LIMITS
from virkningskjede.model.joint import joint_steps
from virkningskjede.model.values import NOT_THERE, STAGES, Fit, fits
from virkningskjede.query import FITS, Condition, QueryContext, evaluate
from virkningskjede.query.answer import nth_greatest
from virkningskjede.query.facts import CodedElement, Facts

_MEANS = frozenset({"inputs", "activities", "outputs"})
"""What is put in, done or made: what stands at one of these in the template may stand at another in the model."""


class Otherwise(NamedTuple):
    """One way in which a model does what its template describes, but not as the template describes it.

    Attributes:
        field: ``who``, ``when``, or a part of the dose such as ``dose.count``.
        template: the template's value.
        own: the model's values, one for each entry that gives one.
        without: actors whom the template names and the model does not.
        besides: actors whom the model names and the template does not, neither as such nor as what they belong to.
    """

    field: str
    template: object
    own: tuple[tuple[EntryKey, object], ...]
    without: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplatePoint:
    """One entry of the template, and what the model says of it.

    Attributes:
        key: the template's entry.
        required: whether whoever follows the template must have it.
        coded: what the model says: ``yes``, ``partly`` (only considered), ``no`` (dropped or denied), or ``silent``.
        possible: what it could be read to say; ``coded`` is among them.
        entries: the model's entries that it rests on.
        elsewhere: the model's entries that have the term, but as something else: an aim where the template has a measure, a problem, or
            an outcome at another level. They do not count.
        otherwise: how the model's way differs from the template's.
        free: what the template leaves free, with the model's own choice: field -> the entries that settle it, and their values.
    """

    key: EntryKey
    required: bool
    coded: Fit
    possible: frozenset[Fit]
    entries: tuple[EntryKey, ...] = ()
    elsewhere: tuple[EntryKey, ...] = ()
    otherwise: tuple[Otherwise, ...] = ()
    free: tuple[tuple[str, tuple[tuple[EntryKey, object], ...]], ...] = ()

    @property
    def sure(self) -> bool:
        """Whether every reading says the same."""
        return len(self.possible) == 1


@dataclass(frozen=True, slots=True)
class Adherence:
    """What a model says of what its template asks for.

    Attributes:
        side: which of the two models of the diff follows the other: 0 or 1.
        points: the template's entries that can be known again: nodes with terms, and limits of the target group.
        unknown: the template's nodes without a term, by which nothing can be known again.
        beyond: the model's nodes and limits that answer to nothing in the template.
        newcomers: actors of whom the template does not speak, each with the entries that name them. Who belongs to somebody in the
            template is one only where the model does something that the template does not describe.
        arrows: the template's arrows between what the model has, each with the model's own between the same things.
        questions: what the template leaves open, each with the model's entries that have the question's term.
    """

    side: int
    points: tuple[TemplatePoint, ...]
    unknown: tuple[EntryKey, ...] = ()
    beyond: tuple[EntryKey, ...] = ()
    newcomers: tuple[tuple[str, tuple[EntryKey, ...]], ...] = ()
    arrows: tuple[tuple[Link, tuple[Link, ...]], ...] = ()
    questions: tuple[tuple[str, tuple[EntryKey, ...]], ...] = ()

    @property
    def required(self) -> tuple[TemplatePoint, ...]:
        """What the template requires."""
        return tuple(point for point in self.points if point.required)

    @property
    def lacking(self) -> tuple[TemplatePoint, ...]:
        """What the template requires and the model does not mention, or drops."""
        return tuple(point for point in self.required if point.coded in ("silent", "no"))


def adherence(a: LogicModel, b: LogicModel, vocabulary: Vocabulary | None = None) -> Adherence | None:
    """Hold a model against the template that it follows, whichever of the two it is; None when neither follows the other.

    >>> template = LogicModel.model_validate({"id": "mal", "kind": "template", "activities": {
    ...     "moter": {"label": "Møter", "term": "moter", "required": True}, "kurs": {"label": "Kurs", "term": "kurs"}}})
    >>> pilot = LogicModel.model_validate({"id": "p", "follows": "mal", "activities": {"k": {"label": "Kurs", "term": "kurs"}}})
    >>> result = adherence(pilot, template)
    >>> [(point.key, point.coded) for point in result.points]
    [(('activities', 'kurs'), 'yes'), (('activities', 'moter'), 'silent')]
    """
    if a.follows == b.id and a.id != b.id:
        return _Follower(a, b, vocabulary).hold(0)
    if b.follows == a.id and a.id != b.id:
        return _Follower(b, a, vocabulary).hold(1)
    return None


class _Follower:
    """A model and its template."""

    def __init__(self, model: LogicModel, template: LogicModel, vocabulary: Vocabulary | None) -> None:
        self.model, self.template = model, template
        self.words = vocabulary or Vocabulary()
        self.context = QueryContext(model, vocabulary, template)
        self.sections = {entry.id: section for section, entry in model.entries()}

    def hold(self, side: int) -> Adherence:
        points = [*self._target_group(), *(self._node(node) for node in _in_order(self.template) if node.term)]
        answered = {key for point in points for key in (*point.entries, *point.elsewhere)}
        keys = [("target_group", name) for name in sorted(self.model.target_group)]
        keys += [(node.stage, node.id) for node in _in_order(self.model)]
        beyond = tuple(key for key in keys if key not in answered)
        return Adherence(
            side,
            tuple(points),
            tuple((node.stage, node.id) for node in _in_order(self.template) if not node.term),
            beyond,
            tuple(self._newcomers({name for _, name in beyond})),
            tuple(self._arrows({point.key[1]: point for point in points})),
            tuple((name, self._related(question)) for name, question in sorted(self.template.open_questions.items())),
        )

    def _key(self, name: str) -> EntryKey:
        return self.sections[name], name

    # What is there

    @cached_property
    def _by_term(self) -> Mapping[str, tuple[CodedElement, ...]]:
        """The elements of the model that could fill a term, in whatever reading."""
        filling: dict[str, dict[str, CodedElement]] = {}
        for element in self.context.elements:
            for term in {term for facts in element.readings if facts is not None for term in facts.term}:
                for wanted in {term, *self.words.wider_term(term)}:
                    filling.setdefault(wanted, {})[element.id] = element
        return {term: tuple(elements[name] for name in sorted(elements)) for term, elements in filling.items()}

    def _node(self, node: Node) -> TemplatePoint:
        elements = {element.id: element for term in node.term for element in self._by_term.get(term, ())}
        readings_of = {name: [self._reading(node, facts) for facts in element.readings] for name, element in sorted(elements.items())}
        own = [name for name, readings in readings_of.items() if readings[0] is not None]
        possible = nth_greatest(
            [frozenset(reading or "silent" for reading in readings) for readings in readings_of.values()] or [_SILENCE], 1, FITS
        )
        coded: Fit = max((readings_of[name][0] or "silent" for name in own), key=FITS.index, default="silent")
        rests = tuple(self._key(name) for name in own if readings_of[name][0] == coded)
        elsewhere = tuple(self._key(name) for name in sorted(elements) if name not in own and self._is_node(elements[name]))
        return TemplatePoint(
            (node.stage, node.id),
            node.required,
            coded,
            possible | {coded},
            rests,
            () if rests else elsewhere,
            tuple(self._otherwise(node, rests)),
            tuple((field, self._chosen(field, rests)) for field in node.free),
        )

    def _reading(self, node: Node, facts: Facts | None) -> Fit | None:
        """What an element says in one reading; None when it is not the thing."""
        if facts is None or not any(self.context.fills(term, wanted) for term in facts.term for wanted in node.term):
            return None
        if not _at_the_same_place(node, facts):
            return None
        return "no" if facts.status in NOT_THERE else "partly" if facts.status == "considered" else "yes"

    def _is_node(self, element: CodedElement) -> bool:
        return element.id in self.model.nodes and element.readings[0] is not None

    def _target_group(self) -> Iterator[TemplatePoint]:
        for name, limit in sorted(self.template.target_group.items()):
            condition = _condition_of(limit)
            if condition is not None:
                answer = evaluate(condition, self.context)
                rests = tuple(self._key(ground.element) for ground in answer.grounds if ground.element in self.model.target_group)
                yield TemplatePoint(("target_group", name), limit.required, answer.coded, answer.possible, rests)

    # How it is done

    def _otherwise(self, node: Node, rests: Sequence[EntryKey]) -> Iterator[Otherwise]:
        own = [self.model.nodes[name] for _, name in rests if name in self.model.nodes]
        people = [own_node for own_node in own if own_node.who and (own_node.who.takes_part or own_node.who.maybe)]
        if node.who and node.who.takes_part and people and "who" not in node.free:
            actors = {actor for own_node in people if own_node.who for actor in (*own_node.who.takes_part, *own_node.who.maybe)}
            without = tuple(actor for actor in sorted(node.who.takes_part) if not any(self._akin(other, actor) for other in actors))
            besides = tuple(actor for actor in sorted(actors) if not any(self._akin(actor, other) for other in node.who.takes_part))
            if without or besides:
                yield Otherwise(
                    "who", node.who, tuple(((own_node.stage, own_node.id), own_node.who) for own_node in people), without, besides
                )
        for dimension, amount in node.dose.amounts() if node.dose and "dose" not in node.free else ():
            doses = [
                (own_node, getattr(own_node.dose, dimension)) for own_node in own if own_node.dose and getattr(own_node.dose, dimension)
            ]
            if doses and all(fits(mine, amount) in ("no", "partly") for _, mine in doses):
                yield Otherwise(f"dose.{dimension}", amount, tuple(((own_node.stage, own_node.id), mine) for own_node, mine in doses))
        for name in ("when", "mode", "place"):
            wanted: tuple[str, ...] = getattr(node, name, ())
            given = [((own_node.stage, own_node.id), value) for own_node in own if (value := getattr(own_node, name, ()))]
            if wanted and given and name not in node.free and not any(self._is_as(name, value, wanted) for _, value in given):
                yield Otherwise(name, wanted, tuple(given))

    def _is_as(self, name: str, own: Iterable[str], wanted: Iterable[str]) -> bool:
        """Whether each condition, way or place that is wanted is among a node's own; a kind of the place will do."""
        fills = self.words.fills_place if name == "place" else str.__eq__
        return all(any(fills(value, place) for value in own) for place in wanted)

    def _akin(self, one: str, other: str) -> bool:
        """Whether one actor is the other, or one of them belongs to the other: then they may be the same people."""
        return self.words.fills_actor(one, other) or self.words.fills_actor(other, one)

    def _chosen(self, field: str, rests: Sequence[EntryKey]) -> tuple[tuple[EntryKey, object], ...]:
        values = ((key, getattr(self.model.nodes[key[1]], field)) for key in rests if key[1] in self.model.nodes)
        return tuple((key, value) for key, value in values if value)

    # What is more

    def _newcomers(self, beyond: Set[str]) -> Iterator[tuple[str, tuple[EntryKey, ...]]]:
        # Who is an input of the template is spoken of too: there somebody is a term, and has the same name as a term and as an actor.
        described = {*_people(self.template), *(term for node in self.template.inputs.values() for term in node.term)}
        spoken_of = described.union(*(self.words.wider_actor(actor) for actor in described))
        for actor, names in sorted(_people(self.model).items()):
            stranger = described.isdisjoint(self.words.wider_actor(actor))
            if actor not in spoken_of and (stranger or beyond >= set(names)):
                yield actor, tuple(self._key(name) for name in names)

    def _related(self, question: OpenQuestion) -> tuple[EntryKey, ...]:
        elements = {element.id: element for term in question.term for element in self._by_term.get(term, ())}
        return tuple(self._key(name) for name in sorted(elements) if elements[name].readings[0] is not None)

    def _arrows(self, points: Mapping[str, TemplatePoint]) -> Iterator[tuple[Link, tuple[Link, ...]]]:
        for node in _in_order(self.template):
            for link in sorted(node.leads_to, key=lambda arrow: arrow.to):
                ends = points.get(link.source), points.get(link.to)
                if ends[0] and ends[1] and ends[0].entries and ends[1].entries:
                    targets = {name for _, name in ends[1].entries}
                    sources = [self.model.nodes[name] for _, name in ends[0].entries if name in self.model.nodes]
                    own = tuple(arrow for source in sources for arrow in source.leads_to if arrow.to in targets and arrow.sign == link.sign)
                    # That several measures lead there together is as good as an arrow from each: the template's is not missing.
                    starts = {node.id for node in sources} if link.sign is None else set[str]()
                    yield link, own or tuple(step for step in joint_steps(self.model) if step.source in starts and step.to in targets)


_SILENCE: frozenset[Fit] = frozenset({"silent"})


def _in_order(model: LogicModel) -> Iterator[Node]:
    """The nodes stage by stage, whatever the order of the file."""
    for stage in STAGES:
        nodes: Mapping[str, Node] = getattr(model, stage)
        yield from (nodes[name] for name in sorted(nodes))


def _at_the_same_place(node: Node, facts: Facts) -> bool:
    """Whether an element can be the template's node: measures may stand at any stage of measures, outcomes at their own level only."""
    if isinstance(node, Outcome):
        return node.stage in facts.stages and facts.level in (None, node.level)
    return not _MEANS.isdisjoint(facts.stages) if node.stage in _MEANS else node.stage in facts.stages


def _condition_of(limit: TargetLimit) -> Condition | None:
    """What a limit of the target group asks of those who follow."""
    parts: list[dict[str, object]] = []
    if limit.traits:
        parts += [{"target": {"traits": trait}} for trait in limit.traits.all]
        parts += [{"any": [{"target": {"traits": trait}} for trait in limit.traits.any]}] if limit.traits.any else []
    parts += [{"target": {name: getattr(limit, name)}} for name in LIMITS if getattr(limit, name) is not None]
    return Condition.model_validate({"all": parts}) if parts else None


def _people(model: LogicModel) -> dict[str, list[str]]:
    """Everybody whom a model names as taking part or being served, with the nodes that name them."""
    nodes_of: dict[str, list[str]] = {}
    for node in _in_order(model):
        if node.who:
            for actor in {*node.who.takes_part, *node.who.maybe, *node.who.for_}:
                nodes_of.setdefault(actor, []).append(node.id)
    return nodes_of
