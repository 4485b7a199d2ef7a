"""Which models belong together: how alike they are, and how well a division into groups fits that."""

from virkningskjede.analysis.grouping.belonging import NO_TEMPLATE, NOT_REACHED, REACHED, SEED, Grouping, group
from virkningskjede.analysis.grouping.clusters import EXTRA, tree
from virkningskjede.analysis.grouping.likeness import Similarity, jaccard, similarity
from virkningskjede.analysis.grouping.samples import SAMPLES, Robustness, Spread, Survival
from virkningskjede.analysis.grouping.separating import Separation
from virkningskjede.analysis.grouping.splits import ALPHA, DivisionFit, Groups, fit
from virkningskjede.analysis.grouping.ways import WAYS, WEIGHTS
from virkningskjede.drawing.heatmap.grid import Join, Tree

__all__ = [
    "ALPHA",
    "EXTRA",
    "NOT_REACHED",
    "NO_TEMPLATE",
    "REACHED",
    "SAMPLES",
    "SEED",
    "WAYS",
    "WEIGHTS",
    "DivisionFit",
    "Grouping",
    "Groups",
    "Join",
    "Robustness",
    "Separation",
    "Similarity",
    "Spread",
    "Survival",
    "Tree",
    "fit",
    "group",
    "jaccard",
    "similarity",
    "tree",
]
