"""The models that claims are held against, and what every kind of reading needs of them: their answers, and a verdict.

Counts are intervals: who surely does it, and who possibly does, the missing among them. A claim holds when the whole interval lies within
what it says, and is contradicted when no part of it does. So one that is missing never decides, and one that comes in can only make a
verdict more certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from virkningskjede.analysis.claims.formal_reading import FormalReading, Partly, Silence
from virkningskjede.analysis.claims.groups import Group, Members
from virkningskjede.analysis.claims.judged import ClaimEvidence, JudgedReading, Why, verdict_of
from virkningskjede.analysis.claims.truth import NO, UNSURE, YES, CountedAnswer, Truth, counted
from virkningskjede.model import LogicModel
from virkningskjede.model.values import Count, Fit, Interval
from virkningskjede.project import Project
from virkningskjede.query import Condition, QueryContext, evaluate

FITS: Mapping[Fit, Truth] = MappingProxyType({"yes": YES, "no": NO, "partly": UNSURE, "silent": UNSURE})
"""What it means for a claim that a number lies within what it says, outside, or across the limit."""


@dataclass(frozen=True)
class Panel:
    """The models that claims are held against.

    Attributes:
        models: by id.
        shared: what they share.
        groups: the file's groups, by name.
        source: the file's source.
    """

    models: Mapping[str, LogicModel]
    shared: Project
    groups: Mapping[str, Group]
    source: str | None = None
    _contexts: dict[tuple[str, frozenset[str], bool], QueryContext] = field(default_factory=dict, repr=False, compare=False)

    def context(self, name: str, stance: Stance) -> QueryContext:
        """A model to ask conditions of, less what rests on the sections that prove nothing alone."""
        key = (name, stance.without, stance.stated)
        if key not in self._contexts:
            self._contexts[key] = QueryContext.of(self.models[name], self.shared, stance.without, stated=stance.stated)
        return self._contexts[key]


@dataclass(frozen=True, slots=True)
class Stance:
    """How a claim is held against models: what silence and *partly* count as, and what proves nothing.

    Attributes:
        silence: what it counts as that a text does not mention the thing.
        partly: what it counts as that a text says some of it.
        without: the sections that prove nothing.
        stated: whether only arrows that the source itself states count.
    """

    silence: Silence = "unknown"
    partly: Partly = "unknown"
    without: frozenset[str] = frozenset()
    stated: bool = False


def settle(
    reading: FormalReading,
    truth: Truth,
    evidence: Iterable[ClaimEvidence] = (),
    groups: tuple[Members, ...] = (),
    figures: tuple[Interval, ...] = (),
    why: tuple[Why, ...] = (),
) -> JudgedReading:
    """The verdict, and why there is none where it cannot be told."""
    entries = tuple(evidence)
    if any(group.surplus for group in groups):
        truth, why = UNSURE, (*why, "surplus")
    if any(not group.present for group in groups):
        truth, why = UNSURE, (*why, "missing")  # of nobody everything would be true
    if len(truth) == 1:
        return JudgedReading(reading, verdict_of(truth), (), entries, groups, figures)
    unsure = [entry for entry in entries if len(entry.truth) > 1]
    reasons: list[Why] = [*why]
    reasons += ["missing"] if any(group.missing for group in groups) else []
    reasons += ["silent"] if any(entry.silent_on and not entry.doubts for entry in unsure) else []
    reasons += ["dropped"] if any(_was_dropped(entry) for entry in unsure) else []
    explained = "units" in why or "inexact" in why  # then that is enough, where no reading is in doubt
    reasons += (
        ["unsure"]
        if any(entry.doubts or not (entry.silent_on or explained or _was_dropped(entry)) for entry in unsure) or not reasons
        else []
    )
    return JudgedReading(reading, verdict_of(truth), tuple(dict.fromkeys(reasons)), entries, groups, figures)


def _was_dropped(entry: ClaimEvidence) -> bool:
    """Whether it is unsure only because what says it was dropped: then it may still be meant."""
    return not entry.doubts and {ground.limit for ground in entry.grounds} - {None} == {"dropped"}


def answer_of(name: str, where: Condition, panel: Panel, stance: Stance) -> CountedAnswer:
    """What a model's answer to a condition counts as."""
    return counted(evaluate(where, panel.context(name, stance)), stance.silence, stance.partly)


def evidence_of(name: str, answer: CountedAnswer, wanted: bool | None = None) -> ClaimEvidence:
    """What a model said, and what the claim says of it."""
    return ClaimEvidence(name, answer.truth, wanted, answer.grounds, answer.doubts, answer.silent_on)


def interval(truths: Iterable[Truth], missing: int = 0) -> Count:
    """How many are so, surely and possibly; the missing possibly are."""
    listed = list(truths)
    return Count(sum(truth == YES for truth in listed), sum(True in truth for truth in listed) + missing)
