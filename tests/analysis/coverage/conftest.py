"""An invented source: its text, its segments, and models that build on it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import pytest

from virkningskjede.model.codebook import Segments, SourceSection
from virkningskjede.project import Project

TEXT: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "1": ("Bakgrunn", ("Bygda har to kaféer.", "Ingen av dem er åpen om kvelden.")),
    "1.1": (
        "Leseklubben",
        (
            "Klubben skal møtes ved å låne rommet til biblioteket.",
            "Den som er forkjølet, kan bli hjemme.",
            "Målet er mer lesing.",
            "Dersom det snør, avlyses møtet ikke.",
        ),
    ),
}
"""Section -> heading and sentences."""


def hashed(sentence: str) -> str:
    return hashlib.sha256(sentence.encode("utf-8")).hexdigest()[:8]


@pytest.fixture(scope="session")
def segments() -> Segments:
    sections = {
        name: SourceSection(heading=heading, sentences=tuple(map(hashed, sentences))) for name, (heading, sentences) in TEXT.items()
    }
    return Segments.model_validate({"source": "bok", "rule": {"nb": "x", "en": "x"}, "hash": {"nb": "x", "en": "x"}, "sections": sections})


@pytest.fixture(scope="session")
def shared(segments: Segments) -> Project:
    return Project(segments={"bok": segments})


@pytest.fixture(scope="session")
def numbered() -> str:
    return "\n".join(
        f"[{name}:{number}] {sentence}" for name, (_, sentences) in TEXT.items() for number, sentence in enumerate(sentences, 1)
    )
