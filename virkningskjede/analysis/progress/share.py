"""How much of the way from a baseline to a target a number is, and whether it has come to the target.

Nothing is interpolated, and nothing rounded. Where the source gives bounds, so is the share: with at least 60 on the way from 40 to 80, it
is at least a half.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from virkningskjede.model import DatedBounds, Direction
from virkningskjede.model.results import way
from virkningskjede.model.values import Bounds, Date, Fit, Interval, Measure

Share = Interval
"""A share of the way, from its least to its most; None for what has no least, or no most."""


class Way(NamedTuple):
    """Where an indicator starts, and where it is to come to, both in the unit that they are in.

    Attributes:
        baseline: the number before anything is done; None where none is given.
        target: the number that it is to come to; None where none is given.
        direction: which way it is to go, where that is known.
    """

    baseline: Bounds | None
    target: Bounds | None
    direction: Direction | None


def target_on(targets: Sequence[DatedBounds], date: Date | None) -> DatedBounds | None:
    """The target in force on a date: the first that is dated on it or after it, else the last. A lone one without a date always is.

    What has no date is held against a target only where there is just one.

    >>> targets = [DatedBounds(min=60, date="2024"), DatedBounds(min=80, date="2026")]
    >>> [str(target_on(targets, Date.of(text)).date) for text in ("2023", "2024-11", "2025", "2027")]
    ['2024', '2024', '2026', '2026']
    """
    if not targets or (date is None and len(targets) > 1):
        return None
    if date is None:
        return targets[0]
    in_force = (target for target in targets if target.date is None or target.date.last >= date.last)
    return next(in_force, targets[-1])


def direction_of(baseline: Bounds | None, target: Bounds | None, wanted: Direction | None) -> Direction | None:
    """Which way an indicator is to go: as baseline and target say, else as it says itself, else as the form of the target says.

    >>> direction_of(None, Bounds(min=80), None), direction_of(Bounds(value=9), Bounds(value=4), None)
    ('up', 'down')
    >>> direction_of(None, Bounds(value=4), None) is None
    True
    """
    if baseline is not None and target is not None and (goes := way(baseline, target)) is not None:
        return goes
    if wanted is not None or target is None:
        return wanted
    lower, upper = (target.min, target.above) != (None, None), (target.max, target.below) != (None, None)
    return None if lower == upper else "up" if lower else "down"


def _in_measure_of(amount: Bounds | None, other: Bounds) -> Interval | None:
    interval = amount.interval() if amount is not None else None
    factor = Measure.of(amount).factor(Measure.of(other)) if amount is not None else None
    return interval.times(factor) if interval is not None and factor is not None else None


def share_of(value: Bounds | None, on: Way) -> Share | None:
    """(value - baseline) / (target - baseline). None where it is not defined: something is missing, has no number, is in another kind of
    unit, or baseline and target overlap.

    A target that is a bound counts as that bound: who is to come to at least 80 is there at 80.

    >>> share_of(Bounds(value=55), Way(Bounds(value=40), Bounds(min=80), "up"))[:2]
    (Fraction(3, 8), Fraction(3, 8))
    >>> share_of(Bounds(min=60), Way(Bounds(value=40), Bounds(min=80), "up"))[:2]
    (Fraction(1, 2), None)
    """
    if value is None or on.baseline is None or on.target is None:
        return None
    goes = way(on.baseline, on.target)
    here, start, end = (_in_measure_of(amount, on.target) for amount in (value, on.baseline, on.target))
    if goes is None or here is None or start is None or end is None or start.low is None or start.high is None:
        return None
    if on.target.value is None and on.target.approx is None:
        nearest = end.low if goes == "up" else end.high
        end = Interval(nearest, nearest)
    if end.low is None or end.high is None:
        return None
    # The share rises or falls with each of the three, whatever the two others are, so that its ends are at theirs.
    points = [point for point in (here.low, here.high) if point is not None]
    corners = [
        (point - first) / (last - first)
        for point, first, last in product(points, (start.low, start.high), (end.low, end.high))
        if last != first
    ]
    if not corners:
        return None
    no_least, no_most = (here.low is None, here.high is None) if goes == "up" else (here.high is None, here.low is None)
    return Interval(None if no_least else min(corners), None if no_most else max(corners))


def target_fit(value: Bounds | None, on: Way) -> Fit:
    """Whether a number has come to the target: yes, no, partly where its bounds lie across it, and silent where it cannot be told.

    >>> target_fit(Bounds(value=85), Way(None, Bounds(value=80), "up")), target_fit(Bounds(value=85), Way(None, Bounds(value=80), None))
    ('yes', 'silent')
    """
    if value is None or on.target is None:
        return "silent"
    here, end = _in_measure_of(value, on.target), on.target.interval()
    if here is None or end is None:
        return "silent"
    if on.target.value is not None or on.target.approx is not None:
        if on.direction is None:
            return "yes" if here.inside(end) else "silent"
        end = Interval(end.low, None) if on.direction == "up" else Interval(None, end.high)
    return "yes" if here.inside(end) else "no" if here.apart(end) else "partly"


def exact(share: Share) -> Fraction | None:
    """The share, where it is one number."""
    return share.low if share.low == share.high else None
