"""Claims: what a report says about many models at once, run as tests against the models."""

from virkningskjede.statements.claims_file import Claim, ClaimsFile, Unchecked, WhyUnchecked
from virkningskjede.statements.files import available_claims, load_claims, read_claims
from virkningskjede.statements.formal_reading import FormalReading
from virkningskjede.statements.groups import Group, Members
from virkningskjede.statements.judged import VERDICTS, ClaimVerdict, Evidence, Judged, Side, Why
from virkningskjede.statements.run import Claims, Ruling, run

__all__ = [
    "VERDICTS",
    "Claim",
    "ClaimVerdict",
    "Claims",
    "ClaimsFile",
    "Evidence",
    "FormalReading",
    "Group",
    "Judged",
    "Members",
    "Ruling",
    "Side",
    "Unchecked",
    "Why",
    "WhyUnchecked",
    "available_claims",
    "load_claims",
    "read_claims",
    "run",
]
