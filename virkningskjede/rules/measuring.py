"""Whether what is measured, when it is measured, and what it is to come to, agree."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.model import Activity, Node, Result
from virkningskjede.model.graph import reachable
from virkningskjede.model.results import indicator_named, unit_in, way
from virkningskjede.model.values import Amount, Bounds, Date, copy_with, fits
from virkningskjede.rules.context import RuleContext

NOT_BEGUN = ("needed", "considered", "planned")
"""How far something has come of which nothing can have been reached."""


def against_direction(context: RuleContext) -> Iterator[Diagnostic]:
    """VK161: a target that lies the other way from the baseline than the indicator is said to go."""
    for indicator in context.model.indicators.values():
        if indicator.direction is None or indicator.baseline is None:
            continue
        baseline = copy_with(indicator.baseline, {"unit": unit_in(indicator.baseline, indicator, context.project.vocabulary)})
        for position, target in enumerate(indicator.targets):
            goes = way(baseline, copy_with(target, {"unit": unit_in(target, indicator, context.project.vocabulary)}))
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


def idle_indicator(context: RuleContext) -> Iterator[Diagnostic]:
    """VK163: an indicator that hangs on nothing, and that no result is of."""
    model = context.model
    used = {name for node in model.nodes.values() for name in node.indicators} | {result.indicator for result in model.results.values()}
    for indicator in model.indicators.values():
        if indicator.id not in used:
            yield diagnostic("VK163", ("indicators", indicator.id), on="key", id=indicator.id)


def measured_how(context: RuleContext) -> Iterator[Diagnostic]:
    """VK164: an indicator that neither says what it counts nor what it is measured with. What came of it in words, in
    answers or in a unit of its own says it.
    """
    results = context.model.results.values()
    clear = {result.indicator for result in results if result.words is not None or result.distribution or result.unit is not None}
    for indicator in context.model.indicators.values():
        if indicator.unit is None and indicator.instrument is None and indicator.id not in clear:
            yield diagnostic("VK164", ("indicators", indicator.id), on="key", id=indicator.id)


def target_from_where(context: RuleContext) -> Iterator[Diagnostic]:
    """VK165: targets for an outcome, but nothing that they are to be reached from. What is made or done is counted from nothing."""
    changing = {name for outcome in context.model.outcomes.values() for name in outcome.indicators}
    for indicator in context.model.indicators.values():
        numbered = any(target.interval() is not None for target in indicator.targets)
        if numbered and indicator.baseline is None and indicator.id in changing:
            yield diagnostic("VK165", ("indicators", indicator.id, "targets"), on="key", id=indicator.id)


def baseline_after_target(context: RuleContext) -> Iterator[Diagnostic]:
    """VK166: a baseline of a later date than the first target, or of the same."""
    for indicator in context.model.indicators.values():
        start = indicator.baseline.date if indicator.baseline is not None else None
        dates = [target.date for target in indicator.targets if target.date is not None]
        if start is not None and dates and not start.first < dates[0].last:
            path = ("indicators", indicator.id, "baseline", "date")
            yield diagnostic("VK166", path, baseline=start, target=dates[0])


def result_before_baseline(context: RuleContext) -> Iterator[Diagnostic]:
    """VK167: a result of an earlier date than the baseline of its indicator."""
    model = context.model
    for result in model.results.values():
        indicator = model.indicators.get(result.indicator or "")
        start = indicator.baseline.date if indicator is not None and indicator.baseline is not None else None
        if start is not None and result.date is not None and result.date.before(start):
            yield diagnostic("VK167", ("results", result.id, "date"), date=result.date, baseline=start)


def result_from_the_future(context: RuleContext) -> Iterator[Diagnostic]:
    """VK168: a result of a later date than the one that the description holds for."""
    as_of = context.model.as_of
    for result in context.model.results.values():
        if as_of is not None and result.date is not None and as_of.before(result.date.end):
            yield diagnostic("VK168", ("results", result.id, "date"), date=result.date, as_of=as_of)


def done_after_it_is_measured(context: RuleContext) -> Iterator[Diagnostic]:
    """VK169: something that is to be done only after everything that it leads to has been measured for the last time."""
    model = context.model
    measured: dict[str, Date] = {}
    for node in model.nodes.values():
        dates = [date for name in node.indicators for date in _measurements(context, name)]
        if dates:
            measured[node.id] = max(dates, key=lambda date: date.last)
    for node in model.nodes.values() if measured else ():
        due = _due(node)
        for name in sorted(reachable(model, frozenset({node.id})) & measured.keys()) if due is not None else ():
            if due is not None and name != node.id and measured[name].before(due):
                path = (node.stage, node.id, "dose", "deadline", "date")
                yield diagnostic("VK169", path, id=node.id, date=due, other=name, measured=measured[name])
                break


def reached_before_begun(context: RuleContext) -> Iterator[Diagnostic]:
    """VK170: something that has not begun, and of which something has been reached all the same."""
    model = context.model
    measured = {result.indicator: result.id for result in model.results.values() if result.indicator and _is_some(result)}
    for node in (*model.activities.values(), *model.outputs.values()):
        if node.status in NOT_BEGUN and not any("status" in patch.changes for patch in node.or_):
            result = next((measured[name] for name in node.indicators if name in measured), None)
            amounts = node.dose.amounts() if node.dose is not None else ()
            reached = next((dimension for dimension, amount in amounts if isinstance(amount, Amount) and amount.reached is not None), None)
            if result is not None or reached is not None:
                yield diagnostic("VK170", (node.stage, node.id, "status"), id=node.id, status=node.status, other=result or reached)


def _is_some(result: Result) -> bool:
    """Whether a result is a number of more than none."""
    interval = Bounds.interval(result)
    return interval is not None and (interval.low is None or interval.low > 0)


def _due(node: Node) -> Date | None:
    """The day of the calendar by which something is to be done, where it has not been done yet."""
    deadline = node.dose.deadline if isinstance(node, Activity) and node.dose is not None else None
    return deadline.date if deadline is not None and node.status not in ("in_use", "completed") else None


def _measurements(context: RuleContext, name: str) -> Iterator[Date]:
    """When an indicator has been measured, and when it is to have come to something."""
    indicator = context.model.indicators.get(name)
    yield from (target.date for target in (indicator.targets if indicator is not None else ()) if target.date is not None)
    yield from (result.date for result in context.model.results.values() if result.indicator == name and result.date is not None)
