"""A file with a past in git."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...conftest import Commit, Git

MODEL = """\
virkningskjede: 1
kind: pilot
id: m
title: Eksempel
activities:
  kurs: {label: Kurs for brukere, status: planned, leads_to: [mestring]}
  samtaler: {label: Samtaler hver uke, status: planned, leads_to: [mestring]}
outcomes:
  mestring: {label: Bruker mestrer mer, level: user}
"""


@pytest.fixture
def past(git: Git, commit: Commit) -> dict[str, str]:
    """A file with a past: a progress, a new name, a slip of the pen, and a new wording. The commits by day."""
    file = Path("m.yaml")
    revs = {}

    def keep(day: str, text: str) -> str:
        file.write_text(text, "utf-8")
        revs[day] = commit(day)
        return text

    text = keep("2024-01-01", MODEL)
    text = keep("2024-02-01", text.replace("planned", "in_use", 1))
    Path("piloter").mkdir()
    git("mv", "m.yaml", "piloter/ny.yaml")
    file = Path("piloter/ny.yaml")
    text = keep("2024-03-01", text.replace("id: m", "id: ny"))
    keep("2024-04-01", text + "oops: 1\n")
    keep("2024-05-01", text.replace("Kurs for brukere", "Kurs for alle brukere"))
    keep("2024-06-01", text.replace("Kurs for brukere", "Kurs for alle brukere").replace(", leads_to: [mestring]}\nout", "}\nout"))
    return revs
