"""Small numbers in words: nine pilots are ``ni``, and twenty are ``20``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Lang

NUMERALS: Mapping[Lang, tuple[str, ...]] = MappingProxyType(
    {
        "nb": ("ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"),
        "en": ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    }
)
"""Numbers that are written in words, from 0."""


def numeral(count: int, lang: Lang) -> str:
    """How many, in a word where it is a small number.

    >>> numeral(9, "nb"), numeral(20, "nb")
    ('ni', '20')
    """
    return NUMERALS[lang][count] if 0 <= count < len(NUMERALS[lang]) else str(count)
