"""The formal reading of a claim: a closed list of questions about many models at once, as frozen values.

They stand on the condition vocabulary: ``where`` and ``of`` ask each model, and the kinds here count, compare and list the answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from virkningskjede.analysis.claims.groups import Over
from virkningskjede.diagnostics import Path
from virkningskjede.model.fields import Limit
from virkningskjede.model.values import Amount, Bounds, Dimension, Flag, Frozen, FrozenMap, Id, Ids, Label, LocalText, Names, Short
from virkningskjede.query import Condition, NodeQuestion
from virkningskjede.query.questions import OneOf, Threshold, countable

Silence = Literal["no", "unknown"]
"""What a text that does not mention a thing says of it: that it is not so, or nothing."""

Partly = Literal["no", "unknown", "yes"]
"""What a text that says some of it counts as: nothing, unsure both ways, or all of it."""


def _number(value: object) -> object:
    return {"value": value} if isinstance(value, str | int) and not isinstance(value, bool) else value


def _share_or_number(value: object) -> object:
    return {"share": value} if isinstance(value, str) and value[:1].isalpha() else _number(value)


class HowMany(Bounds):
    """How many of a group: a number, bounds, ``all``, ``none``, or ``most`` (more than half)."""

    share: Literal["all", "none", "most"] | None = None

    def _nested(self) -> bool:
        return self.share is not None

    @model_validator(mode="after")
    def _countable(self) -> Self:
        if (self.interval() is None) == (self.share is None):
            forms = ", ".join(sorted(self.model_fields_set - {"unit"})) or "–"
            raise PydanticCustomError("VK111", "one form", {"found": forms})
        return self

    def of(self, size: int) -> Bounds:
        """The number that is asked for in a group of so many."""
        if self.share == "most":
            return Bounds.model_validate({"above": str(size / 2)})
        return Bounds(value=0 if self.share == "none" else size) if self.share else self


class Counting(Frozen):
    """How many models of a group answer yes."""

    over: Over
    where: Condition
    is_: Annotated[HowMany, BeforeValidator(_share_or_number), Short(("share", "value"))] = Field(alias="is")


class These(Frozen):
    """Which models answer yes.

    Attributes:
        over: the group; needed with ``are``.
        where: what is asked.
        are: exactly these of the group.
        include: these, and perhaps others.
        exclude: not these.
    """

    leading: ClassVar[tuple[str, ...]] = ("over", "are", "include", "exclude")

    over: Over | None = None
    where: Condition
    are: Annotated[Ids | None, Names("model")] = None
    include: Annotated[Ids, Names("model")] = ()
    exclude: Annotated[Ids, Names("model")] = ()

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = [key for key in ("are", "include", "exclude") if key in self.model_fields_set]
        if not forms or (self.are is not None and len(forms) > 1):
            raise PydanticCustomError("VK121", "one form", {"found": ", ".join(forms) or "–", "known": "are, include, exclude"})
        if self.are is not None and self.over is None:
            raise PydanticCustomError("VK102", "missing", {"key": "over"})
        return self


def _quantity(value: object) -> object:
    if isinstance(value, str):
        section, _, rest = value.partition(".")
        return {section: rest}
    return value


class Quantity(Frozen):
    """What amount is asked for: a limit of the target group, the dose of the whole follow-up or of nodes, or a result."""

    target: Limit | None = None
    whole: Dimension | None = None
    node: NodeQuestion | None = None
    dose: Dimension | None = None
    result: Annotated[Id | None, Names("measured")] = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = [key for key in ("target", "whole", "node", "result") if getattr(self, key) is not None]
        if len(forms) != 1:
            raise PydanticCustomError("VK121", "one form", {"found": ", ".join(forms) or "–", "known": "target, whole, node, result"})
        if (self.node is None) != (self.dose is None):
            raise PydanticCustomError("VK102", "missing", {"key": "dose" if self.dose is None else "node"})
        return self


def _by_place(value: object) -> object:
    return dict(enumerate(value)) if isinstance(value, list | tuple) else value


RequiredAmount = Annotated[Amount, AfterValidator(countable)]

Amounts = Annotated[
    Mapping[str | int, RequiredAmount], BeforeValidator(_by_place), Short((tuple[RequiredAmount, ...],)), AfterValidator(FrozenMap)
]
"""Amounts by model; by number, from 0, where the claim does not say whose they are."""


class Values(Frozen):
    """What amounts the models of a group state.

    Attributes:
        over: the group.
        of: which amount.
        are: these, one for each model that states one; those who are not named state none.
        include: these, and perhaps others.
    """

    over: Over
    of: Annotated[Quantity, BeforeValidator(_quantity), Short((Label,))]
    are: Annotated[Amounts | None, Names("model")] = None
    include: Annotated[Amounts | None, Names("model")] = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = [key for key in ("are", "include") if getattr(self, key) is not None]
        if len(forms) != 1:
            raise PydanticCustomError("VK121", "one form", {"found": ", ".join(forms) or "–", "known": "are, include"})
        return self

    @property
    def amounts(self) -> Mapping[str | int, Bounds]:
        """The amounts that the claim names."""
        return (self.are if self.are is not None else self.include) or {}


def _conditions(value: object) -> object:
    return (value,) if isinstance(value, dict | Condition) else value


class More(Frozen):
    """One group more than another. Each condition that holds of a model scores one.

    Attributes:
        of: the conditions.
        in_: the group that is said to have more (``in`` in files).
        than: the other group.
        as_: ``mean_per_model``; ``count``, the sum over the group; or ``differing``, the number of conditions that some of the group
            meet and some do not.
    """

    of: Annotated[tuple[Condition, ...], BeforeValidator(_conditions), Short((Condition,))] = Field(min_length=1)
    in_: Over = Field(alias="in")
    than: Over
    as_: Literal["mean_per_model", "count", "differing"] = Field(default="mean_per_model", alias="as")


class Sum(Frozen):
    """Numbers of one model, added up.

    Attributes:
        in_: the model's id (``in`` in files).
        of: ids of its results; or of its nodes, with ``dose``.
        dose: the dimension of the nodes' dose.
        is_: what they come to (``is`` in files); in the unit of the numbers, where it gives none of its own.
    """

    in_: Annotated[Id, Names("model")] = Field(alias="in")
    of: Annotated[Ids, Names("entry")] = Field(min_length=1)
    dose: Dimension | None = None
    is_: Annotated[RequiredAmount, BeforeValidator(_number), Short(("value",))] = Field(alias="is")


class SectionThere(Frozen):
    """Whether a source has a section: where a cross-reference leads."""

    source: Id | None = None
    exists: Label


class AtLeastOf(Threshold):
    """Whether so many of several readings hold."""

    of: Annotated[tuple[FormalReading, ...], Field(min_length=1)]


class FormalReading(OneOf):
    """What a claim says of many models: exactly one key, with what it says.

    >>> reading = FormalReading.model_validate({"count": {"over": "pilots", "where": {"node": {"term": "kurs"}}, "is": "all"}})
    >>> reading.form[0], reading.count.over.group
    ('count', 'pilots')
    """

    count: Counting | None = None
    these: These | None = None
    values: Values | None = None
    more: More | None = None
    sum: Sum | None = None
    section: SectionThere | None = None
    all: Annotated[tuple[FormalReading, ...], Field(min_length=1)] | None = None
    any: Annotated[tuple[FormalReading, ...], Field(min_length=1)] | None = None
    not_: FormalReading | None = Field(default=None, alias="not")
    at_least: AtLeastOf | None = None

    @property
    def parts(self) -> tuple[FormalReading, ...]:
        """The readings that this one is put together of; empty for one that asks something itself."""
        if self.at_least is not None:
            return self.at_least.of
        return self.all or self.any or ((self.not_,) if self.not_ is not None else ())

    def walk(self, path: Path = ()) -> Iterator[tuple[Path, str, Any]]:
        """Every question that it asks of models itself, at any depth: its path, kind and value."""
        kind, value = self.form
        if not self.parts:
            yield (*path, kind), kind, value
        for place, part in enumerate(self.parts):
            inner: Path = (*path, "not") if kind == "not" else (*path, kind, *(("of",) if kind == "at_least" else ()), place)
            yield from part.walk(inner)

    @property
    def asks_of_arrows(self) -> bool:
        """Whether it asks what leads to what, so that it can rest on arrows that the coder has inferred."""
        return any(condition.asks_of_arrows for _, _, question in self.walk() for condition in _conditions_of(question))

    @property
    def needs_silence(self) -> bool:
        """Whether it asks models anything that a text can be silent on."""
        return any(kind in ("count", "these", "more") for _, kind, _ in self.walk())


def _conditions_of(question: object) -> tuple[Condition, ...]:
    if isinstance(question, Counting | These):
        return (question.where,)
    return question.of if isinstance(question, More) else ()


class NamedReading(FormalReading):
    """One of several readings of an ambiguous sentence.

    Attributes:
        label: how the sentence is read here.
        literal: whether this is what the words say; then its verdict is the claim's, and the other readings stand beside it.
        silence: what silence counts as in this reading, where it is not the claim's.
        partly: what *partly* counts as in this reading, where it is not the claim's.
    """

    leading: ClassVar[tuple[str, ...]] = ("label", "literal")

    label: LocalText
    literal: Flag = False
    silence: Silence | None = None
    partly: Partly | None = None

    def _forms(self) -> list[tuple[str, Any]]:
        beside = ("label", "literal", "silence", "partly")
        return [(key, value) for key, value in super()._forms() if key not in beside]
