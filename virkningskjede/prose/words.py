"""The words of a text that carry what it is about, known again when they are inflected or stand in compounds."""

from __future__ import annotations

import re

_SMALL_WORDS = """
    alle andre at av før bare begge bli blir ble blitt da de deg dei dem den denne der deres derfor dersom det dette disse du eg ein
    eit eller en enn er et ett etter for fordi fra framfor få får gi gir gjennom ha har hver hvem hva hvilke hvor hvordan hvorvidt han
    hun i ikke ikkje inn innen ja kan kunne man med meg mellom men mens mer mest mot må ned nei noe noen nye ny nytt når nå og også om
    opp oss over på samme samt seg selv sin sine sitt skal skulle slik som så til under ut uten var ved vi vil ville være vært å blant
    annet eks via per flere færre mye mange god gode godt bedre større mindre økt økte høyere lavere sterkere raskere tidligere
    enklere lettere a about all also an and any are as be been being better between by can could do does each either from further get
    gets give gives good had has have how if in into is it its less lower may might more most much must no not of off on one only or
    other our out own so some such than that the their them then there these they this those through to up was were what when where
    which who will with within without would
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_ENDINGS = re.compile(
    r"(?:ingene|ingen|inger|elsene|elsen|elser|ane|ene|ing|else|enes|ens|ets|ers|ert|ede|ed|en|et|er|ar|es|te|or|s|e|a|t|n|r|y)$"
)
SHORTEST_AT_AN_END = 4
SHORTEST_IN_COMPOUND = 5
"""Shorter stems are part of too many words to be known again at an end of another, or inside it."""


def content_words(text: str) -> tuple[str, ...]:
    """The stems of the words that carry what a text is about, once each, in order.

    >>> content_words("Felles møter om oppfølgingen av brukere")
    ('fell', 'møt', 'oppfølg', 'bruker')
    """
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return tuple(dict.fromkeys(_ENDINGS.sub("", word) if len(word) > 4 else word for word in words if word not in _SMALL and len(word) > 1))


def akin(one: str, other: str) -> bool:
    """Whether two stems are of one word, or the one is part of the other.

    >>> akin("informasjonsmøt", "informasjon"), akin("kurs", "kurshold"), akin("kurs", "kompetans")
    (True, True, False)
    """
    short, long = sorted((one, other), key=len)
    if short == long or (len(short) >= SHORTEST_AT_AN_END and (long.startswith(short) or long.endswith(short))):
        return True
    beginning = max(SHORTEST_AT_AN_END, len(short) - 2)
    if len(short) >= beginning and short[:beginning] == long[:beginning]:
        return True
    return len(short) >= SHORTEST_IN_COMPOUND and short in long
