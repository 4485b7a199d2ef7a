"""Figures of agreement over cells that two coders filled or left empty.

The two coefficients correct for agreement by chance: kappa by what each coder's own habits would give (J. Cohen, "A coefficient of
agreement for nominal scales", *Educational and Psychological Measurement* 20(1), 1960), alpha by what the coders' pooled habits would
give (K. Krippendorff, *Content Analysis*, 4th ed., 2018). Where nearly all cells are empty, both can be low though the coders agree
nearly everywhere (A. R. Feinstein and D. V. Cicchetti, "High agreement but low kappa", *Journal of Clinical Epidemiology* 43(6), 1990);
positive and negative agreement then say more (the same, part II).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from virkningskjede.analysis.agreement.coefficients import alpha, kappa, weighted_kappa
from virkningskjede.model.values import PROGRESS, Status, rank

RARE = 0.1
"""A share of filled cells below this, or above one less this, makes the coefficients misleading."""

FEW = 30
"""With fewer cells than this one cell more or less changes the figures much."""

HIGH = 0.8
"""Coders whose positive agreement is at least this nearly always agree, however low the coefficients come out."""

FAR = 0.2
"""A kappa over many terms that is more than this above the median of the terms is made by some terms being common and others rare."""

Caution = Literal["rare", "common", "uniform", "few", "uneven"]
"""Why figures must be read with caution: nearly all cells are empty, or filled; all of them are alike, so that the coefficients are not
defined; there are few cells; or kappa is far above what it is for a typical term."""

CAUTIONS: tuple[Caution, ...] = get_args(Caution)


@dataclass(frozen=True, slots=True)
class Figures:
    """How far two coders agree over some cells.

    Attributes:
        both: cells that both filled.
        only_a: cells that only the first filled.
        only_b: cells that only the second filled.
        neither: cells that both left empty.
        readable: of those that only one filled, how many would agree in another reading that one of them has given.
        kappa: Cohen's kappa; None where all cells are alike, or where it is not asked for.
        alpha: Krippendorff's alpha for nominal data; likewise.
        typical: the median of kappa over the terms that are taken together here; None where there are none, or too few to tell.

    Where no cell is filled there is nothing to compare, and no share is defined: to have coded nothing is not to agree.
    """

    both: int
    only_a: int
    only_b: int
    neither: int
    readable: int
    kappa: float | None
    alpha: float | None
    typical: float | None = None

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return self.filled + self.neither

    @property
    def filled(self) -> int:
        """How many cells at least one of them filled."""
        return self.both + self.only_a + self.only_b

    @property
    def agreed(self) -> float | None:
        """The share of cells that are alike, as coded."""
        return _share(self.both + self.neither, self.cells) if self.filled else None

    @property
    def agreed_at_best(self) -> float | None:
        """The same, if each cell that could be read alike were so."""
        return _share(self.both + self.neither + self.readable, self.cells) if self.filled else None

    @property
    def positive(self) -> float | None:
        """Positive agreement: of all the times that a coder filled a cell, the share where the other did too."""
        return _share(2 * self.both, 2 * self.both + self.only_a + self.only_b)

    @property
    def negative(self) -> float | None:
        """Negative agreement: of all the times that a coder left a cell empty, the share where the other did too."""
        return _share(2 * self.neither, 2 * self.neither + self.only_a + self.only_b) if self.filled else None

    @property
    def prevalence(self) -> float | None:
        """The share of cells that a coder filled, on average."""
        return _share(2 * self.both + self.only_a + self.only_b, 2 * self.cells)

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """Why the figures must be read with caution."""
        if not self.filled or self.prevalence is None:
            return ()
        cautions: list[Caution] = ["uniform"] if self.filled == self.both and not self.neither else []
        if not cautions:
            cautions += ["rare"] if self.prevalence < RARE else ["common"] if self.prevalence > 1 - RARE else []
        if self.kappa is not None and self.typical is not None and self.kappa - self.typical > FAR:
            cautions.append("uneven")
        return (*cautions, "few") if self.cells < FEW else tuple(cautions)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def figures_of(cells: Iterable[tuple[bool, bool, bool]], *, chance: bool = True, typical: float | None = None) -> Figures:
    """The figures of some cells.

    Args:
        cells: for each what the first coder wrote, what the second wrote, and whether some readings of them agree.
        chance: whether to correct for agreement by chance, which needs cells that could have been left empty.
        typical: the median of kappa over the terms that are taken together.
    """
    triples = list(cells)
    pairs = [(a, b) for a, b, _ in triples]
    return Figures(
        sum(a and b for a, b in pairs),
        sum(a and not b for a, b in pairs),
        sum(b and not a for a, b in pairs),
        sum(not (a or b) for a, b in pairs),
        sum(a != b and could for a, b, could in triples),
        kappa(pairs) if chance else None,
        alpha(pairs) if chance else None,
        typical,
    )


@dataclass(frozen=True, slots=True)
class StatusFigures:
    """How far two coders agree on how far things have come, over the cells of terms that both filled with a status.

    Statuses are steps in an order (`virkningskjede.model.values.PROGRESS`; what is needed counts as planned), so that a step apart is less
    than two.

    Attributes:
        pairs: what each wrote, the first coder's first.
        one_sided: cells that both filled, but to which only one gave a status.
        kappa: kappa with linear weights (J. Cohen, "Weighted kappa", *Psychological Bulletin* 70(4), 1968); None where all are alike.
        alpha: Krippendorff's alpha for ordinal data; None where all are alike.
    """

    pairs: tuple[tuple[Status, Status], ...]
    one_sided: int
    kappa: float | None
    alpha: float | None

    @property
    def same(self) -> int:
        """How many cells have the same status."""
        return sum(rank(a) == rank(b) for a, b in self.pairs)

    @property
    def agreed(self) -> float | None:
        """The share of cells with the same status."""
        return _share(self.same, len(self.pairs))


def status_figures_of(statuses: Iterable[tuple[Status | None, Status | None]]) -> StatusFigures:
    """The figures of cells that both coders filled, each as the status that either gave."""
    given = list(statuses)
    pairs = tuple((a, b) for a, b in given if a is not None and b is not None)
    steps = [(rank(a), rank(b)) for a, b in pairs]
    numbers = [(a, b) for a, b in steps if a is not None and b is not None]
    one_sided = sum((a is None) != (b is None) for a, b in given)
    return StatusFigures(pairs, one_sided, weighted_kappa(numbers), alpha(numbers, order=_STEPS))


_STEPS: Sequence[int] = range(len(PROGRESS))
