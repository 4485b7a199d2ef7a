"""From bytes to plain values with positions: one pass over libyaml's event stream.

Every scalar stays text. What YAML has beyond mappings, lists and text (anchors, tags, merge keys, several documents) is refused,
because other tools read it in other ways; see docs/format.md.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
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
    SequenceStartEvent,
)

from virkningskjede.diagnostics import Diagnostic, diagnostic
from virkningskjede.source.limits import MAX_DEPTH, MAX_DIAGNOSTICS

try:
    from yaml._yaml import CParser
except ImportError as missing:  # PyYAML built without libyaml
    raise ImportError("virkningskjede needs PyYAML with libyaml (its wheels have it)") from missing

Value = None | str | list[Any] | dict[str, Any]
"""What a file holds: text, lists and mappings; None where a key has no value."""

NextEvent = Callable[[], Any]
"""Gives the next event of libyaml's stream."""

Marks = list[Any]
"""Beside a mapping, one entry for each key in its order: (key start, key end, value start, value end or the marks inside).
Beside a list, one for each value: (value start, value end or the marks inside). A start or end is libyaml's mark."""

Found = tuple[Diagnostic, int, int]
"""A diagnostic and the code points in the text, first and last + 1, that it is about."""


class _StopReading(Exception):
    """The rest of the file is not worth reading."""


class Builder:
    """Builds values and marks from one document's events. Used once.

    Attributes:
        value: what the document holds, or None when it could not be read to the end.
        marks: where the parts of ``value`` stand, when it is a mapping or a list.
        start: the first code point of the document's value.
        found: what is wrong.
        left_out: how many more diagnostics there were than ``MAX_DIAGNOSTICS``.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.value: Value = None
        self.marks: Marks = []
        self.start = 0
        self.found: list[Found] = []
        self.left_out = 0

    def build(self) -> None:
        """Read the whole text. What is wrong goes to ``found``; a syntax error ends the reading."""
        parser = CParser(self.text)
        try:
            self._document(parser.get_event)
            # Most files have none of the characters that what is refused begins with.
            if "&" in self.text or "!" in self.text:
                self._refuse_anchors_and_tags()
            if "<<" in self.text or not unicodedata.is_normalized("NFC", self.text):
                self._inspect_keys(self.value, self.marks)
        except _StopReading:
            pass
        except yaml.YAMLError as error:
            self._report_syntax(error)
        finally:
            parser.dispose()

    def _document(self, next_event: NextEvent) -> None:
        next_event()  # the stream starts
        start: Any = next_event()
        if start.__class__ is not DocumentStartEvent:
            return
        if start.version or start.tags:
            self._report("VK017", start.start_mark, start.end_mark)
        values, marks = self._tree(next_event)
        self.value, self.start = values[0], marks[0][0].index
        self.marks = marks[0][1] if isinstance(marks[0][1], list) else []
        more: Any = next_event()
        if more.__class__ is DocumentStartEvent:
            self._report_from("VK008", more, 3)

    def _tree(self, next_event: NextEvent) -> tuple[list[Any], Marks]:
        """The document's one value as a list of one, and its marks.

        This is where the reader spends its time: the two inner functions keep marks instead of events, which are larger and would
        be walked by the collector, and leave to later what can be done afterwards.
        """
        depth = 0

        def mapping() -> tuple[dict[str, Any], Marks]:
            values: dict[str, Any] = {}
            marks: Marks = []
            add = marks.append
            while type(key := next_event()) is ScalarEvent:
                name = key.value
                event = next_event()
                if name in values:
                    self._report_repeated(key, list(values).index(name), marks)
                    if type(event) is not ScalarEvent:
                        collection(event)
                elif type(event) is ScalarEvent:
                    values[name] = event.value or (event.value if event.style else None)
                    add((key.start_mark, key.end_mark, event.start_mark, event.end_mark))
                else:
                    values[name], inner = collection(event)
                    add((key.start_mark, key.end_mark, event.start_mark, inner))
            if type(key) is not MappingEndEvent:
                code = "VK006" if type(key) is AliasEvent else "VK014"
                self._report(code, key.start_mark, key.end_mark, name=getattr(key, "anchor", None))
                raise _StopReading
            return values, marks

        def sequence() -> tuple[list[Any], Marks]:
            values: list[Any] = []
            marks: Marks = []
            while type(event := next_event()) is not SequenceEndEvent:
                if type(event) is ScalarEvent:
                    values.append(event.value or (event.value if event.style else None))
                    marks.append((event.start_mark, event.end_mark))
                elif type(event) is DocumentEndEvent:
                    break
                else:
                    value, inner = collection(event)
                    values.append(value)
                    marks.append((event.start_mark, inner))
            return values, marks

        def collection(start: Any) -> tuple[Any, Any]:
            nonlocal depth
            if depth == MAX_DEPTH:
                self._report_from("VK004", start, 1, limit=MAX_DEPTH)
                raise _StopReading
            depth += 1
            if type(start) is MappingStartEvent:
                built: tuple[Any, Any] = mapping()
            elif type(start) is AliasEvent:
                self._report("VK006", start.start_mark, start.end_mark, name=start.anchor)
                built = None, start.end_mark
            else:
                built = sequence()
            depth -= 1
            return built

        return sequence()

    def _refuse_anchors_and_tags(self) -> None:
        next_event = CParser(self.text).get_event
        while (event := next_event()) is not None:
            if event.__class__ in (ScalarEvent, MappingStartEvent, SequenceStartEvent):
                if event.anchor is not None:
                    self._report_from("VK006", event, 1 + len(event.anchor), name=event.anchor)
                if event.tag is not None:
                    self._report("VK007", event.start_mark, event.end_mark, tag=event.tag)

    def _inspect_keys(self, values: Any, marks: Any) -> None:
        if isinstance(values, dict):
            seen: dict[str, Any] = {}
            for (name, value), mark in zip(values.items(), marks, strict=True):
                if name == "<<" and self.text.startswith("<<", mark[0].index):
                    self._report("VK009", mark[0], mark[1])
                folded = unicodedata.normalize("NFC", name)
                if folded in seen:
                    first = self._line(seen[folded])
                    self._report("VK013", mark[0], mark[1], key=name, line=self._line(mark[0]), first=first)
                seen[folded] = mark[0]
                self._inspect_keys(value, mark[3])
        elif isinstance(values, list):
            for value, mark in zip(values, marks, strict=True):
                self._inspect_keys(value, mark[1])

    def _report_repeated(self, key: Any, position: int, marks: Marks) -> None:
        first = self._line(marks[position][0])
        self._report("VK005", key.start_mark, key.end_mark, key=key.value, line=self._line(key.start_mark), first=first)

    def _report_syntax(self, error: yaml.YAMLError) -> None:
        mark: Any = getattr(error, "problem_mark", None)
        start = mark.index if mark else getattr(error, "position", None) or 0
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "?"
        self._report_at("VK002", start, start + 1, problem=problem)

    def _report(self, code: str, start: Any, end: Any, **params: Any) -> None:
        self._report_at(code, start.index, end.index, **params)

    def _report_from(self, code: str, event: Any, length: int, **params: Any) -> None:
        start = event.start_mark.index
        self._report_at(code, start, start + length, **params)

    def _report_at(self, code: str, start: int, end: int, **params: Any) -> None:
        if len(self.found) >= MAX_DIAGNOSTICS:
            self.left_out += 1
        else:
            self.found.append((diagnostic(code, (), **params), start, end))

    def _line(self, mark: Any) -> int:
        return count_lines(self.text, mark.index)


def count_lines(text: str, index: int) -> int:
    """The line, from 1, of a code point; only line feed and carriage return end a line, as in an editor.

    >>> count_lines("a\\r\\nb\\u2028c", 5)
    2
    """
    if "\r" not in text:
        return text.count("\n", 0, index) + 1
    return text.count("\n", 0, index) + text.count("\r", 0, index) - text.count("\r\n", 0, index) + 1
