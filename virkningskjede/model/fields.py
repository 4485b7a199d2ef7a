"""The field table of the logic model: what each of its fields and sections is, as it is declared where the field stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from virkningskjede.model.entries import Aside, Entry, Node, TargetLimit
from virkningskjede.model.logic_model import LogicModel
from virkningskjede.model.parts import Link, Patch
from virkningskjede.model.values import Bounds, Field, Frozen, Mark, NameKind, Weight, fields_of, naming

__all__ = [
    "ASIDES",
    "LIMITING",
    "LIMITS",
    "SECTION_KINDS",
    "Choice",
    "Limit",
    "SectionKind",
    "choices_in",
    "field_named",
    "kinds",
    "names_in",
    "qualifying",
]


@dataclass(frozen=True, slots=True)
class SectionKind:
    """What a section of a model is.

    Attributes:
        name: its key.
        entry: the type of its entries.
        weight: how much it matters that an entry comes or goes.
        coding: whether it is about how the text is coded, and not about the programme.
    """

    name: str
    entry: type[Entry]
    weight: Weight
    coding: bool

    @property
    def stage(self) -> bool:
        """Whether it is a stage of the chain."""
        return issubclass(self.entry, Node)

    @property
    def beside(self) -> bool:
        """Whether it stands beside the chain and is about the programme: not about whom it is for, and not about the coding."""
        return not (self.stage or self.coding or issubclass(self.entry, TargetLimit))

    @property
    def has_terms(self) -> bool:
        """Whether its entries are coded with terms of the vocabulary."""
        return "term" in self.entry.model_fields

    @property
    def askable(self) -> bool:
        """Whether a condition or a column can ask for its entries by their terms."""
        return self.entry.askable

    @property
    def about(self) -> bool:
        """Whether its entries are about nodes, arrows or parts of the model."""
        return issubclass(self.entry, Aside)

    @property
    def one(self) -> str:
        """What one of its entries is called in code: ``barrier``."""
        return self.entry.__name__.lower()

    @property
    def marked(self) -> bool:
        """Whether a picture marks what its entries are about."""
        return issubclass(self.entry, Aside) and self.entry.marked


SECTION_KINDS: Mapping[str, SectionKind] = MappingProxyType(
    {
        field.name: SectionKind(field.name, field.kind, field.weight, field.coding)
        for field in fields_of(LogicModel)
        if field.kind is not None and issubclass(field.kind, Entry)
    }
)
"""What each section is, in the format's order."""

ASIDES: tuple[SectionKind, ...] = tuple(
    sorted((kind for kind in SECTION_KINDS.values() if kind.about), key=lambda kind: len(naming(kind.entry, "part")) == 1)
)
"""The sections whose entries are about parts of the model: first those that do something to them (hinder, help)."""

LIMITS: tuple[str, ...] = tuple(field.name for field in fields_of(TargetLimit) if field.kind is Bounds)
"""The limits of a target group that are amounts: ``age``, ``sick_leave``."""


Choice = str | bool | None
"""A word of the format, whether something is so, or None where nothing is chosen."""

if TYPE_CHECKING:
    Limit = str
else:
    Limit = Literal[LIMITS]

LIMITING = frozenset(field.name for field in fields_of(TargetLimit) if field.kind is not None and not field.coding)
"""What codes a limit of a target group, where other entries have terms."""


@cache
def field_named(name: str) -> Field:
    """What a field is, by its name as in a change: ``status``, ``dose.frequency``, ``later.who.do``, ``set_aside.2.2:1``.

    Fields of one name mean the same wherever they stand; their choices are put together. A name that is no field is a field without roles.

    >>> field_named("recruitment.note").weight, field_named("later.who.do").names, field_named("set_aside.2.2:1").key
    ('cosmetic', 'actor', 'set_aside')
    """
    first, last = name.partition(".")[0], name.rpartition(".")[2]
    fields = _by_name()
    key = first if first in fields and fields[first].keyed else last
    return fields.get(key) or Field(key, key)


@cache
def _by_name() -> Mapping[str, Field]:
    by_name: dict[str, Field] = {}
    for kind in kinds():
        for field in fields_of(kind):
            if field.kind is not None and issubclass(field.kind, Entry):
                continue  # a section, whose name may be that of a field too
            for name in {field.key} if field.key.startswith("@") else {field.name, field.key}:
                earlier = by_name.get(name)
                by_name[name] = field if earlier is None else _both(earlier, field)
    return by_name


def _both(first: Field, second: Field) -> Field:
    choices = tuple(dict.fromkeys((*first.choices, *second.choices)))
    return replace(first, choices=choices, marks=first.marks | second.marks, kind=first.kind or second.kind)


@cache
def kinds() -> tuple[type[BaseModel], ...]:
    """A logic model and the types of everything in it that has fields of its own, outermost first."""
    types: list[type[BaseModel]] = [LogicModel]
    for kind in types:  # which grows on the way
        types += [inner for inner in dict.fromkeys(field.kind for field in fields_of(kind)) if inner is not None and inner not in types]
    return tuple(types)


def names_in(value: Frozen, *what: NameKind) -> Iterator[tuple[Field, str]]:
    """The ids in a value that name one of these, each with its field: in its own fields, and in those of its parts.

    Entries and arrows in it are not its parts, nor are its other readings. A field's own choices are no ids.

    >>> from virkningskjede.model import Barrier
    >>> barrier = Barrier.model_validate({"@id": "b", "label": "Kø", "about": "kurs", "hinders": "kurs -> mestring"})
    >>> [(field.name, name) for field, name in names_in(barrier, "part")]
    [('about', 'kurs'), ('hinders', 'kurs -> mestring')]
    """
    named, parts = _naming(type(value), what)
    for field in named:
        content: str | tuple[str, ...] | None = getattr(value, field.name)
        yield from ((field, name) for name in ((content,) if isinstance(content, str) else content or ()) if name not in field.choices)
    for name in parts:
        inside: Frozen | tuple[Frozen, ...] | Mapping[str, Frozen] | None = getattr(value, name)
        if inside is not None:
            several = inside.values() if isinstance(inside, Mapping) else inside if isinstance(inside, tuple) else (inside,)
            for part in several:
                yield from names_in(part, *what)


@cache
def _naming(kind: type[Frozen], what: tuple[NameKind, ...]) -> tuple[tuple[Field, ...], tuple[str, ...]]:
    """The fields of a type that name one of these, and its parts that may."""
    parts = [field for field in fields_of(kind) if field.kind is not None and issubclass(field.kind, Frozen)]
    inner = [field for field in parts if field.kind is not None and not issubclass(field.kind, (Entry, Link, Patch))]
    return naming(kind, *what), tuple(field.name for field in inner)


@cache
def qualifying(kind: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a type that say how much, how far something has come, on what condition, or what is not so."""
    return tuple(field.name for field in fields_of(kind) if Mark.QUALIFIES in field.marks)


def choices_in(value: Frozen) -> Iterator[tuple[str, frozenset[Choice]]]:
    """What is chosen of the format's own words in a value and in its parts, by the names of the fields: ``risk.likelihood``.

    A flag is true or false, and a field in which nothing is chosen has None: an arrow without a sign is a plus. What is about the coding,
    what only a template says, and the units of amounts are not among them, nor are the entries and arrows inside.

    >>> from virkningskjede.model import Outcome
    >>> outcome = Outcome.model_validate({"@id": "o", "label": "O", "level": "user", "horizon": "short"})
    >>> [(name, *chosen) for name, chosen in choices_in(outcome) if name in ("level", "horizon", "unwanted")]
    [('level', 'user'), ('horizon', 'short'), ('unwanted', False)]
    """
    for name in _choosing(type(value)):
        first, _, inner = name.partition(".")
        content = getattr(value, first)
        if not inner:
            yield name, frozenset(content if isinstance(content, tuple) else (content,))
            continue
        # Of a part, or of a list of them, taken together. What is not chosen in a part is as if there were none.
        parts = content if isinstance(content, tuple) else (content,)
        inside = (dict(choices_in(part))[inner] for part in parts if isinstance(part, Frozen))
        yield name, frozenset[Choice]().union(*inside) - {None}


@cache
def _choosing(kind: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a type and of its parts that take the format's own words, by their names with dots."""
    choosing: list[str] = []
    for field in fields_of(kind):
        if field.coding or Mark.TEMPLATE in field.marks:
            continue
        if field.closed:
            choosing.append(field.name)
        elif field.kind is not None and not issubclass(field.kind, Bounds | Entry | Link):
            choosing += (f"{field.name}.{name}" for name in _choosing(field.kind))
    return tuple(choosing)
