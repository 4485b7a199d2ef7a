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
from virkningskjede.model.fields import field_named
from virkningskjede.model.values import STAGES, Mark, fields_of
from virkningskjede.report import Block, Heading, Paragraph, Table
from virkningskjede.report.model_text import Saying
from virkningskjede.report.write_text import BULLET

_APART = frozenset({Mark.CODING, Mark.RUNNING, Mark.TEMPLATE})

_FACTS = tuple(
    sorted(
        (
            field.name
            for field in fields_of(Node)
            if field.weight == "content" and field.names is None and field.kind is not Link and _APART.isdisjoint(field.marks)
        ),
        key=lambda name: name not in ("who", "dose"),
    )
)
"""What is told of a node when it is not the same on both sides: first who does it, and how much."""

_RECRUITMENT = tuple(field.name for field in fields_of(Recruitment) if _APART.isdisjoint(field.marks))


def report(diff: Diff, lang: Lang) -> Iterator[Block]:
    """Two models as blocks: how they were held together, whom they are for, what is common, what it leads to, what is in one only."""
    saying = Saying(diff.models, diff.vocabulary, lang)
    a, b = saying.titles
    yield Heading(saying.word("two", a=a, b=b), 1)
    if not diff.comparable:
        nodes_a, nodes_b = (saying.nodes(len(model.nodes)) for model in diff.models)
        yield Paragraph(saying.word("incomparable", a=a, b=b, nodes_a=nodes_a, nodes_b=nodes_b))
        return
    yield Paragraph(" ".join(_lead(diff, saying)))
    yield from _users(diff, saying)
    rows = rows_of(diff)
    yield from _common(diff, saying, rows)
    yield from _targets(diff, saying, rows)
    yield from _alone(diff, saying)
    yield from proposed(diff, saying)


def _lead(diff: Diff, saying: Saying) -> Iterator[str]:
    a, b = saying.titles
    chain = diff.matching.in_chain
    ways = Counter(pair.how for pair in chain)
    how = [saying.word(f"how.{way}", count=ways[way], a=a, b=b) for way in ("term", "narrower", "broader", "id") if ways[way]]
    common = "common" if ways.keys() == {"term"} else "common.how"
    yield saying.word(common, a=a, b=b, nodes=saying.nodes(len(chain)), ways=saying.listing(how))
    akin = sum(key[0] in STAGES for likes in diff.akin for key in likes)
    if akin:
        yield saying.word("akin", nodes=saying.nodes(akin))
    count_a, count_b = (sum(key[0] in STAGES for key in keys) for keys in _alone_keys(diff))
    yield saying.word("alone", a=a, b=b, nodes_a=saying.nodes(count_a), count_b=count_b)
    for side, reason in ((1, "further"), (0, "back")):
        count = sum(each.reason.key == f"change.reason.{reason}" and each.path.partition(".")[0] in STAGES for each in diff.changes)
        if count:
            yield saying.word("ahead", count=count, title=saying.titles[side])
    yield from _templates(diff, saying)
    for title, model in zip(saying.titles, diff.models, strict=True):
        if model.as_of:
            yield saying.word("as_of", title=title, date=saying.date(model.as_of))


def _templates(diff: Diff, saying: Saying) -> Iterator[str]:
    a, b = saying.titles
    one, other = (model.follows for model in diff.models)
    if one and one == other:
        yield saying.word("follow.both", template=one)
    elif one and other:
        yield saying.word("follow.two", a=a, b=b, template_a=one, template_b=other)
    elif one or other:
        yield saying.word("follow.one", title=a if one else b, template=one or other)


def _users(diff: Diff, saying: Saying) -> Iterator[Block]:
    rows = [(word("section.target_group", saying.lang), *(_items(_limits(diff, saying, side)) for side in (0, 1)))]
    recruitment = [model.recruitment or Recruitment() for model in diff.models]
    for name in _RECRUITMENT:
        said = (_recruiting(saying, side, name, getattr(recruitment[side], name)) for side in (0, 1))
        rows.append((saying.field(f"recruitment.{name}").capitalize(), *said))
    rows.append((saying.word("whole"), *(saying.dose(side, diff.models[side].dose) for side in (0, 1))))
    nothing = saying.word("not_given")
    given = tuple((name, one or nothing, other or nothing) for name, one, other in rows if one or other)
    if given:
        yield Heading(saying.word("heading.users"))
        yield Table((saying.word("column.what"), *saying.titles), given, spacing="apart")


def _limits(diff: Diff, saying: Saying, side: int) -> Iterator[str]:
    group = diff.models[side].target_group
    for _, name in in_source_order(diff, side, (("target_group", name) for name in group)):
        yield saying.limit(group[name])


def _recruiting(saying: Saying, side: int, name: str, value: object) -> str:
    if not value:
        return ""
    return str(value) if field_named(name).prose else saying.value(side, f"recruitment.{name}", value)


def _common(diff: Diff, saying: Saying, rows: Sequence[Row]) -> Iterator[Block]:
    yield Heading(saying.word("heading.common"))
    yield Paragraph(saying.word("method"))
    for place in PLACES:
        here = [row for row in rows if row.place == place]
        if here:
            notes = () if all(row.sure for row in here) else (saying.word("unsure"),)
            yield Heading(place_name(place, saying.lang), 3)
            cells = tuple((_name(row, saying), *_cells(diff, saying, row)) for row in here)
            yield Table((saying.word("column.term"), *saying.titles), cells, notes=notes, spacing="apart")


def _name(row: Row, saying: Saying) -> str:
    one, other = (saying.terms(row.terms(side)) for side in (0, 1))
    name = one if one == other else f"{one} / {other}"
    return (name or saying.label(0, row.pairs[0].a)) + ("" if row.sure else " *")


def _cells(diff: Diff, saying: Saying, row: Row) -> Iterator[str]:
    sides = [[(entry, _facts(saying, side, entry)) for entry in row.entries(diff, side)] for side in (0, 1)]
    every = [facts for side in sides for _, facts in side]
    differing = [fact for fact in _FACTS if len({facts.get(fact, "") for facts in every}) > 1]
    for side in (0, 1):
        said = []
        for entry, facts in sides[side]:
            lines = [
                saying.word("fact", fact=word_or(f"change.fact.{fact}", saying.field(fact), saying.lang), value=facts[fact])
                for fact in differing
                if facts.get(fact)
            ]
            coded = tuple(entry.term) if isinstance(entry, Node | Aside) else ()
            if coded and set(coded) != set(row.terms(side)):
                lines.insert(0, saying.word("fact", fact=saying.word("fact.term"), value=saying.terms(coded)))
            said.append("\n  ".join([saying.told(side, entry), *lines]))
        yield _items(said)


def _items(said: Iterable[str]) -> str:
    """Several things in one cell, each with a dash; a lone one without."""
    lines = list(said)
    return "\n".join(f"{BULLET}{line}" for line in lines) if len(lines) > 1 else "".join(lines)


def _facts(saying: Saying, side: int, entry: Entry) -> Mapping[str, str]:
    if not isinstance(entry, Node):
        return {}
    return {name: saying.value(side, name, getattr(entry, name)) for name in _FACTS}


def _targets(diff: Diff, saying: Saying, rows: Sequence[Row]) -> Iterator[Block]:
    """Where the arrows lead that leave what is in common."""
    common = [{entry.id for row in rows for entry in row.entries(diff, side)} for side in (0, 1)]
    found = []
    for row in rows:
        cells = []
        for side in (0, 1):
            links = {link.to: link for entry in row.entries(diff, side) if isinstance(entry, Node) for link in entry.leads_to}
            cells.append(_items(_target(saying, side, link, link.to in common[side]) for link in links.values()))
        if any(cells):
            found.append((_name(row, saying), *cells))
    if found:
        yield Heading(saying.word("heading.arrows"))
        yield Table((saying.word("column.term"), *saying.titles), tuple(found), notes=(saying.word("inferred"),), spacing="apart")


def _target(saying: Saying, side: int, link: Link, common: bool) -> str:
    marks = [saying.word("target.common")] if common else []
    marks += [] if link.stated else [saying.word("target.inferred")]
    label = saying.label(side, link.to)
    return saying.word("target", label=label, marks=", ".join(marks)) if marks else label


def _alone_keys(diff: Diff) -> tuple[list[EntryKey], list[EntryKey]]:
    """What stands in one only, and is not coded like anything in the other."""
    akin_a, akin_b = diff.akin
    return [key for key in diff.matching.only_a if key not in akin_a], [key for key in diff.matching.only_b if key not in akin_b]


def _alone(diff: Diff, saying: Saying) -> Iterator[Block]:
    cells: dict[str, tuple[list[str], list[str]]] = {}
    for side, keys in enumerate(_alone_keys(diff)):
        for key in in_source_order(diff, side, keys):
            cells.setdefault(place_of(diff, side, key), ([], []))[side].append(saying.told(side, entry_of(diff, side, key)))
    rows = tuple((place_name(place, saying.lang), *map(_items, cells[place])) for place in PLACES if place in cells)
    if rows:
        yield Heading(saying.word("heading.alone"))
        yield Table((saying.word("column.stage"), *(saying.word("only", title=title) for title in saying.titles)), rows, spacing="apart")
