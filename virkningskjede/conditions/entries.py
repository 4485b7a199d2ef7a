"""What a model says of open questions and of results."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.conditions.answer import Answer, Mark, Witness, one_element, strongest
from virkningskjede.conditions.condition import Condition, OpenQuestionAbout, ResultQuestion, TermQuestion
from virkningskjede.conditions.doses import hold_bounds
from virkningskjede.conditions.subject import Element, Subject
from virkningskjede.model import OpenQuestion, Result


def ask_open(condition: Condition, question: OpenQuestionAbout, subject: Subject) -> Answer:
    """The answer to ``open``: yes when an open question has the term, or is about a node that has it; silence otherwise."""
    return strongest(condition, _open(question.about, subject))


def _open(asked: TermQuestion, subject: Subject) -> Iterator[Witness]:
    elements = {element.id: element for element in subject.elements if element.id in subject.model.nodes}
    for entry in subject.model.open_questions.values():
        marks = [mark for reading in entry.readings() for mark in _asks_about(asked, reading, elements, subject)]
        yield from one_element(entry.id, subject.sentences_of(entry), marks)


def _asks_about(asked: TermQuestion, entry: OpenQuestion | None, elements: dict[str, Element], subject: Subject) -> tuple[Mark | None, ...]:
    """What an open question says in one reading: first as the nodes that it is about are coded, then in their other readings."""

    def has(terms: tuple[str, ...]) -> bool:
        return any(subject.fills(term, asked.term, exact=asked.exact) for term in terms)

    if entry is None:
        return (None,)
    if has(entry.term):
        return (Mark("yes"),)
    named = [elements[name] for ref in entry.about for name in ref.split(" -> ") if name in elements]
    readings = [[facts is not None and has(facts.term) for facts in element.readings] for element in named]
    coded = any(each[0] for each in readings)
    could_differ = not any(all(each) for each in readings) if coded else any(any(each) for each in readings)
    said = Mark("yes") if coded else None
    return (said, None if coded else Mark("yes")) if could_differ else (said,)


def ask_result(condition: Condition, question: ResultQuestion, subject: Subject) -> Answer:
    """The answer to ``result``: what the result nearest to yes says; silence when nothing was measured."""
    return strongest(condition, _results(question, subject))


def _results(question: ResultQuestion, subject: Subject) -> Iterator[Witness]:
    for entry in subject.model.results.values():
        marks = [_measured(question, reading) if reading is not None else None for reading in entry.readings()]
        yield from one_element(entry.id, subject.sentences_of(entry), marks)


def _measured(question: ResultQuestion, entry: Result) -> Mark | None:
    if entry.indicator != question.indicator:
        return None
    return Mark("yes") if question.value is None else hold_bounds(question.value, entry)
