"""Where the lines of a text begin. Only line feed and carriage return end a line, as in an editor."""

from __future__ import annotations

import bisect
import re

_LINE_END = re.compile(r"\r\n|\r|\n")

SHOWN_OF_LINE = 400
"""No more code points of a line are looked at to say what stands there: a hostile file is all one line."""


class Lines:
    """The lines of one text, looked through once, when the first of them is asked for.

    >>> Lines("a\\r\\nb\\u2028c").number(5)
    2
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []

    @property
    def starts(self) -> list[int]:
        """The first code point of each line."""
        if not self._starts:
            self._starts.append(0)
            self._starts.extend(match.end() for match in _LINE_END.finditer(self.text))
        return self._starts

    def number(self, index: int) -> int:
        """The line, from 1, of a code point."""
        return bisect.bisect(self.starts, index)

    def start(self, index: int) -> int:
        """The first code point of the line that a code point stands on."""
        return self.starts[self.number(index) - 1]

    def end(self, index: int) -> int:
        """The end of the line that a code point stands on, without what ends it."""
        number = self.number(index)
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        while end > self.starts[number - 1] and self.text[end - 1] in "\r\n":
            end -= 1
        return end

    def line(self, number: int) -> str:
        """A line by its number, without what ends it."""
        start = self.starts[number - 1]
        return self.text[start : self.end(start)]


def rest_of_line(text: str, index: int) -> str:
    """What stands on a line from a code point on, as far as it is worth showing."""
    return _LINE_END.split(text[index : index + SHOWN_OF_LINE], maxsplit=1)[0]


def before_on_line(text: str, index: int) -> str:
    """What stands on a line before a code point, as far as it is worth looking."""
    return _LINE_END.split(text[max(0, index - SHOWN_OF_LINE) : index])[-1]
