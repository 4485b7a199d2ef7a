"""Which steps one model has, and which arrows between them it makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from virkningskjede.analysis.consensus.parts import Holder, Maker, Way
from virkningskjede.analysis.consensus.steps import Arrow, Chain, Hop, Placed, Step
from virkningskjede.model.values import PROGRESS, Sentence, Status, rank

Ends = tuple[Step, Step]
"""An arrow of the common chain: from one step to another."""


def holders(chain: Chain) -> dict[Step, Holder]:
    """The steps that a model has, or could have."""
    found: dict[Step, list[Placed]] = {}
    for entry in chain.entries.values():
        for step in entry.possible:
            found.setdefault(step, []).append(entry)
    return {step: _holder(step, entries, chain.model.id) for step, entries in found.items()}


def _holder(step: Step, entries: Sequence[Placed], model: str) -> Holder:
    coded = [each for each in entries if step in each.coded]
    deciding = coded or entries
    statuses = [each.statuses[0 if coded else _first(step, each)] for each in deciding]
    return Holder(
        model,
        bool(coded),
        any(step in each.sure for each in entries),
        tuple(each.id for each in deciding),
        tuple(dict.fromkeys(place for each in deciding for place in each.at)),
        furthest(statuses),
    )


def _first(step: Step, entry: Placed) -> int:
    """The first reading in which an entry stands at a step."""
    return next(place for place, steps in enumerate(entry.readings) if steps and step in steps)


def furthest(statuses: Sequence[Status | None]) -> Status | None:
    """The one that has come furthest.

    >>> furthest([None, "needed", "considered"])
    'planned'
    """
    ranks = [each for each in map(rank, statuses) if each is not None]
    return PROGRESS[max(ranks)] if ranks else None


class Run(NamedTuple):
    """How one arrow of a model runs between two steps.

    Attributes:
        link: the ids of its ends, as coded where it runs there as coded, otherwise in the first reading in which it does.
        at: the sentences that state it in that reading.
        coded: whether it runs there as it is coded.
        sure: whether it does so in every reading.
        ways: every way in which it can.
    """

    link: tuple[str, str]
    at: tuple[Sentence, ...]
    coded: bool
    sure: bool
    ways: frozenset[Way]


def makers(chain: Chain) -> dict[Ends, Maker]:
    """The arrows between steps that a model makes, or could make. An arrow within one step is none."""
    found: dict[Ends, list[Run]] = {}
    for arrow in chain.arrows:
        for ends, run in _runs(arrow, chain.entries):
            found.setdefault(ends, []).append(run)
    return {ends: _maker(runs, chain) for ends, runs in found.items()}


def _runs(arrow: Arrow, entries: Mapping[str, Placed]) -> Iterator[tuple[Ends, Run]]:
    source = entries[arrow.source]
    hops: dict[Ends, list[Hop]] = {}
    for hop in arrow.readings:
        if hop is not None:
            for ends in ((one, other) for one in source.possible for other in entries[hop.to].possible if one != other):
                hops.setdefault(ends, []).append(hop)
    for (one, other), those in hops.items():
        first = arrow.readings[0]
        coded = first is not None and one in source.coded and other in entries[first.to].coded
        sure = len(those) == len(arrow.readings) and one in source.sure and all(other in entries[hop.to].sure for hop in those)
        ways = frozenset[Way]("stated" if hop.at else "inferred" for hop in those)
        yield (one, other), Run((arrow.source, those[0].to), those[0].at, coded, sure, ways)


def _maker(runs: Sequence[Run], chain: Chain) -> Maker:
    deciding = [each for each in runs if each.coded] or runs
    stated = [each.at for each in deciding if each.at]
    surely_stated = any(each.sure and each.ways == {"stated"} for each in runs)
    places = stated or [chain.entries[name].at for each in deciding for name in each.link]
    return Maker(
        chain.model.id,
        any(each.coded for each in runs),
        any(each.sure for each in runs),
        "stated" if stated else "inferred",
        frozenset(way for each in runs for way in each.ways if way == "stated" or not surely_stated),
        tuple(each.link for each in deciding),
        tuple(dict.fromkeys(place for each in places for place in each)),
    )


class LeftOut(NamedTuple):
    """What of one model has no place in a common chain.

    Attributes:
        nodes: ids of nodes without a term.
        dropped: ids of nodes that were dropped.
        links: ends of arrows that leave or enter such a node.
        within: ends of arrows between two nodes that stand at the same step.
    """

    nodes: tuple[str, ...]
    dropped: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    within: tuple[tuple[str, str], ...]


def left_out(chain: Chain) -> LeftOut:
    """What of a model has no place in a common chain."""
    lost: list[tuple[str, str]] = []
    within: list[tuple[str, str]] = []
    for arrow in chain.arrows:
        hop = next((each for each in arrow.readings if each is not None), None)
        if hop is None or any(_runs(arrow, chain.entries)):
            continue
        link = (arrow.source, hop.to)
        (within if all(chain.entries[name].possible for name in link) else lost).append(link)
    return LeftOut(chain.untermed, chain.dropped, tuple(lost), tuple(within))
