"""Where answers go: what is no file is written into, and never replaced."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from virkningskjede.report.formats import FORMATS

from ..reading import TEXTS, as_text
from .conftest import MODEL, Run


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_with_a_name(run: Run, here: Path) -> None:
    Path("m.yaml").write_text(MODEL)
    plain = run("show", "m.yaml").out
    os.mkfifo("rør")
    taken: list[str] = []
    reader = threading.Thread(target=lambda: taken.append(Path("rør").read_text("utf-8")), daemon=True)
    reader.start()
    ran = run("show", "m.yaml", "-o", "rør")
    reader.join()
    assert (ran, taken) == ((0, "", ""), [plain])
    assert stat.S_ISFIFO(Path("rør").stat().st_mode)


@pytest.mark.skipif(os.name != "posix", reason="links need rights here")
def test_a_link(run: Run, here: Path) -> None:
    Path("m.yaml").write_text(MODEL)
    Path("ut.txt").write_text("gammelt")
    Path("lenke").symlink_to("ut.txt")
    assert run("show", "m.yaml", "-o", "lenke") == (0, "", "")
    assert Path("lenke").is_symlink()
    assert Path("ut.txt").read_text("utf-8") == run("show", "m.yaml").out


@pytest.mark.skipif(shutil.which("bash") is None, reason="the shell makes the pipe")
def test_a_pipe_of_the_shell(here: Path) -> None:
    Path("m.yaml").write_text(MODEL)
    script = '"$0" -m virkningskjede show m.yaml -o >(cat > ut) && while [ ! -s ut ]; do sleep 0.1; done'
    done = subprocess.run(["bash", "-c", script, sys.executable], check=False, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert Path("ut").read_text("utf-8").startswith("Eksempel")


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="what is open has no name here")
def test_what_is_open_already(here: Path) -> None:
    Path("m.yaml").write_text(MODEL)
    script = 'echo før; "$0" -m virkningskjede show m.yaml -o /dev/stdout; echo etter'
    with Path("ut").open("wb") as out:
        subprocess.run(["sh", "-c", script, sys.executable], check=True, stdout=out, timeout=60)
    lines = Path("ut").read_text("utf-8").splitlines()
    assert (lines[0], lines[-1]) == ("før", "etter")
    assert lines[1].startswith("Eksempel")


ENDINGS = {ending: form for form in TEXTS for ending in FORMATS[form].endings} | {"HTM": "html"}


@pytest.mark.parametrize(("ending", "form"), ENDINGS.items())
def test_the_ending_decides_the_format(run: Run, here: Path, ending: str, form: str) -> None:
    Path("m.yaml").write_text(MODEL)
    assert run("show", "m.yaml", "-o", f"ut.{ending}") == (0, "", "")
    assert Path(f"ut.{ending}").read_bytes().decode("utf-8") == run("show", "m.yaml", "--format", form).out


@pytest.mark.parametrize("name", ["ut.docs", "ut.svg", "ut.csv.gz"])
def test_an_ending_that_nobody_knows_is_refused(run: Run, here: Path, name: str) -> None:
    Path("m.yaml").write_text(MODEL)
    ran = run("show", "m.yaml", "-o", name)
    assert (ran.code, ran.out, Path(name).exists()) == (2, "", False)
    assert ran.err == (
        f"feil: «{name}» ender ikke på noe som dette kan skrives som: .txt, .json, .md, .markdown, .csv, .html, .htm, .docx, .xlsx\n"
    )


def test_an_ending_and_a_format_that_do_not_agree_are_refused(run: Run, here: Path) -> None:
    Path("m.yaml").write_text(MODEL)
    ran = run("show", "m.yaml", "--format", "csv", "-o", "ut.json", "--lang", "en")
    assert ran == (2, "", "error: “ut.json” ends in something else than --format csv asks for; choose one of them\n")
    assert run("show", "m.yaml", "--format", "md", "-o", "ut.md").code == 0


def test_a_hyphen_is_standard_output_and_a_name_without_ending_a_file(run: Run, here: Path) -> None:
    Path("m.yaml").write_text(MODEL)
    ran = run("show", "m.yaml", "--format", "md", "-o", "-")
    assert (ran, list(Path().glob("-"))) == (run("show", "m.yaml", "--format", "md"), [])
    assert run("show", "m.yaml", "--format", "md", "-o", "rapport") == (0, "", "")
    assert Path("rapport").read_text("utf-8") == ran.out


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - TEXTS))
def test_what_no_terminal_shows_needs_a_file(run: Run, here: Path, form: str) -> None:
    Path("m.yaml").write_text(MODEL)
    ran = run("show", "m.yaml", "--format", form, "--lang", "en")
    assert ran == (2, "", f"error: {form} is a file, not text; say which with -o FILE.{form}\n")
    assert run("show", "m.yaml", "-o", f"ut.{form}") == run("show", "m.yaml", "--format", form, "-o", "ut") == (0, "", "")
    assert Path(f"ut.{form}").read_bytes() == Path("ut").read_bytes()
    assert "Eksempel" in as_text(form, Path("ut").read_bytes())


@pytest.mark.parametrize("form", TEXTS)
def test_data_is_utf_8_whatever_the_terminal_says(run: Run, here: Path, form: str) -> None:
    """What Python on Windows takes for redirected output."""
    Path("m.yaml").write_text(MODEL.replace("Eksempel", "Blåbær → 数"))
    command = [sys.executable, "-m", "virkningskjede", "show", "m.yaml", "--format", form]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(command, check=True, capture_output=True, env=environment, timeout=60)
    assert "Blåbær → 数" in done.stdout.decode("utf-8") or form == "csv"
    assert done.stdout.decode("utf-8") == run("show", "m.yaml", "--format", form).out
