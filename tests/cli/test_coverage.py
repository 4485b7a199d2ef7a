"""The command ``coverage`` on the real models, and on an invented source."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede.analysis.coverage.report import to_json

from .conftest import Run

SENTENCES = ("Klubben møtes to ganger.", "Den heter noe.", "Takk for oss.")
COPY = "".join(f"[1:{number}] {sentence}\n" for number, sentence in enumerate(SENTENCES, 1))


@pytest.fixture
def club(here: Path) -> Path:
    hashes = " ".join(hashlib.sha256(sentence.encode()).hexdigest()[:8] for sentence in SENTENCES)
    for folder in ("segments", "pilots", "comparisons"):
        (here / folder).mkdir()
    (here / "vocabulary.yaml").write_text(
        "virkningskjede: 1\nkind: vocabulary\nterms: {kurs: {label: {nb: Kurs, en: Course}, stage: activity, definition: {nb: x, en: x}}}\n"
    )
    (here / "segments" / "bok.yaml").write_text(
        "virkningskjede: 1\nkind: segments\nsource: bok\nrule: {nb: x, en: x}\nhash: {nb: x, en: x}\n"
        f'sections:\n  "1": {{heading: Klubben, sentences: "{hashes}"}}\n',
        encoding="utf-8",
    )
    (here / "pilots" / "klubb.yaml").write_text(
        'virkningskjede: 1\nkind: pilot\nid: klubb\nsource: bok\ninputs:\n  a: {label: Møter, at: "1:1"}\nset_aside: {"1:3": opinion}\n',
        encoding="utf-8",
    )
    (here / "kopi.txt").write_text(COPY, encoding="utf-8")
    return here


def test_the_corpus_has_nothing_left_where_it_describes(run: Run, models_folder: Path) -> None:
    sections = "2,2.1,2.1.*,2.2,2.2.*,typer,type-*,nytte,organisering,utfordringer,suksesskriterier"
    ran = run("coverage", models_folder, "--section", sections, "--fail-on", "uncited", "--fail-under", "100")
    assert (ran.code, ran.err) == (0, "")
    assert "0 igjen (100 % gjort rede for)" in " ".join(ran.out.split())
    assert max(map(len, ran.out.splitlines())) <= 80


def test_json_has_the_fixed_keys(run: Run, models_folder: Path) -> None:
    data = json.loads(run("coverage", models_folder, "--format", "json").out)
    assert set(data["sources"]) == {"statusrapport", "dps-nav"}
    for source in data["sources"].values():
        for section in source["sections"]:
            assert {"section", "segments", "cited", "tested", "set_aside", "uncited"} <= section.keys()
            numbers = sorted(section["cited"] + section["tested"] + section["set_aside"] + section["uncited"])
            assert numbers == list(range(1, section["segments"] + 1))
            assert set(section["by"]) >= set(map(str, section["cited"] + section["tested"]))


def test_one_model_accounts_for_its_own_section(run: Run) -> None:
    data = json.loads(run("coverage", "corpus:nesodden", "--section", "2.1.4", "--format", "json").out)
    (section,) = data["sources"]["statusrapport"]["sections"]
    assert (section["segments"], section["uncited"]) == (35, [])
    assert "nesodden.activities.kontordager-rph" in section["by"]["8"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 0),
        (("--fail-on", "uncited"), 1),
        (("--fail-under", "66"), 0),
        (("--fail-under", "67"), 1),
        (("--uncited",), 0),
        (("--fail-on", "noe"), 2),
        (("--section", "2"), 2),
        (("--source", "film"), 2),
        (("--text", "bok"), 2),
        (("--text", "film=kopi.txt"), 2),
        (("--text", "bok=mangler.txt"), 2),
        (("--text", "bok=kopi.txt", "--fail-on", "differs"), 0),
        (("--text", "bok=vocabulary.yaml", "--fail-on", "differs"), 1),
        (("--fail-under", "101"), 2),
    ],
)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_exit_codes(run: Run, club: Path, options: tuple[str, ...], code: int, lang: str) -> None:
    ran = run("coverage", "pilots", "--lang", lang, *options)
    assert ran.code == code
    assert bool(ran.err) is (code == 2)
    assert "Traceback" not in ran.err


def test_what_does_not_exist_is_told_with_what_does(run: Run, club: Path) -> None:
    assert run("coverage", "pilots", "--section", "2*").err == "feil: `2*` er ikke et av valgene: 1\n"
    assert run("coverage", "pilots", "--source", "film", "--lang", "en").err == "error: `film` is not one of the choices: bok\n"


def test_a_copy_of_a_source_without_sentences_is_told_what_is_needed(run: Run, club: Path) -> None:
    (club / "references.yaml").write_text(
        "virkningskjede: 1\nkind: references\nreferences: {film: {type: book, title: Filmen}}\n", encoding="utf-8"
    )
    told = run("coverage", "pilots", "--text", "film=kopi.txt").err
    assert told.startswith("feil: kilden film er ikke delt inn i setninger")
    assert "segments/film.yaml" in told
    assert run("coverage", "pilots", "--text", "fim=kopi.txt").err == "feil: `fim` er ikke et av valgene: bok\n"
    (club / "segments" / "bok.yaml").unlink()
    assert run("coverage", "pilots", "--text", "bok=kopi.txt").err.startswith("feil: kilden bok er ikke delt inn i setninger")


def test_a_copy_is_verified_and_read_beside_the_models(run: Run, club: Path) -> None:
    before = sorted(club.rglob("*"))
    ran = run("coverage", "pilots", "--text", "bok=kopi.txt")
    assert "- 1: Klubben møtes to ganger.\n  - klubb: «Møter»\n" in ran.out
    assert "- 2: Den heter noe.\n  - ikke brukt\n" in ran.out
    assert "- 3: Takk for oss.\n  - satt til side: mening\n" in ran.out
    assert "Kopien av bok stemmer: alle 3 setninger er som i segmentene." in ran.out
    assert ran.out.endswith("\n- 1:1 (tall) Klubben møtes to ganger.\n  - klubb: «Møter»\n")
    assert sorted(club.rglob("*")) == before


def test_the_text_is_held_against_the_models_as_in_validate(run: Run, club: Path) -> None:
    model = next((club / "pilots").glob("*.yaml"))
    model.write_text(model.read_text("utf-8").replace("label: Møter", "label: Sju møter"), encoding="utf-8")
    place = f"{model.relative_to(club)}:"
    ran = run("coverage", "pilots", "--text", "bok=kopi.txt")
    against = next(line for line in ran.out.splitlines() if "VK411" in line)
    assert against.startswith(f"- {place}")
    assert against.endswith("advarsel VK411 Tallet 7 står ikke i 1:1")
    assert "advarsel VK411 Tallet 7 står ikke i 1:1" in run("validate", "pilots", "--text", "bok=kopi.txt").out
    assert "VK411" not in run("validate", "pilots").out
    data = json.loads(run("coverage", "pilots", "--text", "bok=kopi.txt", "--format", "json").out)
    same = json.loads(run("validate", "pilots", "--text", "bok=kopi.txt", "--select", "VK41", "--format", "json").out)["diagnostics"]
    assert data["diagnostics"] == same
    assert [(breach["code"], breach["file"]) for breach in same] == [(code, str(model.relative_to(club))) for code in ("VK411", "VK417")]


def test_a_text_that_cannot_be_held_against_anything_is_one_sentence(run: Run, club: Path) -> None:
    assert run("validate", "pilots", "--text", "bok=vocabulary.yaml").err == (
        "feil: vocabulary.yaml er ikke en kopi av bok: ingen av setningene er som segmentene sier\n"
    )
    assert run("validate", "pilots", "--text", "bok=kopi.txt", "--text", "bok=kopi.txt").err == (
        "feil: --text er oppgitt to ganger for kilden bok\n"
    )
    assert run("validate", "pilots", "--select", "VK411").err == "feil: VK411 leser teksten i en kilde; oppgi den med --text KILDE=FIL\n"
    (club / "kopi.txt").write_text((club / "kopi.txt").read_text("utf-8").replace("to ganger", "ti ganger"), encoding="utf-8")
    assert run("validate", "pilots", "--text", "bok=kopi.txt").err == (
        "Én setning i kopi.txt er ikke som segmentene sier, og ingenting er holdt mot den\n"
    )


def test_a_copy_never_acts_in_the_terminal(run: Run, club: Path) -> None:
    (club / "kopi.txt").write_text("[1:1] [red]rødt[/] \x1b[31m :smile:\n", encoding="utf-8")
    out = run("coverage", "pilots", "--text", "bok=kopi.txt").out
    assert "[red]rødt[/] \ufffd[31m :smile:" in out
    assert "\x1b" not in out


def test_what_a_comparison_cites_counts_for_its_folder(run: Run, club: Path) -> None:
    (club / "comparisons" / "t.yaml").write_text(
        'virkningskjede: 1\nkind: comparison\nid: t\ntitle: {nb: x, en: x}\nsource: bok\nat: "1:2"\nstages: [inputs]\n'
        "columns: {c: {label: {nb: x, en: x}, counts: [kurs]}}\n"
    )
    assert run("coverage", "pilots", "--fail-on", "uncited").code == 1
    assert run("coverage", ".", "--fail-on", "uncited").code == 0


def test_the_command_says_what_the_function_says(run: Run, models_folder: Path) -> None:
    for folder in (models_folder, models_folder / "pilots"):
        account = vk.coverage(vk.load(folder))
        assert json.loads(run("coverage", folder, "--format", "json").out) == to_json(account)


def test_what_claims_say_of_each_sentence(run: Run, club: Path) -> None:
    (club / "claims").mkdir()
    (club / "claims" / "bok.yaml").write_text(
        "virkningskjede: 1\nkind: claims\nid: bok\ntitle: {nb: x, en: x}\nsource: bok\n"
        'claims:\n  to: {at: "1:1", statement: {nb: To ganger, en: Twice}, reading: {section: {exists: "1"}}}\n'
        'unchecked: {"1:2": {reason: outside, statement: {nb: x, en: x}}}\n',
        encoding="utf-8",
    )
    out = run("coverage", ".", "--explain", "--fail-on", "uncited").out
    assert "1 Klubben   3           1        0       2               0" in out
    assert "Setninger med påstander: 1. Satt til side fordi de ikke kan prøves som\n  påstander: 1" in out
    assert "- 1\n  - klubb: «Møter»\n  - x: «To ganger»\n" in out
    assert "- 2: kan ikke prøves: modellene har ikke noe annet å holde det mot\n" in out
    (section,) = json.loads(run("coverage", ".", "--format", "json").out)["sources"]["bok"]["sections"]
    assert (section["claimed"], section["unchecked"], section["reasons"]) == ([1], [2], {"2": "outside", "3": "opinion"})


def test_41_sentences_of_the_report_are_no_models(run: Run, models_folder: Path) -> None:
    ran = run("coverage", models_folder, "--source", "statusrapport")
    assert "822 setninger, 768 sitert av modeller, 48 bare prøvd, 6 satt til side, 0 igjen (100 %" in " ".join(ran.out.split())
    assert "Setninger som ingen modell bygger på eller har satt til side: 41\n" in ran.out


def test_markdown_goes_to_the_file_that_was_asked_for(run: Run, club: Path) -> None:
    ran = run("coverage", "pilots", "--format", "md", "-o", "ut.md", "--uncited")
    assert (ran.code, ran.out) == (0, "")
    assert (club / "ut.md").read_text(encoding="utf-8").splitlines()[-1] == "| 1 Klubben | 3 | 1 | 0 | 1 | 1 (2) |"


@pytest.mark.parametrize(
    ("output", "parts"),
    [
        ("ut.txt", ["- 2: Den heter noe.\n  - ikke brukt", "Kopien av bok stemmer: alle 3 setninger", "1:1 (tall) Klubben"]),
        ("ut.md", ["- **2:** Den heter noe.\n  - ikke brukt", "Kopien av bok stemmer: alle 3 setninger", "1:1 (tall) Klubben"]),
        (
            "ut.html",
            ["<li><b>2:</b> Den heter noe.\n<ul>\n<li>ikke brukt", "Kopien av bok stemmer: alle 3 setninger", "1:1 (tall) Klubben"],
        ),
        ("ut.csv", ["bok,1,Klubben,2,Igjen,,ikke brukt,som i segmentene,,Den heter noe.", "som i segmentene,tall,Klubben møtes"]),
        ("ut.json", ['"hardly_captured": [\n        {\n          "at": [\n            "bok#1:1"']),
    ],
)
def test_a_copy_is_told_of_in_every_format(run: Run, club: Path, output: str, parts: list[str]) -> None:
    assert run("coverage", "pilots", "--text", "bok=kopi.txt", "-o", output) == (0, "", "")
    written = (club / output).read_text(encoding="utf-8")
    assert [part for part in parts if part not in written] == []


@pytest.mark.parametrize("output", [("-o", "ut.svg"), ("-o", "ut.odt"), ("--format", "md", "-o", "ut.txt")])
def test_what_it_cannot_be_written_as_ends_with_two(run: Run, here: Path, output: tuple[str, ...]) -> None:
    ran = run("coverage", "corpus:ha", *output)
    assert (ran.code, ran.out, ran.err.startswith("feil: «ut.")) == (2, "", True)
    assert list(here.iterdir()) == []
