"""Single verdicts in words and marks."""

from __future__ import annotations

from collections.abc import Collection

from virkningskjede.analysis.criteria import JUDGEMENTS, Judgement, Verdict
from virkningskjede.i18n import Lang, word


def cell(verdict: Judgement, possible: Collection[Judgement], lang: Lang = "nb") -> str:
    """A verdict in words; an unsure one has a question mark, and the other possible ones below it.

    >>> cell("partly", {"partly", "met"}, "en")
    'partly?\\n(met)'
    """
    others = listed([judgement for judgement in possible if judgement != verdict], lang)
    phrase = word(f"verdict.{verdict}", lang)
    return f"{word('verdict.unsure', lang, verdict=phrase)}\n({others})" if others else phrase


def listed(verdicts: Collection[Judgement], lang: Lang) -> str:
    """Verdicts in words, from met to not met."""
    return ", ".join(word(f"verdict.{judgement}", lang) for judgement in ordered(verdicts))


def ordered(verdicts: Collection[Judgement]) -> tuple[Judgement, ...]:
    """Verdicts from met to not met."""
    return tuple(judgement for judgement in reversed(JUDGEMENTS) if judgement in verdicts)


def mark(verdict: Verdict, lang: Lang = "nb") -> str:
    """A verdict as a short word, with a question mark when it is unsure: nine models fit a terminal."""
    short = word(f"verdict.mark.{verdict.verdict}", lang)
    return short if verdict.sure else word("verdict.unsure", lang, verdict=short)


def short(verdict: Judgement, sure: bool, lang: Lang) -> str:
    """A verdict as it stands in a heat map: the word that tables have, and a mark where the text is silent or cannot tell."""
    marked = verdict in ("not_stated", "not_decidable")
    text = word(f"verdict.mark.{verdict}" if marked else f"verdict.{verdict}", lang)
    return text if sure else word("verdict.unsure", lang, verdict=text)


def kind(verdict: Verdict) -> str:
    """What a cell with this verdict holds, in a word or two by which it can be coloured."""
    return verdict.verdict if verdict.sure else f"{verdict.verdict} unsure"


def anchor(verdict: Verdict) -> str:
    """The name of the place on a page where a verdict is explained. Ids have no dot, so that no two verdicts share one."""
    return f"{verdict.criteria}.{verdict.criterion}.{verdict.model}"
