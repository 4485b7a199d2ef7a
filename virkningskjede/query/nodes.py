"""What the elements of a model say to a question about a node.

Every field of the question must hold of one and the same element. A field that names another thing (another term, actor, level)
keeps the element out altogether; a field of degree (status, dose, somebody who only *may* take part) lowers what it says. An element
says the least of what its fields say; several elements combine by the greatest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

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
from virkningskjede.query.columns import Filling, filling, fills_any, find_column
from virkningskjede.query.condition import Condition
from virkningskjede.query.context import QueryContext
from virkningskjede.query.doses import hold_dose
from virkningskjede.query.facts import CodedElement, Facts, Pointed, pointed, unsure_targets
from virkningskjede.query.people import takes_part
from virkningskjede.query.questions import NodeQuestion

_FILLED = Filling("yes")
_SURE = Pointed((True,))


def ask_node(condition: Condition, question: NodeQuestion, context: QueryContext) -> Answer:
    """The answer to ``node``: the strongest of the elements that come into it; silence when none does.

    Where a column is of the target group and the model is silent, what its template says may be meant or not.
    """
    own = strongest(condition, witnesses(question, context))
    if question.column is None:
        return own
    return with_inherited(own, strongest(condition, _witnesses_among(context.inherited, question, context)))


def witnesses(question: NodeQuestion, context: QueryContext) -> tuple[Witness, ...]:
    """What each element that comes into the question, as coded or in another reading, says to it.

    It is worked out once for each question that is asked of a model: many criteria ask for arrows from the same nodes.
    """
    if question not in context.witnesses:
        context.witnesses[question] = tuple(_witnesses_among(_candidates(question, context), question, context))
    return context.witnesses[question]


def _candidates(question: NodeQuestion, context: QueryContext) -> Iterable[CodedElement]:
    """The elements that can come into a question: where terms are asked for, in itself or by its column, those that have one of them;
    where stages are, those that stand at one.
    """
    if question.term:
        return context.having(question.term, exact=question.exact)
    if question.column is None:
        return context.standing_at(question.stage) if question.stage else context.elements
    column = find_column(question.column, context.comparisons)
    terms = (*column[0].counts, *column[0].debatable) if column is not None else ()
    return context.having(terms) if terms else context.entries


def _witnesses_among(elements: Iterable[CodedElement], question: NodeQuestion, context: QueryContext) -> Iterator[Witness]:
    test = _NodeTest(question, context)
    for element in elements:
        yield from test.witnesses(element)


def possible_together(questions: Sequence[NodeQuestion], context: QueryContext) -> frozenset[Fit]:
    """What questions of which one is enough can come to, when each reading of an element answers all of them at once.

    What could be read as the one or as the other is one of them in every reading. Asked apart, the questions do not know that. Some of
    the answers may be out of reach all the same; none that is within reach is left out.
    """
    tests = [_NodeTest(question, context) for question in questions]
    # What comes into none of the questions says nothing to any.
    candidates = {element.id: element for question in questions for element in _candidates(question, context)}
    best = (_best_of(element, tests) for element in candidates.values())
    greatest = greatest_of([_NONE, *(fits for fits in best if fits != _NONE)])
    spoken_for = frozenset(fit for fit in greatest if fit in ("partly", "yes"))
    # Which of silence and no it is where nothing speaks for any of them, hangs on each question by itself.
    return spoken_for if spoken_for == greatest else spoken_for | {"silent", "no"}


_NONE = frozenset[ElementFit]([None])


def _best_of(element: CodedElement, tests: Iterable[_NodeTest]) -> frozenset[ElementFit]:
    """The most that an element can say to one of several questions, in any of its readings."""
    options = [[test.options(facts) for test in tests] for facts in element.readings]
    return frozenset().union(*(greatest_of(sets) for sets in options))


class _NodeTest:
    """Holds elements against one question."""

    def __init__(self, question: NodeQuestion, context: QueryContext) -> None:
        self.question = question
        self.context = context
        self.column = find_column(question.column, context.comparisons) if question.column else None
        self.unwanted = question.unwanted or (self.column is not None and self.column[0].unwanted)

    def witnesses(self, element: CodedElement) -> Iterator[Witness]:
        """What an element says in its readings; nothing when it comes into the question in none of them."""
        readings = [self._fits(facts) for facts in element.readings]
        fits = [fit for options, _ in readings for fit in options]
        if any(fits):  # most elements do not come into most questions
            instead = unsure_targets((options[0] and options[0].value for options, _ in readings), (target for _, target in readings))
            yield from one_element(element.id, element.at, fits, element.doubt or "debatable", instead)

    def options(self, facts: Facts | None) -> frozenset[ElementFit]:
        """What an element can say in this reading."""
        return frozenset(fit and fit.value for fit in self._fits(facts)[0])

    def _fits(self, facts: Facts | None) -> tuple[tuple[FieldFit | None, ...], Pointed]:
        """What the element says in this reading, first as it is coded, and what it points at; None where it does not come into it."""
        nothing = ((None,), _SURE)
        if facts is None or not self._matches(facts):
            return nothing
        filled, addressed = self._fills_column(facts), self._addresses(facts)
        fits = [_of_column(filled), self._takes_part(facts)]
        if True not in addressed.readings or None in fits:
            return nothing
        firm = [fit for fit in fits if fit is not None]
        firm.append(self._progress(facts.status))
        doses = list(hold_dose(self.question.dose, facts.dose, self.context)) if self.question.dose is not None else []
        coded = [*firm, *(options[0] for options, _ in doses)]
        weakest = min(coded, key=lambda fit: (order(fit.value), fit.limit is None))
        as_coded = weakest._replace(at=(*facts.at, *(place for fit in coded for place in fit.at)))
        others: list[FieldFit] = []
        if doses:  # one that is as much as another node's also says the least that comes of the readings of that
            sets = [frozenset([fit.value]) for fit in firm] + [frozenset(fit.value for fit in options) for options, _ in doses]
            others = [FieldFit(value) for value in nth_greatest(sets, len(sets), FITS) if value != as_coded.value]
        counts = (False, True) if filled.doubt == "debatable" else (True,)
        options = tuple(fit if all(flags) else None for flags in product(addressed.readings, counts) for fit in (as_coded, *others))
        return options, addressed._replace(unsure=(*addressed.unsure, *(ground for _, unsure in doses for ground in unsure)))

    def _matches(self, facts: Facts) -> bool:
        question = self.question
        done_for = facts.who.for_ if facts.who else ()
        return (
            facts.unwanted == self.unwanted
            and (not question.stage or any(stage in facts.stages for stage in question.stage))
            and (not question.level or facts.level in question.level)
            and (not question.term or self._has_one_of(question.term, facts, exact=question.exact))
            and all(when in facts.when for when in question.when)
            and (not question.horizon or facts.horizon in question.horizon)
            and (question.risk is None or _at_least(question.risk, facts.risk))
            and all(mode in facts.mode for mode in question.mode)
            and (not question.place or fills_any(facts.place, question.place, self.context.fills_place))
            and (question.for_ is None or question.for_.among(lambda wanted: fills_any(done_for, (wanted,), self.context.fills_actor)))
        )

    def _has_one_of(self, terms: tuple[str, ...], facts: Facts, *, exact: bool = False) -> bool:
        return any(self.context.fills(term, wanted, exact=exact) for term in facts.term for wanted in terms)

    def _fills_column(self, facts: Facts) -> Filling:
        if self.question.column is None:
            return _FILLED if facts.stages != ("open_questions",) else Filling(None)
        return filling(*self.column, facts, self.context) if self.column is not None else Filling(None)

    def _progress(self, status: Status | None) -> FieldFit:
        # A table counts what is only considered, and tells of it by its letter; so does a question about its column.
        as_in_the_table = self.question.column is not None and self.question.status is None and status == "considered"
        return FieldFit("yes", "considered") if as_in_the_table else _progress(status, self.question.status)

    def _addresses(self, facts: Facts) -> Pointed:
        """Whether what it is meant to lower is a problem or barrier that is asked for, in the readings of that."""
        wanted = self.question.addresses
        if not wanted:
            return _SURE
        at = (self.context.by_id[name] for name in facts.addresses if name in self.context.by_id)
        return pointed(at, lambda other: other.problem and self._has_one_of(wanted, other))

    def _takes_part(self, facts: Facts) -> FieldFit | None:
        if self.question.who is None:
            return FieldFit("yes")
        return takes_part(self.question.who, facts.who.takes_part, facts.who.maybe, self.context) if facts.who is not None else None


def _at_least(wanted: Risk, risk: Risk | None) -> bool:
    """Whether a risk is as likely, and as much would follow of it, as is asked for, or more."""

    def reaches(least: Degree | None, degree: Degree | None) -> bool:
        return least is None or (degree is not None and DEGREES.index(degree) >= DEGREES.index(least))

    return risk is not None and reaches(wanted.likelihood, risk.likelihood) and reaches(wanted.consequence, risk.consequence)


def _of_column(filled: Filling) -> FieldFit | None:
    if filled.presence is None:
        return None
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
