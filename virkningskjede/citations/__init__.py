"""Accounting for sources: which sentences are cited by what, which are set aside, which are left, and what is hardly captured."""

from virkningskjede.citations.account import Citation, Coverage, SectionAccount, Sentence, State, coverage
from virkningskjede.citations.capture import Hardly, hardly_captured, signs
from virkningskjede.citations.copies import Copy, hold, short_hash
from virkningskjede.citations.places import Citing, citing

__all__ = [
    "Citation",
    "Citing",
    "Copy",
    "Coverage",
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
