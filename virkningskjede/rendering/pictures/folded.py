"""A model at a glance: its boxes folded to the terms of the codebook, a handful in each column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from virkningskjede.catalogue import word
from virkningskjede.model import Link, Node, Outcome
from virkningskjede.rendering.pictures.chains import chain
from virkningskjede.rendering.pictures.columns import Key, key_of
from virkningskjede.rendering.pictures.overlay import Anchor, Mark, Overlay, Sign
from virkningskjede.rendering.pictures.scene import Scene

MOST = 6
"""The most boxes in a column; where there would be more, the last gathers those with the fewest arrows."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Nodes of one column that become one box."""

    label: str
    nodes: tuple[Node, ...]

    @property
    def id(self) -> str:
        return self.nodes[0].id


def overview(scene: Scene) -> Scene:
    """The picture with fewer boxes.

    In each column the boxes of one term become one, and so do those whose terms are kinds of one. Of what is left the boxes with the most
    arrows stand alone, and the rest are one box. What hangs on boxes and arrows is left out.
    """
    groups = [group for column in _columns(scene).values() for group in _fewest(column, scene)]
    home = {node.id: group.id for group in groups for node in group.nodes}
    bundles: dict[tuple[str, str], list[Link]] = {}
    for link in scene.model.links():
        if link.to in home and home[link.source] != home[link.to]:
            bundles.setdefault((home[link.source], home[link.to]), []).append(link)
    model = chain(scene.model, map(_box, groups), (_arrow(ends, links) for ends, links in bundles.items()))
    folded = [group for group in groups if len(group.nodes) > 1]
    on: dict[Anchor, Sign] = {
        group.id: Sign(marks=(Mark("count", f"{len(group.nodes)}"),), says=tuple(node.label for node in group.nodes)) for group in folded
    }
    key = ((Mark("count", "2"), word("picture.overview.count", scene.lang)),) if folded else ()
    return replace(scene, model=model, overlay=Overlay(on, key, keeps=frozenset()), about=word("picture.about.overview", scene.lang))


def _columns(scene: Scene) -> dict[Key, list[Node]]:
    found: dict[Key, list[Node]] = {}
    for node in scene.model.nodes.values():
        found.setdefault(key_of(node), []).append(node)
    return found


def _fewest(column: Sequence[Node], scene: Scene) -> list[_Group]:
    """The boxes that a column becomes, in the order of the file."""
    groups = _by_term(column, scene)
    if len(groups) <= MOST:
        return groups
    touching: dict[str, int] = {}
    for link in scene.model.links():
        for end in link.ends:
            touching[end] = touching.get(end, 0) + 1
    busy = sorted(groups, key=lambda group: -sum(touching.get(node.id, 0) for node in group.nodes))[: MOST - 1]
    rest = tuple(node for group in groups if group not in busy for node in group.nodes)
    return [*(group for group in groups if group in busy), _Group(word("picture.overview.rest", scene.lang, count=len(rest)), rest)]


def _by_term(column: Sequence[Node], scene: Scene) -> list[_Group]:
    broadest = {node.id: _broadest(node.term[0], scene) for node in column if node.term}
    held: dict[str, list[Node]] = {}
    for node in column:
        held.setdefault(broadest.get(node.id, f"node {node.id}"), []).append(node)
    return [_Group(_label(term, nodes, scene), tuple(nodes)) for term, nodes in held.items()]


def _broadest(term: str, scene: Scene) -> str:
    """The term that this one is in the end a kind of. Where there are several, the first by name."""
    words = scene.vocabulary
    wider = words.wider_term(term) if words is not None else frozenset()
    return min((each for each in wider if words is not None and each in words.terms and not words.terms[each].broader), default=term)


def _label(broadest: str, nodes: Sequence[Node], scene: Scene) -> str:
    terms = {node.term[0] if node.term else None for node in nodes}
    term = terms.pop() if len(terms) == 1 else broadest
    return scene.term(term) if term is not None else nodes[0].label


def _box(group: _Group) -> Node:
    """A group as one node, which has what all in it have."""
    statuses = {node.status for node in group.nodes}
    common: dict[str, object] = {
        "label": group.label,
        "status": statuses.pop() if len(statuses) == 1 else None,
        "required": any(node.required for node in group.nodes),
        "at": _places(group.nodes),
        "or_": (),
        **dict.fromkeys(("who", "dose", "later", "content", "because")),
        "when": (),
    }
    if all(isinstance(node, Outcome) for node in group.nodes):
        whole = all(isinstance(node, Outcome) and node.cause == "whole" for node in group.nodes)
        common["cause"] = "whole" if whole else None
    return group.nodes[0].model_copy(update=common if len(group.nodes) > 1 else {"label": group.label, "or_": ()})


def _arrow(ends: tuple[str, str], links: Sequence[Link]) -> Link:
    """Several arrows as one: stated if one of them is."""
    alone = {} if len(links) == 1 else {"because": None, "assumes": (), "evidence": (), "when": ()}
    bundle = {"source": ends[0], "to": ends[1], "at": _places(links), "feedback": all(link.feedback for link in links), "or_": ()}
    return links[0].model_copy(update={**alone, **bundle})


def _places(those: Iterable[Node | Link]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for each in those for place in each.at))
