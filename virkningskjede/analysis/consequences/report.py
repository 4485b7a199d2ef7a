"""What a change of models does, in words: first the change, then the verdicts that changed, then the claims that turned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from virkningskjede.analysis.claims.report.wording import ClaimsWording
from virkningskjede.analysis.consequences.consequences import Consequences
from virkningskjede.analysis.criteria import Verdict
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
            (word("consequences.verdict", lang), after.criteria, after.criterion, after.model, *cells)
            for (_, after), cells in zip(_pairs(result), _verdicts(result, lang), strict=True)
        ]
        rows += [
            (word("consequences.claim", lang), turned.file, turned.after.id, "", *cells)
            for turned, cells in zip(result.claims, _claims(result, lang), strict=True)
        ]
        return Table(tuple(word(f"consequences.column.{name}", lang) for name in COLUMNS), tuple(rows))

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value of the diff, with ``verdicts`` and ``claims``. Only ``reason`` and ``sentence`` depend on the language."""
        result = self.consequences
        return {
            **result.diff.report().plain(lang),
            "verdicts": [
                {
                    "criteria": after.criteria,
                    "criterion": after.criterion,
                    "model": after.model,
                    "before": before.verdict,
                    "after": after.verdict,
                    "sure_before": before.sure,
                    "sure_after": after.sure,
                    "reason": why,
                }
                for (before, after), (_, _, why) in zip(_pairs(result), _verdicts(result, lang), strict=True)
            ],
            "claims": [
                {
                    "file": turned.file,
                    "claim": turned.after.id,
                    "before": turned.before.verdict,
                    "after": turned.after.verdict,
                    "reason": why,
                }
                for turned, (_, _, why) in zip(result.claims, _claims(result, lang), strict=True)
            ],
            "only_before": list(result.only_before),
            "only_after": list(result.only_after),
        }


def _blocks(result: Consequences, lang: Lang) -> Iterator[Block]:
    titles = titles_of(result.check.models)
    sets = {criteria.id: criteria for criteria in result.check.sets}
    yield Heading(word("consequences.verdicts", lang))
    rows = [
        (titles[after.model], sets[after.criteria].title.in_(lang), sets[after.criteria].criteria[after.criterion].label.in_(lang), *cells)
        for (_, after), cells in zip(_pairs(result), _verdicts(result, lang), strict=True)
    ]
    yield _table(("model", "from", "criterion", "before", "after", "why"), rows, "consequences.verdicts.none", lang)
    if result.claimed or result.claims:
        yield Heading(word("consequences.claims", lang))
        claims = [
            (turned.after.claim.statement.in_(lang), *cells) for turned, cells in zip(result.claims, _claims(result, lang), strict=True)
        ]
        yield _table(("claim", "before", "after", "why"), claims, "consequences.claims.none", lang)
    for key, names in (("only_before", result.only_before), ("only_after", result.only_after)):
        if names:
            yield Paragraph(word(f"consequences.{key}", lang, names=", ".join(names)))


def _table(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], none: str, lang: Lang) -> Block:
    headers = tuple(word(f"consequences.column.{name}", lang) for name in columns)
    return Table(headers, tuple(rows), spacing="apart") if rows else Paragraph(word(none, lang))


def _pairs(result: Consequences) -> Iterator[tuple[Verdict, Verdict]]:
    return ((turned.before, turned.after) for turned in result.verdicts)


def _verdicts(result: Consequences, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """Each verdict as it was, as it is, and what it rests on now."""
    grounds = Grounds(result.check, lang)
    for before, after in _pairs(result):
        was, now = (cell(verdict.verdict, verdict.possible, lang) for verdict in (before, after))
        yield was, now, grounds.sentences(after)


def _claims(result: Consequences, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """What the models said of each claim, what they say, and why."""
    wording = {claims.file.id: ClaimsWording(claims, lang) for claims in result.claimed}
    for turned in result.claims:
        was, now = (word(f"claims.{ruling.verdict}", lang) for ruling in (turned.before, turned.after))
        yield was, now, wording[turned.file].reason(turned.after)
