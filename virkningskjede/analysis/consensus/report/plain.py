"""A common chain as the value that JSON shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from virkningskjede.analysis.consensus import HOWS, CommonLink, CommonNode, Consensus, Contrast, Holder, LeftOut, Maker, Reach
from virkningskjede.i18n import Lang


def to_json(consensus: Consensus, contrast: Contrast | None = None, *, lang: Lang = "nb") -> dict[str, Any]:
    """The value that ``consensus --format json`` prints. Only labels depend on the language.

    A count is ``[surely, possibly]``. Under ``against``, ``how`` is the nearest that some model could come.
    """
    value = {
        "models": [model.id for model in consensus.models],
        "titles": {model.id: model.name for model in consensus.models},
        "min": consensus.min,
        "fold": consensus.fold,
        "nodes": [_node(node, consensus, lang) for node in consensus.nodes.values()],
        "links": [_link(link) for link in consensus.links.values()],
        "left_out": {name: _left_out(left_out) for name, left_out in consensus.left_out.items()},
    }
    return value if contrast is None else {**value, "against": _against(contrast, lang)}


def _node(node: CommonNode, consensus: Consensus, lang: Lang) -> dict[str, Any]:
    return {
        "id": node.id,
        "label": consensus.label(node.id, lang),
        **node.step._asdict(),
        "count": list(node.count),
        "models": [_holder(holder) for holder in node.holders],
    }


def _holder(holder: Holder) -> dict[str, Any]:
    return {
        "model": holder.model,
        "coded": holder.coded,
        "sure": holder.sure,
        "status": holder.status,
        "nodes": list(holder.nodes),
        "at": list(holder.at),
    }


def _link(link: CommonLink) -> dict[str, Any]:
    return {
        "from": link.source,
        "to": link.to,
        "count": list(link.count),
        "stated": list(link.stated),
        "inferred": list(link.inferred),
        "models": [_maker(maker) for maker in link.makers],
    }


def _maker(maker: Maker) -> dict[str, Any]:
    return {
        "model": maker.model,
        "coded": maker.coded,
        "sure": maker.sure,
        "way": maker.way,
        "ways": sorted(maker.ways),
        "links": [list(ends) for ends in maker.links],
        "at": list(maker.at),
    }


def _against(contrast: Contrast, lang: Lang) -> dict[str, Any]:
    nodes = contrast.template.nodes
    return {
        "template": contrast.template.id,
        "nodes": [
            {
                "id": node.id,
                "label": nodes[node.id].label,
                "terms": list(dict.fromkeys(step.term for step in node.steps)),
                "how": node.how,
                "count": list(node.count),
                "models": [_holder(holder) for holder in node.holders],
                "elsewhere": [_holder(holder) for holder in node.elsewhere],
            }
            for node in contrast.nodes
        ],
        "links": [
            {
                "from": link.source,
                "to": link.to,
                "stated": link.stated,
                "how": link.how,
                "counts": {how: list(link.count(how)) for how in HOWS},
                **{how: _reaches(link.reaches(how)) for how in HOWS},
            }
            for link in contrast.links
        ],
        "beyond": {
            "nodes": [
                {**_node(beyond.node, contrast.consensus, lang), "elsewhere": list(beyond.elsewhere)} for beyond in contrast.beyond_nodes
            ],
            "links": [{**_link(beyond.link), "how": beyond.how, "chain": list(beyond.chain)} for beyond in contrast.beyond_links],
        },
        "left_out": _left_out(contrast.left_out),
    }


def _reaches(reaches: Iterable[Reach]) -> list[dict[str, Any]]:
    return [
        {
            "model": reach.model,
            "coded": reach.coded,
            "sure": reach.sure,
            "chain": list(reach.chain),
            "at": list(reach.at),
            **({"together": True} if reach.joint else {}),
        }
        for reach in reaches
    ]


def _left_out(left_out: LeftOut) -> dict[str, Any]:
    return {
        "nodes": list(left_out.nodes),
        "dropped": list(left_out.dropped),
        "links": [list(ends) for ends in left_out.links],
        "within": [list(ends) for ends in left_out.within],
        "not_part": list(left_out.not_part),
        "unwanted": list(left_out.unwanted),
        "signed": [list(ends) for ends in left_out.signed],
        "joint": list(left_out.joint),
    }
