"""Which layout a table has: recognised by the words of its headings, wherever they stand and in whatever order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Literal, get_args

from virkningskjede.i18n import WORDS
from virkningskjede.tables import words
from virkningskjede.tables.fields import CELL_FIELDS, date_in
from virkningskjede.tables.lexicon import Step
from virkningskjede.tables.names import key
from virkningskjede.tables.numbers import reading, says_something
from virkningskjede.tables.sheet import Sheet

LayoutName = Literal["nodes", "wide", "logframe", "framework", "arrows"]
"""One row a node; one column a stage; a logframe; indicators with numbers by year; one row an arrow."""

LAYOUTS: tuple[LayoutName, ...] = get_args(LayoutName)

LEVELS_LOOKED_AT = 200
"""So many rows show whether what stands in a column without a known heading are stages."""

MOST_ON_ITS_SIDE = 60
"""A table with more rows than this is not looked at from the side: its rows would be what it says of each thing."""

DEEPEST_HEADING = 30
"""So far down the headings are looked for: above them may stand a title, a logo and a note."""

_MEASURING = ("indicator", "baseline", "baseline_date", "target", "target_date", "milestone", "result", "instrument", "unit")
OWN = frozenset(key(text) for text in WORDS["show.column.element"])
"""What stands above the first column of a table that this program wrote."""

MEASURED = frozenset({"baseline", "target", "milestone", "result"})
"""What columns of numbers can be for."""

_SEVERAL = frozenset({"target", "milestone", "result", "indicator", "assumption", "risk", "baseline", "passed"})
"""What several columns can be for."""

_OF_ROWS = ("stage", "label", "number", "id", "level", "horizon")
OF_MODELS = frozenset({"source", "lang", "follows", "as_of"})
"""What is said of a model only, in the table that this program writes."""

_ACCEPTED: Mapping[LayoutName, tuple[str, ...]] = {
    "arrows": ("from", "to", "from_stage", "to_stage", "at", "because", "sign", "feedback", "when", "note"),
    "logframe": ("stage", "label", *_MEASURING, "group", "assumption", "risk", *_OF_ROWS, "because", "content", "status", "who"),
    "framework": ("stage", "label", *_MEASURING, "group", "date", "assumption", "risk", *_OF_ROWS, "direction"),
    "nodes": (
        *("stage", "label", "id", "leads_to", "to", "at", "level", "horizon", "who", "passed", "number"),
        *(*_MEASURING, "date", "assumption", "risk", *sorted(CELL_FIELDS.keys() - OF_MODELS)),
    ),
    "wide": (),
}
"""What the columns of each layout can be for; of several meanings, the first that is free."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one column.

    Attributes:
        column: which column, counted from 0.
        text: as it stands; with that of the row above, where two rows make the headings.
        step: where what stands below belongs, if the heading is a word for that.
        meanings: what else it can mean.
        date: the year in it, or the quarter or half-year.
        bare: whether there is a date in it and nothing else.
        part: of which part of a group the numbers below are; empty for the whole.
        covered: whether the text is that of a merged cell that reaches over this column from the left.
    """

    column: int
    text: str
    step: Step | None = None
    meanings: frozenset[str] = frozenset()
    date: str | None = None
    bare: bool = False
    part: str = ""
    covered: bool = False

    @property
    def known(self) -> bool:
        """Whether it means anything here."""
        return self.step is not None or bool(self.meanings) or self.bare


@dataclass(frozen=True, slots=True)
class Layout:
    """A table whose layout is known.

    Attributes:
        name: the layout.
        sheet: the table.
        headings: its headings, with which row they stand in.
        top: the first row below the headings.
        columns: what it is for -> the columns that are for it.
        steps: for a wide table: column -> where what stands in it belongs.
        dates: column -> the year of its heading.
        parts: column -> the part of a group that its numbers are of.
        unread: columns with headings that are not known here.
        turned: whether it is a wide table whose stages stand below each other in its first column.
        objectives: columns with headings that can stand over a number or over a node, where words stand below.
    """

    name: LayoutName
    sheet: Sheet
    headings: tuple[Heading, ...]
    top: int
    columns: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    steps: Mapping[int, Step] = field(default_factory=dict)
    dates: Mapping[int, str] = field(default_factory=dict)
    parts: Mapping[int, str] = field(default_factory=dict)
    unread: tuple[int, ...] = ()
    turned: bool = False
    objectives: tuple[int, ...] = ()

    @property
    def score(self) -> int:
        """How many columns are understood."""
        return sum(map(len, self.columns.values())) + len(self.steps)

    def heading(self, column: int) -> str:
        """The heading of a column; empty where it has none."""
        return next((heading.text for heading in self.headings if heading.column == column), "")

    @property
    def hollow(self) -> bool:
        """Whether what stands in the column for stages is no stage anywhere: the "Directed" of a list of arrows, say."""
        cells = list(islice(self.under("stage"), LEVELS_LOOKED_AT))
        return bool(cells) and not any(words.named(cell) or key(cell) in words.own_steps() for cell in cells)

    @property
    def across(self) -> bool:
        """Whether it is a logframe whose stages stand beside each other with nothing that is measured: that is a wide table."""
        return self.name == "logframe" and len(set(self.steps.values())) > 1 and not self.columns.keys() & set(_MEASURING)

    def under(self, role: str) -> Iterator[str]:
        """What stands in the columns that are for something, row by row; empty cells are left out."""
        columns = self.columns.get(role, ())
        for row in self.sheet.rows[self.top :]:
            yield from (row[column] for column in columns if column < len(row) and row[column])

    def body(self) -> Iterator[int]:
        """The rows below the headings, but for headings that stand there again, on a new page."""
        again = [heading.text for heading in self.headings if heading.text and not heading.covered]
        for number in range(self.top, len(self.sheet.rows)):
            if [" ".join(cell.split()) for cell in self.sheet.rows[number] if cell] != again:
                yield number


def recognised(sheet: Sheet, only: LayoutName | None = None) -> Layout | None:
    """The layout of a table: the one, and the row of headings, by which most columns are understood. None when it is none of those.

    Args:
        sheet: the table.
        only: the layout that it is said to have.

    >>> table = (("Modell", ""), ("Aktiviteter", "Virkninger på kort sikt"), ("Kurs", "Mestring"))
    >>> layout = recognised(Sheet("t.csv", table))
    >>> layout.name, layout.top, [step.horizon for step in layout.steps.values()]
    ('wide', 2, [None, 'short'])
    """
    upright = _upright(sheet, only)
    if len(sheet.rows) > MOST_ON_ITS_SIDE or (upright is not None and (upright.name != "wide" or upright.turned)):
        return upright
    lying = _upright(sheet.on_its_side(), only)
    return lying if lying is not None and not lying.turned and _headed(lying, 2 if upright is None else 3) else upright


def _headed(lying: Layout, least: int) -> bool:
    """Whether what stands down the first column of a table is headings: most of it is known, and says more than which stages there are."""
    filled = [heading for heading in lying.headings if heading.text]
    known = [heading for heading in filled if heading.known]
    of_rows = {role for role, columns in lying.columns.items() if columns and role != "stage"}
    return lying.name != "wide" and len(known) >= least - ("stage" in lying.columns) and len(known) * 2 >= len(filled) and len(of_rows) > 1


def _upright(sheet: Sheet, only: LayoutName | None) -> Layout | None:
    """The same of a table whose headings stand above it."""
    names = (only,) if only else LAYOUTS
    candidates = [
        layout
        for top, headings in _rows_of_headings(sheet)
        for name in (names if not _is_own(headings) else [name for name in names if name == "nodes"])
        if (layout := _laid_out(name, sheet, headings, top)) is not None
    ]
    turned = _turned(sheet) if only in (None, "wide") else None
    filled = [layout for layout in candidates if any(any(row) for row in sheet.rows[layout.top :])]
    if not filled and turned is not None:
        return turned
    # Of equals: the narrower layout, then the row further up.
    order: Sequence[LayoutName] = ("arrows", "wide", "logframe", "framework", "nodes")
    # Where nothing stands below, only the first row is headings: the last of a table are what they are elsewhere.
    candidates = filled or [one for one in candidates if all(sum(map(bool, row)) < 2 for row in sheet.rows[: one.top - 1])]
    return min(
        candidates,
        key=lambda layout: (layout.hollow, layout.across, -layout.score, order.index(layout.name), layout.top, len(layout.unread)),
        default=None,
    )


def likeliest_headings(sheet: Sheet) -> tuple[Heading, ...]:
    """The row that most looks like headings, to name them where no layout is recognised: the first with a known word, or most cells."""
    rows = [headings for _, headings in _rows_of_headings(sheet)]
    known = [row for row in rows if len(row) > 1 and any(heading.known for heading in row)]
    return known[0] if known else max(rows, key=len, default=())


def _rows_of_headings(sheet: Sheet) -> Iterator[tuple[int, tuple[Heading, ...]]]:
    """Each row that could be the headings, alone and together with the one below it, with the first row below them."""
    rows = sheet.rows[:DEEPEST_HEADING]
    for number, row in enumerate(rows):
        if not any(row):
            continue
        # Cells can be merged where the row has ended: nothing stands there.
        over = dict(enumerate(row)) | {c: sheet.text(r, owner) for (r, c), (above, owner) in sheet.merged.items() if r == above == number}
        joined = _joined(row, rows[number + 1]) if number + 1 < len(rows) else ()
        if not (joined and _divides(over, rows[number + 1])):
            filled = [(column, text) for column, text in sorted(over.items()) if text]
            yield number + 1, tuple(replace(heading(column, text), covered=(number, column) in sheet.merged) for column, text in filled)
        if joined:
            yield number + 2, joined


def _divides(above: Mapping[int, str], below: Sequence[str]) -> bool:
    """Whether a row says what the columns under one and the same heading are, each for itself: then that heading alone says too little."""
    parts: dict[str, list[str]] = {}
    for column, text in enumerate(below):
        if text and (upper := key(above.get(column, ""))):
            parts.setdefault(upper, []).append(text)
    # A number that is no year is what was measured, and no heading.
    return any(
        len(set(texts)) > 1 and all(heading(0, text).bare or any(map(str.isalpha, text)) for text in texts) for texts in parts.values()
    )


def _joined(above: Sequence[str], below: Sequence[str]) -> tuple[Heading, ...]:
    """Headings in two rows, such as "Outcomes" over "Short" and "Long": where all that stands in the lower one is known."""
    if sum(map(bool, below)) < 2 or len(below) < 2:
        return ()
    headings: list[Heading] = []
    parent = ""
    helped = 0
    for column in range(max(len(above), len(below))):
        upper = above[column] if column < len(above) else ""
        child = below[column] if column < len(below) else ""
        parent = upper or (parent if child else "")
        if not parent and not child:
            continue
        alone = heading(column, child or parent)
        under = words.step(parent) if child else None
        how_soon = words.horizon(re.sub(r"\s*term\b", " term", child, flags=re.IGNORECASE)) if child else None
        together = heading(column, f"{parent} {child}".strip())
        if child and under is not None and under.section == "outcomes" and how_soon is not None:
            alone = replace(alone, step=replace(under, horizon=how_soon), text=f"{parent} {child}", meanings=frozenset())
        elif child and parent and together.known:
            alone = together
        elif not alone.known and child:
            return ()
        helped += bool(child) and alone.known
        headings.append(alone)
    return tuple(headings) if helped >= 2 else ()


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?:\s?[/–-]\s?(?:(?:19|20)?\d{2})(?!\d))?(?!\d)")
_WAVE = re.compile(r"\s*#?\d{1,2}$")
_YEAR_OF_PROJECT = re.compile(r"^(?:y|yr|year|år)\s?\d{1,2}\s+|\s+(?:y|yr|year|år)\s?\d{1,2}$", re.IGNORECASE)
"""A year that is counted from the beginning of a project, which is no date: "Y4 target"."""

_FIRST = r"(?P<first>[1-4]|første|andre|tredje|fjerde|first|second|third|fourth)"
_PARTS: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (months, re.compile(rf"(?<!\w)(?:{word}\s?[1-4](?!\w)|{_FIRST}(?:\.|st|nd|rd|th)?\s?{ending})", re.IGNORECASE))
    for months, word, ending in (
        (3, "(?:Q|K|kv\\.?|kvartal|quarter)", "(?:kvartal|kv\\.?|quarter)(?!\\w)"),
        (6, "(?:H|halvår|half)", "(?:halvår|half(?:[ -]year)?|(?:half )?of the year)(?!\\w)"),
    )
)
"""Quarters and half-years in headings, with how many months they are: "Q1", "1. kvartal", "H2", "first half"."""

_ORDINALS = ("første first 1", "andre second 2", "tredje third 3", "fjerde fourth 4")
_RESULT_WITH_YEAR = frozenset({"status", "status per", "status pr", "per", "pr", "as of"})
"""What beside a year says that a number was measured then, though it says something else, or nothing, alone."""


def heading(column: int, text: str) -> Heading:
    """What a heading can mean.

    >>> heading(3, "Target (2027)").date, sorted(heading(3, "Target (2027)").meanings), heading(4, "2024").bare
    ('2027', ['target', 'to'], True)
    >>> heading(5, "1. halvår 2024").date, heading(6, "Forecast 2026").known
    ('2024-01/2024-06', False)
    >>> heading(7, "Target 2027 (women)").part
    'women'
    """
    line = " ".join(text.split())
    divided = words.with_part(line)
    if divided is not None:
        rest = _heading(column, divided[0])
        if rest.bare or rest.meanings & MEASURED:
            return replace(rest, text=line, part=divided[1])
    return _heading(column, line)


def _heading(column: int, line: str) -> Heading:
    date, rest = _dated(line)
    meanings = words.meanings(rest)
    if not meanings and _WAVE.search(rest):  # "Target 2" is one of several targets, but "Year 1" is no date
        meanings = words.meanings(_WAVE.sub("", rest)) - {"date"}
    if not meanings and (shorter := _YEAR_OF_PROJECT.sub("", rest)) != rest:
        meanings = words.meanings(shorter) - {"date"}
    if date is not None and key(rest) in _RESULT_WITH_YEAR:
        meanings = frozenset({"result"})
    return Heading(column, line, words.step(line) if date is None else None, meanings, date, date is not None and not key(rest))


def _dated(line: str) -> tuple[str | None, str]:
    """The date in a heading, and what else stands there."""
    day = re.search(r"(?<!\d)(?:\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}(?:-\d{2})?)(?!\d)", line)
    if day is not None and (date := date_in(re.sub(r"\s", "", day[0]))) is not None:
        return date, _without(line, day[0])
    year = _YEAR.search(line)
    date = date_in(re.sub(r"\s", "", year[0]).replace("–", "/").replace("-", "/")) if year else None
    if year is None or date is None:
        return None, line
    rest = _without(line, year[0])
    for months, pattern in _PARTS:
        if "/" not in date and (part := pattern.search(rest)) is not None:
            which = next(n for n, names in enumerate(_ORDINALS, 1) if any(name in part[0].casefold() for name in names.split()))
            if which * months <= 12:
                return f"{date}-{which * months - months + 1:02}/{date}-{which * months:02}", _without(rest, part[0])
    return date, rest


def _without(line: str, part: str) -> str:
    return " ".join(re.sub(r"\(\s*\)|[(),:]", " ", line.replace(part, " ", 1)).split())


def _laid_out(name: LayoutName, sheet: Sheet, headings: tuple[Heading, ...], top: int) -> Layout | None:
    if name == "wide":
        return _wide(sheet, headings, top)
    objectives: tuple[int, ...] = ()
    if name != "arrows":
        headings = _with_levels(sheet, headings, top)
    if name in ("logframe", "framework"):
        headings, objectives = _by_the_cells(sheet, headings, top)
    columns, taken = _assigned(name, headings)
    dates, parts = {h.column: h.date for h in headings if h.date}, {h.column: h.part for h in headings if h.part}
    layout = Layout(name, sheet, headings, top, columns, dates=dates, parts=parts, unread=_left(headings, taken), objectives=objectives)
    if name == "arrows":
        return layout if {"from", "to"} <= columns.keys() else None
    if name == "nodes":
        return layout if {"stage", "label"} <= columns.keys() else None
    return _of_indicators(name, layout)


def _with_levels(sheet: Sheet, headings: tuple[Heading, ...], top: int) -> tuple[Heading, ...]:
    """The headings, with the column that says the stages although nothing that is known stands above it, as in the classic logframe."""
    if any("stage" in h.meanings for h in headings):
        return headings
    known = {h.column for h in headings if h.known}
    for column in range(max((h.column for h in headings), default=0) + 1):
        if column in known:
            continue
        cells = [row[column] for row in sheet.rows[top : top + LEVELS_LOOKED_AT] if column < len(row) and row[column]]
        named = [words.named(cell) for cell in cells]
        if len(cells) < 2 or sum(one is not None for one in named) * 4 < len(cells) * 3:
            continue
        described = any(one is not None and one.rest for one in named)
        if described and any("label" in h.meanings or (h.step is not None and h.step.in_chain) for h in headings):
            continue
        old = next((h for h in headings if h.column == column), Heading(column, ""))
        levels = replace(old, meanings=frozenset({"label" if described else "stage"}))
        return (*(h for h in headings if h.column < column), levels, *(h for h in headings if h.column > column))
    return headings


_NUMBERS: frozenset[str] = frozenset({"result", "target", "milestone"})


def _by_the_cells(sheet: Sheet, headings: tuple[Heading, ...], top: int) -> tuple[tuple[Heading, ...], tuple[int, ...]]:
    """Headings such as "Result" and "Mål", which stand over nodes and over numbers, as what stands below them; and those over nodes."""
    first = min((h.column for h in headings if "indicator" in h.meanings), default=len(headings))
    has_label = any("label" in h.meanings and not h.meanings & _NUMBERS and h.step is None for h in headings)
    settled: list[Heading] = []
    objectives: list[int] = []
    for h in headings:
        two_things = h.date is None and (h.step is not None or "label" in h.meanings) and h.meanings & _NUMBERS
        if two_things and not has_label and h.column < first and mostly_words(sheet, h.column, top):
            settled.append(replace(h, meanings=(h.meanings - _NUMBERS) | ({"label"} if h.step is None else set())))
            objectives.append(h.column)
        else:
            settled.append(h)
    return tuple(settled), tuple(objectives)


def mostly_words(sheet: Sheet, column: int, top: int) -> bool:
    """Whether most of what stands in a column is words, not numbers."""
    cells = [row[column] for row in sheet.rows[top:] if column < len(row) and says_something(row[column])]
    return sum("words" in amount.values for cell in cells if (amount := reading(cell)) is not None) * 2 > len(cells)


def _of_indicators(name: LayoutName, layout: Layout) -> Layout | None:
    """A logframe or a results framework: what is measured, and where it belongs by a column of its own, a heading, or nothing."""
    columns = dict(layout.columns)
    stages = [h for h in layout.headings if h.step is not None and h.step.in_chain and h.column in layout.unread]
    steps: dict[int, Step] = {}
    if "label" not in columns and stages:
        columns["label"] = tuple(h.column for h in (stages[:1] if "stage" in columns else stages))
        steps = {h.column: h.step for h in stages if h.step is not None and "stage" not in columns}
    if name == "framework" and "indicator" not in columns and "stage" not in columns and _of_indicator(layout):
        columns["indicator"] = columns.pop("label", ())
    kinds = _of_row_kinds(layout, name)
    if kinds is not None:
        columns = {role: tuple(column for column in several if column != kinds) for role, several in columns.items()}
        columns = {role: several for role, several in columns.items() if several} | {"kind": (kinds,)}
    unread = tuple(column for column in layout.unread if column not in (*columns.get("label", ()), kinds))
    if "group" in columns and not _has_rows_of_parts(layout, columns):
        unread = tuple(sorted((*unread, *columns.pop("group"))))
    if name == "framework":
        bare = {h.column for h in layout.headings if h.bare}  # "Forecast 2026" says nothing of what was measured
        years = tuple(column for column in unread if column in bare)
        if years:
            columns["result"] = (*columns.get("result", ()), *years)
            unread = tuple(column for column in unread if column not in years)
        complete = "indicator" in columns and bool(columns.keys() & {"baseline", "target", "result", "milestone"})
    else:
        complete = bool(columns.keys() & {"label", "stage"}) and bool(columns.keys() & {"indicator", "instrument", "assumption"})
        complete = (
            complete
            and not _textless(layout, columns)
            and len(columns.keys() & {"label", "stage", "indicator", "instrument", "assumption", "target", "baseline", "risk"}) >= 2
        )
    return replace(layout, columns=columns, steps=steps, unread=unread) if complete else None


def _of_row_kinds(layout: Layout, name: LayoutName) -> int | None:
    """The column that says of each row whether its numbers are targets or results, as in rows of "Target" and "Actual" by turns."""
    named = {column for role in ("indicator", *MEASURED) for column in layout.columns.get(role, ())}
    for column in sorted({heading.column for heading in layout.headings} | {0, 1, 2}):
        cells = [row[column] for row in layout.sheet.rows[layout.top : layout.top + LEVELS_LOOKED_AT] if column < len(row) and row[column]]
        kinds = [words.row_kind(text) for text in cells]
        if column not in named and len({*kinds} - {None}) > 1 and kinds.count(None) * 4 <= len(kinds):
            return column
    return None


def _has_rows_of_parts(layout: Layout, columns: Mapping[str, tuple[int, ...]]) -> bool:
    """Whether the column for groups says of which part each row is, not only by what an indicator is to be divided ("Sex, age")."""
    (group, *_), (name, *_) = columns["group"], (*columns.get("indicator", ()), *columns.get("label", ()), -1)
    sheet = layout.sheet
    several = parts = 0
    above: tuple[str, str] = ("", "")
    for row in range(layout.top, len(sheet.rows)):
        text, called = sheet.text(row, group), (sheet.text(row, name) if name >= 0 else "") or above[0]
        if says_something(text):
            several += 1
            parts += words.is_part(text) or words.is_whole(text) or (called == above[0] and key(text) != key(above[1]))
        above = (called, text)
    return several > 0 and parts * 2 >= several


def _textless(layout: Layout, columns: Mapping[str, tuple[int, ...]]) -> bool:
    """Whether the rows have stages and no text, and most of them have words under a heading that is not known: those may be the nodes."""
    if "label" in columns or "stage" not in columns:
        return False
    sheet, (stage, *_) = layout.sheet, columns["stage"]
    naming = {row: named for row in range(layout.top, len(sheet.rows)) if (named := words.named(sheet.text(row, stage))) is not None}
    if not naming or any(named.rest for named in naming.values()):
        return False
    unknown = [h.column for h in layout.headings if not h.known and h.text and not h.covered]
    return any(
        mostly_words(sheet, column, layout.top) and sum(bool(sheet.text(row, column)) for row in naming) * 2 >= len(naming)
        for column in unknown
    )


def _of_indicator(layout: Layout) -> bool:
    """Whether the rows are those of indicators although the names have another heading: their ids are called ids of indicators."""
    ids = [layout.heading(column) for column in layout.columns.get("id", ())]
    return "label" in layout.columns and any(words.meanings(key(text).split(" ")[0]) == {"indicator"} for text in ids)


def _assigned(name: LayoutName, headings: tuple[Heading, ...]) -> tuple[dict[str, tuple[int, ...]], set[int]]:
    """What each column is for: those that can be only one thing first, then the others from left to right."""
    own = name == "nodes" and _is_own(headings)
    accepted = (*sorted(OF_MODELS), *_ACCEPTED[name]) if own else _ACCEPTED[name]
    choices = {h.column: [meaning for meaning in accepted if meaning in h.meanings] for h in headings}
    columns: dict[str, tuple[int, ...]] = {}
    taken: set[int] = set()
    for column in sorted((c for c in choices if choices[c]), key=lambda c: (len(choices[c]), c)):
        free = [role for role in choices[column] if role not in columns or role in _SEVERAL]
        if free:
            columns[free[0]] = (*columns.get(free[0], ()), column)
            taken.add(column)
    return {role: tuple(sorted(several)) for role, several in columns.items()}, taken


def is_own(layout: Layout) -> bool:
    """Whether the table is one that this program wrote: its first heading says so."""
    return _is_own(layout.headings)


def _is_own(headings: Iterable[Heading]) -> bool:
    return any(key(heading.text) in OWN for heading in headings)


def _left(headings: Iterable[Heading], taken: set[int]) -> tuple[int, ...]:
    return tuple(heading.column for heading in headings if heading.column not in taken)


BESIDE = {"indicator": Step("indicators"), "assumption": Step("assumptions"), "risk": Step("barriers")}
"""What columns beside those of the chain are for, with where what stands in them belongs."""


def _wide(sheet: Sheet, headings: tuple[Heading, ...], top: int) -> Layout | None:
    """A table with a column for each stage: at least two of them, and no two for the same."""
    steps = {h.column: h.step for h in headings if h.step is not None}
    for h in headings:
        if h.column not in steps and (role := next((role for role in BESIDE if role in h.meanings), None)):
            steps[h.column] = BESIDE[role]
    if any(step.horizon is not None for step in steps.values()):  # beside "Short-term outcomes" even a word alone says how soon
        for h in headings:
            if h.column not in steps and (soon := words.horizon(words.without_brackets(h.text))) is not None:
                steps[h.column] = Step("outcomes", horizon=soon)
    chain = {step for step in steps.values() if step.in_chain}
    if len(chain) < 2:
        return None
    return Layout("wide", sheet, headings, top, steps=steps, unread=_left(headings, set(steps)))


def _turned(sheet: Sheet) -> Layout | None:
    """A wide table that lies on its side: the stages stand below each other in the first column, and nothing stands above them.

    What stands below a stage in its own cell belongs to it; a row of arrows between two stages is none.
    """
    firsts = [(number, row[0]) for number, row in enumerate(sheet.rows) if row and any(map(str.isalnum, row[0]))]
    named = {number: stage for number, text in firsts if (stage := words.named(text)) is not None and (not stage.rest or "\n" in text)}
    steps = {number: step for number, stage in named.items() if (step := words.step(stage.word)) is not None}
    start = min(steps, default=0)
    above = [cell for row in sheet.rows[:start] for cell in row[1:] if cell]
    chain = {step for step in steps.values() if step.in_chain}
    if len(chain) < 2 or above or len(steps) * 4 < len([1 for number, _ in firsts if number >= start]) * 3:
        return None
    headings = tuple(Heading(number, sheet.rows[number][0], step) for number, step in steps.items())
    return Layout("wide", sheet, headings, start, steps=steps, turned=True)
