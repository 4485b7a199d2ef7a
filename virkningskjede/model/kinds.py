"""Which of many models a table or a site is about, when nobody says which."""

from __future__ import annotations

from collections.abc import Iterable

from virkningskjede.model.logic_model import LogicModel


def principal(models: Iterable[LogicModel]) -> tuple[LogicModel, ...]:
    """The models that are held side by side: the pilots; where there are none, all but the templates; else the templates.

    Programmes that are described beside pilots are other things than they, while in a project without pilots they are what it is about.

    >>> def ids(*kinds: str) -> list[str]:
    ...     return [model.id for model in principal(LogicModel(id=kind, kind=kind) for kind in kinds)]
    >>> ids("pilot", "programme", "template"), ids("programme", "template"), ids("template")
    (['pilot'], ['programme'], ['template'])
    """
    every = tuple(models)
    pilots = tuple(model for model in every if model.kind == "pilot")
    return pilots or tuple(model for model in every if model.kind != "template") or every
