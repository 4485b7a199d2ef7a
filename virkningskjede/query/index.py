"""The readings of a model's entries, by what they say: a question looks up those that it is about, and asks no other.

A set of readings is a whole number in which each reading has its bit. What must hold of one and the same reading is then ``&``, and what
is enough of several is ``|``, of all the readings of a model at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from virkningskjede.model.codebook import Column, Vocabulary
from virkningskjede.query.facts import CodedElement, Facts
from virkningskjede.query.questions import NodeQuestion, WantedActors

Readings = int
"""A set of readings: each has its bit."""

Table = Mapping[object, Readings]
"""The readings that say something, by what they say."""

_NONE: Mapping[str, frozenset[str]] = {}


class ReadingIndex:
    """The readings of some entries, by what they say. What says that something is there says it of all that this is a kind of."""

    def __init__(self, entries: Sequence[CodedElement], vocabulary: Vocabulary | None) -> None:
        """Look through the readings, once.

        Args:
            entries: the entries.
            vocabulary: says what is a kind of what; without one nothing is.
        """
        self.entries = entries
        self._wider = vocabulary.wider if vocabulary is not None else {}
        self._owners: list[int] = []
        self._starts: list[int] = []
        self.all = self.unwanted = self.undecided = 0
        tables = tuple(defaultdict[object, Readings](int) for _ in range(11))
        self._stage, self._own_term, self._term, self._level, self._horizon, self._when, self._mode, self._place, *actors = tables
        self._done_for, self._sure, self._maybe = actors
        for owner, entry in enumerate(entries):
            self._starts.append(len(self._owners))
            for facts in entry.readings:
                if facts is not None:  # what is not there says nothing
                    self._enter(facts, 1 << len(self._owners))
                self._owners.append(owner)

    def _enter(self, facts: Facts, bit: Readings) -> None:
        self.all |= bit
        if facts.unwanted:
            self.unwanted |= bit
        if facts.stages == ("open_questions",):
            self.undecided |= bit
        self._level[facts.level] |= bit
        self._horizon[facts.horizon] |= bit
        for table, names in ((self._stage, facts.stages), (self._own_term, facts.term), (self._when, facts.when), (self._mode, facts.mode)):
            for name in names:
                table[name] |= bit
        self._enter_kinds(self._term, "terms", facts.term, bit)
        self._enter_kinds(self._place, "places", facts.place, bit)
        if facts.who is not None:
            self._enter_kinds(self._done_for, "actors", facts.who.for_, bit)
            self._enter_kinds(self._sure, "actors", facts.who.takes_part, bit)
            self._enter_kinds(self._maybe, "actors", facts.who.maybe, bit)

    def _enter_kinds(self, table: defaultdict[object, Readings], hierarchy: str, names: Iterable[str], bit: Readings) -> None:
        for name in names:
            table[name] |= bit
            for wider in self._wider.get(hierarchy, _NONE).get(name, ()):
                table[wider] |= bit

    def of_first(self, count: int) -> Readings:
        """The readings of so many of the entries."""
        return (1 << (self._starts[count] if count < len(self._starts) else len(self._owners))) - 1

    def of_column(self, column: Column, stages: Collection[str]) -> Readings:
        """Those that can fill a column of a table; the column itself says whether they do."""
        terms = (*column.counts, *column.debatable)
        those = (self.unwanted if column.unwanted else self.all & ~self.unwanted) & _any(self._stage, stages)
        those &= _any(self._term, terms) if terms else those
        those &= _any(self._place, column.places) if column.places else those
        return those & _any(self._mode, column.modes) if column.modes else those

    def of_question(self, question: NodeQuestion) -> Readings:
        """Those of which all holds that a question asks for, but for its column, its risk, what it addresses, and how far
        and how much (status, dose)."""
        those = self.all
        for wanted, table in (
            (question.term, self._own_term if question.exact else self._term),
            (question.stage, self._stage),
            (question.level, self._level),
            (question.horizon, self._horizon),
            (question.place, self._place),
        ):
            if wanted:
                those &= _any(table, wanted)
        for condition in question.when:
            those &= self._when.get(condition, 0)
        for way in question.mode:
            those &= self._mode.get(way, 0)
        if question.for_ is not None:
            those &= _among(question.for_, (self._done_for,))
        if question.who is not None:
            those &= _among(question.who, (self._sure, self._maybe))
        return those

    def surely_with(self, who: WantedActors) -> Readings:
        """Those in which the actors who are asked for take part for sure."""
        return _among(who, (self._sure,))

    def entries_in(self, those: Readings) -> Iterator[tuple[CodedElement, int]]:
        """The entries that have one of these readings, in order, each with the place of its first reading."""
        while those:
            owner = self._owners[(those & -those).bit_length() - 1]  # of the lowest bit
            entry, start = self.entries[owner], self._starts[owner]
            yield entry, start
            end = start + len(entry.readings)
            those = those >> end << end


def _any(table: Table, names: Iterable[object]) -> Readings:
    those = 0
    for name in names:
        those |= table.get(name, 0)
    return those


def _among(who: WantedActors, tables: Sequence[Table]) -> Readings:
    """The readings that name all of ``all`` and one of ``any``, in one of the tables each."""
    those = _any(tables[0], who.any) | _any(tables[-1], who.any) if who.any else ~0
    for actor in who.all:
        those &= _any(tables[0], (actor,)) | _any(tables[-1], (actor,))
    return those
