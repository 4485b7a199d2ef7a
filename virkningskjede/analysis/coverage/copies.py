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

Key = tuple[str, int]
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
    sentences: Mapping[Key, str] = field(repr=False)
    differing: tuple[Key, ...] = ()
    missing: tuple[Key, ...] = ()
    beyond: tuple[Key, ...] = ()


def hold(text: str, segments: Segments) -> Copy:
    """Read a copy and hold each of its sentences against the segments.

    Either each sentence has its place before it, as in ``[2.2.4:13] ...``, and may go on over the next lines; or each stands on a line
    of its own below the section's heading, and is counted from 1.

    Args:
        text: the copy.
        segments: how the source is divided.
    """
    found = dict(_numbered(text) or _under_headings(text, segments))
    hashes = {(name, number): each for name, section in segments.sections.items() for number, each in enumerate(section.sentences, 1)}
    return Copy(
        segments.source,
        {key: found[key] for key in hashes if key in found},
        tuple(key for key, each in hashes.items() if key in found and short_hash(found[key]) != each),
        tuple(key for key in hashes if key not in found),
        tuple(key for key in found if key not in hashes),
    )


def _numbered(text: str) -> list[tuple[Key, str]]:
    found: list[tuple[Key, str]] = []
    for line in map(str.strip, text.splitlines()):
        match = _NUMBERED.match(line)
        if match:
            found.append(((match[1], int(match[2])), match[3]))
        elif found and line and not line.startswith("#"):
            key, begun = found[-1]
            found[-1] = key, f"{begun} {line}"
    return found


def _under_headings(text: str, segments: Segments) -> Iterator[tuple[Key, str]]:
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
