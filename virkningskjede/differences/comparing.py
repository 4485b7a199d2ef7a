"""Compare two models: match their entries, pair their arrows, and hold every field against its like."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.catalogue import Word
from virkningskjede.differences.arrows import pair_arrows
from virkningskjede.differences.changes import Change, Diff, Kind, Weight
from virkningskjede.differences.fields import Fields, Names, fields_of, fields_of_model, says_how_it_is_coded, weight_of
from virkningskjede.differences.judging import judge
from virkningskjede.matching import Matching, match
from virkningskjede.model import SECTIONS, Entry, Link, LogicModel
from virkningskjede.values import STAGES
from virkningskjede.vocabulary import Vocabulary

_LOGIC = frozenset({*STAGES, "assumptions", "barriers", "enablers"})
"""Sections whose entries are part of how the chain works; what stands in the others is content."""


def diff(a: LogicModel, b: LogicModel, vocabulary: Vocabulary | None = None) -> Diff:
    """Compare two models, or two versions of one (the same id).

    ``diff(a, a)`` is empty, and ``diff(b, a)`` is the mirror of ``diff(a, b)``: what is added in one is removed in the other.
    Between different models the places, notes and doubts of the coders are no differences.

    Args:
        a: the first model, or the older version.
        b: the second model, or the newer version.
        vocabulary: the codebook that says which terms, traits and actors are kinds of which.

    >>> old = LogicModel(id="m", activities={"kurs": {"label": "Kurs", "status": "planned"}})
    >>> new = LogicModel(id="m", activities={"kurs": {"label": "Kurs", "status": "in_use"}})
    >>> [(each.kind, each.path, each.before, each.after) for each in diff(old, new).changes]
    [('progressed', 'activities.kurs.status', 'planned', 'in_use')]
    """
    matching = match(a, b, vocabulary)
    changes = tuple(sorted(_Comparison(a, b, matching, vocabulary).changes(), key=_order))
    comparable = bool(matching.in_chain) or (a.id == b.id and not (a.nodes and b.nodes))
    return Diff((a, b), comparable, changes, matching, vocabulary)


def _order(change: Change) -> tuple[int, list[str], str, str]:
    steps = change.path.split(".")
    return (SECTIONS.index(steps[0]) if steps[0] in SECTIONS else -1, steps, change.path_b or "", change.kind)


class _Comparison:
    def __init__(self, a: LogicModel, b: LogicModel, matching: Matching, vocabulary: Vocabulary | None) -> None:
        self.a, self.b, self.matching, self.vocabulary = a, b, matching, vocabulary
        self.versions = a.id == b.id
        self.ours = Names(a, {pair.a: pair.b for pair in matching.pairs}, "a", coding=self.versions)
        self.theirs = Names(b, {pair.b: pair.b for pair in matching.pairs}, "b", coding=self.versions)
        self.sections = tuple({entry.id: section for section, entry in model.entries()} for model in (a, b))

    def changes(self) -> Iterator[Change]:
        yield from self._fields(fields_of_model(self.a), fields_of_model(self.b), "", "")
        yield from self._entries()
        yield from self._arrows()

    def _entries(self) -> Iterator[Change]:
        for pair in self.matching.pairs:
            mine, yours = getattr(self.a, pair.section)[pair.a], getattr(self.b, pair.section_b)[pair.b]
            at_a, at_b = f"{pair.section}.{pair.a}.", f"{pair.section_b}.{pair.b}."
            identity_a, identity_b = {"id": pair.a, "stage": pair.section}, {"id": pair.b, "stage": pair.section_b}
            yield from self._fields({**fields_of(mine), **identity_a}, {**fields_of(yours), **identity_b}, at_a, at_b)
        for section, name in self._left(self.matching.only_a):
            gone: Entry = getattr(self.a, section)[name]
            yield _whole("removed", "node", f"{section}.{name}", gone, "logic" if section in _LOGIC else "content")
        for section, name in self._left(self.matching.only_b):
            new: Entry = getattr(self.b, section)[name]
            yield _whole("added", "node", f"{section}.{name}", new, "logic" if section in _LOGIC else "content")

    def _left(self, keys: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
        return (key for key in keys if self.versions or key[0] != "ambiguities")

    def _arrows(self) -> Iterator[Change]:
        arrows = pair_arrows(self.a, self.b, self.ours, self.theirs)
        for mine, yours in arrows.same:
            yield from self._arrow_fields(mine, yours)
        for mine, yours, end in arrows.moved:
            before, after = (mine.to, yours.to) if end == "target" else (mine.source, yours.source)
            path_a, path_b = self._path(mine, 0), self._path(yours, 1)
            yield Change("retargeted", "link", path_a, path_b, before, after, "logic", Word(f"change.reason.{end}"))
            if self.versions:
                yield from self._arrow_fields(mine, yours)
        yield from (_whole("removed", "link", self._path(link, 0), link, "logic") for link in arrows.only_a)
        yield from (_whole("added", "link", self._path(link, 1), link, "logic") for link in arrows.only_b)

    def _path(self, link: Link, side: int) -> str:
        return f"{self.sections[side][link.source]}.{link.source}.leads_to.{link.to}"

    def _arrow_fields(self, mine: Link, yours: Link) -> Iterator[Change]:
        before, after = dict(fields_of(mine)), dict(fields_of(yours))
        if mine.stated != yours.stated:  # then it is one change that the place came or went
            before.pop("at", None)
            after.pop("at", None)
        yield from self._fields(before, after, f"{self._path(mine, 0)}.", f"{self._path(yours, 1)}.")

    def _fields(self, before: Fields, after: Fields, at_a: str, at_b: str) -> Iterator[Change]:
        for name in sorted(before.keys() | after.keys()):
            if not self.versions and says_how_it_is_coded(name):
                continue
            old, new = before.get(name), after.get(name)
            if old is None or new is None or self.ours.meaning(name, old) != self.theirs.meaning(name, new):
                kind, reason = judge(name, old, new, self.vocabulary)
                yield Change(kind, "field", f"{at_a}{name}", f"{at_b}{name}", old, new, weight_of(name), reason)


def _whole(kind: Kind, element: str, path: str, value: object, weight: Weight) -> Change:
    reason = Word(f"change.reason.{kind}")
    if kind == "added":
        return Change(kind, "node" if element == "node" else "link", None, path, None, value, weight, reason)
    return Change(kind, "node" if element == "node" else "link", path, None, value, None, weight, reason)
