"""The suite against both ends of what `pyproject.toml` allows: the newest version of everything, and the lowest of each library we name.

python3 -m pip install nox
nox              # both
nox -s lowest    # one of them
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import nox

nox.options.sessions = ["newest", "lowest"]
nox.options.default_venv_backend = "venv"

EXTRAS = ("pandas", "grouping", "office")
"""The extras that a user can ask for; what only we use to build and test is always the newest."""


@nox.session
def newest(session: nox.Session) -> None:
    """The newest version of everything, as somebody gets it who installs today."""
    session.install(".[dev]")
    session.run("pytest", *session.posargs)


@nox.session(python="3.11")
def lowest(session: nox.Session) -> None:
    """The lowest version of each library that we name, on the lowest Python: what the bounds in `pyproject.toml` promise."""
    session.install(".[dev]", *floors())
    session.run("pytest", *session.posargs)


def floors() -> list[str]:
    """Each requirement with its lower bound made exact: ``click>=8.1.7`` is ``click==8.1.7``."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [each.replace(">=", "==") for each in (*project["dependencies"], *(each for name in EXTRAS for each in extras[name]))]
