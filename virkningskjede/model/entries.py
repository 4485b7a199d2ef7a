"""The entries of a model's sections: nodes of the chain, and what stands beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from virkningskjede.model.parts import (
    Accepted,
    CauseField,
    Denied,
    Evidence,
    Frees,
    Later,
    Link,
    Modes,
    Nodes,
    Note,
    Patch,
    Patches,
    Places,
    Refs,
    RiskField,
    Terms,
    TraitsField,
    Whens,
    Who,
    WhoField,
    readings_fit,
)
from virkningskjede.model.values import (
    EMPTY,
    TERM_STAGES,
    UNITS,
    At,
    Bounds,
    Date,
    Dose,
    Flag,
    Frozen,
    Horizon,
    Id,
    Ids,
    In,
    Label,
    Level,
    Mark,
    Names,
    Number,
    Prose,
    Section,
    Short,
    Stage,
    Status,
    TermStage,
    Weighs,
    Whole,
    copy_with,
    key,
)

__all__ = [
    "Activity",
    "Ambiguity",
    "Assumption",
    "Barrier",
    "Context",
    "DatedBounds",
    "Direction",
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


Name = Annotated[Label, Weighs("cosmetic")]
"""What people see."""

OwnName = Annotated[Label | None, Weighs("cosmetic")]
"""What people see, where it has a name of its own."""

Running = Annotated[Prose | None, Mark.RUNNING]

Required = Annotated[Flag, Mark.FIXED, Mark.TEMPLATE]
"""In a template: whoever follows it must have this."""


class Entry(Frozen):
    """Something with an id in a section. ``or_`` (``or`` in files) holds how else it could be read."""

    trailing: ClassVar[tuple[str, ...]] = ("note", "or_", "at", "accept")

    id: Annotated[Id, Mark.IDENTITY, Mark.FIXED, Weighs("cosmetic")] = Field(alias=key("@id"))
    note: Note = None
    at: At = ()
    or_: Patches = Field(default=(), alias=key("or"))
    accept: Accepted = EMPTY

    open_to_readings: ClassVar[bool] = True
    """Whether its fields give `Patch` fields of theirs; if not, it can be read otherwise only in what other kinds of entries have too."""

    askable: ClassVar[bool] = False
    """Whether a condition or a column can ask for such entries by their terms."""

    _patched: ClassVar[tuple[type[Entry], ...]] = ()
    """What the readings under ``or`` can be readings of, when it is another kind of entry than the one they stand on."""

    @field_validator("or_")
    @classmethod
    def _readings_fit(cls, patches: tuple[Patch, ...]) -> tuple[Patch, ...]:
        return readings_fit(patches, *(cls._patched or (cls,)))

    def read_as(self, patch: Patch) -> Self | None:
        """This entry in another reading; None when it is absent in that reading."""
        return None if patch.absent else copy_with(self, patch.changes)

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
        indicators: ids of what it is measured by.
    """

    stage: ClassVar[Stage]
    askable: ClassVar[bool] = True
    trailing: ClassVar[tuple[str, ...]] = ("indicators", "note", "or_", "at", "leads_to", "accept")

    label: Name
    term: Terms = ()
    who: WhoField = None
    when: Whens = ()
    after: Nodes = ()
    status: Annotated[Status | None, Mark.QUALIFIES] = None
    dose: Annotated[Dose | None, Mark.QUALIFIES] = None
    later: Annotated[Later | None, Mark.FIXED, Mark.QUALIFIES] = None
    addresses: Annotated[Ids, Names("lowered"), Weighs("logic")] = ()
    content: Running = None
    because: Running = None
    required: Required = False
    free: Frees = ()
    indicators: Annotated[Ids, Names("indicator"), Mark.FIXED] = ()
    leads_to: Annotated[tuple[Link, ...], Short((Id, tuple[Id | Link, ...])), Mark.FIXED] = ()

    @field_validator("leads_to", mode="before")
    @classmethod
    def _leave_from_here(cls, links: Any, info: ValidationInfo) -> Any:
        """Arrows in their long form, each with its source; a lone id is a list of one."""
        if isinstance(links, str):
            links = [links]
        if not isinstance(links, list | tuple):
            return links
        source = info.data.get("id")
        return [
            {"to": link, "@source": source} if isinstance(link, str) else {**link, "@source": source} if isinstance(link, dict) else link
            for link in links
        ]


class Context(Node):
    """Why the programme exists: a problem, an asset (earlier experience) or a change (earlier plans)."""

    stage: ClassVar[Stage] = "context"
    leading: ClassVar[tuple[str, ...]] = ("kind", "label")
    kind: Annotated[Literal["problem", "asset", "change"], Weighs("logic")]


class Input(Node):
    """What somebody supplies: people, money, rooms, time, consent (innsatsfaktor)."""

    stage: ClassVar[Stage] = "inputs"


class Activity(Node):
    """What is done (aktivitet).

    Attributes:
        place: where it is done: ids of the codebook's places, or words.
        mode: in what way people meet, and whether they are several.
    """

    stage: ClassVar[Stage] = "activities"
    place: Places = ()
    mode: Modes = ()


class Output(Node):
    """A made thing or a service (produkt/tjeneste)."""

    stage: ClassVar[Stage] = "outputs"


class Outcome(Node):
    """What changes, and where (virkning i tjenestene, hos partnere, brukereffekt, samfunnseffekt).

    Attributes:
        level: where the change shows.
        cause: what the text says leads to it, where that is no one thing by itself: the whole programme, or several measures together.
        horizon: how soon it is to show.
        unwanted: True for an effect that nobody wishes.
    """

    stage: ClassVar[Stage] = "outcomes"
    leading: ClassVar[tuple[str, ...]] = ("label", "level")
    level: Annotated[Level, Weighs("logic")]
    cause: CauseField = None
    horizon: Annotated[Horizon | None, Mark.QUALIFIES] = None
    unwanted: Annotated[Flag, Weighs("logic")] = False

    @property
    def of_the_whole(self) -> bool:
        """Whether it is an aim of the whole programme, for which the text names no single cause."""
        return self.cause is not None and self.cause.way == "whole"

    @property
    def of_several(self) -> bool:
        """Whether the text says that several measures lead to it together."""
        return self.cause is not None and self.cause.way == "together"


class TargetLimit(Entry):
    """One limit of the target group, with its own place and reason."""

    label: OwnName = None
    traits: TraitsField = None
    age: Annotated[Bounds | None, In(("year",)), Mark.QUALIFIES] = None
    sick_leave: Annotated[Bounds | None, In(UNITS["period"]), Mark.QUALIFIES] = None
    denies: Annotated[Denied | None, Mark.QUALIFIES] = None
    because: Running = None
    required: Required = False


class Aside(Entry):
    """Something beside the chain that is about nodes, arrows or parts of the model."""

    askable: ClassVar[bool] = True
    marked: ClassVar[bool] = True
    """Whether a picture marks what it is about."""

    label: Name
    term: Terms = ()
    about: Refs = ()
    because: Running = None


class Assumption(Aside):
    """What must hold for the chain to hold (antakelse)."""

    askable: ClassVar[bool] = False  # what is taken for granted is nothing that the programme has or does

    status: Annotated[Literal["unquestioned", "questioned", "tested"] | None, Mark.QUALIFIES, Mark.FIXED] = None
    risk: RiskField = None


class Barrier(Aside):
    """What threatens the model's own chain (hemmer)."""

    leading: ClassVar[tuple[str, ...]] = ("label", "term", "hinders")

    hinders: Refs = ()
    risk: RiskField = None


class Enabler(Aside):
    """What helps the model's own chain (fremmer)."""

    leading: ClassVar[tuple[str, ...]] = ("label", "term", "helps")

    helps: Refs = ()


class OpenQuestion(Aside):
    """What is undecided."""

    marked: ClassVar[bool] = False


class DatedBounds(Bounds):
    """A number of an indicator before anything is done, or one that it is to come to.

    Attributes:
        date: when it was so, or is to be.
        at: its place in the source.
    """

    date: Date | None = None
    at: At = ()


Direction = Literal["up", "down"]
"""Which way an indicator is meant to go."""


def _one_or_several(value: object) -> object:
    """A lone target is a list of one."""
    return [value] if isinstance(value, dict) else value


class Indicator(Entry):
    """What something is measured by.

    Attributes:
        label: what people see.
        unit: what its numbers count.
        instrument: how it is measured: the means of verification of a logframe.
        direction: which way it is meant to go, where baseline and target do not say it.
        baseline: its number before anything is done.
        targets: the numbers that it is to come to, in the order of their dates.
    """

    open_to_readings: ClassVar[bool] = False

    label: Name
    unit: Annotated[Label | None, Names("unit")] = None
    instrument: Label | None = None
    direction: Direction | None = None
    baseline: Annotated[DatedBounds | None, Mark.QUALIFIES] = None
    targets: Annotated[tuple[DatedBounds, ...], BeforeValidator(_one_or_several), Short((DatedBounds,)), Mark.QUALIFIES] = ()

    @field_validator("targets")
    @classmethod
    def _in_order(cls, targets: tuple[DatedBounds, ...]) -> tuple[DatedBounds, ...]:
        """Which target is in force on a date hangs on their dates."""
        for earlier, later in pairwise(targets):
            if earlier.date is None or later.date is None or earlier.date.end.last >= later.date.end.last:
                written = ", ".join(str(target.date or "–") for target in targets)
                raise PydanticCustomError("VK160", "order", {"dates": written})
        return targets


class Result(Entry, Bounds):
    """What has been reached or measured.

    Attributes:
        indicator: what was measured.
        date: when it was so: a day, a month, a year, or from one date to another.
        n: how many were asked or counted.
        wave: which round of measuring.
        distribution: how the number is made up: answer -> number, in the order of the answers.
        among: the trait of those who were asked or counted, where it was not all.
    """

    leading: ClassVar[tuple[str, ...]] = ("indicator", "label")
    open_to_readings: ClassVar[bool] = False

    label: OwnName = None
    indicator: Annotated[Id | None, Names("indicator")] = None
    date: Date | None = None
    n: Whole | None = None
    wave: Label | None = None
    distribution: Section[Label, Number] = EMPTY
    among: Annotated[Id | None, Names("trait")] = None

    def _nested(self) -> bool:
        return bool(self.distribution)


class Ambiguity(Entry):
    """Something that is coded absent, though another coder could see it; ``or`` says what they would write.

    ``stage`` is needed only where the term can stand at several.
    """

    _patched: ClassVar[tuple[type[Entry], ...]] = (Context, Input, Activity, Output, Outcome, Barrier, Enabler)
    stage: Annotated[TermStage | None, Weighs("logic"), Mark.FIXED] = None

    @field_validator("stage")
    @classmethod
    def _readings_stand_there(cls, stage: TermStage | None, info: ValidationInfo) -> TermStage | None:
        if stage is not None:
            there = cls._patched[TERM_STAGES.index(stage)]
            readings_fit(info.data.get("or_", ()), there)
        return stage
