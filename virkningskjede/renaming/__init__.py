"""Names that are changed in all the files of a project: a term and whatever else the codebook has, and the entries of models."""

from virkningskjede.renaming.renaming import FileChange, NotFollowed, Renaming, merge_terms, rename

__all__ = ["FileChange", "NotFollowed", "Renaming", "merge_terms", "rename"]
