"""What all tests share: the corpus, and a profile that is steady on a slow machine."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from virkningskjede.project import Portfolio, corpus, load_portfolio

from .remembering import end, remembered, remembers

# Where Python is told to keep no compiled files, each of the hundreds of processes that are started (for pictures, git, help) would
# compile the whole package again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ.pop("PYTHONUNBUFFERED", None)  # hides what becomes of text that is still to be written when a program ends
os.environ.pop("VIRKNINGSKJEDE_LANG", None)  # whoever runs the tests may want a language of their own elsewhere
sys.dont_write_bytecode = False

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# What lands is tried on the same examples each time, so that red tells of the change and not of luck; who runs pytest looks for new ones.
settings.register_profile("same", parent=settings.get_profile("steady"), derandomize=True)
# By hand, see CONTRIBUTING: what takes too long to find each time.
settings.register_profile("deep", parent=settings.get_profile("steady"), max_examples=3_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


# Python's collector of circles took a seventh of the time to find that what the tests remember is still there. It walks more seldom here.
gc.set_threshold(50_000, 20, 50)


def pytest_collection_finish() -> None:
    """Set what is there when the tests begin aside from the collector, which would walk it again and again."""
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Work out once what the tests of whole commands, pages and sites ask again and again."""
    with remembered() if remembers(item) else nullcontext():
        return (yield)


def pytest_sessionfinish() -> None:
    """Leave no process behind."""
    end()


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


TERMS = """\
virkningskjede: 1
kind: vocabulary
terms:
  tur: {label: {nb: Tur, en: Tur}, stage: activity, definition: {nb: Å gå ut sammen, en: Å gå ut sammen}}
  fjelltur: {label: {nb: Fjelltur, en: Fjelltur}, stage: activity, broader: [tur], definition: {nb: Tur i høyden, en: Tur i høyden}}
  ro: {label: {nb: Ro, en: Ro}, stage: outcome, definition: {nb: Å være rolig, en: Å være rolig}}
"""

WALK = """\
virkningskjede: 1
kind: pilot
id: {id}
title: {title}
target_group: {{alle: {{label: Alle}}}}
activities: {{gaa: {{label: Gå tur, term: {term}, leads_to: [ro]}}}}
outcomes: {{ro: {{label: Mer ro, level: user, term: ro}}}}
"""

CRITERIA = """\
virkningskjede: 1
kind: criteria
id: ute
title: {nb: Ute, en: Ute}
criteria:
  gaar:
    label: {nb: De går tur, en: De går tur}
    met: {node: {term: tur}}
"""

COLUMNS = """\
virkningskjede: 1
kind: comparison
id: turer
title: {nb: Turer, en: Turer}
stages: [activities]
columns: {tur: {label: {nb: Tur, en: Tur}, counts: [tur]}}
"""


def write_project(root: Path, *, title: str = "Tur") -> Path:
    """A project of another field: two models, one of which has the narrower term, a criteria set and a comparison."""
    files = {
        "vocabulary.yaml": TERMS,
        "pilots/a.yaml": WALK.format(id="a", title=f"{title} A", term="tur"),
        "pilots/b.yaml": WALK.format(id="b", title=f"{title} B", term="fjelltur"),
        "criteria/ute.yaml": CRITERIA,
        "comparisons/turer.yaml": COLUMNS,
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of somebody's own in ``prosjekt/models``, whose top is the working folder, with a virtual environment beside it."""
    top = tmp_path / "prosjekt"
    root = write_project(top / "models")
    write_project(top / "venv" / "lib" / "python3.11" / "site-packages" / "virkningskjede" / "_corpus", title="Installert")
    (top / "venv" / "pyvenv.cfg").write_text("home = /usr/bin\n")
    (top / ".git").mkdir()
    monkeypatch.chdir(top)
    return root
