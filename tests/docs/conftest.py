"""A working folder as a reader of the documentation has it: the checkout's models and examples, free to be written in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .pages import ROOT

Workplace = Callable[[str], Path]


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """Copy what the pages speak of, with the settings that say where the models are, and go to one of its folders."""

    def go(folder: str) -> Path:
        for name in ("models", "examples"):
            shutil.copytree(ROOT / name, tmp_path / name)
        shutil.copy(ROOT / "pyproject.toml", tmp_path)
        monkeypatch.chdir(tmp_path / folder)
        return tmp_path / folder

    return go
