"""Claims about amounts: which ones models state, and what numbers come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from virkningskjede.analysis.claims.amounts import (
    Stated,
    amounts_of,
    comparable,
    distinct,
    element,
    matched,
    measure_of_sum,
    numbers,
    stated,
    states,
    states_throughout,
    total,
)
from virkningskjede.analysis.claims.formal_reading import FormalReading, Sum, Values
from virkningskjede.analysis.claims.groups import Members, members
from virkningskjede.analysis.claims.judged import Evidence, Judged, Why
from virkningskjede.analysis.claims.panel import FITS, Panel, Stance, settle
from virkningskjede.analysis.claims.truth import NO, UNSURE, YES, Truth, at_least
from virkningskjede.model.values import Bounds, Measured, fits, in_measure_of
from virkningskjede.query import QueryContext


def values(reading: FormalReading, asked: Values, panel: Panel, stance: Stance) -> Judged:
    """What amounts the models of a group state."""
    group = members(asked.over, panel.groups, panel.models)
    found = {name: tuple(stated(asked.of, panel.subject(name, stance.without))) for name in group.found}
    named = [name for name in asked.amounts if isinstance(name, str)]
    absent = tuple(name for name in named if name not in panel.models)
    group = group._replace(missing=max(group.missing, len(absent)), absent=tuple(dict.fromkeys((*group.absent, *absent))))
    # Nodes may each state an amount of their own. Results of one day are of the same thing: they count one by one, and all of them.
    one_by_one = asked.of.result is not None
    if named:
        truth = _named_amounts(asked, found, group)
    elif one_by_one:
        single = {f"{name} {each.ground.element}": (each,) for name, amounts in found.items() for each in distinct(amounts)}
        truth = _listed_amounts(asked, single, group)
    else:
        truth = _listed_amounts(asked, found, group)
    evidence = [_amount_evidence(name, amounts, asked) for name, amounts in found.items()]
    unlike = any(_unlike(amounts, _asked_of(name, asked)) for name, amounts in found.items())
    return settle(reading, truth, evidence, (group,), (), ("units",) if unlike else ())


def _asked_of(name: str, asked: Values) -> Sequence[Bounds]:
    """The amounts of a claim that one model's are held against: its own, or all of them where the claim does not say whose they are."""
    if any(isinstance(key, str) for key in asked.amounts):
        return [asked.amounts[name]] if name in asked.amounts else []
    return list(asked.amounts.values())


def _unlike(amounts: Sequence[Stated], asked: Sequence[Bounds]) -> bool:
    """Whether some of the amounts are in units that cannot be compared with those that are asked for."""
    options = [option for each in amounts for option in each.options if option is not None]
    return any(not comparable(option, amount) for option in options for amount in asked)


def _states_any(amounts: Sequence[Stated]) -> Truth:
    return YES if any(each.surely for each in amounts) else UNSURE if amounts else NO


def _amount_evidence(name: str, amounts: Sequence[Stated], asked: Values) -> Evidence:
    wanted: bool | None
    if name in asked.amounts:
        truth, wanted = _states(amounts, asked.amounts[name], asked), True
    elif any(isinstance(key, str) for key in asked.amounts):
        truth, wanted = _states_any(amounts), False if asked.are is not None else None
    else:
        listed = list(asked.amounts.values())
        whole = asked.of.result is not None and asked.are is not None
        truth = states_throughout(amounts, listed) if whole else at_least([states(amounts, amount) for amount in listed], 1)
        wanted = True if asked.are is not None and amounts else None
        if wanted and _states_any(amounts) == UNSURE:
            truth |= YES  # what may state nothing does not surely speak against the list
    doubts = tuple(ground for each in amounts for ground in each.doubts)
    grounds = tuple(each.ground for each in amounts if not each.doubts)
    named = tuple(dict.fromkeys(option for each in amounts for option in each.options if option is not None))
    return Evidence(name, truth, wanted, grounds, doubts, (), named)


def _states(amounts: Sequence[Stated], amount: Bounds, asked: Values) -> Truth:
    """Whether a model states this amount; of results all must say it, as in the question of a condition."""
    return states_throughout(amounts, [amount]) if asked.of.result is not None else states(amounts, amount)


def _named_amounts(asked: Values, found: Mapping[str, tuple[Stated, ...]], group: Members) -> Truth:
    truths = [_states(found.get(str(name), ()), amount, asked) for name, amount in asked.amounts.items() if name not in group.absent]
    if asked.are is not None:
        others = [amounts for name, amounts in found.items() if name not in asked.are]
        truths += [frozenset(not each for each in _states_any(amounts)) for amounts in others]
        truths += [UNSURE] * group.missing
    truths += [UNSURE] * sum(name in group.absent for name in asked.amounts)
    return at_least(truths, len(truths))


def _listed_amounts(asked: Values, found: Mapping[str, tuple[Stated, ...]], group: Members) -> Truth:
    """Whether each amount can be given to a model of its own that states it; and, for ``are``, each model that states one be given one."""
    keys = list(asked.amounts)
    fit = {(key, name): states(amounts, amount) for key, amount in asked.amounts.items() for name, amounts in found.items()}
    any_of = {name: _states_any(amounts) for name, amounts in found.items()}
    stand_ins = [f"missing {number}" for number in range(group.missing)]
    sure = {key: [name for name in found if fit[key, name] == YES] for key in keys}
    possible = {key: [*(name for name in found if True in fit[key, name]), *stand_ins] for key in keys}
    holds, can = matched(keys, sure), matched(keys, possible)
    if asked.are is not None:
        must = [name for name, truth in any_of.items() if truth == YES]
        can = can and matched(must, {name: [str(key) for key in keys if True in fit[key, name]] for name in must})
        sure_of_all = len(must) == len(keys) and not any(truth == UNSURE for truth in any_of.values()) and not group.missing
        holds = holds and sure_of_all
    return YES if holds else UNSURE if can else NO


def sum_up(reading: FormalReading, asked: Sum, panel: Panel, stance: Stance) -> Judged:
    """What numbers of one model come to."""
    if asked.in_ not in panel.models:
        return settle(reading, UNSURE, (), (Members((), 1, (asked.in_,)),))
    addends = tuple(_addends(asked, panel.subject(asked.in_, stance.without)))
    group = Members((asked.in_,))
    named = tuple(option for each in addends for option in each.options[:1] if option is not None)
    grounds, doubts = (tuple(each.ground for each in addends), tuple(ground for each in addends for ground in each.doubts))
    measure = measure_of_sum(addends, asked.is_)
    figure = total(addends, measure) if measure is not None and len(addends) == len(asked.of) else None
    if measure is None or figure is None:
        why: Why = "units" if measure is None and named else "no_number"
        return Judged(reading, "undecidable", (why,), (Evidence(asked.in_, UNSURE, None, grounds, (), (), named),), (group,))
    truth = FITS[fits(Measured(figure, measure), in_measure_of(asked.is_, *named[:1]))]
    evidence = Evidence(asked.in_, truth, True, grounds, doubts if truth == UNSURE else (), (), named)
    as_coded = total([each._replace(options=each.options[:1]) for each in addends], measure)
    inexact = truth == UNSURE and as_coded is not None and (as_coded.low is None or as_coded.low != as_coded.high)
    return replace(settle(reading, truth, (evidence,), (group,), (figure,), ("inexact",) if inexact else ()), measure=measure)


def _addends(asked: Sum, subject: QueryContext) -> Iterator[Stated]:
    """The amounts to add; one that is not there, or rests only on what proves nothing, is left out."""
    for name in asked.of:
        result = subject.model.results.get(name)
        if asked.dose is None and result is not None:
            yield element(name, subject.sentences_of(result), numbers(result, subject))
        elif asked.dose is not None and name in subject.model.nodes:
            yield amounts_of(name, asked.dose, subject)
