"""What a model holds, and how that turns on choices that the text leaves open."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Item = tuple[str, ...]
"""Something that models can have in common: its kind first, then what it is."""

Choice = tuple[str, ...]
"""Something that a careful coder could decide otherwise: an entry of a model, or what a table counts."""

Taken = Mapping[Choice, int]
"""Which option is taken for each choice; 0, which also holds for choices that are not mentioned, is as coded."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one thing in a model gives, for each way of taking the choices that it turns on.

    Attributes:
        on: the choices.
        options: how many options each of them has.
        gives: the items, by the options taken.
    """

    on: tuple[Choice, ...]
    options: tuple[int, ...]
    gives: Mapping[tuple[int, ...], frozenset[Item]]

    def items(self, taken: Taken) -> frozenset[Item]:
        """The items that it gives when the choices are taken so."""
        return self.gives[tuple(taken.get(choice, 0) for choice in self.on)]


def part(on: Sequence[tuple[Choice, int]], gives: Callable[[tuple[int, ...]], Iterable[Item]]) -> Part:
    """A part that turns on these choices, each with its number of options. Those with a single option are no choices."""
    options = tuple(count for _, count in on)
    every = {taken: frozenset(gives(taken)) for taken in itertools.product(*map(range, options))}
    kept = [place for place, count in enumerate(options) if count > 1]
    return Part(
        tuple(on[place][0] for place in kept),
        tuple(options[place] for place in kept),
        {tuple(taken[place] for place in kept): items for taken, items in every.items()},
    )


@dataclass(frozen=True, slots=True)
class Holding:
    """What one model holds: the sum of its parts.

    Attributes:
        sure: what it holds however the choices are taken.
        parts: what turns on choices.
    """

    sure: frozenset[Item]
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, parts: Iterable[Part]) -> Holding:
        """The sum of these parts."""
        sure: set[Item] = set()
        open_: list[Part] = []
        for each in parts:
            always = frozenset.intersection(*each.gives.values())
            sure |= always
            if any(items != always for items in each.gives.values()):
                open_.append(each)
        return cls(frozenset(sure), tuple(open_))

    @property
    def coded(self) -> frozenset[Item]:
        """What it holds as it is coded."""
        return self.items({})

    def items(self, taken: Taken) -> frozenset[Item]:
        """What it holds when the choices are taken so."""
        return self.sure.union(*(each.items(taken) for each in self.parts))

    @property
    def possible(self) -> frozenset[Item]:
        """Everything that it holds in some reading."""
        return self.sure.union(*(items for each in self.parts for items in each.gives.values()))


def choices_of(holdings: Iterable[Holding]) -> dict[Choice, int]:
    """The choices that something turns on, in order, with the number of options of each."""
    found = {choice: count for holding in holdings for each in holding.parts for choice, count in zip(each.on, each.options, strict=True)}
    return dict(sorted(found.items()))
