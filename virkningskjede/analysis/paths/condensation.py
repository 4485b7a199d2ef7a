"""A model's chain with its circles collapsed, and what can be counted along it in linear time."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from virkningskjede.model import Link, LogicModel
from virkningskjede.model.joint import joint_steps


@dataclass(frozen=True, slots=True)
class Condensation:
    """The chain as places in an order in which every arrow leads forward. Nodes that lead to each other in a circle are one place.

    In a model without circles each node is a place of its own. This is the condensation of the graph (its strongly connected
    components: R. Tarjan, "Depth-first search and linear graph algorithms", *SIAM Journal on Computing* 1(2), 1972), but with every
    arrow kept: two arrows between the same two places are two claims.

    Attributes:
        members: the ids at each place, in the order of the file.
        place: the place of each id.
        arrows: the arrows between different places, by the place that they leave: the place that they enter, and the arrow.
    """

    members: tuple[tuple[str, ...], ...]
    place: dict[str, int]
    arrows: tuple[tuple[tuple[int, Link], ...], ...]

    def at(self, names: Iterable[str]) -> frozenset[int]:
        """The places of these nodes."""
        return frozenset(self.place[name] for name in names)

    def is_circle(self, place: int) -> bool:
        """Whether nodes lead to each other in a circle here."""
        return len(self.members[place]) > 1

    @property
    def circles(self) -> tuple[tuple[str, ...], ...]:
        """The nodes of each circle."""
        return tuple(names for names in self.members if len(names) > 1)

    def ways_from(self, starts: Collection[int]) -> list[int]:
        """How many chains lead to each place from any of the starts. A start leads to itself by the chain without arrows."""
        ways = [int(place in starts) for place in range(len(self.members))]
        for place, leaving in enumerate(self.arrows):
            for to, _ in leaving:
                ways[to] += ways[place]
        return ways

    def ways_to(self, ends: Collection[int]) -> list[int]:
        """How many chains lead from each place to any of the ends. An end is led to from itself by the chain without arrows."""
        ways = [int(place in ends) for place in range(len(self.members))]
        for place in reversed(range(len(self.members))):
            ways[place] += sum(ways[to] for to, _ in self.arrows[place])
        return ways

    def after(self, marks: Iterable[str]) -> list[int]:
        """Which of some nodes each place comes to, itself included, as the bits of a number: the first of them is bit 0."""
        bits = [0] * len(self.members)
        for bit, name in enumerate(marks):
            bits[self.place[name]] |= 1 << bit
        for place in reversed(range(len(self.members))):
            for to, _ in self.arrows[place]:
                bits[place] |= bits[to]
        return bits


def leads_on(link: Link, *, stated: bool = False, signed: bool = False) -> bool:
    """Whether an arrow is a step of chains: not one that goes back on purpose nor, with ``stated``, one that the coder inferred. One that
    gives less of what it leads to, or now more and now less, is a step only with ``signed``.
    """
    return not link.feedback and (link.stated or not stated) and (signed or link.sign is None)


def steps_of(model: LogicModel, *, stated: bool = False, signed: bool = False) -> list[Link]:
    """The arrows that are steps of chains; and where none of them leads from one of several measures to what they lead to together, that.

    >>> from virkningskjede.model.joint import JointStep
    >>> model = LogicModel(id="m", activities={"a": {"label": "A", "leads_to": ["ro"]}, "b": {"label": "B"}},
    ...                    outcomes={"ro": {"label": "Mer ro", "level": "user", "cause": "together"}})
    >>> [(step.ends, isinstance(step, JointStep)) for step in steps_of(model)]
    [(('a', 'ro'), False), (('b', 'ro'), True)]
    """
    links = [link for link in model.links() if link.to in model.nodes and leads_on(link, stated=stated, signed=signed)]
    drawn = {link.ends for link in links}
    return [*links, *(step for step in joint_steps(model) if step.ends not in drawn and leads_on(step, stated=stated))]


def condensation_of(model: LogicModel, *, stated: bool = False, signed: bool = False) -> Condensation:
    """Take together what leads round in circles.

    An arrow marked ``feedback`` goes back on purpose: it is no step of a chain, and makes no circle.

    Args:
        model: the model.
        stated: follow only arrows that the source states.
        signed: follow arrows with a sign, too.

    >>> model = LogicModel(id="m", activities={"a": {"label": "A", "leads_to": ["b"]}, "b": {"label": "B", "leads_to": ["a", "c"]}},
    ...                    outputs={"c": {"label": "C"}})
    >>> condensation_of(model).members
    (('a', 'b'), ('c',))
    """
    import networkx as nx

    links = steps_of(model, stated=stated, signed=signed)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(model.nodes)
    graph.add_edges_from(link.ends for link in links)
    position = {name: number for number, name in enumerate(model.nodes)}
    whole = nx.condensation(graph)
    order = list(nx.topological_sort(whole))
    members = tuple(tuple(sorted(whole.nodes[component]["members"], key=position.__getitem__)) for component in order)
    place = {name: number for number, names in enumerate(members) for name in names}
    leaving: list[list[tuple[int, Link]]] = [[] for _ in members]
    for link in links:
        start, end = place[link.source], place[link.to]
        if start != end:
            leaving[start].append((end, link))
    return Condensation(members, place, tuple(map(tuple, leaving)))
