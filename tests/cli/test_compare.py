"""The command ``compare`` on the real models."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from virkningskjede.report.formats import FORMATS

from ..reading import TEXTS
from .conftest import Run, used

PILOTS = ("bjerke", "fredrikstad", "ha", "kristiansand", "lillestrom", "nesodden", "ringsaker", "stovner", "tromso")
STATUSES = (None, "considered", "planned", "started", "in_use", "completed")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_table_reads_at_a_glance(run: Run, models_folder: Path, lang: str) -> None:
    ran = run("compare", models_folder / "pilots", "--columns", "tiltak", "--lang", lang)
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, used(models_folder, lang))
    assert max(map(len, lines)) <= 80
    assert lines[1].split()[:9] == ["Bje", "Fre", "Kri", "Nes", "Tro", "Hå", "Lil", "Rin", "Sto"]
    assert lines[3].split()[-10:] == ["·", "·", "P", "B" if lang == "nb" else "U", "B" if lang == "nb" else "U", "P", "P", "P", "P", "7"]
    assert "\x1b" not in ran.out


def test_json_has_the_fixed_keys(run: Run, models_folder: Path) -> None:
    data = json.loads(run("compare", models_folder / "pilots", "--columns", "tiltak", "--format", "json").out)
    assert tuple(data["models"]) == PILOTS
    assert len(data["columns"]) == 10
    for model, cells in data["cells"].items():
        assert model in data["models"]
        for column, cell in cells.items():
            assert column in data["columns"]
            assert {"status", "nodes", "at", "sure"} <= cell.keys()
            assert cell["status"] in STATUSES
            assert cell["nodes"] and isinstance(cell["sure"], bool)
            assert cell["at"] and all(re.fullmatch(r"statusrapport#[0-9.]+:\d+", place) for place in cell["at"])


def test_explain_gives_the_place_of_each_tick(run: Run) -> None:
    out = run("compare", "corpus:ha", "corpus:tromso", "--columns", "tiltak", "--explain").out
    assert "\nSamlokalisering: planlagt\n  - Terapeut og Nav-veileder er på legekontorene (planlagt; 2.2.1:7)\n" in out


def test_csv_html_and_markdown(run: Run, models_folder: Path) -> None:
    def written(kind: str) -> str:
        return run("compare", models_folder / "pilots", "--columns", "tiltak", "--format", kind).out

    rows = list(csv.DictReader(io.StringIO(written("csv"))))
    assert len(rows) == 90
    assert {row["Modell"] for row in rows} == set(PILOTS)
    assert written("html").count("<tr>") == 2 * 11  # the table, and the counts
    assert written("md").splitlines()[2].count("|") == 12


@pytest.mark.parametrize(("ending", "form"), [(ending, form) for form in TEXTS for ending in FORMATS[form].endings])
def test_the_ending_of_a_file_decides_what_is_written(run: Run, here: Path, ending: str, form: str) -> None:
    shown = run("compare", "corpus:ha", "corpus:tromso", "--columns", "tiltak", "--format", form)
    ran = run("compare", "corpus:ha", "corpus:tromso", "--columns", "tiltak", "-o", f"tabell.{ending}")
    assert (ran.code, ran.out, ran.err, shown.code) == (0, "", "", 0)
    assert (here / f"tabell.{ending}").read_bytes().decode("utf-8") == shown.out


@pytest.mark.parametrize("ending", ["md", "svg"])
def test_a_file_that_ends_otherwise_than_the_format_is_misuse(run: Run, here: Path, ending: str) -> None:
    ran = run("compare", "corpus:ha", "--columns", "tiltak", "--format", "csv", "-o", f"tabell.{ending}")
    sentence = f"feil: «tabell.{ending}» ender på noe annet enn det som --format csv ber om; velg en av delene\n"
    assert ran == (2, "", sentence)
    assert not (here / f"tabell.{ending}").exists()


@pytest.mark.parametrize(("more", "form"), [(("--format", "json"), "json"), (("--format", "csv"), "csv"), (("-o", "kart.svg"), "svg")])
def test_explain_is_refused_where_it_changes_nothing(run: Run, here: Path, more: tuple[str, ...], form: str) -> None:
    ran = run("compare", "corpus:ha", "--columns", "tiltak", "--explain", *more)
    sentence = f"feil: --explain endrer ikke noe i {form}, bare i text, md, html, docx; ta den bort, eller velg et av dem\n"
    assert ran == (2, "", sentence)
    assert not (here / "kart.svg").exists()


def test_an_output_file(run: Run, here: Path) -> None:
    ran = run("compare", "corpus:ha", "--columns", "tiltak", "--format", "html", "-o", "tabell.html")
    assert (ran.code, ran.out) == (0, "")
    assert "Felles møter" in (here / "tabell.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("corpus:ha",), ("corpus:ha", "--columns", "tltak"), ("corpus:ingen", "--columns", "tiltak")])
def test_what_cannot_be_done_ends_with_two(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("compare", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("feil: ")


TABLES = "aktorer, hemmere, maalgruppe, omfang, rekruttering, tiltak, virkninger"


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("nb", f"feil: det er ingen sammenligning tltak; disse finnes: {TABLES}; mente du `tiltak`?\n"),
        ("en", f"error: there is no comparison tltak; there are: {TABLES}; did you mean `tiltak`?\n"),
    ],
)
@pytest.mark.parametrize("name", ["tltak", "corpus:tltak"])
def test_an_unknown_table_tells_which_there_are(run: Run, lang: str, sentence: str, name: str) -> None:
    assert run("compare", "corpus:ha", "--columns", name, "--lang", lang) == (2, "", sentence)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "feil: Prosjektet har ingen tabeller: legg dem i mappen comparisons, eller nevn en med --columns.\n"),
        (("--columns", "egen"), "feil: det er ingen sammenligning egen; disse finnes: ingen\n"),
        (("--columns", "tiltak"), "feil: tiltak finnes ikke i prosjektet, bare i den medfølgende samlingen: skriv corpus:tiltak\n"),
    ],
)
def test_a_project_without_tables_says_so(run: Run, here: Path, arguments: tuple[str, ...], sentence: str) -> None:
    (here / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    (here / "m.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: m\n")
    assert run("compare", "m", *arguments) == (2, "", sentence)


def test_an_installed_table_is_used_when_it_is_named(run: Run, here: Path) -> None:
    (here / "m.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: m\n")
    assert run("compare", "m.yaml", "--columns", "tiltak").code == 2
    ran = run("compare", "m.yaml", "--columns", "corpus:tiltak", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert len(json.loads(ran.out)["columns"]) == 10


def test_a_table_from_a_file(run: Run, models_folder: Path) -> None:
    named = run("compare", "corpus:ha", "--columns", "tiltak")
    assert run("compare", "corpus:ha", "--columns", models_folder / "comparisons" / "tiltak.yaml") == named
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
