"""The command ``compare`` on the real models."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from .conftest import Run

PILOTS = ("bjerke", "fredrikstad", "ha", "kristiansand", "lillestrom", "nesodden", "ringsaker", "stovner", "tromso")
STATUSES = (None, "considered", "planned", "started", "in_use", "completed")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_table_reads_at_a_glance(run: Run, models_folder: Path, lang: str) -> None:
    ran = run("compare", models_folder / "pilots", "--columns", "tiltak", "--lang", lang)
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, lines)) <= 80
    assert lines[1].split()[:9] == ["Bje", "Fre", "Kri", "Nes", "Tro", "Hå", "Lil", "Rin", "Sto"]
    assert lines[3].split()[-10:] == ["·", "·", "P", "B" if lang == "nb" else "U", "B" if lang == "nb" else "U", "P", "P", "P", "P", "7"]
    assert "\x1b" not in ran.out


def test_json_has_the_fixed_keys(run: Run, models_folder: Path) -> None:
    told = json.loads(run("compare", models_folder / "pilots", "--columns", "tiltak", "--format", "json").out)
    assert tuple(told["models"]) == PILOTS
    assert len(told["columns"]) == 10
    for model, cells in told["cells"].items():
        assert model in told["models"]
        for column, cell in cells.items():
            assert column in told["columns"]
            assert {"status", "nodes", "at", "sure"} <= cell.keys()
            assert cell["status"] in STATUSES
            assert cell["nodes"] and isinstance(cell["sure"], bool)
            assert cell["at"] and all(re.fullmatch(r"statusrapport#[0-9.]+:\d+", place) for place in cell["at"])


def test_explain_gives_the_place_of_each_tick(run: Run) -> None:
    out = run("compare", "ha", "tromso", "--columns", "tiltak", "--explain").out
    assert "  Samlokalisering: planlagt\n    - Terapeut og Nav-veileder er på legekontorene (planlagt; 2.2.1:7)\n" in out


def test_csv_html_and_markdown(run: Run, models_folder: Path) -> None:
    def written(kind: str) -> str:
        return run("compare", models_folder / "pilots", "--columns", "tiltak", "--format", kind).out

    rows = list(csv.DictReader(io.StringIO(written("csv"))))
    assert len(rows) == 90
    assert {row["Modell"] for row in rows} == set(PILOTS)
    assert written("html").count("<tr>") == 2 * 11  # the table, and the counts
    assert written("md").splitlines()[2].count("|") == 12


def test_an_output_file(run: Run, here: Path) -> None:
    ran = run("compare", "ha", "--columns", "tiltak", "--format", "html", "-o", "tabell.html")
    assert (ran.code, ran.out) == (0, "")
    assert "Felles møter" in (here / "tabell.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("ha",), ("ha", "--columns", "tltak"), ("ingen", "--columns", "tiltak")])
def test_what_cannot_be_done_ends_with_two(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("compare", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("feil: ")


@pytest.mark.parametrize(("lang", "start"), [("nb", "feil: `tltak` er ikke"), ("en", "error: `tltak` is not")])
def test_an_unknown_table_tells_which_there_are(run: Run, lang: str, start: str) -> None:
    ran = run("compare", "ha", "--columns", "tltak", "--lang", lang)
    assert ran.err.startswith(start)
    assert "tiltak" in ran.err


def test_a_table_from_a_file(run: Run, models_folder: Path) -> None:
    named = run("compare", "ha", "--columns", "tiltak")
    assert run("compare", "ha", "--columns", models_folder / "comparisons" / "tiltak.yaml") == named
    assert named.code == 0


def test_a_table_with_unknown_names_is_refused(run: Run, here: Path) -> None:
    (here / "comparisons").mkdir()
    (here / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    (here / "m.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: m\n")
    (here / "comparisons" / "t.yaml").write_text(
        "virkningskjede: 1\nkind: comparison\nid: t\ntitle: {nb: x, en: x}\nstages: [inputs]\n"
        "columns: {c: {label: {nb: x, en: x}, counts: [penger]}}\n"
    )
    ran = run("compare", "m.yaml", "--columns", "t")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("comparisons/t.yaml:6:") and "`penger`" in ran.err
