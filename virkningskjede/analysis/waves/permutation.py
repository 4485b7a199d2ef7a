"""Two groups of people who gave one of some ordered answers: how much higher the second answered, and whether chance could do that.

The effect is the chance that one of the second group answered higher than one of the first, where the same answer counts a half. The
test is that of Wilcoxon, Mann and Whitney, given how many there are of each answer: all ways of dividing the answers between two groups
of these sizes are counted, ties and all, so that it holds for groups of any size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

MOST_EXACT = 150
"""With more answers than this in all, p is that of the normal distribution; for so many the two are alike."""

_Z = 1.959963984540054
"""The bound of 95 per cent in the normal distribution."""


def superiority(first: Sequence[int], second: Sequence[int]) -> Fraction:
    """The chance that one of the second group answered higher than one of the first; the same answer counts a half.

    Args:
        first: how many of the first group gave each answer, the lowest answer first.
        second: how many of the second.

    >>> superiority([2, 1, 1], [0, 2, 2])
    Fraction(3, 4)
    """
    lower = accumulate(first, initial=0)
    higher = sum(theirs * (2 * below + ours) for below, ours, theirs in zip(lower, first, second, strict=False))
    return Fraction(higher, 2 * sum(first) * sum(second))


def interval(first: Sequence[int], second: Sequence[int]) -> tuple[float, float]:
    """Between what the chance of `superiority` lies, at 95 per cent.

    R. G. Newcombe, "Confidence intervals for an effect size measure based on the Mann–Whitney statistic. Part 2", *Statistics in
    Medicine* 25(4), 2006, method 5: the chances from which what was seen is no further than so many of their own standard errors.

    >>> [round(end, 2) for end in interval([5, 3, 2], [2, 3, 5])]
    [0.44, 0.86]
    """
    seen, sizes = float(superiority(first, second)), (sum(first), sum(second))

    def bound(end: float) -> float:
        # What was seen is near enough to itself; halve the way to where it is not.
        near, far = seen, end
        for _ in range(60):
            middle = (near + far) / 2
            near, far = (middle, far) if abs(seen - middle) <= _Z * _standard_error(middle, sizes) else (near, middle)
        return near

    return bound(0.0), bound(1.0)


def _standard_error(chance: float, sizes: tuple[int, int]) -> float:
    half = sum(sizes) / 2 - 1
    spread = chance * (1 - chance) * (1 + half * ((1 - chance) / (2 - chance) + chance / (1 + chance)))
    return math.sqrt(spread / (sizes[0] * sizes[1]))


def p_value(first: Sequence[int], second: Sequence[int]) -> Fraction | float:
    """The share of all ways to divide the answers between the two groups that part them at least as much, one way or the other.

    >>> p_value([2, 0], [0, 2])
    Fraction(1, 3)
    """
    answers = [ours + theirs for ours, theirs in zip(first, second, strict=True)]
    return _counted(answers, first) if sum(answers) <= MOST_EXACT else _by_the_normal(answers, first)


def _ranks(answers: Sequence[int]) -> list[int]:
    """Twice the mean rank of each answer, which is a whole number."""
    return [2 * below + here + 1 for below, here in zip(accumulate(answers, initial=0), answers, strict=False)]


def _deviation(answers: Sequence[int], first: Sequence[int]) -> tuple[int, int]:
    """Twice the sum of ranks of the first group, and what it is on average."""
    total = sum(count * rank for count, rank in zip(first, _ranks(answers), strict=True))
    return total, sum(first) * (sum(answers) + 1)


def _counted(answers: Sequence[int], first: Sequence[int]) -> Fraction:
    size, everyone = sum(first), sum(answers)
    # A polynomial for each number of people chosen so far: its coefficient at s is how many ways have ranks that sum to s. Each is kept
    # in one whole number, with room for every coefficient, so that adding and moving them is the work of one step.
    room = everyone + 1
    ways = [1, *[0] * size]
    for rank, here in zip(_ranks(answers), answers, strict=True):
        chosen = [(math.comb(here, count), count, count * rank * room) for count in range(min(here, size) + 1)]
        ways = [
            sum((ways[total - count] * times) << shift for times, count, shift in chosen if count <= total) for total in range(size + 1)
        ]
    seen, mean = _deviation(answers, first)
    as_much, coefficients, mask, place = 0, ways[size], (1 << room) - 1, 0
    while coefficients:
        if abs(place - mean) >= abs(seen - mean):
            as_much += coefficients & mask
        coefficients >>= room
        place += 1
    return Fraction(as_much, math.comb(everyone, size))


def _by_the_normal(answers: Sequence[int], first: Sequence[int]) -> float:
    size, everyone = sum(first), sum(answers)
    ties = Fraction(sum(here**3 - here for here in answers), everyone * (everyone - 1))
    variance = Fraction(size * (everyone - size), 3) * (everyone + 1 - ties)  # of twice the sum
    seen, mean = _deviation(answers, first)
    return math.erfc(abs(seen - mean) / math.sqrt(2 * variance)) if variance else 1.0
