"""What a misspelt name may have been meant to be."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from virkningskjede.i18n import Lang, Word
from virkningskjede.i18n.spelling import folded

LONGEST_NAME = 80
"""So many characters of a name that nothing has are repeated."""

MOST_CANDIDATES = 500
"""Among more names than this nothing is looked for: it would take longer than to look it up."""

SHORTEST_WORD = 4
"""A word of a name is known again by itself only when it has so many letters."""

ALIKE = 0.75
"""How like each other two words are that may be the same; 1 is the same. Whole names need less, for there is more of them."""


def likely(name: str, names: Iterable[str]) -> Word | str:
    """The phrase "did you mean ...?" with the known name most like this one; empty when none is like it, or too many to look through.

    >>> likely("valider", ["validate", "show"]).in_("en")
    '; did you mean `validate`?'
    """
    close = closest(name, names)
    return Word("likely", (("guess", close),)) if close is not None else ""


class Guess(Word):
    """The phrase of `likely`, which is looked for only when it is said: of a hundred thousand names that nobody has, few are shown."""

    names: Iterable[str]

    def settled(self) -> Word | str:
        """The phrase, looked for."""
        if not hasattr(self, "_settled"):
            self._settled = likely(str(self.params[0][1]), self.names)
            self.names = ()
        return self._settled

    def in_(self, lang: Lang) -> str:
        """The phrase in this language; empty when no known name is like the wanted one."""
        phrase = self.settled()
        return phrase.in_(lang) if isinstance(phrase, Word) else phrase


def guess(name: str, names: Iterable[str]) -> Guess:
    """The phrase of `likely`, for a message of which nobody knows yet whether it will be shown.

    >>> guess("valider", ["validate", "show"]).in_("en")
    '; did you mean `validate`?'
    """
    made = Guess("likely", (("guess", name),))
    made.names = names
    return made


def no_choice(value: object, choices: Iterable[str]) -> Word:
    """What is said of a value that is not one of the choices that there are.

    >>> no_choice("merked", ["marked", "other"]).in_("en")
    '`merked` is not one of the choices: marked, other; did you mean `marked`?'
    """
    listed = list(choices)
    name = str(value)  # a program may have given anything
    shown = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    return Word("error.choice", (("value", shown), ("known", ", ".join(listed)), ("likely", likely(name, listed))))


def closest(name: str, names: Iterable[str]) -> str | None:
    """The known name most like this one, in any case; None when none is like it, or there are too many to look through.

    Of a long name somebody may have written one word only: then it is the one name that has such a word.

    >>> closest("VALIDTE", ["validate", "show"]), closest("olso", ["oslo-economics-2020", "other"])
    ('validate', 'oslo-economics-2020')
    """
    import difflib  # only what went wrong needs it

    candidates = names if isinstance(names, Collection) else list(names)
    if len(candidates) > MOST_CANDIDATES:
        return None
    spelt: dict[str, str] = {}
    for candidate in candidates:
        spelt.setdefault(folded(candidate), candidate)
    wanted = folded(name[:80])
    close = difflib.get_close_matches(wanted, list(spelt), 1)
    if close:
        return spelt[close[0]]
    by_word: dict[str, set[str]] = {}
    for candidate in spelt:
        for part in re.split(r"[\W_]+", candidate):
            if len(part) >= SHORTEST_WORD:
                by_word.setdefault(part, set()).add(candidate)
    words = difflib.get_close_matches(wanted, list(by_word), 1, ALIKE)
    having = by_word[words[0]] if words else set()
    return spelt[min(having)] if len(having) == 1 else None
