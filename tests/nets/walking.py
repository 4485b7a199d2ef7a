"""Every field of every type that a logic model is made of, by the types themselves, and a small model in which each one says something.

Nothing here knows a field by its name: what is added to the format tomorrow is walked tomorrow.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from virkningskjede.diagnostics import InvalidModel
from virkningskjede.model import Aside, Entry, LogicModel
from virkningskjede.model.plain import plain
from virkningskjede.model.values import PER, Date, Frozen, LocatorText, Offers

Tree = dict[str, Any]
"""A model as a file has it, or a part of one."""


@dataclass(frozen=True)
class Edge:
    """A field of a type."""

    owner: type[Frozen]
    field: str

    @property
    def names(self) -> tuple[str, ...]:
        """What a table can call it: by its type, or by one that it has the field from."""
        return tuple(f"{kind.__name__}.{self.field}" for kind in self.owner.__mro__ if self.field in getattr(kind, "model_fields", ()))

    @property
    def key(self) -> str:
        """The field as a file calls it."""
        return self.owner.model_fields[self.field].alias or self.field

    @property
    def annotation(self) -> Any:
        return _annotation(self.owner, self.field)

    def __str__(self) -> str:
        return f"{self.owner.__name__}.{self.field}"


Path = tuple[Edge, ...]


@cache
def _annotation(owner: type[Frozen], field: str) -> Any:
    info = owner.model_fields[field]
    return Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation


def bare(annotation: Any) -> Any:
    """An annotation without what is said of it, and without None."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        kept = [argument for argument in get_args(annotation) if argument is not NoneType]
        return bare(kept[0]) if len(kept) == 1 else annotation
    return annotation


def inside(annotation: Any) -> Any:
    """What a field holds, be it one, a list or a mapping of it."""
    kind = bare(annotation)
    if get_origin(kind) is tuple:
        return inside(get_args(kind)[0])
    if get_origin(kind) not in (None, Literal) and issubclass(get_origin(kind), Mapping):
        return inside(get_args(kind)[1])
    return kind


def is_part(annotation: Any) -> bool:
    """Whether a field holds something that has fields of its own."""
    kind = inside(annotation)
    return isinstance(kind, type) and issubclass(kind, Frozen)


@cache
def paths() -> Mapping[type[Frozen], tuple[Path, ...]]:
    """Every type that a model is made of, with the ways that lead to it, the shortest first."""
    by_kind: dict[type[Frozen], list[Path]] = {LogicModel: [()]}
    waiting: deque[tuple[type[Frozen], Path]] = deque([(LogicModel, ())])
    while waiting:
        owner, path = waiting.popleft()
        for edge in edges(owner):
            if is_part(edge.annotation):
                kind = inside(edge.annotation)
                by_kind.setdefault(kind, []).append((*path, edge))
                waiting.append((kind, (*path, edge)))
    return {kind: tuple(ways) for kind, ways in by_kind.items()}


def edges(owner: type[Frozen]) -> tuple[Edge, ...]:
    """The fields of a type."""
    return tuple(Edge(owner, name) for name in owner.model_fields)


# What is said in a field


class Marks:
    """Words, numbers and days that are each used once."""

    def __init__(self) -> None:
        self.used = 0

    def candidates(self, annotation: Any) -> Iterator[tuple[Any, frozenset[str]]]:
        """Values for one text or number, each with the ways in which an output can write it."""
        self.used += 1
        number, kind = self.used, bare(annotation)
        if kind is str:
            word = f"ord{10000 + number}"
            for text in (word, f"VK{number % 1000:03}"):
                yield text, frozenset([text])
        elif kind is LocatorText:
            section = f"ord{10000 + number}"
            yield f"{section}:7", frozenset([section])
        elif kind is Decimal:
            size = f"{1 + number // 1000}.{number % 1000:03}7"  # below 1000 and with a decimal, so that nothing groups or cuts it
            yield Decimal(size), frozenset([size, size.replace(".", ",")])
        elif kind is int:
            yield 10000 + number, frozenset([f"{10000 + number}", f"{10000 + number:,}", f"{10000 + number:,}".replace(",", " ")])
        elif kind is Date:
            years, days = divmod(number, 28)
            day = Date(1000 + years, 1, 1 + days)
            yield day, frozenset([str(day), f"{day.day:02}.01.{day.year}"])
        else:
            raise AssertionError(f"the walk does not know what to say in {annotation}")


def fits(annotation: Any, value: Any) -> bool:
    """Whether a value can stand in a field."""
    try:
        _adapter(annotation).validate_python(value)
    except ValidationError:
        return False
    return True


_ADAPTERS: dict[int, tuple[Any, TypeAdapter[Any]]] = {}


def _adapter(annotation: Any) -> TypeAdapter[Any]:
    known = _ADAPTERS.get(id(annotation))
    if known is None or known[0] is not annotation:
        known = _ADAPTERS[id(annotation)] = (annotation, TypeAdapter(annotation))
    return known[1]


def wrapped(annotation: Any, value: Any, key: Any = "nokkel") -> Any:
    """A value as the field holds it: itself, or a list or a mapping of it."""
    kind = bare(annotation)
    if get_origin(kind) is tuple:
        return [value]
    return {key: value} if _is_mapping(kind) else value


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) not in (None, Literal, tuple) and issubclass(get_origin(kind), Mapping)


def choices(annotation: Any) -> tuple[Any, ...]:
    """What a field can choose between; empty for what is text, a number or a day."""
    kind = inside(annotation)
    return get_args(kind) if get_origin(kind) is Literal else (True,) if kind is bool else _offered(annotation)


def _offered(annotation: Any) -> tuple[Any, ...]:
    """The words that a field offers, where it can hold something else too."""
    own = [mark.choices for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Offers)]
    return own[0] if own else next((offered for inner in get_args(annotation) if (offered := _offered(inner))), ())


NARROWER: Mapping[str, tuple[Any, ...]] = {"Amount.per": PER}
"""What a field can choose between by the rules, where its type is a longer list."""


@dataclass(frozen=True)
class MarkedValue:
    """A value of a field, and the marks by which it is known again; all of them are to be told."""

    value: Any
    marks: tuple[frozenset[str], ...]


MARKS = Marks()


def marked_value(edge: Edge) -> MarkedValue | None:
    """Text, a number or a day for a field, with a key of its own where it holds a mapping; None for what takes none."""
    annotation = edge.annotation
    kind = bare(annotation)
    keys: list[tuple[Any, tuple[frozenset[str], ...]]] = [("", ())]
    if _is_mapping(kind):
        keys = [(key, (forms,)) for key, forms in MARKS.candidates(get_args(kind)[0])]
    inner = get_args(kind)[1] if _is_mapping(kind) else get_args(kind)[0] if get_origin(kind) is tuple else annotation
    values = [(choices(annotation)[0], ())] if choices(annotation) else [(text, (forms,)) for text, forms in MARKS.candidates(inner)]
    for key, of_key in keys:
        for value, of_value in values:
            content = wrapped(annotation, value, key)
            if fits(annotation, content):
                return MarkedValue(content, (*of_key, *of_value))
    return None


def lean(kind: type[Frozen]) -> MarkedValue | None:
    """As little as a part can hold and still say something with a mark."""
    for edge in edges(kind):
        marked = None if edge.key.startswith("@") else _lean_field(edge)
        if marked is not None and marked.marks:
            content = {**required(kind), edge.key: marked.value}
            if fits(kind, content):
                return MarkedValue(content, marked.marks)
    return None


def _lean_field(edge: Edge) -> MarkedValue | None:
    if not is_part(edge.annotation):
        return marked_value(edge)
    marked = lean(inside(edge.annotation))
    return marked and MarkedValue(wrapped(edge.annotation, marked.value), marked.marks)


def required(kind: type[Frozen]) -> Tree:
    """What a part must have; and what stands beside the chain is about something in it."""
    tree: Tree = {"about": [COMMON]} if issubclass(kind, Aside) else {}
    for edge in edges(kind):
        if kind.model_fields[edge.field].is_required() and not edge.key.startswith("@"):
            options = choices(edge.annotation)
            tree[edge.key] = wrapped(edge.annotation, options[0] if options else COMMON)
    return tree


@cache
def filler(kind: type[Frozen]) -> Tree:
    """What a part must say beside that, if it is not to be empty: a number, say; nothing where it can be."""
    least = {edge.key: COMMON for edge in edges(kind) if edge.key.startswith("@")} | required(kind)
    if fits(kind, least):
        return {}
    options = ((edge, marked_value(edge)) for edge in edges(kind) if not is_part(edge.annotation))
    return next({edge.key: marked.value} for edge, marked in options if marked and fits(kind, {**least, edge.key: marked.value}))


# The models

COMMON = "felles"
"""The id of a node that every model has, and the text of every field that must be there."""


@dataclass(frozen=True, eq=False)
class Case:
    """One field that says something, in the smallest model that can hold it.

    Attributes:
        path: the fields that lead to it, itself last.
        full: the model with it, without head.
        other: the same with something else in the field; None where there is nothing else.
        base: the same without it; None where it must be there.
        marks: for text, numbers and days: by what it is known again. For a part of a model: one of them is enough.
        others: the same for ``other``.
        choice: for a closed list or a flag: the value.
    """

    path: Path
    full: Tree
    other: Tree | None
    base: Tree | None
    marks: tuple[frozenset[str], ...] = ()
    others: tuple[frozenset[str], ...] = ()
    choice: Any = None
    part: bool = field(default=False)

    @property
    def edge(self) -> Edge:
        return self.path[-1]

    @cached_property
    def names(self) -> frozenset[str]:
        """What a table can call it, or what it is in."""
        own = frozenset(f"{name}, whole" if self.part else f"{name}={self.choice}" for name in self.edge.names)
        return own.union(*(edge.names for edge in self.path))

    def __str__(self) -> str:
        where = ".".join(edge.key for edge in self.path)
        return f"{self.edge} ({where}{'' if self.choice is None else f' = {self.choice}'})"


def model(tree: Tree, name: str = "m") -> LogicModel:
    """A model of a tree: with a head, and a node that all have."""
    common = {COMMON: {"label": COMMON.title(), "term": COMMON}}
    return LogicModel.model_validate({"id": name, "kind": "programme", **tree, "outputs": {**tree.get("outputs", {}), **common}})


_NOTHING = object()


def _tree(path: Path, value: Any, key: str, *, filled: bool) -> Tree:
    """The model in which a field has a value; without the field for no value. What is named is named ``key``."""
    tree = value
    for edge in reversed(path):
        owner = {} if edge.owner is LogicModel else {**(filler(edge.owner) if filled else {}), **required(edge.owner)}
        if tree is not _NOTHING:
            owner[edge.key] = tree if edge is path[-1] else wrapped(edge.annotation, tree, key)
        tree = owner
    return tree  # type: ignore[no-any-return]


def _made(path: Path, value: Any, key: str) -> Tree | None:
    """The same, where it is a model: with no more than it must hold, if that will do."""
    for filled in (False, True):
        tree = _tree(path, value, key, filled=filled)
        if _is_model(tree):
            return tree
    return None


def _is_model(tree: Tree) -> bool:
    try:
        model(tree)
    except InvalidModel:
        return False
    return True


def _without(path: Path, key: str) -> Tree | None:
    """The model without the field, and without what would be empty then; None where the entry would go with it."""
    for cut in range(len(path) - 1, -1, -1):
        if cut == 0 and len(path) > 1 and _is_mapping(bare(path[0].annotation)):
            return None
        made = _made(path[: cut + 1], _NOTHING, key)
        if made is not None:
            return made
    return None


def _holds(tree: Tree, marks: tuple[frozenset[str], ...]) -> bool:
    text = json.dumps(plain(model(tree)), ensure_ascii=False)
    return all(any(form in text for form in forms) for forms in marks)


def _ways(edge: Edge) -> Iterator[Path]:
    return ((*way, edge) for way in paths()[edge.owner])


def cases() -> Iterator[Case | Edge]:
    """A case for each field of each type, and for each value of each closed list; an edge alone where no model could be made."""
    walked: set[str] = set()
    for number, edge in enumerate(edge for kind in paths() for edge in edges(kind)):
        key = f"e{number}"
        if choices(edge.annotation) and not _is_mapping(bare(edge.annotation)):
            every = edge.names[-1] not in walked or not issubclass(edge.owner, Entry)
            walked.add(edge.names[-1])
            made: list[Case] = list(_chosen(edge, key, every=every))
        else:
            made = [case for case in [_marked(edge, key)] if case]
        yield from made
        if not made:
            yield edge


def of_choices(kind: type[Frozen]) -> bool:
    """Whether a part holds nothing but words of closed lists, so that there is nothing in it to know it by beside them."""
    return all(choices(edge.annotation) for edge in edges(kind))


def _chosen(edge: Edge, key: str, *, every: bool) -> Iterator[Case]:
    options = NARROWER.get(str(edge), choices(edge.annotation))
    walked: set[Edge] = set()
    for way in _ways(edge):
        if way[-2:-1] and way[-2] in walked:
            continue
        trees = [_made(way, wrapped(edge.annotation, option), key) for option in options]
        if None not in trees:
            base = _without(way, key)
            for value, tree, other in zip(options if every else options[:1], trees, (*trees[1:], trees[0]), strict=False):
                assert tree is not None
                less = None if base is None or model(base) == model(tree) else base
                yield Case(way, tree, other if len(options) > 1 else None, less, choice=value)
            if not of_choices(edge.owner):
                return
            walked.add(way[-2])  # what holds nothing but choices is walked by them, wherever it stands
            every = False


def _marked(edge: Edge, key: str) -> Case | None:
    for way in _ways(edge):
        one, other = (_rich(way, key) if is_part(edge.annotation) else marked_value(edge) for _ in range(2))
        if one is None or other is None:
            continue
        trees = [_made(way, marked.value, key) for marked in (one, other)]
        if trees[0] is not None and trees[1] is not None and _holds(trees[0], one.marks):
            return Case(way, trees[0], trees[1], _without(way, key), one.marks, other.marks, part=is_part(edge.annotation))
        if edge.key.startswith("@"):  # what is named by its key
            named = [next(iter(forms)) for marked in (one, other) for forms in marked.marks]
            trees = [
                _made(way[:-1], wrapped(way[-2].annotation, {**filler(edge.owner), **required(edge.owner)}, name), name) for name in named
            ]
            if trees[0] is not None and _holds(trees[0], one.marks):
                return Case(way, trees[0], trees[1], None, one.marks, other.marks)
    return None


def _rich(way: Path, key: str) -> MarkedValue | None:
    """A part with as many of its fields as go together."""
    edge = way[-1]
    tree = required(inside(edge.annotation))
    marks: tuple[frozenset[str], ...] = ()
    for inner in edges(inside(edge.annotation)):
        marked = _lean_field(inner)
        if marked and marked.marks and not inner.key.startswith("@"):
            grown = {**tree, inner.key: marked.value}
            if _made(way, wrapped(edge.annotation, grown, key), key) is not None:
                tree, marks = grown, (*marks, *marked.marks)
    return MarkedValue(wrapped(edge.annotation, tree, key), marks) if marks else None
