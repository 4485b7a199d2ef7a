"""The condition vocabulary: a closed list of questions that can be asked of a model, as frozen values.

It is closed on purpose: a criterion is data that a researcher reads and defends, not a program.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from virkningskjede.values import (
    DIMENSIONS,
    UNITS,
    Amount,
    AnyStage,
    Bounds,
    Dimension,
    Dose,
    Finding,
    Flag,
    Frozen,
    Id,
    Level,
    Status,
    When,
    Whole,
    one_or_many,
)

Ids = Annotated[tuple[Id, ...], BeforeValidator(one_or_many)]
Whens = Annotated[tuple[When, ...], BeforeValidator(one_or_many)]


def _countable(bounds: Bounds) -> Bounds:
    if bounds.interval() is None:
        raise PydanticCustomError("VK111", "no number", {"found": ", ".join(sorted(bounds.model_fields_set - {"unit"})) or "–"})
    return bounds


Required = Annotated[Bounds, AfterValidator(_countable)]
"""Bounds that something is held against: they must have a number."""


class RequiredDose(Dose):
    """A dose that something is held against: numbers, each in a unit that its dimension allows."""

    @field_validator(*DIMENSIONS)
    @classmethod
    def _fits_its_dimension(cls, amount: Amount | None, info: ValidationInfo) -> Amount | None:
        if amount is None:
            return None
        _countable(amount)
        dimension: Dimension = info.field_name  # type: ignore[assignment]
        if amount.unit not in UNITS[dimension] or (dimension == "frequency") != (amount.per is not None):
            said = f"{amount.unit or '–'}{f' per {amount.per}' if amount.per else ''}"
            known = ", ".join(UNITS[dimension])
            raise PydanticCustomError("VK123", "unit", {"unit": said, "dimension": dimension, "known": known})
        return amount

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not any(self.amounts()):
            raise PydanticCustomError("VK124", "asks nothing", {})
        return self


class OneOf(Frozen):
    """A question of which exactly one form is used at a time."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        given = [key for key, value in self._forms() if value is not None]
        if not given and self.model_fields_set:
            raise PydanticCustomError("VK112", "no value", {"key": ", ".join(sorted(self.model_fields_set))})
        if len(given) != 1:
            known = ", ".join(key for key, _ in self._forms())
            raise PydanticCustomError("VK121", "one form", {"found": ", ".join(given) or "–", "known": known})
        return self

    def _forms(self) -> list[tuple[str, Any]]:
        return [(field.alias or name, getattr(self, name)) for name, field in type(self).model_fields.items()]

    @property
    def asked(self) -> tuple[str, Any]:
        """The form that is used, by its key in files, and what it asks."""
        return next((key, value) for key, value in self._forms() if value is not None)


class NodeQuestion(Frozen):
    """What is asked of one and the same node: every field that is given must hold of it.

    Attributes:
        term: its term is this one or a narrower one; one of its terms is enough.
        exact: a narrower term does not count.
        column: it fills this column of a comparison.
        who: all of these take part (``lead`` or ``do``); where one only *may* take part the answer is *partly*.
        for_: it is done for all of these (``for`` in files).
        when: it is done on all of these conditions.
        status: it has come at least so far.
        level: the level of an outcome.
        stage: the section it stands in.
        dose: how much of it, dimension by dimension.
    """

    term: Id | None = None
    exact: Flag = False
    column: Id | None = None
    who: Ids = ()
    for_: Ids = Field(default=(), alias="for")
    when: Whens = ()
    status: Status | None = None
    level: Level | None = None
    stage: AnyStage | None = None
    dose: RequiredDose | None = None


class ArrowQuestion(Frozen):
    """Whether one thing leads to another.

    Attributes:
        from_: the node it starts from (``from`` in files); any node when left out.
        to: the node it ends in; any node when left out.
        path: a chain of arrows will do.
        stated: only arrows that the source itself states count.
        evidence: research has found this about the arrow; of a chain, about its last arrow.
    """

    from_: NodeQuestion | None = Field(default=None, alias="from")
    to: NodeQuestion | None = None
    path: Flag = False
    stated: Flag = False
    evidence: Finding | None = None


class TargetQuestion(OneOf):
    """What is asked of the target group: a trait, that a kind of limit is stated, or that a limit lies within bounds."""

    traits: Id | None = None
    has: Literal["age", "sick_leave", "traits"] | None = None
    age: Required | None = None
    sick_leave: Required | None = None


class RecruitmentQuestion(OneOf):
    """What is asked of the recruitment: that all of these refer, receive, decide, or do any of it; or how consent is asked for."""

    refer: Ids | None = None
    receive: Ids | None = None
    decide: Ids | None = None
    any: Ids | None = None
    consent: Literal["asked", "required", "written"] | None = None


class WholeQuestion(Frozen):
    """What is asked of the whole follow-up."""

    dose: RequiredDose


class TermQuestion(Frozen):
    """A term, or a narrower one unless ``exact``."""

    term: Id
    exact: Flag = False


class OpenQuestionAbout(Frozen):
    """Whether something is undecided."""

    about: TermQuestion


class ResultQuestion(Frozen):
    """Whether something has been measured, and within which bounds. Without a unit, ``value`` is in the result's own."""

    indicator: Id
    value: Required | None = None


class AtLeast(Frozen):
    """Whether so many of several conditions hold."""

    n: Whole
    of: Annotated[tuple[Condition, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if not 1 <= self.n <= len(self.of):
            raise PydanticCustomError("VK122", "n", {"n": str(self.n), "count": str(len(self.of))})
        return self


class Condition(OneOf):
    """A question that a model answers: exactly one key, with what it asks.

    >>> condition = Condition.model_validate({"all": [{"node": {"term": "samlokalisering"}}, {"target": {"has": "age"}}]})
    >>> [part.asked[0] for part in condition.parts]
    ['node', 'target']
    """

    node: NodeQuestion | None = None
    arrow: ArrowQuestion | None = None
    target: TargetQuestion | None = None
    recruitment: RecruitmentQuestion | None = None
    whole: WholeQuestion | None = None
    open: OpenQuestionAbout | None = None
    result: ResultQuestion | None = None
    all: Annotated[tuple[Condition, ...], Field(min_length=1)] | None = None
    any: Annotated[tuple[Condition, ...], Field(min_length=1)] | None = None
    not_: Condition | None = Field(default=None, alias="not")
    at_least: AtLeast | None = None

    @field_validator("node", "arrow")
    @classmethod
    def _asks_something(cls, question: NodeQuestion | ArrowQuestion | None) -> NodeQuestion | ArrowQuestion | None:
        if question in (NodeQuestion(), ArrowQuestion()):
            raise PydanticCustomError("VK124", "asks nothing", {})
        return question

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions that this one is put together of; empty for one that asks something itself."""
        if self.at_least is not None:
            return self.at_least.of
        return self.all or self.any or ((self.not_,) if self.not_ is not None else ())
