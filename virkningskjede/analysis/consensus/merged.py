"""Many models as one chain: by terms, with the number of models that have each node and make each arrow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virkningskjede.analysis.consensus.against import against
from virkningskjede.analysis.consensus.contrast import Contrast
from virkningskjede.analysis.consensus.holders import LeftOut, holders, left_out, makers
from virkningskjede.analysis.consensus.parts import CommonLink, CommonNode, Holder, Maker
from virkningskjede.analysis.consensus.steps import Step, TermChain
from virkningskjede.analysis.consensus.view import view
from virkningskjede.arguments import checked
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, word
from virkningskjede.i18n.language import chosen
from virkningskjede.i18n.likely import no_choice
from virkningskjede.model import PARTS, LogicModel, Models, models_of
from virkningskjede.model.values import Arrow, FrozenMap
from virkningskjede.project import ALONE, Project
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.report.names import names_of

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from virkningskjede.analysis.consensus.report import ConsensusReport


@dataclass(frozen=True, slots=True, repr=False)
class Consensus(Reported):
    """One chain of many models. It does not depend on the order of the models.

    Attributes:
        models: the models, by id.
        nodes: by id, in the order of the chain: stage, level, term.
        links: by the ids of their ends, in the same order.
        left_out: for each model what has no place in it.
        min: how many models surely have what is in it.
        fold: whether narrower terms count as the broadest that they are kinds of.
        project: what the models share.
    """

    models: tuple[LogicModel, ...]
    nodes: Mapping[str, CommonNode]
    links: Mapping[tuple[str, str], CommonLink]
    left_out: Mapping[str, LeftOut]
    min: int = 0
    fold: bool = False
    project: Project = ALONE

    def __repr__(self) -> str:
        return f"Consensus({len(self.models)} models, {len(self.nodes)} nodes, {len(self.links)} links)"

    def title(self, lang: Lang | None = None) -> str:
        """What the chain is called."""
        lang = chosen(lang)
        if len(self.models) == 1:
            return word("merged.title.one", lang, model=self.models[0].name)
        return word("merged.title.min" if self.min else "merged.title", lang, models=len(self.models), min=self.min)

    @checked
    def label(self, node: str, lang: Lang | None = None) -> str:
        """What a node is called: the codebook's label of its term, or the term's id where the codebook does not have it.

        Raises:
            UsageError: there is no such node.
        """
        lang = chosen(lang)
        if node not in self.nodes:
            raise UsageError(no_choice(node, self.nodes))
        term = self.nodes[node].step.term
        terms = self.project.vocabulary.terms if self.project.vocabulary else {}
        return " ".join(terms[term].label.in_(lang).split()) if term in terms else term

    @property
    def model(self) -> LogicModel:
        """The chain as a model in Bokmål, for pictures, paths and diffs; see `as_model`."""
        return self.as_model()

    def as_model(self, lang: Lang | None = None) -> LogicModel:
        """The chain as a model, with the codebook's labels.

        A node rests on the sentences of all its holders; an arrow is stated where some model states it, and rests on those sentences.
        """
        lang = chosen(lang)
        return view(self, lang)

    @property
    def graph(self) -> nx.DiGraph[str]:
        """The chain as a frozen networkx graph: ``nodes[id]["node"]`` and ``edges[a, b]["link"]`` hold the typed values.

        ``["surely"]`` and ``["possibly"]`` on both are the ends of the count, for weights.
        """
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from((name, {"node": node, **node.count._asdict()}) for name, node in self.nodes.items())
        graph.add_edges_from((*ends, {"link": link, **link.count._asdict()}) for ends, link in self.links.items())
        frozen: nx.DiGraph[str] = nx.freeze(graph)
        return frozen

    @checked
    def against(self, template: LogicModel) -> Contrast:
        """Hold the models against a template: which of its arrows they make, and what is in this chain that it lacks.

        >>> from virkningskjede.project import corpus, load
        >>> pilots = load(corpus() / "pilots")
        >>> contrast = consensus(pilots, pilots.project, min=3).against(pilots.project.templates["felles"])
        >>> contrast.link("samlokalisering", "kjennskap").count()
        Count(surely=4, possibly=4)
        """
        return against(self, template)

    def to_frame(self, lang: Lang | None = None) -> pd.DataFrame:
        """One row for each node and arrow and each model that has it (needs pandas).

        Columns: element (node or link), id, to (None for nodes), term, stage, level, model, coded, sure, way and status (each None
        where it does not apply), entries and at (tuples). An entry is the id of a node in the model, an arrow's is ``a -> b``.
        ``id_label``, ``to_label`` and ``model_label`` say what these are called.
        """
        lang = chosen(lang)
        rows: list[tuple[object, ...]] = []
        for node in self.nodes.values():
            for holder in node.holders:
                values = (holder.model, holder.coded, holder.sure, None, holder.status, holder.nodes, holder.at)
                rows.append(("node", node.id, None, *node.step, *values))
        for link in self.links.values():
            for maker in link.makers:
                entries = tuple(Arrow(*ends) for ends in maker.links)
                rows.append(
                    ("link", *link.ends, None, None, None, maker.model, maker.coded, maker.sure, maker.way, None, entries, maker.at)
                )
        names = ("element", "id", "to", "term", "stage", "level", "model", "coded", "sure", "way", "status", "entries", "at")
        called = {name: node.label for name, node in self.model.nodes.items()}
        labels = {"id": called, "to": called, "model": names_of(self.models)}
        return tidy(rows, names, labels=labels)

    def report(self, *, explain: bool = False) -> ConsensusReport:
        """What it has to say.

        Args:
            explain: whether what each node and arrow rests on in each model is told too, and where.

        >>> from virkningskjede.project import corpus, load
        >>> pilots = load(corpus() / "pilots")
        >>> common = consensus(pilots, pilots.project, min=4)
        >>> common.report(explain=True).to_markdown(lang="en").splitlines()[0]
        '# Common chain of 9 models: what is surely in at least 4 of them'
        """
        from virkningskjede.analysis.consensus.report import ConsensusReport  # the contract's exception: a result is read where it stands

        return ConsensusReport(self, explain)


def consensus(
    models: Models,
    project: Project = ALONE,
    *,
    min: int = 0,  # noqa: A002
    fold: bool = False,
) -> Consensus:
    """Put many models together in one chain.

    A node is a term where it stands: the same term at two stages, or for outcomes at two levels, is two nodes. A node of a model that
    has several terms counts under each of them. What has no term is left out and listed, for nothing can be said to be the same as it.
    What was dropped does not count; what is only considered does, and each holder's status says so. Each term is a node of its own,
    unless ``fold`` rolls it up. An arrow between two nodes at one step is left out and listed too.

    Counts are intervals, from the readings of ``or`` and ``ambiguities``. A model surely makes an arrow when one and the same arrow of
    it runs between the two steps in every reading; where two unsure arrows would have to stand in for each other, it is not counted as
    sure.

    Args:
        models: one model, several, or a portfolio.
        project: the vocabulary, which says what is broader and what terms are called.
        min: keep what at least so many models surely have: the lower end of the count. 0 keeps everything, also what no model surely has.
        fold: count a narrower term as the broadest that it is a kind of.

    Raises:
        UsageError: two models have the same id.

    >>> from virkningskjede.project import corpus, load
    >>> pilots = load(corpus() / "pilots")
    >>> link = consensus(pilots, pilots.project).links["faste-moter", "kjennskap-mellom-tjenester"]
    >>> link.count, link.stated
    (Count(surely=5, possibly=7), Count(surely=1, possibly=2))
    """
    several = sorted(models_of(models), key=lambda model: model.id)
    chains = [TermChain.of(model, project.vocabulary, fold=fold) for model in several]
    had: dict[Step, list[Holder]] = {}
    made: dict[tuple[Step, Step], list[Maker]] = {}
    for chain in chains:
        for step, holder in holders(chain).items():
            had.setdefault(step, []).append(holder)
        for ends, maker in makers(chain).items():
            made.setdefault(ends, []).append(maker)
    ids = _ids(had)
    nodes = [CommonNode(ids[step], step, tuple(had[step])) for step in ids]
    order = {step: place for place, step in enumerate(ids)}
    ends_in_order = sorted(made, key=lambda ends: (order[ends[0]], order[ends[1]]))
    links = [CommonLink(ids[ends[0]], ids[ends[1]], tuple(made[ends])) for ends in ends_in_order]
    return Consensus(
        tuple(several),
        FrozenMap({node.id: node for node in nodes if node.count.surely >= min}),
        FrozenMap({link.ends: link for link in links if link.count.surely >= min}),
        FrozenMap({chain.model.id: left_out(chain) for chain in chains}),
        min,
        fold,
        project,
    )


def _ids(steps: Iterable[Step]) -> dict[Step, str]:
    """An id for each step, in the order of the chain: its term, with stage and level where the term stands at several steps, or is
    what a part of every model is called."""
    in_order = sorted(steps, key=lambda step: step.order)
    alone = {term for term, times in Counter(step.term for step in in_order).items() if times == 1 and term not in PARTS}
    taken = set(alone)
    ids = {}
    for step in in_order:
        name = step.term
        if step.term not in alone:
            name = "-".join(part for part in (step.term, step.stage, step.level) if part)
            while name in taken:  # some term of the codebook may be called just that
                name += "-"
            taken.add(name)
        ids[step] = name
    return ids
