"""A condition asked of a model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from virkningskjede.query.answer import Answer, combined, narrowed, negated, silence
from virkningskjede.query.arrows import ask_arrow
from virkningskjede.query.condition import Condition
from virkningskjede.query.context import QueryContext
from virkningskjede.query.doses import ask_whole
from virkningskjede.query.entries import ask_open
from virkningskjede.query.nodes import ask_node, comes_into, possible_together
from virkningskjede.query.people import ask_recruitment, ask_target
from virkningskjede.query.questions import ArrowQuestion, NodeQuestion
from virkningskjede.query.results import ask_result

ASK: Mapping[str, Callable[[Condition, Any, QueryContext], Answer]] = MappingProxyType(
    {
        "node": ask_node,
        "arrow": ask_arrow,
        "target": ask_target,
        "recruitment": ask_recruitment,
        "whole": ask_whole,
        "open": ask_open,
        "result": ask_result,
    }
)
"""Who answers each kind of condition that asks something itself."""


def evaluate(condition: Condition, context: QueryContext) -> Answer:
    """Ask a model a condition.

    Args:
        condition: what is asked.
        context: the model and what its words refer to.

    Returns:
        The answer as the model is coded, the answers that are possible when unsure codes are read otherwise, and the elements and
        sentences that decided. A model that says nothing about it answers ``silent``.

    >>> from virkningskjede.model import LogicModel
    >>> model = LogicModel(id="m", activities={"a": {"label": "A", "term": "samlokalisering", "status": "considered", "at": "r#2:4"}})
    >>> answer = evaluate(Condition.model_validate({"node": {"term": "samlokalisering"}}), QueryContext(model))
    >>> answer.coded, answer.grounds[0].element, answer.grounds[0].at, answer.grounds[0].limit
    ('partly', 'a', ('r#2:4',), 'considered')
    """
    kind, question = condition.form
    put_together_of = condition.parts
    if not put_together_of:
        return ASK[kind](condition, question, context)
    if isinstance(question, NodeQuestion | ArrowQuestion) and not comes_into(question, context):
        return silence(condition)
    parts = [evaluate(part, context) for part in put_together_of]
    if kind == "not":
        return negated(condition, parts[0])
    answer = combined(condition, parts, len(parts) if kind == "all" else question.n if kind == "at_least" else 1)
    if len(answer.possible) > 1 and isinstance(question, ArrowQuestion):
        # An end that could be read as one term of the list or as another is one of them in every reading. Asked at once, that is known.
        return narrowed(answer, ask_arrow(condition, question, context).possible)
    if len(answer.possible) > 1 and (questions := _any_of_these(condition)):
        return narrowed(answer, possible_together(questions, context))
    return answer


def _any_of_these(condition: Condition) -> Sequence[NodeQuestion]:
    """The questions about nodes of which one is enough; none where the condition is another, or one of them is.

    Nor where one asks for a column: what fills it may be the template's, beside the model's own elements.
    """
    kind, question = condition.form
    if isinstance(question, NodeQuestion):
        return [part.node for part in condition.parts or (condition,) if part.node is not None] if question.column is None else ()
    parts = [_any_of_these(part) for part in condition.parts] if kind == "any" else []
    return [alternative for part in parts for alternative in part] if all(parts) else ()
