"""Results in words: what was measured, when, in which round, of how many, and in what unit."""

from __future__ import annotations

from virkningskjede.i18n import Lang, word
from virkningskjede.model import LogicModel, Result
from virkningskjede.model.codebook import SharedIndicator, Vocabulary
from virkningskjede.model.results import indicator_of, with_unit
from virkningskjede.model.values import EMPTY, Bounds
from virkningskjede.report import amounts


def name(result: Result, model: LogicModel, vocabulary: Vocabulary | None, lang: Lang) -> str:
    """What a result is called: its label, or what it was measured by; never its id, which is for whoever writes the file."""
    if result.label:
        return result.label
    indicator = indicator_of(result, model, vocabulary)
    if indicator is None:
        return result.indicator or word("result.unnamed", lang)
    return indicator.label.in_(lang) if isinstance(indicator, SharedIndicator) else indicator.label


def account(result: Result, model: LogicModel, vocabulary: Vocabulary | None, lang: Lang) -> str:
    """What a result says: the number with its unit, how it is made up, and in brackets when, in which round, among whom and of how many.

    >>> model = LogicModel.model_validate({"id": "m", "results": {"r": {"value": 310, "unit": "piece", "date": "2025-05-01", "n": 34}}})
    >>> account(model.results["r"], model, None, "en")
    '310 pieces (2025-05-01; n = 34)'
    """
    text = ", ".join(filter(None, (quantity(result, model, vocabulary, lang), distribution(result, lang))))
    details = "; ".join(circumstances(result, vocabulary, lang))
    return f"{text} ({details})" if text and details else text or details


def quantity(result: Result, model: LogicModel, vocabulary: Vocabulary | None, lang: Lang) -> str:
    """The number with its unit: one of the format's, or what the indicator calls it; empty where there is no number."""
    filled = with_unit(result, model, vocabulary)
    text = amounts.bounds(filled, lang, units=vocabulary.units if vocabulary is not None else EMPTY)
    indicator = indicator_of(result, model, vocabulary)
    own = indicator.unit if indicator is not None and filled.unit is None and Bounds.interval(result) is not None else None
    return f"{text} {own}" if own else text


def distribution(result: Result, lang: Lang) -> str:
    """How the number is made up: each answer with its own."""
    return ", ".join(f"{answer} {amounts.number(count, lang)}" for answer, count in result.distribution.items())


def circumstances(result: Result, vocabulary: Vocabulary | None, lang: Lang) -> tuple[str, ...]:
    """When it was measured, in which round, among whom, and of how many."""
    parts = [amounts.date(result.date, lang)] if result.date is not None else []
    parts += [word("result.wave", lang, wave=result.wave)] if result.wave is not None else []
    if result.among is not None:
        traits = vocabulary.traits if vocabulary is not None else {}
        trait = traits[result.among].label.in_(lang) if result.among in traits else result.among
        parts += [word("result.among", lang, trait=trait)]
    parts += [word("result.n", lang, n=result.n)] if result.n is not None else []
    return tuple(parts)
