"""How much of the way from a baseline to a target a number is, and whether it has come to the target.

Nothing is interpolated, and nothing rounded. Where the source gives bounds, so is the share: with at least 60 on the way from 40 to 80, it
is at least a half.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Literal, NamedTuple

from virkningskjede.model import DatedBounds, Direction
from virkningskjede.model.results import way
from virkningskjede.model.values import Bounds, Date, Fit, Interval, copy_with, fits, on_one_scale

Share = Interval
"""A share of the way, from its least to its most; None for what has no least, or no most."""

NoShare = Literal["no_baseline", "no_target", "not_measured", "no_number", "unit", "open_baseline", "overlap"]
"""Why there is no share: a part is missing, or has no number; their units have nothing in common; the baseline is less or more than a
number, and no more is known of it; or baseline and target are the same, or overlap, so that there is no way to go."""


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


def share_of(value: Bounds | None, on: Way) -> Share | None:
    """(value - baseline) / (target - baseline). None where it is not defined; `why_no_share` says why.

    A target that is a bound counts as that bound: who is to come to at least 80 is there at 80. Where the calendar stands between the
    units, the share is as wide as it makes it.

    >>> share_of(Bounds(value=55), Way(Bounds(value=40), Bounds(min=80), "up"))[:2]
    (Fraction(3, 8), Fraction(3, 8))
    >>> share_of(Bounds(min=60), Way(Bounds(value=40), Bounds(min=80), "up"))[:2]
    (Fraction(1, 2), None)
    """
    share = _worked_out(value, on)
    return share if isinstance(share, Interval) else None


def why_no_share(value: Bounds | None, on: Way) -> NoShare | None:
    """Why there is no share; None where there is one.

    >>> why_no_share(Bounds(value=55), Way(None, Bounds(min=80), "up"))
    'no_baseline'
    >>> why_no_share(Bounds(value=55), Way(Bounds(value=80), Bounds(min=80), "up"))
    'overlap'
    """
    share = _worked_out(value, on)
    return None if isinstance(share, Interval) else share


def _worked_out(value: Bounds | None, on: Way) -> Share | NoShare:
    if on.baseline is None or on.target is None or value is None:
        return "no_baseline" if on.baseline is None else "no_target" if on.target is None else "not_measured"
    if None in (amount.interval() for amount in (value, on.baseline, on.target)):
        return "no_number"
    if on_one_scale(value, on.baseline, on.target) is None:
        return "unit"
    end_of_way = _end_of(on.target, on.baseline)
    scaled = on_one_scale(value, on.baseline, end_of_way) if end_of_way is not None else None
    if scaled is None:
        return "overlap"
    here, start, end = scaled
    if start.low is None or start.high is None:
        return "open_baseline"
    if end.low is None or end.high is None or not (start.high < end.low or end.high < start.low):
        return "overlap"
    # The share rises or falls with each of the three, whatever the two others are, so that its ends are at theirs.
    points = [point for point in (here.low, here.high) if point is not None]
    starts, ends = (start.low, start.high), (end.low, end.high)
    corners = [(point - first) / (last - first) for point, first, last in product(points, starts, ends)]
    no_least, no_most = (here.low is None, here.high is None) if start.high < end.low else (here.high is None, here.low is None)
    return Interval(None if no_least else min(corners), None if no_most else max(corners))


def _end_of(target: Bounds, baseline: Bounds) -> Bounds | None:
    """The number that a target is reached at: of a target from and to the nearer end; None where the baseline lies between them."""
    if target.value is not None or target.approx is not None:
        return target
    low = target.min if target.min is not None else target.above
    high = target.max if target.max is not None else target.below
    end = low if high is None else high
    if low is not None and high is not None:
        goes = way(baseline, target)
        if goes is None:
            return None
        end = low if goes == "up" else high
    return copy_with(target, {**dict.fromkeys(("min", "above", "max", "below")), "value": end})


def target_fit(value: Bounds | None, on: Way) -> Fit:
    """Whether a number has come to the target: yes, no, partly where its bounds lie across it, and silent where it cannot be told.

    >>> target_fit(Bounds(value=85), Way(None, Bounds(value=80), "up")), target_fit(Bounds(value=85), Way(None, Bounds(value=80), None))
    ('yes', 'silent')
    """
    target = on.target
    end = target.interval() if target is not None else None
    if value is None or target is None or end is None:
        return "silent"
    if target.value is None and target.approx is None:
        return fits(value, target)
    if on.direction is None:
        return "yes" if fits(value, target) == "yes" else "silent"
    bound = {"min": end.low} if on.direction == "up" else {"max": end.high}
    return fits(value, copy_with(target, {"value": None, "approx": None, **bound}))


def exact(share: Share) -> Fraction | None:
    """The share, where it is one number."""
    return share.low if share.low == share.high else None
