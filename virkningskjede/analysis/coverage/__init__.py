"""Accounting for sources: which sentences are cited or tested by what, set aside, or left, and what is hardly captured."""

from virkningskjede.analysis.coverage.account import STATES, Citation, Coverage, FileKind, SectionAccount, SentenceAccount, State, coverage
from virkningskjede.analysis.coverage.capture import Hardly, hardly_captured, signs
from virkningskjede.analysis.coverage.copies import Copy, hold, short_hash
from virkningskjede.analysis.coverage.places import Citing, citing

__all__ = [
    "STATES",
    "Citation",
    "Citing",
    "Copy",
    "Coverage",
    "FileKind",
    "Hardly",
    "SectionAccount",
    "SentenceAccount",
    "State",
    "citing",
    "coverage",
    "hardly_captured",
    "hold",
    "short_hash",
    "signs",
]
