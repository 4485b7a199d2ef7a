"""Models put together for a picture: parts of one, or nodes and arrows from several."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from virkningskjede.model import PARTS, Aside, Link, LogicModel, Node, Outcome
from virkningskjede.model.fields import ASIDES, names_in
from virkningskjede.model.values import EMPTY, STAGES, FrozenMap, copy_with, naming

_BESIDE = tuple(kind.name for kind in ASIDES if kind.marked)
"""The sections of what hangs on nodes and arrows in a picture."""


def chain(base: LogicModel, nodes: Iterable[Node], links: Iterable[Link]) -> LogicModel:
    """A model with these nodes and arrows, and with nothing beside the chain.

    Args:
        base: what gives it its id, title, source and date.
        nodes: the nodes; the arrows that they have are not used.
        links: the arrows.
    """
    return _naming_its_own(_chain(base, nodes, links))


def _chain(base: LogicModel, nodes: Iterable[Node], links: Iterable[Link]) -> LogicModel:
    leaving: dict[str, list[Link]] = {}
    for link in links:
        leaving.setdefault(link.source, []).append(link)
    sections: dict[str, dict[str, Node]] = {stage: {} for stage in STAGES}
    for node in nodes:
        sections[node.stage][node.id] = copy_with(node, {"leads_to": tuple(leaving.get(node.id, ()))})
    stages = {name: FrozenMap(section) for name, section in sections.items()}
    return copy_with(base, {**dict.fromkeys(_BESIDE, EMPTY), **stages})


def part(model: LogicModel, nodes: Collection[str], arrows: Collection[tuple[str, str]] | None = None) -> LogicModel:
    """A part of a model: some of its nodes, the arrows between them, and what hangs on these.

    Args:
        model: the whole.
        nodes: ids of what is kept.
        arrows: the arrows that are kept; None for all between the nodes.
    """
    links = [link for link in model.links() if {*link.ends} <= {*nodes} and (arrows is None or link.ends in arrows)]
    kept = _chain(model, (node for name, node in model.nodes.items() if name in nodes), links)
    ends = {link.arrow for link in links}
    assumed = {name for link in links for name in link.assumes}
    beside = {
        section: FrozenMap(
            {name: aside for name, aside in getattr(model, section).items() if name in assumed or {*_refs(aside)} & {*nodes, *ends}}
        )
        for section in _BESIDE
    }
    return _naming_its_own(copy_with(kept, beside))


def _naming_its_own(model: LogicModel) -> LogicModel:
    """A model whose nodes come after, and are meant to lower, nothing but what is in it; the other ids would be told as they stand."""
    there = {*model.nodes, *model.barriers}
    sections: dict[str, FrozenMap[str, Node]] = {}
    for stage in STAGES:
        nodes: dict[str, Node] = dict(getattr(model, stage))
        for name, node in nodes.items():
            ids_in = {field.name: getattr(node, field.name) for field in naming(type(node), "node", "lowered")}
            named: dict[str, object] = {**ids_in}
            kept: dict[str, object] = {key: tuple(ref for ref in ids if ref in there) for key, ids in ids_in.items()}
            if isinstance(node, Outcome) and node.cause is not None and node.cause.together:
                named["cause"] = node.cause
                causes = tuple(ref for ref in node.cause.together if ref in there)
                kept["cause"] = copy_with(node.cause, {"together": causes}) if causes else None  # none would stand for all
            if kept != named:
                nodes[name] = copy_with(node, kept)
        sections[stage] = FrozenMap(nodes)
    return copy_with(model, sections)


class Seam(NamedTuple):
    """A box where a way along the arrows goes on that no chain goes: where the way begins, the box, and where it goes on to."""

    start: str
    box: str
    after: str


def seams(boxes: Iterable[str], arrows: Iterable[tuple[str, str]], joined: Callable[[str], Collection[str]]) -> Iterator[Seam]:
    """The seams of a picture whose boxes stand for several things each. Every way that no chain goes passes through one of them.

    Args:
        boxes: the boxes.
        arrows: the arrows, by the boxes at their ends.
        joined: the boxes that a chain leads to from a box: from one of the things that it stands for to one of those of the other.

    >>> list(seams("abc", [("a", "b"), ("b", "c")], {"a": "b", "b": "c", "c": ""}.__getitem__))
    [Seam(start='a', box='b', after='c')]
    """
    following: dict[str, dict[str, None]] = {}
    for source, to in arrows:
        following.setdefault(source, {})[to] = None
    for start in boxes:
        chained = joined(start)
        waiting, seen = [start], {start}
        for box in waiting:
            for after in following.get(box, ()):
                if after not in chained and box != start:
                    yield Seam(start, box, after)
                elif after not in seen:
                    seen.add(after)
                    waiting.append(after)


def _refs(aside: Aside) -> Iterator[str]:
    """The nodes and arrows that something is about."""
    return (ref for _, ref in names_in(aside, "part") if ref not in PARTS)
