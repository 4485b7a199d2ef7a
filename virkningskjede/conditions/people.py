"""What a model says of whom it is for, and of how they come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from virkningskjede.conditions.answer import Answer, Ground, Mark, Witness, finish, one_element, strongest
from virkningskjede.conditions.condition import Condition, RecruitmentQuestion, TargetQuestion
from virkningskjede.conditions.doses import hold_bounds
from virkningskjede.conditions.subject import Subject
from virkningskjede.model import LogicModel, Recruitment, TargetLimit
from virkningskjede.values import sentences


def ask_target(condition: Condition, question: TargetQuestion, subject: Subject) -> Answer:
    """The answer to ``target``: the strongest of the limits that come into it.

    Where the model is silent, what its template says may be meant or not: the answer stays silent, and the template's is possible.
    """
    own = strongest(condition, _limits(question, subject.model, subject))
    if subject.template is None or "silent" not in own.possible:
        return own
    theirs = strongest(condition, _limits(question, subject.template, subject))
    inherited = [Ground(each.element, each.at, each.limit, "template") for each in (*theirs.grounds, *theirs.doubts)]
    return finish(condition, own.coded, own.possible | theirs.possible, own.grounds, (*own.doubts, *inherited))


def _limits(question: TargetQuestion, model: LogicModel, subject: Subject) -> Iterator[Witness]:
    for entry in model.target_group.values():
        marks = [_says(question, reading, subject) if reading is not None else None for reading in entry.readings()]
        yield from one_element(entry.id, sentences(entry.at, model.source), marks)


def _says(question: TargetQuestion, entry: TargetLimit, subject: Subject) -> Mark | None:
    key, asked = question.asked
    if key == "traits":
        return _says_of_trait(asked, entry, subject)
    if key == "has":
        return Mark("yes") if getattr(entry, asked) is not None else None
    stated = getattr(entry, key)
    return None if stated is None else hold_bounds(asked, stated)


def _says_of_trait(wanted: str, entry: TargetLimit, subject: Subject) -> Mark | None:
    if entry.traits is not None and any(subject.fills_trait(trait, wanted) for trait in entry.traits.named):
        return Mark("yes")
    denied = entry.denies.traits if entry.denies is not None else None
    # Who is not taken in when on sick leave is not taken in when recently on sick leave; the other way round does not follow.
    if denied is not None and any(subject.fills_trait(wanted, trait) for trait in denied.named):
        return Mark("no", "denied")
    return None


def ask_recruitment(condition: Condition, question: RecruitmentQuestion, subject: Subject) -> Answer:
    """The answer to ``recruitment``: yes when all who are asked for do it, partly when some of them only may."""
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

    def among(actors: Iterable[str]) -> bool:
        listed = tuple(actors)
        return all(any(subject.fills_actor(actor, wanted) for actor in listed) for wanted in asked)

    if among(named):
        return Mark("yes")
    return Mark("partly", "maybe") if among((*named, *recruitment.maybe)) else None
