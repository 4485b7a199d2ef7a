"""What a mark asks for: a closed list of kinds, as frozen values."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from virkningskjede.analysis.claims import FormalReading, Group
from virkningskjede.analysis.claims.claims_file import SectionName
from virkningskjede.analysis.claims.formal_reading import Partly, Silence
from virkningskjede.analysis.claims.groups import Over
from virkningskjede.i18n import Lang
from virkningskjede.model.values import EMPTY, Dimension, Frozen, Id, Ids, Names, Section
from virkningskjede.query import Condition
from virkningskjede.query.questions import OneOf

InstructionKind = Literal["count", "share", "these", "sum", "holds", "claim", "table", "counts", "check"]
"""The kinds of mark that have a text."""

BLOCKS: tuple[InstructionKind, ...] = ("table", "counts", "check")
"""The kinds whose text is a block of Markdown."""


class DraftSetting(Frozen):
    """What all marks of a draft share.

    Attributes:
        claims: the name of a file of claims, whose groups, source and ``not_evidence`` hold here, and whose claims can be cited; or
        groups: whom the draft means by "all pilots" and the like, by name.
        source: the default source of sections.
        not_evidence: sections that prove nothing.
        silence: what silence counts as where a mark does not say.
        partly: what *partly* counts as where a mark does not say.
        lang: the language of the draft.
    """

    claims: Id | None = None
    groups: Section[Id, Group] = EMPTY
    source: Id | None = None
    not_evidence: tuple[SectionName, ...] = ()
    silence: Silence | None = None
    partly: Partly = "unknown"
    lang: Lang = "nb"

    @model_validator(mode="after")
    def _from_one_place(self) -> Self:
        own = sorted({"groups", "source", "not_evidence"} & self.model_fields_set)
        if self.claims is not None and own:
            forms = ", ".join(["claims", *own])
            raise PydanticCustomError("VK121", "one form", {"found": forms, "known": "claims, groups"})
        return self


class Selection(Frozen):
    """Which models of a group answer yes to a condition."""

    over: Over
    where: Condition


class Total(Frozen):
    """Numbers of one model, added up; see `virkningskjede.analysis.claims.formal_reading.Sum`."""

    in_: Annotated[Id, Names("model")] = Field(alias="in")
    of: Annotated[Ids, Names("entry")] = Field(min_length=1)
    dose: Dimension | None = None


def _short(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


class Tabled(Frozen):
    """A table over the models of a group.

    Attributes:
        name: the comparison or the criteria set.
        over: the group; without it, the models that such a table is about (see `principal`).
    """

    name: Id
    over: Over | None = None


TableOrName = Annotated[Tabled, BeforeValidator(_short)]
"""A lone name stands for ``{name: …}``."""


class Instruction(OneOf):
    """What stands in a mark: exactly one kind, with what it asks.

    >>> Instruction.model_validate({"table": "tiltak"}).form
    ('table', Tabled(name='tiltak'))

    Attributes:
        with_: what all marks share (``with`` in files).
        count: how many models.
        share: how many per cent of the models.
        these: which models.
        sum: what numbers of one model come to.
        holds: whether a reading is so.
        claim: whether a claim of the file of claims is so.
        table: a comparison.
        counts: how many models have what a comparison asks for.
        check: the verdicts of a criteria set.
        silence: what silence counts as here.
        partly: what *partly* counts as here.
    """

    with_: DraftSetting | None = Field(default=None, alias="with")
    count: Selection | None = None
    share: Selection | None = None
    these: Selection | None = None
    sum: Total | None = None
    holds: FormalReading | None = None
    claim: Id | None = None
    table: TableOrName | None = None
    counts: TableOrName | None = None
    check: TableOrName | None = None
    silence: Silence | None = None
    partly: Partly | None = None

    def _forms(self) -> list[tuple[str, Any]]:
        return [(key, value) for key, value in super()._forms() if key not in ("silence", "partly")]

    @property
    def reading(self) -> FormalReading | None:
        """What is asked of the models, as the formal reading of a claim that says nothing yet of the number."""
        kind, question = self.form
        if isinstance(question, Selection):
            return FormalReading.model_validate({"count": {"over": question.over, "where": question.where, "is": {"min": 0}}})
        if isinstance(question, Total):
            return FormalReading.model_validate({"sum": {"in": question.in_, "of": question.of, "dose": question.dose, "is": {"min": 0}}})
        return question if kind == "holds" else None
