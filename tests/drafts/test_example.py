"""The example is fresh: every number, list and table in it is what the models say."""

from __future__ import annotations

from pathlib import Path

from virkningskjede.drafts import check_draft, read_draft, updated
from virkningskjede.project import Portfolio

EXAMPLE = Path(__file__).parents[2] / "examples" / "utkast" / "utkast.md"


def test_the_example_is_fresh(portfolio: Portfolio) -> None:
    draft = read_draft(EXAMPLE, portfolio.project, portfolio)
    check = check_draft(draft, portfolio, portfolio.project)
    assert draft.warnings == ()
    assert [(result.mark.place.line, result.text, result.models) for result in check.results if result.outcome != "same"] == []
    assert updated(check) == EXAMPLE.read_bytes()
    assert {result.mark.kind for result in check.results} == {"count", "share", "these", "sum", "holds", "claim", "table"}
