"""From bytes to plain values with positions: one pass over libyaml's event stream.

Every scalar stays text. What YAML has beyond mappings, lists and text (anchors, tags, merge keys, several documents) is refused,
because other tools read it in other ways; see docs/format.md.
"""

from __future__ import annotations

import unicodedata
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from virkningskjede.diagnostics import Diagnostic, diagnostic
from virkningskjede.source.limits import MAX_DEPTH, MAX_DIAGNOSTICS

try:
    from yaml._yaml import CParser
except ImportError as missing:  # PyYAML built without libyaml
    raise ImportError("virkningskjede needs PyYAML with libyaml (its wheels have it)") from missing

Value = None | str | list[Any] | dict[str, Any]
"""What a file holds: text, lists and mappings; None where a key has no value."""

Marks = dict[str, tuple[Any, Any, Any]] | list[tuple[Any, Any]]
"""Beside a mapping: key -> (key event, value event, marks of the value). Beside a list: (value event, marks of the value)."""

Found = tuple[Diagnostic, int, int]
"""A diagnostic and the code points in the text, first and last + 1, that it is about."""


class _StopReading(Exception):
    """The rest of the file is not worth reading."""


class Builder:
    """Builds values and marks from one document's events. Used once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.value: Value = None
        self.marks: Any = None
        self.top: Any = None
        self.found: list[Found] = []
        self.left_out = 0
        self._next: Any = None
        self._depth = 0

    def report(self, code: str, event: Any, end: int | None = None, **params: Any) -> None:
        """Keep a diagnostic about an event's text, or count it as left out."""
        if len(self.found) >= MAX_DIAGNOSTICS:
            self.left_out += 1
            return
        start = event.start_mark.index
        self.found.append((diagnostic(code, (), **params), start, event.end_mark.index if end is None else end))

    def line_of(self, event: Any) -> int:
        """The line of an event, as an editor counts: line feed, carriage return, or both together."""
        return count_lines(self.text, event.start_mark.index)

    def build(self) -> None:
        """Read the whole text. What is wrong goes to ``found``; a syntax error ends the reading."""
        parser = CParser(self.text)
        self._next = parser.get_event
        try:
            self._document()
        except _StopReading:
            pass
        except yaml.YAMLError as error:
            self._report_syntax(error)
        finally:
            parser.dispose()

    def _document(self) -> None:
        self._next()  # the stream starts
        start: Any = self._next()
        if start.__class__ is not DocumentStartEvent:
            return
        if start.version or start.tags:
            self.report("VK017", start)
        values, marks = self._list()
        if values:
            self.value, self.marks, self.top = values[0], marks[0][1], marks[0][0]
            # Most files have none of the characters that what is refused begins with.
            text = self.text
            if "&" in text or "!" in text or "<<" in text or not unicodedata.is_normalized("NFC", text):
                self._inspect(marks)
        more: Any = self._next()
        if more.__class__ is DocumentStartEvent:
            self.report("VK008", more, more.start_mark.index + 3)

    # The two methods below are where the reader spends its time: nothing is done there that can be done afterwards, from the marks.

    def _mapping(self) -> tuple[dict[str, Any], dict[str, Any]]:
        next_event = self._next
        values: dict[str, Any] = {}
        marks: dict[str, Any] = {}
        while (key := next_event()).__class__ is ScalarEvent:
            name = key.value
            if name in values:
                self.report("VK005", key, key=name, line=self.line_of(key), first=self.line_of(marks[name][0]))
                self._skip(next_event())
                continue
            event = next_event()
            if event.__class__ is ScalarEvent:
                values[name] = event.value or (event.value if event.style else None)
                marks[name] = (key, event, None)
            else:
                values[name], inner = self._collection(event)
                marks[name] = (key, event, inner)
        if key.__class__ is not MappingEndEvent:
            self.report("VK006" if key.__class__ is AliasEvent else "VK014", key, name=getattr(key, "anchor", None))
            raise _StopReading
        return values, marks

    def _list(self) -> tuple[list[Any], list[Any]]:
        next_event = self._next
        values: list[Any] = []
        marks: list[Any] = []
        while (event := next_event()).__class__ is not SequenceEndEvent:
            if event.__class__ is ScalarEvent:
                values.append(event.value or (event.value if event.style else None))
                marks.append((event, None))
            elif event.__class__ is DocumentEndEvent:
                break
            else:
                value, inner = self._collection(event)
                values.append(value)
                marks.append((event, inner))
        return values, marks

    def _collection(self, start: Any) -> tuple[Any, Any]:
        if self._depth == MAX_DEPTH:
            self.report("VK004", start, start.start_mark.index + 1, limit=MAX_DEPTH)
            raise _StopReading
        self._depth += 1
        if start.__class__ is MappingStartEvent:
            built: tuple[Any, Any] = self._mapping()
        elif start.__class__ is AliasEvent:
            self.report("VK006", start, name=start.anchor)
            built = None, None
        else:
            built = self._list()
        self._depth -= 1
        return built

    def _skip(self, event: Any) -> None:
        if event.__class__ is not ScalarEvent:
            self._collection(event)

    def _inspect(self, marks: Any) -> None:
        if isinstance(marks, dict):
            seen: dict[str, Any] = {}
            for key, event, inner in marks.values():
                self._refuse(key)
                self._refuse(event)
                name = unicodedata.normalize("NFC", key.value)
                if name == "<<" and not key.style:
                    self.report("VK009", key)
                elif name in seen and key.value != seen[name].value:
                    self.report("VK013", key, key=key.value, line=self.line_of(key), first=self.line_of(seen[name]))
                seen[name] = key
                self._inspect(inner)
        elif marks is not None:
            for event, inner in marks:
                self._refuse(event)
                self._inspect(inner)

    def _refuse(self, event: Any) -> None:
        start = event.start_mark.index
        if event.__class__ is not AliasEvent and event.anchor is not None:
            self.report("VK006", event, start + 1 + len(event.anchor), name=event.anchor)
        if event.__class__ is not AliasEvent and event.tag is not None:
            self.report("VK007", event, tag=event.tag)

    def _report_syntax(self, error: yaml.YAMLError) -> None:
        mark: Any = getattr(error, "problem_mark", None)
        start = mark.index if mark else getattr(error, "position", None) or 0
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "?"
        self.found.append((diagnostic("VK002", problem=problem), start, start + 1))


def count_lines(text: str, index: int) -> int:
    """The line, from 1, of a code point; only line feed and carriage return end a line, as in an editor.

    >>> count_lines("a\\r\\nb\\u2028c", 5)
    2
    """
    if "\r" not in text:
        return text.count("\n", 0, index) + 1
    return text.count("\n", 0, index) + text.count("\r", 0, index) - text.count("\r\n", 0, index) + 1
