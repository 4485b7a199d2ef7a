"""Many models as one chain, and that chain against a template: marks for a terminal, tables in words, a listing, and JSON."""

from __future__ import annotations

from collections.abc import Sequence

from virkningskjede.catalogue import Lang, word
from virkningskjede.merging import Consensus, Contrast
from virkningskjede.model import LogicModel
from virkningskjede.rendering.comparisons.marks import Layout
from virkningskjede.rendering.comparisons.saying import by_template, interval
from virkningskjede.rendering.grounds import places
from virkningskjede.rendering.merged import marks
from virkningskjede.rendering.merged.blocks import Block, Cell, Row, of_consensus, of_contrast
from virkningskjede.rendering.merged.marks import styles
from virkningskjede.rendering.merged.plain import to_json
from virkningskjede.rendering.merged.saying import (
    WORDS,
    legend_of_counts,
    legend_of_words,
    named,
    sums,
    sums_against,
    title_against,
)
from virkningskjede.rendering.names import names_of
from virkningskjede.rendering.tables import Table, comma_separated, html_table, html_text, markdown_text
from virkningskjede.rendering.tables import html_page as page
from virkningskjede.rendering.tables import markdown as markdown_table

__all__ = ["csv", "explanation", "heading", "html", "html_page", "in_terminal", "markdown", "styles", "tables", "to_json"]

Merged = Consensus | Contrast
"""A common chain, or one held against a template: both are shown alike."""


def heading(what: Merged, lang: Lang = "nb") -> tuple[str, ...]:
    """The title, and what it comes to, in sentences."""
    if isinstance(what, Consensus):
        return (what.title(lang), *sums(what, lang))
    return (title_against(what, lang), *sums_against(what, lang))


def in_terminal(what: Merged, *, lang: Lang = "nb", width: int = 80) -> Layout:
    """Nodes and arrows as marks that fit a terminal."""
    return marks.layout(_blocks(what, lang), _models(what), lang=lang, width=width)


def explanation(what: Merged, *, lang: Lang = "nb", width: int = 80) -> str:
    """What every node and arrow rests on in each model, with its places in the source."""
    return marks.explanation(_blocks(what, lang), _models(what), lang=lang, width=width)


def tables(what: Merged, *, lang: Lang = "nb", detail: bool = False) -> tuple[Table, ...]:
    """The nodes and arrows in words, for a report; below the last table stands what the words mean.

    Args:
        what: the chain, or the chain against a template.
        lang: the language.
        detail: each model's name stands with how it has the node or makes the arrow, and where in the source.
    """
    blocks = _blocks(what, lang)
    notes = (*legend_of_words(blocks, lang), *legend_of_counts(blocks, lang))
    return tuple(_table(block, _models(what), notes if block is blocks[-1] else (), lang, detail=detail) for block in blocks)


def _table(block: Block, models: Sequence[LogicModel], notes: tuple[str, ...], lang: Lang, *, detail: bool) -> Table:
    columns = [word("merged.node" if block.of_nodes else "merged.link", lang)]
    cells = [[row.label for row in block.rows]]
    if block.of_nodes:
        columns.append(word("merged.place", lang))
        cells.append([row.place for row in block.rows])
    if not block.empty:
        columns += [*(word(f"head.{name}", lang) for name in block.counted), word("merged.models", lang)]
        cells += [[interval(row.counts[place]) for row in block.rows] for place in range(len(block.counted))]
        cells.append([_who(row, models, lang, detail=detail) for row in block.rows])
    if any(row.note for row in block.rows):
        columns.append(word("merged.note", lang))
        cells.append([row.note for row in block.rows])
    return Table(tuple(columns), tuple(zip(*cells, strict=True)), block.title, notes)


def _who(row: Row, models: Sequence[LogicModel], lang: Lang, *, detail: bool) -> str:
    """The models that have it, by name; those that have it as they are coded stand first."""
    names = names_of(models)
    held = sorted(((model, row.cells[model.id]) for model in models if model.id in row.cells), key=lambda each: not each[1].coded)
    if not detail:
        return ", ".join(named(names[model.id], cell, lang) for model, cell in held)
    return "\n".join(f"{named(names[model.id], cell, lang)}: {_how(cell, model, lang)}" for model, cell in held)


def _how(cell: Cell, model: LogicModel, lang: Lang) -> str:
    return ", ".join(part for part in (word(WORDS[cell.kind], lang), places(cell.at, model.source)) if part)


def markdown(what: Merged, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The tables in Markdown, under the title and what it comes to."""
    title, *sums = (markdown_text(each) for each in heading(what, lang))
    above = [f"# {title}\n", *(f"{each}\n" for each in sums)]
    return "\n".join([*above, *(markdown_table(each) for each in tables(what, lang=lang, detail=detail))])


def html(what: Merged, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The tables in HTML, under the title and what it comes to. A reader who rests on the models of a row sees where it stands."""
    title, *sums = (html_text(each) for each in heading(what, lang))
    shown = [f"<h1>{title}</h1>", *(f"<p>{each}</p>" for each in sums)]
    for block, plain, full in zip(_blocks(what, lang), tables(what, lang=lang), tables(what, lang=lang, detail=True), strict=True):
        column = 0 if block.empty else plain.headers.index(word("merged.models", lang))
        hints = {(number, column): row[column] for number, row in enumerate(full.rows)} if column else {}
        shown.append(html_table(full if detail else plain, hints={} if detail else hints))
    return "\n".join(shown)


def html_page(what: Merged, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The same as a page of its own, that a browser opens in the right letters and from which a word processor takes the tables."""
    return page(heading(what, lang)[0], html(what, lang=lang, detail=detail), lang)


def csv(what: Merged, *, lang: Lang = "nb") -> str:
    """Every node and arrow, and every model that has it, on a row of its own: what a spreadsheet can sort and filter."""
    names = ("kind", "id", "label", "place", "model", "said", "coded", "sure", "entries", "at", "note")
    rows = []
    for block in _blocks(what, lang):
        for row in block.rows:
            head, tail = (block.title, row.id, row.label, row.place), (row.note,)
            held = [(name, word(WORDS[cell.kind], lang), *_listed(cell, lang)) for name, cell in row.cells.items()]
            rows += [(*head, *each, *tail) for each in held or [("", "", "", "", "", "")]]
    return comma_separated(Table(tuple(word(f"merged.{name}", lang) for name in names), tuple(rows)))


def _listed(cell: Cell, lang: Lang) -> tuple[str, ...]:
    yes_or_no = (word(f"merged.{'yes' if each else 'no'}", lang) for each in (cell.coded, cell.sure))
    return (*yes_or_no, ", ".join(cell.entries), ", ".join(cell.at))


def _blocks(what: Merged, lang: Lang) -> tuple[Block, ...]:
    return of_consensus(what, lang) if isinstance(what, Consensus) else of_contrast(what, lang)


def _models(what: Merged) -> tuple[LogicModel, ...]:
    return by_template(what.models if isinstance(what, Consensus) else what.consensus.models)
