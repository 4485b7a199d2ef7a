"""The ways to say what models have in common: terms, arrows, status, or the columns of a comparison."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from virkningskjede.analysis.grouping.holdings import Choice, Holding, HoldingItem, Part, part_of
from virkningskjede.model import Link
from virkningskjede.model.codebook import Column, Comparison
from virkningskjede.model.values import NOT_THERE, PROGRESS, STAGES, Sign, Status, copy_with
from virkningskjede.query import QueryContext
from virkningskjede.query.columns import NOTHING, filling, fills_any
from virkningskjede.query.facts import CodedElement, Facts

WEIGHTS: Mapping[Status | None, int] = MappingProxyType(
    {None: 1, "considered": 1, "needed": 2, "planned": 2, "started": 3, "in_use": 4, "completed": 4, "dropped": 0, "not_part": 0}
)
"""What a term weighs by how far it has come. What is told without a status weighs as little as what is considered."""

_DONE = ("inputs", "activities", "outputs")
"""The stages that have a status."""


def by_terms(context: QueryContext) -> Iterator[Part]:
    """The terms of the chain's nodes, each with every broader term; a term that is an aim (outcome) is another thing than a measure."""
    for element in context.elements:
        yield _of(element, context, lambda facts: _terms(facts, context))


def by_arrows(context: QueryContext) -> Iterator[Part]:
    """The terms as in `by_terms`, and for each arrow every pair of a term that it leaves and a term that it enters."""
    yield from by_terms(context)
    for link in context.model.links():
        yield _arrow(link, context.by_id, context)


def by_status(context: QueryContext) -> Iterator[Part]:
    """The terms of inputs, activities and outputs, as many times as they weigh by status.

    The share of such items that two models have in common is the weighted similarity: the sum of the lesser weights over the sum of
    the greater ones.
    """
    for element in context.elements:
        yield _of(element, context, lambda facts: _weighed(facts, context))


WAYS: Mapping[str, Callable[[QueryContext], Iterator[Part]]] = MappingProxyType(
    {"terms": by_terms, "arrows": by_arrows, "status": by_status}
)
"""The ways that need no comparison."""


def holding(context: QueryContext, by: str | Comparison) -> Holding:
    """What a model holds, in one of `WAYS` or by the columns of a comparison."""
    return Holding.of(by_columns(context, by) if isinstance(by, Comparison) else WAYS[by](context))


def by_columns(context: QueryContext, comparison: Comparison) -> Iterator[Part]:
    """The columns that a model fills. What only its template says is not its own, and to deny something is not to have it."""
    for name, column in comparison.columns.items():
        stages = comparison.stages_of(column)
        for element in context.entries:
            if any(facts is not None and _at(facts, stages) for facts in element.readings):
                yield from _filling(name, column, element, comparison, context)


def reached(context: QueryContext, status: Status) -> Holding:
    """Whether an activity or output has come as far as this, as one item."""
    wanted = PROGRESS[PROGRESS.index(status) :]

    def gives(facts: Facts | None) -> list[HoldingItem]:
        return [("reached", status)] if facts is not None and facts.status in wanted and _at(facts, ("activities", "outputs")) else []

    return Holding.of(_of(element, context, gives) for element in context.elements)


def _of(element: CodedElement, context: QueryContext, gives: Callable[[Facts | None], Iterable[HoldingItem]]) -> Part:
    """What an entry gives in each of its readings."""
    return part_of([_choice(context, element)], lambda decisions: gives(element.readings[decisions[0]]))


def _choice(context: QueryContext, element: CodedElement) -> tuple[Choice, int]:
    return (context.model.id, element.id), len(element.readings)


def _at(facts: Facts, stages: Collection[str]) -> bool:
    return not set(facts.stages).isdisjoint(stages)


def _kind(facts: Facts) -> str:
    return ("unwanted" if facts.unwanted else "aim") if set(facts.stages) <= {"outcomes"} else "term"


def _upwards(facts: Facts, context: QueryContext) -> dict[str, None]:
    """The terms, each followed by every broader one."""
    wider = context.vocabulary.wider_term if context.vocabulary is not None else lambda _: frozenset()
    return dict.fromkeys(name for term in facts.term for name in (term, *sorted(wider(term))))


def _terms(facts: Facts | None, context: QueryContext) -> list[HoldingItem]:
    if facts is None or facts.status in NOT_THERE or not _at(facts, STAGES):
        return []
    return [(_kind(facts), term) for term in _upwards(facts, context)]


def _weighed(facts: Facts | None, context: QueryContext) -> list[HoldingItem]:
    if facts is None or not _at(facts, _DONE):
        return []
    return [("term", term, str(step)) for term in _upwards(facts, context) for step in range(1, WEIGHTS[facts.status] + 1)]


def _arrow(link: Link, elements: Mapping[str, CodedElement], context: QueryContext) -> Part:
    ends: list[str | None] = [link.to, *(None if patch.absent else patch.changes.get("to", link.to) for patch in link.or_)]
    signs: list[Sign | None] = [link.sign, *(patch.changes.get("sign", link.sign) for patch in link.or_)]
    targets = list(dict.fromkeys(end for end in ends if end is not None and end in elements))
    nodes = [elements[name] for name in (link.source, *targets)]

    def gives(decisions: tuple[int, ...]) -> list[HoldingItem]:
        source, to, sign = nodes[0].readings[decisions[1]], ends[decisions[0]], signs[decisions[0]]
        if to is None or to not in elements:
            return []
        target = elements[to].readings[decisions[2 + targets.index(to)]]
        pairs = itertools.product(_terms(source, context), _terms(target, context))
        return [("arrow", one[1], *other, *([sign] if sign else [])) for one, other in pairs]

    return part_of([((context.model.id, link.arrow), len(ends)), *(_choice(context, node) for node in nodes)], gives)


def _filling(name: str, column: Column, element: CodedElement, comparison: Comparison, context: QueryContext) -> Iterator[Part]:
    """An entry under a column. What the column calls debatable is decided once for all models, for that is the table's own doubt."""
    firm = _answers(column, element, comparison, context)
    loose = {
        term: _answers(copy_with(column, {"counts": (term,)}), element, comparison, context)
        for term in column.debatable
        if any(facts is not None and fills_any(facts.term, [term], context.fills) for facts in element.readings)
    }
    if all(answer == "no" for answers in (firm, *loose.values()) for answer in answers):
        return  # most entries fill none of the columns, however they are read
    maybe = any("maybe" in answers for answers in (firm, *loose.values()))

    def gives(decisions: tuple[int, ...]) -> list[HoldingItem]:
        reading, agreed, *accepted = decisions
        answers = [firm[reading], *(answers[reading] for answers, yes in zip(loose.values(), accepted, strict=True) if yes)]
        return [("column", name)] if "yes" in answers or (agreed and "maybe" in answers) else []

    on = [
        _choice(context, element),
        ((context.model.id, element.id, "maybe"), 2 if maybe else 1),
        *((("", comparison.id, name, term), 2) for term in loose),
    ]
    yield part_of(on, gives)


def _answers(column: Column, element: CodedElement, comparison: Comparison, context: QueryContext) -> list[Literal["yes", "maybe", "no"]]:
    """For each reading of an entry: whether it fills a column firmly, or if somebody who only may take part does."""
    answers: list[Literal["yes", "maybe", "no"]] = []
    for facts in element.readings:
        filled = NOTHING if facts is None else filling(column, frozenset(comparison.stages_of(column)), facts, context)
        gone = facts is not None and facts.status in NOT_THERE
        answers.append("no" if gone or filled.presence != "yes" or filled.doubt == "debatable" else "maybe" if filled.doubt else "yes")
    return answers
