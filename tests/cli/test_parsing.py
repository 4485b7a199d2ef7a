"""Arguments and help: in the language asked for, wherever it is asked, and with what may have been meant."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from virkningskjede.cli import COMMANDS
from virkningskjede.cli.failure import explain_failure
from virkningskjede.i18n import Lang

from .conftest import MODEL, Run

CLICK = ("Usage", "Options", "Commands", "Error", "Show this message", "Try ", "required", "No such", "Missing", "Invalid", "Got ")
"""Words of click's own that a Norwegian reader is not to meet."""


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_in_the_language_asked_for(run: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    nb, en = run(name, "--help"), run(name, "--help", "--lang", "en")
    assert (nb.code, nb.err, en.code, en.err) == (0, "", 0, "")
    assert nb.out.startswith(f"Bruk: virkningskjede {name} [VALG]") and "Språk: nb eller en." in nb.out
    assert en.out.startswith(f"Usage: virkningskjede {name} [OPTIONS]") and "Language: nb or en." in en.out
    assert not [key for key in CLICK if key in nb.out]
    assert max(map(len, (nb.out + en.out).splitlines())) <= 80
    monkeypatch.setenv("VIRKNINGSKJEDE_LANG", "en")
    assert run(name, "-h") == en


def test_the_program_lists_its_commands(run: Run) -> None:
    ran = run("--help")
    assert ran.out.startswith("Bruk: virkningskjede [VALG] KOMMANDO [ARGUMENTER]\n")
    assert [line.split()[0] for line in ran.out.partition("Kommandoer:\n")[2].splitlines() if line[2] != " "] == list(COMMANDS)
    assert run("--help", "--lang", "en").out == run("--lang", "en", "--help").out
    assert run() == (2, "", ran.out)


@pytest.mark.parametrize(
    ("arguments", "nb", "en"),
    [
        (["dif"], "Det finnes ingen kommando `dif`; mente du `diff`?", "There is no command `dif`; did you mean `diff`?"),
        (["zzz"], "Det finnes ingen kommando `zzz`", "There is no command `zzz`"),
        (
            ["diff", "a", "b", "--weigth", "x"],
            "Det finnes ikke noe valg `--weigth` her; mente du `--weight`?\nSe «virkningskjede diff --help».",
            "There is no option `--weigth` here; did you mean `--weight`?\nSee “virkningskjede diff --help”.",
        ),
        (
            ["diff", "a", "b", "--weight", "lgic"],
            "--weight: `lgic` er ikke et av valgene: cosmetic, content, logic; mente du `logic`?",
            "--weight: `lgic` is not one of the choices: cosmetic, content, logic; did you mean `logic`?",
        ),
        (["diff", "a", "b", "--exit-zero=1"], "Valget `--exit-zero` tar ingen verdi", "The option `--exit-zero` takes no value"),
        (["show", "a", "--root"], "Valget `--root` trenger en verdi", "The option `--root` needs a value"),
        (["show", "a", "b", "c"], "Dette er for mye: b c", "This is too much: b c"),
        (
            ["show"],
            "MODELL mangler\nSe «virkningskjede show --help».",
            "MODEL is missing\nSee “virkningskjede show --help”.",
        ),
        (["paths", "a", "--limit", "-1"], "--limit: `-1` er ikke et tall fra 0 og opp", "--limit: `-1` is not a number from 0 upwards"),
        (["paths", "a", "--limit", "x"], "--limit: `x` er ikke et tall fra 0 og opp", "--limit: `x` is not a number from 0 upwards"),
        (
            ["gaps", "a", "--much", "200"],
            "--much: `200` er ikke et tall fra 0 til 100",
            "--much: `200` is not a number from 0 to 100",
        ),
        (["group", "a", "--seed", "x"], "--seed: `x` er ikke et tall", "--seed: `x` is not a number"),
        (["--root", "x", "explain", "VK301"], "`--root` har ingen virkning for `explain`", "`--root` has no effect for `explain`"),
    ],
)
def test_what_is_wrong_with_the_arguments(run: Run, arguments: list[str], nb: str, en: str) -> None:
    assert run(*arguments) == (2, "", f"feil: {nb}\n")
    if "--root" not in arguments[-1:]:
        assert run(*arguments, "--lang", "en") == (2, "", f"error: {en}\n")
    assert run("--lang", "en", *arguments) == (2, "", f"error: {en}\n")


def test_language_and_root_hold_before_and_after_the_command(run: Run, here: Path) -> None:
    Path("m.yaml").write_text(MODEL)
    after = run("show", "m.yaml", "--lang", "en", "--root", "corpus:")
    assert after.code == 0
    assert run("--lang", "en", "--root", "corpus:", "show", "m.yaml") == after
    assert run("--lang", "nb", "--root", "nowhere", "show", "m.yaml", "--lang", "en", "--root", "corpus:") == after


COMMAND = [sys.executable, "-m", "virkningskjede"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="nothing here is always full")
@pytest.mark.parametrize("arguments", [["--version"], ["show", "m.yaml"], ["show", "m.yaml", "--format", "json"], ["validate", "m.yaml"]])
def test_a_full_standard_output_is_told_of(here: Path, arguments: list[str]) -> None:
    Path("m.yaml").write_text(MODEL)
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60, text=True)
    assert (ran.returncode, ran.stderr) == (2, "feil: Svaret kan ikke skrives ut: det er fullt\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="nothing here is always full")
@pytest.mark.parametrize("arguments", [["init"], ["new", "kurs", "--kind", "programme"]])
def test_files_that_were_written_are_named_when_the_rest_cannot_be_said(here: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60, text=True)
    *written, said = ran.stderr.splitlines()
    assert (ran.returncode, said) == (2, "feil: Svaret kan ikke skrives ut: det er fullt")
    files = sorted(str(path) for path in Path().rglob("*") if path.is_file())
    assert files
    assert written == [f"Skrev {path}" for path in files]


@pytest.mark.skipif(os.name != "posix", reason="a shell closes what is open")
@pytest.mark.parametrize("arguments", ["--version", "show m.yaml", "diff m.yaml m.yaml --format csv"])
def test_a_closed_standard_output_is_told_of(here: Path, arguments: str) -> None:
    Path("m.yaml").write_text(MODEL)
    ran = subprocess.run(
        ["sh", "-c", f'"$0" -m virkningskjede {arguments} >&-', sys.executable], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (2, "feil: Svaret kan ikke skrives ut: den er lukket\n")


@pytest.mark.skipif(os.name != "posix", reason="a shell closes what is open")
def test_a_closed_standard_error_changes_no_exit_code(here: Path) -> None:
    closed = subprocess.run(["sh", "-c", '"$0" -m virkningskjede show nosuch.yaml 2>&-', sys.executable], check=False)
    assert closed.returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [["show", "q" * 300], ["diff", "q" * 300, "m.yaml"], ["compare", "q" * 300, "--columns", "tiltak"],
     ["show", "m.yaml", "-o", "q" * 300 + ".md"], ["render", "m.yaml", "-o", "q" * 300 + ".svg"], ["atlas", "m.yaml", "-o", "q" * 300],
     ["history", "q" * 300], ["claims", "q" * 300], ["init", "q" * 300], ["show", "m.yaml", "--root", "q" * 300]],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
def test_a_name_that_no_file_can_have(run: Run, here: Path, arguments: list[str]) -> None:
    Path("m.yaml").write_text(MODEL)
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("feil: ") and "q" * 40 in ran.err and ran.err.count("\n") == 1


def test_a_file_that_none_can_have_is_a_diagnostic_where_files_are_judged(run: Run, here: Path) -> None:
    ran = run("validate", "q" * 300)
    assert (ran.code, ran.err) == (2, "")
    assert "feil VK" in ran.out and ran.out.endswith("1 fil: 1 feil\n")


PLACEHOLDERS = ("TEXT", "PATH", "FOLDER", "FILE", "INTEGER", "RANGE", "PERCENT", "NODE", "MODEL", "NAME")


@pytest.mark.parametrize("name", COMMANDS)
def test_what_stands_for_something_is_in_the_language_too(run: Run, name: str) -> None:
    words = run(name, "--help").out.replace("=", " ").replace("|", " ").split()
    assert not [text for text in PLACEHOLDERS if text in words]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["coverage", "m.yaml", "--explain", "--format", "json"], "--explain endrer ikke noe i json, bare i text, md, html"),
        (["coverage", "m.yaml", "--fail-on", "differs"], "--fail-on differs har ingen virkning uten --text"),
        (
            ["agreement", "m.yaml", "m.yaml", "--by-term", "--format", "json"],
            "--by-term endrer ikke noe i json, bare i text, md, csv, html",
        ),
        (["gaps", "m.yaml", "--kind", "bridge", "--much", "90"], "--much har ingen virkning uten --kind carrying"),
        (["diff", "--textconv", "m.yaml", "--only", "status"], "--only har ingen virkning sammen med --textconv"),
        (["compare", "m.yaml", "--columns", "x", "-o", "ut.mmd"], "«ut.mmd» ender ikke på noe som dette kan skrives som: .txt, .json"),
        (["show", "m.yaml", "-o", "mappe"], "Kan ikke skrive mappe: det er en mappe"),
        (["show", "m.yaml", "-o", "ingen/ut.txt"], "Kan ikke skrive ingen/ut.txt: mappen finnes ikke"),
    ],
)
def test_an_option_that_would_change_nothing_is_refused(run: Run, here: Path, arguments: list[str], sentence: str) -> None:
    Path("m.yaml").write_text(MODEL)
    Path("mappe").mkdir()
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"feil: {sentence}")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="nothing here is always full")
def test_what_cannot_be_said_changes_no_exit_code(here: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        assert subprocess.run([*COMMAND, "show", "nosuch.yaml"], stderr=full, check=False, timeout=60).returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise here")
def test_an_interrupt_while_things_are_imported_is_a_sentence(here: Path) -> None:
    program = (
        "import sys, signal, os, virkningskjede.__main__ as program\n"
        "class Stopped:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'virkningskjede.cli':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Stopped())\n"
        "sys.argv = ['virkningskjede', 'show', 'x']\n"
        "program.main()"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "Avbrutt. / Interrupted.\n")


@pytest.mark.parametrize(("lang", "said"), [("nb", "feil: m.yaml: ingen tilgang\n"), ("en", "error: m.yaml: permission denied\n")])
def test_what_may_not_be_read_is_said_in_the_words_of_every_other_reason(capsys: pytest.CaptureFixture[str], lang: Lang, said: str) -> None:
    assert explain_failure(PermissionError(errno.EACCES, "Permission denied", "m.yaml"), lang) == 2
    assert capsys.readouterr().err == said
