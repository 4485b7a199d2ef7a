"""A common chain as people see it: what marks and words say, in notebooks too."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from virkningskjede.catalogue import Lang
from virkningskjede.loading import Portfolio
from virkningskjede.merging import Consensus, consensus
from virkningskjede.model import LogicModel
from virkningskjede.rendering import merged
from virkningskjede.rendering.merged import marks
from virkningskjede.rendering.merged.blocks import Cell


@pytest.fixture(scope="module")
def chain(portfolio: Portfolio) -> Consensus:
    return consensus([each for each in portfolio.values() if each.kind == "pilot"], portfolio.project, min=3)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (None, "·"),
        (Cell("planned", True, True, ("a",), ()), "P"),
        (Cell("stated", True, False, ("a -> b",), ()), "K?"),
        (Cell("told", False, False, ("a",), ()), "?"),
    ],
)
def test_a_mark_says_how_and_how_sure(cell: Cell | None, said: str) -> None:
    assert marks.mark(cell, "nb") == said


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_mark_of_one_table_means_one_thing(lang: Lang) -> None:
    kinds = {"nodes": ["considered", "planned", "started", "in_use", "completed", "told", "elsewhere"], "links": ["stated", "inferred"]}
    for those in (*kinds.values(), ["made", "path", "elsewhere"]):
        said = [marks.mark(Cell(kind, True, True, (), ()), lang) for kind in those]
        assert len(set(said)) == len(said)


def test_words_name_the_models_the_coded_ones_first(chain: Consensus) -> None:
    nodes, links = merged.tables(chain)
    told = {row[0]: row[1:] for row in nodes.rows}
    assert told["Faste møter"] == (
        "Aktiviteter",
        "6–9",
        "Fredrikstad?, Kristiansand, Nesodden, Tromsø, Hå, Lillestrøm, Ringsaker?, Bydel Stovner, kanskje Bydel Bjerke",
    )
    assert links.headers == ("Kobling", "Antall", "Står i kilden", "Sluttet av koder", "Modeller")
    assert [row[1] for row in links.rows] == sorted((row[1] for row in links.rows), key=lambda each: int(each.split("–")[0]), reverse=True)


def test_a_notebook_shows_the_places_on_resting(chain: Consensus, portfolio: Portfolio) -> None:
    assert 'title="Fredrikstad: står i kilden, 2.1.2:3' in chain._repr_html_()
    shown = chain.against(portfolio["felles"])._repr_html_()
    assert "Ledd i felles: 31." in shown
    assert "Koblinger i felles som ingen modell lager" in shown


def test_what_nobody_has_needs_no_columns(chain: Consensus, portfolio: Portfolio) -> None:
    tables = merged.tables(chain.against(portfolio["felles"]))
    nobody = [table for table in tables if "ingen modell" in table.title]
    assert [table.headers for table in nobody] == [("Ledd", "Trinn"), ("Kobling",)]
    assert [len(table.rows) for table in nobody] == [1, 17]


def test_the_sums_add_up(chain: Consensus, portfolio: Portfolio) -> None:
    for template in ("felles", "modell-1", "modell-2"):
        contrast = chain.against(portfolio[template])
        _, nodes, links, *_ = merged.heading(contrast)
        for sentence, those in ((nodes, contrast.nodes), (links, contrast.links)):
            every, *parts = map(int, re.findall(r"(?<![\w-])\d+(?!\w)", sentence.replace(template, "")))
            assert every == len(those) == sum(parts)


def test_a_chain_of_one_model_is_called_by_it(portfolio: Portfolio) -> None:
    models: Mapping[str, LogicModel] = {"ha": portfolio["ha"]}
    found = consensus(models, portfolio.project)
    assert merged.heading(found)[0] == f"Virkningskjeden etter begrep: {portfolio['ha'].name}"
    assert merged.in_terminal(found).tables
