"""Tables and models in the terminal. Text from files never acts: it goes in as plain text, without control characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from virkningskjede.catalogue import Lang, visible, word, word_or
from virkningskjede.model import Entry, LogicModel, Node, Outcome, Result, TargetLimit, Who
from virkningskjede.model.fields import SECTION_KINDS
from virkningskjede.rendering import amounts, results
from virkningskjede.rendering.changes.saying import Saying
from virkningskjede.rendering.names import section_name
from virkningskjede.rendering.tables import Table
from virkningskjede.values import STAGES, naming
from virkningskjede.vocabulary import Named, Vocabulary

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table as RichTable


def print_table(console: Console, table: Table, styles: Mapping[str, str] | None = None, *, close: bool = False) -> None:
    """Print a table; a cell that is a key of ``styles`` gets that style where there is colour. ``close`` sets columns close together."""
    from rich.text import Text

    if table.title:
        console.print(Text(visible(table.title), style="bold"))
    grid = _grid(console)
    grid.padding = (0, 0) if close else grid.padding
    for position, header in enumerate(table.headers):
        grid.add_column(Text(visible(header)), overflow="fold", ratio=None if position else 1)
    for row in table.rows:
        grid.add_row(*(Text(visible(cell), style=(styles or {}).get(cell, "")) for cell in row))
    console.print(grid)
    for note in table.notes:
        console.print(Text(visible(note)))


def _grid(console: Console) -> RichTable:
    from rich import box
    from rich.table import Table as RichTable

    lines = box.SIMPLE_HEAD if console.is_terminal else box.Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
    return RichTable(box=lines, show_edge=False, pad_edge=False, expand=False, header_style="bold")


def show(console: Console, model: LogicModel, vocabulary: Vocabulary | None, lang: Lang) -> None:
    """Print a model: its head, then a table for each stage, then what stands beside the chain."""
    for part in _parts(console, model, vocabulary or Vocabulary(), lang):
        console.print(part)


def _parts(console: Console, model: LogicModel, vocabulary: Vocabulary, lang: Lang) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text.assemble((visible(model.name), "bold"), f"  ({model.id})")
    yield Text(visible(_head(model, lang)))
    yield Text(counts(model, lang))
    if any(not link.stated for link in model.links()):
        yield Text(word("show.inferred", lang))
    saying = Saying((model,), vocabulary, lang)
    limits = [_limit(entry, vocabulary, lang) for entry in model.target_group.values()]
    yield from _list("target_group", limits, lang)
    for stage in STAGES:
        nodes: list[Node] = list(getattr(model, stage).values())
        if nodes:
            yield Text()
            yield Text(section_name(stage, lang), style="bold")
            yield _stage(console, nodes, saying, lang)
    for section in (kind.name for kind in SECTION_KINDS.values() if kind.beside):
        entries: list[Entry] = list(getattr(model, section).values())
        yield from _list(section, [_beside(entry, model, saying) for entry in entries], lang)


def counts(model: LogicModel, lang: Lang) -> str:
    """How many nodes and arrows a model has, and how many of the arrows its source states.

    >>> counts(LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A"}}}), "en")
    '1 node, 0 arrows (0 stated in the source, 0 inferred)'
    """
    stated = [link.stated for link in model.links()]
    nodes, arrows = (
        word(f"change.{what}.{'one' if count == 1 else 'more'}", lang, count=count)
        for what, count in (("nodes", len(model.nodes)), ("links", len(stated)))
    )
    return word("show.counts", lang, nodes=nodes, arrows=arrows, stated=sum(stated), inferred=len(stated) - sum(stated))


def _head(model: LogicModel, lang: Lang) -> str:
    said = [f"{word('show.follows', lang)}: {model.follows}"] if model.follows else []
    said += [f"{word('show.source', lang)}: {model.source}"] if model.source else []
    said += [f"{word('show.as_of', lang)}: {model.as_of}"] if model.as_of else []
    said += [f"{word('show.dose', lang)}: {amounts.dose(model.dose, lang)}"] if model.dose else []
    return " · ".join(said)


def _list(section: str, lines: list[str], lang: Lang) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    if lines:
        yield Text()
        yield Text(section_name(section, lang), style="bold")
        for line in lines:
            yield Padding(Text(visible(f"- {line}")), (0, 0, 0, 1))


def _stage(console: Console, nodes: list[Node], saying: Saying, lang: Lang) -> RenderableType:
    from rich.text import Text

    columns = {
        "show.node": (5, [Text.assemble(visible(node.label), "\n", (visible(_details(node, saying, lang)), "dim")) for node in nodes]),
        "show.who": (3, [Text(visible(_who(node.who, saying.vocabulary, lang))) for node in nodes]),
        "show.status": (2, [Text(saying.choice("status", node.status) if node.status else "") for node in nodes]),
        "show.leads_to": (4, [Text(visible(_targets(node))) for node in nodes]),
    }
    grid = _grid(console)
    grid.expand, grid.leading = True, 1
    filled = {key: column for key, column in columns.items() if any(cell.plain for cell in column[1])}
    for key, (ratio, cells) in filled.items():
        whole = max(cell.cell_len for cell in cells) if key == "show.status" else None
        grid.add_column(word(key, lang).capitalize(), ratio=None if whole else ratio, width=whole, overflow="fold")
    for row in zip(*(cells for _, cells in filled.values()), strict=True):
        grid.add_row(*row)
    return grid


def _targets(node: Node) -> str:
    """Where the arrows go, each with a question mark when the coder inferred it."""
    return "\n".join(f"{link.to}{'' if link.stated else ' ?'}" for link in node.leads_to)


_OTHERWISE = frozenset(
    {
        *("label", "who", "status", "level", "dose", "when"),
        *("term", "after", "later", "addresses", "content", "because", "required", "free", "kind", "cause", "indicators"),
    }
)
"""What a table of nodes has in columns or tells in its own way, and what it leaves to the file. Whatever else a node has is told."""


def _details(node: Node, saying: Saying, lang: Lang) -> str:
    said = [node.id]
    if isinstance(node, Outcome):
        said.append(word_or(f"level.{node.level}", node.level, lang).lower())
    if node.dose:
        said.append(amounts.dose(node.dose, lang))
    if node.when:
        said.append(saying.when(node.when))
    said += [f"{name}: {value}" for name, value in saying.others(0, node, _OTHERWISE)]
    return " · ".join(said)


def _who(who: Who | None, vocabulary: Vocabulary, lang: Lang) -> str:
    if who is None:
        return ""
    lines = [", ".join(named(actor, vocabulary.actors, lang) for actor in dict.fromkeys((*who.lead, *who.do)))]
    for key, ids in (("maybe", who.maybe), ("for", who.for_)):
        if ids:
            lines.append(f"{word(f'show.{key}', lang)} {', '.join(named(actor, vocabulary.actors, lang) for actor in ids)}")
    return "\n".join(line for line in lines if line)


def named(name: str, entries: Mapping[str, Named], lang: Lang) -> str:
    """The vocabulary's label of an id, or the id itself when the vocabulary does not have it."""
    return entries[name].label.in_(lang) if name in entries else name


def _limit(entry: TargetLimit, vocabulary: Vocabulary, lang: Lang) -> str:
    said = [entry.label] if entry.label else []
    said += amounts.limits(entry, lang)
    for traits, key in (
        () if entry.label else ((entry.traits, "show.traits"), (entry.denies.traits if entry.denies else None, "show.denied"))
    ):
        if traits:
            any_of = word("show.or", lang).join(named(trait, vocabulary.traits, lang) for trait in traits.any)
            all_of = ", ".join(named(trait, vocabulary.traits, lang) for trait in traits.all)
            said.append(word(key, lang, traits="; ".join(part for part in (any_of, all_of) if part)))
    return "; ".join(said) or entry.id


def _beside(entry: Entry, model: LogicModel, saying: Saying) -> str:
    if isinstance(entry, Result):
        account = results.account(entry, model, saying.vocabulary, saying.lang)
        return ": ".join(filter(None, (results.name(entry, model, saying.vocabulary, saying.lang), account)))
    # What it does to parts of the model says more than what it is about.
    refs = {field.key: names for field in naming(type(entry), "part") if (names := getattr(entry, field.name))}
    key = next((key for key in refs if key != "about"), "about")
    text = getattr(entry, "label", entry.id)
    return f"{text} ({word_or(f'show.{key}', saying.field(key), saying.lang)} {', '.join(refs[key])})" if refs else str(text)
