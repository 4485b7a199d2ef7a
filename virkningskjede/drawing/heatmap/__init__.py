"""Heat maps on one A4 page: squares, what stands beside them, and a tree that joins the rows."""

from virkningskjede.drawing.heatmap.drawing import dot
from virkningskjede.drawing.heatmap.grid import Grid, Join, SideColumn, Square, Tree
from virkningskjede.drawing.heatmap.writing import data, picture

__all__ = ["Grid", "Join", "SideColumn", "Square", "Tree", "data", "dot", "picture"]
