"""One file through git: its versions, and what changed in meaning from each to the next."""

from virkningskjede.analysis.history.history import History, Version, history

__all__ = ["History", "Version", "history"]
