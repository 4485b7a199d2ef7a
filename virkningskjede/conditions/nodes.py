"""What the elements of a model say to a question about a node.

Every field of the question must hold of one and the same element. A field that names another thing (another term, actor, level)
keeps the element out altogether; a field of degree (status, dose, somebody who only *may* take part) lowers what it says. An element
says the least of what its fields say; several elements combine by the greatest.
"""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.conditions.answer import Answer, Mark, Witness, one_element, order, strongest
from virkningskjede.conditions.condition import Condition, NodeQuestion
from virkningskjede.conditions.doses import hold_dose
from virkningskjede.conditions.subject import Element, Facts, Subject
from virkningskjede.model import Who
from virkningskjede.values import Status, rank
from virkningskjede.vocabulary import Column, Comparison

NEVER_FILL = "outcomes"
"""An aim never fills a column of a table of measures, whatever the table says."""


def ask_node(condition: Condition, question: NodeQuestion, subject: Subject) -> Answer:
    """The answer to ``node``: the strongest of the elements that come into it; silence when none does."""
    return strongest(condition, witnesses(question, subject))


def witnesses(question: NodeQuestion, subject: Subject) -> Iterator[Witness]:
    """What each element that comes into the question, as coded or in another reading, says to it."""
    judge = _Judge(question, subject)
    for element in subject.elements:
        yield from judge.hear(element)


class _Judge:
    """Holds elements against one question."""

    def __init__(self, question: NodeQuestion, subject: Subject) -> None:
        self.question = question
        self.subject = subject
        self.column = _find_column(question.column, subject) if question.column else None

    def hear(self, element: Element) -> Iterator[Witness]:
        """What an element says in its readings; nothing when it comes into the question in none of them."""
        marks = [mark for facts in element.readings for mark in self._marks(facts)]
        return one_element(element.id, element.at, marks, element.doubt or "debatable")

    def _marks(self, facts: Facts | None) -> tuple[Mark | None, ...]:
        """What the element says in this reading, first as it is coded; None where it does not come into the question."""
        if facts is None or not self._is_the_thing(facts):
            return (None,)
        marks = [_progress(facts.status, self.question.status)]
        if self.question.who:
            part = _takes_part(self.question.who, facts.who, self.subject)
            if part is None:
                return (None,)
            marks.append(part)
        if self.question.dose is not None:
            marks.extend(hold_dose(self.question.dose, facts.dose, self.subject))
        weakest = min(marks, key=lambda each: order(each.said))
        mark = weakest._replace(at=tuple(place for each in marks for place in each.at))
        return (None, mark) if self._is_debatable(facts) else (mark,)

    def _is_the_thing(self, facts: Facts) -> bool:
        asked = self.question
        done_for = facts.who.for_ if facts.who else ()
        return (
            (asked.stage is None or asked.stage in facts.stages)
            and (asked.level is None or asked.level == facts.level)
            and (asked.term is None or any(self.subject.fills(term, asked.term, exact=asked.exact) for term in facts.term))
            and all(when in facts.when for when in asked.when)
            and all(any(self.subject.fills_actor(actor, wanted) for actor in done_for) for wanted in asked.for_)
            and self._fills_column(facts)
        )

    def _fills_column(self, facts: Facts) -> bool:
        if self.question.column is None:
            return facts.stages != ("open_questions",)
        if self.column is None:
            return False
        table, column = self.column
        allowed = any(stage in table.stages and stage != NEVER_FILL for stage in facts.stages)
        return allowed and self._has_any(facts, (*column.counts, *column.debatable))

    def _is_debatable(self, facts: Facts) -> bool:
        return self.column is not None and not self._has_any(facts, self.column[1].counts)

    def _has_any(self, facts: Facts, wanted: tuple[str, ...]) -> bool:
        return any(self.subject.fills(term, each) for term in facts.term for each in wanted)


def _find_column(name: str, subject: Subject) -> tuple[Comparison, Column] | None:
    """The column in the first table, by id, that has it."""
    for table in sorted(subject.comparisons):
        column = subject.comparisons[table].columns.get(name)
        if column is not None:
            return subject.comparisons[table], column
    return None


def _progress(status: Status | None, asked: Status | None) -> Mark:
    """How far the element has come, against how far is asked for.

    Where nothing is asked, what is described counts, whatever its status, unless it is only considered or was dropped. Where a
    status is asked, an element without one is silent. What is only considered may still be planned, so to that question it is
    *partly*; that it is not in use, the text does say.
    """
    if status == "dropped":
        return Mark("yes") if asked == "dropped" else Mark("no", "dropped")
    if asked is None:
        return Mark("partly", "considered") if status == "considered" else Mark("yes")
    reached, wanted = rank(status), rank(asked)
    if reached is None:
        return Mark("silent")
    if wanted is None:
        return Mark("no", "not_so_far")
    if reached >= wanted:
        return Mark("yes")
    return Mark("partly", "considered") if wanted == rank("planned") else Mark("no", "not_so_far")


def _takes_part(wanted: tuple[str, ...], who: Who | None, subject: Subject) -> Mark | None:
    """Yes when all take part, partly when some of them only may; None when one of them has no part in it."""
    if who is None:
        return None

    def among(actors: tuple[str, ...]) -> bool:
        return all(any(subject.fills_actor(actor, each) for actor in actors) for each in wanted)

    sure = tuple(who.takes_part)
    if among(sure):
        return Mark("yes")
    return Mark("partly", "maybe") if among((*sure, *who.maybe)) else None
