"""Many models side by side: who does what, under the columns of a comparison."""

from virkningskjede.comparison.cell import Cell, Doubt, Ground, Said
from virkningskjede.comparison.facts import Stated
from virkningskjede.comparison.matrix import Count, Matrix, compare
from virkningskjede.comparison.tables import available_comparisons, is_file, load_comparison, unknown_names

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
    "is_file",
    "load_comparison",
    "unknown_names",
]
