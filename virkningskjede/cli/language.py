"""The language of a run, settled before anything is said: --lang, VIRKNINGSKJEDE_LANG, the settings, else Bokmål."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from virkningskjede.i18n import LANGS, Lang
from virkningskjede.i18n.language import VARIABLE


def settle(arguments: Sequence[str], environment: Mapping[str, str], setting: str | None = None) -> Lang:
    """The language that the arguments, the environment or the settings ask for, in that order.

    >>> settle(["show", "ha", "--lang=en"], {})
    'en'
    """
    choices = [environment.get(VARIABLE), setting]
    for position, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            choices.insert(0, argument.removeprefix("--lang="))
        elif argument == "--lang":
            choices.insert(0, next(iter(arguments[position + 1 :]), None))
    return next((lang for choice in choices for lang in LANGS if lang == choice), "nb")


def current_language() -> Lang:
    """The language of this run, before any settings are read: that of help, and of what is wrong with the arguments."""
    return settle(sys.argv[1:], os.environ)
