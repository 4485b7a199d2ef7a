"""A file as it is written: its keys, texts and comments, each where it stands, so that it can be written again in another layout.

Nothing is read anew. The reader says where every key and text stands; between two of them there are only signs, line ends and comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from virkningskjede.yamlfile.lines import Lines

LINE_END = re.compile(r"\r\n|\r|\n")

_COMMENT = re.compile(r"#[^\r\n]*")
_BESIDE = re.compile(r"([ \t]*)(#[^\r\n]*)")
_AFTER_COMMA = re.compile(r"[ \t]*,([ \t]*)(#[^\r\n]*)")
_AFTER_SIGN = re.compile(r"[ \t]*[:?-]([ \t]+)(#[^\r\n]*)")
_BLANK_LINE = re.compile(r"(?>\r\n|\r|\n)[ \t]*(?>\r\n|\r|\n)")
_CLOSING = {"{": "}", "[": "]"}


@dataclass(slots=True)
class Comment:
    """A comment.

    Attributes:
        text: from ``#`` to the end of the line.
        gap: the space before it, where it stands beside something.
        blank: whether a blank line stands before it, where it has a line of its own.
        column: the column of one that has a line of its own, from 0.
        start: its first code point.
    """

    text: str
    gap: str = ""
    blank: bool = False
    column: int = 0
    start: int = 0


@dataclass(slots=True)
class Text:
    """A key or a value that is neither a mapping nor a list, as it is written.

    Attributes:
        text: what stands there; nothing for a key without a value.
        value: what it is read as.
        column: the column that the key or dash which it belongs to stands in, from 0.
        ends_file: whether the file ends with it, without a line end.
        start: its first code point; of nothing, where it would stand.
    """

    text: str
    value: str | None
    column: int = 0
    ends_file: bool = False
    start: int = 0

    @property
    def end(self) -> int:
        """The code point after its last."""
        return self.start + len(self.text)

    @property
    def block(self) -> bool:
        """Whether it stands on the lines below ``|`` or ``>``."""
        return self.text[:1] in ("|", ">") and self.value is not None

    @property
    def several_lines(self) -> bool:
        """Whether it goes over more than one line."""
        return LINE_END.search(self.text) is not None


@dataclass(slots=True)
class Item:
    """A key with its value, or an item of a list.

    Attributes:
        key: the key; None in a list.
        value: the value.
        before: the comments above it.
        beside: the comment on the line of its value; of a value on lines of its own, that on the line of the key.
        blank: whether a blank line stands before it.
        start: its first code point: that of its key, its dash or its question mark.
    """

    key: Text | None
    value: Node
    before: list[Comment] = field(default_factory=list)
    beside: Comment | None = None
    blank: bool = False
    start: int = 0


@dataclass(slots=True)
class Collection:
    """A mapping or a list.

    Attributes:
        kind: which.
        flow: whether it stands in braces or brackets.
        items: what is in it.
        column: the column of its keys or dashes, where it stands on lines of its own.
        after: the comments after its last item.
        end: of what stands in braces or brackets, the code point after the closing one.
    """

    kind: Literal["mapping", "list"]
    flow: bool
    items: list[Item] = field(default_factory=list)
    column: int = 0
    after: list[Comment] = field(default_factory=list)
    end: int = 0

    def walk(self) -> Iterator[Item]:
        """Everything in it, at any depth, in order."""
        for item in self.items:
            yield item
            if isinstance(item.value, Collection):
                yield from item.value.walk()

    def comments(self) -> Iterator[Comment]:
        """Every comment in it, those of one item together."""
        for item in self.items:
            yield from item.before
            yield from () if item.beside is None else (item.beside,)
            yield from item.value.comments() if isinstance(item.value, Collection) else ()
        yield from self.after


Node = Text | Collection


def tree_of(text: str, values: dict[str, Any], marks: Any, start: int) -> Collection:
    """The tree of a file that was read without errors.

    Args:
        text: what the file holds, without a byte order mark.
        values: what was read.
        marks: where it stands.
        start: where the whole of it begins.
    """
    return _Walk(text).whole(values, marks, start)


class _Walk:
    """One walk through a file, from its beginning to its end. Used once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines(text)
        self.at = 0

    def whole(self, values: dict[str, Any], marks: Any, start: int) -> Collection:
        root = self._collection(values, marks, start, in_flow=False)
        for comment in self._comments(len(self.text)):
            self._innermost(root, comment).after.append(comment)
        return root

    def _collection(self, values: Any, marks: Any, start: int, *, in_flow: bool) -> Collection:
        sign = self.text[start : start + 1]
        braced = sign in _CLOSING
        made = Collection("mapping" if isinstance(values, dict) else "list", in_flow or braced, column=self._column(start))
        head: list[Comment] = []
        if braced:
            head = self._comments(start)
            self.at = start + 1
            beside = self._beside(_BESIDE)
            head += [] if beside is None else [beside]
        named = values.items() if isinstance(values, dict) else ((None, value) for value in values)
        for (name, value), mark in zip(named, marks, strict=True):
            item = self._item(made, name, value, mark)
            item.before[:0] = head
            head = []
            made.items.append(item)
        if braced:
            end = self._closing(_CLOSING[sign])
            made.after += head + self._comments(end)
            self.at = made.end = end + 1
        return made

    def _item(self, within: Collection, name: str | None, value: Any, mark: Any) -> Item:
        start, inner = mark[-2], mark[-1]
        first = mark[0].index if name is not None else start.index
        before, blank, begins = self._above(within, first)
        key = None
        column = within.column if not within.flow else 0
        if name is not None:
            key = Text(self.text[first : mark[1].index], name, column, start=first)
            self.at = mark[1].index
        item = Item(key, Text("", None, column, start=self.at), before, blank=blank, start=begins)
        if isinstance(value, dict | list):
            on_lines = not within.flow and self.text[start.index] not in _CLOSING
            item.beside = self._beside(_AFTER_SIGN) if on_lines and start.index > self.at else None
            if not on_lines:
                item.before += self._comments(start.index)
            item.value = self._collection(value, inner, start.index, in_flow=within.flow)
            if on_lines:
                return item
        elif value is not None or inner.index > start.index:
            item.before += self._comments(start.index)
            end = self._end_of(start.index, inner.index, column)
            ends_file = end == len(self.text) and self.text[-1] not in "\r\n"
            item.value = Text(self.text[start.index : end], value, column, ends_file, start.index)
            self.at = end
        elif name is not None:
            self._pass_sign()
        if isinstance(item.value, Text) and item.value.block:
            return item  # its last line has no room beside it, and it ends on the next one
        item.beside = self._beside(_BESIDE)
        if item.beside is None and within.flow and (behind := self._beside(_AFTER_COMMA)) is not None:
            if behind.text[1:2] in ("", " ", "\t", "#", "!"):
                item.beside = behind
            else:
                item.before.append(behind)  # right behind a text, without the comma, it would look like a part of it
        return item

    def _pass_sign(self) -> None:
        """Over the colon of a key without a value."""
        colon = re.compile(r"[ \t]*:").match(self.text, self.at)
        self.at = colon.end() if colon else self.at

    def _end_of(self, start: int, end: int, column: int) -> int:
        """Where a text ends. That on the lines below ``|`` ends before blank lines that are no part of it."""
        if self.text[start] not in "|>":
            return end
        header = LINE_END.split(self.text[start:end], maxsplit=1)[0]
        if "+" in header.partition("#")[0]:
            return end
        first = start + len(header)
        while end > first:
            line = max(self.text.rfind("\n", first, end), self.text.rfind("\r", first, end)) + 1
            if not line or end - line > column or self.text[line:end].strip(" "):
                break
            end = line - (2 if self.text[line - 2 : line] == "\r\n" else 1)
        return end

    def _above(self, within: Collection, first: int) -> tuple[list[Comment], bool, int]:
        """The comments between what came last and an item, whether a blank line stands right before it, and where the item begins.

        Those that stand further in than the item belong to what stands there: to the end of it.
        """
        gap = _COMMENT.sub(lambda comment: "#" * len(comment[0]), self.text[self.at : first])
        sign = gap.find("-" if within.kind == "list" else "?")
        own_from = first if sign < 0 else self.at + sign  # what stands behind the dash is the item's own, however far in
        above: list[Comment] = []
        for comment in self._comments(first):
            owner = within
            if not within.flow and not above and comment.start < own_from:
                owner = self._innermost(within, comment)
            (above if owner is within else owner.after).append(comment)
        return above, _BLANK_LINE.search(gap, gap.rfind("#") + 1) is not None, own_from

    @staticmethod
    def _innermost(within: Collection, comment: Comment) -> Collection:
        """What stands furthest in at the end of a collection, but no further in than a comment after it."""
        owner = within
        while owner.items:
            last = owner.items[-1].value
            if not isinstance(last, Collection) or last.flow or last.column > comment.column:
                break
            if last.column == owner.column == comment.column:
                break  # dashes in the column of their key: what stands there too is above the next key
            owner = last
        return owner

    def _comments(self, end: int) -> list[Comment]:
        """The comments from here to a place; they are passed."""
        comments: list[Comment] = []
        while match := _COMMENT.search(self.text, self.at, end):
            blank = _BLANK_LINE.search(self.text, self.at, match.start()) is not None
            comments.append(Comment(match[0].rstrip(), "", blank, self._column(match.start()), match.start()))
            self.at = match.end()
        self.at = max(self.at, end)
        return comments

    def _beside(self, pattern: re.Pattern[str]) -> Comment | None:
        """The comment that stands here on the same line, if there is one; it is passed."""
        match = pattern.match(self.text, self.at)
        if match is None:
            return None
        self.at = match.end()
        return Comment(match[2].rstrip(), match[1])

    def _closing(self, sign: str) -> int:
        """Where the bracket stands that ends what was read last."""
        at = self.at
        while self.text[at] != sign:
            comment = _COMMENT.match(self.text, at)
            at = comment.end() if comment else at + 1
        return at

    def _column(self, index: int) -> int:
        return index - self.lines.start(index)
