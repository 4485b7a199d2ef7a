"""A report's own verdicts beside ours: how many agree, and each disagreement in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from virkningskjede.analysis.criteria import STANDINGS, Appraisal, Concordance, CriteriaSet, Verdict
from virkningskjede.analysis.criteria.report.cells import cell, listed, ordered
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.analysis.criteria.report.plain import to_json
from virkningskjede.i18n import Lang, word
from virkningskjede.report import Block, Document, Entry, Heading, Item, Items, Paragraph, Report, Table
from virkningskjede.report.names import names_of
from virkningskjede.report.places import places

SECTIONS = ("differs", "silent", "otherwise")
"""What is told one by one, in this order; agreement comes last, and only where everything is asked for."""

COLUMNS = ("assessment", "set", "criterion", "model", "theirs", "at", "standing", "ours", "possible", "nodes", "our_at", "reason")


class _Saying:
    """What is said of one concordance in one language."""

    def __init__(self, held: Concordance, lang: Lang) -> None:
        self.held = held
        self.lang: Lang = lang
        self.grounds = Grounds(held.check, lang)
        self.sets: dict[str, CriteriaSet] = {criteria.id: criteria for criteria in held.check.sets}
        self.names = names_of(held.check.models)
        self.source = held.assessments.source

    def word(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)

    def title(self) -> str:
        return self.word("against.title", title=self.held.assessments.title.in_(self.lang))

    def counts(self) -> Table:
        """How many stand how: what is said of one model by itself, of several in one breath, and together."""
        parts = {"one": self.held.of_one_model(), "several": self.held.of_several_models(), "all": self.held}
        keys = ("judgements", "agrees", "otherwise", "differs", "silent", "not_compared")
        rows = tuple((self.word(f"against.row.{name}"), *map(str, _counted(part))) for name, part in parts.items())
        return Table(("", *(self.word(f"against.head.{key}") for key in keys)), rows, self.title())

    def summary(self) -> str:
        agree, perhaps, compared = len(self.held.of("agrees")), len(self.held.of("otherwise")), len(self.held.compared)
        said = [self.word("against.summary", agree=agree, compared=compared, possibly=agree + perhaps)]
        silent = sum(each.silent for each in self.held.results)
        if silent:
            said.append(self.word("against.silent", silent=silent, differ=len(self.held.of("differs"))))
        return " ".join(said)

    def name(self, each: Appraisal) -> str:
        return self.names.get(each.model, each.model)

    def criterion(self, each: Appraisal) -> str:
        told = each.assessment
        criteria = self.sets.get(told.criteria)
        if criteria is None or told.criterion not in criteria.criteria:
            return f"{told.criteria}: {told.criterion}"
        return f"{criteria.criteria[told.criterion].label.in_(self.lang)} ({criteria.title.in_(self.lang)})"

    def theirs(self, each: Appraisal) -> str:
        """What the report says, what else it could be read as, where, and the coder's note."""
        told = each.assessment
        said = self.word(f"verdict.{told.verdict}")
        others = [self.word(f"verdict.{other}") for other in told.or_]
        said = self.word("against.or", said=said, other=", ".join(others)) if others else said
        note = f" {told.note.in_(self.lang)}" if told.note else ""
        return f"{said} ({places(each.at, self.source)}).{note}"

    def asked(self, each: Appraisal, ours: Verdict) -> str:
        """The condition that decided our verdict."""
        criterion = self.sets[each.assessment.criteria].criteria[each.assessment.criterion]
        condition = dict(criterion.conditions())[ours.decided_by]
        return self.word("against.asked", verdict=self.word(f"verdict.{ours.decided_by}"), asked=self.grounds.condition_phrase(condition))

    def ours(self, each: Appraisal) -> str:
        """The grounds of our verdict, or why there is none."""
        if each.ours is None:
            return self.word(f"against.{each.obstacle}", what=self.lacking(each))
        shared = [self.word("against.shared", at=places(each.shared, self.source))] if each.shared else []
        return " ".join([self.grounds.sentences(each.ours), *shared])

    def lacking(self, each: Appraisal) -> str:
        """What keeps a judgement from being compared."""
        told = each.assessment
        both = f"{told.criteria} ({self.name(each)})"
        return {"no_set": told.criteria, "no_model": each.model, "no_criterion": told.criterion}.get(each.obstacle or "", both)

    def not_compared(self) -> dict[str, int]:
        """Each reason why judgements cannot be compared, with how many there are."""
        return dict(Counter(sorted(map(self.ours, self.held.of("not_compared")))))


def _counted(part: Concordance) -> tuple[int, ...]:
    agrees, otherwise, differs, not_compared = (len(part.of(standing)) for standing in STANDINGS)
    return len(part.results), agrees, otherwise, differs, sum(each.silent for each in part.results), not_compared


def _sections(held: Concordance, *, every: bool) -> Iterator[tuple[str, list[Appraisal]]]:
    """What is told one by one, section by section; in each, what is said of one model by itself comes first."""
    found: dict[str, list[Appraisal]] = {key: [] for key in (*SECTIONS, "agrees")}
    for each in sorted(held.compared, key=lambda each: len(each.assessment.model) > 1):
        found["silent" if each.silent else each.standing].append(each)
    for key, appraisals in found.items():
        if appraisals and (every or key != "agrees"):
            yield key, appraisals


@dataclass(frozen=True)
class ConcordanceReport(Report):
    """A report's own verdicts beside ours.

    Attributes:
        concordance: the two sets of verdicts.
        explain: whether what agrees is told one by one too. In a listing and in JSON it always is.
    """

    concordance: Concordance
    explain: bool = False

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """How many agree, each disagreement, what agrees only in another reading, and why the rest cannot be compared."""
        saying = _Saying(self.concordance, lang)
        blocks = self._tables(saying) if width is None else self._in_terminal(saying)
        return Document(saying.title(), tuple(blocks), lang)

    def _tables(self, saying: _Saying) -> Iterator[Table]:
        """The counts, then a table for each section that is told one by one."""
        yield replace(saying.counts(), notes=(saying.summary(),))
        headers = tuple(saying.word(f"against.column.{key}") for key in ("criterion", "model", "theirs", "ours", "reason"))
        for section, found in _sections(self.concordance, every=self.explain):
            yield Table(headers, tuple(_row(each, saying) for each in found), saying.word(f"against.section.{section}", count=len(found)))
        lacking = saying.not_compared()
        if lacking:
            headers = (saying.word("against.column.reason"), saying.word("against.head.judgements"))
            title = saying.word("against.section.not_compared", count=sum(lacking.values()))
            yield Table(headers, tuple((reason, str(count)) for reason, count in lacking.items()), title)

    def _in_terminal(self, saying: _Saying) -> Iterator[Block]:
        """The counts, then what is told one by one as running text, for which a terminal's columns are too narrow."""
        yield saying.counts()
        yield Paragraph(saying.summary())
        for section, found in _sections(self.concordance, every=self.explain):
            yield Heading(saying.word(f"against.section.{section}", count=len(found)))
            yield from (_entry(tuple(group), saying) for _, group in groupby(found, key=lambda each: each.name))
        lacking = saying.not_compared()
        if lacking:
            yield Heading(saying.word("against.section.not_compared", count=sum(lacking.values())))
            yield Items.of(f"{reason} ({count})" for reason, count in lacking.items())

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each judgement of the report and model."""
        saying = _Saying(self.concordance, lang)
        headers = tuple(saying.word(f"against.column.{key}") for key in COLUMNS)
        return Table(headers, tuple(_listed(each, saying) for each in self.concordance.results))

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``check --against --format json`` prints: our verdicts, and the report's beside them."""
        return {**to_json(self.concordance.check, lang=lang), "against": _to_json(self.concordance, lang)}


def _entry(group: Sequence[Appraisal], saying: _Saying) -> Entry:
    """One assessment, and what we say of its models; those of which we say the same stand together."""
    asked = dict.fromkeys(saying.asked(each, each.ours) for each in group if each.ours)
    alike: dict[str, list[str]] = {}
    for each in group:
        alike.setdefault(saying.ours(each), []).append(saying.name(each))
    ours = Items(tuple(Item(text, ", ".join(names)) for text, names in alike.items()))
    theirs = saying.word("against.theirs", said=saying.theirs(group[0]))
    return Entry(saying.criterion(group[0]), (*map(Paragraph, (theirs, *asked)), ours))


def _row(each: Appraisal, saying: _Saying) -> tuple[str, ...]:
    ours = cell(each.ours.verdict, each.ours.possible, saying.lang) if each.ours else ""
    asked = [saying.asked(each, each.ours)] if each.ours else []
    return saying.criterion(each), saying.name(each), saying.theirs(each), ours, "\n".join([*asked, saying.ours(each)])


def _listed(each: Appraisal, saying: _Saying) -> tuple[str, ...]:
    told, ours = each.assessment, each.ours
    known = ("", "", "", "")
    if ours is not None:
        verdict = saying.word(f"verdict.{ours.verdict}")
        known = (verdict, listed(ours.possible, saying.lang), ", ".join(ours.nodes), ", ".join(ours.at))
    standing = saying.word(f"against.standing.{each.standing}")
    theirs = saying.word(f"verdict.{told.verdict}")
    return (each.name, told.criteria, told.criterion, each.model, theirs, ", ".join(each.at), standing, *known, saying.ours(each))


def _to_json(held: Concordance, lang: Lang) -> dict[str, Any]:
    """The concordance as plain values: only ``reason``, ``asked`` and ``note`` depend on the language."""
    saying = _Saying(held, lang)
    return {
        "assessments": held.assessments.id,
        "source": held.assessments.source,
        "counts": {standing: len(held.of(standing)) for standing in STANDINGS},
        "judgements": list(_plain(held.results, saying)),
    }


def _plain(results: Iterable[Appraisal], saying: _Saying) -> Iterator[dict[str, Any]]:
    for each in results:
        told, ours = each.assessment, each.ours
        yield {
            "assessment": each.name,
            "criteria": told.criteria,
            "criterion": told.criterion,
            "model": each.model,
            "models": len(told.model),
            "theirs": told.verdict,
            "theirs_possible": list(ordered(told.possible)),
            "theirs_at": list(each.at),
            "note": told.note.in_(saying.lang) if told.note else None,
            "standing": each.standing,
            "obstacle": each.obstacle,
            "ours": ours.verdict if ours else None,
            "possible": list(ordered(ours.possible)) if ours else [],
            "decided_by": ours.decided_by if ours else None,
            "asked": saying.asked(each, ours) if ours else None,
            "reason": saying.ours(each),
            "nodes": list(ours.nodes) if ours else [],
            "at": list(ours.at) if ours else [],
            "shared": list(each.shared),
        }
