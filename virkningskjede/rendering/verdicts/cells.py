"""Single verdicts in words and marks, and how a terminal colours them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import combinations

from virkningskjede.catalogue import Lang, word
from virkningskjede.criteria import JUDGEMENTS, Judgement, Verdict

STYLES: Mapping[Judgement, str] = {"met": "green", "partly": "yellow", "not_met": "red", "not_stated": "dim"}
"""How a terminal can mark each verdict, beside the word: names of rich's styles."""


def cell(verdict: Judgement, possible: Collection[Judgement], lang: Lang = "nb") -> str:
    """A verdict in words; an unsure one has a question mark, and the other possible ones below it.

    >>> cell("partly", {"partly", "met"}, "en")
    'partly?\\n(met)'
    """
    others = listed([each for each in possible if each != verdict], lang)
    said = word(f"verdict.{verdict}", lang)
    return f"{word('verdict.unsure', lang, verdict=said)}\n({others})" if others else said


def listed(verdicts: Collection[Judgement], lang: Lang) -> str:
    """Verdicts in words, from met to not met."""
    return ", ".join(word(f"verdict.{each}", lang) for each in ordered(verdicts))


def ordered(verdicts: Collection[Judgement]) -> tuple[Judgement, ...]:
    """Verdicts from met to not met."""
    return tuple(each for each in reversed(JUDGEMENTS) if each in verdicts)


def mark(verdict: Verdict, lang: Lang = "nb") -> str:
    """A verdict as a short word, with a question mark when it is unsure: nine models fit a terminal."""
    said = word(f"verdict.mark.{verdict.verdict}", lang)
    return said if verdict.sure else word("verdict.unsure", lang, verdict=said)


def styles(lang: Lang = "nb") -> Mapping[str, str]:
    """A style for each text that a verdict can have, in words or as a mark."""
    found = {}
    for verdict, style in STYLES.items():
        short = word(f"verdict.mark.{verdict}", lang)
        found[short] = found[word("verdict.unsure", lang, verdict=short)] = style
        others = [each for each in JUDGEMENTS if each != verdict]
        for size in range(len(others) + 1):
            for also in combinations(others, size):
                found[cell(verdict, {verdict, *also}, lang)] = style
    return found
