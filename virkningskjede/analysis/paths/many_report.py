"""What the chains between two ends in many models have to say: how many each model has, and which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from virkningskjede.analysis.paths.many import PortfolioPaths
from virkningskjede.analysis.paths.report import COLUMNS, PathsReport, end_name, to_json
from virkningskjede.analysis.paths.survey import number
from virkningskjede.i18n import Lang, word
from virkningskjede.report import Block, Document, Heading, Report, Table
from virkningskjede.report.names import names_of, titles_of

LISTED_EACH = 5
"""Chains of each model that are told to a reader, unless another number is asked for."""


@dataclass(frozen=True)
class PortfolioPathsReport(Report):
    """What the chains between two ends in many models have to say.

    Attributes:
        paths: the chains.
        most: so many of each model are told; None for what a reader is told (`LISTED_EACH`), and for all in a listing and JSON.
    """

    paths: PortfolioPaths
    most: int | None = None

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """How many chains each model has, and below that those of each model that has some, as of one model."""
        return Document(_title(self.paths, lang), tuple(self._blocks(lang, width)), lang)

    def _blocks(self, lang: Lang, width: int | None) -> Iterator[Block]:
        yield Heading(_title(self.paths, lang), 1)
        titles = titles_of([chains.model for chains in self.paths.models])
        rows = tuple((titles[chains.model.id], number(chains.count)) for chains in self.paths.models)
        yield Table((word("paths.many.model", lang), word("paths.many.count", lang)), rows)
        for chains in self.paths.models:
            for block in PathsReport(chains, LISTED_EACH if self.most is None else self.most).document(lang, width).blocks:
                yield Heading(titles[chains.model.id]) if isinstance(block, Heading) and block.level == 1 else block

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each arrow of each chain, with the model first. A model without chains has no row."""
        names = names_of([chains.model for chains in self.paths.models])
        headers = (word("paths.many.id", lang), word("paths.many.model", lang), *(word(f"paths.{key}", lang) for key in COLUMNS))
        of_models = ((chains.model.id, PathsReport(chains, self.most)) for chains in self.paths.models)
        return Table.of(headers, [(name, names[name], *row) for name, report in of_models for row in report.rows(lang)])

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``paths --format json`` prints of several models: in ``models``, for each, what it prints of one."""
        models = (chains if self.most is None else chains.first(self.most) for chains in self.paths.models)
        return {"models": [to_json(chains) for chains in models]}


def _title(paths: PortfolioPaths, lang: Lang) -> str:
    """Which chains these are: the ends by what they are called in the first model that has them."""
    ends = []
    for side in ("start", "end"):
        having = next((chains for chains in paths.models if getattr(chains, side).nodes), paths.models[0] if paths.models else None)
        ends.append(end_name(having, getattr(having, side), lang) if having is not None else "")
    count = len(paths.models)
    return word(f"paths.many.from_to.{'one' if count == 1 else 'more'}", lang, start=ends[0], end=ends[1], count=count)
