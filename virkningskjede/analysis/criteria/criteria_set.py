"""Criteria sets: what research says makes programmes work, as data that can be held against models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

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
    Prose,
    Section,
    SetAside,
    fields_of,
    one_or_many,
)
from virkningskjede.query import Condition

Judgement = Literal["not_met", "not_stated", "partly", "met"]
"""A verdict: the text speaks against it, is silent, says some of it, or says all of it. Silence is never failure."""

JUDGEMENTS: tuple[Judgement, ...] = ("not_met", "not_stated", "partly", "met")

DecidedBy = Literal["met", "partly", "not_met"]
"""Which of a criterion's conditions decided."""

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

    given: Annotated[LogicModel, BeforeValidator(_filled_in)]
    expect: Judgement
    possible: Annotated[tuple[Judgement, ...], BeforeValidator(one_or_many)] = ()
    note: Prose | None = None


class Criterion(Frozen):
    """One thing that makes such programmes work, according to a source (suksesskriterium).

    Attributes:
        label: its name.
        question: what it asks of a model.
        ref: the works it is from, where they are other than the set's.
        at: where in the set's source it is read.
        rationale: why the conditions are as they are: what a researcher says to defend the verdict.
        met: the condition that decides first.
        partly: what is enough for *partly* where ``met`` does not hold.
        not_met: what speaks against it.
        cases: examples that must come out.
    """

    label: LocalText
    question: LocalText | None = None
    ref: Ids = ()
    at: At = ()
    rationale: LocalText | None = None
    met: Condition
    partly: Condition | None = None
    not_met: Condition | None = None
    cases: tuple[Case, ...] = ()

    def conditions(self) -> Iterator[tuple[DecidedBy, Condition]]:
        """The conditions that it has, by key."""
        yield "met", self.met
        if self.partly is not None:
            yield "partly", self.partly
        if self.not_met is not None:
            yield "not_met", self.not_met


class AppliesTo(Frozen):
    """Which models a set speaks of: those of a ``kind``, and those that follow one of these templates. Empty means any."""

    kind: Annotated[tuple[Literal["pilot", "template", "programme"], ...], BeforeValidator(one_or_many)] = ()
    follows: Ids = ()


class CriteriaSet(File):
    """The criteria that one source gives.

    Attributes:
        id: its name; the file is called the same.
        for_: the models that it speaks of (``for`` in files); others get no verdict from it.
        ref: the works it is from, as keys of the references.
        source: where we read it, if that is another work.
        at: where in ``source``.
        set_aside: sentences of the source that gave no criterion, each with the reason.
    """

    kind: Literal["criteria"] = "criteria"
    id: Id
    title: LocalText
    ref: Ids = ()
    source: Id | None = None
    at: At = ()
    for_: AppliesTo = Field(default=AppliesTo(), alias="for")
    criteria: Annotated[Section[Id, Criterion], Field(min_length=1)]
    set_aside: Section[LocatorText, SetAside] = EMPTY

    def applies_to(self, model: LogicModel) -> bool:
        """Whether the set speaks of a model."""
        kinds, templates = self.for_.kind, self.for_.follows
        return (not kinds or model.kind in kinds) and (not templates or model.follows in templates)

    def conditions(self) -> Iterator[tuple[Path, Condition]]:
        """Every condition of every criterion, with the keys that lead to it."""
        for name, criterion in self.criteria.items():
            for key, condition in criterion.conditions():
                yield ("criteria", name, key), condition
