"""Which arrow of one model is which arrow of the other: the same one, one that was moved, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from virkningskjede.analysis.diff.fields import Naming
from virkningskjede.matching import SAME_NAME, assign, likeness, meetings, pieces
from virkningskjede.model import Link, LogicModel

ArrowEnd = Literal["source", "target"]


_KEPT: tuple[tuple[ArrowEnd, ArrowEnd], ...] = (("source", "target"), ("target", "source"))
"""Which end an arrow keeps and which one moves, the firmer sign of one arrow first."""


@dataclass(frozen=True, slots=True)
class Arrows:
    """The arrows of two models.

    Attributes:
        same: arrows between matching nodes.
        moved: arrows with one matching end, and which end it is that differs.
        only_a: arrows of the first only.
        only_b: arrows of the second only.
    """

    same: tuple[tuple[Link, Link], ...]
    moved: tuple[tuple[Link, Link, ArrowEnd], ...]
    only_a: tuple[Link, ...]
    only_b: tuple[Link, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _NamedArrow:
    """An arrow whose ends are named so that both models name a matching node alike."""

    link: Link
    ends: Mapping[ArrowEnd, str]
    labels: Mapping[ArrowEnd, frozenset[str]]
    in_both: frozenset[ArrowEnd]
    because: frozenset[str]


PairingSide = tuple[LogicModel, Naming, Sequence[Link]]
"""One of the two models, how it names things, and those of its arrows that are to be paired."""


def pair_arrows(ours: PairingSide, theirs: PairingSide) -> Arrows:
    """Pair the arrows of two models one-to-one.

    Arrows between matching nodes are the same. Of those left, an arrow that keeps its source is the same arrow retargeted; then
    one that keeps its target. Where several could be, the likest mechanism, place and nodes decide.

    Between different models nothing was moved by anybody: there an arrow is held to lead elsewhere only when all the nodes it
    could go between are in both. The same goes for versions when it is the source that differs, unless the arrow gives itself
    away by its mechanism or its place.
    """
    left, right = _by_ends(ours), _by_ends(theirs)
    same = tuple((link, right[ends]) for ends, link in left.items() if ends in right)
    gone = [_arrow(ours, link) for ends, link in left.items() if ends not in right]
    new = [_arrow(theirs, link) for ends, link in right.items() if ends not in left]
    versions = ours[0].id == theirs[0].id
    moved: list[tuple[Link, Link, ArrowEnd]] = []
    for kept, other in _KEPT:
        chosen = assign(
            (x, y, (-_score(x, y),), tuple(sorted((x.link.ends, y.link.ends))))
            for x, y in meetings(gone, new, partial(_at, kept), partial(_at, kept), _name)
            if _could_be(x, y, other, versions=versions)
        )
        moved += [(x.link, y.link, other) for x, y in chosen]
        gone, new = _without(gone, (x for x, _ in chosen)), _without(new, (y for _, y in chosen))
    return Arrows(same, tuple(moved), tuple(arrow.link for arrow in gone), tuple(arrow.link for arrow in new))


def _by_ends(side: PairingSide) -> dict[tuple[str, str], Link]:
    _, names, links = side
    return {(names.of(link.source), names.of(link.to)): link for link in links}


def _arrow(side: PairingSide, link: Link) -> _NamedArrow:
    model, names, _ = side
    ends: dict[ArrowEnd, str] = {"source": link.source, "target": link.to}
    return _NamedArrow(
        link,
        {end: names.of(name) for end, name in ends.items()},
        {end: pieces(model.nodes[name].label) if name in model.nodes else frozenset() for end, name in ends.items()},
        frozenset(end for end, name in ends.items() if names.in_both(name)),
        pieces(link.because),
    )


def _at(end: ArrowEnd, arrow: _NamedArrow) -> tuple[str, ...]:
    return (arrow.ends[end],)


def _could_be(x: _NamedArrow, y: _NamedArrow, moved: ArrowEnd, *, versions: bool) -> bool:
    if moved in x.in_both and moved in y.in_both:
        return True
    return versions and (moved == "target" or likeness(x.because, y.because) >= SAME_NAME or _same_place(x, y))


def _same_place(x: _NamedArrow, y: _NamedArrow) -> bool:
    return bool(x.link.at) and x.link.at == y.link.at


def _name(arrow: _NamedArrow) -> tuple[str, ...]:
    return (*sorted(arrow.because), *arrow.link.ends)


def _score(x: _NamedArrow, y: _NamedArrow) -> float:
    nodes = sum(likeness(x.labels[end], y.labels[end]) for end in x.labels)
    return 3.0 * likeness(x.because, y.because) + 2.0 * _same_place(x, y) + nodes + (x.link.stated == y.link.stated)


def _without(arrows: list[_NamedArrow], paired: Iterable[_NamedArrow]) -> list[_NamedArrow]:
    left_out = {id(arrow) for arrow in paired}
    return [arrow for arrow in arrows if id(arrow) not in left_out]
