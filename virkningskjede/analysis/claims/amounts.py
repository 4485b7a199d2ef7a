"""The amounts that models state, and whether they are those that a claim names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from virkningskjede.analysis.claims.formal_reading import Quantity
from virkningskjede.analysis.claims.truth import NO, UNSURE, YES, Truth, at_least
from virkningskjede.model import Result
from virkningskjede.model.results import with_unit
from virkningskjede.model.values import Bounds, Dimension, Fit, Interval, Measure, Sentence, in_measure_of, same, sentences
from virkningskjede.query import Ground, QueryContext
from virkningskjede.query.answer import Witness
from virkningskjede.query.doses import followed
from virkningskjede.query.nodes import witnesses
from virkningskjede.query.results import latest

K = TypeVar("K")


class Stated(NamedTuple):
    """One element's amount.

    Attributes:
        options: the amount as coded, then in every other reading; None where it states none.
        ground: the element, and why it may not count.
        doubts: the elements that leave open what it states.
    """

    options: tuple[Bounds | None, ...]
    ground: Ground
    doubts: tuple[Ground, ...] = ()

    @property
    def surely(self) -> bool:
        """Whether it states an amount in every reading."""
        return None not in self.options


def stated(of: Quantity, subject: QueryContext) -> Iterator[Stated]:
    """The amounts that a model states of something. What states none in any reading is left out."""
    for each in _stated(of, subject):
        if any(option is not None for option in each.options):
            yield each


def _stated(of: Quantity, subject: QueryContext) -> Iterator[Stated]:
    model = subject.model
    if of.target is not None:
        for limit in model.target_group.values():
            limits = tuple(getattr(reading, of.target) if reading is not None else None for reading in limit.readings())
            yield element(limit.id, subject.sentences_of(limit), limits)
    elif of.result is not None:
        for each in latest(of.result, subject):
            yield Stated(each.readings, Ground(each.id, each.at), each.doubts)
    elif of.whole is not None:
        if model.dose is not None:
            yield element("whole", sentences(model.dose.at, model.source), (getattr(model.dose, of.whole),))
    elif of.node is not None and of.dose is not None:
        for witness in witnesses(of.node, subject):
            yield _of_node(witness, of.dose, subject)


def numbers(result: Result, subject: QueryContext) -> tuple[Bounds | None, ...]:
    """What a result says in each of its readings, in its unit; None where it is not there."""
    return tuple(with_unit(each, subject.model, subject.vocabulary) if each is not None else None for each in result.readings())


def _of_node(witness: Witness, dimension: Dimension, subject: QueryContext) -> Stated:
    """What a node states that comes into the question, perhaps not surely: then it may state nothing that counts."""
    ground = witness.ground
    found = amounts_of(ground.element, dimension, subject)
    unsure = witness.possible != {"yes"}
    options = tuple(dict.fromkeys((*found.options, None))) if unsure else found.options
    return Stated(options, Ground(ground.element, ground.at, ground.limit), tuple(dict.fromkeys((*witness.doubts, *found.doubts))))


def amounts_of(name: str, dimension: Dimension, subject: QueryContext) -> Stated:
    """What a node states of a dimension, with "as much as that one" followed."""
    node = subject.by_id.get(name)
    readings = node.readings if node is not None else ()
    options = [followed(dimension, each.dose if each is not None else None, subject) for each in readings]
    own = element(name, node.at if node is not None else (), tuple(each.coded for each in options))
    elsewhere = tuple(ground for each in options for ground in each.unsure)
    return Stated(tuple(dict.fromkeys(option.amount for each in options for option in each.options)), own.ground, own.doubts or elsewhere)


def element(name: str, at: tuple[Sentence, ...], options: tuple[Bounds | None, ...]) -> Stated:
    """One element's amount, which it may itself leave open."""
    different = tuple(dict.fromkeys(options))
    return Stated(different, Ground(name, at), (Ground(name, at, None, "or"),) if len(different) > 1 else ())


_ALIKE: Mapping[Fit, Truth] = MappingProxyType({"yes": YES, "no": NO, "partly": UNSURE, "silent": UNSURE})


def alike(one: Bounds, asked: Bounds) -> Truth:
    """Whether a model's amount is the one that a claim names. A number of the claim without a unit is in the model's own.

    What cannot be compared, such as times a week and days a week, speaks neither for a claim nor against it.

    >>> sorted(alike(Bounds(min=18, unit="year"), Bounds(min=18))), sorted(alike(Bounds(min=18), Bounds(min=18, unit="year")))
    ([True], [False, True])
    """
    return _ALIKE[same(one, in_measure_of(asked, one))]


def comparable(one: Bounds, asked: Bounds) -> bool:
    """Whether two amounts, where both give numbers, can be held against each other."""
    numberless = one.interval() is None or asked.interval() is None
    return numberless or same(one, in_measure_of(asked, one)) != "silent"


def states(amounts: Sequence[Stated], asked: Bounds) -> Truth:
    """Whether a model that states these amounts states the one that is asked for."""
    each = [frozenset(truth for option in one.options for truth in (alike(option, asked) if option is not None else NO)) for one in amounts]
    if any(truth == YES for truth in each):
        return YES
    return UNSURE if any(True in truth for truth in each) else NO


def states_throughout(amounts: Sequence[Stated], asked: Sequence[Bounds]) -> Truth:
    """Whether each of these amounts is one of those that are asked for: no where there is none."""
    each = [
        {at_least([alike(option, one) for one in asked], 1) if option is not None else None for option in amount.options}
        for amount in amounts
    ]
    can = all(any(truth is None or True in truth for truth in truths) for truths in each)
    can = can and any(truth is not None and True in truth for truths in each for truth in truths)
    fails = any(truth is not None and False in truth for truths in each for truth in truths) or all(None in truths for truths in each)
    return frozenset(outcome for outcome, possible in ((True, can), (False, fails)) if possible)


def distinct(amounts: Sequence[Stated]) -> tuple[Stated, ...]:
    """Amounts without those that surely say the same as another."""
    found: list[Stated] = []
    for each in amounts:
        (first, *more) = each.options
        alone = first if not more else None
        if alone is None or not any(
            other.options == (option,) and alike(alone, option) == YES
            for other in found
            for option in other.options[:1]
            if option is not None
        ):
            found.append(each)
    return tuple(found)


def matched(wanted: Sequence[K], partners: Mapping[K, Collection[str]]) -> bool:
    """Whether each can have a partner of its own among those it could take (an augmenting-path matching).

    Not left to networkx: its Hopcroft-Karp calls itself once for each exchange, and gives up where a thousand must change partners.

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


def measure_of_sum(addends: Sequence[Stated], asked: Bounds) -> Measure | None:
    """What a sum of amounts counts: what the claim does, where they can be counted so; None where they cannot be added.

    A claim that gives no unit is in that of the amounts, if they are all in one.
    """
    measures = list(dict.fromkeys(Measure.of(option) for each in addends for option in each.options if option is not None))
    if asked.unit is None:
        return measures[0] if len(measures) == 1 else None
    return next((one for one in (Measure.of(asked), *measures[:1]) if all(each.factor(one) is not None for each in measures)), None)


def total(addends: Sequence[Stated], measure: Measure) -> Interval | None:
    """The sum of amounts in a measure that they all can be told in, from its least to its most; None where one of them has no number."""
    found = Interval(Fraction(0), Fraction(0))
    for each in addends:
        known = [interval for option in each.options if (interval := _in(measure, option)) is not None]
        if len(known) < len(each.options):
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


def _in(measure: Measure, option: Bounds | None) -> Interval | None:
    interval = option.interval() if option is not None else None
    factor = Measure.of(option).factor(measure) if option is not None else None
    return interval.times(factor) if interval is not None and factor is not None else None


def _outermost(bounds: Sequence[tuple[Fraction | None, bool]]) -> tuple[Fraction | None, bool]:
    """The lowest of several lower bounds, and whether it is open; no bound is lower than any."""
    known = [(bound, is_open) for bound, is_open in bounds if bound is not None]
    return min(known) if len(known) == len(bounds) else (None, False)
