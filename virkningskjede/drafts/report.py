"""What came of holding a draft against models: a report to read, a listing for a spreadsheet, and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from virkningskjede.analysis.claims import Ruling
from virkningskjede.analysis.claims import report as claims_rendering
from virkningskjede.analysis.claims.groups import Members
from virkningskjede.analysis.claims.report.errata import accounts
from virkningskjede.analysis.claims.report.wording import ClaimsWording
from virkningskjede.diagnostics import shorten
from virkningskjede.drafts.checking import OUTCOMES, DraftCheck, MarkResult
from virkningskjede.drafts.instruction import BLOCKS, Selection
from virkningskjede.i18n import Lang, word
from virkningskjede.query.wording import Wording
from virkningskjede.report import Block, Document, Heading, Item, Items, Paragraph, Passage, Report, Table

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
        return Document(_title(self.check, lang), tuple(self._blocks(_DraftWording(self.check, lang, explain=self.explain))), lang)

    def _blocks(self, wording: _DraftWording) -> Iterator[Block]:
        results = self.check.results
        filled = [result for result in results if self.written and result.new is not None]
        yield Heading(_title(self.check, wording.lang), 1)
        yield from map(Paragraph, _summary(self.check, wording.lang, filled=len(filled), written=self.written))
        yield from _part("written", filled, wording, written=True)
        for outcome in OUTCOMES:
            of_outcome = [result for result in results if result.outcome == outcome and result not in filled]
            yield from _part(f"{outcome}.left" if self.written and outcome != "same" else outcome, of_outcome, wording)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each mark."""
        wording = _DraftWording(self.check, lang)
        rows = (
            (
                wording.place(result),
                result.mark.kind,
                result.text,
                result.models or "",
                word(f"draft.{result.outcome}", lang),
                wording.reason(result),
            )
            for result in self.check.results
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
    wording = _DraftWording(check, lang)
    return {
        "file": check.draft.document.name,
        "models": [model.id for model in check.models],
        "counts": {outcome: check.count(outcome) for outcome in reversed(OUTCOMES)},
        "marks": [_mark(result, wording, written=written) for result in check.results],
    }


def _mark(result: MarkResult, wording: _DraftWording, *, written: bool) -> dict[str, Any]:
    mark = result.mark
    ruled = wording.ruled(result)
    return {
        "line": mark.place.line,
        "column": mark.place.column,
        "kind": mark.kind,
        "text": result.text,
        "models": result.models,
        "outcome": result.outcome,
        "written": written and result.new is not None,
        "reason": wording.reason(result),
        "verdict": ruled["verdict"] if ruled and mark.kind in ("holds", "claim") else None,
        "evidence": ruled["evidence"] if ruled else [],
    }


def _title(check: DraftCheck, lang: Lang) -> str:
    return word("draft.title", lang, file=check.draft.document.name)


def _part(key: str, results: list[MarkResult], wording: _DraftWording, *, written: bool = False) -> Iterator[Block]:
    if results:
        yield Heading(word(f"draft.heading.{key}", wording.lang, count=len(results)))
        yield from accounts(wording.entry(result, written=written) for result in results)


def _summary(check: DraftCheck, lang: Lang, *, filled: int, written: bool) -> Iterator[str]:
    number = len(check.models)
    models = word(f"claims.models.{'one' if number == 1 else 'more'}", lang, count=number)
    counts: dict[str, int] = {outcome: check.count(outcome) for outcome in OUTCOMES}
    fillable = sum(result.new is not None for result in check.results)
    if written:
        counts["different"] -= filled
        yield word("draft.summary.written", lang, all=len(check.results), models=models, written=filled, **counts)
    else:
        yield word("draft.summary", lang, all=len(check.results), models=models, **counts)
    if fillable and not written:
        yield word("draft.summary.update", lang, count=fillable)


class _DraftWording:
    """Puts the results of one draft into words of one language."""

    def __init__(self, check: DraftCheck, lang: Lang, *, explain: bool = False) -> None:
        self.check = check
        self.lang: Lang = lang
        self.explain = explain
        self.wording = Wording(None, {}, lang)
        self.claims_wordings: dict[int, ClaimsWording] = {}
        self.rulings: dict[int, dict[str, Any]] = {}

    def place(self, result: MarkResult) -> str:
        """Where a mark's text stands in the draft."""
        place = result.mark.place
        return self._word("draft.at", line=place.line, column=place.column)

    def entry(self, result: MarkResult, *, written: bool) -> Passage:
        """A result with its account. What is the same has none unless everything is to be explained."""
        account = tuple(self._account(result)) if self.explain or result.outcome != "same" else ()
        return Passage(f"{self._head(result, written=written)} ({self.place(result)})", account)

    def reason(self, result: MarkResult) -> str:
        """What the descriptions say, in a sentence or two."""
        if result.ruling is not None:
            return self._claims_wording(result).reason(result.ruling)
        return " ".join(paragraph.text for paragraph in self._of_table(result))

    def ruled(self, result: MarkResult) -> dict[str, Any] | None:
        """A result's ruling as plain values."""
        if result.claims is None or result.ruling is None:
            return None
        key = id(result.claims)
        if key not in self.rulings:
            self.rulings[key] = {ruling["id"]: ruling for ruling in claims_rendering.to_json(result.claims, lang=self.lang)["claims"]}
        ruled: dict[str, Any] = self.rulings[key][result.ruling.id]
        return ruled

    def _claims_wording(self, result: MarkResult) -> ClaimsWording:
        assert result.claims is not None, "what has a ruling has claims"
        if id(result.claims) not in self.claims_wordings:
            self.claims_wordings[id(result.claims)] = ClaimsWording(result.claims, self.lang)
        return self.claims_wordings[id(result.claims)]

    def _head(self, result: MarkResult, *, written: bool) -> str:
        kind, question = result.mark.instruction.form
        if kind in BLOCKS:
            key = "written" if written else result.outcome
            return self._word(f"draft.block.{key}", kind=self._word(f"draft.kind.{kind}"), name=question.name)
        text = self.wording.quoted(shorten(result.text, SHOWN)) if result.text else self._word("draft.empty")
        if kind in ("holds", "claim"):
            verdict = result.ruling.verdict if result.ruling is not None else "undecidable"
            return self._word("draft.sentence", said=text, verdict=self._word(f"claims.{verdict}"))
        if result.outcome == "same":
            return text
        if result.models is None:
            return self._word("draft.untold", said=text)
        phrase = "draft.now" if written else "draft.open" if result.outcome == "unsure" else "draft.instead"
        return self._word(phrase, said=text, models=self.wording.quoted(shorten(result.models, SHOWN)))

    def _account(self, result: MarkResult) -> Iterator[Block]:
        if result.ruling is None:
            yield from self._of_table(result)
            new, _ = self._rows(result)
            if self.explain and new:
                yield Items(tuple(Item("", row) for row in new))
            return
        wording = self._claims_wording(result)
        question = result.mark.instruction.form[1]
        if result.mark.kind in ("holds", "claim"):
            yield from wording.account(result.ruling) if self.explain else self._of_sentence(result.ruling, wording)
            return
        if self.explain and isinstance(question, Selection):
            group = wording.readings.group(question.over)
            phrase = self._word("claims.include", asked=wording.elements.condition_phrase(question.where), names=group)
            yield Paragraph(f"{phrase[:1].upper()}{phrase[1:]}.", self._word("draft.label.asked"))
        yield from wording.findings(result.ruling.readings[""], by_model=self.explain)
        if result.ruling.why:
            yield Paragraph(wording.why(result.ruling), self._word("claims.label.why"))

    def _of_sentence(self, ruling: Ruling, wording: ClaimsWording) -> Iterator[Block]:
        yield Paragraph(wording.reason(ruling), self._word("claims.label.says"))
        proposal = ruling.claim.proposal
        if proposal is not None and ruling.verdict != "holds":
            yield Paragraph(proposal.in_(self.lang), self._word("claims.label.proposal"))

    def _of_table(self, result: MarkResult) -> Iterator[Paragraph]:
        """Why a table cannot be made, or how many of its lines are others than the models'."""
        group = result.members
        if group is not None and not _whole(group):
            why = "surplus" if group.surplus else "missing" if group.missing else "none"
            absent = f" {self._word('claims.missing')}: {self.wording.list(group.absent)}." if group.absent else ""
            yield Paragraph(f"{self._word(f'draft.why.{why}')}{absent}", self._word("claims.label.why"))
        elif result.outcome == "different":
            new, gone = self._rows(result)
            yield Paragraph(self._word("draft.rows", new=len(new), gone=len(gone)), self._word("draft.label.rows"))

    def _rows(self, result: MarkResult) -> tuple[list[str], list[str]]:
        """The lines of a table that only the models have, and those that only the draft has."""
        if result.outcome != "different" or result.models is None:
            return [], []
        draft, models = (text.strip().splitlines() for text in (result.text, result.models))
        new = [row for row in models if row.strip() and row not in set(draft)]
        return new, [row for row in draft if row.strip() and row not in set(models)]

    def _word(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)


def _whole(group: Members) -> bool:
    """Whether all models that a table is about are here, and no others."""
    return bool(group.present) and not group.missing and not group.surplus
