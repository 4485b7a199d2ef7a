"""What is tried before a change is sent in and before a release, each in an environment of its own.

python3 -m pip install nox
nox              # the tests, with the newest and with the lowest versions of what we build on
nox -l           # what else there is
nox -s types     # one of them; what stands after -- goes to the program: nox -s bench -- --runs 3
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import nox

nox.options.sessions = ["tests", "lowest"]
nox.options.default_venv_backend = "venv"

EXTRAS = ("pandas", "grouping", "office")
"""The extras that a user can ask for; what only we use to build and test is always the newest."""


@nox.session
def tests(session: nox.Session) -> None:
    """The newest version of everything, as somebody gets it who installs today."""
    session.install(".[dev]")
    session.run("pytest", *session.posargs)


@nox.session(python="3.11")
def lowest(session: nox.Session) -> None:
    """The lowest version of each library that we name, on the lowest Python: what the bounds in `pyproject.toml` promise."""
    session.install(".[dev]", *floors())
    session.run("pytest", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """How much of the package the tests come past, branch by branch; what is left out of the count stands in `pyproject.toml`."""
    session.install(".[dev]")
    session.run("pytest", "--cov", "--cov-report=term-missing", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Style, layout, and who may import whom."""
    session.install(".[dev]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Strict types over the package, the tests, the benchmarks and the examples."""
    session.install(".[dev,browser]")
    session.run("mypy", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """The pages: their files, commands, scripts and links."""
    session.install(".[dev]")
    session.run("pytest", "tests/docs", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """How fast files are read and models are drawn and compared, each against a yardstick in the same run."""
    session.install(".[dev]")
    for name in ("read", "draw", "diff"):
        session.run("python", f"benchmarks/{name}.py", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """The atlas, read in Chromium, which must be there: ``playwright install chromium`` brings one."""
    session.install(".[dev,browser]")
    session.run("pytest", "-m", "browser", "--dist", "worksteal", "tests/browser", *session.posargs)


@nox.session
def mutation(session: nox.Session) -> None:
    """How many small faults in the rooms that judge no test of the room sees."""
    session.install(".[dev]")
    session.run("python", "benchmarks/mutants.py", *session.posargs)


def floors() -> list[str]:
    """Each requirement with its lower bound made exact: ``click>=8.1.7`` is ``click==8.1.7``."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [each.replace(">=", "==") for each in (*project["dependencies"], *(each for name in EXTRAS for each in extras[name]))]
