"""A model and its template: what is asked for and there, what is not mentioned, what is otherwise, what is left free, what is more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from virkningskjede.analysis.diff import Adherence, Change, Diff, Otherwise, Point
from virkningskjede.analysis.diff.report.proposing import proposed
from virkningskjede.analysis.diff.report.rows import PLACES, entry_of, in_source_order, place_name, place_of
from virkningskjede.i18n import Lang, word
from virkningskjede.matching import EntryKey
from virkningskjede.model import LogicModel, Node, Who
from virkningskjede.model.values import Bounds, fits
from virkningskjede.report import Block, Heading, Paragraph, Table
from virkningskjede.report.model_text import Saying
from virkningskjede.report.write_text import BULLET

_WHOLE = ("recruitment.", "dose.")
"""Parts of a model that are not entries, as paths of changes begin."""


def following(diff: Diff, held: Adherence, lang: Lang) -> Iterator[Block]:
    """A model held against its template as blocks."""
    yield from _Telling(diff, held, lang).blocks()


class _Telling:
    def __init__(self, diff: Diff, held: Adherence, lang: Lang) -> None:
        self.diff, self.held, self.lang = diff, held, lang
        self.side, self.theirs = held.side, 1 - held.side
        self.saying = Saying(diff.models, diff.vocabulary, lang)
        self.model, self.template = self.saying.titles[self.side], self.saying.titles[self.theirs]
        order = in_source_order(diff, self.theirs, (point.key for point in held.points))
        places = {key: (PLACES_OF_ALL.index(place_of(diff, self.theirs, key)), number) for number, key in enumerate(order)}
        self.points = sorted(held.points, key=lambda point: places[point.key])

    def word(self, key: str, **params: object) -> str:
        return word(f"template.{key}", self.lang, **params)

    def blocks(self) -> Iterator[Block]:
        yield Heading(self.word("title", model=self.model, template=self.template), 1)
        yield Paragraph(" ".join(self._lead()))
        yield from self._answers("required", [point for point in self.points if point.required])
        described = [point for point in self.points if not point.required]
        yield from self._answers("described", [point for point in described if not _is_missing(point)])
        missing = [self.saying.quote(self._label(point)) for point in described if _is_missing(point)]
        if missing:
            yield Paragraph(self.word("unmentioned", names=self.saying.listing(missing)))
        yield from self._table("otherwise", (*self._otherwise(), *self._otherwise_in_all()))
        yield from self._table("free", (*self._free(), *self._questions()))
        yield from self._beyond()
        yield from proposed(self.diff, self.saying)

    def _answers(self, heading: str, points: Sequence[Point]) -> Iterator[Block]:
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
        required, described = self.held.required, [point for point in self.points if not point.required]
        if required:
            yield self.word("required", model=self.model, template=self.template, yes=_mentioned(required), count=len(required))
            yield self.word("described", yes=_mentioned(described), count=len(described))
        else:
            yield self.word("described.only", model=self.model, template=self.template, yes=_mentioned(described), count=len(described))
        if any(point.said == "silent" for point in self.points):
            yield self.word("silence")
        if self.held.arrows:
            made = sum(bool(own) for _, own in self.held.arrows)
            yield self.word("arrows", links=self.saying.links(len(self.held.arrows)), made=made, model=self.model)
        if self.held.unknown:
            names = [self.saying.quote(self._name(self.theirs, key)) for key in self.held.unknown]
            yield self.word("unknown", names=self.saying.listing(names))
        own: LogicModel = self.diff.models[self.side]
        if own.as_of:
            yield self.saying.word("as_of", title=self.model, date=self.saying.date(own.as_of))

    def _name(self, side: int, key: EntryKey) -> str:
        entry = entry_of(self.diff, side, key)
        return self.saying.limit(entry) if key[0] == "target_group" else self.saying.entry(entry)  # type: ignore[arg-type]

    def _label(self, point: Point) -> str:
        return self._name(self.theirs, point.key)

    def _answer(self, point: Point) -> str:
        doubt = "" if point.sure else " *"
        if point.entries and point.said != "silent":
            return _items([self._told(key) for key in in_source_order(self.diff, self.side, point.entries)]) + doubt
        if point.elsewhere:
            key = point.elsewhere[0]
            place = place_name(place_of(self.diff, self.side, key), self.lang).lower()
            names = ", ".join(self.saying.quote(self._name(self.side, each)) for each in point.elsewhere)
            return self.word("elsewhere", place=place, names=names) + doubt
        if point.key[0] == "target_group" and "yes" in point.possible:
            return self.word("inherited")
        return self.word("silent") + doubt

    def _told(self, key: EntryKey) -> str:
        entry, name = entry_of(self.diff, self.side, key), self._name(self.side, key)
        status = entry.status if isinstance(entry, Node) else None
        return self.word("status", name=name, status=word(f"status.{status}", self.lang)) if status else name

    def _otherwise(self) -> Iterator[tuple[str, str, str, str]]:
        for point in self.points:
            for each in point.otherwise:
                yield self._label(point), self.saying.field(each.field), self._wanted(each), self._done(each)

    def _wanted(self, each: Otherwise) -> str:
        value = each.template.takes_part if isinstance(each.template, Who) else each.template
        return self._actors(sorted(value)) if isinstance(value, frozenset) else self.saying.value(self.theirs, each.field, value)

    def _done(self, each: Otherwise) -> str:
        told = []
        for key, value in each.own:
            said = self.saying.who(value) if isinstance(value, Who) else self.saying.value(self.side, each.field, value)
            told.append(self.saying.word("fact", fact=self._name(self.side, key), value=said))
        lack = self.word("without", names=self._actors(each.without)) if each.without else ""
        return "; ".join([*told, lack]) if len(told) == 1 and lack else _items([*told, *([lack] if lack else [])])

    def _actors(self, names: Sequence[str]) -> str:
        return self.saying.value(self.side, "do", tuple(names))

    def _otherwise_in_all(self) -> Iterator[tuple[str, str, str, str]]:
        """How the recruitment, or the follow-up as a whole, differs where both speak of it."""
        for change in self.diff.changes:
            if change.path.startswith(_WHOLE) and change.before is not None and change.after is not None:
                own, theirs = _sides(change, self.side)
                if isinstance(own, Bounds) and isinstance(theirs, Bounds) and fits(own, theirs) == "yes":
                    continue  # twelve months are no other than a year
                field = change.path
                yield (
                    word("section.recruitment", self.lang) if field.startswith("recruitment") else self.saying.word("whole"),
                    self.saying.field(field),
                    self.saying.value(self.theirs, field, theirs),
                    self.saying.value(self.side, field, own),
                )

    def _free(self) -> Iterator[tuple[str, str, str, str]]:
        for point in self.points:
            entry = entry_of(self.diff, self.theirs, point.key)
            for field, chosen in point.free:
                told = [
                    self.saying.word("fact", fact=self._name(self.side, key), value=self.saying.value(self.side, field, value))
                    for key, value in chosen
                ]
                wanted = self.saying.value(self.theirs, field, getattr(entry, field))
                yield self._label(point), self.saying.field(field), wanted, _items(told) or self.word("open.silent")

    def _questions(self) -> Iterator[tuple[str, str, str, str]]:
        for name, related in self.held.questions:
            told = [self._name(self.side, key) for key in related]
            label = self._name(self.theirs, ("open_questions", name))
            yield label, self.word("open"), "", _items(told) or self.word("open.silent")

    def _beyond(self) -> Iterator[Block]:
        actors = tuple(
            (self._actor(name, keys), _items([self._name(self.side, key) for key in keys])) for name, keys in self.held.newcomers
        )
        cells: dict[str, list[str]] = {}
        for key in in_source_order(self.diff, self.side, self.held.beyond):
            cells.setdefault(place_of(self.diff, self.side, key), []).append(self._told(key))
        rows = tuple((place_name(place, self.lang), _items(cells[place])) for place in PLACES_OF_ALL if place in cells)
        if actors or rows:
            yield Heading(self.word("heading.beyond"))
        if actors:
            yield Table((self.word("column.actor"), self.word("column.where")), actors, spacing="apart")
        if rows:
            yield Table((self.word("column.stage"), self.saying.word("only", title=self.model)), rows, spacing="apart")

    def _actor(self, name: str, keys: Sequence[EntryKey]) -> str:
        """An actor by name; perhaps one, where every entry says only that they may take part."""
        people = [entry.who for entry in (entry_of(self.diff, self.side, key) for key in keys) if isinstance(entry, Node) and entry.who]
        said = self.saying.value(self.side, "do", name)
        return self.word("maybe", actor=said) if all(name in who.maybe for who in people) else said


PLACES_OF_ALL = ("section.target_group", *PLACES)
"""Where things stand, the target group first."""


def _is_missing(point: Point) -> bool:
    """Whether the model says nothing that even resembles it, in any reading."""
    return point.said == "silent" and point.sure and not point.elsewhere


def _mentioned(points: Sequence[Point]) -> int:
    return sum(point.said in ("yes", "partly") for point in points)


def _items(said: Sequence[str]) -> str:
    """Several things in one cell, each with a dash; a lone one without."""
    return "\n".join(f"{BULLET}{each}" for each in said) if len(said) > 1 else "".join(said)


def _sides(change: Change, side: int) -> tuple[object, object]:
    return (change.after, change.before) if side else (change.before, change.after)
