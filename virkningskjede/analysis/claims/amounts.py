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


class StatedAmount(NamedTuple):
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


def stated_amounts(of: Quantity, context: QueryContext) -> Iterator[StatedAmount]:
    """The amounts that a model states of something. What states none in any reading is left out."""
    for amount in _stated(of, context):
        if any(option is not None for option in amount.options):
            yield amount


def _stated(of: Quantity, context: QueryContext) -> Iterator[StatedAmount]:
    model = context.model
    if of.target is not None:
        for limit in model.target_group.values():
            limits = tuple(getattr(reading, of.target) if reading is not None else None for reading in limit.readings())
            yield element(limit.id, context.sentences_of(limit), limits)
    elif of.result is not None:
        for result in latest(of.result, context):
            yield StatedAmount(result.readings, Ground(result.id, result.at), result.doubts)
    elif of.whole is not None:
        if model.dose is not None:
            yield element("whole", sentences(model.dose.at, model.source), (getattr(model.dose, of.whole),))
    elif of.node is not None and of.dose is not None:
        for witness in witnesses(of.node, context):
            yield _of_node(witness, of.dose, context)


def numbers(result: Result, context: QueryContext) -> tuple[Bounds | None, ...]:
    """What a result says in each of its readings, in its unit; None where it is not there."""
    return tuple(with_unit(reading, context.model, context.vocabulary) if reading is not None else None for reading in result.readings())


def _of_node(witness: Witness, dimension: Dimension, context: QueryContext) -> StatedAmount:
    """What a node states that comes into the question, perhaps not surely: then it may state nothing that counts."""
    ground = witness.ground
    amount = amounts_of(ground.element, dimension, context)
    unsure = witness.possible != {"yes"}
    options = tuple(dict.fromkeys((*amount.options, None))) if unsure else amount.options
    return StatedAmount(options, Ground(ground.element, ground.at, ground.limit), tuple(dict.fromkeys((*witness.doubts, *amount.doubts))))


def amounts_of(name: str, dimension: Dimension, context: QueryContext) -> StatedAmount:
    """What a node states of a dimension, with "as much as that one" followed."""
    node = context.by_id.get(name)
    readings = node.readings if node is not None else ()
    doses = [followed(dimension, reading.dose if reading is not None else None, context) for reading in readings]
    own = element(name, node.at if node is not None else (), tuple(dose.coded for dose in doses))
    elsewhere = tuple(ground for dose in doses for ground in dose.unsure)
    return StatedAmount(
        tuple(dict.fromkeys(option.amount for dose in doses for option in dose.options)), own.ground, own.doubts or elsewhere
    )


def element(name: str, at: tuple[Sentence, ...], options: tuple[Bounds | None, ...]) -> StatedAmount:
    """One element's amount, which it may itself leave open."""
    different = tuple(dict.fromkeys(options))
    return StatedAmount(different, Ground(name, at), (Ground(name, at, None, "or"),) if len(different) > 1 else ())


_ALIKE: Mapping[Fit, Truth] = MappingProxyType({"yes": YES, "no": NO, "partly": UNSURE, "silent": UNSURE})


def alike(amount: Bounds, claimed: Bounds) -> Truth:
    """Whether a model's amount is the one that a claim names. A number of the claim without a unit is in the model's own.

    What cannot be compared, such as times a week and days a week, speaks neither for a claim nor against it.

    >>> sorted(alike(Bounds(min=18, unit="year"), Bounds(min=18))), sorted(alike(Bounds(min=18), Bounds(min=18, unit="year")))
    ([True], [False, True])
    """
    return _ALIKE[same(amount, in_measure_of(claimed, amount))]


def comparable(amount: Bounds, claimed: Bounds) -> bool:
    """Whether two amounts, where both give numbers, can be held against each other."""
    numberless = amount.interval() is None or claimed.interval() is None
    return numberless or same(amount, in_measure_of(claimed, amount)) != "silent"


def states(amounts: Sequence[StatedAmount], claimed: Bounds) -> Truth:
    """Whether a model that states these amounts states the one that is asked for."""
    truths = [
        frozenset(truth for option in amount.options for truth in (alike(option, claimed) if option is not None else NO))
        for amount in amounts
    ]
    if any(truth == YES for truth in truths):
        return YES
    return UNSURE if any(True in truth for truth in truths) else NO


def states_throughout(amounts: Sequence[StatedAmount], claimed: Sequence[Bounds]) -> Truth:
    """Whether each of these amounts is one of those that are asked for: no where there is none."""
    by_amount = [
        {at_least([alike(option, bounds) for bounds in claimed], 1) if option is not None else None for option in amount.options}
        for amount in amounts
    ]
    can = all(any(truth is None or True in truth for truth in truths) for truths in by_amount)
    can = can and any(truth is not None and True in truth for truths in by_amount for truth in truths)
    fails = any(truth is not None and False in truth for truths in by_amount for truth in truths) or all(
        None in truths for truths in by_amount
    )
    return frozenset(outcome for outcome, possible in ((True, can), (False, fails)) if possible)


def distinct(amounts: Sequence[StatedAmount]) -> tuple[StatedAmount, ...]:
    """Amounts without those that surely say the same as another."""
    kept: list[StatedAmount] = []
    for amount in amounts:
        (first, *more) = amount.options
        alone = first if not more else None
        if alone is None or not any(
            earlier.options == (option,) and alike(alone, option) == YES
            for earlier in kept
            for option in earlier.options[:1]
            if option is not None
        ):
            kept.append(amount)
    return tuple(kept)


def matched(wanted: Sequence[K], partners: Mapping[K, Collection[str]]) -> bool:
    """Whether each can have a partner of its own among those it could take (an augmenting-path matching).

    Not left to networkx: its Hopcroft-Karp calls itself once for each exchange, and gives up where a thousand must change partners.

    >>> matched(["a", "b"], {"a": ["x", "y"], "b": ["x"]}), matched(["a", "b"], {"a": ["x"], "b": ["x"]})
    (True, False)
    """
    holder: dict[str, K] = {}
    partner_of: dict[K, str] = {}
    for first in wanted:
        reached: dict[str, K] = {}
        seekers = [first]
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
                    partner_of[reached[step]], step = step, partner_of.get(reached[step])
                break
        if first not in partner_of:
            return False
    return True


def measure_of_sum(addends: Sequence[StatedAmount], claimed: Bounds) -> Measure | None:
    """What a sum of amounts counts: what the claim does, where they can be counted so; None where they cannot be added.

    A claim that gives no unit is in that of the amounts, if they are all in one.
    """
    measures = list(dict.fromkeys(Measure.of(option) for addend in addends for option in addend.options if option is not None))
    if any(one.apart(other) for one in measures for other in measures):
        return None
    if claimed.unit is None:
        return measures[0] if len(measures) == 1 else None
    candidates = (Measure.of(claimed), *measures[:1])
    return next((common for common in candidates if all(measure.factor(common) is not None for measure in measures)), None)


def total(addends: Sequence[StatedAmount], measure: Measure) -> Interval | None:
    """The sum of amounts in a measure that they all can be told in, from its least to its most; None where one of them has no number."""
    sum_so_far = Interval(Fraction(0), Fraction(0))
    for addend in addends:
        spans = [interval for option in addend.options if (interval := _in(measure, option)) is not None]
        if len(spans) < len(addend.options):
            return None
        low, low_open = _outermost([(span.low, span.low_open) for span in spans])
        high, high_open = _outermost([(None if span.high is None else -span.high, span.high_open) for span in spans])
        sum_so_far = Interval(
            None if sum_so_far.low is None or low is None else sum_so_far.low + low,
            None if sum_so_far.high is None or high is None else sum_so_far.high - high,
            sum_so_far.low_open or low_open,
            sum_so_far.high_open or high_open,
        )
    return sum_so_far


def _in(measure: Measure, option: Bounds | None) -> Interval | None:
    interval = option.interval() if option is not None else None
    factor = Measure.of(option).factor(measure) if option is not None else None
    return interval.times(factor) if interval is not None and factor is not None else None


def _outermost(bounds: Sequence[tuple[Fraction | None, bool]]) -> tuple[Fraction | None, bool]:
    """The lowest of several lower bounds, and whether it is open; no bound is lower than any."""
    finite = [(bound, is_open) for bound, is_open in bounds if bound is not None]
    return min(finite) if len(finite) == len(bounds) else (None, False)
