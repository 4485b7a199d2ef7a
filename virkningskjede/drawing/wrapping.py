"""Text in lines: measured widths, so that a label fits its box whatever fonts a machine has.

Widths are in ems (1 em is the font size). They are the greater of Helvetica's, which Arial and Liberation Sans share, and those of
DejaVu Sans Condensed, rounded up: the fonts that a picture asks for, in `FONTS`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

FONTS = "Arial,Helvetica,Liberation Sans,DejaVu Sans Condensed,sans-serif"
"""Font families, the best first. All but the last are as wide as `width` says, or narrower."""

LINE = 1.2
"""From one line to the next, in ems, as Graphviz sets text."""

_CLASSES = {
    0.3: " ',./:;I\\ijl|·",
    0.36: "!()-[]ft",
    0.42: '"r',
    0.5: "*J`csz",
    0.56: "?L_aekovxy«»åé–",
    0.6: "$0123456789bdghnpqu{}",
    0.66: "FTZø",
    0.72: "&ABCDEHKNPRSUVXYÅ",
    0.78: "#+<=>GOQ^w~±Ø",
    0.9: "%Mmæ",
    1.02: "@WÆ…",
}
_WIDTHS = {character: width for width, characters in _CLASSES.items() for character in characters}

SOFT_HYPHEN = "\u00ad"
"""Where a word may be parted, with a hyphen. Where it may be parted without one stands a zero-width space."""

_INVISIBLE = re.compile("[\u00ad\u200b]")

_SPACE = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""What a line may end at: space, but for the three that hold together what stands on either side."""

_IS_WORD = re.compile(r"[«“\"(\[]*[^\W\d_\u1100-\uffff]+(?:['’][^\W\d_\u1100-\uffff]+)*[^\w\s]*")
"""A word of an alphabet with hyphens: not an address or a name with signs in it, and no script that is written without spaces."""

_ONSET = re.compile(r"(?:[ptkbdgfv]r|[pkbgf]l|k[vn]|gn|skj|[kths]j|[bcdfghjklmnpqrstvwxz])[aeiouyæøåäöéáüo]", re.IGNORECASE)
"""How a syllable begins."""

_MIDDLE_OF_ONSET = re.compile(r"(?:[ptkbdgfv]r|[pkbgf]l|k[vn]|gn|kj|[kths]j)[aeiouyæøåäöéáü]", re.IGNORECASE)
"""What no line ends in the middle of."""

_SHORTEST = 3
"""So many letters of a word stand on a line at least."""

_SIGN = re.compile(r"[/._?&=:,;+-]+")

_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_][-–/])(?=[^\W\d_])")


@lru_cache(maxsize=4096)
def width(text: str) -> float:
    """How wide a line of text is, in ems.

    >>> round(width("Nav"), 2)
    1.84
    """
    return sum(_WIDTHS.get(character) or _unlisted(character) for character in text)


def _unlisted(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):  # marks on what stands before, and signs that are not drawn
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.02
    return 0.9 if character.isupper() else 0.72


def wrap(text: str, room: float) -> tuple[str, ...]:
    """The text in lines no wider than ``room`` ems.

    Lines end between words, but not at a no-break space. Within a word they end only where it is wider than a line: after a hyphen of its
    own if it has one, where the author has put a soft hyphen or a zero-width space, and else before a syllable. What is no word, such as
    an address, gets no hyphen that is not its own.

    >>> wrap("Terapeut og Nav-veileder er på legekontoret", 7)
    ('Terapeut og', 'Nav-veileder', 'er på', 'legekontoret')
    >>> wrap("Nav-veileder i kommuneøkonomien", 5)
    ('Nav-', 'veileder i', 'kommu-', 'neøkono-', 'mien')
    """
    lines: list[str] = []
    used = 0.0
    for glue, piece in _pieces(text, room):
        wide = width(glue + piece)
        if lines and used + wide <= room:
            lines[-1] += glue + piece
            used += wide
        else:
            lines.append(piece)
            used = width(piece)
    return tuple(lines) or ("",)


def _words(text: str) -> list[str]:
    """The text between the spaces at which a line may end."""
    return [word for word in _SPACE.split(text) if word]


def _pieces(text: str, room: float) -> Iterator[tuple[str, str]]:
    """The pieces between which a line may end, each with what joins it to the piece before."""
    for word in _words(text):
        glue = " "
        whole = _INVISIBLE.sub("", word)
        for part in [whole] if width(whole) <= room else _AFTER_HYPHEN.split(word):
            for piece in _at_marks(part, room):
                yield glue, piece
                glue = ""


def _at_marks(word: str, room: float) -> Iterator[str]:
    """The word in parts that fit, ended where the author has marked that it may be; whatever is still too wide is broken."""
    pieces = _INVISIBLE.split(word)
    marks = [*_INVISIBLE.findall(word), ""]
    line = ""
    for number, piece in enumerate(pieces):
        hyphen = "-" if marks[number] == SOFT_HYPHEN else ""
        if line and width(line + piece + hyphen) > room:
            yield line + ("-" if marks[number - 1] == SOFT_HYPHEN else "")
            line = ""
        *broken, line = _broken(line + piece, room - width(hyphen))
        yield from broken
    yield line


def _broken(word: str, room: float) -> list[str]:
    """The word in parts that fit, each but the last with a hyphen where it is a word; one part when it fits whole."""
    parts = []
    hyphen = "-" if _IS_WORD.fullmatch(word) else ""
    while width(word) > room and len(word) > 1:
        most, used = 0, width(hyphen)
        while most < len(word) and used + width(word[most]) <= room:
            used += width(word[most])
            most += 1
        end = _syllable(word, most) if hyphen else _after_sign(word, most)
        parts.append(word[:end] + hyphen)
        word = word[end:]
    return [*parts, word]


def _syllable(word: str, most: int) -> int:
    """The last place, of so many letters, at which a syllable begins; where there is none near, the last letter that has room.

    It is the rule of the last consonant: it goes with the vowel after it, and so does what no syllable ends with, such as *pr* and *kl*.
    """
    for place in range(most, max(_SHORTEST, most // 2) - 1, -1):
        onset = _ONSET.match(word, place)
        after_vowel_or_whole = not _MIDDLE_OF_ONSET.match(word, place - 1)
        if onset and after_vowel_or_whole and len(word) - place >= _SHORTEST:
            return place
    return max(most, 1)


def _after_sign(word: str, most: int) -> int:
    """The last place, of so many characters, after a sign that parts an address or a name; the last that has room where there is none."""
    place = max((sign.end() for sign in _SIGN.finditer(word, 0, most)), default=0)
    return place if place > most // 2 else max(most, 1)


def balanced(text: str, room: float) -> tuple[str, ...]:
    """The text in as few lines as `wrap` needs, made as even as they can be without breaking words.

    >>> balanced("Nav kommer sent inn og følger lite opp", 15)
    ('Nav kommer sent', 'inn og følger lite opp')
    """
    lines = wrap(text, room)
    narrow, wide = min(room, max(longest_word(text), room / 2)), room
    while len(lines) > 1 and wide - narrow > 0.25:
        middle = (narrow + wide) / 2
        tried = wrap(text, middle)
        if len(tried) == len(lines):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def longest_word(text: str) -> float:
    """How wide the widest word is, in ems."""
    return max(map(width, _words(text)), default=0.0)
