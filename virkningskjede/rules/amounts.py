"""Family VK5: can every amount be compared?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.i18n import Word
from virkningskjede.model import LogicModel, Result
from virkningskjede.model.results import indicator_of, unit_of
from virkningskjede.model.values import MOMENTS, PER, RATES, STAGES, UNITS, Amount, Bounds, Deadline, Dose, fields_of, fits, offered, takes
from virkningskjede.rules.context import RuleContext

MOST_BEFORE_THOUSANDS = 999
"""The greatest number that can stand before one sign between thousands."""


class MeasuredAmount(NamedTuple):
    """An amount, where it stands, and what it measures.

    Attributes:
        path: the keys that lead to it.
        amount: the amount.
        measures: its key: a dimension of a dose, or a limit of the target group.
        units: the units that it may have.
    """

    path: Path
    amount: Bounds
    measures: str
    units: tuple[str, ...]

    @property
    def known(self) -> Word | str:
        """The units that it may have, in words."""
        return offered(self.measures, self.units)

    def takes(self, unit: str) -> bool:
        """Whether it may have this unit."""
        return unit in self.units or (self.measures in UNITS and takes(self.measures, unit))


def measured_amounts(context: RuleContext) -> Iterator[MeasuredAmount]:
    """Every amount of doses and target groups. ``planned`` and ``reached`` stand for themselves, with the unit of their amount."""
    for path, part in context.parts_where(lambda kind: issubclass(kind, Dose) or any(field.units for field in fields_of(kind))):
        if isinstance(part, Dose):
            for dimension, amount in part.amounts():
                yield MeasuredAmount((*path, dimension), amount, dimension, UNITS[dimension])
        for field in fields_of(type(part)):
            limit: Bounds | None = getattr(part, field.name) if field.units else None
            if limit is not None:
                yield MeasuredAmount((*path, field.key), limit, field.key, field.units)


def wrong_unit(context: RuleContext) -> Iterator[Diagnostic]:
    """VK501: a unit that does not measure such a thing."""
    for measured in measured_amounts(context):
        for inner, bounds in stated_bounds(measured.path, measured.amount):
            if bounds.unit is not None and not measured.takes(bounds.unit):
                yield diagnostic("VK501", (*inner, "unit"), unit=bounds.unit, measures=measured.measures, known=measured.known)
        path, amount = measured.path, measured.amount
        if isinstance(amount, Amount) and amount.per is not None and measured.measures in RATES and amount.per not in PER:
            yield diagnostic("VK501", (*path, "per"), unit=amount.per, measures="per", known=", ".join(PER))


def upside_down(context: RuleContext) -> Iterator[Diagnostic]:
    """VK502: bounds that no number lies between."""
    for path, part in context.parts_that_are(Bounds):
        low, high, low_open, high_open = Bounds.interval(part) or (None, None, False, False)
        if low is not None and high is not None and (low > high or (low == high and (low_open or high_open))):
            yield diagnostic("VK502", path, on="key", low=low, high=high)


def no_unit(context: RuleContext) -> Iterator[Diagnostic]:
    """VK503: a number without a unit."""
    for measured in measured_amounts(context):
        for inner, bounds in stated_bounds(measured.path, measured.amount):
            if Bounds.interval(bounds) is not None and bounds.unit is None and measured.amount.unit is None:
                yield diagnostic("VK503", inner, on="key", measures=measured.measures, known=measured.known)


def result_without_unit(context: RuleContext) -> Iterator[Diagnostic]:
    """VK185: a result with a number that neither it nor its indicator gives a unit; of several for one indicator, the first."""
    reported: set[str] = set()
    for result in context.model.results.values():
        indicator = indicator_of(result, context.model, context.project.vocabulary)
        unknown = result.indicator is not None and indicator is None  # that it is not there is told by itself
        unit = result.unit or (indicator.unit if indicator is not None else None)
        if Bounds.interval(result) is not None and unit is None and not unknown and result.indicator not in reported:
            yield diagnostic("VK185", ("results", result.id), on="key")
            reported.update(filter(None, (result.indicator,)))


def answers_that_cannot_be_counted(context: RuleContext) -> Iterator[Diagnostic]:
    """VK553: a number of answers below zero, or one that is not whole. A share in per cent may have decimals."""
    for result in context.model.results.values():
        shares = unit_of(result, context.model, context.project.vocabulary) == "percent"
        for answer, number in result.distribution.items():
            if number < 0 or not (shares or number == int(number)):
                yield diagnostic("VK553", ("results", result.id, "distribution", answer), value=number)


def number_and_distribution(context: RuleContext) -> Iterator[Diagnostic]:
    """VK554: a result that is both a number and a distribution over answers."""
    for result in context.model.results.values():
        if result.distribution and Bounds.interval(result) is not None:
            yield diagnostic("VK554", ("results", result.id, "distribution"), on="key")


def rate_per_what(context: RuleContext) -> Iterator[Diagnostic]:
    """VK504: how many times or hours, but not in how long."""
    for path, amount, measures, _ in measured_amounts(context):
        if isinstance(amount, Amount) and measures in RATES and amount.per is None and amount.interval() is not None:
            yield diagnostic("VK504", path, on="key", measures=measures)


def longer_than_whole(context: RuleContext) -> Iterator[Diagnostic]:
    """VK505: something done for users for longer than the model says that the whole lasts."""
    whole = _at_most(context.model)
    if whole is None:
        return
    for section, nodes in (("activities", context.model.activities), ("outputs", context.model.outputs)):
        for node in nodes.values():
            period = node.dose.period.stated() if node.dose and node.dose.period else None
            if period is not None and _reaches_beyond(period, whole):
                yield diagnostic("VK505", (section, node.id, "dose", "period"), on="key", id=node.id)


def per_outside_rate(context: RuleContext) -> Iterator[Diagnostic]:
    """VK506: ``per`` on something that is not a rate."""
    for path, amount, measures, _ in measured_amounts(context):
        if isinstance(amount, Amount) and amount.per is not None and measures not in RATES:
            yield diagnostic("VK506", (*path, "per"), measures=measures)


def deadline_after_what(context: RuleContext) -> Iterator[Diagnostic]:
    """VK551: a deadline that is so long after nothing."""
    for path, part in context.parts_that_are(Deadline):
        if part.interval() is not None and part.after is None:
            yield diagnostic("VK551", path, on="key")


def deadline_after_itself(context: RuleContext) -> Iterator[Diagnostic]:
    """VK552: a node with a deadline that is counted from the node."""
    for path, part in context.parts_that_are(Deadline):
        if part.after is not None and part.after not in MOMENTS and part.after == _node_of(path):
            yield diagnostic("VK552", (*path, "after"), id=part.after)


def _node_of(path: Path) -> str | int | None:
    """The id of the node that something hangs on."""
    return path[1] if path[0] in STAGES and len(path) > 1 else None


def thousands_or_decimals(context: RuleContext) -> Iterator[Diagnostic]:
    """VK507: three decimals, which somebody may have meant for thousands."""
    for path, part in context.parts_that_are(Bounds, Result):
        for key, value in _numbers(part):
            whole, _, decimals = str(abs(value)).partition(".")
            if len(decimals) == len("000") and 1 <= int(whole) <= MOST_BEFORE_THOUSANDS:
                sign = "-" if value < 0 else ""
                shorter = decimals.rstrip("0") or "0"
                other = f"{sign}{whole}.{shorter if len(shorter) < len(decimals) else decimals + '0'}"
                yield diagnostic("VK507", (*path, *key), value=value, thousands=f"{sign}{whole}{decimals}", decimals=other)


def _numbers(part: object) -> Iterator[tuple[Path, Decimal]]:
    """The numbers of an amount, a bound or a result, and their keys."""
    if isinstance(part, Bounds):
        yield from (((key,), number) for key in Bounds.model_fields if isinstance(number := getattr(part, key), Decimal))
    if isinstance(part, Result):
        yield from ((("distribution", answer), number) for answer, number in part.distribution.items())


def stated_bounds(path: Path, amount: Bounds) -> Iterator[tuple[Path, Bounds]]:
    """An amount, and what is planned and reached of it, each with where it stands."""
    yield path, amount
    if isinstance(amount, Amount):
        if amount.planned is not None:
            yield (*path, "planned"), amount.planned
        if amount.reached is not None:
            yield (*path, "reached"), amount.reached


def _at_most(model: LogicModel) -> Bounds | None:
    """How long the whole lasts at most, as a requirement; None when the model does not say."""
    period = model.dose.period if model.dose else None
    if period is None or period.unit is None:
        return None
    if period.below is not None:
        return Bounds(below=period.below, unit=period.unit)
    highest = period.value if period.value is not None else period.max
    return Bounds(max=highest, unit=period.unit) if highest is not None else None


def _reaches_beyond(period: Bounds, whole: Bounds) -> bool:
    """Whether the longest that a period is said to last is surely longer than the whole."""
    if period.below is not None:  # what lasts under twelve weeks fits both in at most twelve and in under twelve
        whole = Bounds(max=whole.max if whole.max is not None else whole.below, unit=whole.unit)
    for longest in (period.value, period.max, period.below, period.min, period.above):
        if longest is not None:
            return fits(Bounds(value=longest, unit=period.unit), whole) == "no"
    return False
