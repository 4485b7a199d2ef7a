"""What is coded, held against the sentences of an invented source."""

from __future__ import annotations

from typing import Any

import pytest

from virkningskjede.model import LogicModel
from virkningskjede.model.values import Sentence
from virkningskjede.rules import RuleContext, check

TEXT = {
    1: "Kommunen vil holde kurs to ganger i måneden, i et halvt år.",
    2: "Ni av ti deltakere fullførte.",
    3: "Kurslederne er ansatt i halv stilling.",
    4: "Kommunen ønsker også en app for deltakerne.",
    5: "Deltakerne får svar innen tre uker.",
    6: "Alle deltakerne møtes til en felles avslutning.",
}


FITS = ("VK411", "VK412", "VK413", "VK414", "VK415")
"""The rules that ask whether what is coded is what its sentences say."""


def codes(node: dict[str, Any] | None = None, select: tuple[str, ...] = FITS, **other: Any) -> list[str]:
    """The codes on a model with this activity."""
    activity = {"label": "Kurs", **(node or {})}
    model = LogicModel.model_validate({"id": "m", "source": "r", "activities": {"a": activity}, **other})
    text = {Sentence.of("r", "1", number): sentence for number, sentence in TEXT.items()}
    return [breach.code for breach in check(RuleContext(model, text=text), select=select)]


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        ({"frequency": {"value": 2, "unit": "time", "per": "month"}}, []),
        ({"frequency": {"value": 24, "unit": "time", "per": "year"}}, []),  # twice a month, and the text has no year
        ({"frequency": {"value": 3, "unit": "time", "per": "month"}}, ["VK411"]),
        ({"frequency": {"value": 2, "unit": "time", "per": "week"}}, ["VK412"]),
        ({"period": {"value": 6, "unit": "month"}}, []),  # half a year
        ({"period": {"value": 6, "unit": "week"}}, ["VK411"]),
        ({"frequency": {"planned": {"value": 20, "unit": "time"}, "per": "month"}}, ["VK411"]),
    ],
)
def test_amounts(dose: dict[str, Any], expected: list[str]) -> None:
    assert codes({"dose": dose, "at": "1:1"}) == expected


def test_a_note_that_names_the_number_or_a_reading_of_the_dose_answers() -> None:
    three = {"dose": {"sessions": {"value": 12, "unit": "time"}}, "at": "1:1"}
    assert codes(three) == ["VK411"]
    assert codes({**three, "note": "Ikke sagt hvor"}) == ["VK411"]
    assert codes({**three, "note": "Se 1:12"}) == ["VK411"]
    assert codes({**three, "note": "To i måneden blir 12 i alt"}) == []
    assert codes({**three, "or": [{"dose": {"sessions": {"words": "noen"}}}]}) == []
    assert codes({**three, "accept": {"VK411": "Regnet ut"}}) == []


def test_posts_and_shares_are_read_in_each_others_units() -> None:
    assert codes({"dose": {"position": {"value": 50, "unit": "percent"}}, "at": "1:3"}) == []
    result = {"indicator": "i", "value": 90, "unit": "percent", "at": "1:2"}
    shares: dict[str, Any] = {"indicators": {"i": {"label": "Fullført"}}, "results": {"r": result}}
    assert codes(**shares) == []
    assert codes(**{**shares, "results": {"r": {**result, "value": 80}}}) == ["VK411"]


def test_limits_and_labels() -> None:
    assert codes({"label": "To kurs", "at": "1:1"}) == []
    assert codes({"label": "Fire kurs", "at": "1:1"}) == ["VK411"]
    assert codes(target_group={"unge": {"age": {"below": 30, "unit": "year"}, "at": "1:4"}}) == ["VK411"]


@pytest.mark.parametrize(
    ("status", "sentence", "expected"),
    [
        ("planned", 1, []),
        ("in_use", 1, ["VK413"]),
        ("considered", 1, ["VK413"]),
        ("needed", 1, ["VK413"]),
        ("in_use", 3, []),
        ("planned", 3, ["VK413"]),
        ("considered", 4, []),
        ("planned", 4, ["VK413"]),
        ("in_use", 5, []),  # the present tense can be either
        ("planned", 5, []),
        ("dropped", 5, []),
    ],
)
def test_status_against_the_verb(status: str, sentence: int, expected: list[str]) -> None:
    assert codes({"status": status, "at": f"1:{sentence}"}) == expected


def test_only_the_reading_that_the_verbs_support_answers() -> None:
    assert codes({"status": "in_use", "at": "1:1", "or": [{"status": "planned"}]}) == []
    assert codes({"status": "in_use", "at": "1:1", "or": [{"status": "considered"}]}) == ["VK413"]


def test_a_deadline_as_a_duration() -> None:
    assert codes({"dose": {"period": {"value": 3, "unit": "week"}}, "at": "1:5"}) == ["VK414"]
    assert codes({"dose": {"deadline": {"max": 3, "unit": "week", "after": "start"}}, "at": "1:5"}) == []


def test_words_that_stand_elsewhere() -> None:
    assert codes({"label": "Felles avslutning for alle", "at": "1:3"}) == ["VK415"]
    assert codes({"label": "Felles avslutning for alle", "at": "1:6"}) == []
    assert codes({"label": "Felles avslutning for alle", "content": "Kurslederne i halv stilling", "at": "1:3"}) == []


def test_what_is_not_at_hand_is_not_asked() -> None:
    assert codes({"label": "Fire kurs", "at": "1:9"}) == codes({"label": "Fire kurs"}) == codes({"label": "Fire kurs", "at": "s#1:1"}) == []
    model = LogicModel.model_validate({"id": "m", "source": "r", "activities": {"a": {"label": "Fire kurs", "at": "1:1"}}})
    assert check(RuleContext(model), select=["VK41"]) == ()
