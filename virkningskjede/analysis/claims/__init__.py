"""Claims: what a report says about many models at once, run as tests against the models."""

from virkningskjede.analysis.claims.claims_file import Claim, ClaimsFile, Recommendation, Topic, Unchecked, Uptake, WhyUnchecked
from virkningskjede.analysis.claims.files import available_claims, load_claims, models_under, read_claims
from virkningskjede.analysis.claims.formal_reading import FormalReading
from virkningskjede.analysis.claims.groups import Group, Members
from virkningskjede.analysis.claims.judged import VERDICTS, ClaimEvidence, ClaimSide, ClaimVerdict, JudgedReading, ReadingVerdict, Why
from virkningskjede.analysis.claims.run import Claims, Ruling, run

__all__ = [
    "VERDICTS",
    "Claim",
    "ClaimEvidence",
    "ClaimSide",
    "ClaimVerdict",
    "Claims",
    "ClaimsFile",
    "FormalReading",
    "Group",
    "JudgedReading",
    "Members",
    "ReadingVerdict",
    "Recommendation",
    "Ruling",
    "Topic",
    "Unchecked",
    "Uptake",
    "Why",
    "WhyUnchecked",
    "available_claims",
    "load_claims",
    "models_under",
    "read_claims",
    "run",
]
