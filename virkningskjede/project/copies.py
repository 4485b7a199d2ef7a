"""A reader's own copy of a source: read as numbered sentences, and held against the hashes of the segments."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.i18n.likely import no_choice
from virkningskjede.model.codebook import Segments
from virkningskjede.model.values import Sentence
from virkningskjede.project.project import Project
from virkningskjede.yamlfile import read_text

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

    @property
    def right(self) -> Mapping[Sentence, str]:
        """The sentences that are as the segments say, by their names."""
        wrong = frozenset(self.differing)
        return {Sentence.of(self.source, *key): text for key, text in self.sentences.items() if key not in wrong}


def in_hand(copies: Mapping[str, Copy]) -> dict[Sentence, str]:
    """Every sentence of some copies that is as the segments say."""
    return {sentence: text for copy in copies.values() for sentence, text in copy.right.items()}


@dataclass(frozen=True, slots=True)
class SourceTexts:
    """Texts of sources that a reader has, by the sources' keys, with the files that they were read from."""

    files: Mapping[str, Path]
    texts: Mapping[str, str] = field(repr=False)

    @classmethod
    def read(cls, files: Mapping[str, Path]) -> SourceTexts:
        """Read the files. Raises: UsageError: a file cannot be read."""
        texts = {}
        for source, path in files.items():
            text, problems = read_text(path, str(path))
            if text is None:
                reason = problems[0].message() if problems else ""
                raise UsageError(Word("error.text_unreadable", (("path", str(path)), ("reason", reason))))
            texts[source] = text
        return cls(files, texts)

    def copies(self, project: Project) -> dict[str, Copy]:
        """The texts held against the segments of a project; those of sources that it does not divide are left out."""
        divided = project.segments
        return {source: read_copy(text, divided[source]) for source, text in self.texts.items() if source in divided}

    def refuse_unknown(self, projects: Collection[Project]) -> None:
        """Raise for a source that none of the projects divides.

        Raises:
            UsageError: it is not divided, or there is no such source.
        """
        known = {source: None for project in projects for source in project.segments}
        for source in self.texts:
            if source not in known:
                named = any(source in project.references.references for project in projects)
                raise UsageError(Word("error.no_segments", (("source", source),)) if named or not known else no_choice(source, known))

    def refuse_another(self, copies: Mapping[str, Copy]) -> None:
        """Raise for a text of which not one sentence is as the segments say.

        Raises:
            UsageError: it is no copy of its source.
        """
        for source, copy in copies.items():
            if not copy.right:
                raise UsageError(Word("error.text_another", (("path", str(self.files[source])), ("source", source))))


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
