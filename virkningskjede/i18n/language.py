"""The language of what is said in a program or a notebook, where a call names none."""

from __future__ import annotations

import os

from virkningskjede.errors import UsageError
from virkningskjede.i18n.text import LANGS, Lang

VARIABLE = "VIRKNINGSKJEDE_LANG"
"""The variable of the environment that says which language a user wants."""

_set: list[Lang | None] = [None]
"""One for the whole process, and no variable of a context: a notebook runs each cell in a context of its own."""


def set_language(lang: Lang | None) -> None:
    """Say in which language results, pictures, messages and exceptions speak from now on, where a call does not name another.

    Without it they speak the language of the variable ``VIRKNINGSKJEDE_LANG``, or else Norwegian Bokmål; exceptions then English, as
    tracebacks do. It is one for the whole process: threads that are to speak different languages name theirs in each call.

    Args:
        lang: ``nb`` or ``en``; None to have what holds without it.

    Raises:
        UsageError: there is no such language.

    >>> set_language("en")
    >>> chosen(None)
    'en'
    >>> set_language(None)
    """
    _set[0] = None if lang is None else _checked(lang)


def asked_for() -> Lang | None:
    """The language that a program or its user has asked for; None where neither has."""
    wanted = os.environ.get(VARIABLE)
    return _set[0] or next((lang for lang in LANGS if lang == wanted), None)


def chosen(lang: Lang | None) -> Lang:
    """The language of a call: the one that it names, or else the one that was asked for, or else Bokmål.

    Raises:
        UsageError: it names one that there is not.
    """
    return asked_for() or "nb" if lang is None else _checked(lang)


def _checked(lang: object) -> Lang:
    from virkningskjede.i18n.likely import no_choice  # which asks the catalogue, and that asks for the language

    for known in LANGS:
        if isinstance(lang, str) and lang == known:
            return known
    raise UsageError(no_choice(lang if isinstance(lang, str) else type(lang).__name__, LANGS))
