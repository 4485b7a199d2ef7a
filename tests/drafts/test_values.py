"""Numbers and names in running text: read, and written in the way that the text has."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.drafts import numerals
from virkningskjede.drafts.naming import ModelNames
from virkningskjede.i18n import Lang
from virkningskjede.model import LogicModel

NAMES = ModelNames(
    [
        LogicModel(id="ask", title="Bydel Ask – en pilot"),
        LogicModel(id="bjork", title="Bjørk og Bek"),
        LogicModel(id="eik", title="Eik, Nord"),
        LogicModel(id="alm", title="Alm *ny* <b>"),
        LogicModel(id="gran", title="Bydel Nord"),
    ]
)


@pytest.mark.parametrize(
    ("text", "lang", "low", "high"),
    [
        ("7", "nb", 7, 7),
        ("sju", "nb", 7, 7),
        ("Syv", "nb", 7, 7),
        ("en", "nb", 1, 1),
        ("Seven", "nb", 7, 7),
        ("sju", "en", 7, 7),
        ("ingen", "nb", 0, 0),
        ("No", "en", 0, 0),
        ("alle", "nb", 9, 9),
        ("All", "en", 9, 9),
        ("7–9", "nb", 7, 9),
        ("7 - 9", "nb", 7, 9),
        ("to til fire", "nb", 2, 4),
        ("two to four", "en", 2, 4),
        ("null til to", "nb", 0, 2),
        ("78 %", "nb", 78, 78),
        ("56–78 prosent", "nb", 56, 78),
        ("77,8 prosent", "nb", "778/10", "778/10"),
        ("77.8 per cent", "en", "778/10", "778/10"),
        ("1 234", "nb", 1234, 1234),
        ("1\u00a0234,5", "nb", "12345/10", "12345/10"),
        ("1,234", "en", 1234, 1234),
        ("1.234", "nb", 1234, 1234),
        ("7.5", "nb", "15/2", "15/2"),
    ],
)
def test_a_number_is_read(text: str, lang: Lang, low: int | str, high: int | str) -> None:
    read = numerals.read(text, lang, 9)
    assert read is not None
    assert (read.low, read.high) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize("text", ["", "mange", "sju piloter", "7 av 9", "-7", "7–", "sju eller åtte", "1.2.3", "٣x", "alle ni"])
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert numerals.read(text, "nb", 9) is None


def test_all_needs_to_know_how_many_they_are() -> None:
    assert numerals.read("alle", "nb") is None


@pytest.mark.parametrize(
    ("like", "lang", "low", "high", "written"),
    [
        ("sju", "nb", 8, 8, "åtte"),
        ("Sju", "nb", 8, 8, "Åtte"),
        ("sju", "nb", 13, 13, "13"),
        ("7", "nb", 8, 8, "8"),
        ("Alle", "nb", 1, 1, "Én"),
        ("seven", "nb", 8, 8, "eight"),
        ("sju", "nb", 7, 9, "sju til ni"),
        ("sju", "nb", 0, 2, "null til to"),
        ("sju", "nb", 0, 0, "ingen"),
        ("seven", "en", 7, 9, "seven to nine"),
        ("sju", "nb", 11, 14, "11–14"),
        ("7", "nb", 7, 9, "7–9"),
        ("7 til 8", "nb", 7, 9, "7 til 9"),
        ("sju–ni", "nb", 6, 9, "seks–ni"),
        ("78 %", "nb", 80, 80, "80 %"),
        ("12", "nb", 1234, 1234, "1 234"),
        ("12", "en", 1234, 1234, "1,234"),
    ],
)
def test_a_number_is_written_as_the_text_has_it(like: str, lang: Lang, low: int, high: int, written: str) -> None:
    read = numerals.read(like, lang, 9)
    assert read is not None
    assert numerals.write(Fraction(low), Fraction(high), read.style, lang) == written


styles = st.builds(
    numerals.Style,
    words=st.sampled_from([None, "nb", "en"]),
    capital=st.booleans(),
    joint=st.sampled_from(["", "–", " til ", " to "]),
    after=st.sampled_from(["", " %", " prosent"]),
)


@given(st.integers(0, 2000), st.integers(0, 2000), styles, st.sampled_from(["nb", "en"]), st.sampled_from([None, 0, 1]))
def test_what_is_written_is_read_back(one: int, other: int, style: numerals.Style, lang: Lang, places: int | None) -> None:
    low, high = (Fraction(item) for item in sorted((one, other)))
    written = numerals.write(low, high, style, lang, places)
    read = numerals.read(written, lang)
    assert read is not None, written
    assert (read.low, read.high) == (low, high)
    assert numerals.write(low, high, read.style, lang, places) == written


@pytest.mark.parametrize(
    ("text", "sure", "perhaps"),
    [
        ("Bydel Ask", ["ask"], []),
        ("Ask", ["ask"], []),
        ("ask og bjork", ["ask", "bjork"], []),
        ("Bjørk og Bek, Eik, Nord, Ask", ["ask", "bjork", "eik"], []),
        ("Bydel Ask and Bydel Nord", ["ask", "gran"], []),
        ("Ask, kanskje også Bjørk og Bek", ["ask"], ["bjork"]),
        ("kanskje Ask", [], ["ask"]),
        ("Ask, perhaps also Eik, Nord", ["ask"], ["eik"]),
        ("ingen", [], []),
        ("None", [], []),
        ("Alm \\*ny\\* &lt;b&gt;", ["alm"], []),
    ],
)
def test_a_list_is_read(text: str, sure: list[str], perhaps: list[str]) -> None:
    read = NAMES.read(text)
    assert read is not None
    assert (sorted(read.sure), sorted(read.perhaps)) == (sure, perhaps)


@pytest.mark.parametrize("text", ["", "og", "kanskje", "Asker", "Ask med Eik", "Nord", "Ask og de andre"])
def test_what_is_no_list_is_not_read(text: str) -> None:
    assert NAMES.read(text) is None


def test_names_keep_the_spelling_of_the_text() -> None:
    read = NAMES.read("Ask")
    assert read is not None
    assert NAMES.write(["ask", "gran"], [], read.spelled, "nb") == "Ask og Bydel Nord"
    assert NAMES.write([], [], {}, "en") == "none"


@given(st.sets(st.sampled_from(list(NAMES.names))), st.sets(st.sampled_from(list(NAMES.names))), st.sampled_from(["nb", "en"]))
def test_a_list_that_is_written_is_read_back(sure: set[str], perhaps: set[str], lang: Lang) -> None:
    perhaps -= sure
    read = NAMES.read(NAMES.write(sorted(sure), sorted(perhaps), {}, lang))
    assert read is not None
    assert (set(read.sure), set(read.perhaps)) == (sure, perhaps)
