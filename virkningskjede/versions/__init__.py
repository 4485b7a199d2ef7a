"""One file through git: its versions, and what changed in meaning from each to the next."""

from virkningskjede.versions.between import between
from virkningskjede.versions.history import History, Version, history

__all__ = ["History", "Version", "between", "history"]
