"""The coefficients of agreement, from NLTK (Apache 2.0): the one kept library that has them all without numpy."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from virkningskjede.catalogue import Word
from virkningskjede.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

L = TypeVar("L", bound=Hashable)

EXTRA = "virkningskjede[agreement]"
"""What to install for the coefficients."""


def kappa(pairs: Sequence[tuple[L, L]]) -> float | None:
    """Cohen's kappa (1960) over what two coders wrote, cell by cell; None where nothing varies.

    >>> kappa([(True, True), (True, True), (True, False), (False, False)])
    0.5
    """
    return float(_task(pairs).kappa()) if _varies(pairs) else None


def weighted_kappa(pairs: Sequence[tuple[int, int]]) -> float | None:
    """Cohen's weighted kappa (1968) with linear weights over numbers of steps; None where nothing varies."""
    return float(_task(pairs, lambda a, b: float(abs(a - b))).weighted_kappa()) if _varies(pairs) else None


def alpha(pairs: Sequence[tuple[L, ...]], *, order: Sequence[L] = (), missing: L | None = None) -> float | None:
    """Krippendorff's alpha over what two or more coders wrote, cell by cell; None where nothing varies.

    Args:
        pairs: for each cell what each coder wrote.
        order: for ordinal data all the values, the least first; without it the data are nominal.
        missing: what stands where a coder wrote nothing; such places are left out.
    """
    written = [[each for each in cell if missing is None or each != missing] for cell in pairs]
    compared = [cell for cell in written if len(cell) > 1]
    if not _varies(compared):
        return None
    distance = _ordinal(order, [each for cell in compared for each in cell]) if order else None
    return float(_task(compared, distance).alpha())


def _varies(cells: Sequence[Sequence[Hashable]]) -> bool:
    return len({each for cell in cells for each in cell}) > 1


def _ordinal(order: Sequence[L], written: Sequence[L]) -> Callable[[L, L], float]:
    """Krippendorff's ordinal metric: how many of all that was written lies between two values, and half of the two, squared."""
    place = {value: number for number, value in enumerate(order)}
    counts = [written.count(value) for value in order]

    def distance(a: L, b: L) -> float:
        first, last = sorted((place[a], place[b]))
        return float((sum(counts[first : last + 1]) - (counts[first] + counts[last]) / 2) ** 2)

    return distance


def _task(cells: Sequence[Sequence[Hashable]], distance: Callable[[Any, Any], float] | None = None) -> Any:
    try:
        from nltk.metrics.agreement import AnnotationTask
    except ImportError as missing:
        raise UsageError(Word("error.coders_extra", (("extra", EXTRA),))) from missing
    data = [(coder, number, value) for number, cell in enumerate(cells) for coder, value in enumerate(cell)]
    return AnnotationTask(data=data) if distance is None else AnnotationTask(data=data, distance=distance)
