"""Many models side by side: who does what, under the columns of a comparison."""

from virkningskjede.comparison.cell import Cell, Doubt, Ground
from virkningskjede.comparison.matrix import Matrix, compare
from virkningskjede.comparison.tables import available_comparisons, load_comparison, read_comparison, unknown_names
from virkningskjede.conditions import Said, Stated
from virkningskjede.values import Count

__all__ = [
    "Cell",
    "Count",
    "Doubt",
    "Ground",
    "Matrix",
    "Said",
    "Stated",
    "available_comparisons",
    "compare",
    "load_comparison",
    "read_comparison",
    "unknown_names",
]
