"""How far each indicator has come: from its baseline, towards the target in force."""

from virkningskjede.analysis.progress.progress import IndicatorProgress, Progress, progress
from virkningskjede.analysis.progress.share import NoShare, Share, Way, direction_of, share_of, target_fit, target_on, why_no_share

__all__ = [
    "IndicatorProgress",
    "NoShare",
    "Progress",
    "Share",
    "Way",
    "direction_of",
    "progress",
    "share_of",
    "target_fit",
    "target_on",
    "why_no_share",
]
