"""What each kind of condition asks, as frozen values.

A question can have lists of which one is enough. They are a short way to write several questions: `alternatives` says which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, product
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from virkningskjede.i18n import Word
from virkningskjede.model.fields import LIMITS
from virkningskjede.model.parts import Modes, Risk, Whens
from virkningskjede.model.values import (
    DIMENSIONS,
    MOMENTS,
    RATES,
    Amount,
    AnyStage,
    Bounds,
    Confidence,
    Date,
    Deadline,
    Dimension,
    Dose,
    Finding,
    Flag,
    Frozen,
    Horizon,
    Id,
    Ids,
    Label,
    Level,
    Measure,
    Moment,
    Names,
    Offers,
    Short,
    Status,
    Whole,
    copy_with,
    offered,
    one_or_many,
    takes,
)

Q = TypeVar("Q", bound=Frozen)

MOST_ALTERNATIVES = 100
"""How many questions one question with lists can stand for: a reader could not check more, and lists multiply."""

Stages = Annotated[tuple[AnyStage, ...], BeforeValidator(one_or_many)]
Levels = Annotated[tuple[Level, ...], BeforeValidator(one_or_many)]
Horizons = Annotated[tuple[Horizon, ...], BeforeValidator(one_or_many)]


B = TypeVar("B", bound=Bounds)


def countable(bounds: B) -> B:
    """The bounds, which something is held against and which must therefore have a number."""
    if bounds.interval() is None:
        raise PydanticCustomError("VK111", "no number", {"found": ", ".join(sorted(bounds.model_fields_set - {"unit"})) or "–"})
    return bounds


RequiredBounds = Annotated[Bounds, AfterValidator(countable)]
"""Bounds that something is held against: they must have a number."""


def _misfit(amount: Amount | Deadline, dimension: Dimension) -> Word:
    """Why the unit of an amount is not one that its dimension allows."""
    if amount.unit is None:
        return Word("unit.missing", (("dimension", dimension),))
    if not takes(dimension, amount.unit):
        return Word("unit.wrong", (("dimension", dimension), ("unit", amount.unit)))
    return Word("unit.per_missing" if Measure.of(amount).per is None else "unit.per_extra", (("dimension", dimension),))


class RequiredDeadline(Deadline):
    """A deadline that something is held against. Models have no ids in common, so a node that it is counted from goes by its term."""

    after: Annotated[Moment | None, Names("term"), Offers(MOMENTS)] = None


class RequiredDose(Dose):
    """A dose that something is held against: numbers, each in a unit that its dimension allows; of a deadline perhaps its date."""

    deadline: RequiredDeadline | None = None

    @field_validator(*DIMENSIONS)
    @classmethod
    def _fits_its_dimension(cls, amount: Amount | Deadline | None, info: ValidationInfo) -> Amount | Deadline | None:
        if amount is None or (isinstance(amount, Deadline) and amount.date is not None):
            return amount
        countable(amount)
        dimension: Dimension = info.field_name  # type: ignore[assignment]
        if amount.unit is None or not takes(dimension, amount.unit) or (dimension in RATES) != (Measure.of(amount).per is not None):
            raise PydanticCustomError("VK123", "unit", {"problem": _misfit(amount, dimension), "known": offered(dimension)})
        return amount

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not any(self.amounts()):
            raise PydanticCustomError("VK124", "asks nothing", {})
        return self


class RequiredRisk(Risk):
    """How likely a risk is, and how much would follow, at the least."""

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not any(value is not None for _, value in self):
            raise PydanticCustomError("VK124", "asks nothing", {})
        return self


class OneOf(Frozen):
    """A question of which exactly one form is used at a time."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        used = [key for key, value in self._forms() if value is not None]
        if not used and self.model_fields_set:
            raise PydanticCustomError("VK112", "no value", {"key": ", ".join(sorted(self.model_fields_set))})
        if len(used) != 1:
            known = ", ".join(key for key, _ in self._forms())
            raise PydanticCustomError("VK121", "one form", {"found": ", ".join(used) or "–", "known": known})
        return self

    def _forms(self) -> list[tuple[str, Any]]:
        return [(field.alias or name, getattr(self, name)) for name, field in type(self).model_fields.items()]

    @cached_property
    def form(self) -> tuple[str, Any]:
        """The form that is used, by its key in files, and what it asks."""
        return next((key, value) for key, value in self._forms() if value is not None)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with other values for some fields; they are not validated, as in pydantic."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]  # what was worked out from the old fields
        return copied


class Threshold(Frozen):
    """So many of several, which there must be enough of."""

    n: Whole
    of: tuple[Frozen, ...]

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if not 1 <= self.n <= len(self.of):
            raise PydanticCustomError("VK122", "n", {"n": str(self.n), "count": str(len(self.of))})
        return self


class WantedActors(Frozen):
    """Who is asked for: each of ``all``, and one of ``any``. Written short as a list, it means ``all``.

    >>> question = NodeQuestion.model_validate({"who": ["nav", "bruker"], "for": {"any": ["rph", "fastlege"]}})
    >>> question.who.all, question.for_.any
    (('nav', 'bruker'), ('rph', 'fastlege'))
    """

    all: Annotated[Ids, Names("actor")] = ()
    any: Annotated[Ids, Names("actor")] = ()

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.all and not self.any:
            raise PydanticCustomError("VK124", "asks nothing", {})
        return self

    def among(self, has: Callable[[str], bool]) -> bool:
        """Whether those who are asked for are there; ``has`` says it of one."""
        return all(has(actor) for actor in self.all) and (not self.any or any(has(actor) for actor in self.any))

    def alternatives(self) -> tuple[WantedActors, ...]:
        """The same without ``any``: one for each of those of whom one is enough."""
        return tuple(WantedActors(all=(*self.all, actor)) for actor in self.any) if self.any else (self,)


def _short_actors(value: object) -> object:
    return {"all": value} if isinstance(value, str | list | tuple) else value


ActorList = Annotated[WantedActors | None, BeforeValidator(_short_actors), Short(("all",))]


def _one_each(question: Q, options: Mapping[str, Sequence[object]]) -> Iterator[Q]:
    """The question with one value for each of these fields, in every combination."""
    for values in product(*options.values()):
        yield copy_with(question, dict(zip(options, values, strict=True)))


ONE_OF_SEVERAL = ("term", "addresses", "level", "stage", "place", "horizon")
"""The fields of a question about a node of which a list asks for one: see `NodeQuestion`."""


class NodeQuestion(Frozen):
    """What is asked of one and the same node: every field that is given must hold of it.

    Of what a node is (``term``, ``addresses``, ``level``, ``stage``, ``place``, ``horizon``) a list asks for one of several. Of those who
    are with it (``who``, ``for``), of ``when`` and of ``mode``, a list asks for all; ``{any: [...]}`` asks for one of several actors. One
    of several means the same as ``any`` over a question for each.

    Attributes:
        term: one of its terms is one of these or a narrower one.
        exact: a narrower term does not count.
        column: it fills this column of a comparison, as it would in the table. The whole and the parts of target group and recruitment
            count as nodes here, for tables have columns of them.
        addresses: it is meant to lower a problem (in the context) or a barrier whose term is one of these or a narrower one.
        who: these take part (``lead`` or ``do``); where one only *may* take part the answer is *partly*.
        for_: it is done for these (``for`` in files).
        when: it is done on all of these conditions.
        status: it has come at least so far.
        level: the level of an outcome.
        stage: the section it stands in.
        dose: how much of it, dimension by dimension.
        place: it is done at one of these places or a kind of it.
        mode: it is done in all of these ways.
        horizon: how soon an outcome is to show.
        unwanted: an outcome that nobody wishes; without it, such outcomes do not come into the question.
        risk: a barrier is at least so likely, and at least so much would follow.
    """

    term: Annotated[Ids, Names("term")] = ()
    exact: Flag = False
    column: Annotated[Id | None, Names("column")] = None
    addresses: Annotated[Ids, Names("term")] = ()
    who: ActorList = None
    for_: ActorList = Field(default=None, alias="for")
    when: Whens = ()
    status: Status | None = None
    level: Levels = ()
    stage: Stages = ()
    dose: RequiredDose | None = None
    place: Annotated[Ids, Names("place")] = ()
    mode: Modes = ()
    horizon: Horizons = ()
    risk: RequiredRisk | None = None
    unwanted: Flag = False

    def alternatives(self) -> Iterator[Self]:
        """The questions that ask for one thing each, of which one is enough."""
        several = {name: [(value,) for value in dict.fromkeys(getattr(self, name))] for name in ONE_OF_SEVERAL}
        actors = {name: wanted.alternatives() for name in ("who", "for_") if (wanted := getattr(self, name)) is not None}
        return _one_each(self, {**{name: options for name, options in several.items() if options}, **actors})


class ArrowQuestion(Frozen):
    """Whether one thing leads to another.

    Attributes:
        from_: the node it starts from (``from`` in files); any node when left out.
        to: the node it ends in; any node when left out.
        path: a chain of arrows will do.
        stated: only arrows that the source itself states count.
        evidence: research has found this about the arrow; of a chain, about its last arrow.
        certainty: it is at least so certain what research has found.
        sign: the sign of the arrow; of a chain, the product of those of its arrows. When left out, only arrows without a sign count.
    """

    from_: NodeQuestion | None = Field(default=None, alias="from")
    to: NodeQuestion | None = None
    path: Flag = False
    stated: Flag = False
    evidence: Finding | None = None
    certainty: Confidence | None = None
    sign: Literal["plus", "minus", "mixed", "any"] | None = None

    def alternatives(self) -> Iterator[Self]:
        """The questions whose ends ask for one thing each."""
        ends = {name: end for name in ("from_", "to") if (end := getattr(self, name)) is not None}
        return _one_each(self, {name: tuple(islice(end.alternatives(), MOST_ALTERNATIVES + 1)) for name, end in ends.items()})


if TYPE_CHECKING:
    LimitName = str
else:
    LimitName = Literal[*LIMITS, "traits"]

_BOUNDS: Any = RequiredBounds | None


class TargetQuestion(OneOf):
    """What is asked of the target group: a trait, that a kind of limit is stated, or that a limit lies within bounds."""

    traits: Annotated[Id | None, Names("trait")] = None
    has: LimitName | None = None


# Each limit of a target group that is an amount can be held against bounds.
TargetQuestion.model_fields.update({name: FieldInfo.from_annotated_attribute(_BOUNDS, None) for name in LIMITS})


class RecruitmentQuestion(OneOf):
    """What is asked of the recruitment: that these refer, receive, decide, or do any of it; or how consent is asked for."""

    refer: ActorList = None
    receive: ActorList = None
    decide: ActorList = None
    any: ActorList = None
    consent: Literal["asked", "required", "written"] | None = None

    def alternatives(self) -> Iterator[Self]:
        """The questions that ask for all of some actors each."""
        key, who = self.form
        return _one_each(self, {key: who.alternatives()} if isinstance(who, WantedActors) else {})


class WholeQuestion(Frozen):
    """What is asked of the whole follow-up."""

    dose: RequiredDose


class TermQuestion(Frozen):
    """One of these terms, or a narrower one unless ``exact``."""

    term: Annotated[Ids, Names("term")]
    exact: Flag = False

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.term:
            raise PydanticCustomError("VK124", "asks nothing", {})
        return self


class OpenQuestionAbout(Frozen):
    """Whether something is undecided."""

    about: TermQuestion

    def alternatives(self) -> Iterator[Self]:
        """The questions about one term each."""
        terms = dict.fromkeys(self.about.term)
        return _one_each(self, {"about": [copy_with(self.about, {"term": (term,)}) for term in terms]})


class ResultQuestion(Frozen):
    """Whether something has been measured, and within which bounds.

    Attributes:
        indicator: what was measured.
        value: bounds of the number, in the result's own unit where they give none. The latest results are held against them.
        wave: only results of this round of measuring count.
        date: only results that lie within this date count.
        among: only results of those with this trait count; without it, only results of the whole group.
        which: ``any`` where one result is enough, whenever it is of.
    """

    indicator: Annotated[Id, Names("indicator")]
    value: RequiredBounds | None = None
    wave: Label | None = None
    date: Date | None = None
    among: Annotated[Id | None, Names("trait")] = None
    which: Literal["any"] | None = None


ListQuestion = NodeQuestion | ArrowQuestion | RecruitmentQuestion | OpenQuestionAbout
"""The questions that can have lists of which one is enough."""
