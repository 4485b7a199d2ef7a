"""Advice that needs the text: what somebody new to YAML probably meant, where what was read does not fit a field.

The one who finds that a value does not fit has only the value. Here stands also what was written.
"""

from __future__ import annotations

import re
from typing import Any

from virkningskjede.diagnostics import Diagnostic, shorten
from virkningskjede.i18n import Word
from virkningskjede.yamlfile.characters import LOOK_ALIKES, QUOTES, code_point, first_odd, named, without_odd
from virkningskjede.yamlfile.lines import SHOWN_OF_LINE, before_on_line, rest_of_line
from virkningskjede.yamlfile.numerals import numeral
from virkningskjede.yamlfile.slips import glued_dash, in_quotes, phrase

ENTRY_DEPTH = 2
"""How many keys lead to an entry, such as a node, a term or a criterion: that of its section, and its id."""

MOST_ID_WORDS = 3
"""An id that is made of a label to show how is no longer than this."""

MOST_BLANKS = 20
"""A line break and the blanks before it are looked for among as many code points."""

_ID = re.compile(r"[a-z0-9-]+")
_EQUALS = re.compile(r"([\w-]+) *= *")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "é": "e", "ö": "o", "ä": "a", "ü": "u"})
_FIELD = frozenset({"VK101", "VK103", "VK104", "VK105", "VK106", "VK107", "VK108", "VK109", "VK110", "VK114", "VK301", "VK302", "VK308"})
_NOT_TEXT = _FIELD - {"VK103", "VK109"}
_NAMES = frozenset({"VK107", "VK301"})
_GLUED = re.compile(r"([^\s:\"'{}\[\],#]+):(?=[^\s/])(.*)", re.DOTALL)
_NAME_LIST = re.compile(r"[a-z0-9-]+(?:\s*[,;]\s*[a-z0-9-]+)+")


def advice(diagnostic: Diagnostic, text: str, value: Any, start: int, end: int, key: str | None) -> Word | None:
    """What to do about a diagnostic at this place; None when there is nothing to add to what its code always says.

    Args:
        diagnostic: the diagnostic.
        text: the whole text.
        value: what was read at its path.
        start: the first code point of its place.
        end: the last one + 1.
        key: the last key of its path.
    """
    own = text[start:end]
    if diagnostic.code == "VK112":
        return _without_value(text, start, end, key or "")
    if diagnostic.code not in _FIELD:
        return None
    if diagnostic.code == "VK104" and isinstance(value, str) and (number := _numeral(diagnostic, value)):
        return number
    if odd := first_odd(own):
        return Word("slip.unseen.advice", (("character", named(odd)), ("shown", shorten(without_odd(own)))))
    if diagnostic.code in _NOT_TEXT:
        like = next((character for character in own if character in LOOK_ALIKES), None)
        if like:
            return phrase("slip.likeness.advice", character=like, code=code_point(like), sign=LOOK_ALIKES[like])
        if diagnostic.on == "key" and own[:1] in QUOTES:
            return phrase("slip.quotes_key.advice", shown=f"{own.strip(''.join(QUOTES))}:")
    line = rest_of_line(text, start)
    if diagnostic.code == "VK109" and own[:1] in ("|", ">"):
        return phrase("slip.quotes.advice", shown=f"{key}: {in_quotes(line)}")
    if diagnostic.on == "key" and (equals := _EQUALS.match(own)):
        return phrase("slip.equals.advice", shown=f"{equals[1]}: {line[equals.end() :]}")
    if diagnostic.on == "key" and diagnostic.code in ("VK101", "VK107") and (glued := _GLUED.match(own)):
        return phrase("slip.glued.advice", shown=f"{glued[1]}: {line[len(glued[1]) + 1 :]}")
    if diagnostic.code == "VK103" and isinstance(value, dict) and (dash := _first_key_glued(text, value, end)):
        return dash
    if diagnostic.code in ("VK103", "VK107") and isinstance(value, str) and re.match(r"-[^\s-]", own):
        return phrase("slip.glued_dash.advice", shown=f"- {line[1:]}")
    if diagnostic.code == "VK103" and isinstance(value, str):
        if glued := _GLUED.match(own):
            return phrase("slip.glued.advice", shown=f"{glued[1]}: {line[len(glued[1]) + 1 :]}")
        if len(diagnostic.path) == ENTRY_DEPTH and key and key != "label" and _ID.fullmatch(key) and _wants_keys(diagnostic):
            return phrase("slip.entry.advice", shown=f"{key}: {{label: {_flow(own)}}}")
    if diagnostic.code == "VK103" and isinstance(value, list) and value and _wants_keys(diagnostic):
        return phrase("slip.list_of_entries.advice", shown=_as_entry(value[0]))
    if diagnostic.code in _NAMES and diagnostic.on == "value" and isinstance(value, str) and _NAME_LIST.fullmatch(own):
        return phrase("slip.name_list.advice", shown=f"[{', '.join(re.split(r'[,;]', own.replace(' ', '')))}]")
    return None


def _first_key_glued(text: str, value: dict[str, Any], end: int) -> Word | None:
    """What to do when the first of the keys on the lines below begins with a dash."""
    first = next(iter(value), "")
    start = text.find(first, end, end + SHOWN_OF_LINE) if first[:1] == "-" else -1
    return glued_dash(text, start) if start >= 0 else None


def _numeral(diagnostic: Diagnostic, value: str) -> Word | None:
    """What to write instead of a number with signs between thousands, or with a comma."""
    expected, number = dict(diagnostic.params).get("expected"), numeral(value)
    integer = expected == Word("form.integer")
    if number is None or expected == Word("form.flag") or value.replace("\u2212", "-") in number:
        return None
    return None if integer and number.whole is None and "." in (number.decimal or "") else number.advice(integer)


def _without_value(text: str, start: int, end: int, key: str) -> Word | None:
    """A key without a value: its value may be a comment, or may stand below without being indented."""
    if comment := re.match(r":[ \t]+(#.*)", rest_of_line(text, end)):
        return phrase("slip.hash.advice", shown=f"{key}: {in_quotes(comment[1])}")
    indentation = before_on_line(text, start)
    below = re.match(rf":[ \t]*(?:\r\n|\r|\n){re.escape(indentation)}[^\s#]", text[end : end + len(indentation) + MOST_BLANKS])
    return phrase("slip.not_indented.advice", key=key) if not indentation.strip() and below else None


def _wants_keys(diagnostic: Diagnostic) -> bool:
    return dict(diagnostic.params).get("expected") == Word("form.mapping")


def _as_entry(item: Any) -> str:
    """An item of a list as an entry with an id made of its label, as far as one can show it."""
    if not isinstance(item, dict):
        return f"{_id(item)}: {{label: {_flow(item)}}}" if isinstance(item, str) else "a1: {…}"
    texts = {key: value for key, value in item.items() if isinstance(value, str)}
    inside = ", ".join(f"{key}: {_flow(value)}" for key, value in texts.items())
    return f"{_id(texts.get('label', ''))}: {{{inside or '…'}}}"


def _id(label: str) -> str:
    words = re.findall(r"[a-z0-9]+", label.lower().translate(_LETTERS))
    return "-".join(words[:MOST_ID_WORDS]) or "a1"


def _flow(text: str) -> str:
    """A text as it can stand in braces."""
    return in_quotes(text) if set(text) & set(",:{}[]#\"'&*!|>%@`\\\n") or text[:1] in ("-", "?", "") else text
