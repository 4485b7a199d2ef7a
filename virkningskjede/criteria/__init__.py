"""Criteria: what research says makes such programmes work, and what models say to it."""

from virkningskjede.criteria.check import Check, check
from virkningskjede.criteria.criteria_set import JUDGEMENTS, Case, CriteriaSet, Criterion, Judgement
from virkningskjede.criteria.sets import available_sets, load_set, read_set
from virkningskjede.criteria.verdict import Reason, Verdict, judge

__all__ = [
    "JUDGEMENTS",
    "Case",
    "Check",
    "CriteriaSet",
    "Criterion",
    "Judgement",
    "Reason",
    "Verdict",
    "available_sets",
    "check",
    "judge",
    "load_set",
    "read_set",
]
