"""The pieces that a text in YAML falls into, as far as one can tell without knowing whether it hangs together.

Only what the parser has refused is looked at in this way: to say what a reader of the message should do, one must know which
bracket or quote is open, and what stands where.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import Literal, NamedTuple

PieceKind = Literal["text", "quoted", "block", "open", "close", "comma", "colon", "dash", "question", "comment", "name", "mark", "reserved"]
"""What a piece is: unquoted text, quoted text, the text under ``|`` or ``>``, a bracket or brace, a sign of YAML, a comment,
an anchor, alias or tag (``name``), ``---`` or ``...`` (``mark``), or a character that no text may begin with (``reserved``)."""


class Piece(NamedTuple):
    """A piece and its code points, first and last + 1. ``closed`` is False for quoted text that never ends."""

    kind: PieceKind
    start: int
    end: int
    closed: bool = True


BREAKS = "\r\n\x85\u2028\u2029"
"""What ends a line for the parser, which reads YAML 1.1. For an editor only the first two do."""

MOST_LOOKED_AT = 200_000
"""No more code points before a fault are looked at: in pieces, a hostile file of many megabytes would take minutes."""

MOST_LOOKED_AHEAD = 400
"""No more code points of the line behind a fault are looked at."""

KEPT_PIECES = 2_000
"""A hostile file has millions of pieces; only the ones nearest to the fault are of use."""

_B = BREAKS
_GAP = re.compile(rf"[ \t{_B}]*+")
_REST = re.compile(rf"[^{_B}]*+")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*+("?)', re.DOTALL)
_SINGLE = re.compile(r"'(?:[^']|'')*+('?)")
_NAME = re.compile(rf"[&*!][^ \t{_B},\[\]{{}}]*+")
_BLOCK_HEAD = re.compile(rf"[|>][-+0-9]*+[ \t]*+(?:(?<=[ \t])#[^{_B}]*+)?(?=[{_B}]|\Z)")
_BLOCK_LINE = re.compile(rf"(?:\r\n|[{_B}])( *+)([^ {_B}])?[^{_B}]*+")
_TOP_LINE = re.compile(r"[\r\n](?=[a-z])")
_MARK = re.compile(rf"(?:---|\.\.\.)(?=[ \t{_B}]|\Z)")
_BLANK = f" \t{_B}"


def _text(stops: str) -> re.Pattern[str]:
    """Unquoted text up to a colon with space behind it, a comment, the end of the line or one of the stops."""
    ends = f"[ \t{_B}{stops}]|\\Z"
    return re.compile(rf"(?:[^:# \t{_B}{stops}]|:(?!{ends})|(?<![ \t])#|[ \t]++(?![#{_B}{stops}]|\Z|:(?:{ends})))++")


_FLOW_STOPS = r",\[\]{}"
_IN_BLOCK, _IN_FLOW = _text(""), _text(_FLOW_STOPS)
_SIGNS: dict[str, PieceKind] = {"-": "dash", "?": "question", ":": "colon"}


def pieces(text: str, begin: int = 0) -> Iterator[tuple[Piece, int]]:
    """Each piece from a code point on, with how many brackets and braces are open after it.

    >>> [(piece.kind, depth) for piece, depth in pieces("a: [b]")]
    [('text', 0), ('colon', 0), ('open', 1), ('text', 1), ('close', 0)]
    """
    index = line = begin
    depth = 0
    owner = -1  # the column of the key or dash that a text under ``|`` belongs to
    last: Piece | None = None
    while True:
        start = _GAP.match(text, index).end()  # type: ignore[union-attr]  # it matches nothing, too
        broken = any(sign in BREAKS for sign in text[index:start])
        if broken:
            line = max(text.rfind(sign, index, start) for sign in BREAKS) + 1
        if start >= len(text):
            return
        piece = _piece(text, start, depth, start == line, start > index or start == begin, last)
        if piece.kind == "colon" and last is not None and not depth and not broken:
            owner = last.start - line
        elif piece.kind == "dash":
            owner = start - line
        elif piece.kind == "block":
            piece = piece._replace(end=_block_end(text, piece.end, owner))
        elif piece.kind == "open":
            depth += 1
        elif piece.kind == "close":
            depth = max(0, depth - 1)
        yield piece, depth
        last, index = piece, piece.end


def _piece(text: str, start: int, depth: int, first: bool, spaced: bool, last: Piece | None) -> Piece:
    sign, behind = text[start], text[start + 1 : start + 2]
    if first and (mark := _MARK.match(text, start)):
        return Piece("mark", start, mark.end())
    if sign == "#" and spaced:
        return Piece("comment", start, _end(_REST, text, start))
    if sign in "\"'":
        quoted = (_DOUBLE if sign == '"' else _SINGLE).match(text, start)
        assert quoted is not None  # it begins with the quote
        return Piece("quoted", start, quoted.end(), bool(quoted[1]))
    if sign in "[{" or sign in "]}":
        return Piece("open" if sign in "[{" else "close", start, start + 1)
    if sign == ",":
        return Piece("comma", start, start + 1)
    glued = (
        sign == ":" and depth and ((behind and behind in ",[]{}") or (last is not None and last.kind in ("quoted", "close") and not spaced))
    )
    if sign in _SIGNS and (not behind or behind in _BLANK or glued):
        return Piece(_SIGNS[sign], start, start + 1)
    if sign in "|>" and not depth and (head := _BLOCK_HEAD.match(text, start)):
        return Piece("block", start, head.end())
    if sign in "&*!":
        return Piece("name", start, _end(_NAME, text, start))
    if sign in "@`%|>#":
        return Piece("reserved", start, start + 1)
    return Piece("text", start, _end(_IN_FLOW if depth else _IN_BLOCK, text, start) or start + 1)


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else 0


def _block_end(text: str, end: int, owner: int) -> int:
    """Where the text under ``|`` ends: before the first line that stands no further in than what it belongs to."""
    while match := _BLOCK_LINE.match(text, end):
        if match[2] and len(match[1]) <= owner:
            break
        end = match.end()
    return end


def _beginning(text: str, at: int) -> int:
    """Where to begin to look: at the top, or in a very large file at a line that is not indented."""
    earliest = at - MOST_LOOKED_AT
    if earliest <= 0:
        return 0
    line = _TOP_LINE.search(text, earliest, at)
    return line.end() if line else earliest


class Outline:
    """The pieces up to the end of the line with one code point, and the brackets that are open where it stands.

    Attributes:
        pieces: in their order, without comments.
        open: the brackets and braces that are open at the code point, the outermost first.
        deep: the end of the first bracket that stands inside more than ``limit`` others, if one stands before the code point.
    """

    def __init__(self, text: str, at: int, limit: int) -> None:
        kept: deque[Piece] = deque(maxlen=KEPT_PIECES)
        self.open: list[Piece] = []
        self.deep: int | None = None
        end = min(_end(_REST, text, min(at, len(text))), at + MOST_LOOKED_AHEAD)
        for piece, depth in pieces(text, _beginning(text, at)):
            if piece.start > end:
                break
            if piece.kind != "comment":
                kept.append(piece)
            if piece.start >= at:
                continue
            if piece.kind == "open":
                self.open.append(piece)
                if depth > limit:
                    self.deep = piece.end
                    break
            elif piece.kind == "close":
                del self.open[-1:]
        self.pieces = tuple(kept)
