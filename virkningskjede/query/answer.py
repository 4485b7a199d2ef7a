"""Answers: what a model says to a condition, on what grounds, and what else it could be read to say.

Answers are ordered ``no < silent < partly < yes``: *and* is the least, *or* the greatest, *not* turns the order of yes and no, as in
the strong many-valued logics (S. C. Kleene, *Introduction to Metamathematics*, 1952, § 64). Silence stays silence under *not*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeVar

from virkningskjede.model.values import Fit, Sentence
from virkningskjede.query.condition import Condition

FITS: tuple[Fit, ...] = ("no", "silent", "partly", "yes")
"""The answers in order."""

SILENCE = frozenset[Fit](["silent"])
"""What can come of it where nothing is stated, in any reading."""

Limit = Literal["considered", "dropped", "not_part", "not_so_far", "maybe", "overlap", "outside", "whole", "denied"]
"""Why an element gives less than yes: it is only considered, was dropped, never took part, has not come so far, somebody only may take
part, its amount overlaps with or lies outside what is asked, the whole follow-up is shorter than what is asked, or the text denies it."""

Doubt = Literal["or", "ambiguity", "debatable", "template", "date"]
"""Why an element could count otherwise: the coder gives another reading, coded it absent, the column calls its term debatable, the
model is silent where its template speaks, or its date is a month or a year that others lie in."""

ElementFit = Fit | None
"""What one element says; None when it does not come into it. Orders below ``no``, so that the greatest of several is the answer."""

_FITS: tuple[ElementFit, ...] = (None, *FITS)

R = TypeVar("R", bound=ElementFit)


class FieldFit(NamedTuple):
    """What one field of an element says, why no more, and the sentences that this rests on beside the element's own."""

    value: Fit
    limit: Limit | None = None
    at: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """An element of the model that an answer rests on.

    Attributes:
        element: its id; an arrow is ``a -> b``, and parts without an id are ``recruitment`` and ``whole``.
        at: its sentences, each with its source: ``statusrapport#2.2.4:25``.
        limit: why it gives less than yes.
        doubt: why it could count otherwise.
        joint: whether it is no arrow, but that the text says that several measures lead there together.
        trait: what was asked of it, where it is a limit of the target group with several traits.
    """

    element: str
    at: tuple[Sentence, ...] = ()
    limit: Limit | None = None
    doubt: Doubt | None = None
    joint: bool = False
    trait: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model answers to a condition.

    Attributes:
        condition: what was asked.
        coded: the answer as the model is coded.
        possible: every answer that could come out if unsure codes were read otherwise; ``coded`` is among them. It may name one too
            many, because what is unsure is taken to be independent; it never lacks one.
        grounds: the elements that decided; empty for silence.
        doubts: the elements that make other answers possible; empty when none is.
        parts: the answers that this one is put together of.
    """

    condition: Condition
    coded: Fit
    possible: frozenset[Fit]
    grounds: tuple[Ground, ...] = ()
    doubts: tuple[Ground, ...] = ()
    parts: tuple[Answer, ...] = ()


class Witness(NamedTuple):
    """What one element says to a question, as coded and in every reading; and what makes it unsure: itself, or what it points at."""

    fit: ElementFit
    possible: frozenset[ElementFit]
    ground: Ground
    doubts: tuple[Ground, ...] = ()


_ORDER: Mapping[ElementFit, int] = MappingProxyType({fit: place for place, fit in enumerate(_FITS)})


order = _ORDER.__getitem__
"""Where a fit comes in the order, from 0 for what does not come into it."""


def least(first: R, second: R) -> R:
    """The lesser of two."""
    return first if order(first) <= order(second) else second


def nth_greatest(sets: Sequence[frozenset[R]], n: int, values: Sequence[R]) -> frozenset[R]:
    """Every value that can be the n-th greatest when one is taken from each set.

    One of n is the greatest, n of n the least; so one definition serves *any*, *all* and *at least*.

    >>> nth_greatest([frozenset({"yes"}), frozenset({"silent"})], 1, FITS)
    frozenset({'yes'})
    """
    kinds = dict.fromkeys(sets, 0)  # there are few that differ, of however many elements
    for options in sets:
        kinds[options] += 1
    if all(len(options) == 1 for options in kinds):  # nothing is unsure: there is one n-th greatest
        sure = {value: options for options in kinds for value in options}
        passed = 0
        for value in reversed(values):
            passed += kinds[sure[value]] if value in sure else 0
            if passed >= n:
                return sure[value]
    reachable = set()
    for place, value in enumerate(values):
        higher, lower = values[place + 1 :], values[:place]
        exactly = above = either = 0
        for options, count in kinds.items():
            if value in options:
                exactly += count
            elif options.isdisjoint(lower):
                above += count
            elif not options.isdisjoint(higher):
                either += count
        if exactly and above < n <= above + exactly + either:
            reachable.add(value)
    return frozenset(reachable)


def one_element(
    name: str, at: tuple[Sentence, ...], fits: Sequence[FieldFit | None], doubt: Doubt = "or", instead: tuple[Ground, ...] = ()
) -> Iterator[Witness]:
    """The witness of one element; nothing if it comes into none of its readings.

    Args:
        name: its id.
        at: its sentences.
        fits: what it says in each of its readings, first as coded.
        doubt: why it could count otherwise, if it could.
        instead: the elements that make it unsure, where it is not so itself.
    """
    present = [fit for fit in fits if fit is not None]
    if not present:
        return
    possible = frozenset(fit and fit.value for fit in fits)
    coded = fits[0] and fits[0].value
    places = at if present[0].at in (at, ()) else tuple(dict.fromkeys((*at, *present[0].at)))
    if len(possible) == 1:
        yield Witness(coded, possible, Ground(name, places, present[0].limit))
        return
    ground = Ground(name, places, present[0].limit, None if instead else doubt)
    elsewhere = (place for fit in present if fit.value != coded for place in fit.at)
    yield Witness(coded, possible, ground, instead or (replace(ground, at=tuple(dict.fromkeys((*places, *elsewhere)))),))


def strongest(condition: Condition, witnesses: Iterable[Witness]) -> Answer:
    """The answer of several elements, of which one is enough: the greatest of what they say; silence when none comes into it."""
    present = list(witnesses)
    if not present:
        return silence(condition)
    greatest = max((witness.fit for witness in present), key=order)
    possible = nth_greatest([witness.possible for witness in present], 1, _FITS)
    return finish(
        condition,
        greatest,
        possible,
        [witness.ground for witness in present if witness.fit == greatest],
        [doubt for witness in present for doubt in witness.doubts],
    )


def silence(condition: Condition) -> Answer:
    """The answer of a model that says nothing about any of it."""
    return Answer(condition, "silent", SILENCE, parts=tuple([silence(part) for part in condition.parts]))


def finish(
    condition: Condition, coded: ElementFit, possible: Iterable[ElementFit], grounds: Iterable[Ground], doubts: Iterable[Ground]
) -> Answer:
    """An answer of a question's own: what nothing comes into is silence, and silence has no grounds."""
    answer = coded or "silent"
    answers = frozenset(fit or "silent" for fit in possible) | {answer}
    return Answer(
        condition,
        answer,
        answers,
        tuple(dict.fromkeys(grounds)) if answer != "silent" else (),
        tuple(dict.fromkeys(doubts)) if len(answers) > 1 else (),
    )


def with_inherited(own: Answer, theirs: Answer) -> Answer:
    """A model's answer beside its template's: where the model is silent, what the template says may be meant or not."""
    if "silent" not in own.possible:
        return own
    inherited = [replace(ground, doubt="template") for ground in (*theirs.grounds, *theirs.doubts)]
    return finish(own.condition, own.coded, own.possible | theirs.possible, own.grounds, (*own.doubts, *inherited))


def combined(condition: Condition, parts: Sequence[Answer], n: int) -> Answer:
    """The answer that at least ``n`` of the parts give. The parts are taken to be independent of each other."""
    coded = sorted((part.coded for part in parts), key=order)[-n]
    possible = nth_greatest([part.possible for part in parts], n, FITS)
    decided = [part for part in parts if (part.coded == "no" if coded == "no" else order(part.coded) >= order(coded))]
    grounds = [ground for part in decided for ground in part.grounds] if coded != "silent" else []
    doubts = [doubt for part in parts for doubt in part.doubts] if len(possible) > 1 else []
    return Answer(condition, coded, possible, tuple(dict.fromkeys(grounds)), tuple(dict.fromkeys(doubts)), tuple(parts))


def greatest_of(sets: Iterable[frozenset[ElementFit]]) -> frozenset[ElementFit]:
    """Everything that can be the most that is said, when one is taken from each set."""
    return nth_greatest(list(sets), 1, _FITS)


def narrowed(answer: Answer, within: Set[Fit]) -> Answer:
    """An answer of which it is known what else it can be."""
    possible = answer.possible & within
    return replace(answer, possible=possible, doubts=answer.doubts if len(possible) > 1 else ())


_OPPOSITE: dict[Fit, Fit] = {"no": "yes", "yes": "no"}


def negated(condition: Condition, part: Answer) -> Answer:
    """The opposite answer, on the same grounds. What is partly so is partly not so."""
    possible = frozenset(_OPPOSITE.get(fit, fit) for fit in part.possible)
    return Answer(condition, _OPPOSITE.get(part.coded, part.coded), possible, part.grounds, part.doubts, (part,))
