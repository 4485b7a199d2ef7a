"""Conditions: the closed list of questions that criteria and claims ask of models, and the answers."""

from virkningskjede.query.answer import FITS, Answer, Doubt, Ground, Limit
from virkningskjede.query.columns import Filling, Presence
from virkningskjede.query.condition import Condition
from virkningskjede.query.context import QueryContext
from virkningskjede.query.evaluate import evaluate
from virkningskjede.query.facts import CodedElement, Facts, Stated
from virkningskjede.query.names import unknown_names
from virkningskjede.query.questions import (
    ArrowQuestion,
    NodeQuestion,
    OpenQuestionAbout,
    RecruitmentQuestion,
    ResultQuestion,
    TargetQuestion,
    WantedActors,
    WholeQuestion,
)

__all__ = [
    "FITS",
    "Answer",
    "ArrowQuestion",
    "CodedElement",
    "Condition",
    "Doubt",
    "Facts",
    "Filling",
    "Ground",
    "Limit",
    "NodeQuestion",
    "OpenQuestionAbout",
    "Presence",
    "QueryContext",
    "RecruitmentQuestion",
    "ResultQuestion",
    "Stated",
    "TargetQuestion",
    "WantedActors",
    "WholeQuestion",
    "evaluate",
    "unknown_names",
]
