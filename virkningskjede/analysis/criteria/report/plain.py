"""Verdicts as plain values."""

from __future__ import annotations

from typing import Any

from virkningskjede.analysis.criteria import Check
from virkningskjede.analysis.criteria.report.cells import ordered
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.i18n import Lang


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
