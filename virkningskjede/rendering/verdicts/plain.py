"""Verdicts as plain values."""

from __future__ import annotations

from typing import Any

from virkningskjede.catalogue import Lang
from virkningskjede.criteria import Check
from virkningskjede.rendering.grounds import Grounds
from virkningskjede.rendering.verdicts.cells import ordered


def to_json(check: Check, *, lang: Lang = "nb") -> dict[str, list[dict[str, Any]]]:
    """The verdicts as plain values: keys and verdicts are the same in every language, ``reason`` is a text."""
    grounds = Grounds(check, lang)
    return {
        "results": [
            {
                "criteria": each.criteria,
                "model": each.model,
                "criterion": each.criterion,
                "verdict": each.verdict,
                "possible": list(ordered(each.possible)),
                "decided_by": each.decided_by,
                "reason": grounds.sentences(each),
                "nodes": list(each.nodes),
                "at": list(each.at),
            }
            for each in check.results
        ]
    }
