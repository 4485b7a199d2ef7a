"""What all tests share: the corpus, and a profile that is steady on a slow machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from virkningskjede.loading import Portfolio, corpus, load_folder

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(scope="session")
def models_folder() -> Path:
    """The folder of the models that ship with the package."""
    return corpus()


@pytest.fixture(scope="session")
def portfolio(models_folder: Path) -> Portfolio:
    """Every model of the corpus, with what they share."""
    return load_folder(models_folder)
