"""A common chain held against a template: what of the template the models make, and what they make that it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from virkningskjede.analysis.consensus.holders import LeftOut
from virkningskjede.analysis.consensus.parts import CommonLink, CommonNode, Holder, count
from virkningskjede.analysis.consensus.steps import Step
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, Word
from virkningskjede.i18n.language import chosen
from virkningskjede.model import LogicModel
from virkningskjede.model.values import Arrow, Count, Sentence
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.report.names import names_of

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.consensus.merged import Consensus
    from virkningskjede.analysis.consensus.report import ContrastReport

How = Literal["made", "path", "elsewhere"]
"""How a model has an arrow of another: by an arrow of its own; not so, but by a longer chain between the two nodes; or neither, but by
an arrow or a chain between nodes with the two terms of which one at least stands at another stage or level."""

HOWS: tuple[How, ...] = ("made", "path", "elsewhere")


@dataclass(frozen=True, slots=True)
class Reach:
    """A model that leads from one of a template's nodes to another, or could.

    Attributes:
        model: the model's id.
        coded: whether it does so as it is coded; otherwise only in another reading.
        sure: whether it does so in every reading.
        chain: the ids of the model's nodes along the way, of which there are as few as can be.
        at: the sentences that each arrow of it rests on: its own, or where the coder inferred it those of its two nodes.
        joint: whether a step of it is no arrow, but that the text says that several nodes lead there together.
    """

    model: str
    coded: bool
    sure: bool
    chain: tuple[str, ...]
    at: tuple[Sentence, ...]
    joint: bool = False


@dataclass(frozen=True, slots=True)
class TemplateNode:
    """A node of the template.

    Attributes:
        id: its id in the template.
        steps: where it stands: each of its terms, of which one is enough.
        holders: the models that have it, themselves or by a narrower term, or could have.
        elsewhere: the models that have not, or might not, but that have one of its terms at another stage or level.
    """

    id: str
    steps: tuple[Step, ...]
    holders: tuple[Holder, ...]
    elsewhere: tuple[Holder, ...]

    @property
    def count(self) -> Count:
        """How many models have it where it stands in the template."""
        return count(holder.sure for holder in self.holders)

    @property
    def how(self) -> How | None:
        """The nearest that some model could come to it: ``made``, which here is to have it, ``elsewhere``, or None."""
        return "made" if self.holders else "elsewhere" if self.elsewhere else None


@dataclass(frozen=True, slots=True)
class TemplateLink:
    """An arrow of the template. A model is in one of the three lists only, unless it is unsure in which.

    Attributes:
        source: the id of the node that it leaves, in the template.
        to: the id of the node that it enters.
        stated: whether the template's source states it.
        made: the models that make it.
        path: the models that do not, but get from the one to the other by a longer chain.
        elsewhere: the models that do neither, but lead from the one term to the other with one of them at another stage or level.
    """

    source: str
    to: str
    stated: bool
    made: tuple[Reach, ...]
    path: tuple[Reach, ...]
    elsewhere: tuple[Reach, ...]

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of the two nodes, source first."""
        return self.source, self.to

    def count(self, how: How = "made") -> Count:
        """How many models have it in this way."""
        return count(reach.sure for reach in self.reaches(how))

    @property
    def how(self) -> How | None:
        """The nearest that some model could come to it; None when no model has it in any way in any reading."""
        return next((how for how in HOWS if self.reaches(how)), None)

    def reaches(self, how: How) -> tuple[Reach, ...]:
        """The models that have it in this way, or could."""
        return {"made": self.made, "path": self.path, "elsewhere": self.elsewhere}[how]


@dataclass(frozen=True, slots=True)
class BeyondNode:
    """A node of the common chain that the template lacks.

    Attributes:
        node: the node, with its models.
        elsewhere: the template's nodes that have its term, or a broader one, at another stage or level.
    """

    node: CommonNode
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BeyondLink:
    """An arrow of the common chain that the template lacks.

    Attributes:
        link: the arrow, with its models.
        how: how the template has it after all: by a longer chain, or between the two terms at another stage or level; None if not.
        chain: the template's nodes along that way.
    """

    link: CommonLink
    how: How | None
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Contrast(Reported):
    """A common chain against a template. The template is taken as it is coded.

    Attributes:
        consensus: the common chain.
        template: the template.
        nodes: the template's nodes that have a term, in its order.
        links: the template's arrows between such nodes, in its order.
        beyond_nodes: what is in the common chain and not in the template.
        beyond_links: the arrows that are in the common chain and not in the template.
        left_out: what of the template has no term, and so cannot be looked for.
    """

    consensus: Consensus
    template: LogicModel
    nodes: tuple[TemplateNode, ...]
    links: tuple[TemplateLink, ...]
    beyond_nodes: tuple[BeyondNode, ...]
    beyond_links: tuple[BeyondLink, ...]
    left_out: LeftOut

    def __repr__(self) -> str:
        return f"Contrast({len(self.consensus.models)} models against {self.template.id})"

    def node(self, name: str) -> TemplateNode:
        """One of the template's nodes.

        Raises:
            UsageError: the template has no such node with a term.
        """
        for node in self.nodes:
            if node.id == name:
                return node
        raise UsageError(Word("error.no_node", (("model", self.template.id), ("id", name))))

    def link(self, source: str, to: str) -> TemplateLink:
        """One of the template's arrows.

        Raises:
            UsageError: the template has no such arrow between nodes with terms.
        """
        for link in self.links:
            if link.ends == (source, to):
                return link
        raise UsageError(Word("error.no_arrow", (("model", self.template.id), ("source", source), ("to", to))))

    def to_frame(self, lang: Lang | None = None) -> pd.DataFrame:
        """One row for each node and arrow and each model that has it, and one with no model where none has it (needs pandas).

        Columns: element (node or link), id, to (None for nodes), of (``template`` for what the template has, with its ids; ``beyond``
        for what it lacks, with the common chain's), how (made, path or elsewhere), model, coded, sure, entries and at (tuples). For
        what is beyond, ``how`` says how the template has it after all. ``model_label`` says what the models are called.
        """
        lang = chosen(lang)
        names = ("element", "id", "to", "of", "how", "model", "coded", "sure", "entries", "at")
        return tidy(list(self._rows()), names, labels={"model": names_of(self.consensus.models)}, flags=("coded", "sure"))

    def _rows(self) -> Iterator[tuple[object, ...]]:
        nobody: tuple[object, ...] = (None, None, None, None, (), ())
        for node in self.nodes:
            pairs = [("made", holder) for holder in node.holders] + [("elsewhere", holder) for holder in node.elsewhere]
            node_rows: list[tuple[object, ...]] = [
                (how, holder.model, holder.coded, holder.sure, holder.nodes, holder.at) for how, holder in pairs
            ]
            yield from (("node", node.id, None, "template", *row) for row in node_rows or [nobody])
        for link in self.links:
            reached = [(how, reach) for how in HOWS for reach in link.reaches(how)]
            link_rows: list[tuple[object, ...]] = [
                (how, reach.model, reach.coded, reach.sure, reach.chain, reach.at) for how, reach in reached
            ]
            yield from (("link", *link.ends, "template", *row) for row in link_rows or [nobody])
        for beyond in self.beyond_nodes:
            for holder in beyond.node.holders:
                how = "elsewhere" if beyond.elsewhere else None
                yield "node", beyond.node.id, None, "beyond", how, holder.model, holder.coded, holder.sure, holder.nodes, holder.at
        for more in self.beyond_links:
            for maker in more.link.makers:
                arrows = tuple(Arrow(*ends) for ends in maker.links)
                yield "link", *more.link.ends, "beyond", more.how, maker.model, maker.coded, maker.sure, arrows, maker.at

    def report(self, *, explain: bool = False) -> ContrastReport:
        """What it has to say.

        Args:
            explain: whether what each node and arrow rests on in each model is told too, and where.
        """
        from virkningskjede.analysis.consensus.report import ContrastReport  # the contract's exception: a result is read where it stands

        return ContrastReport(self, explain)
