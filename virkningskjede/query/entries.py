"""What a model says of open questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from virkningskjede.model import OpenQuestion
from virkningskjede.model.values import ends_of
from virkningskjede.query.answer import Answer, Mark, Witness, one_element, strongest
from virkningskjede.query.condition import Condition
from virkningskjede.query.facts import Facts, Pointed, pointed, unsure_elsewhere
from virkningskjede.query.questions import OpenQuestionAbout, TermQuestion
from virkningskjede.query.subject import Subject


def ask_open(condition: Condition, question: OpenQuestionAbout, subject: Subject) -> Answer:
    """The answer to ``open``: yes when an open question has the term, or is about a node that has it; silence otherwise."""
    return strongest(condition, _open(question.about, subject))


def _open(asked: TermQuestion, subject: Subject) -> Iterator[Witness]:
    def is_the_thing(facts: Facts) -> bool:
        return any(subject.fills(term, wanted, exact=asked.exact) for term in facts.term for wanted in asked.term)

    for entry in subject.model.open_questions.values():
        found = [_asks_about(reading, is_the_thing, subject) for reading in entry.readings()]
        marks = [Mark("yes") if said else None for each in found for said in each.readings]
        instead = unsure_elsewhere((each.readings[0] for each in found), found)
        yield from one_element(entry.id, subject.sentences_of(entry), marks, "or", instead)


def _asks_about(entry: OpenQuestion | None, is_the_thing: Callable[[Facts], bool], subject: Subject) -> Pointed:
    """Whether an open question is about the thing in one reading of its own, in the readings of the nodes that it is about."""
    if entry is None:
        return Pointed((False,))
    if is_the_thing(Facts(("open_questions",), entry.term)):
        return Pointed((True,))
    named = (name for ref in entry.about for name in ends_of(ref) if name in subject.model.nodes)
    return pointed((subject.by_id[name] for name in named), is_the_thing)
