"""What a model has to say: its head, a table for each stage, and what stands beside the chain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from virkningskjede.i18n import Lang, word, word_or
from virkningskjede.model import Entry, Link, LogicModel, Node, Outcome, Result, TargetLimit, Who
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.fields import SECTION_KINDS
from virkningskjede.model.plain import written
from virkningskjede.model.values import STAGES, naming, sentences
from virkningskjede.report import Block, Document, Heading, Items, Paragraph, Passage, Report, Table, amounts, results
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import named, section_name

COLUMNS = ("element", "id", "label", "to.id", "to", "level", "status", "who", "stated", "because", "at")


@dataclass(frozen=True)
class ModelReport(Report):
    """What a model has to say.

    Attributes:
        model: the model.
        vocabulary: the codebook, for the names of actors and traits; ids where it does not have them.
    """

    model: LogicModel
    vocabulary: Vocabulary | None = None

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """The head, a table for each stage, and what stands beside the chain."""
        return Document(self.model.name, tuple(_parts(self.model, self.vocabulary or Vocabulary(), lang)), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each node and for each arrow, in the order of the file."""
        vocabulary = self.vocabulary or Vocabulary()
        rows = [_node_row(node, self.model, vocabulary, lang) for node in self.model.nodes.values()]
        rows += (_arrow_row(link, self.model, lang) for link in self.model.links())
        return Table(tuple(word(f"show.column.{key}", lang) for key in COLUMNS), tuple(rows))

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The model with the keys of its file."""
        return written(self.model)


def _parts(model: LogicModel, vocabulary: Vocabulary, lang: Lang) -> Iterator[Block]:
    yield Heading(f"{model.name} ({model.id})", 1)
    head = _head(model, lang)
    if head:
        yield Paragraph(head)
    yield Paragraph(counts(model, lang))
    if any(not link.stated for link in model.links()):
        yield Paragraph(word("show.inferred", lang))
    saying = ModelText((model,), vocabulary, lang)
    limits = [_limit(entry, vocabulary, lang) for entry in model.target_group.values()]
    yield from _list("target_group", limits, lang)
    for stage in STAGES:
        nodes: list[Node] = list(getattr(model, stage).values())
        if nodes:
            yield Passage(section_name(stage, lang), (_stage(nodes, saying, lang),), level=2)
    for section in (kind.name for kind in SECTION_KINDS.values() if kind.beside):
        entries: list[Entry] = list(getattr(model, section).values())
        yield from _list(section, [_beside(entry, model, saying) for entry in entries], lang)


def counts(model: LogicModel, lang: Lang) -> str:
    """How many nodes and arrows a model has, and how many of the arrows its source states.

    >>> counts(LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A"}}}), "en")
    '1 node, 0 arrows (0 stated in the source, 0 inferred)'
    """
    stated = [link.stated for link in model.links()]
    nodes, arrows = (
        word(f"change.{what}.{'one' if count == 1 else 'more'}", lang, count=count)
        for what, count in (("nodes", len(model.nodes)), ("links", len(stated)))
    )
    return word("show.counts", lang, nodes=nodes, arrows=arrows, stated=sum(stated), inferred=len(stated) - sum(stated))


def _head(model: LogicModel, lang: Lang) -> str:
    said = [f"{word('show.follows', lang)}: {model.follows}"] if model.follows else []
    said += [f"{word('show.source', lang)}: {model.source}"] if model.source else []
    said += [f"{word('show.as_of', lang)}: {model.as_of}"] if model.as_of else []
    said += [f"{word('show.dose', lang)}: {amounts.dose(model.dose, lang)}"] if model.dose else []
    return " · ".join(said)


def _list(section: str, lines: list[str], lang: Lang) -> Iterator[Block]:
    if lines:
        yield Passage(section_name(section, lang), (Items.of(lines),), level=2)


def _stage(nodes: list[Node], saying: ModelText, lang: Lang) -> Table:
    """The nodes of a stage. A column in which nothing stands is left out."""
    columns = {
        "show.node": [f"{node.label}\n{_details(node, saying, lang)}" for node in nodes],
        "show.who": [_who(node.who, saying.vocabulary, lang) for node in nodes],
        "show.status": [_status(node, lang) for node in nodes],
        "show.leads_to": [_targets(node) for node in nodes],
    }
    filled = {key: cells for key, cells in columns.items() if any(cells)}
    headers = tuple(word(key, lang).capitalize() for key in filled)
    return Table(headers, tuple(zip(*filled.values(), strict=True)), spacing="apart")


def _node_row(node: Node, model: LogicModel, vocabulary: Vocabulary, lang: Lang) -> tuple[str, ...]:
    level = word_or(f"level.{node.level}", node.level, lang) if isinstance(node, Outcome) else ""
    who = "; ".join(_who(node.who, vocabulary, lang).split("\n"))
    at = ", ".join(sentences(node.at, model.source))
    return (section_name(node.stage, lang), node.id, node.label, "", "", level, _status(node, lang), who, "", "", at)


def _arrow_row(link: Link, model: LogicModel, lang: Lang) -> tuple[str, ...]:
    source, to = ((name, model.nodes[name].label if name in model.nodes else "") for name in link.ends)
    stated = word("compare.yes" if link.stated else "compare.no", lang)
    at = ", ".join(sentences(link.at, model.source))
    return (word("show.arrow", lang), *source, *to, "", "", "", stated, link.because or "", at)


def _status(node: Node, lang: Lang) -> str:
    return word_or(f"status.{node.status}", node.status, lang) if node.status else ""


def _targets(node: Node) -> str:
    """Where the arrows go, each with a question mark when the coder inferred it."""
    return "\n".join(f"{link.to}{'' if link.stated else ' ?'}" for link in node.leads_to)


_OTHERWISE = frozenset(
    {
        *("label", "who", "status", "level", "dose", "when"),
        *("term", "after", "later", "addresses", "content", "because", "required", "free", "kind", "cause", "indicators"),
    }
)
"""What a table of nodes has in columns or tells in its own way, and what it leaves to the file. Whatever else a node has is told."""


def _details(node: Node, saying: ModelText, lang: Lang) -> str:
    said = [node.id]
    if isinstance(node, Outcome):
        said.append(word_or(f"level.{node.level}", node.level, lang).lower())
    if node.dose:
        said.append(amounts.dose(node.dose, lang))
    if node.when:
        said.append(saying.when(node.when))
    said += [f"{name}: {value}" for name, value in saying.others(0, node, _OTHERWISE)]
    return " · ".join(said)


def _who(who: Who | None, vocabulary: Vocabulary, lang: Lang) -> str:
    if who is None:
        return ""
    lines = [", ".join(named(actor, vocabulary.actors, lang) for actor in dict.fromkeys((*who.lead, *who.do)))]
    for key, ids in (("maybe", who.maybe), ("for", who.for_)):
        if ids:
            lines.append(f"{word(f'show.{key}', lang)} {', '.join(named(actor, vocabulary.actors, lang) for actor in ids)}")
    return "\n".join(line for line in lines if line)


def _limit(entry: TargetLimit, vocabulary: Vocabulary, lang: Lang) -> str:
    said = [entry.label] if entry.label else []
    said += amounts.limits(entry, lang)
    for traits, key in (
        () if entry.label else ((entry.traits, "show.traits"), (entry.denies.traits if entry.denies else None, "show.denied"))
    ):
        if traits:
            any_of = word("show.or", lang).join(named(trait, vocabulary.traits, lang) for trait in traits.any)
            all_of = ", ".join(named(trait, vocabulary.traits, lang) for trait in traits.all)
            said.append(word(key, lang, traits="; ".join(part for part in (any_of, all_of) if part)))
    return "; ".join(said) or entry.id


def _beside(entry: Entry, model: LogicModel, saying: ModelText) -> str:
    if isinstance(entry, Result):
        account = results.account(entry, model, saying.vocabulary, saying.lang)
        return ": ".join(filter(None, (results.name(entry, model, saying.vocabulary, saying.lang), account)))
    # What it does to parts of the model says more than what it is about.
    refs = {field.key: names for field in naming(type(entry), "part") if (names := getattr(entry, field.name))}
    key = next((key for key in refs if key != "about"), "about")
    text = getattr(entry, "label", entry.id)
    return f"{text} ({word_or(f'show.{key}', saying.field(key), saying.lang)} {', '.join(refs[key])})" if refs else str(text)
