"""Heat maps on one A4 page: tables and verdicts over models, and how alike models are, beside the tree that joins them."""

from virkningskjede.rendering.heatmaps.drawing import dot
from virkningskjede.rendering.heatmaps.grid import Grid
from virkningskjede.rendering.heatmaps.grouped import grid_of_grouping
from virkningskjede.rendering.heatmaps.matrix import grid_of_matrix
from virkningskjede.rendering.heatmaps.verdicts import grid_of_check
from virkningskjede.rendering.heatmaps.writing import ENDINGS, data, picture

__all__ = ["ENDINGS", "Grid", "data", "dot", "grid_of_check", "grid_of_grouping", "grid_of_matrix", "picture"]
