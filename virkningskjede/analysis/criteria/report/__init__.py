"""What a check came to: verdicts as tables, their grounds, a listing, JSON and a heat map; and a report's own verdicts beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from virkningskjede.analysis.criteria import Check
from virkningskjede.analysis.criteria.report.cells import anchor, cell, listed, mark
from virkningskjede.analysis.criteria.report.concordance import ConcordanceReport
from virkningskjede.analysis.criteria.report.explanation import by_criterion, by_model
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.analysis.criteria.report.matrix import head, in_terminal, tables
from virkningskjede.analysis.criteria.report.plain import to_json
from virkningskjede.i18n import Lang, word
from virkningskjede.report import Block, Document, Paragraph, Report, Table
from virkningskjede.report.finish import OF_A_FILE, Finish
from virkningskjede.report.names import names_of

__all__ = ["CheckReport", "ConcordanceReport", "anchor", "cell", "mark", "tables", "to_json"]

COLUMNS = ("set", "set.label", "model", "model.label", "criterion", "criterion.label", "verdict", "possible", "nodes", "at", "reason")


@dataclass(frozen=True)
class CheckReport(Report):
    """What a check came to.

    Attributes:
        check: the verdicts.
        explain: whether the grounds of every verdict are told. In a listing and in JSON they always are.
    """

    check: Check
    explain: bool = False
    draws: ClassVar[bool] = True

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """The tables; on a page with the grounds below, where each verdict leads to its own. A terminal is told one of the two."""
        models = self.check.models
        title = head(models[0], self.check, lang) if len(models) == 1 else word("check.title", lang)
        return Document(title, tuple(self._blocks(lang, width)), lang)

    def _blocks(self, lang: Lang, width: int | None) -> Iterator[Block]:
        check = self.check
        if not check.results:
            yield Paragraph(word("check.nothing", lang))
        elif width is not None:
            yield from by_model(check, lang) if self.explain else in_terminal(check, lang, width)
        else:
            if len(check.models) == 1:
                yield Paragraph(head(check.models[0], check, lang))
            yield from tables(check, lang=lang, linked=self.explain)
            yield from by_criterion(check, lang) if self.explain else ()

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each verdict, with its grounds."""
        grounds, names = Grounds(self.check, lang), names_of(self.check.models)
        sets = {criteria.id: criteria for criteria in self.check.sets}
        rows = (
            (
                verdict.criteria,
                sets[verdict.criteria].title.in_(lang),
                verdict.model,
                names[verdict.model],
                verdict.criterion,
                sets[verdict.criteria].criteria[verdict.criterion].label.in_(lang),
                word(f"verdict.{verdict.verdict}", lang),
                listed(verdict.possible, lang),
                ", ".join(verdict.nodes),
                ", ".join(verdict.at),
                grounds.sentences(verdict),
            )
            for verdict in self.check.results
        )
        return Table(tuple(word(f"check.{key}", lang) for key in COLUMNS), tuple(rows))

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``check --format json`` prints."""
        return to_json(self.check, lang=lang)

    def draw(self, path: Path, lang: Lang = "nb", finish: Finish = OF_A_FILE) -> None:
        """A heat map of the verdicts."""
        from virkningskjede.analysis.criteria.heatmap import grid_of_check
        from virkningskjede.drawing.heatmap import picture

        picture(grid_of_check(self.check, lang=lang), path, finish=finish)
