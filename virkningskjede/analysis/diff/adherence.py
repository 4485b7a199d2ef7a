"""A model held against the template that it follows: what is asked for and there, what is not mentioned, what is otherwise, what is more.

In studies of implementation, *adherence* is how far a programme has the content and the dose that its design prescribes (C. Carroll
and others, "A conceptual framework for implementation fidelity", *Implementation Science* 2:40, 2007). What is held against the
design here is a description; what a text does not mention may be there all the same, so silence is never a no.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from virkningskjede.analysis.diff.otherwise import (
    OF_ONE_ROLE,
    Otherwise,
    arrows_otherwise,
    compared_with_template,
    given_in,
    is_another,
    key_of,
    listed,
)
from virkningskjede.matching import EntryKey
from virkningskjede.model import Aside, Cause, Indicator, Link, LogicModel, Node, OpenQuestion, Outcome, TargetLimit, Who
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.fields import LIMITS
from virkningskjede.model.joint import joint_steps
from virkningskjede.model.values import (
    MOMENTS,
    NOT_THERE,
    STAGES,
    Bounds,
    Deadline,
    Dose,
    Field,
    Fit,
    copy_with,
    naming,
)
from virkningskjede.query import FITS, Condition, QueryContext, evaluate
from virkningskjede.query.answer import nth_greatest
from virkningskjede.query.facts import CodedElement, Facts

_MEANS = frozenset({"inputs", "activities", "outputs"})
"""What is put in, done or made: what stands at one of these in the template may stand at another in the model."""


@dataclass(frozen=True, slots=True)
class TemplatePoint:
    """One entry of the template, and what the model says of it.

    Attributes:
        key: the template's entry.
        required: whether whoever follows the template must have it.
        coded: what the model says: ``yes``, ``partly`` (only considered), ``no`` (dropped or denied), or ``silent``.
        possible: what it could be read to say; ``coded`` is among them.
        entries: the model's entries that it rests on.
        elsewhere: the model's entries that have the term, but as something else: an aim where the template has a measure, a problem, an
            outcome at another level, or an effect that nobody wishes where the template has one that is. They do not count.
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
        arrows: the template's arrows between what the model has, each with the model's own between the same things; one with another
            sign is another arrow.
        arrows_otherwise: how those of the model differ from the template's, each with the template's arrow.
        questions: what the template leaves open, each with the model's entries that have the question's term.
    """

    side: int
    points: tuple[TemplatePoint, ...]
    unknown: tuple[EntryKey, ...] = ()
    beyond: tuple[EntryKey, ...] = ()
    newcomers: tuple[tuple[str, tuple[EntryKey, ...]], ...] = ()
    arrows: tuple[tuple[Link, tuple[Link, ...]], ...] = ()
    arrows_otherwise: tuple[tuple[Link, Otherwise], ...] = ()
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
        self.template_sections = {entry.id: section for section, entry in template.entries()}
        self.template_entries = {entry.id: entry for _, entry in template.entries()}

    def hold(self, side: int) -> Adherence:
        points = [*self._target_group(), *(self._node(node) for node in _in_order(self.template) if node.term)]
        answered = {key for point in points for key in (*point.entries, *point.elsewhere)}
        keys = [("target_group", name) for name in sorted(self.model.target_group)]
        keys += [(node.stage, node.id) for node in _in_order(self.model)]
        beyond = tuple(key for key in keys if key not in answered)
        arrows = tuple(self._arrows({point.key[1]: point for point in points}))
        return Adherence(
            side,
            tuple(points),
            tuple((node.stage, node.id) for node in _in_order(self.template) if not node.term),
            beyond,
            tuple(self._newcomers({name for _, name in beyond})),
            arrows,
            tuple(change for link, owns in arrows for change in arrows_otherwise(link, owns)),
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
        for field in compared_with_template(type(node)):
            if field.name in node.free:
                continue
            if field.kind is Who:
                yield from self._people(node, own)
            elif field.kind is Dose:
                yield from self._amounts(node, own)
            else:
                wanted, given = listed(getattr(node, field.name)), list(given_in(own, field.name))
                wanted = tuple(name for name in wanted if not field.own or self._can_be_known(name))
                if wanted and given and not any(self._is_as(field, listed(value), wanted) for _, value in given):
                    yield Otherwise(field.name, getattr(node, field.name), tuple(given))

    def _people(self, node: Node, own: Iterable[Node]) -> Iterator[Otherwise]:
        people = [(key_of(own_node), own_node.who) for own_node in own if own_node.who]
        wanted = node.who or Who()
        taking_part = [(key, who) for key, who in people if who.takes_part or who.maybe]
        if wanted.takes_part and taking_part:
            actors = {actor for _, who in taking_part for actor in (*who.takes_part, *who.maybe)}
            without = tuple(actor for actor in sorted(wanted.takes_part) if not any(self._akin(other, actor) for other in actors))
            besides = tuple(actor for actor in sorted(actors) if not any(self._akin(actor, other) for other in wanted.takes_part))
            if without or besides:
                yield Otherwise("who", wanted, tuple(taking_part), without, besides)
        for field in (field for field in naming(Who, "actor") if field.name in OF_ONE_ROLE):
            named: tuple[str, ...] = getattr(wanted, field.name)
            given = [(key, value) for key, who in people if (value := getattr(who, field.name))]
            if named and given and not any(all(any(self._akin(one, other) for one in value) for other in named) for _, value in given):
                yield Otherwise(f"who.{field.key}", named, tuple(given))

    def _amounts(self, node: Node, own: Sequence[Node]) -> Iterator[Otherwise]:
        for dimension, amount in node.dose.amounts() if node.dose else ():
            doses = [(key_of(own_node), mine) for own_node in own if own_node.dose and (mine := getattr(own_node.dose, dimension))]
            if doses and all(is_another(self._by_the_same_clock(mine, amount), amount) for _, mine in doses):
                yield Otherwise(f"dose.{dimension}", amount, tuple(doses))

    def _by_the_same_clock(self, mine: Bounds, wanted: Bounds) -> Bounds:
        """A deadline that is counted from what the template counts from, by the template's name for it; others as they are."""
        if not isinstance(mine, Deadline) or not isinstance(wanted, Deadline) or mine.after is None or wanted.after is None:
            return mine
        if wanted.after in MOMENTS or (self._can_be_known(wanted.after) and mine.after not in self._answering(wanted.after)):
            return mine
        return copy_with(mine, {"after": wanted.after})

    def _can_be_known(self, name: str) -> bool:
        """Whether something of the template can be known again in the model: by its term, or by its own name."""
        entry = self.template_entries.get(name)
        return bool(getattr(entry, "term", ())) or entry is None or isinstance(entry, Indicator)

    def _answering(self, name: str) -> Set[str]:
        """The model's ids for something of the template."""
        entry = self.template_entries.get(name)
        if isinstance(entry, Node):
            return {
                element.id for term in entry.term for element in self._by_term.get(term, ()) if self._reading(entry, element.readings[0])
            }
        if isinstance(entry, Aside):
            own = (other for section, other in self.model.entries() if section == self.template_sections[name] and isinstance(other, Aside))
            return {other.id for other in own if any(self.context.fills(term, wanted) for term in other.term for wanted in entry.term)}
        label = getattr(entry, "label", None)
        return {name, *(other.id for other in self.model.indicators.values() if other.label == label)}

    def _is_as(self, field: Field, own: Sequence[object], wanted: Iterable[object]) -> bool:
        """Whether each condition, way, place or other thing that is wanted is among a node's own; a kind of the place will do."""
        if field.own:
            return all(not self._answering(str(name)).isdisjoint(map(str, own)) for name in wanted)
        if field.kind is Cause:
            return all(any(isinstance(value, Cause) and self._led_to_alike(value, cause) for value in own) for cause in wanted)
        if field.names == "place":
            return all(any(self.words.fills_place(str(value), str(place)) for value in own) for place in wanted)
        return all(value in own for value in wanted)

    def _led_to_alike(self, own: Cause, wanted: object) -> bool:
        """Whether the same leads to an outcome: each of the template's measures by its name in the model, where they are named."""
        if not isinstance(wanted, Cause) or own.way != wanted.way:
            return False
        named = [name for name in wanted.together if self._can_be_known(name)]
        return not own.together or all(not self._answering(name).isdisjoint(own.together) for name in named)

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
                sources, ends = (self._there(points.get(name)) for name in (link.source, link.to))
                if sources and ends:
                    targets = {node.id for node in ends}
                    own = tuple(arrow for source in sources for arrow in source.leads_to if arrow.to in targets and arrow.sign == link.sign)
                    # That several measures lead there together is as good as an arrow from each: the template's is not missing.
                    starts = {node.id for node in sources} if link.sign is None else set[str]()
                    yield link, own or tuple(step for step in joint_steps(self.model) if step.source in starts and step.to in targets)

    def _there(self, point: TemplatePoint | None) -> list[Node]:
        """The model's nodes for something of the template, but for those that were dropped or never took part."""
        nodes = (self.model.nodes.get(name) for _, name in (point.entries if point is not None else ()))
        return [node for node in nodes if node is not None and node.status not in NOT_THERE]


_SILENCE: frozenset[Fit] = frozenset({"silent"})


def _in_order(model: LogicModel) -> Iterator[Node]:
    """The nodes stage by stage, whatever the order of the file."""
    for stage in STAGES:
        nodes: Mapping[str, Node] = getattr(model, stage)
        yield from (nodes[name] for name in sorted(nodes))


def _at_the_same_place(node: Node, facts: Facts) -> bool:
    """Whether an element can be the template's node: measures may stand at any stage of measures, outcomes at their own level only, and
    what nobody wishes is not what somebody does.
    """
    if isinstance(node, Outcome):
        return node.stage in facts.stages and facts.level in (None, node.level) and facts.unwanted == node.unwanted
    return not _MEANS.isdisjoint(facts.stages) if node.stage in _MEANS else node.stage in facts.stages


def _condition_of(limit: TargetLimit) -> Condition | None:
    """What a limit of the target group asks of those who follow."""
    parts: list[dict[str, object]] = []
    if limit.traits:
        parts += [{"target": {"traits": trait}} for trait in limit.traits.all]
        parts += [{"any": [{"target": {"traits": trait}} for trait in limit.traits.any]}] if limit.traits.any else []
    if limit.denies and limit.denies.traits:
        parts += [{"not": {"target": {"traits": trait}}} for trait in sorted(limit.denies.traits.named)]
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
