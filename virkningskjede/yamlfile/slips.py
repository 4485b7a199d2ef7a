"""What somebody new to YAML probably meant, where the parser gave up.

A slip is recognised by where the parser stopped, by the character there and by what stands around it; never by the parser's own
words, which are English and change from version to version. What is not recognised gets a general sentence.
"""

from __future__ import annotations

import bisect
import re
from typing import NamedTuple

from virkningskjede.diagnostics import shorten
from virkningskjede.i18n import Word, counted, marked
from virkningskjede.yamlfile.characters import LOOK_ALIKES, ODD, ODD_RUN, QUOTES, code_point, named
from virkningskjede.yamlfile.lines import Lines, before_on_line, rest_of_line
from virkningskjede.yamlfile.pieces import Outline, Piece

LONGEST_SHOWN = 80
"""A text of the file that is shown with the mending in it is cut after this many characters."""

_CONFLICT = re.compile(r"<{7}|>{7}|={7}$|\|{7}")
_GLUED = re.compile(r"([\"']?[^\s:\"'#{}\[\],]+[\"']?):(?=[^\s:/\d])")
_GLUED_DASH = re.compile(r"-[^\s\d-][^\s:]*:(?=\s|$)")
_LIKE_A_KEY = re.compile(r"(?:.*[ \t])?([a-z][a-z_]*)$", re.DOTALL)
_VALUE_BEFORE = {"text", "quoted", "close", "name"}
_KEY_PIECES = {"text", "quoted", "name"}
_ESCAPE_LENGTH = 10


class Slip(NamedTuple):
    """What is wrong, what to do, and the code points that it is about, first and last + 1."""

    problem: Word
    advice: Word
    start: int
    end: int


def phrase(name: str, /, **texts: str) -> Word:
    """A phrase of the catalogue with pieces of the file in it, cut and made visible."""
    return Word(name, tuple((part, shorten(marked(text[: 4 * LONGEST_SHOWN]), LONGEST_SHOWN)) for part, text in texts.items()))


def in_quotes(text: str) -> str:
    """A text as it can stand in YAML whatever is in it. Quotation marks around it that are not YAML's are taken off.

    >>> in_quotes("“Klubb: lesing”"), in_quotes('si "hei"')
    ('"Klubb: lesing"', '\\'si "hei"\\'')
    """
    bare = text.strip()
    if len(bare) > 2 and bare[0] == bare[-1] and bare[0] in "'\"" and not _quotes_pair(bare):
        bare = bare[1:-1]  # the quotes were meant to stand around all of it, and another stands inside
    if len(bare) > 1 and bare[-1] in QUOTES.get(bare[0], "") and not set(bare[1:-1]) & set(QUOTES):
        bare = bare[1:-1]
    if '"' in bare or "\\" in bare:
        return "'" + bare.replace("'", "''") + "'"
    return f'"{bare}"'


def _quotes_pair(text: str) -> bool:
    """Whether the quotes of a text that begins and ends with one stand around parts of it, as in ``'a' and 'b'``."""
    inner = [match.start() for match in re.finditer(text[0], text[1:-1])]  # counted from the second character
    closing = all(text[place] != " " and text[place + 2] in " ,.;:!?)" for place in inner[::2])
    opening = all(text[place] in " (" and text[place + 2] != " " for place in inner[1::2])
    return bool(inner) and len(inner) % 2 == 0 and closing and opening


def recognise(text: str, at: int, since: int | None, limit: int) -> Slip:
    """The slip that made the parser stop.

    Args:
        text: the whole text.
        at: the code point where the parser stopped.
        since: the code point where what it was reading then began, if it says so.
        limit: the deepest nesting.
    """
    return _Fault(text, min(at, len(text)), since, limit).slip()


def text_advice(text: str, start: int, code: str) -> Word | None:
    """What to do about an anchor or a tag that stands where a text begins: it may be no more than a text."""
    own, before = rest_of_line(text, start), before_on_line(text, start)
    key = re.search(r"([^\s:,{\[\"']+): *$", before)
    if key is None or own[1:2] in ("!", ""):
        return None
    if "{" in before or "[" in before:
        own = re.split(r"[,\]}]", own)[0]
    return phrase(f"slip.text.advice.{code}", shown=f"{key[1]}: {in_quotes(own)}")


def glued_dash(text: str, start: int) -> Word | None:
    """What to do about a key that begins with a dash, as in ``-to: b``; None when it does not."""
    line = rest_of_line(text, start)
    return phrase("slip.glued_dash.advice", shown=f"- {line[1:]}") if _GLUED_DASH.match(line) else None


def _start(piece: Piece) -> int:
    return piece.start


class _Fault:
    """The surroundings of the place where the parser stopped."""

    def __init__(self, text: str, at: int, since: int | None, limit: int) -> None:
        self.text, self.at = text, at
        self.lines = Lines(text)
        outline = Outline(text, at, limit)
        self.pieces, self.open = outline.pieces, outline.open
        self.since = since if since is not None and since <= at else at
        count = sum(piece.start < at for piece in self.pieces)
        self.before = self.pieces[count - 1] if count else None
        self.here = self.pieces[count] if count < len(self.pieces) else None
        self.count = count

    def slip(self) -> Slip:
        """The first that applies. Those that leave no doubt come first."""
        return (
            self._conflict()
            or self._quote()
            or self._tab()
            or self._character()
            or self._colon()
            or self._sign()
            or self._bracket()
            or self._rest()
            or self._line_without_colon()
            or self._indentation()
            or self._general()
        )

    # What one needs to know of a place.

    def _number(self, index: int) -> int:
        return self.lines.number(index)

    def _column(self, index: int) -> int:
        return index - self.lines.start(index)

    def _indent(self, index: int) -> int:
        """How many spaces the line of a code point begins with."""
        line = self.text[self.lines.start(index) : self.lines.end(index)]
        return len(line) - len(line.lstrip(" "))

    def _is_first(self, piece: Piece) -> bool:
        return not self.text[self.lines.start(piece.start) : piece.start].strip(" \t")

    def _on_line(self, index: int) -> list[Piece]:
        """The pieces that begin on the line of a code point. They are looked up, for a list has as many lines as a file."""
        first = bisect.bisect_left(self.pieces, self.lines.start(index), key=_start)
        return list(self.pieces[first : bisect.bisect_right(self.pieces, self.lines.end(index), key=_start)])

    def _value_end(self, start: int) -> int:
        """Where a text that begins at a code point probably ends: at the end of its line, or at the comma or bracket after it."""
        end = self.lines.end(start)
        depth = 0
        for piece in self.pieces:
            if piece.start < start or piece.start >= end:
                continue
            if piece.kind == "open":
                depth += 1
            elif piece.kind == "close" and depth:
                depth -= 1
            elif self.open and piece.kind in ("comma", "close"):
                return piece.start
        comment = re.search(r"[ \t]#", self.text[start:end])
        return start + comment.start() if comment else end

    def _key_before(self, index: int) -> tuple[Piece, Piece] | None:
        """The key and the colon that a place is the value of, on the same line and in the same brackets."""
        depth = 0
        first: tuple[Piece, Piece] | None = None
        for position in range(len(self.pieces) - 1, -1, -1):
            piece = self.pieces[position]
            if piece.start >= index:
                continue
            if self._number(piece.start) != self._number(index):
                break
            if piece.kind == "close":
                depth += 1
            elif piece.kind == "open" and depth:
                depth -= 1
            elif not depth and piece.kind in ("open", "comma", "dash"):
                break
            elif not depth and piece.kind == "colon" and position and self.pieces[position - 1].kind in _KEY_PIECES:
                first = self.pieces[position - 1], piece  # of several colons the first is the key's
        return first

    def _mended(self, key: Piece | None, start: int, end: int) -> str:
        """A value in quotes, with its key in front."""
        quoted = in_quotes(self.text[start:end])
        return f"{self.text[key.start : key.end]}: {quoted}" if key else quoted

    # The slips.

    def _conflict(self) -> Slip | None:
        for index in (self.since, self.at, self.before.start if self.before else self.at):
            start, end = self.lines.start(index), self.lines.end(index)
            if _CONFLICT.match(self.text[start:end]):
                return Slip(Word("slip.conflict"), Word("slip.conflict.advice"), start, end)
        return None

    def _quote(self) -> Slip | None:
        """A quote that is not closed, or that has something in it that cannot stand there."""
        quoted = self.before if self.before and self.before.kind == "quoted" and self.before.end > self.at else None
        if quoted is None and self.before and self.before.kind == "quoted" and not self.before.closed:
            quoted = self.before
        if quoted is None and self.here and self.here.kind == "quoted" and not self.here.closed and self.here.start <= self.at:
            quoted = self.here
        if quoted is None and self.before and self.here and self.before.kind == "quoted" and self.here.kind in _KEY_PIECES:
            if self._number(self.before.start) < self._number(self.before.end) == self._number(self.here.start):
                return self._open_quote(self.before)  # it was closed by the quote that should begin another text
        if quoted is None:
            return None
        slash = self.text.rfind("\\", max(quoted.start, self.at - _ESCAPE_LENGTH), self.at + 1)
        if slash >= 0 and self.text[quoted.start] == '"' and self._number(slash) == self._number(self.at):
            if quoted.closed and self._number(quoted.start) == self._number(quoted.end):
                inside = self.text[quoted.start + 1 : quoted.end - 1]
                key = self._key_before(quoted.start)
                single = "'" + inside.replace("'", "''") + "'"
                shown = f"{self.text[key[0].start : key[0].end]}: {single}" if key else single
                return Slip(Word("slip.escape"), phrase("slip.escape.advice", shown=shown), slash, slash + 1)
            if quoted.closed:
                return Slip(Word("slip.escape"), Word("slip.escape.plain_advice"), slash, slash + 1)
        return self._open_quote(quoted)

    def _open_quote(self, quoted: Piece) -> Slip:
        sign = self.text[quoted.start]
        key = self._key_before(quoted.start)
        content = self.text[quoted.start + 1 : self._value_end(quoted.start)].strip()
        shown = f"{sign}{content}{sign}" if sign == "'" or "\\" not in content else in_quotes(content)
        shown = f"{self.text[key[0].start : key[0].end]}: {shown}" if key else shown
        return Slip(phrase("slip.quote", sign=sign), phrase("slip.quote.advice", shown=shown, sign=sign), quoted.start, quoted.start + 1)

    def _tab(self) -> Slip | None:
        start = self.lines.start(self.at)
        indentation = re.match(r"[ \t]*", self.text[start : self.lines.end(self.at)])
        assert indentation is not None  # it matches nothing, too
        tab = indentation[0].find("\t")
        if tab >= 0 and start + indentation.end() >= self.at:
            return Slip(Word("slip.tab"), Word("slip.tab.advice"), start + tab, start + tab + 1)
        if self.text[self.at : self.at + 1] == "\t":
            return Slip(Word("slip.tab_inside"), Word("slip.tab_inside.advice"), self.at, self.at + 1)
        return None

    def _character(self) -> Slip | None:
        """A character that does not show, or a look-alike of a colon, where YAML wants a space or a sign."""
        previous = self.before.start if self.before else self.at
        for index in dict.fromkeys((self.at, self.since, previous)):
            if odd := self._odd_on_line(index):
                return odd
            start, end = self.lines.start(index), self.lines.end(index)
            for position in range(start, min(end, start + 200)):
                character = self.text[position]
                if LOOK_ALIKES.get(character) == ":":
                    problem = phrase("slip.look_alike", character=character, code=code_point(character), sign=":")
                    return Slip(problem, phrase("slip.look_alike.advice", sign=":"), position, position + 1)
                if character == ":":
                    break
        return None

    def _odd_on_line(self, index: int) -> Slip | None:
        """A character that does not show before a key, behind a colon or just here."""
        start, end = self.lines.start(index), self.lines.end(index)
        for odd in ODD_RUN.finditer(self.text, start, end):
            ahead = self.text[start : odd.start()]
            if not ahead.strip(" -\t") or ahead.endswith(":") or odd[0][0] in "\x85\u2028\u2029" or odd.end() >= self.at >= odd.start():
                return odd_character(self.text, odd.start(), odd.end())
        return None

    def _colon(self) -> Slip | None:
        """A colon where no key can end."""
        if self.text[self.at : self.at + 1] != ":":
            return None
        key = self._key_before(self.at)
        if key is not None:
            return self._colon_in_text(*key)
        around = next((piece for piece in self.pieces if piece.start < self.at < piece.end), None)
        if around is not None and around.kind == "text":
            return self._glued(around.start)
        previous = self._last_on_earlier_line()
        if previous is None:
            return None
        own = self._on_line(self.at)[0]
        if own.kind in ("reserved", "name"):
            return self._reserved(own.start, None)
        if self.open:
            return self._unclosed(self.at) or self._missing_comma(previous)
        line = self._on_line(previous.start)
        first = line[0]
        if odd := self._odd_on_line(previous.start):
            return odd
        if not any(piece.kind == "colon" for piece in line):
            content = first if first.kind != "dash" else line[1] if len(line) > 1 else first
            if glued := self._glued(content.start):
                return glued
            if first.kind == "text":
                return self._no_colon(first)
        return self._wrong_indentation(self.lines.start(self.at) + self._indent(self.at))

    def _last_on_earlier_line(self) -> Piece | None:
        number = self._number(self.at)
        return next((piece for piece in reversed(self.pieces[: self.count]) if self._number(piece.start) < number), None)

    def _colon_in_text(self, key: Piece, colon: Piece) -> Slip:
        value = next(piece for piece in self.pieces if piece.start > colon.start)
        if value.kind == "quoted" and value.end < self.at and (slip := self._after_value(value)):
            return slip
        end = self._value_end(self.at)
        words = self.text[value.start : self.at]
        shown = self._mended(key, value.start, end)
        later = _LIKE_A_KEY.match(words)
        if self.open and later and later.start(1) > 0:
            start = value.start + later.start(1)
            with_comma = f"{self.text[key.start : key.end]}: {self.text[value.start : start].rstrip(' ;')}, {self.text[start:end].rstrip()}"
            advice = phrase("slip.comma_or_quotes.advice", comma=with_comma, shown=shown)
            return Slip(phrase("slip.comma_or_quotes", key=later[1]), advice, start, self.at + 1)
        problem = phrase("slip.colon", text=words)
        if later and not self.open and later.start(1) == 0:
            braces = f"{self.text[key.start : key.end]}: {{{self.text[value.start : end].strip()}}}"
            return Slip(problem, phrase("slip.braces_or_quotes.advice", braces=braces, shown=shown), self.at, self.at + 1)
        return Slip(problem, phrase("slip.quotes.advice", shown=shown), self.at, self.at + 1)

    def _missing_comma(self, previous: Piece) -> Slip:
        start, end = previous.start, previous.end
        shown = self.text[self.lines.start(start) : end].strip()
        return Slip(Word("slip.comma"), phrase("slip.comma.advice", shown=f"{shown},"), start, end)

    def _glued(self, start: int) -> Slip | None:
        """A colon with no space behind it, as in ``label:Klubb``."""
        end = self._value_end(start)
        match = _GLUED.match(self.text, start, end)
        if match is None:
            return None
        shown = f"{match[1]}: {self.text[match.end() : end].strip()}"
        return Slip(Word("slip.glued"), phrase("slip.glued.advice", shown=shown), match.end() - 1, match.end())

    def _no_colon(self, piece: Piece) -> Slip:
        end = self._value_end(piece.start)
        words = self.text[piece.start : end].strip()
        key, sign, value = words.partition("=")
        if not sign:
            key, _, value = words.partition(" ")
        shown = f"{key.strip()}: {value.strip()}".strip()
        return Slip(
            phrase("slip.no_colon", text=words), phrase("slip.no_colon.advice", shown=shown), piece.start, max(end, piece.start + 1)
        )

    def _sign(self) -> Slip | None:
        """A text that begins with a character that YAML keeps for itself."""
        for index in dict.fromkeys((self.at, self.since)):
            piece = next((part for part in self.pieces if part.start <= index < part.end), None)
            if piece is None or piece.kind not in ("reserved", "name", "dash", "question", "comma"):
                continue
            if piece.kind == "name" and self.at >= piece.end + 1 and index != self.at:
                continue
            if self.text.startswith("```", piece.start):
                return Slip(Word("slip.fence"), Word("slip.fence.advice"), piece.start, piece.start + 3)
            if piece.kind == "comma" and self.open and self.before and self.before.kind in ("comma", "open"):
                return Slip(Word("slip.two_commas"), Word("slip.two_commas.advice"), piece.start, piece.end)
            if piece.kind == "comma" and (self.open or (self.before and self.before.kind != "colon")):
                continue
            if piece.kind == "dash" and self._is_first(piece):
                continue  # an item of a list that stands too far in or out
            key = self._key_before(piece.start)
            if piece.kind == "dash" and key:
                advice = phrase("slip.dash.advice", shown=self._mended(key[0], piece.start, self._value_end(piece.start)))
                return Slip(Word("slip.dash"), advice, piece.start, piece.end)
            return self._reserved(piece.start, key[0] if key else None)
        if (
            self.before
            and self.before.kind == "name"
            and self.before.end <= self.at
            and self.here
            and self._same_line(self.before, self.here)
        ):
            key = self._key_before(self.before.start)
            return self._reserved(self.before.start, key[0] if key else None)
        return None

    def _same_line(self, first: Piece, second: Piece) -> bool:
        return self._number(max(first.start, first.end - 1)) == self._number(second.start)

    def _reserved(self, start: int, key: Piece | None) -> Slip:
        shown = self._mended(key, start, self._value_end(start))
        return Slip(phrase("slip.sign", sign=self.text[start]), phrase("slip.quotes.advice", shown=shown), start, start + 1)

    def _bracket(self) -> Slip | None:
        sign = self.text[self.at : self.at + 1]
        if sign and sign in "]}":
            if not self.open:
                return Slip(phrase("slip.extra", sign=sign), phrase("slip.extra.advice", sign=sign), self.at, self.at + 1)
            opened = self.text[self.open[-1].start]
            if "[]{}".find(sign) != "[]{}".find(opened) + 1:
                line = str(self._number(self.open[-1].start))
                right = "]" if opened == "[" else "}"
                problem = phrase("slip.mismatch", sign=sign, opened=opened, line=line)
                return Slip(problem, phrase("slip.mismatch.advice", right=right, sign=sign), self.at, self.at + 1)
        return self._unclosed(self.at)

    def _unclosed(self, index: int) -> Slip | None:
        """A bracket that was opened on a line before, where the line of this place is no further in or the text ends."""
        at_end = not self.text[index:].strip()
        for bracket in reversed(self.open):
            further_in = self._indent(index) > self._indent(bracket.start)
            if at_end or (self._number(bracket.start) < self._number(index) and not further_in):
                opened = self.text[bracket.start]
                comment = re.search(r"[ \t](#.*)", self.text[bracket.start : self.lines.end(bracket.start)])
                if comment and self._number(bracket.start) < self._number(index):
                    start = bracket.start + comment.start(1)
                    shown = in_quotes(re.split(r"[,\]}]", comment[1])[0])
                    return Slip(phrase("slip.comment", sign=opened), phrase("slip.comment.advice", shown=shown), start, start + 1)
                closing = "]" if opened == "[" else "}"
                advice = phrase("slip.unclosed.advice", sign=closing)
                return Slip(phrase("slip.unclosed", sign=opened), advice, bracket.start, bracket.start + 1)
        return None

    def _rest(self) -> Slip | None:
        """Something behind a value that is already finished."""
        if self.before is None or self.here is None or not self._same_line(self.before, self.here):
            return None
        return self._after_value(self.before) if self.before.kind in _VALUE_BEFORE else None

    def _after_value(self, value: Piece) -> Slip | None:
        position = self.pieces.index(value)
        behind = self.pieces[position + 1] if position + 1 < len(self.pieces) else None
        if behind is None:
            return None
        if value.kind == "quoted" and self._number(value.start) < self._number(value.end - 1):
            return self._open_quote(value)  # it was closed by the quote that should begin another text
        if behind.kind == "comma" and not self.open:
            shown = self.text[self.lines.start(value.start) : behind.start].strip()
            return Slip(Word("slip.comma_end"), phrase("slip.comma_end.advice", shown=shown), behind.start, behind.end)
        after = self.pieces[position + 2] if position + 2 < len(self.pieces) else None
        if self.open and behind.kind in _KEY_PIECES and after and after.kind == "colon" and self._same_line(behind, after):
            shown = self.text[self.lines.start(value.start) : value.end].strip()[-40:]
            shown = f"{shown}, {self.text[behind.start : behind.end]}:"
            return Slip(Word("slip.comma"), phrase("slip.comma.advice", shown=shown), value.end, behind.end)
        start = self._start_of(position)
        key = self._key_before(start)
        problem = "slip.after_quote" if value.kind == "quoted" else "slip.bracket_in_text"
        advice = phrase("slip.quotes.advice", shown=self._mended(key[0] if key else None, start, self._value_end(start)))
        return Slip(Word(problem), advice, behind.start, behind.end)

    def _start_of(self, position: int) -> int:
        """Where the value begins whose last piece is at a position."""
        depth = 0
        for piece in reversed(self.pieces[: position + 1]):
            if piece.kind == "close":
                depth += 1
            elif piece.kind == "open":
                depth -= 1
            if depth <= 0:
                return piece.start
        return self.pieces[position].start

    def _line_without_colon(self) -> Slip | None:
        """The parser waited for the colon of a key that began on an earlier line."""
        if self.since == self.at or self.open:
            return None
        line = self._on_line(self.since)
        if not line or line[0].start != self.since or any(piece.kind == "colon" for piece in line):
            return None
        first = line[0]
        if first.kind == "dash":
            return None  # a list, and what it waited for was another item
        before = next((piece for piece in reversed(self.pieces) if piece.start < first.start), None)
        if before is not None and before.kind == "block":
            return Slip(Word("slip.block"), Word("slip.block.advice"), first.start, self.lines.end(first.start))
        return self._glued(first.start) or self._no_colon(first)

    def _indentation(self) -> Slip | None:
        if self.here is None or self.open or not self._is_first(self.here):
            return None
        return self._wrong_indentation(self.here.start)

    def _wrong_indentation(self, start: int) -> Slip:
        own = self._indent(start)
        above = [piece for piece in reversed(self.pieces) if piece.start < start and self._is_first(piece)]
        fitting: list[int] = []
        least: int | None = None
        for piece in above:
            indent = self._indent(piece.start)
            if least is None and (behind := self._behind_dash(piece)):
                fitting.append(self._column(behind.start))  # a key of the item that the dash begins
            if least is None or indent < least:
                fitting.append(indent)
                least = indent
        dash = self.text[start : start + 1] == "-" and self.text[start + 1 : start + 2] in (" ", "", "\n", "\r")
        if dash and own in fitting:
            here = next(piece for piece in self.pieces if piece.start == start)
            return self._dashed_entry(here) or Slip(Word("slip.list_here"), Word("slip.list_here.advice"), start, start + 1)
        if not dash and (slip := self._dash_above(above, own) or self._glued_dash_above(above, own) or self._too_far_out(above, own)):
            return slip
        return self._indented(start, [count for count in fitting if count != own])

    def _indented(self, start: int, fitting: list[int]) -> Slip:
        """A line that should have as many spaces in front as one of these."""
        others = [str(count) for count in sorted(set(fitting))] or ["0"]
        advice = (
            Word("slip.indent.one_advice", (("spaces", counted("slip.spaces", int(others[0]))),))
            if len(others) == 1
            else phrase("slip.indent.advice", counts=", ".join(others[:-1]), last=others[-1])
        )
        spaces = counted("slip.spaces", self._indent(start))
        return Slip(Word("slip.indent", (("spaces", spaces),)), advice, start, self.lines.end(start))

    def _behind_dash(self, dash: Piece) -> Piece | None:
        """What stands behind a dash on its line, where that is a key."""
        line = self._on_line(dash.start) if dash.kind == "dash" else []
        return line[1] if len(line) > 2 and line[1].kind in _KEY_PIECES and line[2].kind == "colon" else None

    def _dashed_entry(self, dash: Piece) -> Slip | None:
        """A dash before the id of an entry: what stands behind the colon is the keys of the entry."""
        key = self._behind_dash(dash)
        behind = self._on_line(dash.start)[3:4]
        if key is None or (behind and (behind[0].kind != "open" or self.text[behind[0].start] != "{")):
            return None
        shown = f"{self.text[key.start : key.end]}:"
        return Slip(phrase("slip.dashed_entry", key=shown), phrase("slip.dashed_entry.advice", shown=shown), dash.start, dash.end)

    def _dash_above(self, above: list[Piece], own: int) -> Slip | None:
        """The first dash before an entry in a block whose lines have so many spaces in front."""
        first: Slip | None = None
        for piece in above:
            if self._indent(piece.start) < own:
                break
            if self._indent(piece.start) == own:
                first = self._dashed_entry(piece) or first
        return first

    def _glued_dash_above(self, above: list[Piece], own: int) -> Slip | None:
        """A dash with no space behind it on the line before one that belongs to the same item."""
        last = above[0] if above else None
        if last is None or last.kind != "text" or self._indent(last.start) >= own:
            return None
        advice = glued_dash(self.text, last.start)
        return Slip(Word("slip.glued_dash"), advice, last.start, last.start + 1) if advice else None

    def _too_far_out(self, above: list[Piece], own: int) -> Slip | None:
        """The line before, when it is that one that has too few spaces: it has a value of its own, and its neighbours stand further in."""
        if len(above) < 2:
            return None
        last, other = above[:2]
        indent = self._indent(last.start)
        line, before = self._on_line(last.start), self._on_line(other.start)
        if not 0 < indent < own or last.kind not in _KEY_PIECES or len(line) < 3 or line[1].kind != "colon":
            return None
        if self.text[line[2].start] == "{":
            return None  # as likely an entry of its own
        outer = next((piece for piece in above[1:] if self._indent(piece.start) <= own), None)
        between = outer is not None and self._indent(outer.start) == own
        under_a_key = self._indent(other.start) == indent and before[-1].kind == "colon"
        return self._indented(last.start, [own]) if between or under_a_key else None

    def _general(self) -> Slip:
        return Slip(Word("slip.general"), Word("slip.general.advice"), self.at, self.at + 1)


def odd_character(text: str, start: int, end: int) -> Slip:
    """A character that does not show, where a space or nothing should be."""
    key = "slip.odd_space" if any(ODD[character] not in _NO_WIDTH for character in text[start:end]) else "slip.odd_nothing"
    return Slip(Word("slip.odd", (("character", named(text[start])),)), Word(f"{key}.advice"), start, end)


_NO_WIDTH = frozenset({"zero_space", "joiner", "byte_order_mark", "soft_hyphen", "direction"})


def refused_character(text: str, at: int) -> Slip:
    """A character that cannot stand in YAML at all."""
    return Slip(Word("slip.refused", (("character", named(text[at])),)), Word("slip.refused.advice"), at, at + 1)
