"""A reader's own copy of a source: read as numbered sentences, and held against the hashes of the segments."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from virkningskjede.model.codebook import Segments

LENGTH = 8
"""How many characters of its SHA-256 a sentence is known by."""

_NUMBERED = re.compile(r"\[([^\]\s]+):([0-9]{1,4})\]\s*(.*)")

SentenceKey = tuple[str, int]
"""A section, and a sentence's number in it."""


def short_hash(sentence: str) -> str:
    """The first eight characters of the SHA-256 of a sentence in UTF-8 and NFC, each run of white space as one space.

    >>> short_hash("Nav  møter RPH.") == short_hash("Nav møter\\nRPH.")
    True
    """
    text = unicodedata.normalize("NFC", " ".join(sentence.split()))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:LENGTH]


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a source, held against its segments. It lives only as long as it is looked at: nothing of it is stored.

    Attributes:
        source: the source's key.
        sentences: text by section and number; only those that the segments have.
        differing: sentences that are not what the segments' hashes say, in order.
        missing: sentences of the segments that the copy lacks, in order.
        beyond: sentences of the copy that the segments do not have, in order.
    """

    source: str
    sentences: Mapping[SentenceKey, str] = field(repr=False)
    differing: tuple[SentenceKey, ...] = ()
    missing: tuple[SentenceKey, ...] = ()
    beyond: tuple[SentenceKey, ...] = ()


def read_copy(text: str, segments: Segments) -> Copy:
    """Read a copy and hold each of its sentences against the segments.

    Either each sentence has its place before it, as in ``[2.2.4:13] ...``, and may go on over the next lines; or each stands on a line
    of its own below the section's heading, and is counted from 1.

    Args:
        text: the copy.
        segments: how the source is divided.
    """
    sentences = dict(_numbered(text) or _under_headings(text, segments))
    hashes = {(name, number): digest for name, section in segments.sections.items() for number, digest in enumerate(section.sentences, 1)}
    return Copy(
        segments.source,
        {key: sentences[key] for key in hashes if key in sentences},
        tuple(key for key, digest in hashes.items() if key in sentences and short_hash(sentences[key]) != digest),
        tuple(key for key in hashes if key not in sentences),
        tuple(key for key in sentences if key not in hashes),
    )


def _numbered(text: str) -> list[tuple[SentenceKey, str]]:
    sentences: list[tuple[SentenceKey, str]] = []
    for line in map(str.strip, text.splitlines()):
        match = _NUMBERED.match(line)
        if match:
            sentences.append(((match[1], int(match[2])), match[3]))
        elif sentences and line and not line.startswith("#"):
            key, begun = sentences[-1]
            sentences[-1] = key, f"{begun} {line}"
    return sentences


def _under_headings(text: str, segments: Segments) -> Iterator[tuple[SentenceKey, str]]:
    headings = {}
    for name, section in segments.sections.items():
        headings[_plainly(section.heading)] = headings[_plainly(f"{name} {section.heading}")] = name
    here, number = None, 0
    for line in filter(None, map(str.strip, text.splitlines())):
        heading = headings.get(_plainly(line.lstrip("#")))
        if heading is not None:
            here, number = heading, 0
        elif here is not None:
            number += 1
            yield (here, number), line


def _plainly(heading: str) -> str:
    return unicodedata.normalize("NFC", " ".join(heading.split())).casefold()
