"""What the elements of a model say to a question about a node.

Every field of the question must hold of one and the same element. A field that names another thing (another term, actor, level)
keeps the element out altogether; a field of degree (status, dose, somebody who only *may* take part) lowers what it says. An element
says the least of what its fields say; several elements combine by the greatest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from virkningskjede.model.values import Status, rank
from virkningskjede.query.answer import (
    READINGS,
    Answer,
    Mark,
    Witness,
    nth_greatest,
    one_element,
    or_inherited,
    order,
    strongest,
)
from virkningskjede.query.columns import Filling, filling, fills_any, find_column
from virkningskjede.query.condition import Condition
from virkningskjede.query.doses import hold_dose
from virkningskjede.query.facts import Element, Facts, Pointed, pointed, unsure_elsewhere
from virkningskjede.query.people import takes_part
from virkningskjede.query.questions import NodeQuestion
from virkningskjede.query.subject import Subject

_FILLED = Filling("yes")
_SURE = Pointed((True,))


def ask_node(condition: Condition, question: NodeQuestion, subject: Subject) -> Answer:
    """The answer to ``node``: the strongest of the elements that come into it; silence when none does.

    Where a column is of the target group and the model is silent, what its template says may be meant or not.
    """
    own = strongest(condition, witnesses(question, subject))
    if question.column is None:
        return own
    return or_inherited(own, strongest(condition, _heard(subject.inherited, question, subject)))


def witnesses(question: NodeQuestion, subject: Subject) -> Iterator[Witness]:
    """What each element that comes into the question, as coded or in another reading, says to it."""
    return _heard(subject.entries if question.column else subject.elements, question, subject)


def _heard(elements: Iterable[Element], question: NodeQuestion, subject: Subject) -> Iterator[Witness]:
    judge = _Judge(question, subject)
    for element in elements:
        yield from judge.hear(element)


class _Judge:
    """Holds elements against one question."""

    def __init__(self, question: NodeQuestion, subject: Subject) -> None:
        self.question = question
        self.subject = subject
        self.column = find_column(question.column, subject.comparisons) if question.column else None

    def hear(self, element: Element) -> Iterator[Witness]:
        """What an element says in its readings; nothing when it comes into the question in none of them."""
        found = [self._marks(facts) for facts in element.readings]
        marks = [mark for each, _ in found for mark in each]
        if any(marks):  # most elements do not come into most questions
            instead = unsure_elsewhere((each[0] and each[0].said for each, _ in found), (at for _, at in found))
            yield from one_element(element.id, element.at, marks, element.doubt or "debatable", instead)

    def _marks(self, facts: Facts | None) -> tuple[tuple[Mark | None, ...], Pointed]:
        """What the element says in this reading, first as it is coded, and what it points at; None where it does not come into it."""
        nothing = ((None,), _SURE)
        if facts is None or not self._is_the_thing(facts):
            return nothing
        filled, addressed = self._fills_column(facts), self._addresses(facts)
        marks = [_of_column(filled), self._takes_part(facts)]
        if True not in addressed.readings or None in marks:
            return nothing
        said = [mark for mark in marks if mark is not None]
        said.append(self._progress(facts.status))
        doses = list(hold_dose(self.question.dose, facts.dose, self.subject)) if self.question.dose is not None else []
        coded = [*said, *(options[0] for options, _ in doses)]
        weakest = min(coded, key=lambda each: (order(each.said), each.limit is None))
        mark = weakest._replace(at=tuple(place for each in coded for place in each.at))
        # Where a dose is as much as another node's, it also says the least that comes of the readings of that.
        sets = [frozenset([each.said]) for each in said] + [frozenset(each.said for each in options) for options, _ in doses]
        others = [Mark(reading) for reading in nth_greatest(sets, len(sets), READINGS) if reading != mark.said]
        counts = (False, True) if filled.doubt == "debatable" else (True,)
        heard = tuple(each if all(flags) else None for flags in product(addressed.readings, counts) for each in (mark, *others))
        return heard, addressed._replace(unsure=(*addressed.unsure, *(ground for _, unsure in doses for ground in unsure)))

    def _is_the_thing(self, facts: Facts) -> bool:
        asked = self.question
        done_for = facts.who.for_ if facts.who else ()
        return (
            (not asked.stage or any(stage in facts.stages for stage in asked.stage))
            and (not asked.level or facts.level in asked.level)
            and (not asked.term or self._has_one_of(asked.term, facts, exact=asked.exact))
            and all(when in facts.when for when in asked.when)
            and (asked.for_ is None or asked.for_.among(lambda wanted: fills_any(done_for, (wanted,), self.subject.fills_actor)))
        )

    def _has_one_of(self, terms: tuple[str, ...], facts: Facts, *, exact: bool = False) -> bool:
        return any(self.subject.fills(term, wanted, exact=exact) for term in facts.term for wanted in terms)

    def _fills_column(self, facts: Facts) -> Filling:
        if self.question.column is None:
            return _FILLED if facts.stages != ("open_questions",) else Filling(None)
        return filling(*self.column, facts, self.subject) if self.column is not None else Filling(None)

    def _progress(self, status: Status | None) -> Mark:
        # A table counts what is only considered, and tells of it by its letter; so does a question about its column.
        as_in_the_table = self.question.column is not None and self.question.status is None and status == "considered"
        return Mark("yes", "considered") if as_in_the_table else _progress(status, self.question.status)

    def _addresses(self, facts: Facts) -> Pointed:
        """Whether what it is meant to lower is a problem or barrier that is asked for, in the readings of that."""
        wanted = self.question.addresses
        if not wanted:
            return _SURE
        at = (self.subject.by_id[name] for name in facts.addresses if name in self.subject.by_id)
        return pointed(at, lambda other: other.problem and self._has_one_of(wanted, other))

    def _takes_part(self, facts: Facts) -> Mark | None:
        if self.question.who is None:
            return Mark("yes")
        return takes_part(self.question.who, facts.who.takes_part, facts.who.maybe, self.subject) if facts.who is not None else None


def _of_column(filled: Filling) -> Mark | None:
    if filled.said is None:
        return None
    if filled.said == "no":
        return Mark("no", "denied")
    return Mark("partly", "maybe") if filled.doubt == "maybe" else Mark("yes")


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
