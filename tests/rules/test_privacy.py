"""Personal data: found in every text, masked in every message, and not seen where there is none."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from virkningskjede.diagnostics import path_text
from virkningskjede.i18n import LANGS
from virkningskjede.model import LogicModel
from virkningskjede.rules import RuleContext, check
from virkningskjede.rules.privacy import is_national_id, mask

SYNTHETIC = "01817000092"
"""Made for testing: 80 is added to the month, so that it is nobody's."""


def searched(text: str) -> list[str]:
    diagnostics = check(RuleContext(LogicModel(id="m", note=text)), select=["VK7"])
    return [diagnostic.code for diagnostic in diagnostics]


@st.composite
def first_nine(draw: st.DrawFn) -> str:
    """A date as in a national identity number, a D-number or a synthetic one, and the three digits after it."""
    day = draw(st.dates(datetime.date(1900, 1, 1), datetime.date(1999, 12, 31)))
    more_days, more_months = draw(st.sampled_from([0, 40])), draw(st.sampled_from([0, 40, 80]))
    return f"{day.day + more_days:02}{day.month + more_months:02}{day.year % 100:02}{draw(st.integers(0, 999)):03}"


def with_check_digits(digits: str) -> str | None:
    """By the rule as Skatteetaten words it: eleven less the remainder; eleven becomes 0, and ten makes the number unusable."""
    for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
        control = 11 - sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11
        if control == 10:
            return None
        digits += str(control % 11)
    return digits


@given(first_nine())
def test_valid_numbers_are_found(digits: str) -> None:
    number = with_check_digits(digits)
    assume(number is not None)
    assert number is not None
    assert is_national_id(number)
    assert searched(f"Deltaker {number}.") == ["VK701"]
    assert searched(f"{number[:6]} {number[6:]}") == ["VK701"]


@given(first_nine(), st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_makes_a_number_invalid(digits: str, position: int, change: int) -> None:
    number = with_check_digits(digits)
    assume(number is not None)
    assert number is not None
    wrong = number[:position] + str((int(number[position]) + change) % 10) + number[position + 1 :]
    assert not is_national_id(wrong)


@given(st.integers(0, 10**11 - 1))
def test_whatever_passes_has_the_check_digits_that_the_rule_gives(number: int) -> None:
    digits = f"{number:011}"
    assert not is_national_id(digits) or with_check_digits(digits[:9]) == digits


@pytest.mark.parametrize("day", ["00", "32", "40", "72"])
def test_days_that_do_not_exist(day: str) -> None:
    assert not any(is_national_id(number) for n in range(1000) if (number := with_check_digits(f"{day}0170{n:03}")))


@pytest.mark.parametrize(
    "text",
    [
        "99887766",
        "Ring 99887766!",
        "tlf:99887766",
        "Tlf.22334455",
        "998 87 766",
        "22 33 44 55",
        "22\u00a033\u00a044\u00a055",
        "+47 22 33 44 55",
        "+4722334455",
        "(+47) 22334455",
        "0047 998 87 766",
        "2024: 99887766",
    ],
)
def test_telephone_numbers(text: str) -> None:
    assert searched(text) == ["VK703"]


@pytest.mark.parametrize(
    "text",
    [
        "I 2024 og 2025",
        "2024 2025",
        "2024-2025",
        "20241216",
        "2024-12-16 og 2025-01-31",
        "946 000 kroner",
        "22 946 000",
        "22 946 000 kroner",
        "22946000 kroner",
        "kr 22946123",
        "NOK 22946123",
        "50000000",
        "12 500 000",
        "974 760 673",
        "974760673",
        "99887766554433",
        "a99887766",
        "99887766f",
        "3f0c99887766",
        "sak-99887766",
        "10.1186/99887766",
        "1.99887766",
        "2.2.4:9,11-12",
        "22 33 44 55 66",
        "9 22 33 44 55",
        "0022 3344",
        "12345678",
        "https://doi.org/10.1000/22334455",
    ],
)
def test_other_numbers(text: str) -> None:
    assert searched(text) == []


@pytest.mark.parametrize("text", ["kari.nordmann@example.no", "Skriv til post@nav.example.org.", "<a+b@x-y.no>"])
def test_email_addresses(text: str) -> None:
    assert searched(text) == ["VK702"]


@pytest.mark.parametrize("text", ["@nav", "kl. 12 @ kontoret", "a@b", "@@@", "a" * 3000 + "@"])
def test_other_signs(text: str) -> None:
    assert searched(text) == []


TEXT = f"Kari, kari@nav.example, {SYNTHETIC}, 99 88 77 66"
CODES = ["VK701", "VK702", "VK703"]


def everywhere() -> dict[str, Any]:
    outcome = {"label": "X", "level": "user"}
    return {
        "title": {"title": TEXT},
        "note": {"note": TEXT},
        "accept.VK803": {"accept": {"VK803": TEXT}},
        "target_group.a.label": {"target_group": {"a": {"label": TEXT}}},
        "target_group.a.because": {"target_group": {"a": {"because": TEXT}}},
        "recruitment.how": {"recruitment": {"how": TEXT}},
        "context.a.label": {"context": {"a": {"label": TEXT, "kind": "problem"}}},
        "inputs.a.content": {"inputs": {"a": {"label": "A", "content": TEXT}}},
        "inputs.a.dose.count.words": {"inputs": {"a": {"label": "A", "dose": {"count": {"words": TEXT}}}}},
        "inputs.a.later.note": {"inputs": {"a": {"label": "A", "later": {"note": TEXT}}}},
        "inputs.a.or.0.because": {"inputs": {"a": {"label": "A", "or": [{"because": TEXT}]}}},
        "inputs.a.accept.VK210": {"inputs": {"a": {"label": "A", "accept": {"VK210": TEXT}}}},
        "inputs.a.leads_to.x.because": {
            "inputs": {"a": {"label": "A", "leads_to": [{"to": "x", "because": TEXT}]}},
            "outcomes": {"x": outcome},
        },
        "inputs.a.leads_to.x.accept.VK209": {
            "inputs": {"a": {"label": "A", "leads_to": [{"to": "x", "accept": {"VK209": TEXT}}]}},
            "outcomes": {"x": outcome},
        },
        "inputs.a.leads_to.x.evidence.0.note": {
            "inputs": {"a": {"label": "A", "leads_to": [{"to": "x", "evidence": [{"finding": "mixed", "note": TEXT}]}]}},
            "outcomes": {"x": outcome},
        },
        "indicators.a.instrument": {"indicators": {"a": {"label": "A", "instrument": TEXT}}},
        "results.a.wave": {"results": {"a": {"value": 1, "wave": TEXT}}},
        "ambiguities.a.or.0.note": {"ambiguities": {"a": {"or": [{"term": "t", "note": TEXT}]}}},
        "open_questions.a.label": {"open_questions": {"a": {"label": TEXT}}},
    }


@pytest.mark.parametrize("path", everywhere())
def test_every_text_is_searched(path: str) -> None:
    judged = LogicModel.model_validate({"id": "m", **everywhere()[path]}, by_alias=True)
    diagnostics = check(RuleContext(judged), select=["VK7"])
    assert [(diagnostic.code, path_text(diagnostic.path)) for diagnostic in diagnostics] == [(code, path) for code in CODES]


def test_ids_are_searched_and_places_in_sources_are_not() -> None:
    judged = LogicModel(id="m", inputs={SYNTHETIC: {"label": "A", "at": "2:1"}}, set_aside={"99887766:1": "heading"})
    assert [(diagnostic.code, path_text(diagnostic.path), diagnostic.on) for diagnostic in check(RuleContext(judged), select=["VK7"])] == [
        ("VK701", f"inputs.{SYNTHETIC}", "key")
    ]


def test_messages_do_not_repeat_what_they_warn_of() -> None:
    for diagnostic in check(RuleContext(LogicModel(id="m", note=TEXT)), select=["VK7"]):
        for lang in LANGS:
            for secret in ("1817000092", "@nav", "ari@", "88", "77"):
                assert secret not in diagnostic.message(lang)
                assert secret not in str(diagnostic.params)


@given(st.text())
def test_masking_keeps_only_the_first_character(text: str) -> None:
    assert not any(character.isalnum() for character in mask(text)[1:])
    assert len(mask(text)) == len(text)
