"""Many models side by side, as people and programs see it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from virkningskjede.analysis.compare import Matrix, compare, load_comparison
from virkningskjede.analysis.compare import report as comparisons
from virkningskjede.analysis.compare.report import MatrixReport
from virkningskjede.analysis.compare.report.marks import in_marks, mark
from virkningskjede.analysis.compare.report.wording import kind_of, phrase_of
from virkningskjede.i18n import LANGS
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Comparison, Vocabulary
from virkningskjede.project import Portfolio, Project
from virkningskjede.report import Table
from virkningskjede.report.formats import FORMATS
from virkningskjede.report.grid import by_template
from virkningskjede.report.write_text import STYLES

from ...reading import written

TEN = """\
                                 Bje Fre Kri Nes Tro Hå Lil Rin Sto Antall
Samlokalisering                  ·   ·   P   B   B   P  P   P   P   7
Felles møter                     P   P   P   B   B   P  P   P   P   9
Kurs                             P   ?   P   ?   ·   P  ?   ·   ·   3–6
Brobygger                        P   P   ·   ·   ·   ·  ·   ·   ·   2
Opplæring og kunnskapsdeling     P   V   ?   B   P   ·  ·   ·   ·   4–5
Informering om piloten utad      ?   V   P   ·   P   G  ·   ·   P   5–6
Felles samtaleverktøy og rutiner B   P   P   ·   P   ?  ·   P   ·   5–6
Selvhjelpsverktøy overfor bruker ?   ·   ?   ·   ·   P? ·   P   ·   1–4
Ansette kognitiv terapeut        ·   ·   ·   ·   ·   ·  S   P?  S   2–3
Involvering av arbeidsgiver      ·   ·   ?   B   P   V  ·   P   ·   4–5
"""
"""The ten measures of the nine pilots: the table of the report's 4.1.3, whose crosses were lost."""


def matrix(name: str, portfolio: Portfolio) -> Matrix:
    pilots = {model.id: model for model in portfolio.values() if model.kind == "pilot"}
    return compare(pilots, load_comparison(name, portfolio.project), portfolio.project)


def marked(matrix: Matrix, lang: Any = "nb", width: int = 80) -> list[Table]:
    """The tables of marks that a terminal gets."""
    return [block for block in in_marks(matrix, lang=lang, width=width) if isinstance(block, Table) and block.headers]


def test_the_ten_measures(portfolio: Portfolio) -> None:
    (table,) = marked(matrix("tiltak", portfolio))
    widths = [max(len(row[place]) for row in (table.headers, *table.rows)) for place in range(len(table.headers))]
    lines = [" ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in (table.headers, *table.rows)]
    assert lines == TEN.splitlines()
    assert table.title == "Tiltak i pilotene"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["aktorer", "hemmere", "maalgruppe", "omfang", "rekruttering", "tiltak", "virkninger"])
def test_nine_pilots_fit_eighty_columns_in_one_table(name: str, lang: Any, portfolio: Portfolio) -> None:
    compared = matrix(name, portfolio)
    (table,) = marked(compared, lang)
    assert table.spacing == "close"
    widths = [max(len(row[place]) for row in (table.headers, *table.rows)) for place in range(len(table.headers))]
    assert sum(widths) + len(widths) - 1 <= 80
    assert max(map(len, compared.report(explain=True).to_text(lang=lang).splitlines())) <= 80


TEXT = {"nb": "Tabell", "en": "Table"}
TABLE = Comparison.model_validate(
    {
        "id": "t",
        "title": TEXT,
        "stages": ["activities"],
        "columns": {
            "kurs": {"label": {"nb": "Kurs", "en": "Course"}, "counts": ["kurs"], "debatable": ["tur"]},
            "ofte": {"label": {"nb": "Hvor ofte", "en": "How often"}, "counts": ["kurs"], "shows": "dose"},
            "syk": {"label": {"nb": "Syk", "en": "Ill"}, "traits": ["syk"], "stages": ["target_group"]},
        },
    }
)
MAL = LogicModel(id="mal", kind="template", title="Mal én: med tillegg", target_group={"s": {"traits": ["syk"], "at": "9:9"}})


@pytest.fixture
def shared() -> Project:
    terms = {name: {"label": {"nb": name.title(), "en": name.title()}, "stage": "activities"} for name in ("kurs", "tur")}
    return Project(vocabulary=Vocabulary.model_validate({"terms": terms}), templates={"mal": MAL})


MODELS = (
    LogicModel(
        id="a",
        title="Ny Bygd – «A»",
        follows="mal",
        source="bok",
        activities={
            "k": {
                "label": "Kurs om |",
                "term": "kurs",
                "status": "planned",
                "at": "1:1-2",
                "or": ["absent"],
                "dose": {"frequency": {"value": 1, "unit": "time", "per": "week"}},
            },
            "l": {"label": "Til", "term": "kurs", "or": ["absent"], "dose": {"sessions": {"value": 6, "unit": "time"}}},
        },
    ),
    LogicModel(id="b", title="<b>", activities={"t": {"label": "Tur", "term": "tur", "status": "dropped"}}),
    LogicModel(
        id="c", source="bok", target_group={"f": {"denies": {"traits": ["syk"]}}}, activities={"t": {"label": "Tur", "term": "tur"}}
    ),
    LogicModel(id="d", ambiguities={"v": {"or": {"term": "kurs"}}}),
)


@pytest.fixture
def compared(shared: Project) -> Matrix:
    return compare(MODELS, TABLE, shared)


def test_a_table_in_words_with_the_places(compared: Matrix) -> None:
    table = comparisons.table(compared, detail=True)
    assert table.headers == ("", "Ny Bygd\n(Mal én)", "<b>", "c", "d", "Antall")
    assert table.rows == (
        ("Kurs", "planlagt?\n1:1-2", "", "kanskje nevnt", "kanskje nevnt", "0–3"),
        ("Hvor ofte", "1 gang i uken og 6 ganger?\n1:1-2", "", "", "", "0–1"),
        ("Syk", "nevnt i malen\n9:9", "", "nei", "", "0–1"),
    )
    assert table.notes == (
        "Under hver rute: avsnitt og setning i kilden.",
        "Tom rute: ikke nevnt, som ikke er det samme som nei.",
        "Spørsmålstegn: en annen omhyggelig koder kunne utelatt det. Kanskje: ikke kodet, men en annen kunne tatt det med.",
        "Antall med strek: minst og høyst, etter hvordan de usikre rutene leses.",
    )


def test_marks_in_a_terminal(compared: Matrix) -> None:
    assert (
        compared.to_text()
        == """\
Tabell
            Ny Bygd   <b>   c     d   Antall
--------------------------------------------
Kurs        P?        ·     ?     ?   0–3
Hvor ofte   P?        ·     ·     ·   0–1
Syk         m?        ·     nei   ·   0–1

- Hvor ofte: Ny Bygd 1 gang i uken og 6 ganger?

P planlagt, nei teksten sier nei, m? nevnt bare i malen, · ikke nevnt
Spørsmålstegn etter: en annen omhyggelig koder kunne utelatt det. Bare
  spørsmålstegn: ikke kodet, men en annen kunne tatt det med.
Antall med strek: minst og høyst, etter hvordan de usikre rutene leses.

Antall modeller
            Alle (4)            Uten mal (3)   Mal én (1)
----------------------------------------------------------------
Kurs        0–3: 0–3 x, 0–1 P   0–2            0–1: 0–1 x, 0–1 P
Hvor ofte   0–1: 0–1 x, 0–1 P   0              0–1: 0–1 x, 0–1 P
Syk         0–1                 0              0–1
Etter kolon: hvor mange som er kommet hvor langt. Med strek: minst og høyst.
"""
    )


def test_short_names_are_explained_by_template(compared: Matrix) -> None:
    tables = marked(compared, "en", 36)
    assert [(table.headers, table.spacing) for table in tables] == [(("", "Byg", "<b>", "c", "d", "Count"), "close")]
    assert "\nMal én: Byg Ny Bygd\n<b>, c, d\n" in compared.to_text(lang="en", width=36)


def test_many_models_take_several_tables(shared: Project) -> None:
    many = compare([LogicModel(id=f"modell-{number}") for number in range(30)], TABLE, shared)
    tables = marked(many, width=40)
    assert [name for table in tables for name in table.headers if name] == [*map(str, range(1, 31)), "Antall"]
    assert [table.title for table in tables] == ["Tabell", *[""] * (len(tables) - 1)]
    for table in tables:
        widths = [max(len(row[place]) for row in (table.headers, *table.rows)) for place in range(len(table.headers))]
        assert sum(widths) + len(widths) - 1 <= 40
    assert [len(table.headers) for table in marked(many, width=5)] == [2] * 31


def test_explanation_names_what_each_cell_rests_on(compared: Matrix) -> None:
    text = compared.report(explain=True).to_text()
    assert text.startswith(compared.to_text())
    assert (
        text.removeprefix(compared.to_text())
        == """
Ny Bygd – «A»
-------------

Kurs: planlagt?
  - Kurs om | (planlagt; tvetydig; 1:1-2)
  - Til (tvetydig)

Hvor ofte: 1 gang i uken og 6 ganger?
  - Kurs om | (planlagt; tvetydig; 1:1-2)
  - Til (tvetydig)

Syk: nevnt i malen
  - Målgruppe: syk (står i malen Mal én; 9:9)

<b>
---

ikke nevnt

c
-

Kurs: kanskje nevnt
  - Tur (kan drøftes om det teller i kolonnen)

Syk: nei
  - Målgruppe: ikke syk

d
-

Kurs: kanskje nevnt
  - Kurs (kodet som utelatt)
"""
    )


def test_json(compared: Matrix) -> None:
    value = comparisons.to_json(compared, lang="en")
    assert (value["comparison"], value["models"], value["columns"]) == ("t", ["a", "b", "c", "d"], ["kurs", "ofte", "syk"])
    assert value["cells"]["b"] == {}
    assert value["cells"]["a"]["kurs"] == {
        "status": "planned",
        "nodes": ["k", "l"],
        "at": ["bok#1:1", "bok#1:2"],
        "sure": False,
        "said": "yes",
        "doubts": ["or"],
        "statuses": [None, "planned"],
        "terms": ["kurs"],
        "shown": [],
    }
    assert value["cells"]["a"]["ofte"]["shown"] == ["1 time a week", "6 times"]
    assert value["cells"]["c"]["syk"]["said"] == "no"
    assert value["counts"] == {"kurs": [0, 3], "ofte": [0, 1], "syk": [0, 1]}
    assert value["labels"]["kurs"] == "Course"


class Cells(HTMLParser):
    """Rows of cells, as a word processor takes them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        self.inside = tag in ("td", "th") or (tag == "br" and self.inside)
        if tag == "br" and self.inside:
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data


def test_html_is_the_table_in_a_page_that_says_its_encoding(compared: Matrix) -> None:
    page = FORMATS["html"].write(compared.report(explain=True), "nb")
    assert isinstance(page, str)
    parser = Cells()
    parser.feed(page)
    tables = (comparisons.table(compared, detail=True), comparisons.counts(compared))
    assert parser.rows == [list(row) for table in tables for row in (table.headers, *table.rows)]
    assert page.startswith('<!doctype html>\n<html lang="nb">\n<head><meta charset="utf-8"><title>Tabell</title>')
    assert "<b>" not in page
    assert compared.to_html() != compared.report(explain=True).to_html()
    assert compared._repr_html_().startswith('<figure style="margin:0"><img src="data:image/svg+xml;base64,')
    assert f"<body>\n<h1>Tabell</h1>\n{compared.report(explain=True).to_html()}</body>" in page


def test_markdown_keeps_bars_inside_cells(compared: Matrix) -> None:
    lines = compared.to_markdown().splitlines()
    assert lines[2] == "|  | Ny Bygd<br>(Mal én) | &lt;b&gt; | c | d | Antall |"
    assert lines[4] == "| Kurs | planlagt? |  | kanskje nevnt | kanskje nevnt | 0–3 |"


def test_csv_has_every_model_and_column(compared: Matrix) -> None:
    rows = list(csv.reader(io.StringIO(str(FORMATS["csv"].write(compared.report(), "nb")))))
    assert rows[0] == [
        *("Modell", "Modellens navn", "Kolonne", "Kolonnens navn", "Status", "Sikkert"),
        *("Hviler på", "Navn på det den hviler på", "Sted i kilden"),
    ]
    assert len(rows) == 1 + 4 * 3
    assert rows[1] == ["a", "Ny Bygd", "kurs", "Kurs", "planlagt?", "nei", "k, l", "Kurs om |; Til", "bok#1:1, bok#1:2"]
    assert rows[4] == ["b", "<b>", "kurs", "Kurs", "ikke nevnt", "ja", "", "", ""]


def test_a_no_of_the_template_is_told_as_a_no(shared: Project) -> None:
    mal = LogicModel(id="mal", kind="template", target_group={"s": {"denies": {"traits": ["syk"]}}})
    compared = compare(LogicModel(id="m", follows="mal"), TABLE, replace(shared, templates={"mal": mal})).cell("m", "syk")
    assert compared is not None
    assert (phrase_of(compared), phrase_of(compared, "en"), mark(compared, "nb")) == ("nei i malen", "no in the template", "m?")


def test_every_mark_is_coloured_by_its_kind_but_for_what_is_only_mentioned(portfolio: Portfolio) -> None:
    compared = matrix("tiltak", portfolio)
    (table,) = marked(compared)
    order = {model.id: place for place, model in enumerate(by_template(compared.models), 1)}
    assert table.kinds == {
        (row, order[model.id]): kind_of(compared.cells.get((model.id, name)))
        for row, name in enumerate(compared.columns)
        for model in compared.models
    }
    assert set(table.kinds.values()) == {"considered", "planned", "started", "in_use", "completed", "perhaps", "silent"} <= STYLES.keys()


def test_each_mark_keeps_its_colour_where_the_models_are_spread_over_several_tables(portfolio: Portfolio) -> None:
    compared = matrix("tiltak", portfolio)
    (whole,), parts = marked(compared), marked(compared, width=50)
    assert len(parts) > 1
    coloured = [[part.kinds.get((row, column)) for part in parts for column in range(1, len(part.headers))] for row in range(10)]
    assert coloured == [[whole.kinds.get((row, column)) for column in range(1, len(whole.headers))] for row in range(10)]


def test_no_models_make_an_empty_table(shared: Project) -> None:
    empty = compare((), TABLE, shared)
    assert [table.rows for table in marked(empty)] == [(("Kurs", "0"), ("Hvor ofte", "0"), ("Syk", "0"))]
    assert comparisons.table(empty).headers == ("", "Antall")


def test_counts_say_how_many_have_come_how_far_in_all_and_by_template(portfolio: Portfolio) -> None:
    pilots = {name: model for name, model in portfolio.items() if model.kind == "pilot"}
    matrix = compare(pilots, load_comparison("tiltak", portfolio.project), portfolio.project)
    table = comparisons.counts(matrix)
    assert table.headers == ("", "Alle (9)", "Modell 1 (5)", "Modell 2 (4)")
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Samlokalisering"] == ("7: 5 planlagt, 2 i bruk", "3: 1 planlagt, 2 i bruk", "4: 4 planlagt")
    assert rows["Kurs"] == (
        "3–6: 0–1 vurderes, 3–5 planlagt, 0–1 i bruk",
        "2–4: 0–1 vurderes, 2–3 planlagt, 0–1 i bruk",
        "1–2: 1–2 planlagt",
    )
    assert rows["Brobygger"] == ("2: 2 planlagt", "2: 2 planlagt", "0")
    short = comparisons.counts(matrix, lang="en", short=True)
    assert short.rows[0] == ("Co-location", "7: 5 P, 2 U", "3: 1 P, 2 U", "4: 4 P")
    assert "**Antall modeller**" in matrix.to_markdown()


def test_counts_in_json(portfolio: Portfolio) -> None:
    pilots = {name: model for name, model in portfolio.items() if model.kind == "pilot"}
    matrix = compare(pilots, load_comparison("tiltak", portfolio.project), portfolio.project)
    value = comparisons.to_json(matrix)
    assert value["counts"]["kurs"] == [3, 6]
    assert value["counts_by_status"]["ansette-kognitiv-terapeut"] == {"planned": [0, 3], "started": [0, 2]}
    assert value["templates"]["modell-1"]["counts_by_status"]["samlokalisering"] == {"planned": [1, 1], "in_use": [2, 2]}
    for name in matrix.columns:
        split = [value["templates"][template]["counts"][name] for template in value["templates"]]
        assert [sum(ends) for ends in zip(*split, strict=True)] == value["counts"][name]


def test_one_model_is_not_counted(portfolio: Portfolio) -> None:
    matrix = compare(portfolio["ha"], load_comparison("tiltak", portfolio.project), portfolio.project)
    assert matrix.to_markdown().count("**") == matrix.report(explain=True).to_markdown().count("**") == 2
    assert [table.title for table in MatrixReport(matrix).document(width=80).tables()] == ["Tiltak i pilotene"]


@pytest.mark.parametrize("lang", LANGS)
def test_who_only_may_take_part_is_coded_and_the_legend_says_so(lang: Any, shared: Project) -> None:
    column = {"label": {"nb": "Lege", "en": "Doctor"}, "actors": ["lege"]}
    table = Comparison.model_validate({"id": "t", "title": TEXT, "stages": ["activities"], "columns": {"lege": column}})
    models = [LogicModel(id="a", activities={"m": {"label": "Møte", "who": {"do": ["nav"], "maybe": ["lege"]}}})]
    compared = compare(models, table, shared)
    texts = {
        "nb": ("Bare spørsmålstegn", "Kanskje", "kan også bety: kodet, men som en som bare kan være med (`maybe`)."),
        "en": ("A question mark alone", "Perhaps", "can also mean: coded, but as somebody who only may take part (`maybe`)."),
    }[lang]
    assert marked(compared)[0].rows[0][1] == "?"
    assert f"{texts[0]} {texts[2]}" in " ".join(compared.to_text(lang=lang).split())
    assert f"{texts[1]} {texts[2]}" in comparisons.table(compared, lang=lang).notes


IN_EACH_FORMAT = (
    ("text", "Measures in the pilots\n", "\nBridge builder "),
    ("md", "**Measures in the pilots**\n\n|  | Bydel Bjerke<br>", "\n| Bridge builder | planned | planned |"),
    ("html", '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Measures', ">Bridge builder</th>"),
    (
        "csv",
        "Model,Name of the model,Column,Name of the column,Status,",
        "\nbjerke,Bydel Bjerke,brobygger,Bridge builder,planned,yes,brobygger-rolle,",
    ),
    ("docx", "Measures in the pilots\n\tBje\tFre\t", "\nBridge builder\tplanned\tplanned\t"),
    ("xlsx", "Measures in the pilots\n\tBydel Bjerke\n(Modell 1)\t", "\nbjerke\tBydel Bjerke\tbrobygger\tBridge builder\tplanned\tyes\t"),
    ("json", '{\n  "comparison": "tiltak",\n', '"brobygger": "Bridge builder"'),
)
"""For each format what it begins with, and something that it says."""


@pytest.mark.parametrize(("form", "begins", "holds"), IN_EACH_FORMAT)
def test_every_format_says_it(form: str, begins: str, holds: str, portfolio: Portfolio) -> None:
    text = written(form, matrix("tiltak", portfolio).report(), "en").replace("\r\n", "\n")
    assert text.startswith(begins)
    assert holds in text


def test_every_format_is_tried() -> None:
    assert sorted(form for form, *_ in IN_EACH_FORMAT) == sorted(FORMATS)
