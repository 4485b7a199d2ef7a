"""Numbers with signs between thousands, or with a comma: what is said of them, and what following it gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.diagnostics import Diagnostic
from virkningskjede.project import read_model
from virkningskjede.yamlfile import parse
from virkningskjede.yamlfile.numerals import SPACES, numeral

BRACES = "virkningskjede: 1\nkind: pilot\nid: x\nactivities:\n  a: {{label: A, dose: {{money: {{max: {}, unit: NOK}}}}}}\n"
BLOCK = (
    "virkningskjede: 1\nkind: pilot\nid: x\nactivities:\n  a:\n    label: A\n    dose:\n      money:\n        max: {}\n        unit: NOK\n"
)


def only(text: str) -> Diagnostic:
    (diagnostic,) = read_model(parse(text.encode(), "x.yaml")).diagnostics
    return diagnostic


def where(diagnostic: Diagnostic) -> tuple[str, int, int]:
    assert diagnostic.place is not None
    return diagnostic.code, diagnostic.place.line, diagnostic.place.column


@pytest.mark.parametrize(
    ("written", "thousands", "decimals"),
    [("250,000", "250000", "250.0"), ("1,450", "1450", "1.45"), ("12,125", "12125", "12.1250"), ("-1,450", "-1450", "-1.45")],
)
def test_three_digits_behind_a_comma_get_both_readings(written: str, thousands: str, decimals: str) -> None:
    first = written.index(",") + 1
    for text, place in ((BRACES, ("VK018", 5, 37 + first)), (BLOCK, ("VK104", 9, 14))):
        diagnostic = only(text.format(written))
        assert where(diagnostic) == place
        assert diagnostic.tip("nb") == f"Skriv {thousands} hvis det er tusen, {decimals} hvis det er desimaler."
        assert diagnostic.tip("en") == f"Write {thousands} if it is thousands, {decimals} if it is decimals."


@pytest.mark.parametrize("written", ["1 450", "1\xa0450", "1\u2009450", "1\u202f450"])
def test_a_space_parts_thousands_only(written: str) -> None:
    for text in (BRACES, BLOCK):
        assert only(text.format(written)).tip("nb") == "Skriv 1450: ingenting mellom tusener, og punktum foran desimaler."


@pytest.mark.parametrize(
    ("written", "number"),
    [("1,234,567", "1234567"), ("1.234.567", "1234567"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"), ("0,125", "0.125")],
)
def test_what_can_be_one_number_only(written: str, number: str) -> None:
    assert only(BLOCK.format(written)).tip("en") == f"Write {number}: nothing between thousands, and a point before decimals."
    assert number in only(BRACES.format(written)).tip("en")


def test_a_whole_number_has_no_decimals() -> None:
    text = "virkningskjede: 1\nkind: pilot\nid: x\nresults:\n  r:\n    value: 5\n    n: {}\n"
    assert only(text.format("1,450")).tip("en") == "Write 1450: nothing between thousands, and a point before decimals."
    assert "12.5" not in only(text.format("12,5")).tip("en")


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(["", "-"]))
def test_each_reading_is_what_it_says(before: int, behind: int, sign: str) -> None:
    readings = numeral(f"{sign}{before},{behind:03}")
    assert readings is not None and readings.whole is not None and readings.decimal is not None
    assert readings.whole == f"{sign}{before * 1000 + behind}"
    whole, _, decimals = readings.decimal.partition(".")
    assert whole == f"{sign}{before}"
    assert int(decimals.ljust(6, "0")) == behind * 1000
    assert len(decimals) != 3  # what is written in its place is not taken for thousands


@given(st.integers(1000, 10**12), st.sampled_from([*SPACES, "'"]), st.none() | st.integers(1, 99))
def test_groups_of_three_are_one_number(number: int, between: str, decimals: int | None) -> None:
    written = f"{number:,}".replace(",", between)
    readings = numeral(written if decimals is None else f"{written},{decimals:02}")
    assert readings == ((str(number), None) if decimals is None else (None, f"{number}.{decimals:02}"))


@pytest.mark.parametrize("text", ["", "-", "1,2,3", "12,34,567", "1,,450", "1 450 kr", "a", "1.2.3", "1/2"])
def test_what_is_no_number(text: str) -> None:
    assert numeral(text) is None
