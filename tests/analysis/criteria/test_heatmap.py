"""The heat map of verdicts: what stands in it is what the check says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import virkningskjede as vk
from virkningskjede.analysis.criteria.heatmap import grid_of_check
from virkningskjede.analysis.criteria.report.cells import short
from virkningskjede.drawing.heatmap import data
from virkningskjede.drawing.heatmap.laying import PAD, planned
from virkningskjede.drawing.wrapping import wrap
from virkningskjede.i18n import word
from virkningskjede.project import Portfolio
from virkningskjede.report.names import names_of

SVG = "{http://www.w3.org/2000/svg}"


def pilots(portfolio: Portfolio) -> list[vk.LogicModel]:
    return [model for model in portfolio.values() if model.kind == "pilot"]


def test_a_cell_for_each_verdict(portfolio: Portfolio) -> None:
    check = vk.check(pilots(portfolio), "oslo-economics-2020", root=portfolio.project.root)
    grid = grid_of_check(check)
    names = {name: model for model, name in names_of(check.models).items()}
    (criteria,) = check.sets
    assert grid.title == criteria.title.nb
    assert grid.spans == (("Modell 1", 5), ("Modell 2", 4))
    for row, name in zip(grid.squares, criteria.criteria, strict=True):
        for square, column in zip(row, grid.columns, strict=True):
            verdict = check.verdict(names[column], name)
            assert (square.text, square.shade, square.sure) == (short(verdict.verdict, verdict.sure, "nb"), verdict.verdict, verdict.sure)
    drawn = ET.fromstring(data(grid, "svg"))
    told = {title.text for title in drawn.iter(f"{SVG}title")}
    assert {square.caption for row in grid.squares for square in row} <= told


def test_a_set_that_does_not_speak_of_a_model_gives_it_no_verdict(portfolio: Portfolio) -> None:
    sets = ("deltakerkrav-modell-1", "deltakerkrav-modell-2")
    grid = grid_of_check(vk.check([portfolio["ha"], portfolio["bjerke"]], sets, root=portfolio.project.root), lang="en")
    assert [[square.text == "–" for square in row] for row in grid.squares[:1] + grid.squares[-1:]] == [[True, False], [False, True]]
    assert [text for text in grid.before[0].texts if text] == [
        criteria_set.title.en for criteria_set in vk.check(portfolio["ha"], sets, root=portfolio.project.root).sets
    ]


def test_the_legend_has_the_words_of_tables_unbroken(portfolio: Portfolio) -> None:
    grid = grid_of_check(vk.check(pilots(portfolio), "oslo-economics-2020", root=portfolio.project.root), lang="en")
    assert [(square.text, meaning) for square, meaning in grid.legend[:3]] == [("met", "met"), ("partly", "partly"), ("·", "not stated")]
    assert grid.notes == (word("heatmap.silence", "en"),)
    _, plan = planned(grid)
    assert all(wrap(square.text, plan.swatch - PAD) == (square.text,) for square, _ in grid.legend)


def test_no_note_about_a_dot_where_there_is_none(portfolio: Portfolio) -> None:
    criteria = vk.check(portfolio["ha"], "oslo-economics-2020", root=portfolio.project.root)
    stated = replace(criteria, results=tuple(verdict for verdict in criteria.results if verdict.verdict != "not_stated"))
    assert grid_of_check(stated).notes == ()


def test_a_check_is_drawn_to_a_file(portfolio: Portfolio, tmp_path: Path) -> None:
    check = vk.check(portfolio["ha"], "brukermedvirkning", root=portfolio.project.root)
    assert vk.render(check, tmp_path / "dommer.svg").read_bytes().startswith(b"<?xml")
