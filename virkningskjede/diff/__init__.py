"""What differs between two models, or between two versions of one."""

from virkningskjede.diff.changes import Change, Diff, Element, Kind, Weight
from virkningskjede.diff.comparing import diff
from virkningskjede.diff.plain import plain

__all__ = ["Change", "Diff", "Element", "Kind", "Weight", "diff", "plain"]
