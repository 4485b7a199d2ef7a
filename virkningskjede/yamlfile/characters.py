"""Characters that do not show, or that look like others: their names, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n import Word

_SPACES = {
    "\xa0": "no_break_space",
    "\u202f": "narrow_space",
    "\u2007": "figure_space",
    "\u3000": "wide_space",
    **dict.fromkeys("\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f", "special_space"),
}
_WITHOUT_WIDTH = {
    "\u200b": "zero_space",
    "\u2060": "zero_space",
    "\u200c": "joiner",
    "\u200d": "joiner",
    "\u180e": "zero_space",
    "\ufeff": "byte_order_mark",
    "\xad": "soft_hyphen",
    **dict.fromkeys("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "direction"),
}
_LINES = dict.fromkeys("\x85\u2028\u2029", "line_separator")

ODD: Mapping[str, str] = MappingProxyType({**_SPACES, **_WITHOUT_WIDTH, **_LINES})
"""Characters that look like a space or like nothing, and the last part of the word for each."""

LOOK_ALIKES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict(zip("\uff1a\uff0c\uff1b\u2236\u02d0", ":,;::", strict=True)),
        **dict(zip("аеорсухікАВЕКМНОРСТХІ", "aeopcyxikABEKMHOPCTXI", strict=True)),
        **dict(zip("οονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oovABEZHIKMNOPTYX", strict=True)),
    }
)
"""Signs and letters that look like one that a keyboard writes, and the one that they look like."""

QUOTES: Mapping[str, str] = MappingProxyType({"“": "”", "”": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "’": "’", "‚": "‘’", "‹": "›"})
"""Quotation marks that YAML takes for text, and those that end what each of them begins."""

REFUSED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""A character that cannot stand in a file of YAML at all."""

ODD_RUN = re.compile(f"[{''.join(ODD)}]+")


def code_point(character: str) -> str:
    """The number of a character, as Unicode writes it.

    >>> code_point("\\xa0")
    'U+00A0'
    """
    return f"U+{ord(character):04X}"


def named(character: str) -> Word:
    """A character by number and name, for one who cannot see it.

    >>> named("\\xa0").in_("nb")
    'U+00A0 (hardt mellomrom)'
    """
    name = ODD.get(character, "control" if REFUSED.match(character) else "other")
    return Word("character.named", (("code", code_point(character)), ("name", Word(f"character.{name}"))))


def first_odd(text: str) -> str | None:
    """The first character of a text that does not show, if there is one."""
    match = ODD_RUN.search(text)
    return match[0][0] if match else None


def has_odd(text: str) -> bool:
    """Whether a text has a character that does not show. Asked of whole files: one search for each is faster than one for all."""
    return any(character in text for character in ODD)


def without_odd(text: str) -> str:
    """A text with ordinary spaces for odd ones, and without what has no width; no spaces first or last.

    >>> without_odd("\\xa0leads\\u200b_to")
    'leads_to'
    """
    return ODD_RUN.sub(lambda run: " " if any(character in _SPACES or character in _LINES for character in run[0]) else "", text).strip(" ")
