"""What all tests share: the corpus, and a profile that is steady on a slow machine."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from virkningskjede.loading import Portfolio, corpus, load_portfolio

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(scope="session")
def models_folder() -> Path:
    """The folder of the models that ship with the package."""
    return corpus()


@pytest.fixture(scope="session")
def portfolio(models_folder: Path) -> Portfolio:
    """Every model of the corpus, with what they share."""
    return load_portfolio(models_folder)


Git = Callable[..., str]
Commit = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in an empty repository, which is the working folder."""
    for name in [each for each in os.environ if each.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in (("GIT_CONFIG_GLOBAL", os.devnull), ("GIT_CONFIG_SYSTEM", os.devnull), ("HOME", str(tmp_path))):
        monkeypatch.setenv(name, value)
    folder = tmp_path / "lager"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def call(*arguments: str) -> str:
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True)
        return done.stdout

    call("init", "-q", "-b", "main")
    return call


@pytest.fixture
def commit(git: Git, monkeypatch: pytest.MonkeyPatch) -> Commit:
    """Commit everything, on a day."""

    def call(day: str) -> str:
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T10:00:00+00:00")
        monkeypatch.setenv("GIT_AUTHOR_DATE", f"{day}T10:00:00+00:00")
        git("add", "-A")
        git("commit", "-qm", day)
        return git("rev-parse", "HEAD").strip()

    return call
