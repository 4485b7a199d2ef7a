"""A small codebook for invented models."""

from __future__ import annotations

import pytest

from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import Project


def named(**fields: object) -> dict[str, object]:
    return {"label": {"nb": "x", "en": "x"}, **fields}


@pytest.fixture(scope="session")
def shared() -> Project:
    terms = {
        "kurs": named(stage="activities"),
        "nettkurs": named(stage="activities", broader="kurs"),
        "turgruppe": named(stage=["activities", "outcomes"]),
        "mote": named(stage=["activities", "outcomes"]),
    }
    actors = {"nav": named(), "veileder": named(broader="nav"), "lege": named()}
    traits = {"sykmeldt": named(), "nylig-sykmeldt": named(broader="sykmeldt"), "frisk": named()}
    vocabulary = Vocabulary.model_validate({"terms": terms, "actors": actors, "traits": traits})
    return Project(vocabulary=vocabulary)
