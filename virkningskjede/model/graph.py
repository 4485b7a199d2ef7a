"""A model's chain as a networkx graph, and the questions asked of chains."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from virkningskjede.model import Link, LogicModel
from virkningskjede.model.values import NOT_THERE, STAGES, Stage

if TYPE_CHECKING:
    import networkx as nx


def graph_of(model: LogicModel) -> nx.DiGraph[str]:
    """The chain as a frozen directed graph.

    ``nodes[id]["node"]`` is the typed node and ``["stage"]`` its stage; ``edges[a, b]["link"]`` is the typed arrow. Arrows to ids
    that the model does not have are left out; `virkningskjede.project` refuses such models.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph(id=model.id, title=model.name)
    nodes = model.nodes
    graph.add_nodes_from((name, {"node": node, "stage": node.stage}) for name, node in nodes.items())
    graph.add_edges_from((link.source, link.to, {"link": link}) for link in model.links() if link.to in nodes)
    frozen: nx.DiGraph[str] = nx.freeze(graph)
    return frozen


def stage_rank(stage: Stage) -> int:
    """Where a stage comes in the chain: 0 for context, 4 for outcomes."""
    return STAGES.index(stage)


def goes_back(model: LogicModel, link: Link) -> bool:
    """Whether an arrow leads to an earlier stage than it leaves."""
    nodes = model.nodes
    return stage_rank(nodes[link.to].stage) < stage_rank(nodes[link.source].stage)


def cycle(model: LogicModel) -> tuple[str, ...]:
    """The ids of one circle of arrows, without those marked ``feedback``; empty when there is none."""
    nodes = model.nodes
    order: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(nodes, ()))
    for link in model.links():
        if not link.feedback and link.to in nodes:
            order.add(link.to, link.source)
    try:
        order.prepare()
    except CycleError as error:
        return tuple(error.args[1][:-1])  # it ends where it begins
    return ()


def addressed(model: LogicModel) -> frozenset[str]:
    """The ids of what some node is meant to lower: a node that is there, and not one that was dropped or never took part.

    >>> model = LogicModel(id="m", activities={"kurs": {"label": "Kurs", "addresses": ["krangel"]},
    ...                                        "tur": {"label": "Tur", "addresses": ["hjemlengsel"], "status": "dropped"}})
    >>> sorted(addressed(model))
    ['krangel']
    """
    return frozenset(name for node in model.nodes.values() if node.status not in NOT_THERE for name in node.addresses)


def entered(model: LogicModel) -> frozenset[str]:
    """The ids of the nodes that some arrow leads to."""
    return frozenset(link.to for link in model.links())


def reachable(model: LogicModel, starts: frozenset[str], *, stated: bool = False) -> frozenset[str]:
    """The ids that some chain of arrows leads to from any of these nodes; the nodes themselves only if a chain returns.

    Args:
        model: the model.
        starts: ids to begin from.
        stated: follow only arrows that the source states.
    """
    return reached((link.ends for link in model.links() if link.stated or not stated), starts)


def reached(arrows: Iterable[tuple[str, str]], starts: Iterable[str]) -> frozenset[str]:
    """The ids that some chain of these arrows leads to from any of the starts; the starts themselves only if a chain returns.

    >>> sorted(reached([("a", "b"), ("b", "c"), ("d", "c")], ["a"]))
    ['b', 'c']
    """
    following: dict[str, list[str]] = {}
    for source, to in arrows:
        following.setdefault(source, []).append(to)
    seen: set[str] = set()
    pending = list(starts)
    while pending:
        for step in following.get(pending.pop(), ()):
            if step not in seen:
                seen.add(step)
                pending.append(step)
    return frozenset(seen)
