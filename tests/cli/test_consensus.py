"""The command ``consensus`` on the real models."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from virkningskjede.report.formats import FORMATS

from ..reading import TEXTS
from .conftest import Run, used

PLACE = re.compile(r"statusrapport#[0-9.]+:\d+")


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("more", [[], ["--against", "felles"]])
def test_the_tables_fit_a_terminal(run: Run, models_folder: Path, lang: str, more: list[str]) -> None:
    ran = run("consensus", models_folder / "pilots", "--min", "3", "--lang", lang, *more)
    assert (ran.code, ran.err) == (0, used(models_folder, lang))
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "\x1b" not in ran.out and "  \n" not in ran.out


def test_the_chain_reads_at_a_glance(run: Run, models_folder: Path) -> None:
    lines = run("consensus", models_folder / "pilots", "--min", "4").out.splitlines()
    title = "Samlet virkningskjede for 9 modeller: det minst 4 av dem sikkert har"
    assert lines[:4] == [title, "=" * len(title), "", "26 ledd og 7 koblinger."]
    assert "Faste møter                      ?   P   P   B   B   P  P   P?  P   7–9" in lines
    assert "Nav-veileder → Samlokalisering ·   ·   K   ·   K   K  ·   K   K   5      5   0" in lines


def test_against_a_template_says_what_nobody_makes(run: Run, models_folder: Path) -> None:
    out = run("consensus", models_folder / "pilots", "--min", "3", "--against", "felles").out
    nobody = out.partition("Koblinger i malen som ingen modell lager\n")[2].partition("\n\n")[0]
    assert "Tjenestene kjenner hverandre bedre → Arbeid og helse ses i sammenheng" in nobody
    assert "(lengre vei i malen:" in out


def test_json_is_the_whole_value(run: Run, models_folder: Path) -> None:
    data = json.loads(run("consensus", models_folder / "pilots", "--min", "3", "--against", "felles", "--format", "json").out)
    assert (len(data["models"]), data["min"], data["fold"]) == (9, 3, False)
    links: dict[tuple[str, str], Any] = {(row["from"], row["to"]): row for row in data["links"]}
    assert links["tilskudd", "nav-veileder"]["count"] == [6, 7]
    every = [*data["nodes"], *data["links"], *data["against"]["nodes"], *data["against"]["beyond"]["links"]]
    places = [place for element in every for model in element["models"] for place in model["at"]]
    assert len(places) > 300 and all(PLACE.fullmatch(place) for place in places)
    wanted = {(element["from"], element["to"]): element for element in data["against"]["links"]}
    assert wanted["samlokalisering", "kjennskap"]["counts"] == {"made": [4, 4], "path": [1, 1], "elsewhere": [0, 0]}
    assert wanted["kjennskap", "integrert-fokus"]["how"] is None
    assert data["against"]["left_out"]["nodes"] == ["utproving", "brukerrettet", "bedre-tilbud"]


def test_explain_gives_the_place_of_each(run: Run, models_folder: Path) -> None:
    out = run("consensus", models_folder / "pilots", "--min", "4", "--explain").out
    assert "\nNav-veileder → Samlokalisering (antall 5, står i kilden 5, tolket 0)\n  - Hå: " in out
    assert (
        "- Hå: står i kilden; «Nav-veileder (‘arbeidsveileder’)» → «Terapeut og Nav-veileder er på legekontorene»; 2.2.1:7 - "
        in " ".join(out.split())
    )


def test_csv_html_and_markdown(run: Run, models_folder: Path) -> None:
    def written(kind: str, *more: str) -> str:
        return run("consensus", models_folder / "pilots", "--min", "4", "--format", kind, *more).out

    data = json.loads(written("json"))
    rows = list(csv.DictReader(io.StringIO(written("csv"))))
    assert len(rows) == sum(len(element["models"]) for element in (*data["nodes"], *data["links"]))
    assert written("html").startswith("<!doctype html>") and written("html").count("<tr>") == 26 + 7 + 2
    assert "| Nav-veileder → Samlokalisering | 5 | 5 | 0 | Kristiansand, Tromsø, Hå, Ringsaker, Bydel Stovner |" in written("md")
    assert "Hå: står i kilden, 2.2.1:7" in written("md", "--explain")


def test_folding(run: Run, models_folder: Path) -> None:
    out = run("consensus", models_folder / "pilots", "--min", "9", "--fold").out
    assert "Felles møter" in out and "Faste møter" not in out


def test_an_output_file(run: Run, models_folder: Path, here: Path) -> None:
    ran = run("consensus", models_folder / "pilots", "--min", "4", "--format", "md", "-o", here / "kjede.md")
    assert (ran.code, ran.out) == (0, "")
    assert (here / "kjede.md").read_text("utf-8").startswith("# Samlet virkningskjede")


@pytest.mark.parametrize("ending", ["mmd", "dot"])
def test_a_picture(run: Run, models_folder: Path, here: Path, ending: str) -> None:
    ran = run("consensus", models_folder / "pilots", "--min", "4", "-o", here / f"kjede.{ending}")
    assert (ran.code, ran.out) == (0, "")
    assert "Samlokalisering" in (here / f"kjede.{ending}").read_text("utf-8")


def test_there_is_no_picture_of_a_chain_against_a_template(run: Run, models_folder: Path, here: Path) -> None:
    ran = run("consensus", models_folder / "pilots", "--min", "4", "--against", "corpus:felles", "-o", "kjede.svg")
    sentence = "feil: Av dette er det ikke noe bilde. Det kan skrives som text, json, md, csv, html, docx, xlsx.\n"
    assert ran == (2, "", used(models_folder) + sentence)
    assert not (here / "kjede.svg").exists()


@pytest.mark.parametrize("more", [[], ["--against", "corpus:felles"]])
@pytest.mark.parametrize(("form", "ending"), [(form, FORMATS[form].endings[0]) for form in TEXTS])
def test_the_ending_of_a_file_decides_what_is_written(
    run: Run, models_folder: Path, here: Path, form: str, ending: str, more: list[str]
) -> None:
    arguments = ["consensus", models_folder / "pilots", "--min", "4", *more]
    shown = run(*arguments, "--format", form)
    ran = run(*arguments, "-o", f"kjede.{ending}")
    assert (ran.code, ran.out, ran.err) == (0, "", used(models_folder))
    assert (here / f"kjede.{ending}").read_bytes().decode("utf-8") == shown.out


def test_a_file_that_ends_otherwise_than_the_format_is_misuse(run: Run, here: Path) -> None:
    ran = run("consensus", "corpus:ha", "corpus:tromso", "--format", "csv", "-o", "kjede.md")
    assert ran == (2, "", "feil: «kjede.md» ender på noe annet enn det som --format csv ber om; velg en av delene\n")
    assert not (here / "kjede.md").exists()


@pytest.mark.parametrize(("more", "form"), [(("--format", "json"), "json"), (("-o", "kjede.csv"), "csv"), (("-o", "kjede.mmd"), "mmd")])
def test_explain_is_refused_where_it_changes_nothing(run: Run, here: Path, more: tuple[str, ...], form: str) -> None:
    ran = run("consensus", "corpus:ha", "corpus:tromso", "--explain", *more)
    sentence = f"feil: --explain endrer ikke noe i {form}, bare i text, md, html, docx; ta den bort, eller velg et av dem\n"
    assert ran == (2, "", sentence)
    assert not (here / f"kjede.{form}").exists()


def test_misuse_is_said_in_words(run: Run, models_folder: Path) -> None:
    for wrong in (["--against", "finnes-ikke"], ["--min", "-1"], ["--min", "to"]):
        ran = run("consensus", models_folder / "pilots", *wrong)
        assert (ran.code, ran.out) == (2, "")
        assert "Traceback" not in ran.err and ran.err


def test_many_models_are_spread_over_several_tables(run: Run, models_folder: Path) -> None:
    ran = run("consensus", models_folder / "pilots", models_folder / "templates", models_folder / "programmes", "--min", "5")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80


def test_hostile_labels_are_text(run: Run, here: Path) -> None:
    label = "<script>alert(1)</script> | *x* [a](b)"
    (here / "vocabulary.yaml").write_text(
        f"virkningskjede: 1\nkind: vocabulary\nterms:\n  x: {{label: {{nb: '{label}', en: X}}, stage: input}}\n", "utf-8"
    )
    (here / "pilots").mkdir()
    (here / "pilots" / "m.yaml").write_text(
        "virkningskjede: 1\nkind: pilot\nid: m\ntitle: '=1+1'\ninputs: {a: {label: A, term: x}}\n", "utf-8"
    )
    html = run("consensus", here / "pilots", "--format", "html").out
    assert "<script>" not in html and "&lt;script&gt;" in html
    assert "\\| \\*x\\*" in run("consensus", here / "pilots", "--format", "md").out
