"""Sentences that are cited but hardly captured: their words promise more than what rests on them has room for.

A sentence with a numeral, «skal», «kan», «dersom», «ved å» or «ikke» most often says how much, how sure, on what condition, by what
means, or that something is not so. Where nothing that rests on it has an amount, a status, a condition, an arrow or a denial, it is
worth reading once more. The signs are those of Norwegian reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from virkningskjede.analysis.claims import Claim
from virkningskjede.analysis.coverage.account import Coverage, SectionAccount, SentenceAccount
from virkningskjede.model import Ambiguity, DatedBounds, Evidence, Later, Link, OpenQuestion, Result
from virkningskjede.model.fields import qualifying
from virkningskjede.model.values import Dose, Frozen
from virkningskjede.project import Copy
from virkningskjede.prose.counts import counts

_SIGNS = {word: re.compile(rf"\b{word}\b", re.IGNORECASE) for word in ("skal", "kan", "dersom", "ved å", "ikke")}

_ELSEWHERE = ("met", "criteria", "columns")
"""Fields of other files than models that make a criterion or a table of what the text says."""

_WHOLE = (Link, Evidence, Dose, DatedBounds, Later, Result, OpenQuestion, Ambiguity, Claim)
"""Parts that are, as a whole, an arrow, an amount, what is undecided, or a reading that can be tested."""


@dataclass(frozen=True, slots=True)
class HardlyCaptured:
    """A sentence that is cited but hardly captured.

    Attributes:
        signs: what in it promises more: ``numeral``, or the word itself.
    """

    section: SectionAccount
    sentence: SentenceAccount
    signs: tuple[str, ...]


def signs(text: str) -> tuple[str, ...]:
    """What in a sentence promises an amount, a status, a condition, an arrow or a denial.

    >>> signs("Nav skal møte RPH to ganger i uken.")
    ('numeral', 'skal')
    """
    numeral = ("numeral",) if any(counts(text)) else ()
    return (*numeral, *(name for name, pattern in _SIGNS.items() if pattern.search(text)))


def hardly_captured(coverage: Coverage, copy: Copy) -> Iterator[HardlyCaptured]:
    """The sentences of one source that something rests on and that are hardly captured, in order.

    Sentences that differ from the segments are left out.

    Args:
        coverage: what rests on each sentence.
        copy: a reader's copy of the source.
    """
    differing = frozenset(copy.differing)
    for section in coverage.sections:
        for sentence in section.sentences if section.source == copy.source else ():
            key = section.section, sentence.number
            if sentence.state in ("cited", "tested") and key in copy.sentences and key not in differing:
                signs_here = signs(copy.sentences[key])
                if signs_here and not any(_captures(citation.part) for citation in sentence.by):
                    yield HardlyCaptured(section, sentence, signs_here)


def _captures(part: Frozen) -> bool:
    return isinstance(part, _WHOLE) or any(getattr(part, name, None) for name in (*qualifying(type(part)), *_ELSEWHERE))
