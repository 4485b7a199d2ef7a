"""A common chain, or one held against a template, as blocks of rows: what every way of showing it is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from virkningskjede.analysis.consensus import (
    HOWS,
    BeyondLink,
    BeyondNode,
    CommonLink,
    CommonNode,
    Consensus,
    Contrast,
    Holder,
    How,
    Step,
    TemplateLink,
    TemplateNode,
)
from virkningskjede.i18n import Lang, word
from virkningskjede.model import LogicModel
from virkningskjede.model.values import Arrow, Count, Sentence

NODES = ("count",)
LINKS = ("count", "stated", "inferred")
"""What is counted of nodes and of arrows."""


class ChainCell(NamedTuple):
    """What one model has of a row.

    Attributes:
        kind: a status or ``told`` for nodes; ``stated`` or ``inferred``, or how a template's arrow is made, for arrows.
        coded: whether it has it as it is coded.
        sure: whether it has it in every reading.
        entries: each of its nodes, or the nodes along each of its arrows and chains, by their ids.
        at: the sentences that they rest on.
        joint: whether a step of the chain is that several nodes lead there together.
    """

    kind: str
    coded: bool
    sure: bool
    entries: tuple[tuple[str, ...], ...]
    at: tuple[Sentence, ...]
    joint: bool = False


@dataclass(frozen=True, slots=True)
class ChainRow:
    """A node or an arrow, and what the models have of it.

    Attributes:
        id: what it is called in the chain or the template.
        label: what people see.
        cells: by model; none where the model does not have it.
        counts: how many have it, in the order of what the block counts.
        place: for nodes, the name of the stage, or of the level.
        note: what else is to be said of it.
    """

    id: str
    label: str
    cells: Mapping[str, ChainCell]
    counts: tuple[Count, ...]
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChainBlock:
    """Rows under one heading, and what their counts count: ``count``, or ways of making an arrow."""

    title: str
    counted: tuple[str, ...]
    rows: tuple[ChainRow, ...]

    @property
    def of_nodes(self) -> bool:
        """Whether the rows are nodes, and not arrows."""
        return self.counted == NODES

    @property
    def empty(self) -> bool:
        """Whether no model has any of it."""
        return not any(row.cells for row in self.rows)


def of_consensus(consensus: Consensus, lang: Lang) -> tuple[ChainBlock, ...]:
    """The nodes, stage by stage, and the arrows; what most models have stands first. Only blocks that have rows."""
    nodes = sorted(consensus.nodes.values(), key=lambda node: (node.step.place, *_falling(node.count)))
    links = sorted(consensus.links.values(), key=lambda link: _falling(link.count))
    blocks = (
        ChainBlock(word("merged.nodes", lang), NODES, tuple(_node(node, consensus, lang) for node in nodes)),
        ChainBlock(word("merged.links", lang), LINKS, tuple(_link(link, consensus, lang) for link in links)),
    )
    return tuple(block for block in blocks if block.rows)


def of_contrast(contrast: Contrast, lang: Lang) -> tuple[ChainBlock, ...]:
    """What the models have and make of the template, nearest first; then what they make that it lacks. Only blocks that have rows."""
    template = contrast.template

    def titled(key: str, counted: tuple[str, ...], rows: Iterable[ChainRow]) -> ChainBlock:
        return ChainBlock(word(f"against.{key}", lang), counted, tuple(rows))

    nodes = sorted(contrast.nodes, key=lambda node: (node.steps[0].place, *_falling(node.count)))
    links = sorted(contrast.links, key=lambda link: [_falling(link.count(how)) for how in HOWS])
    more = sorted(contrast.beyond_nodes, key=lambda beyond: (beyond.node.step.place, *_falling(beyond.node.count)))
    lines = sorted(contrast.beyond_links, key=lambda beyond: _falling(beyond.link.count))
    hows: tuple[How | None, ...] = (*HOWS, None)
    blocks = [
        *(
            titled(f"nodes.{how or 'none'}", NODES, (_wanted_node(node, template, lang) for node in nodes if node.how == how))
            for how in hows
            if how != "path"
        ),
        *(
            titled(f"links.{how or 'none'}", HOWS, (_wanted_link(link, template, lang) for link in links if link.how == how))
            for how in hows
        ),
        titled("beyond.nodes", NODES, (_beyond_node(beyond, contrast, lang) for beyond in more)),
        titled("beyond.links", LINKS, (_beyond_link(beyond, contrast, lang) for beyond in lines)),
    ]
    return tuple(block for block in blocks if block.rows)


def _falling(count: Count) -> tuple[int, int]:
    return -count.surely, -count.possibly


def place_of(step: Step, lang: Lang) -> str:
    """The name of a stage, or among outcomes of a level."""
    return word(f"level.{step.level}" if step.level else f"stage.{step.stage}", lang)


def _cell(holder: Holder) -> ChainCell:
    return ChainCell(holder.status or "told", holder.coded, holder.sure, tuple((name,) for name in holder.nodes), holder.at)


def _node(node: CommonNode, consensus: Consensus, lang: Lang) -> ChainRow:
    cells = {holder.model: _cell(holder) for holder in node.holders}
    return ChainRow(node.id, consensus.label(node.id, lang), cells, (node.count,), place_of(node.step, lang))


def _link(link: CommonLink, consensus: Consensus, lang: Lang) -> ChainRow:
    label = " → ".join(consensus.label(name, lang) for name in link.ends)
    cells = {maker.model: ChainCell(maker.way, maker.coded, maker.sure, maker.links, maker.at) for maker in link.makers}
    return ChainRow(Arrow(*link.ends), label, cells, (link.count, link.stated, link.inferred))


def _wanted_node(node: TemplateNode, template: LogicModel, lang: Lang) -> ChainRow:
    cells = {holder.model: _cell(holder)._replace(kind="elsewhere") for holder in node.elsewhere}
    for holder in node.holders:
        if holder.coded or holder.model not in cells or not cells[holder.model].coded:
            cells[holder.model] = _cell(holder)
    return ChainRow(node.id, template.nodes[node.id].label, cells, (node.count,), place_of(node.steps[0], lang))


def _wanted_link(link: TemplateLink, template: LogicModel, lang: Lang) -> ChainRow:
    cells: dict[str, ChainCell] = {}
    for how in HOWS:
        for reach in link.reaches(how):
            if reach.coded or reach.model not in cells:  # as it is coded, or else the nearest that it could come
                cells[reach.model] = ChainCell(how, reach.coded, reach.sure, (reach.chain,), reach.at, reach.joint)
    label = " → ".join(template.nodes[name].label for name in link.ends)
    return ChainRow(Arrow(*link.ends), label, cells, tuple(link.count(how) for how in HOWS))


def _beyond_node(beyond: BeyondNode, contrast: Contrast, lang: Lang) -> ChainRow:
    row = _node(beyond.node, contrast.consensus, lang)
    note = word("against.beyond.elsewhere", lang, chain=_named(beyond.elsewhere, contrast, ", ")) if beyond.elsewhere else ""
    return ChainRow(row.id, row.label, row.cells, row.counts, row.place, note)


def _beyond_link(beyond: BeyondLink, contrast: Contrast, lang: Lang) -> ChainRow:
    row = _link(beyond.link, contrast.consensus, lang)
    note = word(f"against.beyond.{beyond.how}", lang, chain=_named(beyond.chain, contrast, " → ")) if beyond.how else ""
    return ChainRow(row.id, row.label, row.cells, row.counts, "", note)


def _named(nodes: Iterable[str], contrast: Contrast, between: str) -> str:
    return between.join(contrast.template.nodes[name].label for name in nodes)
