"""What is perhaps the same in two models, for whoever codes them to look at."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.analysis.diff import Diff
from virkningskjede.analysis.diff.report.rows import entry_of
from virkningskjede.i18n import percent
from virkningskjede.report import Block, Heading, Paragraph, Table
from virkningskjede.report.model_text import ModelText


def proposed(diff: Diff, saying: ModelText) -> Iterator[Block]:
    """The proposals as a table with how alike they are."""
    rows = tuple(
        (
            saying.entry(entry_of(diff, 0, each.a)),
            saying.entry(entry_of(diff, 1, each.b)),
            saying.word("percent", percent=percent(each.likeness).in_(saying.lang)),
        )
        for each in diff.proposals
    )
    if rows:
        yield Heading(saying.word("heading.proposals"))
        yield Paragraph(saying.word("proposals"))
        yield Table((*saying.titles, saying.word("column.likeness")), rows, spacing="apart")
