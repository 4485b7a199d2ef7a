"""What a model says of whom it is for, and of how they come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from virkningskjede.model import Recruitment
from virkningskjede.model.values import sentences
from virkningskjede.query.answer import Answer, Mark, Witness, one_element, or_inherited, strongest
from virkningskjede.query.columns import fills_any, says_of_traits
from virkningskjede.query.condition import Condition
from virkningskjede.query.doses import hold_bounds
from virkningskjede.query.facts import Element, Facts
from virkningskjede.query.questions import Actors, RecruitmentQuestion, TargetQuestion
from virkningskjede.query.subject import Subject


def takes_part(asked: Actors, sure: Iterable[str], maybe: Iterable[str], subject: Subject) -> Mark | None:
    """Yes when those who are asked for take part, partly when some of them only may; None when they have no part in it."""
    named = tuple(sure)

    def among(actors: tuple[str, ...]) -> bool:
        return asked.among(lambda wanted: fills_any(actors, (wanted,), subject.fills_actor))

    if among(named):
        return Mark("yes")
    return Mark("partly", "maybe") if among((*named, *maybe)) else None


def ask_target(condition: Condition, question: TargetQuestion, subject: Subject) -> Answer:
    """The answer to ``target``: the strongest of the limits that come into it.

    Where the model is silent, what its template says may be meant or not: the answer stays silent, and the template's is possible.
    """
    own, theirs = (strongest(condition, _heard(limits, question, subject)) for limits in (subject.limits, subject.inherited))
    return or_inherited(own, theirs)


def _heard(limits: Iterable[Element], question: TargetQuestion, subject: Subject) -> Iterator[Witness]:
    for element in limits:
        marks = [_says(question, facts, subject) if facts is not None else None for facts in element.readings]
        yield from one_element(element.id, element.at, marks)


def _says(question: TargetQuestion, facts: Facts, subject: Subject) -> Mark | None:
    key, asked = question.asked
    if key == "traits":
        said = says_of_traits(facts, (asked,), subject)
        return Mark(said, "denied" if said == "no" else None) if said is not None else None
    stated = getattr(facts.limit, asked if key == "has" else key)
    if stated is None:
        return None
    return Mark("yes") if key == "has" else hold_bounds(asked, stated)


def ask_recruitment(condition: Condition, question: RecruitmentQuestion, subject: Subject) -> Answer:
    """The answer to ``recruitment``: yes when those who are asked for do it, partly when some of them only may."""
    recruitment = subject.model.recruitment
    mark = _recruits(question, recruitment, subject) if recruitment is not None else None
    at = sentences(recruitment.at, subject.model.source) if recruitment is not None else ()
    return strongest(condition, one_element("recruitment", at, [mark]))


def _recruits(question: RecruitmentQuestion, recruitment: Recruitment, subject: Subject) -> Mark | None:
    key, asked = question.asked
    if key == "consent":
        return Mark("yes") if recruitment.consent is not None and asked in ("asked", recruitment.consent) else None
    everybody = (*recruitment.refer, *recruitment.receive, *recruitment.decide)
    named: tuple[str, ...] = everybody if key == "any" else getattr(recruitment, key)
    return takes_part(asked, named, recruitment.maybe, subject)
