"""What the diff of two portfolios has to say: which models are new, which are gone, and what has changed in each of the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from virkningskjede.analysis.diff.portfolios import PortfolioDiff
from virkningskjede.analysis.diff.report import COLUMNS, change_rows, change_to_json
from virkningskjede.analysis.diff.report.versions import counted, lines_by_weight
from virkningskjede.i18n import Lang, word
from virkningskjede.model import LogicModel
from virkningskjede.report import Block, Document, Heading, Items, Paragraph, Report, Table
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import titles_of


@dataclass(frozen=True)
class PortfolioDiffReport(Report):
    """What the diff of two portfolios has to say.

    Attributes:
        diff: the diff.
    """

    diff: PortfolioDiff

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """The models that came and went, and for each of the others its changes, the gravest first."""
        return Document(_title(self.diff, lang), tuple(_blocks(self.diff, lang)), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each change, and for each model that came or went, with the model first."""
        headers = [word(f"diff.column.{key}", lang) for key in ("model", "model.label", *COLUMNS)]
        rows: list[tuple[str, ...]] = []
        for fate, models in (("added", self.diff.added), ("removed", self.diff.removed)):
            what = (word(f"diff.kind.{fate}", lang), word("diff.element.model", lang))
            sentence = word(f"change.models.{fate}.one", lang)
            rows += [(model.id, model.name, *what, "", "", sentence, *("",) * 4) for model in models]
        for diff in self.diff.changed:
            rows += [(diff.b, diff.models[1].name, *cells) for cells in change_rows(diff, lang)]
        return Table(tuple(headers), tuple(rows))

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``diff --format json`` prints of two folders. Only ``reason`` and ``sentence`` depend on the language."""
        diff = self.diff
        return {
            "a": diff.names[0],
            "b": diff.names[1],
            "added": [_model(model) for model in diff.added],
            "removed": [_model(model) for model in diff.removed],
            "changed": [
                {
                    **_model(of_model.models[1]),
                    "changes": [
                        {**change_to_json(change, lang=lang), "sentence": sentence}
                        for change, sentence in zip(of_model.changes, of_model.sentences(lang), strict=True)
                    ],
                    "summary": dict(of_model.summary),
                }
                for of_model in diff.changed
            ],
            "same": [_model(model) for model in diff.same],
            "summary": dict(diff.summary),
        }


def _model(model: LogicModel) -> dict[str, Any]:
    return {"model": model.id, "title": model.name}


def _title(diff: PortfolioDiff, lang: Lang) -> str:
    return word("change.models.title", lang, a=diff.names[0], b=diff.names[1])


def _blocks(diff: PortfolioDiff, lang: Lang) -> Iterator[Block]:
    yield Heading(_title(diff, lang), 1)
    titles = titles_of((*(of_model.models[1] for of_model in diff.diffs), *diff.added, *diff.removed))
    yield Paragraph(_sums(diff, lang))
    for fate, models in (("added", diff.added), ("removed", diff.removed)):
        if models:
            yield Heading(word(f"change.models.{fate}", lang))
            yield Items.of(_size(model, titles[model.id], lang) for model in models)
    for of_model in diff.changed:
        wording = ModelText(of_model.models, of_model.vocabulary, lang)
        yield Heading(titles[of_model.b])
        yield Paragraph(counted(of_model, wording))
        for weight, lines in lines_by_weight(of_model, wording):
            yield Heading(wording.word(f"weight.{weight}"), 3)
            yield Items.of(lines)
    if diff.same and (diff.differs or diff.filtered):
        key = "change.models.same.filtered" if diff.filtered else "change.models.same"
        yield Paragraph(word(key, lang, models=", ".join(titles[model.id] for model in diff.same)))


def _sums(diff: PortfolioDiff, lang: Lang) -> str:
    if not diff.differs and not diff.filtered:
        return word(f"change.models.none.{'one' if len(diff.same) == 1 else 'more'}", lang, count=len(diff.same))
    summary = diff.summary
    keys = {"added": "added", "removed": "removed", "changed": "changed", "same": "same.filtered" if diff.filtered else "same"}
    counts = (word(f"change.models.count.{key}", lang, count=summary[fate]) for fate, key in keys.items() if summary[fate])
    return word("change.models.sum", lang, counts=", ".join(counts))


def _size(model: LogicModel, title: str, lang: Lang) -> str:
    """A model that came or went: what it is called, what it is, and how large."""
    wording = ModelText((model,), None, lang)
    links = sum(1 for _ in model.links())
    kind = wording.choice("kind", model.kind)
    return word("change.models.size", lang, title=title, kind=kind, nodes=wording.nodes(len(model.nodes)), links=wording.links(links))
