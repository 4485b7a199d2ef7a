"""Running the command in this process: what it prints, and its exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from virkningskjede.cli import main
from virkningskjede.project import shown

MODEL = """\
virkningskjede: 1
kind: pilot
id: m
title: Eksempel
activities:
  kurs: {label: Kurs for brukere, status: planned, leads_to: [mestring]}
outcomes:
  mestring: {label: Bruker mestrer mer, level: user}
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command with arguments; give exit code, standard output and standard error."""

    def call(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["virkningskjede", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "80")
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
        written = capsys.readouterr()
        return Ran(code, written.out, written.err)

    return call


def used(root: Path, lang: str = "nb") -> str:
    """The line on standard error that says which project is used, where it is neither named nor the working folder's."""
    return {"nb": "Bruker prosjektet i {}\n", "en": "Using the project in {}\n"}[lang].format(shown(root))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
