"""``virkningskjede waves``."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl

from .conftest import Run

MODEL = """virkningskjede: 1
kind: pilot
id: kor
indicators: {trivsel: {label: Trivsel}}
results:
  a: {indicator: trivsel, wave: vår, distribution: {aldri: 3, ofte: 12}}
  b: {indicator: trivsel, wave: høst, distribution: {aldri: 1, ofte: 20}}
"""


def test_the_command_asks_who_answered(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "kor.yaml"
    file.write_text(MODEL, encoding="utf-8")
    assert "Ingen p: det kan være de samme" in run("waves", str(file)).out
    value = json.loads(run("waves", str(file), "--people", "different", "--format", "json").out)
    assert value["people"] == "different" and 0 < value["comparisons"][0]["p"] < 1
    wrong = run("waves", str(file), "--people", "ulike")
    assert (wrong.code, wrong.out) == (2, "") and "unknown, different, same" in wrong.err


def test_the_distributions_are_drawn(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "kor.yaml"
    file.write_text(MODEL, encoding="utf-8")
    ran = run("waves", str(file), "-o", str(tmp_path / "runder.svg"))
    assert (ran.code, ran.out) == (0, "")
    content = (tmp_path / "runder.svg").read_text("utf-8")
    assert "aldri 20 % (3 / 15)" in content and "ofte 95 % (20 / 21)" in content


def test_the_counts_of_a_workbook_are_numbers_and_its_rows_have_names(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "kor.yaml"
    file.write_text(MODEL, encoding="utf-8")
    assert run("waves", str(file), "--people", "different", "-o", str(tmp_path / "x.xlsx"), "--lang", "en").code == 0
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["Trivsel", "All rows", "Explanation"]
    assert list(book["Trivsel"].iter_rows(values_only=True)) == [
        ("Answer", "vår", "vår, per cent", "høst", "høst, per cent"),
        ("aldri", 3, 20, 1, 5),
        ("ofte", 12, 80, 20, 95),
        ("In all", 15, None, 21, None),
    ]
    header, row = book["All rows"].iter_rows(values_only=True)
    assert header[:10] == (
        *("Model (id)", "Name of the model", "Indicator (id)", "Indicator", "Among (id)", "Among"),
        *("Earlier wave (id)", "Earlier wave", "Later wave (id)", "Later wave"),
    )
    assert row[:10] == ("kor", "kor", "trivsel", "Trivsel", None, None, "a", "vår", "b", "høst")
    assert row[-2:] == ("yes", None)
