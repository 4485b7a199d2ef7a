"""What two models have in common, gathered under the terms that hold it together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from virkningskjede.analysis.diff import Diff
from virkningskjede.i18n import Lang, word_or
from virkningskjede.matching import EntryKey, Pair
from virkningskjede.model import SECTIONS, Entry, Outcome
from virkningskjede.model.fields import SECTION_KINDS
from virkningskjede.model.values import STAGES, Level, locators

PLACES = (
    *(f"stage.{stage}" for stage in STAGES if stage != "outcomes"),
    *(f"level.{level}" for level in get_args(Level)),
    *(f"section.{kind.name}" for kind in SECTION_KINDS.values() if kind.beside),
)
"""Where things stand, in the order of the report: stages, levels of outcomes, and what is beside the chain."""


@dataclass(frozen=True, slots=True)
class Row:
    """Pairs that the same terms hold together, and what is coded like one of them but has no partner.

    Attributes:
        place: where they stand; see `place_of`.
        pairs: at least one.
        akin: entries without a partner, of the first model and of the second.
    """

    place: str
    pairs: tuple[Pair, ...]
    akin: tuple[tuple[EntryKey, ...], tuple[EntryKey, ...]]

    @property
    def sure(self) -> bool:
        """Whether no other reading would undo a pair."""
        return all(pair.sure for pair in self.pairs)

    @property
    def moved(self) -> bool:
        """Whether some of it stands at one stage in the first model and at another in the second."""
        return any(pair.section != pair.section_b for pair in self.pairs)

    def terms(self, side: int) -> tuple[str, ...]:
        """The terms of one side that hold the pairs together."""
        return tuple(dict.fromkeys(terms[side] for terms in self.pairs[0].terms))

    def entries(self, diff: Diff, side: int) -> Iterator[Entry]:
        """The entries of one side: those in pairs, then those without a partner."""
        for pair in self.pairs:
            yield entry_of(diff, side, (pair.section_b, pair.b) if side else (pair.section, pair.a))
        for key in self.akin[side]:
            yield entry_of(diff, side, key)


def rows_of(diff: Diff) -> list[Row]:
    """The rows, place by place, in the order in which the first model's source tells of them."""
    groups: dict[tuple[object, ...], list[Pair]] = {}
    home: dict[tuple[int, EntryKey], tuple[object, ...]] = {}
    by_key = {(pair.section, pair.a): pair for pair in diff.matching.pairs}
    for key in in_source_order(diff, 0, by_key):
        pair = by_key[key]
        group = (place_of(diff, 0, key), pair.terms or pair.a)
        groups.setdefault(group, []).append(pair)
        home[0, key] = home[1, (pair.section_b, pair.b)] = group
    akin: dict[tuple[object, ...], tuple[list[EntryKey], list[EntryKey]]] = {group: ([], []) for group in groups}
    for side, likes in enumerate(diff.akin):
        for key in in_source_order(diff, side, likes):
            akin[home[1 - side, likes[key]]][side].append(key)
    rows = [Row(str(group[0]), tuple(pairs), (tuple(akin[group][0]), tuple(akin[group][1]))) for group, pairs in groups.items()]
    return sorted((row for row in rows if row.place in PLACES), key=lambda row: PLACES.index(row.place))


def entry_of(diff: Diff, side: int, key: EntryKey) -> Entry:
    """An entry of the first model (side 0) or the second (side 1)."""
    entry: Entry = getattr(diff.models[side], key[0])[key[1]]
    return entry


def name_in_both(diff: Diff, side: int, name: str) -> str:
    """What an id of one of the models is called in both: what is in a pair has the first model's, and what is in no pair one of its own.

    A name of the codebook is what it is.
    """
    paired = {pair.b if side else pair.a: pair.a for pair in diff.matching.pairs}
    own = any(name in getattr(diff.models[side], section) for section in SECTIONS)
    return paired.get(name, f"{side}:{name}" if own else name)


def place_of(diff: Diff, side: int, key: EntryKey) -> str:
    """The word for where an entry stands, as a key of the catalogue: a stage, for an outcome its level, or another section."""
    if key[0] not in STAGES:
        return f"section.{key[0]}"
    entry = entry_of(diff, side, key)
    return f"level.{entry.level}" if isinstance(entry, Outcome) else f"stage.{key[0]}"


def place_name(place: str, lang: Lang) -> str:
    """What a place is called."""
    return word_or(place, place.partition(".")[2], lang)


def in_source_order(diff: Diff, side: int, keys: Iterable[EntryKey]) -> list[EntryKey]:
    """Keys in the order in which the source tells of the entries, whatever the order of the file; those without a place last."""

    def first_place(key: EntryKey) -> tuple[object, ...]:
        places = locators(entry_of(diff, side, key).at, diff.models[side].source)
        positions = [(place.source or "", _numbers(place.section), place.first) for place in places]
        return (0, min(positions), key) if positions else (1, key)

    return sorted(keys, key=first_place)


def _numbers(section: str) -> tuple[tuple[int, str], ...]:
    """A section's number so that 2.10 comes after 2.9."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in section.split("."))
