"""Results as texts in Python: what is refused, and results of nothing."""

from __future__ import annotations

import pytest

import virkningskjede as vk
from virkningskjede.project import Portfolio


def test_a_language_that_nobody_speaks_and_a_page_that_nothing_fits_are_refused(portfolio: Portfolio) -> None:
    gaps = vk.gaps(portfolio["ha"])
    for write in (gaps.to_text, gaps.to_markdown, gaps.to_html):
        with pytest.raises(vk.UsageError, match="`xx` is not one of the choices: nb, en"):
            write(lang="xx")  # type: ignore[arg-type]
    with pytest.raises(vk.UsageError, match="A text needs a width of at least 1"):
        gaps.to_text(width=0)
    assert max(map(len, gaps.to_text(width=20).splitlines())) <= 20


def test_how_alike_no_models_are() -> None:
    assert vk.similarity(vk.corpus().select([]), "terms").to_text().startswith("Likhet to og to\n")


def test_everything_is_explained_in_every_form(portfolio: Portfolio) -> None:
    pilots = portfolio.where(kind="pilot")
    for result in (vk.compare(pilots, "tiltak"), vk.consensus(pilots, min=5)):
        report = result.report(explain=True)
        for text in (report.to_text(width=200), report.to_markdown(), report.to_html()):
            assert "arbeidsrettet-tilbud" in text or "Terapeut og Nav-veileder er på legekontorene" in text
