"""A model's chain as a graph with plain attributes, which networkx, Gephi and yEd read and write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from virkningskjede.i18n import DEFAULT_LANG, Lang, word_or
from virkningskjede.model import Link, LogicModel, Node
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import STAGES, sentences
from virkningskjede.project import project_of
from virkningskjede.report import office
from virkningskjede.report.formats import GraphFormat
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import section_name

if TYPE_CHECKING:
    import networkx as nx

Attribute = str | int | bool

_DAY = re.compile(r' lastmodifieddate="[^"]*"')
"""When a GEXF file was written, which is the one thing in it that is not of the graph."""


def plain_graph(model: LogicModel, *, lang: Lang = DEFAULT_LANG, vocabulary: Vocabulary | None = None) -> nx.DiGraph[str]:
    """A model's chain as a graph of networkx whose attributes are texts, numbers, and true or false.

    Nodes have ``label``, ``stage`` and ``stage_label``, ``column`` (0 for what stands first in the chain), and where the model says it
    ``kind`` (of what is in the context), ``level``, ``status``, ``term`` (each also as ``…_label``), ``unwanted``, ``who``, ``because``
    and ``at``. Arrows have ``stated`` and ``feedback``, and where the model says it ``sign`` and ``assumes`` (each also as ``…_label``),
    ``because`` and ``at``. What a model does not say is not there.

    Args:
        model: the model.
        lang: the language of the labels.
        vocabulary: the codebook that names terms and actors; that of the model's project when None.

    >>> import networkx as nx
    >>> model = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A", "leads_to": ["b"]}}, "outputs": {"b": {"label": "B"}}})
    >>> graph = plain_graph(model, lang="en")
    >>> graph.nodes["a"]["label"], graph.nodes["a"]["stage_label"], graph.edges["a", "b"]
    ('A', 'Inputs', {'stated': False, 'feedback': False})
    >>> nx.parse_graphml("".join(nx.generate_graphml(graph))).edges == graph.edges
    True
    """
    import networkx as nx

    text = ModelText((model,), vocabulary or project_of(model).vocabulary, lang)
    graph: nx.DiGraph[str] = nx.DiGraph(
        id=model.id, title=office.text(model.name), kind=model.kind, kind_label=text.choice("kind", model.kind)
    )
    for node in model.nodes.values():
        graph.add_node(node.id, **_cleaned(_of_node(node, model, text)))
    for link in model.links():
        if link.to in model.nodes:
            graph.add_edge(link.source, link.to, **_cleaned(_of_link(link, model, text)))
    return graph


def graph_file(model: LogicModel, graph_format: GraphFormat, *, lang: Lang, vocabulary: Vocabulary | None = None) -> str:
    """A model's chain as the content of a file; the same model gives the same text."""
    import networkx as nx

    graph = plain_graph(model, lang=lang, vocabulary=vocabulary)
    lines = nx.generate_graphml(graph) if graph_format == "graphml" else nx.generate_gexf(graph)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    body = "\n".join(lines) + "\n"
    return body if body.startswith("<?xml") else head + _DAY.sub("", body)


def _of_node(node: Node, model: LogicModel, text: ModelText) -> Iterator[tuple[str, Attribute]]:
    lang = text.lang
    yield "label", node.label
    yield "stage", node.stage
    yield "stage_label", section_name(node.stage, lang)
    yield "column", STAGES.index(node.stage)
    kind = getattr(node, "kind", None)
    if kind is not None:
        yield from (("kind", kind), ("kind_label", text.choice("kind", kind)))
    level = getattr(node, "level", None)
    if level is not None:
        yield from (("level", level), ("level_label", word_or(f"level.{level}", level, lang)))
    if node.status:
        yield from (("status", node.status), ("status_label", text.choice("status", node.status)))
    if node.term:
        yield from (("term", ", ".join(node.term)), ("term_label", text.terms(node.term)))
    if getattr(node, "unwanted", False):
        yield "unwanted", True
    yield "who", text.who(node.who)
    yield "because", node.because or ""
    yield "at", ", ".join(sentences(node.at, model.source))


def _of_link(link: Link, model: LogicModel, text: ModelText) -> Iterator[tuple[str, Attribute]]:
    yield "stated", link.stated
    yield "feedback", bool(link.feedback)
    if link.sign:
        yield from (("sign", link.sign), ("sign_label", text.choice("sign", link.sign)))
    yield "because", link.because or ""
    yield from (("assumes", ", ".join(link.assumes)), ("assumes_label", "; ".join(text.label(0, name) for name in link.assumes)))
    yield "at", ", ".join(sentences(link.at, model.source))


def _cleaned(attributes: Iterator[tuple[str, Attribute]]) -> dict[str, Any]:
    """The attributes that say something, in letters that XML takes."""
    return {key: office.text(value) if isinstance(value, str) else value for key, value in attributes if value != ""}
