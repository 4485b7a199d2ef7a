"""What came of holding a draft against models, as text, Markdown, HTML, a listing and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from virkningskjede.catalogue import Lang, word
from virkningskjede.diagnostics import shorten
from virkningskjede.drafting.checking import OUTCOMES, DraftCheck, Finding
from virkningskjede.drafting.instruction import BLOCKS, Asked
from virkningskjede.rendering import claims as claims_rendering
from virkningskjede.rendering.asking import Asking
from virkningskjede.rendering.claims.errata import Entry, Errata, Part, in_html, in_markdown, in_terminal
from virkningskjede.rendering.claims.saying import Line, Saying
from virkningskjede.rendering.tables import Table, comma_separated, html_page
from virkningskjede.statements import Ruling

SHOWN = 100
"""A text of the draft is cut after this many characters."""

COLUMNS = ("place", "kind", "draft", "models", "outcome", "reason")


def text(check: DraftCheck, *, lang: Lang = "nb", width: int = 80, every: bool = False, written: bool = False) -> str:
    """The outcome for a terminal: what differs first, then what is unsure, then what is the same.

    Args:
        check: the draft, held against models.
        lang: the language.
        width: columns of the terminal.
        every: account for each mark, model by model.
        written: what could be written in has been.
    """
    return in_terminal(_errata(check, lang, every=every, written=written), width)


def markdown(check: DraftCheck, *, lang: Lang = "nb", every: bool = False, written: bool = False) -> str:
    """The outcome in Markdown; see `text`."""
    return in_markdown(_errata(check, lang, every=every, written=written))


def html_whole(check: DraftCheck, *, lang: Lang = "nb", every: bool = False, written: bool = False) -> str:
    """The outcome as a page of its own; see `text`."""
    return html_page(_title(check, lang), in_html(_errata(check, lang, every=every, written=written)), lang)


def csv(check: DraftCheck, *, lang: Lang = "nb") -> str:
    """A row for each mark, as CSV."""
    saying = _Sayings(check, lang)
    rows = tuple(
        (saying.place(each), each.mark.kind, each.said, each.models or "", word(f"draft.{each.outcome}", lang), saying.reason(each))
        for each in check.results
    )
    return comma_separated(Table(tuple(word(f"draft.column.{key}", lang) for key in COLUMNS), rows))


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


def _errata(check: DraftCheck, lang: Lang, *, every: bool, written: bool) -> Errata:
    saying = _Sayings(check, lang)
    filled = [each for each in check.results if written and each.new is not None]
    parts = [_part("written", filled, saying, every=every, written=True)] if filled else []
    for outcome in OUTCOMES:
        found = [each for each in check.results if each.outcome == outcome and each not in filled]
        key = f"{outcome}.left" if written and outcome != "same" else outcome
        parts += [_part(key, found, saying, every=every)] if found else []
    return Errata(_title(check, lang), tuple(_summary(check, lang, filled=len(filled), written=written)), tuple(parts))


def _part(key: str, found: list[Finding], saying: _Sayings, *, every: bool, written: bool = False) -> Part:
    entries = tuple(saying.entry(each, every=every, written=written) for each in found)
    return Part(word(f"draft.heading.{key}", saying.lang, count=len(found)), entries)


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

    def __init__(self, check: DraftCheck, lang: Lang) -> None:
        self.check = check
        self.lang: Lang = lang
        self.asking = Asking(None, {}, lang)
        self.sayings: dict[int, Saying] = {}
        self.told: dict[int, dict[str, Any]] = {}

    def place(self, finding: Finding) -> str:
        """Where a mark's text stands in the draft."""
        place = finding.mark.place
        return self._word("draft.at", line=place.line, column=place.column)

    def entry(self, finding: Finding, *, every: bool, written: bool) -> Entry:
        """A finding with its account. What is the same has none unless every account is asked for."""
        lines = tuple(self._lines(finding, every=every)) if every or finding.outcome != "same" else ()
        return Entry("", self._head(finding, written=written), self.place(finding), lines)

    def reason(self, finding: Finding) -> str:
        """What the descriptions say, in a sentence or two."""
        if finding.ruling is not None:
            return self._saying(finding).reason(finding.ruling)
        return " ".join(line.text for line in self._lines(finding, every=False))

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
        kind, asked = finding.mark.instruction.asked
        if kind in BLOCKS:
            key = "written" if written else finding.outcome
            return self._word(f"draft.block.{key}", kind=self._word(f"draft.kind.{kind}"), name=asked.name)
        said = self.asking.quoted(shorten(finding.said, SHOWN)) if finding.said else self._word("draft.empty")
        if kind in ("holds", "claim"):
            verdict = finding.ruling.verdict if finding.ruling is not None else "undecidable"
            return self._word("draft.sentence", said=said, verdict=self._word(f"claims.{verdict}"))
        if finding.outcome == "same":
            return said
        if finding.models is None:
            return self._word("draft.untold", said=said)
        said_as = "draft.now" if written else "draft.open" if finding.outcome == "unsure" else "draft.instead"
        return self._word(said_as, said=said, models=self.asking.quoted(shorten(finding.models, SHOWN)))

    def _lines(self, finding: Finding, *, every: bool) -> Iterator[Line]:
        if finding.ruling is None:
            yield from self._of_table(finding, every=every)
            return
        saying = self._saying(finding)
        asked = finding.mark.instruction.asked[1]
        if finding.mark.kind in ("holds", "claim"):
            yield from saying.account(finding.ruling) if every else self._of_sentence(finding.ruling, saying)
            return
        judged = finding.ruling.readings[""]
        if every and isinstance(asked, Asked):
            group = saying.readings.group(asked.over)
            phrase = self._word("claims.include", asked=saying.grounds.asked(asked.where), names=group)
            yield Line(self._word("draft.label.asked"), f"{phrase[:1].upper()}{phrase[1:]}.")
        yield Line(self._word("claims.label.says"), saying.finding(judged))
        if every:
            yield from (Line(models, told, point=True) for models, told in saying.witnesses(judged))
        if finding.ruling.why:
            yield Line(self._word("claims.label.why"), saying.why(finding.ruling))

    def _of_sentence(self, ruling: Ruling, saying: Saying) -> Iterator[Line]:
        yield Line(self._word("claims.label.says"), saying.reason(ruling))
        proposal = ruling.claim.proposal
        if proposal is not None and ruling.verdict != "holds":
            yield Line(self._word("claims.label.proposal"), proposal.in_(self.lang))

    def _of_table(self, finding: Finding, *, every: bool) -> Iterator[Line]:
        group = finding.members
        if group is not None and (group.missing or group.surplus or not group.found):
            why = "surplus" if group.surplus else "missing" if group.missing else "none"
            absent = f" {self._word('claims.missing')}: {self.asking.list(group.absent)}." if group.absent else ""
            yield Line(self._word("claims.label.why"), f"{self._word(f'draft.why.{why}')}{absent}")
        elif finding.outcome == "different" and finding.models is not None:
            draft, models = (each.strip().splitlines() for each in (finding.said, finding.models))
            rows = [row for row in models if row.strip() and row not in set(draft)]
            left = [row for row in draft if row.strip() and row not in set(models)]
            yield Line(self._word("draft.label.rows"), self._word("draft.rows", new=len(rows), gone=len(left)))
            if every:
                yield from (Line("", row, point=True) for row in rows)

    def _word(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)
