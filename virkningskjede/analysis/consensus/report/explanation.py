"""What every node and arrow of a common chain rests on, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from virkningskjede.analysis.consensus.report.blocks import ChainBlock, ChainCell, ChainRow
from virkningskjede.analysis.consensus.report.wording import WORDS, named
from virkningskjede.i18n import Lang, quoted, word
from virkningskjede.model import LogicModel
from virkningskjede.project import project_of
from virkningskjede.report import Heading, Items, Paragraph, Passage
from virkningskjede.report.grid import interval
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import labels_of, names_of
from virkningskjede.report.places import places


def explanation(blocks: Sequence[ChainBlock], models: Sequence[LogicModel], lang: Lang) -> Iterator[Heading | Passage]:
    """What every row rests on in each model, with its places in the source."""
    names = names_of(models)
    sources = {model.id: model.source for model in models}
    labels = {model.id: {**_coded_absent(model, lang), **labels_of(model, lang)} for model in models}
    for block in blocks:
        yield Heading(block.title)
        for row in block.rows:
            note = [Paragraph(row.note)] if row.note else []
            points = [
                f"{named(names[model], cell, lang)}: {_ground(cell, labels[model], sources[model], lang)}"
                for model, cell in row.cells.items()
            ]
            yield Passage(f"{row.label} ({_counts(block, row, lang)})", (*note, *([Items.of(points)] if points else [])))


def _coded_absent(model: LogicModel, lang: Lang) -> dict[str, str]:
    """What is coded absent, by the term that it could have: it has no label of its own."""
    text = ModelText((model,), project_of(model).vocabulary, lang)
    return {name: text.entry(entry) for name, entry in model.ambiguities.items()}


def _counts(block: ChainBlock, row: ChainRow, lang: Lang) -> str:
    counts = zip(block.counted, row.counts, strict=True)
    return ", ".join(f"{word(f'head.{name}', lang).lower()} {interval(count)}" for name, count in counts)


def _ground(cell: ChainCell, labels: Mapping[str, str], source: str | None, lang: Lang) -> str:
    where = [word("merged.together", lang)] if cell.joint else []
    where += [places(cell.at, source)] if cell.at else []
    return "; ".join((word(WORDS[cell.kind], lang), ", ".join(_entry(entry, labels, lang) for entry in cell.entries), *where))


def _entry(entry: Iterable[str], labels: Mapping[str, str], lang: Lang) -> str:
    """A node, or the nodes along arrows, by their labels."""
    return " → ".join(quoted(labels.get(name, name)).in_(lang) for name in entry)
