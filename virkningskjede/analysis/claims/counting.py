"""Claims that count models: how many, which, and more in one group than in another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from virkningskjede.analysis.claims.formal_reading import Counting, FormalReading, More, These
from virkningskjede.analysis.claims.groups import Members, NamedGroup, members
from virkningskjede.analysis.claims.judged import ClaimEvidence, JudgedReading
from virkningskjede.analysis.claims.panel import FITS, Panel, Stance, answer_of, evidence_of, interval, settle
from virkningskjede.analysis.claims.truth import NO, UNSURE, YES, CountedAnswer, Truth, at_least
from virkningskjede.model.values import Interval, fits


def count(reading: FormalReading, question: Counting, panel: Panel, stance: Stance) -> JudgedReading:
    """How many of a group do it."""
    group = members(question.over, panel.groups, panel.models)
    wanted = {"all": True, "none": False}.get(question.is_.share or "")
    evidence = [evidence_of(name, answer_of(name, question.where, panel, stance), wanted) for name in group.present]
    low, high = interval((entry.truth for entry in evidence), group.missing)
    figure = Interval(Fraction(low), Fraction(high))
    return settle(reading, FITS[fits(figure, question.is_.of(group.size))], evidence, (group,), (figure,))


def these(reading: FormalReading, question: These, panel: Panel, stance: Stance) -> JudgedReading:
    """Which models do it."""
    group = members(question.over, panel.groups, panel.models) if question.over is not None else None
    named = {**dict.fromkeys(question.are or question.include, True), **dict.fromkeys(question.exclude, False)}
    absent = tuple(name for name in named if name not in panel.models)
    spoken_of = [name for name in named if name not in absent]
    if group is not None and question.are is not None:
        spoken_of = [*group.present, *(name for name in spoken_of if name not in group.present)]
    evidence = []
    for name in spoken_of:
        outside = group is not None and name not in group.present
        answer = CountedAnswer(NO) if outside else answer_of(name, question.where, panel, stance)
        evidence.append(evidence_of(name, answer, named.get(name, False)))
    truths = [entry.truth if entry.wanted else frozenset(not truth for truth in entry.truth) for entry in evidence]
    if question.are is not None and group is not None:
        there = group._replace(missing=max(group.missing, len(absent)), absent=tuple(dict.fromkeys((*group.absent, *absent))))
    else:
        # Only those whom the claim names matter to it, however many more the group has.
        there = Members(tuple(spoken_of), len(absent), absent)
    truths += [UNSURE] * there.missing
    return settle(reading, at_least(truths, len(truths)), evidence, (there,))


def more(reading: FormalReading, question: More, panel: Panel, stance: Stance) -> JudgedReading:
    """Whether one group scores more than another."""
    sides = [_score(group, question, panel, stance) for group in (question.in_, question.than)]
    groups = tuple(side.group for side in sides)
    evidence = [entry for side in sides for entry in side.evidence]
    first, second = (side.score for side in sides)
    if first is None or second is None:
        return settle(reading, UNSURE, evidence, groups, (), ("missing",))
    can = {True: first[1] > second[0], False: first[0] <= second[1]}
    truth = frozenset(outcome for outcome, possible in can.items() if possible)
    return settle(reading, truth, evidence, groups, (Interval(*first), Interval(*second)))


@dataclass(frozen=True, slots=True)
class _GroupScore:
    """What a group scores, at the least and at the most; None for the mean of nobody."""

    group: Members
    evidence: tuple[ClaimEvidence, ...]
    score: tuple[Fraction, Fraction] | None


def _score(over: NamedGroup, question: More, panel: Panel, stance: Stance) -> _GroupScore:
    group = members(over, panel.groups, panel.models)
    answers = {name: [answer_of(name, condition, panel, stance) for condition in question.of] for name in group.present}
    evidence = tuple(_scored(name, of_model) for name, of_model in answers.items())
    if question.as_ == "differing":
        columns = [[answers[name][place].truth for name in group.present] for place in range(len(question.of))]
        low, high = interval(_differ(column, group.missing) for column in columns)
    else:
        low, high = interval(answer.truth for of_model in answers.values() for answer in of_model)
        high += group.missing * len(question.of)
    if question.as_ != "mean_per_model":
        return _GroupScore(group, evidence, (Fraction(low), Fraction(high)))
    return _GroupScore(group, evidence, (Fraction(low, group.size), Fraction(high, group.size)) if group.size else None)


def _scored(name: str, answers: Sequence[CountedAnswer]) -> ClaimEvidence:
    score = interval(answer.truth for answer in answers)
    truth = NO if not score.possibly else YES if score.surely == score.possibly else UNSURE
    met = [answer for answer in answers if True in answer.truth]
    grounds = tuple(dict.fromkeys(ground for answer in met for ground in answer.grounds))
    doubts = tuple(dict.fromkeys(doubt for answer in answers for doubt in answer.doubts))
    silent_on = tuple(dict.fromkeys(question for answer in answers if len(answer.truth) > 1 for question in answer.silent_on))
    return ClaimEvidence(name, truth, None, grounds, doubts, silent_on, (), score)


def _differ(column: Sequence[Truth], missing: int) -> Truth:
    """Whether some of a group meet a condition and some do not."""
    everybody = [*column, *[UNSURE] * missing]
    if YES in everybody and NO in everybody:
        return YES
    can = len(everybody) > 1 and any(True in truth for truth in everybody) and any(False in truth for truth in everybody)
    return UNSURE if can else NO
