"""What can be read as YAML, but surely not as it was meant: a text cut by a comma, characters that do not show, quotes that are not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from virkningskjede.i18n import Word
from virkningskjede.yamlfile.characters import ODD, QUOTES, first_odd, named, without_odd
from virkningskjede.yamlfile.lines import before_on_line, rest_of_line
from virkningskjede.yamlfile.numerals import SPACES, Numeral, numeral
from virkningskjede.yamlfile.pieces import BREAKS, pieces
from virkningskjede.yamlfile.slips import in_quotes, phrase

_DIGITS = re.compile(rf"[-+\u2212]?\d[\d.{SPACES}]*")
_BEHIND_COMMA = re.compile(rf"\d[\d.,]*(?:[{SPACES}]*%)?")
_ID = re.compile(r"[a-z][a-z0-9-]*")
_GLUED = re.compile(r"([^\s:\"']+):(?=\S)")
_GLUED_BRACKET = re.compile(r"([^\s:\"']+):(?=[\[{])")
_CUT = re.compile(r"#[^\s#!]")
_ODD_ENDS = "".join(ODD) + " "


class Bare(NamedTuple):
    """A text in braces that has no colon.

    Attributes:
        values: the mapping that it stands in, without it.
        marks: the marks of the mapping.
        position: how many keys stand before it.
        start: its first code point.
        end: its last + 1.
        place: its marks, as for a value.
    """

    values: dict[str, Any]
    marks: list[Any]
    position: int
    start: int
    end: int
    place: tuple[Any, Any]


SlipText = tuple[dict[str, "str | Word"], Word | None]
"""The parameters of a diagnostic, and what to do."""


class Misreading(NamedTuple):
    """A diagnostic to be: its code, its code points, first and last + 1, and what makes its wording, where it is kept.

    ``structure`` says that what stands on the line is not where it looks to be, so that the rest cannot be trusted.
    """

    code: str
    start: int
    end: int
    wording: Callable[[], SlipText]
    structure: bool = False


def bare_texts(text: str, bare: Iterable[Bare]) -> Iterator[Misreading]:
    """What is said of texts without a colon; those behind one another are parts of one."""
    run: list[Bare] = []
    for part in bare:
        if run and (part.marks is not run[-1].marks or part.position != run[-1].position):
            yield _bare_run(text, run)
            run = []
        run.append(part)
    if run:
        yield _bare_run(text, run)


def _bare_run(text: str, run: list[Bare]) -> Misreading:
    first, end = run[0], run[-1].end
    own = text[first.start : end]
    if odd := first_odd(own):
        return _odd(own, odd, own.replace(f":{odd}", ": "), first.start, end)
    glued = None if own.startswith(("http:", "https:")) else _GLUED.match(own)
    if glued and glued[1] not in first.values:
        first.values[glued[1]] = own[glued.end() :].strip("\"'")  # what was meant is clear, so that it need not be missed
        first.marks.append((*first.place, *first.place))
    if number := _parted(text, first, own):
        key_start, key_end, *_ = first.marks[first.position - 1]
        key = text[key_start.index : key_end.index]
        if key in first.values:
            first.values[key] = number.whole or number.decimal  # it need not be missed
    return Misreading("VK022" if glued else "VK018", first.start, end, lambda: ({"key": own}, _bare_advice(text, first, own, end, glued)))


def _bare_advice(text: str, first: Bare, own: str, end: int, glued: re.Match[str] | None) -> Word:
    if glued:
        return phrase("slip.glued.advice", shown=f"{glued[1]}: {own[glued.end() :]}")
    if not first.position:
        return phrase("slip.bare_list.advice", shown=f"[{own}]", key=own.partition(",")[0].strip())
    key_start, key_end, value_start, value_end = first.marks[first.position - 1]
    key = text[key_start.index : key_end.index]
    if isinstance(value_end, list):
        return phrase("slip.bare_key.advice", key=own)
    value = text[value_start.index : value_end.index]
    if number := _parted(text, first, own):
        ambiguous = number.whole is not None
        return number.advice() if ambiguous else phrase("slip.decimal.advice", shown=f"{key}: {number.decimal}")
    if _ID.fullmatch(value) and all(_ID.fullmatch(part.strip()) for part in own.split(",")):
        return phrase("slip.list_or_quotes.advice", items=f"{key}: [{value}, {own}]", shown=f"{key}: {in_quotes(f'{value}, {own}')}")
    whole = value[1:-1] + text[value_end.index : end] if value[:1] in ("'", '"') else text[value_start.index : end]
    return phrase("slip.quotes.advice", shown=f"{key}: {in_quotes(whole)}")


def _parted(text: str, bare: Bare, own: str) -> Numeral | None:
    """The number that a comma has parted in two, or in more."""
    if not bare.position:
        return None
    _, _, start, end = bare.marks[bare.position - 1]
    if isinstance(end, list):
        return None
    value = text[start.index : end.index]
    if not _DIGITS.fullmatch(value) or not _BEHIND_COMMA.fullmatch(own):
        return None
    return numeral(f"{value},{own.rstrip(SPACES + '%')}")


def _odd(own: str, character: str, mended: str, start: int, end: int, *, structure: bool = False) -> Misreading:
    def wording() -> SlipText:
        advice = Word("slip.odd_indent.advice") if structure else phrase("slip.odd_text.advice", shown=without_odd(mended))
        return {"character": named(character), "text": own}, advice

    return Misreading("VK019", start, end, wording, structure)


def glued_keys(text: str, values: Any, marks: Any) -> list[Misreading]:
    """Unquoted keys with a colon and a bracket in them, as in ``klubb:{label: Klubb}``. They are taken out of the values."""
    misreadings: list[Misreading] = []
    if ":{" in text or ":[" in text:
        _take_out_glued(text, values, marks, misreadings)
    return misreadings


def _take_out_glued(text: str, values: Any, marks: Any, misreadings: list[Misreading]) -> None:
    if isinstance(values, dict):
        kept: list[Any] = []
        for name, mark in zip(list(values), marks, strict=True):
            glued = _GLUED_BRACKET.match(name)
            if glued and text.startswith(name, mark[0].index):
                misreadings.append(_glued_key(text, name, glued[1], mark))
                del values[name]
            else:
                kept.append(mark)
                _take_out_glued(text, values[name], mark[3], misreadings)
        marks[:] = kept
    elif isinstance(values, list):
        for value, mark in zip(values, marks, strict=True):
            _take_out_glued(text, value, mark[1], misreadings)


def _glued_key(text: str, name: str, key: str, mark: Any) -> Misreading:
    start, end = mark[0].index, mark[1].index

    def wording() -> SlipText:
        return {"key": name}, phrase("slip.glued.advice", shown=f"{key}: {rest_of_line(text, start)[len(key) + 1 :]}")

    return Misreading("VK022", start, end, wording)


def odd_characters(text: str, values: Any, marks: Any) -> list[Misreading]:
    """Characters that do not show, in keys and at the ends of unquoted texts. The values are mended, so that it is said once."""
    misreadings: list[Misreading] = []
    _mend(text, values, marks, misreadings)
    return misreadings


def _mend(text: str, values: Any, marks: Any, misreadings: list[Misreading]) -> None:
    if isinstance(values, dict):
        items = list(values.items())
        if any(first_odd(name) for name in values):
            values.clear()
        for (name, value), mark in zip(items, marks, strict=True):
            key = name
            if odd := first_odd(name):
                start, end = mark[0].index, mark[1].index
                key = without_odd(name)
                key = name if key in values else key
                misreadings.append(_odd(name, odd, name, start, end, structure=_begins_line(text, start) and name[0] in ODD))
            values[key] = _mended(text, value, mark[2], mark[3], misreadings)
    elif isinstance(values, list):
        for index, (value, mark) in enumerate(zip(list(values), marks, strict=True)):
            values[index] = _mended(text, value, mark[0], mark[1], misreadings)


def _mended(text: str, value: Any, start: Any, end: Any, misreadings: list[Misreading]) -> Any:
    if isinstance(end, list):
        _mend(text, value, end, misreadings)
        return value
    if not isinstance(value, str) or not (value[:1] in ODD or value[-1:] in ODD) or text[start.index] in "'\"|>":
        return value
    mended = value.strip(_ODD_ENDS)
    misreadings.append(_odd(value, value[0] if value[0] in ODD else value[-1], mended, start.index, end.index))
    return mended


def _begins_line(text: str, start: int) -> bool:
    return not before_on_line(text, start).strip(" \t-")


def typographic_quotes(text: str, values: Any, marks: Any) -> Iterator[Misreading]:
    """Unquoted texts with typographic quotes around them, which YAML takes for part of the text."""
    if not any(_begins_value(text, start) for quote in QUOTES for start in _places(text, quote)):
        return  # the texts are not looked through for the quotation marks that stand inside them
    for value, start, end in _scalars(values, marks):
        if len(value) > 1 and value[-1] in QUOTES.get(value[0], "") and text[start] == value[0] and not set(value[1:-1]) & set(QUOTES):
            yield Misreading("VK020", start, end, partial(_typographic, value))


def _typographic(value: str) -> SlipText:
    advice = phrase("slip.typographic.advice", shown=in_quotes(value), kept=f'"{value}"')
    return {"opening": value[0], "closing": value[-1]}, advice


def _places(text: str, character: str) -> Iterator[int]:
    start = text.find(character)
    while start >= 0:
        yield start
        start = text.find(character, start + 1)


def _begins_value(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].rstrip(" ")[-1:] in (":", "-", ",", "[", "{")


def _scalars(values: Any, marks: Any) -> Iterator[tuple[str, int, int]]:
    if isinstance(values, dict):
        places = ((value, mark[2], mark[3]) for value, mark in zip(values.values(), marks, strict=True))
    elif isinstance(values, list):
        places = ((value, mark[0], mark[1]) for value, mark in zip(values, marks, strict=True))
    else:
        return
    for value, start, end in places:
        if isinstance(end, list):
            yield from _scalars(value, end)
        elif isinstance(value, str):
            yield value, start.index, end.index


def cut_texts(text: str) -> Iterator[Misreading]:
    """Unquoted texts that end before a ``#`` with a word hard upon it, which is more likely a part of the text than a comment."""
    if not any(text[match.start() - 1 : match.start()] in (" ", "\t") for match in _CUT.finditer(text)):
        return
    last = key = None
    for piece, _ in pieces(text):
        if piece.kind == "comment" and last is not None and last.kind == "text" and key is not None and last.start > key.start:
            between = text[last.end : piece.start]
            word = text[piece.start + 1 : piece.start + 2]
            if not set(between) & set(BREAKS) and word and word not in " \t#!":
                comment = text[piece.start : piece.end].rstrip()
                yield Misreading("VK021", piece.start, piece.end, partial(_cut, text[last.start : last.end], comment))
        if piece.kind in ("colon", "dash", "comma", "open"):
            key = piece
        if piece.kind != "comment":
            last = piece


def _cut(text: str, comment: str) -> SlipText:
    return {"cut": comment}, phrase("slip.cut.advice", shown=in_quotes(f"{text} {comment}"))
