"""The coefficients against worked examples that have been published, and against NLTK."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from virkningskjede.analysis.agreement.coefficients import alpha, kappa, weighted_kappa

if TYPE_CHECKING:
    from nltk.metrics.agreement import AnnotationTask

MEG, OWEN = "0100000010", "1110010000"
"""K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), part A: two observers, binary data."""

OBSERVERS = ("12332141 2...".replace(" ", ""), "123322412 5.3".replace(" ", ""), ".3332342251.", "1233244125 1.".replace(" ", ""))
"""The same, part C: four observers, any number of values, values missing."""

DIAGNOSES = ((88, 10, 2), (14, 40, 6), (18, 10, 12))
"""J. Cohen, "A coefficient of agreement for nominal scales" (1960): two judges, three diagnoses, 200 subjects."""


def diagnoses() -> list[tuple[int, int]]:
    return [(a, b) for a, row in enumerate(DIAGNOSES) for b, count in enumerate(row) for _ in range(count)]


def test_cohens_own_example() -> None:
    assert kappa(diagnoses()) == pytest.approx(0.492, abs=0.0005)


def test_linear_weights_worked_out_by_hand() -> None:
    seen = 10 + 14 + 6 + 10 + 2 * (2 + 18)
    by_chance = (100 * 60 + 60 * 120 + 60 * 20 + 40 * 60) / 200 + 2 * (100 * 20 + 40 * 120) / 200
    assert weighted_kappa(diagnoses()) == pytest.approx(1 - seen / by_chance)


def test_krippendorffs_binary_example() -> None:
    assert alpha(list(zip(MEG, OWEN, strict=True))) == pytest.approx(0.095, abs=0.0005)


def test_krippendorffs_example_with_values_missing() -> None:
    units = list(zip(*OBSERVERS, strict=True))
    assert len(units) == 12
    assert alpha(units, missing=".") == pytest.approx(0.743, abs=0.0005)
    assert alpha(units, missing=".", order="12345") == pytest.approx(0.815, abs=0.0005)


@pytest.mark.parametrize("cells", [[], [(True, True)], [(False, False)] * 4])
def test_nothing_is_told_where_nothing_varies(cells: list[tuple[bool, bool]]) -> None:
    assert kappa(cells) is None
    assert alpha(cells) is None
    assert weighted_kappa([(int(a), int(b)) for a, b in cells]) is None


Cells = list[tuple[int, int]]
VARIED: st.SearchStrategy[Cells] = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2).filter(
    lambda cells: len({value for cell in cells for value in cell}) > 1
)


def task(cells: Sequence[Sequence[int]], distance: Callable[[int, int], float] | None = None) -> AnnotationTask:
    from nltk.metrics.agreement import AnnotationTask  # it takes a second, which only the one who runs these tests is to wait
    from nltk.metrics.distance import binary_distance

    distance = distance or binary_distance
    return AnnotationTask([(coder, item, value) for item, cell in enumerate(cells) for coder, value in enumerate(cell)], distance)


@given(VARIED)
def test_kappa_is_that_of_nltk(cells: Cells) -> None:
    assert kappa(cells) == pytest.approx(task(cells).kappa(), abs=1e-12)


@given(VARIED)
def test_weighted_kappa_is_that_of_nltk(cells: Cells) -> None:
    assert weighted_kappa(cells) == pytest.approx(task(cells, lambda a, b: abs(a - b)).weighted_kappa(), abs=1e-12)


@given(st.lists(st.lists(st.integers(0, 4), min_size=2, max_size=5).map(tuple), min_size=2))
def test_alpha_is_that_of_nltk(cells: list[tuple[int, ...]]) -> None:
    written = [value for cell in cells for value in cell]
    assume(len(set(written)) > 1)

    def ordinal(a: int, b: int) -> float:
        low, high = min(a, b), max(a, b)
        return (sum(low <= value <= high for value in written) - (written.count(a) + written.count(b)) / 2) ** 2

    assert alpha(cells) == pytest.approx(task(cells).alpha(), abs=1e-12)
    assert alpha(cells, order=range(5)) == pytest.approx(task(cells, ordinal).alpha(), abs=1e-12)


@given(VARIED, st.randoms())
def test_neither_the_order_of_the_cells_nor_that_of_the_coders_matters(cells: Cells, random: Random) -> None:
    mixed = [(b, a) for a, b in random.sample(cells, len(cells))]
    assert (kappa(mixed), weighted_kappa(mixed), alpha(mixed)) == (kappa(cells), weighted_kappa(cells), alpha(cells))
