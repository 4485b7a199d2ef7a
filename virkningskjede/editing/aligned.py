"""What of two lists, or of the keys of two mappings, is the same, and what came, went or got another name."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple


class Pair(NamedTuple):
    """One of the later items with the earlier one that it was.

    Attributes:
        before: the position of the earlier one; None where it is new.
        after: the position of the later one.
        there: whether the earlier one stands where it stood, among those that stay; otherwise it was moved.
    """

    before: int | None
    after: int
    there: bool = True


def aligned_lists(before: Sequence[Any], after: Sequence[Any]) -> list[Pair]:
    """Of each item of a list which it was: the same, an arrow to the same target, or one that something else came in the place of."""
    return _aligned([_known_by(item) for item in before], [_known_by(item) for item in after], lambda _, __: True)


def aligned_keys(before: dict[str, Any], after: dict[str, Any]) -> list[Pair]:
    """Of each key of a mapping which it was: the same, wherever it stood; or one of another name with much the same under it."""
    values, others = list(before.values()), list(after.values())
    return _aligned(list(before), list(after), lambda old, new: _alike(values[old], others[new]))


def moved_between(before: dict[str, Any], after: dict[str, Any]) -> dict[tuple[str, str], str]:
    """Of what stands under a name in one mapping of several, and stood under it in another of them: which that was.

    >>> moved_between({"a": {"x": 1, "y": 2}, "b": {"z": 3}}, {"a": {"y": 2}, "b": {"z": 3, "x": 1}})
    {('b', 'x'): 'a'}
    """

    def only_in(ones: dict[str, Any], others: dict[str, Any]) -> dict[str, list[str]]:
        sections: dict[str, list[str]] = {}
        for section, entries in ones.items():
            there = others.get(section)
            for name in entries if isinstance(entries, dict) else ():
                if not isinstance(there, dict) or name not in there:
                    sections.setdefault(name, []).append(section)
        return sections

    gone, come = only_in(before, after), only_in(after, before)
    moved = {(new[0], name): gone[name][0] for name, new in come.items() if len(new) == 1 and len(gone.get(name, ())) == 1}
    return {place: old for place, old in moved.items() if _alike(before[old][place[1]], after[place[0]][place[1]])}


def _aligned(before: list[str], after: list[str], alike: Callable[[int, int], bool]) -> list[Pair]:
    pairs: dict[int, Pair] = {}
    same = set(before) & set(after)
    for tag, first, last, start, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs.update({start + step: Pair(first + step, start + step) for step in range(last - first)})
        elif tag == "replace":
            old = [place for place in range(first, last) if before[place] not in same]
            new = [place for place in range(start, stop) if after[place] not in same]
            pairs.update({b: Pair(a, b) for a, b in zip(old, new, strict=False) if alike(a, b)})
    taken = {pair.before for pair in pairs.values()}
    for place, name in enumerate(after):
        if place not in pairs:
            old = [other for other, known in enumerate(before) if known == name and other not in taken]
            taken.update(old[:1])
            pairs[place] = Pair(old[0] if old else None, place, there=False)
    return _in_order([pairs[place] for place in range(len(after))])


def _in_order(pairs: list[Pair]) -> list[Pair]:
    """The pairs, where those that would cross one another are taken to have been moved."""
    highest = -1
    kept = []
    for pair in pairs:
        crosses = pair.there and pair.before is not None and pair.before < highest
        kept.append(pair._replace(there=False) if crosses else pair)
        if pair.there and not crosses and pair.before is not None:
            highest = pair.before
    return kept


def _known_by(item: Any) -> str:
    if isinstance(item, dict) and isinstance(item.get("to"), str):
        return str(item["to"])
    return item if isinstance(item, str) else json.dumps(item, default=str, sort_keys=True)


def _alike(a: Any, b: Any) -> bool:
    """Whether two values may be those of one thing that got another name: their label is the same, or at least half of what they say."""
    if not isinstance(a, dict) or not isinstance(b, dict):
        return bool(a == b)
    if a.get("label") is not None and a.get("label") == b.get("label"):
        return True
    return bool(2 * sum(key in b and b[key] == value for key, value in a.items()) >= max(len(a), len(b)))
