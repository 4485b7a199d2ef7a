"""The types of the catalogue: a text in two languages, and a message with its severity."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Lang = Literal["nb", "en"]
"""Norwegian Bokmål (the default) or English."""

LANGS: tuple[Lang, ...] = get_args(Lang)

Severity = Literal["error", "warning", "info"]
"""How grave a diagnostic is. An error keeps a model from being trusted; a warning is likely a slip; info is worth knowing."""


class Text(NamedTuple):
    """One text in both languages."""

    nb: str
    en: str

    def in_(self, lang: Lang) -> str:
        """The text in this language."""
        return self.nb if lang == "nb" else self.en


class Message(NamedTuple):
    """What one diagnostic code says, and what it tells the reader to do. Names in braces are parameters."""

    severity: Severity
    says: Text
    tip: Text


def say(severity: Severity, nb: str, en: str, tip_nb: str, tip_en: str) -> Message:
    """A message from its five parts."""
    return Message(severity, Text(nb, en), Text(tip_nb, tip_en))
