"""The command ``group``, and pictures of ``compare``, on the real models."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from virkningskjede.report.formats import FORMATS

from ..reading import TEXTS
from .conftest import Run, used


@pytest.mark.parametrize(("lang", "words"), [("nb", ("Mal", "Framdrift", "3 av 126")), ("en", ("Template", "Progress", "3 of 126"))])
def test_the_answer_reads_at_a_glance(run: Run, models_folder: Path, lang: str, words: tuple[str, ...]) -> None:
    ran = run("group", models_folder / "pilots", "--by", "tiltak", "--samples", "50", "--lang", lang)
    assert (ran.code, ran.err) == (0, used(models_folder, lang))
    assert max(map(len, ran.out.splitlines())) <= 80
    assert all(word in ran.out for word in words)


def test_json_goes_to_stdout_alone(run: Run, models_folder: Path) -> None:
    ran = run("group", models_folder / "pilots", "--samples", "10", "--seed", "7", "--format", "json")
    data = json.loads(ran.out)
    assert (ran.code, ran.err, data["by"], data["robustness"]["seed"]) == (0, used(models_folder), "terms", 7)
    assert run("group", models_folder / "pilots", "--samples", "10", "--seed", "7", "--format", "json") == ran


@pytest.mark.parametrize("kind", ["md", "csv", "html"])
def test_other_formats_and_a_file(run: Run, models_folder: Path, here: Path, kind: str) -> None:
    ran = run("group", models_folder / "pilots", "--samples", "0", "--format", kind, "-o", f"svar.{kind}")
    assert (ran.code, ran.out) == (0, "")
    assert "Fredrikstad" in (here / f"svar.{kind}").read_text("utf-8") or kind == "csv"


@pytest.mark.parametrize(("form", "ending"), [(form, FORMATS[form].endings[0]) for form in TEXTS])
def test_the_ending_of_a_file_decides_what_is_written(run: Run, models_folder: Path, here: Path, form: str, ending: str) -> None:
    arguments = ["group", models_folder / "pilots", "--samples", "0"]
    shown = run(*arguments, "--format", form)
    assert run(*arguments, "-o", f"svar.{ending}") == (0, "", used(models_folder))
    assert (here / f"svar.{ending}").read_bytes().decode("utf-8") == shown.out


def test_a_file_that_ends_otherwise_than_the_format_is_misuse(run: Run, here: Path) -> None:
    ran = run("group", "corpus:ha", "corpus:tromso", "--format", "json", "-o", "svar.svg")
    assert ran == (2, "", "feil: «svar.svg» ender på noe annet enn det som --format json ber om; velg en av delene\n")
    assert not (here / "svar.svg").exists()


@pytest.mark.parametrize("option", ["--samples", "--seed"])
@pytest.mark.parametrize("ending", ["csv", "svg"])
def test_samples_are_refused_where_nothing_is_told_of_them(run: Run, here: Path, option: str, ending: str) -> None:
    ran = run("group", "corpus:ha", "corpus:tromso", option, "7", "-o", f"svar.{ending}")
    sentence = f"feil: {option} endrer ikke noe i {ending}, bare i text, md, html, docx, json; ta den bort, eller velg et av dem\n"
    assert ran == (2, "", sentence)
    assert not (here / f"svar.{ending}").exists()


@pytest.mark.parametrize("arguments", [("group", "--by", "tiltak"), ("group",), ("compare", "--columns", "maalgruppe")])
def test_a_picture(run: Run, models_folder: Path, here: Path, arguments: tuple[str, ...]) -> None:
    command, *options = arguments
    ran = run(command, models_folder / "pilots", *options, "-o", "kart.svg")
    assert (ran.code, ran.out, ran.err) == (0, "", f"{used(models_folder)}Skrev kart.svg\n")
    assert (here / "kart.svg").read_text("utf-8").rstrip().endswith("</svg>")


def test_progress_can_be_drawn_elsewhere(run: Run, models_folder: Path) -> None:
    data = json.loads(run("group", models_folder / "pilots", "--progress", "started", "--samples", "0", "--format", "json").out)
    assert data["groups"]["progress"]["not_reached"] == ["fredrikstad", "kristiansand", "ringsaker"]


@pytest.mark.parametrize(("by", "meant"), [("tltak", "tiltak"), ("tems", "terms")])
def test_an_unknown_way_tells_which_there_are(run: Run, by: str, meant: str) -> None:
    ways = "terms, arrows, status, aktorer, hemmere, maalgruppe, omfang, rekruttering, tiltak, virkninger"
    sentence = f"feil: det er ingen sammenligning {by}; disse finnes: {ways}; mente du `{meant}`?\n"
    assert run("group", "corpus:ha", "corpus:tromso", "--by", by) == (2, "", sentence)


def test_an_installed_table_is_no_way_until_it_is_named(run: Run, here: Path) -> None:
    (here / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    for name in ("m", "n"):
        (here / f"{name}.yaml").write_text(f"virkningskjede: 1\nkind: pilot\nid: {name}\n")
    sentence = "feil: tiltak finnes ikke i prosjektet, bare i den medfølgende samlingen: skriv corpus:tiltak\n"
    assert run("group", "m", "n", "--by", "tiltak") == (2, "", sentence)


@pytest.mark.parametrize(
    "arguments",
    [
        ("corpus:ha", "corpus:tromso", "--by", "tltak"),
        ("corpus:ha",),
        ("corpus:ha", "corpus:tromso", "--samples", "-1"),
        ("corpus:ha", "corpus:tromso", "--progress", "dropped"),
    ],
)
def test_what_cannot_be_done_ends_with_two(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("group", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err and ran.err


def test_without_scipy_one_sentence_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.cluster", None)
    ran = run("group", "corpus:ha", "corpus:tromso")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "feil: gruppering krever scipy; installer det med: python3 -m pip install 'virkningskjede[grouping]'\n"
