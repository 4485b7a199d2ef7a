"""Holding a draft against models: does each marked text say what they say, and what should it say instead?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from virkningskjede.analysis.claims import Claims, JudgedReading, Ruling, run
from virkningskjede.analysis.claims.groups import Members, members
from virkningskjede.analysis.compare import compare
from virkningskjede.analysis.compare import report as comparisons
from virkningskjede.analysis.criteria import check
from virkningskjede.drafts import numerals
from virkningskjede.drafts.draft import Draft, DraftMark
from virkningskjede.drafts.instruction import BLOCKS, Tabled
from virkningskjede.drafts.naming import ModelList, ModelNames
from virkningskjede.drafts.numerals import Style, WrittenNumber
from virkningskjede.i18n import percent_digits, rounded, rounded_share
from virkningskjede.model import LogicModel, Models, models_of, principal
from virkningskjede.model.values import EMPTY, copy_with
from virkningskjede.project import ALONE, Project
from virkningskjede.report import Reported
from virkningskjede.report.write_markdown import table as markdown_table

if TYPE_CHECKING:
    from virkningskjede.drafts.report import DraftReport

MarkOutcome = Literal["different", "unsure", "same"]
"""Whether a text says what the models say; unsure where the models leave it open, or cannot tell."""

OUTCOMES: tuple[MarkOutcome, ...] = ("different", "unsure", "same")
"""The outcomes, in the order in which an author wants to hear of them."""

_DRESSED = re.compile(r"(\s*)([*_]{0,3})(.*?)(\2)(\s*)", re.DOTALL)
"""What may stand around a value inside its mark: spaces and emphasis."""


@dataclass(frozen=True, slots=True)
class MarkResult:
    """One mark held against the models.

    Attributes:
        mark: the mark.
        outcome: whether the text says what the models say.
        text: what the text says, without the spaces and emphasis around it.
        models: what the models say, as the text would; None where they cannot tell, or where a sentence has no number.
        new: the whole text that takes the place of the mark's; None where the text is left as it is.
        ruling: the verdict with its grounds; None for a table.
        claims: the claims that the ruling is one of.
        members: who of the group is there, for a table.
    """

    mark: DraftMark
    outcome: MarkOutcome
    text: str
    models: str | None = None
    new: str | None = field(default=None, repr=False)
    ruling: Ruling | None = field(default=None, repr=False)
    claims: Claims | None = field(default=None, repr=False)
    members: Members | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class DraftCheck(Reported):
    """A draft held against models.

    Attributes:
        draft: the draft.
        results: a result for each mark, in the order of the text.
        models: the models.
        project: what they share.
    """

    draft: Draft
    results: tuple[MarkResult, ...]
    models: tuple[LogicModel, ...] = field(repr=False)
    project: Project = field(default=ALONE, repr=False)

    def __repr__(self) -> str:
        return f"DraftCheck({self.draft.document.name}: {len(self.results)} marks)"

    def count(self, outcome: MarkOutcome) -> int:
        """How many marks came out like this."""
        return sum(result.outcome == outcome for result in self.results)

    def report(self, *, explain: bool = False, written: bool = False) -> DraftReport:
        """What came of it.

        Args:
            explain: account for each mark, model by model.
            written: what could be written in has been.
        """
        from virkningskjede.drafts.report import DraftReport  # it writes what this file makes

        return DraftReport(self, explain, written)


def check_draft(draft: Draft, models: Models, project: Project = ALONE) -> DraftCheck:
    """Hold a draft against models.

    Args:
        draft: see `read_draft`.
        models: one model, several, or a portfolio.
        project: what they share.

    Raises:
        UsageError: two models have the same id.
    """
    several = models_of(models)
    return DraftCheck(draft, tuple(_DraftComparison(draft, several, project).results()), several, project)


def updated(check: DraftCheck) -> bytes:
    """The draft's bytes with what the models say written in. Bytes outside of the marks, and texts that are left, are as they were."""
    document = check.draft.document
    parts, at = ["\ufeff" if document.bom else ""], 0
    for result in check.results:
        if result.new is not None:
            parts += [document.text[at : result.mark.start], result.new]
            at = result.mark.start + len(result.mark.text)
    return "".join([*parts, document.text[at:]]).encode("utf-8")


class _DraftComparison:
    def __init__(self, draft: Draft, models: tuple[LogicModel, ...], shared: Project) -> None:
        self.draft = draft
        self.lang = draft.setting.lang
        self.models = models
        self.by_id = {model.id: model for model in models}
        self.shared = shared
        self.names = ModelNames(models)
        self.newline = "\r\n" if "\r\n" in draft.document.text else "\n"
        self.own = run(models, draft.file, shared)
        self.cited = self._cited()

    def _cited(self) -> Claims | None:
        """The claims that the draft cites, and no others."""
        file = self.draft.cited
        if file is None:
            return None
        names = {mark.instruction.claim for mark in self.draft.marks}
        return run(
            self.models,
            copy_with(file, {"claims": {name: claim for name, claim in file.claims.items() if name in names}}),
            self.shared,
        )

    def results(self) -> Iterable[MarkResult]:
        own = {ruling.id: ruling for ruling in self.own.results}
        for mark in self.draft.marks:
            kind, question = mark.instruction.form
            if kind in BLOCKS:
                yield self._block(mark, kind, question)
            elif kind == "claim" and self.cited is not None:
                yield self._sentence(mark, self.cited.claim(question), self.cited)
            elif kind == "holds":
                yield self._sentence(mark, own[mark.id], self.own)
            else:
                yield self._value(mark, own[mark.id])

    def _sentence(self, mark: DraftMark, ruling: Ruling, claims: Claims) -> MarkResult:
        outcomes: Mapping[str, MarkOutcome] = {"holds": "same", "contradicted": "different"}
        text = " ".join(mark.text.split())
        return MarkResult(mark, outcomes.get(ruling.verdict, "unsure"), text, ruling=ruling, claims=claims)

    def _value(self, mark: DraftMark, ruling: Ruling) -> MarkResult:
        text = _dressed(mark.text)[1]
        judged = ruling.readings[""]
        outcome: MarkOutcome = "unsure"
        computed: str | None = None
        if judged.verdict != "undecidable":
            outcome, computed = self._names(text, judged) if mark.kind == "these" else self._number(text, judged, mark)
            outcome = "same" if text == computed else outcome
        before, _, after = _dressed(mark.text)
        new = f"{before}{computed}{after}" if computed is not None and outcome == "different" else None
        return MarkResult(mark, outcome, text, computed, new, ruling, self.own)

    def _number(self, text: str, judged: JudgedReading, mark: DraftMark) -> tuple[MarkOutcome, str | None]:
        figure = judged.figures[0]
        if figure.low is None or figure.high is None:
            return "unsure", None
        share, size = mark.kind == "share", judged.groups[0].size
        read = numerals.read(text, self.lang, None if mark.kind == "sum" else size)
        read = None if read is not None and read.style.after and not share else read
        style = read.style if read is not None else self._usual(mark)
        places = (style.places if share else None) if read is not None else (0 if share else None)
        if share and places is not None:
            places = max(percent_digits(end / size, places) for end in (figure.low, figure.high))
        rounding = 2 if places is None else places
        low, high = (
            Fraction(rounded_share(end / size, rounding + 2) * 100 if share else rounded(end, rounding))
            for end in (figure.low, figure.high)
        )
        missing = any(group.missing for group in judged.groups)
        return _outcome(read, low, high, missing=missing), numerals.write(low, high, style, self.lang, places)

    def _usual(self, mark: DraftMark) -> Style:
        """How a number is written where the text has none: in words, but in a table in digits."""
        line = self.draft.document.line(mark.place.line)
        capital = _dressed(mark.text)[1][:1].isupper()
        if mark.kind == "count":
            return Style(None if line.lstrip().startswith("|") else self.lang, capital)
        return Style(after=numerals.PER_CENT[self.lang] if mark.kind == "share" else "")

    def _names(self, text: str, judged: JudgedReading) -> tuple[MarkOutcome, str | None]:
        sure, unsure = ([evidence.model for evidence in judged.evidence if evidence.said == answer] for answer in ("yes", "unsure"))
        read = self.names.read(text)
        computed = self.names.write(sure, unsure, read.spelled if read is not None else EMPTY, self.lang)
        (group,) = judged.groups
        possible = ModelList(frozenset(sure), frozenset((*unsure, *group.absent)))
        if group.missing:
            # Who is missing may belong too, and a list of those that are here would not say so.
            return ("unsure" if read is None or _may_be(read, possible) else "different"), None
        if read is not None and (read.sure, read.perhaps) == (possible.sure, possible.perhaps):
            return "same", computed
        left_open = read is not None and not read.perhaps and bool(unsure) and _may_be(read, possible)
        return ("unsure" if left_open else "different"), computed

    def _block(self, mark: DraftMark, kind: str, question: Tabled) -> MarkResult:
        if question.over is None:
            group = Members(tuple(model.id for model in principal(self.models)))
        else:
            group = members(question.over, self.draft.file.groups, self.by_id)
        models = [self.by_id[name] for name in group.present]
        if kind == "check":
            text = check(models, self.draft.sets[question.name], self.shared).to_markdown(lang=self.lang)
        else:
            matrix = compare(models, self.draft.tables[question.name], self.shared)
            made = comparisons.table(matrix, lang=self.lang) if kind == "table" else comparisons.counts(matrix, lang=self.lang)
            text = markdown_table(made)
        text = text.strip("\n")
        written = mark.text.strip("\r\n")
        if group.missing or group.surplus or not models:
            return MarkResult(mark, "unsure", written, members=group)
        if _lines(written) == _lines(text):
            return MarkResult(mark, "same", written, text, members=group)
        new = f"\n\n{text}\n\n".replace("\n", self.newline)
        return MarkResult(mark, "different", written, text, new, members=group)


def _outcome(read: WrittenNumber | None, low: Fraction, high: Fraction, *, missing: bool) -> MarkOutcome:
    """Whether a text says a number.

    One number is open where the models have an interval around it; and so is a narrower interval, when some models are missing.
    """
    if read is not None and (read.low, read.high) == (low, high):
        return "same"
    inside = read is not None and low <= read.low and read.high <= high
    return "unsure" if inside and read is not None and (missing or read.low == read.high) else "different"


def _may_be(read: ModelList, possible: ModelList) -> bool:
    """Whether a list names everyone who surely belongs, and no one who surely does not."""
    return possible.sure <= read.sure <= possible.sure | possible.perhaps


def _dressed(text: str) -> tuple[str, str, str]:
    """A value, and the spaces and emphasis before and after it.

    >>> _dressed(" **seven** ")
    (' **', 'seven', '** ')
    """
    match = _DRESSED.fullmatch(text)
    assert match is not None, "it matches any text"
    return match[1] + match[2], match[3], match[4] + match[5]


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]
