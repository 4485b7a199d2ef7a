"""Criteria sets: what research says makes programmes work, as data that can be held against models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from virkningskjede.diagnostics import Path
from virkningskjede.model import LogicModel
from virkningskjede.model.fields import SECTION_KINDS
from virkningskjede.model.values import (
    EMPTY,
    At,
    File,
    Frozen,
    Id,
    Ids,
    LocalText,
    LocatorText,
    Mark,
    Names,
    Prose,
    Section,
    SetAside,
    Whole,
    fields_of,
    one_or_many,
)
from virkningskjede.query import Condition

TextJudgement = Literal["not_met", "not_stated", "partly", "met"]
"""What a text can be judged to say: it speaks against it, is silent, says some of it, or says all of it. Silence is never failure."""

Judgement = Literal["not_decidable", "not_met", "not_stated", "partly", "met"]
"""A verdict: that of a text; or that no text can decide it, because people must be asked."""

JUDGEMENTS: tuple[Judgement, ...] = ("not_decidable", "not_met", "not_stated", "partly", "met")

DecidedBy = Literal["met", "partly", "not_met"]
"""Which of a criterion's conditions decided."""

TextOrigin = Literal["quoted", "synthesised"]
"""Whether a criterion's text is the source's own words, or put together by whoever made the set."""

_FILLED_IN = {"kind": "problem", "level": "user"}
"""What an entry of an example is where it must say so and does not."""


def _filled_in(piece: object) -> object:
    """The piece of a model with what every model must have: an id, and labels, kinds and levels where they are left out."""
    if not isinstance(piece, Mapping):
        return piece
    whole = {"id": "case", **piece}
    for section, kind in SECTION_KINDS.items():
        entries = whole.get(section)
        required = {field.key for field in fields_of(kind.entry) if field.required}
        if isinstance(entries, Mapping) and "label" in required:
            least = {key: value for key, value in _FILLED_IN.items() if key in required}
            whole[section] = {
                name: {"label": name, **least, **entry} if isinstance(entry, Mapping) else entry for name, entry in entries.items()
            }
    return whole


class Case(Frozen):
    """A small example that a criterion must judge as expected before it judges anything else.

    Attributes:
        given: a piece of a model. Labels, the kind of a context node and the level of an outcome (``user``) may be left out.
        expect: the verdict that must come out.
        possible: every verdict that must be possible when unsure codes are read otherwise, ``expect`` among them. Not checked when left
            out.
    """

    given: Annotated[LogicModel, BeforeValidator(_filled_in), Mark.SKETCH]
    expect: TextJudgement
    possible: Annotated[tuple[TextJudgement, ...], BeforeValidator(one_or_many)] = ()
    note: Prose | None = None


class Criterion(Frozen):
    """One thing that makes such programmes work, according to a source (suksesskriterium).

    Attributes:
        label: its name.
        question: what it asks of a model.
        ref: the works it is from, where they are other than the set's.
        at: where in the set's source it is read.
        rationale: why the conditions are as they are: what a researcher says to defend the verdict.
        text: whether question and label are quoted from the source or put together of it, where that is not as for the set.
        needs_people: why no description can answer it, and people must be asked. Then it has no conditions.
        met: the condition that decides first. Required where people need not be asked.
        partly: what is enough for *partly* where ``met`` does not hold.
        not_met: what speaks against it.
        cases: examples that must come out.
    """

    label: LocalText
    question: LocalText | None = None
    ref: Ids = ()
    at: At = ()
    rationale: LocalText | None = None
    text: TextOrigin | None = None
    needs_people: LocalText | None = None
    met: Condition | None = None
    partly: Condition | None = None
    not_met: Condition | None = None
    cases: tuple[Case, ...] = ()

    @model_validator(mode="after")
    def _decided_by_text_or_people(self) -> Self:
        if self.needs_people is None and self.met is None:
            raise PydanticCustomError("VK102", "missing", {"key": "met"})
        beside = [key for key in ("met", "partly", "not_met", "cases") if getattr(self, key)]
        if self.needs_people is not None and beside:
            raise PydanticCustomError("VK181", "conditions beside people", {"found": ", ".join(beside)})
        return self

    def conditions(self) -> Iterator[tuple[DecidedBy, Condition]]:
        """The conditions that it has, by key."""
        if self.met is not None:
            yield "met", self.met
        if self.partly is not None:
            yield "partly", self.partly
        if self.not_met is not None:
            yield "not_met", self.not_met


class AppliesTo(Frozen):
    """Which models a set speaks of: those of a ``kind``, and those that follow one of these templates. Empty means any."""

    kind: Annotated[tuple[Literal["pilot", "template", "programme"], ...], BeforeValidator(one_or_many)] = ()
    follows: Annotated[Ids, Names("model")] = ()


def _year(value: int) -> int:
    if not 1000 <= value <= 2999:
        raise PydanticCustomError("VK117", "year", {"value": str(value), "low": "1000", "high": "2999"})
    return value


class CriteriaSet(File):
    """The criteria that one source gives.

    Attributes:
        id: its name; the file is called the same.
        for_: the models that it speaks of (``for`` in files); others get no verdict from it.
        ref: the works it is from, as keys of the references.
        source: where we read it, if that is another work.
        at: where in ``source``.
        vintage: the year of the knowledge that it holds.
        text: whether the criteria are quoted from the source or put together of it; a criterion can say otherwise.
        set_aside: sentences of the source that gave no criterion, each with the reason.
    """

    kind: Literal["criteria"] = "criteria"
    id: Id
    title: LocalText
    ref: Ids = ()
    source: Id | None = None
    at: At = ()
    vintage: Annotated[Whole, AfterValidator(_year)] | None = None
    text: TextOrigin | None = None
    for_: AppliesTo = Field(default=AppliesTo(), alias="for")
    criteria: Annotated[Section[Id, Criterion], Field(min_length=1)]
    set_aside: Section[LocatorText, SetAside] = EMPTY

    def applies_to(self, model: LogicModel) -> bool:
        """Whether the set speaks of a model."""
        kinds, templates = self.for_.kind, self.for_.follows
        return (not kinds or model.kind in kinds) and (not templates or model.follows in templates)

    def text_of(self, name: str) -> TextOrigin | None:
        """Whether a criterion is quoted or put together; None where nobody says."""
        return self.criteria[name].text or self.text

    def conditions(self) -> Iterator[tuple[Path, Condition]]:
        """Every condition of every criterion, with the keys that lead to it."""
        for name, criterion in self.criteria.items():
            for key, condition in criterion.conditions():
                yield ("criteria", name, key), condition
