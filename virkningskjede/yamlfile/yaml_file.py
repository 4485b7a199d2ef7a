"""A file that has been read: its values, and where in the text each of them stands."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Literal

from virkningskjede.diagnostics import GRAVITY, Diagnostic, Location, Path, Place, diagnostic, gathered, gravest, repeats
from virkningskjede.i18n import Word
from virkningskjede.i18n.likely import Guess
from virkningskjede.yamlfile.advice import advice
from virkningskjede.yamlfile.encodings import likely_encoding
from virkningskjede.yamlfile.events import MAX_DIAGNOSTICS, Builder
from virkningskjede.yamlfile.files import MAX_BYTES, UnreadableError, read_bytes
from virkningskjede.yamlfile.lines import Lines

MAX_ENTRIES = 200_000
"""Most commas and line breaks in one file: what bounds the number of values before anything is built."""

if TYPE_CHECKING:
    from virkningskjede.yamlfile.tree import Collection

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class YamlFile:
    """One file as plain values with positions.

    Attributes:
        name: the file's name as it was given.
        values: mappings, lists and text; None when the file could not be read to the end. Where ``diagnostics`` has an error, they
            are good for finding more that is wrong, and for nothing else.
        diagnostics: what the reader found, located.
        readable: False when not even the bytes could be had.
        text: what it holds, without a byte order mark.
        bom: whether it begins with one.
        dropped: lists and mappings that ``values`` lacks, because their keys stand a second time.
    """

    name: str
    values: dict[str, Any] | None
    diagnostics: tuple[Diagnostic, ...] = ()
    readable: bool = True
    text: str = field(default="", repr=False)
    bom: bool = False
    dropped: tuple[Any, ...] = field(default=(), repr=False, compare=False)
    _start: int = field(default=0, repr=False, compare=False)
    _root: int = field(default=0, repr=False, compare=False)
    _marks: Any = field(default=None, repr=False, compare=False)
    _lines: list[Lines] = field(default_factory=list, repr=False, compare=False)
    _kept: Mapping[int, str] | None = field(default=None, repr=False, compare=False)

    def locate(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The same diagnostics, each with this file's name and the place of its path. What has one cause is told once.

        At most ``MAX_DIAGNOSTICS`` are kept, the gravest first and then those that stand first; one more says how many were left out.
        """
        kept = gathered(diagnostics)
        places = _Places(self)
        if len(kept) > MAX_DIAGNOSTICS:
            # Only what is kept is made a line and a column; the order needs no more than where in the text each stands.
            kept.sort(key=lambda item: places.start(item.path, item.on))
            # One of each kind before the second of any: a slip made three hundred times must not hide the others.
            number = repeats(item.code for item in kept)
            order = sorted(range(len(kept)), key=lambda place: (GRAVITY.index(kept[place].severity), number[place]))
            kept = [kept[place] for place in order]
            left_out = kept[MAX_DIAGNOSTICS:]
            more = diagnostic("VK015", count=len(left_out), limit=MAX_DIAGNOSTICS)
            kept = [*kept[:MAX_DIAGNOSTICS], replace(more, severity=gravest(left_out))]
        return [places.located(item) for item in kept]

    def place(self, path: Path, on: Literal["key", "value"] = "value") -> Place | None:
        """Where a path stands; the nearest place above it when the path itself is not in the file.

        The place of a mapping or list that has a key is its key. A step into a list of arrows is the arrow's target.
        """
        return _Places(self).place(path, on)

    @property
    def broken(self) -> bool:
        """Whether the reader found an error in it, so that it may not say what it was meant to."""
        return self.values is None or any(diagnostic.severity == "error" for diagnostic in self.diagnostics)

    def tree(self) -> Collection:
        """What a whole file that was read without errors holds as it is written, comments and all.

        >>> [item.key.text for item in parse(b"{a: 1, 'b': []} # end", "x.yaml").tree().items]
        ['a', "'b'"]
        """
        from virkningskjede.yamlfile.tree import tree_of  # only what writes a file anew asks for it

        assert self.values is not None and not self.broken, "what is broken has no tree"
        return tree_of(self.text, self.values, self._marks, self._root)

    def part(self, start: int, end: int) -> YamlFile:
        """A part of the text read as YAML: its values, with the places that they have in the whole file.

        >>> whole = YamlFile("x.md", None, text="Some text {a: [1]}")
        >>> whole.part(10, 18).place(("a", 0))
        Place(line=1, column=16, end_line=1, end_column=17)
        """
        with collector_paused():
            return _build(self, start, end)

    def span(self, start: int, end: int) -> Place:
        """Where some code points of the text stand."""
        return self._place(start - self._start, end - self._start)

    def line(self, number: int) -> str:
        """One line of the text, without its line end. Lines start at 1."""
        return self._kept[number] if self._kept is not None else self._text_lines().line(number)

    def has_line(self, number: int) -> bool:
        """Whether there is a line to show."""
        return number in self._kept if self._kept is not None else bool(self.text)

    def excerpt(self, lines: Iterable[int], keys: Iterable[str]) -> YamlFile:
        """The file with no more of it than these lines, and what stands under these keys at the top: where many are read, most of each
        is let go.

        >>> kept = parse(b"id: a\\nlabel: A\\n", "x.yaml").excerpt([2], ["id"])
        >>> kept.values, kept.line(2), kept.has_line(1)
        ({'id': 'a'}, 'label: A', False)
        """
        kept = {number: self.line(number) for number in lines} if self.text else {}
        values = None if self.values is None else {key: self.values[key] for key in keys if key in self.values}
        return YamlFile(self.name, values, (), self.readable, _kept=kept)

    def _text_lines(self) -> Lines:
        if not self._lines:
            self._lines.append(Lines(self.text))
        return self._lines[0]

    def _place(self, start: int, end: int) -> Place:
        lines = self._text_lines()
        start = min(self._start + start, len(self.text))
        end = max(start, min(self._start + end, len(self.text)))
        return Place(lines.number(start), start - lines.start(start) + 1, lines.number(end), end - lines.start(end) + 1)


class _Places:
    """Where many paths of one file stand. The keys of a mapping are numbered once, however many of them are asked for."""

    def __init__(self, yaml_file: YamlFile) -> None:
        self.yaml_file = yaml_file
        self.numbers: dict[int, dict[str, int]] = {}
        self.targets: dict[int, dict[Any, int]] = {}

    def located(self, located: Diagnostic) -> Diagnostic:
        yaml_file = self.yaml_file
        if located.parts:
            parts = tuple(self.located(part) for part in located.parts)
            located = replace(located, parts=parts, related=tuple(part.location for part in parts))
        if any(isinstance(value, Guess) for _, value in located.params):
            settled = ((name, value.settled() if isinstance(value, Guess) else value) for name, value in located.params)
            located = replace(located, params=tuple(settled))
        related = tuple(self.location(other) for other in located.related)
        span = self._span(located.path, located.on)
        if span is not None and located.advice is None:
            start, end = (yaml_file._start + index for index in span)
            key = next((step for step in reversed(located.path) if isinstance(step, str)), None)
            located = replace(located, advice=advice(located, yaml_file.text, self._value(located.path), start, end, key))
        place = yaml_file._place(*span) if span else self.place(located.path, located.on)
        return replace(located, file=yaml_file.name, place=place, related=related)

    def _value(self, path: Path) -> Any:
        """What stands at a path; None when the path is not in the file just as it is."""
        values: Any = self.yaml_file.values
        for step in path:
            if isinstance(values, dict):
                values = values.get(step)
            elif isinstance(values, list):
                index = step if isinstance(step, int) else self._index_of_target(values, step)
                values = values[index] if index is not None and index < len(values) else None
        return values

    def place(self, path: Path, on: str) -> Place | None:
        span = self._span(path, on)
        return self.yaml_file._place(*span) if span else (self.yaml_file._place(0, 0) if self.yaml_file.text else None)

    def location(self, location: Location) -> Location:
        if location.file is not None:
            return location
        return replace(location, file=self.yaml_file.name, place=self.place(location.path, location.on))

    def start(self, path: Path, on: str) -> int:
        span = self._span(path, on)
        return span[0] if span else 0

    def _span(self, path: Path, on: str) -> tuple[int, int] | None:
        """The code points of the last step of a path that is in the file."""
        values, marks = self.yaml_file.values, self.yaml_file._marks
        span: tuple[int, int] | None = None
        for position, step in enumerate(path):
            if isinstance(values, dict) and step in values:
                key_start, key_end, start, end = marks[self._number(values, step)]
                key_only = isinstance(end, list) or (on == "key" and position == len(path) - 1) or start.index == end.index
                span = (key_start.index, key_end.index) if key_only else (start.index, end.index)
                values, marks = values[step], end
            elif isinstance(values, list):
                index = step if isinstance(step, int) else self._index_of_target(values, step)
                if index is None and position < len(path) - 1:
                    continue  # a list that stands for one key of a mapping, as in `who: [nav]`
                if index is None or index >= len(values):
                    break
                start, end = marks[index]
                values, marks = values[index], end
                span = _item_span(start, end, values)
            elif isinstance(values, dict) and step == 0 and position < len(path) - 1:
                continue  # one thing written without the list around it, as in `or: {term: kurs}`
            else:
                break
        return span

    def _number(self, values: dict[str, Any], key: Any) -> int:
        numbers = self.numbers.get(id(values))
        if numbers is None:
            numbers = self.numbers[id(values)] = {name: number for number, name in enumerate(values)}
        return numbers[key]

    def _index_of_target(self, values: list[Any], target: str) -> int | None:
        targets = self.targets.get(id(values))
        if targets is None:
            named = [value.get("to") if isinstance(value, dict) else value for value in values]
            targets = {name: index for index, name in reversed(list(enumerate(named))) if isinstance(name, str)}
            self.targets[id(values)] = targets
        return targets.get(target)


def _item_span(start: Any, end: Any, value: Any) -> tuple[int, int]:
    """An item of a list: a scalar is itself, an arrow in its long form its target, another collection its first character."""
    if isinstance(value, dict) and "to" in value:
        _, _, start, end = end[list(value).index("to")]
    return (start.index, start.index + 1) if isinstance(end, list) else (start.index, end.index)


def read(path: FilePath, name: str, *, root: FilePath | None = None) -> YamlFile:
    """Read a file. Whatever its bytes are, the result is a `YamlFile`; what is wrong is in its diagnostics.

    Args:
        path: the file.
        name: what to call it in diagnostics.
        root: the folder that the file must not lie outside of, once links are followed.
    """
    return _read(path, name, root, parse)


def read_unparsed(path: FilePath, name: str, *, root: FilePath | None = None) -> YamlFile:
    """Read a file that is not YAML, but UTF-8 all the same: its text and where its parts stand, and no values. See `read`."""
    return _read(path, name, root, _decoded)


def _read(path: FilePath, name: str, root: FilePath | None, made: Callable[[bytes, str], YamlFile]) -> YamlFile:
    try:
        data = read_bytes(path, root)
    except UnreadableError as problem:
        unreadable = _unreadable(problem).with_place(name, None)
        return YamlFile(name, None, (unreadable,), readable=False)
    return made(data, name)


def read_text(path: FilePath, name: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file that is not YAML, under the same limits; None with diagnostics when it cannot be had.

    Text that is not UTF-8 is taken to be Windows-1252, which spreadsheets still write.
    """
    try:
        data = read_bytes(path)
    except UnreadableError as problem:
        return None, (_unreadable(problem).with_place(name, None),)
    if len(data) > MAX_BYTES:
        return None, (_too_large(name),)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), ()


def _unreadable(problem: UnreadableError) -> Diagnostic:
    reason = f"unreadable.{problem.reason}"
    return diagnostic("VK012", reason=Word(reason), advice=Word(f"{reason}.tip"))


def _too_large(name: str) -> Diagnostic:
    return diagnostic("VK003", limit=f"{MAX_BYTES // (1024 * 1024)} MB").with_place(name, Place(1, 1, 1, 1))


def parse(data: bytes, name: str) -> YamlFile:
    """Read bytes that are at hand; see `read`.

    >>> parse(b"a: [1, b]", "x.yaml").values
    {'a': ['1', 'b']}
    """
    with collector_paused():
        return _parse(data, name)


def _decoded(data: bytes, name: str) -> YamlFile:
    if len(data) > MAX_BYTES:
        return YamlFile(name, None, (_too_large(name),))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = YamlFile(name, None, text=data[: error.start].decode("utf-8"))
        place = good._place(len(good.text), len(good.text))
        return YamlFile(name, None, (diagnostic("VK001", likely=likely_encoding(data, error.start)).with_place(name, place),))
    return YamlFile(name, None, text=text.removeprefix(_BOM), bom=text.startswith(_BOM))


def _parse(data: bytes, name: str) -> YamlFile:
    yaml_file = _decoded(data, name)
    text = yaml_file.text
    if not yaml_file.diagnostics and text.count("\n") + text.count(",") > MAX_ENTRIES:
        return YamlFile(name, None, (diagnostic("VK016", limit=MAX_ENTRIES).with_place(name, Place(1, 1, 1, 1)),))
    return yaml_file if yaml_file.diagnostics else _build(yaml_file, 0, len(text))


def _build(whole: YamlFile, start: int, end: int) -> YamlFile:
    builder = Builder(whole.text[start:end], whole.span(start, start).line if start else 1)
    builder.build()
    values = builder.value if isinstance(builder.value, dict) else None
    yaml_file = replace(whole, values=values, dropped=tuple(builder.dropped), _start=start, _root=builder.start, _marks=builder.marks)
    if values is not None and not builder.refused:
        return yaml_file
    diagnostics = [problem.with_place(whole.name, yaml_file._place(first, last)) for problem, first, last in builder.refused]
    if builder.left_out:
        diagnostics.append(diagnostic("VK015", count=builder.left_out, limit=MAX_DIAGNOSTICS).with_place(whole.name, diagnostics[-1].place))
    if not diagnostics and builder.value is None:
        diagnostics.append(diagnostic("VK010").with_place(whole.name, yaml_file._place(0, 0)))
    elif not diagnostics:
        first = builder.start
        diagnostics.append(diagnostic("VK011", found=shape(builder.value)).with_place(whole.name, yaml_file._place(first, first + 1)))
    return replace(yaml_file, diagnostics=tuple(diagnostics))


def shape(value: object) -> Word:
    """What a value is, in words.

    >>> shape([]).in_("en")
    'a list'
    """
    if value is None:
        return Word("form.nothing")
    return Word("form.mapping" if isinstance(value, dict) else "form.list" if isinstance(value, list | tuple) else "form.text")


_PAUSE = threading.Lock()
_pauses: list[bool] = []
"""Whether the collector was on when each pause began that has not ended: it is one for all threads, and pauses of several overlap."""


_frozen: list[bool] = []


def _frozen_by_the_program() -> bool:
    """Whether a program has frozen something. Once it has, that is not asked again: what is frozen is counted one by one each time."""
    if not _frozen and gc.get_freeze_count():
        _frozen.append(True)
    return bool(_frozen)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Leave Python's collector of circles off inside, where many small values without circles are built, and as it was outside.

    The collector would walk the growing tree of a file again and again: a file of ten thousand nodes takes three times as long. Where
    several threads read, it is off until the last of them has read, and then as it was before the first.
    """
    with _PAUSE:
        _pauses.append(gc.isenabled() if not _pauses else _pauses[0])
        gc.disable()
    try:
        yield
    finally:
        with _PAUSE:
            was_enabled = _pauses.pop()
            if was_enabled and not _pauses:
                # What was built has no circles, and the collector would walk all of it the moment it wakes. Frozen and thawed, it counts
                # as old; where a program has frozen something of its own, that must stay frozen.
                if not _frozen_by_the_program():
                    gc.freeze()
                    gc.unfreeze()
                gc.enable()
