"""The command ``agreement``: two folders with the same pilots."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def second(here: Path, models_folder: Path) -> Path:
    """A second hand's coding of two pilots: a term was taken out of one of them."""
    folder = here / "annen-hand"
    folder.mkdir()
    for name in ("ringsaker", "tromso"):
        shutil.copy(models_folder / "pilots" / f"{name}.yaml", folder)
    text = (folder / "tromso.yaml").read_text(encoding="utf-8")
    assert "term: samarbeidsavtale\n" in text
    (folder / "tromso.yaml").write_text(text.replace("    term: samarbeidsavtale\n", ""), encoding="utf-8")
    return folder


def test_the_figures_and_the_cells(run: Run, models_folder: Path, second: Path) -> None:
    ran = run("agreement", models_folder / "pilots", second, "--root", models_folder)
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 80 or str(second) in ran.out
    assert "  - Samarbeidsavtale\n    - A: Samarbeidsavtale mellom Nav og RPH (planlagt; 2.1.5:12, 2.3.3:70)\n" in ran.out
    assert "Kodet bare av A: bjerke, fredrikstad, ha, kristiansand, lillestrom, nesodden" in " ".join(ran.out.split())


@pytest.mark.parametrize(("form", "part"), [("text", "Each term by itself"), ("md", "**Each term by itself**"), ("csv", "Term (id),Term,")])
def test_each_term_by_itself(run: Run, models_folder: Path, second: Path, form: str, part: str) -> None:
    arguments = ("agreement", models_folder / "pilots", second, "--root", models_folder, "--lang", "en", "--format", form)
    assert part in run(*arguments, "--by-term").out
    assert part not in run(*arguments).out


def test_json(run: Run, models_folder: Path, second: Path) -> None:
    arguments = ("agreement", models_folder / "pilots", second, "--root", models_folder, "--format", "json")
    narrow, whole = json.loads(run(*arguments).out), json.loads(run(*arguments, "--all-terms").out)
    assert next((row["model"], row["item"]) for row in narrow["discuss"]) == ("tromso", "samarbeidsavtale")
    assert whole["terms"]["cells"] > narrow["terms"]["cells"]
    assert whole["terms"]["both"] == narrow["terms"]["both"]
    assert narrow["terms"]["kappa"] < whole["terms"]["kappa"] < 1


@pytest.mark.parametrize(("kind", "start"), [("md", "**Enighet mellom kodere**"), ("csv", "Modell,"), ("html", "<!doctype html>")])
def test_the_other_formats(run: Run, models_folder: Path, here: Path, kind: str, start: str) -> None:
    ran = run("agreement", models_folder / "pilots", models_folder / "pilots", "--format", kind, "-o", "ut")
    assert (ran.code, ran.out) == (0, "")
    assert (here / "ut").read_text(encoding="utf-8").startswith(start)


def test_nothing_in_common(run: Run, models_folder: Path) -> None:
    ran = run("agreement", models_folder / "pilots", models_folder / "templates", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "have no model in common" in ran.err


@pytest.mark.parametrize("output", [("-o", "ut.png"), ("-o", "ut.doc"), ("--format", "json", "-o", "ut.csv")])
def test_what_it_cannot_be_written_as_ends_with_two(run: Run, models_folder: Path, here: Path, output: tuple[str, ...]) -> None:
    ran = run("agreement", models_folder / "pilots", models_folder / "pilots", *output)
    assert (ran.code, ran.out, ran.err.startswith("feil: «ut.")) == (2, "", True)
    assert list(here.iterdir()) == []
