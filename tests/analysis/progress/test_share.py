"""How much of the way a number is: by the definition, and in bounds where the source gives bounds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from virkningskjede.analysis.progress import Way, direction_of, share_of, target_fit, target_on, why_no_share
from virkningskjede.model import DatedBounds
from virkningskjede.model.values import Bounds, Date


def way(baseline: dict[str, Any] | None, target: dict[str, Any] | None, wanted: Any = None) -> Way:
    start, end = (Bounds.model_validate(amount) if amount is not None else None for amount in (baseline, target))
    return Way(start, end, direction_of(start, end, wanted))


@pytest.mark.parametrize(
    ("value", "baseline", "target", "share"),  # or why there is none
    [
        ({"value": 60}, {"value": 40}, {"value": 80}, ("1/2", "1/2")),
        ({"value": 60}, {"value": 40}, {"min": 80}, ("1/2", "1/2")),
        ({"value": 90}, {"value": 40}, {"min": 80, "max": 85}, ("5/4", "5/4")),
        ({"value": 30}, {"value": 40}, {"min": 80}, ("-1/4", "-1/4")),
        ({"value": 150}, {"value": 180}, {"max": 120}, ("1/2", "1/2")),
        ({"min": 50, "max": 60}, {"value": 40}, {"min": 80}, ("1/4", "1/2")),
        ({"min": 60}, {"value": 40}, {"min": 80}, ("1/2", None)),
        ({"min": 150}, {"value": 180}, {"max": 120}, (None, "1/2")),
        ({"value": 60}, {"min": 30, "max": 40}, {"value": 80}, ("1/2", "3/5")),
        ({"value": 18, "unit": "month"}, {"value": 2, "unit": "year"}, {"value": 1, "unit": "year"}, ("1/2", "1/2")),
        # What is to be no more than so much, or no less, can be met before anything is done: so much is still where the way goes.
        ({"value": 50}, {"value": 40}, {"max": 60}, ("1/2", "1/2")),
        ({"value": 30}, {"value": 40}, {"max": 20}, ("1/2", "1/2")),
        ({"value": 60}, {"value": 40}, {"min": 30}, ("-2", "-2")),
        # Weeks and months: as wide as the calendar makes it. Three months are 89 to 92 days, two 59 to 62.
        ({"value": 10, "unit": "week"}, {"value": 3, "unit": "month"}, {"max": 8, "unit": "week"}, ("19/33", "22/36")),
        ({"value": 3, "unit": "week"}, {"value": 6, "unit": "week"}, {"value": 2, "unit": "week"}, ("3/4", "3/4")),
        ({"value": 10, "unit": "week"}, {"value": 3, "unit": "month"}, {"max": 2, "unit": "month"}, ("19/30", "11/15")),
        ({"value": 9, "unit": "week"}, {"value": 2, "unit": "month"}, {"max": 60, "unit": "day"}, "overlap"),
        ({"value": 60}, {"value": 40}, {"value": 40}, "overlap"),
        ({"value": 60}, {"value": 40}, {"min": 40}, "overlap"),
        ({"value": 60}, {"value": 40}, {"min": 30, "max": 50}, "overlap"),
        ({"value": 60}, {"above": 30, "below": 40}, {"value": 40}, "overlap"),
        ({"value": 60}, {"below": 40}, {"value": 80}, "open_baseline"),
        ({"value": 60, "unit": "person"}, {"value": 40}, {"value": 80}, "unit"),
        ({"value": 60, "unit": "time"}, {"value": 40, "unit": "day"}, {"value": 2, "unit": "month"}, "unit"),
        ({"words": "mange"}, {"value": 40}, {"value": 80}, "no_number"),
        ({"value": 60}, None, {"value": 80}, "no_baseline"),
        ({"value": 60}, {"value": 40}, None, "no_target"),
        (None, {"value": 40}, {"value": 80}, "not_measured"),
    ],
)
def test_the_share_of_the_way(value: Any, baseline: Any, target: Any, share: tuple[str | None, str | None] | str) -> None:
    measured = Bounds.model_validate(value) if value is not None else None
    ends = share_of(measured, way(baseline, target))
    wanted = None if isinstance(share, str) else tuple(Fraction(end) if end is not None else None for end in share)
    assert (ends and (ends.low, ends.high)) == wanted
    assert why_no_share(measured, way(baseline, target)) == (share if wanted is None else None)


RANGES = st.tuples(st.integers(-20, 20), st.integers(0, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(RANGES, RANGES, st.integers(-40, 40), st.data())
def test_every_number_within_the_bounds_has_a_share_within_the_share(
    value: tuple[int, int], start: tuple[int, int], end: int, data: st.DataObject
) -> None:
    assume(not start[0] <= end <= start[1])
    ranges = [Bounds(min=Decimal(low), max=Decimal(high)) for low, high in (value, start)]
    share = share_of(ranges[0], Way(ranges[1], Bounds(value=Decimal(end)), None))
    assert share is not None and share.low is not None and share.high is not None
    one, first = (data.draw(st.integers(*pair)) for pair in (value, start))
    assert share.low <= Fraction(one - first, end - first) <= share.high
    corners = [Fraction(point - other, end - other) for point in value for other in start]
    assert (share.low, share.high) == (min(corners), max(corners))


@pytest.mark.parametrize(
    ("value", "on", "fit"),
    [
        ({"value": 80}, way(None, {"min": 80}), "yes"),
        ({"value": 80}, way(None, {"above": 80}), "no"),
        ({"value": 85}, way({"value": 40}, {"value": 80}), "yes"),
        ({"value": 5}, way({"value": 9}, {"value": 6}), "yes"),
        ({"value": 7}, way({"value": 9}, {"value": 6}), "no"),
        ({"min": 70, "max": 90}, way(None, {"min": 80}), "partly"),
        ({"value": 85}, way(None, {"value": 80}), "silent"),
        ({"value": 80}, way(None, {"value": 80}), "yes"),
        ({"value": 85}, way(None, {"value": 80}, "up"), "yes"),
        ({"value": 85}, way(None, {"value": 80}, "down"), "no"),
        ({"value": 85, "unit": "person"}, way(None, {"min": 80}), "silent"),
        ({"words": "mange"}, way(None, {"min": 80}), "silent"),
        ({"value": 4, "unit": "month"}, way(None, {"min": 16, "unit": "week"}), "yes"),
        ({"value": 4, "unit": "month"}, way({"value": 1, "unit": "year"}, {"value": 16, "unit": "week"}), "no"),
        ({"value": 3, "unit": "month"}, way({"value": 1, "unit": "year"}, {"value": 90, "unit": "day"}), "partly"),
    ],
)
def test_whether_the_target_is_reached(value: dict[str, Any], on: Way, fit: str) -> None:
    assert target_fit(Bounds.model_validate(value), on) == fit


def test_the_target_in_force() -> None:
    targets = [DatedBounds.model_validate({"min": size, "date": date}) for size, date in ((60, "2024-06"), (80, "2024"), (90, "2026"))]
    dates = ("2023", "2024-06", "2024-07", "2024", "2025-01-01", "2030")
    in_force = {text: target.min for text in dates if (target := target_on(targets, Date.of(text)))}
    assert in_force == {"2023": 60, "2024-06": 60, "2024-07": 80, "2024": 80, "2025-01-01": 90, "2030": 90}
    assert target_on(targets, None) is None
    assert target_on(targets[:1], None) == targets[0]
    assert target_on([], Date.of("2024")) is None
