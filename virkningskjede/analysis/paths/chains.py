"""The chains of arrows between two ends: how many there are, and which."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from virkningskjede.analysis.paths.condensation import Condensation, condensation_of, steps_of
from virkningskjede.analysis.paths.dropped import dropped_of, never_part_of, without_dropped
from virkningskjede.analysis.paths.ends import End, beginnings, end_of, endings
from virkningskjede.analysis.paths.strength import STRENGTHS, strength_of
from virkningskjede.arguments import checked
from virkningskjede.model import Link, LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.joint import JointStep
from virkningskjede.model.values import Sign, sentences, sign_along
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.paths.report import PathsReport

MAX_PATHS = 10_000
"""Most chains that `paths` lists; their number can grow exponentially with the arrows."""

MAX_STEPS = 2_000_000
"""Most arrows that are looked at to list chains: what bounds very long chains, and circles with very many ways through them."""

Chain = tuple[str, ...]
"""The ids along a chain."""


@dataclass(frozen=True, slots=True)
class Paths(Reported):
    """The chains that lead from some nodes to others.

    Attributes:
        model: the model.
        start: where they begin.
        end: where they end.
        paths: the chains, each as the ids along it and each with at least one arrow; in the order of the file.
        truncated: whether there are more chains than are listed.
        count: how many chains there are, listed or not, with each circle taken as one place: within it, and from one of its nodes to
            another, there is one way. Where there are no circles it is the number of chains.
        circles: the ids in each circle that some of the chains lead through.
        stated: whether only arrows that the source states were followed.
        vocabulary: the codebook that terms were looked up in.
        dropped: ids of the nodes that were dropped, through which no chain leads.
        signed: whether arrows with a sign were followed, too.
    """

    model: LogicModel
    start: End
    end: End
    paths: tuple[Chain, ...]
    truncated: bool
    count: int
    circles: tuple[tuple[str, ...], ...] = ()
    stated: bool = False
    vocabulary: Vocabulary | None = None
    dropped: tuple[str, ...] = ()
    signed: bool = False

    def __repr__(self) -> str:
        return f"Paths({self.model.id}: {self.start.name} -> {self.end.name}, {len(self.paths)} listed)"

    @property
    def feedback(self) -> tuple[Link, ...]:
        """The model's arrows that go back on purpose, which are steps of no chain; without those from and to what was dropped."""
        gone = {*self.dropped, *never_part_of(self.model)}
        return tuple(link for link in self.model.links() if link.feedback and not {*link.ends} & gone)

    @property
    def unfollowed(self) -> tuple[Link, ...]:
        """The arrows that have a sign, where they are steps of no chain; without those from and to what is not there."""
        gone = {*self.dropped, *never_part_of(self.model)}
        return () if self.signed else tuple(link for link in self.model.links() if link.sign and not {*link.ends} & gone)

    def sign(self, chain: Chain) -> Sign | None:
        """The sign of a chain: the product of those of its arrows; None for plus."""
        return sign_of(chain, self.links)

    @property
    def links(self) -> Mapping[tuple[str, str], Link]:
        """Every arrow of the model by its two ends, and every step from what leads somewhere together with other things (`JointStep`)."""
        steps = (*self.model.links(), *steps_of(self.model, stated=self.stated, signed=self.signed))
        return {link.ends: link for link in steps}

    @checked
    def first(self, most: int) -> Paths:
        """The same with no more than so many of the chains listed."""
        return self if len(self.paths) <= most else replace(self, paths=self.paths[:most], truncated=True)

    def to_frame(self) -> pd.DataFrame:
        """One row for each arrow of each listed chain (needs pandas).

        Columns: chain, step, source, to, stated, because, strength, weakest, at, sign (None for plus) and together: whether it is no arrow,
        but that the text says that several measures lead there together.
        ``chain`` and ``step`` count from 1; ``weakest`` says whether no arrow of the chain is less well founded; ``strength`` is an
        ordered categorical, see `virkningskjede.analysis.paths.strength`. ``source_label`` and ``to_label`` say what the nodes are called.
        """
        rows = []
        links = self.links
        for number, chain in enumerate(self.paths, 1):
            weak = weakest(chain, links)
            for step, link in enumerate(along(chain, links), 1):
                at = sentences(link.at, self.model.source)
                arrow = (
                    link.source,
                    link.to,
                    link.stated,
                    link.because,
                    strength_of(link),
                    link.ends in weak,
                    at,
                    link.sign,
                    isinstance(link, JointStep),
                )
                rows.append((number, step, *arrow))
        columns = ["chain", "step", "source", "to", "stated", "because", "strength", "weakest", "at", "sign", "together"]
        called = {name: node.label for name, node in self.model.nodes.items()}
        return tidy(rows, columns, labels={"source": called, "to": called}, ordered={"strength": STRENGTHS})

    def report(self, *, most: int | None = None) -> PathsReport:
        """What they have to say.

        Args:
            most: so many of the chains are told; None for 20 of them in what is read, and for all in what programs read.

        >>> model = LogicModel(id="m", inputs={"a": {"label": "A", "leads_to": ["b"]}}, outputs={"b": {"label": "B"}})
        >>> print(paths(model, "a", "b").to_text(lang="en"), end="")
        m: from “A” to “B”
        ==================
        <BLANKLINE>
        One chain.
        <BLANKLINE>
        1. A
          → B (inferred without a reason)
        """
        from virkningskjede.analysis.paths.report import PathsReport  # the contract's exception: a result is read where it stands

        return PathsReport(self, most)


def along(chain: Chain, links: Mapping[tuple[str, str], Link]) -> Iterator[Link]:
    """The arrows of a chain."""
    return (links[ends] for ends in pairwise(chain))


def sign_of(chain: Chain, links: Mapping[tuple[str, str], Link]) -> Sign | None:
    """The sign of a chain: the product of those of its arrows; None for plus."""
    return sign_along(link.sign for link in along(chain, links))


def weakest(chain: Chain, links: Mapping[tuple[str, str], Link]) -> frozenset[tuple[str, str]]:
    """The two ends of those arrows of a chain that are the least well founded: one, or several alike."""
    ranks = {link.ends: STRENGTHS.index(strength_of(link)) for link in along(chain, links)}
    return frozenset(ends for ends, rank in ranks.items() if rank == min(ranks.values()))


def paths(
    model: LogicModel,
    start: str | None = None,
    end: str | None = None,
    *,
    vocabulary: Vocabulary | None = None,
    limit: int = MAX_PATHS,
    stated: bool = False,
    signed: bool = False,
) -> Paths:
    """The chains of arrows that lead from some nodes to others. Arrows marked ``feedback`` are left out, and so are nodes that were
    dropped, with the arrows from and to them.

    They are listed up to a limit and counted exactly. The count takes linear time, whatever it comes to: nodes that lead to each other
    in a circle are taken as one place, and the ways to each place are summed along the arrows.

    Args:
        model: the model.
        start: a node's id, a term, a stage (``inputs``) or a level (``user``); see `virkningskjede.analysis.paths.ends.end_of`. Where the
            model's own chains begin when None: inputs, activities and outputs that nothing but context leads to.
        end: likewise; where the model's own chains end when None: outcomes that lead to no further outcome.
        vocabulary: the codebook, which says which terms are narrower.
        limit: most chains to list.
        stated: follow only arrows that the source states.
        signed: follow arrows with a sign (``minus``, ``mixed``), too; a chain then has the product of theirs.

    Raises:
        UsageError: an end is nothing that the model or the codebook knows.

    >>> model = LogicModel(id="m", inputs={"a": {"label": "A", "leads_to": ["b", "c"]}}, outputs={"b": {"label": "B", "leads_to": ["c"]},
    ...                    "c": {"label": "C"}})
    >>> chains = paths(model, "a", "c")
    >>> chains.paths, chains.count
    ((('a', 'b', 'c'), ('a', 'c')), 2)
    """
    left = without_dropped(model)
    places = condensation_of(left, stated=stated, signed=signed)
    whole = condensation_of(left, signed=signed) if stated and None in (start, end) else places
    first = end_of(model, start, vocabulary) if start is not None else End("", "edge", beginnings(left, whole))
    last = end_of(model, end, vocabulary) if end is not None else End("", "edge", endings(left, whole))
    starts, ends = (tuple(name for name in edge.nodes if name in left.nodes) for edge in (first, last))
    count, circles = _counted(places, starts, ends)
    listed, truncated = _listed(left, places, starts, ends, limit=limit, stated=stated, signed=signed)
    return Paths(model, first, last, listed, truncated, count, circles, stated, vocabulary, dropped_of(model), signed)


def _counted(places: Condensation, starts: Collection[str], ends: Collection[str]) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """How many chains there are, and the circles on their way."""
    first, last = places.at(starts), places.at(ends)
    ways_from, ways_to = places.ways_from(first), places.ways_to(last)
    count = sum(ways_from[place] for place in last)
    for place in first & last:  # the chain without arrows is no chain, unless it leads from one node of a circle to another
        inside = [name for name in places.members[place] if name in starts or name in ends]
        count -= not (places.is_circle(place) and len(inside) > 1)
    passed = (place for place in range(len(places.members)) if places.is_circle(place) and ways_from[place] and ways_to[place])
    return count, tuple(places.members[place] for place in passed) if count else ()


def _listed(
    model: LogicModel, places: Condensation, starts: Collection[str], ends: Collection[str], *, limit: int, stated: bool, signed: bool
) -> tuple[tuple[Chain, ...], bool]:
    """The chains in which no node comes twice, and whether there are more. Only nodes from which an end can be reached are entered."""
    ways = places.ways_to(places.at(ends))
    useful = {name for name, place in places.place.items() if ways[place]}
    following: dict[str, list[str]] = {name: [] for name in model.nodes}
    for link in steps_of(model, stated=stated, signed=signed):
        if link.to in useful:
            following[link.source].append(link.to)
    wanted = frozenset(ends)
    chains: list[Chain] = []
    steps = 0
    for start in starts:
        trail: dict[str, Iterator[str]] = {start: iter(following[start])}
        while trail:
            steps += 1
            if steps > MAX_STEPS:
                return tuple(chains), True
            step = next(next(reversed(trail.values())), None)
            if step is None:
                trail.popitem()
            elif step not in trail:
                if step in wanted:
                    if len(chains) == limit:
                        return tuple(chains), True
                    chains.append((*trail, step))
                    steps += len(trail)
                trail[step] = iter(following[step])
    return tuple(chains), False
