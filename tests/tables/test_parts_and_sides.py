"""Tables that lie on their side, cells that say what others say, and numbers of a part of the group."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pandas as pd
import pytest

import virkningskjede as vk
from tests.tables.test_reading import measured, notes, problems, read, sections
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import Date
from virkningskjede.tables import from_sheets, sheets_of
from virkningskjede.tables.delimited import delimited

ALL_AND_PARTS = {
    "pupils-2023": {"indicator": "pupils", "value": 310, "date": Date.of("2023")},
    "pupils-women-2023": {"indicator": "pupils", "value": 160, "date": Date.of("2023"), "among": "women"},
    "pupils-men-2023": {"indicator": "pupils", "value": 150, "date": Date.of("2023"), "among": "men"},
}


@pytest.mark.parametrize(
    "table",
    [
        "Indicator,Group,2023\nPupils,Women,160\nPupils,Men,150\nPupils,Total,310\n",
        "Indicator,Disaggregated by,2023\nPupils,,310\n,Women,160\n,Men,150\n",
        "Indicator,2023,Target 2026\nPupils,310,500\n- Women,160,\nof which men,150,\n",
        "Indicator,2023 (women),Men 2023,2023 total\nPupils,160,150,310\n",
        "Indicator,2023,,\n,Women,Men,Total\nPupils,160,150,310\n",
    ],
)
def test_numbers_of_a_part_of_the_group_are_results_among_it(table: str) -> None:
    whole = read(table, "en")
    assert sections(whole)["results"] == ALL_AND_PARTS
    assert list(whole.model.indicators) == ["pupils"]
    assert any("`among`: Women → women" in note or "`among`: women → women" in note for note in notes(whole, "en"))


def test_baselines_and_targets_of_a_part_are_told_and_not_read() -> None:
    table = read("Indikator;Mål 2026;2023\nElever;500;310\nherav jenter;250;160\nLesetest;60;45\n")
    assert sections(table)["indicators"] == {
        "elever": {"label": "Elever", "targets": [{"value": 500, "date": Date.of("2026")}]},
        "lesetest": {"label": "Lesetest", "targets": [{"value": 60, "date": Date.of("2026")}]},
    }
    assert notes(table)[0] == "t.csv: merknad VK039 Ikke lest: utgangspunkt og mål for en del av gruppen: B3 (jenter: 250)"


def test_what_an_indicator_is_to_be_divided_by_is_no_part() -> None:
    table = read('Indicator,Disaggregation,Target 2026\nPupils,"Sex, age",500\nBooks,Sex,60\n', "en")
    assert [len(indicator.targets) for indicator in table.model.indicators.values()] == [1, 1]
    assert notes(table, "en")[0] == "t.csv: note VK039 Not read: Disaggregation"


def test_a_part_that_the_codebook_does_not_know_is_told() -> None:
    codebook = Vocabulary.model_validate({"traits": {"kvinne": {"label": {"nb": "Kvinner", "en": "Women"}}}})
    table = read("Indicator,Sex,2023\nPupils,Women,160\nPupils,Men,150\n", "en", vocabulary=codebook)
    assert [result.among for result in table.model.results.values()] == ["kvinne"]
    assert notes(table, "en")[0] == "t.csv, cell C3: warning VK038 `150` was not read: the codebook has no trait “Men” (`traits`)"


ON_ITS_SIDE = (
    'Level,Goal,Purpose,Output 1,Activity 1.1\nSummary,Reading,Joy,Camp,Books\nIndicators,Score,Wish,Pupils,\nTarget 2026,50,60,"1,5 x",\n'
)


@pytest.mark.parametrize("title", ["", "Our logframe,,,,\n"])
def test_a_logframe_may_lie_on_its_side(title: str) -> None:
    table = read(f"{title}{ON_ITS_SIDE}Instrument,,ditto,,\n", "en")
    assert measured(table) == [
        ("activities", "Books", ()),
        ("outputs", "Camp", ("pupils",)),
        ("outcomes", "Reading", ("score",)),
        ("outcomes", "Joy", ("wish",)),
    ]
    assert [link.ends for link in table.model.links()] == [("books", "camp")]
    assert any("headings stand down the first column" in note for note in notes(table, "en"))


def test_what_is_told_of_a_table_on_its_side_names_its_cells_as_they_stand() -> None:
    row = 5
    assert notes(read(f"{ON_ITS_SIDE}Colour,red,,,\nActual,,,,7\n", "en"), "en")[0] == (
        f"t.csv, cell E{row + 1}: warning VK038 `7` was not read: the row has no indicator"
    )


@pytest.mark.parametrize(
    ("table", "labels"),
    [
        (",Inputs,Activities\nSummer,Money,Camp\nAutumn,Rooms,Club\n", ["Money", "Rooms", "Camp", "Club"]),
        ("Inputs,Money,Rooms\nActivities,Camp,Club\n", ["Money", "Rooms", "Camp", "Club"]),
        ("Stage,Activity,Outcome\nLabel,Camp,Joy\nLeads to,Joy,\n", ["Camp", "Joy"]),
    ],
)
def test_only_headings_down_the_first_column_turn_a_table(table: str, labels: list[str]) -> None:
    assert [node.label for node in read(table, "en").model.nodes.values()] == labels


def test_a_cell_may_stand_for_the_one_above() -> None:
    table = read('Nivå;Sammendrag;Indikator;Måles med\nProdukt;A;Antall;Skoleprøven\n-"-;B;Bøker;som over\n〃;C;Turer;Ditto.\n')
    assert [(node.stage, node.label) for node in table.model.nodes.values()] == [("outputs", "A"), ("outputs", "B"), ("outputs", "C")]
    assert {indicator.instrument for indicator in table.model.indicators.values()} == {"Skoleprøven"}
    assert notes(table)[0] == (
        "t.csv: merknad VK040 Lest slik: disse rutene har teksten i ruten over: "
        "A3 (Produkt), D3 (Skoleprøven), A4 (Produkt), D4 (Skoleprøven)"
    )


def test_a_formula_that_only_refers_to_a_cell_has_its_value(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for row in (["Indicator", "2023", "2024"], ["A", 40, "=B2"], ["B", "='Old one'!A1", "=B2*2"], ["C", "=D9", "=B5"], ["D", "=C4", 1]):
        workbook.active.append(row)
    workbook.create_sheet("Old one").append([7])
    workbook.save(tmp_path / "t.xlsx")
    table = from_sheets(sheets_of(tmp_path / "t.xlsx"), {"id": "m"}, {"lang": "en"})
    assert [(result.id, str(result.value)) for result in table.model.results.values()] == [
        ("a-2023", "40"),
        ("a-2024", "40"),
        ("b-2023", "7"),
        ("d-2024", "1"),
    ]
    (told,) = [note for note in notes(table, "en") if "the formula" in note]
    assert re.findall(r"\((=[^)]*)\)", told) == ["=B2*2", "=D9", "=B5", "=C4"]


def test_a_formula_in_text_is_no_node() -> None:
    table = read('Stage,Label\nActivity,Camp\nActivity,=B2\nActivity,"=SUM(B2:B3)"\nActivity,"\'=B2"\n', "en")
    assert [node.label for node in table.model.nodes.values()] == ["Camp", "=B2"]


def test_what_is_hidden_in_a_workbook_is_told(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for row in (["Stage", "Label", "Note"], ["Activity", "Camp", "Old"]):
        workbook.active.append(row)
        workbook.active.column_dimensions["C"].hidden = True
    workbook.active.title = "Now"
    for row in (["Stage", "Label"], ["Activity", "Another"]):
        (workbook["Before"] if "Before" in workbook else workbook.create_sheet("Before")).append(row)
    workbook["Before"].sheet_state = "hidden"
    workbook.save(tmp_path / "t.xlsx")
    table = from_sheets(sheets_of(tmp_path / "t.xlsx"), {"id": "m"}, {"lang": "en"})
    assert [node.label for node in table.model.nodes.values()] == ["Camp"]
    told = [note.partition(" note ")[2] for note in notes(table, "en")]
    assert told == ["VK039 Not read: sheets that are hidden: Before", "VK040 Read so: hidden columns are read as the others: C"]
    hidden = from_sheets(sheets_of(tmp_path / "t.xlsx"), {"id": "m"}, {"lang": "en"}, sheet="Before")
    assert notes(hidden, "en")[-1].endswith("the sheet is hidden in Excel")


def test_a_table_in_a_cell_of_another_is_a_table(tmp_path: Path) -> None:
    document = docx.Document()
    inner = document.add_table(1, 1).cell(0, 0).add_table(2, 2)
    for row, cells in enumerate((("Activities", "Outcomes"), ("Camp", "Joy"))):
        for column, text in enumerate(cells):
            inner.cell(row, column).text = text
    document.save(str(tmp_path / "t.docx"))
    (sheet,) = sheets_of(tmp_path / "t.docx")
    assert (sheet.name, sheet.rows) == ("2", (("Activities", "Outcomes"), ("Camp", "Joy")))


@pytest.mark.parametrize("columns", [("from", "to"), ("Fra", "Til")])
def test_arrows_from_what_stands_beside_the_chain_say_what_that_is_about(columns: tuple[str, str]) -> None:
    rows = (
        "Camp,Joy,Activity,User outcome\nCost,Camp,Barrier,Activity\nMentor,Camp,Enabler,Activity\n"
        "Calm,Joy,Assumption,User outcome\nJoy,Score,User outcome,Indicator\n"
    )
    table = read(f"{','.join(columns)},from type,to type\n{rows}", "en")
    model = table.model
    assert [link.ends for link in model.links()] == [("camp", "joy")]
    assert (model.barriers["cost"].hinders, model.enablers["mentor"].helps) == (("camp",), ("camp",))
    assert (model.assumptions["calm"].about, model.outcomes["joy"].indicators) == (("joy",), ("score",))


def test_what_a_row_beside_the_chain_leads_to_is_what_that_is_about() -> None:
    rows = (
        "Activity;Camp;Joy\nUser outcome;Joy;\nBarrier;Cost;Camp, Joy\nEnabler;Mentor;Camp -> Joy\n"
        "Assumption;Calm;Joy\nOpen question;Who pays;Camp\nIndicator;Score;Joy\nBarrier;Rain;Nothing here\n"
    )
    (problem,) = problems(f"Stage;Label;Leads to\n{rows}")
    assert problem.startswith("t.csv, celle C9: feil VK035 `Nothing here` viser ikke til ett ledd")
    table = read(f"Stage;Label;Leads to\n{rows.rpartition('Barrier')[0]}", "en")
    model = table.model
    assert [link.ends for link in model.links()] == [("camp", "joy")]
    assert (model.barriers["cost"].hinders, model.enablers["mentor"].helps) == (("camp", "joy"), ("camp -> joy",))
    assert (model.assumptions["calm"].about, model.open_questions["who-pays"].about) == (("joy",), ("camp",))
    assert [note for note in notes(table, "en") if "VK038" in note] == [
        "t.csv, cell C8: warning VK038 `Joy` was not read: only nodes of the chain lead to something"
    ]


def test_an_arrow_to_a_barrier_says_nothing_certain_and_is_told() -> None:
    table = read("From,To,From type,To type\nCamp,Cost,Activity,Barrier\nCamp,Joy,Activity,User outcome\n", "en")
    assert notes(table, "en")[0].startswith("t.csv, cell A2: warning VK038 `Camp → Cost` was not read")


@pytest.mark.parametrize(
    "headings",
    ["Nivå;Hva vi vil;Indikator;Måles med", "Trinn eller kobling;Id;Hva vi vil;Kilde"],
)
def test_a_table_whose_texts_have_an_unknown_heading_is_no_model(headings: str) -> None:
    (problem,) = problems(f"{headings}\nFormål;Lese;Poeng;Prøve\nProdukt;Leir;Antall;Lister\n")
    assert problem.startswith("t.csv: feil VK033")
    assert "Hva vi vil" in problem


@pytest.mark.parametrize("stage", ["Preconditions", "Pre-condition", "Forhåndsbetingelser"])
def test_a_row_of_preconditions_is_assumed(stage: str) -> None:
    table = read(f"Level,Summary,Indicators,Assumptions\nOutput,Camp,Pupils,\n{stage},,,Teachers agree\n{stage},Rooms,,\n", "en")
    assert [assumption.label for assumption in table.model.assumptions.values()] == ["Teachers agree", "Rooms"]


def test_a_frame_with_several_rows_of_headings_or_a_named_index() -> None:
    columns = pd.MultiIndex.from_tuples([("Indicator", ""), ("Baseline", "2020"), ("Actual 2023", "Women"), ("Actual 2023", "Total")])
    frame = pd.DataFrame([["Pupils", 40, 160, 310]], columns=columns)
    expected: Any = {
        "pupils-women-2023": {"indicator": "pupils", "value": 160, "date": Date.of("2023"), "among": "women"},
        "pupils-2023": ALL_AND_PARTS["pupils-2023"],
    }
    for given in (frame, frame.set_index(("Indicator", ""))):
        assert sections(from_sheets(sheets_of(given), {"id": "m"}, {"lang": "en"}))["results"] == expected
    indexed = pd.DataFrame({"Stage": ["Activity"]}, index=pd.Index(["Camp"], name="Label"))
    assert [node.label for node in vk.read_table(indexed, "m").nodes.values()] == ["Camp"]


def test_three_horizons_in_norwegian_without_the_word_for_term() -> None:
    table = read("Aktiviteter;Virkninger;;\n;Kort;Mellomlang;Lang\nKurs;Lærer;Bruker;Jobb\n")
    assert [outcome.horizon for outcome in table.model.outcomes.values()] == ["short", "medium", "long"]


def test_targets_of_projects_have_other_names() -> None:
    (sheet,) = (delimited("Indicator,Baseline,EoP target\nPupils,40,60\n", "t.csv"),)
    table = from_sheets((sheet,), {"id": "m"}, {"lang": "en"})
    assert [target.value for target in table.model.indicators["pupils"].targets] == [60]
