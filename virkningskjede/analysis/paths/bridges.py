"""Arrows without which an outcome is cut off from everything that is done."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from virkningskjede.analysis.paths.condensation import Condensation
from virkningskjede.model import Link

MOST_NAMED = 100
"""Most outcomes that are named beside one arrow; how many there are is always told."""


@dataclass(frozen=True, slots=True)
class Bridge:
    """An arrow that every chain to some outcomes leads through.

    Attributes:
        link: the arrow.
        count: how many outcomes.
        outcomes: their ids; only the first, where they are very many.
    """

    link: Link
    count: int
    outcomes: tuple[str, ...]


def bridges(places: Condensation, roots: Collection[str], outcomes: Collection[str]) -> tuple[Bridge, ...]:
    """The arrows without which no chain leads from any of the roots to some outcome that is led to now.

    Such an arrow dominates the outcome (R. T. Prosser, "Applications of Boolean matrices to the analysis of flow diagrams", 1959).
    Places come in an order in which every arrow leads forward, so one walk finds what dominates what: a place hangs below the nearest
    thing that all the arrows to it have in common.

    Args:
        places: the chain.
        roots: ids that chains begin from.
        outcomes: ids that chains are to lead to, in the order they are to be named. One that is a root is never cut off.
    """
    tree = _Tree()
    numbers = {place: tree.hang(tree.TOP) for place in places.at(roots)}
    entering: dict[int, int] = {}
    arrows: dict[int, Link] = {}
    for place, leaving in enumerate(places.arrows):
        if place not in numbers and place in entering:
            numbers[place] = tree.hang(entering[place])
        if place in numbers:
            for to, link in leaving:
                arrow = tree.hang(numbers[place])
                arrows[arrow] = link
                entering[to] = tree.common(entering[to], arrow) if to in entering else arrow
    rank = {name: number for number, name in enumerate(outcomes)}
    counts = tree.below({name: numbers[place] for name in rank if (place := places.place[name]) in numbers})
    return tuple(
        Bridge(arrows[number], count, tuple(sorted(names, key=rank.__getitem__)))
        for number, count, names in counts
        if number in arrows and count
    )


class _Tree:
    """A tree of numbers that grows downwards: each hangs below a smaller one."""

    TOP = 0

    def __init__(self) -> None:
        self.parent = [0]
        self.depth = [0]
        self.jump = [0]

    def hang(self, parent: int) -> int:
        """A new number below one that is there.

        Each keeps a jump far up, so that two of them find what they have in common in as many steps as the depth has digits
        (E. W. Myers, "An applicative random-access stack", *Information Processing Letters* 17(5), 1983).
        """
        far = self.jump[parent]
        even = self.depth[parent] - self.depth[far] == self.depth[far] - self.depth[self.jump[far]]
        self.parent.append(parent)
        self.depth.append(self.depth[parent] + 1)
        self.jump.append(self.jump[far] if even else parent)
        return len(self.parent) - 1

    def common(self, one: int, other: int) -> int:
        """The deepest number that both hang below."""
        one, other = self._raised(one, self.depth[other]), self._raised(other, self.depth[one])
        while one != other:
            step = self.jump if self.jump[one] != self.jump[other] else self.parent
            one, other = step[one], step[other]
        return one

    def _raised(self, number: int, depth: int) -> int:
        while self.depth[number] > depth:
            far = self.jump[number]
            number = far if self.depth[far] >= depth else self.parent[number]
        return number

    def below(self, names: Mapping[str, int]) -> list[tuple[int, int, tuple[str, ...]]]:
        """Each number with how many of some names hang at or below it, and the first of them."""
        counts = [0] * len(self.parent)
        first_names: list[tuple[str, ...]] = [()] * len(self.parent)
        for name, number in names.items():
            counts[number] += 1
            first_names[number] = (*first_names[number], name)[:MOST_NAMED]
        for number in range(len(self.parent) - 1, 0, -1):
            above = self.parent[number]
            counts[above] += counts[number]
            if len(first_names[above]) < MOST_NAMED:
                first_names[above] = (*first_names[above], *first_names[number])[:MOST_NAMED]
        return list(zip(range(len(counts)), counts, first_names, strict=True))
