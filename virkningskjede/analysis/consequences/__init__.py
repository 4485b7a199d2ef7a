"""What a change of models does: to verdicts on them, and to what reports claim of them."""

from virkningskjede.analysis.consequences.consequences import Consequences, TurnedClaim, TurnedVerdict, consequences

__all__ = ["Consequences", "TurnedClaim", "TurnedVerdict", "consequences"]
