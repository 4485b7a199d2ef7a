"""What comes of a formal reading: a verdict, and for each model what it said, where, and whether that is for or against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from virkningskjede.analysis.claims.formal_reading import FormalReading
from virkningskjede.analysis.claims.groups import Members
from virkningskjede.analysis.claims.truth import NO, YES, Truth
from virkningskjede.model.values import Bounds, Count, Interval, Measure, Sentence
from virkningskjede.query import Condition, Ground

ReadingVerdict = Literal["holds", "holds_inferred", "contradicted", "undecidable"]
"""It is so however the models are read; it is so, but only by arrows that the coder has inferred; it is not, however the models are read;
or the models cannot tell."""

ClaimVerdict = Literal["holds", "holds_inferred", "contradicted", "undecidable", "reword"]
"""What came of what the claim says; or it is not contradicted, but there is a proposal of how it should be put instead."""

VERDICTS: tuple[ClaimVerdict, ...] = ("contradicted", "reword", "undecidable", "holds_inferred", "holds")
"""The verdicts, in the order in which a report wants to hear of them."""

Why = Literal["missing", "surplus", "silent", "unsure", "dropped", "no_number", "inexact", "units", "no_source", "readings"]
"""Why it cannot be told: models are missing; there are more than the report speaks of; texts are silent where silence is not a no;
what they say is unsure; what says it was dropped; they give no number; they say only about, at least or at most how much; their numbers
are in units that cannot be compared or added; the source is not divided into sections; or the readings of the sentence differ."""

ClaimSide = Literal["for", "against", "unsure"]
"""Whether what a model says speaks for the claim, against it, or could do either."""


@dataclass(frozen=True, slots=True)
class ClaimEvidence:
    """What one model says to one question of a claim.

    Attributes:
        model: the model's id.
        truth: whether it does what the claim asks about: true, false, or both where it cannot be told.
        wanted: what the claim says of this very model; None where it does not matter which models it is.
        grounds: the elements that this rests on; empty where the text is silent.
        doubts: the elements that could be read otherwise.
        silent_on: the questions that had a say and that the text does not answer.
        amounts: the amounts that it states, for claims about amounts.
        score: how many of several conditions it meets, for claims that compare groups.
    """

    model: str
    truth: Truth
    wanted: bool | None = None
    grounds: tuple[Ground, ...] = ()
    doubts: tuple[Ground, ...] = ()
    silent_on: tuple[Condition, ...] = ()
    amounts: tuple[Bounds, ...] = ()
    score: Count | None = None

    @property
    def said(self) -> Literal["yes", "no", "unsure"]:
        """Whether it does what the claim asks about."""
        return "yes" if self.truth == YES else "no" if self.truth == NO else "unsure"

    @property
    def side(self) -> ClaimSide | None:
        """Whether it speaks for the claim or against it; None where it does not matter which models it is."""
        if self.wanted is None:
            return None
        return "unsure" if len(self.truth) > 1 else "for" if self.wanted in self.truth else "against"

    @property
    def nodes(self) -> tuple[str, ...]:
        """The elements of the model that it rests on, or whose reading is in doubt."""
        return tuple(dict.fromkeys(ground.element for ground in (*self.grounds, *self.doubts)))

    @property
    def at(self) -> tuple[Sentence, ...]:
        """The sentences of these, each with its source."""
        return tuple(dict.fromkeys(place for ground in (*self.grounds, *self.doubts) for place in ground.at))


@dataclass(frozen=True, slots=True)
class JudgedReading:
    """One formal reading, held against models.

    Attributes:
        reading: what was asked.
        verdict: what came of it.
        why: why it cannot be told; empty for the other verdicts.
        evidence: what each model said, in the order of the group.
        groups: who of the groups is there: for ``more`` the two, otherwise one at the most.
        figures: the numbers that came out, each with its least and its most: how many models, the two scores, or the sum.
        parts: the readings that this one is put together of.
        measure: what a sum counts.
    """

    reading: FormalReading
    verdict: ReadingVerdict
    why: tuple[Why, ...] = ()
    evidence: tuple[ClaimEvidence, ...] = ()
    groups: tuple[Members, ...] = ()
    figures: tuple[Interval, ...] = ()
    parts: tuple[JudgedReading, ...] = field(default=(), repr=False)
    measure: Measure | None = None

    def leaves(self) -> Iterator[JudgedReading]:
        """The parts that asked models something themselves; the whole when it has no parts."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


def verdict_of(truth: Truth) -> ReadingVerdict:
    """The verdict of a claim that can be this.

    >>> verdict_of(frozenset([True, False]))
    'undecidable'
    """
    return "undecidable" if len(truth) > 1 else "holds" if truth == YES else "contradicted"


def truth_of(verdict: ReadingVerdict) -> Truth:
    """What a claim with this verdict can be."""
    return {"holds": YES, "holds_inferred": YES, "contradicted": NO}.get(verdict, YES | NO)
