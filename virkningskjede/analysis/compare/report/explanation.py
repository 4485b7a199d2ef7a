"""What every cell rests on, and where."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.analysis.compare import CellGround, Matrix
from virkningskjede.analysis.compare.report.wording import phrase_of
from virkningskjede.i18n import Lang, word, word_or
from virkningskjede.model import Ambiguity, LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.report import Block, Heading, Items, Paragraph, Passage
from virkningskjede.report.grid import by_template
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import template_name, titles_of
from virkningskjede.report.places import places


def explanation(matrix: Matrix, lang: Lang) -> Iterator[Block]:
    """What every cell rests on, with its place in the source, model by model."""
    titles = titles_of(matrix.models)
    for model in by_template(matrix.models):
        yield Heading(titles[model.id])
        cells = {name: matrix.cells[model.id, name] for name in matrix.columns if (model.id, name) in matrix.cells}
        homes = _Labels(model, matrix, lang), _Labels(matrix.project.templates.get(model.follows or "", model), matrix, lang)
        for name, cell in cells.items():
            points = [_ground(ground, matrix, model, homes[ground.doubt == "template"].of(ground.entry), lang) for ground in cell.grounds]
            yield Passage(f"{matrix.comparison.columns[name].label.in_(lang)}: {phrase_of(cell, lang, matrix.units)}", (Items.of(points),))
        if not cells:
            yield Paragraph(word("compare.silent", lang))


def _ground(ground: CellGround, matrix: Matrix, model: LogicModel, label: str, lang: Lang) -> str:
    parts = [word_or(f"status.{ground.status}", ground.status, lang)] if ground.status else []
    parts += [_doubt(ground, matrix, model, lang)] if ground.doubt else []
    parts += [places(ground.at, model.source)] if ground.at else []
    return f"{label} ({'; '.join(parts)})" if parts else label


def _doubt(ground: CellGround, matrix: Matrix, model: LogicModel, lang: Lang) -> str:
    if ground.doubt == "maybe":
        return word("limit.maybe", lang)
    return word(f"doubt.{ground.doubt}", lang, template=template_name(model.follows or "", matrix.project))


class _Labels:
    """What the reader calls the entries of one model."""

    def __init__(self, model: LogicModel, matrix: Matrix, lang: Lang) -> None:
        self.entries = {entry.id: (section, entry) for section, entry in model.entries()}
        self.vocabulary = matrix.project.vocabulary or Vocabulary()
        self.wording = ModelText((model,), self.vocabulary, lang)
        self.lang: Lang = lang

    def of(self, name: str) -> str:
        """The label of an entry; what is coded absent is called by the term that it could have."""
        if name not in self.entries:
            return word("section.recruitment" if name == "recruitment" else "section.dose", self.lang)
        section, entry = self.entries[name]
        label: str | None = getattr(entry, "label", None)
        if isinstance(entry, Ambiguity):
            terms = [term for patch in entry.or_ for term in patch.term if term in self.vocabulary.terms]
            label = self.vocabulary.terms[terms[0]].label.in_(self.lang) if terms else None
        return label or f"{word(f'section.{section}', self.lang)}: {self.wording.entry(entry)}"
