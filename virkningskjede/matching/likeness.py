"""How alike two texts or two sets of names are."""

from __future__ import annotations

import re
from typing import Any

_WORD = re.compile(r"[^\W_]+")

SAME_NAME = 0.5
"""How alike two texts must be to be taken for one that was edited."""


def pieces(text: str | None) -> frozenset[str]:
    """A label as runs of three letters, by which `likeness` knows inflected and compound words again.

    >>> sorted(pieces("Møtet i uke 2"))
    ['2', 'i', 'møt', 'tet', 'uke', 'øte']
    """
    words = _WORD.findall((text or "").casefold())
    return frozenset([word[start : start + 3] for word in words for start in range(max(1, len(word) - 2))])


def likeness(x: frozenset[Any], y: frozenset[Any]) -> float:
    """The share of what either has that both have (Jaccard): 0 when nothing is shared, 1 when they are equal and not empty."""
    return len(x & y) / len(x | y) if x and y else 0.0
