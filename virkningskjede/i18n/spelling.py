"""Names as people write them: in any case and Unicode form, and a title without what follows its dash or colon."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word

K = TypeVar("K")


_ALIKE = str.maketrans("«»“”„‘’'–—‐‑", '""""""""----')
"""Quotation marks and dashes that not every keyboard has."""


@lru_cache(maxsize=1024)
def folded(text: str) -> str:
    """A text as names are compared: one Unicode form, no capital letters, one space between words, one kind of marks and dashes.

    >>> folded("HA\\u030a"), folded("Bydel\\u00a0 Bjerke"), folded("Hå – «Arbeidsløftet»")
    ('hå', 'bydel bjerke', 'hå - "arbeidsløftet"')
    """
    small = unicodedata.normalize("NFKC", text.translate(_ALIKE)).casefold()
    return unicodedata.normalize("NFKC", " ".join(small.split()))


def main_title(title: str) -> str:
    """A title up to a dash or a colon.

    >>> main_title("Hå – «Arbeidsløftet»"), main_title("Modell 1: Nav og RPH")
    ('Hå', 'Modell 1')
    """
    return title.partition(" – ")[0].partition(": ")[0]


def fitting(name: str, names: Mapping[K, Sequence[str]]) -> tuple[K, ...]:
    """Those that a name fits however it is written: by their ids; where it is no id, by their titles; and last by the main part of these.

    Args:
        name: what somebody wrote.
        names: for each, its id and then its titles, if it has any.

    >>> models = {1: ("ha", "Hå – «Arbeidsløftet»"), 2: ("ringsaker", "Ringsaker")}
    >>> fitting("HÅ", models), fitting("Ha", models), fitting("Tromsø", models)
    ((1,), (1,), ())
    """
    spelling = folded(name)
    if not spelling:
        return ()
    by_id = tuple(key for key, (own, *_) in names.items() if folded(own) == spelling)
    by_title = by_id or tuple(key for key, (_, *titles) in names.items() if spelling in map(folded, titles))
    return by_title or tuple(key for key, (_, *titles) in names.items() if spelling in (folded(main_title(title)) for title in titles))


def the_one(name: str, candidates: Sequence[str]) -> str | None:
    """The one that a name fits; None where it fits none.

    Raises:
        UsageError: it fits several.
    """
    if len(candidates) > 1:
        raise UsageError(Word("error.several", (("name", name), ("known", ", ".join(candidates)))))
    return candidates[0] if candidates else None
