"""From answers to a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Literal

from virkningskjede.analysis.criteria.criteria_set import CriteriaSet, Criterion, DecidedBy, Judgement
from virkningskjede.model.values import Fit, Sentence
from virkningskjede.query import Answer, Ground, QueryContext, evaluate
from virkningskjede.query.answer import SILENCE

Reason = Literal["met", "limited", "weaker", "against", "denied", "contested", "silent", "needs_people"]
"""How it came out: ``met`` holds; holds with a limit; only ``partly`` holds; the text speaks against ``met``; ``not_met`` holds;
``not_met`` holds beside what speaks for it; the text is silent; or people must be asked."""

_BY_ANSWER: dict[Fit, tuple[Judgement, Reason]] = {
    "yes": ("met", "met"),
    "partly": ("partly", "limited"),
    "no": ("not_met", "against"),
    "silent": ("not_stated", "silent"),
}


KEYS: tuple[DecidedBy, ...] = ("met", "partly", "not_met")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a model's text says to one criterion.

    Attributes:
        criteria: the set's id.
        model: the model's id.
        criterion: the criterion's id.
        verdict: ``met``, ``partly``, ``not_met`` (the text speaks against it), ``not_stated`` (the text is silent), or ``not_decidable``
            (no text can tell).
        possible: every verdict that could come out if unsure codes were read otherwise; ``verdict`` is among them. One too many
            may be named where one unsure code bears on two conditions, because they are taken to be independent; none is missing.
        reason: how it came out.
        decided_by: the condition that decided; None where people must be asked.
        grounds: what it rests on; empty for ``not_stated`` and ``not_decidable``.
        doubts: what makes other verdicts possible.
        answers: what the model answered to each of the criterion's conditions.
    """

    criteria: str
    model: str
    criterion: str
    verdict: Judgement
    possible: frozenset[Judgement]
    reason: Reason
    decided_by: DecidedBy | None
    grounds: tuple[Ground, ...] = ()
    doubts: tuple[Ground, ...] = ()
    answers: tuple[tuple[DecidedBy, Answer], ...] = field(default=(), repr=False)

    def __repr__(self) -> str:
        return f"Verdict({self.criteria}/{self.criterion}, {self.model}: {self.verdict}{'' if self.sure else '?'})"

    @property
    def sure(self) -> bool:
        """Whether no other verdict is possible."""
        return len(self.possible) == 1

    @property
    def nodes(self) -> tuple[str, ...]:
        """The elements of the model that it rests on: ids, arrows as ``a -> b``, or ``recruitment`` and ``whole``."""
        return tuple(dict.fromkeys(ground.element for ground in self.grounds))

    @property
    def at(self) -> tuple[Sentence, ...]:
        """The sentences that it rests on, each with its source."""
        return tuple(dict.fromkeys(sentence for ground in self.grounds for sentence in ground.at))


def judge(criteria: CriteriaSet, name: str, context: QueryContext) -> Verdict:
    """Hold a model against one criterion of a set."""
    criterion: Criterion = criteria.criteria[name]
    if criterion.needs_people is not None:
        return Verdict(criteria.id, context.model.id, name, "not_decidable", frozenset(["not_decidable"]), "needs_people", None)
    answers = {key: evaluate(condition, context) for key, condition in criterion.conditions()}
    met, partly, not_met = (answers[key].coded if key in answers else "silent" for key in KEYS)
    verdict, reason, decided_by = _decide(met, partly, not_met)
    readings = [answers[key].possible if key in answers else SILENCE for key in KEYS]
    possible = frozenset(_decide(*combination)[0] for combination in product(*readings))
    beside = {"contested": ("met", "partly"), "limited": ("partly",)}.get(reason, ())
    grounds = [
        ground
        for key, answer in answers.items()
        if key == decided_by or (key in beside and answer.coded in ("partly", "yes"))
        for ground in answer.grounds
    ]
    matter = [key for place, key in enumerate(KEYS) if key in answers and _matters(place, readings)] if len(possible) > 1 else []
    doubts = [doubt for key in matter for doubt in answers[key].doubts]
    return Verdict(
        criteria.id,
        context.model.id,
        name,
        verdict,
        possible,
        reason,
        decided_by,
        tuple(dict.fromkeys(grounds)),
        tuple(dict.fromkeys(doubts)),
        tuple(answers.items()),
    )


def _matters(place: int, readings: Sequence[frozenset[Fit]]) -> bool:
    """Whether the verdict can turn on how the answer at this place is read."""

    def verdict(combination: tuple[Fit, ...]) -> Judgement:
        met, partly, not_met = combination
        return _decide(met, partly, not_met)[0]

    return any(
        verdict(combination) != verdict((*combination[:place], read, *combination[place + 1 :]))
        for combination in product(*readings)
        for read in readings[place]
    )


def _decide(met: Fit, partly: Fit, not_met: Fit) -> tuple[Judgement, Reason, DecidedBy]:
    """The verdict of three answers; a condition that the criterion does not have is silent.

    ``met`` decides. Where it does not hold, ``partly`` can lift the verdict to *partly*; what speaks against the criterion turns
    silence into *not met*, and what speaks for it into *partly*.
    """
    verdict, reason = _BY_ANSWER[met]
    decided_by: DecidedBy = "met"
    if verdict in ("not_stated", "not_met") and partly in ("partly", "yes"):
        verdict, reason, decided_by = "partly", "weaker", "partly"
    if not_met == "yes":
        if verdict in ("met", "partly"):
            return "partly", "contested", "not_met"
        return "not_met", "denied", "not_met"
    return verdict, reason, decided_by
