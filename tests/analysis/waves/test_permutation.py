"""The test and the interval of two waves, against working them out in another way."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.analysis.waves import ALPHA, MOST_EXACT, interval, p_value, superiority

COUNTS = st.integers(2, 4).flatmap(lambda answers: st.lists(st.integers(0, 3), min_size=answers, max_size=answers))
TWO = st.tuples(COUNTS, COUNTS).filter(lambda two: len(two[0]) == len(two[1]) and all(0 < sum(wave) <= 6 for wave in two))


def people(counts: list[int]) -> list[int]:
    return [answer for answer, count in enumerate(counts) for _ in range(count)]


def scipy_p(first: list[int], second: list[int]) -> float:
    from scipy import stats  # it takes a second, which only the one who runs these tests is to wait

    return float(stats.mannwhitneyu(people(first), people(second), method="asymptotic", use_continuity=False).pvalue)


def chance(first: list[int], second: list[int]) -> Fraction:
    """Of all pairs of one of each, the share where the second is higher."""
    return Fraction(sum(2 * (two > one) + (two == one) for one in first for two in second), 2 * len(first) * len(second))


@given(TWO)
def test_p_counts_every_way_to_divide_the_answers(two: tuple[list[int], list[int]]) -> None:
    first, second = map(people, two)
    everyone = [*first, *second]
    seen = abs(chance(first, second) - Fraction(1, 2))
    ways = []
    for chosen in combinations(range(len(everyone)), len(first)):
        ours = [everyone[place] for place in chosen]
        theirs = [everyone[place] for place in range(len(everyone)) if place not in chosen]
        ways.append(abs(chance(ours, theirs) - Fraction(1, 2)) >= seen)
    assert p_value(*two) == Fraction(sum(ways), len(ways))
    assert superiority(*two) == chance(first, second)


@given(TWO)
def test_the_waves_can_change_places_and_the_answers_can_be_turned(two: tuple[list[int], list[int]]) -> None:
    first, second = two
    turned = first[::-1], second[::-1]
    assert p_value(first, second) == p_value(second, first) == p_value(*turned)
    assert superiority(first, second) == 1 - superiority(second, first) == 1 - superiority(*turned)


@given(st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any), st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any))
def test_the_interval_holds_what_was_seen_and_turns_with_the_waves(first: list[int], second: list[int]) -> None:
    low, high = interval(first, second)
    assert 0 <= low <= float(superiority(first, second)) <= high <= 1
    turned = interval(second, first)
    assert (1 - turned[1], 1 - turned[0]) == pytest.approx((low, high))


@pytest.mark.parametrize(("first", "second"), [([40, 30, 20], [25, 30, 35]), ([100, 80, 60, 40], [90, 80, 70, 50])])
def test_with_many_answers_p_is_that_of_the_normal_distribution(first: list[int], second: list[int]) -> None:
    assert sum(first) + sum(second) > MOST_EXACT
    expected = scipy_p(first, second)
    assert p_value(first, second) == pytest.approx(expected)


def test_where_the_one_takes_over_from_the_other_they_are_alike() -> None:
    first, second = [20, 25, 15, 14], [12, 22, 22, 19]
    assert sum(first) + sum(second) == MOST_EXACT - 1
    expected = scipy_p(first, second)
    assert float(p_value(first, second)) == pytest.approx(expected, abs=0.003)


def test_everybody_alike_is_no_difference() -> None:
    assert (superiority([4, 0], [9, 0]), p_value([4, 0], [9, 0])) == (Fraction(1, 2), 1)
    assert p_value([100, 0], [100, 0]) == 1


@pytest.mark.parametrize("size", [7, 9, 12])
@pytest.mark.parametrize("shares", [(1, 1, 1), (1, 3, 9)])
def test_false_alarms_are_never_more_than_one_in_twenty(size: int, shares: tuple[int, ...]) -> None:
    """Two waves of one distribution: the chance of a low p, over all that can be drawn."""
    whole = sum(shares)
    factorial = [1]
    for number in range(1, size + 1):
        factorial.append(factorial[-1] * number)
    drawn: dict[tuple[int, int, int], Fraction] = {}
    for low in range(size + 1):
        for middle in range(size + 1 - low):
            counts = (low, middle, size - low - middle)
            ways = Fraction(factorial[size])
            for count, share in zip(counts, shares, strict=True):
                ways *= Fraction(share, whole) ** count / factorial[count]
            drawn[counts] = ways
    assert sum(drawn.values()) == 1
    ordered = sorted(drawn)
    alarms = sum(
        (1 if one == two else 2) * drawn[one] * drawn[two]
        for place, one in enumerate(ordered)
        for two in ordered[place:]
        if p_value(one, two) <= ALPHA
    )
    assert 0 < alarms <= ALPHA
