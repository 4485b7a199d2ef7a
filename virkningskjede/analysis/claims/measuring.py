"""Claims about amounts: which ones models state, and what numbers come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from virkningskjede.analysis.claims.amounts import (
    StatedAmount,
    amounts_of,
    comparable,
    distinct,
    element,
    matched,
    measure_of_sum,
    numbers,
    stated_amounts,
    states,
    states_throughout,
    total,
)
from virkningskjede.analysis.claims.formal_reading import FormalReading, Sum, Values
from virkningskjede.analysis.claims.groups import Members, members
from virkningskjede.analysis.claims.judged import ClaimEvidence, JudgedReading, Why
from virkningskjede.analysis.claims.panel import FITS, Panel, Stance, settle
from virkningskjede.analysis.claims.truth import NO, UNSURE, YES, Truth, at_least
from virkningskjede.model.values import Bounds, Measured, fits, in_measure_of
from virkningskjede.query import QueryContext


def values(reading: FormalReading, question: Values, panel: Panel, stance: Stance) -> JudgedReading:
    """What amounts the models of a group state."""
    group = members(question.over, panel.groups, panel.models)
    by_model = {name: tuple(stated_amounts(question.of, panel.context(name, stance))) for name in group.present}
    named = [name for name in question.amounts if isinstance(name, str)]
    absent = tuple(name for name in named if name not in panel.models)
    group = group._replace(missing=max(group.missing, len(absent)), absent=tuple(dict.fromkeys((*group.absent, *absent))))
    # Nodes may each state an amount of their own. Results of one day are of the same thing: they count one by one, and all of them.
    one_by_one = question.of.result is not None
    if named:
        truth = _named_amounts(question, by_model, group)
    elif one_by_one:
        single = {f"{name} {amount.ground.element}": (amount,) for name, amounts in by_model.items() for amount in distinct(amounts)}
        truth = _listed_amounts(question, single, group)
    else:
        truth = _listed_amounts(question, by_model, group)
    evidence = [_amount_evidence(name, amounts, question) for name, amounts in by_model.items()]
    unlike = any(_unlike(amounts, _claimed_of(name, question)) for name, amounts in by_model.items())
    return settle(reading, truth, evidence, (group,), (), ("units",) if unlike else ())


def _claimed_of(name: str, question: Values) -> Sequence[Bounds]:
    """The amounts of a claim that one model's are held against: its own, or all of them where the claim does not say whose they are."""
    if any(isinstance(key, str) for key in question.amounts):
        return [question.amounts[name]] if name in question.amounts else []
    return list(question.amounts.values())


def _unlike(amounts: Sequence[StatedAmount], claimed: Sequence[Bounds]) -> bool:
    """Whether some of the amounts are in units that cannot be compared with those that are asked for."""
    options = [option for amount in amounts for option in amount.options if option is not None]
    return any(not comparable(option, amount) for option in options for amount in claimed)


def _states_any(amounts: Sequence[StatedAmount]) -> Truth:
    return YES if any(amount.surely for amount in amounts) else UNSURE if amounts else NO


def _amount_evidence(name: str, amounts: Sequence[StatedAmount], question: Values) -> ClaimEvidence:
    wanted: bool | None
    if name in question.amounts:
        truth, wanted = _states(amounts, question.amounts[name], question), True
    elif any(isinstance(key, str) for key in question.amounts):
        truth, wanted = _states_any(amounts), False if question.are is not None else None
    else:
        listed = list(question.amounts.values())
        whole = question.of.result is not None and question.are is not None
        truth = states_throughout(amounts, listed) if whole else at_least([states(amounts, amount) for amount in listed], 1)
        wanted = True if question.are is not None and amounts else None
        if wanted and _states_any(amounts) == UNSURE:
            truth |= YES  # what may state nothing does not surely speak against the list
    doubts = tuple(ground for amount in amounts for ground in amount.doubts)
    grounds = tuple(amount.ground for amount in amounts if not amount.doubts)
    named = tuple(dict.fromkeys(option for amount in amounts for option in amount.options if option is not None))
    return ClaimEvidence(name, truth, wanted, grounds, doubts, (), named)


def _states(amounts: Sequence[StatedAmount], amount: Bounds, question: Values) -> Truth:
    """Whether a model states this amount; of results all must say it, as in the question of a condition."""
    return states_throughout(amounts, [amount]) if question.of.result is not None else states(amounts, amount)


def _named_amounts(question: Values, by_model: Mapping[str, tuple[StatedAmount, ...]], group: Members) -> Truth:
    truths = [
        _states(by_model.get(str(name), ()), amount, question) for name, amount in question.amounts.items() if name not in group.absent
    ]
    if question.are is not None:
        others = [amounts for name, amounts in by_model.items() if name not in question.are]
        truths += [frozenset(not outcome for outcome in _states_any(amounts)) for amounts in others]
        truths += [UNSURE] * group.missing
    truths += [UNSURE] * sum(name in group.absent for name in question.amounts)
    return at_least(truths, len(truths))


def _listed_amounts(question: Values, by_model: Mapping[str, tuple[StatedAmount, ...]], group: Members) -> Truth:
    """Whether each amount can be given to a model of its own that states it; and, for ``are``, each model that states one be given one."""
    keys = list(question.amounts)
    fit = {(key, name): states(amounts, amount) for key, amount in question.amounts.items() for name, amounts in by_model.items()}
    any_of = {name: _states_any(amounts) for name, amounts in by_model.items()}
    stand_ins = [f"missing {number}" for number in range(group.missing)]
    sure = {key: [name for name in by_model if fit[key, name] == YES] for key in keys}
    possible = {key: [*(name for name in by_model if True in fit[key, name]), *stand_ins] for key in keys}
    holds, can = matched(keys, sure), matched(keys, possible)
    if question.are is not None:
        must = [name for name, truth in any_of.items() if truth == YES]
        can = can and matched(must, {name: [str(key) for key in keys if True in fit[key, name]] for name in must})
        sure_of_all = len(must) == len(keys) and not any(truth == UNSURE for truth in any_of.values()) and not group.missing
        holds = holds and sure_of_all
    return YES if holds else UNSURE if can else NO


def sum_up(reading: FormalReading, question: Sum, panel: Panel, stance: Stance) -> JudgedReading:
    """What numbers of one model come to."""
    if question.in_ not in panel.models:
        return settle(reading, UNSURE, (), (Members((), 1, (question.in_,)),))
    addends = tuple(_addends(question, panel.context(question.in_, stance)))
    group = Members((question.in_,))
    named = tuple(option for addend in addends for option in addend.options[:1] if option is not None)
    grounds, doubts = (tuple(addend.ground for addend in addends), tuple(ground for addend in addends for ground in addend.doubts))
    measure = measure_of_sum(addends, question.is_)
    figure = total(addends, measure) if measure is not None and len(addends) == len(question.of) else None
    if measure is None or figure is None:
        why: Why = "units" if measure is None and named else "no_number"
        return JudgedReading(reading, "undecidable", (why,), (ClaimEvidence(question.in_, UNSURE, None, grounds, (), (), named),), (group,))
    truth = FITS[fits(Measured(figure, measure), in_measure_of(question.is_, *named[:1]))]
    evidence = ClaimEvidence(question.in_, truth, True, grounds, doubts if truth == UNSURE else (), (), named)
    as_coded = total([addend._replace(options=addend.options[:1]) for addend in addends], measure)
    inexact = truth == UNSURE and as_coded is not None and (as_coded.low is None or as_coded.low != as_coded.high)
    return replace(settle(reading, truth, (evidence,), (group,), (figure,), ("inexact",) if inexact else ()), measure=measure)


def _addends(question: Sum, context: QueryContext) -> Iterator[StatedAmount]:
    """The amounts to add; one that is not there, or rests only on what proves nothing, is left out."""
    for name in question.of:
        result = context.model.results.get(name)
        if question.dose is None and result is not None:
            yield element(name, context.sentences_of(result), numbers(result, context))
        elif question.dose is not None and name in context.model.nodes:
            yield amounts_of(name, question.dose, context)
