"""``atlas``: the web site for readers."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from .conftest import Run


def test_a_site_is_made_and_opened(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    ran = run("atlas", "corpus:ha", "-o", "site", "--title", "Prøven", "--open")
    assert (ran.code, ran.out, ran.err) == (0, "", "Skrev site/index.html\n")
    assert opened == [(here / "site/index.html").as_uri()]
    assert "<title>Prøven</title>" in (here / "site/index.html").read_text("utf-8").replace("Forside – ", "")
    assert run("atlas", "corpus:lillestrom", "-o", "site", "--lang", "en").err == "Wrote site/index.html\n"
    assert (here / "site/model-lillestrom.html").is_file() and not (here / "site/model-ha.html").exists()


def test_somebody_elses_page_is_refused_before_anything_is_made(run: Run, here: Path) -> None:
    (here / "site").mkdir()
    (here / "site/index.html").write_text("mine")
    ran = run("atlas", "corpus:ha", "-o", "site")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("feil: site/index.html er ikke skrevet av virkningskjede atlas")
    assert [path.name for path in (here / "site").iterdir()] == ["index.html"]


def test_a_folder_that_cannot_be_written(run: Run, here: Path) -> None:
    (here / "file").write_text("x")
    ran = run("atlas", "corpus:ha", "-o", "file/site")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"feil: {here / 'file'} er ikke en mappe\n"


def test_no_such_model(run: Run, here: Path) -> None:
    assert run("atlas", "finnes-ikke", "-o", "site").code == 2
    assert not (here / "site").exists()


def test_a_site_cannot_be_printed(run: Run, here: Path) -> None:
    said = "error: A site is a folder, and cannot be printed; write a folder after -o\n"
    assert run("atlas", "nesodden", "-o", "-", "--lang", "en") == (2, "", said)
    assert not (here / "-").exists()
