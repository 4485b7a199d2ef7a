"""Small models for the laws, and every way that they can be read."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from virkningskjede.analysis.consensus import Step
from virkningskjede.model import Link, LogicModel, Node, Outcome

TERMS = ["hjelp", "kurs", "nettkurs", "mote"]
terms = st.lists(st.sampled_from(TERMS), max_size=2, unique=True)
statuses = st.sampled_from(["considered", "planned", "dropped"])
node_patches = st.one_of(st.just("absent"), st.fixed_dictionaries({"term": terms}), st.fixed_dictionaries({"status": statuses}))
PLACES = [("a1", "activities"), ("a2", "activities"), ("o1", "outcomes"), ("o2", "outcomes")]

# What is drawn again and again is put together once: hypothesis would look through each new one before it draws from it.
some_places = st.lists(st.sampled_from([place for place, _ in PLACES]), max_size=4, unique=True)
other_nodes = st.lists(node_patches, max_size=1)
maybe_statuses = st.one_of(st.none(), statuses)
link_places = st.sampled_from([[], ["2:1"]])


@st.composite
def models(draw: st.DrawFn, name: str = "m", *, sure: bool = False) -> LogicModel:
    """A model of at most four nodes. With ``sure`` nothing in it can be read otherwise."""
    names = draw(some_places)
    sections: dict[str, dict[str, Any]] = {"activities": {}, "outcomes": {}}
    targets = st.sampled_from(names or ["x"])
    other_links = st.lists(st.one_of(st.just("absent"), st.fixed_dictionaries({"to": targets}), st.just({"at": "2:2"})), max_size=1)
    some_targets = st.lists(targets, max_size=2, unique=True)
    for place, section in PLACES:
        if place in names:
            fields: dict[str, Any] = {
                "label": place,
                "term": draw(terms),
                "at": "1:1",
                **({"level": "user"} if section == "outcomes" else {}),
            }
            if not sure:
                fields["or"] = draw(other_nodes)
                fields["status"] = draw(maybe_statuses)
            links = []
            for target in draw(some_targets):
                link: dict[str, Any] = {"to": target, "at": draw(link_places), "feedback": True}
                links.append(link if sure else {**link, "or": draw(other_links)})
            sections[section][place] = {**fields, "leads_to": [link for link in links if link["to"] != place]}
    return LogicModel.model_validate({"id": name, "source": "r", **sections})


def steps_of(node: Node | None) -> frozenset[Step]:
    """Where a node stands, read as it is."""
    if node is None or node.status == "dropped":
        return frozenset()
    level = node.level if isinstance(node, Outcome) else None
    return frozenset(Step(term, node.stage, level) for term in node.term)


Made = dict[tuple[Step, Step], bool]
"""The arrows between steps, and whether some arrow states each."""


def readings(model: LogicModel) -> Iterator[tuple[frozenset[Step], Made]]:
    """What a model has and makes in every way that it can be read, worked out one by one; first as it is coded."""
    links = list(model.links())
    for nodes in itertools.product(*(node.readings() for node in model.nodes.values())):
        there = {name: steps_of(node) for name, node in zip(model.nodes, nodes, strict=True)}
        for arrows in itertools.product(*(link_readings(link) for link in links)):
            made: Made = {}
            for arrow in arrows:
                if arrow is not None and arrow.to != arrow.source:
                    for ends in itertools.product(there[arrow.source], there.get(arrow.to, frozenset())):
                        if ends[0] != ends[1]:
                            made[ends] = made.get(ends, False) or arrow.stated
            yield frozenset(step for steps in there.values() for step in steps), made


def link_readings(link: Link) -> list[Link | None]:
    """An arrow as it is coded, and in every other reading."""
    return [link, *(None if patch.absent else link.model_copy(update=patch.changes) for patch in link.or_)]
