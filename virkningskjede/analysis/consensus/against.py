"""Holding a common chain against a template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import TYPE_CHECKING

from virkningskjede.analysis.consensus.contrast import HOWS, BeyondLink, BeyondNode, Contrast, How, Reach, TemplateLink, TemplateNode
from virkningskjede.analysis.consensus.holding import furthest, left_out
from virkningskjede.analysis.consensus.parts import Holder
from virkningskjede.analysis.consensus.reaching import Read, Terrain, Ways, upwards
from virkningskjede.analysis.consensus.steps import Chain, Placed, Step
from virkningskjede.model import Link, LogicModel

if TYPE_CHECKING:
    from virkningskjede.analysis.consensus.merged import Consensus

Steps = frozenset[Step]
NOBODY = Read(frozenset(), frozenset(), frozenset())
NO_WAY = Ways()


def against(consensus: Consensus, template: LogicModel) -> Contrast:
    """Hold a common chain against a template.

    A model has a node of the template when one of its own stands at one of the node's steps or has a narrower term there; it makes an
    arrow when such nodes have an arrow between them. Longer chains may go through nodes without terms.
    """
    vocabulary = consensus.project.vocabulary
    own = Chain.of(template, vocabulary, fold=consensus.fold)
    steps = {name: own.entries[name].coded for name in template.nodes if own.entries[name].coded}
    chains = (Chain.of(model, vocabulary, fold=consensus.fold) for model in consensus.models)
    asked = [_Asked(Terrain(chain, vocabulary), steps) for chain in chains]
    # The other way round the models' steps are narrower, if anything: the template has a step if it has that or a broader one.
    wanted = {node.id: upwards(frozenset([node.step]), vocabulary) for node in consensus.nodes.values()}
    itself = _Asked(Terrain(own, None), wanted)
    return Contrast(
        consensus,
        template,
        tuple(_node(name, steps[name], asked) for name in steps),
        tuple(_link(link, asked) for link in template.links() if link.source in steps and link.to in steps),
        tuple(_beyond_nodes(consensus, itself)),
        tuple(_beyond_links(consensus, itself)),
        left_out(own),
    )


class _Asked:
    """One model that a template's nodes are looked for in."""

    def __init__(self, terrain: Terrain, steps: Mapping[str, Steps]) -> None:
        self.terrain = terrain
        self.model = terrain.chain.model.id
        self.order = {name: place for place, name in enumerate(terrain.chain.entries)}
        self.here = {name: terrain.at(wanted) for name, wanted in steps.items()}
        self.elsewhere = {name: terrain.elsewhere(wanted) for name, wanted in steps.items()}

    def in_order(self, nodes: frozenset[str]) -> list[Placed]:
        """Some of the model's nodes, in its own order."""
        return [self.terrain.chain.entries[name] for name in sorted(nodes, key=self.order.__getitem__)]

    def holder(self, nodes: Read, nearer: Read = NOBODY) -> Iterator[Holder]:
        """The model, if it has some of these nodes in some reading, and does not surely have nearer ones."""
        if nodes.possible and not nearer.sure:
            entries = self.in_order(nodes.coded or nodes.possible)
            yield Holder(
                self.model,
                bool(nodes.coded) and not nearer.coded,
                bool(nodes.sure) and not nearer.possible,
                tuple(each.id for each in entries),
                tuple(dict.fromkeys(place for each in entries for place in each.at)),
                furthest([each.status for each in entries]),
            )

    def ways(self, source: str, to: str) -> Iterator[Ways]:
        """The shortest chains, nearest first: an arrow; a longer one; and one that begins or ends at another stage or level."""
        find, starts, ends = self.terrain, self.here[source], self.here[to]
        yield find.arrow(starts, ends)
        yield find.around(starts, ends)
        pairs = ((self.elsewhere[source], ends.with_(self.elsewhere[to])), (starts, self.elsewhere[to]))
        yield reduce(Ways.or_, (search(*pair) for search in (find.arrow, find.around) for pair in pairs))

    def reach(self, ways: Ways, nearer: Ways) -> Iterator[Reach]:
        """The model, if it gets there in some reading, and does not surely do so by a nearer way."""
        if ways.possible and not nearer.sure:
            way = ways.coded or ways.possible
            coded, sure = bool(ways.coded) and not nearer.coded, bool(ways.sure) and not nearer.possible
            yield Reach(self.model, coded, sure, way, self.terrain.places(way))


def _node(name: str, steps: Steps, asked: Sequence[_Asked]) -> TemplateNode:
    return TemplateNode(
        name,
        tuple(sorted(steps, key=lambda step: step.order)),
        tuple(holder for each in asked for holder in each.holder(each.here[name])),
        tuple(holder for each in asked for holder in each.holder(each.elsewhere[name], each.here[name])),
    )


def _link(link: Link, asked: Sequence[_Asked]) -> TemplateLink:
    found: dict[How, list[Reach]] = {how: [] for how in HOWS}
    for each in asked:
        nearer = NO_WAY
        for how, ways in zip(HOWS, each.ways(*link.ends), strict=True):
            found[how].extend(each.reach(ways, nearer))
            nearer = nearer.or_(ways)
            if nearer.sure:  # no need to look further
                break
    return TemplateLink(*link.ends, link.stated, *(tuple(found[how]) for how in HOWS))


def _beyond_nodes(consensus: Consensus, template: _Asked) -> Iterator[BeyondNode]:
    for node in consensus.nodes.values():
        if not template.here[node.id].coded:
            yield BeyondNode(node, tuple(each.id for each in template.in_order(template.elsewhere[node.id].coded)))


def _beyond_links(consensus: Consensus, template: _Asked) -> Iterator[BeyondLink]:
    for link in consensus.links.values():
        ways = ((how, ways.coded) for how, ways in zip(HOWS, template.ways(*link.ends), strict=True) if ways.coded)
        how, chain = next(ways, (None, ()))
        if how != "made":
            yield BeyondLink(link, how, chain)
