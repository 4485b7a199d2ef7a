"""Numbers in running text, read and written in the way that the text has them: 7, sju, 7–9, sju til ni, 78 prosent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from virkningskjede.i18n import LANGS, NUMERALS, Lang, rounded
from virkningskjede.prose.numbers import CARDINALS
from virkningskjede.report import amounts

_ZERO: Mapping[Lang, str] = MappingProxyType({"nb": "null", "en": "zero"})
_ALL: Mapping[Lang, tuple[str, ...]] = MappingProxyType({"nb": ("alle", "samtlige"), "en": ("all",)})
_TO: Mapping[Lang, str] = MappingProxyType({"nb": " til ", "en": " to "})
PER_CENT: Mapping[Lang, str] = MappingProxyType({"nb": " prosent", "en": " per cent"})
"""What stands behind a share."""

_ONE = r"\d+(?:[ .,\u00a0\u2009\u202f]\d+)*|[^\W\d_]+"
_TEXT = re.compile(
    rf"(?P<low>{_ONE})(?:(?P<joint>\s*[-–]\s*|\s+(?:til|to)\s+)(?P<high>{_ONE}))?(?P<after>\s*(?:%|prosent|percent|per cent))?",
    re.IGNORECASE,
)
_GROUPS = "\u0020\u00a0\u2009\u202f"


@dataclass(frozen=True, slots=True)
class Style:
    """How a number is written.

    Attributes:
        words: the language of its words; None for digits.
        capital: whether it begins with a capital letter.
        joint: what stands between the ends of an interval; empty for the usual.
        places: how many decimals it has.
        after: what stands behind a share: " %", " prosent".
    """

    words: Lang | None = None
    capital: bool = False
    joint: str = ""
    places: int = 0
    after: str = ""


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number in a text: its least and its most, which are mostly the same, and how it is written."""

    low: Fraction
    high: Fraction
    style: Style


def read(text: str, lang: Lang, size: int | None = None) -> WrittenNumber | None:
    """The number that a text says; None when it says none, or more than a number.

    Args:
        text: the text.
        lang: its language, which decides what a comma is.
        size: how many "all" are.

    >>> [str(end) for end in (read("Sju til ni", "nb").low, read("1 234,5", "nb").low, read("All", "en", 9).low)]
    ['7', '2469/2', '9']
    """
    match = _TEXT.fullmatch(text)
    if match is None:
        return None
    low = _one(match["low"], lang, size)
    high = _one(match["high"], lang, size) if match["high"] else low
    if low is None or high is None:
        return None
    decimals = re.search(r"[.,](\d+)$", match["low"])
    style = Style(low[1], text[:1].isupper(), match["joint"] or "", len(decimals[1]) if decimals else 0, match["after"] or "")
    return WrittenNumber(low[0], high[0], style)


def _one(text: str, lang: Lang, size: int | None) -> tuple[Fraction, Lang | None] | None:
    if not text[0].isdigit():
        return _in_words(text.casefold(), lang, size)
    for space in _GROUPS:
        text = text.replace(space, "")
    decimal, group = (",", ".") if lang == "nb" else (".", ",")
    text = re.sub(rf"\{group}(?=\d{{3}}(?!\d))", "", text).replace(decimal, ".").replace(group, ".")
    return (Fraction(text), None) if text.count(".") <= 1 else None


def _in_words(text: str, lang: Lang, size: int | None) -> tuple[Fraction, Lang | None] | None:
    for language in sorted(LANGS, key=lambda language: language != lang):
        if text in _ALL[language] and size is not None:
            return Fraction(size), language
        if text in CARDINALS[language]:
            return Fraction(CARDINALS[language][text]), language
    return None


def write(low: Fraction, high: Fraction, style: Style, lang: Lang, places: int | None = None) -> str:
    """A number, or an interval, in a style.

    Words go to twelve; what is more, or is no whole number, stands in digits.

    Args:
        low: the least.
        high: the most.
        style: how it is written.
        lang: the language, which decides how digits are divided.
        places: how many decimals; as many as it needs, and two at the most, when None.

    >>> write(Fraction(7), Fraction(9), Style("nb", capital=True), "nb"), write(Fraction(14), Fraction(14), Style("nb"), "nb")
    ('Sju til ni', '14')
    """
    words = NUMERALS[style.words] if style.words is not None else ()
    if all(end.denominator == 1 and 0 <= end < len(words) for end in (low, high)) and style.words is not None:
        first, last = (words[int(end)] for end in (low, high))
        first = _ZERO[style.words] if low == 0 and high else first
        usual = _TO[style.words]
    else:
        first, last = (_digits(end, lang, places) for end in (low, high))
        usual = "–"
    text = first if low == high else f"{first}{style.joint or usual}{last}"
    return (f"{text[:1].upper()}{text[1:]}" if style.capital else text) + style.after


def _digits(value: Fraction, lang: Lang, places: int | None) -> str:
    return amounts.number(rounded(value, 2), lang) if places is None else amounts.decimal(value, lang, places)
