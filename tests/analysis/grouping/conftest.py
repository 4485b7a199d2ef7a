"""The pilots with what they share, and short models to reason about."""

from __future__ import annotations

from typing import Any

import pytest

from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio, corpus, load_portfolio


@pytest.fixture(scope="session")
def pilots() -> Portfolio:
    return load_portfolio(corpus() / "pilots")


def model(name: str, *terms: str, **more: Any) -> LogicModel:
    """A model with an activity for each term."""
    activities = {f"a{number}": {"label": "A", "term": term} for number, term in enumerate(terms)}
    return LogicModel.model_validate({"id": name, "activities": {**activities, **more.pop("activities", {})}, **more})
