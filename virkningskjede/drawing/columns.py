"""The columns of a picture: which nodes stand in which, and what stands above them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from virkningskjede.i18n import Lang, word
from virkningskjede.model import LogicModel, Node, Outcome

ColumnKey = Literal["context", "inputs", "activities", "outputs", "organisations", "users", "society"]

_OF_LEVEL: Mapping[str, ColumnKey] = MappingProxyType(
    {"service": "organisations", "partner": "organisations", "user": "users", "society": "society"}
)


@dataclass(frozen=True, slots=True)
class StageColumn:
    """A column: a stage of the chain, outcomes by who they are for. It has at least one node."""

    key: ColumnKey
    heading: str
    nodes: tuple[Node, ...]


def columns(model: LogicModel, lang: Lang) -> tuple[StageColumn, ...]:
    """The columns from left to right. Empty ones are left out.

    >>> model = LogicModel(id="m", inputs={"a": {"label": "A"}}, outcomes={"b": {"label": "B", "level": "user"}})
    >>> [(column.key, column.heading) for column in columns(model, "en")]
    [('inputs', 'Inputs'), ('users', 'User effects')]
    """
    by_key: dict[ColumnKey, list[Node]] = {
        "context": [],
        "inputs": [],
        "activities": [],
        "outputs": [],
        "organisations": [],
        "users": [],
        "society": [],
    }
    for node in model.nodes.values():
        by_key[key_of(node)].append(node)
    return tuple(StageColumn(key, _heading(key, nodes, lang), tuple(nodes)) for key, nodes in by_key.items() if nodes)


def key_of(node: Node) -> ColumnKey:
    """The column that a node stands in."""
    if isinstance(node, Outcome):
        return _OF_LEVEL[node.level]
    stage = node.stage
    assert stage != "outcomes"
    return stage


def _heading(key: ColumnKey, nodes: list[Node], lang: Lang) -> str:
    levels = {node.level for node in nodes if isinstance(node, Outcome)}
    if len(levels) > 1:
        return word("picture.service_and_partner", lang)
    return word(f"level.{levels.pop()}" if levels else f"stage.{key}", lang)
