"""Words that say that one thing gives another, and whether a sentence says so of two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from virkningskjede.prose.words import akin, content_words

_FORWARD = re.compile(
    r"\b(?:slik at|sånn at|så at|for å|for at|fører(?: til)?|føre til|gir|gi|gjer|bidra\w*(?: til)?|dermed|derfor|gjør (?:det|at)|gjøre|"
    r"sikre[rt]?|resulter\w* i|på den måten|målet (?:er|om)|hensikten|formålet|styrke[rt]?|øke[rt]?|redusere[rt]?|"
    r"legge[rs]? til rette for|skape[rt]?|muliggjør\w*|"
    r"so that|leads? to|thereby|in order to|gives?|contribut\w+|to (?:ensure|improve|increase|reduce|strengthen))\b",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    r"\b(?:ved å|gjennom|ved hjelp av|som følge av|på grunn av|fordi|takket være|som (?:et )?resultat av|"
    r"by means of|through|because|due to)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
LEAST = 0.5
"""So much of the words of each must stand on its own side."""


def gives(text: str, cause: str, effect: str) -> bool:
    """Whether a sentence has the words of a cause and of an effect on either side of words for that the one gives the other.

    Words that the effect has in common with the cause count for the cause alone.

    >>> gives("Kurset skal holdes slik at deltakerne mestrer å søke jobb.", "Kurs", "Mestrer å søke jobb")
    True
    >>> gives("Kurset og mestringen er omtalt.", "Kurs", "Mestring")
    False
    """
    of_cause = content_words(cause)
    of_effect = tuple(word for word in content_words(effect) if not any(akin(word, other) for other in of_cause))
    if not of_cause or not of_effect:
        return False
    stands = [(match.start(), stem) for match in _WORD.finditer(text) for stem in content_words(match[0])]

    def beside(before: tuple[str, ...], after: tuple[str, ...], joints: Iterator[re.Match[str]]) -> bool:
        return any(
            _share(before, [stem for start, stem in stands if start < joint.start()]) >= LEAST
            and _share(after, [stem for start, stem in stands if start >= joint.end()]) >= LEAST
            for joint in joints
        )

    return beside(of_cause, of_effect, _FORWARD.finditer(text)) or beside(of_effect, of_cause, _BACKWARD.finditer(text))


def _share(words: tuple[str, ...], stems: list[str]) -> float:
    return sum(any(akin(word, stem) for stem in stems) for word in words) / len(words)
