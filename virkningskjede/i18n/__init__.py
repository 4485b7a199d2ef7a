"""The one catalogue of everything that the library itself says, in Bokmål and English."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from virkningskjede.i18n.language import asked_for
from virkningskjede.i18n.messages import MESSAGES
from virkningskjede.i18n.numerals import NUMERALS, numeral
from virkningskjede.i18n.rounding import percent_digits, rounded, rounded_share
from virkningskjede.i18n.text import LANGS, Lang, Message, Severity, Text
from virkningskjede.i18n.words import WORDS

__all__ = [
    "DEFAULT_LANG",
    "LANGS",
    "MESSAGES",
    "NUMERALS",
    "WORDS",
    "Lang",
    "Message",
    "Severity",
    "Text",
    "Word",
    "counted",
    "marked",
    "message",
    "message_of_most",
    "numeral",
    "percent",
    "percent_digits",
    "quoted",
    "reason",
    "rounded",
    "rounded_share",
    "severity",
    "tip",
    "unwritten",
    "visible",
    "word",
    "word_or",
]

DEFAULT_LANG: Lang = "nb"
"""The language of what does not say its own."""

_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """The text with every character that could steer a terminal or hide its neighbours shown as a replacement mark.

    >>> visible("red\\x1b[31m")
    'red\\ufffd[31m'
    """
    return _INVISIBLE.sub("\ufffd", text)


_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ud800-\udfff"
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
    "|(?<=[A-Za-z])[\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff](?=[A-Za-z])"
)


def marked(text: str) -> str:
    """The text with every character that does not show, and every Greek or Cyrillic letter beside a Latin one, by its number.

    >>> marked("\\xa0leads_to")
    '‹U+00A0›leads_to'
    """
    return _HIDDEN.sub(lambda match: f"‹U+{ord(match[0]):04X}›", text)


class Word(NamedTuple):
    """A parameter that is itself a phrase of the catalogue, so that it is said in the reader's language."""

    key: str
    params: tuple[tuple[str, str | Word], ...] = ()

    def in_(self, lang: Lang) -> str:
        """The phrase in this language."""
        return word(self.key, lang, **_spoken(dict(self.params), lang))

    def aloud(self) -> str:
        """The phrase as an exception says it: in the language that was asked for, or else in English, as tracebacks are."""
        return self.in_(asked_for() or "en")


def counted(key: str, count: int, **params: str) -> Word:
    """How many of something, as part of a sentence: the words for one, or for more.

    >>> counted("change.nodes", 1).in_("en"), counted("change.nodes", 2).in_("en")
    ('1 node', '2 nodes')
    """
    return Word(f"{key}.{'one' if count == 1 else 'more'}", (("count", str(count)), *params.items()))


_INNER = str.maketrans("«»“”", "‘’‘’")


def quoted(text: str) -> Word:
    """A name in quotation marks, as part of a sentence. Those that stand in it become inner ones.

    >>> quoted("«Bli kjent»-samtale").in_("nb"), quoted("«Bli kjent»-samtale").in_("en")
    ('«‘Bli kjent’-samtale»', '“‘Bli kjent’-samtale”')
    """
    return Word("quoted", (("text", text.translate(_INNER)),))


def percent(share: float | Fraction) -> Word:
    """A share in percent, without the sign: to the nearest whole number, but never 100 or 0 unless it is all or nothing.

    Near either end a decimal says what whole numbers would hide. See `virkningskjede.i18n.rounding`.

    Args:
        share: from 0 to 1; exact where both numbers can be very large.

    >>> [percent(share).in_("en") for share in (1, 299 / 300, 0.994, 0.625, 0.004, 0.0001, 0)]
    ['100', '99.7', '99', '63', '0.4', '0.1', '0']
    >>> percent(0.9999).in_("nb")
    '99,9'
    """
    digits = percent_digits(share)
    whole, _, tenth = f"{rounded_share(share, digits + 2) * 100:.{digits}f}".partition(".")
    return Word("percent.tenths", (("whole", whole), ("tenth", tenth))) if tenth else Word("percent.whole", (("whole", whole),))


Placeholders = Mapping[str, "str | Word"]


def message(code: str, params: Placeholders, lang: Lang) -> str:
    """What a code says is wrong, with its parameters filled in."""
    return MESSAGES[code].says.in_(lang).format_map(_spoken(params, lang))


def message_of_most(code: str, params: Placeholders, lang: Lang) -> str:
    """What a code says of a model, where it holds of most of what it could hold of."""
    message = MESSAGES[code]
    return (message.most or message.says).in_(lang).format_map(_spoken(params, lang))


def tip(code: str, params: Placeholders, lang: Lang) -> str:
    """What a code says to do, with its parameters filled in."""
    return MESSAGES[code].tip.in_(lang).format_map(_spoken(params, lang))


def _spoken(params: Placeholders, lang: Lang) -> dict[str, str]:
    return {name: value.in_(lang) if isinstance(value, Word) else value for name, value in params.items()}


def word(key: str, lang: Lang, /, **params: object) -> str:
    """A word or phrase of the interface.

    >>> word("stage.outcomes", "en")
    'Outcomes'
    """
    text = WORDS[key].in_(lang)
    return text.format(**params) if params else text


def reason(error: OSError, lang: Lang = DEFAULT_LANG) -> str:
    """Why the operating system could not do something, in the language; in its own words where we have none.

    >>> reason(IsADirectoryError(errno.EISDIR, "Is a directory"), "nb")
    'det er en mappe'
    """
    key = f"os.{errno.errorcode.get(error.errno or 0, '')}"
    return word_or(key, error.strerror or str(error), lang)


def unwritten(path: object, error: OSError, lang: Lang = DEFAULT_LANG) -> str:
    """That something cannot be written, and why. Where a name is missing then, it is that of the folder that it was to stand in.

    >>> unwritten("a/b.svg", FileNotFoundError(errno.ENOENT, "No such file or directory"), "nb")
    'Kan ikke skrive a/b.svg: mappen finnes ikke'
    """
    because = word("error.no_folder", lang) if error.errno == errno.ENOENT else reason(error, lang)
    return word("error.cannot_write", lang, path=path, reason=because)


def word_or(key: str, name: str, lang: Lang, /, **params: object) -> str:
    """A word or phrase for a field, a section, a unit or a choice of the format; where it has no words yet, its own name.

    >>> word_or("stage.outcomes", "outcomes", "en"), word_or("dose.distance", "distance", "en", amount="5 km")
    ('Outcomes', 'distance: 5 km')
    """
    return word(key, lang, **params) if key in WORDS else ": ".join((name, *map(str, params.values())))


def severity(level: Severity, lang: Lang) -> str:
    """The name of a severity.

    >>> severity("warning", "nb")
    'advarsel'
    """
    return word(f"severity.{level}", lang)
