"""What a misspelt name may have been meant to be."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from virkningskjede.i18n import Word
from virkningskjede.i18n.spelling import folded

MOST_CANDIDATES = 500
"""Among more names than this nothing is looked for: it would take longer than to look it up."""


def likely(name: str, names: Iterable[str]) -> Word | str:
    """The phrase "did you mean ...?" with the known name most like this one; empty when none is like it, or too many to look through.

    >>> likely("valider", ["validate", "show"]).in_("en")
    '; did you mean `validate`?'
    """
    close = closest(name, names)
    return Word("likely", (("guess", close),)) if close is not None else ""


def no_choice(value: str, choices: Iterable[str]) -> Word:
    """What is said of a value that is not one of the choices that there are.

    >>> no_choice("merked", ["marked", "other"]).in_("en")
    '`merked` is not one of the choices: marked, other; did you mean `marked`?'
    """
    listed = list(choices)
    return Word("error.choice", (("value", value), ("known", ", ".join(listed)), ("likely", likely(value, listed))))


def closest(name: str, names: Iterable[str]) -> str | None:
    """The known name most like this one, in any case; None when none is like it, or there are too many to look through.

    >>> closest("VALIDTE", ["validate", "show"])
    'validate'
    """
    import difflib  # only what went wrong needs it

    candidates = names if isinstance(names, Collection) else list(names)
    if len(candidates) > MOST_CANDIDATES:
        return None
    spelt: dict[str, str] = {}
    for candidate in candidates:
        spelt.setdefault(folded(candidate), candidate)
    close = difflib.get_close_matches(folded(name[:80]), list(spelt), 1)
    return spelt[close[0]] if close else None
