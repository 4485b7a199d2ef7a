"""A model at a glance: its boxes folded to the terms of the codebook, a handful in each column.

Boxes are put together only where that says nothing that the model does not: a way along the arrows from one box to another is always a
chain of the model, from something that the one stands for to something that the other stands for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from virkningskjede.drawing import palette
from virkningskjede.drawing.chains import chain, seams
from virkningskjede.drawing.columns import ColumnKey, key_of
from virkningskjede.drawing.looks import BOX, INTENDED, MIXED
from virkningskjede.drawing.overlay import Anchor, Look, Overlay, PictureMark, Sign, Swatch
from virkningskjede.drawing.scene import Scene
from virkningskjede.i18n import word
from virkningskjede.model import Context, Link, LogicModel, Node, Outcome, Patch
from virkningskjede.model.graph import reached
from virkningskjede.model.joint import joint_steps
from virkningskjede.model.values import NOT_THERE, Status, copy_with, rank

MOST = 6
"""The most boxes in a column; where there would be more, the last gathers those with the fewest arrows."""

_REST = Look(fill=palette.PAPER)


@dataclass(frozen=True, slots=True)
class _Group:
    """Nodes of one column that become one box.

    Attributes:
        id: of the box: the node's own where there is one, and otherwise one that no node can have.
        nodes: what it stands for.
        term: the term of the codebook that all of them are kinds of.
        rest: whether it is what there was no room for.
    """

    id: str
    nodes: tuple[Node, ...]
    term: str | None = None
    rest: bool = False

    @property
    def mixed(self) -> bool:
        """Whether some of it is not there yet, and some is, or may be."""
        firm = {node.status is None or node.status not in INTENDED | NOT_THERE for node in self.nodes}
        return len(firm) > 1

    @property
    def status(self) -> Status | None:
        """How far that has come which has come least far; None where it may be one of which nothing is known."""
        statuses = [node.status for node in self.nodes if node.status not in NOT_THERE]
        ranked = {status: place for status in statuses if (place := rank(status)) is not None}
        least = min(ranked, key=ranked.__getitem__, default=None)
        if None in statuses and least not in INTENDED:
            return None
        return least if statuses else self.nodes[0].status


def overview(scene: Scene) -> Scene:
    """The picture with fewer boxes.

    In each column the boxes of one term become one, and so do those whose terms are kinds of one, unless arrows would then lead into one
    of them and on from another as if they were a chain. Of what is left the boxes with the most arrows stand alone; the rest are one box,
    without arrows. What hangs on boxes and arrows is left out, but not that something can be read in more than one way.
    """
    groups = _true(scene)
    home = {node.id: group for group in groups for node in group.nodes}
    bundles: dict[tuple[str, str], list[Link]] = {}
    hidden: dict[str, list[Patch]] = {}
    for link in scene.model.links():
        if link.to in home:
            source, to = home[link.source], home[link.to]
            if source == to or source.rest or to.rest:
                hidden.setdefault((to if to.rest else source).id, []).extend(link.or_)
            else:
                bundles.setdefault((source.id, to.id), []).append(link)
    labels = _labels(groups, scene)
    boxes = (_box(group, labels[group.id], hidden.get(group.id, ())) for group in groups)
    model = chain(scene.model, (_in_boxes(box, home) for box in boxes), (_arrow(ends, links) for ends, links in bundles.items()))
    on: dict[Anchor, Sign] = {group.id: _sign(group, scene) for group in groups if len(group.nodes) > 1}
    overlay = Overlay(on, tuple(_key(groups, scene)), keeps=frozenset(["doubt"]))
    return replace(scene, model=model, overlay=overlay, about=word("picture.about.overview", scene.lang))


def _true(scene: Scene) -> list[_Group]:
    """The boxes that the picture has, such that it joins nothing that the model does not."""
    columns = {key: _by_term(column, scene) for key, column in _columns(scene).items()}
    while True:
        fitted = list(_fitted(columns, scene.model))
        untrue = _untrue([group for group in fitted if not group.rest], scene.model)
        if untrue is None:
            return fitted
        # Each turn takes one group apart for good, so that there are no more turns than groups.
        columns = {key: [part for group in groups for part in _apart(group, untrue)] for key, groups in columns.items()}


def _apart(group: _Group, untrue: _Group) -> Iterable[_Group]:
    return (_Group(node.id, (node,)) for node in group.nodes) if group == untrue else (group,)


def _untrue(groups: Sequence[_Group], model: LogicModel) -> _Group | None:
    """A group where a way along the arrows goes on that no chain of the model goes; None where there is none."""
    named = {group.id: group for group in groups}
    home = {node.id: group.id for group in groups for node in group.nodes}
    links = [link.ends for link in (*model.links(), *joint_steps(model)) if link.to in model.nodes]
    arrows = [(home[source], home[to]) for source, to in links if source in home and to in home and home[source] != home[to]]

    def joined(name: str) -> frozenset[str]:
        targets = reached(links, (node.id for node in named[name].nodes))
        return frozenset(home[node] for node in targets if node in home)

    seam = next(seams(named, arrows, joined), None)
    return named[seam.box] if seam is not None else None


def _columns(scene: Scene) -> dict[ColumnKey, list[Node]]:
    by_column: dict[ColumnKey, list[Node]] = {}
    for node in scene.model.nodes.values():
        by_column.setdefault(key_of(node), []).append(node)
    return by_column


def _fitted(columns: Mapping[ColumnKey, Sequence[_Group]], model: LogicModel) -> Iterator[_Group]:
    """The boxes that the columns become, each column in the order of the file, what there is no room for last."""
    alone = _alone(columns, model)
    for key, groups in columns.items():
        yield from (group for group in groups if group.id in alone)
        rest = tuple(node for group in groups if group.id not in alone for node in group.nodes)
        if rest:
            yield _Group(f"+{key}", rest, rest=True)


def _alone(columns: Mapping[ColumnKey, Sequence[_Group]], model: LogicModel) -> frozenset[str]:
    """The groups that stand alone.

    Where a column has too many, the one that has the fewest arrows leaves, again and again, and its arrows with it: so the boxes that stay
    are joined to others that stay.
    """
    home = {node.id: group.id for groups in columns.values() for group in groups for node in group.nodes}
    joined: dict[str, Counter[str]] = {group: Counter() for group in home.values()}
    for link in model.links():
        source, to = home[link.source], home.get(link.to)
        if to is not None and source != to:
            joined[source][to] += 1
            joined[to][source] += 1
    full = [[group.id for group in groups] for groups in columns.values() if len(groups) > MOST]
    while full:
        column, least = min(((column, name) for column in full for name in reversed(column)), key=lambda choice: joined[choice[1]].total())
        column.remove(least)
        for neighbour in joined.pop(least):
            del joined[neighbour][least]
        full = [column for column in full if len(column) >= MOST]
    return frozenset(joined)


def _by_term(column: Sequence[Node], scene: Scene) -> list[_Group]:
    """The nodes of a column by what they are in the end a kind of, or by their label; aims by level, and what is not there by itself."""
    by_kind: dict[tuple[object, ...], list[Node]] = {}
    alike: dict[tuple[object, ...], tuple[object, ...]] = {}
    terms: dict[tuple[object, ...], str | None] = {}
    for node in column:
        apart = (getattr(node, "level", None), getattr(node, "unwanted", False), node.status if node.status in NOT_THERE else None)
        term = _broadest(node.term[0], scene) if node.term else None
        key = alike.setdefault((*apart, node.label), (*apart, term) if term is not None else (*apart, node.label, "label"))
        by_kind.setdefault(key, []).append(node)
        terms.setdefault(key, term)
    return [_Group(_id(nodes), tuple(nodes), terms[key]) for key, nodes in by_kind.items()]


def _id(nodes: Sequence[Node]) -> str:
    """The id of a box; where it stands for several it is none that a node can have."""
    return nodes[0].id if len(nodes) == 1 else f"{nodes[0].id}+{len(nodes) - 1}"


def _broadest(term: str, scene: Scene) -> str:
    """The term that this one is in the end a kind of. Where there are several, the first by name."""
    words = scene.vocabulary
    wider = words.wider_term(term) if words is not None else frozenset()
    return min((root for root in wider if words is not None and root in words.terms and not words.terms[root].broader), default=term)


def _labels(groups: Sequence[_Group], scene: Scene) -> Mapping[str, str]:
    """What each box is called, by its id. A box that stands for several is called longer as long as another is called the same."""
    called = {group.id: list(_names(group, place, scene)) for place, group in enumerate(groups, start=1)}
    while True:
        counted = Counter(names[0] for names in called.values())
        alike = [names for names in called.values() if counted[names[0]] > 1 and len(names) > 1]
        if not alike:
            return {name: names[0] for name, names in called.items()}
        for names in alike:
            del names[0]


def _names(group: _Group, place: int, scene: Scene) -> Iterator[str]:
    """What a box can be called, the shortest first."""
    own = {node.label: None for node in group.nodes}
    first = next(iter(own))
    if len(group.nodes) == 1:
        yield first
        return
    lang, column = scene.lang, _column(group, scene)
    column = column[:1].lower() + column[1:]
    if group.rest:
        longer = word("picture.overview.rest", lang, count=len(group.nodes))
    elif len(own) == 1:
        longer = first
    else:
        # The codebook's name of a problem or an aim does not say which way it goes: "sickness absence", where the model says less of it.
        if (term := _term(group)) is not None and not isinstance(group.nodes[0], Context | Outcome):
            yield scene.term(term)
        longer = word("picture.overview.more", lang, label=first, count=len(group.nodes) - 1)
    yield longer
    yield word("picture.overview.of", lang, label=longer, column=column)
    yield word("picture.overview.of", lang, label=longer, column=f"{column} {place}")


def _term(group: _Group) -> str | None:
    """The term that all of a group have, or are kinds of."""
    terms = {node.term[0] if node.term else None for node in group.nodes}
    return terms.pop() if len(terms) == 1 else group.term


def _column(group: _Group, scene: Scene) -> str:
    """What stands above a box: its stage, or the levels of its aims."""
    levels = {node.level for node in group.nodes if isinstance(node, Outcome)}
    if len(levels) > 1:
        return word("picture.service_and_partner", scene.lang)
    return word(f"level.{levels.pop()}" if levels else f"stage.{group.nodes[0].stage}", scene.lang)


def _box(group: _Group, label: str, hidden: Iterable[Patch]) -> Node:
    """A group as one node, which has what all in it have, and other readings if one of them does, or an arrow that is not drawn."""
    readings = (*(patch for node in group.nodes for patch in node.or_), *hidden)
    if len(group.nodes) == 1:
        return copy_with(group.nodes[0], {"or_": readings})
    common: dict[str, object] = {
        **_defaults(group.nodes[0]),
        "id": group.id,
        "label": label,
        "term": () if group.rest else tuple(term for term in group.nodes[0].term if all(term in node.term for node in group.nodes)),
        "status": group.status,
        "required": all(node.required for node in group.nodes),
        "at": _places(group.nodes),
        "or_": readings,
    }
    if all(isinstance(node, Outcome) for node in group.nodes):
        causes = {node.cause for node in group.nodes if isinstance(node, Outcome)}
        common["cause"] = causes.pop() if len(causes) == 1 else None
        common["unwanted"] = all(isinstance(node, Outcome) and node.unwanted for node in group.nodes)
    return copy_with(group.nodes[0], common)


def _in_boxes(box: Node, home: Mapping[str, _Group]) -> Node:
    """A box that several measures together lead to, with the boxes that these have become; what there is no room for counts as they do."""
    if not isinstance(box, Outcome) or box.cause is None:
        return box
    causes = dict.fromkeys(home[name].id for name in box.cause.together if name in home)
    return copy_with(box, {"cause": copy_with(box.cause, {"together": tuple(causes)})})


def _defaults(thing: Node | Link) -> dict[str, object]:
    """What a node or an arrow may leave out, left out."""
    return {name: info.default for name, info in type(thing).model_fields.items() if not info.is_required() and name != "leads_to"}


def _arrow(ends: tuple[str, str], links: Sequence[Link]) -> Link:
    """Several arrows as one: stated if one of them is, and to be read in other ways if one of them can be."""
    alone = {} if len(links) == 1 else _defaults(links[0])
    readings = tuple(patch for link in links for patch in link.or_)
    bundle = {"source": ends[0], "to": ends[1], "at": _places(links), "feedback": all(link.feedback for link in links), "or_": readings}
    signs = {link.sign for link in links}
    return copy_with(links[0], {**alone, **bundle, "sign": signs.pop() if len(signs) == 1 else "mixed"})


def _places(elements: Iterable[Node | Link]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for element in elements for place in element.at))


def _sign(group: _Group, scene: Scene) -> Sign:
    """What a box of several shows and says."""
    look = _REST if group.rest else Look()
    return Sign(
        look=look.under(MIXED) if group.mixed else look,
        marks=(PictureMark("count", f"{len(group.nodes)}"),),
        says=tuple(node.label for node in group.nodes),
        members=tuple(node.id for node in group.nodes),
        stage=_column(group, scene),
    )


def _key(groups: Sequence[_Group], scene: Scene) -> Iterator[tuple[Swatch | PictureMark, str]]:
    """What the legend says of boxes that stand for several."""
    if any(group.mixed for group in groups):
        yield Swatch("box", BOX.under(MIXED)), word("picture.overview.mixed", scene.lang)
    if any(len(group.nodes) > 1 for group in groups):
        yield PictureMark("count", "2"), word("picture.overview.count", scene.lang)
    if any(group.rest for group in groups):
        yield Swatch("box", BOX.under(_REST), "…"), word("picture.overview.others", scene.lang)
