"""Family VK5: can it be so? Numbers beyond reason, shares of more than the whole, and a target group that nobody can be in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from types import MappingProxyType

from virkningskjede.diagnostics import Diagnostic, Location, Path, diagnostic
from virkningskjede.model import Result, TargetLimit
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.results import indicator_of, unit_in, unit_of
from virkningskjede.model.values import UNITS, Amount, Bounds, Dose, Interval, Measure, Measured, fields_of, fits, on_one_scale
from virkningskjede.model.values.amounts import APPROXIMATELY
from virkningskjede.rules.amounts import measured_amounts, stated_bounds
from virkningskjede.rules.context import RuleContext

MOST: Mapping[str, tuple[Amount, ...]] = MappingProxyType(
    {
        # A day has no more days than one, and few things are done for the same users more than five times in it.
        "frequency": (Amount(max=5, unit="time", per="day"), Amount(max=1, unit="day", per="day")),
        "intensity": (Amount(max=24, unit="hour", per="day"),),
        "session": (Amount(max=12, unit="hour"),),
        "sessions": (Amount(max=500, unit="time"),),
        "total": (Amount(max=2000, unit="hour"),),
        "period": (Amount(max=20, unit="year"),),
        "deadline": (Amount(max=20, unit="year"), Amount(max=2000, unit="hour")),
        "position": (Amount(max=100, unit="percent"),),
        "age": (Amount(max=110, unit="year"),),
        "sick_leave": (Amount(max=20, unit="year"),),
    }
)
"""What an amount can be at most, with a wide margin: beyond it the number has most likely a digit too many, or another unit.

A position in per cent is a share of one post. More than one is counted in full-time equivalents, which have no limit here.
"""

CHANGE = re.compile(r"vekst|økning|øke|endring|reduksjon|growth|increase|decrease|change|reduction", re.IGNORECASE)
"""Words for what can be more than the whole, or less than nothing: a change can, a share cannot."""

ROUNDING = Decimal("0.5")
"""How far each share of a distribution may have been rounded, in per cent."""


def beyond_reason(context: RuleContext) -> Iterator[Diagnostic]:
    """VK508: an amount that is below zero, or more than there can be."""
    for path, amount, measures, _ in measured_amounts(context):
        per = amount.per if isinstance(amount, Amount) else None
        for inner, bounds in stated_bounds(path, amount):
            measure = Measure(bounds.unit or amount.unit, per)
            most = MOST.get(measures, ()) if measure.unit != "fte" else ()
            number = next((number for number in _numbers(bounds) if number < 0 or _beyond(Fraction(number), measure, most)), None)
            if number is not None:
                unit = " per ".join(part for part in (measure.unit, per) if part is not None)
                yield diagnostic("VK508", inner, on="key", measures=measures, number=number, unit=unit)


def _beyond(number: Fraction, measure: Measure, most: tuple[Amount, ...]) -> bool:
    return any(fits(Measured(Interval(number, number), measure), limit) == "no" for limit in most)


def _numbers(bounds: Bounds) -> Iterator[Decimal]:
    given = (bounds.value, bounds.approx, bounds.min, bounds.max, bounds.above, bounds.below)
    yield from (number for number in given if number is not None)


def share_of_more_than_all(context: RuleContext) -> Iterator[Diagnostic]:
    """VK555: a share of more than 100 per cent, or of less than nothing, in a result, a baseline or a target."""
    for path, number, label, unit in _measured_numbers(context):
        if unit == "percent" and not CHANGE.search(label) and any(not 0 <= value <= 100 for value in _numbers(number)):
            yield diagnostic("VK555", path, on="key")


def _measured_numbers(context: RuleContext) -> Iterator[tuple[Path, Bounds, str, str | None]]:
    """The numbers of indicators and results: where each stands, the number, what it is called, and its unit."""
    model, vocabulary = context.model, context.project.vocabulary
    for indicator in model.indicators.values():
        numbers: list[tuple[Path, Bounds]] = [(("targets", position), target) for position, target in enumerate(indicator.targets)]
        if indicator.baseline is not None:
            numbers.insert(0, (("baseline",), indicator.baseline))
        for inner, number in numbers:
            yield ("indicators", indicator.id, *inner), number, indicator.label, unit_in(number, indicator, vocabulary)
    for result in model.results.values():
        yield ("results", result.id), result, _name(result, context), unit_of(result, model, vocabulary)


def _name(result: Result, context: RuleContext) -> str:
    """What a result is called, and what it is of."""
    named = indicator_of(result, context.model, context.project.vocabulary)
    label = "" if named is None else named.label
    names = (result.label, label) if isinstance(label, str) else (result.label, label.nb, label.en)
    return " ".join(name for name in names if name)


def adds_up(context: RuleContext) -> Iterator[Diagnostic]:
    """VK556: a distribution whose parts do not add up to ``n``, or whose shares do not add up to 100 per cent."""
    for result in context.model.results.values():
        parts = result.distribution.values()
        if not parts:
            continue
        shares = unit_of(result, context.model, context.project.vocabulary) == "percent"
        whole, margin = (Decimal(100), ROUNDING * len(parts)) if shares else (Decimal(result.n or 0), Decimal(0))
        if (shares or result.n is not None) and abs(sum(parts) - whole) > margin:
            yield diagnostic("VK556", ("results", result.id, "distribution"), on="key", sum=sum(parts), whole=whole)


def more_than_were_asked(context: RuleContext) -> Iterator[Diagnostic]:
    """VK557: a result of more people or things than ``n``, of which it is."""
    for result in context.model.results.values():
        unit = unit_of(result, context.model, context.project.vocabulary)
        over = result.n is not None and any(number > result.n for number in _numbers(result))
        if over and unit in UNITS["count"]:
            yield diagnostic("VK557", ("results", result.id, "n"), on="key", n=result.n)


_PRODUCTS = (("total", "sessions", "session"), ("sessions", "frequency", "period"), ("total", "intensity", "period"))
"""What an amount comes to: so many times so long, or so often for so long."""


def amounts_that_disagree(context: RuleContext) -> Iterator[Diagnostic]:
    """VK558: an amount that is not what two others of the same dose come to, by more than a tenth."""
    for path, dose in context.parts_that_are(Dose):
        for whole, one, other in _PRODUCTS:
            product = _product(getattr(dose, one), getattr(dose, other), UNITS[whole][0])
            stated = _in_unit(getattr(dose, whole), UNITS[whole][0])
            if product and stated and abs(product - stated) > APPROXIMATELY * product:
                yield diagnostic("VK558", (*path, whole), on="key", measures=whole, one=one, other=other, number=_written(product))


def _product(one: Amount | None, other: Amount | None, unit: str) -> Fraction | None:
    """What two amounts come to in a unit: a rate and how long, or how many and how long each is. None where that is not one number."""
    if one is None or other is None or one.unit is None or other.unit is None:
        return None
    if one.per is not None:
        counted, times = _in_unit(one, unit), _in_unit(other, one.per)
    else:
        counted, times = _in_unit(other, unit), _in_unit(one, one.unit)
    return counted * times if counted is not None and times is not None else None


def _in_unit(amount: Amount | None, unit: str) -> Fraction | None:
    """The one number that an amount is, in a unit; for a rate in that unit in each of what it is counted by."""
    number = None if amount is None else amount.value if amount.value is not None else amount.approx
    if amount is None or number is None or amount.unit is None:
        return None
    factor = Fraction(1) if amount.unit == unit else Measure(amount.unit).factor(Measure(unit))
    return Fraction(number) * factor if factor is not None else None


def _written(number: Fraction) -> Decimal:
    return round(Decimal(number.numerator) / number.denominator, 1).normalize()


def trait_nobody_has(context: RuleContext) -> Iterator[Diagnostic]:
    """VK561: a trait that the target group is to have, and that it is denied, itself or as a kind of what is denied."""
    vocabulary = context.project.vocabulary or Vocabulary()
    limits = context.model.target_group
    denied = {name: limit.id for limit in limits.values() if limit.denies and limit.denies.traits for name in limit.denies.traits.named}
    for limit in limits.values() if denied else ():
        for key in ("all", "any"):
            for position, name in enumerate(getattr(limit.traits, key) if limit.traits is not None else ()):
                other = next((other for other in denied if vocabulary.fills_trait(name, other)), None)
                if other is not None:
                    there = Location(("target_group", denied[other], "denies", "traits"))
                    path = ("target_group", limit.id, "traits", key, position)
                    yield diagnostic("VK561", path, related=(there,), name=name, other=denied[other])


def limits_nobody_meets(context: RuleContext) -> Iterator[Diagnostic]:
    """VK562: two limits of the target group with no number in common."""
    limits = context.model.target_group.values()
    for field in fields_of(TargetLimit):
        if field.units:
            bounded = [(limit.id, getattr(limit, field.name)) for limit in limits if getattr(limit, field.name) is not None]
            for (first, one), (second, other) in combinations(bounded, 2):
                ends = on_one_scale(one, other)
                if ends is not None and ends[0].apart(ends[1]):
                    there = Location(("target_group", first, field.key), "key")
                    yield diagnostic(
                        "VK562", ("target_group", second, field.key), on="key", related=(there,), measures=field.key, other=first
                    )
