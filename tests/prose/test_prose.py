"""Numbers, time and verbs in sentences that nobody wrote the patterns for."""

from __future__ import annotations

from fractions import Fraction

import pytest

from virkningskjede.prose.numbers import counted, language, listed, numbers
from virkningskjede.prose.time import UNITS, by_when, months, named
from virkningskjede.prose.verbs import moods
from virkningskjede.prose.words import akin, content_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Møtene varer i halvannen time og holdes annenhver uke", {Fraction(3, 2), Fraction(1, 2)}),
        ("1,5 millioner kroner", {Fraction(3, 2), Fraction(1500000)}),
        ("tjuefem av 20 000", {25, 20000}),
        ("et åtteukers kurs", {1, 8}),
        ("Per 16.12 var ni ferdige", {16, 12, Fraction(403, 25), 9}),
        ("They meet twice a month to plan the twenty-one visits", {2, 1, 21}),
        ("Brukerne i Modell1 og på U18", set()),
        ("1/3 av lederne", {Fraction(1, 3)}),
    ],
)
def test_numbers(text: str, expected: set[Fraction]) -> None:
    assert numbers(text) == {Fraction(number) for number in expected}


def test_to_is_a_number_in_norwegian_only() -> None:
    assert numbers("Help to find work", "en") == set()
    assert numbers("To møter", "nb") == {2}
    assert (language("Help that is given to the users"), language("Hjelp som gis til brukerne")) == ("en", "nb")


def test_names_and_articles_are_not_counted() -> None:
    assert counted("En plan for modell 2 og begge tjenester", "nb") == set()
    assert listed("Det gjelder Bodø, Narvik og Harstad.") == {3, 2}


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Hver mandag", {"day", "week"}),
        ("i et 12-ukers forløp", {"week"}),
        ("Brukerne er sjuke i hverdagen om våren", set()),
        ("to halve kontordager", {"day", "half_day"}),
        ("monthly for half a year", {"month", "year", "half_year"}),
    ],
)
def test_units_of_time(text: str, units: set[str]) -> None:
    assert {unit for unit in UNITS if named(text, unit)} == units


@pytest.mark.parametrize(
    ("text", "number", "point"),
    [
        ("Svar gis innen tre uker, i en egen samtale", 3, True),
        ("Planen er klar i uke 12", 12, True),
        ("The letter is sent no later than six weeks after the referral", 6, True),
        ("Kurset går over tre uker", 3, False),
        ("Kurset går over tre uker", 4, None),
    ],
)
def test_by_when_or_how_long(text: str, number: int, point: bool | None) -> None:
    assert by_when(text, Fraction(number), "week") is point


def test_months_of_the_calendar() -> None:
    assert list(months("Oppstart i mai, evaluering in October")) == [5, 10]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Teamet har tatt i bruk skjemaet", "done"),
        ("Det er ansatt en koordinator", "done"),
        ("The team has hired a coordinator", "done"),
        ("Teamet planlegger et kurs", "meant"),
        ("They will run a course", "meant"),
        ("Kommunen vurderer en app", "wished"),
        ("The service would like an app", "wished"),
        ("Dette krever flere lokaler", "needed"),
    ],
)
def test_moods(text: str, mood: str) -> None:
    assert set(moods(text)) == {mood}


def test_words_are_known_again_in_compounds() -> None:
    (meeting,), (information, *_) = content_words("informasjonsmøte"), content_words("informasjon om møter")
    assert akin(meeting, information)
    assert not akin("kurs", "lokal")
