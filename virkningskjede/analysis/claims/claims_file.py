"""A report's claims, as data that can be held against models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from virkningskjede.analysis.claims.formal_reading import FormalReading, NamedReading, Partly, Silence
from virkningskjede.analysis.claims.groups import Group
from virkningskjede.diagnostics import Path
from virkningskjede.model.values import EMPTY, At, File, Frozen, Id, Ids, Label, LocalText, LocatorText, Names, Section, one_or_many

SectionName = Label
"""A section of the file's source, or ``source#section``; or sentences of one, such as ``2.2:12-13``."""

WhyUnchecked = Literal["vague", "future", "opinion", "outside"]
"""Why a statement cannot be run: it names no threshold, speaks of what is to come, judges, or is about what the models do not hold."""


class Claim(Frozen):
    """One checkable statement of a report (påstand).

    Attributes:
        at: where the report says it.
        statement: what it says, in our words.
        reading: the formal reading of it; or
        readings: several, where the sentence can be read in several ways.
        silence: what counts for a text that does not mention the thing. Required where models are asked about something.
        partly: what counts for a text that says some of it, only considers it, or says that somebody may.
        not_evidence: sections that prove nothing here, in place of the file's.
        proposal: how it could be put instead.
        note: what a reader should know about the reading.
    """

    at: At = ()
    statement: LocalText
    reading: FormalReading | None = None
    readings: Section[Id, NamedReading] = EMPTY
    silence: Silence | None = None
    partly: Partly = "unknown"
    not_evidence: tuple[SectionName, ...] | None = None
    proposal: LocalText | None = None
    note: LocalText | None = None

    @model_validator(mode="after")
    def _one_or_several(self) -> Self:
        forms = [key for key in ("reading", "readings") if getattr(self, key)]
        if len(forms) != 1:
            raise PydanticCustomError("VK121", "one form", {"found": ", ".join(forms) or "–", "known": "reading, readings"})
        if self.silence is None and any(
            reading.needs_silence and getattr(reading, "silence", None) is None for reading in self.ways().values()
        ):
            raise PydanticCustomError("VK102", "missing", {"key": "silence"})
        return self

    def ways(self) -> Mapping[str, FormalReading]:
        """Its readings by id; the id of a lone one is empty."""
        return {"": self.reading} if self.reading is not None else dict(self.readings)

    @property
    def literal(self) -> str | None:
        """The id of the reading that is what the words say; None where none is marked."""
        return next((name for name, reading in self.readings.items() if reading.literal), None)

    @property
    def deciding(self) -> tuple[str, ...]:
        """The ids of the readings whose verdicts are the claim's: the literal one, or else all of them."""
        return (self.literal,) if self.literal is not None else tuple(self.ways())

    def stance(self, name: str) -> tuple[Silence | None, Partly]:
        """What silence and *partly* count as in one of its readings."""
        own = self.readings.get(name)
        if own is None:
            return self.silence, self.partly
        return own.silence or self.silence, own.partly or self.partly

    def paths(self) -> Iterator[tuple[Path, FormalReading]]:
        """Its readings, each with the keys that lead to it."""
        for name, reading in self.ways().items():
            yield ("readings", name) if name else ("reading",), reading


class Unchecked(Frozen):
    """A statement that cannot be run against models, and why not."""

    reason: WhyUnchecked
    statement: LocalText


class Topic(Frozen):
    """What a recommendation is about: models, terms of the codebook, and nodes, each as ``model.node``."""

    models: Annotated[Ids, Names("model")] = ()
    terms: Annotated[Ids, Names("term")] = ()
    nodes: Annotated[tuple[Label, ...], BeforeValidator(one_or_many), Names("entry")] = ()


class Uptake(Frozen):
    """Where a recommendation has been followed.

    Attributes:
        model: the model that follows it.
        node: the node in which it does.
        at: where that is said.
    """

    model: Annotated[Id, Names("model")]
    node: Annotated[Id, Names("entry")]
    at: At = ()


class Recommendation(Frozen):
    """What a report advises (anbefaling). It is neither true nor false, and gets no verdict.

    Attributes:
        at: where the report gives it.
        statement: the advice, in our words.
        for_: the actors that it is given to (``for`` in files).
        about: what it is about.
        taken_up: where it has been followed.
    """

    at: At = ()
    statement: LocalText
    for_: Annotated[Ids, Names("actor")] = Field(default=(), alias="for")
    about: Topic = Topic()
    taken_up: tuple[Uptake, ...] = ()


class ClaimsFile(File):
    """The claims of one report.

    Attributes:
        id: its name; the file is called the same.
        source: the report, a key of the references.
        groups: whom the report means by "all pilots" and the like, by name.
        not_evidence: sections of the report in which it compares: what a model rests on these alone proves none of the claims.
        claims: by id, in the order of the report.
        recommendations: what the report advises, by id.
        unchecked: by place.
    """

    kind: Literal["claims"] = "claims"
    id: Id
    title: LocalText
    source: Id | None = None
    groups: Section[Id, Group] = EMPTY
    not_evidence: tuple[SectionName, ...] = ()
    claims: Section[Id, Claim] = EMPTY
    recommendations: Section[Id, Recommendation] = EMPTY
    unchecked: Section[LocatorText, Unchecked] = EMPTY

    def withheld(self, claim: Claim) -> frozenset[str]:
        """The sections that prove nothing for a claim, each as ``source#section``."""
        sections = self.not_evidence if claim.not_evidence is None else claim.not_evidence
        return frozenset(self.in_full(section) for section in sections)

    def in_full(self, section: str) -> str:
        """A section with its source."""
        return section if "#" in section or self.source is None else f"{self.source}#{section}"
