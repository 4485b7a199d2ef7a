"""Compare two models: match their entries, pair their arrows, and hold every field against its like."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import NamedTuple

from virkningskjede.analysis.diff.arrows import pair_arrows
from virkningskjede.analysis.diff.changes import Change, ChangeKind, Diff
from virkningskjede.analysis.diff.classification import classify, settled
from virkningskjede.analysis.diff.fields import Fields, Naming, given_fields, given_fields_of_model, mentions, weight_of
from virkningskjede.i18n import Word
from virkningskjede.matching import Matching, Pair, match
from virkningskjede.model import SECTIONS, Entry, Link, LogicModel, Node
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.fields import SECTION_KINDS, field_named
from virkningskjede.model.values import STAGES, Weight, copy_with
from virkningskjede.yamlfile import collector_paused


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
    >>> [(change.kind, change.path, change.before, change.after) for change in diff(old, new).changes]
    [('progressed', 'activities.kurs.status', 'planned', 'in_use')]
    """
    with collector_paused():  # it would walk both models, over and over, while the pairs are made
        matching = match(a, b, vocabulary)
        changes = tuple(sorted(_Comparison(a, b, matching, vocabulary).changes(), key=_order))
    in_chain = any(pair.section in STAGES and pair.section_b in STAGES for pair in matching.pairs)
    comparable = in_chain or (a.id == b.id and not (a.nodes and b.nodes))
    whole = Diff((a, b), comparable, changes, matching, vocabulary)
    return whole.only(replace(change, among=whole) for change in changes)


def between(before: LogicModel, after: LogicModel, vocabulary: Vocabulary | None = None) -> Diff:
    """The diff of two versions of one file. A new id is one cosmetic change, and not another model.

    >>> old, new = LogicModel(id="gammel"), LogicModel(id="ny")
    >>> [(change.path, change.before, change.after) for change in between(old, new).changes]
    [('id', 'gammel', 'ny')]
    """
    if before.id == after.id:
        return diff(before, after, vocabulary)
    differences = diff(copy_with(before, {"id": after.id}), after, vocabulary)
    renamed = Change("changed", "field", "id", "id", before.id, after.id, "cosmetic", Word("change.reason.wording"), differences)
    return replace(differences, changes=(renamed, *differences.changes))


def _order(change: Change) -> tuple[int, list[str], str, str]:
    steps = change.path.split(".")
    return (SECTIONS.index(steps[0]) if steps[0] in SECTIONS else -1, steps, change.path_b or "", change.kind)


class _Open(NamedTuple):
    """A pair that may differ: its two entries, and the attributes that are unlike; all of them may be when that is None."""

    pair: Pair
    mine: Entry
    yours: Entry
    unlike: list[str] | None


class _Comparison:
    def __init__(self, a: LogicModel, b: LogicModel, matching: Matching, vocabulary: Vocabulary | None) -> None:
        self.a, self.b, self.matching, self.vocabulary = a, b, matching, vocabulary
        self.versions = a.id == b.id
        renamed = {pair.a: pair.b for pair in matching.pairs if pair.a != pair.b}
        alone_a, alone_b = ({name for _, name in keys} for keys in (matching.only_a, matching.only_b))
        self.ours = Naming(a, renamed, alone_a, "a", coding=self.versions)
        self.theirs = Naming(b, {}, alone_b, "b", coding=self.versions)
        # What is written alike means the same, unless it names something that has one id in both models without being the same.
        apart = frozenset() if self.versions else frozenset(name for name in (*renamed, *alone_a) if self.theirs.is_own(name))
        opened = (self._opened(pair, apart) for pair in matching.pairs if apart or not pair.alike)
        self.open = [candidate for candidate in opened if candidate.unlike != []]

    def _opened(self, pair: Pair, apart: Set[str]) -> _Open:
        mine, yours = getattr(self.a, pair.section)[pair.a], getattr(self.b, pair.section_b)[pair.b]
        naming = (mine,) if pair.alike else (mine, yours)  # what is written alike names the same
        if type(mine) is not type(yours) or any(not apart.isdisjoint(mentions(entry)) for entry in naming if apart):
            return _Open(pair, mine, yours, None)
        if pair.alike:
            return _Open(pair, mine, yours, [])
        others = vars(yours)
        return _Open(pair, mine, yours, [name for name, value in vars(mine).items() if value != others[name]])

    def changes(self) -> Iterator[Change]:
        yield from self._fields(given_fields_of_model(self.a), given_fields_of_model(self.b), "", "")
        yield from self._entries()
        yield from self._arrows()

    def _entries(self) -> Iterator[Change]:
        for pair, mine, yours, unlike in self.open:
            before, after = dict(given_fields(mine, unlike)), dict(given_fields(yours, unlike))
            # A version in which something was named anew: that its id followed its label is part of one change.
            if pair.a != pair.b and not (self.versions and before.get("label") != after.get("label")):
                before["id"], after["id"] = pair.a, pair.b
            if pair.section != pair.section_b:
                before["stage"], after["stage"] = pair.section, pair.section_b
            yield from self._fields(before, after, f"{pair.section}.{pair.a}.", f"{pair.section_b}.{pair.b}.", yours)
        for section, name in self._left(self.matching.only_a):
            gone: Entry = getattr(self.a, section)[name]
            yield _whole("removed", "node", f"{section}.{name}", gone, SECTION_KINDS[section].weight)
        for section, name in self._left(self.matching.only_b):
            new: Entry = getattr(self.b, section)[name]
            yield _whole("added", "node", f"{section}.{name}", new, SECTION_KINDS[section].weight)

    def _left(self, keys: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
        return (key for key in keys if self.versions or not SECTION_KINDS[key[0]].coding)

    def _arrows(self) -> Iterator[Change]:
        arrows = pair_arrows((self.a, self.ours, self._links(0)), (self.b, self.theirs, self._links(1)))
        for mine, yours in arrows.same:
            yield from self._arrow_fields(mine, yours)
        for mine, yours, end in arrows.moved:
            before, after = (mine.to, yours.to) if end == "target" else (mine.source, yours.source)
            path_a, path_b = _path(self.a, mine), _path(self.b, yours)
            yield Change("retargeted", "link", path_a, path_b, before, after, "logic", Word(f"change.reason.{end}"))
            if self.versions:
                yield from self._arrow_fields(mine, yours)
        yield from (_whole("removed", "link", _path(self.a, link), link, "logic") for link in arrows.only_a)
        yield from (_whole("added", "link", _path(self.b, link), link, "logic") for link in arrows.only_b)

    def _links(self, side: int) -> list[Link]:
        """The arrows of one side that may differ from those of the other."""
        entries = [candidate[1 + side] for candidate in self.open if candidate.unlike is None or "leads_to" in candidate.unlike]
        model, alone = (self.b, self.matching.only_b) if side else (self.a, self.matching.only_a)
        entries += [getattr(model, section)[name] for section, name in alone]
        return [link for entry in entries if isinstance(entry, Node) for link in entry.leads_to]

    def _arrow_fields(self, mine: Link, yours: Link) -> Iterator[Change]:
        before, after = dict(given_fields(mine)), dict(given_fields(yours))
        if mine.stated != yours.stated:  # then it is one change that the place came or went
            before.pop("at", None)
            after.pop("at", None)
        yield from self._fields(before, after, f"{_path(self.a, mine)}.", f"{_path(self.b, yours)}.", yours)

    def _fields(self, before: Fields, after: Fields, at_a: str, at_b: str, now: Entry | Link | None = None) -> Iterator[Change]:
        for name in sorted(before.keys() | after.keys()):
            if not self.versions and field_named(name).coding:
                continue
            old, new = before.get(name), after.get(name)
            if old is None or new is None or self.ours.meaning(name, old) != self.theirs.meaning(name, new):
                kind, reason = classify(name, old, new, self.vocabulary)
                if reason.key == "change.reason.kept" and now is not None and settled(old, now):
                    reason = Word("change.reason.settled")
                yield Change(kind, "field", f"{at_a}{name}", f"{at_b}{name}", old, new, weight_of(name), reason)


def _path(model: LogicModel, link: Link) -> str:
    return f"{model.nodes[link.source].stage}.{link.source}.leads_to.{link.to}"


def _whole(kind: ChangeKind, element: str, path: str, value: object, weight: Weight) -> Change:
    reason = Word(f"change.reason.{kind}")
    if kind == "added":
        return Change(kind, "node" if element == "node" else "link", None, path, None, value, weight, reason)
    return Change(kind, "node" if element == "node" else "link", path, None, value, None, weight, reason)
