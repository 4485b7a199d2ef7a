"""What a report's claims came to: errata to read, a listing for a spreadsheet, and JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from virkningskjede.analysis.claims import ClaimEvidence, Claims, ClaimVerdict, JudgedReading, Recommendation, Ruling
from virkningskjede.analysis.claims.report.errata import errata
from virkningskjede.analysis.claims.report.wording import ClaimsWording
from virkningskjede.analysis.claims.run import COLUMNS
from virkningskjede.i18n import Lang, word
from virkningskjede.model.values import sentences
from virkningskjede.report import Document, Report, Table

__all__ = ["ClaimsReport", "to_json"]

LISTED = (*COLUMNS[: COLUMNS.index("model") + 1], "model.label", *COLUMNS[COLUMNS.index("model") + 1 :], "reason")
"""The columns of a listing."""


@dataclass(frozen=True)
class ClaimsReport(Report):
    """What a report's claims came to.

    Attributes:
        claims: the claims, held against models.
        explain: whether what holds is accounted for too. In a listing and in JSON it always is.
    """

    claims: Claims
    explain: bool = False

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """The errata. A terminal is told only how many statements were not tested, unless everything is to be explained."""
        names = self.explain or width is None
        return Document(self.claims.file.title.in_(lang), tuple(errata(self.claims, lang, explain=self.explain, names=names)), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each claim, reading and model.

        A reading that asked no model anything has one row. Recommendations, and what was not tested with the
        reason it was not, stand at the end.
        """
        return _listing(self.claims, lang)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``claims --format json`` prints."""
        return to_json(self.claims, lang=lang)


def _listing(claims: Claims, lang: Lang) -> Table:
    wording = ClaimsWording(claims, lang)
    rows = [row for ruling in claims.results for row in _rows(ruling, wording)]
    for name, advice in claims.file.recommendations.items():
        at = ", ".join(sentences(advice.at, claims.file.source))
        account = " ".join(f"{label}: {text}" for label, text in wording.advice(advice))
        blank = [""] * (len(LISTED) - 5)
        rows.append((name, at, advice.statement.in_(lang), word("claims.recommendation", lang), *blank, account))
    for place, unchecked in claims.file.unchecked.items():
        at = ", ".join(sentences((place,), claims.file.source))
        reason = word(f"claims.because.{unchecked.reason}", lang)
        rows.append(("", at, unchecked.statement.in_(lang), "", *[""] * (len(LISTED) - 5), reason))
    return Table(tuple(word(f"claims.column.{key}", lang) for key in LISTED), tuple(rows))


def _rows(ruling: Ruling, wording: ClaimsWording) -> list[tuple[str, ...]]:
    of_claim = (ruling.id, ", ".join(ruling.at), ruling.claim.statement.in_(wording.lang), wording.word(f"claims.{ruling.verdict}"))
    rows: list[tuple[str, ...]] = []
    for name, judged in ruling.readings.items():
        literal = wording.word("claims.said.yes") if name == ruling.claim.literal else ""
        of_reading = (*of_claim, name, literal, wording.word(f"claims.{judged.verdict}"))
        for leaf in judged.leaves():
            rows += [(*of_reading, *_cells(entry, leaf, wording)) for entry in leaf.evidence]
            rows += [(*of_reading, "", "", "", "", "", "", wording.finding(leaf))] if not leaf.evidence else []
    return rows


def _cells(evidence: ClaimEvidence, leaf: JudgedReading, wording: ClaimsWording) -> tuple[str, ...]:
    side = wording.word(f"claims.side.{evidence.side}") if evidence.side else ""
    answer = wording.word(f"claims.said.{evidence.said}")
    return (
        evidence.model,
        wording.names[evidence.model],
        answer,
        side,
        ", ".join(evidence.nodes),
        ", ".join(evidence.at),
        wording.witness(evidence, leaf),
    )


def to_json(claims: Claims, *, lang: Lang = "nb") -> dict[str, Any]:
    """The value that ``claims --format json`` prints. Only texts depend on the language: statements, labels, ``asked`` and ``reason``.

    ``answer`` is what the models say; ``verdict`` is the same, but ``reword`` where other words are proposed for what is not contradicted.

    ``evidence`` has one entry for each model, reading and question: ``said`` is ``yes``, ``no`` or ``unsure``; ``side`` says whether that
    is ``for`` or ``against`` the claim, and is null where it does not matter which models it is.
    """
    wording = ClaimsWording(claims, lang)
    return {
        "file": claims.file.id,
        "source": claims.file.source,
        "models": [model.id for model in claims.models],
        "counts": {
            **{verdict: claims.count(verdict) for verdict in get_args(ClaimVerdict)},
            "unchecked": len(claims.file.unchecked),
        },
        "claims": [_claim(ruling, wording) for ruling in claims.results],
        "recommendations": [_recommendation(name, advice, wording) for name, advice in claims.file.recommendations.items()],
        "unchecked": [
            {
                "at": list(sentences((place,), claims.file.source)),
                "reason": unchecked.reason,
                "statement": unchecked.statement.in_(lang),
            }
            for place, unchecked in claims.file.unchecked.items()
        ],
    }


def _claim(ruling: Ruling, wording: ClaimsWording) -> dict[str, Any]:
    claim = ruling.claim
    return {
        "id": ruling.id,
        "at": list(ruling.at),
        "statement": claim.statement.in_(wording.lang),
        "verdict": ruling.verdict,
        "answer": ruling.answer,
        "why": list(ruling.why),
        "reason": wording.reason(ruling),
        "readings": [_reading(name, judged, ruling, wording) for name, judged in ruling.readings.items()],
        "evidence": [_evidence(name, leaf, evidence, wording) for name, leaf, evidence in ruling.evidence],
        "proposal": claim.proposal.in_(wording.lang) if claim.proposal is not None else None,
        "note": claim.note.in_(wording.lang) if claim.note is not None else None,
    }


def _recommendation(name: str, advice: Recommendation, wording: ClaimsWording) -> dict[str, Any]:
    source = wording.claims.file.source
    return {
        "id": name,
        "at": list(sentences(advice.at, source)),
        "statement": advice.statement.in_(wording.lang),
        "for": list(advice.for_),
        "about": {"models": list(advice.about.models), "terms": list(advice.about.terms), "nodes": list(advice.about.nodes)},
        "taken_up": [{"model": uptake.model, "node": uptake.node, "at": list(sentences(uptake.at, source))} for uptake in advice.taken_up],
    }


def _reading(name: str, judged: JudgedReading, ruling: Ruling, wording: ClaimsWording) -> dict[str, Any]:
    label = ruling.claim.readings[name].label.in_(wording.lang) if name else None
    return {
        "id": name or None,
        "label": label,
        "literal": bool(name) and name == ruling.claim.literal,
        "asked": wording.readings.phrase(judged.reading),
        "verdict": judged.verdict,
        "why": list(judged.why),
        "questions": [
            {
                "kind": leaf.reading.form[0],
                "asked": wording.readings.phrase(leaf.reading),
                "verdict": leaf.verdict,
                "figures": [[_plain(figure.low), _plain(figure.high)] for figure in leaf.figures],
                "missing": [list(group.absent) for group in leaf.groups],
                "expected": [group.size for group in leaf.groups],
            }
            for leaf in judged.leaves()
        ],
    }


def _plain(bound: Any) -> int | float | None:
    """A number as JSON knows it."""
    if bound is None:
        return None
    return int(bound) if bound == int(bound) else float(bound)


def _evidence(name: str, leaf: JudgedReading, evidence: ClaimEvidence, wording: ClaimsWording) -> dict[str, Any]:
    return {
        "reading": name or None,
        "asked": wording.readings.phrase(leaf.reading),
        "model": evidence.model,
        "said": evidence.said,
        "side": evidence.side,
        "nodes": list(evidence.nodes),
        "at": list(evidence.at),
        "reason": wording.witness(evidence, leaf),
    }
