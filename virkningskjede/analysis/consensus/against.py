"""Holding a common chain against a template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import TYPE_CHECKING

from virkningskjede.analysis.consensus.contrast import HOWS, BeyondLink, BeyondNode, Contrast, How, Reach, TemplateLink, TemplateNode
from virkningskjede.analysis.consensus.holders import furthest, left_out
from virkningskjede.analysis.consensus.parts import Holder
from virkningskjede.analysis.consensus.steps import Placed, Step, TermChain
from virkningskjede.analysis.consensus.terrain import NodePaths, NodeSets, Terrain, upwards
from virkningskjede.model import Link, LogicModel

if TYPE_CHECKING:
    from virkningskjede.analysis.consensus.merged import Consensus

Steps = frozenset[Step]
NO_NODES = NodeSets(frozenset(), frozenset(), frozenset())
NO_PATHS = NodePaths()


def against(consensus: Consensus, template: LogicModel) -> Contrast:
    """Hold a common chain against a template.

    A model has a node of the template when one of its own stands at one of the node's steps or has a narrower term there; it makes an
    arrow when such nodes have an arrow between them, or the text says that the one leads to the other together with others. Longer
    chains may go through nodes without terms. The template's arrows with a minus or a mixed sign are not looked for.
    """
    vocabulary = consensus.project.vocabulary
    own = TermChain.of(template, vocabulary, fold=consensus.fold)
    steps = {name: own.entries[name].coded for name in template.nodes if own.entries[name].coded}
    chains = (TermChain.of(model, vocabulary, fold=consensus.fold) for model in consensus.models)
    searched = [_SearchedModel(Terrain(chain, vocabulary), steps) for chain in chains]
    # The other way round the models' steps are narrower, if anything: the template has a step if it has that or a broader one.
    wanted = {node.id: upwards(frozenset([node.step]), vocabulary) for node in consensus.nodes.values()}
    itself = _SearchedModel(Terrain(own, None), wanted)
    return Contrast(
        consensus,
        template,
        tuple(_node(name, steps[name], searched) for name in steps),
        tuple(_link(link, searched) for link in template.links() if link.source in steps and link.to in steps and link.sign is None),
        tuple(_beyond_nodes(consensus, itself)),
        tuple(_beyond_links(consensus, itself)),
        left_out(own),
    )


class _SearchedModel:
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

    def holder(self, nodes: NodeSets, nearer: NodeSets = NO_NODES) -> Iterator[Holder]:
        """The model, if it has some of these nodes in some reading, and does not surely have nearer ones."""
        if nodes.possible and not nearer.sure:
            entries = self.in_order(nodes.coded or nodes.possible)
            yield Holder(
                self.model,
                bool(nodes.coded) and not nearer.coded,
                bool(nodes.sure) and not nearer.possible,
                tuple(entry.id for entry in entries),
                tuple(dict.fromkeys(place for entry in entries for place in entry.at)),
                furthest([entry.status for entry in entries]),
            )

    def paths(self, source: str, to: str) -> Iterator[NodePaths]:
        """The shortest chains, nearest first: an arrow; a longer one; and one that begins or ends at another stage or level."""
        find, starts, ends = self.terrain, self.here[source], self.here[to]
        yield find.arrow(starts, ends)
        yield find.around(starts, ends)
        pairs = ((self.elsewhere[source], ends.with_(self.elsewhere[to])), (starts, self.elsewhere[to]))
        yield reduce(NodePaths.or_, (search(*pair) for search in (find.arrow, find.around) for pair in pairs))

    def reach(self, paths: NodePaths, nearer: NodePaths) -> Iterator[Reach]:
        """The model, if it gets there in some reading, and does not surely do so by a nearer way."""
        if paths.possible and not nearer.sure:
            path = paths.coded or paths.possible
            coded, sure = bool(paths.coded) and not nearer.coded, bool(paths.sure) and not nearer.possible
            yield Reach(self.model, coded, sure, path, self.terrain.places(path), self.terrain.joint(path))


def _node(name: str, steps: Steps, searched: Sequence[_SearchedModel]) -> TemplateNode:
    return TemplateNode(
        name,
        tuple(sorted(steps, key=lambda step: step.order)),
        tuple(holder for model in searched for holder in model.holder(model.here[name])),
        tuple(holder for model in searched for holder in model.holder(model.elsewhere[name], model.here[name])),
    )


def _link(link: Link, searched: Sequence[_SearchedModel]) -> TemplateLink:
    by_how: dict[How, list[Reach]] = {how: [] for how in HOWS}
    for model in searched:
        nearer = NO_PATHS
        for how, paths in zip(HOWS, model.paths(*link.ends), strict=True):
            by_how[how].extend(model.reach(paths, nearer))
            nearer = nearer.or_(paths)
            if nearer.sure:  # no need to look further
                break
    return TemplateLink(*link.ends, link.stated, *(tuple(by_how[how]) for how in HOWS))


def _beyond_nodes(consensus: Consensus, template: _SearchedModel) -> Iterator[BeyondNode]:
    for node in consensus.nodes.values():
        if not template.here[node.id].coded:
            yield BeyondNode(node, tuple(entry.id for entry in template.in_order(template.elsewhere[node.id].coded)))


def _beyond_links(consensus: Consensus, template: _SearchedModel) -> Iterator[BeyondLink]:
    for link in consensus.links.values():
        paths = ((how, paths.coded) for how, paths in zip(HOWS, template.paths(*link.ends), strict=True) if paths.coded)
        how, chain = next(paths, (None, ()))
        if how != "made":
            yield BeyondLink(link, how, chain)
