"""Numbers as people write them in tables: baselines, targets and results, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from virkningskjede.i18n import Lang
from virkningskjede.model.values import CURRENCIES, Bounds
from virkningskjede.tables.fields import date_in

NOTHING = frozenset(
    {"", "-", "–", "—", "n/a", "na", "n.a.", "tbd", "tba", "tbc", "ikke aktuelt", "none", "..", "...", "?", "x", "nil", "ingen"}
)
"""What a cell says instead of nothing."""

_BOUNDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("≥", ">=", "minst", "at least", "min", "min.", "minimum", "ikke under", "no less than"), "min"),
        **dict.fromkeys(
            ("≤", "<=", "høyst", "maks", "maks.", "at most", "max", "max.", "maximum", "inntil", "up to", "no more than"), "max"
        ),
        **dict.fromkeys((">", "over", "mer enn", "above", "more than"), "above"),
        **dict.fromkeys(("<", "under", "mindre enn", "færre enn", "below", "less than", "fewer than"), "below"),
        **dict.fromkeys(
            ("~", "≈", "ca.", "ca", "cirka", "om lag", "rundt", "about", "approx.", "approx", "approximately", "around"), "approx"
        ),
    }
)
"""What stands before a number, and the form that it gives it."""

SIGNS: Mapping[str, str] = MappingProxyType({"value": "", "min": "≥ ", "max": "≤ ", "above": "> ", "below": "< ", "approx": "≈ "})
"""How a form is written back."""

_NUMBER = r"[-−]?\d{1,3}(?:[   .,]\d{3})+(?:[.,]\d+)?(?!\d)|[-−]?\d+(?:[.,]\d+)?"
_AMOUNT = re.compile(
    rf"(?P<sign>{'|'.join(re.escape(word) for word in sorted(_BOUNDS, key=len, reverse=True))})?\s*"
    rf"(?P<before>[A-Z]{{3}}|[$€£])?\s?(?P<first>{_NUMBER})(?:\s?(?:–|-|to|til)\s?(?P<last>{_NUMBER}))?\s?(?P<after>.*)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?P<rest>.*?)[\s,]*(?:\(|\bby\b|\binnen\b|\bi\b|\bin\b)\s*(?:year |år )?(?P<date>\d{4}(?:-\d{2}){0,2}(?:/\d{4}(?:-\d{2}){0,2})?)\)?"
)
_SIGNS_OF_MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "kr": "NOK", "kr.": "NOK", "kroner": "NOK"}
_PERCENT = frozenset({"%", "percent", "per cent", "prosent", "pct"})
LONGEST_UNIT = 3
"""Words after a number that are more than this are no unit, but a sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell with a number says.

    Attributes:
        values: the number, in the keys of the format: ``value``, ``min`` and so on, or ``words``, and perhaps ``unit`` and ``date``.
        unit: what it counts, in words, where that is no unit of the format.
        unsure: whether the number can be read in two ways, so that it is kept in words.
    """

    values: Mapping[str, Any]
    unit: str | None = None
    unsure: bool = False


def reading(text: str, lang: Lang) -> Reading | None:
    """What a cell says; None where it says that there is nothing.

    >>> reading("minst 80 % innen 2027", "nb").values
    {'min': '80', 'unit': 'percent', 'date': '2027'}
    >>> reading("1 200 skoler", "nb"), reading("1,200", "en").values, reading("0,5", "nb").values
    (Reading(values={'value': '1200'}, unit='skoler', unsure=False), {'value': '1200'}, {'value': '0.5'})
    >>> reading("1.200", "nb"), reading("n/a", "en"), reading("de fleste", "nb").values
    (Reading(values={'words': '1.200'}, unit=None, unsure=True), None, {'words': 'de fleste'})
    """
    plain = " ".join(text.split())
    if plain.casefold() in NOTHING:
        return None
    dated = _DATED.fullmatch(plain)
    date = date_in(dated["date"]) if dated is not None else None
    body = dated["rest"] if dated is not None and date is not None and dated["rest"].strip() else plain
    extra: dict[str, Any] = {} if body is plain or date is None else {"date": date}
    match = _AMOUNT.fullmatch(body.strip())
    if match is None:
        return Reading({"words": body.strip(), **extra})
    unit, in_words = _unit(match["before"] or "", match["after"].strip())
    numbers = [_number(part, lang) for part in (match["first"], match["last"]) if part]
    if in_words is not None and (len(in_words.split()) > LONGEST_UNIT or any(map(str.isdigit, in_words)) or not in_words[0].isalpha()):
        return Reading({"words": body.strip(), **extra})
    if None in numbers:
        return Reading({"words": body.strip(), **extra}, unsure=True)
    form = _BOUNDS[match["sign"].casefold()] if match["sign"] else "value"
    values: dict[str, Any] = {"min": numbers[0], "max": numbers[1]} if len(numbers) == 2 else {form: numbers[0]}
    if len(numbers) == 2 and Decimal(str(numbers[0])) >= Decimal(str(numbers[1])):
        return Reading({"words": body.strip(), **extra})
    return Reading({**values, **({"unit": unit} if unit else {}), **extra}, in_words)


def amounts_in(text: str) -> list[str]:
    """The numbers in a cell, divided by semicolons or line breaks.

    >>> amounts_in("≥ 60 (2025); ≥ 80 (2027)")
    ['≥ 60 (2025)', '≥ 80 (2027)']
    """
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def _unit(before: str, after: str) -> tuple[str | None, str | None]:
    """A unit of the format, or words for one."""
    if after.casefold() in _PERCENT and not before:
        return "percent", None
    money = before or after
    code = _SIGNS_OF_MONEY.get(money.casefold(), money.upper())
    if code in CURRENCIES and not (before and after):
        return code, None
    return None, " ".join(filter(None, (before, after))) or None


def _number(text: str, lang: Lang) -> str | None:
    """A number as the format writes it; None when it can be read in two ways."""
    plain = re.sub(r"[   ]", "", text).replace("−", "-")
    comma, point = plain.count(","), plain.count(".")
    if comma and point:
        decimal = "," if plain.rfind(",") > plain.rfind(".") else "."
        return plain.replace("." if decimal == "," else ",", "").replace(",", ".")
    if comma + point == 0:
        return plain
    sign = "," if comma else "."
    if comma + point > 1:
        return plain.replace(sign, "")
    if len(plain.rpartition(sign)[2]) == 3:  # a thousand, or three decimals
        if lang == "en":
            return plain.replace(",", "")
        return None
    return plain.replace(",", ".")


def amount_text(amount: Bounds, date: object = None) -> str | None:
    """A number as a cell holds it, so that it is read back alike; None where a cell cannot hold it.

    >>> amount_text(Bounds(min=80, unit="percent"), "2027"), amount_text(Bounds(value="1.125"))
    ('≥ 80 percent (2027)', '1.1250')
    """
    given = [name for name in (*SIGNS, "words") if getattr(amount, name) is not None]
    if given == ["min", "max"]:
        text = f"{_written(amount.min)}–{_written(amount.max)}"
    elif len(given) == 1:
        (form,) = given
        text = str(amount.words) if form == "words" else f"{SIGNS[form]}{_written(getattr(amount, form))}"
    else:
        return None
    unit = f" {amount.unit}" if amount.unit else ""
    return f"{text}{unit}{f' ({date})' if date is not None else ''}"


def _written(number: Decimal | None) -> str:
    text = f"{number:f}"
    return f"{text}0" if re.fullmatch(r"-?\d{1,3}\.\d{3}", text) else text
