"""``rename`` and ``merge-terms``: what they say, and with which exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.renaming.test_renaming import project_in
from virkningskjede.project import shown as shown_path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project_in(tmp_path)


def test_the_commands_say_what_they_did(root: Path, run: Run) -> None:
    done = run("rename", "skole", "x", "--root", str(root), "--lang", "en")
    assert (done.code, done.out.splitlines()[-1]) == (0, "Changed in all: places 2, files 2")
    shown = run("merge-terms", "nettkurs", "--into", "kurs", "--root", str(root), "--dry-run", "--lang", "en")
    assert shown.code == 0 and "-  nettkurs: {label: Nettkurs" in shown.out
    assert "Goes out of the codebook: terms.nettkurs.label" in shown.err
    for nothing in (
        ("merge-terms", "kurs", "--into", "kurs"),
        ("merge-terms", "kurs", "--into", "kurs", "--dry-run"),
        ("rename", "ha", "ha"),
    ):
        assert "There is nothing to change: it is so already.\n" in "".join(run(*nothing, "--root", str(root), "--lang", "en")[1:])
    moved = run("rename", "ha", "haa", "--root", str(root), "--lang", "en")
    assert (
        f"Changed {shown_path(root / 'pilots/ha.yaml')} (places: 1), which is now called {shown_path(root / 'pilots/haa.yaml')}\n"
        in moved.out
    )
    (root / "pilots/haa.yaml").write_text("virkningskjede: [", "utf-8")
    refused = run("rename", "x", "y", "--root", str(root), "--lang", "en")
    assert refused.code == 1 and refused.err.endswith("Nothing was changed.\n")
