"""Conditions: the closed list of questions that criteria and claims ask of models, and the answers."""

from virkningskjede.conditions.answer import READINGS, Answer, Doubt, Ground, Limit
from virkningskjede.conditions.columns import Filling, Said
from virkningskjede.conditions.condition import Condition
from virkningskjede.conditions.evaluate import evaluate
from virkningskjede.conditions.facts import Element, Facts, Stated
from virkningskjede.conditions.names import unknown_names
from virkningskjede.conditions.questions import (
    Actors,
    ArrowQuestion,
    NodeQuestion,
    OpenQuestionAbout,
    RecruitmentQuestion,
    ResultQuestion,
    TargetQuestion,
    WholeQuestion,
)
from virkningskjede.conditions.subject import Subject

__all__ = [
    "READINGS",
    "Actors",
    "Answer",
    "ArrowQuestion",
    "Condition",
    "Doubt",
    "Element",
    "Facts",
    "Filling",
    "Ground",
    "Limit",
    "NodeQuestion",
    "OpenQuestionAbout",
    "RecruitmentQuestion",
    "ResultQuestion",
    "Said",
    "Stated",
    "Subject",
    "TargetQuestion",
    "WholeQuestion",
    "evaluate",
    "unknown_names",
]
