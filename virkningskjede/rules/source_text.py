"""Family VK4, with the text of the source at hand: does what is coded say what its own sentences say?

These run only where the reader has given a copy of the source. Each asks of words that stand in the sentences that something itself names;
where one of those is not at hand, or is not as the segments say, nothing is asked. A note or another reading that speaks of the same thing
has answered.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import log

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.i18n import Word
from virkningskjede.model import Aside, Node, Result
from virkningskjede.model.values import Amount, Bounds, Measure, Sentence, Status
from virkningskjede.prose.numbers import counted, listed, numbers
from virkningskjede.prose.time import UNITS, by_when, months, named, once
from virkningskjede.prose.verbs import Mood, moods
from virkningskjede.prose.words import akin, content_words
from virkningskjede.report.amounts import number as written
from virkningskjede.report.places import places
from virkningskjede.rules.cited import CitedPart
from virkningskjede.rules.context import RuleContext

POINTS_BACK = re.compile(r"(?:dette|disse|this|these)\b", re.IGNORECASE)

_WITHOUT_UNIT = frozenset(["age"])
"""Limits whose unit goes without saying."""

FEWEST_WORDS = 2
MOST_HERE = 0.34
LEAST_MORE = 0.34
"""What a label's own sentences may have of its words, and how much more another must have, for the place to be questioned."""

_BOUNDS = ("value", "min", "max", "above", "below", "approx")


@dataclass(frozen=True)
class Quantity:
    """A number with its unit, and for a rate what it is counted per."""

    number: Fraction
    measure: Measure

    @property
    def units(self) -> tuple[str, ...]:
        """The units of time that it is in."""
        return tuple(unit for unit in (self.measure.unit, self.measure.per) if unit is not None and unit in UNITS)

    def others(self) -> Iterator[Quantity]:
        """The same in other units of time, or in another unit of a post."""
        unit, per, _ = self.measure
        for other in ("percent", "fte") if unit in ("percent", "fte") else UNITS:
            for measure in (Measure(other, per), Measure(unit, other)) if per is not None else (Measure(other),):
                factor = self.measure.factor(measure) if measure != self.measure else None
                if factor is not None:
                    yield Quantity(self.number * factor, measure)


def number_nowhere(context: RuleContext) -> Iterator[Diagnostic]:
    """VK411: a number that is in none of the sentences that it is given as being from."""
    for cited in context.cited_parts:
        lacking: list[tuple[Path, Fraction]]
        lacking = [(("label",), number) for number in _in_label(cited) if not _in_some_form(cited, number)]
        lacking += [(key, quantity.number) for key, quantity in quantities(cited) if not _is_there(cited, quantity)]
        for key, number in lacking:
            if not cited.read_otherwise(cited.field or str(key[0])) and number not in numbers(cited.notes):
                yield diagnostic(
                    "VK411",
                    (*cited.path, *key),
                    number=written(Decimal(number.numerator) / number.denominator, cited.lang),
                    places=cited.places,
                )


def unit_nowhere(context: RuleContext) -> Iterator[Diagnostic]:
    """VK412: a number of the sentences, with a unit of time that none of them names."""
    for cited in context.cited_parts:
        given = [quantity for _, quantity in quantities(cited)]
        if not given or cited.path[-1] in _WITHOUT_UNIT or not all(_is_there(cited, quantity) for quantity in given):
            continue
        if any(_is_named(cited, other) for quantity in given for other in (quantity, *quantity.others())):
            continue
        unit = next(unit for unit in given[0].units if not (named(cited.text, unit) or once(cited.text, unit)))
        if not cited.read_otherwise(cited.field) and not named(cited.notes, unit):
            yield diagnostic("VK412", cited.path, on="key", unit=unit, places=cited.places)


def status_against_verb(context: RuleContext) -> Iterator[Diagnostic]:
    """VK413: a status that no verb of the sentences bears: done though it is only meant to be, a wish that nobody utters."""
    for cited in context.cited_parts:
        node = cited.part
        if not isinstance(node, Node) or node.status is None or moods(cited.notes):
            continue
        verbs = moods(_with_what_it_points_to(cited, context.text))
        readings = [node.status, *(patch.status for patch in node.or_ if patch.status is not None)]
        if all(_against(status, verbs) for status in readings):
            words = ", ".join(dict.fromkeys(word.casefold() for word in verbs.values()))
            why = (
                Word("text.verbs", (("places", cited.places), ("verbs", words)))
                if words
                else Word("text.no_verb", (("places", cited.places),))
            )
            yield diagnostic("VK413", (*cited.path, "status"), status=node.status, why=why)


def _with_what_it_points_to(cited: CitedPart, text: Mapping[Sentence, str]) -> str:
    """The text of its sentences, and of the one before each that begins by pointing back."""
    before = []
    for sentence in cited.cited:
        source, section, number, _ = sentence.locator
        if POINTS_BACK.match(text[sentence]):
            before.append(text.get(Sentence.of(source, section, number - 1), ""))
    return " ".join([*before, cited.text])


def _against(status: Status, verbs: Mapping[Mood, str]) -> bool:
    """Whether the verbs of the sentences speak against a status. The present tense can be a plan or what is done already."""
    match status:
        case "started" | "in_use" | "completed":
            return "done" not in verbs and not verbs.keys().isdisjoint(("meant", "wished", "needed"))
        case "considered":
            return "wished" not in verbs and ("possible" not in verbs or "meant" in verbs)
        case "planned":
            return "meant" not in verbs and "needed" not in verbs and ("wished" in verbs) != ("done" in verbs)
        case "needed":
            return "needed" not in verbs and "wished" not in verbs
        case _:
            return False


def deadline_as_duration(context: RuleContext) -> Iterator[Diagnostic]:
    """VK414: how long something lasts, where the sentences say by when it is done, or when."""
    for cited in context.cited_parts:
        if cited.path[-1] != "period" or not isinstance(cited.part, Amount):
            continue
        for key, quantity in quantities(cited):
            point = by_when(cited.text, quantity.number, quantity.measure.unit)
            in_calendar = point is None and quantity.measure.unit == "month" and any(months(cited.text))
            if point or (in_calendar and not named(cited.text, "month")):
                yield diagnostic("VK414", (*cited.path, *key), places=cited.places)
                break


def words_elsewhere(context: RuleContext) -> Iterator[Diagnostic]:
    """VK415: an entry whose words are hardly in its sentences, but in another sentence of the same section."""
    sections = _by_section(context)
    terms = context.project.vocabulary.terms if context.project.vocabulary is not None else {}
    for cited in context.cited_parts:
        entry = cited.part
        if not isinstance(entry, Node | Aside):
            continue
        others = (
            entry.because,
            getattr(entry, "content", None),
            *(terms[term].label.in_(cited.lang) for term in entry.term if term in terms),
        )
        there = _best_elsewhere(entry.label, [text for text in others if text], cited, sections)
        if there is not None and not any(patch.absent or "at" in patch.changes for patch in entry.or_):
            yield diagnostic("VK415", (*cited.path, "at"), places=cited.places, there=places((there,), cited.source))


class _Section:
    """The sentences of a section, and which of them have a word."""

    def __init__(self, sentences: Mapping[Sentence, str]) -> None:
        self.sentences = sentences
        self.known: dict[str, frozenset[Sentence]] = {}

    @cached_property
    def having(self) -> Mapping[str, Collection[Sentence]]:
        """The words of the section, each with the sentences that have it. Most sections are cited by no entry of a model."""
        having: dict[str, list[Sentence]] = {}
        for sentence, text in self.sentences.items():
            for word in content_words(text):
                having.setdefault(word, []).append(sentence)
        return having

    def with_word(self, word: str) -> frozenset[Sentence]:
        """The sentences that have a word, or its kin."""
        if word not in self.known:
            self.known[word] = frozenset(sentence for other, some in self.having.items() if akin(word, other) for sentence in some)
        return self.known[word]


Sections = Mapping[tuple[str | None, str], _Section]
"""The sections of the sources."""


def _by_section(context: RuleContext) -> Sections:
    sections: dict[tuple[str | None, str], dict[Sentence, str]] = {}
    for sentence, text in context.text.items():
        sections.setdefault(sentence.locator[:2], {})[sentence] = text
    return {key: _Section(sentences) for key, sentences in sections.items()}


def _best_elsewhere(label: str, others: Iterable[str], cited: CitedPart, sections: Sections) -> Sentence | None:
    """The sentence beside its own that has clearly more of the label, weighed by how rare its words are in the section; None for none.

    Its own may have what else the entry holds instead: its content, its reason, or the names of its terms.
    """
    if len(content_words(label)) < FEWEST_WORDS:
        return None
    beside = [sections[key] for key in dict.fromkeys(sentence.locator[:2] for sentence in cited.cited)]
    shares = _shares(label, beside)
    best = max(shares, key=lambda sentence: shares[sentence], default=None)
    own = frozenset(cited.cited)
    if best is None or best in own or not _clearly_more(shares[best], _most(shares, own)):
        return None
    return best if all(_clearly_more(shares[best], _most(_shares(text, beside), own)) for text in others) else None


def _clearly_more(elsewhere: float, here: float) -> bool:
    return here <= MOST_HERE and elsewhere - here >= LEAST_MORE


def _most(shares: Mapping[Sentence, float], own: Iterable[Sentence]) -> float:
    return max((shares.get(sentence, 0.0) for sentence in own), default=0.0)


def _shares(text: str, beside: Collection[_Section]) -> Mapping[Sentence, float]:
    """How much of a text each sentence has, from 0 to 1: a word weighs more where fewer sentences have it."""
    size = sum(len(section.sentences) for section in beside)
    words = [frozenset[Sentence]().union(*(section.with_word(word) for section in beside)) for word in content_words(text)]
    weights = [log(1 + size / max(1, len(having))) for having in words]
    shares: dict[Sentence, float] = {}
    for having, weight in zip(words, weights, strict=True):
        for sentence in having:
            shares[sentence] = shares.get(sentence, 0.0) + weight / sum(weights)
    return shares


def _in_label(cited: CitedPart) -> list[Fraction]:
    """The numbers of its label that say how many there are of something."""
    label = getattr(cited.part, "label", None)
    return sorted(counted(label, cited.lang)) if isinstance(label, str) else []


def quantities(cited: CitedPart) -> Iterator[tuple[Path, Quantity]]:
    """The numbers of an amount, a limit or a result, each with its key and its measure."""
    part = cited.part
    if not isinstance(part, Bounds):
        return
    whole = next((value for value in cited.above[:2] if isinstance(value, Amount)), part)  # what is planned has the unit of its amount
    measure = Measure(part.unit or whole.unit, whole.per if isinstance(whole, Amount) else None)
    for key in _BOUNDS:
        if (number := getattr(part, key)) is not None:
            yield (key,), Quantity(Fraction(number), measure)
    if isinstance(part, Result):
        if part.n is not None:
            yield ("n",), Quantity(Fraction(part.n), Measure())
        for answer, number in part.distribution.items():
            yield ("distribution", answer), Quantity(Fraction(number), measure)


def _is_there(cited: CitedPart, quantity: Quantity) -> bool:
    """Whether the sentences have a number, as it is or in another unit that they name."""
    return _has(cited, quantity) or any(_has(cited, other) and _is_named(cited, other) for other in quantity.others())


def _in_some_form(cited: CitedPart, number: Fraction) -> bool:
    """Whether the sentences have the number of a label: as it is, or half a post as 50 per cent of one."""
    return number in cited.numbers or (number < 1 and 100 * number in cited.numbers)


def _has(cited: CitedPart, quantity: Quantity) -> bool:
    number, (unit, per, _) = quantity.number, quantity.measure
    if number in cited.numbers or (number == 1 and any(once(cited.text, length) for length in (unit, per) if length is not None)):
        return True
    if unit == "percent":  # nine of ten are 90 per cent, and so are about 91
        parts = {some / whole for some in (*cited.numbers, Fraction(1)) for whole in cited.numbers if 0 < some < whole}
        return any(abs(100 * part - number) < 1 for part in (*parts, *cited.numbers) if part < 1)
    return not quantity.units and number in listed(cited.text)


def _is_named(cited: CitedPart, quantity: Quantity) -> bool:
    return _has(cited, quantity) and all(named(cited.text, unit) or once(cited.text, unit) for unit in quantity.units)
