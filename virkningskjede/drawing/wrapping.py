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

LEAST = 3
"""A word that is broken keeps so many letters on its last line."""

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

_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_][-–/])(?=[^\W\d_])")


@lru_cache(maxsize=4096)
def width(text: str) -> float:
    """How wide a line of text is, in ems.

    >>> round(width("Nav"), 2)
    1.84
    """
    return sum(_WIDTHS.get(character) or _unlisted(character) for character in text)


def _unlisted(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.02
    return 0.9 if character.isupper() else 0.72


def wrap(text: str, room: float) -> tuple[str, ...]:
    """The text in lines no wider than ``room`` ems.

    Lines end between words; within a word only where it is wider than a line, and then after a hyphen of its own if it has one.

    >>> wrap("Terapeut og Nav-veileder er på legekontoret", 7)
    ('Terapeut og', 'Nav-veileder', 'er på', 'legekontoret')
    >>> wrap("Nav-veileder i kommuneøkonomien", 5)
    ('Nav-', 'veileder i', 'kommun-', 'eøkonom-', 'ien')
    >>> wrap("sykefraværsoppfølgingen", 12)
    ('sykefraværsoppfølgin-', 'gen')
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


def _pieces(text: str, room: float) -> Iterator[tuple[str, str]]:
    """The pieces between which a line may end, each with what joins it to the piece before."""
    for word in text.split():
        glue = " "
        for part in [word] if width(word) <= room else _AFTER_HYPHEN.split(word):
            for piece in _broken(part, room):
                yield glue, piece
                glue = ""


def _broken(word: str, room: float) -> list[str]:
    """The word in parts that fit, each but the last with a hyphen; one part when it fits whole."""
    if width(word) <= room:
        return [word]
    parts = [""]
    used = width("-")
    for character in word:
        step = width(character)
        if used + step > room and parts[-1]:
            parts[-1] += "-"
            parts.append("")
            used = width("-")
        parts[-1] += character
        used += step
    short = LEAST - len(parts[-1])
    if len(parts) > 1 and 0 < short < len(parts[-2]) - LEAST:  # a letter or two on a line of their own look like a mistake
        before = parts[-2].removesuffix("-")
        parts[-2:] = [f"{before[:-short]}-", before[-short:] + parts[-1]]
    return parts


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
    return max(map(width, text.split()), default=0.0)
