"""What a model says of open questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from virkningskjede.model import OpenQuestion
from virkningskjede.model.values import ends_of
from virkningskjede.query.answer import Answer, FieldFit, Witness, one_element, strongest
from virkningskjede.query.condition import Condition
from virkningskjede.query.context import QueryContext
from virkningskjede.query.facts import Facts, Pointed, pointed, unsure_targets
from virkningskjede.query.questions import OpenQuestionAbout, TermQuestion


def ask_open(condition: Condition, question: OpenQuestionAbout, context: QueryContext) -> Answer:
    """The answer to ``open``: yes when an open question has the term, or is about a node that has it; silence otherwise."""
    return strongest(condition, _open(question.about, context))


def _open(question: TermQuestion, context: QueryContext) -> Iterator[Witness]:
    def matches(facts: Facts) -> bool:
        return any(context.fills(term, wanted, exact=question.exact) for term in facts.term for wanted in question.term)

    for entry in context.model.open_questions.values():
        targets = [_asks_about(reading, matches, context) for reading in entry.readings()]
        fits = [FieldFit("yes") if match else None for target in targets for match in target.readings]
        instead = unsure_targets((target.readings[0] for target in targets), targets)
        yield from one_element(entry.id, context.sentences_of(entry), fits, "or", instead)


def _asks_about(entry: OpenQuestion | None, matches: Callable[[Facts], bool], context: QueryContext) -> Pointed:
    """Whether an open question is about the thing in one reading of its own, in the readings of the nodes that it is about."""
    if entry is None:
        return Pointed((False,))
    if matches(Facts(("open_questions",), entry.term)):
        return Pointed((True,))
    named = (name for ref in entry.about for name in ends_of(ref) if name in context.model.nodes)
    return pointed((context.by_id[name] for name in named), matches)
