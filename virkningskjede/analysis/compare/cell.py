"""One cell of a table over models: what fills a column in one model, on what grounds, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from virkningskjede.model.codebook import Column, Comparison
from virkningskjede.model.values import (
    DIMENSIONS,
    MOMENTS,
    NOT_THERE,
    PROGRESS,
    Bounds,
    Deadline,
    Dose,
    Sentence,
    Status,
    copy_with,
    sentences,
)
from virkningskjede.query import CodedElement, Facts, Filling, Presence, QueryContext, Stated
from virkningskjede.query.columns import NOTHING, PRESENCES, filling, fills_any
from virkningskjede.query.doses import followed
from virkningskjede.query.index import ReadingIndex

CellDoubt = Literal["or", "ambiguity", "debatable", "maybe", "template"]
"""Why an entry could count otherwise: the coder gives another reading, coded it absent, the column calls its term debatable, somebody
only may take part, or the model is silent where its template speaks."""


@dataclass(frozen=True, slots=True)
class CellGround:
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
    at: tuple[Sentence, ...]
    said: Presence
    possible: frozenset[Presence]
    status: Status | None = None
    statuses: frozenset[Status | None] = frozenset()
    terms: tuple[str, ...] = ()
    shown: Stated | None = None
    doubt: CellDoubt | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one model says of one column.

    Attributes:
        grounds: every entry that fills it, as coded or in another reading, each once; the model's order.
    """

    grounds: tuple[CellGround, ...]

    @property
    def said(self) -> Presence:
        """What the model says as it is coded; None when only another reading, or the template, fills the cell."""
        return max((ground.said for ground in self.grounds), key=PRESENCES.index)

    @property
    def possible(self) -> frozenset[Presence]:
        """Everything that the cell could come to if unsure entries were read otherwise, each for itself."""
        least = max(min(map(PRESENCES.index, ground.possible)) for ground in self.grounds)
        return frozenset(answer for ground in self.grounds for answer in ground.possible if PRESENCES.index(answer) >= least)

    @property
    def sure(self) -> bool:
        """Whether it can come to nothing else."""
        return len(self.possible) == 1

    @property
    def deciding(self) -> tuple[CellGround, ...]:
        """The entries that it rests on; where none is coded so, those that could fill it."""
        return tuple(ground for ground in self.grounds if ground.said == self.said)

    @property
    def status(self) -> Status | None:
        """The furthest that any of these entries has come; None when no status is stated."""
        return max((ground.status for ground in self.deciding), key=_step)

    @property
    def statuses(self) -> tuple[Status | None, ...]:
        """Every furthest status that the cell could come to while it is filled, the least first."""
        options = [{*map(_step, ground.statuses), *([_ABSENT] if ground.possible != {"yes"} else [])} for ground in self.grounds]
        least = max(map(min, options))
        return tuple(_STEPS[step] for step in sorted(set().union(*options)) if step >= least and step != _ABSENT)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of these entries."""
        return tuple(ground.entry for ground in self.deciding)

    @property
    def at(self) -> tuple[Sentence, ...]:
        """The sentences that they rest on, each with its source."""
        return tuple(dict.fromkeys(place for ground in self.deciding for place in ground.at))

    @property
    def terms(self) -> tuple[str, ...]:
        """Their terms that fill the column, which may be narrower than the column's own."""
        return tuple(dict.fromkeys(term for ground in self.deciding for term in ground.terms))

    @property
    def shown(self) -> tuple[Stated, ...]:
        """What the column shows of them: amounts, or how consent is asked for; empty for a column of mere yes and no."""
        return tuple(dict.fromkeys(ground.shown for ground in self.deciding if ground.shown is not None))

    @property
    def doubts(self) -> tuple[CellDoubt, ...]:
        """Why it could come to something else; empty when it is sure."""
        return () if self.sure else tuple(dict.fromkeys(ground.doubt for ground in self.grounds if ground.doubt is not None))


_STEPS: tuple[Status | None, ...] = (None, *PROGRESS)
_ABSENT = -1


def _step(status: Status | None) -> int:
    return _STEPS.index(status)


def cell_of(column: Column, comparison: Comparison, context: QueryContext) -> Cell | None:
    """What a model says of a column; None when it does not come into it in any reading.

    Args:
        column: the column.
        comparison: the table that it stands in.
        context: the model.
    """
    reader = _ColumnReader(column, frozenset(comparison.stages_of(column)), context)
    grounds = tuple(reader.grounds(context.index))
    if context.inherited and (not grounds or None in Cell(grounds).possible):
        grounds += tuple(reader.grounds(context.inherited_index))
    return Cell(grounds) if grounds else None


class _ColumnReader:
    """Holds the entries of one model against one column."""

    def __init__(self, column: Column, stages: frozenset[str], context: QueryContext) -> None:
        self.column = column
        self.stages = stages
        self.context = context

    def grounds(self, index: ReadingIndex) -> Iterator[CellGround]:
        """Each entry that says something of the column in some reading."""
        for entry, _ in index.entries_in(index.of_column(self.column, self.stages)):
            marks = [NOTHING if facts is None else self._mark(facts) for facts in entry.readings]
            possible = frozenset(answer for mark in marks for answer in ((mark.presence, None) if mark.doubt else (mark.presence,)))
            if possible != {None}:
                yield self._ground(entry, marks, possible)

    def _ground(self, entry: CodedElement, marks: list[Filling], possible: frozenset[Presence]) -> CellGround:
        first = next(position for position, mark in enumerate(marks) if mark.presence is not None)
        facts = entry.readings[first]
        assert facts is not None
        inherited = entry.doubt == "template"
        doubt: CellDoubt | None = next((mark.doubt for mark in marks if mark.doubt), None)
        if inherited:
            doubt, possible = "template", possible | {None}
        elif doubt is None and len(possible) > 1:
            doubt = "ambiguity" if entry.doubt == "ambiguity" else "or"
        wanted = (*self.column.counts, *self.column.debatable)
        return CellGround(
            entry.id,
            self._places(entry),
            None if inherited or marks[0].doubt else marks[0].presence,
            possible,
            _counted(facts.status),
            frozenset(
                _counted(reading.status) for reading, mark in zip(entry.readings, marks, strict=True) if reading and mark.presence == "yes"
            ),
            tuple(term for term in facts.term if fills_any([term], wanted, self.context.fills)),
            self._shown(facts),
            doubt,
        )

    def _mark(self, facts: Facts) -> Filling:
        return NOTHING if facts.status in NOT_THERE else filling(self.column, self.stages, facts, self.context)

    def _shown(self, facts: Facts) -> Stated | None:
        """What the column shows of it. A node whose amount it shares is replaced by that, and another by its label: a table has no ids."""
        if self.column.shows is None:
            return None
        stated = facts.stated(self.column.shows)
        if not isinstance(stated, Dose):
            return stated
        amounts: dict[str, Bounds | None] = {
            dimension: self._named(followed(dimension, stated, self.context).coded) for dimension in DIMENSIONS
        }
        return copy_with(stated, amounts)

    def _named(self, amount: Bounds | None) -> Bounds | None:
        """An amount that names what it is counted from by its label."""
        after = amount.after if isinstance(amount, Deadline) and amount.after not in MOMENTS else None
        node = self.context.model.nodes.get(after) if after is not None else None
        return copy_with(amount, {"after": node.label}) if amount is not None and node is not None else amount

    def _places(self, entry: CodedElement) -> tuple[Sentence, ...]:
        """The entry's own sentences, and those of its dose."""
        doses = [facts.dose for facts in entry.readings if facts is not None and facts.dose is not None]
        return tuple(dict.fromkeys((*entry.at, *(at for dose in doses for at in sentences(dose.at, self.context.model.source)))))


def _counted(status: Status | None) -> Status | None:
    return "planned" if status == "needed" else status
