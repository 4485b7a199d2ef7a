"""Tables from other fields and in Nynorsk, with what people put in and around them: the boxes that a person sees, and what is told."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import virkningskjede as vk
from virkningskjede.diagnostics import line
from virkningskjede.model.plain import written
from virkningskjede.tables import Table, from_sheets, sheets_of
from virkningskjede.tables.delimited import delimited
from virkningskjede.tables.sheet import Sheet


def read(text: str, **named: Any) -> Table:
    return from_sheets((delimited(text, "t.csv"),), {"id": "m"}, {"lang": "nb"}, **named)


def boxes(table: Table) -> list[str]:
    """Every node and what stands beside the chain, with where and how soon."""
    sections = written(table.model)
    named = ((section, entry) for section, entries in sections.items() if isinstance(entries, dict) for entry in entries.values())
    places = ((section, entry.get("level", ""), entry.get("horizon", ""), entry.get("label", "")) for section, entry in named)
    return [" ".join(filter(None, place)) for place in places]


def notes(table: Table) -> list[str]:
    return [line(note, "nb") for note in table.notes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Innsats;Aktivitetar;Verknader på kort sikt;Samfunnseffektar\nLærarar;Leksehjelp;Elevane meistrar meir;Mindre utanforskap\n",
            ["inputs Lærarar", "activities Leksehjelp", "outcomes user short Elevane meistrar meir", "outcomes society Mindre utanforskap"],
        ),
        (
            "Inputs;Outputs: Activities;Short & Long-Term Outcomes;Outcomes - Impact: Medium;Long-term change\nCash;Call;Skill;Use;Joy\n",
            ["inputs Cash", "activities Call", "outcomes user Skill", "outcomes user medium Use", "outcomes user long Joy"],
        ),
        ("Mål;KPI-er;Tiltak / initiativer\nVekst;Margin;Kurs\n", ["activities Kurs", "outcomes user Vekst", "indicators Margin"]),
        ("Kategori;Element\nAktivitet;Kurs\nRisiko;Ingen kommer\n", ["activities Kurs", "barriers Ingen kommer"]),
        ("Stage;What;When\nActivity;Course;2024\nOutput;Book;May 2025\n", ["activities Course", "outputs Book"]),
        ("Ressurser;Rom;Folk\nTiltak;Kurs\nFarge;Rød\nProdukter;Plan\n", ["inputs Rom", "inputs Folk", "activities Kurs", "outputs Plan"]),
        (
            'Inputs;Activities\n"Seeds;\nTools,";Train\nTotal;\nNote: for 2025;\n',
            ["inputs Seeds", "inputs Tools", "activities Train"],
        ),
    ],
)
def test_boxes_are_those_that_a_person_sees(text: str, expected: list[str]) -> None:
    assert boxes(read(text)) == expected


def test_numbers_before_texts_in_a_wide_table_say_what_belongs_to_what() -> None:
    table = read("Aktiviteter;Produkter;Tall\n1.1 Leie hus;1. Klubb;\n1.2 Male;2. Ledere;\n2.1 Kurse;;\n")
    assert [link.ends for link in table.model.links()] == [("leie-hus", "klubb"), ("male", "klubb"), ("kurse", "ledere")]
    unnumbered = read("Innsatsfaktorer;Aktiviteter\n1.5 årsverk;Kurs\n2.0 årsverk;\n3 rom;\n")
    assert [node.label for node in unnumbered.model.inputs.values()] == ["1.5 årsverk", "2.0 årsverk", "3 rom"]


def test_what_is_left_out_of_a_table_on_its_side_or_below_a_table_is_told() -> None:
    assert "t.csv: merknad VK039 Ikke lest: Farge" in notes(read("Ressurser;Rom\nTiltak;Kurs\nFarge;Rød\nProdukter;Plan\n"))
    below = read("Innsatsfaktorer;Aktiviteter\nTid;Kurs\nMerknad: for 2025;\nSum;\n")
    assert "t.csv: merknad VK039 Ikke lest: Merknad: for 2025, Sum" in notes(below)


def test_rows_of_targets_and_results_by_turns() -> None:
    for heading in ("Type", "", "Måling"):
        table = read(f"Indikator;{heading};2023;2024\nUlykker;Mål;50;40\n;Resultat;55;\nBrann;Plan;3;2\n;Faktisk;4;1\n")
        sections = written(table.model)
        assert {name: [(one["value"], str(one["date"])) for one in each["targets"]] for name, each in sections["indicators"].items()} == {
            "ulykker": [(50, "2023"), (40, "2024")],
            "brann": [(3, "2023"), (2, "2024")],
        }
        assert {name: one["value"] for name, one in sections["results"].items()} == {"ulykker-2023": 55, "brann-2023": 4, "brann-2024": 1}


BLOCKS = (
    "IMPACT;Impact Indicator 1;;Baseline (2010);Milestone 1 (2012);Target (2015)\n"
    "Health;Deaths;Planned;120;110;90\n;;Achieved;;112;\n;;Source;;;\n"
    "OUTPUT 1;Output Indicator 1.1;;Baseline (2010);Milestone 1 (2012);Target (2015);Assumptions\n"
    "Wells;Number of wells;Planned;0;50;200;Land is given\n"
    "WEIGHTING (%);Output Indicator 1.2;;Baseline (2010);Milestone 1 (2012);Target (2015)\n"
    "40%;Number of committees;Planned;0;10;40\n"
)


def test_a_logframe_with_a_block_for_each_stage() -> None:
    table = read(BLOCKS)
    assert boxes(table) == [
        "outputs Wells",
        "outcomes society Health",
        "assumptions Land is given",
        "indicators Deaths",
        "indicators Number of wells",
        "indicators Number of committees",
        "results",
    ]
    assert table.model.outputs["wells"].indicators == ("number-of-wells", "number-of-committees")
    (result,) = table.model.results.values()
    assert (result.indicator, str(result.value), str(result.date)) == ("deaths", "112", "2012")
    assert "t.csv: merknad VK039 Ikke lest: det som står uten overskrift: A7 (WEIGHTING (%)), A8 (40%), C4 (Source)" in notes(table)


def test_money_and_thousands_are_numbers() -> None:
    (cost,) = read("Indikator;Utgangspunkt;Mål\nKostnad;kr 1 200;Kr. 900\n").model.indicators.values()
    assert cost.baseline is not None
    assert (cost.unit, str(cost.baseline.value), str(cost.targets[0].value)) == ("NOK", "1200", "900")
    english = read("Indicator;Baseline;Target\nFarmers;0;1,500\n")
    assert str(english.model.indicators["farmers"].targets[0].value) == "1500"
    assert "t.csv: merknad VK040 Lest slik: komma skiller tusener, som på engelsk: 1,500" in notes(english)
    for other in ("Indikator;Mål\nBønder;1,500\n", "Indicator;Baseline;Target\nFarmers;1.200;1,500\n"):
        assert "er beholdt som ord" in " ".join(notes(read(other)))


def test_what_is_not_read_for_one_reason_is_told_once_with_what_it_takes() -> None:
    table = read("Nivå;Tekst;Indikator;Midtveis;Ved prosjektslutt\nProdukt;Bok;Antall;10;20\nAktivitet;Kurs;Kurs;1;2\n")
    (left,) = [note for note in table.notes if note.code == "VK038"]
    assert line(left, "nb") == "t.csv: advarsel VK038 D2 (10), D3 (1) er ikke lest: av flere mål må hvert ha et årstall"
    assert left.tip("en").startswith("Write the year in the heading (Target 2026) or in the cell (40 (2026)).")


def test_headings_may_be_dates_and_merged_cells_may_reach_beyond_the_table() -> None:
    frame = pd.DataFrame({"Indikator": ["A"], pd.Timestamp("2024-06-30"): [3], pd.Timestamp("2023-06-30"): [2]})
    model = vk.read_table(frame, "m")
    assert sorted(str(result.date) for result in model.results.values()) == ["2023-06-30", "2024-06-30"]
    wide = Sheet("t.xlsx", (("Inputs", "Activities"), ("Money",)), merged={(1, 5): (1, 4), (9, 1): (9, 0)})
    assert [node.label for node in from_sheets((wide,), {"id": "m"}, {"lang": "en"}).model.nodes.values()] == ["Money"]


TABLES = {
    "nodes": (("Trinn", "Aktivitet", "Effekt"), ("Tekst", "Kurs", "Ro"), ("Fører til", "Ro", ""), ("Kommentar", "Ukentlig", "")),
    "wide": (("Aktivitetar", "Kurs", ""), ("Produkter", "Bok", "Plan"), ("Effekter på kort sikt", "Ro", "Håp"), ("Mål", "Trygghet", "")),
    "logframe": (("Nivå", "Formål", "Produkt"), ("Beskrivelse", "Ro", "Bok"), ("Indikator", "Uro", "Bøker"), ("Mål 2026", "3", "5")),
    "framework": (("Indikator", "Uro", "Bøker"), ("Utgangspunkt 2020", "9", "0"), ("2024", "5", "3"), ("Mål 2026", "3", "5")),
    "arrows": (("Fra", "Kurs", "Ro"), ("Til", "Ro", "Håp"), ("Fra trinn", "Aktivitet", "Effekt"), ("Til trinn", "Effekt", "Effekt")),
}


@settings(max_examples=20)
@given(layout=st.sampled_from(sorted(TABLES)), data=st.data())
def test_the_order_of_columns_and_columns_that_are_not_known_change_nothing(layout: str, data: st.DataObject) -> None:
    columns = TABLES[layout]

    def model(several: tuple[tuple[str, ...], ...]) -> tuple[str, dict[str, Any]]:
        table = from_sheets((Sheet("t.csv", tuple(zip(*several, strict=True))),), {"id": "m"}, {"lang": "nb"})
        return table.layout, {name: dict(value) if isinstance(value, dict) else value for name, value in written(table.model).items()}

    added = data.draw(st.lists(st.sampled_from([("Farge", "rød", "blå"), ("Budsjett", "1000", ""), ("", "", "")]), max_size=2))
    assert model(tuple(data.draw(st.permutations([*columns, *added])))) == (layout, model(columns)[1])


def test_the_table_of_a_markdown_file_is_called_a_table(tmp_path: Any) -> None:
    (tmp_path / "t.md").write_text("| Steg | Tekst |\n| --- | --- |\n| Aktivitet | Kurs |\n", "utf-8")
    with pytest.raises(vk.UsageError, match="there is no table Ark1; there are: 1"):
        from_sheets(sheets_of(tmp_path / "t.md"), {"id": "m"}, {"lang": "nb"}, sheet="Ark1")
