"""Conditions: the closed list of questions that criteria and claims ask of models, and the answers."""

from virkningskjede.conditions.answer import READINGS, Answer, Doubt, Ground, Limit
from virkningskjede.conditions.condition import (
    ArrowQuestion,
    Condition,
    NodeQuestion,
    OpenQuestionAbout,
    RecruitmentQuestion,
    ResultQuestion,
    TargetQuestion,
    WholeQuestion,
)
from virkningskjede.conditions.evaluate import evaluate
from virkningskjede.conditions.names import unknown_names
from virkningskjede.conditions.subject import Subject

__all__ = [
    "READINGS",
    "Answer",
    "ArrowQuestion",
    "Condition",
    "Doubt",
    "Ground",
    "Limit",
    "NodeQuestion",
    "OpenQuestionAbout",
    "RecruitmentQuestion",
    "ResultQuestion",
    "Subject",
    "TargetQuestion",
    "WholeQuestion",
    "evaluate",
    "unknown_names",
]
