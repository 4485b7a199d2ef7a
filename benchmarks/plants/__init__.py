"""The kinds of faults that `faults.py` plants in models, each in the module of what it is about."""

from plants import amounts, beside, chain, group, measuring, places, shared, time, wording
from plants.planting import KINDS, STAGES, Kind, Values

__all__ = ["KINDS", "STAGES", "Kind", "Values", "amounts", "beside", "chain", "group", "measuring", "places", "shared", "time", "wording"]
