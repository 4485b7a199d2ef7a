"""Conditions: the closed list of questions that criteria and claims ask of models, and the answers."""

from virkningskjede.query.answer import READINGS, Answer, Doubt, Ground, Limit
from virkningskjede.query.columns import Filling, Said
from virkningskjede.query.condition import Condition
from virkningskjede.query.evaluate import evaluate
from virkningskjede.query.facts import Element, Facts, Stated
from virkningskjede.query.names import unknown_names
from virkningskjede.query.questions import (
    Actors,
    ArrowQuestion,
    NodeQuestion,
    OpenQuestionAbout,
    RecruitmentQuestion,
    ResultQuestion,
    TargetQuestion,
    WholeQuestion,
)
from virkningskjede.query.subject import Subject

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
