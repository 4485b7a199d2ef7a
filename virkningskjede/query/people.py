"""What a model says of whom it is for, and of how they come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from virkningskjede.model import Recruitment
from virkningskjede.model.values import sentences
from virkningskjede.query.answer import Answer, FieldFit, Witness, one_element, strongest, with_inherited
from virkningskjede.query.columns import fills_any, presence_of_traits
from virkningskjede.query.condition import Condition
from virkningskjede.query.context import QueryContext
from virkningskjede.query.doses import hold_bounds
from virkningskjede.query.facts import CodedElement, Facts
from virkningskjede.query.questions import RecruitmentQuestion, TargetQuestion, WantedActors


def takes_part(question: WantedActors, sure: Iterable[str], maybe: Iterable[str], context: QueryContext) -> FieldFit | None:
    """Yes when those who are asked for take part, partly when some of them only may; None when they have no part in it."""
    named = tuple(sure)

    def among(actors: tuple[str, ...]) -> bool:
        return question.among(lambda wanted: fills_any(actors, (wanted,), context.fills_actor))

    if among(named):
        return FieldFit("yes")
    return FieldFit("partly", "maybe") if among((*named, *maybe)) else None


def ask_target(condition: Condition, question: TargetQuestion, context: QueryContext) -> Answer:
    """The answer to ``target``: the strongest of the limits that come into it.

    Where the model is silent, what its template says may be meant or not: the answer stays silent, and the template's is possible.
    """
    own, theirs = (strongest(condition, _witnesses(limits, question, context)) for limits in (context.limits, context.inherited))
    return _naming(question.traits, with_inherited(own, theirs)) if question.traits else with_inherited(own, theirs)


def _naming(trait: str, answer: Answer) -> Answer:
    """An answer whose grounds say which trait was asked for: a limit can have others that are no ground for it."""
    grounds, doubts = (tuple(replace(ground, trait=trait) for ground in several) for several in (answer.grounds, answer.doubts))
    return replace(answer, grounds=grounds, doubts=doubts)


def _witnesses(limits: Iterable[CodedElement], question: TargetQuestion, context: QueryContext) -> Iterator[Witness]:
    for element in limits:
        fits = [_fit(question, facts, context) if facts is not None else None for facts in element.readings]
        yield from one_element(element.id, element.at, fits)


def _fit(question: TargetQuestion, facts: Facts, context: QueryContext) -> FieldFit | None:
    key, wanted = question.form
    if key == "traits":
        presence = presence_of_traits(facts, (wanted,), context)
        return FieldFit(presence, "denied" if presence == "no" else None, facts.at) if presence is not None else None
    stated = getattr(facts.limit, wanted if key == "has" else key)
    if stated is None:
        return None
    return FieldFit("yes", at=facts.at) if key == "has" else hold_bounds(wanted, stated)._replace(at=facts.at)


def ask_recruitment(condition: Condition, question: RecruitmentQuestion, context: QueryContext) -> Answer:
    """The answer to ``recruitment``: yes when those who are asked for do it, partly when some of them only may."""
    recruitment = context.model.recruitment
    fit = _recruits(question, recruitment, context) if recruitment is not None else None
    at = sentences(recruitment.at, context.model.source) if recruitment is not None else ()
    return strongest(condition, one_element("recruitment", at, [fit]))


def _recruits(question: RecruitmentQuestion, recruitment: Recruitment, context: QueryContext) -> FieldFit | None:
    key, wanted = question.form
    if key == "consent":
        return FieldFit("yes") if recruitment.consent is not None and wanted in ("asked", recruitment.consent) else None
    everybody = (*recruitment.refer, *recruitment.receive, *recruitment.decide)
    named: tuple[str, ...] = everybody if key == "any" else getattr(recruitment, key)
    return takes_part(wanted, named, recruitment.maybe, context)
