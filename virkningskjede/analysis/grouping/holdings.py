"""What a model holds, and how that turns on choices that the text leaves open."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

HoldingItem = tuple[str, ...]
"""Something that models can have in common: its kind first, then what it is."""

Choice = tuple[str, ...]
"""Something that a careful coder could decide otherwise: an entry of a model, or what a table counts."""

Decisions = Mapping[Choice, int]
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
    gives: Mapping[tuple[int, ...], frozenset[HoldingItem]]

    def items(self, decisions: Decisions) -> frozenset[HoldingItem]:
        """The items that it gives when the choices are taken so."""
        return self.gives[tuple(decisions.get(choice, 0) for choice in self.on)]


def part_of(on: Sequence[tuple[Choice, int]], gives: Callable[[tuple[int, ...]], Iterable[HoldingItem]]) -> Part:
    """A part that turns on these choices, each with its number of options. Those with a single option are no choices."""
    options = tuple(count for _, count in on)
    every = {decisions: frozenset(gives(decisions)) for decisions in itertools.product(*map(range, options))}
    kept = [place for place, count in enumerate(options) if count > 1]
    return Part(
        tuple(on[place][0] for place in kept),
        tuple(options[place] for place in kept),
        {tuple(decisions[place] for place in kept): items for decisions, items in every.items()},
    )


@dataclass(frozen=True, slots=True)
class Holding:
    """What one model holds: the sum of its parts.

    Attributes:
        sure: what it holds however the choices are taken.
        parts: what turns on choices.
    """

    sure: frozenset[HoldingItem]
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, parts: Iterable[Part]) -> Holding:
        """The sum of these parts."""
        sure: set[HoldingItem] = set()
        open_: list[Part] = []
        for part in parts:
            always = frozenset.intersection(*part.gives.values())
            sure |= always
            if any(items != always for items in part.gives.values()):
                open_.append(part)
        return cls(frozenset(sure), tuple(open_))

    @property
    def coded(self) -> frozenset[HoldingItem]:
        """What it holds as it is coded."""
        return self.items({})

    def items(self, decisions: Decisions) -> frozenset[HoldingItem]:
        """What it holds when the choices are taken so."""
        return self.sure.union(*(part.items(decisions) for part in self.parts))

    @property
    def possible(self) -> frozenset[HoldingItem]:
        """Everything that it holds in some reading."""
        return self.sure.union(*(items for part in self.parts for items in part.gives.values()))


def choices_of(holdings: Iterable[Holding]) -> dict[Choice, int]:
    """The choices that something turns on, in order, with the number of options of each."""
    counts = {choice: count for holding in holdings for part in holding.parts for choice, count in zip(part.on, part.options, strict=True)}
    return dict(sorted(counts.items()))
