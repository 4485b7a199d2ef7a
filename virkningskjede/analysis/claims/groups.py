"""Who a claim speaks of: "all pilots", "model 1", "all of these but one"; and who of them is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from virkningskjede.model import LogicModel
from virkningskjede.model.values import Frozen, Id, Ids, LocalText, Names, Short, Whole

MOST_MODELS = 10_000
"""More models than this no report speaks of together; who is missing is counted one by one."""


def _possible(count: int) -> int:
    if not 1 <= count <= MOST_MODELS:
        raise PydanticCustomError("VK117", "count", {"value": str(count), "low": "1", "high": str(MOST_MODELS)})
    return count


class Group(Frozen):
    """Models that a report speaks of together. A model belongs when everything that is given holds of it.

    Attributes:
        label: what the report calls them: "the pilots of model 1".
        kind: pilot, template or programme.
        follows: the template that they follow.
        only: their ids.
        except_: ids of those who are not meant (``except`` in files).
        expect: how many there are in all; as many as ``only`` names, when that is given. Without either, whoever is there is all.
    """

    label: LocalText | None = None
    kind: Literal["pilot", "template", "programme"] | None = None
    follows: Annotated[Id | None, Names("model")] = None
    only: Annotated[Ids, Names("model")] = ()
    except_: Annotated[Ids, Names("model")] = Field(default=(), alias="except")
    expect: Annotated[Whole, AfterValidator(_possible)] | None = None

    def holds(self, model: LogicModel) -> bool:
        """Whether a model belongs to the group."""
        return (
            self.kind in (None, model.kind)
            and self.follows in (None, model.follows)
            and (not self.only or model.id in self.only)
            and model.id not in self.except_
        )


class NamedGroup(Group):
    """A group as a reading refers to it: by the name that the file gives it, narrowed down, or written out.

    Attributes:
        group: the name of one of the file's groups.
    """

    leading: ClassVar[tuple[str, ...]] = ("group",)

    group: Id | None = None


def _short(value: object) -> object:
    return {"group": value} if isinstance(value, str) else value


Over = Annotated[NamedGroup, BeforeValidator(_short), Short(("group",))]
"""A group; a lone name stands for ``{group: name}``."""


class Members(NamedTuple):
    """Who of a group is there.

    Attributes:
        present: ids of the models that are there, in the order of ``only``, or else of the collection.
        missing: how many more the report speaks of.
        absent: ids of those among the missing whose names are known.
        surplus: how many more are there than the report speaks of.
    """

    present: tuple[str, ...]
    missing: int = 0
    absent: tuple[str, ...] = ()
    surplus: int = 0

    @property
    def size(self) -> int:
        """How many the group has when all are there."""
        return len(self.present) + self.missing


def members(group: NamedGroup, groups: Mapping[str, Group], models: Mapping[str, LogicModel]) -> Members:
    """Who of a group is there, and how many are not.

    >>> pilots = {name: LogicModel(id=name) for name in ("a", "b")}
    >>> members(NamedGroup(only=("a", "c")), {}, pilots)
    Members(present=('a',), missing=1, absent=('c',), surplus=0)
    """
    base = _members(groups[group.group], models) if group.group is not None else None
    if base is None:
        return _members(group, models)
    own = _members(group, {name: models[name] for name in base.present})
    if group.only or group.expect is not None:
        return own
    excepted = sum(name not in models for name in group.except_)
    absent = tuple(name for name in base.absent if name not in group.except_)
    return Members(own.present, max(len(absent), base.missing - excepted), absent, base.surplus)


def _members(group: Group, models: Mapping[str, LogicModel]) -> Members:
    order = [name for name in group.only if name in models] or models
    present = tuple(dict.fromkeys(name for name in order if group.holds(models[name])))
    absent = tuple(name for name in group.only if name not in present and name not in group.except_)
    expected = group.expect if group.expect is not None else len(present) + len(absent)
    return Members(present, max(0, expected - len(present)), absent, max(0, len(present) - expected))
