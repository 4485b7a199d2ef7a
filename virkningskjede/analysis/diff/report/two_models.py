"""Two models side by side, as a researcher would put it in a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from virkningskjede.analysis.diff import Diff
from virkningskjede.analysis.diff.report.proposing import proposed
from virkningskjede.analysis.diff.report.rows import PLACES, Row, entry_of, in_source_order, name_in_both, place_name, place_of, rows_of
from virkningskjede.i18n import Lang, word, word_or
from virkningskjede.matching import EntryKey
from virkningskjede.model import Aside, Entry, Link, Node, Recruitment, Result
from virkningskjede.model.fields import field_named
from virkningskjede.model.values import STAGES, Field, Frozen, Mark, copy_with, ends_of, fields_of
from virkningskjede.report import Block, Heading, Paragraph, Table
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import template_of
from virkningskjede.report.write_text import BULLET

_APART = frozenset({Mark.CODING, Mark.RUNNING, Mark.TEMPLATE})

_BY = frozenset({"term", "level"})
"""What things are held together by: another is told in another way, or is another thing."""


@cache
def _compared(kind: type[Entry]) -> tuple[Field, ...]:
    """What is told of an entry when it is not the same on both sides: first who does it, and how much. A result's number is in its name."""
    fields = (
        field
        for field in fields_of(kind)
        if not (issubclass(kind, Result) or field.identity or field.weight == "cosmetic" or field.kind is Link or field.name in _BY)
        and _APART.isdisjoint(field.marks)
    )
    return tuple(sorted(fields, key=lambda field: field.name not in ("who", "dose")))


_RECRUITMENT = tuple(field.name for field in fields_of(Recruitment) if _APART.isdisjoint(field.marks))


def report(diff: Diff, lang: Lang) -> Iterator[Block]:
    """Two models as blocks: how they were held together, whom they are for, what is common, what it leads to, what is in one only."""
    wording = ModelText(diff.models, diff.vocabulary, lang)
    a, b = wording.titles
    yield Heading(wording.word("two", a=a, b=b), 1)
    if not diff.comparable:
        nodes_a, nodes_b = (wording.nodes(len(model.nodes)) for model in diff.models)
        yield Paragraph(wording.word("incomparable", a=a, b=b, nodes_a=nodes_a, nodes_b=nodes_b))
        return
    yield Paragraph(" ".join(_lead(diff, wording)))
    yield from _users(diff, wording)
    rows = rows_of(diff)
    yield from _common(diff, wording, rows)
    yield from _targets(diff, wording, rows)
    yield from _alone(diff, wording)
    yield from proposed(diff, wording)


def _lead(diff: Diff, wording: ModelText) -> Iterator[str]:
    a, b = wording.titles
    chain = diff.matching.in_chain
    ways = Counter(pair.how for pair in chain)
    how = [wording.word(f"how.{way}", count=ways[way], a=a, b=b) for way in ("term", "narrower", "broader", "id") if ways[way]]
    common = "common" if ways.keys() == {"term"} else "common.how"
    yield wording.word(common, a=a, b=b, nodes=wording.nodes(len(chain)), ways=wording.listing(how))
    akin = sum(key[0] in STAGES for likes in diff.akin for key in likes)
    if akin:
        yield wording.word("akin", nodes=wording.nodes(akin))
    count_a, count_b = (sum(key[0] in STAGES for key in keys) for keys in _alone_keys(diff))
    yield wording.word("alone", a=a, b=b, nodes_a=wording.nodes(count_a), count_b=count_b)
    for side, reason in ((1, "further"), (0, "back")):
        count = sum(change.reason.key == f"change.reason.{reason}" and change.path.partition(".")[0] in STAGES for change in diff.changes)
        if count:
            yield wording.word("ahead", count=count, title=wording.titles[side])
    yield from _templates(diff, wording)
    for title, model in zip(wording.titles, diff.models, strict=True):
        if model.as_of:
            yield wording.word("as_of", title=title, date=wording.date(model.as_of))


def _templates(diff: Diff, wording: ModelText) -> Iterator[str]:
    a, b = wording.titles
    one, other = (model.follows for model in diff.models)
    if one and one == other:
        yield wording.word("follow.both", template=template_of(diff.models[0]))
    elif one and other:
        yield wording.word("follow.two", a=a, b=b, template_a=template_of(diff.models[0]), template_b=template_of(diff.models[1]))
    elif one or other:
        yield wording.word("follow.one", title=a if one else b, template=template_of(diff.models[0 if one else 1]))


def _users(diff: Diff, wording: ModelText) -> Iterator[Block]:
    rows = [(word("section.target_group", wording.lang), *(_items(_limits(diff, wording, side)) for side in (0, 1)))]
    recruitment = [model.recruitment or Recruitment() for model in diff.models]
    for name in _RECRUITMENT:
        cells = (_recruiting(wording, side, name, getattr(recruitment[side], name)) for side in (0, 1))
        rows.append((wording.field(f"recruitment.{name}").capitalize(), *cells))
    rows.append((wording.word("whole"), *(wording.dose(side, diff.models[side].dose) for side in (0, 1))))
    nothing = wording.word("not_given")
    filled = tuple((name, one or nothing, other or nothing) for name, one, other in rows if one or other)
    if filled:
        yield Heading(wording.word("heading.users"))
        yield Table((wording.word("column.what"), *wording.titles), filled, spacing="apart")


def _limits(diff: Diff, wording: ModelText, side: int) -> Iterator[str]:
    group = diff.models[side].target_group
    for _, name in in_source_order(diff, side, (("target_group", name) for name in group)):
        yield wording.limit(group[name])


def _recruiting(wording: ModelText, side: int, name: str, value: object) -> str:
    if not value:
        return ""
    return str(value) if field_named(name).prose else wording.value(side, f"recruitment.{name}", value)


def _common(diff: Diff, wording: ModelText, rows: Sequence[Row]) -> Iterator[Block]:
    yield Heading(wording.word("heading.common"))
    moved = any(row.moved for row in rows)
    yield Paragraph(" ".join(wording.word(key) for key in ("method", *(("method.moved",) if moved else ()))))
    for place in PLACES:
        here = [row for row in rows if row.place == place]
        if here:
            notes = () if all(row.sure for row in here) else (wording.word("unsure"),)
            yield Heading(place_name(place, wording.lang), 3)
            cells = tuple((_name(row, wording), *_cells(diff, wording, row)) for row in here)
            yield Table((wording.word("column.term"), *wording.titles), cells, notes=notes, spacing="apart")


def _name(row: Row, wording: ModelText) -> str:
    one, other = (wording.terms(row.terms(side)) for side in (0, 1))
    name = one if one == other else f"{one} / {other}"
    return (name or wording.label(0, row.pairs[0].a)) + ("" if row.sure else " *")


def _cells(diff: Diff, wording: ModelText, row: Row) -> Iterator[str]:
    sides = [[(entry, _facts(diff, wording, side, entry)) for entry in row.entries(diff, side)] for side in (0, 1)]
    every = [facts for side in sides for _, facts in side]
    fields = dict.fromkeys(field for side in sides for entry, _ in side for field in _compared(type(entry)))
    # What both say in other words is not told, nor what is the same in words: neither is a difference that a reader could see.
    differing = [field for field in fields if all(len({facts.get(field, _SILENT)[way] for facts in every}) > 1 for way in (0, 1))]
    for side in (0, 1):
        items: list[str] = []
        for entry, facts in sides[side]:
            lines = [wording.word("fact", fact=_name_of(field, wording), value=facts[field][1]) for field in differing if field in facts]
            coded = tuple(entry.term) if isinstance(entry, Node | Aside) else ()
            if coded and set(coded) != set(row.terms(side)):
                lines.insert(0, wording.word("fact", fact=wording.word("fact.term"), value=wording.terms(coded)))
            if row.moved and isinstance(entry, Node):
                place = place_name(place_of(diff, side, (entry.stage, entry.id)), wording.lang)
                lines.insert(0, wording.word("fact", fact=wording.field("stage"), value=place))
            items.append("\n  ".join([wording.full_label(side, entry), *lines]))
        yield _items(items)


_Fact = tuple[object, str]
"""What an entry says in a field: as a value that is equal where two models say the same, and in words."""

_SILENT: _Fact = (None, "")


def _facts(diff: Diff, wording: ModelText, side: int, entry: Entry) -> Mapping[Field, _Fact]:
    """What an entry says in the fields that are told, where it says something."""
    facts: dict[Field, _Fact] = {}
    for field in _compared(type(entry)):
        content = _uncoded(getattr(entry, field.name))
        if content is None or content is False or content == ():
            continue
        names = content if isinstance(content, tuple) else (content,)
        value = frozenset(_in_both(diff, side, str(name)) if field.own else name for name in names)
        facts[field] = value, wording.value(side, field.name, content)
    return facts


def _in_both(diff: Diff, side: int, reference: str) -> tuple[str, ...]:
    return tuple(name_in_both(diff, side, end) for end in ends_of(reference))


def _name_of(field: Field, wording: ModelText) -> str:
    return word_or(f"change.fact.{field.name}", wording.field(field.name), wording.lang)


def _uncoded(value: object) -> object:
    """A value without what says how it is coded, which is no difference between two models."""
    if isinstance(value, tuple):
        return tuple(map(_uncoded, value))
    if not isinstance(value, Frozen):
        return value
    coding = {field.name for field in fields_of(type(value)) if field.coding}
    return copy_with(value, {name: type(value).model_fields[name].default for name in coding})


def _items(items: Iterable[str]) -> str:
    """Several things in one cell, each with a dash; a lone one without."""
    lines = list(items)
    return "\n".join(f"{BULLET}{line}" for line in lines) if len(lines) > 1 else "".join(lines)


def _targets(diff: Diff, wording: ModelText, rows: Sequence[Row]) -> Iterator[Block]:
    """Where the arrows lead that leave what is in common."""
    common = [{entry.id for row in rows for entry in row.entries(diff, side)} for side in (0, 1)]
    targets = []
    for row in rows:
        cells = []
        for side in (0, 1):
            links = {link.to: link for entry in row.entries(diff, side) if isinstance(entry, Node) for link in entry.leads_to}
            cells.append(_items(_target(wording, side, link, link.to in common[side]) for link in links.values()))
        if any(cells):
            targets.append((_name(row, wording), *cells))
    if targets:
        yield Heading(wording.word("heading.arrows"))
        yield Table((wording.word("column.term"), *wording.titles), tuple(targets), notes=(wording.word("inferred"),), spacing="apart")


def _target(wording: ModelText, side: int, link: Link, common: bool) -> str:
    marks = [wording.word("target.common")] if common else []
    marks += [wording.choice("sign", link.sign)] if link.sign else []
    marks += [wording.when(link.when)] if link.when else []
    marks += [wording.field("feedback")] if link.feedback else []
    marks += [] if link.stated else [wording.word("target.inferred")]
    label = wording.label(side, link.to)
    return wording.word("target", label=label, marks=", ".join(marks)) if marks else label


def _alone_keys(diff: Diff) -> tuple[list[EntryKey], list[EntryKey]]:
    """What stands in one only, and is not coded like anything in the other."""
    akin_a, akin_b = diff.akin
    return [key for key in diff.matching.only_a if key not in akin_a], [key for key in diff.matching.only_b if key not in akin_b]


def _alone(diff: Diff, wording: ModelText) -> Iterator[Block]:
    cells: dict[str, tuple[list[str], list[str]]] = {}
    for side, keys in enumerate(_alone_keys(diff)):
        for key in in_source_order(diff, side, keys):
            cells.setdefault(place_of(diff, side, key), ([], []))[side].append(wording.full_label(side, entry_of(diff, side, key)))
    rows = tuple((place_name(place, wording.lang), *map(_items, cells[place])) for place in PLACES if place in cells)
    if rows:
        yield Heading(wording.word("heading.alone"))
        yield Table((wording.word("column.stage"), *(wording.word("only", title=title) for title in wording.titles)), rows, spacing="apart")
