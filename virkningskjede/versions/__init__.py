"""One file through git: its versions, and what changed in meaning from each to the next."""

from virkningskjede.loading.git import at_revision
from virkningskjede.versions.between import between
from virkningskjede.versions.history import History, Version, history

__all__ = ["History", "Version", "at_revision", "between", "history"]
