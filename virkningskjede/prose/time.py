"""Time in running text: which units are named, which months, and whether a number says how long or by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from virkningskjede.prose.numbers import CARDINALS, numbers_at

_JOINED = r"(?:\b|(?<=\d)|(?<=\d-)|\b\w{2,}s|\b\w{2,}-)"
"""What a word for time stands after: nothing, a digit, or the rest of a compound, as in *arbeidsuke*. *Bruker* holds no week."""

_GROWN = "|".join(sorted({word for word, value in CARDINALS["nb"].items() if value} | {"halv", "hel", "heil"}, key=len))
_GROWN = rf"(?:{_JOINED}|\b(?:{_GROWN}))"

_WEEKDAYS = r"\b(?:man|tirs|ons|tors|fre|lør|søn)dag\w*|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"


def _patterns(words: Mapping[str, str]) -> Mapping[str, re.Pattern[str]]:
    return MappingProxyType({unit: re.compile(pattern, re.IGNORECASE) for unit, pattern in words.items()})


UNITS: Mapping[str, re.Pattern[str]] = _patterns(
    {
        "minute": rf"{_GROWN}min(?:utt\w*|utes?|\.)?\b",
        "hour": rf"{_GROWN}(?:time(?:n|r|ne|ne?s|rs)?|timar\w*|klokketime\w*|hours?|hourly|t)\b",
        "day": r"\b(?!hverdag|kvardag|dagens\b|dagsorden)(?:\w*?(?:dag|døgn)(?:en|er|ene|s|ers|ar|lig\w*|leg\w*)?|daily|\w*days?)\b",
        "half_day": r"\bhalv(?:e|t)?[\s-]*(?:\w+\s+)?\w*dag\w*|\bhalf[\s-]+(?:\w+\s+)?days?\b",
        "week": (
            rf"{_GROWN}(?:uk(?:e|a|en|er|ene|es|ers|entlig\w*|evis\w*)|vek(?:e|er|a|ene|as|esvis))\b|\bukentlig\w*|\bweek\w*|{_WEEKDAYS}"
        ),
        "month": rf"{_GROWN}(?:måned\w*|månad\w*|mnd|months?|monthly)\b",
        "quarter": rf"{_GROWN}kvartal\w*|\bquarter\w*",
        "half_year": (r"\bhalvår\w*|\b(?:halvt|halve|halvannet)\s+år\w*|\bsemest\w*|\bhalf[\s-]+(?:a\s+)?year\w*|\bbiannual\w*"),
        "year": (
            rf"{_GROWN}(?:år(?:et|ene|a|s|lig\w*|leg\w*|ig\w*|ing\w*|svis)?|years?|yearly)\b|"
            r"\b\w*(?:skole|kalender|studie|halv)år\w*|\bannual\w*|\bper annum\b"
        ),
    }
)
"""How each unit of time is named, by the unit."""

ONCE: Mapping[str, re.Pattern[str]] = _patterns(
    {
        "hour": r"\btimes\w{3,}",
        "day": r"\bdag(?:lig|leg)\w*|\b(?:heil|hel)?dags\w{3,}|\b(?:heil|hel)e? dag|\bdaily\b|\bday-long\b",
        "week": rf"\bukentlig\w*|\bukes\w{{3,}}|\bweekly\b|{_WEEKDAYS}",
        "month": r"\bmåned(?:lig|svis)\w*|\bmånadl\w*|\bmonthly\b",
        "quarter": r"\bkvartals(?:vis|messig)\w*|\bkvartalsm\w*|\bquarterly\b",
        "half_year": r"\bhalvår(?:lig|svis|leg|s)\w*|\bbiannual\w*",
        "year": r"\bår(?:lig|svis|leg)\w*|\bannual\w*|\byearly\b",
    }
)
"""Words that say, without a number, that something is done once in so long, or lasts as long as that."""

MONTHS = (
    *("januar|january", "februar|february", "mars|march", "april", "mai|may", "juni|june", "juli|july"),
    *("august", "september|sept", "oktober|october", "november", "desember|december"),
)
_MONTH = re.compile(rf"\b(?:i|fra|innen|til|før|medio|primo|ultimo|in|by|until|\d\d?\.?)\s+(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)

_BY = (
    r"senest|seinest|innen|innan|før|fram til|frem til|frist\w*|allerede (?:ved|etter)|"
    r"within|by|before|no later than|not later than|at the latest|until|deadline"
)
_BEFORE_IT = re.compile(rf"\b(?:{_BY})\b(?:\W+(?:\w+\W+){{0,3}})?$", re.IGNORECASE)
_AFTER_IT = re.compile(r"^\W*(?:\w+\W+){0,2}(?:etter|ut i|inn i|after|into)\b|^\W*(?:\w+\W+){0,4}(?:senest|at the latest)\b", re.IGNORECASE)
_AS_A_NAME = re.compile(
    r"\b(?:uke|veke|dag|måned|månad|år|week|day|month|year)(?:nummer|no\.?|nr\.?)?\s*(?:nummer |nr\.? ?)?$", re.IGNORECASE
)
_LASTS = re.compile(r"\b(?:i|over|varer?|varar|løper|for|lasts?|lasting|during)\W*$", re.IGNORECASE)


def named(text: str, unit: str) -> bool:
    """Whether a text names a unit of time.

    >>> named("Brukere møtes ukentlig", "week"), named("Brukerne er sjuke", "week"), named("hver mandag", "week")
    (True, False, True)
    """
    return UNITS[unit].search(text) is not None


def once(text: str, unit: str) -> bool:
    """Whether a text says in a word that something is done once in so long, or lasts as long: *ukentlig*, *dagskurs*.

    >>> once("Ukentlige møter", "week"), once("Møter i uke 3", "week"), once("Et dagskurs", "day")
    (True, False, True)
    """
    return unit in ONCE and ONCE[unit].search(text) is not None


def by_when(text: str, number: Fraction, unit: str | None = None) -> bool | None:
    """Whether a number in a text is a time by which, or a place in the calendar, and nowhere a time in which; None where it is not there.

    Args:
        text: the text.
        number: the number.
        unit: its unit: where it stands before one of that kind anywhere, only those places count.

    >>> by_when("Brevet sendes senest ved åtte ukers sykefravær", Fraction(8)), by_when("Kurset varer i åtte uker", Fraction(8))
    (True, False)
    """
    around = [(text[:start], text[end:]) for start, end, value in numbers_at(text) if value == number]
    with_unit = [
        (before, after)
        for before, after in around
        if unit is not None and unit in UNITS and UNITS[unit].match(after.lstrip(" -")) is not None
    ]
    points = [_is_point(before, after) for before, after in with_unit or around]
    return all(points) if points else None


def _is_point(before: str, after: str) -> bool:
    """Whether a number between these is no length: by it, the number of a week, or so long after something."""
    if _AS_A_NAME.search(before) or _BEFORE_IT.search(before):
        return True
    return _AFTER_IT.search(after) is not None and _LASTS.search(before) is None


def months(text: str) -> Iterator[int]:
    """The months of the year that a text puts something in, from 1."""
    for match in _MONTH.finditer(text):
        name = match[0].casefold().split()[-1]
        yield next(number for number, names in enumerate(MONTHS, 1) if name in names.split("|"))
