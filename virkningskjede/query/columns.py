"""What fills a column of a table over models. Tables and conditions ask it alike.

All that a column gives must hold of one and the same entry: its terms, traits, actors, places and ways of meeting (one of each is enough),
and that what it shows is stated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from virkningskjede.model.codebook import Column, Comparison
from virkningskjede.query.context import QueryContext
from virkningskjede.query.facts import Facts

Presence = Literal["yes", "no"] | None
"""What a text says of a column: that it is so, that it is not (it denies a trait), or nothing. In order: None, no, yes."""

PRESENCES: tuple[Presence, ...] = (None, "no", "yes")


class Filling(NamedTuple):
    """What one reading of an entry says of a column, and why that is open to doubt: the column calls the term debatable, or somebody
    only may take part."""

    presence: Presence
    doubt: Literal["debatable", "maybe"] | None = None


NOTHING = Filling(None)


def find_column(name: str, comparisons: Mapping[str, Comparison]) -> tuple[Column, frozenset[str]] | None:
    """The column in the first table, by id, that has it; and the sections whose entries can fill it."""
    for table in sorted(comparisons):
        column = comparisons[table].columns.get(name)
        if column is not None:
            return column, frozenset(comparisons[table].stages_of(column))
    return None


def filling(column: Column, stages: frozenset[str], facts: Facts, context: QueryContext) -> Filling:
    """What an entry says of a column in one reading: the least of what each thing that the column gives has to say.

    Args:
        column: the column.
        stages: the sections whose entries can fill it; see `Comparison.stages_of`.
        facts: what the entry says of itself.
        context: the model, for what is broader than what.
    """
    if stages.isdisjoint(facts.stages) or facts.unwanted != column.unwanted:
        return NOTHING
    fillings = [ask(column, facts, context) for ask in _questions(column)]
    if not fillings or NOTHING in fillings:
        return NOTHING
    doubt = next((part.doubt for part in fillings if part.doubt), None)
    return Filling(min((part.presence for part in fillings), key=PRESENCES.index), doubt)


def presence_of_traits(facts: Facts, wanted: Iterable[str], context: QueryContext) -> Presence:
    """Whether a limit of the target group takes in one of the traits, or the text denies one."""
    limit, names = facts.limit, tuple(wanted)
    if limit is None:
        return None
    if limit.traits is not None and fills_any(limit.traits.named, names, context.fills_trait):
        return "yes"
    denied = limit.denies.traits if limit.denies is not None else None
    # Who is not taken in when on sick leave is not taken in when recently on sick leave; the other way round does not follow.
    return "no" if denied is not None and fills_any(names, denied.named, context.fills_trait) else None


def fills_any(own: Iterable[str], wanted: Iterable[str], fills: Callable[[str, str], bool]) -> bool:
    """Whether any of them is one of those that are wanted, or a kind of it."""
    names = tuple(wanted)
    return any(fills(candidate, name) for candidate in own for name in names)


def _questions(column: Column) -> Iterator[Callable[[Column, Facts, QueryContext], Filling]]:
    if column.counts or column.debatable:
        yield _terms
    if column.traits:
        yield _traits
    if column.actors:
        yield _actors
    if column.places:
        yield _places
    if column.modes:
        yield _modes
    if column.shows:
        yield _states


def _terms(column: Column, facts: Facts, context: QueryContext) -> Filling:
    if fills_any(facts.term, column.counts, context.fills):
        return Filling("yes")
    return Filling("yes", "debatable") if fills_any(facts.term, column.debatable, context.fills) else NOTHING


def _traits(column: Column, facts: Facts, context: QueryContext) -> Filling:
    return Filling(presence_of_traits(facts, column.traits, context))


def _actors(column: Column, facts: Facts, context: QueryContext) -> Filling:
    taking_part = facts.roles
    roles = [column.role] if column.role else [name for name in taking_part if name not in ("maybe", "for")]
    named = [actor for role in roles for actor in taking_part.get(role, ())]
    if fills_any(named, column.actors, context.fills_actor):
        return Filling("yes")
    maybe = () if column.role == "for" else taking_part.get("maybe", ())
    return Filling("yes", "maybe") if fills_any(maybe, column.actors, context.fills_actor) else NOTHING


def _places(column: Column, facts: Facts, context: QueryContext) -> Filling:
    return Filling("yes") if fills_any(facts.place, column.places, context.fills_place) else NOTHING


def _modes(column: Column, facts: Facts, context: QueryContext) -> Filling:
    return NOTHING if frozenset(column.modes).isdisjoint(facts.mode) else Filling("yes")


def _states(column: Column, facts: Facts, context: QueryContext) -> Filling:
    return Filling("yes") if column.shows is not None and facts.stated(column.shows) is not None else NOTHING
