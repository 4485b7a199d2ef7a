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
    """What one diagnostic code says, and what it tells the reader to do. Names in braces are parameters.

    Attributes:
        severity: how grave it is.
        says: the sentence.
        tip: what to do.
        most: the sentence about a model where it holds of most of what it could hold of; None where each is always told by itself.
    """

    severity: Severity
    says: Text
    tip: Text
    most: Text | None = None


def say(severity: Severity, nb: str, en: str, tip_nb: str, tip_en: str, most: Text | None = None) -> Message:
    """A message from its parts."""
    return Message(severity, Text(nb, en), Text(tip_nb, tip_en), most)
