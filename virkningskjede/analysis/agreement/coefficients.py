"""The coefficients of agreement: one less what coders disagree, as a share of what they would disagree by chance.

Worked out in fractions, so that no figure hangs on the order of the cells. NLTK has them too, and is what the tests hold these against;
it takes seconds to import.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from fractions import Fraction
from itertools import permutations
from typing import TypeVar

L = TypeVar("L", bound=Hashable)


def kappa(pairs: Sequence[tuple[L, L]]) -> float | None:
    """Cohen's kappa over what two coders wrote, cell by cell; None where nothing varies.

    By chance each coder writes each value as often as that coder has: J. Cohen, "A coefficient of agreement for nominal scales",
    *Educational and Psychological Measurement* 20(1), 1960.

    >>> kappa([(True, True), (True, True), (True, False), (False, False)])
    0.5
    """
    return _kappa(pairs, _nominal)


def weighted_kappa(pairs: Sequence[tuple[int, int]]) -> float | None:
    """The same with linear weights over numbers of steps; None where nothing varies.

    J. Cohen, "Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit", *Psychological
    Bulletin* 70(4), 1968.

    >>> weighted_kappa([(1, 1), (3, 3), (3, 2), (1, 1)])
    0.75
    """
    return _kappa(pairs, lambda a, b: abs(a - b))


def alpha(pairs: Sequence[tuple[L, ...]], *, order: Sequence[L] = (), missing: L | None = None) -> float | None:
    """Krippendorff's alpha over what two or more coders wrote, cell by cell; None where nothing varies.

    By chance any two of all that was written stand in one cell: K. Krippendorff, *Content Analysis*, 4th ed., 2018, chapter 12.

    Args:
        pairs: for each cell what each coder wrote.
        order: for ordinal data all the values, the least first; without it the data are nominal.
        missing: what stands where a coder wrote nothing; such places are left out.

    >>> alpha([(True, True), (True, True), (True, False), (False, False)])
    0.5333333333333333
    """
    written = (tuple(value for value in cell if missing is None or value != missing) for cell in pairs)
    cells = Counter(cell for cell in written if len(cell) > 1)
    counts: Counter[L] = Counter()
    for cell, times in cells.items():
        counts.update({value: times * here for value, here in Counter(cell).items()})
    if len(counts) < 2:
        return None
    distance = _ordinal(order, counts) if order else _nominal
    observed = sum(times * Fraction(sum(distance(a, b) for a, b in permutations(cell, 2)), len(cell) - 1) for cell, times in cells.items())
    by_chance = Fraction(sum(counts[a] * counts[b] * distance(a, b) for a, b in permutations(counts, 2)), counts.total() - 1)
    return float(1 - observed / by_chance)


def _kappa(pairs: Sequence[tuple[L, L]], distance: Callable[[L, L], int]) -> float | None:
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    if len(first | second) < 2:
        return None
    observed = sum(times * distance(a, b) for (a, b), times in Counter(pairs).items())
    by_chance = Fraction(sum(first[a] * second[b] * distance(a, b) for a in first for b in second), len(pairs))
    return float(1 - observed / by_chance)


def _nominal(a: object, b: object) -> int:
    return int(a != b)


def _ordinal(order: Sequence[L], counts: Counter[L]) -> Callable[[L, L], int]:
    """Krippendorff's ordinal metric: how many of all that was written lies between two values, and half of the two, squared.

    Four times that, which is a whole number and gives the same alpha.
    """
    place = {value: number for number, value in enumerate(order)}

    def distance(a: L, b: L) -> int:
        first, last = sorted((place[a], place[b]))
        return int((2 * sum(counts[value] for value in order[first : last + 1]) - counts[order[first]] - counts[order[last]]) ** 2)

    return distance
