"""The errata of a report: what the models contradict, what they cannot decide, what holds, and what was not tested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from virkningskjede.analysis.claims import VERDICTS, Claims, ClaimVerdict, Recommendation, Ruling, Unchecked
from virkningskjede.analysis.claims.report.wording import ClaimsWording
from virkningskjede.i18n import Lang
from virkningskjede.model.values import LocatorText, sentences
from virkningskjede.report import Block, Heading, Items, Paragraph, Passage

ALWAYS_COUNTED: tuple[ClaimVerdict, ...] = ("holds", "contradicted", "undecidable")
"""The verdicts that a summary names even where no claim has them."""


def errata(claims: Claims, lang: Lang, *, explain: bool = False, names: bool = True) -> Iterator[Block]:
    """The errata, block by block: contradicted first, then what cannot be decided, then what holds.

    Args:
        claims: the claims, held against models.
        lang: the language.
        explain: account for what holds too.
        names: name every statement that was not tested, and not only how many there are.
    """
    wording = ClaimsWording(claims, lang)
    yield Heading(claims.file.title.in_(lang), 1)
    yield from map(Paragraph, _summary(claims, wording))
    for verdict in VERDICTS:
        rulings = [ruling for ruling in claims.results if ruling.verdict == verdict]
        if rulings:
            yield Heading(wording.word(f"claims.heading.{verdict}", count=len(rulings)))
            yield from accounts(_entry(ruling, wording, explain=explain or verdict != "holds") for ruling in rulings)
    if claims.file.recommendations:
        yield Heading(wording.word("claims.heading.recommendations", count=len(claims.file.recommendations)))
        yield from accounts(_advice(name, advice, wording, explain=explain) for name, advice in claims.file.recommendations.items())
    if claims.file.unchecked:
        yield Heading(wording.word("claims.heading.unchecked", count=len(claims.file.unchecked)))
        yield from _unchecked(claims.file.unchecked, wording, names=names)


def accounts(entries: Iterable[Passage]) -> Iterator[Block]:
    """Entries of one part: those of which there is nothing more to tell in a list, then those with an account."""
    short: list[str] = []
    explained: list[Passage] = []
    for entry in entries:
        if entry.blocks:
            explained.append(entry)
        else:
            short.append(entry.title)
    if short:
        yield Items.of(short)
    yield from explained


def _entry(ruling: Ruling, wording: ClaimsWording, *, explain: bool) -> Passage:
    title = f"{ruling.claim.statement.in_(wording.lang)}{_placed(wording.at(ruling.at))}"
    return Passage(title, tuple(wording.account(ruling)) if explain else (), ruling.id)


def _advice(name: str, recommendation: Recommendation, wording: ClaimsWording, *, explain: bool) -> Passage:
    at = sentences(recommendation.at, wording.claims.file.source)
    title = f"{recommendation.statement.in_(wording.lang)}{_placed(wording.at(at))}"
    account = (Paragraph(text, label) for label, text in wording.advice(recommendation))
    return Passage(title, tuple(account) if explain else (), f"recommendation-{name}")


def _placed(at: str) -> str:
    return f" ({at})" if at else ""


def _summary(claims: Claims, wording: ClaimsWording) -> Iterator[str]:
    number = len(claims.models)
    models = wording.word(f"claims.models.{'one' if number == 1 else 'more'}", count=number)
    parts = [wording.word("claims.summary", all=len(claims.results), models=models)]
    counts = ((verdict, claims.count(verdict)) for verdict in get_args(ClaimVerdict))
    parts += [wording.word(f"claims.summary.{verdict}", count=count) for verdict, count in counts if count or verdict in ALWAYS_COUNTED]
    advised = len(claims.file.recommendations)
    parts += [wording.word("claims.summary.recommendations", count=advised)] if advised else []
    parts += [wording.word("claims.summary.unchecked", count=len(claims.file.unchecked))] if claims.file.unchecked else []
    yield " ".join(parts)
    if claims.file.not_evidence:
        yield wording.word("claims.withheld", sections=wording.elements.wording.list(claims.file.not_evidence))


def _unchecked(unchecked: Mapping[LocatorText, Unchecked], wording: ClaimsWording, *, names: bool) -> Iterator[Block]:
    """What was not tested, by reason."""
    source = wording.claims.file.source
    by_reason: dict[str, list[str]] = {}
    for place, entry in unchecked.items():
        statement = f"{entry.statement.in_(wording.lang)}{_placed(wording.at(sentences((place,), source)))}"
        by_reason.setdefault(entry.reason, []).append(statement)
    headings = [f"{wording.word(f'claims.because.{reason}')} ({len(statements)})" for reason, statements in by_reason.items()]
    if not names:
        yield Items.of(headings)
        return
    for heading, statements in zip(headings, by_reason.values(), strict=True):
        yield Heading(heading, 3)
        yield Items.of(statements)
