"""Tracing a chain: which ways lead from one place to another, what much rests on, and where the description is silent.

Nothing is ever counted by listing it. The number of chains grows exponentially with the arrows; it is worked out along the arrows,
in linear time, after nodes that lead to each other in a circle have been taken together.
"""

from virkningskjede.analysis.paths.chains import MAX_PATHS, Chain, Paths, along, paths, sign_of, weakest
from virkningskjede.analysis.paths.dropped import dropped_of, never_part_of
from virkningskjede.analysis.paths.ends import End
from virkningskjede.analysis.paths.gap import KINDS, Gap, GapKind, listed
from virkningskjede.analysis.paths.many import PortfolioPaths, portfolio_paths
from virkningskjede.analysis.paths.overview import MUCH, Gaps, gaps
from virkningskjede.analysis.paths.strength import STRENGTHS, Strength, strength_of
from virkningskjede.analysis.paths.survey import COUNTABLE, number

__all__ = [
    "COUNTABLE",
    "KINDS",
    "MAX_PATHS",
    "MUCH",
    "STRENGTHS",
    "Chain",
    "End",
    "Gap",
    "GapKind",
    "Gaps",
    "Paths",
    "PortfolioPaths",
    "Strength",
    "along",
    "dropped_of",
    "gaps",
    "listed",
    "never_part_of",
    "number",
    "paths",
    "portfolio_paths",
    "sign_of",
    "strength_of",
    "weakest",
]
