"""Many models side by side: who does what, under the columns of a comparison."""

from virkningskjede.analysis.compare.cell import Cell, CellDoubt, CellGround
from virkningskjede.analysis.compare.matrix import Matrix, compare
from virkningskjede.analysis.compare.tables import available_comparisons, load_comparison, read_comparison, unknown_names
from virkningskjede.model.values import Count
from virkningskjede.query import Presence, Stated

__all__ = [
    "Cell",
    "CellDoubt",
    "CellGround",
    "Count",
    "Matrix",
    "Presence",
    "Stated",
    "available_comparisons",
    "compare",
    "load_comparison",
    "read_comparison",
    "unknown_names",
]
