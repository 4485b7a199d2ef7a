"""Arrows by name are text that knows its ends, and stay so wherever they are taken."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from virkningskjede.model.values import Arrow, arrow_of, ends_of, reference


def test_an_arrow_is_its_text_and_knows_its_ends() -> None:
    arrow = Arrow("kurs", "mestring")
    assert arrow == "kurs -> mestring" and hash(arrow) == hash("kurs -> mestring")
    assert (arrow.source, arrow.to, arrow.ends) == ("kurs", "mestring", ("kurs", "mestring"))
    assert json.dumps([arrow]) == '["kurs -> mestring"]'


@pytest.mark.parametrize("taken", [pickle.loads(pickle.dumps(Arrow("a", "b"))), copy.deepcopy(Arrow("a", "b")), copy.copy(Arrow("a", "b"))])
def test_copies_and_pickles_keep_its_ends(taken: Arrow) -> None:
    assert type(taken) is Arrow and taken.ends == ("a", "b")


def test_what_a_text_refers_to() -> None:
    assert ends_of(reference("kurs -> mestring")) == ("kurs", "mestring")
    assert ends_of(reference("kurs")) == ("kurs",)
    assert type(reference("whole")) is str


def test_plain_text_that_a_copy_was_given_is_known_as_an_arrow() -> None:
    assert ends_of("kurs -> mestring") == ("kurs", "mestring")
    assert arrow_of("kurs -> mestring") == Arrow("kurs", "mestring") and arrow_of("kurs") is None
