"""Texts in one language or two: none is kept from a reader, and what is not a text is refused at its place."""

from __future__ import annotations

from typing import Any

import pytest

from virkningskjede.diagnostics import InvalidModel
from virkningskjede.model.values import LocalText


@pytest.mark.parametrize(
    ("value", "lang", "nb", "en"),
    [
        ("Kurs", "nb", "Kurs", "Kurs"),
        ("Course", "en", "Course", "Course"),
        ({"nb": "Kurs", "en": "Course"}, "nb", "Kurs", "Course"),
        ({"nb": "Kurs", "en": "Course"}, "en", "Kurs", "Course"),
        ({"nb": "Kurs"}, "en", "Kurs", "Kurs"),
        ({"en": "Course"}, "nb", "Course", "Course"),
    ],
)
def test_every_text_is_shown_in_both_languages(value: Any, lang: str, nb: str, en: str) -> None:
    text = LocalText.model_validate(value, context={"lang": lang})
    assert (text.in_("nb"), text.in_("en")) == (nb, en)


def test_a_plain_text_is_the_same_as_the_text_in_its_language() -> None:
    assert LocalText.model_validate("Course", context={"lang": "en"}) == LocalText(en="Course")
    assert LocalText.model_validate("Kurs") == LocalText(nb="Kurs")


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ({}, "VK102"),
        ({"nb": None, "en": "Course"}, "VK112"),
        (["Kurs"], "VK103"),
        (7, "VK103"),
        ("", "VK109"),
        ({"nb": "Kurs", "fr": "Cours"}, "VK101"),
    ],
)
def test_what_is_no_text_is_refused(value: Any, problem: str) -> None:
    with pytest.raises(InvalidModel) as refused:
        LocalText.model_validate(value)
    assert [wrong.code for wrong in refused.value.diagnostics] == [problem]
