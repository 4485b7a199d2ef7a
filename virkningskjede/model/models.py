"""Many models, as a caller gives them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.model.logic_model import LogicModel

Models = LogicModel | Iterable[LogicModel] | Mapping[str, LogicModel]
"""One model, several, or a portfolio."""


def models_of(models: Models) -> tuple[LogicModel, ...]:
    """The models, in the order that they are given in.

    Raises:
        UsageError: two of them have the same id, so that what is said of them could not be told apart.

    >>> [model.id for model in models_of({"x": LogicModel(id="x"), "a": LogicModel(id="a")})]
    ['x', 'a']
    """
    if isinstance(models, LogicModel):
        return (models,)
    several = tuple(models.values() if isinstance(models, Mapping) else models)
    if len({model.id for model in several}) < len(several):
        raise UsageError(Word("error.same_id"))
    return several
