"""The coefficients against worked examples that have been published."""

from __future__ import annotations

import sys

import pytest

from virkningskjede.coders.coefficients import alpha, kappa, weighted_kappa
from virkningskjede.errors import UsageError

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


def test_the_library_is_asked_for_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nltk.metrics.agreement", None)
    with pytest.raises(UsageError, match=r"virkningskjede\[agreement\]"):
        kappa([(True, False), (False, False)])
