"""Locators: the grammar, and the sentences that they name."""

from __future__ import annotations

import copy
import pickle

import pytest
from pydantic import TypeAdapter, ValidationError

from virkningskjede.model import LogicModel
from virkningskjede.model.plain import written_value
from virkningskjede.model.values import At, Locator, LocatorText, Sentence, locators, sentences

AT: TypeAdapter[tuple[LocatorText, ...]] = TypeAdapter(At)


@pytest.mark.parametrize(
    ("at", "named"),
    [
        ("2.2.4:9,11", ("r#2.2.4:9", "r#2.2.4:11")),
        ("2.2.4:24-25", ("r#2.2.4:24", "r#2.2.4:25")),
        ("2:5, 2.3.1:2", ("r#2:5", "r#2.3.1:2")),
        ("V1.1:3", ("r#V1.1:3",)),
        ("kunnskap:1,3", ("r#kunnskap:1", "r#kunnskap:3")),
        ("dps#nytte:2,4", ("dps#nytte:2", "dps#nytte:4")),
        ("dps#nytte:2, 2.1:4", ("dps#nytte:2", "r#2.1:4")),
        (["2:1", "2:1-2"], ("r#2:1", "r#2:2")),
    ],
)
def test_sentences_of_a_place(at: str | list[str], named: tuple[str, ...]) -> None:
    assert sentences(AT.validate_python(at), "r") == named


@pytest.mark.parametrize(
    "at", ["", "9", "9,11", "2.2.4", "2.2.4:", "2.2.4:x", "2.2.4:1-", "2.2.4:1;2", "#2:1", "a b:1", "2:1,,2", "2:99999"]
)
def test_what_is_not_a_place(at: str) -> None:
    with pytest.raises(ValidationError):
        AT.validate_python(at)


def test_runs_keep_their_ends() -> None:
    (place,) = locators((LocatorText("2:9-4"),), "r")
    assert place.size == -4
    assert str(place) == "r#2:9-4"


def test_a_place_is_taken_apart_once_and_stays_text() -> None:
    (text,) = AT.validate_python("2.2.4:9,11-12")
    assert text.runs is text.runs
    assert text == "2.2.4:9,11-12" and type(text) is LocatorText
    for taken in (pickle.loads(pickle.dumps(text)), copy.deepcopy(text)):
        assert type(taken) is LocatorText and taken.runs == text.runs


def test_a_sentence_knows_its_source_section_and_number() -> None:
    (first, last) = sentences(AT.validate_python("2.1:9-10"), "r")
    assert (first, last) == ("r#2.1:9", "r#2.1:10")
    assert first.locator == Sentence(str(first)).locator == Locator("r", "2.1", 9, 9)
    assert type(pickle.loads(pickle.dumps(last))) is Sentence


def test_plain_text_that_a_copy_was_given_names_the_same_places() -> None:
    assert sentences(("2.1:9-10",), "r") == sentences(AT.validate_python("2.1:9-10"), "r")


def test_what_is_dumped_is_plain_text() -> None:
    """As where someone has our values in a type of their own."""
    dumped = AT.dump_python(AT.validate_python(["2:1", "2:3-4"]))
    assert dumped == ("2:1", "2:3-4")
    assert {type(text) for text in dumped} == {str}


def test_what_is_written_is_as_it_stood() -> None:
    entry = LogicModel.model_validate({"id": "m", "enablers": {"a": {"label": "A", "at": "2:1", "about": "b -> c"}}}).enablers["a"]
    assert written_value(entry) == {"label": "A", "about": ["b -> c"], "at": "2:1"}
