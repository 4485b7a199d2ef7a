"""Accounting for sources: which sentences are cited or tested by what, set aside, or left, and what is hardly captured."""

from virkningskjede.analysis.coverage.account import STATES, Citation, Coverage, FileKind, SectionAccount, SentenceAccount, State, coverage
from virkningskjede.analysis.coverage.capture import HardlyCaptured, hardly_captured, signs
from virkningskjede.analysis.coverage.elsewhere import Elsewhere, elsewhere
from virkningskjede.analysis.coverage.places import Citing, citing
from virkningskjede.project import Copy, read_copy, short_hash

__all__ = [
    "STATES",
    "Citation",
    "Citing",
    "Copy",
    "Coverage",
    "Elsewhere",
    "FileKind",
    "HardlyCaptured",
    "SectionAccount",
    "SentenceAccount",
    "State",
    "citing",
    "coverage",
    "elsewhere",
    "hardly_captured",
    "read_copy",
    "short_hash",
    "signs",
]
