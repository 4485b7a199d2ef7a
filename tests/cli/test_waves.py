"""``virkningskjede waves``."""

from __future__ import annotations

import json
from pathlib import Path

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
