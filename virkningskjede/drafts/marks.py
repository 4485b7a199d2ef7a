"""Our comments in Markdown: HTML comments that begin with ``vk:`` or ``/vk``, outside of code."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

_TOKEN = re.compile(r"\\.|`+|<!--", re.DOTALL)
_BACKTICKS = re.compile("`+")
_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`\r\n]*(?:[\r\n]|\Z))|~{3,})")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_INDENTED = re.compile(r" {4}| {0,3}\t")
_BLANK = re.compile(r"[ \t]*(?=[\r\n]|\Z)")
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*(?=[\r\n]|\Z)")
_LINE_END = re.compile(r"\r\n?|\n")
_OPENING = re.compile(r"<!--\s*vk\s*:")
_CLOSING = re.compile(r"<!--\s*/\s*vk\s*-->")
_ARROW = "-->"


class Comment(NamedTuple):
    """A comment that is ours.

    Attributes:
        kind: ``opening``, ``closing``, or ``broken`` for one that opens a mark but never ends with ``-->``.
        start: its first code point.
        end: the one after its last.
        inside: of an opening one, the first code point after ``vk:``.
    """

    kind: Literal["opening", "closing", "broken"]
    start: int
    end: int
    inside: int


def comments(text: str) -> Iterator[Comment]:
    """Our comments, in order. Those in blocks of code (fenced or indented) and in code spans are not ours.

    >>> [comment.kind for comment in comments("<!-- vk: claim: x -->five<!-- /vk --> and `<!-- /vk -->`")]
    ['opening', 'closing']
    """
    return _Scanner(text).comments()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.after_blank = True
        self.in_list = False
        self.paragraph_end = 0
        self.runs: dict[int, list[int]] = {}  # where runs of backticks in the paragraph begin, by how many there are

    def comments(self) -> Iterator[Comment]:
        while self.at < len(self.text):
            at_start = self.at == 0 or self.text[self.at - 1] in "\r\n"
            if not (at_start and self._skip_code()):
                yield from self._in_line()

    def _skip_code(self) -> bool:
        """Go past a block of code, or a line of one, that begins here."""
        indented = not self.in_list and _INDENTED.match(self.text, self.at) is not None
        fence = _FENCE.match(self.text, self.at)
        if fence is not None and not indented:
            self.at = self._after_fence(fence[1])
            self.after_blank = True
            return True
        blank = _BLANK.match(self.text, self.at) is not None
        code = indented and self.after_blank and not blank
        if _ITEM.match(self.text, self.at):
            self.in_list = True
        elif self.after_blank and not blank and not self.text.startswith((" ", "\t"), self.at):
            self.in_list = False
        self.after_blank = blank or code
        if blank or code:
            self.at = self._line_end(self.at)
        return blank or code

    def _line_end(self, at: int) -> int:
        match = _LINE_END.search(self.text, at)
        return match.end() if match else len(self.text)

    def _after_fence(self, fence: str) -> int:
        closing = re.compile(rf"[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*(?:\r\n?|\n|\Z)")
        at = self._line_end(self.at)
        while at < len(self.text):
            match = closing.match(self.text, at)
            if match:
                return match.end()
            at = self._line_end(at)
        return at

    def _in_line(self) -> Iterator[Comment]:
        """The comments that begin in this line. What begins in it may end in another."""
        end = self._line_end(self.at)
        while self.at < end:
            token = _TOKEN.search(self.text, self.at, end)
            self.at = token.end() if token is not None else end
            if token is not None and token[0].startswith("`"):
                self._skip_code_span(len(token[0]))
            elif token is not None and token[0] == "<!--":
                yield from self._comment(token.start())

    def _skip_code_span(self, length: int) -> None:
        if self.at >= self.paragraph_end:
            match = _BLANK_LINE.search(self.text, self.at)
            self.paragraph_end = match.start() if match else len(self.text)
            self.runs.clear()
            # Once for a paragraph: looked for anew from each, as many as there can be would be passed as many times.
            for run in _BACKTICKS.finditer(self.text, self.at, self.paragraph_end):
                self.runs.setdefault(len(run[0]), []).append(run.start())
        same = self.runs.get(length, [])
        closing = bisect_left(same, self.at)
        if closing < len(same):
            self.at = same[closing] + length

    def _comment(self, start: int) -> Iterator[Comment]:
        arrow = self.text.find(_ARROW, start + 2)  # `<!-->` is a whole comment too
        self.at = len(self.text) if arrow < 0 else arrow + len(_ARROW)
        opening = _OPENING.match(self.text, start, self.at)
        if opening is not None:
            yield Comment("broken" if arrow < 0 else "opening", start, self.at, opening.end())
        elif _CLOSING.match(self.text, start, self.at):
            yield Comment("closing", start, self.at, self.at)
