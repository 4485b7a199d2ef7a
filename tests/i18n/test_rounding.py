"""One way of rounding, wherever numbers are told."""

from __future__ import annotations

import ast
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import virkningskjede
from virkningskjede.i18n import percent, rounded, rounded_share

SHARES = st.integers(1, 400).flatmap(lambda whole: st.integers(0, whole).map(lambda part: Fraction(part, whole)))


@given(st.decimals(-1000, 1000, places=6), st.integers(0, 4))
def test_halves_go_away_from_zero(value: Decimal, digits: int) -> None:
    assert rounded(value, digits) == value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    assert rounded(-value, digits) == -rounded(value, digits)


@given(SHARES)
def test_a_quotient_is_rounded_as_the_share_that_it_stands_for(share: Fraction) -> None:
    assert percent(float(share)) == percent(share)
    assert rounded_share(float(share), 2) == rounded_share(share, 2)


@given(SHARES, st.integers(1, 4))
def test_all_and_nothing_are_said_only_of_all_and_nothing(share: Fraction, digits: int) -> None:
    for value in (share, -share):
        assert (rounded_share(value, digits) in (-1, 0, 1)) == (value in (-1, 0, 1))
    assert (percent(share).in_("en") in ("0", "100")) == (share in (0, 1))


def test_very_large_numbers_are_rounded_exactly() -> None:
    assert rounded(Fraction(2 * 10**60 + 1, 2)) == Decimal(10**60 + 1)


FIGURES = ("analysis", "report", "drafts", "atlas", "cli", "drawing/heatmap")
"""Where numbers are told."""

DRAWN = {
    "report/write_word.py",
    "report/write_html.py",
    "report/cropping.py",
    "analysis/consensus/picture.py",
    "drawing/heatmap/shades.py",
    "drawing/heatmap/drawing.py",
}
"""Where what is rounded is a length or a colour."""


@pytest.mark.parametrize("folder", FIGURES)
def test_nothing_that_tells_numbers_rounds_in_another_way(folder: str) -> None:
    package = Path(virkningskjede.__file__).parent
    files = [file for file in (package / folder).rglob("*.py") if file.relative_to(package).as_posix() not in DRAWN]
    assert files
    rounding = [
        f"{file.relative_to(package)}:{node.lineno}"
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "round")
        or (isinstance(node, ast.FormattedValue) and node.format_spec is not None and re.search(r"\..*f", ast.unparse(node.format_spec)))
    ]
    assert rounding == []
