"""Who can be whose partner, and the choice of partners one-to-one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeVar

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
            common = {name(x) for x in left} & same.keys()
            yield from ((x, same[name(x)]) for x in left if name(x) in common)
            yield from zip(
                sorted((x for x in left if name(x) not in common), key=name),
                sorted((y for y in right if name(y) not in common), key=name),
                strict=False,
            )


MOST_WEIGHED = 100
"""So many pairs that hang together are weighed as a whole; where there are more, the best are chosen one by one."""


class Candidate(NamedTuple):
    """Two things that could be a pair.

    Attributes:
        x: the one, by something that can be hashed.
        y: the other.
        rank: how firmly they belong together; 0 is the firmest.
        score: how alike they are beyond that; not negative.
        tie: what decides between equals. It must be the same for the mirrored pair; then the choice is mirrored too.
    """

    x: Hashable
    y: Hashable
    rank: int
    score: float
    tie: tuple[object, ...]


def partners(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Choose pairs one-to-one, so that all is as good as can be.

    As many of the firmest as can be; then as many pairs as can be; then as many of the next firmest as can be; then the most alike. The
    pairs that stand in each other's way are few, so each such cluster is weighed as a whole, unless it has more than `MOST_WEIGHED`.

    >>> a, b, c = (Candidate(*pair, ()) for pair in (("x", "p", 1, 9.0), ("x", "q", 1, 0.0), ("y", "p", 2, 0.0)))
    >>> sorted((pair.x, pair.y) for pair in partners([a, b, c]))
    [('x', 'q'), ('y', 'p')]
    """
    chosen: list[Candidate] = []
    for cluster in _clusters(candidates):
        if len(cluster) == 1:
            chosen += cluster
            continue
        ordered = sorted(cluster, key=lambda candidate: (candidate.rank, -_whole(candidate.score), candidate.tie))
        chosen += _best(ordered) if len(ordered) <= MOST_WEIGHED else _greedy(ordered)
    return chosen


def _clusters(candidates: Iterable[Candidate]) -> Iterable[list[Candidate]]:
    """The candidates that hang together, by a thing that they share, and so on."""
    cluster: dict[tuple[int, Hashable], list[Candidate]] = {}
    members: dict[int, list[tuple[int, Hashable]]] = {}
    for candidate in candidates:
        ends = ((0, candidate.x), (1, candidate.y))
        one, other = (cluster.setdefault(end, []) for end in ends)
        for end, group in zip(ends, (one, other), strict=True):
            members.setdefault(id(group), [end])
        if one is not other:
            if len(one) < len(other):
                one, other = other, one
            one += other
            moved = members.pop(id(other))
            members[id(one)] += moved
            cluster.update(dict.fromkeys(moved, one))
        one.append(candidate)
    return list({id(group): group for group in cluster.values()}.values())


def _whole(score: float) -> int:
    """A score as a whole number, so that sums are exact and equal ones are equal."""
    return round(score * 1_000_000)


def _best(ordered: Sequence[Candidate]) -> list[Candidate]:
    """The best choice as a whole: a matching of the greatest weight, where nothing of less weight adds up to what weighs more."""
    count = len(ordered)
    next_firmest = count * max(_whole(candidate.score) for candidate in ordered) + 1
    pair = next_firmest * (count + 1)
    firmest = pair * (count + 1)
    weights = [
        (firmest if candidate.rank == 0 else 0) + pair + (next_firmest if candidate.rank <= 1 else 0) + _whole(candidate.score)
        for candidate in ordered
    ]
    chosen = _greedy(ordered)
    of = dict(zip(map(id, ordered), weights, strict=True))
    total = sum(of[id(candidate)] for candidate in chosen)
    # No choice weighs more than if all on one side got their best. Where the best one by one come to that, nothing is gained by more work.
    if any(total == sum(_greatest(end, ordered, weights)) for end in ("x", "y")):
        return chosen
    return _weighed(ordered, weights)


def _greatest(end: Literal["x", "y"], ordered: Sequence[Candidate], weights: Sequence[int]) -> Iterable[int]:
    """The greatest weight of each thing on one side."""
    greatest: dict[Hashable, int] = {}
    for candidate, weight in zip(ordered, weights, strict=True):
        thing = candidate.x if end == "x" else candidate.y
        greatest[thing] = max(weight, greatest.get(thing, 0))
    return greatest.values()


def _weighed(ordered: Sequence[Candidate], weights: Sequence[int]) -> list[Candidate]:
    import networkx as nx  # where nothing stands in another's way, nothing pays for it

    graph: nx.Graph[tuple[int, Hashable]] = nx.Graph()
    count = len(ordered)
    for place, (candidate, weight) in enumerate(zip(ordered, weights, strict=True)):
        # Of equal choices the one with the first in order is the greater: each bit is more than all later ones together.
        bits = (weight << count) + (1 << (count - 1 - place))
        graph.add_edge((0, candidate.x), (1, candidate.y), weight=bits, candidate=candidate)
    return [graph.edges[edge]["candidate"] for edge in nx.max_weight_matching(graph)]


def _greedy(ordered: Iterable[Candidate]) -> list[Candidate]:
    chosen: list[Candidate] = []
    left: set[Hashable] = set()
    right: set[Hashable] = set()
    for candidate in ordered:
        if candidate.x not in left and candidate.y not in right:
            left.add(candidate.x)
            right.add(candidate.y)
            chosen.append(candidate)
    return chosen


def assign(candidates: Iterable[tuple[T, T, tuple[float, ...], tuple[object, ...]]]) -> list[tuple[T, T]]:
    """Choose pairs one-to-one, the best first.

    Args:
        candidates: the two things, how bad the pair is (the lowest is chosen first), and what decides between equals. That must be
            the same for the mirrored pair; then the choice is mirrored too.
    """
    chosen: list[tuple[T, T]] = []
    left: set[T] = set()
    right: set[T] = set()
    for x, y, _, _ in sorted(candidates, key=lambda candidate: candidate[2:]):
        if x not in left and y not in right:
            left.add(x)
            right.add(y)
            chosen.append((x, y))
    return chosen
