"""Locators: where in a source something stands, as ``source#section:sentence``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BeforeValidator
from pydantic_core import CoreSchema, core_schema

from virkningskjede.model.values.fields import Mark, Weighs
from virkningskjede.model.values.text import one_or_many

_SOURCE = r"(?:[a-z0-9-]+#)?"
_SECTION = r"[\p{L}0-9][\p{L}0-9._-]*:"
_RANGE = r"[0-9]{1,4}(?:-[0-9]{1,4})?"
AT_PATTERN = rf"^{_SOURCE}{_SECTION}{_RANGE}(?: ?, ?{_SOURCE}(?:{_SECTION})?{_RANGE})*$"

_ITEM = re.compile(r"(?:(?P<source>[a-z0-9-]+)#)?(?:(?P<section>[^:#,\s]+):)?(?P<first>[0-9]+)(?:-(?P<last>[0-9]+))?")


class Locator(NamedTuple):
    """A run of sentences in one section of one source. ``source`` is None for the model's own source."""

    source: str | None
    section: str
    first: int
    last: int

    @property
    def size(self) -> int:
        """How many sentences; zero or less when the run is written backwards."""
        return self.last - self.first + 1

    @property
    def run(self) -> str:
        """The numbers of its sentences: ``9``, or ``9-11``."""
        return f"{self.first}" if self.last == self.first else f"{self.first}-{self.last}"

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Each of its sentences."""
        return (Sentence.of(self.source, self.section, number) for number in range(self.first, self.last + 1))

    def __str__(self) -> str:
        return f"{self.source}#{self.section}:{self.run}" if self.source else f"{self.section}:{self.run}"


class LocatorText(str):
    """Places as one text names them: ``2.2.4:9,11-12`` or ``rapport#3:1, 4.1:2``. A bare number keeps the section before it.

    It is that text, as files and JSON hold it, and knows the runs of sentences in it. It is taken apart once, when first asked for them.

    >>> [str(locator) for locator in LocatorText("2.2.4:9,11-12").runs]
    ['2.2.4:9', '2.2.4:11-12']
    """

    __slots__ = ("_runs",)
    _runs: tuple[Locator, ...]

    @property
    def runs(self) -> tuple[Locator, ...]:
        """The runs of sentences, in order."""
        try:
            return self._runs
        except AttributeError:
            self._runs = tuple(_runs_in(self))
            return self._runs

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (str(self),)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls, core_schema.str_schema(pattern=AT_PATTERN), serialization=core_schema.plain_serializer_function_ser_schema(str)
        )


class Sentence(LocatorText):
    """One sentence of a source, as results name it: ``statusrapport#2.2.4:25``.

    >>> Sentence.of("statusrapport", "2.2.4", 25)
    'statusrapport#2.2.4:25'
    """

    __slots__ = ()

    @classmethod
    def of(cls, source: str | None, section: str, number: int) -> Sentence:
        """The sentence with this number; ``source`` is None where no source is known."""
        locator = Locator(source, section, number, number)
        sentence = cls(locator)
        sentence._runs = (locator,)
        return sentence

    @property
    def locator(self) -> Locator:
        """Its source, section and number."""
        return self.runs[0]


At = Annotated[tuple[LocatorText, ...], BeforeValidator(one_or_many), Mark.CODING, Weighs("cosmetic")]
"""One or more texts of places; empty when the source does not say it (the coder inferred it)."""


def locators(at: Iterable[str], source: str | None = None) -> Iterator[Locator]:
    """The runs of sentences that an ``at`` names, in order.

    Args:
        at: texts of places.
        source: the default source.

    >>> [str(locator) for locator in locators((LocatorText("2.2.4:9,11-12"),), "rapport")]
    ['rapport#2.2.4:9', 'rapport#2.2.4:11-12']
    """
    for text in at:
        # What a file says is a LocatorText; what a program gives a copy, which validates nothing, may be plain text.
        for run in (text if isinstance(text, LocatorText) else LocatorText(text)).runs:
            yield run if run.source else Locator(source, run.section, run.first, run.last)


def sentences(at: Iterable[str], source: str | None = None) -> tuple[Sentence, ...]:
    """Each sentence that an ``at`` names, once, in order.

    >>> sentences((LocatorText("2.2.4:24-25"),), "statusrapport")
    ('statusrapport#2.2.4:24', 'statusrapport#2.2.4:25')
    """
    return tuple(dict.fromkeys(sentence for locator in locators(at, source) for sentence in locator.sentences))


def _runs_in(text: str) -> Iterator[Locator]:
    section, source = "", None
    for match in _ITEM.finditer(text):
        if match["section"]:
            section, source = match["section"], match["source"]
        first = int(match["first"])
        yield Locator(match["source"] or source, section, first, int(match["last"] or first))
