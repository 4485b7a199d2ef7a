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
from virkningskjede.report import Block, Document, Heading, Item, Items, Paragraph, Passage, Report, Table
from virkningskjede.report.names import names_of, template_name
from virkningskjede.report.places import places

SECTIONS = ("differs", "silent", "otherwise")
"""What is told one by one, in this order; agreement comes last, and only where everything is asked for."""

COLUMNS = (
    *("assessment", "set", "criterion", "criterion.label", "model", "model.label", "theirs", "at", "standing"),
    *("ours", "possible", "nodes", "our_at", "reason"),
)


class _Wording:
    """What is said of one concordance in one language."""

    def __init__(self, concordance: Concordance, lang: Lang) -> None:
        self.concordance = concordance
        self.lang: Lang = lang
        self.grounds = Grounds(concordance.check, lang)
        self.sets: dict[str, CriteriaSet] = {criteria.id: criteria for criteria in concordance.check.sets}
        self.names = names_of(concordance.check.models)
        self.source = concordance.assessments.source

    def word(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)

    def title(self) -> str:
        return self.word("against.title", title=self.concordance.assessments.title.in_(self.lang))

    def counts(self) -> Table:
        """How many stand how: what is said of one model by itself, of several in one breath, and together."""
        parts = {"one": self.concordance.of_one_model(), "several": self.concordance.of_several_models(), "all": self.concordance}
        keys = ("judgements", "agrees", "otherwise", "differs", "silent", "not_compared")
        rows = tuple((self.word(f"against.row.{name}"), *map(str, _counted(part))) for name, part in parts.items())
        return Table(("", *(self.word(f"against.head.{key}") for key in keys)), rows, self.title())

    def summary(self) -> str:
        agree, perhaps, compared = len(self.concordance.of("agrees")), len(self.concordance.of("otherwise")), len(self.concordance.compared)
        sentences = [self.word("against.summary", agree=agree, compared=compared, possibly=agree + perhaps)]
        silent = sum(appraisal.silent for appraisal in self.concordance.results)
        if silent:
            sentences.append(self.word("against.silent", silent=silent, differ=len(self.concordance.of("differs"))))
        return " ".join(sentences)

    def name(self, appraisal: Appraisal) -> str:
        return self.names.get(appraisal.model, appraisal.model)

    def criterion(self, appraisal: Appraisal) -> str:
        assessment = appraisal.assessment
        criteria = self.sets.get(assessment.criteria)
        if criteria is None or assessment.criterion not in criteria.criteria:
            return f"{assessment.criteria}: {assessment.criterion}"
        return f"{criteria.criteria[assessment.criterion].label.in_(self.lang)} ({criteria.title.in_(self.lang)})"

    def label(self, appraisal: Appraisal) -> str:
        """What the criterion is called in its set; its id where we have no such criterion."""
        assessment = appraisal.assessment
        criteria = self.sets.get(assessment.criteria)
        criterion = criteria.criteria.get(assessment.criterion) if criteria is not None else None
        return criterion.label.in_(self.lang) if criterion is not None else assessment.criterion

    def theirs(self, appraisal: Appraisal) -> str:
        """What the report says, what else it could be read as, where, and the coder's note."""
        assessment = appraisal.assessment
        phrase = self.word(f"verdict.{assessment.verdict}")
        others = [self.word(f"verdict.{judgement}") for judgement in assessment.or_]
        phrase = self.word("against.or", said=phrase, other=", ".join(others)) if others else phrase
        note = f" {assessment.note.in_(self.lang)}" if assessment.note else ""
        return f"{phrase} ({places(appraisal.at, self.source)}).{note}"

    def condition(self, appraisal: Appraisal, ours: Verdict) -> str:
        """The condition that decided our verdict."""
        criterion = self.sets[appraisal.assessment.criteria].criteria[appraisal.assessment.criterion]
        assert ours.decided_by is not None, "what only people can answer is not compared"
        condition = dict(criterion.conditions())[ours.decided_by]
        return self.word("against.asked", verdict=self.word(f"verdict.{ours.decided_by}"), asked=self.grounds.condition_phrase(condition))

    def ours(self, appraisal: Appraisal) -> str:
        """The grounds of our verdict, or why there is none."""
        if appraisal.ours is None:
            return self.word(f"against.{appraisal.obstacle}", what=self.lacking(appraisal))
        key = "against.circular" if appraisal.circular else "against.shared"
        shared = [self.word(key, at=places(appraisal.shared, self.source))] if appraisal.shared else []
        return " ".join([self.grounds.sentences(appraisal.ours), *shared])

    def lacking(self, appraisal: Appraisal) -> str:
        """What keeps a judgement from being compared."""
        assessment = appraisal.assessment
        both = f"{assessment.criteria} ({self.name(appraisal)})"
        model = template_name(appraisal.model, self.concordance.check.project)
        parts = {
            "no_set": assessment.criteria,
            "no_model": model,
            "no_criterion": assessment.criterion,
            "needs_people": self.criterion(appraisal),
        }
        return parts.get(appraisal.obstacle or "", both)

    def not_compared(self) -> dict[str, int]:
        """Each reason why judgements cannot be compared, with how many there are."""
        return dict(Counter(sorted(map(self.ours, self.concordance.of("not_compared")))))


def _counted(part: Concordance) -> tuple[int, ...]:
    agrees, otherwise, differs, not_compared = (len(part.of(standing)) for standing in STANDINGS)
    return len(part.results), agrees, otherwise, differs, sum(appraisal.silent for appraisal in part.results), not_compared


def _sections(concordance: Concordance, *, every: bool) -> Iterator[tuple[str, list[Appraisal]]]:
    """What is told one by one, section by section; in each, what is said of one model by itself comes first."""
    by_section: dict[str, list[Appraisal]] = {key: [] for key in (*SECTIONS, "agrees")}
    for appraisal in sorted(concordance.compared, key=lambda appraisal: len(appraisal.assessment.model) > 1):
        by_section["silent" if appraisal.silent else appraisal.standing].append(appraisal)
    for key, appraisals in by_section.items():
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
        wording = _Wording(self.concordance, lang)
        blocks = self._tables(wording) if width is None else self._in_terminal(wording)
        return Document(wording.title(), tuple(blocks), lang)

    def _tables(self, wording: _Wording) -> Iterator[Table]:
        """The counts, then a table for each section that is told one by one."""
        yield replace(wording.counts(), notes=(wording.summary(),))
        headers = tuple(wording.word(f"against.column.{key}") for key in ("criterion", "model", "theirs", "ours", "reason"))
        for section, appraisals in _sections(self.concordance, every=self.explain):
            yield Table(
                headers,
                tuple(_row(appraisal, wording) for appraisal in appraisals),
                wording.word(f"against.section.{section}", count=len(appraisals)),
            )
        lacking = wording.not_compared()
        if lacking:
            headers = (wording.word("against.column.reason"), wording.word("against.head.judgements"))
            title = wording.word("against.section.not_compared", count=sum(lacking.values()))
            yield Table(headers, tuple((reason, str(count)) for reason, count in lacking.items()), title)

    def _in_terminal(self, wording: _Wording) -> Iterator[Block]:
        """The counts, then what is told one by one as running text, for which a terminal's columns are too narrow."""
        yield wording.counts()
        yield Paragraph(wording.summary())
        for section, appraisals in _sections(self.concordance, every=self.explain):
            yield Heading(wording.word(f"against.section.{section}", count=len(appraisals)))
            yield from (_entry(tuple(group), wording) for _, group in groupby(appraisals, key=lambda appraisal: appraisal.name))
        lacking = wording.not_compared()
        if lacking:
            yield Heading(wording.word("against.section.not_compared", count=sum(lacking.values())))
            yield Items.of(f"{reason} ({count})" for reason, count in lacking.items())

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each judgement of the report and model."""
        wording = _Wording(self.concordance, lang)
        headers = tuple(wording.word(f"against.column.{key}") for key in COLUMNS)
        return Table(headers, tuple(_listed(appraisal, wording) for appraisal in self.concordance.results))

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``check --against --format json`` prints: our verdicts, and the report's beside them."""
        return {**to_json(self.concordance.check, lang=lang), "against": _to_json(self.concordance, lang)}


def _entry(group: Sequence[Appraisal], wording: _Wording) -> Passage:
    """One assessment, and what we say of its models; those of which we say the same stand together."""
    conditions = dict.fromkeys(wording.condition(appraisal, appraisal.ours) for appraisal in group if appraisal.ours)
    alike: dict[str, list[str]] = {}
    for appraisal in group:
        alike.setdefault(wording.ours(appraisal), []).append(wording.name(appraisal))
    ours = Items(tuple(Item(text, ", ".join(names)) for text, names in alike.items()))
    theirs = wording.word("against.theirs", said=wording.theirs(group[0]))
    return Passage(wording.criterion(group[0]), (*map(Paragraph, (theirs, *conditions)), ours))


def _row(appraisal: Appraisal, wording: _Wording) -> tuple[str, ...]:
    ours = cell(appraisal.ours.verdict, appraisal.ours.possible, wording.lang) if appraisal.ours else ""
    conditions = [wording.condition(appraisal, appraisal.ours)] if appraisal.ours else []
    return (
        wording.criterion(appraisal),
        wording.name(appraisal),
        wording.theirs(appraisal),
        ours,
        "\n".join([*conditions, wording.ours(appraisal)]),
    )


def _listed(appraisal: Appraisal, wording: _Wording) -> tuple[str, ...]:
    assessment, ours = appraisal.assessment, appraisal.ours
    of_ours = ("", "", "", "")
    if ours is not None:
        verdict = wording.word(f"verdict.{ours.verdict}")
        of_ours = (verdict, listed(ours.possible, wording.lang), ", ".join(ours.nodes), ", ".join(ours.at))
    standing = wording.word(f"against.standing.{appraisal.standing}")
    theirs = wording.word(f"verdict.{assessment.verdict}")
    return (
        appraisal.name,
        assessment.criteria,
        assessment.criterion,
        wording.label(appraisal),
        appraisal.model,
        wording.name(appraisal),
        theirs,
        ", ".join(appraisal.at),
        standing,
        *of_ours,
        wording.ours(appraisal),
    )


def _to_json(concordance: Concordance, lang: Lang) -> dict[str, Any]:
    """The concordance as plain values: only ``reason``, ``asked`` and ``note`` depend on the language."""
    wording = _Wording(concordance, lang)
    return {
        "assessments": concordance.assessments.id,
        "source": concordance.assessments.source,
        "counts": {standing: len(concordance.of(standing)) for standing in STANDINGS},
        "judgements": list(_plain(concordance.results, wording)),
    }


def _plain(results: Iterable[Appraisal], wording: _Wording) -> Iterator[dict[str, Any]]:
    for appraisal in results:
        assessment, ours = appraisal.assessment, appraisal.ours
        yield {
            "assessment": appraisal.name,
            "criteria": assessment.criteria,
            "criterion": assessment.criterion,
            "model": appraisal.model,
            "models": len(assessment.model),
            "theirs": assessment.verdict,
            "theirs_possible": list(ordered(assessment.possible)),
            "theirs_at": list(appraisal.at),
            "note": assessment.note.in_(wording.lang) if assessment.note else None,
            "standing": appraisal.standing,
            "obstacle": appraisal.obstacle,
            "ours": ours.verdict if ours else None,
            "possible": list(ordered(ours.possible)) if ours else [],
            "decided_by": ours.decided_by if ours else None,
            "asked": wording.condition(appraisal, ours) if ours else None,
            "reason": wording.ours(appraisal),
            "nodes": list(ours.nodes) if ours else [],
            "at": list(ours.at) if ours else [],
            "shared": list(appraisal.shared),
        }
