"""Who can be whose partner, and the choice of partners one-to-one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

MOST_MEETINGS = 1_000
"""So many pairs of one key are weighed against each other; where there are more, all are joined in the order of their names."""


def meetings(
    ours: Iterable[T],
    theirs: Iterable[T],
    our_keys: Callable[[T], Iterable[Hashable]],
    their_keys: Callable[[T], Iterable[Hashable]],
    name: Callable[[T], tuple[str, ...]],
) -> Iterator[tuple[T, T]]:
    """The pairs that have a key in common.

    Under a key with more than `MOST_MEETINGS` pairs each meets only the one at its own place in the order of names, so that a
    thousand things of one kind cost a thousand steps and not a million.
    """
    buckets: dict[Hashable, tuple[list[T], list[T]]] = {}
    for side, (things, keys) in enumerate(((ours, our_keys), (theirs, their_keys))):
        for thing in things:
            for key in keys(thing):
                buckets.setdefault(key, ([], []))[side].append(thing)
    for left, right in buckets.values():
        if len(left) * len(right) <= MOST_MEETINGS:
            yield from ((x, y) for x in left for y in right)
        else:
            same = {name(y): y for y in right}
            known = {name(x) for x in left} & same.keys()
            yield from ((x, same[name(x)]) for x in left if name(x) in known)
            yield from zip(
                sorted((x for x in left if name(x) not in known), key=name),
                sorted((y for y in right if name(y) not in known), key=name),
                strict=False,
            )


def assign(candidates: Iterable[tuple[T, T, tuple[float, ...], tuple[object, ...]]]) -> list[tuple[T, T]]:
    """Choose pairs one-to-one, the best first.

    Args:
        candidates: the two things, how bad the pair is (the lowest is chosen first), and what decides between equals. That must be
            the same for the mirrored pair; then the choice is mirrored too.
    """
    chosen: list[tuple[T, T]] = []
    left: set[T] = set()
    right: set[T] = set()
    for x, y, _, _ in sorted(candidates, key=lambda each: each[2:]):
        if x not in left and y not in right:
            left.add(x)
            right.add(y)
            chosen.append((x, y))
    return chosen
