"""How many columns of a terminal a text takes, and what is padded and wrapped by them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

_NARROW = re.compile("[\x20-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\ufffd]*")
"""Letters, marks and arrows of which each takes one column."""


def columns(text: str) -> int:
    """How many columns a line takes: of Chinese, Japanese and Korean signs and of emoji two each, of accents by themselves none.

    >>> columns("blåbær"), columns("見る"), columns("e\\u0301")
    (6, 4, 1)
    """
    if _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # nearly all texts are told without it

    return cell_len(text)


def padded(text: str, width: int) -> str:
    """A line with spaces after it up to so many columns."""
    return text + " " * (width - columns(text))


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """A text broken over lines of so many columns; a word that is wider than a line is broken too.

    Args:
        text: the text.
        width: the columns.
        first: what begins the first line.
        rest: what begins the others.

    >>> wrapped("見る 見る", 6, "- ", "  ")
    ['- 見る', '  見る']
    """
    if _NARROW.fullmatch(text):
        if text and len(first) + len(text) <= width and not text.endswith(" "):
            return [first + text]  # nearly every cell of a table fits on its line
        return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return list(_lines(text.split(), width, first, rest))


def _lines(words: Iterable[str], width: int, first: str, rest: str) -> Iterator[str]:
    line, used, empty = first, columns(first), True
    for word in words:
        wide = columns(word)
        if not empty and used + 1 + wide <= width:
            line, used = f"{line} ", used + 1
        elif not empty and (wide <= width - columns(rest) or used + 1 >= width):
            yield line
            line, used = rest, columns(rest)
        elif not empty:
            line, used = f"{line} ", used + 1  # a word that is too wide for any line begins on this one
        if used + wide <= width:
            line, used, empty = line + word, used + wide, False
            continue
        for sign in word:  # sign by sign, since a word can be as long as a file
            size = columns(sign)
            if used + size > width and not empty:
                yield line.rstrip(" ")
                line, used = rest, columns(rest)
            line, used, empty = line + sign, used + size, False
    if not empty:
        yield line
