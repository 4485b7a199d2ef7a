"""What is read out of a table, on the way to a model: entries, what they say, whom they name, and what there is to tell of the reading."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from virkningskjede.diagnostics import Diagnostic
from virkningskjede.i18n import Lang, Word
from virkningskjede.i18n.likely import guess, likely
from virkningskjede.model import PARTS
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.fields import SECTION_KINDS
from virkningskjede.model.values import STAGES
from virkningskjede.tables import words
from virkningskjede.tables.fields import name_key, named_in, parts_of
from virkningskjede.tables.lexicon import Step
from virkningskjede.tables.names import is_id, key, slug
from virkningskjede.tables.numbers import Decimals
from virkningskjede.tables.problems import problem
from virkningskjede.tables.sheet import Cell, Sheet

CHAIN: frozenset[str] = frozenset(STAGES)


@dataclass(slots=True)
class Item:
    """One entry to be.

    Attributes:
        id: its id.
        step: where it belongs.
        label: what people see; empty where it has no name of its own.
        cell: where it stands.
        number: the number that it has in the table, such as ``1.2``.
        values: what else is known of it, in the keys of the format.
        own: whether the table gives the id.
        cells: where what is known of it stands.
        targets: the numbers that it is to come to, each with where it stands.
    """

    id: str
    step: Step
    label: str
    cell: Cell
    number: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    own: bool = False
    cells: dict[str, Cell] = field(default_factory=dict)
    targets: list[tuple[dict[str, Any], Cell]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mention:
    """That an entry names others, in the words of a cell."""

    item: str
    key: str
    text: str
    cell: Cell
    sections: frozenset[str]


class Draft:
    """What is read so far.

    Args:
        sheet: the table.
        lang: the language of its texts.
        vocabulary: the codebook, by which terms and actors are known.
        source: the source that places are in where they name none.
    """

    def __init__(self, sheet: Sheet, lang: Lang, vocabulary: Vocabulary | None = None, source: str | None = None) -> None:
        self.sheet = sheet
        self.lang: Lang = lang
        self.vocabulary = vocabulary
        self.source = source
        self.head: dict[str, Any] = {}
        self.items: dict[str, Item] = {}
        self.problems: list[Diagnostic] = []
        self.left: dict[Word, dict[Cell, str]] = {}
        self.unread: dict[str, None] = {}
        self.filled: list[Cell] = []
        self.decimal: Decimals = None
        self.thousands: list[str] = []
        self.empty: dict[Cell, str] = {}
        self.beside: list[str] = []
        self.lowered: list[str] = []
        self.read: set[Cell] = set()
        self.unattached: list[str] = []
        self.unitless: dict[Cell, str] = {}
        self.belonging = 0
        self.parts: dict[str, str] = {}
        self.of_parts: dict[Cell, str] = {}
        self.unplaced: list[str] = []
        self.unkind: list[str] = []
        self._mentions: list[Mention] = []
        self._arrows: list[tuple[tuple[str, Cell], tuple[str, Cell], dict[str, Any]]] = []
        self._by_label: dict[tuple[str, str], list[str]] = {}
        self._aliases: dict[str, list[str]] = {}
        self._taken: dict[str, int] = {}

    @cached_property
    def terms(self) -> Mapping[str, str] | None:
        """The terms of the codebook by what they are called; None where there is no codebook."""
        return None if self.vocabulary is None else named_in(self.vocabulary.terms)

    @cached_property
    def actors(self) -> Mapping[str, str] | None:
        """The same of its actors."""
        return None if self.vocabulary is None else named_in(self.vocabulary.actors)

    @cached_property
    def traits(self) -> Mapping[str, str] | None:
        """The same of its traits."""
        return None if self.vocabulary is None else named_in(self.vocabulary.traits)

    def report(self, code: str, cell: Cell, /, **params: object) -> None:
        """Say something of a cell."""
        self.problems.append(problem(code, self.sheet, *cell, **params))

    def not_read(self, cell: Cell, text: str, why: Word) -> None:
        """Keep that what stands in a cell is not in the model, or not as it stands there; all for one reason are told together."""
        self.left.setdefault(why, {}).setdefault(cell, text)

    def unknown_stage(self, text: str, cell: Cell) -> None:
        """Say that a cell names no stage that is known."""
        self._unplaced(text, cell, "table.as.stage", likely(key(text), list(words.steps())))

    def no_stage(self, text: str, cell: Cell) -> None:
        """Say that the table gives what a cell says no stage."""
        self._unplaced(text, cell, "table.no_stage")

    def _unplaced(self, text: str, cell: Cell, what: str, guess: Word | str = "") -> None:
        known = ", ".join(words.known_steps(self.lang))
        self.report("VK034", cell, value=text, what=Word(what), known=known, likely=guess)

    def add(
        self, step: Step, label: str, cell: Cell, *, own_id: str = "", number: str = "", name: str = "", apart: bool = False
    ) -> Item | None:
        """An entry, new or one that is there already: the same text at the same stage is one entry, unless the ids say otherwise.

        Args:
            step: where it belongs.
            label: what people see.
            cell: where it stands.
            own_id: the id that the table gives it, as it stands there.
            number: its number in the table.
            name: what its id is made of, where it has no label.
            apart: it is an entry of its own even where another is called the same.
        """
        called = name_key(label)
        given = own_id.strip()
        there = self._there(step, called, given, apart)
        if there is not None:
            if given and (there.step.section, name_key(there.label)) != (step.section, called):
                first = self.sheet.place(*there.cell)
                self.report("VK036", cell, id=given, label=label, other=there.label, first=first)
                return None
            there.number = there.number or number
            return there
        entry_id = self._free(given if is_id(given) else slug(given or label or name or step.section))
        item = Item(entry_id, step, label, cell, number, own=bool(given))
        self.items[entry_id] = item
        if label:
            self._by_label.setdefault((step.section, called), []).append(entry_id)
            self._aliases.setdefault(called, []).append(entry_id)
        for alias in {name_key(given), name_key(number)} - {"", called}:
            self._aliases.setdefault(alias, []).append(entry_id)
        return item

    def _there(self, step: Step, called: str, given: str, apart: bool) -> Item | None:
        if given:
            same = [entry_id for entry_id in self._aliases.get(name_key(given), ()) if self.items[entry_id].own and _named(given, entry_id)]
            return self.items[same[0]] if same else None
        same = self._by_label.get((step.section, called), []) if called and not apart else []
        if len(same) == 1 and not (step.section == "outcomes" and self.items[same[0]].step.horizon != step.horizon):
            return self.items[same[0]]
        return None

    def _free(self, entry_id: str) -> str:
        free = entry_id
        while free in self.items:
            self._taken[entry_id] = self._taken.get(entry_id, 1) + 1
            free = f"{entry_id}-{self._taken[entry_id]}"
        return free

    def set(self, item: Item, key: str, value: Any, cell: Cell) -> None:
        """What a cell says of an entry. What an earlier row said stands; that another says otherwise, is told."""
        earlier = item.values.get(key)
        if earlier is None:
            item.values[key] = value
            item.cells[key] = cell
        elif isinstance(earlier, list) and isinstance(value, list):
            earlier += [part for part in value if part not in earlier]
        elif earlier != value:
            why = Word("table.why.otherwise", (("earlier", _plainly(earlier)),))
            self.not_read(cell, _plainly(value), why)

    def mention(self, item: Item, key: str, text: str, cell: Cell, sections: Collection[str] = CHAIN) -> None:
        """Keep that an entry names others, until all of them are known."""
        if text.strip():
            self._mentions.append(Mention(item.id, key, text, cell, frozenset(sections)))

    def arrow(self, start: tuple[str, Cell], end: tuple[str, Cell], values: dict[str, Any]) -> None:
        """Keep an arrow between two that are named in cells, until all are known."""
        self._arrows.append((start, end, values))

    def skip(self, what: str) -> None:
        """Keep that something is not read, and where."""
        self.unread.setdefault(what)

    def resolve(self) -> None:
        """Find whom the names name."""
        for mention in self._mentions:
            item = self.items[mention.item]
            for entry_id in self._named(mention.text, mention.cell, mention.sections, arrows=mention.key in ("about", "hinders", "helps")):
                if mention.key == "indicator":
                    item.values["indicator"] = entry_id
                    continue
                listed: list[Any] = item.values.setdefault(mention.key, [])
                if entry_id not in listed:
                    listed.append(entry_id)
        for (start, start_cell), (end, end_cell), values in self._arrows:
            sources = list(self._named(start, start_cell, CHAIN))
            for target in self._named(end, end_cell, CHAIN):
                for source in sources:
                    self.link(self.items[source], target, values)
        self._belongings()

    def link(self, item: Item, target: str, values: Mapping[str, Any]) -> None:
        """An arrow; what two rows say of one arrow is put together."""
        links: list[Any] = item.values.setdefault("leads_to", [])
        for number, link in enumerate(links):
            if (link["to"] if isinstance(link, dict) else link) == target:
                if values:
                    links[number] = {"to": target, **(link if isinstance(link, dict) else {}), **values}
                return
        links.append({"to": target, **values} if values else target)

    def _named(self, text: str, cell: Cell, sections: frozenset[str], *, arrows: bool = False) -> Iterator[str]:
        known = _Known(self._aliases, self.items, sections, arrows)
        names, unknown = parts_of(text, known)
        for name in names:
            choices = known.ids(name)
            if len(choices) > 1:
                several = ", ".join(f"{choice} ({self.sheet.place(*self.items[choice].cell).in_(self.lang)})" for choice in choices[:3])
                self.report("VK035", cell, name=name, why=Word("table.why.several", (("several", several),)))
            else:
                yield from choices
        if unknown is not None and sections == {"indicators"} and all(map(is_id, re.split(r"[;,\s]+", unknown))):
            yield unknown  # of the codebook, which is read when the model is validated
        elif unknown is not None:
            labels = (item.label or item.id for item in self.items.values() if item.step.section in sections)
            self.report("VK035", cell, name=unknown, why=Word("table.why.none", (("likely", guess(unknown, labels)),)))

    def _belongings(self) -> None:
        """The arrows that numbers state: activity 1.2 belongs to output 1. Where more than one fits, none is made, and that is told."""
        numbered: dict[str, list[Item]] = {}
        for item in self.items.values():
            if item.number and item.step.in_chain:
                numbered.setdefault(item.number, []).append(item)
        for item in [item for several in numbered.values() for item in several]:
            above, _, last = item.number.rpartition(".")
            if not last or not above:
                continue
            further = [other for other in numbered.get(above, ()) if other.step.height > item.step.height]
            lowest = min((other.step.height for other in further), default=None)
            nearest = [other for other in further if other.step.height == lowest]
            if len(nearest) == 1:
                self.link(item, nearest[0].id, {})
                self.belonging += 1
            elif nearest:
                several = ", ".join(f"{other.label} ({self.sheet.place(*other.cell).in_(self.lang)})" for other in nearest[:3])
                self.not_read(item.cell, item.number, Word("table.why.several_numbers", (("several", several),)))

    def values(self) -> dict[str, Any]:
        """The sections of the model to be, in the keys of the format."""
        sections: dict[str, dict[str, Any]] = {}
        for item in self.items.values():
            entry = {"label": item.label} if item.label else {}
            sections.setdefault(item.step.section, {})[item.id] = entry | self._finished(item)
        return {section: sections[section] for section in SECTION_KINDS if section in sections}

    def _finished(self, item: Item) -> dict[str, Any]:
        values = dict(item.values)
        step = item.step
        if step.section == "context":
            values.setdefault("kind", step.kind or "problem")
            if not (step.kind or "kind" in item.values):
                self.unkind.append(item.label)
        if step.section == "outcomes":
            if "level" not in values:
                values["level"] = step.level or "user"
                if step.level is None:
                    values.setdefault("note", Word("new.level").in_(self.lang))
                    self.unplaced.append(item.label)
            if step.horizon is not None:
                values.setdefault("horizon", step.horizon)
        if item.targets:
            values["targets"] = self._in_order(item.targets)
        return values

    def _in_order(self, targets: list[tuple[dict[str, Any], Cell]]) -> list[dict[str, Any]]:
        """Targets by their dates. Of several, those without a date cannot stand beside the others; of these the last is kept alone."""
        dated: dict[str, dict[str, Any]] = {}
        undated = [(target, cell) for target, cell in targets if "date" not in target]
        for target, cell in targets:
            if "date" in target and dated.setdefault(target["date"], target) != target:
                self.not_read(cell, _plainly(target), Word("table.why.otherwise", (("earlier", _plainly(dated[target["date"]])),)))
        if undated and not dated:
            dated = {"": undated.pop()[0]}
        for target, cell in undated:
            if target not in dated.values():
                self.not_read(cell, _plainly(target), Word("table.why.undated"))
        return [dated[date] for date in sorted(dated)]


class _Known:
    """The names that a cell can name, of some sections: a collection, as far as `parts_of` asks."""

    def __init__(self, aliases: Mapping[str, list[str]], items: Mapping[str, Item], sections: frozenset[str], arrows: bool) -> None:
        self._aliases = aliases
        self._items = items
        self._sections = sections
        self._arrows = arrows

    def __contains__(self, name: object) -> bool:
        return bool(self.ids(str(name)))

    def ids(self, name: str) -> list[str]:
        """Those that are called this: by the ids that the table gives, by their labels or numbers, or by the ids that are made of these."""
        plain = name_key(name)
        by_id = plain in self._items and self._items[plain].step.section in self._sections
        if by_id and self._items[plain].own:
            return [plain]
        choices = [entry_id for entry_id in self._aliases.get(plain, ()) if self._items[entry_id].step.section in self._sections]
        if by_id and not choices:
            return [plain]
        if choices or not self._arrows:
            return list(dict.fromkeys(choices))
        if plain in PARTS:
            return [plain]
        start, divider, end = plain.partition(" -> ")
        ends = (self.ids(start), self.ids(end)) if divider else ([], [])
        return [f"{ends[0][0]} -> {ends[1][0]}"] if all(len(ids) == 1 for ids in ends) else []


def _plainly(value: Any) -> str:
    """A value as people read it: a number with its date behind it."""
    if not isinstance(value, dict):
        return str(value)
    date = value.get("date")
    parts = [str(part) for key, part in value.items() if key != "date"]
    return " – ".join(parts[:2]) + (f" {' '.join(parts[2:])}".rstrip()) + (f" ({date})" if date else "")


def _named(given: str, entry_id: str) -> bool:
    return given == entry_id or not is_id(given)
