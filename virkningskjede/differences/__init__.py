"""What differs between two models, or between two versions of one."""

from virkningskjede.differences.changes import Change, Diff, Element, Kind, Weight
from virkningskjede.differences.comparing import diff
from virkningskjede.differences.plain import plain

__all__ = ["Change", "Diff", "Element", "Kind", "Weight", "diff", "plain"]
