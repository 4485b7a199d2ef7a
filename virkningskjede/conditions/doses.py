"""Whether what a model says of amounts lies within what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from virkningskjede.conditions.answer import Answer, Ground, Limit, Mark, Witness, order, strongest
from virkningskjede.conditions.condition import Condition
from virkningskjede.conditions.questions import RequiredDose, WholeQuestion
from virkningskjede.conditions.subject import Subject
from virkningskjede.values import Amount, Bounds, Dimension, Dose, Reading, fits, sentences

_LIMITS: dict[Reading, Limit] = {"no": "outside", "partly": "overlap"}


def hold_dose(asked: RequiredDose, stated: Dose | None, subject: Subject) -> Iterator[Mark]:
    """What each dimension that is asked says of a node's dose.

    ``same_as`` is followed to the other node. Where a node gives no number for its period, the period of the whole follow-up is an
    upper bound of it: enough to say yes or no where either follows from it, and silent otherwise.
    """
    for dimension, required in asked.amounts():
        amount, dose = followed(dimension, stated, subject)
        if amount is not None and amount.interval() is not None:
            said = fits(amount, required)
            yield Mark(said, _LIMITS.get(said), sentences(dose.at, subject.model.source) if dose else ())
        elif dimension == "period":
            yield _within_the_whole(required, subject)
        else:
            yield Mark("silent")


def followed(dimension: Dimension, stated: Dose | None, subject: Subject) -> tuple[Amount | None, Dose | None]:
    """What a dose says of a dimension, with "as much as that one" (``same_as``) followed to the node; and the dose that says it."""
    seen: set[str] = set()
    while True:
        amount: Amount | None = getattr(stated, dimension) if stated is not None else None
        if amount is None or amount.same_as is None or amount.same_as in seen:
            return amount, stated
        seen.add(amount.same_as)
        other = subject.model.nodes.get(amount.same_as)
        stated = other.dose if other is not None else None


def _within_the_whole(required: Amount, subject: Subject) -> Mark:
    whole = subject.model.dose
    longest = _upper_bound(whole.period) if whole is not None and whole.period is not None else None
    said = fits(longest, required)
    if whole is None or said in ("silent", "partly"):
        return Mark("silent")
    return Mark(said, "whole" if said == "no" else None, sentences(whole.at, subject.model.source))


def _upper_bound(period: Amount) -> Bounds | None:
    interval = period.interval()
    if interval is None or interval.high is None:
        return None
    high = Decimal(interval.high.numerator) / Decimal(interval.high.denominator)
    unit = period.stated().unit or period.unit
    return Bounds(min=Decimal(0), below=high, unit=unit) if interval.high_open else Bounds(min=Decimal(0), max=high, unit=unit)


def ask_whole(condition: Condition, question: WholeQuestion, subject: Subject) -> Answer:
    """The answer to ``whole``: the least of what the dimensions of the whole follow-up say."""
    whole = subject.model.dose
    if whole is None:
        return strongest(condition, ())
    at = sentences(whole.at, subject.model.source)
    said = min((fits(getattr(whole, dimension), required) for dimension, required in question.dose.amounts()), key=order)
    return strongest(condition, [Witness(said, frozenset([said]), Ground("whole", at, _LIMITS.get(said)))])


def hold_bounds(asked: Bounds, stated: Bounds) -> Mark:
    """What a number of the model says to bounds. Bounds without a unit are in the number's own."""
    said = fits(stated, asked if asked.unit else asked.model_copy(update={"unit": stated.unit}))
    return Mark(said, _LIMITS.get(said))
