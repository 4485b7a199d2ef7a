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
