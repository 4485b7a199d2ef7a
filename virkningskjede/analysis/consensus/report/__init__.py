"""Many models as one chain, and that chain against a template: marks for a terminal, tables in words, a listing, and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from virkningskjede.analysis.consensus import Consensus, Contrast
from virkningskjede.analysis.consensus.report.blocks import ChainBlock, ChainCell, ChainRow, of_consensus, of_contrast
from virkningskjede.analysis.consensus.report.explanation import explanation
from virkningskjede.analysis.consensus.report.marks import in_marks
from virkningskjede.analysis.consensus.report.plain import to_json
from virkningskjede.analysis.consensus.report.wording import (
    WORDS,
    legend_of_counts,
    legend_of_words,
    named,
    sums,
    sums_against,
    title_against,
)
from virkningskjede.i18n import Lang, word
from virkningskjede.model import LogicModel
from virkningskjede.report import Document, Heading, Paragraph, Report, Spot, Table
from virkningskjede.report.finish import OF_A_FILE, Finish
from virkningskjede.report.grid import by_template, interval
from virkningskjede.report.names import names_of
from virkningskjede.report.places import places

__all__ = ["ConsensusReport", "ContrastReport", "heading", "tables", "to_json"]

Merged = Consensus | Contrast
"""A common chain, or one held against a template: both are shown alike."""


@dataclass(frozen=True)
class ConsensusReport(Report):
    """What a common chain has to say.

    Attributes:
        consensus: the chain.
        explain: whether what each node and arrow rests on in each model is told, and where: in the cells of a page, below the marks of
            a terminal.
    """

    consensus: Consensus
    explain: bool = False
    draws: ClassVar[bool] = True

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """The nodes and the arrows, in words on a page and as marks in a terminal."""
        return _document(self.consensus, lang, width, explain=self.explain)

    def listing(self, lang: Lang = "nb") -> Table:
        """Every node and arrow, and every model that has it, on a row of its own."""
        return _listing(self.consensus, lang)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``consensus --format json`` prints."""
        return to_json(self.consensus, lang=lang)

    def shows(self, lang: Lang = "nb") -> str:
        """What the picture shows, in words."""
        return word("report.picture.consensus", lang) if self.consensus.nodes else ""

    def draw(self, path: Path, lang: Lang = "nb", finish: Finish = OF_A_FILE) -> None:
        """The chain, with an arrow the thicker the more models make it."""
        from virkningskjede.analysis.consensus.picture import agreed
        from virkningskjede.drawing.picture import picture

        picture(agreed(self.consensus, lang=lang), path, finish=finish)


@dataclass(frozen=True)
class ContrastReport(Report):
    """What a common chain against a template has to say. There is no picture of it.

    Attributes:
        contrast: the chain against the template.
        explain: as of a `ConsensusReport`.
    """

    contrast: Contrast
    explain: bool = False

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """What the models have and make of the template, and what they make that it lacks."""
        return _document(self.contrast, lang, width, explain=self.explain)

    def listing(self, lang: Lang = "nb") -> Table:
        """Every node and arrow, and every model that has it, on a row of its own."""
        return _listing(self.contrast, lang)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``consensus --against TEMPLATE --format json`` prints: the chain, and it against the template."""
        return to_json(self.contrast.consensus, self.contrast, lang=lang)


def _document(what: Merged, lang: Lang, width: int | None, *, explain: bool) -> Document:
    title, *sentences = heading(what, lang)
    blocks, models = _blocks(what, lang), _models(what)
    head: tuple[Heading | Paragraph, ...] = (Heading(title, 1), *map(Paragraph, sentences))
    below = tuple(explanation(blocks, models, lang)) if explain else ()
    if width is None:
        return Document(title, (*head, *tables(what, lang=lang, detail=explain), *below), lang)
    return Document(title, (*head, *in_marks(blocks, models, lang=lang, width=width), *below), lang)


def heading(what: Merged, lang: Lang = "nb") -> tuple[str, ...]:
    """The title, and what it comes to, in sentences."""
    if isinstance(what, Contrast):
        return (title_against(what, lang), *sums_against(what, lang))
    return (what.title(lang), *sums(what, lang))


def tables(what: Merged, *, lang: Lang = "nb", detail: bool = False) -> tuple[Table, ...]:
    """The nodes and arrows in words, for a report; below the last table stands what the words mean.

    Args:
        what: the chain, or the chain against a template.
        lang: the language.
        detail: each model's name stands with how it has the node or makes the arrow, and where in the source. Otherwise a reader who
            rests on the models of a row sees that.
    """
    blocks = _blocks(what, lang)
    notes = (*legend_of_words(blocks, lang), *legend_of_counts(blocks, lang))
    return tuple(_table(block, _models(what), notes if block is blocks[-1] else (), lang, detail=detail) for block in blocks)


def _table(block: ChainBlock, models: Sequence[LogicModel], notes: tuple[str, ...], lang: Lang, *, detail: bool) -> Table:
    columns = [word("merged.node" if block.of_nodes else "merged.link", lang)]
    cells = [[row.label for row in block.rows]]
    hints: dict[Spot, str] = {}
    if block.of_nodes:
        columns.append(word("merged.place", lang))
        cells.append([row.place for row in block.rows])
    if not block.empty:
        columns += [*(word(f"head.{name}", lang) for name in block.counted), word("merged.models", lang)]
        cells += [[interval(row.counts[place]) for row in block.rows] for place in range(len(block.counted))]
        cells.append([_who(row, models, lang, detail=detail) for row in block.rows])
        if not detail:
            hints = {(number, len(columns) - 1): _who(row, models, lang, detail=True) for number, row in enumerate(block.rows)}
    if any(row.note for row in block.rows):
        columns.append(word("merged.note", lang))
        cells.append([row.note for row in block.rows])
    return Table(tuple(columns), tuple(zip(*cells, strict=True)), block.title, notes, hints=hints)


def _who(row: ChainRow, models: Sequence[LogicModel], lang: Lang, *, detail: bool) -> str:
    """The models that have it, by name; those that have it as coded stand first. Who has it elsewhere is not counted, and says so."""
    names = names_of(models)
    pairs = sorted(((model, row.cells[model.id]) for model in models if model.id in row.cells), key=lambda pair: not pair[1].coded)
    if not detail:
        labels = ((named(names[model.id], cell, lang), cell.kind) for model, cell in pairs)
        return ", ".join(f"{label} ({word(WORDS[kind], lang)})" if kind == "elsewhere" else label for label, kind in labels)
    return "\n".join(f"{named(names[model.id], cell, lang)}: {_how(cell, model, lang)}" for model, cell in pairs)


def _how(cell: ChainCell, model: LogicModel, lang: Lang) -> str:
    return ", ".join(part for part in (word(WORDS[cell.kind], lang), places(cell.at, model.source)) if part)


def _listing(what: Merged, lang: Lang) -> Table:
    """Every node and arrow, and every model that has it, on a row of its own: what a spreadsheet can sort and filter."""
    names = ("kind", "id", "label", "place", "model", "model.label", "said", "coded", "sure", "entries", "at", "note")
    rows = []
    called = names_of(_models(what))
    for block in _blocks(what, lang):
        for row in block.rows:
            head, tail = (block.title, row.id, row.label, row.place), (row.note,)
            middles = [(name, called[name], word(WORDS[cell.kind], lang), *_listed(cell, lang)) for name, cell in row.cells.items()]
            rows += [(*head, *middle, *tail) for middle in middles or [("", "", "", "", "", "", "")]]
    return Table(tuple(word(f"merged.{name}", lang) for name in names), tuple(rows))


def _listed(cell: ChainCell, lang: Lang) -> tuple[str, ...]:
    yes_or_no = (word(f"merged.{'yes' if flag else 'no'}", lang) for flag in (cell.coded, cell.sure))
    return (*yes_or_no, ", ".join(" -> ".join(entry) for entry in cell.entries), ", ".join(cell.at))


def _blocks(what: Merged, lang: Lang) -> tuple[ChainBlock, ...]:
    return of_contrast(what, lang) if isinstance(what, Contrast) else of_consensus(what, lang)


def _models(what: Merged) -> tuple[LogicModel, ...]:
    return by_template(what.consensus.models if isinstance(what, Contrast) else what.models)
