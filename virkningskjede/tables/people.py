"""Terms and actors in cells: by their ids, or by what the codebook calls them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from virkningskjede.i18n import LANGS, word
from virkningskjede.tables.draft import Draft
from virkningskjede.tables.fields import name_key, parts_of
from virkningskjede.tables.names import is_id


def terms_in(text: str, draft: Draft) -> tuple[list[str], list[str]]:
    """The terms that a cell names, and what it names that is none."""
    return _in(text, draft.terms)


def _in(text: str, known: Mapping[str, str] | None) -> tuple[list[str], list[str]]:
    if known is None:  # no codebook: what can be an id is one, and whether it is right is for another to say
        parts = [part.strip() for part in re.split(r"[;,\n]", text) if part.strip()]
        return [part for part in parts if is_id(part)], [part for part in parts if not is_id(part)]
    names, unknown = parts_of(text, known)
    found_ids = list(dict.fromkeys(known[name_key(name)] for name in names))
    if unknown is None:
        return found_ids, []
    return found_ids, [unknown]


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What stands around the names of those who lead, may take part, or are those it is for, in both languages."""
    patterns = []
    for role in ("lead", "maybe", "for"):
        for lang in LANGS:
            before, _, after = word(f"change.{role}", lang).partition("{names}")
            patterns.append((role, re.compile(f"{re.escape(before)}(.+){re.escape(after)}", re.IGNORECASE | re.DOTALL)))
    return tuple(patterns)


def actors_in(text: str, draft: Draft) -> tuple[dict[str, list[str]], list[str]]:
    """Who takes part, by role, and what the cell names that is no actor.

    >>> from virkningskjede.tables.sheet import Sheet
    >>> actors_in("nav og lege; kanskje skole; for bruker", Draft(Sheet("", ()), "nb"))
    ({'do': ['nav', 'lege'], 'maybe': ['skole'], 'for': ['bruker']}, [])
    """
    known = draft.actors
    people: dict[str, list[str]] = {}
    unknown: list[str] = []
    for part in re.split(r"[;\n]", text):
        role, names = next(
            ((role, match[1]) for role, pattern in _roles() if (match := pattern.fullmatch(part.strip()))), ("do", part.strip())
        )
        if known is None or name_key(names) not in known:
            for lang in LANGS:
                names = names.replace(word("change.and", lang), ", ")
        several, others = _in(names, known)
        if several:
            people.setdefault(role, []).extend(name for name in several if name not in people.get(role, ()))
        unknown += others
    return people, unknown
