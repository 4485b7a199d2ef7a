"""The examples run, and give what they promise."""

from __future__ import annotations

import ast
import csv
import io
import json
import runpy
import shutil
import sys
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

import virkningskjede as vk
from virkningskjede.cli import main

from ..conftest import Commit, Git
from .conftest import Workplace
from .pages import ROOT

CAUSAL_MAP = "causal-map/programmes/biltrafikk.yaml"
LOGFRAME = ROOT / "examples" / "logframe"
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))

PROGRESS_OF_THE_LOGFRAME = {
    "nb": """
Andel med drikkevann i landet | 30,3 prosent | 100 prosent (2025) | ikke målt
Andel med sanitærtjenester i landet | 10 prosent | 60 prosent (2025) | ikke målt
Forekomst av vannbårne sykdommer | 22 prosent (2009) | 10 prosent (2020) | ikke målt
Andel med drikkevann i området | 30 prosent (2009) | 100 prosent (2020) | ikke målt
Personer med drikkevann |  | rundt 240 000 personer (2020) | ikke målt
Andel med sanitærtjenester i området | 10 prosent (2009) | 20 prosent (2020) | ikke målt
Personer med endrede vaner |  | 160 000 personer (2020) | ikke målt
Tappeposter |  | 60 tappeposter (2013) | ikke målt
Rimelige tilknytninger |  | 2 300 tilknytninger (2013) | ikke målt
Latrineblokker |  | 73 latrineblokker (2013) | ikke målt
Personer som er opplyst eller kurset |  | rundt 160 000 personer (2013) | ikke målt
Andel med drikkevann i Berberati | 32 prosent |  | ikke målt
Andel med drikkevann i Bouar | 24 prosent |  | ikke målt
Andel med drikkevann i Bossangoa | 31 prosent |  | ikke målt
Andel fattige i Berberati | 41 prosent |  | ikke målt
Andel fattige i Bouar | 55 prosent |  | ikke målt
Andel fattige i Bossangoa | «nesten 79» |  | ikke målt
Utgifter i året til anlegg |  | 2 127 000 XUA (2011) | ikke målt
Utgifter i året til støtte for etatene |  | 311 000 XUA (2011) | ikke målt
Utgifter i året til prosjektledelse |  | 261 000 XUA (2011) | ikke målt
""",
    "en": """
Andel med drikkevann i landet | 30.3 per cent | 100 per cent (2025) | not measured
Andel med sanitærtjenester i landet | 10 per cent | 60 per cent (2025) | not measured
Forekomst av vannbårne sykdommer | 22 per cent (2009) | 10 per cent (2020) | not measured
Andel med drikkevann i området | 30 per cent (2009) | 100 per cent (2020) | not measured
Personer med drikkevann |  | about 240,000 persons (2020) | not measured
Andel med sanitærtjenester i området | 10 per cent (2009) | 20 per cent (2020) | not measured
Personer med endrede vaner |  | 160,000 persons (2020) | not measured
Tappeposter |  | 60 standpipes (2013) | not measured
Rimelige tilknytninger |  | 2,300 connections (2013) | not measured
Latrineblokker |  | 73 latrine blocks (2013) | not measured
Personer som er opplyst eller kurset |  | about 160,000 persons (2013) | not measured
Andel med drikkevann i Berberati | 32 per cent |  | not measured
Andel med drikkevann i Bouar | 24 per cent |  | not measured
Andel med drikkevann i Bossangoa | 31 per cent |  | not measured
Andel fattige i Berberati | 41 per cent |  | not measured
Andel fattige i Bouar | 55 per cent |  | not measured
Andel fattige i Bossangoa | “nesten 79” |  | not measured
Utgifter i året til anlegg |  | 2,127,000 XUA (2011) | not measured
Utgifter i året til støtte for etatene |  | 311,000 XUA (2011) | not measured
Utgifter i året til prosjektledelse |  | 261,000 XUA (2011) | not measured
""",
}
"""Indicator, baseline, target and result of each row."""


@pytest.fixture
def folder(workplace: Workplace) -> Path:
    """The examples' own folder, beside the models."""
    return workplace("examples")


def run(script: str, *arguments: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [script, *arguments])
    runpy.run_path(script, run_name="__main__")


def test_the_comparison_of_pilots(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    run("sammenlign_piloter.py", monkeypatch=monkeypatch)
    printed = capsys.readouterr().out
    pilots = vk.load("../models/pilots")
    assert isinstance(pilots, vk.Portfolio)
    for line in (line.split() for line in printed.splitlines() if "nesodden" in line and "ha" in line.split()):
        assert line == list(pilots)
    (row,) = [line for line in printed.splitlines() if line.startswith("Ledelsesforankret")]
    assert len(row.removeprefix("Ledelsesforankret i begge tjenester").split()) == len(pilots)
    written = (folder / "forskjeller.md").read_text("utf-8")
    assert written.startswith("# Hå og Nesodden")
    assert "| --- |" in written


def test_drawing_every_pilot(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    run("tegn_alle.py", monkeypatch=monkeypatch)
    pilots = vk.load("../models/pilots")
    assert isinstance(pilots, vk.Portfolio)
    assert {path.stem for path in (folder / "bilder").glob("*.svg")} == set(pilots)
    assert all(path.read_text("utf-8").rstrip().endswith("</svg>") for path in (folder / "bilder").iterdir())
    assert len(capsys.readouterr().out.splitlines()) == len(pilots)


SCRIPTS = ("tiltakstabell.py", "siden_sist.py", "teoretisk_test.py")
"""What somebody who follows pilots hands in; so short that it can be written by heart."""


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_is_handed_in_takes_under_fifteen_lines(script: str) -> None:
    assert len((ROOT / "examples" / script).read_text("utf-8").splitlines()) < 15


def test_the_table_of_measures_for_word_and_excel(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    workplace(".")
    run("examples/tiltakstabell.py", monkeypatch=monkeypatch)
    assert capsys.readouterr().out == "tiltak.docx tiltak.xlsx\n"
    (table, _) = docx.Document("tiltak.docx").tables
    head, first, *_ = ([cell.text for cell in row.cells] for row in table.rows)
    assert head == ["", "Bje", "Fre", "Kri", "Nes", "Tro", "Hå", "Lil", "Rin", "Sto", "Antall"]
    assert (first[0], first[3], first[-1]) == ("Samlokalisering", "planlagt", "7")
    book = openpyxl.load_workbook("tiltak.xlsx")
    assert book.sheetnames == ["Tiltak i pilotene", "Antall modeller", "Alle rader", "Forklaring"]
    assert [cell.value for cell in book["Tiltak i pilotene"][2]][-1] == 7
    assert [cell.value for cell in book["Alle rader"][3]][:5] == ["bjerke", "Bydel Bjerke", "felles-moter", "Felles møter", "planlagt"]


def test_what_is_new_in_each_pilot_since_an_earlier_wave(
    commit: Commit, git: Git, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "models", "models")
    shutil.copy(ROOT / "pyproject.toml", ".")
    commit("2025-01-01")
    git("tag", "runde-1")
    ha = Path("models/pilots/ha.yaml")
    text = ha.read_text("utf-8")
    ha.write_text(text.replace("status: planned", "status: in_use", 1), "utf-8")
    Path("models/pilots/stovner.yaml").unlink()
    Path("models/pilots/vik.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: vik\ntitle: Vik\n", "utf-8")
    script = str(ROOT / "examples" / "siden_sist.py")
    run(script, "runde-1", monkeypatch=monkeypatch)
    by_pilot = dict(part.split("\n", 1) for part in capsys.readouterr().out.strip().split("\n\n"))
    assert by_pilot.pop("Hå – «Arbeidsløftet»") == "- «Tilskudd til piloten»: status har kommet fra planlagt til i bruk"
    assert (by_pilot.pop("Bydel Stovner – «Bedre sammen»"), by_pilot.pop("Vik")) == ("- er ikke med lenger", "- er ny")
    assert len(by_pilot) == 7 and set(by_pilot.values()) == {"- er som før"}


def test_the_theoretical_test_in_colours_and_as_rows(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    workplace(".")
    run("examples/teoretisk_test.py", monkeypatch=monkeypatch)
    assert capsys.readouterr().out == "teoretisk-test.docx teoretisk-test.csv\n"
    (table,) = docx.Document("teoretisk-test.docx").tables
    assert len(table.columns) == 10 and len({shade.get(qn("w:fill")) for shade in table._tbl.iter(qn("w:shd"))}) >= 3
    rows = list(csv.DictReader(io.StringIO(Path("teoretisk-test.csv").read_bytes().decode("utf-8"), newline="")))
    assert len(rows) == 81
    assert [rows[0][key] for key in ("Modell", "Modellens navn", "Kriterium", "Dom")][:2] == ["bjerke", "Bydel Bjerke"]


def test_the_causal_map_is_well_made(folder: Path) -> None:
    assert {each.severity for each in vk.validate("causal-map").diagnostics} == {"info"}


def test_the_causal_map_says_which_way_each_chain_goes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two minuses on the way from roads to emissions are a plus; electric cars pull both ways."""
    asked = f"virkningskjede paths {CAUSAL_MAP} --signed --from elbil --to utslipp --format json"
    monkeypatch.setattr(sys, "argv", asked.split())
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code in (0, None)
    chains = json.loads(capsys.readouterr().out)
    assert dict(zip((" ".join(path) for path in chains["paths"]), chains["signs"], strict=True)) == {
        "elbil utslipp": "minus",
        "elbil attraktiv-bil trafikk utslipp": "plus",
        "elbil attraktiv-bil kollektivreiser trafikk utslipp": "plus",
    }
    model = vk.load_model(CAUSAL_MAP)
    assert vk.paths(model, "veibygging", "utslipp").count == 0
    assert vk.paths(model, "veibygging", "utslipp", signed=True).count == 2


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_notebook_is_well_formed_and_holds_no_outputs(file: Path) -> None:
    notebook = json.loads(file.read_text("utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    cells = notebook["cells"]
    assert len({cell["id"] for cell in cells}) == len(cells)
    for cell in cells:
        wanted = {"id", "cell_type", "metadata", "source"} | ({"execution_count", "outputs"} if cell["cell_type"] == "code" else set())
        assert cell.keys() == wanted
        assert not cell.get("outputs") and cell.get("execution_count") is None


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_notebook_runs_anywhere_and_its_cells_show_something(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for cell in json.loads(file.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            shown = value_of("".join(cell["source"]), cell["id"], names)
            pictured = getattr(shown, "_repr_mimebundle_", None)
            tabled = getattr(shown, "_repr_html_", None)
            looks = (
                pictured() if pictured else {"text/html": tabled()} if tabled else {"text/plain": repr(shown) if shown is not None else ""}
            )
            assert any(looks.values()) or capsys.readouterr().out or not expected(cell), cell["id"]
            assert not isinstance(shown, vk.LogicModel) or "image/svg+xml" in looks


def expected(cell: dict[str, list[str]]) -> bool:
    """Whether a cell is to show something: its last line is no assignment, and more than a call that tidies up."""
    last = ast.parse("".join(cell["source"])).body[-1]
    return isinstance(last, ast.Expr) and "cleanup" not in ast.unparse(last)


def test_the_logframe_validates_without_errors_and_warnings() -> None:
    found = vk.validate(LOGFRAME)
    assert len(found.files) == 3
    assert [each.code for each in found.diagnostics if each.severity in ("error", "warning")] == []


@pytest.mark.parametrize(("language", "heading"), [("nb", "# Måloppnåelse (2011)"), ("en", "# Progress (2011)")])
def test_the_progress_of_the_logframe(
    language: str, heading: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The whole table for 2011: nothing is measured yet, and of the targets by year the one of that year is in force."""
    model = str(LOGFRAME / "programmes" / "vann-rca.yaml")
    monkeypatch.setattr(sys, "argv", ["virkningskjede", "progress", model, "--date", "2011", "--format", "md", "--lang", language])
    try:
        main()
    except SystemExit as stop:
        assert not stop.code
    printed = capsys.readouterr().out.replace("\u00a0", " ").replace("\u202f", " ")
    assert printed.splitlines()[0] == heading
    rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in printed.splitlines() if line.startswith("|")]
    assert [" | ".join(row[:4]) for row in rows[2:]] == PROGRESS_OF_THE_LOGFRAME[language].strip().splitlines()


def value_of(source: str, name: str, names: dict[str, object]) -> object:
    """Run a cell as a notebook does: the value of its last expression is what it shows."""
    body = ast.parse(source).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), name, "exec"), names)
    return eval(compile(ast.Expression(last.value), name, "eval"), names) if isinstance(last, ast.Expr) else None


def test_the_results_framework_tells_its_progress_on_two_dates() -> None:
    place = ROOT / "examples" / "results-framework"
    assert {each.severity for each in vk.validate(place).diagnostics} <= {"info"}
    model = vk.load_model(place / "programmes" / "trygge-byer.yaml")
    rows = [line for line in vk.progress(model, date="2018-06").to_markdown(lang="en").splitlines() if "| " in line]
    assert len(rows) == 2 + len(model.indicators)
    assert rows[2] == (
        "| Bydeler i Dhaka med egen nødtjeneste | 0 wards (2015) | at least 23 wards (June 2018) | 23 wards (June 2018; wave: år 3) "
        "| 100%<br>target reached | pdo:2 |"
    )
    later = vk.progress(model, date="2018-12-30").to_markdown(lang="nb")
    assert (
        "| Bydeler i Dhaka med egen nødtjeneste | 0 bydeler (2015) | minst 45 bydeler (juni 2019) | 23 bydeler (juni 2018; runde: år 3) "
        "| 51 %<br>målet er ikke nådd | pdo:2 |"
    ) in later.replace("\N{NO-BREAK SPACE}", " ")


def test_the_invented_survey_beside_the_results_framework_has_moved() -> None:
    crews = vk.load_model(ROOT / "examples" / "results-framework" / "programmes" / "mannskap.yaml")
    said = " ".join(vk.waves(crews, people="different").to_text(lang="en").split())
    assert "The chance of a higher answer in the later wave: 0.64 (0.52 to 0.75). p = 0.015, counted." in said
