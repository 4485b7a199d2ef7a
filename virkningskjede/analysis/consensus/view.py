"""A common chain as a model like any other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from virkningskjede.analysis.consensus.parts import CommonLink, CommonNode, Holder, Maker
from virkningskjede.i18n import Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.values import STAGES, copy_with
from virkningskjede.project import keep

if TYPE_CHECKING:
    from virkningskjede.analysis.consensus.merged import Consensus


def view(consensus: Consensus, lang: Lang) -> LogicModel:
    """The chain as a model: of the kind that others are held against, named after the models that it is made of."""
    leaving: dict[str, list[dict[str, Any]]] = {}
    for link in consensus.links.values():
        leaving.setdefault(link.source, []).append(_arrow(link, consensus))
    sections: dict[str, dict[str, Any]] = {stage: {} for stage in STAGES}
    for node in consensus.nodes.values():
        sections[node.step.stage][node.id] = {**_node(node, consensus, lang), "leads_to": leaving.get(node.id, [])}
    sources = {model.source for model in consensus.models}
    chain = LogicModel.model_validate(
        {
            "id": "-",
            "kind": "template",
            "title": consensus.title(lang),
            "lang": lang,
            "source": sources.pop() if len(sources) == 1 else None,
            **sections,
        }
    )
    # What the models are called beside their ids is no part of what an id in a file can be.
    named = copy_with(chain, {"id": "-".join(model.id for model in consensus.models) or "-"})
    return keep(named, consensus.project)


def _node(node: CommonNode, consensus: Consensus, lang: Lang) -> dict[str, Any]:
    fields: dict[str, Any] = {"label": consensus.label(node.id, lang), "term": [node.step.term], "at": _places(node.holders)}
    if node.step.level:
        fields["level"] = node.step.level
    if node.step.stage == "context":
        fields["kind"] = _kind(node, consensus)
    return fields


def _kind(node: CommonNode, consensus: Consensus) -> str:
    """What most of its holders call it: a problem, an asset or a change."""
    models = {model.id: model for model in consensus.models}
    kinds = Counter(
        models[holder.model].context[name].kind for holder in node.holders for name in holder.nodes if name in models[holder.model].context
    )
    return min(kinds, key=lambda kind: (-kinds[kind], kind), default="problem")


def _arrow(link: CommonLink, consensus: Consensus) -> dict[str, Any]:
    source, to = (consensus.nodes[name].step for name in link.ends)
    stated = [maker for maker in link.makers if maker.way == "stated"]
    return {"to": link.to, "at": _places(stated), "feedback": STAGES.index(to.stage) < STAGES.index(source.stage)}


def _places(those: list[Maker] | tuple[Holder, ...]) -> list[str]:
    """The sentences, each once."""
    return list(dict.fromkeys(place for part in those for place in part.at))
