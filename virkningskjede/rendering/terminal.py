"""Tables and models in the terminal. Text from files never acts: it goes in as plain text, without control characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from virkningskjede.catalogue import Lang, visible, word
from virkningskjede.model import SECTIONS, Aside, Barrier, Enabler, Entry, LogicModel, Node, Outcome, Result, TargetLimit, Who
from virkningskjede.rendering import amounts, results
from virkningskjede.rendering.names import named
from virkningskjede.rendering.tables import Table
from virkningskjede.values import STAGES
from virkningskjede.vocabulary import Vocabulary

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
    limits = [_limit(entry, vocabulary, lang) for entry in model.target_group.values()]
    yield from _list("section.target_group", limits, lang)
    for stage in STAGES:
        nodes: list[Node] = list(getattr(model, stage).values())
        if nodes:
            yield Text()
            yield Text(word(f"stage.{stage}", lang), style="bold")
            yield _stage(console, nodes, vocabulary, lang)
    for section in SECTIONS:
        if section not in STAGES and section not in ("target_group", "ambiguities"):
            entries: list[Entry] = list(getattr(model, section).values())
            yield from _list(f"section.{section}", [_beside(entry, model, vocabulary, lang) for entry in entries], lang)


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


def _list(heading: str, lines: list[str], lang: Lang) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    if lines:
        yield Text()
        yield Text(word(heading, lang), style="bold")
        for line in lines:
            yield Padding(Text(visible(f"- {line}")), (0, 0, 0, 1))


def _stage(console: Console, nodes: list[Node], vocabulary: Vocabulary, lang: Lang) -> RenderableType:
    from rich.text import Text

    columns = {
        "show.node": (5, [Text.assemble(visible(node.label), "\n", (visible(_details(node, lang)), "dim")) for node in nodes]),
        "show.who": (3, [Text(visible(_who(node.who, vocabulary, lang))) for node in nodes]),
        "show.status": (2, [Text(word(f"status.{node.status}", lang) if node.status else "") for node in nodes]),
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


def _details(node: Node, lang: Lang) -> str:
    said = [node.id]
    if isinstance(node, Outcome):
        said.append(word(f"level.{node.level}", lang).lower())
    if node.dose:
        said.append(amounts.dose(node.dose, lang))
    if node.when:
        said.append(", ".join(word(f"when.{each}", lang) for each in node.when))
    return " · ".join(said)


def _who(who: Who | None, vocabulary: Vocabulary, lang: Lang) -> str:
    if who is None:
        return ""
    lines = [", ".join(named(actor, vocabulary.actors, lang) for actor in dict.fromkeys((*who.lead, *who.do)))]
    for key, ids in (("maybe", who.maybe), ("for", who.for_)):
        if ids:
            lines.append(f"{word(f'show.{key}', lang)} {', '.join(named(actor, vocabulary.actors, lang) for actor in ids)}")
    return "\n".join(line for line in lines if line)


def _limit(entry: TargetLimit, vocabulary: Vocabulary, lang: Lang) -> str:
    said = [entry.label] if entry.label else []
    if entry.age:
        said.append(amounts.bounds(entry.age, lang))
    if entry.sick_leave:
        said.append(word("show.sick_leave", lang, amount=amounts.bounds(entry.sick_leave, lang)))
    for traits, key in (
        () if entry.label else ((entry.traits, "show.traits"), (entry.denies.traits if entry.denies else None, "show.denied"))
    ):
        if traits:
            any_of = word("show.or", lang).join(named(trait, vocabulary.traits, lang) for trait in traits.any)
            all_of = ", ".join(named(trait, vocabulary.traits, lang) for trait in traits.all)
            said.append(word(key, lang, traits="; ".join(part for part in (any_of, all_of) if part)))
    return "; ".join(said) or entry.id


def _beside(entry: Entry, model: LogicModel, vocabulary: Vocabulary, lang: Lang) -> str:
    if isinstance(entry, Result):
        account = results.account(entry, model, vocabulary, lang)
        return ": ".join(filter(None, (results.name(entry, model, vocabulary, lang), account)))
    text = getattr(entry, "label", entry.id)
    refs: tuple[str, ...] = entry.about if isinstance(entry, Aside) else ()
    key = "about"
    if isinstance(entry, Barrier) and entry.hinders:
        refs, key = entry.hinders, "hinders"
    elif isinstance(entry, Enabler) and entry.helps:
        refs, key = entry.helps, "helps"
    return f"{text} ({word(f'show.{key}', lang)} {', '.join(refs)})" if refs else str(text)
