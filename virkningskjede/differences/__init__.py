"""What differs between two models, or between two versions of one."""

from virkningskjede.differences.adherence import Adherence, Otherwise, Point
from virkningskjede.differences.changes import WEIGHTS, Change, Diff, Element, Kind, Weight
from virkningskjede.differences.comparing import diff
from virkningskjede.differences.plain import plain

__all__ = ["WEIGHTS", "Adherence", "Change", "Diff", "Element", "Kind", "Otherwise", "Point", "Weight", "diff", "plain"]
