"""Two models side by side, as a researcher would put it in a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from virkningskjede.analysis.diff import Diff
from virkningskjede.analysis.diff.report.proposing import proposed
from virkningskjede.analysis.diff.report.rows import PLACES, Row, entry_of, in_source_order, place_name, place_of, rows_of
from virkningskjede.i18n import Lang, word, word_or
from virkningskjede.matching import EntryKey
from virkningskjede.model import Aside, Entry, Link, Node, Recruitment
from virkningskjede.model.fields import SECTION_KINDS, field_named
from virkningskjede.model.values import STAGES, Mark, fields_of
from virkningskjede.report import Block, Heading, Paragraph, Table
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import template_of
from virkningskjede.report.write_text import BULLET

_APART = frozenset({Mark.CODING, Mark.RUNNING, Mark.TEMPLATE})

_FACTS = tuple(
    sorted(
        dict.fromkeys(
            field.name
            for kind in SECTION_KINDS.values()
            if kind.stage
            for field in fields_of(kind.entry)
            if field.weight == "content" and field.names in (None, "place") and field.kind is not Link and _APART.isdisjoint(field.marks)
        ),
        key=lambda name: name not in ("who", "dose"),
    )
)
"""What is told of a node when it is not the same on both sides: first who does it, and how much."""

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
    yield Paragraph(wording.word("method"))
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
    sides = [[(entry, _facts(wording, side, entry)) for entry in row.entries(diff, side)] for side in (0, 1)]
    every = [facts for side in sides for _, facts in side]
    differing = [fact for fact in _FACTS if len({facts.get(fact, "") for facts in every}) > 1]
    for side in (0, 1):
        items: list[str] = []
        for entry, facts in sides[side]:
            lines = [
                wording.word("fact", fact=word_or(f"change.fact.{fact}", wording.field(fact), wording.lang), value=facts[fact])
                for fact in differing
                if facts.get(fact)
            ]
            coded = tuple(entry.term) if isinstance(entry, Node | Aside) else ()
            if coded and set(coded) != set(row.terms(side)):
                lines.insert(0, wording.word("fact", fact=wording.word("fact.term"), value=wording.terms(coded)))
            items.append("\n  ".join([wording.full_label(side, entry), *lines]))
        yield _items(items)


def _items(items: Iterable[str]) -> str:
    """Several things in one cell, each with a dash; a lone one without."""
    lines = list(items)
    return "\n".join(f"{BULLET}{line}" for line in lines) if len(lines) > 1 else "".join(lines)


def _facts(wording: ModelText, side: int, entry: Entry) -> Mapping[str, str]:
    if not isinstance(entry, Node):
        return {}
    return {name: wording.value(side, name, getattr(entry, name, None)) for name in _FACTS}


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
