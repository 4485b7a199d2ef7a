"""Each type reads its own text, and nothing else: what YAML would guess stays what was written."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from virkningskjede.model.values import Date, Flag, Label, Number, Prose, Whole


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Number, "12", Decimal(12)),
        (Number, "-0.50", Decimal("-0.50")),
        (Number, 3, Decimal(3)),
        (Whole, "-7", -7),
        (Flag, "true", True),
        (Flag, "false", False),
        (Date, "2024-02-29", Date(2024, 2, 29)),
        (Date, "2024-02", Date(2024, 2)),
        (Date, "2024", Date(2024)),
        (Date, datetime.date(2024, 2, 29), Date(2024, 2, 29)),
    ],
)
def test_what_is_read(kind: Any, text: object, value: object) -> None:
    assert TypeAdapter(kind).validate_python(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (Number, "1e5", "VK104"),
        (Number, "1_000", "VK104"),
        (Number, "1,5", "VK104"),
        (Number, ".5", "VK104"),
        (Number, "NaN", "VK104"),
        (Number, "١٢", "VK104"),
        (Number, True, "VK104"),
        (Number, 0.1, "VK104"),
        (Whole, "1.0", "VK104"),
        (Whole, "0x1", "VK104"),
        (Flag, "no", "VK104"),
        (Flag, "True", "VK104"),
        (Flag, "ja", "VK104"),
        (Date, "2024-13-01", "VK105"),
        (Date, "2023-02-29", "VK105"),
        (Date, "20241216", "VK105"),
        (Date, "16.12.2024", "VK105"),
        (Date, "2024-00", "VK105"),
        (Date, "2024-1", "VK105"),
        (Date, "0000", "VK105"),
        (Date, "24", "VK105"),
        (Date, "2024/2023-12-31", "VK105"),
        (Date, "2023/2024/2025", "VK105"),
        (Date, "2024/", "VK105"),
        (Date, datetime.datetime(2024, 2, 29), "VK105"),
    ],
)
def test_what_is_refused(kind: Any, text: object, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(text)
    assert [error["type"] for error in caught.value.errors()] == [code]


HIDDEN = ["\x1b[31m", "\x9b", "\x00", "\u202e", "\u2066", "\u200f", "\ufeff", "\u2028", "\x7f"]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_characters_that_steer_are_refused_in_text(hidden: str) -> None:
    for kind in (Label, Prose):
        for text in (hidden, f"a{hidden}b", f"a{hidden}"):
            with pytest.raises(ValidationError):
                TypeAdapter(kind).validate_python(text)


@pytest.mark.parametrize("text", ["", " ", " a", "a ", "a\nb", "\ta"])
def test_a_label_is_one_clean_line(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Label).validate_python(text)


@pytest.mark.parametrize("text", ["«Bli kjent»", "a", "Å", "x | y", '<b>\\N "x" {y}|', "👩‍⚕️ lege", "a - b"])
def test_ordinary_text_is_a_label(text: str) -> None:
    assert TypeAdapter(Label).validate_python(text) == text
