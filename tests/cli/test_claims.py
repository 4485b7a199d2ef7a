"""``virkningskjede claims``: exit codes, which models, and every format."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .conftest import Run, used

ROOT = Path(__file__).parent.parent / "analysis" / "claims" / "root"
FILE = ROOT / "claims" / "rapport.yaml"


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [([], 1), (["--fail-on", "undecidable"], 1), (["--fail-on", "none"], 0), (["--fail-on", "contradicted,undecidable"], 1)],
)
def test_what_was_found_gives_the_exit_code(run: Run, fail_on: list[str], code: int) -> None:
    ran = run("claims", FILE, *fail_on)
    assert (ran.code, ran.err) == (code, used(ROOT))
    assert ran.out.startswith("Påstander i rapporten\n")


def test_nothing_contradicted_is_fine(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(ROOT, root)
    path = root / "claims" / "rapport.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("is: 1}}", "is: none}}").replace('exists: "5"', 'exists: "4"'), "utf-8")
    assert run("claims", path).code == 0
    assert run("claims", path, "--fail-on", "undecidable").code == 1
    assert run("claims", path, "--fail-on", "reword").code == 1, "what holds, but has a proposal"
    assert run("claims", path, "--fail-on", "holds_inferred").code == 0


def test_by_name_under_a_root(run: Run) -> None:
    by_name = run("claims", "rapport", "--root", ROOT)
    assert by_name.out == run("claims", FILE).out
    missing = run("claims", "ingen", "--root", ROOT)
    assert (missing.code, missing.out) == (2, "")
    assert "ingen; disse finnes: rapport" in missing.err


def test_other_models(run: Run) -> None:
    ran = run("claims", FILE, "--models", ROOT / "pilots" / "ask.yaml", "--format", "json", "--lang", "en")
    data = json.loads(ran.out)
    assert data["models"] == ["ask"]
    assert {row["id"]: row["verdict"] for row in data["claims"]}["en-plan"] == "reword", "it has a proposal, and is not contradicted"
    (plan,) = [row for row in data["claims"] if row["id"] == "en-plan"]
    assert plan["reason"] == "0–1 of 2. No: Ask. Missing: 1 model. Not all models that the claim is about are here."
    both = run("claims", FILE, "--models", ROOT / "pilots" / "ask.yaml", "--models", ROOT / "pilots" / "bjork.yaml", "--format", "json")
    assert json.loads(both.out)["models"] == ["ask", "bjork"]


FORMS = [
    ("text", "Claims of the report\n===="), ("md", "# Claims of the report\n"), ("csv", "Claim,Place,"), ("html", "<!doctype html>"),
    ("json", "{\n"),
]  # fmt: skip


@pytest.mark.parametrize(("as_format", "start"), FORMS)
def test_every_format_and_a_file(run: Run, here: Path, as_format: str, start: str) -> None:
    ran = run("claims", FILE, "--format", as_format, "--lang", "en")
    assert ran.out.startswith(start)
    name = f"ut.{as_format if as_format != 'text' else 'txt'}"
    written = run("claims", FILE, "--lang", "en", "-o", here / name)
    assert (written.code, written.out) == (1, "")
    assert (here / name).read_bytes().decode("utf-8") == ran.out
    assert run("claims", FILE, "--format", as_format, "--lang", "en", "-o", here / "ut").code == 1
    assert (here / "ut").read_bytes() == (here / name).read_bytes()


@pytest.mark.parametrize(("name", "options"), [("ut.md", ("--format", "csv")), ("ut.docs", ()), ("ut.svg", ())])
def test_a_file_that_ends_otherwise_is_not_written(run: Run, here: Path, name: str, options: tuple[str, ...]) -> None:
    ran = run("claims", FILE, *options, "-o", here / name)
    assert (ran.code, ran.out) == (2, "")
    assert name in ran.err
    assert not (here / name).exists()


def test_a_broken_file_judges_nothing(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(ROOT, root)
    path = root / "claims" / "rapport.yaml"
    path.write_text(path.read_text("utf-8").replace("include: ask", "include: aske"), "utf-8")
    ran = run("claims", path)
    assert (ran.code, ran.out) == (2, "")
    assert "VK142" in ran.err
    assert run("claims", FILE, "--fail-on", "nonsense").code == 2


def test_more_is_told_when_asked(run: Run) -> None:
    short, full = run("claims", FILE).out, run("claims", FILE, "--explain").out
    assert "25 personer (12 + 13)" not in short
    assert "25 personer (12 + 13)" in full
    for as_format in ("json", "csv"):
        ran = run("claims", FILE, "--explain", "--format", as_format)
        assert (ran.code, ran.out) == (2, "")
        assert f"--explain endrer ikke noe i {as_format}, bare i text, md, html" in ran.err


def test_installed_claims_are_used_when_they_are_named(run: Run, here: Path) -> None:
    for name in ("statusrapport", "corpus"):
        ran = run("claims", name)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("feil: Det er ikke noe prosjekt her: ingen mappe med vocabulary.yaml.")
    (here / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    (here / "m.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: m\n")
    sentence = "feil: statusrapport finnes ikke i prosjektet, bare i den medfølgende samlingen: skriv corpus:statusrapport\n"
    assert run("claims", "statusrapport") == (2, "", sentence)
    installed = run("claims", "corpus:statusrapport", "--format", "json")
    assert (installed.code, installed.err) == (1, "")
    assert "ha" in json.loads(installed.out)["models"]
    assert run("claims", "statusrapport", "--root", "corpus:", "--format", "json") == installed
