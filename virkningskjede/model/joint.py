"""What leads to an outcome together with other things: `Cause`, as steps that a chain can take.

The source says that measures lead to the outcome *together*. From each of them a step leads there, which is no arrow: it says nothing of
what the one would do without the others, and nobody drew it.
"""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.model.entries import Activity, Node, Outcome, Output
from virkningskjede.model.logic_model import LogicModel
from virkningskjede.model.parts import Link
from virkningskjede.model.values import NOT_THERE


class JointStep(Link):
    """The step from one of several measures to what they lead to together. Where the outcome is read, this is stated."""


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
    return JointStep(source=node.id, to=outcome.id, at=outcome.at)


def joint_causes(model: LogicModel, outcome: Outcome) -> tuple[str, ...]:
    """The ids of the nodes that lead to an outcome together, as the model is coded; none where that is not said."""
    return tuple(name for name, node in model.nodes.items() if together(outcome, node))


def joint_steps(model: LogicModel) -> Iterator[JointStep]:
    """The steps to outcomes that several measures lead to together, as the model is coded.

    >>> model = LogicModel(id="m", activities={"a": {"label": "A"}, "b": {"label": "B"}, "c": {"label": "C"}},
    ...                    outcomes={"ro": {"label": "Mer ro", "level": "user", "cause": {"together": ["a", "c"]}}})
    >>> [step.ends for step in joint_steps(model)]
    [('a', 'ro'), ('c', 'ro')]
    """
    for outcome in model.outcomes.values():
        if outcome.of_several:
            yield from (joint_step(model.nodes[name], outcome) for name in joint_causes(model, outcome))


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
