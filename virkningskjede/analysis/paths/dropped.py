"""What is left of a chain without what was dropped, and what never took part."""

from __future__ import annotations

from typing import Any

from virkningskjede.model import LogicModel, Node
from virkningskjede.model.values import STAGES, FrozenMap, copy_with


def dropped_of(model: LogicModel) -> tuple[str, ...]:
    """The ids of the nodes that were dropped, as they are coded.

    >>> model = LogicModel(id="m", activities={"a": {"label": "A", "status": "dropped", "leads_to": ["b"]}}, outputs={"b": {"label": "B"}})
    >>> dropped_of(model), list(without_dropped(model).nodes)
    (('a',), ['b'])
    """
    return tuple(name for name, node in model.nodes.items() if node.status == "dropped")


def never_part_of(model: LogicModel) -> tuple[str, ...]:
    """The ids of the nodes that never took part, as they are coded."""
    return tuple(name for name, node in model.nodes.items() if node.status == "not_part")


def without_dropped(model: LogicModel) -> LogicModel:
    """The model without the nodes that were dropped or never took part, and the arrows from and to them: what is not done leads nowhere.

    What is beside the chain keeps its references, also those to nodes that are left out.
    """
    gone = frozenset((*dropped_of(model), *never_part_of(model)))
    if not gone:
        return model

    def left(node: Node) -> Node:
        links = tuple(link for link in node.leads_to if link.to not in gone)
        return copy_with(node, {"leads_to": links}) if len(links) < len(node.leads_to) else node

    stages: dict[str, Any] = {}
    for stage in STAGES:
        nodes: dict[str, Node] = dict(getattr(model, stage))
        stages[stage] = FrozenMap({name: left(node) for name, node in nodes.items() if name not in gone})
    return copy_with(model, stages)
