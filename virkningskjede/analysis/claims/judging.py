"""Holding one formal reading against models."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from virkningskjede.analysis.claims.counting import count, more, these
from virkningskjede.analysis.claims.formal_reading import FormalReading, SectionThere
from virkningskjede.analysis.claims.judged import JudgedReading, truth_of, verdict_of
from virkningskjede.analysis.claims.measuring import sum_up, values
from virkningskjede.analysis.claims.panel import Panel, Stance, settle
from virkningskjede.analysis.claims.truth import NO, UNSURE, YES, at_least


def judge(reading: FormalReading, panel: Panel, stance: Stance) -> JudgedReading:
    """Hold a formal reading against models. What no longer holds when only stated arrows count, holds by the coder's word alone."""
    judged = _judged(reading, panel, stance)
    if judged.verdict != "holds" or stance.stated or not reading.asks_of_arrows:
        return judged
    by_source = _judged(reading, panel, replace(stance, stated=True))
    return judged if by_source.verdict == "holds" else replace(judged, verdict="holds_inferred")


def _judged(reading: FormalReading, panel: Panel, stance: Stance) -> JudgedReading:
    kind, question = reading.form
    if not reading.parts:
        return JUDGES[kind](reading, question, panel, stance)
    parts = tuple(judge(part, panel, stance) for part in reading.parts)
    truths = [truth_of(part.verdict) for part in parts]
    if kind == "not":
        truth = frozenset(not outcome for outcome in truths[0])
    else:
        truth = at_least(truths, {"all": len(parts), "any": 1}.get(kind) or question.n)
    why = tuple(dict.fromkeys(reason for part in parts for reason in part.why)) if len(truth) > 1 else ()
    return JudgedReading(reading, verdict_of(truth), why, parts=parts)


def section(reading: FormalReading, question: SectionThere, panel: Panel, _: Stance) -> JudgedReading:
    """Whether a source has a section."""
    segments = panel.shared.segments.get(question.source or panel.source or "")
    if segments is None:
        return settle(reading, UNSURE, why=("no_source",))
    there = any(section == question.exists or section.startswith(f"{question.exists}.") for section in segments.sections)
    return settle(reading, YES if there else NO)


JUDGES: Mapping[str, Callable[[FormalReading, Any, Panel, Stance], JudgedReading]] = MappingProxyType(
    {"count": count, "these": these, "values": values, "more": more, "sum": sum_up, "section": section}
)
"""Who judges each kind of reading that asks something itself."""
