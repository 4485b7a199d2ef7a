"""Accounting for sources: which sentences are cited or tested by what, set aside, or left, and what is hardly captured."""

from virkningskjede.citations.account import STATES, Citation, Coverage, FileKind, SectionAccount, Sentence, State, coverage
from virkningskjede.citations.capture import Hardly, hardly_captured, signs
from virkningskjede.citations.copies import Copy, hold, short_hash
from virkningskjede.citations.places import Citing, citing

__all__ = [
    "STATES",
    "Citation",
    "Citing",
    "Copy",
    "Coverage",
    "FileKind",
    "Hardly",
    "SectionAccount",
    "Sentence",
    "State",
    "citing",
    "coverage",
    "hardly_captured",
    "hold",
    "short_hash",
    "signs",
]
