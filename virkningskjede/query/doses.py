"""Whether what a model says of amounts lies within what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from virkningskjede.model.values import MOMENTS, Amount, Bounds, Deadline, Dimension, Dose, Fit, copy_with, fits, in_measure_of, sentences
from virkningskjede.query.answer import Answer, FieldFit, Ground, Limit, Witness, order, strongest
from virkningskjede.query.condition import Condition
from virkningskjede.query.context import QueryContext
from virkningskjede.query.facts import Pointed, pointed
from virkningskjede.query.questions import RequiredDose, WholeQuestion

_THERE = Pointed((True,))

_LIMITS: dict[Fit, Limit] = {"no": "outside", "partly": "overlap"}


class AmountOption(NamedTuple):
    """What a dose can say of a dimension: the amount, and the dose that gives it; None where there is none."""

    amount: Amount | Deadline | None
    dose: Dose | None


class Followed(NamedTuple):
    """What a dose says of a dimension, with "as much as that one" (``same_as``) followed to the node.

    Attributes:
        options: what it says as coded, then whatever else it can say in the readings of the nodes that it points at.
        unsure: those of these nodes that leave it open.
    """

    options: tuple[AmountOption, ...]
    unsure: tuple[Ground, ...] = ()

    @property
    def coded(self) -> Amount | Deadline | None:
        """The amount as coded."""
        return self.options[0].amount


def hold_dose(
    wanted: RequiredDose, stated: Dose | None, context: QueryContext
) -> Iterator[tuple[tuple[FieldFit, ...], tuple[Ground, ...]]]:
    """What each dimension that is asked says of a node's dose: as coded, then whatever else it can say; and the nodes that leave it open.

    ``same_as`` is followed to the other node. Where a node gives no number for its period, the period of the whole follow-up is an
    upper bound of it: enough to say yes or no where either follows from it, and silent otherwise.
    """
    for dimension, required in wanted.amounts():
        trail = followed(dimension, stated, context)
        from_there = [_counted_from(required, option.amount, context) for option in trail.options]
        fits_of = [
            _hold(dimension, required, option, context) if there else FieldFit("silent")
            for option, moment in zip(trail.options, from_there, strict=True)
            for there in moment.readings
        ]
        yield tuple(fits_of), (*trail.unsure, *(ground for moment in from_there for ground in moment.unsure))


def _counted_from(required: Amount | Deadline, amount: Amount | Deadline | None, context: QueryContext) -> Pointed:
    """Whether a deadline is counted from what is asked for, as coded and then otherwise. Other amounts are not asked that."""
    wanted = required.after if isinstance(required, Deadline) else None
    stated = amount.after if isinstance(amount, Deadline) else None
    if wanted is None or wanted == stated in MOMENTS:
        return _THERE
    return pointed(
        [context.by_id[stated]] if stated is not None and stated in context.by_id else [],
        lambda facts: any(context.fills(term, wanted) for term in facts.term),
    )


def _hold(dimension: Dimension, required: Amount | Deadline, option: AmountOption, context: QueryContext) -> FieldFit:
    amount, dose = option
    if isinstance(required, Deadline) and required.date is not None:
        if not isinstance(amount, Deadline) or amount.date is None:
            return FieldFit("silent")
        day = required.date
        fit: Fit = "yes" if amount.date.within(day) else "partly" if amount.date.overlaps(day) else "no"
        return FieldFit(fit, _LIMITS.get(fit), sentences(dose.at, context.model.source) if dose else ())
    if amount is not None and amount.interval() is not None:
        fit = fits(amount, _anywhere(required))
        return FieldFit(fit, _LIMITS.get(fit), sentences(dose.at, context.model.source) if dose else ())
    return _within_the_whole(required, context) if dimension == "period" else FieldFit("silent")


def _anywhere(required: Amount | Deadline) -> Bounds:
    """What is asked, without what it is counted from, which is asked for apart."""
    return copy_with(required, {"after": None}) if isinstance(required, Deadline) else required


def followed(dimension: Dimension, stated: Dose | None, context: QueryContext) -> Followed:
    """What a dose says of a dimension, in every reading of the nodes that it points at.

    A node that may be absent, or that may give no amount, may leave the dose without one; so may nodes that point at each other.
    """
    own = _option(dimension, stated)
    if own.amount is None or own.amount.same_as is None:
        return Followed((own,))
    pointing: dict[str, list[AmountOption]] = {}
    pending = [own.amount.same_as]
    for name in pending:  # it grows while it is walked
        if name not in pointing:
            readings = context.by_id[name].readings if name in context.model.nodes else (None,)
            pointing[name] = [_option(dimension, facts.dose if facts is not None else None) for facts in readings]
            pending.extend(
                option.amount.same_as for option in pointing[name] if option.amount is not None and option.amount.same_as is not None
            )
    ends = (option for options in pointing.values() for option in options if option.amount is None or option.amount.same_as is None)
    circle = [own] if _goes_round(pointing) else []
    unsure = (context.by_id[name] for name, options in pointing.items() if len({option.amount for option in options}) > 1)
    return Followed(
        tuple(dict.fromkeys((_as_coded(own, pointing), *ends, *circle))),
        tuple(Ground(element.id, element.at, None, element.doubt) for element in unsure),
    )


def _option(dimension: Dimension, stated: Dose | None) -> AmountOption:
    return AmountOption(getattr(stated, dimension) if stated is not None else None, stated)


def _as_coded(own: AmountOption, pointing: Mapping[str, Sequence[AmountOption]]) -> AmountOption:
    option, seen = own, set[str]()
    while option.amount is not None and (name := option.amount.same_as) is not None and name not in seen:
        seen.add(name)
        option = pointing[name][0]
    return option


def _goes_round(pointing: Mapping[str, Sequence[AmountOption]]) -> bool:
    """Whether the nodes can point at each other in a circle, so that none gives a number."""
    try:
        TopologicalSorter(
            {
                name: [option.amount.same_as for option in options if option.amount and option.amount.same_as]
                for name, options in pointing.items()
            }
        ).prepare()
    except CycleError:
        return True
    return False


def _within_the_whole(required: Bounds, context: QueryContext) -> FieldFit:
    whole = context.model.dose
    longest = _upper_bound(whole.period) if whole is not None and whole.period is not None else None
    fit = fits(longest, required)
    if whole is None or fit in ("silent", "partly"):
        return FieldFit("silent")
    return FieldFit(fit, "whole" if fit == "no" else None, sentences(whole.at, context.model.source))


def _upper_bound(period: Amount) -> Bounds | None:
    interval = period.interval()
    if interval is None or interval.high is None:
        return None
    high = Decimal(interval.high.numerator) / Decimal(interval.high.denominator)
    unit = period.stated().unit or period.unit
    return Bounds(min=Decimal(0), below=high, unit=unit) if interval.high_open else Bounds(min=Decimal(0), max=high, unit=unit)


def ask_whole(condition: Condition, question: WholeQuestion, context: QueryContext) -> Answer:
    """The answer to ``whole``: the least of what the dimensions of the whole follow-up say."""
    whole = context.model.dose
    if whole is None:
        return strongest(condition, ())
    at = sentences(whole.at, context.model.source)
    fit = min((_of_whole(getattr(whole, dimension), required, context) for dimension, required in question.dose.amounts()), key=order)
    return strongest(condition, [Witness(fit, frozenset([fit]), Ground("whole", at, _LIMITS.get(fit)))])


def _of_whole(stated: Amount | Deadline | None, required: Amount | Deadline, context: QueryContext) -> Fit:
    return fits(stated, _anywhere(required)) if _counted_from(required, stated, context).readings == (True,) else "silent"


def hold_bounds(wanted: Bounds, stated: Bounds) -> FieldFit:
    """What a number of the model says to bounds. Bounds without a unit are in the number's own."""
    fit = fits(stated, in_measure_of(wanted, stated))
    return FieldFit(fit, _LIMITS.get(fit))
