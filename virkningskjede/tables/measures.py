"""What the rows of a table measure: indicators with baselines, targets and results, how they are known, and what is assumed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from virkningskjede.i18n import Word, counted
from virkningskjede.model.values import OWN_UNITS
from virkningskjede.tables import words
from virkningskjede.tables.draft import Draft, Item
from virkningskjede.tables.fields import choices_in_words, date_in, name_key
from virkningskjede.tables.layouts import MEASURED, Layout, is_own
from virkningskjede.tables.lexicon import Step
from virkningskjede.tables.names import key, lines, one_line, slug
from virkningskjede.tables.numbers import SIGNS, amounts_in, reading, says_something
from virkningskjede.tables.sheet import Cell

_UNITS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("%", "prosent", "percent", "per cent", "percentage", "andel"), "percent"),
        **dict.fromkeys(("nok", "kr", "kr.", "kroner"), "NOK"),
    }
)
_COUNTS = frozenset({"antall", "number", "no", "no.", "#", "count", "nr"})
"""What stands under the heading for the unit where things are counted, and says no more than that."""

_INDICATORS, _RESULTS = Step("indicators"), Step("results")
_BESIDE = (("assumption", Step("assumptions"), "about"), ("risk", Step("barriers"), "hinders"))
_OF_INDICATOR = ("baseline", "target", "milestone", "result", "instrument")

_DASHES = frozenset({"", "-", "–", "—"})
"""Signs that nobody takes for more than an empty cell."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that is read: what it says, in the keys of the format, where it stands, the text there, and a unit in words."""

    values: dict[str, Any]
    cell: Cell
    text: str
    unit: str | None

    @property
    def bare(self) -> bool:
        """Whether it is a number without a unit. 0 is as much in any."""
        forms = [Decimal(value) for form, value in self.values.items() if form in SIGNS]
        return "unit" not in self.values and self.unit is None and any(forms)

    def say_in_words(self) -> None:
        """Keep it as it stands."""
        for form in SIGNS:
            self.values.pop(form, None)
        self.values["words"] = one_line(self.text)


def _told_empty(text: str, role: str) -> bool:
    return role != "indicator" and not says_something(text) and one_line(text) not in _DASHES


class Measures:
    """Reads what rows measure into a draft. A row that names no indicator says more of those of the row above."""

    def __init__(self, layout: Layout, draft: Draft) -> None:
        self.layout = layout
        self.draft = draft
        self._indicators: list[Item] = []
        self._part = ""
        self._numbers_of: dict[str, list[_Number]] = {}
        self._in_words: dict[str, str] = {}
        self._own_rows = is_own(layout) or any(step.section == "indicators" for step in self._steps())

    def _steps(self) -> Iterator[Step]:
        """The stages of the rows. Where some are indicators themselves, an indicator in another row names one of them."""
        for text in set(self.layout.under("stage")):
            step = words.own_steps().get(key(text)) or words.step(text)
            if step is not None:
                yield step

    def _cells(self, row: int, role: str) -> list[tuple[str, Cell]]:
        cells = self.layout.sheet.rows[row]
        columns = self.layout.columns.get(role, ())
        filled = [(cells[column], (row, column)) for column in columns if column < len(cells) and cells[column].strip()]
        self.draft.read.update(cell for _, cell in filled)
        self.draft.empty.update((cell, one_line(text)) for text, cell in filled if _told_empty(text, role))
        names = role == "indicator"  # which may be as short as a letter
        return [(text, cell) for text, cell in filled if says_something(text) or (names and text.strip().isalpha())]

    def _nameless(self, row: int) -> bool:
        """Whether a row says that it has no indicator, with a dash or the like, rather than nothing."""
        return self._filled(row, "indicator") and not self._cells(row, "indicator")

    def _filled(self, row: int, role: str) -> bool:
        cells = self.layout.sheet.rows[row]
        return any(cells[column].strip() for column in self.layout.columns.get(role, ()) if column < len(cells))

    def own(self, row: int, item: Item) -> None:
        """What a row that is itself an indicator or a result says of it; of a node, what indicators it names."""
        if item.step == _INDICATORS:
            self._unit(item, row)
            for text, cell in self._cells(row, "instrument"):
                self.draft.set(item, "instrument", one_line(text), cell)
            for field, role in (("baseline", "baseline"), ("targets", "target")):
                for text, cell in self._cells(row, role):
                    for part in amounts_in(text):
                        self._amount(item, field, part, cell)
        elif item.step == _RESULTS:
            for text, cell in self._cells(row, "indicator"):
                self.draft.mention(item, "indicator", text, cell, {"indicators"})
            for text, cell in self._cells(row, "result"):
                if (values := self._values(None, text, cell)) is not None:
                    item.values |= values
            self._unit(item, row)
            if (date := self._date(row, "date")) is not None:
                item.values["date"] = date
        elif self._own_rows:
            for text, cell in self._cells(row, "indicator"):
                self.draft.mention(item, "indicators", text, cell, {"indicators"})

    def leave(self) -> None:
        """Leave the indicators of the rows above: nothing below says more of them."""
        self._indicators = []

    def read(self, row: int, items: tuple[Item, ...]) -> None:
        """What a row measures and assumes, of the nodes that it is about, if there are any."""
        for role, step, field in _BESIDE:
            for text, cell in self._cells(row, role):
                self._beside(step, field, text, cell, items)
        if self._own_rows or (items and not items[0].step.in_chain):
            return
        self._indicators = [] if self._nameless(row) else self._indicators  # its numbers are not those of the row above
        cells = self._cells(row, "indicator")
        self._part, cells = self._parted(row, cells)
        if cells:
            self._indicators = self._named(cells, items)
        elif self._filled(row, "label"):
            self._indicators = []  # another node, which is measured by nothing
        numbers = [one for role in _OF_INDICATOR for one in self._cells(row, role)]
        if self._indicators:
            self._numbers(row)
        for text, cell in () if self._indicators else numbers:
            self.draft.not_read(cell, one_line(text), Word("table.why.no_indicator"))

    def _parted(self, row: int, cells: list[tuple[str, Cell]]) -> tuple[str, list[tuple[str, Cell]]]:
        """The part of a group that a row is about, empty for the whole, and the cells with its indicators: none where the row only says
        of which part of the indicators above it is.
        """
        for text, _ in self._cells(row, "group"):
            return "" if words.is_whole(text) else one_line(text), cells
        part = words.row_of_part(cells[0][0]) if len(cells) == 1 and self._indicators else None
        measured = any(self._filled(row, role) for role in MEASURED)
        return (part, []) if part is not None and measured else ("", cells)

    def _of_part(self, cell: Cell) -> str:
        """The part of a group that a number is of, by its row and its column."""
        return ", ".join(filter(None, (self._part, one_line(self.layout.parts.get(cell[1], "")))))

    def _trait(self, part: str, text: str, cell: Cell) -> str | None:
        """The trait that a part of a group is known by; None where the codebook has none, which is told."""
        traits = self.draft.traits
        trait = slug(part) if traits is None else traits.get(name_key(part))
        if trait is None:
            self.draft.not_read(cell, one_line(text), Word("table.why.no_trait", (("part", part),)))
        else:
            self.draft.parts[part] = trait
        return trait

    def _beside(self, step: Step, field: str, text: str, cell: Cell, items: tuple[Item, ...]) -> None:
        about = [item.id for item in items if item.step.in_chain]
        for label in filter(says_something, lines(text)):
            entry = self.draft.add(step, label, cell)
            if entry is not None and about:
                self.draft.set(entry, field, list(about), cell)

    def _named(self, cells: list[tuple[str, Cell]], items: tuple[Item, ...]) -> list[Item]:
        """The indicators in the cells of a row. Of several nodes in one cell each has its line, or nobody knows which is whose."""
        labels = [
            (label, cell)
            for text, cell in cells
            for label in (lines(text) if text.strip().isalpha() else filter(says_something, lines(text)))
        ]
        whose: list[Item | None] = [items[0] if len(items) == 1 else None] * len(labels)
        if len(items) > 1 and len(items) == len(labels):
            whose = [*items]
        elif len(items) > 1:
            self.draft.unattached += [label for label, _ in labels]
        indicators = [self._indicator(label, cell, item) for (label, cell), item in zip(labels, whose, strict=True)]
        return [indicator for indicator in indicators if indicator is not None]

    def _indicator(self, label: str, cell: Cell, item: Item | None) -> Item | None:
        """An indicator: an entry of its own, for two nodes may be measured by what is called the same."""
        names = [] if item is None else item.values.get("indicators", [])
        there = next((self.draft.items[name] for name in names if name_key(self.draft.items[name].label) == name_key(label)), None)
        # With a row for each year the rows of one name are one indicator, unless they are of two nodes.
        long = item is None and self.layout.name == "framework" and "date" in self.layout.columns
        if there is None and item is None and "group" in self.layout.columns:
            there = next((one for one in self._indicators if name_key(one.label) == name_key(label)), None)
        indicator = there or self.draft.add(_INDICATORS, label, cell, apart=not long)
        if indicator is not None and item is not None:
            self.draft.set(item, "indicators", [indicator.id], cell)
        return indicator

    def _numbers(self, row: int) -> None:
        for indicator in self._indicators:
            self._unit(indicator, row)
        for indicator, text, cell in self._shared(row, "instrument"):
            self.draft.set(indicator, "instrument", text, cell)
        kind = next((kind for text, _ in self._cells(row, "kind") if (kind := words.row_kind(text)) is not None), None)
        for role in ("baseline", "milestone", "target", "result"):
            for indicator, text, cell in self._shared(row, role):
                self._number(row, kind or role if role != "baseline" else role, role, indicator, text, cell)

    def _number(self, row: int, kind: str, role: str, indicator: Item, text: str, cell: Cell) -> None:
        """One number of an indicator: what it is by its row where that says it, and by its heading."""
        if kind == "result":
            self._result(indicator, text, cell, self._date(row, "date"))
        elif kind == "baseline":
            self._amount(indicator, "baseline", text, cell, self._date(row, "baseline_date"))
        else:
            self._amount(indicator, "targets", text, cell, self._date_of_target(row) if role == "target" else None)

    def _shared(self, row: int, role: str) -> Iterator[tuple[Item, str, Cell]]:
        """What the cells of a kind say of each indicator of the row: line by line where there are as many lines as indicators."""
        count = len(self._indicators)
        for text, cell in self._cells(row, role):
            parts = lines(text) if role == "instrument" or count > 1 else [" ".join(text.split())]
            if len(parts) == count:
                yield from ((indicator, part, cell) for indicator, part in zip(self._indicators, parts, strict=True))
            elif count == 1:
                yield self._indicators[0], "; ".join(parts), cell
            elif len(parts) == 1 and role == "instrument":
                yield from ((indicator, parts[0], cell) for indicator in self._indicators)
            else:
                why = Word(
                    "table.why.uneven", (("lines", counted("table.lines", len(parts))), ("indicators", counted("table.indicators", count)))
                )
                self.draft.not_read(cell, one_line(text), why)

    def _date(self, row: int, role: str) -> str | None:
        for text, cell in self._cells(row, role):
            if (date := date_in(text)) is not None:
                return date
            self.draft.not_read(cell, text, Word("table.why.no_date"))
        return None

    def _date_of_target(self, row: int) -> str | None:
        """When a target is to be met: by a column for that, or, with a row for each year, in the year of the row."""
        of_target = self.layout.name == "framework" or "result" not in self.layout.columns
        return self._date(row, "target_date") or (self._date(row, "date") if of_target else None)

    def _unit(self, item: Item, row: int) -> None:
        for text, cell in self._cells(row, "unit"):
            unit = one_line(text)
            if unit and unit.casefold() not in _COUNTS and "unit" not in item.values:
                in_words = choices_in_words("unit", OWN_UNITS)
                self.draft.set(item, "unit", _UNITS.get(unit.casefold()) or in_words.get(key(unit), unit), cell)

    def _amount(self, indicator: Item, field: str, text: str, cell: Cell, date: str | None = None) -> None:
        values = self._values(indicator, text, cell)
        if values is None:
            return
        if part := self._of_part(cell):
            self.draft.of_parts[cell] = f"{part}: {one_line(text)}"
            return
        when = values.pop("date", None) or self.layout.dates.get(cell[1]) or date
        amount = {**values, **({"date": when} if when else {})}
        self._counted(indicator, text, cell, amount)
        if field == "targets":
            indicator.targets.append((amount, cell))
            indicator.cells.setdefault(field, cell)
        else:
            self.draft.set(indicator, field, amount, cell)

    def _beside_a_number(self, text: str) -> dict[str, Any]:
        """What stands behind the number of a result: how many were asked, or a note."""
        amount = reading(text, self.draft.decimal)
        if amount is None or not amount.note:
            return {}
        return {"note": amount.note} if amount.n is None else {"n": amount.n}

    def _values(self, indicator: Item | None, text: str, cell: Cell) -> dict[str, Any] | None:
        """A number in the keys of the format, without the unit where its indicator has that."""
        amount = reading(text, self.draft.decimal)
        if amount is None:
            return None
        if amount.unsure:
            self.draft.not_read(cell, one_line(text), Word("table.why.unsure"))
        values = dict(amount.values)
        if amount.note:
            self.draft.beside.append(one_line(text))
        if indicator is None:
            return values if amount.unit is None else {"words": one_line(text)}
        own = indicator.values.get("unit")
        if values.get("unit") == own:
            values.pop("unit", None)
        if amount.unit is not None and own is None:
            own = self._in_words.setdefault(indicator.id, amount.unit)
        if amount.unit is not None and amount.unit != own:  # words for something else than the indicator counts
            return {"words": one_line(text), **({"date": values["date"]} if "date" in values else {})}
        return values

    def _counted(self, indicator: Item, text: str, cell: Cell, number: dict[str, Any]) -> None:
        """Keep a number until all of its indicator are known, and with them the unit."""
        if "words" not in number:
            amount = reading(text, self.draft.decimal)
            self._numbers_of.setdefault(indicator.id, []).append(_Number(number, cell, text, amount.unit if amount is not None else None))

    def finish(self) -> None:
        """Give each indicator the unit of its numbers: that of the format when all have it, and words for one when none has another.

        A number without a unit has that in words of the others, which is told. It is never in per cent because another is.
        """
        for name, numbers in self._numbers_of.items():
            values = self.draft.items[name].values
            units = {number.values["unit"] for number in numbers if "unit" in number.values}
            in_words = self._in_words.get(name)
            if "unit" in values:
                continue
            if in_words is not None and not units:
                values["unit"] = in_words
                self.draft.unitless.update((number.cell, "") for number in numbers if number.bare)
            elif in_words is not None:
                for number in numbers:
                    if number.unit is not None:
                        number.say_in_words()
            elif len(units) == 1 and not any(number.bare for number in numbers):
                values["unit"] = units.pop()
                for number in numbers:
                    number.values.pop("unit", None)

    def _result(self, indicator: Item, text: str, cell: Cell, date: str | None) -> None:
        values = self._values(indicator, text, cell)
        if values is None:
            return
        when = values.pop("date", None) or self.layout.dates.get(cell[1]) or date
        part = self._of_part(cell)
        trait = self._trait(part, text, cell) if part else None
        if part and trait is None:
            return
        result = self.draft.add(_RESULTS, "", cell, name=" ".join(filter(None, (indicator.id, trait, when))))
        if result is not None:
            beside = self._beside_a_number(text)
            among = {"among": trait} if trait else {}
            result.values |= {"indicator": indicator.id, **values, **({"date": when} if when else {}), **among, **beside}
            self._counted(indicator, text, cell, result.values)
