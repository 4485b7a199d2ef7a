"""What a field of the model is: declared once, where the field stands, and asked for here.

A role is a mark among the metadata of the field or of its type, as in ``term: Annotated[Ids, Names("term")]``. Marks change nothing of how
a value is validated or of its JSON Schema; whatever lists fields asks `fields_of` which of them have a role.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

NameKind = Literal[
    "term",
    "actor",
    "trait",
    "place",
    "indicator",
    "column",
    "unit",
    "reference",
    "source",
    "template",
    "field",
    "node",
    "numbered",
    "lowered",
    "assumption",
    "part",
    "model",
    "entry",
    "measured",
]
"""What ids can name: something of the codebook or of the references, or something of their own model.

``place`` is where something is done: an id of the codebook's places, or words of the model's own. ``numbered`` is something
of the model that can have a number: a node, a limit of the target group, an indicator or a result. ``lowered`` is a node or a barrier;
``part`` is a node, an arrow or a part of the model as a whole.

``model`` is a model. ``entry`` is an entry of the model that the field beside it names, or of the one before its dot: ``ha.kurs``.
``measured`` is an indicator of the codebook or of any model that is asked about.
"""

OWN: frozenset[NameKind] = frozenset({"indicator", "node", "numbered", "lowered", "assumption", "part"})
"""What stands in the same model as the field that names it. An indicator may be one of the codebook's, too."""

Weight = Literal["logic", "content", "cosmetic"]
"""How much it matters: to how the chain works, to what is said about its parts, or to wording and places only. Gravest first."""


@dataclass(frozen=True, slots=True)
class Names:
    """The ids in the field name this."""

    what: NameKind


@dataclass(frozen=True, slots=True)
class Weighs:
    """How much it matters that the field differs; ``content`` where nothing is said."""

    weight: Weight


@dataclass(frozen=True, slots=True)
class In:
    """The amount in the field is counted in one of these units."""

    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    """The field chooses between these words, or something else that is known elsewhere."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Short:
    """What a file may write in the field instead of the whole: one of these types, or what one field of its type holds, by name."""

    forms: tuple[Any, ...]


class Mark(Enum):
    """What else a field can be."""

    PROSE = "the writer's own text"
    CODING = "says how something is coded: where it is from and how sure the coder is"
    IDENTITY = "says which model, entry or arrow it is"
    FIXED = "no other reading of the text (`or`) gives it another value"
    RUNNING = "running text, which no two writers put alike"
    TEMPLATE = "what only a template says, to those who follow it"
    QUALIFIES = "says how much, how far something has come, on what condition, or what is not so"
    SKETCH = "is a piece of a model, in which names and what must else be there may be left out"


@dataclass(frozen=True, slots=True)
class Field:
    """What one field is.

    Attributes:
        name: the attribute.
        key: its key in files. Keys of ours that stand in no file begin with ``@``.
        names: what its ids name; None where it holds none.
        weight: how much it matters that it differs.
        choices: the words that it can choose between.
        keyed: whether the file names its parts: ``distribution.under-30``.
        several: whether it is a list.
        kind: the type of the values in it, where they have fields of their own.
        units: the units that an amount in it can have, where that is settled by the field.
        required: whether it must be there.
        flag: whether it is true or false.
        marks: what else it is.
    """

    name: str
    key: str
    names: NameKind | None = None
    weight: Weight = "content"
    choices: tuple[str, ...] = ()
    keyed: bool = False
    several: bool = False
    kind: type[BaseModel] | None = None
    units: tuple[str, ...] = ()
    required: bool = False
    flag: bool = False
    marks: frozenset[Mark] = frozenset()

    @property
    def prose(self) -> bool:
        """Whether it is the writer's own text."""
        return Mark.PROSE in self.marks

    @property
    def coding(self) -> bool:
        """Whether it says how something is coded, and not what is coded."""
        return Mark.CODING in self.marks

    @property
    def identity(self) -> bool:
        """Whether it says which model, entry or arrow it is."""
        return Mark.IDENTITY in self.marks

    @property
    def closed(self) -> bool:
        """Whether it takes one of the format's own words, or is true or false, and nothing else."""
        return self.flag or (bool(self.choices) and self.names is None)

    @property
    def own(self) -> bool:
        """Whether it names something of the same model."""
        return self.names in OWN


@cache
def fields_of(kind: type[BaseModel]) -> tuple[Field, ...]:
    """What each field of a type is, in order.

    >>> from virkningskjede.model import Evidence
    >>> [(field.key, field.names) for field in fields_of(Evidence) if field.names]
    [('refs', 'reference'), ('best_for', 'trait'), ('also_for', 'trait'), ('via', 'term')]
    """
    return tuple(_field(name, info) for name, info in kind.model_fields.items())


@cache
def naming(kind: type[BaseModel], *what: NameKind) -> tuple[Field, ...]:
    """The fields of a type whose ids name one of these."""
    return tuple(field for field in fields_of(kind) if field.names in what)


def _field(name: str, info: FieldInfo) -> Field:
    inner = tuple(_within(info.annotation))
    marks = (*info.metadata, *inner)
    forms = {get_origin(form) for form in inner}
    return Field(
        name,
        info.alias or name,
        next((mark.what for mark in marks if isinstance(mark, Names)), None),
        next((mark.weight for mark in marks if isinstance(mark, Weighs)), "content"),
        tuple(dict.fromkeys(str(choice) for form in (*inner, *marks) for choice in _offered(form))),
        any(isinstance(form, type) and issubclass(form, Mapping) for form in forms),
        tuple in forms,
        next((form for form in inner if isinstance(form, type) and issubclass(form, BaseModel)), None),
        next((mark.units for mark in marks if isinstance(mark, In)), ()),
        info.is_required(),
        bool in inner,
        frozenset(mark for mark in marks if isinstance(mark, Mark)),
    )


def _offered(form: Any) -> tuple[Any, ...]:
    if isinstance(form, Offers):
        return form.choices
    return get_args(form) if get_origin(form) is Literal else ()


def _within(annotation: Any) -> Iterator[Any]:
    """The types and the marks in an annotation: of an optional value, of what is in a list, and of what stands under keys."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from arguments[1:]
        yield from _within(arguments[0])
        return
    yield annotation
    if origin in (Union, UnionType):
        for argument in arguments:
            yield from _within(argument)
    elif origin is tuple:
        yield from _within(arguments[0])
    elif isinstance(origin, type) and issubclass(origin, Mapping):
        yield from _within(arguments[1])
