"""What the elements of a model say to a question about a node.

Every field of the question must hold of one and the same element. A field that names another thing (another term, actor, level)
keeps the element out altogether; a field of degree (status, dose, somebody who only *may* take part) lowers what it says. An element
says the least of what its fields say; several elements combine by the greatest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import product
from operator import or_

from virkningskjede.model import Risk
from virkningskjede.model.values import DEGREES, Degree, Fit, Status, rank
from virkningskjede.query.answer import (
    FITS,
    Answer,
    ElementFit,
    FieldFit,
    Limit,
    Witness,
    greatest_of,
    nth_greatest,
    one_element,
    order,
    strongest,
    with_inherited,
)
from virkningskjede.query.columns import Filling, filling, find_column
from virkningskjede.query.condition import Condition
from virkningskjede.query.context import QueryContext
from virkningskjede.query.doses import hold_dose
from virkningskjede.query.facts import CodedElement, Facts, Pointed, pointed, unsure_targets
from virkningskjede.query.index import ReadingIndex, Readings
from virkningskjede.query.questions import ArrowQuestion, NodeQuestion

_FILLED = Filling("yes")
_SURE = Pointed((True,))
_NOTHING: tuple[tuple[FieldFit | None, ...], Pointed] = ((None,), _SURE)
_YES, _MAYBE = FieldFit("yes"), FieldFit("partly", "maybe")


def ask_node(condition: Condition, question: NodeQuestion, context: QueryContext) -> Answer:
    """The answer to ``node``: the strongest of the elements that come into it; silence when none does.

    Where a column is of the target group and the model is silent, what its template says may be meant or not.
    """
    own = strongest(condition, witnesses(question, context))
    if question.column is None or not context.inherited:
        return own
    return with_inherited(own, strongest(condition, _NodeTest(question, context.inherited_index, context).witnesses()))


def witnesses(question: NodeQuestion, context: QueryContext) -> tuple[Witness, ...]:
    """What each element that comes into the question, as coded or in another reading, says to it.

    It is worked out once for each question that is asked of a model: many criteria ask for arrows from the same nodes.
    """
    answered = context.witnesses.get(question)
    if answered is None:
        answered = context.witnesses[question] = tuple(_NodeTest(question, context.index, context).witnesses())
    return answered


def comes_into(question: NodeQuestion | ArrowQuestion, context: QueryContext) -> bool:
    """Whether a model, or its template, has anything that can come into a question; into both of its ends, if it is about an arrow."""
    if isinstance(question, ArrowQuestion):
        return all(comes_into(end, context) for end in (question.from_, question.to) if end is not None)
    if _NodeTest(question, context.index, context).those:
        return True
    return question.column is not None and bool(_NodeTest(question, context.inherited_index, context).those)


def possible_together(questions: Sequence[NodeQuestion], context: QueryContext) -> frozenset[Fit]:
    """What questions of which one is enough can come to, when each reading of an element answers all of them at once.

    What could be read as the one or as the other is one of them in every reading. Asked apart, the questions do not know that. Some of
    the answers may be out of reach all the same; none that is within reach is left out.
    """
    tests = [_NodeTest(question, context.index, context) for question in questions]
    # What comes into none of the questions says nothing to any.
    candidates = context.index.entries_in(reduce(or_, (test.those for test in tests)))
    best = (_best_of(element, start, tests) for element, start in candidates)
    greatest = greatest_of([_NONE, *(fits for fits in best if fits != _NONE)])
    spoken_for = frozenset(fit for fit in greatest if fit in ("partly", "yes"))
    # Which of silence and no it is where nothing speaks for any of them, hangs on each question by itself.
    return spoken_for if spoken_for == greatest else spoken_for | {"silent", "no"}


_NONE = frozenset[ElementFit]([None])


def _best_of(element: CodedElement, start: int, tests: Sequence[_NodeTest]) -> frozenset[ElementFit]:
    """The most that an element can say to one of several questions, in any of its readings."""
    options = [[test.options(facts, start + place) for test in tests] for place, facts in enumerate(element.readings)]
    return frozenset().union(*(greatest_of(sets) for sets in options))


class _NodeTest:
    """Holds the entries of a model against one question.

    Attributes:
        those: the readings that come into it, if their degrees do not keep them out.
    """

    def __init__(self, question: NodeQuestion, index: ReadingIndex, context: QueryContext) -> None:
        self.question = question
        self.index = index
        self.context = context
        self.column = find_column(question.column, context.comparisons) if question.column else None
        self.those = self._those()
        self.surely = index.surely_with(question.who) if question.who is not None and self.those else 0

    def _those(self) -> Readings:
        question, index = self.question, self.index
        if question.column is None:
            # The parts of the target group and the recruitment are no nodes but in a table; an open question is not there.
            unwanted = index.unwanted if question.unwanted else index.all & ~index.unwanted
            return index.of_question(question) & unwanted & index.of_first(len(self.context.elements)) & ~index.undecided
        if self.column is None or question.unwanted > self.column[0].unwanted:
            return 0
        return index.of_question(question) & index.of_column(*self.column)

    def witnesses(self) -> Iterator[Witness]:
        """What each element says in its readings; nothing of one that comes into the question in none of them."""
        for element, start in self.index.entries_in(self.those):
            readings = [self._fits(facts, start + place) for place, facts in enumerate(element.readings)]
            fits = [fit for options, _ in readings for fit in options]
            if any(fits):
                targets = [target for _, target in readings if target.unsure]
                instead = unsure_targets((options[0] and options[0].value for options, _ in readings), targets) if targets else ()
                yield from one_element(element.id, element.at, fits, element.doubt or "debatable", instead)

    def options(self, facts: Facts | None, place: int) -> frozenset[ElementFit]:
        """What an element can say in this reading, which stands at this place in the index."""
        return frozenset(fit and fit.value for fit in self._fits(facts, place)[0])

    def _fits(self, facts: Facts | None, number: int) -> tuple[tuple[FieldFit | None, ...], Pointed]:
        """What the element says in this reading, first as it is coded, and what it points at; None where it does not come into it."""
        if facts is None or not self.those >> number & 1:
            return _NOTHING
        question = self.question
        if question.risk is not None and not _at_least(question.risk, facts.risk):
            return _NOTHING
        addressed, filled, of_column = _SURE, _FILLED, _YES
        if self.column is not None:
            filled = filling(*self.column, facts, self.context)
            if filled.presence is None:
                return _NOTHING
            of_column = _of_column(filled)
        if question.addresses:
            addressed = self._addresses(facts)
            if True not in addressed.readings:
                return _NOTHING
        takes_part = _YES if question.who is None or self.surely >> number & 1 else _MAYBE
        firm = [self._progress(facts.status), *(fit for fit in (of_column, takes_part) if fit is not _YES)]
        if question.dose is None and not question.addresses and filled.doubt != "debatable":  # most questions: there is one answer
            value, limit, _ = min(firm, key=_by_weight)
            return (FieldFit(value, limit, facts.at),), _SURE
        doses = list(hold_dose(question.dose, facts.dose, self.context)) if question.dose is not None else []
        coded = [*firm, *(options[0] for options, _ in doses)]
        weakest = min(coded, key=_by_weight)
        as_coded = FieldFit(weakest.value, weakest.limit, (*facts.at, *(place for fit in coded for place in fit.at)))
        others: list[FieldFit] = []
        if doses:  # one that is as much as another node's also says the least that comes of the readings of that
            sets = [frozenset([fit.value]) for fit in firm] + [frozenset(fit.value for fit in options) for options, _ in doses]
            others = [FieldFit(value) for value in nth_greatest(sets, len(sets), FITS) if value != as_coded.value]
        counts = (False, True) if filled.doubt == "debatable" else (True,)
        options = tuple(fit if all(flags) else None for flags in product(addressed.readings, counts) for fit in (as_coded, *others))
        return options, addressed._replace(unsure=(*addressed.unsure, *(ground for _, unsure in doses for ground in unsure)))

    def _has_one_of(self, terms: tuple[str, ...], facts: Facts, *, exact: bool = False) -> bool:
        return any(self.context.fills(term, wanted, exact=exact) for term in facts.term for wanted in terms)

    def _progress(self, status: Status | None) -> FieldFit:
        # A table counts what is only considered, and tells of it by its letter; so does a question about its column.
        as_in_the_table = self.question.column is not None and self.question.status is None and status == "considered"
        return FieldFit("yes", "considered") if as_in_the_table else _progress(status, self.question.status)

    def _addresses(self, facts: Facts) -> Pointed:
        """Whether what it is meant to lower is a problem or barrier that is asked for, in the readings of that."""
        wanted = self.question.addresses
        at = (self.context.by_id[name] for name in facts.addresses if name in self.context.by_id)
        return pointed(at, lambda other: other.problem and self._has_one_of(wanted, other))


def _by_weight(fit: FieldFit) -> tuple[int, bool]:
    """What says less weighs more; of what says the same, what says why."""
    return order(fit.value), fit.limit is None


def _at_least(wanted: Risk, risk: Risk | None) -> bool:
    """Whether a risk is as likely, and as much would follow of it, as is asked for, or more."""

    def reaches(least: Degree | None, degree: Degree | None) -> bool:
        return least is None or (degree is not None and DEGREES.index(degree) >= DEGREES.index(least))

    return risk is not None and reaches(wanted.likelihood, risk.likelihood) and reaches(wanted.consequence, risk.consequence)


def _of_column(filled: Filling) -> FieldFit:
    if filled.presence == "no":
        return FieldFit("no", "denied")
    return FieldFit("partly", "maybe") if filled.doubt == "maybe" else FieldFit("yes")


_GONE: Mapping[Status, Limit] = {"dropped": "dropped", "not_part": "not_part"}
"""Why what is not there gives a no."""


def _progress(status: Status | None, required: Status | None) -> FieldFit:
    """How far the element has come, against how far is asked for.

    Where nothing is asked, what is described counts, whatever its status, unless it is only considered, was dropped or never took part.
    Where a status is asked, an element without one is silent. What is only considered may still be planned, so to that question it is
    *partly*; that it is not in use, the text does say.
    """
    gone = _GONE.get(status) if status is not None else None
    if gone is not None:
        return FieldFit("yes") if required == status else FieldFit("no", gone)
    if required is None:
        return FieldFit("partly", "considered") if status == "considered" else FieldFit("yes")
    reached, wanted = rank(status), rank(required)
    if reached is None:
        return FieldFit("silent")
    if wanted is None:
        return FieldFit("no")  # it was done, or is to be: that it was not is what the text denies
    if reached >= wanted:
        return FieldFit("yes")
    return FieldFit("partly", "considered") if wanted == rank("planned") else FieldFit("no", "not_so_far")
