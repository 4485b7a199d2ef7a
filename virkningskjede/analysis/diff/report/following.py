"""A model and its template: what is asked for and there, what is not mentioned, what is otherwise, what is left free, what is more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from virkningskjede.analysis.diff import Adherence, Change, Diff, Otherwise, TemplatePoint
from virkningskjede.analysis.diff.report.proposing import proposed
from virkningskjede.analysis.diff.report.rows import PLACES, entry_of, in_source_order, place_name, place_of
from virkningskjede.i18n import Lang, word, word_or
from virkningskjede.matching import EntryKey
from virkningskjede.model import LogicModel, Node, Outcome, Who
from virkningskjede.model.values import Bounds, arrow_of, fits
from virkningskjede.report import Block, Heading, Paragraph, Table
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.write_text import BULLET

_WHOLE = ("recruitment.", "dose.")
"""Parts of a model that are not entries, as paths of changes begin."""


def following(diff: Diff, adherence: Adherence, lang: Lang) -> Iterator[Block]:
    """A model held against its template as blocks."""
    yield from _Account(diff, adherence, lang).blocks()


class _Account:
    def __init__(self, diff: Diff, adherence: Adherence, lang: Lang) -> None:
        self.diff, self.adherence, self.lang = diff, adherence, lang
        self.side, self.theirs = adherence.side, 1 - adherence.side
        self.wording = ModelText(diff.models, diff.vocabulary, lang)
        self.model, self.template = self.wording.titles[self.side], self.wording.titles[self.theirs]
        order = in_source_order(diff, self.theirs, (point.key for point in adherence.points))
        places = {key: (PLACES_OF_ALL.index(place_of(diff, self.theirs, key)), number) for number, key in enumerate(order)}
        self.points = sorted(adherence.points, key=lambda point: places[point.key])

    def word(self, key: str, **params: object) -> str:
        return word(f"template.{key}", self.lang, **params)

    def blocks(self) -> Iterator[Block]:
        yield Heading(self.word("title", model=self.model, template=self.template), 1)
        yield Paragraph(" ".join(self._lead()))
        yield from self._answers("required", [point for point in self.points if point.required])
        described = [point for point in self.points if not point.required]
        yield from self._answers("described", [point for point in described if not _is_missing(point)])
        missing = [self.wording.quote(self._label(point)) for point in described if _is_missing(point)]
        if missing:
            yield Paragraph(self.word("unmentioned", names=self.wording.listing(missing)))
        yield from self._table("otherwise", (*self._otherwise(), *self._otherwise_in_all()))
        yield from self._table("free", (*self._free(), *self._questions()))
        yield from self._beyond()
        yield from proposed(self.diff, self.wording)

    def _answers(self, heading: str, points: Sequence[TemplatePoint]) -> Iterator[Block]:
        rows = tuple((self._label(point), self._answer(point)) for point in points)
        if rows:
            unsure = any(cell.endswith(" *") for _, cell in rows)
            yield Heading(self.word(f"heading.{heading}"))
            yield Table((self.word("column.what"), self.model), rows, notes=(self.word("unsure"),) if unsure else (), spacing="apart")

    def _table(self, heading: str, rows: Sequence[tuple[str, str, str, str]]) -> Iterator[Block]:
        headers = (self.word("column.what"), self.word("column.how"), self.template, self.model)
        if rows:
            yield Heading(self.word(f"heading.{heading}"))
            # Without the template's own column where it says nothing.
            kept = [place for place in range(4) if place != 2 or any(row[2] for row in rows)]
            yield Table(
                tuple(headers[place] for place in kept), tuple(tuple(row[place] for place in kept) for row in rows), spacing="apart"
            )

    def _lead(self) -> Iterator[str]:
        required, described = self.adherence.required, [point for point in self.points if not point.required]
        if required:
            yield self.word("required", model=self.model, template=self.template, yes=_mentioned(required), count=len(required))
            yield self.word("described", yes=_mentioned(described), count=len(described))
        else:
            yield self.word("described.only", model=self.model, template=self.template, yes=_mentioned(described), count=len(described))
        if any(point.coded == "silent" for point in self.points):
            yield self.word("silence")
        if self.adherence.arrows:
            made = sum(bool(own) for _, own in self.adherence.arrows)
            yield self.word("arrows", links=self.wording.links(len(self.adherence.arrows)), made=made, model=self.model)
        if self.adherence.unknown:
            names = [self.wording.quote(self._name(self.theirs, key)) for key in self.adherence.unknown]
            yield self.word("unknown", names=self.wording.listing(names))
        own: LogicModel = self.diff.models[self.side]
        if own.as_of:
            yield self.wording.word("as_of", title=self.model, date=self.wording.date(own.as_of))

    def _name(self, side: int, key: EntryKey) -> str:
        entry = entry_of(self.diff, side, key)
        return self.wording.limit(entry) if key[0] == "target_group" else self.wording.entry(entry)  # type: ignore[arg-type]

    def _label(self, point: TemplatePoint) -> str:
        return self._name(self.theirs, point.key)

    def _answer(self, point: TemplatePoint) -> str:
        doubt = "" if point.sure else " *"
        if point.entries and point.coded != "silent":
            return _items([self._with_status(key) for key in in_source_order(self.diff, self.side, point.entries)]) + doubt
        if point.elsewhere:
            return "; ".join(self._elsewhere(point)) + doubt
        if point.key[0] == "target_group" and "yes" in point.possible:
            return self.word("inherited")
        return self.word("silent") + doubt

    def _elsewhere(self, point: TemplatePoint) -> Iterator[str]:
        """As what else the model has it: as an effect of the other kind, wished for or not, and otherwise at another place."""
        template = entry_of(self.diff, self.theirs, point.key)
        keys: dict[str, list[EntryKey]] = {}
        for key in point.elsewhere:
            entry = entry_of(self.diff, self.side, key)
            place = place_name(place_of(self.diff, self.side, key), self.lang).lower()
            if isinstance(entry, Outcome) and isinstance(template, Outcome) and entry.level == template.level:
                place = self.word("unwanted" if entry.unwanted else "wanted")
            keys.setdefault(place, []).append(key)
        for place, own in keys.items():
            yield self.word("elsewhere", place=place, names=", ".join(self.wording.quote(self._name(self.side, key)) for key in own))

    def _with_status(self, key: EntryKey) -> str:
        entry, name = entry_of(self.diff, self.side, key), self._name(self.side, key)
        status = entry.status if isinstance(entry, Node) else None
        return self.word("status", name=name, status=word_or(f"status.{status}", status, self.lang)) if status else name

    def _otherwise(self) -> Iterator[tuple[str, str, str, str]]:
        for point in self.points:
            for difference in point.otherwise:
                yield self._label(point), self.wording.field(difference.field), self._wanted(difference), self._done(difference)
        for link, difference in self.adherence.arrows_otherwise:
            label = self.wording.arrow(self.theirs, link.arrow)
            yield label, self.wording.field(difference.field), self._wanted(difference), self._done(difference)

    def _wanted(self, difference: Otherwise) -> str:
        value = difference.template.takes_part if isinstance(difference.template, Who) else difference.template
        return self._actors(sorted(value)) if isinstance(value, frozenset) else self.wording.value(self.theirs, difference.field, value)

    def _done(self, difference: Otherwise) -> str:
        facts = []
        for key, value in difference.own:
            text = self.wording.who(value) if isinstance(value, Who) else self.wording.value(self.side, difference.field, value)
            name = self.wording.arrow(self.side, key[1]) if arrow_of(key[1]) else self._name(self.side, key)
            facts.append(self.wording.word("fact", fact=name, value=text))
        lack = self.word("without", names=self._actors(difference.without)) if difference.without else ""
        return "; ".join([*facts, lack]) if len(facts) == 1 and lack else _items([*facts, *([lack] if lack else [])])

    def _actors(self, names: Sequence[str]) -> str:
        return self.wording.value(self.side, "do", tuple(names))

    def _otherwise_in_all(self) -> Iterator[tuple[str, str, str, str]]:
        """How the recruitment, or the follow-up as a whole, differs where both speak of it."""
        for change in self.diff.changes:
            if change.path.startswith(_WHOLE) and change.before is not None and change.after is not None:
                own, theirs = _sides(change, self.side)
                if isinstance(own, Bounds) and isinstance(theirs, Bounds) and fits(own, theirs) == "yes":
                    continue  # twelve months are no other than a year
                field = change.path
                yield (
                    word("section.recruitment", self.lang) if field.startswith("recruitment") else self.wording.word("whole"),
                    self.wording.field(field),
                    self.wording.value(self.theirs, field, theirs),
                    self.wording.value(self.side, field, own),
                )

    def _free(self) -> Iterator[tuple[str, str, str, str]]:
        for point in self.points:
            entry = entry_of(self.diff, self.theirs, point.key)
            for field, chosen in point.free:
                facts = [
                    self.wording.word("fact", fact=self._name(self.side, key), value=self.wording.value(self.side, field, value))
                    for key, value in chosen
                ]
                wanted = self.wording.value(self.theirs, field, getattr(entry, field))
                yield self._label(point), self.wording.field(field), wanted, _items(facts) or self.word("open.silent")

    def _questions(self) -> Iterator[tuple[str, str, str, str]]:
        for name, related in self.adherence.questions:
            names = [self._name(self.side, key) for key in related]
            label = self._name(self.theirs, ("open_questions", name))
            yield label, self.word("open"), "", _items(names) or self.word("open.silent")

    def _beyond(self) -> Iterator[Block]:
        actors = tuple(
            (self._actor(name, keys), _items([self._name(self.side, key) for key in keys])) for name, keys in self.adherence.newcomers
        )
        cells: dict[str, list[str]] = {}
        for key in in_source_order(self.diff, self.side, self.adherence.beyond):
            cells.setdefault(place_of(self.diff, self.side, key), []).append(self._with_status(key))
        rows = tuple((place_name(place, self.lang), _items(cells[place])) for place in PLACES_OF_ALL if place in cells)
        if actors or rows:
            yield Heading(self.word("heading.beyond"))
        if actors:
            yield Table((self.word("column.actor"), self.word("column.where")), actors, spacing="apart")
        if rows:
            yield Table((self.word("column.stage"), self.wording.word("only", title=self.model)), rows, spacing="apart")

    def _actor(self, name: str, keys: Sequence[EntryKey]) -> str:
        """An actor by name; perhaps one, where every entry says only that they may take part."""
        people = [entry.who for entry in (entry_of(self.diff, self.side, key) for key in keys) if isinstance(entry, Node) and entry.who]
        label = self.wording.value(self.side, "do", name)
        return self.word("maybe", actor=label) if all(name in who.maybe for who in people) else label


PLACES_OF_ALL = ("section.target_group", *PLACES)
"""Where things stand, the target group first."""


def _is_missing(point: TemplatePoint) -> bool:
    """Whether the model says nothing that even resembles it, in any reading."""
    return point.coded == "silent" and point.sure and not point.elsewhere


def _mentioned(points: Sequence[TemplatePoint]) -> int:
    return sum(point.coded in ("yes", "partly") for point in points)


def _items(lines: Sequence[str]) -> str:
    """Several things in one cell, each with a dash; a lone one without."""
    return "\n".join(f"{BULLET}{line}" for line in lines) if len(lines) > 1 else "".join(lines)


def _sides(change: Change, side: int) -> tuple[object, object]:
    return (change.after, change.before) if side else (change.before, change.after)
