"""The closed lists of the format: stages, levels, statuses, and the other words that a field can choose between."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator

from virkningskjede.model.values.fields import Short

Stage = Literal["context", "inputs", "activities", "outputs", "outcomes"]
"""The stages of the chain, in order; also the names of a model's sections with nodes."""

STAGES: tuple[Stage, ...] = get_args(Stage)

TermStage = Literal["context", "inputs", "activities", "outputs", "outcomes", "barriers", "enablers"]
"""Where a term of the vocabulary can stand: a stage, or among what hinders and helps. Elsewhere a term may belong to any stage."""

TERM_STAGES: tuple[TermStage, ...] = get_args(TermStage)

_SINGULAR = {re.sub("ies$", "y", name).removesuffix("s"): name for name in TERM_STAGES}
"""What each is called when there is one of it, as the type of its entries is."""


def plural(value: object) -> object:
    """A stage's name as sections write it; anything else is returned as it is.

    >>> plural("activity")
    'activities'
    """
    return _SINGULAR.get(value, value) if isinstance(value, str) else value


SINGULARS: Any = Literal[*_SINGULAR]
"""What a stage is called when there is one of it."""

AnyStage = Annotated[TermStage, BeforeValidator(plural), Short((SINGULARS,))]
"""A stage of a term, in the singular or the plural."""

ModelKind = Literal["pilot", "template", "programme"]
"""What a model describes: one pilot, the template that pilots follow, or a programme beside them."""

Level = Literal["service", "partner", "user", "society"]
"""Where an outcome shows (DFØ's words): in the services, among partners, for users, in society."""

Status = Literal["needed", "considered", "planned", "started", "in_use", "completed", "dropped", "not_part"]
"""How far something has come."""

PROGRESS: tuple[Status, ...] = ("considered", "planned", "started", "in_use", "completed")
"""The statuses in order; ``needed`` counts as planned, and `NOT_THERE` stands outside."""

NOT_THERE: frozenset[Status] = frozenset({"dropped", "not_part"})
"""The statuses of what is not there: it was dropped, or it never took part, so that there was nothing to drop."""

When = Literal["eligible", "need", "wish", "offered", "feasible", "after_end"]
"""On what condition something is done for a user."""

Mode = Literal["face_to_face", "telephone", "digital", "group", "individual"]
"""In what way people meet, and whether they are several."""

Horizon = Literal["short", "medium", "long"]
"""How soon an outcome is to show."""

HORIZONS: tuple[Horizon, ...] = get_args(Horizon)

Degree = Literal["low", "medium", "high"]
"""How likely a risk is, or how much would follow of it."""

DEGREES: tuple[Degree, ...] = get_args(Degree)

Confidence = Literal["very_low", "low", "moderate", "high"]
"""How certain a finding is, in the four degrees of GRADE, from the least."""

CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)

Concern = Literal["none", "minor", "moderate", "serious"]
"""How much there is to say against one part of what a finding rests on, in the words of CERQual."""

Finding = Literal["supports", "mixed", "no_effect", "contradicts"]
"""What a work of research found about an arrow."""

Sign = Literal["minus", "mixed"]
"""That more of the one gives less of the other, or now more and now less. An arrow without a sign is a plus."""


def sign_along(signs: Iterable[Sign | None]) -> Sign | None:
    """The sign of a chain: the product of those of its arrows; what is mixed somewhere is mixed in all.

    >>> sign_along(["minus", None]), sign_along(["minus", "minus"]), sign_along(["minus", "mixed"])
    ('minus', None, 'mixed')
    """
    product: Sign | None = None
    for sign in signs:
        if "mixed" in (product, sign):
            product = "mixed"
        elif sign == "minus":
            product = None if product == "minus" else "minus"
    return product


SetAside = Literal[
    "heading",
    "background",
    "method",
    "definition",
    "opinion",
    "recommendation",
    "repeat",
    "other_project",
    "discussion",
    "inexpressible",
]
"""Why a sentence of the source is not coded."""


def rank(status: Status | None) -> int | None:
    """How far a status is along `PROGRESS`; None for no status and for what is not there.

    >>> rank("needed") == rank("planned")
    True
    """
    if status is None or status in NOT_THERE:
        return None
    return PROGRESS.index("planned" if status == "needed" else status)
