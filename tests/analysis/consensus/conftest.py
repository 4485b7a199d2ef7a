"""A small codebook and the pilots."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import Portfolio, Project

TEXT = {"nb": "x", "en": "x"}
STAGES = ["activity", "output", "outcome"]


@pytest.fixture(scope="session")
def shared() -> Project:
    """A codebook in which an online course is a course, and a course is a kind of help."""
    broader = {"hjelp": [], "kurs": ["hjelp"], "nettkurs": ["kurs"], "mote": [], "mestring": []}
    terms = {name: {"label": {"nb": name.title(), "en": name.upper()}, "stage": STAGES, "broader": wide} for name, wide in broader.items()}
    return Project(vocabulary=Vocabulary.model_validate({"terms": terms}))


@pytest.fixture(scope="session")
def pilots(portfolio: Portfolio) -> Mapping[str, LogicModel]:
    """The nine pilots."""
    return {name: model for name, model in portfolio.items() if model.kind == "pilot"}
