"""What came of holding a draft against models: a report to read, a listing for a spreadsheet, and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from virkningskjede.analysis.claims import Ruling
from virkningskjede.analysis.claims import report as claims_rendering
from virkningskjede.analysis.claims.groups import Members
from virkningskjede.analysis.claims.report.errata import accounts
from virkningskjede.analysis.claims.report.saying import Saying
from virkningskjede.diagnostics import shorten
from virkningskjede.drafts.checking import OUTCOMES, DraftCheck, Finding
from virkningskjede.drafts.instruction import BLOCKS, Asked
from virkningskjede.i18n import Lang, word
from virkningskjede.query.wording import Wording
from virkningskjede.report import Block, Document, Entry, Heading, Item, Items, Paragraph, Report, Table

SHOWN = 100
"""A text of the draft is cut after this many characters."""

COLUMNS = ("place", "kind", "draft", "models", "outcome", "reason")


@dataclass(frozen=True)
class DraftReport(Report):
    """What came of holding a draft against models.

    Attributes:
        check: the draft, held against models.
        explain: whether each mark is accounted for, model by model.
        written: whether what could be written in has been.
    """

    check: DraftCheck
    explain: bool = False
    written: bool = False

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """What differs first, then what is unsure, then what is the same."""
        return Document(_title(self.check, lang), tuple(self._blocks(_Sayings(self.check, lang, explain=self.explain))), lang)

    def _blocks(self, saying: _Sayings) -> Iterator[Block]:
        findings = self.check.results
        filled = [each for each in findings if self.written and each.new is not None]
        yield Heading(_title(self.check, saying.lang), 1)
        yield from map(Paragraph, _summary(self.check, saying.lang, filled=len(filled), written=self.written))
        yield from _part("written", filled, saying, written=True)
        for outcome in OUTCOMES:
            found = [each for each in findings if each.outcome == outcome and each not in filled]
            yield from _part(f"{outcome}.left" if self.written and outcome != "same" else outcome, found, saying)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each mark."""
        saying = _Sayings(self.check, lang)
        rows = (
            (saying.place(each), each.mark.kind, each.said, each.models or "", word(f"draft.{each.outcome}", lang), saying.reason(each))
            for each in self.check.results
        )
        return Table(tuple(word(f"draft.column.{key}", lang) for key in COLUMNS), tuple(rows))

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``claims --draft --format json`` prints."""
        return to_json(self.check, lang=lang, written=self.written)


def to_json(check: DraftCheck, *, lang: Lang = "nb", written: bool = False) -> dict[str, Any]:
    """The value that ``claims --draft --format json`` prints. Only ``reason`` and what is in ``asked`` depend on the language.

    ``models`` is what the models say, as the text would: null where they cannot tell, and for a sentence. ``written`` is whether it has
    been written in. ``verdict`` and ``evidence`` are those of a claim.
    """
    saying = _Sayings(check, lang)
    return {
        "file": check.draft.document.name,
        "models": [model.id for model in check.models],
        "counts": {outcome: check.count(outcome) for outcome in reversed(OUTCOMES)},
        "marks": [_mark(each, saying, written=written) for each in check.results],
    }


def _mark(finding: Finding, saying: _Sayings, *, written: bool) -> dict[str, Any]:
    mark = finding.mark
    ruled = saying.ruled(finding)
    return {
        "line": mark.place.line,
        "column": mark.place.column,
        "kind": mark.kind,
        "text": finding.said,
        "models": finding.models,
        "outcome": finding.outcome,
        "written": written and finding.new is not None,
        "reason": saying.reason(finding),
        "verdict": ruled["verdict"] if ruled and mark.kind in ("holds", "claim") else None,
        "evidence": ruled["evidence"] if ruled else [],
    }


def _title(check: DraftCheck, lang: Lang) -> str:
    return word("draft.title", lang, file=check.draft.document.name)


def _part(key: str, findings: list[Finding], saying: _Sayings, *, written: bool = False) -> Iterator[Block]:
    if findings:
        yield Heading(word(f"draft.heading.{key}", saying.lang, count=len(findings)))
        yield from accounts(saying.entry(each, written=written) for each in findings)


def _summary(check: DraftCheck, lang: Lang, *, filled: int, written: bool) -> Iterator[str]:
    number = len(check.models)
    models = word(f"claims.models.{'one' if number == 1 else 'more'}", lang, count=number)
    counts: dict[str, int] = {outcome: check.count(outcome) for outcome in OUTCOMES}
    fillable = sum(each.new is not None for each in check.results)
    if written:
        counts["different"] -= filled
        yield word("draft.summary.written", lang, all=len(check.results), models=models, written=filled, **counts)
    else:
        yield word("draft.summary", lang, all=len(check.results), models=models, **counts)
    if fillable and not written:
        yield word("draft.summary.update", lang, count=fillable)


class _Sayings:
    """Says the findings of one draft in one language."""

    def __init__(self, check: DraftCheck, lang: Lang, *, explain: bool = False) -> None:
        self.check = check
        self.lang: Lang = lang
        self.explain = explain
        self.wording = Wording(None, {}, lang)
        self.sayings: dict[int, Saying] = {}
        self.told: dict[int, dict[str, Any]] = {}

    def place(self, finding: Finding) -> str:
        """Where a mark's text stands in the draft."""
        place = finding.mark.place
        return self._word("draft.at", line=place.line, column=place.column)

    def entry(self, finding: Finding, *, written: bool) -> Entry:
        """A finding with its account. What is the same has none unless everything is to be explained."""
        account = tuple(self._account(finding)) if self.explain or finding.outcome != "same" else ()
        return Entry(f"{self._head(finding, written=written)} ({self.place(finding)})", account)

    def reason(self, finding: Finding) -> str:
        """What the descriptions say, in a sentence or two."""
        if finding.ruling is not None:
            return self._saying(finding).reason(finding.ruling)
        return " ".join(paragraph.text for paragraph in self._of_table(finding))

    def ruled(self, finding: Finding) -> dict[str, Any] | None:
        """A finding's ruling as plain values."""
        if finding.claims is None or finding.ruling is None:
            return None
        key = id(finding.claims)
        if key not in self.told:
            self.told[key] = {each["id"]: each for each in claims_rendering.to_json(finding.claims, lang=self.lang)["claims"]}
        found: dict[str, Any] = self.told[key][finding.ruling.id]
        return found

    def _saying(self, finding: Finding) -> Saying:
        assert finding.claims is not None, "what has a ruling has claims"
        if id(finding.claims) not in self.sayings:
            self.sayings[id(finding.claims)] = Saying(finding.claims, self.lang)
        return self.sayings[id(finding.claims)]

    def _head(self, finding: Finding, *, written: bool) -> str:
        kind, asked = finding.mark.instruction.form
        if kind in BLOCKS:
            key = "written" if written else finding.outcome
            return self._word(f"draft.block.{key}", kind=self._word(f"draft.kind.{kind}"), name=asked.name)
        said = self.wording.quoted(shorten(finding.said, SHOWN)) if finding.said else self._word("draft.empty")
        if kind in ("holds", "claim"):
            verdict = finding.ruling.verdict if finding.ruling is not None else "undecidable"
            return self._word("draft.sentence", said=said, verdict=self._word(f"claims.{verdict}"))
        if finding.outcome == "same":
            return said
        if finding.models is None:
            return self._word("draft.untold", said=said)
        said_as = "draft.now" if written else "draft.open" if finding.outcome == "unsure" else "draft.instead"
        return self._word(said_as, said=said, models=self.wording.quoted(shorten(finding.models, SHOWN)))

    def _account(self, finding: Finding) -> Iterator[Block]:
        if finding.ruling is None:
            yield from self._of_table(finding)
            new, _ = self._rows(finding)
            if self.explain and new:
                yield Items(tuple(Item("", row) for row in new))
            return
        saying = self._saying(finding)
        asked = finding.mark.instruction.form[1]
        if finding.mark.kind in ("holds", "claim"):
            yield from saying.account(finding.ruling) if self.explain else self._of_sentence(finding.ruling, saying)
            return
        if self.explain and isinstance(asked, Asked):
            group = saying.readings.group(asked.over)
            phrase = self._word("claims.include", asked=saying.elements.condition_phrase(asked.where), names=group)
            yield Paragraph(f"{phrase[:1].upper()}{phrase[1:]}.", self._word("draft.label.asked"))
        yield from saying.findings(finding.ruling.readings[""], by_model=self.explain)
        if finding.ruling.why:
            yield Paragraph(saying.why(finding.ruling), self._word("claims.label.why"))

    def _of_sentence(self, ruling: Ruling, saying: Saying) -> Iterator[Block]:
        yield Paragraph(saying.reason(ruling), self._word("claims.label.says"))
        proposal = ruling.claim.proposal
        if proposal is not None and ruling.verdict != "holds":
            yield Paragraph(proposal.in_(self.lang), self._word("claims.label.proposal"))

    def _of_table(self, finding: Finding) -> Iterator[Paragraph]:
        """Why a table cannot be made, or how many of its lines are others than the models'."""
        group = finding.members
        if group is not None and not _whole(group):
            why = "surplus" if group.surplus else "missing" if group.missing else "none"
            absent = f" {self._word('claims.missing')}: {self.wording.list(group.absent)}." if group.absent else ""
            yield Paragraph(f"{self._word(f'draft.why.{why}')}{absent}", self._word("claims.label.why"))
        elif finding.outcome == "different":
            new, gone = self._rows(finding)
            yield Paragraph(self._word("draft.rows", new=len(new), gone=len(gone)), self._word("draft.label.rows"))

    def _rows(self, finding: Finding) -> tuple[list[str], list[str]]:
        """The lines of a table that only the models have, and those that only the draft has."""
        if finding.outcome != "different" or finding.models is None:
            return [], []
        draft, models = (each.strip().splitlines() for each in (finding.said, finding.models))
        new = [row for row in models if row.strip() and row not in set(draft)]
        return new, [row for row in draft if row.strip() and row not in set(models)]

    def _word(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)


def _whole(group: Members) -> bool:
    """Whether all models that a table is about are here, and no others."""
    return bool(group.found) and not group.missing and not group.surplus
