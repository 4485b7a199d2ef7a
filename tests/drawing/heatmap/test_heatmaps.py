"""Heat maps: everything is on the page, in text, legible, and says what it means."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pygraphviz
import pytest

from virkningskjede.analysis.compare import Matrix, available_comparisons, compare, load_comparison
from virkningskjede.analysis.compare.heatmap import grid_of_matrix
from virkningskjede.analysis.compare.report.wording import kind_of
from virkningskjede.analysis.grouping import Grouping, group
from virkningskjede.analysis.grouping.heatmap import grid_of_grouping
from virkningskjede.drawing import palette
from virkningskjede.drawing.fitting import A4
from virkningskjede.drawing.heatmap import Grid, data, dot, picture
from virkningskjede.drawing.heatmap.laying import MARGIN, planned
from virkningskjede.drawing.heatmap.shades import SHADES, contrast, luminance, shade, stripes
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Comparison
from virkningskjede.project import Portfolio, corpus, load_portfolio, open_project
from virkningskjede.report.places import places as source_places

SVG = "{http://www.w3.org/2000/svg}"
NAMES = available_comparisons(open_project(corpus()))
HOSTILE = '<b>&amp;"\\N]]></svg><script>alert(1)</script>'


@pytest.fixture(scope="module")
def pilots() -> Portfolio:
    return load_portfolio(corpus() / "pilots")


def matrix_of(pilots: Portfolio, name: str) -> Matrix:
    return compare(pilots, load_comparison(name, pilots.project), pilots.project)


@pytest.fixture(scope="module")
def grouped(pilots: Portfolio) -> Grouping:
    return group(pilots, load_comparison("tiltak", pilots.project), pilots.project, samples=0)


def texts(svg: ET.Element) -> list[str]:
    return [element.text or "" for element in svg.iter(f"{SVG}text")]


def places(grid: Grid) -> dict[str, tuple[float, float, float, float]]:
    """The edges of each node, in points on the sheet: left, bottom, right, top."""
    edges = {}
    graph = pygraphviz.AGraph(string=dot(grid))
    for node in graph.nodes():
        x, y = map(float, node.attr["pos"].split(","))
        wide, high = 36 * float(node.attr["width"]), 36 * float(node.attr["height"])
        edges[str(node)] = (x - wide, y - high, x + wide, y + high)
    return edges


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_comparison_fits_on_a_page(name: str, lang: Any, pilots: Portfolio) -> None:
    matrix = matrix_of(pilots, name)
    grid = grid_of_matrix(matrix, lang=lang)
    assert grid.rows == tuple(column.label.in_(lang) for column in matrix.comparison.columns.values())
    shown, plan = planned(grid)
    assert shown is grid, "no heading needs to be replaced by a number"
    assert sorted(plan.page) == sorted(A4) and plan.size >= 7
    wide, high = plan.page
    for node, (left, bottom, right, top) in places(grid).items():
        if node != "_page" and not node.startswith("_meaning"):
            assert left >= MARGIN - 1 and right <= wide - MARGIN + 1 and bottom >= MARGIN - 1 and top <= high - MARGIN + 1, node


@pytest.mark.parametrize("name", NAMES)
def test_cells_lie_beside_each_other_and_say_what_the_table_says(name: str, pilots: Portfolio) -> None:
    matrix = matrix_of(pilots, name)
    grid = grid_of_matrix(matrix)
    edges = places(grid)
    for row, squares in enumerate(grid.squares):
        for column in range(len(squares) - 1):
            assert edges[f"r{row}c{column}"][2] == pytest.approx(edges[f"r{row}c{column + 1}"][0], abs=0.1)
    for column, model in enumerate(sorted(matrix.models, key=lambda model: (model.follows or "", model.id))):
        for row, name_of_column in enumerate(matrix.columns):
            cell, square = matrix.cells.get((model.id, name_of_column)), grid.squares[row][column]
            assert square.shade == kind_of(cell)
            assert square.sure == (cell is None or (cell.sure and cell.said is not None))
            assert cell is None or cell.sure or "?" in square.text or "kanskje" in square.text or "malen" in square.text
            if cell is not None and cell.at:
                assert source_places(cell.at, model.source) in square.caption


def test_the_ten_measures_as_svg(pilots: Portfolio) -> None:
    written = data(grid_of_matrix(matrix_of(pilots, "tiltak")), "svg").decode()
    svg = ET.fromstring(written)
    assert svg.get("role") == "img" and svg.get("lang") == "nb"
    assert [child.tag for child in list(svg)[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert svg.findtext(f"{SVG}title") == "Tiltak i pilotene"
    assert "Lillestrøm: Samlokalisering: planlagt; Felles møter: planlagt; Kurs: kanskje planlagt;" in (svg.findtext(f"{SVG}desc") or "")
    shown = texts(svg)
    assert {"Samlokalisering", "Felles møter", "Fredrikstad", "Modell 1", "Modell 2", "P", "B", "P?", "?", "3–6", "planlagt"} <= set(shown)
    captions = {element.text for element in svg.iter(f"{SVG}title")}
    assert "Hå – Samlokalisering: planlagt (2.2.1:7)" in captions and "Hå – Brobygger: ikke nevnt" in captions
    assert not re.search(r"<script|<style|href=|url\(|<image|<!DOCTYPE|onload", written)
    assert "heatmap" not in written and "r0c0" not in {element.text for element in svg.iter(f"{SVG}title")}


def test_the_grouping_as_svg(grouped: Grouping) -> None:
    grid = grid_of_grouping(grouped)
    assert grid.leaves == grouped.tree.leaves
    assert [side.heading for side in grid.before] == ["Mal", "Framdrift"]
    assert set(grid.before[0].texts) == {"Modell 1", "Modell 2"} and set(grid.before[1].texts) == {"i bruk", "ikke i bruk"}
    shown = texts(ET.fromstring(data(grid, "svg")))
    assert {"Bydel Bjerke", "Samlokalisering", "Selvhjelpsverktøy", "Modell 2", "0,5", "0,75"} <= set(shown)
    drawn = pygraphviz.AGraph(string=dot(grid))
    assert sum(1 for source, _ in drawn.edges() if source.startswith("_join_")) == 3 * len(grouped.tree.joins)


def test_a_join_stands_where_its_likeness_is(grouped: Grouping) -> None:
    edges = places(grid_of_grouping(grouped))
    zero, one = edges["_tick_0_from"][0], edges["_tick_4_from"][0]
    for number, join in enumerate(grouped.tree.joins):
        assert edges[f"_join_{number}_1_from"][0] == pytest.approx(zero + (one - zero) * join.similarity, abs=0.1)


def test_likeness_as_a_heat_map(pilots: Portfolio) -> None:
    grouping = group(pilots, "terms", pilots.project, samples=0)
    grid = grid_of_grouping(grouping, lang="en")
    assert grid.rows == grid.columns
    for row, a in enumerate(grid.leaves):
        for column, b in enumerate(grid.leaves):
            square = grid.squares[row][column]
            assert square.text == ("–" if a == b else f"{grouping.similarity.value(a, b):.2f}")
    assert ET.fromstring(data(grid, "svg")).findtext(f"{SVG}title") == "Which models are alike (terms)?"


@pytest.mark.parametrize("name", [*SHADES, *(f"{number / 20:.2f}" for number in range(21))])
def test_text_stands_out_from_every_shade(name: str) -> None:
    look = shade(name)
    hatch, plate = stripes(look.fill)
    assert contrast(look.fill, look.text) >= 4.5
    assert contrast(plate, palette.INK) >= 4.5 and contrast(hatch, palette.PAPER) > 1.3


def test_the_order_of_statuses_shows_in_grey() -> None:
    greys = [luminance(SHADES[status].fill) for status in ("silent", "considered", "planned", "started", "in_use", "completed")]
    assert greys == sorted(greys, reverse=True)
    assert all(a - b > 0.02 for a, b in pairwise(greys))


def hostile(count: int = 1, label: str = HOSTILE) -> Grid:
    text = {"nb": label, "en": label}
    comparison = Comparison.model_validate(
        {
            "id": "t",
            "title": text,
            "stages": ["activities"],
            "columns": {f"c{n}": {"label": text, "counts": [f"t{n}"]} for n in range(count)},
        }
    )
    models = [
        LogicModel.model_validate({"id": f"m{n}", "title": f"{label} {n}", "activities": {"a": {"label": "A", "term": f"t{n}"}}})
        for n in range(count)
    ]
    return grid_of_matrix(compare(models, comparison))


def test_hostile_text_comes_out_as_that_text() -> None:
    svg = ET.fromstring(data(hostile(), "svg"))
    assert svg.findtext(f"{SVG}title") == HOSTILE
    assert HOSTILE.replace(" ", "") in "".join(texts(svg)).replace("-", "").replace(" ", "")
    assert not list(svg.iter(f"{SVG}script"))


@pytest.mark.parametrize(
    ("count", "label"), [(60, "x"), (40, "Ganske langt navn på noe"), (1, "kartleggingsskjema" * 20), (1, "ord " * 300)]
)
def test_what_is_too_much_is_drawn_all_the_same(count: int, label: str) -> None:
    grid = hostile(count, label)
    _, plan = planned(grid)
    assert plan.page[0] / plan.page[1] == pytest.approx(A4[0] / A4[1]) or plan.page[1] / plan.page[0] == pytest.approx(A4[0] / A4[1])
    svg = ET.fromstring(data(grid, "svg"))
    assert sorted(float((svg.get(side) or "")[:-2]) for side in ("width", "height")) == pytest.approx(sorted(A4), abs=1)


def test_columns_that_are_too_narrow_for_their_headings_are_numbered(pilots: Portfolio) -> None:
    grouping = group(pilots, load_comparison("hemmere", pilots.project), pilots.project, samples=0)
    shown, _ = planned(grid_of_grouping(grouping))
    assert shown.columns == tuple(map(str, range(1, 20)))
    assert shown.notes[0].startswith("1 Press på tjenestene · 2 Svak samhandling ·")


def test_files(tmp_path: Path, grouped: Grouping) -> None:
    grid = grid_of_grouping(grouped)
    begins = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"graph heatmap"}
    for ending, sign in begins.items():
        picture(grid, tmp_path / f"kart.{ending}")
        assert (tmp_path / f"kart.{ending}").read_bytes().startswith(sign)
    assert data(grid, "svg") == (tmp_path / "kart.svg").read_bytes()
    with pytest.raises(UsageError, match="svg, png, pdf eller dot"):
        picture(grid, tmp_path / "kart.mmd")
    with pytest.raises(UsageError):
        picture(grid, tmp_path / "ingen" / "kart.dot")
