"""Whether what a model says of amounts lies within what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from virkningskjede.model.values import Amount, Bounds, Dimension, Dose, Reading, fits, in_measure_of, sentences
from virkningskjede.query.answer import Answer, Ground, Limit, Mark, Witness, order, strongest
from virkningskjede.query.condition import Condition
from virkningskjede.query.questions import RequiredDose, WholeQuestion
from virkningskjede.query.subject import Subject

_LIMITS: dict[Reading, Limit] = {"no": "outside", "partly": "overlap"}


class Option(NamedTuple):
    """What a dose can say of a dimension: the amount, and the dose that gives it; None where there is none."""

    amount: Amount | None
    dose: Dose | None


class Followed(NamedTuple):
    """What a dose says of a dimension, with "as much as that one" (``same_as``) followed to the node.

    Attributes:
        options: what it says as coded, then whatever else it can say in the readings of the nodes that it points at.
        unsure: those of these nodes that leave it open.
    """

    options: tuple[Option, ...]
    unsure: tuple[Ground, ...] = ()

    @property
    def coded(self) -> Amount | None:
        """The amount as coded."""
        return self.options[0].amount


def hold_dose(asked: RequiredDose, stated: Dose | None, subject: Subject) -> Iterator[tuple[tuple[Mark, ...], tuple[Ground, ...]]]:
    """What each dimension that is asked says of a node's dose: as coded, then whatever else it can say; and the nodes that leave it open.

    ``same_as`` is followed to the other node. Where a node gives no number for its period, the period of the whole follow-up is an
    upper bound of it: enough to say yes or no where either follows from it, and silent otherwise.
    """
    for dimension, required in asked.amounts():
        found = followed(dimension, stated, subject)
        yield tuple(_hold(dimension, required, option, subject) for option in found.options), found.unsure


def _hold(dimension: Dimension, required: Amount, option: Option, subject: Subject) -> Mark:
    amount, dose = option
    if amount is not None and amount.interval() is not None:
        said = fits(amount, required)
        return Mark(said, _LIMITS.get(said), sentences(dose.at, subject.model.source) if dose else ())
    return _within_the_whole(required, subject) if dimension == "period" else Mark("silent")


def followed(dimension: Dimension, stated: Dose | None, subject: Subject) -> Followed:
    """What a dose says of a dimension, in every reading of the nodes that it points at.

    A node that may be absent, or that may give no amount, may leave the dose without one; so may nodes that point at each other.
    """
    own = _option(dimension, stated)
    if own.amount is None or own.amount.same_as is None:
        return Followed((own,))
    pointing: dict[str, list[Option]] = {}
    pending = [own.amount.same_as]
    for name in pending:  # it grows while it is walked
        if name not in pointing:
            readings = subject.by_id[name].readings if name in subject.model.nodes else (None,)
            pointing[name] = [_option(dimension, facts.dose if facts is not None else None) for facts in readings]
            pending.extend(each.amount.same_as for each in pointing[name] if each.amount is not None and each.amount.same_as is not None)
    ends = (each for options in pointing.values() for each in options if each.amount is None or each.amount.same_as is None)
    circle = [own] if _goes_round(pointing) else []
    unsure = (subject.by_id[name] for name, options in pointing.items() if len({each.amount for each in options}) > 1)
    return Followed(
        tuple(dict.fromkeys((_as_coded(own, pointing), *ends, *circle))),
        tuple(Ground(each.id, each.at, None, each.doubt) for each in unsure),
    )


def _option(dimension: Dimension, stated: Dose | None) -> Option:
    return Option(getattr(stated, dimension) if stated is not None else None, stated)


def _as_coded(own: Option, pointing: Mapping[str, Sequence[Option]]) -> Option:
    option, seen = own, set[str]()
    while option.amount is not None and (name := option.amount.same_as) is not None and name not in seen:
        seen.add(name)
        option = pointing[name][0]
    return option


def _goes_round(pointing: Mapping[str, Sequence[Option]]) -> bool:
    """Whether the nodes can point at each other in a circle, so that none gives a number."""
    try:
        TopologicalSorter(
            {name: [each.amount.same_as for each in options if each.amount and each.amount.same_as] for name, options in pointing.items()}
        ).prepare()
    except CycleError:
        return True
    return False


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
    said = fits(stated, in_measure_of(asked, stated))
    return Mark(said, _LIMITS.get(said))
