"""The logic model and its parts: frozen, typed values that draw nothing, read nothing and print nothing."""

from virkningskjede.model.entries import (
    Activity,
    Ambiguity,
    Aside,
    Assumption,
    Barrier,
    Context,
    Enabler,
    Entry,
    Indicator,
    Input,
    Node,
    OpenQuestion,
    Outcome,
    Output,
    Result,
    TargetLimit,
)
from virkningskjede.model.kinds import principal
from virkningskjede.model.logic_model import SECTIONS, LogicModel, Recruitment
from virkningskjede.model.models import Models, model_of, models_of
from virkningskjede.model.parts import PARTS, Accepted, Certainty, Denied, Evidence, Later, Link, Patch, Ref, Risk, Traits, Who
from virkningskjede.model.walking import parts_of

__all__ = [
    "PARTS",
    "SECTIONS",
    "Accepted",
    "Activity",
    "Ambiguity",
    "Aside",
    "Assumption",
    "Barrier",
    "Certainty",
    "Context",
    "Denied",
    "Enabler",
    "Entry",
    "Evidence",
    "Indicator",
    "Input",
    "Later",
    "Link",
    "LogicModel",
    "Models",
    "Node",
    "OpenQuestion",
    "Outcome",
    "Output",
    "Patch",
    "Recruitment",
    "Ref",
    "Result",
    "Risk",
    "TargetLimit",
    "Traits",
    "Who",
    "model_of",
    "models_of",
    "parts_of",
    "principal",
]
