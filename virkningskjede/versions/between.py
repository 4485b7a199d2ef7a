"""What changed between two versions of a file, also when the model in it has got another id."""

from __future__ import annotations

from dataclasses import replace

from virkningskjede.catalogue import Word
from virkningskjede.differences import Change, Diff, diff
from virkningskjede.model import LogicModel
from virkningskjede.vocabulary import Vocabulary


def between(before: LogicModel, after: LogicModel, vocabulary: Vocabulary | None = None) -> Diff:
    """The diff of two versions of one file. A new id is one cosmetic change, and not another model.

    >>> old, new = LogicModel(id="gammel"), LogicModel(id="ny")
    >>> [(change.path, change.before, change.after) for change in between(old, new).changes]
    [('id', 'gammel', 'ny')]
    """
    if before.id == after.id:
        return diff(before, after, vocabulary)
    found = diff(before.model_copy(update={"id": after.id}), after, vocabulary)
    renamed = Change("changed", "field", "id", "id", before.id, after.id, "cosmetic", Word("change.reason.wording"))
    return replace(found, changes=(renamed, *found.changes))
