"""New models: where they are written, in which language, and what is said when they are not well made."""

from __future__ import annotations

from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede.project import corpus

from .conftest import Run

VOCABULARY = "virkningskjede: 1\nkind: vocabulary\n"


def project(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocabulary.yaml").write_text(VOCABULARY)
    return folder


def test_a_model_beside_you_is_found_by_its_name(run: Run, here: Path) -> None:
    ran = run("new", "lesecamp")
    assert (ran.code, ran.err) == (0, "Skrev lesecamp.yaml\n")
    drawn = run("render", "lesecamp", "-o", "a.svg")
    assert drawn.code == 0, drawn.err
    assert (here / "a.svg").read_text("utf-8").startswith("<?xml")


@pytest.mark.parametrize("where", [".", "pilots", "programmes/deep"])
def test_a_model_is_written_into_the_folder_of_its_kind(where: str, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(here / "own")
    stand = here / "own" / where
    stand.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(stand)
    for kind, folder in (("pilot", "pilots"), ("programme", "programmes"), ("template", "templates")):
        ran = run("new", f"a-{kind}", "--kind", kind)
        path = here / "own" / folder / f"a-{kind}.yaml"
        assert ran.code == 0
        assert path.is_file()
        assert ran.err.strip().endswith(f"{folder}/a-{kind}.yaml" if where == "." else f"a-{kind}.yaml")
        assert run("show", f"a-{kind}").code == 0


def test_a_model_is_of_the_kind_of_the_others(run: Run, here: Path) -> None:
    project(here)
    run("new", "en", "--kind", "programme")
    assert run("new", "to").err == "Skrev programmes/to.yaml\n"
    run("new", "tre", "--kind", "pilot")
    assert run("new", "fire").err == "Skrev pilots/fire.yaml\n"


def test_an_id_that_is_taken_in_the_project_is_not_used_again(run: Run, here: Path) -> None:
    project(here)
    (here / "programmes").mkdir()
    (here / "programmes" / "kurs.yml").write_text("virkningskjede: 1\nkind: programme\nid: kurs\n")
    ran = run("new", "kurs", "--kind", "pilot")
    assert (ran.code, ran.err) == (2, "feil: programmes/kurs.yml finnes fra før, og blir ikke rørt\n")
    assert not (here / "pilots").exists()


@pytest.mark.parametrize("name", ["kurs.yaml", "kurs.yml", "KURS.YAML", "annet.yaml"])
def test_a_model_of_the_id_that_lies_beside_you_is_not_hidden(name: str, run: Run, here: Path) -> None:
    (here / name).write_text("virkningskjede: 1\nkind: programme\nid: kurs\n")
    ran = run("new", "kurs")
    assert (ran.code, ran.err) == (2, f"feil: {name} finnes fra før, og blir ikke rørt\n")
    assert [path.name for path in here.iterdir()] == [name]


def test_the_installed_collection_is_not_written_to(run: Run, here: Path) -> None:
    ran = run("new", "kurs", "--root", "corpus:")
    assert ran.code == 2
    assert "den medfølgende samlingen blir ikke endret" in ran.err
    assert not list(corpus().rglob("kurs.yaml"))


@pytest.mark.parametrize("kind", ["pilot", "programme", "template"])
def test_texts_and_ids_are_in_the_language_and_fit_the_kind(kind: str, run: Run, here: Path) -> None:
    ran = run("new", "course", "--kind", kind, "--lang", "en", "-o", "-")
    assert ran.out == (
        "virkningskjede: 1\n"
        f"kind: {kind}\n"
        "id: course\n"
        "lang: en\n"
        "target_group:\n"
        "  target-group: {label: Whom it is for}\n"
        "inputs:\n"
        "  input: {label: Input, leads_to: [activity]}\n"
        "activities:\n"
        "  activity: {label: Activity, leads_to: [output]}\n"
        "outputs:\n"
        "  output: {label: Product or service, leads_to: [outcome]}\n"
        "outcomes:\n"
        "  outcome: {label: Outcome, level: user}\n"
    )
    assert "pilot" not in ran.out.replace("kind: pilot", "")
    assert run("new", "course", "--kind", kind, "--lang", "en").code == 0
    assert [diagnostic.severity for diagnostic in vk.validate("course.yaml").diagnostics if diagnostic.severity != "info"] == []


def test_a_file_that_does_not_validate_is_written_and_gives_one(run: Run, here: Path) -> None:
    (here / "bak.csv").write_text("Steg;Tekst;Fører til\nAktivitet;Kurs;\nBrukereffekt;Mestring;Kurs\n", "utf-8")
    ran = run("new", "bak", "--from", "bak.csv")
    assert ran.code == 1
    assert (here / "bak.yaml").is_file()
    assert "feil VK201" in ran.out
    assert ran.err == "Skrev bak.yaml\n"


@pytest.mark.parametrize("name", ["kurs.yaml", "kurs.YML", "kurs"])
def test_a_model_is_written_to_the_file_that_was_asked_for(name: str, run: Run, here: Path) -> None:
    ran = run("new", "kurs", "-o", name)
    assert (ran.code, ran.err) == (0, f"Skrev {name}\n")
    assert (here / name).read_text("utf-8").startswith("virkningskjede: 1\n")


@pytest.mark.parametrize("name", ["kurs.json", "kurs.txt", "kurs.svg"])
def test_a_model_is_yaml_and_nothing_else(name: str, run: Run, here: Path) -> None:
    ran = run("new", "kurs", "-o", name, "--lang", "en")
    text = f"error: “{name}” does not end in anything that this can be written as: .yaml, .yml\n"
    assert (ran.code, ran.out, ran.err) == (2, "", text)
    assert list(here.iterdir()) == []


def test_what_is_written_to_standard_output_is_judged_like_a_file(run: Run, here: Path) -> None:
    """An arrow back to an earlier stage is an error, wherever the model goes."""
    (here / "t.csv").write_text("Steg;Tekst;Fører til\nBrukereffekt;Leselyst;Lesecamp\nAktivitet;Lesecamp;\n", "utf-8")
    ran = run("new", "m", "--from", "t.csv", "-o", "-")
    assert ran.code == 1
    assert "leads_to:" in ran.out
    assert "VK201" in ran.err
