"""What a report's claims came to: errata to read, a listing for a spreadsheet, and JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from virkningskjede.analysis.claims import Claims, Evidence, Judged, Ruling
from virkningskjede.analysis.claims.report.errata import errata
from virkningskjede.analysis.claims.report.saying import Saying
from virkningskjede.i18n import Lang, word
from virkningskjede.model.values import sentences
from virkningskjede.report import Document, Report, Table

__all__ = ["ClaimsReport", "to_json"]

COLUMNS = ("claim", "at", "statement", "verdict", "reading", "reading_verdict", "model", "said", "side", "nodes", "places", "reason")


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

        A reading that asked no model anything has one row. What was not tested stands at the end, with the reason it was not.
        """
        return _listing(self.claims, lang)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``claims --format json`` prints."""
        return to_json(self.claims, lang=lang)


def _listing(claims: Claims, lang: Lang) -> Table:
    saying = Saying(claims, lang)
    rows = [row for ruling in claims.results for row in _rows(ruling, saying)]
    for place, each in claims.file.unchecked.items():
        at = ", ".join(sentences((place,), claims.file.source))
        reason = word(f"claims.because.{each.reason}", lang)
        rows.append(("", at, each.statement.in_(lang), "", *[""] * (len(COLUMNS) - 5), reason))
    return Table(tuple(word(f"claims.column.{key}", lang) for key in COLUMNS), tuple(rows))


def _rows(ruling: Ruling, saying: Saying) -> list[tuple[str, ...]]:
    told = (ruling.id, ", ".join(ruling.at), ruling.claim.statement.in_(saying.lang), saying.word(f"claims.{ruling.verdict}"))
    rows: list[tuple[str, ...]] = []
    for name, judged in ruling.readings.items():
        of_reading = (*told, name, saying.word(f"claims.{judged.verdict}"))
        for leaf in judged.leaves():
            rows += [(*of_reading, *_cells(each, leaf, saying)) for each in leaf.evidence]
            rows += [(*of_reading, "", "", "", "", "", saying.finding(leaf))] if not leaf.evidence else []
    return rows


def _cells(evidence: Evidence, leaf: Judged, saying: Saying) -> tuple[str, ...]:
    side = saying.word(f"claims.side.{evidence.side}") if evidence.side else ""
    said = saying.word(f"claims.said.{evidence.said}")
    return evidence.model, said, side, ", ".join(evidence.nodes), ", ".join(evidence.at), saying.witness(evidence, leaf)


def to_json(claims: Claims, *, lang: Lang = "nb") -> dict[str, Any]:
    """The value that ``claims --format json`` prints. Only texts depend on the language: statements, labels, ``asked`` and ``reason``.

    ``evidence`` has one entry for each model, reading and question: ``said`` is ``yes``, ``no`` or ``unsure``; ``side`` says whether that
    is ``for`` or ``against`` the claim, and is null where it does not matter which models it is.
    """
    saying = Saying(claims, lang)
    return {
        "file": claims.file.id,
        "source": claims.file.source,
        "models": [model.id for model in claims.models],
        "counts": {
            **{verdict: claims.count(verdict) for verdict in ("holds", "contradicted", "undecidable")},
            "unchecked": len(claims.file.unchecked),
        },
        "claims": [_claim(ruling, saying) for ruling in claims.results],
        "unchecked": [
            {
                "at": list(sentences((place,), claims.file.source)),
                "reason": each.reason,
                "statement": each.statement.in_(lang),
            }
            for place, each in claims.file.unchecked.items()
        ],
    }


def _claim(ruling: Ruling, saying: Saying) -> dict[str, Any]:
    claim = ruling.claim
    return {
        "id": ruling.id,
        "at": list(ruling.at),
        "statement": claim.statement.in_(saying.lang),
        "verdict": ruling.verdict,
        "why": list(ruling.why),
        "reason": saying.reason(ruling),
        "readings": [_reading(name, judged, ruling, saying) for name, judged in ruling.readings.items()],
        "evidence": [_evidence(name, leaf, evidence, saying) for name, leaf, evidence in ruling.evidence],
        "proposal": claim.proposal.in_(saying.lang) if claim.proposal is not None else None,
        "note": claim.note.in_(saying.lang) if claim.note is not None else None,
    }


def _reading(name: str, judged: Judged, ruling: Ruling, saying: Saying) -> dict[str, Any]:
    label = ruling.claim.readings[name].label.in_(saying.lang) if name else None
    return {
        "id": name or None,
        "label": label,
        "asked": saying.readings.said(judged.reading),
        "verdict": judged.verdict,
        "why": list(judged.why),
        "questions": [
            {
                "kind": leaf.reading.form[0],
                "asked": saying.readings.said(leaf.reading),
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


def _evidence(name: str, leaf: Judged, evidence: Evidence, saying: Saying) -> dict[str, Any]:
    return {
        "reading": name or None,
        "asked": saying.readings.said(leaf.reading),
        "model": evidence.model,
        "said": evidence.said,
        "side": evidence.side,
        "nodes": list(evidence.nodes),
        "at": list(evidence.at),
        "reason": saying.witness(evidence, leaf),
    }
