"""Answers: what a model says to a condition, on what grounds, and what else it could be read to say.

Answers are ordered ``no < silent < partly < yes``: *and* is the least, *or* the greatest, *not* turns the order of yes and no, as in
the strong many-valued logics (S. C. Kleene, *Introduction to Metamathematics*, 1952, § 64). Silence stays silence under *not*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar

from virkningskjede.model.values import Reading, Sentence
from virkningskjede.query.condition import Condition

READINGS: tuple[Reading, ...] = ("no", "silent", "partly", "yes")
"""The answers in order."""

Limit = Literal["considered", "dropped", "not_so_far", "maybe", "overlap", "outside", "whole", "denied"]
"""Why an element gives less than yes: it is only considered, was dropped, has not come so far, somebody only may take part, its amount
overlaps with or lies outside what is asked, the whole follow-up is shorter than what is asked, or the text denies it."""

Doubt = Literal["or", "ambiguity", "debatable", "template"]
"""Why an element could count otherwise: the coder gives another reading, coded it absent, the column calls its term debatable, or the
model is silent where its template speaks."""

Said = Reading | None
"""What one element says; None when it does not come into it. Orders below ``no``, so that the greatest of several is the answer."""

_SAID: tuple[Said, ...] = (None, *READINGS)

R = TypeVar("R", bound=Said)


class Mark(NamedTuple):
    """What one field of an element says, why no more, and the sentences that this rests on beside the element's own."""

    said: Reading
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
    """

    element: str
    at: tuple[Sentence, ...] = ()
    limit: Limit | None = None
    doubt: Doubt | None = None


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
    coded: Reading
    possible: frozenset[Reading]
    grounds: tuple[Ground, ...] = ()
    doubts: tuple[Ground, ...] = ()
    parts: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Witness:
    """What one element says to a question, as coded and in every reading; and what makes it unsure: itself, or what it points at."""

    said: Said
    possible: frozenset[Said]
    ground: Ground
    doubts: tuple[Ground, ...] = ()


def order(said: Said) -> int:
    """Where it comes in the order, from 0 for what does not come into it."""
    return _SAID.index(said)


def least(first: R, second: R) -> R:
    """The lesser of two."""
    return first if order(first) <= order(second) else second


def nth_greatest(sets: Sequence[frozenset[R]], n: int, values: Sequence[R]) -> frozenset[R]:
    """Every value that can be the n-th greatest when one is taken from each set.

    One of n is the greatest, n of n the least; so one definition serves *any*, *all* and *at least*.

    >>> nth_greatest([frozenset({"yes"}), frozenset({"silent"})], 1, READINGS)
    frozenset({'yes'})
    """
    found = set()
    for place, value in enumerate(values):
        higher, lower = values[place + 1 :], values[:place]
        exactly = sum(value in each for each in sets)
        above = sum(each.isdisjoint((value, *lower)) for each in sets)
        either = sum(value not in each and not each.isdisjoint(higher) and not each.isdisjoint(lower) for each in sets)
        if exactly and above < n <= above + exactly + either:
            found.add(value)
    return frozenset(found)


def one_element(
    name: str, at: tuple[Sentence, ...], marks: Sequence[Mark | None], doubt: Doubt = "or", instead: tuple[Ground, ...] = ()
) -> Iterator[Witness]:
    """The witness of one element; nothing if it comes into none of its readings.

    Args:
        name: its id.
        at: its sentences.
        marks: what it says in each of its readings, first as coded.
        doubt: why it could count otherwise, if it could.
        instead: the elements that make it unsure, where it is not so itself.
    """
    heard = [mark for mark in marks if mark is not None]
    if heard:
        possible = frozenset(mark and mark.said for mark in marks)
        places = tuple(dict.fromkeys((*at, *heard[0].at)))
        unsure = len(possible) > 1
        ground = Ground(name, places, heard[0].limit, doubt if unsure and not instead else None)
        yield Witness(marks[0] and marks[0].said, possible, ground, (instead or (ground,)) if unsure else ())


def strongest(condition: Condition, witnesses: Iterable[Witness]) -> Answer:
    """The answer of several elements, of which one is enough: the greatest of what they say; silence when none comes into it."""
    heard = list(witnesses)
    silence = frozenset[Said]([None])
    coded = nth_greatest([silence, *(frozenset([each.said]) for each in heard)], 1, _SAID)
    possible = nth_greatest([silence, *(each.possible for each in heard)], 1, _SAID)
    (greatest,) = coded
    return finish(
        condition,
        greatest,
        possible,
        [each.ground for each in heard if each.said == greatest],
        [doubt for each in heard for doubt in each.doubts],
    )


def finish(condition: Condition, coded: Said, possible: Iterable[Said], grounds: Iterable[Ground], doubts: Iterable[Ground]) -> Answer:
    """An answer of a question's own: what nothing comes into is silence, and silence has no grounds."""
    reading = coded or "silent"
    readings = frozenset(each or "silent" for each in possible) | {reading}
    return Answer(
        condition,
        reading,
        readings,
        tuple(dict.fromkeys(grounds)) if reading != "silent" else (),
        tuple(dict.fromkeys(doubts)) if len(readings) > 1 else (),
    )


def or_inherited(own: Answer, theirs: Answer) -> Answer:
    """A model's answer beside its template's: where the model is silent, what the template says may be meant or not."""
    if "silent" not in own.possible:
        return own
    inherited = [Ground(each.element, each.at, each.limit, "template") for each in (*theirs.grounds, *theirs.doubts)]
    return finish(own.condition, own.coded, own.possible | theirs.possible, own.grounds, (*own.doubts, *inherited))


def combined(condition: Condition, parts: Sequence[Answer], n: int) -> Answer:
    """The answer that at least ``n`` of the parts give. The parts are taken to be independent of each other."""
    (coded,) = nth_greatest([frozenset([part.coded]) for part in parts], n, READINGS)
    possible = nth_greatest([part.possible for part in parts], n, READINGS)
    decided = [part for part in parts if (part.coded == "no" if coded == "no" else order(part.coded) >= order(coded))]
    grounds = [ground for part in decided for ground in part.grounds] if coded != "silent" else []
    doubts = [doubt for part in parts for doubt in part.doubts] if len(possible) > 1 else []
    return Answer(condition, coded, possible, tuple(dict.fromkeys(grounds)), tuple(dict.fromkeys(doubts)), tuple(parts))


_OPPOSITE: dict[Reading, Reading] = {"no": "yes", "yes": "no"}


def negated(condition: Condition, part: Answer) -> Answer:
    """The opposite answer, on the same grounds. What is partly so is partly not so."""
    possible = frozenset(_OPPOSITE.get(each, each) for each in part.possible)
    return Answer(condition, _OPPOSITE.get(part.coded, part.coded), possible, part.grounds, part.doubts, (part,))
