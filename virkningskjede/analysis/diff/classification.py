"""What kind of change it is that a field has another value."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from virkningskjede.analysis.diff.changes import ChangeKind
from virkningskjede.analysis.diff.fields import weight_of
from virkningskjede.i18n import Word
from virkningskjede.model import Entry, Link, Patch, Traits
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.fields import field_named
from virkningskjede.model.values import PROGRESS, Amount, Bounds, fits, rank


class Classification(NamedTuple):
    """The kind of a change, and the reason."""

    kind: ChangeKind
    reason: Word


def classify(name: str, before: object, after: object, vocabulary: Vocabulary | None) -> Classification:
    """Say what kind of change it is.

    Args:
        name: the field, such as ``status`` or ``dose.frequency``.
        before: the first model's value; None when it has none.
        after: the second's.
        vocabulary: the codebook that says what is narrower.

    >>> classify("status", "planned", "in_use", None).kind
    'progressed'
    """
    if name in _LISTS:
        return _list(name, before, after)
    if before is None:
        return _because("added", "added")
    if after is None:
        return _because("removed", "removed")
    if name == "status":
        return _status(before, after)
    if isinstance(before, Bounds) and isinstance(after, Bounds):
        return _amount(before, after)
    if vocabulary and _narrower(_names(before), _names(after), _kinds(name, vocabulary)):
        return _because("refined", "narrower")
    return _because("changed", "wording" if weight_of(name) == "cosmetic" else "differs")


_LISTS = {"evidence": ("evidence", "unproved"), "or": ("doubt", "kept")}
"""Lists that grow or shrink, and the reasons for that: what research found, and how else something could be read."""


def _list(name: str, before: object, after: object) -> Classification:
    old, new = (frozenset(value) if isinstance(value, tuple) else frozenset() for value in (before, after))
    kind: ChangeKind = "added" if not old else "removed" if not new else "changed"
    more, less = _LISTS[name]
    return _because(kind, more if old < new else less if new < old else "differs")


def settled(before: object, now: Entry | Link) -> bool:
    """Whether one of the readings that there were is how it is coded now.

    >>> from virkningskjede.model import Input
    >>> then, now = ({"label": "A", "@id": "a", "status": status} for status in ("planned", "in_use"))
    >>> settled(Input.model_validate({**then, "or": [{"status": "in_use"}]}).or_, Input.model_validate(now))
    True
    """
    patches = before if isinstance(before, tuple) else ()
    changes = [patch.changes for patch in patches if isinstance(patch, Patch) and not patch.absent]
    return any(change and all(getattr(now, field, None) == value for field, value in change.items()) for change in changes)


def _because(kind: ChangeKind, reason: str) -> Classification:
    return Classification(kind, Word(f"change.reason.{reason}"))


def _status(before: object, after: object) -> Classification:
    early, late = _progress(before), _progress(after)
    if early is None or late is None or early == late:
        return _because("changed", "differs")
    return _because("progressed", "further") if late > early else _because("changed", "back")


def _progress(status: object) -> int | None:
    return rank(status) if status == "needed" or status in PROGRESS else None


def _names(value: object) -> frozenset[str]:
    return value.named if isinstance(value, Traits) else frozenset(value if isinstance(value, tuple) else ())


def _kinds(name: str, vocabulary: Vocabulary) -> Callable[[str, str], bool]:
    """The part of the codebook that a field's names are from."""
    field = field_named(name)
    if field.names == "term":
        return vocabulary.fills
    if field.kind is Traits:
        return vocabulary.fills_trait
    if field.names == "place":
        return vocabulary.fills_place
    return vocabulary.fills_actor if field.names == "actor" else _never


def _never(name: str, wanted: str) -> bool:
    return False


def _narrower(before: frozenset[str], after: frozenset[str], fills: Callable[[str, str], bool]) -> bool:
    """Whether each name that is new is a kind of one that is gone, and each that is gone became a kind of itself."""
    gone, new = before - after, after - before
    downwards = all(any(fills(name, old) for old in gone) for name in new) and all(any(fills(name, old) for name in new) for old in gone)
    return bool(gone and new) and downwards and not any(fills(old, name) for old in gone for name in new)


def _amount(before: Bounds, after: Bounds) -> Classification:
    if _measured(before) and _measured(after):
        if fits(after, before) == "yes" and fits(before, after) != "yes":
            return _because("refined", "tighter")
    elif before.words is not None and _measured(after):
        return _because("refined", "number")
    return _because("changed", "differs")


def _measured(amount: Bounds) -> bool:
    """Whether it is one number or one pair of bounds, and not a plan beside a result."""
    return amount.interval() is not None and not (isinstance(amount, Amount) and (amount.planned or amount.reached))
