"""What a result was measured by, and in what unit."""

from __future__ import annotations

from virkningskjede.model.codebook import SharedIndicator, Vocabulary
from virkningskjede.model.entries import Indicator, Result
from virkningskjede.model.logic_model import LogicModel
from virkningskjede.model.values import CURRENCIES, EMPTY, OWN_UNITS, Unit


def indicator_of(result: Result, model: LogicModel, vocabulary: Vocabulary | None) -> Indicator | SharedIndicator | None:
    """What a result was measured by: an indicator of the model itself, or one that several models share."""
    if result.indicator is None:
        return None
    return model.indicators.get(result.indicator) or (vocabulary.indicators.get(result.indicator) if vocabulary is not None else None)


def unit_of(result: Result, model: LogicModel, vocabulary: Vocabulary | None) -> Unit | None:
    """The unit of a result: its own, or that of its indicator where that is one of the format's, a currency or of the vocabulary.

    >>> model = LogicModel.model_validate({"id": "m", "indicators": {"i": {"label": "Days", "unit": "day"}},
    ...                                    "results": {"r": {"indicator": "i", "value": 4}}})
    >>> unit_of(model.results["r"], model, None)
    'day'
    """
    indicator = indicator_of(result, model, vocabulary)
    named = indicator.unit if indicator is not None else None
    counted = vocabulary.units if vocabulary is not None else EMPTY
    return result.unit or (named if named in OWN_UNITS or named in CURRENCIES or named in counted else None)


def with_unit(result: Result, model: LogicModel, vocabulary: Vocabulary | None) -> Result:
    """A result with the unit that it is in."""
    return result.model_copy(update={"unit": unit_of(result, model, vocabulary)})
