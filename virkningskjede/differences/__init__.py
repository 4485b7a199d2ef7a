"""What differs between two models, or between two versions of one."""

from virkningskjede.differences.adherence import Adherence, Otherwise, Point
from virkningskjede.differences.changes import WEIGHTS, Change, Diff, Element, Kind
from virkningskjede.differences.comparing import diff
from virkningskjede.values import Weight

__all__ = ["WEIGHTS", "Adherence", "Change", "Diff", "Element", "Kind", "Otherwise", "Point", "Weight", "diff"]
