"""Criteria: what research says makes such programmes work, and what models say to it."""

from virkningskjede.analysis.criteria.against import STANDINGS, Appraisal, Concordance, Obstacle, Standing, hold_against
from virkningskjede.analysis.criteria.assessments import Assessment, Assessments, available_assessments, load_assessments, read_assessments
from virkningskjede.analysis.criteria.check import Check, check
from virkningskjede.analysis.criteria.criteria_set import JUDGEMENTS, Case, CriteriaSet, Criterion, Judgement, TextJudgement, TextOrigin
from virkningskjede.analysis.criteria.sets import available_sets, load_set, read_set
from virkningskjede.analysis.criteria.verdict import Reason, Verdict, judge

__all__ = [
    "JUDGEMENTS",
    "STANDINGS",
    "Appraisal",
    "Assessment",
    "Assessments",
    "Case",
    "Check",
    "Concordance",
    "CriteriaSet",
    "Criterion",
    "Judgement",
    "Obstacle",
    "Reason",
    "Standing",
    "TextJudgement",
    "TextOrigin",
    "Verdict",
    "available_assessments",
    "available_sets",
    "check",
    "hold_against",
    "judge",
    "load_assessments",
    "load_set",
    "read_assessments",
    "read_set",
]
