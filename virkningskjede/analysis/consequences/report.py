"""What a change of models does, in words: first the change, then the verdicts that changed, then the claims that turned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from virkningskjede.analysis.claims.report.wording import ClaimsWording
from virkningskjede.analysis.consequences.consequences import Consequences, TurnedClaim, TurnedVerdict
from virkningskjede.analysis.criteria import CriteriaSet, Verdict
from virkningskjede.analysis.criteria.report.cells import cell
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.i18n import Lang, word
from virkningskjede.report import Block, Document, Heading, Paragraph, Report, Table
from virkningskjede.report.names import titles_of

COLUMNS = ("what", "from", "criterion", "model", "before", "after", "why")


@dataclass(frozen=True)
class ConsequencesReport(Report):
    """What a change of models does.

    Attributes:
        consequences: what it does.
    """

    consequences: Consequences

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """The change, as the diff tells it; the verdicts that changed; the claims that turned."""
        diff = self.consequences.diff.report().document(lang, width)
        return replace(diff, blocks=(*diff.blocks, *_blocks(self.consequences, lang)))

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each verdict that changed, and for each claim that turned, with ids."""
        result = self.consequences
        rows = [
            (word("consequences.verdict", lang), turned.after.criteria, turned.after.criterion, turned.after.model, *cells)
            for turned, *cells in _verdicts(result, lang)
        ]
        rows += [(word("consequences.claim", lang), claim.file, claim.after.id, "", *cells) for claim, *cells in _claims(result, lang)]
        return Table(tuple(word(f"consequences.column.{name}", lang) for name in COLUMNS), tuple(rows))

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value of the diff, with ``verdicts`` and ``claims``. Only ``reason`` and ``sentence`` depend on the language."""
        result = self.consequences
        return {
            **result.diff.report().plain(lang),
            "verdicts": [
                {
                    "criteria": turned.after.criteria,
                    "criterion": turned.after.criterion,
                    "model": turned.after.model,
                    "before": turned.before.verdict,
                    "after": turned.after.verdict,
                    "sure_before": turned.before.sure,
                    "sure_after": turned.after.sure,
                    "reason": why,
                }
                for turned, _, _, why in _verdicts(result, lang)
            ],
            "claims": [
                {
                    "file": claim.file,
                    "claim": claim.after.id,
                    "before": claim.before.verdict,
                    "after": claim.after.verdict,
                    "reason": why,
                }
                for claim, _, _, why in _claims(result, lang)
            ],
            "only_before": list(result.only_before),
            "only_after": list(result.only_after),
        }


def _blocks(result: Consequences, lang: Lang) -> Iterator[Block]:
    titles = titles_of(result.check.models)
    sets = {criteria.id: criteria for criteria in result.check.sets}
    yield Heading(word("consequences.verdicts", lang))
    rows = [
        (titles[turned.after.model], *_criterion(turned.after, sets[turned.after.criteria], lang), *cells)
        for turned, *cells in _verdicts(result, lang)
    ]
    yield _table(("model", "from", "criterion", "before", "after", "why"), rows, "consequences.verdicts.none", lang)
    if result.claimed or result.claims:
        yield Heading(word("consequences.claims", lang))
        claims = [(claim.after.claim.statement.in_(lang), *cells) for claim, *cells in _claims(result, lang)]
        yield _table(("claim", "before", "after", "why"), claims, "consequences.claims.none", lang)
    for key, names in (("only_before", result.only_before), ("only_after", result.only_after)):
        if names:
            yield Paragraph(word(f"consequences.{key}", lang, names=", ".join(names)))


def _table(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], none: str, lang: Lang) -> Block:
    headers = tuple(word(f"consequences.column.{name}", lang) for name in columns)
    return Table(headers, tuple(rows), spacing="apart") if rows else Paragraph(word(none, lang))


def _criterion(verdict: Verdict, criteria: CriteriaSet, lang: Lang) -> tuple[str, str]:
    """What the set and the criterion of a verdict are called."""
    return criteria.title.in_(lang), criteria.criteria[verdict.criterion].label.in_(lang)


def _verdicts(result: Consequences, lang: Lang) -> Iterator[tuple[TurnedVerdict, str, str, str]]:
    """Each verdict that changed: as it was, as it is, and what it rests on now."""
    grounds = Grounds(result.check, lang)
    for turned in result.verdicts:
        was, now = (cell(verdict.verdict, verdict.possible, lang) for verdict in (turned.before, turned.after))
        yield turned, was, now, grounds.sentences(turned.after)


def _claims(result: Consequences, lang: Lang) -> Iterator[tuple[TurnedClaim, str, str, str]]:
    """Each claim that turned: what the models said of it, what they say, and why."""
    wording = {claims.file.id: ClaimsWording(claims, lang) for claims in result.claimed}
    for turned in result.claims:
        was, now = (word(f"claims.{ruling.verdict}", lang) for ruling in (turned.before, turned.after))
        yield turned, was, now, wording[turned.file].reason(turned.after)
