"""Whole tables in each layout, as models; and what is told of them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import networkx as nx
import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import virkningskjede as vk
from virkningskjede.diagnostics import line
from virkningskjede.i18n import Lang
from virkningskjede.model.plain import written
from virkningskjede.model.values import Date
from virkningskjede.tables import Table, from_sheets, sheets_of
from virkningskjede.tables.delimited import delimited
from virkningskjede.tables.sheet import Sheet

NOTE = "Tabellen sier ikke hvor virkningen viser seg; rett `level` om den ikke gjelder brukere"


def read(text: str, lang: Lang = "nb", **named: Any) -> Table:
    return from_sheets((delimited(text, "t.csv"),), {"id": "m"}, {"lang": lang}, **named)


def sections(table: Table) -> dict[str, Any]:
    whole = written(table.model)
    return {key: value for key, value in whole.items() if key not in ("virkningskjede", "kind", "id", "lang")}


def notes(table: Table, lang: Lang = "nb") -> list[str]:
    return [line(note, lang) for note in table.notes]


def problems(text: str, **named: Any) -> list[str]:
    with pytest.raises(vk.InvalidModel) as stop:
        read(text, **named)
    return [line(problem, "nb") for problem in stop.value.diagnostics]


def test_one_row_a_node() -> None:
    table = read(
        "Logisk modell for leseklubb;;;;;;\n"
        "Trinn;Tekst;Fører til;Status;Hvem;Nivå;Farge\n"
        "Innsatsfaktor;Rom, varmt og lyst;Klubb;;;;rød\n"
        "Aktivitet;Klubb;Leselyst, Rom, varmt og lyst;planlagt;frivillig og skole; ;\n"
        ";Høytlesing;3;;;;\n"
        "Virkning;Leselyst;;;;samfunn;\n"
        "Virkning på sikt;Fullfører skolen;;;;;\n".replace(";3;", ";Leselyst;")
    )
    assert sections(table) == {
        "title": "Logisk modell for leseklubb",
        "inputs": {"rom-varmt-og-lyst": {"label": "Rom, varmt og lyst", "leads_to": ["klubb"]}},
        "activities": {
            "klubb": {"label": "Klubb", "who": ["frivillig", "skole"], "status": "planned", "leads_to": ["leselyst", "rom-varmt-og-lyst"]},
            "hoytlesing": {"label": "Høytlesing", "leads_to": ["leselyst"]},
        },
        "outcomes": {
            "leselyst": {"label": "Leselyst", "level": "society"},
            "fullforer-skolen": {"label": "Fullfører skolen", "level": "user", "horizon": "medium", "note": NOTE},
        },
    }
    assert notes(table) == [
        "t.csv: merknad VK039 Ikke lest: Farge",
        "t.csv: merknad VK040 Lest slik: tomme ruter for trinn har trinnet over seg: A5",
        "t.csv: merknad VK040 Lest slik: tabellen sier ikke hvor disse virkningene viser seg: Fullfører skolen. "
        "Det som står i filen, er et forslag",
    ]


def test_one_column_a_stage() -> None:
    table = read(
        'Activities,Outputs,Short-term outcomes,Impact,Risks\n"• Courses\n• Visits","20 visits; 2 books",Skill,Health,Rain\n,,Joy,,\n', "en"
    )
    outcome = {"level": "user", "note": "The table does not say where the outcome shows; change `level` if it is not for users"}
    assert sections(table) == {
        "activities": {"courses": {"label": "Courses"}, "visits": {"label": "Visits"}},
        "outputs": {"20-visits": {"label": "20 visits"}, "2-books": {"label": "2 books"}},
        "outcomes": {
            "skill": {"label": "Skill", **outcome, "horizon": "short"},
            "joy": {"label": "Joy", **outcome, "horizon": "short"},
            "health": {"label": "Health", "level": "society"},
        },
        "barriers": {"rain": {"label": "Rain"}},
    }
    assert list(table.model.links()) == []
    assert notes(table, "en")[-1] == (
        "t.csv: note VK041 Arrows: the table does not say which nodes lead to which: the arrows are yours to draw, under `leads_to`"
    )


def test_a_wide_table_may_lie_on_its_side() -> None:
    table = read("Virkninger;Ro;Mestring\n;Glede;\nAktiviteter;Kurs;\n")
    assert [(node.stage, node.label) for node in table.model.nodes.values()] == [
        ("activities", "Kurs"),
        ("outcomes", "Ro"),
        ("outcomes", "Mestring"),
        ("outcomes", "Glede"),
    ]


LOGFRAME = """\
Hierarchy;Summary;Indicators;Baseline (2020);Target 2024;Target 2026;Means of verification;Assumptions
Impact;Less poverty;Poverty rate;12 %;;"at most 8 %";Census;
Outcome 1;Pupils read;"Reading score
Pupils tested";"40
1 000";"50
1 200";"at least 60
2 000";Test;Schools stay open
Outputs;;;;;;;
Output 1.1;Teachers are trained;Number trained;0;25 teachers;n/a;;"Teachers stay
Heads agree"
Activities;;;;;;;
1.1.1;Run courses;;;;;;
"""


def test_a_logframe() -> None:
    table = read(LOGFRAME, "en")
    assert sections(table) == {
        "activities": {"run-courses": {"label": "Run courses", "leads_to": ["teachers-are-trained"]}},
        "outputs": {
            "teachers-are-trained": {"label": "Teachers are trained", "indicators": ["number-trained"], "leads_to": ["pupils-read"]}
        },
        "outcomes": {
            "less-poverty": {"label": "Less poverty", "level": "society", "indicators": ["poverty-rate"]},
            "pupils-read": {
                "label": "Pupils read",
                "level": "user",
                "indicators": ["reading-score", "pupils-tested"],
                "note": "The table does not say where the outcome shows; change `level` if it is not for users",
            },
        },
        "assumptions": {
            "schools-stay-open": {"label": "Schools stay open", "about": ["pupils-read"]},
            "teachers-stay": {"label": "Teachers stay", "about": ["teachers-are-trained"]},
            "heads-agree": {"label": "Heads agree", "about": ["teachers-are-trained"]},
        },
        "indicators": {
            "poverty-rate": {
                "label": "Poverty rate",
                "unit": "percent",
                "instrument": "Census",
                "baseline": {"value": 12, "date": Date.of("2020")},
                "targets": [{"max": 8, "date": Date.of("2026")}],
            },
            "reading-score": {
                "label": "Reading score",
                "instrument": "Test",
                "baseline": {"value": 40, "date": Date.of("2020")},
                "targets": [
                    {"value": 50, "date": Date.of("2024")},
                    {"min": 60, "date": Date.of("2026")},
                ],
            },
            "pupils-tested": {
                "label": "Pupils tested",
                "instrument": "Test",
                "baseline": {"value": 1000, "date": Date.of("2020")},
                "targets": [
                    {"value": 1200, "date": Date.of("2024")},
                    {"value": 2000, "date": Date.of("2026")},
                ],
            },
            "number-trained": {
                "label": "Number trained",
                "unit": "teachers",
                "baseline": {"value": 0, "date": Date.of("2020")},
                "targets": [{"value": 25, "date": Date.of("2024")}],
            },
        },
    }
    assert notes(table, "en")[-1] == "t.csv: note VK041 Arrows: 2 arrows are read from the numbering"


def test_a_results_framework_gives_results_with_dates() -> None:
    table = read("Indikator;Enhet;Utgangspunkt;2023;2024;Mål 2026\nLeste sider;;10;12;ca. 15;minst 30\nLag;antall;–;3;ukjent;5\n")
    date = Date.of
    assert sections(table) == {
        "indicators": {
            "leste-sider": {"label": "Leste sider", "baseline": {"value": 10}, "targets": [{"min": 30, "date": date("2026")}]},
            "lag": {"label": "Lag", "targets": [{"value": 5, "date": date("2026")}]},
        },
        "results": {
            "leste-sider-2023": {"indicator": "leste-sider", "value": 12, "date": date("2023")},
            "leste-sider-2024": {"indicator": "leste-sider", "approx": 15, "date": date("2024")},
            "lag-2023": {"indicator": "lag", "value": 3, "date": date("2023")},
            "lag-2024": {"indicator": "lag", "words": "ukjent", "date": date("2024")},
        },
    }


def test_one_row_an_arrow() -> None:
    table = read("Fra;Til;Fra trinn;Til trinn;Begrunnelse\nKurs;Ro;Aktivitet;Brukereffekt;Tid\nKurs;Glede;Aktivitet;Brukereffekt;\n")
    assert sections(table) == {
        "activities": {"kurs": {"label": "Kurs", "leads_to": [{"to": "ro", "because": "Tid"}, "glede"]}},
        "outcomes": {"ro": {"label": "Ro", "level": "user"}, "glede": {"label": "Glede", "level": "user"}},
    }


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "Trinn;Tekst;Fører til\nAktivitet;Kurs;Roo\nVirkning;Ro;\n",
            ["t.csv, celle C2: feil VK035 `Roo` viser ikke til ett ledd: ingen rad har denne id-en eller teksten; mente du `Ro`?"],
        ),
        (
            "Trinn;Tekst\nImpakt;Ro\n;Glede\n",
            [
                "t.csv, celle A2: feil VK034 `Impakt` er ikke et trinn; mente du `impact`?",
                "t.csv, celle A3: feil VK034 `Glede` er ikke noe med et trinn",
            ],
        ),
        ("Trinn;Tekst;Nivå\nVirkning;Ro;kongeriket\n", ["t.csv, celle C2: feil VK034 `kongeriket` er ikke et nivå"]),
        (
            "Trinn;Tekst;Status\nAktivitet;Kurs;snart\n",
            ["t.csv, celle C2: feil VK034 `snart` er ikke et av ordene for status; mente du `startet`?"],
        ),
        (
            "Trinn;Tekst;Fører til\nAktivitet;Kurs;Ro\nVirkning;Ro;\nBrukereffekt på kort sikt;Ro;\n",
            [
                "t.csv, celle C2: feil VK035 `Ro` viser ikke til ett ledd: "
                "flere har denne teksten: ro (t.csv, celle B3), ro-2 (t.csv, celle B4)",
            ],
        ),
        (
            "Id;Trinn;Tekst\na;Aktivitet;Kurs\na;Aktivitet;Møte\n",
            ["t.csv, celle C3: feil VK036 Id-en a er brukt om to ulike ledd: «Møte», og «Kurs» i t.csv, celle C2"],
        ),
        (
            "Source,Target,Type,Label\na,b,Directed,x\n",
            ["t.csv, celle A1: feil VK037 Tabellen har koblinger, men sier ikke hvilket trinn leddene står på"],
        ),
        ("Fra;Til\nKurs;Ro\n", ["t.csv, celle A1: feil VK037 Tabellen har koblinger, men sier ikke hvilket trinn leddene står på"]),
        (
            "Farge;Steg;Pris\nrød;Aktivitet;2\n",
            [
                "t.csv: feil VK033 Overskriftene sier ikke hva slags tabell det er. De er: Farge, Steg, Pris. Kjent av dem: Steg",
            ],
        ),
        ("Trinn;Tekst\n;\n", ["t.csv: feil VK031 Tabellen kan ikke leses: det står ingenting under overskriftene"]),
    ],
)
def test_a_message_names_the_cell_and_what_is_wrong(text: str, messages: list[str]) -> None:
    assert problems(text) == messages


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "Nivå;Beskrivelse;Indikator;Mål\nProdukt;Bok;Antall;1.200\n",
            "t.csv, celle D2: advarsel VK038 `1.200` er ikke lest: kan være tusen eller desimaler, og er beholdt som ord",
        ),
        (
            "Nivå;Beskrivelse;Indikator;Mål;Milepæl 2025\nProdukt;Bok;Antall;20;10\n",
            "t.csv, celle D2: advarsel VK038 `20` er ikke lest: av flere mål må hvert ha et årstall",
        ),
        (
            'Nivå;Beskrivelse;Indikator;Mål\nProdukt;Bok;"Antall\nLesere";"1\n2\n3"\n',
            "t.csv, celle D2: advarsel VK038 `1 2 3` er ikke lest: her er 3 linjer, og 2 indikatorer",
        ),
        (
            "Nivå;Beskrivelse;Indikator;Mål\nProdukt;Bok;;5\n",
            "t.csv, celle D2: advarsel VK038 `5` er ikke lest: raden har ingen indikator",
        ),
        (
            "Trinn;Tekst;Sted i kilden\nAktivitet;Kurs;side 3\n",
            "t.csv, celle C2: advarsel VK038 `side 3` er ikke lest: det er ikke avsnitt og setning, som i `rapport#2.1:4`",
        ),
    ],
)
def test_a_cell_that_is_not_read_is_told(text: str, messages: str) -> None:
    assert messages in notes(read(text))


def test_a_named_layout_says_what_it_needs() -> None:
    with pytest.raises(vk.InvalidModel) as stop:
        read("Trinn;Tekst\nAktivitet;Kurs\n", layout="wide")
    (problem,) = stop.value.diagnostics
    assert problem.tip("nb") == "`wide` trenger minst to kolonner med hvert sitt trinn, som Aktiviteter og Virkninger."
    with pytest.raises(vk.UsageError, match="`wid` is not one of the choices"):
        read("a", layout="wid")


def test_of_several_tables_one_is_to_be_named(tmp_path: Path) -> None:
    table = "| Steg | Tekst |\n| --- | --- |\n| Aktivitet | {} |\n\nOg:\n\n"
    path = tmp_path / "t.md"
    path.write_text(table.format("Kurs") + "| A | B |\n| --- | --- |\n| 1 | 2 |\n\nOg:\n\n" + table.format("Møte"), "utf-8")
    with pytest.raises(vk.InvalidModel, match="VK032 Several tables here can be read: 1, 3"):
        from_sheets(sheets_of(path), {"id": "m"}, {"lang": "nb"})
    made = from_sheets(sheets_of(path), {"id": "m"}, {"lang": "nb"}, sheet="3")
    assert list(made.model.activities) == ["mote"]
    with pytest.raises(vk.UsageError, match="there is no table 4; there are: 1, 2, 3"):
        from_sheets(sheets_of(path), {"id": "m"}, {"lang": "nb"}, sheet="4")


def test_terms_and_actors_are_known_by_the_labels_of_the_codebook() -> None:
    vocabulary = vk.corpus().project.vocabulary
    rows = "Trinn;Tekst;Begrep;Hvem\nAktivitet;Kurs;Samlokalisering;Nav og kognitiv terapeut\nAktivitet;Møte;Ukjent;Ukjent\n"
    table = read(rows, vocabulary=vocabulary)
    kurs = table.model.activities["kurs"]
    assert kurs.term == ("samlokalisering",)
    assert kurs.who is not None
    assert kurs.who.do == ("nav", "kognitiv-terapeut")
    assert [note.split(": ")[-1] for note in notes(table)[:2]] == ["det er ikke noe begrep i kodeboken", "det er ingen aktør i kodeboken"]


def test_in_python_a_frame_a_graph_and_a_file_give_models_and_warnings(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"Steg": ["Aktivitet", "Brukereffekt"], "Tekst": ["Kurs", "Ro"], "Fører til": ["Ro", None], "Farge": ["rød", "blå"]}
    )
    with pytest.warns(vk.TableWarning, match="merknad VK039 Ikke lest: Farge"):
        model = vk.read_table(frame, "m")
    assert [link.ends for link in model.links()] == [("kurs", "ro")]
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("a", stage="Aktivitet", label="Kurs")
    graph.add_node("b", stage="Brukereffekt", label="Ro")
    graph.add_edge("a", "b", because="Tid")
    again = vk.read_table(graph, "m", kind="programme")
    assert (again.kind, [(link.ends, link.because) for link in again.links()]) == ("programme", [(("a", "b"), "Tid")])
    frame.drop(columns="Farge").to_csv(tmp_path / "Bydel Ås.csv", index=False)
    assert vk.read_table(tmp_path / "Bydel Ås.csv").id == "bydel-as"


def test_the_graph_of_a_model_can_be_read_back() -> None:
    model = vk.read_table(vk.LogicModel.model_validate(
        {"id": "m", "inputs": {"a": {"label": "Penger", "leads_to": ["b"]}}, "outcomes": {"b": {"label": "Ro", "level": "user"}}}
    ).graph, "m")  # fmt: skip
    assert [(node.id, node.label) for node in model.nodes.values()] == [("a", "Penger"), ("b", "Ro")]
    assert [link.ends for link in model.links()] == [("a", "b")]


def test_a_node_of_a_graph_without_a_stage_is_told_of_by_its_name() -> None:
    with pytest.raises(vk.InvalidModel, match="node b: error VK034"):
        vk.read_table(nx.DiGraph([("b", "c")]), "m")


def test_twenty_thousand_rows() -> None:
    rows = [f"{'Aktivitet' if n % 2 else 'Brukereffekt'};Ledd {n};{f'Ledd {n - 1}' if n % 2 else ''}" for n in range(20_000)]
    table = read("\n".join(["Trinn;Tekst;Fører til", *rows]))
    assert len(table.model.nodes) == 20_000
    assert sum(1 for _ in table.model.links()) == 10_000


def results(table: Table) -> dict[str, Any]:
    return {key: {k: v for k, v in entry.items() if k != "indicator"} for key, entry in sections(table)["results"].items()}


def test_only_a_date_or_a_word_for_results_makes_a_year_a_result() -> None:
    headings = (
        "Indicator;Baseline 2023;Actual 2024;Q1 2025;2. halvår 2025;2025/26;Status 2022;Forecast 2026;Budget 2027;2024 boys;Plan 2027"
    )
    table = read(f"{headings};Comment 2025;Year 1;Year 2\nA;1;2;3;4;5;6;7;8;9;10;late;11;12\n", "en")
    date = Date.of
    assert results(table) == {
        "a-2024": {"value": 2, "date": date("2024")},
        "a-2025-01-2025-03": {"value": 3, "date": date("2025-01/2025-03")},
        "a-2025-07-2025-12": {"value": 4, "date": date("2025-07/2025-12")},
        "a-2025-2026": {"value": 5, "date": date("2025/2026")},
        "a-2022": {"value": 6, "date": date("2022")},
        "a-boys-2024": {"value": 9, "date": date("2024"), "among": "boys"},
    }
    assert sections(table)["indicators"]["a"]["targets"] == [{"value": 10, "date": date("2027")}]
    assert notes(table, "en") == [
        "t.csv: note VK039 Not read: Forecast 2026, Budget 2027, Comment 2025, Year 1, Year 2",
        "t.csv: note VK040 Read so: results for a part of the group have its trait in `among`: boys → boys",
    ]


def test_columns_and_targets_of_one_date_are_told() -> None:
    table = read("Indikator;2024;Oppnådd 2024;Mål 2026;Plan 2026\nA;1;2;3;4\n")
    assert notes(table) == [
        "t.csv, celle E2: advarsel VK038 `4 (2026)` er ikke lest: en rad over sier 3 (2026)",
        "t.csv: merknad VK040 Lest slik: disse kolonnene gir resultater med samme dato, og alle er tatt med: 2024, Oppnådd 2024",
    ]


@pytest.mark.parametrize(
    ("headings", "told"),
    [("Level;Result;Indicator", "Result"), ("Resultatkjede;Resultat;Indikator", "Resultat"), ("Level;Mål;Indikator", "Mål")],
)
def test_words_below_a_heading_for_results_are_the_objective(headings: str, told: str) -> None:
    table = read(f"{headings};Baseline 2023;Actual 2024;Target 2026\nOutput;Lunch;Meals;0;5;10\n", "en")
    assert sections(table) == {
        "outputs": {"lunch": {"label": "Lunch", "indicators": ["meals"]}},
        "indicators": {
            "meals": {
                "label": "Meals",
                "baseline": {"value": 0, "date": Date.of("2023")},
                "targets": [{"value": 10, "date": Date.of("2026")}],
            }
        },
        "results": {"meals-2024": {"indicator": "meals", "value": 5, "date": Date.of("2024")}},
    }
    assert notes(table, "en") == [
        f"t.csv: note VK040 Read so: words stand below these headings, not numbers, so they are nodes and not measurements: {told}"
    ]


def test_numbers_below_the_same_heading_are_results() -> None:
    assert results(read("Indikator;Resultat;Mål\nA;5;7\nB;mange;8\n")) == {"a-2": {"value": 5}, "b-2": {"words": "mange"}}


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize(
    ("other", "value"), [("9,4", {"value": 1150}), ("2.000.000", {"value": 1150}), ("9.4", {"value": 1.15}), ("9", {"words": "1.150"})]
)
def test_other_numbers_decide_what_a_point_means_whatever_the_screen(other: str, value: dict[str, Any], lang: Lang) -> None:
    table = read(f"Indikator;2024\nA;1.150\nB;{other}\n", lang)
    assert {k: float(v) if k == "value" else v for k, v in results(table)["a-2024"].items() if k != "date"} == value
    assert any("VK038" in note for note in notes(table)) == ("words" in value)


def test_the_language_is_that_of_the_codebook_or_of_the_headings() -> None:
    assert read("Indikator;2024;Mål 2026\nA;1;2\n", "en").model.lang == "nb"
    assert read("Indicator;2024;Target 2026\nA;1;2\n", "nb").model.lang == "en"
    vocabulary = vk.corpus().project.vocabulary
    assert read("Indicator;2024;Target 2026\nA;1;2\n", "en", vocabulary=vocabulary).model.lang == "nb"


def test_what_stands_instead_of_a_number_or_behind_it_is_told() -> None:
    table = read("Indikator;Utgangspunkt;2023;2024;2025\nA;ingen;380 (1);66 % (foreløpig);61 % (n=412)\nB;9,4*;i.t.;ikke målt;–\n")
    date = Date.of
    assert results(table) == {
        "a-2023": {"value": 380, "date": date("2023"), "note": "1"},
        "a-2024": {"value": 66, "unit": "percent", "date": date("2024"), "note": "foreløpig"},
        "a-2025": {"value": 61, "unit": "percent", "date": date("2025"), "n": 412},
    }
    assert [entry.unit for entry in table.model.indicators.values()] == [None, None]
    assert sections(table)["indicators"]["b"] == {"label": "B", "baseline": {"value": Decimal("9.4")}}
    assert notes(table) == [
        "t.csv: merknad VK040 Lest slik: som tomme ruter: B2 (ingen), C3 (i.t.), D3 (ikke målt)",
        "t.csv: merknad VK040 Lest slik: tallet er lest for seg, og det bak det er ikke en del av det; "
        "på resultater er det en merknad eller antall spurte: 380 (1), 66 % (foreløpig), 61 % (n=412), 9,4*",
    ]


def test_footnotes_below_a_table_are_no_indicators_and_a_dash_is_no_row_above() -> None:
    table = read("Indikator;2024;Mål\nA;1;2\nX;3;4\n-;5;6\nKilde: Regnskap;;\n(1) Foreløpig;;\n* Anslag;;\n")
    assert list(table.model.indicators) == ["a", "x"]
    assert notes(table) == [
        "t.csv: advarsel VK038 B4 (5), C4 (6) er ikke lest: raden har ingen indikator",
        "t.csv: merknad VK039 Ikke lest: Kilde: Regnskap, (1) Foreløpig, * Anslag",
    ]


@pytest.mark.parametrize(("purpose", "result", "activity"), [("Formål", "Resultat", "Aktivitet"), ("Purpose", "Result", "Activity")])
def test_results_between_purpose_and_activities_are_outputs(purpose: str, result: str, activity: str) -> None:
    rows = f"Level;Summary;Indicators\n{purpose} 1;Eat;Share\n{result} 1;Lunch;Meals\n{activity} 1.1;Kitchen;\n"
    table = read(rows, "en")
    assert [(node.stage, node.label) for node in table.model.nodes.values()] == [
        ("activities", "Kitchen"),
        ("outputs", "Lunch"),
        ("outcomes", "Eat"),
    ]
    assert [link.ends for link in table.model.links()] == [("kitchen", "lunch")]
    assert "t.csv: note VK040 Read so: the results stand between purpose and activities, and are read as outputs: Lunch" in notes(
        table, "en"
    )


def test_a_number_that_fits_several_is_told() -> None:
    table = read("Level;Summary;Indicators\nOutput 1;A;\nOutput 1;B;x\nActivity 1.1;C;\n", "en")
    assert list(table.model.links()) == []
    assert notes(table, "en")[0] == (
        "t.csv, cell B4: warning VK038 `1.1` was not read: the number may belong to several, so that no arrow is made: "
        "A (t.csv, cell B2), B (t.csv, cell B3)"
    )


@pytest.mark.parametrize("headings", ["Indikator;År;Verdi;Mål", "Indicator;Date;Value;Target"])
def test_a_row_for_each_year_is_one_indicator_with_dated_results(headings: str) -> None:
    table = read(f"{headings}\nA;2023;3;4\nA;31.12.2024;5;\nB;2023;7;\n")
    date = Date.of
    assert list(table.model.indicators) == ["a", "b"]
    assert sections(table)["indicators"]["a"]["targets"] == [{"value": 4, "date": date("2023")}]
    assert results(table) == {
        "a-2023": {"value": 3, "date": date("2023")},
        "a-2024-12-31": {"value": 5, "date": date("2024-12-31")},
        "b-2023": {"value": 7, "date": date("2023")},
    }
    assert notes(table) == []


def test_a_number_is_not_in_per_cent_because_another_is() -> None:
    table = read("Indikator;Utgangspunkt;Oppnådd;Mål\nA;412;50 %;80 %\nB;0;5 %;9 %\nC;3;4 skoler;minst 5\nD;3 %;4 skoler;5 kr\n")
    assert sections(table) == {
        "indicators": {
            "a": {"label": "A", "baseline": {"value": 412}, "targets": [{"value": 80, "unit": "percent"}]},
            "b": {"label": "B", "unit": "percent", "baseline": {"value": 0}, "targets": [{"value": 9}]},
            "c": {"label": "C", "unit": "skoler", "baseline": {"value": 3}, "targets": [{"min": 5}]},
            "d": {"label": "D", "baseline": {"value": 3, "unit": "percent"}, "targets": [{"value": 5, "unit": "NOK"}]},
        },
        "results": {
            "a-2": {"indicator": "a", "value": 50, "unit": "percent"},
            "b-2": {"indicator": "b", "value": 5},
            "c-2": {"indicator": "c", "value": 4},
            "d-2": {"indicator": "d", "words": "4 skoler"},
        },
    }
    assert notes(table) == ["t.csv: merknad VK040 Lest slik: tallene har enheten som står ved et annet tall for samme indikator: B4, D4"]


CLASSIC = """\
{heading};{label};Objectively verifiable indicators;Means of verification;Important assumptions
Goal;Less poverty;Poverty rate;Census;
Purpose;Farmers sell more;"Sales
Farmers";Survey;Prices hold
Outputs;"1. Farmers are trained
2. A market is built";"Farmers trained
Markets";Lists;Rain falls
Activities;"1.1 Hold courses
1.2 Print books
2.1 Build roofs";Days;;
"""


@pytest.mark.parametrize("heading", ["", "M&E"])
def test_a_classic_logframe_has_its_levels_under_an_empty_heading_and_numbered_lines_in_one_cell(heading: str) -> None:
    table = read(CLASSIC.format(heading=heading, label="Narrative summary"), "en")
    assert table.layout == "logframe"
    read_as = sections(table)
    assert read_as["activities"] == {
        "hold-courses": {"label": "Hold courses", "leads_to": ["farmers-are-trained"]},
        "print-books": {"label": "Print books", "leads_to": ["farmers-are-trained"]},
        "build-roofs": {"label": "Build roofs", "leads_to": ["a-market-is-built"]},
    }
    assert read_as["outputs"] == {
        "farmers-are-trained": {"label": "Farmers are trained", "indicators": ["farmers-trained"]},
        "a-market-is-built": {"label": "A market is built", "indicators": ["markets"]},
    }
    assert read_as["outcomes"] == {
        "less-poverty": {"label": "Less poverty", "level": "society", "indicators": ["poverty-rate"]},
        "farmers-sell-more": {"label": "Farmers sell more", "level": "user", "indicators": ["sales", "farmers"]},
    }
    assert read_as["assumptions"] == {
        "prices-hold": {"label": "Prices hold", "about": ["farmers-sell-more"]},
        "rain-falls": {"label": "Rain falls", "about": ["farmers-are-trained", "a-market-is-built"]},
    }
    assert notes(table, "en") == [
        "t.csv: note VK040 Read so: a cell has several nodes and another number of indicators, so that these belong to none of them: Days",
        "t.csv: note VK041 Arrows: 3 arrows are read from the numbering",
    ]


def test_levels_and_texts_in_one_cell_under_an_empty_heading() -> None:
    table = read(';Indicators;Means of verification\n"Goal: Less poverty";Rate;Census\n"Output\n1. A\n2. B";Number;Lists\n', "en")
    assert [(node.stage, node.label) for node in table.model.nodes.values()] == [
        ("outputs", "A"),
        ("outputs", "B"),
        ("outcomes", "Less poverty"),
    ]


def test_several_columns_of_nodes_beside_indicators_are_all_read() -> None:
    table = read("Mål;Resultat;Indikator;Utgangspunkt;Sluttmål\nMindre fravær;Elevene trives;Trivsel;3;4\n;Færre flytter;Flyttinger;9;2\n")
    assert {key: {k: v for k, v in entry.items() if k != "note"} for key, entry in sections(table)["outcomes"].items()} == {
        "mindre-fravaer": {"label": "Mindre fravær", "level": "user"},
        "elevene-trives": {"label": "Elevene trives", "level": "user", "indicators": ["trivsel"]},
        "faerre-flytter": {"label": "Færre flytter", "level": "user", "indicators": ["flyttinger"]},
    }
    assert "disse overskriftene, ikke tall, så de er ledd og ikke målinger: Mål, Resultat" in notes(table)[0]


@pytest.mark.parametrize("beside", ["Assumptions", "Risks", "External factors"])
def test_stages_beside_each_other_and_what_is_assumed_are_a_wide_table(beside: str) -> None:
    table = read(f'Inputs,Activities,Short-term outcomes,{beside}\nRoom,"Course\nVisits",Joy,"Rain\nSnow"\n', "en")
    assert table.layout == "wide"
    assert [node.label for node in table.model.nodes.values()] == ["Room", "Course", "Visits", "Joy"]
    assert [entry.label for entry in (*table.model.assumptions.values(), *table.model.barriers.values())] == ["Rain", "Snow"]


def test_a_node_may_be_called_what_elsewhere_is_an_empty_cell() -> None:
    table = read("Nivå;Beskrivelse;Indikator;Mål\nAktivitet;x;Antall;3\nAktivitet;n/a;;4\n")
    assert [node.label for node in table.model.activities.values()] == ["x", "n/a"]
    assert notes(table)[0] == "t.csv, celle D3: advarsel VK038 `4` er ikke lest: raden har ingen indikator"
    assert not any("tomme ruter" in note for note in notes(table))


def test_hidden_rows_are_told(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for row in (["Steg", "Tekst"], ["Aktivitet", "Kurs"], ["Aktivitet", "Gammelt kurs"]):
        workbook.active.append(row)
    workbook.active.row_dimensions[3].hidden = workbook.active.row_dimensions[9].hidden = True
    workbook.save(tmp_path / "t.xlsx")
    table = from_sheets(sheets_of(tmp_path / "t.xlsx"), {"id": "m"}, {"lang": "nb"})
    assert [node.label for node in table.model.activities.values()] == ["Kurs", "Gammelt kurs"]
    assert notes(table)[0].endswith("Lest slik: skjulte rader er lest som de andre: 3")


def measured(table: Table) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(node.stage, node.label, node.indicators) for node in table.model.nodes.values()]


IN_WORK = [
    ("activities", "Courses", ("held",)),
    ("outputs", "Certificates", ("issued", "kept")),
    ("outcomes", "In work", ("share",)),
]


@pytest.mark.parametrize(
    "headings", ["Result,Indicator,2024,2025", "Outcome,Indicator,Baseline,Target", "Objective,Indicator,MoV,Assumption"]
)
def test_a_cell_under_a_heading_for_results_may_say_its_stage(headings: str) -> None:
    rows = "Outcome: In work,Share,1,2\nOutput 1: Certificates,Issued,3,4\n,Kept,5,6\nActivity 1.1: Courses,Held,7,8\n"
    table = read(f"{headings}\n{rows}", "en")
    assert measured(table) == IN_WORK
    assert [link.ends for link in table.model.links()] == [("courses", "certificates")]


def test_a_cell_of_a_wide_table_may_say_a_stage_that_has_no_column() -> None:
    table = read("Result,Activities\nOutput 1: Certificates,Courses\nActivity: Dancing,Visits\nImpact: Health,\n", "en")
    assert measured(table) == [
        *(("activities", label, ()) for label in ("Courses", "Visits")),
        ("outputs", "Certificates", ()),
        *(("outcomes", label, ()) for label in ("Activity: Dancing", "Health")),
    ]


@pytest.mark.parametrize("headings", ["Indicator,Baseline,Target", "Outcome,Indicator,Target", "Narrative summary,Indicator,Target"])
@pytest.mark.parametrize("merged", [True, False])
def test_the_indicators_below_a_row_with_a_node_alone_are_those_of_the_node(headings: str, merged: bool) -> None:
    sections = ("Outcome 1: In work", "Output 1.1: Certificates", "Activity 1.1.1: Courses")
    rows = []
    for section, names in zip(sections, (["Share"], ["Issued", "Kept"], ["Held"]), strict=True):
        rows.append((section, "", ""))
        rows += [(name, "", "4") if headings.startswith("Indicator") else ("", name, "4") for name in names]
    merges = {(row + 1, reached): (row + 1, 0) for row, cells in enumerate(rows) if cells[0] in sections for reached in (1, 2) if merged}
    sheet = Sheet("t.csv", (tuple(headings.split(",")), *rows), merged=merges)
    table = from_sheets((sheet,), {"id": "m"}, {"lang": "en"})
    assert measured(table) == IN_WORK
    assert [link.ends for link in table.model.links()] == [("courses", "certificates"), ("certificates", "in-work")]


def test_a_row_with_a_stage_alone_over_indicators_is_no_indicator() -> None:
    table = read("Indicator,Target\nOutputs,\nIssued,4\n", "en")
    assert [entry.label for entry in table.model.indicators.values()] == ["Issued"]


def test_every_cell_that_is_not_read_is_told() -> None:
    table = read(
        "Trinn;Tekst;Fører til;Fortegn;Dato;;Farge\n"
        "Aktivitet;Kurs;Ro;minus;2024;se over;rød\nBrukereffekt;Ro;;;;;\nKobling;Kurs;Ro;minus;;;\n"
    )
    assert notes(table)[:3] == [
        "t.csv: merknad VK039 Ikke lest: Dato, Farge",
        "t.csv: merknad VK039 Ikke lest: det som står uten overskrift: F2 (se over)",
        "t.csv: merknad VK039 Ikke lest: disse rutene, som ikke kan si noe om det raden gjelder: D2 (Fortegn)",
    ]


def test_a_table_with_a_row_a_node_has_the_dates_of_its_targets() -> None:
    table = read("Trinn;Tekst;Indikator;Mål;Dato\nAktivitet;Kurs;Antall kurs;20;2026\n")
    assert sections(table)["indicators"] == {"antall-kurs": {"label": "Antall kurs", "targets": [{"value": 20, "date": Date.of("2026")}]}}
    assert notes(table) == []


def test_a_merged_heading_says_what_all_the_columns_below_it_are(tmp_path: Path) -> None:
    rows = "<tr><td rowspan=2>Courses<td>20<td>Joy<td>Skill</tr><tr><td colspan=2>Visits<td>Use</tr>"
    (tmp_path / "t.html").write_text(f"<table><tr><th>Activities<th>Outputs<th colspan=2>Outcomes</tr>{rows}</table>", "utf-8")
    table = from_sheets(sheets_of(tmp_path / "t.html"), {"id": "m"}, {"lang": "en"})
    assert [(node.stage, node.label) for node in table.model.nodes.values()] == [
        ("activities", "Courses"),
        *(("outputs", label) for label in ("20", "Visits")),
        *(("outcomes", label) for label in ("Joy", "Skill", "Use")),
    ]
    told = [line(note, "en").removeprefix(str(tmp_path)) for note in table.notes]
    assert told[0].endswith("Read so: these cells reach over several stages, and are read at the first: 3:2")


def test_the_heading_of_indicators_may_say_which_column_they_measure() -> None:
    rows = "Network ready;Study;Reports\n;Map partners;Inventory\n"
    table = read(f"Output;Activities;Output Indicators;Means of verification\n{rows}", "en")
    assert sections(table)["outputs"] == {"network-ready": {"label": "Network ready", "indicators": ["reports", "inventory"]}}
    assert [node.label for node in table.model.activities.values()] == ["Study", "Map partners"]


def test_what_stands_under_the_heading_for_numbers_may_be_the_ids() -> None:
    table = read("#;Outcome statement;Indicator;Baseline;Y4 target\nOC1;Higher yields;Yield;310;520\nOC1;;Variation;0.71;0.45\n", "en")
    assert sections(table)["outcomes"]["oc1"]["indicators"] == ["yield", "variation"]
    assert sections(table)["indicators"]["variation"]["targets"] == [{"value": Decimal("0.45")}]


@pytest.mark.parametrize("levels", [True, False])
def test_the_last_row_of_a_table_is_no_heading(levels: bool) -> None:
    rows = "Inputs;Resources\nActivities;Fidelity\nLong-term Outcomes;Results\n"
    if levels:
        assert [node.label for node in read(rows, "en").model.nodes.values()] == ["Resources", "Fidelity", "Results"]
    else:
        assert ["VK033" in text for text in problems("Component;What to Measure\n" + rows)] == [True]


def test_a_table_on_its_side_may_have_its_last_stages_in_one_cell_and_arrows_between(tmp_path: Path) -> None:
    rows = "<tr><td>Long-term<br>OUTCOMES<td>Pride<td colspan=2>Use</tr><tr><td colspan=3>↑ ↑</tr><tr><td><b>OUTPUTS</b><td>40 camps</tr>"
    last = "<tr><td colspan=3><h4>ACTIVITIES</h4><ul><li>Camp\n\n<li>Club</ul></tr>"
    (tmp_path / "t.md").write_text(f"# Model\n\n<div>\n\n<table>{rows}\n\n{last}</table>\n\n</div>\n", "utf-8")
    table = from_sheets(sheets_of(tmp_path / "t.md"), {"id": "m"}, {"lang": "en"})
    assert [(node.stage, node.label) for node in table.model.nodes.values()] == [
        *(("activities", label) for label in ("Camp", "Club")),
        ("outputs", "40 camps"),
        *(("outcomes", label) for label in ("Pride", "Use")),
    ]


def test_what_stands_under_a_merged_heading_for_one_thing_is_told(tmp_path: Path) -> None:
    rows = "<tr><td>Activity<td>Course<td>in May</tr><tr><td>Output<td>Book<td></tr>"
    (tmp_path / "t.html").write_text(f"<table><tr><th>Stage<th colspan=2>Label</tr>{rows}</table>", "utf-8")
    table = from_sheets(sheets_of(tmp_path / "t.html"), {"id": "m"}, {"lang": "en"})
    assert [node.label for node in table.model.nodes.values()] == ["Course", "Book"]
    assert line(table.notes[0], "en").endswith("Not read: what stands under no heading: 2:3 (in May)")


LOOSE = ("Indikator", "Utgangspunkt", "Mål", "Oppnådd", "2024", "Dato", "Enhet", "Verifikasjonskilde", "Antakelser", "Risiko", "Merknad")


@given(
    headings=st.lists(st.sampled_from([*LOOSE, "Begrunnelse", "Nr", "Id", "Aktør", "Farge", ""]), max_size=5),
    first=st.sampled_from([("Trinn", "Tekst"), ("", "Beskrivelse"), ("Resultatkjede", "Resultat")]),
    data=st.data(),
)
def test_every_cell_of_a_table_is_in_the_model_or_is_told(headings: list[str], first: tuple[str, str], data: st.DataObject) -> None:
    rows = [[stage, f"sak {n}a"] for n, stage in enumerate(("Formål", "Produkt", "Aktivitet"))]
    for n, row in enumerate(rows):
        row += [f"q{n}{'abcde'[place]}" if data.draw(st.booleans()) else "" for place in range(len(headings))]
    try:
        table = read("\n".join(";".join(row) for row in [[*first, *headings], *rows]))
    except vk.InvalidModel as wrong:
        told = " ".join(line(problem, "nb") for problem in wrong.diagnostics)
        assert "VK033" in told or "VK036" in told, told
        return
    told = "".join(notes(table))
    for row in rows:
        for cell, heading in zip(row[1:], [first[1], *headings], strict=True):
            assert cell in f"{sections(table)} {told}" or (heading and heading in told), (cell, heading)
