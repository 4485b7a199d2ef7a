"""From bytes to plain values with positions: one pass over libyaml's event stream.

Every scalar stays text. What YAML has beyond mappings, lists and text (anchors, tags, merge keys, several documents) is refused,
because other tools read it in other ways; see docs/format.md.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import Any, Never

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
from virkningskjede.i18n import Word
from virkningskjede.yamlfile.characters import REFUSED, has_odd
from virkningskjede.yamlfile.lines import Lines, before_on_line
from virkningskjede.yamlfile.misreadings import Bare, Misreading, bare_texts, cut_texts, glued_keys, odd_characters, typographic_quotes
from virkningskjede.yamlfile.pieces import Outline
from virkningskjede.yamlfile.slips import glued_dash, recognise, refused_character, text_advice

MAX_DEPTH = 64
"""Deepest nesting of lists and mappings."""

MAX_DIAGNOSTICS = 200
"""Most diagnostics kept for one file; the last one says how many were left out."""

try:
    from yaml._yaml import CParser
except ImportError as missing:  # PyYAML built without libyaml
    raise ImportError("virkningskjede needs PyYAML with libyaml (its wheels have it)") from missing

Value = None | str | list[Any] | dict[str, Any]
"""What a file holds: text, lists and mappings; None where a key has no value."""

NextEvent = Callable[[], Any]
"""Gives the next event of libyaml's stream."""

MarkTree = list[Any]
"""Beside a mapping, one entry for each key in its order: (key start, key end, value start, value end or the marks inside).
Beside a list, one for each value: (value start, value end or the marks inside). A start or end is libyaml's mark."""

SpannedDiagnostic = tuple[Diagnostic, int, int]
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
        dropped: lists and mappings under keys that stand a second time: ``value`` has the first.
    """

    def __init__(self, text: str, line: int = 1) -> None:
        """Args: the text, and the line of the file that it begins on."""
        self.text = text
        self.value: Value = None
        self.marks: MarkTree = []
        self.start = 0
        self.refused: list[SpannedDiagnostic] = []
        self.left_out = 0
        self._lines = Lines(text)
        self._line_before = line - 1
        self._depth = 0
        self._bare: list[Bare] = []
        self.dropped: list[Value] = []

    def build(self) -> None:
        """Read the whole text. What is wrong goes to ``found``; a syntax error ends the reading."""
        try:
            self._parse()
        except _StopReading:
            pass
        except yaml.YAMLError as error:
            self._report_refused(*self._stop(error))

    def _parse(self) -> None:
        parser = CParser(self.text)
        try:
            self._document(parser.get_event)
        finally:
            parser.dispose()
        # Most files have none of the characters that what is refused begins with.
        if "&" in self.text or "!" in self.text:
            self._refuse_anchors_and_tags()
        if "<<" in self.text or not unicodedata.is_normalized("NFC", self.text):
            self._inspect_keys(self.value, self.marks)
        self._report_misread(bare_texts(self.text, self._bare))
        self._report_misread(glued_keys(self.text, self.value, self.marks))
        if has_odd(self.text):
            misread = odd_characters(self.text, self.value, self.marks)
            self._report_misread(misread)
            if any(reading.structure for reading in misread):
                self.value = None  # what stands on the line is not where it looks to be, and everything after it may be wrong
        self._report_misread(typographic_quotes(self.text, self.value, self.marks))
        self._report_misread(cut_texts(self.text))

    def _document(self, next_event: NextEvent) -> None:
        next_event()  # the stream starts
        start: Any = next_event()
        if start.__class__ is not DocumentStartEvent:
            return
        if start.version or start.tags:
            self._report("VK017", start.start_mark, start.end_mark)
        values, marks = self._sequence(next_event)  # the document's one value, as a list of one
        self.value, self.start = values[0], marks[0][0].index
        self.marks = marks[0][1] if isinstance(marks[0][1], list) else []
        more: Any = next_event()
        if more.__class__ is DocumentStartEvent:
            self._report_from("VK008", more, 3)

    # The three functions that follow are where the reader spends its time. They keep marks instead of events, which are larger and would
    # be walked by the collector, and leave to later what can be done afterwards. They are methods, because functions inside one function
    # that know each other are a circle, which would hold on to the whole file until the collector comes.

    def _mapping(self, next_event: NextEvent) -> tuple[dict[str, Any], MarkTree]:
        values: dict[str, Any] = {}
        marks: MarkTree = []
        add = marks.append
        while type(key := next_event()) is ScalarEvent:
            name = key.value
            event = next_event()
            if name in values:
                self._report_repeated(key, values, marks)
                if type(event) is not ScalarEvent:
                    self.dropped.append(self._collection(event, next_event)[0])
            elif type(event) is ScalarEvent:
                if not (value := event.value) and not event.style:
                    if self._is_bare(key, event, values, marks):
                        continue
                    value = self._nothing(event)
                values[name] = value
                add((key.start_mark, key.end_mark, event.start_mark, event.end_mark))
            else:
                values[name], inner = self._collection(event, next_event)
                add((key.start_mark, key.end_mark, event.start_mark, inner))
        if type(key) is not MappingEndEvent:
            self._refuse_key(key)
        return values, marks

    def _sequence(self, next_event: NextEvent) -> tuple[list[Any], MarkTree]:
        values: list[Any] = []
        marks: MarkTree = []
        while type(event := next_event()) is not SequenceEndEvent:
            if type(event) is ScalarEvent:
                values.append(event.value or (event.value if event.style else None))
                marks.append((event.start_mark, event.end_mark))
            elif type(event) is DocumentEndEvent:
                break
            else:
                value, inner = self._collection(event, next_event)
                values.append(value)
                marks.append((event.start_mark, inner))
        return values, marks

    def _collection(self, start: Any, next_event: NextEvent) -> tuple[Any, Any]:
        if self._depth == MAX_DEPTH:
            self._refuse_depth(start)
        self._depth += 1
        if type(start) is MappingStartEvent:
            built: tuple[Any, Any] = self._mapping(next_event)
        elif type(start) is AliasEvent:
            built = self._refused_alias(start)
        else:
            built = self._sequence(next_event)
        self._depth -= 1
        return built

    def _is_bare(self, key: Any, value: Any, values: dict[str, Any], marks: MarkTree) -> bool:
        """Whether a key without a value has no colon either; a key behind ``?`` needs none."""
        between = self.text[key.end_mark.index : value.start_mark.index + 1]
        if ":" in between or before_on_line(self.text, key.start_mark.index).rstrip(" ").endswith("?"):
            return False
        self._bare.append(Bare(values, marks, len(marks), key.start_mark.index, key.end_mark.index, (key.start_mark, key.end_mark)))
        return True

    def _nothing(self, event: Any) -> Any:
        """The value of a key that has none. An anchor is refused anyway, and need not be missed as a value, too."""
        return f"&{event.anchor}" if event.anchor else None

    def _refuse_key(self, key: Any) -> Never:
        self._report("VK006" if type(key) is AliasEvent else "VK014", key.start_mark, key.end_mark, name=getattr(key, "anchor", None))
        raise _StopReading

    def _refuse_depth(self, start: Any) -> Never:
        self._report_from("VK004", start, 1, limit=MAX_DEPTH)
        raise _StopReading

    def _refused_alias(self, alias: Any) -> tuple[str, Any]:
        start = alias.start_mark.index
        if not self._is_full():
            self._report_at("VK006", start, alias.end_mark.index, text_advice(self.text, start, "VK006"), name=alias.anchor)
        return f"*{alias.anchor}", alias.end_mark

    def _refuse_anchors_and_tags(self) -> None:
        next_event: NextEvent = CParser(self.text).get_event
        while (event := next_event()) is not None:
            if event.__class__ in (ScalarEvent, MappingStartEvent, SequenceStartEvent):
                start = _index(event.start_mark)
                if (event.anchor is not None or event.tag is not None) and self._is_full():
                    continue
                if event.anchor is not None:
                    advice = text_advice(self.text, start, "VK006")
                    self._report_at("VK006", start, start + 1 + len(event.anchor), advice, name=event.anchor)
                if event.tag is not None:
                    self._report_at("VK007", start, _index(event.end_mark), text_advice(self.text, start, "VK007"), tag=event.tag)

    def _inspect_keys(self, values: Any, marks: Any) -> None:
        if isinstance(values, dict):
            seen: dict[str, Any] = {}
            for (name, value), mark in zip(values.items(), marks, strict=True):
                if name == "<<" and self.text.startswith("<<", mark[0].index):
                    self._report("VK009", mark[0], mark[1])
                folded = unicodedata.normalize("NFC", name)
                if folded in seen and not self._is_full():
                    first = self._line(seen[folded])
                    self._report("VK013", mark[0], mark[1], key=name, line=self._line(mark[0]), first=first)
                seen[folded] = mark[0]
                self._inspect_keys(value, mark[3])
        elif isinstance(values, list):
            for value, mark in zip(values, marks, strict=True):
                self._inspect_keys(value, mark[1])

    def _report_repeated(self, key: Any, values: dict[str, Any], marks: MarkTree) -> None:
        if self._is_full():
            return  # looking up both lines takes time, and a hostile file has a hundred thousand of them
        first = self._line(marks[list(values).index(key.value)][0])
        start, end = key.start_mark.index, key.end_mark.index
        self._report_at("VK005", start, end, glued_dash(self.text, start), key=key.value, line=self._line(key.start_mark), first=first)

    def _report_misread(self, misread: Iterable[Misreading]) -> None:
        for reading in misread:
            if not self._is_full():
                params, advice = reading.wording()
                self._report_at(reading.code, reading.start, reading.end, advice, **params)

    def _stop(self, error: yaml.YAMLError) -> tuple[int, int | None]:
        """Where the parser stopped, and where what it was reading then began."""
        mark: Any = getattr(error, "problem_mark", None)
        if mark is None:  # the bytes themselves are refused, and where that is, is counted in bytes
            refused = REFUSED.search(self.text)
            return (refused.start() if refused else 0), None
        since: Any = getattr(error, "context_mark", None)
        return mark.index, None if since is None else since.index

    def _report_refused(self, at: int, since: int | None) -> None:
        """What the parser refused; but first, what it has not come to because it looks ahead of what it gives."""
        outline = Outline(self.text, at, MAX_DEPTH)
        if outline.open:
            # Some versions refuse deep nesting themselves, and all may stumble over what stands behind a bracket before they give
            # it. Up to the innermost bracket there is nothing to stumble over, and never more nesting than every version can bear.
            deep = Builder(self.text[: outline.deep or outline.open[-1].end])._too_deep()
            if deep is None and outline.deep is not None:
                deep = outline.deep - 1
            if deep is not None:
                self._report_at("VK004", deep, deep + 1, limit=MAX_DEPTH)
                return
        slip = refused_character(self.text, at) if REFUSED.match(self.text, at) else recognise(self.text, at, since, MAX_DEPTH)
        if self.refused and self.refused[-1][0].code == "VK006" and self.refused[-1][1] == slip.start:
            del self.refused[-1]  # not a reference to an anchor, but a text that begins with an asterisk
        advice = Word("slip.unread.advice", (("advice", slip.advice),))
        self._report_at("VK002", slip.start, slip.end, advice, problem=slip.problem)

    def _too_deep(self) -> int | None:
        """Where the nesting is too deep, if it is before the parser stops."""
        parser = CParser(self.text)
        with suppress(_StopReading, yaml.YAMLError):
            self._document(parser.get_event)
        parser.dispose()
        return next((start for refusal, start, _ in self.refused if refusal.code == "VK004"), None)

    def _report(self, code: str, start: Any, end: Any, **params: Any) -> None:
        self._report_at(code, start.index, end.index, **params)

    def _report_from(self, code: str, event: Any, length: int, **params: Any) -> None:
        start = event.start_mark.index
        self._report_at(code, start, start + length, **params)

    def _report_at(self, code: str, start: int, end: int, advice: Word | None = None, **params: Any) -> None:
        if self._is_full():
            return
        new = diagnostic(code, (), **params)
        self.refused.append((replace(new, advice=advice) if advice else new, start, end))

    def _is_full(self) -> bool:
        """Whether as much has been found as is kept; what is found then is only counted."""
        if len(self.refused) < MAX_DIAGNOSTICS:
            return False
        self.left_out += 1
        return True

    def _line(self, mark: Any) -> int:
        return self._line_before + self._lines.number(mark.index)


def _index(mark: Any) -> int:
    """The code point of one of libyaml's marks."""
    index: int = mark.index
    return index
