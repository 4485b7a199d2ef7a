"""The entries of a model's sections: nodes of the chain, and what stands beside it."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self

from pydantic import Field, ValidationInfo, field_validator

from virkningskjede.model.parts import (
    Accepted,
    Denied,
    Evidence,
    Frees,
    Later,
    Link,
    Patch,
    Patches,
    Refs,
    TraitsField,
    Whens,
    Who,
    WhoField,
    readings_fit,
)
from virkningskjede.values import (
    EMPTY,
    At,
    Bounds,
    Date,
    Dose,
    Flag,
    Frozen,
    Id,
    Ids,
    Label,
    Level,
    Number,
    Prose,
    Section,
    Stage,
    Status,
    TermStage,
    Whole,
)

__all__ = [
    "Activity",
    "Ambiguity",
    "Assumption",
    "Barrier",
    "Context",
    "Enabler",
    "Entry",
    "Evidence",
    "Indicator",
    "Input",
    "Node",
    "OpenQuestion",
    "Outcome",
    "Output",
    "Result",
    "TargetLimit",
    "Who",
]


class Entry(Frozen):
    """Something with an id in a section. ``or_`` (``or`` in files) holds how else it could be read."""

    id: Id = Field(alias="@id")
    note: Prose | None = None
    at: At = ()
    or_: Patches = Field(default=(), alias="or")
    accept: Accepted = EMPTY

    _patched: ClassVar[type[Entry] | None] = None
    """What the readings under ``or`` are readings of, when it is another kind of entry than the one they stand on."""

    @field_validator("or_")
    @classmethod
    def _readings_fit(cls, patches: tuple[Patch, ...]) -> tuple[Patch, ...]:
        return readings_fit(patches, cls._patched or cls)

    def read_as(self, patch: Patch) -> Self | None:
        """This entry in another reading; None when it is absent in that reading."""
        return None if patch.absent else self.model_copy(update=patch.changes)

    def readings(self) -> tuple[Self | None, ...]:
        """This entry as coded, then in every other reading; None stands for its absence."""
        return (self, *(self.read_as(patch) for patch in self.or_))


class Node(Entry):
    """A node of the chain.

    Attributes:
        label: what people see.
        term: what makes it comparable: ids of the vocabulary's terms.
        who: who takes part.
        when: on what condition it is done for a user.
        after: ids of nodes that come before it in time.
        status: how far it has come.
        dose: how much of it.
        later: what it is meant to become.
        addresses: ids of problems or barriers that it is meant to lower.
        content: what it consists of.
        leads_to: the arrows that leave it.
        required: in a template: a model that follows it must have a node with this term or a narrower one.
        free: in a template: the fields that each model that follows it settles for itself.
    """

    stage: ClassVar[Stage]

    label: Label
    term: Ids = ()
    who: WhoField = None
    when: Whens = ()
    after: Ids = ()
    status: Status | None = None
    dose: Dose | None = None
    later: Later | None = None
    addresses: Ids = ()
    content: Prose | None = None
    because: Prose | None = None
    required: Flag = False
    free: Frees = ()
    leads_to: tuple[Link, ...] = ()

    @field_validator("leads_to", mode="before")
    @classmethod
    def _leave_from_here(cls, links: Any, known: ValidationInfo) -> Any:
        """Arrows in their long form, each with its source; a lone id is a list of one."""
        if isinstance(links, str):
            links = [links]
        if not isinstance(links, list | tuple):
            return links
        source = known.data.get("id")
        return [
            {"to": link, "@source": source} if isinstance(link, str) else {**link, "@source": source} if isinstance(link, dict) else link
            for link in links
        ]


class Context(Node):
    """Why the programme exists: a problem, an asset (earlier experience) or a change (earlier plans)."""

    stage: ClassVar[Stage] = "context"
    kind: Literal["problem", "asset", "change"]


class Input(Node):
    """What somebody supplies: people, money, rooms, time, consent (innsatsfaktor)."""

    stage: ClassVar[Stage] = "inputs"


class Activity(Node):
    """What is done (aktivitet)."""

    stage: ClassVar[Stage] = "activities"


class Output(Node):
    """A made thing or a service (produkt/tjeneste)."""

    stage: ClassVar[Stage] = "outputs"


class Outcome(Node):
    """What changes, and where (virkning i tjenestene, hos partnere, brukereffekt, samfunnseffekt).

    Attributes:
        level: where the change shows.
        cause: ``whole`` for an aim of the programme as a whole, for which the text names no single cause.
        indicators: ids of what it is measured by.
    """

    stage: ClassVar[Stage] = "outcomes"
    level: Level
    cause: Literal["whole"] | None = None
    indicators: Ids = ()


class TargetLimit(Entry):
    """One limit of the target group, with its own place and reason."""

    label: Label | None = None
    traits: TraitsField = None
    age: Bounds | None = None
    sick_leave: Bounds | None = None
    denies: Denied | None = None
    because: Prose | None = None
    required: Flag = False


class Aside(Entry):
    """Something beside the chain that is about nodes, arrows or parts of the model."""

    label: Label
    term: Ids = ()
    about: Refs = ()
    because: Prose | None = None


class Assumption(Aside):
    """What must hold for the chain to hold (antakelse)."""

    status: Literal["unquestioned", "questioned", "tested"] | None = None


class Barrier(Aside):
    """What threatens the model's own chain (hemmer)."""

    hinders: Refs = ()


class Enabler(Aside):
    """What helps the model's own chain (fremmer)."""

    helps: Refs = ()


class OpenQuestion(Aside):
    """What is undecided."""


class Indicator(Entry):
    """What something is measured by."""

    label: Label
    unit: Label | None = None
    instrument: Label | None = None


class Result(Entry, Bounds):
    """What has been reached or measured.

    Attributes:
        indicator: what was measured.
        date: the day it holds for.
        n: how many were asked or counted.
        wave: which round of measuring.
        distribution: how the number is made up: answer -> number.
    """

    label: Label | None = None
    indicator: Id | None = None
    date: Date | None = None
    n: Whole | None = None
    wave: Label | None = None
    distribution: Section[Id, Number] = EMPTY

    def _nested(self) -> bool:
        return bool(self.distribution)


class Ambiguity(Entry):
    """Something that is coded absent, though another coder could see it; ``or`` says what they would write.

    ``stage`` is needed only where the term can stand at several.
    """

    _patched: ClassVar[type[Entry] | None] = Outcome
    stage: TermStage | None = None
