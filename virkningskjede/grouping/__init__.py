"""Which models belong together: how alike they are, and how well a division into groups fits that."""

from virkningskjede.grouping.belonging import NO_TEMPLATE, NOT_REACHED, REACHED, SAMPLES, SEED, Grouping, group
from virkningskjede.grouping.clusters import EXTRA, Join, Tree, tree
from virkningskjede.grouping.likeness import Similarity, jaccard, similarity
from virkningskjede.grouping.samples import Robustness, Spread, Survival
from virkningskjede.grouping.separating import Separation
from virkningskjede.grouping.splits import ALPHA, Fit, Groups, fit
from virkningskjede.grouping.ways import WAYS, WEIGHTS

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
    "Fit",
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
