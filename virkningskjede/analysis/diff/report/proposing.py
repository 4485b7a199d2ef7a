"""What is perhaps the same in two models, for whoever codes them to look at."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.analysis.diff import Diff
from virkningskjede.analysis.diff.report.rows import entry_of
from virkningskjede.i18n import percent
from virkningskjede.report import Block, Heading, Paragraph, Table
from virkningskjede.report.model_text import ModelText


def proposed(diff: Diff, wording: ModelText) -> Iterator[Block]:
    """The proposals as a table with how alike they are."""
    rows = tuple(
        (
            wording.entry(entry_of(diff, 0, proposal.a)),
            wording.entry(entry_of(diff, 1, proposal.b)),
            wording.word("percent", percent=percent(proposal.likeness).in_(wording.lang)),
        )
        for proposal in diff.proposals
    )
    if rows:
        yield Heading(wording.word("heading.proposals"))
        yield Paragraph(wording.word("proposals"))
        yield Table((*wording.titles, wording.word("column.likeness")), rows, spacing="apart")
