"""The amounts that models state, and whether they are those that a claim names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeVar

from virkningskjede.conditions import Ground, Subject
from virkningskjede.conditions.doses import followed
from virkningskjede.conditions.nodes import witnesses
from virkningskjede.statements.formal_reading import Quantity
from virkningskjede.statements.truth import NO, UNSURE, YES, Truth
from virkningskjede.values import Bounds, Interval, fits, sentences

K = TypeVar("K")


class Stated(NamedTuple):
    """One element's amount: as coded, then in every other reading; None where it states none."""

    options: tuple[Bounds | None, ...]
    ground: Ground

    @property
    def surely(self) -> bool:
        """Whether it states an amount in every reading."""
        return None not in self.options


def stated(of: Quantity, subject: Subject) -> Iterator[Stated]:
    """The amounts that a model states of something. What states none in any reading is left out."""
    for each in _stated(of, subject):
        if any(option is not None for option in each.options):
            yield each


def _stated(of: Quantity, subject: Subject) -> Iterator[Stated]:
    model = subject.model
    if of.target is not None:
        for limit in model.target_group.values():
            limits = tuple(getattr(reading, of.target) if reading is not None else None for reading in limit.readings())
            yield _element(limit.id, subject.sentences_of(limit), limits)
    elif of.result is not None:
        for result in model.results.values():
            results = tuple(reading if reading is not None and reading.indicator == of.result else None for reading in result.readings())
            yield _element(result.id, subject.sentences_of(result), results)
    elif of.whole is not None:
        if model.dose is not None:
            yield _element("whole", sentences(model.dose.at, model.source), (getattr(model.dose, of.whole),))
    elif of.node is not None and of.dose is not None:
        readings = {element.id: element.readings for element in subject.elements}
        for witness in witnesses(of.node, subject):
            facts = readings.get(witness.ground.element, ())
            amounts = [followed(of.dose, each.dose, subject)[0] if each is not None else None for each in facts]
            doubtful = [None] if witness.possible != {"yes"} else []
            yield _element(witness.ground.element, witness.ground.at, (*amounts, *doubtful))


def _element(name: str, at: tuple[str, ...], options: tuple[Bounds | None, ...]) -> Stated:
    different = tuple(dict.fromkeys(options))
    return Stated(different, Ground(name, at, None, "or" if len(different) > 1 else None))


def same(one: Bounds, other: Bounds) -> Truth:
    """Whether two amounts are the same. Where an amount is only about so much, or in words, it cannot always be told.

    >>> sorted(same(Bounds(min=18, max=55), Bounds(min=20, max=55)))
    [False]
    """
    ours, theirs = one.interval(), other.interval()
    if ours is None or theirs is None:
        return UNSURE
    there = fits(one, other)
    if there == "silent":  # units that cannot be compared
        return NO
    if there == "yes" and fits(other, one) == "yes":
        return YES
    roundly = one.approx is not None or other.approx is not None or one.unit != other.unit
    return UNSURE if there != "no" and roundly else NO


def states(amounts: Sequence[Stated], asked: Bounds) -> Truth:
    """Whether a model that states these amounts states the one that is asked for."""
    each = [frozenset(truth for option in one.options for truth in (same(option, asked) if option is not None else NO)) for one in amounts]
    if any(truth == YES for truth in each):
        return YES
    return UNSURE if any(True in truth for truth in each) else NO


def matched(wanted: Sequence[K], partners: Mapping[K, Collection[str]]) -> bool:
    """Whether each can have a partner of its own among those it could take (an augmenting-path matching).

    >>> matched(["a", "b"], {"a": ["x", "y"], "b": ["x"]}), matched(["a", "b"], {"a": ["x"], "b": ["x"]})
    (True, False)
    """
    holder: dict[str, K] = {}
    held: dict[K, str] = {}
    for one in wanted:
        reached: dict[str, K] = {}
        seekers = [one]
        for seeker in seekers:  # it grows while it is walked: whoever holds what is sought looks for something else
            free = None
            for partner in partners.get(seeker, ()):
                if partner not in reached:
                    reached[partner] = seeker
                    if partner not in holder:
                        free = partner
                        break
                    seekers.append(holder[partner])
            if free is not None:
                step: str | None = free
                while step is not None:
                    holder[step] = reached[step]
                    held[reached[step]], step = step, held.get(reached[step])
                break
        if one not in held:
            return False
    return True


def total(addends: Sequence[Stated]) -> Interval | None:
    """The sum of amounts, from its least to its most; None where one of them has no number."""
    found = Interval(Fraction(0), Fraction(0))
    for each in addends:
        intervals = [option.interval() if option is not None else None for option in each.options]
        known = [interval for interval in intervals if interval is not None]
        if len(known) < len(intervals):
            return None
        low, low_open = _outermost([(each.low, each.low_open) for each in known])
        high, high_open = _outermost([(None if each.high is None else -each.high, each.high_open) for each in known])
        found = Interval(
            None if found.low is None or low is None else found.low + low,
            None if found.high is None or high is None else found.high - high,
            found.low_open or low_open,
            found.high_open or high_open,
        )
    return found


def _outermost(bounds: Sequence[tuple[Fraction | None, bool]]) -> tuple[Fraction | None, bool]:
    """The lowest of several lower bounds, and whether it is open; no bound is lower than any."""
    known = [(bound, is_open) for bound, is_open in bounds if bound is not None]
    return min(known) if len(known) == len(bounds) else (None, False)


def units(addends: Sequence[Stated]) -> frozenset[str | None]:
    """The units that amounts are in."""
    return frozenset(option.unit for each in addends for option in each.options if option is not None)
