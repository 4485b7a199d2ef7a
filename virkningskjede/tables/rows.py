"""A table with one row for each node, with or without indicators: lists of nodes, logframes and results frameworks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

from virkningskjede.i18n import WORDS, Word
from virkningskjede.i18n.likely import guess
from virkningskjede.model import Link, LogicModel
from virkningskjede.model.fields import SECTION_KINDS
from virkningskjede.model.values import STAGES, Field
from virkningskjede.tables import footnotes, words
from virkningskjede.tables.draft import Draft, Item
from virkningskjede.tables.fields import (
    CELL_FIELDS,
    choice_in_words,
    choices_in_words,
    date_in,
    fields_in_cells,
    flag_in,
    naming_fields,
    places_in,
)
from virkningskjede.tables.layouts import LEVELS_LOOKED_AT, Layout, is_own
from virkningskjede.tables.lexicon import Step
from virkningskjede.tables.measures import Measures
from virkningskjede.tables.names import NUMBER, divided, key, lines, one_line, prose
from virkningskjede.tables.people import actors_in, terms_in
from virkningskjede.tables.sheet import Cell

_NUMBERED = re.compile(r"(?P<number>\d+(?:\.\d+)+|\d+(?=\.\s))[.)]?\s+(?P<rest>\S.*)", re.DOTALL)
_RESULT = re.compile(r"(?:resultat(?:er)?|results?)(?:\s*\d+(?:\.\d+)*)?\s*:?", re.IGNORECASE)
_ARROWS = frozenset({"arrow", "kobling", "pil", "årsakspil"})
_MEASURES = ("indicator", "instrument", "assumption", "risk", "baseline", "target", "milestone", "result")
_MENTIONED = {"assumption": frozenset({"assumptions"}), "lowered": frozenset({*STAGES, "barriers"}), "part": frozenset(SECTION_KINDS)}
"""The sections that what a field names can stand in; the chain where nothing is said."""

_PROSE = frozenset({"content", "because", "note"})
_FLAGS = frozenset({"feedback", "unwanted"})
_DATES = frozenset({"date", "as_of"})
_MODEL_KINDS = ("pilot", "template", "programme")
_NOT_IN_TABLES = ("section.recruitment", "section.ambiguities")


def _kinds() -> Mapping[str, str]:
    """The kinds of models by what they are called in the first column of a table that this program wrote."""
    return choices_in_words("kind", _MODEL_KINDS)


class Rows:
    """The rows of a table, read one after another; what a row leaves empty, it has from the one above it.

    Args:
        layout: the table.
        draft: what is read, is put there.
    """

    def __init__(self, layout: Layout, draft: Draft) -> None:
        self.layout = layout
        self.draft = draft
        self.own = is_own(layout)
        self.framed = layout.name in ("logframe", "framework")
        self.measures = Measures(layout, draft)
        self.fields = {
            name: columns[0]
            for name, columns in layout.columns.items()
            if name in CELL_FIELDS.keys() - words.OVER_FIELDS and (self.own or not self._says_another_thing(name))
        }
        self._between = False
        self._between = self._between_purpose_and_activities()
        self._step: Step | None = None
        self._items: tuple[Item, ...] = ()
        self._above: dict[int, tuple[Item, ...]] = {}

    def read(self) -> None:
        """Read them all."""
        below = footnotes.begin(self.layout, self.draft, marked=True) if self.framed else len(self.layout.sheet.rows)
        rows = [row for row in self.layout.body() if row < below and any(self.layout.sheet.rows[row])]
        # Sorted in a spreadsheet, the row of the model may stand anywhere; what the others say of places depends on it.
        head = next((row for row in rows if self.own and key(self._cell(row, "stage")[0]) in _kinds()), None)
        if head is not None:
            self._head(head)
        for row in rows:
            if row != head:
                self._row(row)
        self.measures.finish()

    def _row(self, row: int) -> None:
        stage, _ = self._cell(row, "stage")
        if key(stage) in _ARROWS:
            self._arrow(row)
        elif (section := self._section(row)) is not None:
            self._over_the_next(row, *section)
        elif not (self.own and any(key(stage) in map(key, WORDS[name]) for name in _NOT_IN_TABLES)):
            self._entry(row)

    def _text(self, cell: Cell) -> str:
        cells = self.layout.sheet.rows[cell[0]]
        return cells[cell[1]] if cell[1] < len(cells) else ""

    def _cell(self, row: int, role: str) -> tuple[str, Cell]:
        """What stands in a row under a heading of this kind, and where; where the first such column is, when nothing does."""
        columns = self.layout.columns.get(role, ())
        cells = [(row, column) for column in columns]
        filled = next((cell for cell in cells if self._text(cell)), None)
        if filled is None:
            return "", cells[0] if cells else (row, 0)
        self.draft.read.add(filled)
        return self._text(filled), filled

    def _head(self, row: int) -> None:
        """The row of the model itself."""
        (stage, _), (label, _) = self._cell(row, "stage"), self._cell(row, "label")
        self._cell(row, "id")  # which whoever reads the table gives anew
        self.draft.head["kind"] = _kinds()[key(stage)]
        if title := one_line(label):
            self.draft.head["title"] = title
        for field in fields_in_cells(LogicModel):
            if field.key in self.fields and field.key != "kind":
                cell = (row, self.fields[field.key])
                self.draft.read.add(cell)
                if (text := self._text(cell)) and (value := self._value(field, text, cell)) is not None:
                    self.draft.head[field.key] = value
        self.draft.source = self.draft.source or self.draft.head.get("source")

    def _says_another_thing(self, name: str) -> bool:
        """Whether numbers or dates stand in a column that is called what a field with words is called: years below "When"."""
        field = CELL_FIELDS[name]
        cells = list(islice(self.layout.under(name), LEVELS_LOOKED_AT))
        return bool(field.choices) and bool(cells) and all(any(map(str.isdigit, cell)) for cell in cells)

    # What a row is about

    def _entry(self, row: int) -> None:
        """What a row is about: one node, or those that numbers in its cell divide; one after another where several columns are stages."""
        columns = self.layout.columns.get("label", ())
        filled = [(row, column) for column in columns if self._text((row, column))]
        read = [self._read(row, cell) for cell in (filled if self.layout.steps else filled[:1]) or [(row, columns[0] if columns else 0)]]
        if None not in read:
            self._above |= {cell[1]: items for cell, items in zip(filled, read, strict=False) if items is not None}
            self.measures.read(row, self._measured_in(row, [items for items in read if items is not None][-1]))

    def _measured_in(self, row: int, last: tuple[Item, ...]) -> tuple[Item, ...]:
        """Of several columns of nodes, whose the indicators of a row are: those their heading names, or the nearest before them."""
        if len(self.layout.steps) < 2:
            return last
        (column, *_) = (*self.layout.columns.get("indicator", ()), len(self.layout.sheet.rows[row]))
        word = re.sub(r"\s*(?:indicators?|indikator(?:er)?)$", "", self.layout.heading(column), flags=re.IGNORECASE)
        of = words.step(word)
        named = [one for one, step in self.layout.steps.items() if of is not None and step.section == of.section]
        before = [one for one in self.layout.steps if one < column and self._text((row, one))]
        return self._above.get((named or before or [column])[-1], last)

    def _read(self, row: int, label_cell: Cell) -> tuple[Item, ...] | None:
        """The nodes of one cell, or those of the row above where it is empty; None where nothing more can be read of the row."""
        placed = self._placed(row, label_cell)
        if placed is None:
            return None
        step, text, number, cell = placed
        if self.own and step.section == "results" and not self._cell(row, "result")[0]:
            return None  # a distribution, say: a result without a number in a cell is none
        things = self._things(step, number, text)
        own_id = self._own_id(row, number) if self.own or len(things) == 1 else ""
        if things or own_id:
            self._add(row, step, things or [(number, "")], cell, own_id)
        return tuple(item for item in self._items if item.step.section == step.section)

    def _add(self, row: int, step: Step, things: list[tuple[str, str]], cell: Cell, own_id: str = "") -> None:
        added = [self.draft.add(step, label, cell, own_id=own_id, number=number) for number, label in things]
        self._items = tuple(item for item in added if item is not None)
        for item in self._items:
            self._filled(row, item)
            if self._between and step == Step("outputs") and item.label not in self.draft.lowered:
                self.draft.lowered.append(item.label)

    def _section(self, row: int) -> tuple[Cell, Step, str, str] | None:
        """A row with nothing but a stage and perhaps a node, over the indicators or over several columns: its cell, and what it says."""
        cells = [(row, column) for column, text in enumerate(self.layout.sheet.rows[row]) if text.strip()]
        if len(cells) != 1 or not self.framed or cells[0][1] in self.layout.columns.get("stage", ()):
            return None
        over = cells[0][1] in self.layout.columns.get("indicator", ()) or cells[0] == self.layout.sheet.merged.get((row, cells[0][1] + 1))
        step, number, text = self._named_step(self._text(cells[0]))
        return (cells[0], step, number, text) if over and step is not None and step.in_chain else None

    def _over_the_next(self, row: int, cell: Cell, step: Step, number: str, text: str) -> None:
        """Such a row: what the rows below it measure, is of the node in it."""
        self.draft.read.add(cell)
        self._step, self._items, self._above = step, (), {}
        self.measures.leave()
        self._add(row, step, self._things(step, number, text), cell)

    def _things(self, step: Step, number: str, text: str) -> list[tuple[str, str]]:
        """The nodes in a cell of a logframe or of a list of nodes, each with its number."""
        divided_text = [("", text)] if self.own or self.layout.sheet.kind == "graph" else divided(text)
        things = []
        for own_number, part in divided_text:
            plain = (own_number or (number if len(divided_text) == 1 else ""), part)
            its_number, label = self._bare(step, *plain) if self.framed else plain
            if one_line(label):
                things.append((its_number, one_line(label)))
        return things

    def _placed(self, row: int, label_cell: Cell) -> tuple[Step, str, str, Cell] | None:
        """Where what a cell says belongs, what it says, the number of the row, and the cell; None where that is all, or it is wrong."""
        stage, stage_cell = self._cell(row, "stage")
        label = self._text(label_cell) if "label" in self.layout.columns else ""
        number = self._number(row)
        if re.fullmatch(rf"{NUMBER}\.?", stage):
            number, stage = stage.rstrip("."), ""  # under a row with the stage alone, each has its number in that column
        has_column = "stage" in self.layout.columns
        step, own_number, rest = self._step_of(stage, label, label_cell)
        where = stage_cell if has_column else label_cell
        if stage and step is None:
            self.draft.unknown_stage(stage, stage_cell)
            self._step, self._items = None, ()
            return None
        text = label if stage and label else rest
        number = own_number or number
        if step is not None:
            self._step = step
        elif self._step is not None and self.layout.sheet.kind != "graph" and (label or self._measured(row)):
            step, text = self._step, label
            if label and has_column and not stage and not number:
                self.draft.filled.append(stage_cell)
        elif self.layout.name == "framework" and not label and self._measured(row):
            step = Step("indicators")
        elif label:
            self.draft.no_stage(one_line(label), where)
            return None
        else:
            return None  # which says more of the row above, where that is told, or nothing
        self.draft.read.add(label_cell)
        if not text and not self._measured(row) and not self.own:
            self._items = ()  # a row with a stage and nothing else stands above those of that stage
            return None
        return step, text, number, label_cell if label else stage_cell

    def _step_of(self, stage: str, label: str, label_cell: Cell) -> tuple[Step | None, str, str]:
        """The stage that a row names, the number behind it, and what stands after that."""
        if stage:
            return self._named_step(stage)
        if label and "stage" not in self.layout.columns:
            settled = self.layout.steps.get(label_cell[1])
            if settled is not None and words.named_under(settled, label) is None:
                return settled, "", label
            step, number, rest = self._named_step(label)
            return (step, number, rest) if step is not None else (None, "", label)
        return None, "", label

    def _named_step(self, text: str) -> tuple[Step | None, str, str]:
        """The same of one cell, as in "Output 1.2: Teachers are trained"."""
        if self.own and key(text) in words.own_steps():
            return words.own_steps()[key(text)], "", ""
        named = words.named(text)
        return (None, "", "") if named is None else (self._stage(named.word), named.number, named.rest)

    def _stage(self, word: str) -> Step | None:
        """Where a word for a stage belongs: a result is an output where it stands between a purpose and activities."""
        step = words.step(word)
        return Step("outputs") if step == Step("outcomes") and self._between and _RESULT.fullmatch(word.strip()) else step

    def _between_purpose_and_activities(self) -> bool:
        if not self.framed:
            return False
        cells = self.layout.under("stage" if "stage" in self.layout.columns else "label")
        named = [one for cell in cells if (one := words.named(cell)) is not None]
        steps = [step for one in named if (step := words.step(one.word)) is not None]
        results = [bool(_RESULT.fullmatch(one.word.strip())) for one in named]
        purposes = [
            number
            for number, (step, result) in enumerate(zip(steps, results, strict=True))
            if step.section == "outcomes" and step.level in ("user", None) and not result
        ]
        plain = [number for number, (step, result) in enumerate(zip(steps, results, strict=True)) if step == Step("outcomes") and result]
        activities = any(step.section == "activities" for step in steps)
        outputs = any(step.section == "outputs" for step in steps)
        return bool(purposes and plain) and activities and not outputs and min(purposes) < min(plain)

    def _bare(self, step: Step, number: str, text: str) -> tuple[str, str]:
        """The number and the text of a row of a logframe, when the text begins with its number, or with its stage and number."""
        if inner := _NUMBERED.fullmatch(text):
            number, text = number or inner["number"], inner["rest"]
        named, own_number, rest = self._named_step(text)
        if named is not None and named.section == step.section and rest:
            number, text = number or own_number, rest
        return number, text

    def _number(self, row: int) -> str:
        cells = [(row, column) for column in self.layout.columns.get("number", ())]
        numbers = [self._text(cell).strip().rstrip(".") for cell in cells]
        number = numbers[0] if numbers and re.fullmatch(NUMBER, numbers[0]) else ""
        self.draft.read.update(cells if number else ())  # anything else is read as an id, or told
        return number

    def _own_id(self, row: int, number: str) -> str:
        """The id that a row gives: in a column of its own, or under the heading for numbers, when it is none."""
        return self._cell(row, "id")[0] or ("" if number else self._cell(row, "number")[0])

    def _measured(self, row: int) -> bool:
        return any(self._text((row, column)) for role in _MEASURES for column in self.layout.columns.get(role, ()))

    # What a row says of it

    def _filled(self, row: int, item: Item) -> None:
        entry = SECTION_KINDS[item.step.section].entry
        if item.step.section == "outcomes":
            self._of_outcome(row, item)
        at, at_cell = self._cell(row, "at")
        if at and (place := self._place(at, at_cell)) is not None:
            self.draft.set(item, "at", place, at_cell)
        target, target_cell = self._cell(row, "leads_to")
        naming = ("leads_to",) if item.step.in_chain else naming_fields(entry)
        if target and naming:
            self.draft.mention(item, naming[-1], target, target_cell)
        elif target:
            self.draft.not_read(target_cell, target, Word("table.why.no_arrow"))
        for field in fields_in_cells(entry):
            if field.key in self.fields:
                self._field(item, field, (row, self.fields[field.key]))
        who, who_cell = self._cell(row, "who") if "who" in entry.model_fields else ("", (row, 0))
        if who:
            people, unknown = actors_in(who, self.draft)
            if people:
                self.draft.set(item, "who", people, who_cell)
            for name in unknown:
                self.draft.not_read(who_cell, name, Word("table.why.no_actor"))
        self.measures.own(row, item)

    def _of_outcome(self, row: int, item: Item) -> None:
        level, cell = self._cell(row, "level")
        if level and (known := words.level(level)) is not None:
            self.draft.set(item, "level", known, cell)
        elif level:
            self.draft.report("VK034", cell, value=level, what=Word("table.as.level"), known=Word("table.known.level"), likely="")
        horizon, cell = self._cell(row, "horizon")
        if horizon and (soon := words.horizon(horizon)) is not None:
            self.draft.set(item, "horizon", soon, cell)
        elif horizon:
            self.draft.report("VK034", cell, value=horizon, what=Word("table.as.horizon"), known=Word("table.known.horizon"), likely="")

    def _place(self, text: str, cell: Cell) -> str | None:
        place = places_in(text, self.draft.source)
        if place is None:
            self.draft.not_read(cell, text, Word("table.why.no_place"))
        return place

    def _field(self, item: Item, field: Field, cell: Cell) -> None:
        text = self._text(cell)
        self.draft.read.add(cell)
        if not text:
            return
        if field.own:
            self.draft.mention(item, field.key, text, cell, _MENTIONED.get(str(field.names), frozenset(STAGES)))
        elif field.names == "term":
            terms, unknown = terms_in(text, self.draft)
            if terms:
                self.draft.set(item, field.key, terms, cell)
            for name in unknown:
                self.draft.not_read(cell, name, Word("table.why.no_term"))
        elif (value := self._value(field, text, cell)) is not None:
            self.draft.set(item, field.key, value, cell)

    def _value(self, field: Field, text: str, cell: Cell) -> Any:
        """What a cell says of a field, as files write it; None where it says nothing that the field can hold, which is told."""
        if field.choices and field.names is None:
            return self._choice(field, text, cell)
        if field.several:
            return lines(text if self.own else text.replace(",", ";")) or None
        if field.key in _FLAGS:
            flag = flag_in(text)
            if flag is None:
                self.draft.not_read(cell, text, Word("table.why.no_flag"))
            return flag or None
        if field.key in _DATES:
            date = date_in(text)
            if date is None:
                self.draft.not_read(cell, text, Word("table.why.no_date"))
            return date
        return (prose(text) if field.key in _PROSE else one_line(text)) or None

    def _choice(self, field: Field, text: str, cell: Cell) -> Any:
        table = choices_in_words(field.key, field.choices)
        parts = lines(text.replace(",", ";")) if field.several and key(text) not in table else [text]
        for part in parts:
            if key(part) not in table:
                known = ", ".join(dict.fromkeys(choice_in_words(field.key, choice, self.draft.lang) for choice in field.choices))
                what = Word("table.as.field", (("field", Word(f"change.field.{field.key}")),))
                self.draft.report("VK034", cell, value=part, what=what, known=known, likely=guess(key(part), list(table)))
                return None
        values = [table[key(part)] for part in parts]
        return values if field.several else values[0]

    # Rows that are arrows

    def _arrow(self, row: int) -> None:
        """A row that is an arrow: from the node of its id or label, to another."""
        (start, start_cell), (label, label_cell) = self._cell(row, "id"), self._cell(row, "label")
        (end, end_cell), (target, target_cell) = self._cell(row, "to"), self._cell(row, "leads_to")
        starts = (start, start_cell) if start else (label, label_cell)
        self.draft.arrow(starts, (end, end_cell) if end else (target, target_cell), self.link_values(row))

    def link_values(self, row: int) -> dict[str, Any]:
        """What a row says of an arrow."""
        values: dict[str, Any] = {}
        for field in fields_in_cells(Link):
            cell = (row, self.fields.get(field.key, -1))
            if cell[1] < 0 or not (text := self._text(cell)):
                continue
            self.draft.read.add(cell)
            value = lines(text.replace(",", ";")) if field.names == "assumption" else self._value(field, text, cell)
            if value is not None:
                values[field.key] = value
        at, at_cell = self._cell(row, "at")
        if at and (place := self._place(at, at_cell)) is not None:
            values["at"] = place
        return values
