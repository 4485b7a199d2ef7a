"""The command ``progress``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from .conftest import Run

MODEL = """virkningskjede: 1
kind: programme
id: m
title: Leksekafé
source: r
indicators:
  svar: {label: Svar, unit: percent, baseline: {value: 40, date: 2023}, targets: [{min: 60, date: 2024}, {min: 80, date: 2026}]}
results:
  a: {indicator: svar, value: 50, date: 2024-03, at: "1:1"}
  b: {indicator: svar, value: 70, date: 2025-10, at: "1:2"}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "m.yaml"
    path.write_text(MODEL, "utf-8")
    return path


@pytest.mark.parametrize(("lang", "line"), [("nb", "oktober 2025"), ("en", "October 2025")])
def test_the_latest_result_is_told(run: Run, file: Path, lang: str, line: str) -> None:
    ran = run("progress", file, "--lang", lang)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    assert {"nb": "75 %", "en": "75%"}[lang] in ran.out
    assert line.split(maxsplit=1)[0] in ran.out and "2025" in ran.out


def test_the_formats(run: Run, file: Path) -> None:
    rows = json.loads(run("progress", file, "--all", "--format", "json").out)["indicators"]
    assert [(row["result"], row["date"], row["share"], row["met"]) for row in rows] == [
        *(("a", "2024-03", 0.5, "no"), ("b", "2025-10", 0.75, "no")),
    ]
    (listed,) = csv.DictReader(io.StringIO(run("progress", file, "--format", "csv", "--lang", "en").out))
    assert (listed["Id"], listed["Per cent of the way"], listed["Place"]) == ("svar", "75", "r#1:2")
    assert "| Svar | 40 prosent (2023) | minst 80 prosent (2026) |" in run("progress", file, "--format", "md").out
    page = file.parent / "framgang.html"
    assert run("progress", file, "-o", page).code == 0
    assert "<table" in page.read_text("utf-8")


def test_a_date_and_a_wave(run: Run, file: Path) -> None:
    assert "50 prosent" in run("progress", file, "--date", "2024").out
    unknown = run("progress", file, "--wave", "høst")
    assert (unknown.code, unknown.out, unknown.err) == (
        *(2, "", "feil: ingen resultater er fra runden «høst»: ingen av resultatene har noen runde\n"),
    )
    wrong = run("progress", file, "--date", "i fjor", "--lang", "en")
    assert (wrong.code, "“i fjor” is not a date" in wrong.err) == (2, True)


def test_several_models_have_a_table_each(run: Run, models_folder: Path) -> None:
    ran = run("progress", models_folder / "pilots", "--lang", "en")
    assert ran.code == 0
    assert "Nesodden" in ran.out


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "dot"])
def test_a_figure_of_all_results(run: Run, file: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"figur.{ending}"
    ran = run("progress", file, "-o", target)
    assert (ran.code, ran.out) == (0, "")
    assert f"figur.{ending}" in ran.err
    begins = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"graph panels"}[ending]
    content = target.read_bytes()
    assert content.startswith(begins)
    if ending == "svg":  # not only the latest
        assert all(f"Resultat: {number} prosent".encode() in content for number in (50, 70))


def test_a_figure_as_it_was_on_a_date(run: Run, file: Path, tmp_path: Path) -> None:
    assert run("progress", file, "--date", "2024", "-o", tmp_path / "figur.svg", "--lang", "en").code == 0
    content = (tmp_path / "figur.svg").read_text("utf-8")
    assert "Leksekafé: progress (2024)" in content
    assert "50 per cent" in content and "70 per cent" not in content


def test_a_figure_is_no_mermaid(run: Run, file: Path, tmp_path: Path) -> None:
    ran = run("progress", file, "-o", tmp_path / "figur.mmd")
    assert (ran.code, ran.out) == (2, "")
    assert not (tmp_path / "figur.mmd").exists()


def test_a_workbook_has_sheets_by_name_and_numbers_to_calculate_with(run: Run, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "n.yaml"
    bounds = "{svar: {label: Besøk, unit: visits, baseline: {approx: 5, date: 2023-01-02}, targets: [{min: 10, max: 12, date: 2026-06}]}}"
    other.write_text(
        f"virkningskjede: 1\nkind: programme\nid: n\ntitle: Gåklubb\nsource: r\nindicators: {bounds}\n"
        'results: {a: {indicator: svar, below: 9, date: 2025-10-29, at: "1:1"}}\n',
        "utf-8",
    )
    assert run("progress", file, other, "-o", tmp_path / "x.xlsx", "--lang", "en").code == 0
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["Leksekafé", "Gåklubb", "All rows", "Explanation"]
    header, *rows = book["All rows"].iter_rows(values_only=True)
    first, second = (dict(zip(header, row, strict=True)) for row in rows)
    amounts = [f"{amount} ({part})" for amount in ("Baseline", "Target", "Result") for part in ("kind", "number", "upper number")]
    assert [first[name] for name in amounts] == [None, 40, None, "at least", 80, None, None, 70, None]
    assert [second[name] for name in amounts] == ["about", 5, None, "from", 10, 12, "under", 9, None]
    assert (first["Target"], first["Unit"], second["Unit"]) == ("at least 80 per cent", "per cent", "visits")
    dates = ("Baseline (date)", "Target (date)", "Date")
    assert [first[name] for name in dates] == ["2023", "2026", "2025-10"]
    assert [second[name] for name in dates] == ["2023-01-02", "2026-06", "2025-10-29"]
