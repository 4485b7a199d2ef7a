"""One cell of a table over models: what fills a column in one model, on what grounds, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from virkningskjede.comparison.facts import Facts, Offer, Stated, target_group
from virkningskjede.conditions import Subject
from virkningskjede.values import PROGRESS, Status
from virkningskjede.vocabulary import Column, Comparison

Said = Literal["yes", "no"] | None
"""What a text says of a column: that it is so, that it is not (it denies a trait), or nothing. In order: None, no, yes."""

_ORDER: tuple[Said, ...] = (None, "no", "yes")

Doubt = Literal["or", "ambiguity", "debatable", "maybe", "template"]
"""Why an entry could count otherwise: the coder gives another reading, coded it absent, the column calls its term debatable, somebody
only may take part, or the model is silent where its template speaks."""


@dataclass(frozen=True, slots=True)
class Ground:
    """An entry that fills a column, or could.

    Attributes:
        entry: its id; ``recruitment`` and ``whole`` for parts without one.
        at: its sentences, each with its source: ``statusrapport#2.2.4:25``.
        said: what it says as it is coded.
        possible: everything that it says in some reading.
        status: how far it has come; what is ``needed`` counts as planned.
        statuses: how far it has come in each reading that fills the column.
        terms: its terms that fill the column.
        shown: what the column shows of it.
        doubt: why it could count otherwise.
    """

    entry: str
    at: tuple[str, ...]
    said: Said
    possible: frozenset[Said]
    status: Status | None = None
    statuses: frozenset[Status | None] = frozenset()
    terms: tuple[str, ...] = ()
    shown: Stated | None = None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one model says of one column.

    Attributes:
        grounds: every entry that fills it, as coded or in another reading, each once; the model's order.
    """

    grounds: tuple[Ground, ...]

    @property
    def said(self) -> Said:
        """What the model says as it is coded; None when only another reading, or the template, fills the cell."""
        return max((each.said for each in self.grounds), key=_ORDER.index)

    @property
    def possible(self) -> frozenset[Said]:
        """Everything that the cell could come to if unsure entries were read otherwise, each for itself."""
        least = max(min(map(_ORDER.index, each.possible)) for each in self.grounds)
        return frozenset(said for each in self.grounds for said in each.possible if _ORDER.index(said) >= least)

    @property
    def sure(self) -> bool:
        """Whether it can come to nothing else."""
        return len(self.possible) == 1

    @property
    def deciding(self) -> tuple[Ground, ...]:
        """The entries that it rests on; where none is coded so, those that could fill it."""
        return tuple(each for each in self.grounds if each.said == self.said)

    @property
    def status(self) -> Status | None:
        """The furthest that any of these entries has come; None when no status is stated."""
        return max((each.status for each in self.deciding), key=_step)

    @property
    def statuses(self) -> tuple[Status | None, ...]:
        """Every furthest status that the cell could come to while it is filled, the least first."""
        options = [{*map(_step, each.statuses), *([_ABSENT] if each.possible != {"yes"} else [])} for each in self.grounds]
        least = max(map(min, options))
        return tuple(_STEPS[step] for step in sorted(set().union(*options)) if step >= least and step != _ABSENT)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of these entries."""
        return tuple(each.entry for each in self.deciding)

    @property
    def at(self) -> tuple[str, ...]:
        """The sentences that they rest on, each with its source."""
        return tuple(dict.fromkeys(place for each in self.deciding for place in each.at))

    @property
    def terms(self) -> tuple[str, ...]:
        """Their terms that fill the column, which may be narrower than the column's own."""
        return tuple(dict.fromkeys(term for each in self.deciding for term in each.terms))

    @property
    def shown(self) -> tuple[Stated, ...]:
        """What the column shows of them: amounts, or how consent is asked for; empty for a column of mere yes and no."""
        return tuple(dict.fromkeys(each.shown for each in self.deciding if each.shown is not None))

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Why it could come to something else; empty when it is sure."""
        return () if self.sure else tuple(dict.fromkeys(each.doubt for each in self.grounds if each.doubt is not None))


_STEPS: tuple[Status | None, ...] = (None, *PROGRESS)
_ABSENT = -1


def _step(status: Status | None) -> int:
    return _STEPS.index(status)


class Mark(NamedTuple):
    """What one reading of an entry says of a column, and why that is open to doubt."""

    said: Said
    doubt: Doubt | None = None


NOTHING = Mark(None)


def cell(column: Column, comparison: Comparison, subject: Subject, offered: Sequence[Offer]) -> Cell | None:
    """What a model says of a column; None when it does not come into it in any reading.

    Args:
        column: the column.
        comparison: the table that it stands in.
        subject: the model.
        offered: the model's entries; see `offers`.
    """
    judge = _Judge(column, comparison.stages_of(column), subject)
    grounds = tuple(judge.hear(offered))
    template = subject.template if "target_group" in judge.stages else None
    if template is not None and (not grounds or None in Cell(grounds).possible):
        grounds += tuple(judge.hear(target_group(template, inherited=True)))
    return Cell(grounds) if grounds else None


class _Judge:
    """Holds the entries of one model against one column."""

    def __init__(self, column: Column, stages: frozenset[str], subject: Subject) -> None:
        self.column = column
        self.stages = stages
        self.subject = subject

    def hear(self, offered: Iterable[Offer]) -> Iterator[Ground]:
        """Each entry that says something of the column in some reading."""
        for offer in offered:
            marks = [NOTHING if facts is None else self._mark(facts) for facts in offer.readings]
            possible = frozenset(said for mark in marks for said in ((mark.said, None) if mark.doubt else (mark.said,)))
            if possible != {None}:
                yield self._ground(offer, marks, possible)

    def _ground(self, offer: Offer, marks: list[Mark], possible: frozenset[Said]) -> Ground:
        telling = next(position for position, mark in enumerate(marks) if mark.said is not None)
        facts = offer.readings[telling]
        assert facts is not None
        doubt = next((mark.doubt for mark in marks if mark.doubt), None)
        if offer.inherited:
            doubt, possible = "template", possible | {None}
        elif doubt is None and len(possible) > 1:
            doubt = "ambiguity" if offer.absent else "or"
        wanted = (*self.column.counts, *self.column.debatable)
        return Ground(
            offer.entry,
            offer.at,
            None if offer.inherited or marks[0].doubt else marks[0].said,
            possible,
            _counted(facts.status),
            frozenset(_counted(each.status) for each, mark in zip(offer.readings, marks, strict=True) if each and mark.said == "yes"),
            tuple(term for term in facts.terms if self._fills([term], wanted, self.subject.fills)),
            facts.stated.get(self.column.shows or ""),
            doubt,
        )

    def _mark(self, facts: Facts) -> Mark:
        """What an entry says in one reading: the least of what each thing that the column gives has to say."""
        if self.stages.isdisjoint(facts.stages) or facts.status == "dropped":
            return NOTHING
        marks = [ask(facts) for ask in self._questions()]
        if not marks or NOTHING in marks:
            return NOTHING
        doubt = next((mark.doubt for mark in marks if mark.doubt), None)
        return Mark(min((mark.said for mark in marks), key=_ORDER.index), doubt)

    def _questions(self) -> Iterator[Callable[[Facts], Mark]]:
        if self.column.counts or self.column.debatable:
            yield self._terms
        if self.column.traits:
            yield self._traits
        if self.column.actors:
            yield self._actors
        if self.column.shows:
            yield self._states

    def _terms(self, facts: Facts) -> Mark:
        if self._fills(facts.terms, self.column.counts, self.subject.fills):
            return Mark("yes")
        return Mark("yes", "debatable") if self._fills(facts.terms, self.column.debatable, self.subject.fills) else NOTHING

    def _traits(self, facts: Facts) -> Mark:
        if self._fills(facts.traits, self.column.traits, self.subject.fills_trait):
            return Mark("yes")
        # Who is not taken in when on sick leave is not taken in when recently on sick leave; the other way round does not follow.
        return Mark("no") if self._fills(self.column.traits, facts.denied, self.subject.fills_trait) else NOTHING

    def _actors(self, facts: Facts) -> Mark:
        roles = [self.column.role] if self.column.role else [name for name in facts.roles if name not in ("maybe", "for")]
        named = [actor for role in roles for actor in facts.roles.get(role, ())]
        if self._fills(named, self.column.actors, self.subject.fills_actor):
            return Mark("yes")
        maybe = () if self.column.role == "for" else facts.roles.get("maybe", ())
        return Mark("yes", "maybe") if self._fills(maybe, self.column.actors, self.subject.fills_actor) else NOTHING

    def _states(self, facts: Facts) -> Mark:
        return Mark("yes") if self.column.shows in facts.stated else NOTHING

    @staticmethod
    def _fills(own: Iterable[str], wanted: Iterable[str], fills: Callable[[str, str], bool]) -> bool:
        """Whether any of them is one of those that are wanted, or a kind of it."""
        asked = tuple(wanted)
        return any(fills(each, name) for each in own for name in asked)


def _counted(status: Status | None) -> Status | None:
    return "planned" if status == "needed" else status
