"""Many models, as a caller gives them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.model.logic_model import LogicModel

Models = LogicModel | Iterable[LogicModel] | Mapping[str, LogicModel]
"""One model, several, or a portfolio."""


def models_of(models: Models, *, alike: bool = False) -> tuple[LogicModel, ...]:
    """The models, in the order that they are given in.

    Args:
        models: a model, a portfolio, or several models.
        alike: whether two of them may have the same id.

    Raises:
        UsageError: they are no models, such as the name of a file that is still to be read; or two of them have the same id,
            so that what is said of them could not be told apart.

    >>> [model.id for model in models_of({"x": LogicModel(id="x"), "a": LogicModel(id="a")})]
    ['x', 'a']
    """
    if isinstance(models, LogicModel):
        return (models,)
    if isinstance(models, str | bytes | os.PathLike) or not isinstance(models, Iterable):
        raise _no_models(models)
    several = tuple(models.values() if isinstance(models, Mapping) else models)
    for model in several:
        if not isinstance(model, LogicModel):
            raise _no_models(model)
    if not alike and len({model.id for model in several}) < len(several):
        raise UsageError(Word("error.same_id"))
    return several


def _no_models(value: object) -> UsageError:
    return UsageError(Word("error.no_models_given", (("value", _as_written(value)),)))


def _as_written(value: object) -> str:
    return repr(value)[:80]
