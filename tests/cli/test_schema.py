"""The command that prints a schema, and the first line by which an editor finds it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from virkningskjede import scaffold
from virkningskjede.i18n import LANGS, Lang
from virkningskjede.schema import KINDS, text

from .conftest import Run

VOCABULARY = "virkningskjede: 1\nkind: vocabulary\n"


def test_it_is_printed_or_written(run: Run, here: Path) -> None:
    printed = run("schema", "pilot")
    assert (printed.code, printed.out, printed.err) == (0, text("model", "nb"), "")
    assert run("schema", "vocabulary", "-o", "v.json", "--lang", "en").code == 0
    assert (here / "v.json").read_text("utf-8") == text("vocabulary", "en")
    (here / "folder").mkdir()
    assert run("schema", "template", "-o", "folder").code == 0
    assert json.loads((here / "folder" / "model.json").read_text("utf-8"))["title"].startswith("En virkningskjede")


def test_those_of_all_kinds_are_put_into_a_folder(run: Run, here: Path) -> None:
    ran = run("schema", "-o", "schemas", "--lang", "en")
    assert (ran.code, ran.out) == (0, "")
    assert {path.name: path.read_text("utf-8") for path in (here / "schemas").iterdir()} == {
        f"{kind}.json": text(kind, "en") for kind in KINDS
    }
    assert ran.err.splitlines()[0] == "Wrote schemas/model.json"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("pilott",), "`pilott` is not one of the choices: pilot, template, programme, vocabulary"),
        ((), "Say which kind the schema is to be of (pilot, template, programme"),
        (("-o", "-"), "Say which kind"),
        (("pilot", "-o", "x.yaml"), "x.yaml"),
    ],
)
def test_what_cannot_be_answered_is_told(arguments: tuple[str, ...], sentence: str, run: Run, here: Path) -> None:
    ran = run("schema", *arguments, "--lang", "en")
    assert ran.code == 2
    assert sentence in ran.err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_file_of_a_new_project_names_a_schema_that_is_there(lang: Lang, run: Run, here: Path) -> None:
    run("init", "own", "--lang", lang)
    run("new", "kurs", "--root", "own", "--kind", "pilot", "--lang", lang)
    files = sorted((here / "own").rglob("*.yaml"))
    assert len(files) == 6
    named = {}
    for file in files:
        first = file.read_text("utf-8").partition("\n")[0]
        assert first.startswith("# yaml-language-server: $schema=")
        named[file.name] = (file.parent / first.partition("=")[2]).resolve()
    assert set(named.values()) == set((here / "own" / "schemas").iterdir())
    assert {path.read_bytes() for path in named.values()} == {scaffold.shipped_schema(path.stem, lang) for path in named.values()}


def test_a_new_model_brings_its_schema_once_and_never_over_another(run: Run, here: Path) -> None:
    (here / "vocabulary.yaml").write_text(VOCABULARY)
    first = run("new", "en")
    assert first.err.splitlines() == ["Skrev schemas/model.json", "Skrev pilots/en.yaml"]
    (here / "schemas" / "model.json").write_text("{}")
    assert run("new", "to", "-o", "deep.yaml").err.splitlines() == ["Skrev deep.yaml"]
    assert (here / "schemas" / "model.json").read_text() == "{}"
    assert (here / "deep.yaml").read_text("utf-8").startswith("# yaml-language-server: $schema=schemas/model.json\nvirkningskjede: 1\n")


def test_what_lies_in_no_project_names_no_schema(run: Run, here: Path) -> None:
    """There is nothing that the line could point to, wherever the file goes from here."""
    assert run("new", "en").err == "Skrev en.yaml\n"
    assert (here / "en.yaml").read_text("utf-8").startswith("virkningskjede: 1\n")
    assert run("new", "to", "-o", "-").out.startswith("virkningskjede: 1\n")
    assert [path.name for path in here.iterdir()] == ["en.yaml"]
