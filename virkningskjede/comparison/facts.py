"""What each entry of a model offers to the columns of a table, in every reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from virkningskjede.conditions import Subject
from virkningskjede.conditions.subject import Element
from virkningskjede.conditions.subject import Facts as ElementFacts
from virkningskjede.model import LogicModel, Recruitment, TargetLimit, Who
from virkningskjede.values import DIMENSIONS, EMPTY, Amount, Bounds, Dose, Status, sentences

Stated = Bounds | Dose | str
"""What a column can show: an amount, or one of the format's words."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one entry says of itself in one reading. ``stages`` has several only for what could stand at several."""

    stages: tuple[str, ...]
    terms: tuple[str, ...] = ()
    traits: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    roles: Mapping[str, tuple[str, ...]] = EMPTY
    status: Status | None = None
    stated: Mapping[str, Stated] = EMPTY


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry: its facts as coded, then in every other reading; None is its absence.

    Attributes:
        entry: its id; parts of a model without one are called ``recruitment`` and ``whole``.
        at: its sentences, each with its source.
        readings: what it says.
        absent: whether it is coded absent, though another coder could see it.
        inherited: whether it is the template's, and the model itself is silent.
    """

    entry: str
    at: tuple[str, ...]
    readings: tuple[Facts | None, ...]
    absent: bool = False
    inherited: bool = False


def offers(subject: Subject) -> Iterator[Offer]:
    """The nodes, what stands beside them, what could be seen as a node, the target group, the recruitment and the whole."""
    model = subject.model
    for element in subject.elements:
        readings = tuple(_of_element(facts, model) for facts in element.readings)
        yield Offer(element.id, _places(element, readings, model), readings, element.doubt == "ambiguity")
    yield from target_group(model)
    if model.recruitment is not None:
        facts = _of_recruitment(model.recruitment)
        yield Offer("recruitment", sentences(model.recruitment.at, model.source), (facts,))
    if model.dose is not None:
        facts = Facts(("whole",), stated={"dose": model.dose})
        yield Offer("whole", sentences(model.dose.at, model.source), (facts,))


def target_group(model: LogicModel, *, inherited: bool = False) -> Iterator[Offer]:
    """The limits of a target group."""
    for limit in model.target_group.values():
        readings = tuple(_of_limit(each) for each in limit.readings())
        yield Offer(limit.id, sentences(limit.at, model.source), readings, inherited=inherited)


def _of_element(facts: ElementFacts | None, model: LogicModel) -> Facts | None:
    if facts is None:
        return None
    dose = _followed(facts.dose, model) if facts.dose is not None else None
    return Facts(facts.stages, facts.term, roles=_roles(facts.who), status=facts.status, stated={"dose": dose} if dose else EMPTY)


def _places(element: Element, readings: tuple[Facts | None, ...], model: LogicModel) -> tuple[str, ...]:
    """The element's own sentences, and those of its dose."""
    doses = [facts.dose for facts in element.readings if facts is not None and facts.dose is not None]
    return tuple(dict.fromkeys((*element.at, *(place for dose in doses for place in sentences(dose.at, model.source)))))


def _roles(who: Who | None) -> Mapping[str, tuple[str, ...]]:
    return {"lead": who.lead, "do": who.do, "maybe": who.maybe, "for": who.for_} if who is not None else EMPTY


def _of_recruitment(part: Recruitment) -> Facts:
    roles = {"refer": part.refer, "receive": part.receive, "decide": part.decide, "maybe": part.maybe}
    return Facts(("recruitment",), roles=roles, stated={"consent": part.consent} if part.consent else EMPTY)


def _of_limit(limit: TargetLimit | None) -> Facts | None:
    if limit is None:
        return None
    denied = limit.denies.traits if limit.denies is not None else None
    amounts = {"age": limit.age, "sick_leave": limit.sick_leave}
    return Facts(
        ("target_group",),
        traits=limit.traits.named if limit.traits is not None else frozenset(),
        denied=denied.named if denied is not None else frozenset(),
        stated={name: amount for name, amount in amounts.items() if amount is not None},
    )


def _followed(dose: Dose, model: LogicModel) -> Dose:
    """The dose with each "as much as that one" replaced by what is said there, so that a table needs no ids."""
    found: dict[str, Amount | None] = {}
    for dimension in DIMENSIONS:
        amount: Amount | None = getattr(dose, dimension)
        seen: set[str] = set()
        while amount is not None and amount.same_as is not None and amount.same_as not in seen:
            seen.add(amount.same_as)
            other = model.nodes.get(amount.same_as)
            amount = getattr(other.dose, dimension) if other is not None and other.dose is not None else None
        found[dimension] = amount
    return dose.model_copy(update=found)
