"""The command ``gaps`` on the real models."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from virkningskjede.analysis.paths import KINDS

from .conftest import Run, used


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_folder_gives_a_table_and_lists(run: Run, models_folder: Path, lang: str) -> None:
    ran = run("gaps", models_folder / "pilots", "--lang", lang)
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, used(models_folder, lang))
    assert max(map(len, lines)) <= 80
    assert lines[1].split()[1:] == ["Bje", "Fre", "Kri", "Nes", "Tro", "Hå", "Lil", "Rin", "Sto", "Sum"]
    assert "Tromsø" in lines


def test_one_model_gives_lists_alone(run: Run) -> None:
    lines = run("gaps", "corpus:tromso").out.splitlines()
    assert lines[0] == "Tromsø"
    assert lines[-2:] == [
        "Dette er hull i beskrivelsen, ikke nødvendigvis i tiltaket: at teksten tier,",
        "betyr ikke at noe ikke blir gjort.",
    ]


def test_json(run: Run, models_folder: Path) -> None:
    data = json.loads(run("gaps", models_folder / "pilots", "--format", "json").out)
    assert tuple(data["kinds"]) == KINDS
    assert sum(sum(item.values()) for item in data["counts"].values()) == len(data["gaps"])
    for gap in data["gaps"]:
        assert gap["kind"] in KINDS and gap["model"] in data["models"] and gap["message"]
        assert all("#" in place for place in gap["at"])


def test_only_some_kinds(run: Run) -> None:
    data = json.loads(run("gaps", "corpus:felles", "--kind", "bridge,carrying", "--much", "30", "--format", "json").out)
    assert [gap["elements"][0] for gap in data["gaps"]] == [
        "kjennskap -> integrert-fokus",
        "samlokalisering -> mer-kommunikasjon",
        "nav-veileder -> samlokalisering",
    ]


def test_the_other_formats(run: Run, here: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("gaps", "corpus:ha", "--format", "csv").out)))
    assert {row["Modell"] for row in rows} == {"ha"}
    assert run("gaps", "corpus:ha", "corpus:tromso", "--format", "md").out.startswith("**Hull i beskrivelsen, og hva mye hviler på**")
    assert run("gaps", "corpus:ha", "--format", "html", "-o", "hull.html").code == 0
    assert "<meta charset" in (here / "hull.html").read_text(encoding="utf-8")
    assert run("gaps", "corpus:ha", "-o", "hull.csv").code == 0
    assert (here / "hull.csv").read_text(encoding="utf-8").startswith("Modell,Modellens navn,Slag,Hva slags,")


@pytest.mark.parametrize("output", [("-o", "hull.odt"), ("-o", "hull.svg"), ("--format", "csv", "-o", "hull.html")])
def test_what_it_cannot_be_written_as_ends_with_two(run: Run, here: Path, output: tuple[str, ...]) -> None:
    ran = run("gaps", "corpus:ha", *output)
    assert (ran.code, ran.out, ran.err.startswith("feil: «hull.")) == (2, "", True)
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("arguments", [("corpus:ingen",), ("corpus:ha", "--kind", "hull"), ("corpus:ha", "--much", "101")])
def test_what_cannot_be_done_ends_with_two(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("gaps", *arguments)
    assert (ran.code, ran.out) == (2, "")
