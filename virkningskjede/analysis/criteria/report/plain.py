"""Verdicts as plain values."""

from __future__ import annotations

from typing import Any

from virkningskjede.analysis.criteria import Check
from virkningskjede.analysis.criteria.report.cells import ordered
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.i18n import Lang


def to_json(check: Check, *, lang: Lang = "nb") -> dict[str, list[dict[str, Any]]]:
    """The verdicts as plain values: keys and verdicts are the same in every language, ``title`` and ``reason`` are texts."""
    grounds = Grounds(check, lang)
    return {
        "sets": [
            {
                "id": criteria.id,
                "title": criteria.title.in_(lang),
                "ref": list(criteria.ref),
                "source": criteria.source,
                "at": list(criteria.at),
                "vintage": criteria.vintage,
                "text": {name: criteria.text_of(name) for name in criteria.criteria},
            }
            for criteria in check.sets
        ],
        "results": [
            {
                "criteria": verdict.criteria,
                "model": verdict.model,
                "criterion": verdict.criterion,
                "verdict": verdict.verdict,
                "possible": list(ordered(verdict.possible)),
                "decided_by": verdict.decided_by,
                "reason": grounds.sentences(verdict),
                "nodes": list(verdict.nodes),
                "at": list(verdict.at),
            }
            for verdict in check.results
        ],
    }
