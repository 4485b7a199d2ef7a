"""Numbers as people write them in tables: baselines, targets and results, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal

from virkningskjede.model.values import CURRENCIES, Bounds
from virkningskjede.tables.fields import date_in

NOTHING = frozenset(
    {
        *(
            "",
            "-",
            "–",
            "—",
            "--",
            ".",
            ":",
            "..",
            "...",
            "…",
            "?",
            "x",
            "n/a",
            "na",
            "n.a.",
            "n.a",
            "n/d",
            "nd",
            "n.d.",
            "tbd",
            "tba",
            "tbc",
        ),
        *("none", "nil", "no data", "not available", "not applicable", "not measured", "not yet measured", "missing"),
        *("i.t.", "i.t", "i/t", "i.a.", "ingen", "ingen data", "ingen tall", "ikke tall", "ikke aktuelt", "ikke målt"),
        *("ikke målt ennå", "ikke tilgjengelig", "ikke oppgitt", "mangler", "mangler tall"),
    }
)
"""What a cell says instead of nothing."""


def says_something(text: str) -> bool:
    """Whether a cell says more than that there is nothing.

    >>> says_something("Ikke målt"), says_something("5")
    (False, True)
    """
    return " ".join(text.split()).casefold() not in NOTHING


Decimals = Literal[",", "."] | None
"""What stands before decimals; None where a table does not show it."""

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
    rf"(?P<before>kr\.?|[A-Z]{{3}}|[$€£])?\s?(?P<first>{_NUMBER})(?:\s?(?:–|-|to|til)\s?(?P<last>{_NUMBER}))?\s?(?P<after>.*)",
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
        note: what stands behind the number, such as the sign of a footnote.
        n: how many were asked, where that is what stands there.
    """

    values: Mapping[str, Any]
    unit: str | None = None
    unsure: bool = False
    note: str = ""
    n: int | None = None


_QUALIFIED = re.compile(r"(?P<body>.*?\d.*?)\s*(?P<mark>\*+|[¹²³†‡]+|\((?P<note>[^()]*)\))", re.DOTALL)
_COUNTED = re.compile(r"n\s*=\s*(?P<n>\d+)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def reading(text: str, decimal: Decimals = None) -> Reading | None:
    """What a cell says; None where it says that there is nothing.

    Args:
        text: the cell.
        decimal: what stands before decimals in the table, where other numbers in it show that.

    >>> reading("minst 80 % innen 2027").values
    {'min': '80', 'unit': 'percent', 'date': '2027'}
    >>> reading("1 200 skoler"), reading("1,200", ".").values, reading("0,5").values
    (Reading(values={'value': '1200'}, unit='skoler', unsure=False, note='', n=None), {'value': '1200'}, {'value': '0.5'})
    >>> reading("1.200").unsure, reading("n/a"), reading("ark 2").values
    (True, None, {'words': 'ark 2'})
    >>> reading("66 % (foreløpig)").note, reading("61 % (n=412)").n, reading("380 (1)").note
    ('foreløpig', 412, '1')
    """
    plain = " ".join(text.split())
    if plain.casefold() in NOTHING:
        return None
    dated = _DATED.fullmatch(plain)
    date = date_in(dated["date"]) if dated is not None else None
    body = dated["rest"] if dated is not None and date is not None and dated["rest"].strip() else plain
    extra: dict[str, Any] = {} if body is plain or date is None else {"date": date}
    body = body.strip()
    amount = _amount(body, decimal, extra)
    qualified = _QUALIFIED.fullmatch(body)
    if qualified is None or "words" not in amount.values or amount.unsure:
        return amount
    shorter = _amount(qualified["body"], decimal, extra)
    if "words" in shorter.values and not shorter.unsure:
        return amount
    counted = _COUNTED.fullmatch((qualified["note"] or "").strip())
    if shorter.unsure:
        return Reading({"words": body, **extra}, unsure=True)
    return replace(shorter, note=(qualified["note"] or qualified["mark"]).strip(), n=int(counted["n"]) if counted else None)


def _amount(body: str, decimal: Decimals, extra: Mapping[str, Any]) -> Reading:
    """A number with a sign and a unit; words where it is none."""
    match = _AMOUNT.fullmatch(body)
    money = match["before"] if match is not None else None
    if match is None or (money and money.upper() not in CURRENCIES and money.casefold() not in _SIGNS_OF_MONEY):
        return Reading({"words": body, **extra})  # "ark 2" is no number of something
    unit, in_words = _unit(match["before"] or "", match["after"].strip())
    numbers = [_number(part, decimal) for part in (match["first"], match["last"]) if part]
    if in_words is not None and (len(in_words.split()) > LONGEST_UNIT or any(map(str.isdigit, in_words)) or not _is_unit(in_words)):
        return Reading({"words": body, **extra})
    if None in numbers:
        return Reading({"words": body, **extra}, unsure=True)
    form = _BOUNDS[match["sign"].casefold()] if match["sign"] else "value"
    values: dict[str, Any] = {"min": numbers[0], "max": numbers[1]} if len(numbers) == 2 else {form: numbers[0]}
    if len(numbers) == 2 and Decimal(str(numbers[0])) >= Decimal(str(numbers[1])):
        return Reading({"words": body, **extra})
    return Reading({**values, **({"unit": unit} if unit else {}), **extra}, in_words)


def _is_unit(words: str) -> bool:
    return words[0].isalpha() and not re.search(r"[()*¹²³†‡]", words)


def decimals_in(texts: Iterable[str]) -> Decimals:
    """What stands before decimals in a table: what the numbers show that can be read in one way only. None where none does, or they differ.

    >>> decimals_in(["9,4", "1.150"]), decimals_in(["1.150", "2.000.000"]), decimals_in(["1.5", "1,5"]), decimals_in(["1,150"])
    (',', ',', None, None)
    """
    signs = {sign for text in texts for number in re.findall(_NUMBER, text) if (sign := _decimal_of(number)) is not None}
    return signs.pop() if len(signs) == 1 else None


def commas_in(texts: Iterable[str]) -> list[str]:
    """The cells with a comma that may stand before a thousand or before decimals, where no other sign in the table does.

    >>> commas_in(["1,200", "n/a", "400"]), commas_in(["1,200", "1.500"])
    (['1,200'], [])
    """
    numbers = [(text, number) for text in texts for number in re.findall(_NUMBER, text)]
    if any(_decimal_of(number) is not None for _, number in numbers):
        return []
    unsure = [(text, number) for text, number in numbers if re.search("[.,]", number)]
    return list(dict.fromkeys(text for text, _ in unsure)) if all("." not in number for _, number in unsure) else []


def _decimal_of(number: str) -> Decimals:
    plain = re.sub(r"[   −-]", "", number)
    comma, point = plain.count(","), plain.count(".")
    if comma and point:
        return "," if plain.rfind(",") > plain.rfind(".") else "."
    if comma + point == 0:
        return None
    if comma + point > 1:
        return "." if comma else ","
    whole, sign, last = plain.partition("," if comma else ".")
    if len(last) != 3 or len(whole) > 3 or whole == "0":
        return "," if sign == "," else "."
    return None


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


def _number(text: str, decimal: Decimals) -> str | None:
    """A number as the format writes it; None when it can be read in two ways."""
    plain = re.sub(r"[   ]", "", text).replace("−", "-")
    if "," not in plain and "." not in plain:
        return plain
    before = _decimal_of(text) or decimal
    if before is None:
        return None
    return plain.replace("." if before == "," else ",", "").replace(",", ".")


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
