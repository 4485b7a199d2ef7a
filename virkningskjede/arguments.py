"""The arguments of public functions: each is held against the type that the signature declares, before anything is done with it.

The signature is the one place where it stands what a function takes: type checkers read it, and so does `checked`. What a type cannot say
stands beside it: `AtLeast`, `Within`, and `Content` for a text that may be empty.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce, wraps
from inspect import signature
from types import SimpleNamespace, UnionType
from typing import Annotated, Any, Literal, ParamSpec, TypeVar, Union, get_args, get_origin, get_type_hints

from virkningskjede.errors import ArgumentError, UsageError
from virkningskjede.i18n import Word
from virkningskjede.i18n.likely import no_choice
from virkningskjede.model import LogicModel

P = ParamSpec("P")
R = TypeVar("R")

LONGEST = 80
"""So many characters of what was given are repeated; of what is longer, its kind."""


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A number that is not lower."""

    least: float


@dataclass(frozen=True, slots=True)
class Within:
    """A number from the one to the other."""

    least: float
    most: float


_MAY_BE_EMPTY = "may be empty"

Content = Annotated[str, _MAY_BE_EMPTY]
"""A text that something is read from, where nothing at all is something too. Any other text names something, so it cannot be empty."""

_AGAIN = (list, tuple, set, frozenset)
"""What can be gone through again and again; anything else is made a tuple."""

_SEVERAL = (Iterable, Collection, Sequence, list, tuple)
"""The types of what holds several things."""

_PATH = frozenset({str, os.PathLike[str]})
_MODELS = frozenset({LogicModel, Iterable[LogicModel], Mapping[str, LogicModel]})


_NAMES: Mapping[str, str] = {
    "bool": "argument.bool",
    "Date": "argument.date",
    "float": "argument.float",
    "int": "argument.int",
    "LogicModel": "argument.model",
    "Portfolio": "argument.portfolio",
    "str": "argument.text",
}
"""What the types are called that have a name beyond that of their class."""


class _Misfit(Exception):
    """What was given is not of the kind that is wanted."""

    def __init__(self, value: object) -> None:
        self.value = value


def checked(function: Callable[P, R]) -> Callable[P, R]:
    """A function whose arguments are of the kinds that its signature declares.

    What can be read only once, such as a generator, is made a tuple first.

    Raises:
        ArgumentError: an argument is of another kind.
        UsageError: a text is empty, a number too low or too high, or a word none of the choices.

    >>> @checked
    ... def double(number: Annotated[int, AtLeast(0)]) -> int:
    ...     return 2 * number
    >>> double(2)
    4
    >>> double("2")
    Traceback (most recent call last):
    virkningskjede.errors.ArgumentError: `number` of double is to be a whole number, and '2' is not
    """
    parameters = signature(function)
    name = function.__qualname__.removesuffix(".__init__")

    @cache
    def hints() -> Mapping[str, Any]:  # worked out at the first call: most functions of a program are never called
        own = {key: value for key, value in function.__annotations__.items() if key != "return"}
        return get_type_hints(SimpleNamespace(__annotations__=own), function.__globals__, include_extras=True)

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            given = parameters.bind(*args, **kwargs)
        except TypeError:
            return function(*args, **kwargs)  # Python says best itself what is missing, or too much
        for argument, value in given.arguments.items():
            if argument in hints():
                given.arguments[argument] = _checked(value, hints()[argument], argument, name)
        return function(*given.args, **given.kwargs)

    return call


def _checked(value: object, hint: Any, argument: str, function: str) -> object:
    about = (("argument", argument), ("function", function))
    try:
        fitting = _fitted(value, hint)
    except _Misfit as misfit:
        choices = _choices(hint)
        if choices and (isinstance(misfit.value, str) or _kinds(hint) <= {type(None)}):
            raise UsageError(no_choice(misfit.value if isinstance(misfit.value, str) else _shown(misfit.value), choices)) from None
        if _kinds(hint) >= _MODELS and isinstance(misfit.value, str | os.PathLike):
            raise ArgumentError(Word("error.no_models_given", (("value", _shown(misfit.value)),))) from None
        wanted = ("wanted", _wanted(hint))
        raise ArgumentError(Word("argument.kind", (*about, wanted, ("value", _shown(misfit.value))))) from None
    marks = [mark for part in _alternatives(hint) for mark in getattr(part, "__metadata__", ())]
    if isinstance(value, str) and not value and _MAY_BE_EMPTY not in marks:
        raise UsageError(Word("argument.empty", about))
    for mark in marks:
        if isinstance(mark, AtLeast) and isinstance(value, int | float) and not value >= mark.least:
            raise UsageError(Word("argument.least", (*about, ("least", f"{mark.least:g}"), ("value", str(value)))))
        if isinstance(mark, Within) and isinstance(value, int | float) and not mark.least <= value <= mark.most:
            bounds = (("least", f"{mark.least:g}"), ("most", f"{mark.most:g}"))
            raise UsageError(Word("argument.within", (*about, *bounds, ("value", str(value)))))
    return fitting


def _fitted(value: object, hint: Any) -> object:
    """The value, when it is of this kind.

    Raises:
        _Misfit: it, or something in it, is not.
    """
    if hint is Any or hint is object:
        return value
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _fitted(value, inner[0])
    if origin in (Union, UnionType):
        return _of_one(value, inner)
    if origin is Literal:
        if not isinstance(value, str) or value not in inner:
            raise _Misfit(value)
        return value
    if origin in _SEVERAL:
        return _each_fitted(value, origin, inner)
    if origin is Mapping:
        if not isinstance(value, Mapping):
            raise _Misfit(value)
        for item in value.values():
            _fitted(item, inner[1])
        return value
    kind = (int, float) if hint is float else origin or (type(None) if hint is None else hint)
    if not isinstance(value, kind) or (isinstance(value, bool) and hint in (int, float)):
        raise _Misfit(value)
    return value


def _of_one(value: object, kinds: Iterable[Any]) -> object:
    misfit = _Misfit(value)
    for kind in kinds:
        try:
            return _fitted(value, kind)
        except _Misfit as other:
            if other.value is not value:
                misfit = other
    raise misfit from None


def _each_fitted(value: object, origin: Any, inner: tuple[Any, ...]) -> object:
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, (list, tuple) if origin in (list, tuple) else Iterable):
        raise _Misfit(value)
    several = tuple(value)
    kinds = inner if origin is tuple and Ellipsis not in inner else (inner[0],) * len(several)
    if len(several) != len(kinds):
        raise _Misfit(value)
    for item, kind in zip(several, kinds, strict=True):
        try:
            _fitted(item, kind)
        except _Misfit:
            # Of a list the reader can find the one thing; of a data frame it is the frame itself that is none.
            raise _Misfit(item if isinstance(value, (*_AGAIN, Iterator)) else value) from None
    return value if isinstance(value, _AGAIN) else several


def _alternatives(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _bare(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _choices(hint: Any) -> list[str]:
    return [choice for part in _alternatives(hint) if get_origin(_bare(part)) is Literal for choice in get_args(_bare(part))]


def _kinds(hint: Any) -> set[Any]:
    """What may be given beside a word of a closed list."""
    return {part for part in map(_bare, _alternatives(hint)) if get_origin(part) is not Literal}


def _wanted(hint: Any) -> str | Word:
    """What may be given, in words."""
    kinds = [kind for kind in dict.fromkeys(map(_bare, _alternatives(hint))) if kind is not type(None)]
    phrases: list[str | Word] = []
    for group, key in ((_MODELS, "argument.models"), (_PATH, "argument.path")):
        if group <= set(kinds):
            phrases.append(Word(key))
            kinds = [kind for kind in kinds if kind not in group]
    phrases += [_named(kind) for kind in kinds]
    return reduce(lambda first, second: Word("argument.or", (("first", first), ("second", second))), phrases)


def _named(kind: Any) -> str | Word:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return ", ".join(inner)
    if origin is tuple and Ellipsis not in inner:
        return Word("argument.pair", (("of", _wanted(inner[0])),))
    if origin in _SEVERAL:
        return Word("argument.list", (("of", _wanted(inner[0])),))
    return Word(_NAMES[kind.__name__]) if kind.__name__ in _NAMES else str(kind.__name__)


def _shown(value: object) -> str:
    text = repr(value) if isinstance(value, LogicModel | str | bytes | os.PathLike | int | float | type(None)) else ""
    return text if text and len(text) <= LONGEST and "\n" not in text else type(value).__name__
