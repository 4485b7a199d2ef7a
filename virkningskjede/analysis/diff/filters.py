"""Choosing among changes: plain functions from changes to changes, which can follow one another in any order.

>>> from virkningskjede.analysis.diff import Diff, diff
>>> from virkningskjede.model import LogicModel
>>> old = LogicModel(id="m", activities={"kurs": {"label": "Kurs", "status": "planned"}})
>>> new = LogicModel(id="m", activities={"kurs": {"label": "Kurset", "status": "in_use"}})
>>> [change.path for change in at_least("content", diff(old, new).changes)]
['activities.kurs.status']
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from virkningskjede.analysis.diff.changes import WEIGHTS, Change, ChangeElement, ChangeKind
from virkningskjede.model.values import Weight

Changes = tuple[Change, ...]


def at_least(weight: Weight, changes: Iterable[Change]) -> Changes:
    """The changes that weigh so much or more: ``logic`` is more than ``content``, and ``content`` more than ``cosmetic``."""
    heavy = WEIGHTS[: WEIGHTS.index(weight) + 1]
    return tuple(change for change in changes if change.weight in heavy)


def of_kind(kinds: Collection[ChangeKind], changes: Iterable[Change]) -> Changes:
    """The changes of some kinds, such as ``progressed``."""
    return tuple(change for change in changes if change.kind in kinds)


def of_element(elements: Collection[ChangeElement], changes: Iterable[Change]) -> Changes:
    """The changes to some elements: nodes, links or fields."""
    return tuple(change for change in changes if change.element in elements)


def below(paths: Collection[str], changes: Iterable[Change]) -> Changes:
    """The changes at some paths or below them, in either model: a section (``activities``), an entry, or a field.

    A field's own name holds wherever it stands: ``status``, ``dose``, ``who.do``.
    """
    places = ((change, [place for place in (change.path_a, change.path_b) if place]) for change in changes)
    return tuple(change for change, own in places if any(_lies(path, place) for path in paths for place in own))


def _lies(path: str, place: str) -> bool:
    return place == path or place.startswith(f"{path}.") or f".{path}." in f"{place}."
