"""Entries without a partner that look alike by their labels: shown to whoever codes the models, and never applied."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from virkningskjede.matching.assignment import assign, meetings
from virkningskjede.matching.items import EntryKey
from virkningskjede.matching.likeness import SAME_NAME, likeness, pieces
from virkningskjede.matching.pairs import Matching
from virkningskjede.model import Entry, LogicModel


class Proposal(NamedTuple):
    """Two entries without a partner that are perhaps the same thing.

    Attributes:
        a: section and id in the first model.
        b: section and id in the second; the section is the same.
        likeness: the share of the runs of three letters in either label that both have (Jaccard): above 0, and 1 for equal labels.
    """

    a: EntryKey
    b: EntryKey
    likeness: float


class _Named(NamedTuple):
    key: EntryKey
    label: frozenset[str]


def proposals(a: LogicModel, b: LogicModel, matching: Matching) -> tuple[Proposal, ...]:
    """Pairs of entries without a partner whose labels are alike, within one section and one-to-one, the likest first.

    The work grows linearly with the size of the models: only entries that share one of their rarest runs of letters are weighed.

    >>> from virkningskjede.matching import match
    >>> one = LogicModel(id="one", activities={"a": {"label": "Faste møter med fastlegen", "term": "faste-moter"}})
    >>> other = LogicModel(id="other", activities={"b": {"label": "Møter med fastlegen", "term": "dialog"}})
    >>> [(proposal.a[1], proposal.b[1], round(proposal.likeness, 2)) for proposal in proposals(one, other, match(one, other))]
    [('a', 'b', 0.92)]
    """
    ours, theirs = ([_named(model, key) for key in keys] for model, keys in ((a, matching.only_a), (b, matching.only_b)))
    common = Counter(piece for entry in (*ours, *theirs) for piece in entry.label)

    def rarest(entry: _Named) -> Iterator[tuple[str, str]]:
        # Two sets of which neither has so few of the other's cannot do without one of these (the prefix filter of set joins).
        few = sorted(entry.label, key=lambda piece: (common[piece], piece))
        yield from ((entry.key[0], piece) for piece in few[: len(few) - math.ceil(SAME_NAME * len(few)) + 1])

    met = {(x, y) for x, y in meetings(ours, theirs, rarest, rarest, lambda entry: (*sorted(entry.label), *entry.key))}
    weighed: Mapping[tuple[_Named, _Named], float] = {(x, y): likeness(x.label, y.label) for x, y in met}
    candidates = ((x, y, (-like,), tuple(sorted((x.key, y.key)))) for (x, y), like in weighed.items() if like >= SAME_NAME)
    return tuple(Proposal(x.key, y.key, weighed[x, y]) for x, y in assign(candidates))


def _named(model: LogicModel, key: EntryKey) -> _Named:
    entry: Entry = getattr(model, key[0])[key[1]]
    return _Named(key, pieces(getattr(entry, "label", None)))
