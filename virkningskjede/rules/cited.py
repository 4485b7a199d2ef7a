"""The parts of a model with the text of the sentences that they rest on, for the rules that read the text of a source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from virkningskjede.diagnostics import Path
from virkningskjede.i18n import Lang
from virkningskjede.model import Entry
from virkningskjede.model.values import Frozen, Sentence, sentences
from virkningskjede.report.places import places

_PLACE = re.compile(r"(?:[\w-]+#)?[\w.-]+:\d+(?:[-,]\d+)*")


@dataclass(frozen=True)
class CitedPart:
    """A part of the model with the text of the sentences that it rests on.

    Attributes:
        path: the keys that lead to it.
        part: the part.
        above: what it is part of, the innermost first, and itself before them.
        cited: its sentences.
        text: their text.
        lang: the language of the model.
    """

    path: Path
    part: Frozen
    above: tuple[Frozen, ...]
    cited: tuple[Sentence, ...]
    text: str
    lang: Lang

    @property
    def places(self) -> str:
        """Where its sentences stand."""
        return places(self.cited, self.source)

    @property
    def source(self) -> str | None:
        """The source that a place without one is in."""
        return self.cited[0].locator.source

    @cached_property
    def numbers(self) -> frozenset[Fraction]:
        """The numbers of its sentences."""
        from virkningskjede.prose.numbers import numbers  # asked only where the text of a source is at hand

        return numbers(self.text)

    @cached_property
    def notes(self) -> str:
        """What is noted of it, or of what it is part of, without the places that are named there."""
        return _PLACE.sub(" ", " ".join(note for value in self.above if (note := getattr(value, "note", None))))

    def read_otherwise(self, field: str) -> bool:
        """Whether another reading has another value in a field of the entry."""
        return any(field in patch.changes for value in self.above if isinstance(value, Entry) for patch in value.or_)

    @property
    def field(self) -> str:
        """The field of the entry that it is, or is part of; empty for an entry."""
        return str(self.path[2]) if len(self.path) > 2 else ""


def cited_parts(parts: Iterable[tuple[Path, Frozen]], text: Mapping[Sentence, str], source: str | None, lang: Lang) -> Iterator[CitedPart]:
    """Every part of a model as it is coded, with the text of its own sentences, or of those of the innermost that it is part of.

    Args:
        parts: the parts of the model, with their paths.
        text: the sentences that are at hand.
        source: the model's source, which a place without one is in.
        lang: the model's language.
    """
    by_path = dict(parts)
    for path, part in by_path.items():
        if "or" in path:
            continue
        above = tuple(by_path[path[:length]] for length in range(len(path), 0, -1) if path[:length] in by_path)
        own: Iterable[str] = next((at for value in above if (at := getattr(value, "at", ()))), ())
        cited = sentences(own, source)
        if cited and all(sentence in text for sentence in cited):
            yield CitedPart(path, part, above, cited, " ".join(text[sentence] for sentence in cited), lang)
