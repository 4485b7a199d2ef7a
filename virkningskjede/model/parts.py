"""What hangs on a node or an arrow: who, evidence, what it is meant to become, and how else it could be read."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, field_validator
from pydantic_core import PydanticCustomError

from virkningskjede.catalogue import Word
from virkningskjede.values import (
    EMPTY,
    At,
    Bounds,
    Dose,
    Finding,
    Flag,
    Frozen,
    Id,
    Ids,
    Label,
    Level,
    Prose,
    Section,
    Status,
    When,
    one_or_many,
)

REF_PATTERN = "^(?:[a-z0-9-]+(?: -> [a-z0-9-]+)?|target_group)$"

Ref = Annotated[str, StringConstraints(pattern=REF_PATTERN)]
"""A node's id, an arrow as ``a -> b``, or one of `PARTS`."""

Refs = Annotated[tuple[Ref, ...], BeforeValidator(one_or_many)]

PARTS = ("whole", "recruitment", "target_group")
"""Parts of a model that a reference can name beside nodes and arrows."""

Whens = Annotated[tuple[When, ...], BeforeValidator(one_or_many)]

Free = Literal["who", "when", "dose", "content"]
"""What a template can leave to those who follow it."""

Frees = Annotated[tuple[Free, ...], BeforeValidator(one_or_many)]

Accepted = Section[Annotated[str, StringConstraints(pattern="^VK[0-9]{3}$")], Label]
"""Rules that are silenced here, each with the reason: code -> reason."""


def _short_who(value: object) -> object:
    return {"do": value} if isinstance(value, str | list | tuple) else value


class Who(Frozen):
    """Who takes part. Written short as a list, it means ``do``.

    Attributes:
        lead: answers for it.
        do: does it.
        maybe: may take part; counts for *partly*.
        for_: whom it is done for (``for`` in files).
    """

    lead: Ids = ()
    do: Ids = ()
    maybe: Ids = ()
    for_: Ids = Field(default=(), alias="for")

    @property
    def takes_part(self) -> frozenset[str]:
        """Those who surely take part: ``lead`` and ``do``."""
        return frozenset(self.lead) | frozenset(self.do)


WhoField = Annotated[Who | None, BeforeValidator(_short_who)]


class Traits(Frozen):
    """Traits of the target group: one of ``any``, and each of ``all``."""

    any: Ids = ()
    all: Ids = ()

    @property
    def named(self) -> frozenset[str]:
        """Every trait that is mentioned."""
        return frozenset(self.any) | frozenset(self.all)


def _short_traits(value: object) -> object:
    return {"all": value} if isinstance(value, str | list | tuple) else value


TraitsField = Annotated[Traits | None, BeforeValidator(_short_traits)]


class Denied(Frozen):
    """What the text says is *not* so."""

    traits: TraitsField = None


class Evidence(Frozen):
    """What research found about an arrow.

    Attributes:
        refs: the works, as keys of the references.
        finding: what they found.
        at: where we read it.
        best_for: traits of those it holds best for.
        also_for: traits of others it was shown for.
        via: the term of the measure that was studied, where it is another than the arrow's.
    """

    refs: Ids = ()
    finding: Finding
    at: At = ()
    best_for: Ids = ()
    also_for: Ids = ()
    via: Id | None = None
    note: Prose | None = None


class Later(Frozen):
    """What something is meant to become."""

    dose: Dose | None = None
    status: Status | None = None
    who: WhoField = None
    when: Whens = ()
    note: Prose | None = None
    at: At = ()


class Patch(Frozen):
    """Another reading that a careful coder could make: other values for some fields, or that the thing is ``absent``.

    Only the fields that were given count (``model_fields_set``); the rest are as coded.
    """

    absent: bool = False
    note: Prose | None = None
    label: Label | None = None
    term: Ids = ()
    who: WhoField = None
    when: Whens = ()
    after: Ids = ()
    status: Status | None = None
    dose: Dose | None = None
    content: Prose | None = None
    because: Prose | None = None
    addresses: Ids = ()
    kind: Literal["problem", "asset", "change"] | None = None
    level: Level | None = None
    cause: Literal["whole"] | None = None
    to: Id | None = None
    assumes: Ids = ()
    evidence: tuple[Evidence, ...] = ()
    feedback: Flag = False
    traits: TraitsField = None
    age: Bounds | None = None
    sick_leave: Bounds | None = None
    denies: Denied | None = None
    about: Refs = ()
    hinders: Refs = ()
    helps: Refs = ()
    at: At = ()

    @property
    def changes(self) -> dict[str, Any]:
        """The fields that this reading gives other values, by name."""
        return {name: getattr(self, name) for name in self.model_fields_set - {"note", "absent"}}


def _patches(value: object) -> object:
    if isinstance(value, str | dict):
        value = [value]
    if isinstance(value, list | tuple):
        return [{"absent": True} if each == "absent" else each for each in value]
    return value


Patches = Annotated[tuple[Patch, ...], BeforeValidator(_patches)]


def readings_fit(patches: tuple[Patch, ...], host: type[Frozen]) -> tuple[Patch, ...]:
    """The readings, if each gives its host only fields that the host has.

    Raises:
        PydanticCustomError: VK115, with the field.
    """
    for patch in patches:
        for name in patch.changes:
            if name not in host.model_fields:
                raise PydanticCustomError("VK115", "or", {"reason": Word("or.field", (("key", name),))})
    return patches


class Link(Frozen):
    """An arrow: why one step should lead to the next.

    Attributes:
        source: the id of the node it leaves.
        to: the id of the node it enters.
        because: the mechanism.
        assumes: ids of assumptions that must hold.
        evidence: what research found.
        at: a place of its own; with one the source *states* the arrow, without one the coder *inferred* it.
        feedback: True for an arrow that goes back through the stages on purpose.
    """

    source: Id = Field(default="-", alias="@source")
    to: Id
    because: Prose | None = None
    assumes: Ids = ()
    evidence: tuple[Evidence, ...] = ()
    when: Whens = ()
    feedback: Flag = False
    note: Prose | None = None
    at: At = ()
    or_: Patches = Field(default=(), alias="or")
    accept: Accepted = EMPTY

    @field_validator("or_")
    @classmethod
    def _readings_fit(cls, patches: tuple[Patch, ...]) -> tuple[Patch, ...]:
        return readings_fit(patches, cls)

    @property
    def stated(self) -> bool:
        """Whether the source says that the one leads to the other."""
        return bool(self.at)

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of the two nodes, source first."""
        return (self.source, self.to)
