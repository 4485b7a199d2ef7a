"""What hangs on a node or an arrow: who, evidence, what it is meant to become, and how else it could be read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from virkningskjede.i18n import Word
from virkningskjede.model.values import (
    EMPTY,
    Arrow,
    At,
    Concern,
    Confidence,
    Degree,
    Dose,
    Finding,
    Flag,
    Frozen,
    Horizon,
    Id,
    Ids,
    In,
    Label,
    Level,
    Mark,
    Mode,
    Names,
    Prose,
    Section,
    Short,
    Sign,
    Status,
    Weighs,
    When,
    copy_with,
    fields_of,
    key,
    one_or_many,
    reference,
)

Terms = Annotated[Ids, Names("term"), Weighs("logic")]
"""What something is coded as."""

Actors = Annotated[Ids, Names("actor")]
Nodes = Annotated[Ids, Names("node")]

Note = Annotated[Prose | None, Mark.CODING, Weighs("cosmetic")]
"""What a coder says to other coders."""

REF_PATTERN = "^(?:[a-z0-9-]+(?: -> [a-z0-9-]+)?|target_group)$"

Ref = Annotated[str, StringConstraints(pattern=REF_PATTERN), AfterValidator(reference), PlainSerializer(str)]
"""A node's id, an `Arrow`, or one of `PARTS`."""

Refs = Annotated[tuple[Ref, ...], BeforeValidator(one_or_many), Names("part"), Weighs("logic")]

PARTS = ("whole", "recruitment", "target_group")
"""Parts of a model that a reference can name beside nodes and arrows."""

Whens = Annotated[tuple[When, ...], BeforeValidator(one_or_many), Mark.QUALIFIES]

Places = Annotated[tuple[Label, ...], BeforeValidator(one_or_many), Names("place")]
"""Where something is done: ids of the codebook's places, or the text's own words for what it does not have."""

Modes = Annotated[tuple[Mode, ...], BeforeValidator(one_or_many)]

Free = Literal["who", "when", "dose", "content"]
"""The fields of a node that a template can leave to those who follow it. It is a choice of the format, as statuses are: what says what a
node is, how far it has come and where it is read is never left to others.
"""

Frees = Annotated[tuple[Free, ...], BeforeValidator(one_or_many), Names("field"), Mark.FIXED, Mark.TEMPLATE]

Accepted = Annotated[Section[Annotated[str, StringConstraints(pattern="^VK[0-9]{3}$")], Label], Mark.CODING, Weighs("cosmetic"), Mark.FIXED]
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

    by_part: ClassVar[bool] = True

    lead: Actors = ()
    do: Actors = ()
    maybe: Actors = ()
    for_: Actors = Field(default=(), alias=key("for"))

    @property
    def takes_part(self) -> frozenset[str]:
        """Those who surely take part: ``lead`` and ``do``."""
        return frozenset(self.lead) | frozenset(self.do)


WhoField = Annotated[Who | None, BeforeValidator(_short_who), Short(("do",))]


class Traits(Frozen):
    """Traits of the target group: one of ``any``, and each of ``all``."""

    any: Annotated[Ids, Names("trait")] = ()
    all: Annotated[Ids, Names("trait")] = ()

    @property
    def named(self) -> frozenset[str]:
        """Every trait that is mentioned."""
        return frozenset(self.any) | frozenset(self.all)


def _short_traits(value: object) -> object:
    return {"all": value} if isinstance(value, str | list | tuple) else value


TraitsField = Annotated[Traits | None, BeforeValidator(_short_traits), Short(("all",))]


class Denied(Frozen):
    """What the text says is *not* so."""

    traits: TraitsField = None


def _short_certainty(value: object) -> object:
    return {"overall": value} if isinstance(value, str) else value


class Certainty(Frozen):
    """How certain a finding is. Written short as one word, it means ``overall``.

    Attributes:
        overall: how certain in all: GRADE's four degrees, which CERQual has too.
        methods: what there is to say against how the studies were made. This and the next three are the parts of CERQual.
        coherence: against how well the finding fits the data.
        adequacy: against how much there is of it, and how rich it is.
        relevance: against how well it fits what is asked.
    """

    overall: Confidence | None = None
    methods: Concern | None = None
    coherence: Concern | None = None
    adequacy: Concern | None = None
    relevance: Concern | None = None


class Risk(Frozen):
    """How likely it is that something threatens the chain, and how much would follow."""

    by_part: ClassVar[bool] = True

    likelihood: Degree | None = None
    consequence: Degree | None = None


RiskField = Annotated[Risk | None, Mark.QUALIFIES]


class Evidence(Frozen):
    """What research found about an arrow.

    Attributes:
        refs: the works, as keys of the references.
        finding: what they found.
        at: where we read it.
        best_for: traits of those it holds best for.
        also_for: traits of others it was shown for.
        via: the term of the measure that was studied, where it is another than the arrow's.
        certainty: how certain the finding is.
    """

    trailing: ClassVar[tuple[str, ...]] = ("note", "at")

    refs: Annotated[Ids, Names("reference")] = ()
    finding: Finding
    at: At = ()
    best_for: Annotated[Ids, Names("trait")] = ()
    also_for: Annotated[Ids, Names("trait")] = ()
    via: Annotated[Id | None, Names("term")] = None
    certainty: Annotated[Certainty | None, BeforeValidator(_short_certainty), Short(("overall",))] = None
    note: Note = None


class Later(Frozen):
    """What something is meant to become."""

    by_part: ClassVar[bool] = True

    dose: Annotated[Dose | None, Mark.QUALIFIES] = None
    status: Annotated[Status | None, Mark.QUALIFIES] = None
    who: WhoField = None
    when: Whens = ()
    note: Note = None
    at: At = ()


Way = Literal["whole", "together"]
"""How the source says that an outcome comes about, where it is no one thing by itself."""


class Cause(Frozen):
    """What the source says leads to an outcome, where it is no one thing by itself. Written short as a word, it is ``way`` alone.

    Attributes:
        way: ``whole`` for an aim of the whole programme, for which the text names no single cause; ``together`` where it says that
            several measures lead to it together.
        together: the ids of those activities and outputs; empty for all that are not only considered.
    """

    way: Annotated[Way, Weighs("logic")] = Field(alias=key("@way"))
    together: Annotated[Nodes, Field(min_length=1), Weighs("logic")] = ()

    @model_validator(mode="before")
    @classmethod
    def _as_written(cls, value: object) -> object:
        """A word is the way; the ids alone say that they lead there together."""
        if isinstance(value, str):
            return {"@way": value}
        if value == {}:
            raise PydanticCustomError("VK102", "missing", {"key": "together"})
        return {"@way": "together", **value} if isinstance(value, dict) else value


CauseField = Annotated[Cause | None, Short((Way,)), Weighs("logic"), Mark.QUALIFIES]


class Patch(Frozen):
    """Another reading that a careful coder could make: other values for some fields, or that the thing is ``absent``.

    Only the fields that were given count (``model_fields_set``); the rest are as coded.
    """

    # It has the fields of everything that it can stand on, so that none of them is declared twice: see `open_to_readings`.
    trailing: ClassVar[tuple[str, ...]] = ("note", "at")

    absent: bool = False
    note: Note = None

    if TYPE_CHECKING:  # those of its fields that code asks for by name
        label: Label | None = None
        term: Ids = ()
        who: WhoField = None
        when: Whens = ()
        status: Status | None = None
        dose: Dose | None = None
        addresses: Ids = ()
        level: Level | None = None
        horizon: Horizon | None = None
        unwanted: Flag = False
        risk: Risk | None = None
        place: tuple[str, ...] = ()
        mode: tuple[Mode, ...] = ()
        kind: str | None = None
        to: Id | None = None
        at: At = ()

    @property
    def changes(self) -> dict[str, Any]:
        """The fields that this reading gives other values, by name."""
        given = self.model_fields_set - {"note", "absent"}  # a set, which has no order that is the same twice
        return {field.name: getattr(self, field.name) for field in fields_of(type(self)) if field.name in given} if given else {}


def _patches(value: object) -> object:
    if isinstance(value, str | dict):
        value = [value]
    if isinstance(value, list | tuple):
        return [{"absent": True} if patch == "absent" else patch for patch in value]
    return value


_ABSENT = Literal["absent"]

Patches = Annotated[
    tuple[Patch, ...], BeforeValidator(_patches), Short((_ABSENT, Patch, tuple[_ABSENT | Patch, ...])), Mark.CODING, Mark.FIXED
]


def open_to_readings(hosts: Iterable[type[Frozen]]) -> None:
    """Give `Patch` the fields of what it can stand on, each optional, but for those that no reading changes.

    This is done once, when the last of these types is made: they hold patches, so that neither can be made whole before the other. No
    validator is built before that (``defer_build``).

    Raises:
        TypeError: two types have fields of one name that do not hold the same.
    """
    at: dict[str, FieldInfo] = {}
    for host in hosts:
        for name, info in host.model_fields.items():
            if name in ("note", "absent") or Mark.FIXED in info.metadata:
                continue
            field = _given_by_readings(info)
            earlier = Patch.model_fields.get(name, field) if name != "at" else field
            if earlier.annotation != field.annotation:
                raise TypeError(f"{host.__name__}.{name} is another type than in other things that have readings: mark one as FIXED")
            (at if name == "at" else Patch.model_fields).setdefault(name, field)
    Patch.model_fields.update(at)  # where it is from stands last, as everywhere


def _given_by_readings(info: FieldInfo) -> FieldInfo:
    roles = [mark for mark in info.metadata if isinstance(mark, Names | Weighs | In | Mark) and mark is not Mark.PROSE]
    checks = [check for check in info.metadata if check not in roles]
    value: Any = Annotated[(info.annotation, *checks)] if checks else info.annotation
    if info.is_required():
        value |= None
    roles = [mark for mark in roles if mark is not Mark.IDENTITY]  # which arrow it is, but what another reading says of it
    default = None if info.is_required() else info.default
    whole: Any = Annotated[(value, *roles)] if roles else value
    return FieldInfo.from_annotated_attribute(whole, default)


def readings_fit(patches: tuple[Patch, ...], *hosts: type[Frozen]) -> tuple[Patch, ...]:
    """The readings, if each gives only fields that its host has; of several that it may be a reading of, all that one of them has.

    Raises:
        PydanticCustomError: VK115, with the field.
    """
    for patch in patches:
        for name in patch.changes:
            if not any(name == field.name for host in hosts for field in fields_of(host)):
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
        sign: ``minus`` where more of the one gives less of the other, ``mixed`` where it is now so and now not; None for plus.
    """

    leading: ClassVar[tuple[str, ...]] = ("to", "when", "sign", "feedback")
    trailing: ClassVar[tuple[str, ...]] = ("note", "or_", "at", "accept")

    source: Annotated[Id, Names("node"), Mark.IDENTITY, Mark.FIXED] = Field(default="-", alias=key("@source"))
    to: Annotated[Id, Names("node"), Mark.IDENTITY]
    because: Annotated[Prose | None, Mark.RUNNING] = None
    assumes: Annotated[Ids, Names("assumption"), Weighs("logic")] = ()
    evidence: tuple[Evidence, ...] = ()
    when: Whens = ()
    feedback: Annotated[Flag, Weighs("logic")] = False
    sign: Annotated[Sign | None, Weighs("logic"), Mark.QUALIFIES] = None
    note: Note = None
    at: At = ()
    or_: Patches = Field(default=(), alias=key("or"))
    accept: Accepted = EMPTY

    @field_validator("or_")
    @classmethod
    def _readings_fit(cls, patches: tuple[Patch, ...]) -> tuple[Patch, ...]:
        return readings_fit(patches, cls)

    @property
    def stated(self) -> bool:
        """Whether the source says that the one leads to the other."""
        return bool(self.at)

    def readings(self) -> tuple[Link | None, ...]:
        """This arrow as coded, then in every other reading; None stands for its absence."""
        return (self, *(None if patch.absent else copy_with(self, patch.changes) for patch in self.or_))

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of the two nodes, source first."""
        return (self.source, self.to)

    @property
    def arrow(self) -> Arrow:
        """Its name."""
        return Arrow(self.source, self.to)
