"""A model made from a table: which of the tables it is, which layout it has, and what there is to tell of the reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from virkningskjede.diagnostics import Diagnostic, InvalidModel, shorten
from virkningskjede.errors import UsageError
from virkningskjede.i18n import WORDS, Lang, Word, counted, visible
from virkningskjede.i18n.likely import likely, no_choice
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import build
from virkningskjede.tables import arrows, wide, words
from virkningskjede.tables.blocks import joined
from virkningskjede.tables.draft import Draft, Item
from virkningskjede.tables.layouts import LAYOUTS, Layout, LayoutName, is_own, likeliest_headings, recognised
from virkningskjede.tables.names import one_line
from virkningskjede.tables.neighbours import filled
from virkningskjede.tables.numbers import commas_in, decimals_in
from virkningskjede.tables.problems import problem, unreadable
from virkningskjede.tables.rows import Rows
from virkningskjede.tables.sheet import Sheet, letters

MOST_TOLD = 50
"""So many things that are wrong are told of one table."""

MOST_LISTED = 12
"""So many columns or cells are listed in one sentence."""


@dataclass(frozen=True, slots=True)
class Table:
    """A model made from a table.

    Attributes:
        model: the model.
        layout: the layout that the table had.
        notes: what there is to tell: what was not read, and what was read as something that the table does not say.
    """

    model: LogicModel
    layout: LayoutName
    notes: tuple[Diagnostic, ...]


def from_sheets(
    sheets: Sequence[Sheet],
    head: Mapping[str, Any],
    otherwise: Mapping[str, Any],
    *,
    sheet: str | None = None,
    layout: str | None = None,
    vocabulary: Vocabulary | None = None,
) -> Table:
    """A model made from one of these tables.

    Args:
        sheets: the tables, such as those of a file; see `virkningskjede.tables.sheets_of`.
        head: the first keys of the model: at least ``id``; what stands here counts more than what the table says.
        otherwise: first keys where the table does not say: at least ``lang``, which counts where neither the codebook nor the headings
            show the language.
        sheet: the name of the sheet, or the number of the table; not needed where only one can be read.
        layout: the layout of the table; recognised by its headings when None.
        vocabulary: the codebook, by which terms and actors are known by their labels too.

    Raises:
        InvalidModel: the table makes no model; each diagnostic names the cell.
        UsageError: there is no such layout or sheet.
    """
    only = next((name for name in LAYOUTS if name == layout), None)
    if layout is not None and only is None:
        raise UsageError(no_choice(layout, LAYOUTS))
    chosen = _chosen(sheets, sheet, only)
    lang = _language(chosen, head, otherwise, vocabulary)
    draft = Draft(chosen.sheet, lang, vocabulary, head.get("source"))
    measured = tuple(_measured(chosen))
    draft.decimal = decimals_in(measured)
    if draft.decimal is None and words.language(_headings(chosen)) == "en" and (thousands := commas_in(measured)):
        draft.decimal, draft.thousands = ".", thousands  # nobody who writes English writes decimals so
    if chosen.name == "wide":
        wide.read(chosen, draft)
    elif chosen.name == "arrows":
        arrows.read(chosen, draft)
    else:
        Rows(chosen, draft).read()
    draft.resolve()
    _title(chosen, draft)
    sections = draft.values()
    if not sections and not any(note.severity == "error" for note in draft.problems):
        draft.problems.append(unreadable(chosen.sheet.file, "no_rows"))
    values = {"virkningskjede": "1", **otherwise, "lang": lang, **draft.head, **head, **sections}
    wrong = [note for note in draft.problems if note.severity == "error"]
    model = None if wrong else _built(values, draft, wrong)
    if model is None:
        raise InvalidModel(wrong[:MOST_TOLD])
    others = (*_of_sheets(sheets, chosen), *_of_the_reading(chosen, draft, model))
    notes = (*draft.problems, *_left(draft), *others)
    return Table(model, chosen.name, notes)


def _language(layout: Layout, head: Mapping[str, Any], otherwise: Mapping[str, Any], vocabulary: Vocabulary | None) -> Lang:
    """The language of the texts: as is said, that of the codebook, or that of the headings and the stages below them."""
    if "lang" in head or vocabulary is not None:
        return "en" if head.get("lang", vocabulary and vocabulary.lang) == "en" else "nb"
    return words.language(_headings(layout)) or ("en" if otherwise.get("lang") == "en" else "nb")


def _headings(layout: Layout) -> list[str]:
    """What shows the language of a table: its headings, and the stages below them."""
    # In a graph the headings are attributes, which are called what they are called.
    headings = [] if layout.sheet.kind == "graph" else [heading.text for heading in layout.headings]
    return [*headings, *layout.under("stage")]


def _measured(layout: Layout) -> Iterator[str]:
    """What stands where numbers are to stand."""
    for role in ("baseline", "target", "milestone", "result"):
        yield from layout.under(role)


def _same_dates(layout: Layout) -> Iterator[list[str]]:
    """The headings of columns with results of one date, of one part of the group."""
    by_date: dict[tuple[str, str], list[str]] = {}
    for column in sorted(layout.columns.get("result", ())):
        by_date.setdefault((layout.dates.get(column, ""), layout.parts.get(column, "")), []).append(layout.heading(column))
    yield from (texts for texts in by_date.values() if len(texts) > 1)


def _built(values: dict[str, Any], draft: Draft, wrong: list[Diagnostic]) -> LogicModel | None:
    model, problems = build(LogicModel, values)
    for found_problem in problems:
        steps = [str(step) for step in found_problem.path]
        item = next((draft.items[step] for step in steps if step in draft.items), None)
        cell = (0, 0) if item is None else item.cells.get(steps[-1], next((item.cells[s] for s in steps if s in item.cells), item.cell))
        wrong.append(_at_cell(found_problem, draft, cell, item))
    return model


def _at_cell(diagnostic: Diagnostic, draft: Draft, cell: tuple[int, int], item: Item | None) -> Diagnostic:
    placed = problem("VK039", draft.sheet, *cell, what="")
    return replace(diagnostic, place=placed.place, cell=placed.cell if item is not None else draft.sheet.place())


def _chosen(sheets: Sequence[Sheet], name: str | None, layout: LayoutName | None) -> Layout:
    """The table that is meant: the one that is named, or the one that can be read.

    Raises:
        InvalidModel: none can be read; or several can, and none is named.
        UsageError: there is no such sheet.
    """
    if name is not None:
        named = [sheet for sheet in sheets if sheet.name.casefold() == name.strip().casefold()]
        if not named:
            there = ", ".join(sheet.name for sheet in sheets if sheet.name) or "–"
            names = [sheet.name for sheet in sheets]
            none = "table.no_table_of_name" if any(sheet.kind == "table" for sheet in sheets) else "table.no_sheet"
            raise UsageError(Word(none, (("name", visible(name)), ("known", visible(there)), ("likely", likely(name, names)))))
        sheets = named
    layouts = [known for sheet in sheets if (known := recognised(joined(filled(sheet)), layout)) is not None]
    if not layouts:
        raise InvalidModel([_unrecognised(sheet, layout) for sheet in sheets[:MOST_LISTED]])
    own = [known for known in layouts if is_own(known)] or [known for known in layouts if not known.hollow]
    own = [known for known in own if not known.sheet.concealed] or own  # what nobody sees is not what is meant
    if len(layouts) > 1 and len(own) != 1:
        several = ", ".join(known.sheet.name for known in layouts)
        whole = Sheet(layouts[0].sheet.file, ((),))
        raise InvalidModel([problem("VK032", whole, known=several, name=layouts[0].sheet.name)])
    return own[0] if len(own) == 1 else layouts[0]


def _unrecognised(sheet: Sheet, layout: LayoutName | None) -> Diagnostic:
    """That the headings are none that are known: which were found, and which are."""
    headings = likeliest_headings(sheet)
    known = [heading for heading in headings if heading.known]
    texts = ", ".join(heading.text for heading in headings[:MOST_LISTED])
    good = ", ".join(heading.text for heading in known)
    return problem("VK033", sheet, headings=texts or "–", good=good or "–", layout=Word(f"table.needs.{layout or 'any'}"))


def _title(layout: Layout, draft: Draft) -> None:
    """A single cell above the headings is the title of the model; what else stands there, is not read."""
    above = range(layout.top - 1 if not layout.turned else layout.top)
    headings = [f"{heading.text} " for heading in layout.headings]
    for number in above:
        cells = [(column, cell) for column, cell in enumerate(layout.sheet.rows[number]) if cell]
        # The upper of two rows of headings is a part of them.
        if not cells or any(text.startswith(f"{' '.join(cell.split())} ") for _, cell in cells for text in headings):
            continue
        title = one_line(cells[0][1])
        if len(cells) == 1 and title and "title" not in draft.head and layout.sheet.kind != "table":
            draft.head["title"] = title
        else:
            draft.skip(", ".join(one_line(cell) for _, cell in cells))


def _of_sheets(sheets: Sequence[Sheet], chosen: Layout) -> list[Diagnostic]:
    others = [sheet for sheet in sheets if sheet.name not in ("", chosen.sheet.name)]
    whole = Sheet(chosen.sheet.file, ((),))
    keys = ("table.other.tables" if chosen.sheet.kind == "table" else "table.other.sheets", "table.other.concealed")
    names = (_listed([sheet.name for sheet in others if sheet.concealed == concealed]) for concealed in (False, True))
    return [problem("VK039", whole, what=Word(key, (("names", listed),))) for key, listed in zip(keys, names, strict=True) if listed]


def _left(draft: Draft) -> Iterator[Diagnostic]:
    """The cells that are not in the model, or not as they stand: each reason once, with what to do about it."""
    for why, cells in draft.left.items():
        if len(cells) == 1:
            ((cell, text),) = cells.items()
            note = problem("VK038", draft.sheet, *cell, what=f"`{shorten(text)}`", why=why)
        else:
            named = _cells_of(draft, {cell: shorten(text) for cell, text in sorted(cells.items())})
            note = problem("VK038", draft.sheet, what=Word("table.left", (("cells", named),)), why=why)
        tip = f"{why.key}.tip"
        yield replace(note, advice=Word(tip, why.params)) if tip in WORDS else note


def _of_the_reading(layout: Layout, draft: Draft, model: LogicModel) -> list[Diagnostic]:
    """What is told of a table that was read: what was not, and what was taken to be so that it does not say."""
    sheet = layout.sheet
    notes = [*_not_read(layout, draft)]
    for (row, column), formula in sheet.blank.items():
        draft.not_read((row, column), formula, Word("table.why.formula"))
    if sheet.concealed:
        notes.append(problem("VK040", sheet, what=Word("table.read.concealed")))
    if sheet.sideways:
        notes.append(problem("VK040", sheet, what=Word("table.read.sideways")))
    if draft.of_parts:
        parts = Word("table.unread.parts", (("cells", _cells_of(draft, draft.of_parts)),))
        notes.append(replace(problem("VK039", sheet, what=parts), advice=Word("table.unread.parts.tip")))
    taken = [
        ("table.read.same", _cells_of(draft, {cell: one_line(sheet.text(*cell)) for cell in sheet.same if cell[0] >= layout.top})),
        ("table.read.among", _listed([f"{text} → {trait}" for text, trait in draft.parts.items()])),
        ("table.read.objectives", _listed([layout.heading(column) for column in layout.objectives])),
        *(("table.read.same_date", _listed(texts)) for texts in _same_dates(layout)),
        ("table.read.empty", _cells_of(draft, draft.empty)),
        ("table.read.thousands", _listed([one_line(text) for text in draft.thousands])),
        ("table.read.beside", _listed(list(dict.fromkeys(draft.beside)))),
        ("table.read.unitless", _cells_of(draft, draft.unitless)),
        ("table.read.lowered", _listed(draft.lowered)),
        ("table.read.filled", _cells_of(draft, dict.fromkeys(draft.filled, ""))),
        ("table.read.across", _cells_of(draft, _across(layout))),
        ("table.read.hidden", _listed([_line(sheet, row) for row in layout.body() if row in sheet.hidden and any(sheet.rows[row])])),
        ("table.read.hidden_columns", _listed([_line(sheet, column, across=True) for column in _hidden_columns(layout, draft)])),
        ("table.read.unattached", _listed(draft.unattached, 3)),
        ("table.read.unkind", _listed(draft.unkind, 3)),
        ("table.read.unplaced", _listed(draft.unplaced, 3)),
    ]
    notes += [problem("VK040", sheet, what=Word(key, (("names", names),))) for key, names in taken if names]
    if draft.belonging:
        notes.append(problem("VK041", sheet, what=counted("table.arrows.numbers", draft.belonging)))
    elif not any(True for _ in model.links()) and len(model.nodes) > 1:
        notes.append(problem("VK041", sheet, what=Word("table.arrows.none")))
    return notes


def _not_read(layout: Layout, draft: Draft) -> Iterator[Diagnostic]:
    """Columns that were not read, what stands under no heading, and cells that say nothing of what their row is about."""
    sheet = layout.sheet
    passed = set(layout.columns.get("passed", ()))
    left = [
        (row, column)
        for row in layout.body()
        for column, text in enumerate(sheet.rows[row])
        if text and (row, column) not in draft.read and column not in passed
    ]
    read = {column for _, column in draft.read}
    # Where a merged heading says what its first column is, the others have none of their own.
    headings = {heading.column: heading.text for heading in layout.headings if not heading.covered}
    whole = [headings[column] for column in sorted({column for _, column in left} - read) if headings.get(column)]
    if names := [*whole, *draft.unread]:
        yield problem("VK039", sheet, what=_listed(names))
    bare = {cell: one_line(text) for cell, text in sheet.passed.items()}
    bare |= {cell: one_line(sheet.rows[cell[0]][cell[1]]) for cell in left if not headings.get(cell[1])}
    if bare:
        yield problem("VK039", sheet, what=Word("table.unread.bare", (("cells", _cells_of(draft, bare)),)))
    single = {cell: headings[cell[1]] for cell in left if headings.get(cell[1]) and cell[1] in read}
    if single:
        about = problem("VK039", sheet, what=Word("table.unread.cells", (("cells", _cells_of(draft, single)),)))
        yield replace(about, advice=Word("table.unread.cells.tip"))


def _across(layout: Layout) -> dict[tuple[int, int], str]:
    """Cells of a wide table that reach over columns of more than one stage: they are read where they begin."""
    reach = [(owner, cell) for cell, owner in layout.sheet.merged.items() if cell[0] == owner[0] >= layout.top and not layout.turned]
    over = {owner for owner, cell in reach if owner[1] in layout.steps and layout.steps.get(cell[1]) != layout.steps[owner[1]]}
    return dict.fromkeys(sorted(over), "")


def _cells_of(draft: Draft, cells: Mapping[tuple[int, int], str]) -> str:
    """Cells by their names, each with what is told of it."""
    named = [f"{draft.sheet.spot(*cell)} ({text})" if text else draft.sheet.spot(*cell) for cell, text in cells.items()]
    return _listed(named)


def _hidden_columns(layout: Layout, draft: Draft) -> list[int]:
    """The columns that are hidden and have been read."""
    read = {column for _, column in draft.read}
    return sorted(read & layout.sheet.hidden_columns)


def _line(sheet: Sheet, number: int, *, across: bool = False) -> str:
    """What a spreadsheet calls a row or a column."""
    return letters(number) if across != sheet.sideways else str(number + sheet.first)


def _listed(names: Sequence[str], most: int = MOST_LISTED) -> str:
    return ", ".join(names[:most]) + (f" … (+{len(names) - most})" if len(names) > most else "")
