"""Which steps one model has, and which arrows between them it makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from virkningskjede.analysis.consensus.parts import Holder, Maker, Way
from virkningskjede.analysis.consensus.steps import ArrowReadings, Hop, Placed, Step, TermChain
from virkningskjede.model.values import PROGRESS, Sentence, Status, rank

Ends = tuple[Step, Step]
"""An arrow of the common chain: from one step to another."""


def holders(chain: TermChain) -> dict[Step, Holder]:
    """The steps that a model has, or could have."""
    by_step: dict[Step, list[Placed]] = {}
    for entry in chain.entries.values():
        for step in entry.possible:
            by_step.setdefault(step, []).append(entry)
    return {step: _holder(step, entries, chain.model.id) for step, entries in by_step.items()}


def _holder(step: Step, entries: Sequence[Placed], model: str) -> Holder:
    coded = [entry for entry in entries if step in entry.coded]
    deciding = coded or entries
    statuses = [entry.statuses[0 if coded else _first(step, entry)] for entry in deciding]
    return Holder(
        model,
        bool(coded),
        any(step in entry.sure for entry in entries),
        tuple(entry.id for entry in deciding),
        tuple(dict.fromkeys(place for entry in deciding for place in entry.at)),
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
    ranks = [number for number in map(rank, statuses) if number is not None]
    return PROGRESS[max(ranks)] if ranks else None


class ArrowRun(NamedTuple):
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


def makers(chain: TermChain) -> dict[Ends, Maker]:
    """The arrows between steps that a model makes, or could make. An arrow within one step is none."""
    by_ends: dict[Ends, list[ArrowRun]] = {}
    for arrow in chain.arrows:
        for ends, run in _runs(arrow, chain.entries):
            by_ends.setdefault(ends, []).append(run)
    return {ends: _maker(runs, chain) for ends, runs in by_ends.items()}


def _runs(arrow: ArrowReadings, entries: Mapping[str, Placed]) -> Iterator[tuple[Ends, ArrowRun]]:
    source = entries[arrow.source]
    hops: dict[Ends, list[Hop]] = {}
    for hop in arrow.readings:
        if hop is not None:
            for ends in ((start, end) for start in source.possible for end in entries[hop.to].possible if start != end):
                hops.setdefault(ends, []).append(hop)
    for (start, end), those in hops.items():
        first = arrow.readings[0]
        coded = first is not None and start in source.coded and end in entries[first.to].coded
        sure = len(those) == len(arrow.readings) and start in source.sure and all(end in entries[hop.to].sure for hop in those)
        ways = frozenset[Way]("stated" if hop.at else "inferred" for hop in those)
        yield (start, end), ArrowRun((arrow.source, those[0].to), those[0].at, coded, sure, ways)


def _maker(runs: Sequence[ArrowRun], chain: TermChain) -> Maker:
    deciding = [run for run in runs if run.coded] or runs
    stated = [run.at for run in deciding if run.at]
    surely_stated = any(run.sure and run.ways == {"stated"} for run in runs)
    places = stated or [chain.entries[name].at for run in deciding for name in run.link]
    return Maker(
        chain.model.id,
        any(run.coded for run in runs),
        any(run.sure for run in runs),
        "stated" if stated else "inferred",
        frozenset(way for run in runs for way in run.ways if way == "stated" or not surely_stated),
        tuple(run.link for run in deciding),
        tuple(dict.fromkeys(place for at in places for place in at)),
    )


class LeftOut(NamedTuple):
    """What of one model has no place in a common chain.

    Attributes:
        nodes: ids of nodes without a term.
        dropped: ids of nodes that were dropped.
        links: ends of arrows that leave or enter such a node.
        within: ends of arrows between two nodes that stand at the same step.
        not_part: ids of nodes that never took part.
        unwanted: ids of effects that nobody wishes.
        signed: ends of arrows with a minus or a mixed sign, which lead to nothing that is aimed at.
        joint: ids of outcomes that the text says come of several measures together, which is no arrow from each of them.
    """

    nodes: tuple[str, ...]
    dropped: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    within: tuple[tuple[str, str], ...]
    not_part: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    signed: tuple[tuple[str, str], ...] = ()
    joint: tuple[str, ...] = ()


def left_out(chain: TermChain) -> LeftOut:
    """What of a model has no place in a common chain."""
    lost: list[tuple[str, str]] = []
    within: list[tuple[str, str]] = []
    for arrow in chain.arrows:
        hop = next((hop for hop in arrow.readings if hop is not None), None)
        if hop is None or any(_runs(arrow, chain.entries)):
            continue
        link = (arrow.source, hop.to)
        (within if all(chain.entries[name].possible for name in link) else lost).append(link)
    signed = tuple(link.ends for link in chain.model.links() if link.sign is not None)
    joint = tuple(name for name, outcome in chain.model.outcomes.items() if outcome.of_several)
    return LeftOut(chain.untermed, chain.dropped, tuple(lost), tuple(within), chain.not_part, chain.unwanted, signed, joint)
