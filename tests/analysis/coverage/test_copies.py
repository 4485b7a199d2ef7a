"""A reader's own copy: numbered or under headings, whole or not."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.analysis.coverage import read_copy, short_hash
from virkningskjede.model.codebook import Segments, SourceSection
from virkningskjede.project import Portfolio

from .conftest import TEXT, hashed

ALL = {(name, number): sentence for name, (_, sentences) in TEXT.items() for number, sentence in enumerate(sentences, 1)}


def test_a_numbered_copy_agrees(numbered: str, segments: Segments) -> None:
    copy = read_copy(numbered, segments)
    assert (copy.source, copy.sentences, copy.differing, copy.missing, copy.beyond) == ("bok", ALL, (), (), ())


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "  \t"),
        lambda text: text.replace("] ", "]\n"),
        lambda text: text.replace("\n", "\n\n## En overskrift\n\n"),
        lambda text: "Innledende ord.\n" + text,
        lambda text: "\n".join(reversed(text.split("\n"))),
    ],
)
def test_what_does_not_matter(change: Callable[[str], str], numbered: str, segments: Segments) -> None:
    copy = read_copy(change(numbered), segments)
    assert (copy.differing, copy.missing, copy.beyond) == ((), (), ())


def test_what_differs_is_missing_or_is_too_much(numbered: str, segments: Segments) -> None:
    text = numbered.replace("to kaféer", "tre kaféer").replace("[1.1:2]", "[1.1:9]").replace("[1.1:3]", "[7:3]")
    copy = read_copy(text, segments)
    assert copy.differing == (("1", 1),)
    assert copy.missing == (("1.1", 2), ("1.1", 3))
    assert copy.beyond == (("1.1", 9), ("7", 3))
    assert set(copy.sentences) == {("1", 1), ("1", 2), ("1.1", 1), ("1.1", 4)}


@pytest.mark.parametrize("head", ["{heading}", "# {name} {heading}", "{name}  {heading}", "## {heading}"])
def test_plain_text_is_counted_under_its_headings(head: str, segments: Segments) -> None:
    lines = ["Forord som ikke hører til noe avsnitt."]
    for name, (heading, sentences) in TEXT.items():
        lines += ["", head.format(name=name, heading=heading.upper()), *sentences]
    copy = read_copy("\n".join(lines), segments)
    assert (copy.sentences, copy.differing, copy.missing, copy.beyond) == (ALL, (), (), ())


def test_an_empty_copy_lacks_everything(segments: Segments) -> None:
    copy = read_copy("", segments)
    assert (copy.sentences, copy.missing) == ({}, tuple(ALL))


@given(st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_any_source_can_be_numbered_in_any_order(sentences: list[str], chance: random.Random) -> None:
    kept = [unicodedata.normalize("NFC", digest) for digest in sentences]
    divided = Segments.model_validate(
        {
            "source": "s",
            "rule": {"nb": "x", "en": "x"},
            "hash": {"nb": "x", "en": "x"},
            "sections": {"a": SourceSection(heading="A", sentences=tuple(map(hashed, kept)))},
        }
    )
    lines = [f"[a:{number}] {sentence}" for number, sentence in enumerate(sentences, 1)]
    chance.shuffle(lines)
    copy = read_copy("\n".join(lines), divided)
    assert (copy.differing, copy.missing, copy.beyond) == ((), (), ())


def test_the_hash_is_of_the_text_alone() -> None:
    assert short_hash(" Ny\n praksis. ") == hashed("Ny praksis.")
    assert short_hash("Ny praksis") != short_hash("Ny praksis.")


def test_the_corpus_has_a_hash_of_eight_for_every_sentence(portfolio: Portfolio) -> None:
    for segments in portfolio.project.segments.values():
        for section in segments.sections.values():
            assert all(len(sentence) == 8 and int(sentence, 16) >= 0 for sentence in section.sentences)
