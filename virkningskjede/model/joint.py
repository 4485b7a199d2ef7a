"""What leads to an outcome together with other things: `Cause`, as steps that a chain can take.

The source says that measures lead to the outcome *together*. From each of them a step leads there, which is no arrow: it says nothing of
what the one would do without the others, and nobody drew it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from virkningskjede.model.entries import Activity, Node, Outcome, Output
from virkningskjede.model.logic_model import LogicModel
from virkningskjede.model.parts import Link
from virkningskjede.model.values import NOT_THERE, copy_with


class JointStep(Link):
    """The step from one of several measures to what they lead to together. Where the outcome is read, this is stated."""


_STEP = JointStep(source="a", to="b")
"""What each is a copy of: its ends are ids already, of nodes of a model or of an overview, which has ids of its own."""


def together(outcome: Node | None, node: Node | None) -> bool:
    """Whether an outcome, in one reading of it, is what a node leads to together with others, in one reading of the node.

    Where the text does not name the measures, they are all activities and outputs that are there, or are to be there: not what was only
    considered.

    >>> outcome = Outcome.model_validate({"@id": "ro", "label": "Mer ro", "level": "user", "cause": "together"})
    >>> kurs = {"@id": "kurs", "label": "Kurs"}
    >>> together(outcome, Activity.model_validate(kurs)), together(outcome, Activity.model_validate(kurs | {"status": "considered"}))
    (True, False)
    """
    if not isinstance(outcome, Outcome) or outcome.cause is None or not outcome.of_several:
        return False
    if not isinstance(node, Activity | Output):
        return False
    if outcome.cause.together:
        return node.id in outcome.cause.together
    return node.status != "considered" and node.status not in NOT_THERE


def joint_step(node: Node, outcome: Node) -> JointStep:
    """The step from one of several measures to what they lead to together."""
    return copy_with(_STEP, {"source": node.id, "to": outcome.id, "at": outcome.at})


def joint_causes(model: LogicModel) -> Mapping[str, tuple[str, ...]]:
    """The ids of the nodes that lead to each outcome together, as the model is coded, for those outcomes of which that is said.

    Outcomes that name no measures have the same causes, and these are looked for once: a file can have as many of the one as of the other.

    >>> model = LogicModel(id="m", activities={"a": {"label": "A"}, "b": {"label": "B"}, "c": {"label": "C"}},
    ...                    outcomes={"ro": {"label": "Mer ro", "level": "user", "cause": {"together": ["c", "a"]}}})
    >>> joint_causes(model)
    {'ro': ('a', 'c')}
    """
    place = {name: number for number, name in enumerate(model.nodes)}
    every: tuple[str, ...] | None = None
    causes: dict[str, tuple[str, ...]] = {}
    for outcome in model.outcomes.values():
        if outcome.cause is None or not outcome.of_several:
            continue
        if outcome.cause.together:
            named = sorted({name for name in outcome.cause.together if name in place}, key=place.__getitem__)
            causes[outcome.id] = tuple(name for name in named if together(outcome, model.nodes[name]))
            continue
        if every is None:
            every = tuple(name for name, node in model.nodes.items() if together(outcome, node))
        causes[outcome.id] = every
    return causes


def joint_ends(model: LogicModel) -> tuple[frozenset[str], frozenset[str]]:
    """The ids that steps of `joint_steps` leave, and those that they enter, without making the steps: there can be as many of them as
    measures times outcomes.

    >>> model = LogicModel(id="m", activities={"a": {"label": "A"}, "b": {"label": "B", "status": "dropped"}},
    ...                    outcomes={"ro": {"label": "Mer ro", "level": "user", "cause": "together"}})
    >>> [sorted(ends) for ends in joint_ends(model)]
    [['a'], ['ro']]
    """
    causes = joint_causes(model)
    several = {id(names): names for names in causes.values()}.values()
    return frozenset(name for names in several for name in names), frozenset(name for name, names in causes.items() if names)


def joint_steps(model: LogicModel) -> Iterator[JointStep]:
    """The steps to outcomes that several measures lead to together, as the model is coded.

    >>> model = LogicModel(id="m", activities={"a": {"label": "A"}, "b": {"label": "B"}, "c": {"label": "C"}},
    ...                    outcomes={"ro": {"label": "Mer ro", "level": "user", "cause": {"together": ["a", "c"]}}})
    >>> [step.ends for step in joint_steps(model)]
    [('a', 'ro'), ('c', 'ro')]
    """
    for name, causes in joint_causes(model).items():
        yield from (joint_step(model.nodes[cause], model.outcomes[name]) for cause in causes)


def joint_readings(model: LogicModel) -> Iterator[tuple[JointStep, tuple[JointStep | None, ...]]]:
    """The same, each with what it is in every reading of the outcome and of what leads there: None where that does not."""
    for outcome in model.outcomes.values():
        readings = outcome.readings()
        if not any(reading is not None and reading.of_several for reading in readings):
            continue
        for node in (*model.activities.values(), *model.outputs.values()):
            led = [together(reading, cause) for reading in readings for cause in node.readings()]
            if any(led):
                step = joint_step(node, outcome)
                yield step, tuple(step if leads else None for leads in led)
