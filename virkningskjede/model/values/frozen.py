"""The base of every value: frozen, hashable, and with no room for keys that the format does not know."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Annotated, Any, ClassVar, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer
from pydantic_core import PydanticCustomError

from virkningskjede.model.values.fields import Mark

K = TypeVar("K")
V = TypeVar("V")

LONGEST_REPR = 280
"""So many characters of a value are shown in a traceback or a debugger."""


def key(name: str) -> str:
    """The key that a file writes, where it is another than the name of the field.

    Written so, and not as a literal, it is no name of an argument for type checkers either: in Python the field has its own name.
    """
    return name


FORMAT_VERSION = 1
"""The version of the file format that this release reads and writes."""


class Frozen(BaseModel):  # noqa: PLW1641 (pydantic gives what is frozen its hash)
    """A value: it cannot be changed, can be hashed and compared, and refuses unknown fields."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        hide_input_in_errors=True,
        defer_build=True,  # a command pays for the validators of the types that it reads, not for all
    )

    by_part: ClassVar[bool] = False
    """Whether what is in it is compared and listed field by field (``dose.frequency``), and not as one value."""

    leading: ClassVar[tuple[str, ...]] = ()
    """The fields that stand first where a file writes it; the others follow in the order in which they are declared."""

    trailing: ClassVar[tuple[str, ...]] = ()
    """The fields that stand last: first what is said, then where it is from, where it leads, and how sure it is."""

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """What is not as it would be if nobody had said it."""
        fields = type(self).model_fields
        return ((name, value) for name, value in super().__repr_args__() if name not in fields or value != fields[name].default)

    def __repr__(self) -> str:
        """A line: of much, as much as a debugger has room for. ``to_text`` of a model, and ``dump``, give everything."""
        text = super().__repr__()
        return text if len(text) <= LONGEST_REPR else f"{text[: LONGEST_REPR - 1]}…"

    def __eq__(self, other: object) -> bool:
        # What pydantic does first, without what a frozen value never has; a diff of two large models is mostly this.
        if type(self) is type(other) and self.__dict__ == other.__dict__:
            return True
        return super().__eq__(other)


def _version(value: object) -> object:
    if value in (FORMAT_VERSION, str(FORMAT_VERSION)):
        return FORMAT_VERSION
    raise PydanticCustomError("VK110", "version", {"value": str(value)})


class File(Frozen):
    """What one file holds. Its first line is ``virkningskjede: 1``."""

    leading: ClassVar[tuple[str, ...]] = ("format_version", "kind")

    format_version: Annotated[int, BeforeValidator(_version), Mark.IDENTITY] = Field(default=FORMAT_VERSION, alias="virkningskjede")


class FrozenMap(Mapping[K, V], Generic[K, V]):
    """A read-only mapping that can be hashed. Equal to any mapping with the same items, in whatever order.

    >>> FrozenMap({"a": 1, "b": 2}) == {"b": 2, "a": 1}
    True
    """

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[K, V] | None = None) -> None:
        object.__setattr__(self, "_items", dict(items or {}))

    def __getitem__(self, key: K) -> V:
        return self._items[key]  # type: ignore[attr-defined,no-any-return]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)  # type: ignore[attr-defined]

    def _ipython_key_completions_(self) -> list[K]:
        return list(self)

    # The dictionary's own views: read-only, and many times faster than those that Mapping builds on __getitem__.
    def keys(self) -> KeysView[K]:
        """The keys, in order."""
        return self._items.keys()  # type: ignore[attr-defined,no-any-return]

    def values(self) -> ValuesView[V]:
        """The values, in order."""
        return self._items.values()  # type: ignore[attr-defined,no-any-return]

    def items(self) -> ItemsView[K, V]:
        """Keys with values, in order."""
        return self._items.items()  # type: ignore[attr-defined,no-any-return]

    def __len__(self) -> int:
        return len(self._items)  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))  # type: ignore[attr-defined]

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a FrozenMap cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("a FrozenMap cannot be changed")

    def __reduce__(self) -> tuple[type[FrozenMap[K, V]], tuple[dict[K, V]]]:
        return FrozenMap, (self._items,)  # type: ignore[attr-defined]

    def __repr__(self) -> str:
        return repr(self._items)  # type: ignore[attr-defined]


EMPTY: FrozenMap[Any, Any] = FrozenMap()
"""The mapping with nothing in it."""


def _as_dict(mapping: Mapping[Any, Any]) -> dict[Any, Any]:
    # Below 2.14 pydantic cannot serialize a value whose type it has put off building when no field of that type led it there.
    for kind in {type(value) for value in mapping.values() if isinstance(value, BaseModel)}:
        kind.model_rebuild()
    return dict(mapping)


AS_DICT = PlainSerializer(_as_dict)
"""What a field that holds a `FrozenMap` is serialized as."""

Section = Annotated[Mapping[K, V], AfterValidator(FrozenMap), AS_DICT]
"""A read-only mapping, by id, as a field of a value."""
