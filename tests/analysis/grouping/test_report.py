"""Groupings as tables and as JSON."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from virkningskjede.analysis.compare import load_comparison
from virkningskjede.analysis.grouping import Grouping, group, similarity
from virkningskjede.analysis.grouping import report as groups
from virkningskjede.analysis.grouping.heatmap import grid_of_grouping
from virkningskjede.model import Activity, LogicModel
from virkningskjede.project import Portfolio, corpus, load_portfolio
from virkningskjede.report import Report
from virkningskjede.report.formats import FORMATS

from ...reading import written


@pytest.fixture(scope="module")
def pilots() -> Portfolio:
    return load_portfolio(corpus() / "pilots")


@pytest.fixture(scope="module")
def grouping(pilots: Portfolio) -> Grouping:
    return group(pilots, load_comparison("tiltak", pilots.project), pilots.project, samples=100)


def listed(report: Report) -> list[dict[str, str]]:
    """The rows of the listing, as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(str(FORMATS["csv"].write(report, "nb")))))


def test_the_tables(grouping: Grouping) -> None:
    alike, fits, template, progress, robust = groups.tables(grouping, lang="nb")
    assert alike.title == "Hvilke modeller ligner hverandre (Tiltak i pilotene)?"
    assert alike.headers[1:] == tuple(row[0] for row in alike.rows)
    assert fits.rows == (
        ("Mal", "0,47", "0,33", "0,47", "3 av 126", "0,024"),
        ("Framdrift", "0,40", "0,38", "0,04", "48 av 126", "0,389"),
    )
    assert "Som kodet passer inndelingen etter mal bedre enn den etter framdrift (R 0,47 mot 0,04)." in fits.notes
    assert template.headers == ("", "Modell 1 (5)", "Modell 2 (4)", "Forskjell")
    assert template.rows[0] == ("Opplæring og kunnskapsdeling", "4–5", "0", "80 (80 til 100)")
    assert progress.headers[1:3] == ("i bruk (4)", "ikke i bruk (5)")
    assert [row[0] for row in robust.rows] == ["Mal", "Framdrift"]


def test_the_tables_in_english(grouping: Grouping) -> None:
    text = grouping.to_markdown(lang="en")
    assert "| Template | 0.47 | 0.33 | 0.47 | 3 of 126 | 0.024 |" in text
    assert "| Training and knowledge sharing | 4–5 | 0 | 80 (80 to 100) |" in text


def test_names_are_shortened_where_there_is_little_room(grouping: Grouping) -> None:
    (narrow, *_), (wide, *_) = groups.tables(grouping, width=80), groups.tables(grouping)
    assert max(map(len, narrow.headers)) == 3 < max(map(len, wide.headers))
    assert narrow.rows == wide.rows


def test_html_is_a_page_and_a_notebook_shows_the_tables(grouping: Grouping) -> None:
    page = str(FORMATS["html"].write(grouping.report(), "nb"))
    assert page.startswith("<!doctype html>") and '<meta charset="utf-8">' in page
    assert grouping._repr_html_().startswith('<figure style="margin:0"><img src="data:image/svg+xml;base64,')
    assert grouping.similarity._repr_html_().count("<tr>") == 10


def test_csv_has_a_row_for_each_model(grouping: Grouping) -> None:
    rows = listed(grouping.report())
    assert [row["Modell"] for row in rows] == list(grouping.tree.leaves)
    by_id = {row["Modell"]: row for row in rows}
    assert (by_id["ha"]["Mal"], by_id["ha"]["Framdrift"], by_id["fredrikstad"]["bjerke"]) == ("Modell 2", "i bruk", "0.6667")
    assert {name for name, row in by_id.items() if row["Klynge"] == "1"} == {"bjerke", "fredrikstad"}


def test_json_holds_everything(grouping: Grouping) -> None:
    data = json.loads(json.dumps(groups.to_json(grouping)))
    assert {"by", "progress", "models", "similarity", "tree", "groups", "fits", "separating", "robustness"} <= data.keys()
    assert data["by"] == "tiltak"
    assert data["similarity"]["ha"]["ha"] == 1.0
    assert data["similarity"]["ha"]["tromso"] == data["similarity"]["tromso"]["ha"]
    assert data["fits"]["template"]["rank"] == 3 and data["fits"]["template"]["exact"] is True
    assert data["groups"]["template"]["modell-2"] == ["ha", "lillestrom", "ringsaker", "stovner"]
    first = data["separating"]["template"][0]
    assert (first["label"], first["counts"]) == ("Opplæring og kunnskapsdeling", {"modell-1": [4, 5], "modell-2": [0, 0]})
    assert len(data["robustness"]["fits"]["template"]["r"]) == 5
    assert len(data["robustness"]["together"]) == 36


def test_a_terminal_with_room_names_the_models_in_full(grouping: Grouping) -> None:
    narrow, wide = grouping.to_text(lang="en"), grouping.to_text(lang="en", width=140)
    assert narrow.startswith("Which models are alike (Measures in the pilots)?\n                ")
    assert "Bydel Stovner   " not in narrow.splitlines()[1] and "Bydel Stovner   " in wide.splitlines()[1]
    assert max(map(len, narrow.splitlines())) <= 80 < max(map(len, wide.splitlines())) <= 140


IN_EACH_FORMAT = (
    ("text", "Which models are alike (Measures in the pilots)?\n", "\nTemplate   0.47     0.33      0.47   3 of 126    0.024\n"),
    ("md", "**Which models are alike (Measures in the pilots)?**\n\n|  | ", "\n| Template | 0.47 | 0.33 | 0.47 | 3 of 126 | 0.024 |\n"),
    ("html", '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Which models are alike (', ">3 of 126</td>"),
    ("csv", "Model,Name of the model,Template,Progress,Cluster,", "\nha,Hå,Modell 2,in use,"),
    ("docx", "Which models are alike (Measures in the pilots)?\n\tBje\tFre\t", "\nTemplate\t0.47\t0.33\t0.47\t3 of 126\t0.024\n"),
    ("xlsx", "Which models are alike (Measur…\n\tBydel Bjerke\t", "\nha\tHå\tModell 2\tin use\t"),
    ("json", '{\n  "by": "tiltak",\n', '"rank": 3,'),
)
"""For each format what it begins with, and something that it says."""


@pytest.mark.parametrize(("form", "begins", "holds"), IN_EACH_FORMAT)
def test_every_format_says_how_they_are_grouped(form: str, begins: str, holds: str, grouping: Grouping) -> None:
    text = written(form, grouping.report(), "en").replace("\r\n", "\n")
    assert text.startswith(begins)
    assert holds in text


def test_every_format_is_tried() -> None:
    assert sorted(form for form, *_ in IN_EACH_FORMAT) == sorted(FORMATS)


def test_every_format_says_how_alike_models_are() -> None:
    alike = similarity([small("a", "p"), small("b"), small("c", "p", "q")], "terms")
    texts = {form: written(form, alike.report(), "en") for form in FORMATS}
    note, empty = (
        "Likeness: the share of what two models have in all that both have. 1 is the same, 0 has nothing in common. What both are silent "
        "on does not count.",
        "Empty: nothing to compare, since here the text has nothing of what is measured: B.",
    )
    assert " ".join(texts["text"].split()).endswith(f"{note} {empty}")
    assert texts["text"].splitlines()[1:6] == [
        "    A      B   C",
        "-------------------",
        "A   –          0.50",
        "B          –",
        "C   0.50       –",
    ]
    assert "\n| A | – |  | 0.50 |\n| B |  | – |  |\n| C | 0.50 |  | – |\n" in texts["md"]
    assert texts["html"].startswith('<!doctype html>\n<html lang="en">') and texts["html"].count("<td") == 1 + 3 * 3
    assert alike.to_html() in str(FORMATS["html"].write(alike.report(), "nb"))
    assert texts["csv"] == "Model,Name of the model,a,b,c\r\na,A,1.0000,,0.5000\r\nb,B,,,\r\nc,C,0.5000,,1.0000\r\n"
    assert json.loads(texts["json"]) == {
        "by": "terms",
        "models": ["a", "b", "c"],
        "empty": ["b"],
        "titles": {"a": "A", "b": "B", "c": "C"},
        "similarity": {
            "a": {"a": 1.0, "b": None, "c": 0.5},
            "b": {"a": None, "b": None, "c": None},
            "c": {"a": 0.5, "b": None, "c": 1.0},
        },
    }


def test_without_samples_there_is_nothing_said_of_them(pilots: Portfolio) -> None:
    grouping = group(pilots, "terms", pilots.project, samples=0)
    assert len(groups.tables(grouping)) == 4
    assert groups.to_json(grouping)["robustness"] is None


def test_terms_aims_and_arrows_are_named(pilots: Portfolio) -> None:
    grouping = group(pilots, "arrows", pilots.project, samples=0)
    names = [row[0] for row in groups.tables(grouping)[2].rows]
    assert "Samtykke" in names
    assert any(" → " in name for name in names)
    assert any("(som mål)" in name for name in names)


def test_models_that_follow_nothing() -> None:
    models = [LogicModel.model_validate({"id": name, "activities": {"a": {"label": "A", "term": name}}}) for name in "abc"]
    _, fits, *rest = groups.tables(group(models, "terms", samples=3))
    assert fits.rows == () and rest[-1].rows == ()
    assert "Ingen inndeling har to grupper å holde opp mot hverandre." in fits.notes
    assert any(note.startswith("Mal: uten mal (3): a, b, c") for note in fits.notes)


def test_long_names_are_numbered_in_rows_and_columns() -> None:
    models = [LogicModel.model_validate({"id": f"m{n}", "title": f"{'Svært langt navn på en modell ' * 2}{n} lik"}) for n in range(3)]
    models = [model.model_copy(update={"activities": {"a": Activity(id="a", label="A", term=("p",))}}) for model in models]
    first, *_ = groups.tables(group(models, "terms", samples=0), width=80)
    assert first.headers == ("", "1", "2", "3")
    assert [row[0][:3] for row in first.rows] == ["1 S", "2 S", "3 S"]


def small(name: str, *terms: str) -> LogicModel:
    return LogicModel.model_validate({"id": name, "title": name.upper(), "activities": {"a": {"label": "A", "term": terms}}})


LEFT_OUT = "Holdt utenfor, fordi teksten ikke har noe av det som måles: D. Taushet gjør verken lik eller ulik."


def test_what_has_nothing_is_named_as_left_out() -> None:
    grouping = group([small("a", "p"), small("b", "p", "q"), small("c", "r"), small("d")], "terms", samples=0)
    alike, *_ = groups.tables(grouping)
    assert LEFT_OUT in alike.notes
    assert "D" not in alike.headers
    assert LEFT_OUT in grouping.to_markdown() and LEFT_OUT in grouping.to_html() and LEFT_OUT in grid_of_grouping(grouping).notes
    data = groups.to_json(grouping)
    assert (data["left_out"], data["models"], data["titles"]["d"]) == (["d"], ["a", "b", "c"], "D")
    assert listed(grouping.report())[-1] == {
        "Modell": "d", "Modellens navn": "D", "Mal": "", "Framdrift": "", "Klynge": "", **dict.fromkeys(grouping.tree.leaves, "")
    }  # fmt: skip


def test_where_there_is_nothing_to_compare_there_is_no_likeness() -> None:
    table = groups.similarity_table(similarity([small("a", "p"), small("b"), small("c", "p")], "terms"), lang="en")
    assert table.rows == (("A", "–", "", "1.00"), ("B", "", "–", ""), ("C", "1.00", "", "–"))
    assert "Empty: nothing to compare, since here the text has nothing of what is measured: B." in table.notes


def test_what_is_equally_near_is_told_everywhere() -> None:
    three = group([small("a", "p"), small("b", "q"), small("c", "r")], "terms", samples=0)
    said = "Ikke to klynger, men 3 som er like nær hverandre: A | B | C"
    assert said.replace("|", r"\|") in three.to_markdown()
    assert said in three.to_html() and said in grid_of_grouping(three).notes and said in grid_of_grouping(three).summary
    assert groups.to_json(three)["tree"]["ties"] == [[["a"], ["b"], ["c"]]] == [groups.to_json(three)["tree"]["last"]]
    below = group([small("a", "p", "q"), small("b", "q", "r"), small("c", "r", "p"), small("d", "s")], "terms", samples=0)
    (alike, *_) = groups.tables(below, lang="en")
    (ties,) = (note for note in alike.notes if note.startswith("Equally near, and so joined at once: "))
    assert sorted(ties.rpartition(": ")[2].split(" | ")) == ["A", "B", "C"]
    assert any(note.startswith("Two clusters: ") for note in alike.notes)


def test_what_is_nearly_all_or_nothing_is_not_written_as_that() -> None:
    many = [f"t{number}" for number in range(300)]
    others = ("t0", *(f"u{number}" for number in range(300)))
    grouping = group([small("a", *many), small("b", *many[1:]), small("c", *others)], "terms", samples=0)
    table = groups.tables(grouping, lang="en")[0]
    rows = {row[0]: dict(zip(table.headers, row, strict=True)) for row in table.rows}
    assert (rows["A"]["B"], rows["A"]["C"], rows["B"]["C"]) == ("0.99", "0.01", "0.00")


def test_how_much_hangs_on_one_model_is_told(grouping: Grouping) -> None:
    fits = groups.tables(grouping, lang="en")[1]
    assert (
        "With one model less – Template: p from 0.029 (without Kristiansand) to 0.089 (without Lillestrøm), below 0.05 in 3 of 9"
        in fits.notes
    )
    shares = groups.to_json(grouping)["fits"]["template"]["without"]
    assert shares["tromso"] == grouping.fits["template"].without["tromso"]


def test_r_near_nothing_has_no_sign(grouping: Grouping) -> None:
    near = replace(grouping, fits={"progress": replace(grouping.fits["progress"], r=-0.004)})
    assert groups.tables(near)[1].rows[0][3] == "0,00"


def test_what_separates_says_what_nobody_wishes_and_the_sign_of_an_arrow() -> None:
    def chain(name: str, *, unwanted: bool, sign: str | None) -> LogicModel:
        effect = {"label": "O", "term": "slit", "level": "user", "unwanted": unwanted}
        arrow = {"to": "o", "sign": sign} if sign else {"to": "o"}
        activity = {"label": "A", "term": "kurs", "leads_to": [arrow]}
        template = "en" if unwanted else "to"
        return LogicModel.model_validate({"id": name, "follows": template, "activities": {"a": activity}, "outcomes": {"o": effect}})

    models = [chain(f"m{number}", unwanted=number < 2, sign="minus" if number < 2 else None) for number in range(4)]
    found = groups.to_json(group(models, "arrows", samples=0), lang="en")["separating"]["template"]
    assert {row["label"] for row in found} == {
        "kurs",
        "slit (as an aim)",
        "slit (an unwanted effect)",
        "kurs → slit (as an aim)",
        "kurs → slit (an unwanted effect) (minus)",
    }
