"""Claims about amounts: which ones models state, and what numbers come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from virkningskjede.conditions import Ground, Subject
from virkningskjede.statements.amounts import Stated, matched, stated, states, total, units
from virkningskjede.statements.formal_reading import FormalReading, Sum, Values
from virkningskjede.statements.groups import Members, members
from virkningskjede.statements.judged import Evidence, Judged
from virkningskjede.statements.panel import FITS, Panel, Stance, settle
from virkningskjede.statements.truth import NO, UNSURE, YES, Truth, at_least
from virkningskjede.values import fits


def values(reading: FormalReading, asked: Values, panel: Panel, stance: Stance) -> Judged:
    """What amounts the models of a group state."""
    group = members(asked.over, panel.groups, panel.models)
    found = {name: tuple(stated(asked.of, panel.subject(name, stance.without))) for name in group.found}
    named = [name for name in asked.amounts if isinstance(name, str)]
    absent = tuple(name for name in named if name not in panel.models)
    group = group._replace(missing=max(group.missing, len(absent)), absent=tuple(dict.fromkeys((*group.absent, *absent))))
    truth = _named_amounts(asked, found, group) if named else _listed_amounts(asked, found, group)
    evidence = [_amount_evidence(name, amounts, asked) for name, amounts in found.items()]
    return settle(reading, truth, evidence, (group,))


def _states_any(amounts: Sequence[Stated]) -> Truth:
    return YES if any(each.surely for each in amounts) else UNSURE if amounts else NO


def _amount_evidence(name: str, amounts: Sequence[Stated], asked: Values) -> Evidence:
    wanted: bool | None
    if name in asked.amounts:
        truth, wanted = states(amounts, asked.amounts[name]), True
    elif any(isinstance(key, str) for key in asked.amounts):
        truth, wanted = _states_any(amounts), False if asked.are is not None else None
    else:
        truth = at_least([states(amounts, amount) for amount in asked.amounts.values()], 1)
        wanted = True if asked.are is not None and amounts else None
    doubts = tuple(each.ground for each in amounts if each.ground.doubt)
    grounds = tuple(each.ground for each in amounts if not each.ground.doubt)
    numbers = tuple(dict.fromkeys(option for each in amounts for option in each.options if option is not None))
    return Evidence(name, truth, wanted, grounds, doubts, (), numbers)


def _named_amounts(asked: Values, found: Mapping[str, tuple[Stated, ...]], group: Members) -> Truth:
    truths = [states(found.get(str(name), ()), amount) for name, amount in asked.amounts.items() if name not in group.absent]
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
    numbers = tuple(option for each in addends for option in each.options[:1] if option is not None)
    figure = total(addends) if len(addends) == len(asked.of) else None
    if figure is None or len(units(addends)) > 1 or asked.is_.unit not in (None, *units(addends)):
        evidence = Evidence(asked.in_, UNSURE, None, tuple(each.ground for each in addends), (), (), numbers)
        return Judged(reading, "undecidable", ("no_number",), (evidence,), (group,))
    truth = FITS[fits(figure, asked.is_)]
    evidence = Evidence(asked.in_, truth, True, tuple(each.ground for each in addends), (), (), numbers)
    return settle(reading, truth, (evidence,), (group,), (figure,))


def _addends(asked: Sum, subject: Subject) -> Iterator[Stated]:
    """The amounts to add; one that is not there, or rests only on what proves nothing, is left out."""
    for name in asked.of:
        result, node = subject.model.results.get(name), subject.model.nodes.get(name)
        if asked.dose is None and result is not None:
            yield Stated(tuple(dict.fromkeys(result.readings())), Ground(name, subject.sentences_of(result)))
        elif asked.dose is not None and node is not None:
            doses = [reading.dose if reading is not None else None for reading in node.readings()]
            amounts = tuple(getattr(dose, asked.dose, None) for dose in doses)
            yield Stated(tuple(dict.fromkeys(amounts)), Ground(name, subject.sentences_of(node)))
