"""Whether what is measured, and what it is to come to, agree."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.model.results import indicator_named, unit_in, way
from virkningskjede.model.values import Bounds, fits
from virkningskjede.rules.context import RuleContext


def against_direction(context: RuleContext) -> Iterator[Diagnostic]:
    """VK161: a target that lies the other way from the baseline than the indicator is said to go."""
    for indicator in context.model.indicators.values():
        if indicator.direction is None or indicator.baseline is None:
            continue
        baseline = indicator.baseline.model_copy(update={"unit": unit_in(indicator.baseline, indicator, context.project.vocabulary)})
        for position, target in enumerate(indicator.targets):
            goes = way(baseline, target.model_copy(update={"unit": unit_in(target, indicator, context.project.vocabulary)}))
            if goes is not None and goes != indicator.direction:
                path = ("indicators", indicator.id, "targets", position)
                yield diagnostic("VK161", path, on="key", direction=indicator.direction, goes=goes)


def another_unit(context: RuleContext) -> Iterator[Diagnostic]:
    """VK162: a number of an indicator in a unit that cannot be held against the indicator's own."""
    model, vocabulary = context.model, context.project.vocabulary
    numbers: list[tuple[Path, Bounds, str]] = []
    for indicator in model.indicators.values():
        path: Path = ("indicators", indicator.id)
        numbers += [((*path, "baseline"), indicator.baseline, indicator.id)] if indicator.baseline is not None else []
        numbers += [((*path, "targets", position), target, indicator.id) for position, target in enumerate(indicator.targets)]
    numbers += [(("results", result.id), result, result.indicator) for result in model.results.values() if result.indicator]
    for path, number, name in numbers:
        indicator_unit = unit_in(Bounds(value=1), indicator_named(name, model, vocabulary), vocabulary)
        if number.unit is None or indicator_unit is None or number.unit == indicator_unit:
            continue
        if fits(Bounds(value=1, unit=number.unit), Bounds(value=1, unit=indicator_unit)) == "silent":
            yield diagnostic("VK162", (*path, "unit"), unit=number.unit, indicator=name, known=indicator_unit)
