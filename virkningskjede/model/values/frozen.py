"""The base of every value: frozen, hashable, and with no room for keys that the format does not know."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Generic, NoReturn, Self, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from virkningskjede.errors import ArgumentError, FrozenValue, UsageError
from virkningskjede.i18n import Word
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

    kept: ClassVar[tuple[str, ...]] = ()
    """What is no field, and is true of a copy with other values too."""

    if not TYPE_CHECKING:  # type checkers read a signature of the fields

        def __init__(self, *unnamed: Any, **values: Any) -> None:
            """Make it of the values of its fields, by their names.

            Raises:
                InvalidModel: they make none; ``.diagnostics`` says why, as of a file.
                ArgumentError: a value was given without a name.
            """
            if unnamed:
                raise _without_name(type(self))
            try:
                super().__init__(**values)
            except ValidationError as error:
                raise _refused(type(self), values, error) from None

        __init__.__pydantic_base_init__ = True  # what a file holds is validated without a call for each value

        @classmethod
        def model_validate(cls, obj: Any, **how: Any) -> Self:
            """Make it of a mapping of values, by the names of its fields or of the keys of files.

            Raises:
                InvalidModel: they make none.
            """
            try:
                return super().model_validate(obj, **how)
            except ValidationError as error:
                raise _refused(cls, obj, error) from None

        @classmethod
        def model_validate_json(cls, json_data: Any, **how: Any) -> Self:
            """The same, of a text in JSON."""
            try:
                return super().model_validate_json(json_data, **how)
            except ValidationError as error:
                raise _refused(cls, {}, error) from None

        def __setattr__(self, name: str, value: object) -> None:
            raise _unchanged(self, name)

        def __delattr__(self, name: str) -> None:
            raise _unchanged(self, name)

        @classmethod
        def model_construct(cls, *_: object, **__: object) -> NoReturn:
            """Not here: what is made is validated. Call the type itself."""
            raise _gone(cls, "model_construct", f"{cls.__name__}(...)")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, with other values for some fields, which are validated.

        Raises:
            InvalidModel: it would not be a value.
        """
        copied = super().model_copy(deep=deep)
        if not update:
            return copied
        keys = {name: field.alias or name for name, field in type(self).model_fields.items()}
        values = {keys[name]: getattr(copied, name) for name in self.model_fields_set}
        changed = type(self)(**{**values, **{keys.get(name, name): value for name, value in update.items()}})
        changed.__dict__.update({name: value for name, value in copied.__dict__.items() if name in self.kept})
        return changed

    # What pydantic gives every type and is not true of these: it would validate nothing, or write what nothing reads.

    def copy(self, *_: object, **__: object) -> NoReturn:
        """Not here: what is made is validated. See `model_copy`."""
        raise _gone(type(self), "copy", "model_copy")

    def model_dump(self, *_: object, **__: object) -> NoReturn:
        """Not here: ``virkningskjede.dump`` writes a model as files have it."""
        raise _gone(type(self), "model_dump", "virkningskjede.dump")

    def model_dump_json(self, *_: object, **__: object) -> NoReturn:
        """Not here: see `model_dump`."""
        raise _gone(type(self), "model_dump_json", "virkningskjede.dump")

    @classmethod
    def model_json_schema(cls, *_: object, **__: object) -> NoReturn:
        """Not here: ``virkningskjede.schema.schema`` has what files may write."""
        raise _gone(cls, "model_json_schema", "virkningskjede.schema.schema")

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


F = TypeVar("F", bound=Frozen)


def copy_with(value: F, fields: Mapping[str, Any]) -> F:
    """A copy with other values for some fields that are known to be right: fast, and nothing is validated.

    >>> copy_with(File(), {"format_version": 1}) == File()
    True
    """
    copied = BaseModel.model_copy(value, update=fields)
    known = type(value).model_fields
    for name in [name for name in copied.__dict__ if name not in known and name not in value.kept]:
        del copied.__dict__[name]  # what was worked out from the old values
    return copied


def _refused(kind: type[Frozen], values: object, error: ValidationError) -> Exception:
    from virkningskjede.project.form import refused  # the contract's exception: what is wrong with values is put in words there

    return refused(kind, values, error)


def _without_name(kind: type[Frozen]) -> ArgumentError:
    first = next(name for name, field in kind.model_fields.items() if field.is_required() or name == "id")
    return ArgumentError(Word("argument.unnamed", (("kind", kind.__name__), ("name", first))))


def _gone(kind: type[Frozen], name: str, instead: str) -> UsageError:
    return UsageError(Word("argument.gone", (("name", f"{kind.__name__}.{name}"), ("instead", instead))))


def _unchanged(value: Frozen, name: str) -> FrozenValue:
    instead = "with_fields" if hasattr(value, "with_fields") else "model_copy(update=...)"
    return FrozenValue(Word("argument.frozen", (("kind", type(value).__name__), ("name", name), ("instead", instead))))


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


Section = Annotated[Mapping[K, V], AfterValidator(FrozenMap)]
"""A read-only mapping, by id, as a field of a value."""
