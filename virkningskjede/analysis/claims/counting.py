"""Claims that count models: how many, which, and more in one group than in another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from virkningskjede.analysis.claims.formal_reading import Counting, FormalReading, More, These
from virkningskjede.analysis.claims.groups import Members, NamedGroup, members
from virkningskjede.analysis.claims.judged import Evidence, Judged
from virkningskjede.analysis.claims.panel import FITS, Panel, Stance, ask, evidence_of, interval, settle
from virkningskjede.analysis.claims.truth import NO, UNSURE, YES, Said, Truth, at_least
from virkningskjede.model.values import Interval, fits


def count(reading: FormalReading, asked: Counting, panel: Panel, stance: Stance) -> Judged:
    """How many of a group do it."""
    group = members(asked.over, panel.groups, panel.models)
    wanted = {"all": True, "none": False}.get(asked.is_.share or "")
    evidence = [evidence_of(name, ask(name, asked.where, panel, stance), wanted) for name in group.found]
    low, high = interval((each.truth for each in evidence), group.missing)
    figure = Interval(Fraction(low), Fraction(high))
    return settle(reading, FITS[fits(figure, asked.is_.of(group.size))], evidence, (group,), (figure,))


def these(reading: FormalReading, asked: These, panel: Panel, stance: Stance) -> Judged:
    """Which models do it."""
    group = members(asked.over, panel.groups, panel.models) if asked.over is not None else None
    named = {**dict.fromkeys(asked.are or asked.include, True), **dict.fromkeys(asked.exclude, False)}
    absent = tuple(name for name in named if name not in panel.models)
    spoken_of = [name for name in named if name not in absent]
    if group is not None and asked.are is not None:
        spoken_of = [*group.found, *(name for name in spoken_of if name not in group.found)]
    evidence = []
    for name in spoken_of:
        outside = group is not None and name not in group.found
        said = Said(NO) if outside else ask(name, asked.where, panel, stance)
        evidence.append(evidence_of(name, said, named.get(name, False)))
    truths = [each.truth if each.wanted else frozenset(not truth for truth in each.truth) for each in evidence]
    if asked.are is not None and group is not None:
        there = group._replace(missing=max(group.missing, len(absent)), absent=tuple(dict.fromkeys((*group.absent, *absent))))
    else:
        # Only those whom the claim names matter to it, however many more the group has.
        there = Members(tuple(spoken_of), len(absent), absent)
    truths += [UNSURE] * there.missing
    return settle(reading, at_least(truths, len(truths)), evidence, (there,))


def more(reading: FormalReading, asked: More, panel: Panel, stance: Stance) -> Judged:
    """Whether one group scores more than another."""
    sides = [_score(group, asked, panel, stance) for group in (asked.in_, asked.than)]
    groups = tuple(side.group for side in sides)
    evidence = [each for side in sides for each in side.evidence]
    one, other = (side.score for side in sides)
    if one is None or other is None:
        return settle(reading, UNSURE, evidence, groups, (), ("missing",))
    can = {True: one[1] > other[0], False: one[0] <= other[1]}
    truth = frozenset(each for each, possible in can.items() if possible)
    return settle(reading, truth, evidence, groups, (Interval(*one), Interval(*other)))


@dataclass(frozen=True, slots=True)
class _Side:
    """What a group scores, at the least and at the most; None for the mean of nobody."""

    group: Members
    evidence: tuple[Evidence, ...]
    score: tuple[Fraction, Fraction] | None


def _score(over: NamedGroup, asked: More, panel: Panel, stance: Stance) -> _Side:
    group = members(over, panel.groups, panel.models)
    said = {name: [ask(name, condition, panel, stance) for condition in asked.of] for name in group.found}
    evidence = tuple(_scored(name, each) for name, each in said.items())
    if asked.as_ == "differing":
        columns = [[said[name][place].truth for name in group.found] for place in range(len(asked.of))]
        low, high = interval(_differ(column, group.missing) for column in columns)
    else:
        low, high = interval(each.truth for told in said.values() for each in told)
        high += group.missing * len(asked.of)
    if asked.as_ != "mean_per_model":
        return _Side(group, evidence, (Fraction(low), Fraction(high)))
    return _Side(group, evidence, (Fraction(low, group.size), Fraction(high, group.size)) if group.size else None)


def _scored(name: str, told: Sequence[Said]) -> Evidence:
    score = interval(each.truth for each in told)
    truth = NO if not score.possibly else YES if score.surely == score.possibly else UNSURE
    met = [each for each in told if True in each.truth]
    grounds = tuple(dict.fromkeys(ground for each in met for ground in each.grounds))
    doubts = tuple(dict.fromkeys(doubt for each in told for doubt in each.doubts))
    silent_on = tuple(dict.fromkeys(question for each in told if len(each.truth) > 1 for question in each.silent_on))
    return Evidence(name, truth, None, grounds, doubts, silent_on, (), score)


def _differ(column: Sequence[Truth], missing: int) -> Truth:
    """Whether some of a group meet a condition and some do not."""
    everybody = [*column, *[UNSURE] * missing]
    if YES in everybody and NO in everybody:
        return YES
    can = len(everybody) > 1 and any(True in each for each in everybody) and any(False in each for each in everybody)
    return UNSURE if can else NO
