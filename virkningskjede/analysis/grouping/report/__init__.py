"""Which models belong together, and how alike they are: tables for readers, a listing for a spreadsheet, and JSON."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from virkningskjede.analysis.grouping import Grouping, Similarity
from virkningskjede.analysis.grouping.report.data import listing, similarity_listing, similarity_to_json, to_json
from virkningskjede.analysis.grouping.report.phrases import by_name, clusters, group_names, left_out, title
from virkningskjede.analysis.grouping.report.tables import similarity_table, tables
from virkningskjede.i18n import Lang, word
from virkningskjede.report import Document, Report, Table
from virkningskjede.report.finish import OF_A_FILE, Finish

__all__ = [
    "GroupingReport",
    "SimilarityReport",
    "by_name",
    "clusters",
    "group_names",
    "left_out",
    "similarity_table",
    "tables",
    "title",
    "to_json",
]


@dataclass(frozen=True)
class GroupingReport(Report):
    """What a grouping has to say.

    Attributes:
        grouping: which models belong together.
    """

    grouping: Grouping
    draws: ClassVar[bool] = True

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """How alike the models are, how well divisions fit, what separates, and how sure that is."""
        return Document(title(self.grouping, lang), tables(self.grouping, lang=lang, width=width), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each model, in the order of the tree."""
        return listing(self.grouping, lang)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``group --format json`` prints."""
        return to_json(self.grouping, lang=lang)

    def shows(self, lang: Lang = "nb") -> str:
        """What the picture shows, in words."""
        return word("report.picture.grouping", lang)

    def draw(self, path: Path, lang: Lang = "nb", finish: Finish = OF_A_FILE) -> None:
        """The heat map, with the tree beside it."""
        from virkningskjede.analysis.grouping.heatmap import grid_of_grouping
        from virkningskjede.drawing.heatmap import picture

        picture(grid_of_grouping(self.grouping, lang=lang), path, finish=finish)


@dataclass(frozen=True)
class SimilarityReport(Report):
    """How alike models are.

    Attributes:
        similarity: how alike they are, two by two.
    """

    similarity: Similarity

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """A row and a column for each model."""
        return Document(word("group.alike", lang), (similarity_table(self.similarity, lang=lang, width=width),), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """The same by ids."""
        return similarity_listing(self.similarity, lang)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """What they are held to have in common, and how alike they are."""
        return similarity_to_json(self.similarity)
