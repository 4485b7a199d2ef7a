"""A common chain as people see it: what marks and words say, in notebooks too."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from virkningskjede.analysis.consensus import Consensus, consensus
from virkningskjede.analysis.consensus import report as merged
from virkningskjede.analysis.consensus.report import marks
from virkningskjede.analysis.consensus.report.blocks import ChainCell
from virkningskjede.i18n import Lang
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio
from virkningskjede.report import Notes
from virkningskjede.report.formats import FORMATS
from virkningskjede.report.write_text import STYLES

from ...reading import written


@pytest.fixture(scope="module")
def chain(portfolio: Portfolio) -> Consensus:
    return consensus([model for model in portfolio.values() if model.kind == "pilot"], portfolio.project, min=3)


@pytest.mark.parametrize(
    ("cell", "letter"),
    [
        (None, "·"),
        (ChainCell("planned", True, True, (("a",),), ()), "P"),
        (ChainCell("stated", True, False, (("a", "b"),), ()), "K?"),
        (ChainCell("told", False, False, (("a",),), ()), "?"),
    ],
)
def test_a_mark_says_how_and_how_sure(cell: ChainCell | None, letter: str) -> None:
    assert marks.mark(cell, "nb") == letter


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_mark_of_one_table_means_one_thing(lang: Lang) -> None:
    kinds = {"nodes": ["considered", "planned", "started", "in_use", "completed", "told", "elsewhere"], "links": ["stated", "inferred"]}
    for those in (*kinds.values(), ["made", "path", "elsewhere"]):
        letters = [marks.mark(ChainCell(kind, True, True, (), ()), lang) for kind in those]
        assert len(set(letters)) == len(letters)


def test_words_name_the_models_the_coded_ones_first(chain: Consensus) -> None:
    nodes, links = merged.tables(chain)
    columns = {row[0]: row[1:] for row in nodes.rows}
    assert columns["Faste møter"] == (
        "Aktiviteter",
        "7–9",
        "Fredrikstad, Kristiansand, Nesodden, Tromsø, Hå, Lillestrøm, Ringsaker?, Bydel Stovner, kanskje Bydel Bjerke",
    )
    assert links.headers == ("Kobling", "Antall", "Står i kilden", "Tolket", "Modeller")
    assert [row[1] for row in links.rows] == sorted((row[1] for row in links.rows), key=lambda each: int(each.split("–")[0]), reverse=True)


def test_a_notebook_shows_the_places_on_resting(chain: Consensus, portfolio: Portfolio) -> None:
    assert 'title="Fredrikstad: står i kilden, 2.1.2:3' in chain._repr_html_()
    shown = chain.against(portfolio["felles"])._repr_html_()
    assert "Ledd i malen: 32." in shown
    assert "Koblinger i malen som ingen modell lager" in shown


def test_what_nobody_has_needs_no_columns(chain: Consensus, portfolio: Portfolio) -> None:
    tables = merged.tables(chain.against(portfolio["felles"]))
    nobody = [table for table in tables if "ingen modell" in table.title]
    assert [table.headers for table in nobody] == [("Ledd", "Trinn"), ("Kobling",)]
    assert [len(table.rows) for table in nobody] == [1, 18]


def test_the_sums_add_up(chain: Consensus, portfolio: Portfolio) -> None:
    for template in ("felles", "modell-1", "modell-2"):
        contrast = chain.against(portfolio[template])
        _, nodes, links, *_ = merged.heading(contrast)
        for sentence, those in ((nodes, contrast.nodes), (links, contrast.links)):
            every, *parts = map(int, re.findall(r"(?<![\w-])\d+(?!\w)", sentence.replace(template, "")))
            assert every == len(those) == sum(parts)


def test_a_chain_of_one_model_is_called_by_it(portfolio: Portfolio) -> None:
    models: Mapping[str, LogicModel] = {"ha": portfolio["ha"]}
    chain = consensus(models, portfolio.project)
    assert merged.heading(chain)[0] == f"Virkningskjeden etter begrep: {portfolio['ha'].name}"
    assert chain.to_text().startswith(f"{merged.heading(chain)[0]}\n====")
    assert len(list(chain.report().document(width=80).tables())) > 1


def test_marks_are_coloured_by_their_kinds_where_models_are_spread_too(chain: Consensus) -> None:
    def marks_of(width: int) -> list[list[tuple[str, str]]]:
        """Each row of each block as its marks, with their kinds, from all the tables that it is spread over."""
        by_mark: dict[tuple[str, int], list[tuple[str, str]]] = {}
        for table in chain.report().document(width=width).tables():
            for number, row in enumerate(table.rows):
                place = by_mark.setdefault((table.headers[0].strip(), number), [])
                place += [(row[column], table.kinds[number, column]) for column in range(1, len(row)) if (number, column) in table.kinds]
        return list(by_mark.values())

    assert marks_of(80) == marks_of(60)
    assert all(len(row) == 9 for row in marks_of(80))
    kinds = {kind for row in marks_of(80) for _, kind in row}
    assert kinds == {"told", "considered", "planned", "in_use", "completed", "stated", "inferred", "perhaps", "silent"}
    assert kinds - STYLES.keys() == {"told", "inferred"}
    assert {kind for row in marks_of(80) for letter, kind in row if letter == "P?"} == {"planned"}


def test_a_table_that_no_model_has_anything_of_has_no_kinds(chain: Consensus, portfolio: Portfolio) -> None:
    document = chain.against(portfolio["felles"]).report().document(width=80)
    (nobody,) = (table for table in document.tables() if table.headers == ("Koblinger i malen som ingen modell lager",))
    assert (len(nobody.rows), nobody.kinds) == (18, {})
    (notes,) = (block for block in document.blocks if isinstance(block, Notes))
    assert notes.lines[0] == (
        "Bje Bydel Bjerke, Fre Fredrikstad, Kri Kristiansand, Nes Nesodden, Tro Tromsø, Hå, Lil Lillestrøm, Rin Ringsaker, Sto Bydel "
        "Stovner"
    )


def test_what_a_row_rests_on_stands_below_it_with_its_note_first(chain: Consensus, portfolio: Portfolio) -> None:
    report = chain.against(portfolio["felles"]).report(explain=True)
    text, plain = report.to_text(), chain.against(portfolio["felles"]).to_text()
    assert text.startswith(plain)
    assert text.removeprefix(plain).startswith("\nLedd i malen som modellene har\n------------------------------\n\n")
    assert (
        """
Faste møter → Samtidig og samordnet oppfølging (antall 4–5, står i kilden 2–3,
tolket 1–3)
  (lengre vei i malen: Tjenestene møtes og avklarer oppfølgingen → Tjenestene
  kjenner hverandre bedre → Tidlig, samtidig og samordnet oppfølging)
  - kanskje Bydel Bjerke: tolket av koderen; «Felles møter om oppfølgingen av
    brukere» → «Oppfølgingen av bruker kan samordnes»; 2.1.1:28,34
"""
        in text
    )


CHAIN = "Common chain of 9 models: what is surely in at least 3 of them"


IN_EACH_FORMAT = (
    ("text", f"{CHAIN}\n===", "\nGrant                                  P   P   P   U   P   P  P   P   P   9\n", "\nFastlegen\n"),
    ("md", f"# {CHAIN}\n\n", "\n| Grant → Nav adviser | 6–7 | 4–5 | 2 | Fredrikstad, ", "\n| Fastlegen | Inputs |\n"),
    (
        "html",
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{CHAIN}<',
        ">Grant</th>",
        ">Fastlegen</th>",
    ),
    (
        "csv",
        "Group,Id,Label,Stage,Model,Name of the model,How,Coded so,Sure,Rests on,Place in the source,Note\n",
        "\nNodes,tilskudd,Grant,Inputs,bjerke,Bydel Bjerke,planned,yes,yes,tilskudd,"
        '"statusrapport#2.1.1:11, statusrapport#2.1:8, statusrapport#2.1:9",\n',
        "\nNodes of the template that no model has,fastlege,Fastlegen,Inputs,,,,,,,,\n",
    ),
    ("docx", f"{CHAIN}", "\nGrant\tInputs\t", "\nFastlegen\t"),
    ("xlsx", "Nodes", "\nNodes\ttilskudd\tGrant\tInputs\tbjerke\tBydel Bjerke\tplanned\t", "\tfastlege\tFastlegen\tInputs\t"),
    ("json", '{\n  "models": [\n    "bjerke",\n', '"label": "Grant",', '"label": "Fastlegen",'),
)
"""For each format what it begins with, and something that it says."""


@pytest.mark.parametrize(("form", "begins", "holds", "against"), IN_EACH_FORMAT)
def test_every_format_says_it(form: str, begins: str, holds: str, against: str, chain: Consensus, portfolio: Portfolio) -> None:
    of_chain, of_contrast = (
        written(form, report, "en").replace("\r\n", "\n") for report in (chain.report(), chain.against(portfolio["felles"]).report())
    )
    assert of_chain.startswith(begins) and holds in of_chain and against not in of_chain
    assert of_contrast.startswith(begins.rstrip("\n=<")) and against in of_contrast


def test_every_format_is_tried() -> None:
    assert sorted(form for form, *_ in IN_EACH_FORMAT) == sorted(FORMATS)


def test_what_nobody_wishes_never_took_part_or_gives_less_is_said_to_be_left_out() -> None:
    model = LogicModel.model_validate(
        {
            "id": "m",
            "activities": {
                "a": {"label": "A", "term": "a", "leads_to": [{"to": "b", "sign": "minus"}]},
                "n": {"label": "N", "term": "n", "status": "not_part"},
            },
            "outcomes": {
                "b": {"label": "B", "term": "b", "level": "user"},
                "u": {"label": "U", "term": "u", "level": "user", "unwanted": True},
            },
        }
    )
    chain = consensus([model])
    assert chain.left_out["m"][4:7] == (("n",), ("u",), (("a", "b"),))
    sentence = "Left out too: 1 node that never took part, 1 node that nobody wishes, and 1 arrow with a minus or a mixed sign."
    assert sentence in chain.to_text(lang="en", width=200)
