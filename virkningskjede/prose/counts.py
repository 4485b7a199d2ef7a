"""The numbers of running text that say how many or how much: not those that name something, or say when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from virkningskjede.prose.numbers import DAY, NAMED, UNCOUNTED, numbers_at
from virkningskjede.prose.time import MONTHS

_OF_A_MONTH = re.compile(rf"\.?\s+(?:(?:og|and|til|to|–|-)\s+\d\d?\.?\s+)?(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_YEARS = range(1900, 2101)


_MEASURE = re.compile(
    r"[\s-]*(?:\w+ )?(?:prosent|%|per ?cent|ganger|gongar|gang\b|times\b|årsverk|stilling|kroner|kr\b|minutt|minute|"
    r"time|hour|dag|day|uke|veke|week|måned|månad|month|år\b|year|kvartal|quarter)",
    re.IGNORECASE,
)
"""What a number stands before where it says how much, how often or how long."""


class Count(NamedTuple):
    """A number as a text has it, and what it can be: several where a sign between digits can mean several things."""

    text: str
    readings: tuple[Fraction, ...]
    measure: bool
    """Whether it stands before a unit: of time, of money, of a post or of a whole."""


def counts(text: str) -> Iterator[Count]:
    """The numbers of a text that say how many or how much: not names, days and years, nor one, both and most.

    >>> [count.text for count in counts("Den 3. mai 2024 kom fem av 20 000 til én av de to i modell 2")]
    ['fem', '20 000', 'to']
    """
    named = [match.span() for match in NAMED.finditer(text)]
    readings: dict[tuple[int, int], list[Fraction]] = {}
    for start, end, number in numbers_at(text):
        readings.setdefault((start, end), []).append(number)
    for (start, end), forms in readings.items():
        token = text[start:end].casefold()
        year = len(token) == len("2024") and token.isdecimal() and int(token) in _YEARS
        aside = year or token in UNCOUNTED or DAY.fullmatch(token) or _OF_A_MONTH.match(text, end)
        of_nothing = not token[:1].isdecimal() and all(number in (0, 1) for number in forms)
        if not aside and not of_nothing and not any(first <= start < last for first, last in named):
            yield Count(text[start:end], tuple(forms), _MEASURE.match(text, end) is not None)
